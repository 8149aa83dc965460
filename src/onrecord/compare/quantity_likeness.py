"""How likely two figures of two articles give one quantity: what is measured, how it is weighed."""

from functools import lru_cache
from math import log
from operator import mul

from onrecord.compare.contexts import measure_likeness
from onrecord.compare.days import count_apart
from onrecord.compare.intervals import could_meet, count_digits
from onrecord.compare.odds import as_probability
from onrecord.compare.slots import Slot
from onrecord.compare.traits import FigureTraits
from onrecord.stories.terms import read_rarity

FEATURES = (
    "words around",
    "counted",
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
    "same people",
    "other people",
    "people and any",
    "one digit",
    "two digits",
    "three digits",
    "ratio",
    "part",
    "rate",
    "other names",
    "other stage",
    "far apart",
    "one article",
)
# Logistic weights in the order of FEATURES, then the intercept
# (`python -m training.stories.fit_quantities` prints them again).
WEIGHTS = (
    0.61, 0.43, -0.19, 0.48, 0.19, 0.64, -0.49, 0.20, -0.44,
    0.16, 0.19, -1.06, 0.32, 0.51, -0.02, -0.10, 1.21, 1.29,
    -2.39, -0.20, 0.22, 0.05, 0.15, -0.73, -1.83, 0.55,
)  # fmt: skip

# Two articles of two episodes tell of one quantity less often.
APART = 1.0
SURE_ALIKE = 0.45  # told alike so far that numbers that do not fit contradict each other
LEAST_SCORE = 0.3  # less is as good as nothing, and not worth a place in the ledger
FAR_DAYS = 120  # as-of days further apart are of another moment, mostly of another thing
SMALL = 3.0  # "two reporters": any article may have such a number of anything
FAR_YEARLY = 400  # ... where the sentences are alike and nobody was hurt
# A number this many times another one is of another thing: with nothing said of whose, where or
# what, or with that said too.
FAR, FAR_SCOPED = 3.0, 20.0
COUNTED_ALIKE = SENTENCES_ALIKE = 0.5
OTHER_HEAD = 0.6  # of what is counted, where one says "vessels" and the other "frigates"
LOOSE = 0.3  # of what is counted or of the sentences, for a bare measure or a small number
OTHER_NAME = 0.7  # of the sentences of two measures of things with other names: "nickel", "tin"
LARGEST_RATIO = 5.0  # in nats


def may_be_one(a: FigureTraits, b: FigureTraits) -> bool:
    """Return whether two figures on one scale may give one quantity at all.

    They are not of two sides or nations, two fates or periods ("a day", "a week"), and do not
    measure two things.
    """
    one, other = a.slot, b.slot
    apart = (
        _are_two(one.fate, other.fate)
        or _are_two(one.whose, other.whose)
        or _are_two(one.nation, other.nation)
        or _are_two(one.rate, other.rate)
    )
    return not (apart or _are_of_two_measured(a, b))


def weigh_quantities(
    a: FigureTraits, b: FigureTraits, *, together: bool, alone: bool = False
) -> float:
    """Return how likely two figures whose values meet give one quantity, 0 to 1, the same for
    (b, a). See `weigh_conflict` for those whose values do not.

    `together`: their articles tell of one episode; `alone`: one article gives both.
    """
    if are_small(a, b):
        return 0.0
    total = WEIGHTS[-1] + sum(map(mul, measure_quantities(a, b, alone=alone), WEIGHTS))
    return as_probability(total if together else total - APART)


def are_small(a: FigureTraits, b: FigureTraits) -> bool:
    """Return whether any two things may have such counts: "two reporters", "three senators"."""
    return max(a.size or 0.0, b.size or 0.0) <= SMALL


