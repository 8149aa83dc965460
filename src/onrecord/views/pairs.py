"""Pairs of rows that differ or changed: which are one pair, and which are no change at all."""

from onrecord.ledger import FigureRow, Row
from onrecord.records import Comparison


def is_change(comparison: Comparison, a: Row, b: Row) -> bool:
    """Return whether what was said first was changed, and not only told otherwise elsewhere.

    Figures of two givers, or of two places, do not follow each other: "8%" that a union demands and
    "5%" that a company offers, "6 hours" in one town and "8 hours" in another.
    """
    if not isinstance(a, FigureRow) or not isinstance(b, FigureRow):
        return True
    if "different givers" in comparison.tags:
        return False
    if a.record.place and b.record.place and a.record.place != b.record.place:
        return False
    return "new version" not in comparison.tags or _name_givers(a) == _name_givers(b)


def name_side(row: Row, *, giver: bool) -> tuple[object, ...]:
    """Return what makes one side of a pair the same as that of another: words, or a value."""
    givers = _name_givers(row) if giver else ()
    if isinstance(row, FigureRow):
        figure = row.record
        return (figure.low, figure.high, figure.low_open, figure.high_open, givers)
    return (" ".join(row.words).casefold(), row.act, givers)


def _name_givers(row: Row) -> tuple[str, ...]:
    return tuple(party.name for party in row.who)
