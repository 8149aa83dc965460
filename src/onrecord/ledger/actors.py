"""Questions about one actor across articles: every function reads, and none writes."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.compare.actor_keys import find_surname, key_bearers, may_be_several
from onrecord.descriptions import find_fullest, is_description
from onrecord.errors import LedgerError
from onrecord.ledger.codec import decode_row
from onrecord.ledger.queries import ROW_COLUMNS, ROW_ORDER, ROW_TABLES, make_row
from onrecord.ledger.rows import ActorForm, ActorPart, ActorRow, Party, Row, list_parties
from onrecord.ledger.search_words import match_all
from onrecord.records import Actor, ActorKind, RowKind

MOST_FORMS = 200  # names that hold the same word; of more, those with the most rows are compared
_MISSING = "nobody in the ledger is named “{name}”; search for a part of the name"


@dataclass(frozen=True, slots=True)
class _Named:
    """One line of the table of names, with someone who bears it in some row.

    `name` may be how an article names them where people have told who that is.
    """

    number: int
    name: str
    title: str
    rows: int
    party: Party


class _Condition(NamedTuple):
    """A condition in SQL with the values that stand for its marks."""

    where: str
    values: tuple[int, ...]


def find_actor(connection: sqlite3.Connection, name: str) -> ActorRow:
    """Return the actor who is named so; raise `LedgerError` where nobody is.

    Of several who are named exactly so, or else of those whose name holds these words, the one
    with the most rows is meant. Forms of a name are one actor's by the rules by which rows of
    several articles are compared.
    """
    found = _find_names(connection, name)
    exact = [named for named in found if named.name.casefold() == name.casefold()]
    if not found:
        raise LedgerError(_MISSING.format(name=name))
    meant = (exact or found)[0]
    found += _find_other_names(connection, meant.party)
    by_number = {named.number: named for named in found}
    keys = key_bearers(
        (("", str(number)), _make_actor(named)) for number, named in by_number.items()
    )
    own = keys["", str(meant.number)]
    forms = [named for number, named in by_number.items() if keys["", str(number)] == own]
    forms.sort(key=lambda named: (-named.rows, named.name, named.title))
    within = _choose_rows({named.number: named.name for named in forms}, meant.party.kind)
    return ActorRow(
        name=find_fullest(named.party.name for named in forms),
        kind=meant.party.kind,
        state=meant.party.state,
        forms=tuple(
            ActorForm(name=n.name, title=n.title, state=n.party.state, rows=n.rows) for n in forms
        ),
        parts=_count_parts(connection, within),
        sagas=_count_sagas(connection, within),
        several=may_be_several(own),
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
    named = _choose_rows(_number_forms(connection, actor), actor.kind)
    within = "" if saga is None else " AND article IN (SELECT id FROM articles WHERE saga = ?)"
    chosen = (
        "SELECT number FROM rows WHERE kind = ? AND number IN"
        f" (SELECT row FROM row_names WHERE part = ? AND {named.where}){within}"
        f" ORDER BY {ROW_ORDER} LIMIT ? OFFSET ?"
    )
    values = (kind, part, *named.values, *(() if saga is None else (saga,)), limit, offset)
    for columns in connection.execute(
        f"SELECT {ROW_COLUMNS} FROM {ROW_TABLES} WHERE rows.number IN ({chosen})"
        f" ORDER BY {ROW_ORDER}",
        values,
    ):
        yield make_row(columns)


def _find_other_names(connection: sqlite3.Connection, party: Party) -> Iterator[_Named]:
    """Yield names that may mean the same actor: those with the surname or of the same office, and
    those that people have told to be this one's (see `onrecord.ledger.store`)."""
    yield from _find_names(connection, party.name)
    yield from _list_named(
        connection,
        "title = ? AND number IN (SELECT rowid FROM names_index WHERE names_index MATCH ?)",
        (party.name, f"title : ({match_all(party.name)})"),
    )
    if party.kind == "person":
        yield from _find_names(connection, find_surname(party.name))
        if party.state is not None and party.role is not None:
            yield from _find_office(connection, party.role, party.state)
    elif party.kind == "state":
        yield from _find_names(connection, party.name, state=party.state)


