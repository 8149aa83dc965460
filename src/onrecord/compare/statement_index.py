"""The statements of an article as arrays, and which of those of many others have much in common.

Of the pairs of statements of two linked articles one in fifty or so reports one statement. Which
ones may is found here, for all articles that a new one is linked to at once; only these are then
weighed one by one. More are found than there are, never less: words and stems are compared by
codes of 32 bits, which two of them may share.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from onrecord.stories.shingles import code_word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint64]
    Places = NDArray[np.int64]
    Sums = NDArray[np.float64]
    Hopeful = Callable[[Sums, Places, Sums], NDArray[np.bool_]]

POSTING_LIMIT = 60  # statements of two articles that share a key; a key of more is no lead
KEY_WORDS = 3  # in a row
CELLS = 1_000_000  # pairs of statements that are looked at together: bounds the memory
SLACK = 1e-5  # by which a sum of weights, kept with seven digits each, may be too low
_MULTIPLIER = 0x9E3779B97F4A7C15
_TABLE_BITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementIndex:
    """An article's statements: codes of the words of each content, of the stems there that tell,
    and of the stems of the sentence around with their weights and what share of the content each
    is; those of all statements one after the other, and how many there are of each.
    """

    words: bytes
    word_counts: bytes
    telling: bytes
    telling_counts: bytes
    stems: bytes
    stem_counts: bytes
    weights: bytes
    shares: bytes


class Common(NamedTuple):
    """Two statements, by their places, that share a key: how like their sentences are at most,
    how many pairs of words that follow each other are in both, and what share of the one's content
    the sentence of the other tells at most.

    Keys are the stems that tell, and any KEY_WORDS words in a row. One is enough: of a statement
    in other words often no more than one name is the same.
    """

    one: int
    other: int
    sentences: float
    pairs: int
    told: float


def index_statements(
    words: Sequence[Sequence[str]],
    telling: Sequence[Sequence[str]],
    sentences: Sequence[Mapping[str, float]],
    shares: Sequence[Sequence[float]],
) -> StatementIndex:
    """Return the index of an article's statements."""
    import numpy as np

    weights = [weight for sentence in sentences for weight in sentence.values()]
    parts = [share for each in shares for share in each]
    return StatementIndex(
        words=_pack_codes(words),
        word_counts=_pack_counts(words),
        telling=_pack_codes(telling),
        telling_counts=_pack_counts(telling),
        stems=_pack_codes(sentences),
        stem_counts=_pack_counts(sentences),
        weights=np.array(weights, "<f4").tobytes(),
        shares=np.array(parts, "<f4").tobytes(),
    )


def _pack_codes(lists: Iterable[Iterable[str]]) -> bytes:
    import numpy as np

    return np.array([code_word(word) for each in lists for word in each], "<u4").tobytes()


def _pack_counts(lists: Iterable[Collection[str]]) -> bytes:
    import numpy as np

    return np.array([len(each) for each in lists], "<u2").tobytes()


def count_statements(index: StatementIndex) -> int:
    """Return how many statements an index is of."""
    return len(index.word_counts) // 2


def find_common(
    one: StatementIndex, others: Sequence[StatementIndex], find_hopeful: "Hopeful"
) -> Iterator[Iterator[Common]]:
    """Yield, for each of `others`, the pairs of a statement of `one` and one of it that share a
    key and are hopeful, by the place of the statement of `other`.

    Keys of more than POSTING_LIMIT statements of the two articles lead nowhere. `find_hopeful`
    says for which pairs there is hope, of which it gets how like the sentences are at most, how
    many pairs of words are in both, and what is told at most.
    """
    own = _Posted(one)
    batch: list[StatementIndex] = []
    cells = 0
    for other in others:
        batch.append(other)
        cells += own.number * count_statements(other)
        if cells >= CELLS:
            yield from own.find(batch, find_hopeful)
            batch, cells = [], 0
    if batch:
        yield from own.find(batch, find_hopeful)


class _Posted:
    """The statements of one article, to be looked up by what they have."""

    def __init__(self, index: StatementIndex) -> None:
        rows = _Rows([index])
        self.number = rows.number
        self._telling = _Postings(*rows.telling, once=True)
        self._runs = _Postings(*rows.join_words(KEY_WORDS), once=True)
        self._pairs = _Postings(*rows.join_words(2))
        self._stems = _Postings(*rows.stems)
        self._weights = rows.weights[self._stems.order]
        self._shares = rows.shares[self._stems.order]

    def find(
        self, others: Sequence[StatementIndex], find_hopeful: "Hopeful"
    ) -> Iterator[Iterator[Common]]:
        """Yield what `find_common` does, for some that are few enough."""
        import numpy as np

        rows = _Rows(others)
        cells = np.unique(
            np.concatenate(
                [
                    self._list_cells(self._telling, *rows.telling, rows),
                    self._list_cells(self._runs, *rows.join_words(KEY_WORDS), rows),
                ]
            )
        )
        size = self.number * rows.number
        codes, owners = rows.join_words(2)
        places, own = self._pairs.match(codes)
        shared = self._pairs.owners[own] + owners[places] * self.number
        pairs = np.bincount(shared, minlength=size)[cells]
        codes, owners = rows.stems
        places, own = self._stems.match(codes)
        shared = self._stems.owners[own] + owners[places] * self.number
        products = self._weights[own] * rows.weights[places]
        likeness = np.bincount(shared, weights=products, minlength=size)[cells] + SLACK
        own_told = np.bincount(shared, weights=self._shares[own], minlength=size)[cells]
        their_told = np.bincount(shared, weights=rows.shares[places], minlength=size)[cells]
        told = np.maximum(own_told, their_told) + SLACK
        places, ones = np.divmod(cells, max(1, self.number))
        hopeful = np.flatnonzero(find_hopeful(likeness, pairs, told))
        places, ones = places[hopeful], ones[hopeful]
        likeness, pairs, told = likeness[hopeful], pairs[hopeful], told[hopeful]
        ends = np.searchsorted(places, rows.ends)
        start = first = 0
        for end, stop in zip(ends.tolist(), rows.ends.tolist(), strict=True):
            yield map(
                Common,
                ones[start:end].tolist(),
                (places[start:end] - first).tolist(),
                likeness[start:end].tolist(),
                pairs[start:end].tolist(),
                told[start:end].tolist(),
            )
            start, first = end, stop

    def _list_cells(
        self, postings: "_Postings", codes: "Codes", owners: "Places", rows: "_Rows"
    ) -> "Places":
        """Return the pairs of statements that share one of `codes`, a key of few statements."""
        import numpy as np

        places, first, counts = postings.find(codes)
        if not len(places):
            return np.zeros(0, np.int64)
        number = len(postings.codes)
        # A key counts once for a statement, and those of an article are counted together.
        keys = np.unique(owners[places] * number + first)
        owners, first = np.divmod(keys, number)
        counts = postings.count(first)
        articles = np.searchsorted(rows.ends, owners, side="right")
        _, group, sizes = np.unique(
            articles * number + first, return_inverse=True, return_counts=True
        )
        few = np.flatnonzero(counts + sizes[group] <= POSTING_LIMIT)
        places, own = postings.spread(few, first[few], counts[few])
        return postings.owners[own] + owners[places] * self.number


