"""Tie the rows of articles that are linked: which may report the same.

The ties of two articles rest on these two alone. They are made once, with the link, and kept; what
accounts come of them is drawn later (see `onrecord.ledger.accounting`). What of an article's rows
is compared is made once as well (`onrecord.ledger.preparing`), and kept.
"""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.ledger.latest import Latest
from onrecord.ledger.preparing import Compared, compare_rows
from onrecord.ledger.queries import load_reading
from onrecord.ledger.tie_store import (
    MILLION,
    RowTie,
    delete_ties,
    insert_ties,
    load_packed_ties,
    score_ties,
    unpack_ties,
)
from onrecord.records import Span

if TYPE_CHECKING:
    from onrecord.compare import Telling, Told, Traits

TOGETHER = 0.5  # probability from which two articles tell of one episode
# Articles whose rows, and whose rows' traits, are kept decoded: bounds the memory.
KEPT_TOLD = 100
KEPT_TRAITS = 400
TIED_AT_ONCE = 200  # articles

_edges = msgspec.msgpack.Decoder(list[int])


class Tier:
    """Keeps the ties of rows up to date, inside the caller's transactions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        from onrecord.compare import (
            ACCOUNT_BARS,
            recall_telling,
            tell_reading,
            tie_many,
        )
        from onrecord.ledger.kept_traits import decode_traits

        self._connection = connection
        self._tell_reading = tell_reading
        self._recall_telling = recall_telling
        self._tie_many = tie_many
        self._strong = ACCOUNT_BARS["threshold"] * MILLION
        self._decode_traits = decode_traits
        self._told: Latest[Told] = Latest(KEPT_TOLD)
        self._traits: Latest[Traits] = Latest(KEPT_TRAITS)

    def add(self, article: str, compared: Compared) -> None:
        """Keep what of the rows of one article is compared, and their ties to each other."""
        self._connection.execute(
            "INSERT INTO traits (article, traits) VALUES (?, ?)", (article, compared.traits)
        )
        self._traits.keep(article, self._decode_traits(compared.traits))
        self._insert(article, article, compared.ties, new=(article,))
        self._mark_decided(article)

    def add_corrected(self, article: str) -> None:
        """Do the same for an article whose rows people have corrected, as the tables have them.

        Where they come in the place of others, those are taken out with `remove` before.
        """
        reading = load_reading(self._connection, article)
        self.add(article, compare_rows(reading, self._load_sentences(article)))

    def tie(
        self, article: str, others: Sequence[tuple[str, float]], *, new: Collection[str] = ()
    ) -> None:
        """Tie the rows of an article to those of others, each given with the probability that the
        two are of one episode.

        Of articles that are `new` no row was ever grouped: then those of the other need not be
        looked at for that (see `onrecord.stories.regroup`).
        """
        one = self._load_traits(article)
        for at in range(0, len(others), TIED_AT_ONCE):
            some = others[at : at + TIED_AT_ONCE]
            traits = [(self._load_traits(id_), episode >= TOGETHER) for id_, episode in some]
            for (other, _), ties in zip(some, self._tie_many(one, traits), strict=True):
                self._insert(article, other, score_ties(ties), new=new)

    def untie(self, a: str, b: str, *, apart: bool) -> None:
        """Take out the ties between two articles; where these are of sagas `apart`, no row is in
        another group without them."""
        rows = delete_ties(self._connection, a, b)
        if not apart:
            self._mark_stale(rows)

    def remove(self, article: str) -> None:
        """Take out the ties of an article whose rows go; the others are to be drawn again."""
        packed = load_packed_ties(self._connection, [article])[article]
        ties = unpack_ties(article, packed)
        self._mark_stale({other for found in ties.values() for other, _, _ in found})
        for other in packed:
            delete_ties(self._connection, article, other)
        self._mark_decided(article)
        decided = self._connection.execute(
            "SELECT row FROM decided_ties WHERE article = ?", (article,)
        ).fetchall()
        own = sorted({(row,) for row in ties} | set(decided))
        self._connection.executemany("DELETE FROM kin WHERE row = ?", own)
        self._connection.executemany("DELETE FROM stale_rows WHERE row = ?", own)
        self._connection.execute("DELETE FROM traits WHERE article = ?", (article,))
        self.forget(article)

    def load_told(self, article: str) -> "Told":
        """Return what `article` tells."""
        told = self._told.get(article)
        if told is None:
            reading = load_reading(self._connection, article)
            cast = self._load_traits(article).cast
            told = self._tell_reading(reading, self._load_sentences(article), cast)
            assert told is not None
            self._told.keep(article, told)
        return told

    def load_telling(self, article: str, row: str) -> "Telling[Any]":
        """Return a row of `article` as it tells it, for comparing it with others."""
        return self._recall_telling(self.load_told(article), self._load_traits(article), row)

    def forget(self, article: str) -> None:
        """Drop what is remembered of an article."""
        self._told.drop(article)
        self._traits.drop(article)

    def _load_sentences(self, article: str) -> list[Span]:
        [data] = self._connection.execute(
            "SELECT sentences FROM sketches WHERE article = ?", (article,)
        ).fetchone()
        edges = _edges.decode(data)
        return [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]

    def _load_traits(self, article: str) -> "Traits":
        """Return what of the rows of `article` is compared."""
        traits = self._traits.get(article)
        if traits is None:
            [data] = self._connection.execute(
                "SELECT traits FROM traits WHERE article = ?", (article,)
            ).fetchone()
            traits = self._decode_traits(data)
            self._traits.keep(article, traits)
        return traits

    def _insert(self, a: str, b: str, ties: Sequence[RowTie], *, new: Collection[str]) -> None:
        """Keep the ties of two articles; mark the rows that they may bring into other groups.

        Rows of an article that is new were in no group: weak ties bring them into none.
        """
        if not ties:
            return
        insert_ties(self._connection, a, b, ties)
        if a in new or b in new:
            strong = [tie for tie in ties if tie[2] >= self._strong]
            if a in new:
                self._mark_stale({row for row, _, _ in strong})
            if b in new:
                self._mark_stale({other for _, other, _ in strong})
        else:
            self._mark_stale({row for tie in ties for row in tie[:2]})

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
