"""Keep the ties between rows: those of two articles together, as one value.

A pair of articles has some ties or some hundred, which are made at once and go at once. Each in a
row of its own, found by either end, they were half of what linking wrote.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from onrecord.ledger.codec import pack

_decoder = msgspec.msgpack.Decoder(list[tuple[str, str, int]])


class RowTie(NamedTuple):
    """A row that another is tied to, its article, and how surely, in millionths."""

    other: str
    article: str
    score: int


def insert_ties(
    connection: sqlite3.Connection, a: str, b: str, scores: Mapping[tuple[str, str], int]
) -> None:
    """Keep the ties of rows of `a` with rows of `b`, which had none."""
    ties = [(row, other, score) for (row, other), score in scores.items()]
    if b < a:
        a, b = b, a
        ties = [(other, row, score) for row, other, score in ties]
    connection.execute("INSERT INTO ties (a, b, ties) VALUES (?, ?, ?)", (a, b, pack(sorted(ties))))


def load_ties(connection: sqlite3.Connection, article: str) -> dict[str, list[RowTie]]:
    """Return the ties of the rows of `article`, by row."""
    ties: dict[str, list[RowTie]] = defaultdict(list)
    for other, data in connection.execute("SELECT b, ties FROM ties WHERE a = ?", (article,)):
        for row, tied, score in _decoder.decode(data):
            ties[row].append(RowTie(tied, other, score))
            if other == article:
                ties[tied].append(RowTie(row, other, score))
    for other, data in connection.execute(
        "SELECT a, ties FROM ties WHERE b = ?1 AND a <> ?1", (article,)
    ):
        for tied, row, score in _decoder.decode(data):
            ties[row].append(RowTie(tied, other, score))
    return dict(ties)


def list_tied(connection: sqlite3.Connection, a: str, b: str) -> set[str]:
    """Return the rows of two articles that are tied to one of the other."""
    found = connection.execute(
        "SELECT ties FROM ties WHERE a = ? AND b = ?", (min(a, b), max(a, b))
    ).fetchone()
    ties = [] if found is None else _decoder.decode(found[0])
    return {row for one, other, _ in ties for row in (one, other)}


def list_tied_articles(connection: sqlite3.Connection, article: str) -> list[str]:
    """Return the articles with rows that are tied to one of `article`."""
    found = connection.execute(
        "SELECT b FROM ties WHERE a = ?1 UNION SELECT a FROM ties WHERE b = ?1", (article,)
    )
    return [other for (other,) in found]


def delete_ties(connection: sqlite3.Connection, a: str, b: str) -> None:
    """Take out the ties between the rows of two articles."""
    connection.execute("DELETE FROM ties WHERE a = ? AND b = ?", (min(a, b), max(a, b)))
