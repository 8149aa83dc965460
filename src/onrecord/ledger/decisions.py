"""What people decided: `decisions.jsonl`, one JSON object a line, only ever appended to.

    {"id": "d…", "when": "2026-03-01T10:00:00.000000Z", "who": "ana", "kind": "remove",
     "article": "p…", "why": "a test page"}

The file can be read, kept under version control and merged by hand: the order of decisions is
that of `when`, not of the lines. Kinds that this version does not know, and lines that it cannot
read, stay in the file and are reported.

A decision about a row is tied to the row's words and their place (`onrecord.ledger.anchors`), so
that it finds them again whatever version of rules and models has read the page since.
"""

import getpass
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, get_args

import msgspec

from onrecord.errors import LedgerError
from onrecord.ids import hash_id
from onrecord.ledger.anchors import PersonAnchor, RowAnchor
from onrecord.ledger.answers import NOTHING, Answer
from onrecord.ledger.opening import DECISIONS
from onrecord.ledger.rows import RowVerdict, TieVerdict

ROW_VERDICTS: frozenset[str] = frozenset(get_args(RowVerdict))
TIE_VERDICTS: frozenset[str] = frozenset(get_args(TieVerdict))
KINDS = frozenset({"remove", "restore", "pin", "undo"}) | ROW_VERDICTS | TIE_VERDICTS
LONGEST_NAME = 80  # characters of `who`
LONGEST_WHY = 2_000


def find_user() -> str:
    """Return in whose name decisions are made where nobody is named: whoever runs this."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user, as in some containers
        return "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one person decides, before it is written down.

    `article` is what "remove", "restore" and "pin" are about, `earliest` and `latest` are those
    of a "pin". `row` is what "accept", "correct" and "reject" are about: `before` is what it
    showed of what the decision states, `after` what the decision states. `row` and `other` are
    the two of "same event" and "not same event", `person` and `person2` those of "same person"
    and "not same person", and `name` is what both are then called. `undoes` is the id of the
    decision that an "undo" takes back.
    """

    kind: str
    who: str
    why: str = ""
    article: str | None = None
    earliest: date | None = None
    latest: date | None = None
    row: RowAnchor | None = None
    other: RowAnchor | None = None
    before: Answer = NOTHING
    after: Answer = NOTHING
    person: PersonAnchor | None = None
    person2: PersonAnchor | None = None
    name: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Draft):
    """One decision, as it was written down.

    `kind` is "unreadable" for a line that is no decision; `words` is the line as it stands in
    the file.
    """

    id: str
    when: datetime
    words: str = ""


def read_file(ledger: Path) -> bytes:
    """Return the decisions of the ledger as they stand in the file."""
    try:
        return (ledger / DECISIONS).read_bytes()
    except FileNotFoundError:
        return b""


def read_decisions(ledger: Path) -> tuple[Decision, ...]:
    """Return the decisions of the ledger, oldest first; unreadable lines come before all."""
    return parse_decisions(read_file(ledger))


def parse_decisions(data: bytes) -> tuple[Decision, ...]:
    """Return the decisions that the lines of a file are, oldest first."""
    lines = data.decode("utf-8", "replace").split("\n")
    found = [read_line(line) for line in lines if line.strip()]
    unique = {(decision.when, decision.id): decision for decision in found}
    return tuple(unique[key] for key in sorted(unique))


def append_decision(
    ledger: Path, draft: Draft, *, now: datetime, latest: datetime | None = None
) -> str:
    """Write a decision at the end of the file, flush it to the disk, and return its id.

    `latest` is when the latest one before it was made; without it, the file is asked.
    """
    who = " ".join(draft.who.split())
    if not who:
        raise LedgerError("a decision needs the name of who makes it; give it with who=")
    if len(who) > LONGEST_NAME or len(draft.why) > LONGEST_WHY:
        raise LedgerError(
            f"a name has at most {LONGEST_NAME} characters and a reason {LONGEST_WHY}; shorten it"
        )
    if latest is None:
        latest = max((each.when for each in read_decisions(ledger)), default=None)
    when = now.astimezone(UTC)
    if latest is not None and latest >= when:  # clocks stand, and are set back
        when = latest + timedelta(microseconds=1)
    fields: dict[str, Any] = msgspec.to_builtins(draft, builtin_types=(datetime, date))
    kept = {name: value for name, value in fields.items() if value not in (None, {})}
    content = msgspec.json.encode(kept, order="deterministic").decode()
    id_ = hash_id("d", when.isoformat(), content)
    line = msgspec.json.encode({"id": id_, "when": when, **kept, "who": who, "why": draft.why})
    with (ledger / DECISIONS).open("ab+") as stream:
        if not _ends_line(stream):
            line = b"\n" + line  # a killed run left half a line
        stream.write(line + b"\n")
        stream.flush()
        os.fsync(stream.fileno())
    return id_


def find_undone(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the ids of those that were undone; to undo an undoing makes the first hold again."""
    undone: set[str] = set()
    for decision in sorted(decisions, key=lambda each: (each.when, each.id), reverse=True):
        if decision.kind == "undo" and decision.undoes and decision.id not in undone:
            undone.add(decision.undoes)
    return frozenset(undone)


def read_line(line: str) -> Decision:
    """Return the decision that `line` is; one of the kind "unreadable" where it is none."""
    try:
        fields = msgspec.json.decode(line)
        decision = msgspec.convert(fields, Decision)
    except (msgspec.MsgspecError, RecursionError):
        return Decision(
            id=hash_id("d", line),
            when=datetime.min.replace(tzinfo=UTC),
            who="",
            kind="unreadable",
            words=line,
        )
    when = decision.when if decision.when.tzinfo else decision.when.replace(tzinfo=UTC)
    return replace(decision, when=when, words=line)


def _ends_line(stream: BinaryIO) -> bool:
    end = stream.seek(0, os.SEEK_END)
    if not end:
        return True
    stream.seek(end - 1)
    return stream.read(1) == b"\n"
