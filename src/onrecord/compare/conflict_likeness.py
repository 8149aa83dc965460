"""How likely two figures that no value fits both of give one quantity, and so contradict each other
or have changed: what is measured, how it is weighed."""

from math import log, log10
from operator import mul

from onrecord.compare.days import count_apart
from onrecord.compare.odds import as_probability
from onrecord.compare.quantity_likeness import (
    APART,
    FEATURES,
    are_small,
    may_be_one,
    measure_quantities,
)
from onrecord.compare.traits import FigureTraits, tells_of_one_year

CONFLICT_FEATURES = (*FEATURES, "size", "fewer later", "days apart")
# Logistic weights in the order of CONFLICT_FEATURES, then the intercept
# (`python -m training.stories.fit_quantities` prints them again).
CONFLICT_WEIGHTS = (
    0.62, 1.29, 0.13, 0.38, 0.23, -0.30, -0.41, 0.90, 0.29,
    0.30, 0.56, -0.84, 0.23, -0.45, -0.18, 0.00, 0.00, 0.00,
    -1.85, -0.35, -0.35, -0.17, -0.80, -1.62, -1.20, 0.24, -1.03,
    0.14, -0.64,
)  # fmt: skip

# From which likeness a contradiction or a change is shown in whatever words it is told, and what
# each number that nobody gives takes off it, in log odds: in real stories most pairs of two things
# that are as likely have one (both were chosen by `python -m evaluation.figures.stories`).
SURE, UNGIVEN = 0.75, 0.5
# What one day or year that both name, long past, adds: "in 2018 a crash on this line killed 44".
ONE_YEAR = 1.5
LONG_APART = 150  # days


def weigh_conflict(
    a: FigureTraits, b: FigureTraits, *, together: bool, alone: bool = False
) -> float:
    """Return how likely two figures whose values do not meet give one quantity, 0 to 1, the same
    for (b, a). See `weigh_quantities` for those whose values do."""
    if are_small(a, b) or a.slot.measure:  # any two measures may be as far apart
        return 0.0
    return as_probability(_add_up(a, b, alone=alone) - (0.0 if together else APART))


def is_sure_conflict(a: FigureTraits, b: FigureTraits, *, alone: bool) -> bool:
    """Return whether two figures whose values do not meet are surely of one quantity."""
    if not may_be_one(a, b) or are_small(a, b):
        return False
    ungiven = 0 if tells_of_one_year(a, b) else (a.giver is None) + (b.giver is None)
    return as_probability(_add_up(a, b, alone=alone) - UNGIVEN * ungiven) >= SURE


def measure_conflict(a: FigureTraits, b: FigureTraits, *, alone: bool = False) -> tuple[float, ...]:
    """Return the values of CONFLICT_FEATURES; they do not depend on the order.

    "size": the logarithm of the larger number; "fewer later": fewer people whom one fate befell,
    as of a later day.
    """
    low, high = sorted((a, b), key=lambda figure: figure.values[:2])
    apart = count_apart(a.days, b.days) or 0
    return (
        *measure_quantities(a, b, alone=alone),
        log10(1 + max(a.size or 0.0, b.size or 0.0)),
        float(low.slot.fate == high.slot.fate is not None and _is_before(high, low)),
        log(1 + min(apart, LONG_APART)) / log(1 + LONG_APART),
    )


def _is_before(a: FigureTraits, b: FigureTraits) -> bool:
    return a.days[1] is not None and b.days[0] is not None and a.days[1] < b.days[0]


def _add_up(a: FigureTraits, b: FigureTraits, *, alone: bool) -> float:
    measured = measure_conflict(a, b, alone=alone)
    total: float = CONFLICT_WEIGHTS[-1] + sum(map(mul, measured, CONFLICT_WEIGHTS))
    return total + (ONE_YEAR if tells_of_one_year(a, b) else 0.0)
