"""Make `ledger.sqlite` again from the originals and the decisions."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import LedgerError
from onrecord.ledger.adding import Adder
from onrecord.ledger.deciding import apply_decisions, settle
from onrecord.ledger.decisions import read_decisions
from onrecord.ledger.faults import explain_faults
from onrecord.ledger.inputs import list_kept
from onrecord.ledger.locking import hold_lock
from onrecord.ledger.opening import DATABASE, DECISIONS, RAW, connect, create_database, transaction
from onrecord.ledger.raw import flush_folder, sweep
from onrecord.ledger.readers import Read, choose_reader
from onrecord.ledger.rows import AddReport, Progress
from onrecord.ledger.standing import weigh_decisions

if TYPE_CHECKING:
    from onrecord.pages import Limits

_NEW = "ledger.sqlite.new"
_LOGS = ("-wal", "-shm")


def rebuild_ledger(
    path: str | Path,
    *,
    read: Read | None = None,
    version: str | None = None,
    limits: "Limits | None" = None,
    progress: Callable[[Progress], None] | None = None,
) -> AddReport:
    """Make the tables of the ledger in the folder `path` again, whatever state they are in.

    The same version of rules and models makes the same rows. The old file stays in its place
    until the new one is whole. Of what is in no original, only the problems of inputs that could
    not be opened are carried over, as long as the old file can be read.
    """
    path = Path(path)
    if not (path / RAW).is_dir() and not (path / DECISIONS).is_file():
        raise LedgerError(f"{path}: is no ledger; make one with: onrecord add --ledger {path} ...")
    read, version = choose_reader(read, version)
    with explain_faults(path), hold_lock(path):
        sweep(path)
        _discard(path / _NEW)
        connection = create_database(path / _NEW)
        try:
            apply_decisions(connection, path)
            _carry_over(connection, path / DATABASE)
            adder = Adder(
                connection,
                read=read,
                version=version,
                limits=limits,
                progress=progress,
                standing=weigh_decisions(read_decisions(path)),
            )
            report = adder.run(list_kept(path))
            settle(connection, path, read=read)
        finally:
            connection.close()  # which also takes the log into the file
        _take_place(path)
        return report


def _carry_over(connection: sqlite3.Connection, old: Path) -> None:
    """Copy the problems of inputs that are in no original from `old`, where it can be read."""
    if not old.is_file():
        return
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(old)) as source:
        rows = source.execute(
            "SELECT input, part, kind, message FROM problems WHERE original IS NULL"
        ).fetchall()
        with transaction(connection):
            connection.executemany(
                "INSERT INTO problems (input, part, kind, message) VALUES (?, ?, ?, ?)", rows
            )


def _take_place(path: Path) -> None:
    """Move the new file to the place of the old one.

    The old one's log is taken into it first: a log left beside would be taken into the new one.
    Whoever has the old file open goes on reading it as it was.
    """
    with contextlib.suppress(sqlite3.Error):
        if (path / DATABASE).is_file():
            with contextlib.closing(connect(path / DATABASE)) as old:
                old.execute("PRAGMA busy_timeout = 500")  # ms; somebody may be reading it
                old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for suffix in _LOGS:
        (path / (DATABASE + suffix)).unlink(missing_ok=True)
    (path / _NEW).replace(path / DATABASE)
    flush_folder(path)


def _discard(database: Path) -> None:
    for suffix in ("", *_LOGS):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
