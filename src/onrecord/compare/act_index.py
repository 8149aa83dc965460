"""The acts of an article as arrays, and which of those of many others may be one event with them.

Of the pairs of acts of two linked articles one in a hundred or so is tied. Which ones may be is
found here for all articles that a new one is linked to at once; only these are then looked at one
by one. More are found than there are, never less.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from onrecord.compare.casts import Cast
from onrecord.compare.event_bars import (
    AHEAD,
    BLOCK_LIMIT,
    CONFLICT_ALIKE,
    CONFLICT_DAYS,
    DONE,
    MUTUAL,
    OTHER_ALIKE,
    QUADS,
    SAME_DAYS,
    VERBAL_ALIKE,
)
from onrecord.compare.postings import (
    LONG_AGO,
    Postings,
    batch_up,
    join,
    join_codes,
    join_counts,
    pack_codes,
    pack_counts,
    pack_days,
)
from onrecord.stories.shingles import code_word
from onrecord.stories.terms import MILLE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.compare.postings import Codes, Places, Sums
    from onrecord.compare.traits import ActTraits

_TYPES = ("", *QUADS)
_AHEAD, _SUPPOSED = 1, 2  # what is not done


@dataclass(frozen=True, slots=True, kw_only=True)
class ActIndex:
    """An article's acts: of each its type, whether it is done, its place and days; then who acts
    and to whom, as places in `actors`, and codes of the terms around with their weights; those of
    all acts one after the other, and how many there are of each.
    """

    types: bytes
    stages: bytes
    places: bytes
    firsts: bytes
    lasts: bytes
    actors: tuple[str, ...]
    parties: bytes
    party_counts: bytes
    terms: bytes
    term_counts: bytes
    weights: bytes


def index_acts(acts: "Sequence[ActTraits]") -> ActIndex:
    """Return the index of an article's acts."""
    import numpy as np

    contexts = [act.context for act in acts]
    parties = [(*act.actors, *act.recipients) for act in acts]
    actors = {actor: place for place, actor in enumerate(dict.fromkeys(chain(*parties)))}
    return ActIndex(
        types=bytes(
            _TYPES.index(act.type) if act.type in QUADS and live else 0
            for act, live in zip(acts, _flag_live(acts), strict=True)
        ),
        stages=bytes(_find_stage(act) for act in acts),
        places=pack_codes([(act.place or "").lower()] for act in acts),
        firsts=pack_days([act.days[0] for act in acts], LONG_AGO),
        lasts=pack_days([act.days[1] for act in acts], -LONG_AGO),
        actors=tuple(actors),
        parties=np.array([actors[each] for each in chain(*parties)], "<u2").tobytes(),
        party_counts=pack_counts(parties),
        terms=pack_codes(contexts),
        term_counts=pack_counts(contexts),
        weights=np.array([w for each in contexts for w in each.values()], "<u2").tobytes(),
    )


def _flag_live(acts: "Sequence[ActTraits]") -> Iterator[bool]:
    """Yield whether each act is one of the first BLOCK_LIMIT of somebody, or of its place.

    Of a side these are no more than of those who act for it: none is left out that counts.
    """
    counts: Counter[tuple[str, int]] = Counter()
    for act in acts:
        keys = {*act.actors, *act.recipients}
        if act.type in MUTUAL and act.place is not None:
            keys.add(f"at {act.place}")
        blocks = [(key, QUADS.get(act.type, 0)) for key in keys]
        counts.update(blocks)
        yield any(counts[block] <= BLOCK_LIMIT for block in blocks)


def _find_stage(act: "ActTraits") -> int:
    if act.modality in DONE:
        return 0
    return _AHEAD if act.modality in AHEAD else _SUPPOSED


def find_near(
    one: ActIndex, others: Sequence[ActIndex], casts: Sequence[tuple[Cast, Cast]]
) -> Iterator[list[tuple[int, int]]]:
    """Yield, for each of `others`, the pairs of an act of `one` and one of it that may be one
    event: by their places, in order. `casts` are those of the two, shared."""
    import numpy as np

    own = _Rows([one])
    terms = Postings(*own.terms)
    left = iter(casts)
    for batch in batch_up(others, own.number, lambda index: len(index.types)):
        rows = _Rows(batch)
        shared = list(islice(left, len(batch)))
        sides = np.array([_flag_sides(one, first) for first, _ in shared])
        their_sides = np.concatenate(
            [_flag_sides(index, second) for index, (_, second) in zip(batch, shared, strict=True)]
        )
        meet = np.repeat(sides, np.diff(rows.starts), axis=0) & their_sides[:, None] != 0
        ones, places = _pick(own, rows, meet, _add_up(own, rows, terms))
        cuts = np.searchsorted(places, rows.starts).tolist()
        for start, (begin, end) in zip(rows.starts[:-1], pairwise(cuts), strict=True):
            theirs = (places[begin:end] - start).tolist()
            yield sorted(zip(ones[begin:end].tolist(), theirs, strict=True))


