"""Write decisions down, and do to the tables what people have decided."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.adding import Adder, Read, take_out
from onrecord.ledger.codec import to_days
from onrecord.ledger.decisions import (
    Standing,
    append_decision,
    read_decisions,
    weigh_decisions,
)
from onrecord.ledger.grouping import draw_stories
from onrecord.ledger.inputs import Kept
from onrecord.ledger.linking import Linker
from onrecord.ledger.opening import transaction
from onrecord.ledger.raw import Came, find_original, read_origins
from onrecord.ledger.store import touch

Clock = Callable[[], datetime]


def remove_article(
    connection: sqlite3.Connection, ledger: Path, article: str, *, who: str, why: str, clock: Clock
) -> None:
    """Decide that `article` stays out; raise `LedgerError` where it is not in the ledger."""
    found = connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone()
    if found is None:
        raise LedgerError(f"there is no article {article!r} in the ledger; list them first")
    append_decision(ledger, kind="remove", article=article, who=who, why=why, now=clock())
    apply_decisions(connection, ledger)


def restore_article(
    connection: sqlite3.Connection,
    ledger: Path,
    article: str,
    *,
    read: Read,
    who: str,
    why: str,
    clock: Clock,
) -> None:
    """Decide that a removed article comes back, and read it again."""
    apply_decisions(connection, ledger)
    found = connection.execute("SELECT 1 FROM removed WHERE article = ?", (article,)).fetchone()
    if found is None:
        raise LedgerError(f"no article {article!r} was removed; there is nothing to restore")
    append_decision(ledger, kind="restore", article=article, who=who, why=why, now=clock())
    apply_decisions(connection, ledger)
    settle(connection, ledger, read=read)


def pin_article(
    connection: sqlite3.Connection,
    ledger: Path,
    article: str,
    earliest: date,
    latest: date,
    *,
    read: Read,
    who: str,
    why: str,
    clock: Clock,
) -> None:
    """Decide when `article` was published, and read it again with that date."""
    found = connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone()
    if found is None:
        raise LedgerError(f"there is no article {article!r} in the ledger; list them first")
    if earliest != latest:
        raise LedgerError(f"{earliest} to {latest} is no single day; state the day of publication")
    days = (earliest, latest)
    append_decision(ledger, kind="pin", article=article, who=who, why=why, now=clock(), days=days)
    apply_decisions(connection, ledger)
    settle(connection, ledger, read=read)


def apply_decisions(connection: sqlite3.Connection, ledger: Path) -> None:
    """Take out what people have removed, and note what is to be read again.

    Does nothing where no decision was made since the last time.
    """
    decisions = read_decisions(ledger)
    digest = blake2b("\n".join(each.words for each in decisions).encode(), digest_size=16)
    seen = connection.execute("SELECT value FROM meta WHERE key = 'decisions'").fetchone()
    if seen is not None and seen[0] == digest.hexdigest():
        return
    with transaction(connection):
        _apply_standing(connection, weigh_decisions(decisions))
        connection.execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES ('decisions', ?)",
            (digest.hexdigest(),),
        )
        touch(connection)
    draw_stories(connection, Linker(connection))


def settle(connection: sqlite3.Connection, ledger: Path, *, read: Read) -> None:
    """Read again the pages that decisions call for."""
    owed = [article for (article,) in connection.execute("SELECT article FROM owed")]
    if not owed:
        return
    adder = Adder(
        connection, read=read, version=None, limits=None, progress=None, pins=load_pins(ledger)
    )
    adder.run(_list_owed(connection, ledger), only=frozenset(owed))


def load_pins(ledger: Path) -> dict[str, str]:
    """Return the published dates that people have stated, by article, as the tables hold them."""
    pinned = weigh_decisions(read_decisions(ledger)).pinned
    return {article: "/".join(to_days(*days)) for article, days in pinned.items()}


def _apply_standing(connection: sqlite3.Connection, standing: Standing) -> None:
    linker = Linker(connection)
    before = {article for (article,) in connection.execute("SELECT article FROM removed")}
    for article in sorted(standing.removed - before):
        take_out(connection, linker, article)
        connection.execute("INSERT INTO removed (article) VALUES (?)", (article,))
    owed = before - standing.removed
    for article in owed:
        connection.execute("DELETE FROM removed WHERE article = ?", (article,))
    for article, days in standing.pinned.items():
        found = connection.execute("SELECT pinned FROM articles WHERE id = ?", (article,))
        if found.fetchone() not in (None, ("/".join(to_days(*days)),)):
            owed.add(article)
    connection.executemany(
        "INSERT OR IGNORE INTO owed (article) SELECT DISTINCT article FROM sources"
        " WHERE article = ?",
        [(article,) for article in owed],
    )


def _list_owed(connection: sqlite3.Connection, ledger: Path) -> Iterator[Kept]:
    """Yield the originals in which owed pages stand, with all their origins."""
    rows = connection.execute(
        "SELECT DISTINCT original FROM sources JOIN owed USING (article) ORDER BY original"
    ).fetchall()
    for (sha256,) in rows:
        original = find_original(ledger, sha256)
        if original is None:
            raise LedgerError(f"{ledger}: raw/{sha256[:2]}/{sha256} is missing; put it back")
        origins = read_origins(original) or _load_origins(connection, sha256)
        yield Kept(original=original, origins=origins)


def _load_origins(connection: sqlite3.Connection, sha256: str) -> tuple[Came, ...]:
    rows = connection.execute(
        "SELECT origin, added FROM origins WHERE original = ? ORDER BY added, origin", (sha256,)
    )
    return tuple(Came(origin=origin, added=datetime.fromisoformat(added)) for origin, added in rows)
