"""Which figures of several articles give one quantity: the same slot, whatever the number."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from onrecord.compare.conflict_likeness import weigh_conflict
from onrecord.compare.intervals import could_meet
from onrecord.compare.quantity_index import find_near, list_blocks, name_scale
from onrecord.compare.quantity_likeness import (
    LEAST_SCORE,
    may_be_one,
    rate_alike,
    weigh_quantities,
)
from onrecord.compare.quantity_limits import find_hopeful
from onrecord.compare.traits import FigureTraits, Traits

# Most of what one article tells alike is of two things ("97 in hospital, 12 of them critical"), so
# figures of other articles go first (chosen by `python -m evaluation.stories.written`).
ALONE = 0.84

ANSWERED = 0.95  # how surely a number is of the one that it puts right or answers


def score_quantities(a: FigureTraits, b: FigureTraits, *, together: bool) -> float:
    """Return how sure it is that the two give one quantity, 0 to 1.

    They have to be on one scale. `together`: their articles tell of one episode.
    """
    if a.slot.idle or b.slot.idle or name_scale(a.slot) != name_scale(b.slot):
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


def list_own_pairs(figures: Iterable[FigureTraits]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of figures of an article on one scale, by their places."""
    for found in list_blocks(figures).values():
        yield from combinations(found, 2)


def list_quantity_pairs(
    one: Traits, others: Sequence[Traits], together: Iterable[bool]
) -> Iterator[list[tuple[int, int]]]:
    """Yield, for each of `others`, the places of a figure of `one` and one of it whose score may
    not be 0. `together` as in `score_quantities`."""
    indexes = [other.quantity_index for other in others]
    return find_near(one.quantity_index, indexes, together, find_hopeful)