def _flag_sides(index: ActIndex, cast: Cast) -> "Codes":
    """Return a bit for each side among the parties of each act, which several sides may share."""
    import numpy as np

    flags = np.zeros(len(index.types), np.uint64)
    if index.parties:
        found = [_find_flag(cast.sides.get(actor)) for actor in index.actors]
        counts = join_counts([index.party_counts])
        each = np.array(found, np.uint64)[join("<u2", [index.parties])]
        some = counts > 0
        flags[some] = np.bitwise_or.reduceat(each, (np.cumsum(counts) - counts)[some])
    return flags


@lru_cache(maxsize=8192)
def _find_flag(side: str | None) -> int:
    return 0 if side is None else 1 << code_word(side) % 64


def _add_up(own: "_Rows", rows: "_Rows", terms: Postings) -> "Sums":
    """Return how like the terms around each act of `rows` and each own one are at most."""
    import numpy as np

    codes, owners = rows.terms
    places, found = terms.match(codes)
    products = own.weights[terms.order[found]] * rows.weights[places]
    pairs = terms.owners[found] + owners[places] * own.number
    sums = np.bincount(pairs, weights=products, minlength=own.number * rows.number)
    return sums / (MILLE * MILLE)


def _pick(
    own: "_Rows", rows: "_Rows", meet: "NDArray[np.bool_]", likeness: "Sums"
) -> "tuple[Places, Places]":
    """Return the places of those pairs for which `score_events` may give more than 0.

    Needed is a side that both have (`meet`), or that they are talks at one place.
    """
    import numpy as np

    meet |= rows.mutual[:, None] & own.mutual
    places, ones = np.nonzero(meet & (rows.quads[:, None] == own.quads) & (own.quads > 0))
    planned = (own.stages[ones] > 0) != (rows.stages[places] > 0)
    supposed = np.maximum(own.stages[ones], rows.stages[places]) > _AHEAD
    apart = np.maximum(rows.firsts[places] - own.lasts[ones], own.firsts[ones] - rows.lasts[places])
    where, there = own.places[ones], rows.places[places]
    near = np.where(planned, ~supposed, apart <= CONFLICT_DAYS)
    near &= (where == there) | (where == 0) | (there == 0)
    places, ones, planned, apart = (each[near] for each in (places, ones, planned, apart))

    alike = likeness[ones + places * own.number]
    quads, one_type = own.quads[ones], own.types[ones] == rows.types[places]
    verbal = ((quads == 1) | (quads == 3)) & ~(own.mutual[ones] & rows.mutual[places])
    least = np.where(one_type, VERBAL_ALIKE, OTHER_ALIKE)
    near = (alike >= least) | ~verbal
    near &= planned | (apart <= SAME_DAYS) | (alike >= CONFLICT_ALIKE)
    return ones[near], places[near]


class _Rows:
    """The acts of some articles, one after the other."""

    def __init__(self, indexes: Sequence[ActIndex]) -> None:
        import numpy as np

        self.starts = [0, *np.cumsum([len(index.types) for index in indexes]).tolist()]
        self.types = join("u1", (index.types for index in indexes))
        self.number = len(self.types)
        self.quads = np.array([0, *QUADS.values()])[self.types]
        self.mutual = np.array([each in MUTUAL for each in _TYPES])[self.types]
        self.stages = join("u1", (index.stages for index in indexes))
        self.places = join("<u4", (index.places for index in indexes))
        self.firsts = join("<i4", (index.firsts for index in indexes))
        self.lasts = join("<i4", (index.lasts for index in indexes))
        self.weights = join("<u2", (index.weights for index in indexes)).astype("f8")
        counts = join_counts(index.term_counts for index in indexes)
        self.terms = (
            join_codes(index.terms for index in indexes),
            np.repeat(np.arange(self.number), counts),
        )
