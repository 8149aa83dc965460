"""Write one article with its rows into the tables, and take it out again.

Every function works inside the caller's transaction.
"""

import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.ledger.codec import (
    decode_row,
    encode_json,
    encode_reading,
    encode_row,
    to_day,
    to_days,
)
from onrecord.ledger.describe import describe_reading
from onrecord.ledger.meanings import insert_meanings
from onrecord.ledger.overlays import EMPTY, Overlay, correct_reading
from onrecord.ledger.rows import ActRow, Party, Row, StatementRow, list_parties
from onrecord.records import Article, Reading
from onrecord.stances import words_said

_TITLE = 200  # characters of the body that stand for a headline, where there is none

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a reading was made from besides the page's content (see the table `articles`)."""

    pinned: str = ""
    neighbours: str = ""
    captured: str = "~"


UNGIVEN = Given()


def insert_reading(
    connection: sqlite3.Connection,
    reading: Reading,
    given: Given = UNGIVEN,
    overlay: Overlay = EMPTY,
) -> None:
    """Write the article of `reading` and all its rows, as `overlay` corrects them.

    The article must not be there. What was read is kept beside as it was.
    """
    article = reading.article
    assert article is not None
    _insert_article(connection, article, reading, given)
    insert_rows(connection, reading, overlay)


def insert_rows(connection: sqlite3.Connection, reading: Reading, overlay: Overlay) -> None:
    """Write the rows of an article that has none, as `overlay` corrects them, and their number."""
    article = reading.article
    assert article is not None
    corrected = correct_reading(reading, overlay, keep_rejected=True)
    sentences = []
    for row in describe_reading(corrected, overlay):
        if row.review == "rejected":
            _insert_rejected(connection, row)
            continue
        row_number = _insert_row(connection, row, article)
        if row_number is not None:
            sentences.append((row_number, row.sentence))
    title = article.headline or article.text[article.body.start :][:_TITLE]
    insert_meanings(connection, article.id, title, sentences)
    left = correct_reading(reading, overlay)
    connection.execute(
        "UPDATE articles SET statements = ?, acts = ?, figures = ? WHERE id = ?",
        (len(words_said(left.statements)), len(left.acts), len(left.figures), article.id),
    )
    _insert_overlay(connection, article.id, overlay)


def _insert_overlay(connection: sqlite3.Connection, article: str, overlay: Overlay) -> None:
    """Write what people decided about an article, in the place of what is there."""
    _delete_overlay(connection, article)
    if overlay == EMPTY:
        return
    connection.execute(
        "INSERT INTO overlays (article, effect, overlay) VALUES (?, ?, ?)",
        (article, overlay.effect, encode_json(overlay)),
    )
    connection.executemany(
        "INSERT INTO decided (decision, part, article, row) VALUES (?, ?, ?, ?)",
        [(each.decision, each.part, article, each.row) for each in overlay.found],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO decided_ties (decision, row, article, same) VALUES (?, ?, ?, ?)",
        [(decision, row, article, same) for decision, row, same in overlay.ties],
    )


def mark_rows(connection: sqlite3.Connection, article: str, overlay: Overlay) -> None:
    """Write what people say of rows that stay as they are."""
    for number, id_, kind, record, sentence, review in connection.execute(
        "SELECT number, id, kind, record, sentence, review FROM rows WHERE article = ?", (article,)
    ).fetchall():
        mark = overlay.marks.get(id_)
        if review != (mark.review if mark else None):
            row = decode_row(kind, record, sentence)
            marked = replace(row, review=mark.review if mark else None)
            connection.execute(
                "UPDATE rows SET review = ?, record = ? WHERE number = ?",
                (marked.review, encode_row(marked), number),
            )
    _insert_overlay(connection, article, overlay)


