"""Two figures that are no contradiction: a headline's that leaves a bound out, and two houses'."""

import re

from onrecord.compare.tellings import Telling
from onrecord.records import Figure

_NUMBER = re.compile(r"\d[\d.,]*|[A-Za-z-]+")
_LOWER = r"(?:at least|more than|over|no fewer than|upwards of)"
# Those whom each house has its own of.
_OF_A_HOUSE = re.compile(r"\b(?:in|out)?patients?\b")


def find_left_out(a: Telling[Figure], b: Telling[Figure]) -> str | None:
    """Return the bound that a headline leaves out, and with which the two figures meet.

    "23 dead" where the text has "at least 23 people": 26 is no other number.
    """
    for short, other in ((a, b), (b, a)):
        article, low = short.setting.article, other.row.low
        number = _NUMBER.match(short.words)
        if number is None or low is None or short.row.low is None or low < short.row.low:
            continue
        if short.span.end > article.body.start:
            continue
        bound = re.search(
            rf"\b{_LOWER} {re.escape(number[0])}\b",
            article.text[article.body.start : article.body.end],
            re.IGNORECASE,
        )
        if bound is not None:
            return f"“{bound[0]}” in the text under the headline"
    return None


def are_of_two_houses(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether two givers may each count those of their own: two hospitals' patients."""
    if a.row.giver is None or b.row.giver is None:
        return False
    houses = all(
        _OF_A_HOUSE.search(f"{telling.row.unit or ''} {telling.row.counted or ''}".lower())
        for telling in (a, b)
    )
    return houses and a.setting.key(a.row.giver) != b.setting.key(b.row.giver)
