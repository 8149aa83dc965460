"""Search rows, then articles, by words and by meaning."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.ledger.choosing import choose
from onrecord.ledger.codec import LAST
from onrecord.ledger.conditions import Value, choose_articles, choose_rows
from onrecord.ledger.filters import Filter
from onrecord.ledger.fusing import By, Fused, fuse_rankings
from onrecord.ledger.meanings import Likeness, compare_with_all
from onrecord.ledger.queries import ROW_COLUMNS, ROW_TABLES, load_article_rows, make_row
from onrecord.ledger.rows import ArticleHit, Row, RowHit, SearchResult
from onrecord.ledger.search_words import has_phrase, match_all, match_names_and_any
from onrecord.records import Span

DEFAULT_ROWS = 20
MAX_ARTICLES = 10
FUSED = 200  # rows found by words are put together with those found by meaning, at least
SNIPPET = 240  # characters
# Ranking looks at every row that holds the words; for words that stand in more rows than this it
# would take as long as there are rows, and tell little.
RANKED = 2000

# Noncharacters, which no decoded page should hold; where one does, no hits are shown in it.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"[{_OPEN}{_CLOSE}]")
_BLANK = re.compile(r"\s")


def search(
    connection: sqlite3.Connection, words: str, filter_: Filter, by: By = "both"
) -> SearchResult:
    """Return the rows and articles that hold all of `words`, or are about the same, best first.

    By words they are ranked by BM25, by meaning by how near they are, and by both by reciprocal
    rank fusion. What holds a phrase between quotation marks asks for exact words: it is looked
    for by words alone. `filter_.limit` and `.offset` are of the rows; articles come with the first
    page of them.
    """
    meaning = by != "words" and not has_phrase(words)
    asked = _Asked(
        query=match_all(words),
        by_words=by != "meaning",
        likeness=compare_with_all(connection, words) if meaning else None,
    )
    limit = DEFAULT_ROWS if filter_.limit is None else max(0, filter_.limit)
    rows = _search_rows(connection, asked, filter_, limit + 1)
    articles = () if filter_.offset else tuple(_search_articles(connection, asked, filter_))
    return SearchResult(rows=tuple(rows[:limit]), articles=articles, more=len(rows) > limit)


def gather_rows(
    connection: sqlite3.Connection,
    question: str,
    *,
    names: Sequence[str],
    words: Sequence[str],
    filter_: Filter,
) -> list[Row]:
    """Return at most `filter_.limit` rows that hold all `names` and any of `words`, and about as
    many that are about what `question` is, each once; without names and words, the latest."""
    where = choose_rows(filter_)
    limit = DEFAULT_ROWS if filter_.limit is None else filter_.limit
    if names or words:
        chosen = choose(connection, "rows", where)
        condition, values = chosen.narrow("rows_index.rowid")
        numbers = _rank(
            connection,
            f"FROM rows_index WHERE rows_index MATCH ? {condition}",
            (match_names_and_any(names, words), *values),
            weights="2.0, 1.0",
            limit=limit,
        )
        near = compare_with_all(connection, question).rank_rows(connection, chosen)
        numbers += [number for number, _ in near[:limit]]
    else:
        order = "day < ? DESC, day DESC, id"  # what has no date after the oldest
        latest = f"SELECT number FROM rows {where.join()} ORDER BY {order} LIMIT ?"
        numbers = [number for (number,) in connection.execute(latest, (*where.values, LAST, limit))]
    return [_load_row(connection, number) for number in dict.fromkeys(numbers)]


def _load_row(connection: sqlite3.Connection, number: int) -> Row:
    columns = connection.execute(
        f"SELECT {ROW_COLUMNS} FROM {ROW_TABLES} WHERE rows.number = ?", (number,)
    ).fetchone()
    return make_row(columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    query: str  # for FTS5
    by_words: bool
    likeness: Likeness | None  # `None` where meaning is not asked


def _search_rows(
    connection: sqlite3.Connection, asked: _Asked, filter_: Filter, limit: int
) -> list[RowHit]:
    chosen = choose(connection, "rows", choose_rows(filter_))
    offset = max(0, filter_.offset)
    numbers: list[int] = []
    if asked.by_words:
        # The rows are ranked first and looked up after, so that only those shown are decoded.
        # A sentence counts more than the names that were resolved in it.
        condition, values = chosen.narrow("rows_index.rowid")
        numbers = _rank(
            connection,
            f"FROM rows_index WHERE rows_index MATCH ? {condition}",
            (asked.query, *values),
            weights="2.0, 1.0",
            limit=max(FUSED, offset + limit),
        )
    near = asked.likeness.rank_rows(connection, chosen) if asked.likeness else []
    fused = fuse_rankings(numbers, near)
    return [_load_hit(connection, asked.query, each) for each in fused[offset : offset + limit]]


def _load_hit(connection: sqlite3.Connection, query: str, found: Fused) -> RowHit:
    marked, *columns = connection.execute(
        "SELECT (SELECT highlight(rows_index, 0, ?, ?) FROM rows_index"
        f" WHERE rows_index MATCH ? AND rowid = rows.number), {ROW_COLUMNS}"
        f" FROM {ROW_TABLES} WHERE rows.number = ?",
        (_OPEN, _CLOSE, query, found.number),
    ).fetchone()
    row = make_row(columns)
    hits = _find_hits(marked, row.sentence, row.sentence_span.start)
    return RowHit(row=row, hits=hits, by=found.by)


def _search_articles(
    connection: sqlite3.Connection, asked: _Asked, filter_: Filter
) -> Iterator[ArticleHit]:
    chosen = choose(connection, "articles", choose_articles(replace(filter_, kind=None)))
    numbers: list[int] = []
    if asked.by_words:
        condition, values = chosen.narrow("articles_index.rowid")
        numbers = _rank(
            connection,
            f"FROM articles_index WHERE articles_index MATCH ? {condition}",
            (asked.query, *values),
            weights="4.0, 1.0",
            limit=MAX_ARTICLES,
        )
    near = asked.likeness.rank_articles(connection, chosen) if asked.likeness else []
    for found in fuse_rankings(numbers, near)[:MAX_ARTICLES]:
        marked, id_, text = connection.execute(
            "SELECT (SELECT highlight(articles_index, 1, ?, ?) FROM articles_index"
            " WHERE articles_index MATCH ? AND rowid = articles.number), id, text"
            " FROM articles WHERE number = ?",
            (_OPEN, _CLOSE, asked.query, found.number),
        ).fetchone()
        hits = _find_hits(marked, text, 0)
        span = _choose_snippet(text, hits)
        [article] = load_article_rows(connection, [id_])
        yield ArticleHit(
            article=article,
            snippet=text[span.start : span.end],
            snippet_span=span,
            hits=tuple(hit for hit in hits if span.start <= hit.start and hit.end <= span.end),
            by=found.by,
        )


def _rank(
    connection: sqlite3.Connection,
    found: str,
    values: Sequence[Value],
    *,
    weights: str,
    limit: int,
) -> list[int]:
    """Return the first row numbers that `found` chooses, by BM25 with these `weights`.

    Where more than RANKED are found, those that were added last are ranked.
    """
    ranked = max(RANKED, 2 * limit)
    last = connection.execute(
        f"SELECT rowid {found} ORDER BY rowid DESC LIMIT 1 OFFSET ?", (*values, ranked)
    ).fetchone()
    rows = connection.execute(
        f"SELECT rowid {found} AND rowid > ? AND rank MATCH 'bm25({weights})'"
        " ORDER BY rank, rowid LIMIT ?",
        (*values, last[0] if last else 0, limit),
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
