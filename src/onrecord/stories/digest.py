"""Which of many articles may be linked to one, found for all of them at once.

Of the articles that share keys with a new one, one in seven is linked to it. A digest has of a
sketch what that hangs on, as arrays of codes: all but what is copied, for which both sketches have
to be looked at.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, log1p
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.stories.copies import ISSUED_SHINGLES, LEAST_SHARED
from onrecord.stories.link import (
    DATED,
    EPISODE_DAYS,
    GAP_LIMIT,
    LEAST_BODY,
    LEAST_EPISODE,
    LEAST_SAGA,
    SAGA_DAYS,
    count_gap,
    measure_gap,
    weigh_saga,
)
from onrecord.stories.shingles import Sample, code_term
from onrecord.stories.sketch import Sketch
from onrecord.stories.terms import MILLE, Vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.unsignedinteger[Any]]
    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]

SLACK = 1e-9  # by which a score may come out lower here than where it is made
_TABLE_BITS = 16
_SHIFT = 8  # bits of a code that its place in a table leaves out: samples have the low ones alike


class Codings(NamedTuple):
    """The terms of a vector: a code of 64 bits and a weight of 16 for each."""

    codes: bytes
    weights: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What of a sketch decides whether there is hope of a link; hashes are those of the samples."""

    earliest: date | None
    latest: date | None
    page: str | None
    title: Codings
    lead: Codings
    body: Codings
    names: Codings
    shingles: bytes
    handed_on: bytes
    handed_on_step: int


class Hope(NamedTuple):
    """What is known of two articles that may be linked: the days between them, the values of
    FEATURES, and whether one may have copied the other or be a version of its page.
    """

    gap: int | None
    features: tuple[float, ...]
    copied: bool


def digest_sketch(sketch: Sketch) -> Digest:
    """Return the digest of a sketch."""
    return Digest(
        earliest=sketch.earliest,
        latest=sketch.latest,
        page=sketch.page,
        title=_code(sketch.title),
        lead=_code(sketch.lead),
        body=_code(sketch.body),
        names=_code(sketch.names),
        shingles=_pack(sketch.shingles),
        handed_on=_pack(sketch.handed_on),
        handed_on_step=sketch.handed_on.step,
    )


def _code(vector: Vector) -> Codings:
    import numpy as np

    return Codings(
        np.array([code_term(term) for term in vector.terms], "<u8").tobytes(),
        np.array(vector.weights, "<u2").tobytes(),
    )


def _pack(sample: Sample) -> bytes:
    import numpy as np

    return np.array(sample.hashes, "<u4").tobytes()


def find_hopeful(one: Digest, others: Sequence[Digest]) -> list[Hope | None]:
    """Return for each of `others` what `link_pair` measures where it may link it to `one`."""
    import numpy as np

    if not others:
        return []
    bodies = _Rows(other.body for other in others)
    titles = _Rows(other.title for other in others)
    own_body, own_title = _Own(one.body), _Own(one.title)
    body = own_body.multiply(bodies)
    lead = _Own(one.lead).multiply(_Rows(other.lead for other in others))
    names = _Own(one.names).multiply(_Rows(other.names for other in others))
    title = (own_title.cover(bodies) + own_body.cover_with(titles)) / 2
    quoted = _count_shared(one.handed_on, [other.handed_on for other in others]).astype(np.float64)
    quoted *= np.maximum(one.handed_on_step, [other.handed_on_step for other in others])
    copied = _count_shared(one.shingles, [other.shingles for other in others]) >= LEAST_SHARED
    copied |= quoted >= ISSUED_SHINGLES
    copied |= np.array([one.page is not None and one.page == other.page for other in others])

    found = [count_gap(one, other) for other in others]
    gap = np.array([np.nan if each is None else each for each in found], np.float64)
    said = np.log1p(quoted)
    saga = weigh_saga(body, lead, title, names, said, np.nan_to_num(gap))
    *weights, base = DATED
    near = np.minimum(np.nan_to_num(gap), GAP_LIMIT)
    episode = base + sum(
        weight * feature
        for weight, feature in zip(weights, (body, lead, title, names, said, near), strict=True)
    )
    # Where no gap is known, an episode takes more of a saga than the least that makes a link.
    alike = (saga >= _to_odds(LEAST_SAGA) - SLACK) & ~(gap > SAGA_DAYS)
    alike |= (episode >= _to_odds(LEAST_EPISODE) - SLACK) & (gap <= EPISODE_DAYS)
    hopes: list[Hope | None] = [None] * len(others)
    for at in np.flatnonzero(copied | (alike & (body >= LEAST_BODY - SLACK))).tolist():
        features = (
            *(float(each[at]) for each in (body, lead, title, names)),
            log1p(quoted[at]),
            measure_gap(one, others[at], found[at]),
        )
        hopes[at] = Hope(found[at], features, bool(copied[at]))
    return hopes


