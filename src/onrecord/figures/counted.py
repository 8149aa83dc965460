"""What a number counts: the noun phrase behind it, or what befell it ("killed")."""

import re
from typing import NamedTuple

from onrecord.records import Span
from onrecord.text import Word, find_words

_STOP = frozenset(
    "a an the and or but nor of in on at to from by for with within without into onto over under "
    "near around along across after before since until during between among against as than that "
    "which who whom whose where when while if because so is are was were be been being has have "
    "had do does did will would could can may might must should shall said says told it its he she "
    "they his her their our your my this these those not no also still just only per each every "
    "about more less up down out off away back there here now then ago according".split()
)
_PLURALS = frozenset(
    "people men women children police troops personnel staff crew fish aircraft spacecraft cattle "
    "sheep deer youth folk infantry cavalry militia elderly feet teeth geese mice oxen".split()
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|[’']s)$")
_FATES = (
    "killed|dead|wounded|injured|hurt|missing|displaced|arrested|detained|evacuated|infected|"
    "hospitali[sz]ed|homeless|trapped|stranded|captured|executed|kidnapped|abducted|rescued|freed|"
    "released|deported|drowned|expelled|deployed|mobili[sz]ed|massed"
)
_FATE = re.compile(_FATES)
_FATE_AFTER = re.compile(
    rf"(?:[^.;:!?“”\"]{{0,60}}?)\b(?:were|was|been|be|are|being|left|reported|confirmed|,|people|civilians)\s"
    rf"(?:(?:also|reportedly|either|now|already|feared|believed|officially)\s)?(?P<fate>{_FATES}|"
    rf"died|have died)\b",
    re.IGNORECASE,
)
_DIED_AFTER = re.compile(
    r"\s(?:people|civilians|soldiers|men|women|children)?[^.,;:!?“”\"]{0,30}?\b(?:had|have|has)?\s?"
    r"(?P<fate>died|dead)\b",
    re.IGNORECASE,
)
_FATE_BEFORE = re.compile(
    r"\b(?P<fate>kill(?:ed|ing|s)?|wound(?:ed|ing|s)?|injur(?:ed|ing|es)|displac(?:ed|ing|es)|"
    r"arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|expel(?:led|ling|s)?|evacuat(?:ed|ing|es))\s"
    r"(?:[a-z]+ ){0,3}(?:[A-Z]{0,3}[$€£¥])?$"
)
_FATE_FORMS = {
    "kill": "killed", "wound": "wounded", "injur": "injured", "displac": "displaced",
    "arrest": "arrested", "detain": "detained", "expel": "expelled", "evacuat": "evacuated",
    "died": "killed", "dead": "killed",
}  # fmt: skip
_OF = re.compile(r"\s(?:of|in)\s(?!which|whom)")


class Counted(NamedTuple):
    """The head noun that is counted, the phrase in the article's words, and where it ends."""

    head: str
    phrase: str
    end: int


def find_counted(text: str, end: int, limit: int) -> Counted | None:
    """Return the noun phrase that begins right after a number, up to its first plural noun.

    "150,000 Russian troops stationed" gives head "troops" and phrase "Russian troops". Without
    a plural among the next five words, the phrase is what stands before the next function word,
    three words at most.
    """
    words = _phrase_words(text, end, limit)
    if not words:
        return None
    for index, word in enumerate(words):
        if _is_plural(word.text):
            # "nine police officers", "120 navy ships personnel": a plural before a plural
            last = index
            while last + 1 < len(words) and _is_plural(words[last + 1].text) and last < index + 2:
                last += 1
            return _make(text, words[: last + 1])
    return _make(text, words[:3]) if len(words) <= 3 else None


def find_share_of(text: str, end: int, limit: int) -> str | None:
    """Return what a share or an amount is of: "20 percent of personal spending"."""
    match = _OF.match(text, end, limit)
    if match is None:
        return None
    start = re.compile(r"(?:the|its|their|his|her|all|our|a|an)\s", re.IGNORECASE).match(
        text, match.end(), limit
    )
    words = _phrase_words(text, start.end() if start else match.end(), limit)[:4]
    return _make(text, words).phrase if words else None


def find_fate(text: str, start: int, end: int, limits: Span) -> str | None:
    """Return what befell the people counted at `[start, end)`: "killed", "wounded", or `None`."""
    before = _FATE_BEFORE.search(text[max(limits.start, start - 48) : start])
    if before is not None:
        return _fate_form(before["fate"])
    for pattern in (_FATE_AFTER, _DIED_AFTER):
        after = pattern.match(text, end, min(limits.end, end + 90))
        if after is not None:
            return _fate_form(after["fate"])
    return None


def _fate_form(words: str) -> str:
    words = words.lower().removeprefix("have ")
    return next((form for stem, form in _FATE_FORMS.items() if words.startswith(stem)), words)


def _phrase_words(text: str, end: int, limit: int) -> list[Word]:
    words: list[Word] = []
    for word in find_words(text, Span(end, min(limit, end + 80))):
        plain = word.text.lower()
        if not word.text[0].isalpha() or plain in _STOP or len(words) == 5:
            break
        if words and _FATE.fullmatch(plain):
            break
        if words and plain.endswith("ing") and not _is_plural(word.text):
            break
        words.append(word)
    return words


def _make(text: str, words: list[Word]) -> Counted:
    phrase = text[words[0].span.start : words[-1].span.end]
    return Counted(head=words[-1].text.lower(), phrase=phrase, end=words[-1].span.end)


def _is_plural(word: str) -> bool:
    plain = word.lower()
    return plain in _PLURALS or (
        plain.endswith("s") and len(plain) > 3 and _NOT_PLURAL.search(plain) is None
    )
