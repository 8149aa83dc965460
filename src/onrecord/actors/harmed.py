"""Find how many are told to have been killed or hurt: "killing | 54 people |", "two men were"."""

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


_WERE_HARMED = re.compile(
    rf"\b(?P<whom>(?:{NUMBER.pattern})(?: (?!and\b|or\b)[a-z][\w-]*){{0,2}} [a-z]+s) "
    r"(?:was|were|are|have been|had been) (?:killed|wounded|injured|hurt|maimed)\b",
    re.IGNORECASE,
)


def find_harmed(text: str) -> Iterator[Span]:
    """Yield whom a number counts at a verb of harm: it tells of people whoever reads it."""
    for pattern in (_HARMED, _WERE_HARMED):
        for match in pattern.finditer(text):
            yield Span(*match.span("whom"))
