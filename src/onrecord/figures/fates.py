"""What befell the people who are counted: killed, wounded, missing, displaced, arrested."""

import re

from onrecord.records import Span

FATES = (
    "killed|dead|wounded|injured|hurt|missing|displaced|arrested|detained|evacuated|infected|"
    "hospitali[sz]ed|homeless|trapped|stranded|captured|executed|kidnapped|abducted|rescued|freed|"
    "released|deported|drowned|expelled"
)
FATE = re.compile(FATES)
_ADVERBS = "also|reportedly|either|now|already|feared|believed|officially|seriously|badly|since"
_SKIP = r"[^.;:!?“”\"()\d]{0,60}?"
_AFTER = re.compile(
    rf"(?:,\s(?:\w+\s){{0,3}}of\s(?:them|whom))?{_SKIP}"
    rf"(?:\b(?:were|was|been|be|are|being|left|reported|confirmed|feared|people|civilians)\s|^\s|,\s)"
    rf"(?:(?:{_ADVERBS})\s){{0,2}}(?P<fate>{FATES})\b",
    re.IGNORECASE,
)
_DIED_AFTER = re.compile(
    rf"{_SKIP}\b(?P<fate>died|dead|drowned|perished|are missing|went missing|fled)\b",
    re.IGNORECASE,
)
_VERBS = (
    "kill(?:ed|ing|s)?|wound(?:ed|ing|s)?|injur(?:ed|ing|es|e)|displac(?:ed|ing|es|e)|"
    "arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|expel(?:led|ling|s)?|evacuat(?:ed|ing|es|e)|"
    "rescu(?:ed|ing|es|e)|infect(?:ed|ing|s)?|deport(?:ed|ing|s)?|captur(?:ed|ing|es|e)|"
    "kidnapp?(?:ed|ing|s)?|abduct(?:ed|ing|s)?|execut(?:ed|ing|es|e)"
)
_BEFORE = re.compile(
    rf"\b(?P<fate>{_VERBS})\s(?:(?!and |or |but |of |in )[a-z]+ ){{0,3}}(?:[A-Z]{{0,3}}[$€£¥])?$",
    re.IGNORECASE,
)
# "wounded 182", "1,500 wounded": a second toll stands on its own.
_RIGHT_AFTER = re.compile(rf"\s(?:others?\s)?(?P<fate>{FATES})\b", re.IGNORECASE)
_FORMS = {
    "kill": "killed", "wound": "wounded", "injur": "injured", "displac": "displaced",
    "arrest": "arrested", "detain": "detained", "expel": "expelled", "evacuat": "evacuated",
    "rescu": "rescued", "infect": "infected", "deport": "deported", "captur": "captured",
    "kidnap": "kidnapped", "abduct": "abducted", "execut": "executed", "died": "killed",
    "dead": "killed", "perished": "killed", "are missing": "missing", "went missing": "missing",
}  # fmt: skip


def find_fate(text: str, start: int, end: int, limits: Span) -> str | None:
    """Return what befell those counted at `[start, end)`: "killed", "wounded", or `None`.

    A verb right before the number comes first ("killed at least 34"), then the nearest one of
    being behind it ("40 soldiers were wounded").
    """
    before = _BEFORE.search(text[max(limits.start, start - 48) : start])
    if before is not None:
        return _form(before["fate"])
    right = _RIGHT_AFTER.match(text, end, limits.end)
    if right is not None:
        return _form(right["fate"])
    window = min(limits.end, end + 90)
    found = [m for m in (p.match(text, end, window) for p in (_AFTER, _DIED_AFTER)) if m]
    nearest = min(found, key=lambda match: match.start("fate"), default=None)
    return _form(nearest["fate"]) if nearest and nearest["fate"].lower() != "fled" else None


def _form(words: str) -> str:
    words = words.lower()
    return next((form for stem, form in _FORMS.items() if words.startswith(stem)), words)
