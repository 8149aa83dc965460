"""A small file beside the ledger that remembers something, and that a rebuild leaves alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import ClassVar, Self

from onrecord.errors import LedgerError


class LedgerMemory:
    """What a file beside the ledger remembers: its name, the script of its tables, its version."""

    FILE: ClassVar[str]
    TABLES: ClassVar[str]
    VERSION: ClassVar[int]

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def open(cls, ledger: Path) -> Iterator[Self]:
        """Open the memory beside `ledger`, a new one where there is none."""
        with _open_file(ledger / cls.FILE, cls.TABLES, version=cls.VERSION) as connection:
            yield cls(connection)


@contextmanager
def _open_file(path: Path, tables: str, *, version: int) -> Iterator[sqlite3.Connection]:
    """Open the SQLite file at `path`, a new one where there is none.

    `tables` is the script that makes a new one and sets its `user_version` to `version`. Raise
    `LedgerError` where the file cannot be used or is of another version.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA busy_timeout = 5000")  # ms
            [found] = connection.execute("PRAGMA user_version").fetchone()
            if found == 0:
                connection.executescript(tables)
            elif found != version:
                raise LedgerError(
                    f"{path}: was made by another version of On Record; update with: "
                    "pip install --upgrade onrecord, or delete it to begin anew"
                )
            yield connection
    except sqlite3.Error as error:
        raise LedgerError(
            f"{path}: cannot be used ({error}); check the disk, or delete it to begin anew"
        ) from error