def measure_quantities(
    a: FigureTraits, b: FigureTraits, *, alone: bool = False
) -> tuple[float, ...]:
    """Return the values of FEATURES; they do not depend on the order.

    "one digit" to "three digits": both print one number, told by so many figures; "ratio": the
    logarithm of the larger by the smaller; "part": one is of a part of those just told of; "other
    stage": one is demanded or offered, the other not; "one article": and not two who give it.
    """
    one, other = a.slot, b.slot
    digits = count_digits(a.size) if a.size is not None and a.size == b.size else 0
    return (
        measure_likeness(a.context, b.context),
        _compare_counted(one, other),
        float(one.head == other.head != ""),
        float(one.unit == other.unit != ""),
        float("" in (one.unit, other.unit)),
        float(one.measure and other.measure),
        float(one.unit == other.unit == "people"),
        float(_are_one(one.fate, other.fate)),
        float((one.fate is None) != (other.fate is None)),
        float(_are_one(one.whose, other.whose)),
        float(_are_one(one.place, other.place)),
        float(_are_two(one.place, other.place)),
        float(not one.who.isdisjoint(other.who)),
        float(bool(one.who and other.who) and one.who.isdisjoint(other.who)),
        float(bool(one.who) != bool(other.who)),
        float(digits == 1),
        float(digits == 2),
        float(digits >= 3),
        min(LARGEST_RATIO, log(measure_ratio(a, b))),
        float(one.part != other.part),
        float(one.rate != other.rate),
        float(_have_other_names(one, other)),
        float(one.stage != other.stage),
        float((count_apart(a.days, b.days) or 0) > FAR_DAYS),
        float(alone and not _are_two(a.giver, b.giver)),
    )


def rate_alike(a: FigureTraits, b: FigureTraits, *, together: bool) -> float:
    """Return how sure it is that two figures that are told alike give one quantity, 0 to 1.

    The number hardly counts, so that those that contradict each other are found: nine and six
    killed in one flood. For anything else see `weigh_quantities`.
    """
    one, other = a.slot, b.slot
    others = bool(one.who and other.who) and one.who.isdisjoint(other.who)
    if others or not _are_told_alike(a, b):
        return 0.0
    likeness = measure_likeness(a.context, b.context)
    owned, placed = _are_one(one.whose, other.whose), _are_one(one.place, other.place)
    meet, counted = could_meet(a.values, b.values), _compare_counted(one, other)
    named = counted >= COUNTED_ALIKE and one.fate is None
    scoped = owned or placed or named or likeness >= SENTENCES_ALIKE or meet
    yearly = one.fate is None and likeness >= SENTENCES_ALIKE
    if (count_apart(a.days, b.days) or 0) > (FAR_YEARLY if yearly else FAR_DAYS):
        return 0.0
    if measure_ratio(a, b) > (FAR_SCOPED if scoped else FAR):
        return 0.0
    return min(
        1.0, 0.2 + 0.25 * counted + 0.6 * likeness + 0.15 * (meet + together + owned + placed)
    )


def _are_told_alike(a: FigureTraits, b: FigureTraits) -> bool:
    """Return whether two figures are told in words that are seldom of two things.

    Of a bare measure or a small number more has to be alike.
    """
    one, other = a.slot, b.slot
    if (one.unit, one.rate, one.fate) != (other.unit, other.rate, other.fate) or not one.unit:
        return False
    counted = _compare_counted(one, other)
    if (one.head != other.head and counted < OTHER_HEAD) or _are_of_two_measured(a, b):
        return False
    if not one.measure and max(a.size or 0.0, b.size or 0.0) > SMALL:
        return True
    return counted >= LOOSE or measure_likeness(a.context, b.context) >= LOOSE


def _compare_counted(a: Slot, b: Slot) -> float:
    """Return the share of the rarity of what is counted, in the shorter phrase, in both."""
    if _are_one(a.fate, b.fate):
        return 1.0
    total = min(_sum_rarity(a.counted), _sum_rarity(b.counted))
    return _sum_rarity(a.counted & b.counted) / total if total else 0.0


def _have_other_names(a: Slot, b: Slot) -> bool:
    """Return whether both say what is counted, in no common word."""
    return bool(a.counted and b.counted) and a.counted.isdisjoint(b.counted)


def _are_of_two_measured(a: FigureTraits, b: FigureTraits) -> bool:
    """Return whether two measures are of things with other names: of nickel, and of tin."""
    if not (a.slot.measure and _have_other_names(a.slot, b.slot)):
        return False
    return measure_likeness(a.context, b.context) < OTHER_NAME


def measure_ratio(a: FigureTraits, b: FigureTraits) -> float:
    """Return how many times the smaller number goes into the larger; 1 where that has no sense."""
    if a.size is None or b.size is None or min(a.size, b.size) <= 0:
        return 1.0
    return max(a.size, b.size) / min(a.size, b.size)


def _are_one(a: str | None, b: str | None) -> bool:
    return a is not None and a == b


def _are_two(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


@lru_cache(maxsize=8192)
def _sum_rarity(terms: frozenset[str]) -> float:
    """Return the rarity of some terms together; one figure is compared with many."""
    return sum(map(read_rarity, sorted(terms)))
