"""Rows as lists of a page: grouped by day, copies under what they repeat, and what the ledger
knows of their accounts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TypeVar

from onrecord.ledger import ActRow, FigureRow, Ledger, Row
from onrecord.records import Relation, When
from onrecord.views.days import show_days
from onrecord.views.words import show_act, show_measure, show_who, show_words

PAGE = 50  # rows
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A row, and the rows of the same list that say just the same in other reports."""

    row: Row
    also: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What is told under one heading."""

    heading: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """An account whose reports differ or changed; `relations` says which of the two there is."""

    relations: dict[Relation, int]


def take_page(items: Iterable[T], page: int, size: int = PAGE) -> tuple[list[T], bool]:
    """Return the items of a page, counted from 1, and whether others follow."""
    taken = list(islice(items, (page - 1) * size, page * size + 1))
    return taken[:size], len(taken) > size


def _day_of(row: Row) -> When:
    """Return the row's own time, or where that is not known its article's published date."""
    own = row.when
    return own if own.earliest or own.latest else row.published


def group_by_day(rows: Iterable[Row]) -> Iterator[Group]:
    """Yield the rows under their days; rows keep their order."""
    for heading, found in groupby(rows, key=lambda row: show_days(_day_of(row))):
        yield Group(heading=heading, told=tuple(fold_copies(found)))


def fold_copies(rows: Iterable[Row]) -> list[Told]:
    """Return the rows in their order, each with those behind it that repeat it.

    One wire report in three papers is told once, with the papers; what is told in other words, by
    somebody else, or was judged otherwise, keeps its place.
    """
    told: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        told.setdefault(_say(row), []).append(row)
    return [Told(row=row, also=tuple(also)) for row, *also in told.values()]


def _say(row: Row) -> tuple[object, ...]:
    """Return what two rows have in common of which one is a copy."""
    if row.account is None:
        return (row.id,)
    if isinstance(row, FigureRow):
        words = show_measure(row)[0]
    else:
        words = row.sentence if isinstance(row, ActRow) else show_words(row)
    return (row.account, row.review, show_who(row), show_act(row), words.casefold())


def find_accounts_of(ledger: Ledger, rows: Sequence[Row]) -> dict[str, Contested]:
    """Return the accounts of `rows` in which reports differ or changed."""
    ids = dict.fromkeys(row.account for row in rows if row.account)
    return {
        id_: Contested(relations=dict.fromkeys(relations, 1))
        for id_, relations in ledger.contested(id_ for id_ in ids if id_).items()
    }