class _Rows:
    """The statements of some articles, one after the other."""

    def __init__(self, indexes: Sequence[StatementIndex]) -> None:
        import numpy as np

        self.ends = np.cumsum([count_statements(index) for index in indexes])
        lengths = _join_counts(index.word_counts for index in indexes)
        self.number = len(lengths)
        self._words = _join_codes(index.words for index in indexes)
        self._owners = np.repeat(np.arange(self.number), lengths)
        self.telling = (
            _join_codes(index.telling for index in indexes),
            np.repeat(
                np.arange(self.number), _join_counts(index.telling_counts for index in indexes)
            ),
        )
        self.stems = (
            _join_codes(index.stems for index in indexes),
            np.repeat(np.arange(self.number), _join_counts(index.stem_counts for index in indexes)),
        )
        self.weights = _join_weights(index.weights for index in indexes)
        self.shares = _join_weights(index.shares for index in indexes)

    def join_words(self, size: int) -> "tuple[Codes, Places]":
        """Return codes of each `size` words in a row, and the statements that they are in."""
        import numpy as np

        number = max(0, len(self._words) - size + 1)
        codes = np.zeros(number, np.uint64)
        for offset in range(size):  # unsigned sums and products wrap, as they should
            codes = codes * np.uint64(_MULTIPLIER) + self._words[offset : offset + number]
        owners = self._owners[:number]
        whole = owners == self._owners[size - 1 : size - 1 + number]
        return codes[whole], owners[whole]


def _join_codes(parts: Iterable[bytes]) -> "Codes":
    import numpy as np

    return np.frombuffer(b"".join(parts), "<u4").astype(np.uint64)


def _join_weights(parts: Iterable[bytes]) -> "Sums":
    import numpy as np

    return np.frombuffer(b"".join(parts), "<f4").astype(np.float64)


def _join_counts(parts: Iterable[bytes]) -> "Places":
    import numpy as np

    return np.frombuffer(b"".join(parts), "<u2").astype(np.int64)


class _Postings:
    """Codes in order, each with the statement that has it; with `once`, each pair of them once."""

    def __init__(self, codes: "Codes", owners: "Places", *, once: bool = False) -> None:
        import numpy as np

        order = np.lexsort((owners, codes))
        if once and len(order):
            alike = (codes[order][1:] == codes[order][:-1]) & (
                owners[order][1:] == owners[order][:-1]
            )
            order = order[np.concatenate(([True], ~alike))]
        self.order = order
        self.codes = codes[order]
        self.owners = owners[order]
        self._likely = np.zeros(1 << _TABLE_BITS, np.bool_)
        self._likely[_fold(codes)] = True

    def match(self, codes: "Codes") -> "tuple[Places, Places]":
        """Return the places in `codes` and here of all pairs that are the same."""
        return self.spread(*self.find(codes))

    def find(self, codes: "Codes") -> "tuple[Places, Places, Places]":
        """Return the places in `codes` of what is here, the first place here and how many."""
        import numpy as np

        places = np.flatnonzero(self._likely[_fold(codes)])  # spares most look-ups
        first = np.searchsorted(self.codes, codes[places], side="left")
        counts = np.searchsorted(self.codes, codes[places], side="right") - first
        there = np.flatnonzero(counts)
        return places[there], first[there], counts[there]

    def count(self, first: "Places") -> "Places":
        """Return how many are here of the codes whose first places are given."""
        import numpy as np

        return np.searchsorted(self.codes, self.codes[first], side="right") - first

    @staticmethod
    def spread(places: "Places", first: "Places", counts: "Places") -> "tuple[Places, Places]":
        """Return a pair of places for each of `counts`: in what was looked up, and here."""
        import numpy as np

        before = np.repeat(np.cumsum(counts) - counts, counts)
        own = np.arange(len(before)) - before + np.repeat(first, counts)
        return np.repeat(places, counts), own


def _fold(codes: "Codes") -> "Codes":
    import numpy as np

    return (codes * np.uint64(_MULTIPLIER)) >> np.uint64(64 - _TABLE_BITS)