def _delete_overlay(connection: sqlite3.Connection, article: str) -> None:
    for table in ("overlays", "decided", "decided_ties"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608


def delete_article(connection: sqlite3.Connection, article: str) -> bool:
    """Take `article` and its rows out; return whether it was there.

    Its links, sketch and place in a story are the caller's to take out before.
    """
    found = connection.execute(
        "SELECT number, headline, text FROM articles WHERE id = ?", (article,)
    ).fetchone()
    if found is None:
        return False
    delete_rows(connection, article)
    _delete_overlay(connection, article)
    connection.execute(
        "INSERT INTO articles_index (articles_index, rowid, headline, text)"
        " VALUES ('delete', ?, ?, ?)",
        found,
    )
    connection.execute("DELETE FROM articles WHERE id = ?", (article,))
    return True


def delete_rows(connection: sqlite3.Connection, article: str) -> None:
    """Take out the rows of an article; they must be in no account any more."""
    connection.execute(
        "INSERT INTO rows_index (rows_index, rowid, sentence, names)"
        " SELECT 'delete', number, sentence, names FROM rows WHERE article = ?",
        (article,),
    )
    names = connection.execute(
        "SELECT DISTINCT name FROM row_names WHERE row IN"
        " (SELECT number FROM rows WHERE article = ?)",
        (article,),
    ).fetchall()
    connection.execute("DELETE FROM rows WHERE article = ?", (article,))
    for (name,) in names:
        _drop_unused_name(connection, name)
    connection.execute("DELETE FROM rejected WHERE article = ?", (article,))


def touch(connection: sqlite3.Connection) -> None:
    """Count a change of content, so that `revision` gives another word."""
    connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")


def _insert_article(
    connection: sqlite3.Connection, article: Article, reading: Reading, given: Given
) -> int:
    published = article.published
    earliest, latest = to_days(published.earliest, published.latest)
    cursor = connection.execute(
        "INSERT INTO articles (id, version, pinned, neighbours, captured, origin, headline,"
        " outlet, agency, byline, url, language, earliest, latest, day, date_certainty,"
        " statements, acts, figures, text, reading)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            reading.version,
            given.pinned,
            given.neighbours,
            given.captured,
            reading.origin,
            article.headline,
            article.outlet,
            article.agency,
            article.byline,
            article.url,
            article.language,
            earliest,
            latest,
            to_day(published.earliest, published.latest),
            published.certainty,
            0,
            0,
            0,
            article.text,
            encode_reading(reading),
        ),
    )
    connection.execute(
        "INSERT INTO articles_index (rowid, headline, text) VALUES (?, ?, ?)",
        (cursor.lastrowid, article.headline, article.text),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _insert_row(connection: sqlite3.Connection, row: Row, article: Article) -> int | None:
    """Write one row and return its number; `None` where there is one of its id."""
    when = row.when
    if when.earliest is None and when.latest is None:
        earliest, latest = article.published.earliest, article.published.latest
    else:
        earliest, latest = when.earliest, when.latest
    parties = list(list_parties(row))
    called = (name for _, party in parties for name in (party.name, party.named) if name)
    names = ", ".join(dict.fromkeys(called))
    cursor = connection.execute(
        "INSERT OR IGNORE INTO rows (id, article, kind, form, start, act, modality, certainty,"
        " earliest, latest, day, review, sentence, names, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row.id,
            row.article,
            row.kind,
            row.record.kind if isinstance(row, StatementRow) else None,
            row.spans[0].start,
            row.act,
            row.record.modality if isinstance(row, ActRow) else None,
            row.certainty,
            *to_days(earliest, latest),
            to_day(earliest, latest),
            row.review,
            row.sentence,
            names,
            encode_row(row),
        ),
    )
    if not cursor.rowcount:
        _log.warning("%s: two rows have the id %s; the first is kept", article.id, row.id)
        return None
    number = cursor.lastrowid
    assert number is not None
    connection.execute(
        "INSERT INTO rows_index (rowid, sentence, names) VALUES (?, ?, ?)",
        (number, row.sentence, names),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO row_names (name, part, row) VALUES (?, ?, ?)",
        [
            (name, part, number)
            for part, party in parties
            for name in _number_names(connection, party)
        ],
    )
    return number


def _insert_rejected(connection: sqlite3.Connection, row: Row) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO rejected (id, article, kind, start, sentence, record)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (row.id, row.article, row.kind, row.spans[0].start, row.sentence, encode_row(row)),
    )


def _number_names(connection: sqlite3.Connection, party: Party) -> Iterator[int]:
    """Yield the number of the party's name; where people have told it, that of the article's too.

    The title of the latter is the name that people have told.
    """
    title = ", ".join(filter(None, (party.body, party.role)))
    yield _number_name(connection, party.name, title, party.state or "")
    if party.named is not None:
        yield _number_name(connection, party.named, party.name, party.state or "")


def _number_name(connection: sqlite3.Connection, *key: str) -> int:
    found = connection.execute(
        "SELECT number FROM names WHERE name = ? AND title = ? AND state = ?", key
    ).fetchone()
    if found is not None:
        return int(found[0])
    number = connection.execute("INSERT INTO names (name, title, state) VALUES (?, ?, ?)", key)
    connection.execute(
        "INSERT INTO names_index (rowid, name, title) VALUES (?, ?, ?)",
        (number.lastrowid, *key[:2]),
    )
    assert number.lastrowid is not None
    return number.lastrowid


def _drop_unused_name(connection: sqlite3.Connection, name: int) -> None:
    used = connection.execute("SELECT 1 FROM row_names WHERE name = ? LIMIT 1", (name,)).fetchone()
    if used is not None:
        return
    connection.execute(
        "INSERT INTO names_index (names_index, rowid, name, title)"
        " SELECT 'delete', number, name, title FROM names WHERE number = ?",
        (name,),
    )
    connection.execute("DELETE FROM names WHERE number = ?", (name,))
