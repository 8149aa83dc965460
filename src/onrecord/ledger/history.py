"""What people decided, with whether it still holds and what it found."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.errors import LedgerError
from onrecord.ledger.anchors import PersonAnchor, find_actor
from onrecord.ledger.decisions import Decision, read_line
from onrecord.ledger.persons import JOINS, PARTS
from onrecord.ledger.queries import load_reading, load_row
from onrecord.ledger.rows import DecisionState

_COLUMNS = "decisions.id, decisions.state, decisions.record"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """A decision, whether it holds, and the rows that it found.

    `lost` says why a decision that holds does not apply any more, in a sentence; it is then kept
    and shown, and never moved to other words.
    """

    decision: Decision
    state: DecisionState
    row: str | None = None
    other: str | None = None
    lost: str | None = None


def list_decisions(
    connection: sqlite3.Connection, *, lost: bool = False, limit: int = -1, offset: int = 0
) -> Iterator[DecisionRow]:
    """Yield all decisions, the newest first; with `lost` those that hold and do not apply."""
    where = ""
    if lost:
        where = (
            "WHERE state = 'holds' AND (id IN (SELECT decision FROM decided WHERE row IS NULL)"
            " OR (article IS NOT NULL AND kind NOT IN ('remove', 'restore')"
            " AND article NOT IN (SELECT id FROM articles))"
            f" OR kind IN ('{JOINS}', '{PARTS}'))"
        )
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM decisions {where} ORDER BY moment DESC, id LIMIT ? OFFSET ?",
        (limit, offset),
    )
    for columns in found.fetchall():
        row = _make(connection, columns)
        if not lost or row.lost:
            yield row


def load_decision(connection: sqlite3.Connection, id_: str) -> DecisionRow:
    """Return the decision `id_`; raise `LedgerError` where there is none."""
    columns = connection.execute(
        f"SELECT {_COLUMNS} FROM decisions WHERE id = ?", (id_,)
    ).fetchone()
    if columns is None:
        raise LedgerError(f"there is no decision {id_!r} in the ledger; list them first")
    return _make(connection, columns)


def list_row_history(connection: sqlite3.Connection, id_: str) -> Iterator[DecisionRow]:
    """Yield what was decided about the row `id_` and about those it names, the newest first."""
    row = load_row(connection, id_)
    parties = (*row.who, *row.to)
    names = {name for party in parties for name in (party.name, party.named) if name}
    found = connection.execute(
        f"SELECT {_COLUMNS}, moment FROM decisions WHERE id IN"
        " (SELECT decision FROM decided WHERE row = ?)"
        f" UNION SELECT {_COLUMNS}, moment FROM decisions WHERE kind IN ('{JOINS}', '{PARTS}')"
        " ORDER BY moment DESC",
        (id_,),
    )
    for *columns, _ in found.fetchall():
        one = _make(connection, columns)
        people = [each for each in (one.decision.person, one.decision.person2) if each]
        named = {person.name for person in people} | {one.decision.name}
        if not people or names & named:
            yield one


def _make(connection: sqlite3.Connection, columns: Any) -> DecisionRow:
    id_, state, record = columns
    decision = read_line(record)
    found = dict(
        connection.execute("SELECT part, row FROM decided WHERE decision = ?", (id_,)).fetchall()
    )
    return DecisionRow(
        decision=decision,
        state=state,
        row=found.get(0),
        other=found.get(1),
        lost=_explain_loss(connection, decision, found) if state == "holds" else None,
    )


def _explain_loss(
    connection: sqlite3.Connection, decision: Decision, found: dict[int, str | None]
) -> str | None:
    if decision.kind in ("remove", "restore", "undo"):
        return None
    anchors = [each for each in (decision.row, decision.other) if each is not None]
    articles = [each.article for each in anchors] + [decision.article]
    for article in filter(None, articles):
        if not _is_there(connection, article):
            return f"Its article {article} is not in the ledger."
    for part, anchor in enumerate(anchors):
        if found.get(part) is None:
            words = " … ".join(anchor.words)
            return (
                f"The article is no longer read as having a {anchor.kind} of exactly these words:"
                f" {words[:200]}"
            )
    for person in filter(None, (decision.person, decision.person2)):
        if not _is_named(connection, person):
            return f"Its article {person.article} no longer names anyone {person.name}."
    return None


def _is_there(connection: sqlite3.Connection, article: str) -> bool:
    found = connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,))
    return found.fetchone() is not None


def _is_named(connection: sqlite3.Connection, person: PersonAnchor) -> bool:
    if not _is_there(connection, person.article):
        return False
    reading = load_reading(connection, person.article)
    as_read = load_reading(connection, person.article, as_read=True)
    return any(
        find_actor(each, person.name, person.kind, person.mention) is not None
        for each in (as_read, reading)
    )


def count_judged(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows are open, accepted, corrected and rejected."""
    [rows] = connection.execute("SELECT count(*) FROM rows").fetchone()
    judged = dict(
        connection.execute(
            "SELECT review, count(*) FROM rows WHERE review IS NOT NULL GROUP BY review"
        ).fetchall()
    )
    [rejected] = connection.execute("SELECT count(*) FROM rejected").fetchone()
    return {
        "open": rows - sum(judged.values()),
        "accepted": judged.get("accepted", 0),
        "corrected": judged.get("corrected", 0),
        "rejected": rejected,
    }
