"""Questions to the tables: every function reads, and none writes."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec

from onrecord.errors import LedgerError
from onrecord.ledger.codec import LAST, decode_reading, decode_row, from_day, from_days
from onrecord.ledger.conditions import choose_articles, choose_rows, page_of
from onrecord.ledger.filters import Filter
from onrecord.ledger.overlays import Overlay, correct_reading
from onrecord.ledger.rows import ArticleRow, LedgerCounts, PageVersion, ProblemRow, Row, RowTime
from onrecord.records import Counts, Reading, RowKind, When
from onrecord.stories.credits import count_outlets

# In the order in which `make_row` takes them.
ROW_COLUMNS = (
    "rows.kind, rows.record, rows.sentence, rows.account, accounts.record, articles.origin,"
    " articles.url, articles.headline, articles.outlet, articles.agency, articles.earliest,"
    " articles.latest, articles.date_certainty, articles.episode, articles.saga"
)
ROW_TABLES = (
    "rows JOIN articles ON articles.id = rows.article"
    " LEFT JOIN accounts ON accounts.id = rows.account"
)
# Rows of a day by article and place in its text; what has no date comes last.
ROW_ORDER = "rows.day, rows.article, rows.start, rows.id"
_REJECTED = (
    "SELECT rows.kind, rows.record, rows.sentence, NULL, NULL, articles.origin,"
    " articles.url, articles.headline, articles.outlet, articles.agency, articles.earliest,"
    " articles.latest, articles.date_certainty, articles.episode, articles.saga"
    " FROM rejected AS rows JOIN articles ON articles.id = rows.article"
)
_ARTICLE_COLUMNS = (
    "id, origin, version, headline, outlet, agency, byline, url, language, earliest, latest,"
    " date_certainty, episode, saga, lineage, statements, acts, figures,"
    " (SELECT group_concat(original) FROM"
    " (SELECT DISTINCT original FROM sources WHERE article = articles.id ORDER BY original)),"
    " (SELECT min(added) FROM sources JOIN origins USING (original) WHERE article = articles.id)"
)


class _CountsOnly(msgspec.Struct):
    counts: Counts


_counts = msgspec.json.Decoder(_CountsOnly)
_overlays = msgspec.json.Decoder(Overlay)


def list_rows(
    connection: sqlite3.Connection, filter_: Filter, kind: RowKind | None = None
) -> Iterator[Row]:
    """Yield the rows that `filter_` chooses, by day, article and place in its text."""
    where = choose_rows(filter_, kind)
    order = ROW_ORDER
    if filter_.article is not None:
        order = "rows.start, rows.id"
    page, values = page_of(filter_)
    chosen = where.join()
    if filter_.limit is not None:
        # What is chosen is sorted by itself first, so that records are not sorted along.
        chosen = f"WHERE rows.number IN (SELECT number FROM rows {chosen} ORDER BY {order} {page})"
        page = ""
    for columns in connection.execute(
        f"SELECT {ROW_COLUMNS} FROM {ROW_TABLES} {chosen} ORDER BY {order} {page}",
        (*where.values, *values),
    ):
        yield make_row(columns)


def list_account_rows(
    connection: sqlite3.Connection, accounts: Sequence[str], filter_: Filter, each: int
) -> Iterator[Row]:
    """Yield of the rows that `filter_` chooses the first `each` of every one of `accounts`, in
    their order."""
    for account in accounts:
        where = choose_rows(filter_)
        where.add(
            "(rows.account = ? OR rows.id IN (SELECT row FROM guests WHERE account = ?))",
            account,
            account,
        )
        # Who is at home comes first.
        order = f"ORDER BY rows.account <> ?, {ROW_ORDER} LIMIT ?"
        for columns in connection.execute(
            f"SELECT {ROW_COLUMNS} FROM {ROW_TABLES} WHERE rows.number IN"
            f" (SELECT rows.number FROM rows {where.join()} {order}) {order}",
            (*where.values, account, each, account, each),
        ):
            yield make_row(columns)


def list_places(connection: sqlite3.Connection, filter_: Filter) -> Iterator[RowTime]:
    """Yield where the rows that `filter_` chooses belong, in the order of `list_rows`."""
    where = choose_rows(filter_)
    page, values = page_of(filter_)
    days: dict[tuple[str, str], When] = {}  # most rows share theirs with others
    for id_, kind, account, *ends in connection.execute(
        "SELECT rows.id, rows.kind, rows.account, rows.earliest, rows.latest"
        f" FROM rows {where.join()} ORDER BY {ROW_ORDER} {page}",
        (*where.values, *values),
    ):
        first, last = ends
        when = days.get((first, last))
        if when is None:
            when = days[first, last] = When(earliest=from_day(first), latest=from_day(last))
        yield RowTime(id=id_, kind=kind, account=account, when=when)


def find_accounts(connection: sqlite3.Connection, filter_: Filter) -> set[str]:
    """Return the ids of the accounts in which `filter_` chooses a row."""
    where = choose_rows(filter_)
    guests = connection.execute(
        "SELECT DISTINCT guests.account FROM rows JOIN guests ON guests.row = rows.id"
        f" {where.join()}",
        where.values,
    ).fetchall()
    where.add("rows.account IS NOT NULL")
    found = connection.execute(
        f"SELECT DISTINCT rows.account FROM rows {where.join()}", where.values
    )
    return {account for (account,) in (*found, *guests)}


def load_row(connection: sqlite3.Connection, id_: str) -> Row:
    """Return the row `id_`, also one that was rejected; raise `LedgerError` where there is none."""
    columns = connection.execute(
        f"SELECT {ROW_COLUMNS} FROM {ROW_TABLES} WHERE rows.id = ?",
        (id_,),
    ).fetchone()
    if columns is None:
        columns = connection.execute(f"{_REJECTED} WHERE rows.id = ?", (id_,)).fetchone()
    if columns is None:
        raise explain_missing("row", id_)
    return make_row(columns)


def load_rows(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Row]:
    """Return the rows `ids`, in their order, as `load_row` does."""
    found = {
        columns[0]: make_row(columns[1:])
        for columns in connection.execute(
            f"SELECT rows.id, {ROW_COLUMNS} FROM {ROW_TABLES}"
            " WHERE rows.id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(ids).decode(),),
        )
    }
    return [found[id_] if id_ in found else load_row(connection, id_) for id_ in ids]


def list_rejected(connection: sqlite3.Connection, article: str | None = None) -> Iterator[Row]:
    """Yield the rows that people rejected, by article and place in its text."""
    where = "" if article is None else "WHERE rows.article = ?"
    values = () if article is None else (article,)
    for columns in connection.execute(
        f"{_REJECTED} {where} ORDER BY rows.article, rows.start, rows.id", values
    ):
        yield make_row(columns)


def make_row(columns: Sequence[Any]) -> Row:
    """Return the row that ROW_COLUMNS hold."""
    kind, record, sentence, account, account_record, origin, url, headline, *rest = columns
    outlet, agency, earliest, latest, certainty, episode, saga = rest
    return decode_row(
        kind,
        record,
        sentence,
        origin=origin,
        url=url,
        headline=headline,
        outlet=outlet,
        agency=agency,
        published=from_days(earliest, latest, certainty),
        episode=episode,
        saga=saga,
        account=account,
        counts=None if account_record is None else _read_counts(account_record),
    )


@lru_cache(maxsize=512)
def _read_counts(account_record: str) -> Counts:
    """Return the counts of an account; the rows of a list share few, and the records are long."""
    return _counts.decode(account_record).counts


def list_articles(connection: sqlite3.Connection, filter_: Filter) -> Iterator[ArticleRow]:
    """Yield the articles that `filter_` chooses, by published day; what has none comes last."""
    where = choose_articles(filter_)
    page, values = page_of(filter_)
    found = connection.execute(
        f"SELECT {_ARTICLE_COLUMNS} FROM articles {where.join()}"
        f" ORDER BY articles.day, articles.id {page}",
        (*where.values, *values),
    )
    for columns in found:
        yield _make_article_row(columns)


def count_by_saga(connection: sqlite3.Connection, filter_: Filter) -> dict[str, int]:
    """Return how many of the articles that `filter_` chooses each saga has, the most first."""
    where = choose_articles(filter_)
    where.add("saga IS NOT NULL")
    found = connection.execute(
        f"SELECT saga, count(*) FROM articles {where.join()} GROUP BY saga ORDER BY 2 DESC, 1",
        where.values,
    )
    return dict(found.fetchall())


def list_page_versions(connection: sqlite3.Connection) -> Iterator[PageVersion]:
    """Yield all articles as versions of pages, by id."""
    for article, url, origin, headline, lineage, captured, added in connection.execute(
        "SELECT id, url, origin, headline, lineage, captured,"
        " (SELECT min(added) FROM sources JOIN origins USING (original)"
        " WHERE sources.article = articles.id) FROM articles ORDER BY id"
    ):
        yield PageVersion(
            article=article,
            url=url,
            origin=origin,
            headline=headline,
            lineage=lineage,
            captured=None if captured == LAST else datetime.fromisoformat(captured),
            added=None if added is None else datetime.fromisoformat(added),
        )


def load_article_rows(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[ArticleRow]:
    """Yield the articles `ids`, in their order; raise `LedgerError` where one is not there."""
    for id_ in ids:
        columns = connection.execute(
            f"SELECT {_ARTICLE_COLUMNS} FROM articles WHERE id = ?",
            (id_,),
        ).fetchone()
        if columns is None:
            raise explain_missing("article", id_)
        yield _make_article_row(columns)


def load_reading(connection: sqlite3.Connection, article: str, *, as_read: bool = False) -> Reading:
    """Return all that was read on `article`'s page, with what people corrected, or `as_read`.

    Raises `LedgerError` where it is not there.
    """
    found = connection.execute(
        "SELECT reading, text, origin FROM articles WHERE id = ?", (article,)
    ).fetchone()
    if found is None:
        raise explain_missing("article", article)
    data, text, origin = found
    reading = decode_reading(data, text=text, origin=origin)
    overlay = None if as_read else load_overlay(connection, article)
    return reading if overlay is None else correct_reading(reading, overlay)


def load_overlay(connection: sqlite3.Connection, article: str) -> Overlay | None:
    """Return what people decided about `article`, if they did."""
    found = connection.execute(
        "SELECT overlay FROM overlays WHERE article = ?", (article,)
    ).fetchone()
    return None if found is None else _overlays.decode(found[0])


def list_problems(connection: sqlite3.Connection) -> Iterator[ProblemRow]:
    """Yield what could not be read, by origin."""
    for origin, kind, message in connection.execute(
        "SELECT input || part, kind, message FROM problems ORDER BY input, part"
    ):
        yield ProblemRow(origin=origin, kind=kind, message=message)


def count_all(connection: sqlite3.Connection) -> LedgerCounts:
    """Return how much there is of everything."""

    def count(what: str) -> int:
        [number] = connection.execute(f"SELECT {what}").fetchone()
        return int(number or 0)

    found = connection.execute("SELECT DISTINCT outlet FROM articles")
    return LedgerCounts(
        articles=count("count(*) FROM articles"),
        outlets=count_outlets(outlet for (outlet,) in found),
        statements=count("count(*) FROM rows WHERE kind = 'statement'"),
        acts=count("count(*) FROM rows WHERE kind = 'act'"),
        figures=count("count(*) FROM rows WHERE kind = 'figure'"),
        episodes=count("count(*) FROM stories WHERE kind = 'episode'"),
        sagas=count("count(*) FROM stories WHERE kind = 'saga'"),
        accounts=count("count(*) FROM accounts"),
        comparisons=count("count(*) FROM comparisons"),
        problems=count("count(*) FROM problems"),
    )


def list_versions(connection: sqlite3.Connection) -> list[str]:
    """Return the versions of rules and models that have read the articles, in their order."""
    found = connection.execute("SELECT DISTINCT version FROM articles ORDER BY 1")
    return [version for (version,) in found]


def load_revision(connection: sqlite3.Connection) -> str:
    """Return a word that changes whenever the content does, and when the file is made again."""
    values = dict(
        connection.execute("SELECT key, value FROM meta WHERE key IN ('stamp', 'revision')")
    )
    return f"{values['stamp']}-{values['revision']}"


def _make_article_row(columns: Sequence[Any]) -> ArticleRow:
    id_, origin, version, headline, outlet, agency, byline, url, language, *rest = columns
    earliest, latest, certainty, episode, saga, lineage, *rest = rest
    statements, acts, figures, originals, added = rest
    return ArticleRow(
        id=id_,
        origin=origin,
        version=version,
        headline=headline,
        outlet=outlet,
        agency=agency,
        byline=byline,
        url=url,
        language=language,
        published=from_days(earliest, latest, certainty),
        episode=episode,
        saga=saga,
        lineage=lineage,
        statements=statements,
        acts=acts,
        figures=figures,
        originals=tuple(originals.split(",")) if originals else (),
        added=None if added is None else datetime.fromisoformat(added),
    )


def explain_missing(what: str, id_: str) -> LedgerError:
    """Return the error for an id that is not there."""
    return LedgerError(f"there is no {what} {id_!r} in the ledger; list what there is, or search")
