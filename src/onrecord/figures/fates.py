"""What befell the people who are counted, or what they did: killed, missing, arrested, escaped."""

import re

from onrecord.records import Span

FATES = (
    "killed|dead|wounded|injured|hurt|missing|displaced|arrested|detained|evacuated|infected|"
    "hospitali[sz]ed|homeless|trapped|stranded|captured|executed|kidnapped|abducted|rescued|freed|"
    "released|deported|drowned|expelled|escaped|recaptured|dismissed"
)
FATE = re.compile(FATES)
_ADVERBS = (
    "still|also|reportedly|either|now|already|feared|believed|officially|seriously|badly|since"
)
_SKIP = r"[^.;:!?“”\"()\d]{0,60}?"
_AFTER = re.compile(
    rf"(?:,\s(?:\w+\s){{0,3}}of\s(?:them|whom))?{_SKIP}"
    rf"(?:\b(?:were|was|been|be|are|being|left|reported|confirmed|feared|people|civilians)\s|^\s|,\s"
    rf"|\b(?:had|have|has)\s(?=(?:(?:{_ADVERBS})\s)?(?:escaped|drowned|died)\b))"
    rf"(?:(?:{_ADVERBS})\s){{0,2}}(?P<fate>{FATES})\b",
    re.IGNORECASE,
)
_DIED_AFTER = re.compile(
    rf"{_SKIP}\b(?P<fate>died|dead|drowned|perished|are missing|went missing|fled)\b",
    re.IGNORECASE,
)
# Fates that are told by several words behind the number: "were pulled from the water".
_TOLD = {
    "killed": r"(?:lost|lose|losing) their lives|passed away",
    "injured": r"(?:were|was|been|be|are) (?:taken|brought|admitted|rushed|flown) to (?:an? |the )?"
    r"(?:[\w-]+ )?(?:hospitals?|clinics?)|(?:were|was|are|being) (?:in hospital|treated for)",
    "missing": r"unaccounted for|could not be found|are being searched for",
    "rescued": r"(?:were|was|been|be|are) (?:saved|plucked from|brought ashore|brought to safety"
    r"|pulled (?:alive |out alive |out |free )?(?:from|of))",
    "escaped": r"broke(?:n)? out|got(?:ten)? away|(?:on the run|at large)",
    "recaptured": r"(?:were|was|been|be|are) (?:caught|captured|arrested) again",
    "taken hostage": r"(?:were|was|been|be|are) (?:taken|held) (?:as )?hostages?",
    "aboard": r"(?:on board|aboard)",
    "laid off": r"out of work|(?:were|was|been|be|are) (?:laid off|made redundant)"
    r"|(?:lost|lose|losing) their (?:jobs|posts|work)",
}
OF_PEOPLE = frozenset({"rescued", "escaped", "recaptured", "taken hostage", "laid off", "aboard"})
"""What befalls nobody but people: other things are dismissed, too."""
_TOLD_AFTER = re.compile(
    rf"{_SKIP}\b(?:"
    + "|".join(f"(?P<{fate.replace(' ', '_')}>{told})" for fate, told in _TOLD.items())
    + r")\b",
    re.IGNORECASE,
)
_VERBS = (
    "kill(?:ed|ing|s)?|wound(?:ed|ing|s)?|injur(?:ed|ing|es|e)|displac(?:ed|ing|es|e)|"
    "arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|expel(?:led|ling|s)?|evacuat(?:ed|ing|es|e)|"
    "rescu(?:ed|ing|es|e)|infect(?:ed|ing|s)?|deport(?:ed|ing|s)?|captur(?:ed|ing|es|e)|"
    "kidnapp?(?:ed|ing|s)?|abduct(?:ed|ing|s)?|execut(?:ed|ing|es|e)|recaptur(?:ed|ing|es|e)|"
    "sav(?:ed|ing|es|e)|(?:lay|lays|laid|laying) off|dismiss(?:ed|ing|es)?|"
    "(?:take|takes|took|taking|hold|holds|held|holding) hostage"
)
_BEFORE = re.compile(
    rf"\b(?P<fate>{_VERBS})\s(?:(?!and |or |but |of |in )[a-z]+ ){{0,3}}(?:[A-Z]{{0,3}}[$€£¥])?$",
    re.IGNORECASE,
)
_BODIES = re.compile(r"\bbod(?:y|ies) of (?:the |at least |about |some |another )?$", re.IGNORECASE)
# "Pulled | nine men | from the sea", "took | nine guards | hostage".
_TAKING = re.compile(
    r"\b(?:pull|pluck|took|take|taking|taken|hold|held)\w* "
    r"(?:at least |about |some |more than |another )?$",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?: [\w-]+){0,3}? (?:(?P<hostage>hostage)\b|(?:alive )?(?:from|out of) the "
    r"(?:[\w-]+ )?(?:water|sea|river|lake|rubble|wreck|wreckage|ruins|debris|carriages?|mud|boat|"
    r"ship|building|train|bus)\b)",
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
    "sav": "rescued", "lay": "laid off", "laid": "laid off", "dismiss": "laid off",
    "recaptur": "recaptured", "tak": "taken hostage", "took": "taken hostage",
    "hold": "taken hostage", "held": "taken hostage",
}  # fmt: skip


def find_fate(text: str, start: int, end: int, limits: Span) -> str | None:
    """Return what befell those counted at `[start, end)`: "killed", "wounded", or `None`.

    A verb right before the number comes first ("killed at least 34"), then the nearest one of
    being behind it ("40 soldiers were wounded").
    """
    return _find_before(text, start, end, limits) or _find_behind(text, end, limits)


def _find_before(text: str, start: int, end: int, limits: Span) -> str | None:
    """Return what befell those whose verb stands before the number: "killed at least | 34"."""
    lead = text[max(limits.start, start - 48) : start]
    before = _BEFORE.search(lead)
    if before is not None:
        return _form(before["fate"])
    if _BODIES.search(lead):
        return "killed"
    around = _AROUND.match(text, end, limits.end) if _TAKING.search(lead) else None
    if around is None:
        return None
    return "taken hostage" if around["hostage"] else "rescued"


def _find_behind(text: str, end: int, limits: Span) -> str | None:
    """Return what is told behind the number of those whom it counts, the nearest of it."""
    right = _RIGHT_AFTER.match(text, end, limits.end)
    if right is not None:
        return _form(right["fate"])
    window = min(limits.end, end + 90)
    found = [m for m in (p.match(text, end, window) for p in (_AFTER, _DIED_AFTER)) if m]
    nearest = min(found, key=lambda match: match.start("fate"), default=None)
    told = _TOLD_AFTER.match(text, end, window)
    if told is not None and told.lastgroup is not None:
        start = told.start(told.lastgroup)
        if nearest is None or start <= nearest.start("fate"):
            return told.lastgroup.replace("_", " ")
    return _form(nearest["fate"]) if nearest and nearest["fate"].lower() != "fled" else None


def _form(words: str) -> str:
    words = words.lower()
    return next((form for stem, form in _FORMS.items() if words.startswith(stem)), words)
