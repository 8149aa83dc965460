"""The watches of a ledger: `watches.jsonl`, one JSON object a line, only ever appended to.

    {"id": "w…", "when": "2026-03-01T10:00:00Z", "what": "add", "name": "Lund's threats",
     "filter": {"who": "lund", "act": "threaten"}}
    {"id": "w…", "when": "2026-04-01T10:00:00Z", "what": "remove"}

The fields of a filter are those of the lists' options and of the pages' addresses, as text.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.errors import LedgerError
from onrecord.ids import hash_id
from onrecord.ledger.faults import explain_faults
from onrecord.ledger.grammar import read_filter
from onrecord.ledger.locking import hold_lock

FILE = "watches.jsonl"
LOCK = ".watches"
LONGEST_NAME = 200  # characters
FIELDS = (
    "who", "to", "act", "kind", "outlet", "story", "article", "about", "since", "until",
    "modality", "state", "certainty", "lineages", "review",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A saved filter with its name; `fields` are those of the filter that are set."""

    id: str
    name: str
    fields: Mapping[str, str]
    since: datetime  # when it was saved


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    id: str
    when: datetime
    what: Literal["add", "remove"]
    name: str = ""
    filter: Mapping[str, str] = field(default_factory=dict)


_decoder = msgspec.json.Decoder(_Line)


def list_watches(ledger: Path) -> list[Watch]:
    """Return the watches of the ledger in the folder `ledger`, oldest first.

    Lines that this version cannot read are passed over, and stay in the file.
    """
    try:
        lines = (ledger / FILE).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    watches: dict[str, Watch] = {}
    for line in lines:
        try:
            read = _decoder.decode(line)
        except msgspec.DecodeError:
            continue
        if read.what == "add":
            watches[read.id] = Watch(
                id=read.id, name=read.name, fields=read.filter, since=read.when
            )
        else:
            watches.pop(read.id, None)
    return sorted(watches.values(), key=lambda watch: (watch.since, watch.id))


def find_watch(ledger: Path, words: str) -> Watch:
    """Return the watch of that id, or of that name; raise `LedgerError` where there is none."""
    watches = list_watches(ledger)
    fitting = [watch for watch in watches if words in (watch.id, watch.name)]
    if len(fitting) != 1:
        fault = "names several watches; give the id" if fitting else "is no watch"
        raise LedgerError(f"{words!r} {fault}; list them with: onrecord watches list")
    return fitting[0]


def add_watch(
    ledger: Path,
    name: str,
    fields: Mapping[str, str],
    *,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Watch:
    """Save a filter under `name`; raise `OnRecordError` where a field or the name will not do."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise LedgerError(f"a watch needs a name of at most {LONGEST_NAME} characters; give one")
    kept = {key: value for key in FIELDS if (value := fields.get(key, "").strip())}
    read_filter(kept)
    with explain_faults(ledger), hold_lock(ledger, LOCK):
        if any(watch.name == name for watch in list_watches(ledger)):
            raise LedgerError(f"there is a watch {name!r} already; choose another name")
        when = clock()
        id_ = hash_id("w", name, when.isoformat(), *(f"{key}={kept[key]}" for key in kept))
        _append(ledger, _Line(id=id_, when=when, what="add", name=name, filter=kept))
    return Watch(id=id_, name=name, fields=kept, since=when)


def remove_watch(
    ledger: Path, watch: Watch, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> None:
    """Watch no more; what was told stays written down."""
    with explain_faults(ledger), hold_lock(ledger, LOCK):
        _append(ledger, _Line(id=watch.id, when=clock(), what="remove"))


def _append(ledger: Path, line: _Line) -> None:
    fields = {key: value for key, value in msgspec.to_builtins(line).items() if value}
    with (ledger / FILE).open("a+b") as stream:
        if stream.tell():
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":
                stream.write(b"\n")  # a killed run left half a line
        stream.write(msgspec.json.encode(fields) + b"\n")
        stream.flush()
        os.fsync(stream.fileno())
