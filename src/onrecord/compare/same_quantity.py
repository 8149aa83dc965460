"""Which figures of several articles give one quantity: the same slot, whatever the number."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from onrecord.compare.conflict_likeness import weigh_conflict
from onrecord.compare.intervals import could_meet
from onrecord.compare.quantity_likeness import (
    LEAST_SCORE,
    may_be_one,
    rate_alike,
    weigh_quantities,
)
from onrecord.compare.slots import Slot
from onrecord.compare.traits import FigureTraits

BLOCK_LIMIT = 60  # figures on one scale, in one article, whose pairs are looked at

# Most of what one article tells alike is of two things ("97 in hospital, 12 of them critical"), so
# figures of other articles go first (chosen by `python -m evaluation.stories.written`).
ALONE = 0.84

ANSWERED = 0.95  # how surely a number is of the one that it puts right or answers

Blocks = Mapping[Hashable, Sequence[int]]  # places of figures by what has to be the same of them


def score_quantities(a: FigureTraits, b: FigureTraits, *, together: bool) -> float:
    """Return how sure it is that the two give one quantity, 0 to 1.

    They have to be on one scale. `together`: their articles tell of one episode.
    """
    if a.slot.idle or b.slot.idle or _name_scale(a.slot) != _name_scale(b.slot):
        return 0.0
    return score_on_scale(a, b, together=together)


def score_on_scale(
    a: FigureTraits, b: FigureTraits, *, together: bool, alone: bool = False
) -> float:
    """Return what `score_quantities` does for two figures on one scale, `alone` in one article."""
    if a.row == b.answers or b.row == a.answers:
        return ANSWERED
    if not may_be_one(a, b):
        return 0.0
    meet, alike = could_meet(a.values, b.values), rate_alike(a, b, together=together)
    weigh = weigh_quantities if meet else weigh_conflict
    if alone and not meet:
        alike *= ALONE
    score = max(alike, weigh(a, b, together=together, alone=alone))
    return score if score >= LEAST_SCORE else 0.0


def _name_scale(slot: Slot) -> Hashable:
    """Return what has to be the same of two figures that give one quantity: the unit of a measure,
    and whether it is a change. What is counted has no unit that all outlets share."""
    return slot.unit.partition("/")[0] if slot.measure else None, slot.delta


def list_quantity_pairs(first: Blocks, second: Blocks) -> Iterator[tuple[int, int]]:
    """Yield the pairs of figures of two articles on one scale, by their places; of an article with
    itself, once."""
    for scale, found in first.items():
        if first is second:
            yield from combinations(found, 2)
        else:
            yield from product(found, second.get(scale, ()))


def list_blocks(figures: Iterable[FigureTraits]) -> Blocks:
    """Return the places of an article's figures by scale, of those of which anything is comparable.

    Of more than BLOCK_LIMIT figures on one scale the first ones count.
    """
    blocks: dict[Hashable, list[int]] = {}
    counts: Counter[Hashable] = Counter()
    for place, figure in enumerate(figures):
        scale = _name_scale(figure.slot)
        if not figure.slot.idle and counts[scale] < BLOCK_LIMIT:
            counts[scale] += 1
            blocks.setdefault(scale, []).append(place)
    return blocks
