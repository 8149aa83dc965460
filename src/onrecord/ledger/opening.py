"""Open `ledger.sqlite` in a ledger's folder, or say why it cannot be opened."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.faults import explain_faults
from onrecord.ledger.locking import LOCK, hold_lock
from onrecord.ledger.schema import APPLICATION_ID, SCHEMA_VERSION, create_tables, set_up

DATABASE = "ledger.sqlite"
RAW = "raw"
DECISIONS = "decisions.jsonl"


def open_folder(path: Path, *, create: bool) -> sqlite3.Connection:
    """Return a connection to the ledger in the folder `path`.

    With `create` a missing or empty folder becomes a ledger. Raises `LedgerError`.
    """
    with explain_faults(path):
        if create and not (path / DATABASE).exists():
            _create(path)
        if not (path / DATABASE).is_file():
            raise _explain_missing(path)
        connection = connect(path / DATABASE)
        try:
            _check(connection, path)
            set_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def connect(database: Path) -> sqlite3.Connection:
    """Return a connection to an existing file, which commits each statement by itself.

    Where the file or its folder cannot be written to, and no writer's log stands beside it, the
    file is opened as one that nobody changes: SQLite could not make a log of its own.
    """
    address = database.absolute().as_uri()
    mode = "mode=rw"
    if not (os.access(database, os.W_OK) and os.access(database.parent, os.W_OK)):
        logged = database.with_name(database.name + "-wal").exists()
        mode = "mode=ro" if logged else "mode=ro&immutable=1"
    return sqlite3.connect(
        f"{address}?{mode}", uri=True, isolation_level=None, check_same_thread=False
    )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what happens inside at the end; undo it where an error leaves it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite undoes a transaction by itself when the disk is full.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """Undo what happens inside where an error leaves it, within the open transaction."""
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")


def create_database(database: Path) -> sqlite3.Connection:
    """Return a connection to a new file with empty tables."""
    connection = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    try:
        create_tables(connection)
        set_up(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise LedgerError(f"{path}: is a file; name a folder for the ledger")
    if (path / RAW).exists() or (path / DECISIONS).exists():
        raise _explain_missing(path)
    if path.exists() and any(entry.name != LOCK for entry in path.iterdir()):
        raise LedgerError(
            f"{path}: holds other files and is no ledger; name a new or an empty folder"
        )
    path.mkdir(parents=True, exist_ok=True)
    with hold_lock(path):
        (path / RAW).mkdir(exist_ok=True)
        if not (path / DATABASE).exists():
            create_database(path / DATABASE).close()


def _explain_missing(path: Path) -> LedgerError:
    if (path / RAW).is_dir() or (path / DECISIONS).is_file():
        return LedgerError(
            f"{path}: {DATABASE} is missing; make it again with: onrecord rebuild --ledger {path}"
        )
    if path.is_dir():
        return LedgerError(f"{path}: is no ledger; make one with: onrecord add --ledger {path} ...")
    return LedgerError(
        f"{path}: there is no ledger; make one with: onrecord add --ledger {path} ..."
    )


def _check(connection: sqlite3.Connection, path: Path) -> None:
    [application] = connection.execute("PRAGMA application_id").fetchone()
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if application == version == 0:
        [tables] = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if not tables:  # a run was killed before the tables were made
            create_tables(connection)
            return
    if application != APPLICATION_ID:
        raise LedgerError(f"{path}: its {DATABASE} is no ledger; name another folder")
    if version > SCHEMA_VERSION:
        raise LedgerError(
            f"{path}: was made by a newer version of On Record (tables {version}, here "
            f"{SCHEMA_VERSION}); update with: pip install --upgrade onrecord"
        )
    if version < SCHEMA_VERSION:
        raise LedgerError(
            f"{path}: was made by an older version of On Record; make it again from its "
            f"originals with: onrecord rebuild --ledger {path}"
        )