def _to_odds(probability: float) -> float:
    return log(probability / (1 - probability))


class _Rows:
    """The vectors of some articles, one after the other."""

    def __init__(self, codings: Iterable[Codings]) -> None:
        import numpy as np

        found = list(codings)
        self.number = len(found)
        self.codes = np.frombuffer(b"".join([each.codes for each in found]), "<u8")
        weights = b"".join([each.weights for each in found])
        self.weights = np.frombuffer(weights, "<u2").astype(np.float64)
        self.owners = _list_owners([len(each.weights) // 2 for each in found])


class _Own:
    """The vector of one article, in which the terms of others are looked up."""

    def __init__(self, coding: Codings) -> None:
        import numpy as np

        weights = np.frombuffer(coding.weights, "<u2").astype(np.float64)
        self._codes = _Codes(np.frombuffer(coding.codes, "<u8"))
        self._weights = weights[self._codes.order]
        self._squares = self._weights * self._weights

    def multiply(self, rows: _Rows) -> "Numbers":
        """Return the cosine with each of `rows`, as `onrecord.stories.terms.cosine` does."""
        places, own = self._codes.find(rows.codes)
        return _sum_up(rows, places, self._weights[own] * rows.weights[places])

    def cover(self, rows: _Rows) -> "Numbers":
        """Return the share of this vector that stands in each of `rows`."""
        places, own = self._codes.find(rows.codes)
        return _sum_up(rows, places, self._squares[own])

    def cover_with(self, rows: _Rows) -> "Numbers":
        """Return the share of each of `rows` that stands in this vector."""
        places, _ = self._codes.find(rows.codes)
        weights = rows.weights[places]
        return _sum_up(rows, places, weights * weights)


class _Codes:
    """Codes, each once, in order; `order` gives the place that each had before."""

    def __init__(self, codes: "Codes") -> None:
        import numpy as np

        self.order = np.argsort(codes)
        self._codes = codes[self.order]
        self._likely = np.zeros(1 << _TABLE_BITS, np.bool_)
        self._likely[_fold(codes)] = True

    def find(self, codes: "Codes") -> "tuple[Places, Places]":
        """Return the places in `codes` of what is here, and the places here."""
        import numpy as np

        places = np.flatnonzero(self._likely[_fold(codes)])  # spares most look-ups
        if not len(places):
            return places, places
        own = np.searchsorted(self._codes, codes[places])
        own[own == len(self._codes)] = 0
        there = self._codes[own] == codes[places]
        return places[there], own[there]


def _fold(codes: "Codes") -> "Codes":
    kind = codes.dtype.type
    return (codes >> kind(_SHIFT)) & kind((1 << _TABLE_BITS) - 1)


def _sum_up(rows: _Rows, places: "Places", values: "Numbers") -> "Numbers":
    import numpy as np

    sums = np.bincount(rows.owners[places], weights=values, minlength=rows.number)
    return np.minimum(1.0, sums / (MILLE * MILLE))


def _count_shared(own: bytes, others: Sequence[bytes]) -> "Places":
    """Return how many hashes of a sample are in each of others.

    What is in two samples is kept at the coarser of their steps.
    """
    import numpy as np

    codes = _Codes(np.frombuffer(own, "<u4"))
    places, _ = codes.find(np.frombuffer(b"".join(others), "<u4"))
    owners = _list_owners([len(each) // 4 for each in others])
    return np.bincount(owners[places], minlength=len(others))


def _list_owners(counts: Sequence[int]) -> "Places":
    """Return to which of several each belongs of all that they have so many of."""
    import numpy as np

    return np.repeat(np.arange(len(counts)), counts)
