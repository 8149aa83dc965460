"""What people decided: `decisions.jsonl`, one JSON object a line, only ever appended to.

    {"id": "d…", "when": "2026-03-01T10:00:00.000000Z", "who": "ana", "kind": "remove",
     "article": "p…", "why": "a test page"}

The file can be read, kept under version control and merged by hand: the order of decisions is
that of `when`, not of the lines. Kinds that this version does not know, and lines that it cannot
read, stay in the file and are reported.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import LedgerError
from onrecord.ids import hash_id
from onrecord.ledger.opening import DECISIONS

KINDS = frozenset({"remove", "restore", "pin"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision about one article.

    `earliest` and `latest` are those of a "pin". `kind` is "unreadable" for a line that is no
    decision; `words` is the line as it stands in the file.
    """

    id: str
    when: datetime
    who: str
    kind: str
    article: str | None = None
    why: str = ""
    earliest: date | None = None
    latest: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What all decisions together come to."""

    removed: frozenset[str]  # article ids
    pinned: dict[str, tuple[date | None, date | None]]  # by article id


def read_decisions(ledger: Path) -> tuple[Decision, ...]:
    """Return the decisions of the ledger, oldest first; unreadable lines come before all."""
    try:
        data = (ledger / DECISIONS).read_bytes()
    except FileNotFoundError:
        return ()
    lines = data.decode("utf-8", "replace").split("\n")
    found = [_read_line(line) for line in lines if line.strip()]
    unique = {(decision.when, decision.id): decision for decision in found}
    return tuple(unique[key] for key in sorted(unique))


def append_decision(
    ledger: Path,
    *,
    kind: str,
    article: str,
    who: str,
    why: str,
    now: datetime,
    days: tuple[date | None, date | None] | None = None,
) -> None:
    """Write a decision at the end of the file and flush it to the disk."""
    if not who.strip():
        raise LedgerError("a decision needs the name of who makes it; give it with who=")
    earlier = read_decisions(ledger)
    when = now.astimezone(UTC)
    if earlier and earlier[-1].when >= when:  # clocks stand, and are set back
        when = earlier[-1].when + timedelta(microseconds=1)
    fields: dict[str, Any] = {
        "id": hash_id("d", when.isoformat(), who, kind, article),
        "when": when,
        "who": who,
        "kind": kind,
        "article": article,
        "why": why,
    }
    if days is not None:
        fields["earliest"], fields["latest"] = days
    line = msgspec.json.encode(fields)
    with (ledger / DECISIONS).open("ab+") as stream:
        if not _ends_line(stream):
            line = b"\n" + line  # a killed run left half a line
        stream.write(line + b"\n")
        stream.flush()
        os.fsync(stream.fileno())


def weigh_decisions(decisions: Iterable[Decision]) -> Standing:
    """Return what `decisions`, oldest first, come to: of each article the latest one holds."""
    removed: set[str] = set()
    pinned: dict[str, tuple[date | None, date | None]] = {}
    for decision in decisions:
        if decision.article is None:
            continue
        if decision.kind == "remove":
            removed.add(decision.article)
        elif decision.kind == "restore":
            removed.discard(decision.article)
        elif decision.kind == "pin":
            pinned[decision.article] = (decision.earliest, decision.latest)
    return Standing(removed=frozenset(removed), pinned=pinned)


def _read_line(line: str) -> Decision:
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
