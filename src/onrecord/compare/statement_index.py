"""The statements of an article as arrays, and which of those of many others have much in common.

Of the pairs of statements of two linked articles one in fifty or so reports one statement. Which
ones may is found here, for all articles that a new one is linked to at once; only these are then
weighed one by one. More are found than there are, never less: words and stems are compared by
codes of 32 bits, which two of them may share.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from onrecord.compare.casts import Cast
from onrecord.compare.postings import (
    LONG_AGO,
    Postings,
    batch_up,
    join,
    join_codes,
    join_counts,
    join_weights,
    pack_codes,
    pack_counts,
    pack_days,
)
from onrecord.compare.tellings import TERM_LETTERS
from onrecord.compare.wording import LEAST_PART
from onrecord.stories.terms import list_common_stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.compare.postings import Codes, Places, Sums
    from onrecord.compare.traits import StatementTraits

    Flags = NDArray[np.bool_]
    Hopeful = Callable[["Limits"], Flags]

POSTING_LIMIT = 60  # statements of two articles that share a key; a key of more is no lead
KEY_WORDS = 3  # in a row
SLACK = 1e-5  # by which a sum of weights, kept with seven digits each, may be too low
_MULTIPLIER = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementIndex:
    """An article's statements: codes of the words of each content, of the stems there that tell,
    of the stems of the sentence around with their weights and what share of the content each is,
    and of the words for who speaks; those of all statements one after the other, and how many
    there are of each. Common words are none of these stems: `rests` says how much the sentence has
    of them, and the content. Then who speaks, by actor ids, whether that is known, whether all of
    it is verbatim, how many words the content has, or its shortest sentence that is compared on its
    own, and of which days it is.
    """

    words: bytes
    word_counts: bytes
    telling: bytes
    telling_counts: bytes
    stems: bytes
    stem_counts: bytes
    weights: bytes
    shares: bytes
    rests: bytes
    source: bytes
    source_counts: bytes
    speakers: tuple[str | None, ...]
    known: bytes
    verbatim: bytes
    shortest: bytes
    firsts: bytes
    lasts: bytes


class Limits(NamedTuple):
    """Of many pairs of statements: how like their sentences are at most, how many pairs of words
    that follow each other are in both, how many words the shorter of two contents or sentences that
    are compared has at least, what share of the one's content the sentence of the other tells at
    most, whether both are verbatim, whether a speaker is not known and no word for them is the
    same, and how many days lie between them at least.
    """

    sentences: "Sums"
    pairs: "Places"
    shortest: "Places"
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
    shortest: int
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
    sources = [each.source for each in statements]
    common = list_common_stems(TERM_LETTERS)
    sentences: list[list[str]] = []
    weights, parts, rests = [], [], []
    for statement, own in zip(statements, shares, strict=True):
        stems: list[str] = []
        square = told = 0.0
        for (stem, weight), share in zip(statement.sentence.items(), own, strict=True):
            if stem in common:
                square += weight * weight
                told += share
            else:
                stems.append(stem)
                weights.append(weight)
                parts.append(share)
        sentences.append(stems)
        rests.append((sqrt(square), told))
    return StatementIndex(
        words=pack_codes(words),
        word_counts=pack_counts(words),
        telling=pack_codes(telling),
        telling_counts=pack_counts(telling),
        stems=pack_codes(sentences),
        stem_counts=pack_counts(sentences),
        weights=np.array(weights, "<f4").tobytes(),
        shares=np.array(parts, "<f4").tobytes(),
        rests=np.array(rests, "<f4").tobytes(),
        source=pack_codes(map(sorted, sources)),
        source_counts=pack_counts(sources),
        speakers=tuple(each.speaker for each in statements),
        known=bytes(cast.key(each.speaker) is not None for each in statements),
        verbatim=bytes(each.verbatim for each in statements),
        shortest=np.array([_count_shortest(each) for each in statements], "<u2").tobytes(),
        firsts=pack_days([each.days[0] for each in statements], LONG_AGO),
        lasts=pack_days([each.days[1] for each in statements], -LONG_AGO),
    )


def _count_shortest(statement: "StatementTraits") -> int:
    """Return how many words a content has, or its shortest sentence that is compared."""
    return min([len(statement.words), *(part for part in statement.parts if part >= LEAST_PART)])


def count_statements(index: StatementIndex) -> int:
    """Return how many statements an index is of."""
    return len(index.known)


def find_common(
    one: StatementIndex, others: Sequence[StatementIndex], find_hopeful: "Hopeful"
) -> Iterator[Iterator[Common]]:
    """Yield, for each of `others`, the pairs of a statement of `one` and one of it that share a
    key and are hopeful, by the place of the statement of `other`.

    Keys of more than POSTING_LIMIT statements of the two articles lead nowhere. `find_hopeful`
    says for which pairs there is hope.
    """
    own = _Posted(one)
    for batch in batch_up(others, own.number, count_statements):
        yield from own.find(batch, find_hopeful)


class _Posted:
    """The statements of one article, to be looked up by what they have."""

    def __init__(self, index: StatementIndex) -> None:
        rows = _Rows([index])
        self.number = rows.number
        self._telling = Postings(*rows.telling, once=True)
        self._runs = Postings(*rows.join_words(KEY_WORDS), once=True)
        self._pairs = Postings(*rows.join_words(2))
        self._stems = Postings(*rows.stems)
        self._weights = rows.weights[self._stems.order]
        self._shares = rows.shares[self._stems.order]
        self._source = Postings(*rows.source)
        self._rows = rows

    def find(
        self, others: Sequence[StatementIndex], find_hopeful: "Hopeful"
    ) -> Iterator[Iterator[Common]]:
        """Yield what `find_common` does, for some that are few enough."""
        import numpy as np

        rows = _Rows(others)
        size = self.number * rows.number
        keyed = np.zeros(size, np.bool_)
        keyed[self._list_cells(self._telling, *rows.telling, rows)] = True
        keyed[self._list_cells(self._runs, *rows.join_words(KEY_WORDS), rows)] = True
        cells = np.flatnonzero(keyed)
        shared, _, _ = self._match(self._pairs, *rows.join_words(2))
        pairs = np.bincount(shared, minlength=size)[cells]
        shared, own, places = self._match(self._stems, *rows.stems)
        products = self._weights[own] * rows.weights[places]
        alike = np.bincount(shared, weights=products, minlength=size)
        own_told = np.bincount(shared, weights=self._shares[own], minlength=size)[cells]
        their_told = np.bincount(shared, weights=rows.shares[places], minlength=size)[cells]
        shared, _, _ = self._match(self._source, *rows.source)
        named = np.bincount(shared, minlength=size)[cells] > 0
        places, ones = np.divmod(cells, max(1, self.number))
        mine = self._rows
        # Of the words left out sentences have no more in common than each has of them.
        ours, theirs = mine.rests[:, ones], rows.rests[:, places]
        likeness = alike[cells] + ours[0] * theirs[0] + SLACK
        told = np.maximum(own_told + ours[1], their_told + theirs[1]) + SLACK
        verbatim = mine.verbatim[ones] & rows.verbatim[places]
        unknown = ~(mine.known[ones] & rows.known[places]) & ~named
        apart = np.maximum(
            rows.firsts[places] - mine.lasts[ones], mine.firsts[ones] - rows.lasts[places]
        )
        shortest = np.minimum(mine.shortest[ones], rows.shortest[places])
        hopeful = np.flatnonzero(
            find_hopeful(Limits(likeness, pairs, shortest, told, verbatim, unknown, apart))
        )
        places = places[hopeful]
        found = likeness, pairs, shortest, told, verbatim, named
        columns = [each[hopeful].tolist() for each in found]
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
        self, postings: Postings, codes: "Codes", owners: "Places"
    ) -> "tuple[Places, Places, Places]":
        """Return the pairs of statements that have one of `codes` both, once for each time that
        they have it, and the places of the code in the postings and in `codes`."""
        places, own = postings.match(codes)
        return postings.owners[own] + owners[places] * self.number, own, places

    def _list_cells(
        self, postings: Postings, codes: "Codes", owners: "Places", rows: "_Rows"
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
        lengths = join_counts(index.word_counts for index in indexes)
        self.number = len(lengths)
        self._words = join_codes(index.words for index in indexes)
        self._owners = np.repeat(np.arange(self.number), lengths)
        self.telling = (
            join_codes(index.telling for index in indexes),
            np.repeat(
                np.arange(self.number), join_counts(index.telling_counts for index in indexes)
            ),
        )
        self.stems = (
            join_codes(index.stems for index in indexes),
            np.repeat(np.arange(self.number), join_counts(index.stem_counts for index in indexes)),
        )
        self.source = (
            join_codes(index.source for index in indexes),
            np.repeat(
                np.arange(self.number), join_counts(index.source_counts for index in indexes)
            ),
        )
        self.known = join(np.bool_, (index.known for index in indexes))
        self.verbatim = join(np.bool_, (index.verbatim for index in indexes))
        self.shortest = join_counts(index.shortest for index in indexes)
        self.firsts = join("<i4", (index.firsts for index in indexes))
        self.lasts = join("<i4", (index.lasts for index in indexes))
        self.weights = join_weights(index.weights for index in indexes)
        self.shares = join_weights(index.shares for index in indexes)
        self.rests = join_weights(index.rests for index in indexes).reshape(-1, 2).T

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
