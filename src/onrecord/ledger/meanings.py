"""What sentences are about: written with each article, and compared with what is asked.

All vectors of a ledger are held in memory while they stay the same: of 100,000 sentences they
take 13 MB, and it takes less time to go through them all than to keep a structure that avoids it.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.ledger.choosing import Chosen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Cosines from here on tell that a sentence is about what was asked (training/meaning/README.md).
LEAST_ALIKE = 0.5
MOST = 2000  # rows that are near are ranked at most


# A row or article near to what was asked: its number, and its place, counted from 1. What stands
# in one sentence is equally near and has one place.
Near = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Index:
    """All vectors, and which one each row and each article has."""

    vectors: "NDArray[np.int8]"
    lengths: "NDArray[np.float64]"
    rows: "NDArray[np.int64]"
    rows_vectors: "NDArray[np.int64]"
    articles: "NDArray[np.int64]"
    articles_vectors: "NDArray[np.int64]"


def insert_meanings(
    connection: sqlite3.Connection, article: str, title: str, rows: Iterable[tuple[int, str]]
) -> None:
    """Write the vectors of an article's title and of its rows' sentences, each sentence's once."""
    import numpy as np

    from onrecord.models.meaning import load_meaning

    meaning = load_meaning()
    places = {title: 0}
    pairs = [(number, places.setdefault(words, len(places))) for number, words in rows]
    connection.execute(
        "INSERT OR REPLACE INTO meanings (article, version, rows, vectors)"
        " VALUES ((SELECT number FROM articles WHERE id = ?), ?, ?, ?)",
        (
            article,
            meaning.version,
            np.array(pairs, dtype="<u4").tobytes(),
            b"".join(meaning.embed(words).tobytes() for words in places),
        ),
    )


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like what was asked each row and each article is: cosines."""

    index: "_Index"
    vectors: "NDArray[np.float64]"

    def rank_rows(self, connection: sqlite3.Connection, chosen: Chosen) -> list[Near]:
        """Return the `chosen` rows that are near, nearest first."""
        likeness = self.vectors[self.index.rows_vectors]
        return _rank(connection, self.index.rows, likeness, chosen)

    def rank_articles(self, connection: sqlite3.Connection, chosen: Chosen) -> list[Near]:
        """Return the `chosen` articles whose titles are near, nearest first."""
        likeness = self.vectors[self.index.articles_vectors]
        return _rank(connection, self.index.articles, likeness, chosen)


def compare_with_all(connection: sqlite3.Connection, words: str) -> Likeness:
    """Return how like `words` all sentences and titles of the ledger are."""
    from onrecord.models.meaning import compare_meanings, load_meaning

    index = _load_index(connection)
    asked = load_meaning().embed(words)
    return Likeness(index, compare_meanings(asked, index.vectors, index.lengths))


def _rank(
    connection: sqlite3.Connection,
    numbers: "NDArray[np.int64]",
    likeness: "NDArray[np.float64]",
    chosen: Chosen,
) -> list[Near]:
    import numpy as np

    near = np.flatnonzero(likeness >= LEAST_ALIKE)
    if chosen.numbers is not None:
        near = near[np.isin(numbers[near], np.array(chosen.numbers, dtype=np.int64))]
    order = near[np.lexsort((numbers[near], -likeness[near]))][:MOST]
    if chosen.numbers is None:
        fitting = chosen.pick(connection, numbers[order].tolist())
        order = order[np.isin(numbers[order], np.array(fitting, dtype=np.int64))]
    found: list[Near] = []
    place, before = 0, np.inf
    for at in order:
        place += likeness[at] < before
        before = likeness[at]
        found.append((int(numbers[at]), int(place)))
    return found


# The index of the ledger that was asked last, by its revision: a server opens the ledger anew for
# each request.
_kept: tuple[str, _Index] | None = None


def _load_index(connection: sqlite3.Connection) -> _Index:
    from onrecord.ledger.queries import load_revision

    global _kept
    revision = load_revision(connection)
    kept = _kept
    if kept is None or kept[0] != revision:
        _kept = kept = (revision, _read_index(connection))
    return kept[1]


def _read_index(connection: sqlite3.Connection) -> _Index:
    import numpy as np

    from onrecord.models.meaning import load_meaning, measure_lengths

    meaning = load_meaning()
    # Vectors of another version mean something else; `onrecord doctor` tells of them.
    found = connection.execute(
        "SELECT article, rows, vectors FROM meanings WHERE version = ? ORDER BY article",
        (meaning.version,),
    ).fetchall()
    sizes = np.array([len(vectors) // meaning.dimensions for _, _, vectors in found], dtype="<i8")
    firsts = np.cumsum(sizes) - sizes
    pairs = np.frombuffer(b"".join(rows for _, rows, _ in found), dtype="<u4").reshape(-1, 2)
    counts = [len(rows) // 8 for _, rows, _ in found]  # two numbers of four bytes
    data = b"".join(vectors for _, _, vectors in found)
    vectors = np.frombuffer(data, dtype=np.int8).reshape(-1, meaning.dimensions)
    return _Index(
        vectors=vectors,
        lengths=measure_lengths(vectors),
        rows=pairs[:, 0].astype(np.int64),
        rows_vectors=pairs[:, 1].astype(np.int64) + np.repeat(firsts, counts),
        articles=np.array([article for article, _, _ in found], dtype=np.int64),
        articles_vectors=firsts,
    )
