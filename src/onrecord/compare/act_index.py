"""The acts of an article as arrays, and which of those of many others may be one event with them.

Of the pairs of acts of two linked articles few are tied. Which ones may be is found here for all
articles that a new one is linked to at once; only these are then weighed one by one. More are
found than there are, never less.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from onrecord.compare.actor_keys import may_be_anybody, name_groups
from onrecord.compare.casts import Cast
from onrecord.compare.contexts import CONTEXT_LETTERS
from onrecord.compare.deed_words import find_families
from onrecord.compare.event_bars import AHEAD, DONE, EVENT_TYPES, FAR_DAYS, MOST_ACTS, MUTUAL
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
from onrecord.stories.terms import MILLE, list_common_stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.compare.postings import Codes, Places, Sums
    from onrecord.compare.traits import ActTraits

    Flags = NDArray[np.bool_]

_TYPES = ("", *EVENT_TYPES)
_AHEAD, _SUPPOSED = 1, 2  # what is not done
SLACK = 1e-6  # by which a sum may be too low, for how much there is of common words is rounded


@dataclass(frozen=True, slots=True, kw_only=True)
class ActIndex:
    """An article's acts, of which the first MOST_ACTS have a type here: of each its type, whether
    it is done, its days, and bits for its verbs, twice, for their families and the words of its
    place; then who acts and to whom, as places in `actors`, and codes of the stems around with
    their weights; those of all acts one after the other, and how many there are of each. Common
    words are none of these stems: `rests` says how much there is of them.
    """

    types: bytes
    stages: bytes
    firsts: bytes
    lasts: bytes
    verbs: bytes
    families: bytes
    places: bytes
    actors: tuple[str, ...]
    doers: bytes
    doer_counts: bytes
    targets: bytes
    target_counts: bytes
    terms: bytes
    term_counts: bytes
    weights: bytes
    rests: bytes


class Bounds(NamedTuple):
    """What is known of many pairs of acts before they are weighed, as arrays of one shape."""

    possible: "Flags"  # they may be one at all
    likeness: "Sums"  # of the words around, at most
    one_verb: "Flags"  # perhaps
    like_verb: "Flags"
    actors: "tuple[Flags, Flags]"  # somebody may be on both sides; it is others
    one_recipient: "Flags"  # perhaps
    one_place: "Flags"  # perhaps
    planned: "Flags"
    supposed: "Flags"


def index_acts(acts: "Sequence[ActTraits]") -> ActIndex:
    """Return the index of an article's acts."""
    import numpy as np

    common = list_common_stems(CONTEXT_LETTERS)
    contexts = [
        {stem: weight for stem, weight in act.context.items() if stem not in common} for act in acts
    ]
    rests = [
        sqrt(sum(act.context[stem] ** 2 for stem in act.context.keys() & common)) for act in acts
    ]
    doers, targets = [act.actors for act in acts], [act.recipients for act in acts]
    actors = {actor: place for place, actor in enumerate(dict.fromkeys(chain(*doers, *targets)))}
    return ActIndex(
        types=bytes(
            _TYPES.index(act.type) if act.type in _TYPES and place < MOST_ACTS else 0
            for place, act in enumerate(acts)
        ),
        stages=bytes(_find_stage(act) for act in acts),
        firsts=pack_days([act.days[0] for act in acts], LONG_AGO),
        lasts=pack_days([act.days[1] for act in acts], -LONG_AGO),
        verbs=np.array([_flag_verbs(act.verbs) for act in acts], "<u8").tobytes(),
        families=np.array([find_families(act.verbs) for act in acts], "<u8").tobytes(),
        places=np.array([_flag(list_places(act)) for act in acts], "<u8").tobytes(),
        actors=tuple(actors),
        doers=np.array([actors[each] for each in chain(*doers)], "<u2").tobytes(),
        doer_counts=pack_counts(doers),
        targets=np.array([actors[each] for each in chain(*targets)], "<u2").tobytes(),
        target_counts=pack_counts(targets),
        terms=pack_codes(contexts),
        term_counts=pack_counts(contexts),
        weights=np.array([w for each in contexts for w in each.values()], "<u2").tobytes(),
        rests=np.array(rests, "<f4").tobytes(),
    )


