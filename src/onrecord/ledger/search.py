"""Search rows, then articles, by words."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.ledger.conditions import Value, choose_articles, choose_rows
from onrecord.ledger.filters import Filter
from onrecord.ledger.queries import ROW_COLUMNS, ROW_TABLES, load_article_rows, make_row
from onrecord.ledger.rows import ArticleHit, RowHit, SearchResult
from onrecord.ledger.words import match_all
from onrecord.records import Span

DEFAULT_ROWS = 20
MAX_ARTICLES = 10
SNIPPET = 240  # characters
# Ranking looks at every row that holds the words; for words that stand in more rows than this it
# would take as long as there are rows, and tell little.
RANKED = 2000

# Noncharacters, which no decoded page should hold; where one does, no hits are shown in it.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"[{_OPEN}{_CLOSE}]")
_BLANK = re.compile(r"\s")


def search(connection: sqlite3.Connection, words: str, filter_: Filter) -> SearchResult:
    """Return the rows and articles that hold all of `words`, best first (BM25).

    `filter_.limit` and `.offset` are of the rows; articles come with the first page of them.
    """
    query = match_all(words)
    limit = DEFAULT_ROWS if filter_.limit is None else max(0, filter_.limit)
    rows = _search_rows(connection, query, filter_, limit + 1)
    articles = () if filter_.offset else tuple(_search_articles(connection, query, filter_))
    return SearchResult(rows=tuple(rows[:limit]), articles=articles, more=len(rows) > limit)


def _search_rows(
    connection: sqlite3.Connection, query: str, filter_: Filter, limit: int
) -> list[RowHit]:
    where = choose_rows(filter_)
    # The rows are ranked first and looked up after, so that only those shown are decoded.
    # A sentence counts more than the names that were resolved in it.
    chosen = ""
    if where.clauses:
        chosen = f"AND rows_index.rowid IN (SELECT number FROM rows {where.join()})"
    numbers = _rank(
        connection,
        f"FROM rows_index WHERE rows_index MATCH ? {chosen}",
        (query, *where.values),
        weights="2.0, 1.0",
        page=(limit, max(0, filter_.offset)),
    )
    hits = []
    for number in numbers:
        marked, *columns = connection.execute(
            "SELECT (SELECT highlight(rows_index, 0, ?, ?) FROM rows_index"
            f" WHERE rows_index MATCH ? AND rowid = rows.number), {ROW_COLUMNS}"
            f" FROM {ROW_TABLES} WHERE rows.number = ?",
            (_OPEN, _CLOSE, query, number),
        ).fetchone()
        row = make_row(columns)
        hits.append(RowHit(row=row, hits=_find_hits(marked, row.sentence, row.sentence_span.start)))
    return hits


def _search_articles(
    connection: sqlite3.Connection, query: str, filter_: Filter
) -> Iterator[ArticleHit]:
    where = choose_articles(replace(filter_, kind=None))
    chosen = ""
    if where.clauses:
        chosen = f"AND articles_index.rowid IN (SELECT number FROM articles {where.join()})"
    numbers = _rank(
        connection,
        f"FROM articles_index WHERE articles_index MATCH ? {chosen}",
        (query, *where.values),
        weights="4.0, 1.0",
        page=(MAX_ARTICLES, 0),
    )
    for number in numbers:
        marked, id_, text = connection.execute(
            "SELECT highlight(articles_index, 1, ?, ?), id, articles.text FROM articles_index"
            " JOIN articles ON number = articles_index.rowid"
            " WHERE articles_index MATCH ? AND articles_index.rowid = ?",
            (_OPEN, _CLOSE, query, number),
        ).fetchone()
        hits = _find_hits(marked, text, 0)
        span = _choose_snippet(text, hits)
        [article] = load_article_rows(connection, [id_])
        yield ArticleHit(
            article=article,
            snippet=text[span.start : span.end],
            snippet_span=span,
            hits=tuple(hit for hit in hits if span.start <= hit.start and hit.end <= span.end),
        )


def _rank(
    connection: sqlite3.Connection,
    found: str,
    values: Sequence[Value],
    *,
    weights: str,
    page: tuple[int, int],
) -> list[int]:
    """Return one page of the row numbers that `found` chooses, by BM25 with these `weights`.

    Where more than RANKED are found, those that were added last are ranked.
    """
    limit, offset = page
    ranked = max(RANKED, 2 * (offset + limit))
    last = connection.execute(
        f"SELECT rowid {found} ORDER BY rowid DESC LIMIT 1 OFFSET ?", (*values, ranked)
    ).fetchone()
    rows = connection.execute(
        f"SELECT rowid {found} AND rowid > ? AND rank MATCH 'bm25({weights})'"
        " ORDER BY rank, rowid LIMIT ? OFFSET ?",
        (*values, last[0] if last else 0, limit, offset),
    )
    return [number for (number,) in rows]


def _find_hits(marked: str | None, text: str, start: int) -> tuple[Span, ...]:
    """Return where `marked` is marked, counted from `start`."""
    if marked is None or _MARK.search(text):
        return ()
    places = [mark.start() - index + start for index, mark in enumerate(_MARK.finditer(marked))]
    return tuple(Span(*pair) for pair in zip(places[::2], places[1::2], strict=True))


def _choose_snippet(text: str, hits: tuple[Span, ...]) -> Span:
    """Return about SNIPPET characters of `text`, between white space, around the first hit."""
    first = hits[0].start if hits else 0
    start = max(0, first - SNIPPET // 3)
    end = min(len(text), start + SNIPPET)
    if start and (blank := _BLANK.search(text, start, first)):
        start = blank.end()
    while end < len(text) and end > first and not text[end].isspace():
        end -= 1
    return Span(start, end if end > first else min(len(text), start + SNIPPET))
