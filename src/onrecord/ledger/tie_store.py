"""Keep the ties between rows: those of two articles together, as one value.

A pair of articles has some ties or some hundred, which are made at once and go at once. Each in a
row of its own, found by either end, they were half of what linking wrote.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.ledger.codec import encode_json, pack

if TYPE_CHECKING:
    from onrecord.compare import Tie

MILLION = 1_000_000  # probabilities are stored as whole numbers, whose sums have no order

# Two rows that are tied, and how surely, in millionths.
RowTie = tuple[str, str, int]
_decoder = msgspec.msgpack.Decoder(list[RowTie])

# A row that another is tied to, its article, and how surely, in millionths.
Tied = tuple[str, str, int]
RowTies = dict[str, list[Tied]]  # by row


def score_ties(ties: "Iterable[Tie]") -> list[RowTie]:
    """Return ties as they are kept, but for those of two rows at one place."""
    scores = {(tie.a, tie.b): round(tie.score * MILLION) for tie in ties if tie.a != tie.b}
    return [(row, other, score) for (row, other), score in scores.items()]


def insert_ties(connection: sqlite3.Connection, a: str, b: str, ties: Sequence[RowTie]) -> None:
    """Keep the ties of rows of `a` with rows of `b`, which had none."""
    if b < a:
        a, b = b, a
        ties = [(other, row, score) for row, other, score in ties]
    connection.execute("INSERT INTO ties (a, b, ties) VALUES (?, ?, ?)", (a, b, pack(sorted(ties))))


def load_packed_ties(
    connection: sqlite3.Connection, articles: Collection[str]
) -> dict[str, dict[str, bytes]]:
    """Return the ties of each of `articles` with each that it has ties with, still packed."""
    packed: dict[str, dict[str, bytes]] = {article: {} for article in articles}
    for article, other, ties in connection.execute(
        "SELECT a, b, ties FROM json_each(?1) CROSS JOIN ties ON a = json_each.value"
        " UNION ALL"
        " SELECT b, a, ties FROM json_each(?1) CROSS JOIN ties ON b = json_each.value",
        (encode_json(list(articles)),),
    ):
        packed[article][other] = ties
    return packed


def unpack_ties(article: str, packed: Mapping[str, bytes]) -> RowTies:
    """Return the ties of the rows of `article`, by row."""
    ties: RowTies = defaultdict(list)
    for other, data in packed.items():
        if article <= other:
            for row, tied, score in _decoder.decode(data):
                ties[row].append((tied, other, score))
        if other <= article:
            for tied, row, score in _decoder.decode(data):
                ties[row].append((tied, other, score))
    return dict(ties)


def list_tied(packed: bytes) -> set[str]:
    """Return the rows of two articles that are tied to one of the other."""
    return {row for one, other, _ in _decoder.decode(packed) for row in (one, other)}


def delete_ties(connection: sqlite3.Connection, a: str, b: str) -> set[str]:
    """Take out the ties between the rows of two articles; return these rows."""
    found = connection.execute(
        "DELETE FROM ties WHERE a = ? AND b = ? RETURNING ties", (min(a, b), max(a, b))
    ).fetchone()
    return set() if found is None else list_tied(found[0])