def list_places(act: "ActTraits") -> frozenset[str]:
    """Return the words of the place of an act: "downtown Ostrel" may be "Ostrel"."""
    return frozenset((act.place or "").lower().split())


def _find_stage(act: "ActTraits") -> int:
    if act.modality in DONE:
        return 0
    return _AHEAD if act.modality in AHEAD else _SUPPOSED


def _flag_verbs(verbs: Collection[str]) -> tuple[int, int]:
    """Return bits for verbs in two ways: other verbs seldom share one in both."""
    return _flag(verbs), _flag(f"{verb} " for verb in verbs)


def _flag(words: Iterable[str]) -> int:
    """Return a bit for each of `words`, which several words may share."""
    flags = 0
    for word in words:
        flags |= _flag_word(word)
    return flags


@lru_cache(maxsize=8192)
def _flag_word(word: str) -> int:
    return 1 << code_word(word) % 64


def find_near(
    one: ActIndex,
    others: Sequence[ActIndex],
    casts: Sequence[tuple[Cast, Cast]],
    find_hopeful: "Callable[[Bounds], Flags]",
) -> Iterator[list[tuple[int, int]]]:
    """Yield, for each of `others`, the pairs of an act of `one` and one of it that may be one
    event: by their places, in order. `casts` are those of the two, shared; `find_hopeful` says
    which pairs are worth a look."""
    import numpy as np

    own = _Rows([one])
    terms = Postings(*own.terms)
    left = iter(casts)
    for batch in batch_up(others, own.number, lambda index: len(index.types)):
        rows = _Rows(batch)
        # Who is who differs from one pair of articles to the next.
        firsts, seconds = zip(*islice(left, len(batch)), strict=True)
        sides = [
            (np.repeat(ours.reshape(len(batch), -1), rows.numbers, axis=0), theirs[:, None])
            for ours, theirs in zip(
                _flag_actors([one] * len(batch), firsts), _flag_actors(batch, seconds), strict=True
            )
        ]
        places, ones = np.nonzero(find_hopeful(_bound(own, rows, sides, terms)))
        cuts = np.searchsorted(places, rows.starts).tolist()
        for start, (begin, end) in zip(rows.starts[:-1], pairwise(cuts), strict=True):
            found = (places[begin:end] - start).tolist()
            yield sorted(zip(ones[begin:end].tolist(), found, strict=True))


