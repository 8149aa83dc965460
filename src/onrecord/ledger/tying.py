"""Tie the rows of articles that are linked: which may report the same.

The ties of two articles rest on these two alone. They are made once, with the link, and kept; what
accounts come of them is drawn later (see `onrecord.ledger.accounting`).
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.ledger.queries import load_reading
from onrecord.records import Reading, Span

if TYPE_CHECKING:
    from onrecord.compare import Told

MILLION = 1_000_000  # probabilities are stored as whole numbers, whose sums have no order
TOGETHER = 0.5  # probability from which two articles tell of one episode
# Articles whose rows are kept decoded: bounds the memory.
KEPT_TOLD = 200

_edges = msgspec.msgpack.Decoder(list[int])


class Tier:
    """Keeps the ties of rows up to date, inside the caller's transactions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        from onrecord.compare import tell_reading, tie_rows

        self._connection = connection
        self._tell_reading = tell_reading
        self._tie_rows = tie_rows
        self._told: OrderedDict[str, Told] = OrderedDict()

    def add(self, reading: Reading, sentences: Sequence[Span]) -> None:
        """Tie the rows of one article to each other; `reading` is as people corrected it."""
        told = self._tell_reading(reading, sentences)
        assert told is not None
        assert reading.article is not None
        self._remember(told)
        self._insert(told, told, together=True)
        self._mark_decided(reading.article.id)

    def replace(self, article: str) -> None:
        """Tie the rows of one article to each other that came in the place of others.

        Those others are taken out with `remove` before.
        """
        told = self.load_told(article)
        self._insert(told, told, together=True)
        self._mark_decided(article)

    def tie(self, a: str, b: str, *, episode: float) -> None:
        """Tie the rows of two articles that are of one episode with the probability `episode`."""
        self._insert(self.load_told(a), self.load_told(b), together=episode >= TOGETHER)

    def untie(self, a: str, b: str) -> None:
        """Take out the ties between two articles."""
        pairs = self._connection.execute(
            "SELECT row, other FROM ties WHERE article = ? AND other_article = ?", (a, b)
        ).fetchall()
        self._delete(pairs)

    def remove(self, article: str) -> None:
        """Take out the ties of an article whose rows go; the others are to be drawn again."""
        pairs = self._connection.execute(
            "SELECT row, other FROM ties WHERE article = ?", (article,)
        ).fetchall()
        self._delete(pairs)
        self._mark_decided(article)
        decided = self._connection.execute(
            "SELECT row FROM decided_ties WHERE article = ?", (article,)
        ).fetchall()
        own = sorted({(row,) for row, _ in pairs} | set(decided))
        self._connection.executemany("DELETE FROM kin WHERE row = ?", own)
        self._connection.executemany("DELETE FROM stale_rows WHERE row = ?", own)
        self.forget(article)

    def load_told(self, article: str) -> "Told":
        """Return what `article` tells."""
        told = self._told.get(article)
        if told is None:
            [data] = self._connection.execute(
                "SELECT sentences FROM sketches WHERE article = ?", (article,)
            ).fetchone()
            edges = _edges.decode(data)
            sentences = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
            told = self._tell_reading(load_reading(self._connection, article), sentences)
            assert told is not None
        self._remember(told)
        return told

    def forget(self, article: str) -> None:
        """Drop what is remembered of an article."""
        self._told.pop(article, None)

    def _remember(self, told: "Told") -> None:
        article = told.setting.article.id
        self._told[article] = told
        self._told.move_to_end(article)
        if len(self._told) > KEPT_TOLD:
            self._told.popitem(last=False)

    def _insert(self, a: "Told", b: "Told", *, together: bool) -> None:
        found = [
            (tie.a, tie.b, round(tie.score * MILLION))
            for tie in self._tie_rows(a, b, together=together)
            if tie.a != tie.b  # two rows at one place
        ]
        self._connection.executemany(
            "INSERT OR REPLACE INTO ties (row, other, article, other_article, score)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (one.row, other.row, one.article, other.article, score)
                for first, second, score in found
                for one, other in ((first, second), (second, first))
            ],
        )
        self._mark_stale(row for first, second, _ in found for row in (first.row, second.row))

    def _delete(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._connection.executemany(
            "DELETE FROM ties WHERE row = ? AND other = ?",
            [pair for row, other in pairs for pair in ((row, other), (other, row))],
        )
        self._mark_stale(row for pair in pairs for row in pair)

    def _mark_decided(self, article: str) -> None:
        """Mark the rows of `article` that people tied or parted, and those they are tied to."""
        found = self._connection.execute(
            "SELECT other.row FROM decided_ties own"
            " JOIN decided_ties other ON other.decision = own.decision WHERE own.article = ?",
            (article,),
        ).fetchall()
        self._mark_stale(row for (row,) in found)

    def _mark_stale(self, rows: Iterable[str]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO stale_rows (row) VALUES (?)", [(row,) for row in rows]
        )
