"""Ranges: two neighbouring numbers that are the ends of one quantity."""

import re
from dataclasses import replace

from onrecord.figures.change import tells_levels
from onrecord.figures.number_words import multiply
from onrecord.figures.numbers import Number
from onrecord.records import Span

_JOINERS = (
    r"\s?(?P<joiner>to-?|and|or|[-–—]|(?:[a-z]+)?,\s(?:perhaps|maybe|possibly))"
    r"\s?(?P<sign>[A-Z]{0,3}[$€£¥]\s?)?"
)
_SHARE = r"\s?(?:percent|per cent|%)"
_BETWEEN = re.compile(rf"(?P<share>{_SHARE})?{_JOINERS}", re.IGNORECASE)
_SHARE_AFTER = re.compile(_SHARE, re.IGNORECASE)
_FROM = re.compile(r"\bfrom\W*$", re.IGNORECASE)
_BY = re.compile(r"\bby\W*$", re.IGNORECASE)
# A third number after the two makes the two a range that rose or fell as a whole.
_THIRD = re.compile(rf"(?:{_SHARE})?\s?to\s\d", re.IGNORECASE)
# Words that make a range of "and", and of "to" between amounts that each have their sign.
_OPENS_RANGE = re.compile(
    r"\b(?:between|rang(?:e|es|ed|ing) from|anywhere from)\W*$", re.IGNORECASE
)
_MAGNITUDES = (1e12, 1e9, 1e6, 1e3, 1e2)


def join_range(text: str, first: Number, second: Number) -> Number | None:
    """Return the range that two neighbouring numbers make ("12 to 15 thousand"), or `None`.

    The magnitude of the second holds for the first too where the first is smaller by itself:
    "two to three million" is [2e6, 3e6].
    """
    between = _BETWEEN.fullmatch(text, first.span.end, second.span.start)
    if between is None or {first.form, second.form} & {"vague", "article", "fraction"}:
        return None
    first = scale_like(first, second)
    if not first.low < second.high:
        return None
    if between["share"] and _SHARE_AFTER.match(text, second.span.end) is None:
        return None  # "up 9 percent to $84"
    if not _is_joined(text, between, first, second):
        return None
    return Number(
        span=Span(first.span.start, second.span.end),
        low=first.low,
        high=second.high,
        form=second.form,
        magnitude=second.magnitude,
    )


def scale_like(first: Number, second: Number) -> Number:
    """Return `first` with the magnitude of `second` where it has none, as in "2 to 3 million"."""
    if first.magnitude or not second.magnitude or first.low <= 0:
        return first
    magnitude = next((size for size in _MAGNITUDES if second.high >= size), 1.0)
    low = multiply(first.low, magnitude)
    if low > 10 * second.high:
        return first
    return replace(first, low=low, high=low, magnitude=True) if low != first.low else first


def _is_joined(text: str, between: re.Match[str], first: Number, second: Number) -> bool:
    start = first.span.start
    before = text[max(0, start - 24) : start]
    opened = _OPENS_RANGE.search(before) is not None
    match between["joiner"].lower():
        case "and":
            return opened
        case "or":
            return second.high - first.low <= max(1.0, 0.5 * second.high)
        case "to" | "to-":
            if opened or _THIRD.match(text, second.span.end):
                return True
            if _FROM.search(before):
                # "rose from 4 to 5" tells two levels, "tickets from 4 to 5 dollars" a range
                return not tells_levels(text, start)
            # "rose by $4 to $9": each with its sign, an amount and a level
            return not (_BY.search(before) and between["sign"])
        case _:
            return True
