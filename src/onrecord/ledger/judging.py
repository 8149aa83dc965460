"""Make a decision of what a person says about rows and names: check it, and anchor it."""

import sqlite3
from datetime import date
from math import isfinite
from typing import get_args

from onrecord.descriptions import find_fullest
from onrecord.errors import LedgerError
from onrecord.ledger.anchors import PersonAnchor, RowAnchor, list_places
from onrecord.ledger.answering import find_mention, find_record, keep_differences, read_answer
from onrecord.ledger.answers import (
    FIELDS,
    NOTHING,
    Answer,
    Days,
    Named,
    Value,
    list_set,
    pick_fields,
)
from onrecord.ledger.decisions import Draft
from onrecord.ledger.overlays import EMPTY, Overlay, correct_reading
from onrecord.ledger.queries import explain_missing, load_overlay, load_reading
from onrecord.ledger.rows import RowVerdict
from onrecord.records import ActType, Reading, RowKind, SpeechAct

LONGEST = 200  # characters of a name, a unit, or what is counted
MOST_NAMED = 12


def draft_verdict(
    connection: sqlite3.Connection,
    id_: str,
    verdict: RowVerdict,
    answer: Answer,
    *,
    who: str,
    why: str,
) -> Draft:
    """Return the decision about the row `id_`; `answer` is what a "correct" states.

    Raises `LedgerError` where the row is not there, or the answer says nothing new or nothing
    that such a row can say.
    """
    anchor, reading = _load_place(connection, id_)
    overlay = load_overlay(connection, anchor.article) or EMPTY
    shown = correct_reading(reading, Overlay(marks=overlay.marks), keep_rejected=True)
    before = read_answer(find_record(shown, id_), shown)
    if verdict == "accept":
        return Draft(kind="accept", who=who, why=why, row=anchor, after=before)
    if verdict == "reject":
        return Draft(kind="reject", who=who, why=why, row=anchor, before=before)
    _check_answer(answer, anchor.kind)
    after = keep_differences(answer, before, shown)
    if after == NOTHING:
        raise LedgerError("that is what the row says already; accept it, or state what differs")
    changed = frozenset(name for name, _ in list_set(after))
    return Draft(
        kind="correct",
        who=who,
        why=why,
        row=anchor,
        before=pick_fields(before, changed),
        after=after,
    )


def draft_tie(
    connection: sqlite3.Connection, id_: str, other: str, *, same: bool, who: str, why: str
) -> Draft:
    """Return the decision that two rows report one thing, or two."""
    first, second = sorted((id_, other))
    if first == second:
        raise LedgerError("that is one row; name two")
    row, _ = _load_place(connection, first)
    other_row, _ = _load_place(connection, second)
    if row.kind != other_row.kind:
        raise LedgerError(
            f"a {row.kind} and a {other_row.kind} are not compared; choose two of a kind"
        )
    if row.article == other_row.article and row.kind != "figure":
        raise LedgerError("both rows stand in one article, and so are one report; choose two")
    if same and _load_saga(connection, row.article) != _load_saga(connection, other_row.article):
        raise LedgerError("the rows stand in two stories, and so are not compared")
    kind = "same event" if same else "not same event"
    return Draft(kind=kind, who=who, why=why, row=row, other=other_row)


def draft_people(
    connection: sqlite3.Connection,
    first: tuple[str, str],
    second: tuple[str, str],
    *,
    same: bool,
    name: str | None,
    who: str,
    why: str,
) -> Draft:
    """Return the decision that two actors, each an article's id and an actor's there, are one.

    `name` is what both are then called: the longer of their names, unless it is given, and a name
    rather than an office.
    """
    person, person2 = (anchor_person(connection, *each) for each in (first, second))
    if name is not None:
        name = _check_name(name)
    if same and name is None:
        name = find_fullest((person.name, person2.name))
    return Draft(
        kind="same person" if same else "not same person",
        who=who,
        why=why,
        person=person,
        person2=person2,
        name=name if same else None,
    )


