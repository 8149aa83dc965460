"""How likely two acts of two articles are one event: what is measured, and how it is weighed."""

from collections.abc import Set
from math import log
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from onrecord.compare.act_index import Bounds, list_places
from onrecord.compare.actor_keys import name_groups
from onrecord.compare.contexts import measure_likeness
from onrecord.compare.days import count_apart
from onrecord.compare.deed_words import find_families
from onrecord.compare.event_bars import AHEAD, DONE, EVENT_TYPES, FAR_DAYS, MUTUAL
from onrecord.compare.odds import as_probability
from onrecord.compare.traits import ActTraits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


FEATURES = (
    "words around",
    "one verb",
    "like verb",
    "one actor",
    "other actors",
    "one recipient",
    "one place",
    "planned",
    "supposed",
)
# Logistic weights in the order of FEATURES, then the intercept
# (`python -m training.stories.fit_events DATA` prints them again).
WEIGHTS = (4.81, 1.94, 1.33, 0.40, -0.17, 1.07, 0.39, -0.45, -0.13, -3.12)

# An account of acts asks for a mean of even chances, a little more than its bar.
CAUTION = 0.2

*_WEIGHTS, _INTERCEPT = (*WEIGHTS[:-1], WEIGHTS[-1] - CAUTION)

_TYPES = frozenset(EVENT_TYPES)

LEAST_SCORE = 0.25  # less is as good as nothing, and not worth a place in the ledger
_UNLIKELY = log(LEAST_SCORE / (1 - LEAST_SCORE))
_ROUNDING = 1e-6

Names = Set[str]


class Side(NamedTuple):
    """Who acts, or is acted on: `keys` say who it is, `sides` for whom (see `key_side`)."""

    keys: Names
    sides: Names


NOBODY = Side(frozenset(), frozenset())


class Deed(NamedTuple):
    """An act, who acts and to whom, by keys that hold in both articles that are compared."""

    act: ActTraits
    actors: Side
    recipients: Side


def find_hopeful(bounds: Bounds) -> "NDArray[np.bool_]":
    """Return for which pairs `weigh_events` may give LEAST_SCORE."""
    import numpy as np

    likeness, one_verb, like_verb, *others = _WEIGHTS
    totals = _INTERCEPT + likeness * np.minimum(1.0, bounds.likeness)
    told = np.where(bounds.one_verb, max(one_verb, like_verb), like_verb * bounds.like_verb)
    totals += np.maximum(0.0, told)
    one_actor, other_actors, one_recipient, one_place, *others = others
    meet, differ = bounds.actors
    totals += max(0.0, one_actor) * meet + other_actors * differ
    totals += max(0.0, one_recipient) * bounds.one_recipient
    totals += max(0.0, one_place) * bounds.one_place
    totals += sum(map(mul, (bounds.planned, bounds.supposed), others))
    return np.asarray(bounds.possible & (totals >= _UNLIKELY - _ROUNDING))


def may_be_one(a: Deed, b: Deed) -> bool:
    """Return whether two acts may be one event at all.

    They are of kinds that are compared, and of one kind or told with one verb (of 109 labelled
    pairs with neither none is one event). What is done on days further apart than FAR_DAYS is
    done twice; what is planned may come later. What is done to one person is not what is done to
    another; who acts is read wrongly too often to decide.
    """
    one, other = a.act, b.act
    if not {one.type, other.type} <= _TYPES:
        return False
    if one.type != other.type and one.verbs.isdisjoint(other.verbs):
        return False
    apart = count_apart(one.days, other.days)
    planned = (one.modality in DONE) != (other.modality in DONE)
    if planned and "conditional" in (one.modality, other.modality):
        return False  # "if Kenya attacks" is no report of the attack
    if not planned and apart is not None and apart > FAR_DAYS:
        return False
    return not _are_other_persons(*_list_sides(a, b)[1])


def _are_other_persons(a: Side, b: Side) -> bool:
    """Return whether both are persons, none of whom has a surname of the other side."""
    first, second = _list_surnames(a), _list_surnames(b)
    return bool(first and second) and first.isdisjoint(second)


def _list_surnames(side: Side) -> frozenset[str]:
    """Return the surnames of a side, none where others than persons are on it."""
    if not all(key.startswith("person ") for key in side.keys):
        return frozenset()
    return frozenset(key.rsplit(" ", 1)[-1] for key in side.keys)


def weigh_events(a: Deed, b: Deed) -> float:
    """Return how likely the two tell of one event, 0 to 1, the same for (b, a)."""
    if not may_be_one(a, b):
        return 0.0
    total = _INTERCEPT + sum(map(mul, measure_events(a, b), _WEIGHTS))
    return as_probability(total)


def measure_events(a: Deed, b: Deed) -> tuple[float, ...]:
    """Return the values of FEATURES, 0 to 1; they do not depend on the order.

    "like verb": other words for one deed (see `deed_words`); "one actor": somebody is among the
    actors of both, or people with one name for what they are ("pirates", "Somali pirates"); "other
    actors": both say who, and nobody acts for one side. Of talks and agreements, all who take part
    are actors.
    """
    one, other = a.act, b.act
    actors, recipients = _list_sides(a, b)
    same_verb = not one.verbs.isdisjoint(other.verbs)
    return (
        measure_likeness(one.context, other.context),
        float(same_verb),
        float(not same_verb and find_families(one.verbs) & find_families(other.verbs) != 0),
        *_compare_sides(*actors),
        _compare_sides(*recipients)[0],
        float(not list_places(one).isdisjoint(list_places(other))),
        float((one.modality in DONE) != (other.modality in DONE)),
        float(not (DONE | AHEAD).issuperset((one.modality, other.modality))),
    )


def _list_sides(a: Deed, b: Deed) -> tuple[tuple[Side, Side], tuple[Side, Side]]:
    """Return who acts in both, and to whom."""
    if a.act.type in MUTUAL and b.act.type in MUTUAL:
        return (_join(a), _join(b)), (NOBODY, NOBODY)
    return (a.actors, b.actors), (a.recipients, b.recipients)


def _join(deed: Deed) -> Side:
    return Side(*(a | b for a, b in zip(deed.actors, deed.recipients, strict=True)))


def _compare_sides(a: Side, b: Side) -> tuple[float, float]:
    """Return whether somebody is on both, and whether it is others."""
    if not a.keys or not b.keys:
        return 0.0, 0.0
    one = not a.keys.isdisjoint(b.keys) or not name_groups(a.keys).isdisjoint(name_groups(b.keys))
    return float(one), float(not one and a.sides.isdisjoint(b.sides))
