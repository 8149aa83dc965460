"""Text cut where marks begin and end, so that marks may nest and overlap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from onrecord.ledger import Row
from onrecord.records import Span

T = TypeVar("T")
SLACK = 20  # characters: no more are left out for the sake of an excerpt's length


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """Characters under the same marks, outermost mark first; `begins` are those that start here."""

    text: str
    marks: tuple[T, ...]
    begins: tuple[T, ...] = ()


def cut(text: str, within: Span, marks: Iterable[tuple[Span, T]]) -> Iterator[Piece[T]]:
    """Yield the pieces of `text[within]`, in order; together they are all of it.

    Of marks over the same characters the longer is the outer one; marks of one length keep
    their order. What of a mark lies outside of `within` is not shown.
    """
    inside = sorted(
        (
            (max(span.start, within.start), min(span.end, within.end), span, mark)
            for span, mark in marks
            if span.start < within.end and within.start < span.end and span.start < span.end
        ),
        key=lambda each: (each[0], -each[1]),
    )
    places = sorted(
        {within.start, within.end}
        | {start for start, _, _, _ in inside}
        | {end for _, end, _, _ in inside}
    )
    active: list[tuple[int, int, Span, T]] = []
    upcoming = 0
    for start, end in pairwise(places):
        active = [each for each in active if each[1] > start]
        begins = []
        while upcoming < len(inside) and inside[upcoming][0] == start:
            active.append(inside[upcoming])
            if inside[upcoming][2].start == start:
                begins.append(inside[upcoming][3])
            upcoming += 1
        active.sort(key=lambda each: each[0] - each[1])
        yield Piece(text[start:end], tuple(each[3] for each in active), tuple(begins))


def find_paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of `text`: what stands between empty lines."""
    start = 0
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield Span(start, end)
        start = end + 2


def excerpt(row: Row, hits: Sequence[Span] = (), reach: int = 220) -> list[Piece[str]]:
    """Return the sentence of `row` as far as `reach` around its words, cut at "words" and "hit".

    A piece "…" without marks stands for what is left out.
    """
    whole = row.sentence_span
    first = min((span.start for span in row.spans), default=whole.start)
    last = max((span.end for span in row.spans), default=whole.end)
    start = _step_back(row, max(whole.start, first - reach))
    end = _step_on(row, min(whole.end, max(last, first + 4 * reach) if hits else last + reach))
    start = whole.start if start - whole.start <= SLACK else start
    end = whole.end if whole.end - end <= SLACK else end
    shift = whole.start
    moved = [(Span(s.start - shift, s.end - shift), "words") for s in row.spans]
    moved += [(Span(s.start - shift, s.end - shift), "hit") for s in hits]
    pieces = list(cut(row.sentence, Span(start - shift, end - shift), moved))
    if start > whole.start:
        pieces.insert(0, Piece("… ", ()))
    if end < whole.end:
        pieces.append(Piece(" …", ()))
    return pieces


def _step_back(row: Row, place: int) -> int:
    """Return the beginning of the word at `place`."""
    shift = row.sentence_span.start
    space = row.sentence.rfind(" ", 0, place - shift)
    return place if place == shift or space < 0 else space + 1 + shift


def _step_on(row: Row, place: int) -> int:
    """Return the end of the word at `place`."""
    shift = row.sentence_span.start
    space = row.sentence.find(" ", place - shift)
    return row.sentence_span.end if space < 0 else space + shift
