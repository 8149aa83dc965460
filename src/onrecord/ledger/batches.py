"""Small transactions: what is in one that has ended is kept, whatever happens."""

import contextlib
import sqlite3
import time

# A transaction ends after so many articles or seconds, whichever is first: no more than that is
# read again after a crash.
BATCH_ARTICLES = 64
BATCH_SECONDS = 1.0


class Batches:
    """The transactions of one run, one after the other."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._articles = 0
        self._began = 0.0  # monotonic time

    def begin(self) -> None:
        """Begin a transaction, unless one is open."""
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
            self._began = time.monotonic()
            self._articles = 0

    def count_article(self) -> None:
        """Note that the open transaction holds one article more."""
        self._articles += 1

    def is_full(self) -> bool:
        """Return whether it is time to commit."""
        if not self._connection.in_transaction:
            return False
        return self._articles >= BATCH_ARTICLES or time.monotonic() - self._began >= BATCH_SECONDS

    def commit(self) -> None:
        """End the open transaction, if there is one."""
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")

    def rescue(self, error: BaseException) -> None:
        """Keep what is whole when `error` ends the run early.

        That is everything, for articles are written whole or not at all; but where SQLite itself
        has failed, the open transaction is undone.
        """
        if not isinstance(error, sqlite3.Error):
            with contextlib.suppress(sqlite3.Error):
                self.commit()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
