"""Where pages came from: originals, their origins, the pages in them, and what was unreadable.

Every function works inside the caller's transaction.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from onrecord.ledger.raw import Came, Original
from onrecord.records import Problem


def note_original(
    connection: sqlite3.Connection, original: Original, origins: Iterable[Came]
) -> bool:
    """Note an original and its origins; return whether anything of it is new.

    Problems of what came under the same origins before are dropped: a new try takes their place.
    """
    before = connection.total_changes
    connection.execute(
        "INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, ?)",
        (original.sha256, original.bytes),
    )
    for came in origins:
        connection.execute(
            "INSERT OR IGNORE INTO origins (original, origin, added) VALUES (?, ?, ?)",
            (original.sha256, came.origin, came.added.isoformat()),
        )
        connection.execute(
            "UPDATE articles SET origin = :origin || part FROM sources"
            " WHERE sources.original = :original AND sources.article = articles.id"
            " AND :origin || part < articles.origin",
            {"original": original.sha256, "origin": came.origin},
        )
        if _is_latest(connection, original.sha256, came.origin):
            connection.execute(
                "DELETE FROM problems WHERE input = ? AND original IS NOT ?",
                (came.origin, original.sha256),
            )
    return connection.total_changes > before


def note_page(connection: sqlite3.Connection, article: str, original: str, part: str) -> None:
    """Note that the page `article` stands in `original` at `part`."""
    connection.execute(
        "INSERT OR IGNORE INTO sources (article, original, part) VALUES (?, ?, ?)",
        (article, original, part),
    )
    connection.execute(
        "UPDATE articles SET origin = found FROM"
        " (SELECT min(origin || ?) AS found FROM origins WHERE original = ?)"
        " WHERE id = ? AND found < origin",
        (part, original, article),
    )


def first_origin(connection: sqlite3.Connection, article: str) -> str:
    """Return the first in alphabetical order of the origins under which a page came."""
    [origin] = connection.execute(
        "SELECT min(origin || part) FROM sources JOIN origins USING (original) WHERE article = ?",
        (article,),
    ).fetchone()
    return str(origin)


def is_removed(connection: sqlite3.Connection, article: str) -> bool:
    """Return whether people have decided to leave the page out."""
    found = connection.execute("SELECT 1 FROM removed WHERE article = ?", (article,))
    return found.fetchone() is not None


def record_problem(
    connection: sqlite3.Connection,
    problem: Problem,
    *,
    original: str | None,
    inputs: Sequence[str],
    part: str,
) -> bool:
    """Keep the problem of one page (or of the whole, where `part` is "") for all the origins
    under which its input came, but for those under which something else has come since.

    Messages start with the origin; `problem` has the first one. Returns whether any is news.
    """
    before = connection.total_changes
    for origin in inputs:
        if original is not None and not _is_latest(connection, original, origin):
            continue
        message = problem.message
        if message.startswith(inputs[0]):
            message = origin + message.removeprefix(inputs[0])
        connection.execute(
            "INSERT INTO problems (input, part, original, kind, message) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (input, part) DO UPDATE SET"
            " original = excluded.original, kind = excluded.kind, message = excluded.message"
            " WHERE (original, kind, message)"
            " IS NOT (excluded.original, excluded.kind, excluded.message)",
            (origin, part, original, problem.kind, message),
        )
    return connection.total_changes > before


def clear_problem(connection: sqlite3.Connection, original: str, part: str) -> None:
    """Drop the problem of a page that has been read."""
    connection.execute("DELETE FROM problems WHERE original = ? AND part = ?", (original, part))


def drop_problems(connection: sqlite3.Connection, inputs: Iterable[str]) -> bool:
    """Drop the problems of `inputs` that are in no original; return whether there were any."""
    before = connection.total_changes
    connection.executemany(
        "DELETE FROM problems WHERE input = ? AND original IS NULL", [(each,) for each in inputs]
    )
    return connection.total_changes > before


def count_pages(connection: sqlite3.Connection, original: str) -> tuple[int, int]:
    """Return how many pages of `original` are in the ledger, and how many were removed."""
    [pages] = connection.execute(
        "SELECT count(*) FROM sources WHERE original = ?", (original,)
    ).fetchone()
    [removed] = connection.execute(
        "SELECT count(*) FROM sources JOIN removed USING (article) WHERE original = ?", (original,)
    ).fetchone()
    return pages - removed, removed


def is_done(connection: sqlite3.Connection, original: str, version: str | None) -> bool:
    """Return whether all pages of `original` were read, by `version` if it is given."""
    found = connection.execute("SELECT done FROM originals WHERE sha256 = ?", (original,))
    done = found.fetchone()
    if done is None or done[0] is None:
        return False
    return version is None or done[0] == version


def mark_done(connection: sqlite3.Connection, original: str, version: str | None) -> None:
    """Note that all pages of `original` were read."""
    connection.execute("UPDATE originals SET done = ? WHERE sha256 = ?", (version or "", original))


def _is_latest(connection: sqlite3.Connection, original: str, origin: str) -> bool:
    """Return whether nothing came under `origin` after `original`."""
    latest = connection.execute(
        "SELECT original FROM origins WHERE origin = ? ORDER BY added DESC, original DESC LIMIT 1",
        (origin,),
    ).fetchone()
    return latest is None or latest[0] == original


def forget_owed(connection: sqlite3.Connection, article: str) -> None:
    """Note that the page of `article` need not be read again."""
    connection.execute("DELETE FROM owed WHERE article = ?", (article,))
