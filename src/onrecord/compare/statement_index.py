"""The statements of an article as arrays, and which of those of many others have much in common.

Of the pairs of statements of two linked articles one in fifty or so reports one statement. Which
ones may is found here, for all articles that a new one is linked to at once; only these are then
weighed one by one. More are found than there are, never less: words and stems are compared by
codes of 32 bits, which two of them may share.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.compare.casts import Cast
from onrecord.stories.shingles import code_word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.compare.traits import StatementTraits

    Codes = NDArray[np.uint64]
    Places = NDArray[np.int64]
    Sums = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Hopeful = Callable[["Limits"], Flags]

POSTING_LIMIT = 60  # statements of two articles that share a key; a key of more is no lead
KEY_WORDS = 3  # in a row
CELLS = 1_000_000  # pairs of statements that are looked at together: bounds the memory
LONG_AGO = -(10**7)  # the first day of an interval that has none
SLACK = 1e-5  # by which a sum of weights, kept with seven digits each, may be too low
_MULTIPLIER = 0x9E3779B97F4A7C15
_TABLE_BITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementIndex:
    """An article's statements: codes of the words of each content, of the stems there that tell,
    of the stems of the sentence around with their weights and what share of the content each is,
    and of the words for who speaks; those of all statements one after the other, and how many
    there are of each. Then who speaks, by actor ids, whether that is known, whether all of it is
    verbatim, and of which days it is.
    """

    words: bytes
    word_counts: bytes
    telling: bytes
    telling_counts: bytes
    stems: bytes
    stem_counts: bytes
    weights: bytes
    shares: bytes
    source: bytes
    source_counts: bytes
    speakers: tuple[str | None, ...]
    known: bytes
    verbatim: bytes
    firsts: bytes
    lasts: bytes


class Limits(NamedTuple):
    """Of many pairs of statements: how like their sentences are at most, how many pairs of words
    that follow each other are in both, what share of the one's content the sentence of the other
    tells at most, whether both are verbatim, whether a speaker is not known and no word for them is
    the same, and how many days lie between them at least.
    """

    sentences: "Sums"
    pairs: "Places"
    told: "Sums"
    verbatim: "Flags"
    unknown: "Flags"
    apart: "Places"


class Common(NamedTuple):
    """Two statements, by their places, that share a key; what else they have in common as in
    `Limits`, and whether a word for who speaks is the same.

    Keys are the stems that tell, and any KEY_WORDS words in a row. One is enough: of a statement
    in other words often no more than one name is the same.
    """

    one: int
    other: int
    sentences: float
    pairs: int
    told: float
    verbatim: bool
    named: bool


def index_statements(
    statements: "Sequence[StatementTraits]",
    telling: Sequence[Sequence[str]],
    shares: Sequence[Sequence[float]],
    cast: Cast,
) -> StatementIndex:
    """Return the index of an article's statements, of each of which the stems that tell are given,
    and what share of the content each stem of its sentence is."""
    import numpy as np

    words = [each.words for each in statements]
    sentences = [each.sentence for each in statements]
    sources = [each.source for each in statements]
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
        source=_pack_codes(map(sorted, sources)),
        source_counts=_pack_counts(sources),
        speakers=tuple(each.speaker for each in statements),
        known=bytes(cast.key(each.speaker) is not None for each in statements),
        verbatim=bytes(each.verbatim for each in statements),
        firsts=_pack_days([each.days[0] for each in statements], LONG_AGO),
        lasts=_pack_days([each.days[1] for each in statements], -LONG_AGO),
    )


def _pack_codes(lists: Iterable[Iterable[str]]) -> bytes:
    import numpy as np

    return np.array([code_word(word) for each in lists for word in each], "<u4").tobytes()


def _pack_counts(lists: Iterable[Collection[str]]) -> bytes:
    import numpy as np

    return np.array([len(each) for each in lists], "<u2").tobytes()


def _pack_days(days: Iterable[date | None], unknown: int) -> bytes:
    import numpy as np

    return np.array([day.toordinal() if day else unknown for day in days], "<i4").tobytes()


def count_statements(index: StatementIndex) -> int:
    """Return how many statements an index is of."""
    return len(index.word_counts) // 2


def find_common(
    one: StatementIndex, others: Sequence[StatementIndex], find_hopeful: "Hopeful"
) -> Iterator[Iterator[Common]]:
    """Yield, for each of `others`, the pairs of a statement of `one` and one of it that share a
    key and are hopeful, by the place of the statement of `other`.

    Keys of more than POSTING_LIMIT statements of the two articles lead nowhere. `find_hopeful`
    says for which pairs there is hope.
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
        self._source = _Postings(*rows.source)
        self._rows = rows

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
        shared, _, _ = self._match(self._pairs, *rows.join_words(2))
        pairs = np.bincount(shared, minlength=size)[cells]
        shared, own, places = self._match(self._stems, *rows.stems)
        products = self._weights[own] * rows.weights[places]
        likeness = np.bincount(shared, weights=products, minlength=size)[cells] + SLACK
        own_told = np.bincount(shared, weights=self._shares[own], minlength=size)[cells]
        their_told = np.bincount(shared, weights=rows.shares[places], minlength=size)[cells]
        told = np.maximum(own_told, their_told) + SLACK
        shared, _, _ = self._match(self._source, *rows.source)
        named = np.bincount(shared, minlength=size)[cells] > 0
        places, ones = np.divmod(cells, max(1, self.number))
        mine = self._rows
        verbatim = mine.verbatim[ones] & rows.verbatim[places]
        unknown = ~(mine.known[ones] & rows.known[places]) & ~named
        apart = np.maximum(
            rows.firsts[places] - mine.lasts[ones], mine.firsts[ones] - rows.lasts[places]
        )
        hopeful = np.flatnonzero(
            find_hopeful(Limits(likeness, pairs, told, verbatim, unknown, apart))
        )
        places = places[hopeful]
        columns = [each[hopeful].tolist() for each in (likeness, pairs, told, verbatim, named)]
        starts = [0, *rows.ends.tolist()]
        cuts = np.searchsorted(places, starts).tolist()
        columns = [
            ones[hopeful].tolist(),
            (places - np.repeat(starts[:-1], np.diff(cuts))).tolist(),
            *columns,
        ]
        for start, end in pairwise(cuts):
            yield map(Common, *(column[start:end] for column in columns))

    def _match(
        self, postings: "_Postings", codes: "Codes", owners: "Places"
    ) -> "tuple[Places, Places, Places]":
        """Return the pairs of statements that have one of `codes` both, once for each time that
        they have it, and the places of the code in the postings and in `codes`."""
        places, own = postings.match(codes)
        return postings.owners[own] + owners[places] * self.number, own, places

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
        self.source = (
            _join_codes(index.source for index in indexes),
            np.repeat(
                np.arange(self.number), _join_counts(index.source_counts for index in indexes)
            ),
        )
        self.known = _join(np.bool_, (index.known for index in indexes))
        self.verbatim = _join(np.bool_, (index.verbatim for index in indexes))
        self.firsts = _join("<i4", (index.firsts for index in indexes))
        self.lasts = _join("<i4", (index.lasts for index in indexes))
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


def _join(kind: Any, parts: Iterable[bytes]) -> "NDArray[Any]":
    import numpy as np

    return np.frombuffer(b"".join(parts), kind)


def _join_codes(parts: Iterable[bytes]) -> "Codes":
    return _join("<u4", parts).astype("u8")


def _join_weights(parts: Iterable[bytes]) -> "Sums":
    return _join("<f4", parts).astype("f8")


def _join_counts(parts: Iterable[bytes]) -> "Places":
    return _join("<u2", parts).astype("i8")


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
