"""Lists of rows a page at a time, each from where the one before ended, however many there are."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from typing import NamedTuple

from onrecord.ledger.conditions import choose_rows
from onrecord.ledger.filters import Filter
from onrecord.ledger.queries import ROW_COLUMNS, ROW_ORDER, ROW_TABLES, make_row
from onrecord.ledger.rows import Row
from onrecord.records import RowKind


class RowPlace(NamedTuple):
    """Where a row stands in the order of lists."""

    day: str  # as the tables hold it
    article: str
    start: int
    id: str


def list_rows_from(
    connection: sqlite3.Connection,
    filter_: Filter,
    kind: RowKind | None,
    after: RowPlace | None,
    limit: int,
) -> tuple[list[Row], RowPlace | None]:
    """Return up to `limit` rows after a place, and the place of the last if others follow.

    Rows that come in or go in between move no other row to another page.
    """
    where = choose_rows(filter_, kind)
    if after is not None:
        where.add(f"({ROW_ORDER}) > (?, ?, ?, ?)", *after)
    found = connection.execute(
        f"SELECT {ROW_ORDER}, {ROW_COLUMNS} FROM {ROW_TABLES} WHERE rows.number IN"
        f" (SELECT number FROM rows {where.join()} ORDER BY {ROW_ORDER} LIMIT ?)"
        f" ORDER BY {ROW_ORDER}",
        (*where.values, limit + 1),
    ).fetchall()
    rows = [make_row(columns[4:]) for columns in found[:limit]]
    last = RowPlace(*found[limit - 1][:4]) if len(found) > limit else None
    return rows, last
