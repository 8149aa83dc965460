"""Look for damage in a ledger."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from onrecord.ledger.decisions import KINDS, read_decisions
from onrecord.ledger.grouping import count_stale
from onrecord.ledger.raw import find_original
from onrecord.models.meaning import load_meaning


def find_faults(connection: sqlite3.Connection, ledger: Path) -> Iterator[str]:
    """Yield what is wrong with the ledger and what to do, a sentence for each fault."""
    rebuild = f"make it again with: onrecord rebuild --ledger {ledger}"
    for (message,) in connection.execute("PRAGMA integrity_check(5)"):
        if message != "ok":
            yield f"ledger.sqlite is damaged ({message}); {rebuild}"
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        yield f"ledger.sqlite names rows that are not there; {rebuild}"
    for sha256, size in connection.execute("SELECT sha256, bytes FROM originals ORDER BY 1"):
        yield from _check_original(ledger, sha256, size)
    waiting = count_stale(connection)
    if waiting:
        articles = "1 article is" if waiting == 1 else f"{waiting} articles are"
        yield f"{articles} in no story yet, for a run was stopped; add the pages again"
    [other] = connection.execute(
        "SELECT count(*) FROM meanings WHERE version <> ?", (load_meaning().version,)
    ).fetchone()
    if other:
        articles = "1 article is" if other == 1 else f"{other} articles are"
        yield f"{articles} not found by meaning in this version; {rebuild}"
    for decision in read_decisions(ledger):
        if decision.kind == "unreadable":
            yield f"decisions.jsonl has a line that is no decision: {decision.words[:80]}"
        elif decision.kind not in KINDS:
            yield (
                f"decisions.jsonl has a decision of the kind {decision.kind!r}, which this version "
                "does not know; it is kept: update with pip install --upgrade onrecord"
            )


def _check_original(ledger: Path, sha256: str, size: int) -> Iterator[str]:
    name = f"raw/{sha256[:2]}/{sha256}"
    original = find_original(ledger, sha256)
    if original is None:
        yield f"{name} is missing; put it back from a copy of the ledger"
        return
    if original.bytes == size:
        with original.path.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() == sha256:
                return
    yield f"{name} is not what came in; put it back from a copy of the ledger"
