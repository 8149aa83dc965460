"""For which of many pairs of figures it may turn out that they give one quantity.

What is measured of two figures (`quantity_likeness`, `conflict_likeness`) is measured here of all
pairs at once, as far as arrays tell it: each feature lies between the least and the most that it
may be, and so does the score.
"""

from collections.abc import Sequence
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from onrecord.compare.conflict_likeness import (
    CONFLICT_FEATURES,
    CONFLICT_WEIGHTS,
    LONG_APART,
    ONE_YEAR,
)
from onrecord.compare.intervals import EQUAL
from onrecord.compare.quantity_index import Amounts
from onrecord.compare.quantity_likeness import (
    APART,
    FAR_DAYS,
    FAR_SCOPED,
    FAR_YEARLY,
    FEATURES,
    LARGEST_RATIO,
    LEAST_SCORE,
    SMALL,
    WEIGHTS,
)
from onrecord.stories.shingles import code_term

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.compare.postings import Sums

    Flags = NDArray[np.bool_]
    Values = Sums | Flags

_UNLIKELY = log(LEAST_SCORE / (1 - LEAST_SCORE)) - 1e-6  # sums come out a little otherwise
# Features that are known of a pair, and those of which it is known how little and how much they may
# be; the others lie between 0 and 1.
_EXACT = (
    "one head",
    "one unit",
    "no unit",
    "measures",
    "people",
    "one fate",
    "a fate and none",
    "one owner",
    "one place",
    "two places",
    "people and any",
    "one digit",
    "two digits",
    "three digits",
    "ratio",
    "part",
    "rate",
    "other stage",
    "far apart",
    "size",
    "days apart",
)
_RANGES = ("counted", "same people", "other people", "other names")


def _limit(names: Sequence[str], weights: Sequence[float]) -> tuple[list[float], float]:
    """Return the weights of _EXACT, then of the least and the most of each of _RANGES, and what all
    else comes to at most."""
    *weights, intercept = weights
    by_name = dict(zip(names, weights, strict=True))
    exact = [by_name.pop(name, 0.0) for name in _EXACT]
    ranged = [by_name.pop(name) for name in _RANGES]
    both = [limit for weight in ranged for limit in (min(0.0, weight), max(0.0, weight))]
    return [*exact, *both], intercept + sum(max(0.0, weight) for weight in by_name.values())


_MEETING = _limit(FEATURES, WEIGHTS)
_CONFLICTING = _limit(CONFLICT_FEATURES, CONFLICT_WEIGHTS)
_PEOPLE = code_term("people")


def find_hopeful(a: Amounts, b: Amounts, together: "Flags") -> "Flags":
    """Return for which pairs of figures on one scale `score_on_scale` may give LEAST_SCORE."""
    import numpy as np

    ratio, largest = _measure_sizes(a, b)
    apart = np.maximum(0, np.maximum(b.first - a.last, a.first - b.last))
    exact, ranges = _measure_features(a, b, ratio, largest, apart)
    features = np.array((*exact, *chain.from_iterable(ranges)), float)
    least = np.where(together, _UNLIKELY, _UNLIKELY + APART)
    meet, conflict = _find_meeting(a, b)
    weighed = meet & (_add_up(features, _MEETING) >= least)
    odds = _add_up(features, _CONFLICTING) + ONE_YEAR * (a.bygone & b.bygone)
    weighed |= conflict & (a.measure == 0) & (odds >= least)
    weighed &= largest > SMALL
    return _may_be_one(a, b) & (weighed | _find_alike(a, b, ratio, apart))


def _add_up(features: "Sums", limit: tuple[list[float], float]) -> "Sums":
    """Return the log odds that features come to at most."""
    import numpy as np

    weights, base = limit
    return np.asarray((np.array(weights)[:, None] * features).sum(axis=0) + base)


def _measure_sizes(a: Amounts, b: Amounts) -> "tuple[Sums, Sums]":
    """Return how many times the smaller number goes into the larger, and the larger."""
    import numpy as np

    smaller, larger = np.minimum(a.size, b.size), np.maximum(a.size, b.size)
    some = smaller > 0  # and both are known
    ratio = np.divide(larger, smaller, out=np.ones_like(larger), where=some)
    return ratio, np.nan_to_num(np.fmax(a.size, b.size))


def _find_meeting(a: Amounts, b: Amounts) -> "tuple[Flags, Flags]":
    """Return which values may meet and which may not: ends that touch, either."""
    import numpy as np

    low, high = np.maximum(a.low, b.low), np.minimum(a.high, b.high)
    slack = 2 * EQUAL * np.maximum(1.0, np.abs(np.nan_to_num(low, posinf=0.0, neginf=0.0)))
    return low <= high + slack, low >= high - slack


def _may_be_one(a: Amounts, b: Amounts) -> "Flags":
    import numpy as np

    pairs = ((a.fate, b.fate), (a.whose, b.whose), (a.nation, b.nation), (a.rate, b.rate))
    two = [(one != other) & (one != 0) & (other != 0) for one, other in pairs]
    return np.asarray(~np.logical_or.reduce(two))


def _find_alike(a: Amounts, b: Amounts, ratio: "Sums", apart: "Sums") -> "Flags":
    """Return for which pairs `rate_alike` may be more than 0."""
    import numpy as np

    others = (a.people != 0) & (b.people != 0) & (a.people & b.people == 0)
    alike = (a.unit == b.unit) & (a.unit != 0) & (a.rate == b.rate) & (a.fate == b.fate) & ~others
    alike &= (a.head == b.head) | (a.counted & b.counted != 0) | (a.fate != 0)
    alike &= apart <= np.where(a.fate == 0, FAR_YEARLY, FAR_DAYS)
    return np.asarray(alike & (ratio <= FAR_SCOPED))


def _measure_features(
    a: Amounts, b: Amounts, ratio: "Sums", largest: "Sums", apart: "Sums"
) -> "tuple[list[Values], list[tuple[Values, Values]]]":
    """Return the values of the features _EXACT, and the least and the most that those of _RANGES
    may be."""
    import numpy as np

    fate = (a.fate == b.fate) & (a.fate != 0)
    counted = a.counted & b.counted != 0
    named = (a.counted != 0) & (b.counted != 0)
    people = a.people & b.people != 0
    told = (a.people != 0) & (b.people != 0)
    digits = np.where(a.size == b.size, a.digits, 0)
    exact = [
        (a.head == b.head) & (a.head != 0),
        (a.unit == b.unit) & (a.unit != 0),
        (a.unit == 0) | (b.unit == 0),
        a.measure & b.measure,
        (a.unit == _PEOPLE) & (b.unit == _PEOPLE),
        fate,
        (a.fate == 0) != (b.fate == 0),
        (a.whose == b.whose) & (a.whose != 0),
        (a.place == b.place) & (a.place != 0),
        (a.place != b.place) & (a.place != 0) & (b.place != 0),
        (a.people != 0) != (b.people != 0),
        digits == 1,
        digits == 2,
        digits >= 3,
        np.minimum(LARGEST_RATIO, np.log(ratio)),
        a.part != b.part,
        a.rate != b.rate,
        a.stage != b.stage,
        apart > FAR_DAYS,
        np.log10(1 + largest),
        np.log1p(np.minimum(apart, LONG_APART)) / log(1 + LONG_APART),
    ]
    ranges = [
        (fate, fate | counted),
        (np.zeros_like(people), people),
        (told & ~people, told),
        (named & ~counted, named),
    ]
    return exact, ranges
