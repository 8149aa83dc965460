"""Questions about names: who is called so, in how many rows, and where to find one of them."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger.queries import load_row
from onrecord.ledger.search_words import match_names_and_any, split_words
from onrecord.records import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A name with how often it stands in rows; `article` and `actor` are one place of it."""

    name: str
    kind: ActorKind
    title: str
    state: str
    rows: int
    articles: int
    article: str
    actor: str


def list_names(
    connection: sqlite3.Connection, words: str, *, exactly: bool = False, limit: int = 30
) -> Iterator[NameRow]:
    """Yield the names that hold words that start as `words` do (or are them, `exactly`; without
    any, all names), the most frequent first."""
    asked, where = words, "names.name = ?"
    if not exactly:
        asked = match_names_and_any(split_words(words), ())
        where = "names.number IN (SELECT rowid FROM names_index WHERE names_index MATCH ?)"
    if not words.strip():
        asked, where = "", "names.name > ?"
    found = connection.execute(
        "SELECT names.name, max(title), max(names.state), count(DISTINCT rows.number),"
        " count(DISTINCT rows.article), min(rows.id) FROM names"
        " JOIN row_names ON row_names.name = names.number"
        f" JOIN rows ON rows.number = row_names.row WHERE {where}"
        " GROUP BY names.name ORDER BY 4 DESC, 1 LIMIT ?",
        (asked, limit),
    )
    for name, title, state, rows, articles, id_ in found.fetchall():
        row = load_row(connection, id_)
        parties = (*row.who, *row.to, *row.denied_by, *getattr(row, "relayed_by", ()))
        asserted = getattr(row, "asserted_by", None)
        everyone = (*parties, *filter(None, (asserted,)))
        party = next((p for p in everyone if name in (p.name, p.named)), None)
        if party is not None:
            yield NameRow(
                name=name,
                kind=party.kind,
                title=title,
                state=state,
                rows=rows,
                articles=articles,
                article=row.article,
                actor=party.id,
            )
