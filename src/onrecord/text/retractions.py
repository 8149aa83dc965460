"""Sentences in which an outlet takes back what it told before."""

import re

from onrecord.records import Span

_TAKES_BACK = re.compile(
    r"\b(?:(?:earlier|previous|original) (?:version|report|article|story|headline)"
    r"|(?:wrongly|incorrectly|mistakenly|erroneously) (?:said|stated|reported|gave|put|wrote)"
    r"|misstated|misreported)\b",
    re.IGNORECASE,
)
# "Correction: on Monday we reported", and further on "An article on Monday also said": what is
# told so in a note was wrong.
_NOTE = re.compile(
    r"\W*(?:corrections?|clarifications?|editor[’']s note)\b(?=[\s\W])", re.IGNORECASE
)
_OWN_WORDS = re.compile(
    r"\W*(?:(?:corrections?|clarifications?|editor[’']s note)\b\W*)?(?:"
    r"(?:an?|the|our|this) (?:[\w’'-]+ ){0,3}?(?:article|story|version|headline|caption|dispatch"
    r"|report (?:(?:printed|published|posted) )?(?:on|yesterday|last|earlier))\b"
    r"[^.]*\b(?:said|gave|stated|reported|wrote|had|put)\b"
    r"|[^.]*\b(?:this|our) (?:paper|newspaper|page|site|website) (?:\w+ )?"
    r"(?:printed|published|carried|ran|said|gave|stated|wrote|put)\b"
    r"|[^.]*\breported\b)",
    re.IGNORECASE,
)


def takes_back(text: str, sentence: Span) -> bool:
    """Return whether a sentence tells what the outlet gave wrongly before: "An earlier version
    said that", or in a note of correction "An article on Monday said that"."""
    if _TAKES_BACK.search(text, sentence.start, sentence.end) is not None:
        return True
    start = text.rfind("\n", 0, sentence.start) + 1
    if _NOTE.match(text, start, sentence.end) is None:
        return False
    return _OWN_WORDS.match(text, sentence.start, sentence.end) is not None


def is_put_right(text: str, before: Span, sentence: Span) -> bool:
    """Return whether a sentence may put right what the one before it, in its paragraph, takes
    back, as in "An earlier version said that 12 died. It was 14."
    """
    if "\n" in text[before.end : sentence.start]:
        return False
    return takes_back(text, before) and not takes_back(text, sentence)
