"""Pairs of rows that differ or changed: which are one pair, and which are no change at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.ledger import FigureRow, Row
from onrecord.records import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two rows with how they stand to each other; `times` counts the copies that stand so too.

    `a` is the earlier one where something has changed, else the one that was published first.
    """

    comparison: Comparison
    a: Row
    b: Row
    times: int = 1


def fold_pairs(comparisons: Iterable[Comparison], rows: Mapping[str, Row]) -> list[Pair]:
    """Return the pairs in their order, those that say the same on both sides as one.

    "Some 15,000" in three papers and "some 9,000" in a fourth differ once, not three times.
    """
    pairs: dict[tuple[object, ...], Pair] = {}
    for each in comparisons:
        a, b = order_sides(each, rows)
        changed = each.relation == "changed"
        sides = [name_side(row, giver=not changed) for row in (a, b)]
        if not changed:  # the others have no direction
            sides.sort(key=repr)
        key = (each.account, each.relation, each.tags, *sides)
        known = pairs.get(key, Pair(comparison=each, a=a, b=b, times=0))
        pairs[key] = replace(known, times=known.times + 1)
    return list(pairs.values())


def order_sides(comparison: Comparison, rows: Mapping[str, Row]) -> tuple[Row, Row]:
    """Return both rows: what was before a change first, else what was surely published first."""
    a, b = rows[comparison.a.row], rows[comparison.b.row]
    first, second = a.published.earliest, b.published.latest
    later = first is not None and second is not None and first > second
    return (b, a) if later and comparison.relation != "changed" else (a, b)


def show_reason(comparison: Comparison, one: Row, other: Row) -> str:
    """Return why two rows stand so to each other, without the words of both: "two givers, 1 day
    apart" of "“seven” and “nine”: two givers, 1 day apart"."""
    reason = comparison.reason
    if isinstance(one, FigureRow) and isinstance(other, FigureRow):
        words = one.record.words, other.record.words
        for first, second in (words, words[::-1]):
            reason = reason.removeprefix(f"“{first}” and “{second}”: ")
            reason = reason.removeprefix(f"“{first}”, then “{second}”: ")
    return reason


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
