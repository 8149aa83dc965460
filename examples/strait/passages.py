"""Find marked passages in a text, and read the days and intervals of a reading made by hand."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.records import Span, When
from onrecord.spans import cover


class ReadingError(Exception):
    """The reading of a page does not fit its text; the message says where and how."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Where a passage stands, and the spans in braces by their letter, in reading order."""

    span: Span
    parts: dict[str, tuple[Span, ...]]

    def one(self, letter: str) -> Span | None:
        """Return the first part with `letter`, or None."""
        return next(iter(self.parts.get(letter, ())), None)


_TOKEN = re.compile(r"\{(?:(\w):)?|\}|\[\.\.\]|[^{}\[]+|\[")


def find_passage(text: str, passage: str) -> Marked:
    """Return where `passage` stands in `text`; `ReadingError` unless exactly once."""
    pattern = ""
    letters: list[str] = []
    stack: list[int] = []
    for token in _TOKEN.finditer(passage):
        if token[0].startswith("{"):
            stack.append(len(letters))
            letters.append(token[1] or "k")
            pattern += f"(?P<g{stack[-1]}>"
        elif token[0] == "}":
            stack.pop()
            pattern += ")"
        elif token[0] == "[..]":
            pattern += r"[\s\S]*?"
        else:
            # A typed space stands for a non-breaking one and for a paragraph break too.
            pattern += r"\s+".join(re.escape(word) for word in re.split(r"\s+", token[0]))
    found = list(re.finditer(pattern, text))
    if len(found) != 1 or stack:
        raise ReadingError(f"found {len(found)} times: {passage!r}")
    parts: dict[str, tuple[Span, ...]] = {}
    for number, letter in enumerate(letters):
        span = Span(*found[0].span(f"g{number}"))
        parts[letter] = (*parts.get(letter, ()), span)
    return Marked(Span(*found[0].span()), parts)


def find_marks(text: str, at: str | list[str]) -> Marked:
    """Return the parts of one passage or of several, together."""
    marks = [find_passage(text, passage) for passage in ([at] if isinstance(at, str) else at)]
    parts: dict[str, tuple[Span, ...]] = {}
    for mark in marks:
        for letter, spans in mark.parts.items():
            parts[letter] = (*parts.get(letter, ()), *spans)
    return Marked(cover(mark.span for mark in marks), parts)


def read_days(value: str | None) -> When:
    """Return the days that "2024-03-05", "2024-03", "2009" or "2024-03-04/2024-03-08" mean."""
    if not value:
        return When()
    first, _, last = value.partition("/")
    start, end = _first_day(first), _last_day(last or first)
    return When(earliest=start, latest=end, certainty="exact" if start == end else "bounded")


def _first_day(value: str) -> date:
    year, month, day = ([int(part) for part in value.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def _last_day(value: str) -> date:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return date(*parts)
    following = date(parts[0] + 1, 1, 1) if len(parts) == 1 else _next_month(*parts)
    return date.fromordinal(following.toordinal() - 1)


def _next_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def read_interval(words: str) -> dict[str, Any]:
    """Return the ends that "9", "6..8", "> 40", ">= 7", "< 5" or "<= 20" mean.

    "about 60" is written "60": its bound words say that it is not meant to the unit.
    """
    sign, value = re.fullmatch(r"(>=|<=|>|<)?\s*(\S+)", words).groups()  # type: ignore[union-attr]
    low, _, high = value.partition("..")
    match sign:
        case ">" | ">=":
            return {"low": float(low), "low_open": sign == ">"}
        case "<" | "<=":
            return {"high": float(low), "high_open": sign == "<"}
        case _:
            return {"low": float(low), "high": float(high or low)}