def anchor_person(connection: sqlite3.Connection, article: str, actor_id: str) -> PersonAnchor:
    """Return what a decision about an actor of `article` is tied to.

    A name of one word ("Smith") may be somebody else's in the next article: it is meant in its
    own alone. Fuller names are meant wherever they stand.
    """
    reading = load_reading(connection, article, as_read=True)
    overlay = load_overlay(connection, article)
    if overlay is not None:  # with whom people have added to it, under their own names
        reading = correct_reading(reading, Overlay(marks=overlay.marks), keep_rejected=True)
    actor = next((each for each in reading.actors if each.id == actor_id), None)
    if actor is None:
        raise LedgerError(f"{article} names no actor {actor_id!r}; take one of its rows")
    if actor.kind == "state":
        raise LedgerError(f"{actor.name} is a state, which its code tells from others")
    return PersonAnchor(
        article=article,
        name=actor.name,
        kind=actor.kind,
        everywhere=actor.kind != "person" or len(actor.name.split()) > 1,
        mention=find_mention(reading, actor),
    )


def _check_answer(answer: Answer, kind: RowKind) -> None:
    """Raise `LedgerError` where `answer` says what no row of that kind can say."""
    for name, value in list_set(answer):
        if name not in FIELDS[kind]:
            raise LedgerError(f"a {kind} has no {name!r}; it has {', '.join(FIELDS[kind])}")
        if name in ("who", "to"):
            _check_named(name, value, kind)
        elif name in ("unit", "counted") and value is not None:
            _check_name(value)
    if isinstance(answer.act, str):
        allowed = get_args(SpeechAct if kind == "statement" else ActType)
        if answer.act not in allowed:
            raise LedgerError(f"{answer.act!r} is no act of a {kind}: {', '.join(allowed)}")
    if isinstance(answer.when, Days):
        check_days(answer.when.earliest, answer.when.latest)
    if isinstance(answer.value, Value):
        _check_value(answer.value)


def check_days(earliest: date | None, latest: date | None) -> None:
    """Raise `LedgerError` where the two are no interval."""
    if earliest is not None and latest is not None and earliest > latest:
        raise LedgerError(f"{earliest} is after {latest}; state the first day first")


def _check_value(value: Value) -> None:
    low, high = value.low, value.high
    if low is None and high is None:
        raise LedgerError("a figure needs a number at one end at least")
    if low is not None and high is not None and low > high:
        raise LedgerError(f"{low} is more than {high}; state the lower end first")
    if not all(isfinite(end) for end in (low, high) if end is not None):
        raise LedgerError("a figure is a number, and neither infinite nor undefined")
    if value.bound is not None:
        _check_name(value.bound)


def _check_named(field: str, named: tuple[Named, ...], kind: RowKind) -> None:
    several = kind == "act" or (kind == "statement" and field == "who")
    if len(named) > (MOST_NAMED if several else 1):
        raise LedgerError(f"{field!r} of a {kind} names {len(named)}; that is too many")
    for one in named:
        _check_name(one.name)


def _check_name(name: str) -> str:
    words = " ".join(name.split())
    if not words or len(words) > LONGEST:
        raise LedgerError(f"a name has 1 to {LONGEST} characters")
    if words != name:
        raise LedgerError(f"{name!r} has white space that a name does not have")
    return name


def _load_place(connection: sqlite3.Connection, id_: str) -> tuple[RowAnchor, Reading]:
    """Return where the row `id_` stands, and all that was read in its article."""
    found = connection.execute(
        "SELECT article FROM rows WHERE id = ? UNION SELECT article FROM rejected WHERE id = ?",
        (id_, id_),
    ).fetchone()
    if found is None:
        raise explain_missing("row", id_)
    reading = load_reading(connection, found[0], as_read=True)
    return next(p.anchor for p in list_places(reading) if p.id == id_), reading


def _load_saga(connection: sqlite3.Connection, article: str) -> str | None:
    found = connection.execute("SELECT saga FROM articles WHERE id = ?", (article,)).fetchone()
    return None if found is None else found[0]
