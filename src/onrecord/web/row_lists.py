"""Rows as lists of a page: grouped by day, with what the ledger knows of their accounts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TypeVar

from onrecord.ledger import Ledger, Row
from onrecord.records import Relation, When
from onrecord.views.days import show_days

PAGE = 50  # rows
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """An account whose reports differ or changed; `relations` says which of the two there is."""

    relations: dict[Relation, int]


def take_page(items: Iterable[T], page: int, size: int = PAGE) -> tuple[list[T], bool]:
    """Return the items of a page, counted from 1, and whether others follow."""
    taken = list(islice(items, (page - 1) * size, page * size + 1))
    return taken[:size], len(taken) > size


def day_of(row: Row) -> When:
    """Return the row's own time, or where that is not known its article's published date."""
    own = row.when
    return own if own.earliest or own.latest else row.published


def group_by_day(rows: Iterable[Row]) -> Iterator[Group]:
    """Yield the rows under their days; rows keep their order."""
    for heading, found in groupby(rows, key=lambda row: show_days(day_of(row))):
        yield Group(heading=heading, rows=tuple(found))


def find_accounts_of(ledger: Ledger, rows: Sequence[Row]) -> dict[str, Contested]:
    """Return the accounts of `rows` in which reports differ or changed."""
    ids = dict.fromkeys(row.account for row in rows if row.account)
    return {
        id_: Contested(relations=dict.fromkeys(relations, 1))
        for id_, relations in ledger.contested(id_ for id_ in ids if id_).items()
    }
