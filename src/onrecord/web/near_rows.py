"""The rows around a row in its own article, and how they hang together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.ledger import ActRow, Row, StatementRow

MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A row of the same article, and what it is to the row at hand."""

    how: str
    row: Row


def find_near(row: Row, rows: Sequence[Row]) -> list[Near]:
    """Return the rows of `rows` that `row` hangs together with, the closest ties first."""
    found: dict[str, Near] = {}
    for other in rows:
        for how in _tie(row, other):
            found.setdefault(other.id, Near(how=how, row=other))
    for other in rows:
        shared = _share_sentence(row, other)
        if shared and other.id != row.id:
            found.setdefault(other.id, Near(how="in the same sentence", row=other))
    return list(found.values())[:MOST]


def _tie(row: Row, other: Row) -> Iterator[str]:
    if isinstance(row, StatementRow) and isinstance(other, StatementRow):
        if row.record.within == other.id:
            yield "it stands within what is said here"
        if other.record.within == row.id:
            yield "it holds this inner statement"
        if row.record.answers == other.id:
            yield "it answers this question"
        if other.record.answers == row.id:
            yield "it is answered here"
    if isinstance(row, ActRow) and row.record.content == other.id:
        yield "it is about this act"
    if isinstance(other, ActRow) and other.record.content == row.id:
        yield "it is what this act is about"


def _share_sentence(row: Row, other: Row) -> bool:
    a, b = row.sentence_span, other.sentence_span
    return a.start < b.end and b.start < a.end
