"""Draw the accounts of rows whose ties, sagas or lineages have changed.

Rows are grouped by the ties between rows of one saga, again only as far as a change reaches; what
comes out is what agglomerating all rows at once would give.
"""

import sqlite3
from collections.abc import Collection, Iterable

import msgspec

from onrecord.ledger.account_writing import AccountWriter
from onrecord.ledger.codec import encode_json
from onrecord.ledger.linking import Linker
from onrecord.ledger.row_groups import RowGroups
from onrecord.ledger.seating import Group, load_guests, seat_guests
from onrecord.ledger.story_writing import Moves
from onrecord.records import Account

_accounts = msgspec.json.Decoder(Account)


def draw_accounts(
    connection: sqlite3.Connection, linker: Linker, stale: Iterable[str], moves: Moves
) -> set[str]:
    """Draw the accounts of `stale` rows and of what `moves` changes; return the sagas concerned."""
    rows = RowGroups(connection, moves)
    writer = AccountWriter(connection, linker, rows, moves)
    drawn = _group_rows(connection, rows, stale)
    writer.write(drawn)
    writer.write(_list_recounted(connection, moves, besides=drawn))
    _move_accounts(connection, rows, moves, writer.concerned)
    return writer.concerned


def _group_rows(
    connection: sqlite3.Connection, rows: RowGroups, stale: Iterable[str]
) -> dict[Group, Group]:
    """Group `stale` rows again; return the groups that are not as they were, with their guests."""
    from onrecord.compare import ACCOUNT_BARS
    from onrecord.stories import regroup

    touched = list(dict.fromkeys((*stale, *rows.list_torn())))
    strong, grouped = rows.list_strong(touched), rows.load_before(touched)
    changed = {row for row in touched if strong[row] or rows.list_told(row) or row in grouped}
    groups = regroup(
        changed,
        list_group=rows.list_before,
        near=rows,
        find_home=rows.find_home,
        list_told=rows.list_told,
        **ACCOUNT_BARS,
    )
    before = {row: rows.list_before(row) for group in groups for row in group}
    guests = seat_guests(rows, groups, changed, strong, connection)
    sat = load_guests(connection, [group[0] for group in guests])
    return {
        group: seated
        for group, seated in guests.items()
        if before.get(group[0], group) != group or sat.get(group[0], ()) != seated
    }


def _list_recounted(
    connection: sqlite3.Connection, moves: Moves, *, besides: Collection[Group]
) -> dict[Group, Group]:
    """Return the groups that have a row, or a guest, of an article with a new lineage, with their
    guests, but for those `besides`."""
    firsts: set[str] = set()
    for article in moves.recounted:
        found = connection.execute(
            "SELECT first FROM rows JOIN kin ON kin.row = rows.id WHERE article = ?1"
            " UNION SELECT first FROM rows JOIN guests ON guests.row = rows.id"
            " JOIN rows host ON host.account = guests.account JOIN kin ON kin.row = host.id"
            " WHERE rows.article = ?1",
            (article,),
        )
        firsts.update(first for (first,) in found)
    left = sorted(firsts - {group[0] for group in besides})
    groups: dict[str, list[str]] = {first: [] for first in left}
    for first, row in connection.execute(
        "SELECT first, row FROM json_each(?) CROSS JOIN kin ON first = json_each.value"
        " ORDER BY row",
        (encode_json(left),),
    ):
        groups[first].append(row)
    guests = load_guests(connection, left)
    return {tuple(group): guests.get(first, ()) for first, group in groups.items()}


def _move_accounts(
    connection: sqlite3.Connection, rows: RowGroups, moves: Moves, concerned: set[str]
) -> None:
    """Give the accounts of sagas that are others now, but came along whole, their new saga."""
    moved: dict[str, set[str]] = {}
    for old, new in moves.sagas.values():
        if old is not None:
            moved.setdefault(old, set()).add(new)
    for old, found in moved.items():
        if found == {old}:
            continue
        concerned.discard(old)
        for id_, record in connection.execute(
            "SELECT id, record FROM accounts WHERE story = ?", (old,)
        ).fetchall():
            saga = rows.find_saga(_accounts.decode(record).rows[0].article)
            if saga != old:
                concerned.add(saga)
                connection.execute("UPDATE accounts SET story = ? WHERE id = ?", (saga, id_))
