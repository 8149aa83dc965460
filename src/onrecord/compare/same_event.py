"""Which acts of several articles are one event."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.compare.act_index import find_near
from onrecord.compare.actor_keys import may_be_anybody
from onrecord.compare.casts import Cast
from onrecord.compare.days import WIDE_DAYS, are_within
from onrecord.compare.event_likeness import (
    LEAST_SCORE,
    NOBODY,
    Deed,
    Side,
    find_hopeful,
    weigh_events,
)
from onrecord.compare.odds import doubt
from onrecord.compare.traits import ActTraits, Traits

# What is taken off the log odds of acts in two episodes on days that are not known: with the days
# of the development stories hidden, as many pairs are of other days as of one story from a
# likeness of .67 on, where accounts ask for .45.
UNDATED = 0.9


class Deeds:
    """The acts of an article with those who act, by a cast; each is made when it is asked for."""

    def __init__(self, acts: Sequence[ActTraits], cast: Cast) -> None:
        self._acts = acts
        self._cast = cast
        self._made: dict[int, Deed] = {}

    def __len__(self) -> int:
        return len(self._acts)

    def __getitem__(self, place: int) -> Deed:
        deed = self._made.get(place)
        if deed is None:
            act = self._acts[place]
            sides = self._find_side(act.actors), self._find_side(act.recipients)
            deed = self._made[place] = Deed(act, *sides)
        return deed

    def _find_side(self, actors: Iterable[str]) -> Side:
        keys, sides = self._cast.keys, self._cast.sides
        known = [actor for actor in actors if actor in keys and not may_be_anybody(keys[actor])]
        if not known:
            return NOBODY
        return Side(
            frozenset([keys[actor] for actor in known]),
            frozenset([sides[actor] for actor in known]),
        )


def score_events(a: Deed, b: Deed, *, together: bool) -> float:
    """Return how sure it is that the two tell of one event, 0 or LEAST_SCORE to 1.

    `together` says that the two articles tell of one episode.
    """
    probability = weigh_events(a, b)
    days, others = a.act.days, b.act.days
    known = together or days == others or are_within(days, others, WIDE_DAYS)
    if not known:
        probability = doubt(probability, UNDATED)
    return probability if probability >= LEAST_SCORE else 0.0


def list_event_pairs(
    one: Traits, others: Sequence[Traits], casts: Sequence[tuple[Cast, Cast]]
) -> Iterator[list[tuple[int, int]]]:
    """Yield, for each of `others`, the places of an act of `one` and one of it whose score may not
    be 0. `casts` are those of the two, shared."""
    return find_near(one.act_index, [other.act_index for other in others], casts, find_hopeful)
