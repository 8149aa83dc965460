"""Move a reading of one text onto another text that has most of its paragraphs.

So that a line of furniture too much in an article's text costs that line, and not every row.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TypeVar

from tests.golden.matching import article_of

from onrecord.records import Act, Actor, Figure, Reading, Span, Statement, Timex

R = TypeVar("R", Statement, Act, Figure, Timex, Actor)
Move = Callable[[Span], Span | None]


def align_reading(expected: Reading, found: Reading) -> Reading:
    """Return `found` with its spans in the expected text.

    Rows that stand in a paragraph without a counterpart are left out, and so are the cue, source
    and condition that do.
    """
    wanted, given = article_of(expected).text, article_of(found).text
    if wanted == given:
        return found
    move = _mover(wanted, given)
    return replace(
        found,
        article=replace(article_of(found), text=wanted),
        timexes=_move_all(found.timexes, move),
        actors=_move_all(found.actors, move),
        statements=_move_all(found.statements, move),
        acts=_move_all(found.acts, move),
        figures=_move_all(found.figures, move),
    )


def _mover(wanted: str, given: str) -> Move:
    """Return the function that takes spans of `given` to where they stand in `wanted`."""
    ours, theirs = wanted.splitlines(keepends=True), given.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, ours))]
    places = [0, *accumulate(map(len, theirs))]
    plain = ([line.strip() for line in theirs], [line.strip() for line in ours])
    shifts: list[tuple[int, int, int]] = []  # start and end in `given`, and how far to move
    for block in SequenceMatcher(None, *plain, autojunk=False).get_matching_blocks():
        for at in range(block.size):
            start = places[block.a + at]
            shifts.append((start, places[block.a + at + 1], starts[block.b + at] - start))

    def move(span: Span) -> Span | None:
        for start, end, shift in shifts:
            if start <= span.start and span.end <= end:
                return Span(span.start + shift, span.end + shift)
        return None

    return move


def _move_all(rows: tuple[R, ...], move: Move) -> tuple[R, ...]:
    return tuple(moved for row in rows if (moved := _move_row(row, move)) is not None)


def _move_row(row: R, move: Move) -> R | None:
    changes: dict[str, Span | tuple[Span, ...] | None] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Span):
            changes[field.name] = move(value)
            if changes[field.name] is None and field.name in ("span", "trigger"):
                return None
        elif isinstance(value, tuple) and value and isinstance(value[0], Span):
            changes[field.name] = tuple(filter(None, map(move, value)))
            if not changes[field.name]:
                return None
    return replace(row, **changes)  # type: ignore[arg-type]  # the fields are spans