def _flag_actors(indexes: Sequence[ActIndex], casts: Sequence[Cast]) -> "tuple[Codes, Codes]":
    """Return bits for who acts in each act of some articles, and for whom it is done to, by the
    casts of these."""
    import numpy as np

    found = [
        _flag_actor(key, cast.sides[actor]) if (key := cast.keys.get(actor)) is not None else 0
        for index, cast in zip(indexes, casts, strict=True)
        for actor in index.actors
    ]
    flags = np.array(found, np.uint64)
    starts = np.cumsum([0, *(len(index.actors) for index in indexes[:-1])])

    def gather(who: Sequence[bytes], counts: Sequence[bytes]) -> "Codes":
        places = join("<u2", who) + np.repeat(starts, [len(each) // 2 for each in who])
        return _gather(flags[places], join_counts(counts))

    return (
        gather([index.doers for index in indexes], [index.doer_counts for index in indexes]),
        gather([index.targets for index in indexes], [index.target_counts for index in indexes]),
    )


@lru_cache(maxsize=8192)
def _flag_actor(key: str, side: str) -> int:
    """Return bits for who somebody is, the side they are on, and what those without a name are."""
    return 0 if may_be_anybody(key) else _flag((key, side, *name_groups((key,))))


def _gather(flags: "Codes", counts: "Places") -> "Codes":
    """Return the bits of each act together, of which there are so many."""
    import numpy as np

    gathered = np.zeros(len(counts), np.uint64)
    some = counts > 0
    if some.any():
        starts = (np.cumsum(counts) - counts)[some]
        gathered[some] = np.bitwise_or.reduceat(flags, starts)
    return gathered


def _bound(
    own: "_Rows", rows: "_Rows", sides: "Sequence[tuple[Codes, Codes]]", terms: Postings
) -> Bounds:
    """Return what is known of each act of `rows` with each own one; `sides` are those who act, and
    those it is done to, of both."""
    import numpy as np

    mutual = rows.mutual[:, None] & own.mutual
    (ours, theirs), (our_targets, their_targets) = sides
    actors = (
        np.where(mutual, ours | our_targets, ours),
        np.where(mutual, theirs | their_targets, theirs),
    )
    meet = (actors[0] & actors[1]) != 0
    types, stages = (
        (getattr(own, name), getattr(rows, name)[:, None]) for name in ("types", "stages")
    )
    apart = np.maximum(rows.firsts[:, None] - own.lasts, own.firsts - rows.lasts[:, None])
    planned = (stages[0] > 0) != (stages[1] > 0)
    shared, again = ((a & b[:, None]) != 0 for a, b in zip(own.verbs, rows.verbs, strict=True))
    one_verb = shared & again
    possible = (types[0] > 0) & (types[1] > 0) & ((types[0] == types[1]) | one_verb)
    possible &= planned | (apart <= FAR_DAYS)
    return Bounds(
        possible=possible,
        likeness=_add_up(own, rows, terms, possible),
        one_verb=one_verb,
        like_verb=(own.families & rows.families[:, None]) != 0,
        actors=(meet, (actors[0] != 0) & (actors[1] != 0) & ~meet),
        one_recipient=((our_targets & their_targets) != 0) & ~mutual,
        one_place=(own.places & rows.places[:, None]) != 0,
        planned=planned,
        supposed=np.maximum(*stages) > _AHEAD,
    )


def _add_up(own: "_Rows", rows: "_Rows", terms: Postings, possible: "Flags") -> "Sums":
    """Return how like the terms around each act of `rows` and each own one are at most, where it
    is `possible` that they are one."""
    import numpy as np

    codes, owners = rows.terms
    weights, starts = own.weights[terms.order], owners * own.number
    places, found = terms.match(codes)
    pairs = terms.owners[found] + starts[places]
    some = np.flatnonzero(possible.ravel()[pairs])
    products = weights[found[some]] * rows.weights[places[some]]
    sums = np.bincount(pairs[some], weights=products, minlength=possible.size)
    # Of the words left out two acts have no more in common than each has of them.
    likeness = sums.reshape(possible.shape) + own.rests * rows.rests[:, None]
    return np.asarray(likeness / (MILLE * MILLE) + SLACK)


class _Rows:
    """The acts of some articles, one after the other."""

    def __init__(self, indexes: Sequence[ActIndex]) -> None:
        import numpy as np

        self.numbers = [len(index.types) for index in indexes]
        self.starts = [0, *np.cumsum(self.numbers).tolist()]
        self.types = join("u1", (index.types for index in indexes))
        self.number = len(self.types)
        self.mutual = np.array([each in MUTUAL for each in _TYPES])[self.types]
        self.stages = join("u1", (index.stages for index in indexes))
        self.firsts = join("<i4", (index.firsts for index in indexes))
        self.lasts = join("<i4", (index.lasts for index in indexes))
        self.verbs = join("<u8", (index.verbs for index in indexes)).reshape(-1, 2).T
        self.families = join("<u8", (index.families for index in indexes))
        self.places = join("<u8", (index.places for index in indexes))
        self.weights = join("<u2", (index.weights for index in indexes)).astype("f8")
        self.rests = join("<f4", (index.rests for index in indexes)).astype("f8")
        counts = join_counts(index.term_counts for index in indexes)
        self.terms = (
            join_codes(index.terms for index in indexes),
            np.repeat(np.arange(self.number), counts),
        )
