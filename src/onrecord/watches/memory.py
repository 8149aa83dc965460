"""What each watch saw and told: `watches.sqlite`, a file beside the ledger.

A rebuild leaves it alone. It can be deleted: each watch then begins anew with what is there.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import msgspec

from onrecord.ledger.memories import LedgerMemory
from onrecord.ledger.opening import transaction
from onrecord.watches.contents import Seen
from onrecord.watches.matching import News

FILE = "watches.sqlite"
_SCHEMA = 1
_TABLES = f"""
BEGIN IMMEDIATE;
-- When each watch looked last, and at which revision of the ledger.
CREATE TABLE checks (
    watch TEXT PRIMARY KEY,
    checked TEXT NOT NULL,
    revision TEXT NOT NULL
) WITHOUT ROWID;
-- The rows that were there, in their order: a `Seen` as JSON.
CREATE TABLE seen (
    watch TEXT NOT NULL,
    number INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (watch, number)
) WITHOUT ROWID;
-- What was news: a `News` as JSON. `told` says that the command line has told it.
CREATE TABLE firings (
    number INTEGER PRIMARY KEY,
    watch TEXT NOT NULL,
    fired TEXT NOT NULL,
    told INTEGER NOT NULL DEFAULT 0,
    news TEXT NOT NULL
);
CREATE INDEX firings_by_watch ON firings (watch, number);
PRAGMA user_version = {_SCHEMA};
COMMIT;
"""

_seen_decoder = msgspec.json.Decoder(Seen)
_news_decoder = msgspec.json.Decoder(News)


@dataclass(frozen=True, slots=True, kw_only=True)
class Firing:
    """What a watch found at one time; `number` tells its firings apart for good."""

    number: int
    watch: str
    when: datetime
    news: News


@dataclass(frozen=True, slots=True)
class Check:
    """When a watch looked, and the ledger's revision at that time."""

    when: datetime
    revision: str


class Memory(LedgerMemory):
    """What the watches of one ledger saw and told."""

    FILE = FILE
    TABLES = _TABLES
    VERSION = _SCHEMA

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all that happens inside, or nothing; nobody else writes meanwhile."""
        with transaction(self._connection):
            yield

    def last_check(self, watch: str) -> Check | None:
        """Return when a watch looked last."""
        found = self._connection.execute(
            "SELECT checked, revision FROM checks WHERE watch = ?", (watch,)
        ).fetchone()
        return None if found is None else Check(datetime.fromisoformat(found[0]), found[1])

    def list_seen(self, watch: str) -> list[Seen]:
        """Return the rows that were there when a watch looked last."""
        found = self._connection.execute(
            "SELECT record FROM seen WHERE watch = ? ORDER BY number", (watch,)
        )
        return [_seen_decoder.decode(record) for (record,) in found]

    def note_check(self, watch: str, check: Check, seen: Iterable[Seen], news: News | None) -> None:
        """Write down a look: what was there, and what of it was news."""
        self._connection.execute(
            "INSERT OR REPLACE INTO checks (watch, checked, revision) VALUES (?, ?, ?)",
            (watch, check.when.isoformat(), check.revision),
        )
        self._connection.execute("DELETE FROM seen WHERE watch = ?", (watch,))
        self._connection.executemany(
            "INSERT INTO seen (watch, number, record) VALUES (?, ?, ?)",
            (
                (watch, number, msgspec.json.encode(each).decode())
                for number, each in enumerate(seen)
            ),
        )
        if news:
            self._connection.execute(
                "INSERT INTO firings (watch, fired, news) VALUES (?, ?, ?)",
                (watch, check.when.isoformat(), msgspec.json.encode(news).decode()),
            )

    def list_firings(self, watch: str, *, limit: int = 50) -> list[Firing]:
        """Return what a watch has told, the latest first."""
        return self._list(
            "SELECT number, watch, fired, news FROM firings WHERE watch = ?"
            " ORDER BY number DESC LIMIT ?",
            (watch, limit),
        )

    def list_untold(self, watch: str) -> list[Firing]:
        """Return what the command line has not told yet, oldest first."""
        return self._list(
            "SELECT number, watch, fired, news FROM firings WHERE watch = ? AND NOT told"
            " ORDER BY number",
            (watch,),
        )

    def note_told(self, firings: Iterable[Firing]) -> None:
        """Write down that the command line has told `firings`."""
        self._connection.executemany(
            "UPDATE firings SET told = 1 WHERE number = ?",
            [(firing.number,) for firing in firings],
        )

    def _list(self, query: str, values: tuple[str | int, ...]) -> list[Firing]:
        return [
            Firing(
                number=number,
                watch=watch,
                when=datetime.fromisoformat(fired),
                news=_news_decoder.decode(news),
            )
            for number, watch, fired, news in self._connection.execute(query, values)
        ]