def _find_names(
    connection: sqlite3.Connection, words: str, *, state: str | None = None
) -> list[_Named]:
    """Return the names that hold `words` or belong to `state`, the most used first.

    The name itself is looked up beside its words: what the index takes for a word may differ.
    """
    words = words.encode("utf-8", "replace").decode()
    return _list_named(
        connection,
        "number IN (SELECT rowid FROM names_index WHERE names_index MATCH ?)"
        " OR name = ? OR state = ?",
        (f"name : ({match_all(words)})", words, state),
    )


def _find_office(connection: sqlite3.Connection, role: str, state: str) -> list[_Named]:
    """Return those of `state` whose name or title tells the office."""
    return _list_named(
        connection,
        "state = ? AND number IN (SELECT rowid FROM names_index WHERE names_index MATCH ?)",
        (state, match_all(role)),
    )


def _list_named(
    connection: sqlite3.Connection, where: str, values: tuple[str | None, ...]
) -> list[_Named]:
    found = connection.execute(
        "SELECT number, name, title, state,"
        " (SELECT count(*) FROM row_names WHERE name = names.number) AS uses FROM names"
        f" WHERE {where} ORDER BY uses DESC, name, title, state LIMIT ?",
        (*values, MOST_FORMS),
    )
    named = []
    for number, name, title, of_state, rows in found.fetchall():
        party = _find_bearer(connection, number, name, title, of_state or None)
        if party is not None:
            named.append(_Named(number, name, title, rows, party))
    return named


def _find_bearer(
    connection: sqlite3.Connection, number: int, name: str, title: str, state: str | None
) -> Party | None:
    """Return someone of that name and state from a row; `None` for a row that was lost.

    Where people have told who it is, the name is the article's and the title what they told.
    """
    found = connection.execute(
        "SELECT kind, record, sentence FROM rows"
        " WHERE number = (SELECT row FROM row_names WHERE name = ? LIMIT 1)",
        (number,),
    ).fetchone()
    if found is None:
        return None
    parties = (party for _, party in list_parties(decode_row(*found)))
    bearers = (p for p in parties if p.state == state)
    return next((p for p in bearers if p.name == name or (p.named, p.name) == (name, title)), None)


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
        identity=party.identity,
    )


def _choose_rows(names: Mapping[int, str], kind: ActorKind) -> _Condition:
    """Return the condition for the lines of `row_names` that mean an actor with these names.

    An office without a name ("the Ostran minister") means its holder in the stories that name the
    holder; in another year it is somebody else's.
    """
    offices = [n for n, name in names.items() if kind == "person" and is_description(name)]
    own = [number for number in names if number not in offices]
    if not (offices and own):
        return _Condition(f"name IN ({_marks(list(names))})", tuple(names))
    return _Condition(
        f"(name IN ({_marks(own)}) OR name IN ({_marks(offices)}) AND row IN"
        " (SELECT told.number FROM rows told JOIN articles ON articles.id = told.article"
        "  WHERE saga IN (SELECT saga FROM row_names naming JOIN rows ON rows.number = naming.row"
        f"  JOIN articles ON articles.id = rows.article WHERE naming.name IN ({_marks(own)}))))",
        (*own, *offices, *own),
    )


def _number_forms(connection: sqlite3.Connection, actor: ActorRow) -> dict[int, str]:
    numbers = {}
    for form in actor.forms:
        found = connection.execute(
            "SELECT number FROM names WHERE name = ? AND title = ? AND state = ?",
            (form.name, form.title, form.state or ""),
        ).fetchone()
        if found is not None:
            numbers[int(found[0])] = form.name
    return numbers


def _count_parts(
    connection: sqlite3.Connection, within: _Condition
) -> dict[tuple[ActorPart, RowKind], int]:
    found = connection.execute(
        "SELECT part, kind, count(DISTINCT row) FROM row_names JOIN rows ON number = row"
        f" WHERE {within.where} GROUP BY part, kind",
        within.values,
    )
    return {(part, kind): count for part, kind, count in found}


def _count_sagas(connection: sqlite3.Connection, within: _Condition) -> dict[str, int]:
    """Return in how many rows of each saga the names stand, the most first."""
    found = connection.execute(
        "SELECT saga, count(DISTINCT row) AS uses FROM row_names JOIN rows ON rows.number = row"
        f" JOIN articles ON articles.id = rows.article WHERE {within.where}"
        " AND saga IS NOT NULL GROUP BY saga ORDER BY uses DESC, saga",
        within.values,
    )
    return dict(found.fetchall())


def _marks(numbers: Sequence[int]) -> str:
    return ", ".join("?" * len(numbers))
