"""What was fetched before: `fetched.sqlite`, a file beside the ledger that a rebuild leaves alone.

It can be deleted: the sources are then forgotten, and their pages fetched once more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from onrecord.ledger.memories import LedgerMemory
from onrecord.ledger.opening import transaction

FILE = "fetched.sqlite"
_SCHEMA = 1
MOST_TRIES = 5  # failures after which a page is given up

_TABLES = f"""
BEGIN IMMEDIATE;
-- What is visited. `etag`, `modified` and `digest` are of what was read last.
CREATE TABLE sources (
    number INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    etag TEXT,
    modified TEXT,
    digest TEXT,
    visited TEXT,
    problem TEXT
);
-- The pages that feeds have told of. `state` is "due", "kept" or "refused".
CREATE TABLE pages (
    number INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'due',
    tries INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX pages_by_state ON pages (state, number);
-- Files that are fetched and not yet in the ledger.
CREATE TABLE waiting (
    file TEXT PRIMARY KEY,
    origin TEXT NOT NULL
) WITHOUT ROWID;
-- What could not be had, and is no problem of the ledger's yet.
CREATE TABLE failures (
    origin TEXT PRIMARY KEY,
    reason TEXT NOT NULL
) WITHOUT ROWID;
PRAGMA user_version = {_SCHEMA};
COMMIT;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed or a page that is visited, and how it went the last time."""

    url: str
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    visited: datetime | None = None
    problem: str | None = None


class Memory(LedgerMemory):
    """The sources, the pages they told of, and the files that wait to be added."""

    FILE = FILE
    TABLES = _TABLES
    VERSION = _SCHEMA

    def keep_sources(self, urls: Iterable[str]) -> None:
        """Remember `urls` as sources."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO sources (url) VALUES (?)", [(url,) for url in urls]
        )

    def forget_source(self, url: str) -> bool:
        """Forget a source and its pages that are due; return whether it was there."""
        with transaction(self._connection):
            self._connection.execute("DELETE FROM pages WHERE source = ? AND state = 'due'", (url,))
            found = self._connection.execute("DELETE FROM sources WHERE url = ?", (url,))
        return found.rowcount > 0

    def list_sources(self) -> list[Source]:
        """Return the sources in the order in which they came."""
        return [
            Source(
                url=url,
                etag=etag,
                modified=modified,
                digest=digest,
                visited=datetime.fromisoformat(visited) if visited else None,
                problem=problem,
            )
            for url, etag, modified, digest, visited, problem in self._connection.execute(
                "SELECT url, etag, modified, digest, visited, problem FROM sources ORDER BY number"
            )
        ]

    def note_pages(self, urls: Iterable[str], source: str) -> int:
        """Write down pages that a source told of; return how many were new."""
        before = self._connection.total_changes
        self._connection.executemany(
            "INSERT OR IGNORE INTO pages (url, source) VALUES (?, ?)",
            [(url, source) for url in urls],
        )
        return self._connection.total_changes - before

    def note_visit(self, source: Source, pages: Iterable[str] = ()) -> int:
        """Write down how a visit went, and the pages it told of; return how many were new."""
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE sources SET etag = ?, modified = ?, digest = ?, visited = ?, problem = ?"
                " WHERE url = ?",
                (
                    source.etag,
                    source.modified,
                    source.digest,
                    source.visited.isoformat() if source.visited else None,
                    source.problem,
                    source.url,
                ),
            )
            return self.note_pages(pages, source.url)

    def list_due(self, limit: int) -> list[str]:
        """Return the pages that are to be fetched, oldest first."""
        found = self._connection.execute(
            "SELECT url FROM pages WHERE state = 'due' ORDER BY number LIMIT ?", (limit,)
        )
        return [url for (url,) in found]

    def count_due(self) -> int:
        """Return how many pages are to be fetched."""
        [number] = self._connection.execute(
            "SELECT count(*) FROM pages WHERE state = 'due'"
        ).fetchone()
        return int(number)

    def note_failure(self, url: str, origin: str, reason: str, *, tries: int = 1) -> None:
        """Write down that `url` could not be had; after MOST_TRIES a page is given up."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT OR REPLACE INTO failures (origin, reason) VALUES (?, ?)", (origin, reason)
            )
            self._connection.execute(
                "UPDATE pages SET tries = tries + :more, state ="
                " CASE WHEN tries + :more >= :most THEN 'refused' ELSE state END"
                " WHERE url = :url AND state = 'due'",
                {"more": tries, "most": MOST_TRIES, "url": url},
            )

    def list_failures(self) -> list[tuple[str, str]]:
        """Return what could not be had since failures were forgotten, with the reasons."""
        return self._connection.execute(
            "SELECT origin, reason FROM failures ORDER BY origin"
        ).fetchall()

    def note_waiting(self, file: str, origin: str) -> None:
        """Write down that `file` holds the page `origin` and waits to be added."""
        with transaction(self._connection):
            self._connection.execute(
                "INSERT OR REPLACE INTO waiting (file, origin) VALUES (?, ?)", (file, origin)
            )
            self._connection.execute("UPDATE pages SET state = 'kept' WHERE url = ?", (origin,))

    def list_waiting(self) -> list[tuple[str, str]]:
        """Return the files that wait to be added, with their origins."""
        return self._connection.execute("SELECT file, origin FROM waiting ORDER BY file").fetchall()

    def forget_waiting(self, files: Iterable[str], failures: Iterable[str]) -> None:
        """Write down that `files` and `failures` are in the ledger."""
        with transaction(self._connection):
            self._connection.executemany(
                "DELETE FROM waiting WHERE file = ?", [(file,) for file in files]
            )
            self._connection.executemany(
                "DELETE FROM failures WHERE origin = ?", [(origin,) for origin in failures]
            )
