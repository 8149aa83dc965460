"""Find the guests of accounts (`onrecord.compare.guests`), again only where a change can reach."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Protocol

from onrecord.ledger.codec import encode_json
from onrecord.records import RowKind

if TYPE_CHECKING:
    from onrecord.compare import Near

Group = tuple[str, ...]


class Grouped(Protocol):
    """What seating asks about rows, as they are now."""

    def find_kind(self, row: str, /) -> RowKind | None:
        """Return the kind of a row, `None` for one that is gone."""

    def find_home(self, row: str, /) -> str:
        """Return the home of a row (see `onrecord.compare.find_home`)."""

    def list_near(self, row: str, /) -> "Iterator[Near]":
        """Yield the rows of its saga that a row is tied to."""

    def list_before(self, row: str, /) -> Group:
        """Return the rows that were grouped with `row` before it was grouped again."""

    def list_told(self, row: str, /) -> Mapping[str, bool]:
        """Return the rows that people told to be of one account with `row`, or not."""


def seat_guests(
    rows: Grouped,
    groups: Iterable[Group],
    changed: AbstractSet[str],
    strong: Mapping[str, Sequence[str]],
    connection: sqlite3.Connection,
) -> dict[Group, Group]:
    """Return the guests of `groups`, which were grouped again, and of those others that a
    `changed` row is a guest of, or was.

    `strong` are the rows that each changed one is tied to strongly. A group that is as it was, and
    of which no row has changed, has other guests only where one of these has.
    """
    guests = {group: _find_guests(rows, group) for group in groups}
    drawn = {row for group in guests for row in group}
    near: dict[Group, list[str]] = {}
    for row in sorted(changed):
        others = [other for other in strong[row] if other not in drawn]
        if others and _takes_guests(rows, row):
            for host in {rows.list_before(other) for other in others}:
                near.setdefault(host, []).append(row)
    sat = load_guests(connection, [host[0] for host in near])
    for host, found in near.items():
        if not changed.isdisjoint(sat.get(host[0], ())) or _may_sit(rows, host, found):
            guests[host] = _find_guests(rows, host)
    return guests


def load_guests(connection: sqlite3.Connection, firsts: Sequence[str]) -> dict[str, Group]:
    """Return the guests of groups as the table has them, by the first row of each."""
    guests: dict[str, list[str]] = {}
    for first, guest in connection.execute(
        "SELECT rows.id, guests.row FROM json_each(?)"
        " CROSS JOIN rows ON rows.id = json_each.value"
        " CROSS JOIN guests ON guests.account = rows.account ORDER BY 1, 2",
        (encode_json(list(firsts)),),
    ):
        guests.setdefault(first, []).append(guest)
    return {first: tuple(found) for first, found in guests.items()}


def _find_guests(rows: Grouped, group: Group) -> Group:
    from onrecord.compare import pick_guests, rank_guests

    if not _takes_guests(rows, group[0]) or any(_is_parted(rows, row) for row in group):
        return ()
    inside = frozenset(group)
    ties = (tie for row in group for tie in rows.list_near(row) if tie.row not in inside)
    ranked = [
        row
        for row in rank_guests([rows.find_home(row) for row in group], ties)
        if not _is_parted(rows, row)
    ]
    return pick_guests(ranked, rows.list_near(ranked[0])) if ranked else ()


def _may_sit(rows: Grouped, host: Group, found: Iterable[str]) -> bool:
    """Return whether one of the rows `found` is like the whole group of `host`."""
    from onrecord.compare import Near, rank_guests

    homes = [rows.find_home(row) for row in host]
    inside = frozenset(host)
    for row in found:
        home = rows.find_home(row)
        ties = [Near(row, home, tie.score) for tie in rows.list_near(row) if tie.row in inside]
        if rank_guests(homes, ties):
            return True
    return False


def _takes_guests(rows: Grouped, row: str) -> bool:
    from onrecord.compare import TAKE_GUESTS

    return rows.find_kind(row) in TAKE_GUESTS


def _is_parted(rows: Grouped, row: str) -> bool:
    """Return whether people told that the row is not of one account with some other."""
    return not all(rows.list_told(row).values())
