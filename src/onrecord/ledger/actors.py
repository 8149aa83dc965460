"""Questions about one actor across articles: every function reads, and none writes."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.compare.actor_keys import find_surname, key_bearers
from onrecord.errors import LedgerError
from onrecord.ledger.codec import decode_row
from onrecord.ledger.queries import ROW_COLUMNS, ROW_ORDER, ROW_TABLES, make_row
from onrecord.ledger.rows import ActorForm, ActorPart, ActorRow, ActRow, Party, Row, StatementRow
from onrecord.ledger.words import match_all
from onrecord.records import Actor, RowKind

MOST_FORMS = 200  # names that hold the same word; of more, those with the most rows are compared
_MISSING = "nobody in the ledger is named “{name}”; search for a part of the name"


@dataclass(frozen=True, slots=True)
class _Named:
    """One line of the table of names, with someone who bears it in some row."""

    number: int
    title: str
    rows: int
    party: Party


def find_actor(connection: sqlite3.Connection, name: str) -> ActorRow:
    """Return the actor who is named so; raise `LedgerError` where nobody is.

    Of several who are named exactly so, or else of those whose name holds these words, the one
    with the most rows is meant. Forms of a name are one actor's by the rules by which rows of
    several articles are compared.
    """
    found = _find_names(connection, name)
    exact = [named for named in found if named.party.name.casefold() == name.casefold()]
    if not found:
        raise LedgerError(_MISSING.format(name=name))
    meant = (exact or found)[0]
    if meant.party.kind == "person":
        found += _find_names(connection, find_surname(meant.party.name))
    elif meant.party.kind == "state":
        found += _find_names(connection, meant.party.name, state=meant.party.state)
    by_number = {named.number: named for named in found}
    keys = key_bearers(
        (("", str(number)), _make_actor(named)) for number, named in by_number.items()
    )
    own = keys["", str(meant.number)]
    forms = [named for number, named in by_number.items() if keys["", str(number)] == own]
    forms.sort(key=lambda named: (-named.rows, named.party.name, named.title))
    numbers = [named.number for named in forms]
    return ActorRow(
        name=max((named.party.name for named in forms), key=lambda form: (len(form), form)),
        kind=meant.party.kind,
        state=meant.party.state,
        forms=tuple(
            ActorForm(name=n.party.name, title=n.title, state=n.party.state, rows=n.rows)
            for n in forms
        ),
        parts=_count_parts(connection, numbers),
        sagas=_count_sagas(connection, numbers),
    )


def list_rows_of(
    connection: sqlite3.Connection,
    actor: ActorRow,
    part: ActorPart,
    kind: RowKind,
    saga: str | None,
    limit: int,
    offset: int,
) -> Iterator[Row]:
    """Yield the rows of `kind` in which `actor` has the part, by day, article and place."""
    numbers = _number_forms(connection, actor)
    within = "" if saga is None else " AND article IN (SELECT id FROM articles WHERE saga = ?)"
    chosen = (
        "SELECT number FROM rows WHERE kind = ? AND number IN"
        f" (SELECT row FROM row_names WHERE part = ? AND name IN ({_marks(numbers)})){within}"
        f" ORDER BY {ROW_ORDER} LIMIT ? OFFSET ?"
    )
    values = (kind, part, *numbers, *(() if saga is None else (saga,)), limit, offset)
    for columns in connection.execute(
        f"SELECT {ROW_COLUMNS} FROM {ROW_TABLES} WHERE rows.number IN ({chosen})"
        f" ORDER BY {ROW_ORDER}",
        values,
    ):
        yield make_row(columns)


def _find_names(
    connection: sqlite3.Connection, words: str, *, state: str | None = None
) -> list[_Named]:
    """Return the names that hold `words` or belong to `state`, the most used first.

    The name itself is looked up beside its words: what the index takes for a word may differ.
    """
    words = words.encode("utf-8", "replace").decode()
    found = connection.execute(
        "SELECT number, name, title, state,"
        " (SELECT count(*) FROM row_names WHERE name = names.number) AS uses FROM names"
        " WHERE number IN (SELECT rowid FROM names_index WHERE names_index MATCH ?)"
        " OR name = ? OR state = ? ORDER BY uses DESC, name, title, state LIMIT ?",
        (f"name : ({match_all(words)})", words, state, MOST_FORMS),
    )
    named = []
    for number, name, title, of_state, rows in found.fetchall():
        party = _find_bearer(connection, number, name, of_state or None)
        if party is not None:
            named.append(_Named(number, title, rows, party))
    return named


def _find_bearer(
    connection: sqlite3.Connection, number: int, name: str, state: str | None
) -> Party | None:
    """Return someone of that name and state from a row; `None` for a row that was lost."""
    found = connection.execute(
        "SELECT kind, record, sentence FROM rows"
        " WHERE number = (SELECT row FROM row_names WHERE name = ? LIMIT 1)",
        (number,),
    ).fetchone()
    if found is None:
        return None
    parties = _list_parties(decode_row(*found))
    return next((party for party in parties if (party.name, party.state) == (name, state)), None)


def _list_parties(row: Row) -> Iterator[Party]:
    yield from (*row.who, *row.to, *row.denied_by)
    if isinstance(row, StatementRow):
        yield from row.relayed_by
    if isinstance(row, ActRow) and row.asserted_by is not None:
        yield row.asserted_by


def _make_actor(named: _Named) -> Actor:
    party = named.party
    return Actor(
        id=str(named.number),
        name=party.name,
        kind=party.kind,
        state=party.state,
        sector=party.sector,
        body=party.body,
        role=party.role,
    )


def _number_forms(connection: sqlite3.Connection, actor: ActorRow) -> list[int]:
    numbers = []
    for form in actor.forms:
        found = connection.execute(
            "SELECT number FROM names WHERE name = ? AND title = ? AND state = ?",
            (form.name, form.title, form.state or ""),
        ).fetchone()
        if found is not None:
            numbers.append(int(found[0]))
    return numbers


def _count_parts(
    connection: sqlite3.Connection, numbers: Sequence[int]
) -> dict[tuple[ActorPart, RowKind], int]:
    found = connection.execute(
        "SELECT part, kind, count(DISTINCT row) FROM row_names JOIN rows ON number = row"
        f" WHERE name IN ({_marks(numbers)}) GROUP BY part, kind",
        numbers,
    )
    return {(part, kind): count for part, kind, count in found}


def _count_sagas(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[str, int]:
    """Return in how many rows of each saga the names stand, the most first."""
    found = connection.execute(
        "SELECT saga, count(DISTINCT row) AS uses FROM row_names JOIN rows ON rows.number = row"
        f" JOIN articles ON articles.id = rows.article WHERE name IN ({_marks(numbers)})"
        " AND saga IS NOT NULL GROUP BY saga ORDER BY uses DESC, saga",
        numbers,
    )
    return dict(found.fetchall())


def _marks(numbers: Sequence[int]) -> str:
    return ", ".join("?" * len(numbers))
