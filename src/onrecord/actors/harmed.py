"""Find how many are told to have been killed or hurt: "killing at least | 54 people |"."""

import re
from collections.abc import Iterator

from onrecord.actors.crowds import NUMBER
from onrecord.records import Span

_HARMED = re.compile(
    r"\b(?:kill|wound|injur|maim)(?:ed|ing|es|s) "
    r"(?:(?:at least|at most|more than|fewer than|as many as|up to|about|around|nearly|almost|over|"
    r"some|an estimated|another|a further) )?"
    rf"(?P<whom>(?:{NUMBER.pattern})\b(?: of)?(?: (?!and\b|or\b|in\b|on\b|at\b)[a-z][\w-]*){{0,2}}?"
    r"(?: (?:[a-z]+s|people|men|women|children|police)\b|(?=[.,;]| (?:and|in|on|at)\b)))"
)


def find_harmed(text: str) -> Iterator[Span]:
    """Yield whom a number counts behind a verb of harm: it tells of people whoever reads it."""
    for match in _HARMED.finditer(text):
        yield Span(*match.span("whom"))
