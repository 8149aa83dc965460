"""How `ledger.sqlite` is made, and how a connection to it is set up; tables.sql has its tables."""

# ruff: noqa: S608 (the statements are constants)

import sqlite3
from importlib.resources import files

# "onrc" in ASCII: tells `file` and us that this SQLite file is a ledger.
APPLICATION_ID = 0x6F6E7263
# One higher with each change of the tables, or of what linking keeps in them for good (which rows
# are tied). Older files are made again from the originals.
SCHEMA_VERSION = 15

TABLES = files("onrecord.ledger").joinpath("tables.sql").read_text(encoding="utf-8")


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file; nothing is left of them if this is interrupted."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(
        f"BEGIN IMMEDIATE; {TABLES}"
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
        "INSERT INTO meta VALUES ('stamp', lower(hex(randomblob(4)))), ('revision', '0');"
        "COMMIT;"
    )


def set_up(connection: sqlite3.Connection) -> None:
    """Set what SQLite forgets between connections.

    `synchronous = FULL` flushes the write-ahead log to the disk with each commit: what `add` has
    acknowledged outlives a power failure as well as a killed process. NORMAL would flush only at
    checkpoints; it saves one flush for a transaction of up to a second's work.
    """
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -16384")  # KiB
    # Pages that go from the write-ahead log into the file at once, some 128 MiB of them: linking
    # one article writes some 600, many of which the next ones write again.
    connection.execute("PRAGMA wal_autocheckpoint = 32000")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA busy_timeout = 5000")  # ms; writers exclude each other by a lock
