"""Write one article with its rows into the tables, and take it out again.

Every function works inside the caller's transaction.
"""

import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger.codec import encode_reading, encode_row, to_days
from onrecord.ledger.describe import describe_reading
from onrecord.ledger.meanings import insert_meanings
from onrecord.ledger.rows import ActRow, Party, Row, StatementRow
from onrecord.records import Article, Reading
from onrecord.stances import words_said

_TITLE = 200  # characters of the body that stand for a headline, where there is none

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a reading was made from besides the page's content (see the table `articles`)."""

    pinned: str = ""
    captured: str = "~"


UNGIVEN = Given()


def insert_reading(
    connection: sqlite3.Connection, reading: Reading, given: Given = UNGIVEN
) -> None:
    """Write the article of `reading` and all its rows; the article must not be there."""
    article = reading.article
    assert article is not None
    number = _insert_article(connection, article, reading, given)
    sentences = []
    for row in describe_reading(reading):
        row_number = _insert_row(connection, row, article)
        if row_number is not None:
            sentences.append((row_number, row.sentence))
    title = article.headline or article.text[article.body.start :][:_TITLE]
    insert_meanings(connection, number, title, sentences)


def delete_article(connection: sqlite3.Connection, article: str) -> bool:
    """Take `article` and its rows out; return whether it was there.

    Its links, sketch and place in a story are the caller's to take out before.
    """
    found = connection.execute(
        "SELECT number, headline, text FROM articles WHERE id = ?", (article,)
    ).fetchone()
    if found is None:
        return False
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
    connection.execute(
        "INSERT INTO articles_index (articles_index, rowid, headline, text)"
        " VALUES ('delete', ?, ?, ?)",
        found,
    )
    connection.execute("DELETE FROM articles WHERE id = ?", (article,))
    return True


def touch(connection: sqlite3.Connection) -> None:
    """Count a change of content, so that `revision` gives another word."""
    connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")


def _insert_article(
    connection: sqlite3.Connection, article: Article, reading: Reading, given: Given
) -> int:
    published = article.published
    earliest, latest = to_days(published.earliest, published.latest)
    cursor = connection.execute(
        "INSERT INTO articles (id, version, pinned, captured, origin, headline, outlet, agency,"
        " byline, url, language, earliest, latest, date_certainty, statements, acts, figures,"
        " text, reading)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            reading.version,
            given.pinned,
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
            published.certainty,
            len(words_said(reading.statements)),
            len(reading.acts),
            len(reading.figures),
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
        days = to_days(article.published.earliest, article.published.latest)
    else:
        days = to_days(when.earliest, when.latest)
    parties = list(_list_parties(row))
    names = ", ".join(dict.fromkeys(party.name for _, party in parties))
    cursor = connection.execute(
        "INSERT OR IGNORE INTO rows (id, article, kind, form, start, act, modality, certainty,"
        " earliest, latest, sentence, names, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row.id,
            row.article,
            row.kind,
            row.record.kind if isinstance(row, StatementRow) else None,
            row.spans[0].start,
            row.act,
            row.record.modality if isinstance(row, ActRow) else None,
            row.certainty,
            *days,
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
        [(_number_name(connection, party), part, number) for part, party in parties],
    )
    return number


def _list_parties(row: Row) -> Iterator[tuple[str, Party]]:
    yield from (("who", party) for party in row.who)
    yield from (("to", party) for party in row.to)
    yield from (("denier", party) for party in row.denied_by)
    if isinstance(row, StatementRow):
        yield from (("relay", party) for party in row.relayed_by)
    if isinstance(row, ActRow) and row.asserted_by is not None:
        yield "relay", row.asserted_by


def _number_name(connection: sqlite3.Connection, party: Party) -> int:
    title = ", ".join(filter(None, (party.body, party.role)))
    key = (party.name, title, party.state or "")
    found = connection.execute(
        "SELECT number FROM names WHERE name = ? AND title = ? AND state = ?", key
    ).fetchone()
    if found is not None:
        return int(found[0])
    number = connection.execute("INSERT INTO names (name, title, state) VALUES (?, ?, ?)", key)
    connection.execute(
        "INSERT INTO names_index (rowid, name, title) VALUES (?, ?, ?)",
        (number.lastrowid, party.name, title),
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
