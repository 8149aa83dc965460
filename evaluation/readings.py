"""Passages that were read twice: what is compared with what."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

Passage = TypeVar("Passage")
Rows = TypeVar("Rows")


class Readings(NamedTuple, Generic[Passage]):
    """One passage in three states of what is marked in it."""

    settled: Passage  # as it is measured on
    first: Passage  # as it was before anything was settled
    second: Passage


def pair_readings(
    readings: Sequence[Readings[Passage]],
    *,
    theirs: Sequence[Rows],
    found: Sequence[Rows],
    marks: str,
) -> Iterator[tuple[str, Iterable[tuple[Passage, Rows]]]]:
    """Yield what is compared, and its pairs: first what should be found, then what was.

    `theirs` are the rows of the second readings, `found` those of the trained reader.
    """
    settled, first, second = zip(*readings, strict=True)
    for title, gold, given in (
        (f"{len(readings)} passages, the second reading by the first", first, theirs),
        ("the reader, by the first reading", first, found),
        ("the reader, by the second reading", second, found),
        (f"the reader, by the {marks} as settled", settled, found),
    ):
        yield title, zip(gold, given, strict=True)
