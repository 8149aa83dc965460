"""Which acts of several articles are one event."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.compare.casts import Cast
from onrecord.compare.contexts import measure_likeness
from onrecord.compare.days import count_apart, count_width
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
from onrecord.compare.traits import ActTraits

Sides = frozenset[str]


class Deed(NamedTuple):
    """An act and its place in its article, with the sides that its actors act for, those that its
    recipients act for, and the keys of its actors; all hold in the articles that are compared.
    """

    place: int
    act: ActTraits
    actors: Sides
    recipients: Sides
    keys: frozenset[str | None]
    parties: Sides


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
            act, keys, sides = self._acts[place], self._cast.keys, self._cast.sides
            actors = frozenset([sides[actor] for actor in act.actors if actor in sides])
            others = frozenset([sides[actor] for actor in act.recipients if actor in sides])
            known = frozenset([keys.get(actor) for actor in act.actors])
            deed = self._made[place] = Deed(place, act, actors, others, known, actors | others)
        return deed


def score_events(one: Deed, other: Deed) -> float:
    """Return how sure it is that the two tell of one event, 0 to 1.

    Needed are a common side among the actors, one PLOVER quadrant, days that may meet and no
    clash of recipients or places. Type, verb, recipients and the words around then decide.
    """
    a, b = one.act, other.act
    if QUADS.get(a.type) is None or QUADS.get(a.type) != QUADS.get(b.type):
        return 0.0
    planned = (a.modality in DONE) != (b.modality in DONE)
    if planned and not {a.modality, b.modality} <= DONE | AHEAD:
        return 0.0
    apart = count_apart(a.days, b.days)
    if not planned and apart is not None and apart > CONFLICT_DAYS:
        return 0.0
    actors, recipients = (one.actors, other.actors), (one.recipients, other.recipients)
    mutual = a.type in MUTUAL and b.type in MUTUAL
    if mutual:
        actors = actors[0] | recipients[0], actors[1] | recipients[1]
        recipients = frozenset(), frozenset()
    same_place = a.place is not None and a.place == b.place
    unnamed = mutual and same_place and not all(actors)
    if not (unnamed or actors[0] & actors[1]) or (
        all(recipients) and not recipients[0] & recipients[1]
    ):
        return 0.0
    if mutual and len(actors[0] & actors[1]) < min(2, *map(len, actors)):
        return 0.0
    if a.place and b.place and a.place.lower() != b.place.lower():
        return 0.0
    alike = measure_likeness(a.context, b.context)
    verbal = QUADS[a.type] in (1, 3) and not mutual
    same_verb, same_type = bool(a.verbs & b.verbs), a.type == b.type
    close = same_type and (same_verb or bool(recipients[0] & recipients[1]))
    if verbal and alike < (VERBAL_ALIKE if close else OTHER_ALIKE):
        return 0.0
    score = alike + 0.15 * same_type + 0.15 * same_verb
    score += 0.15 * bool(recipients[0] & recipients[1] or (mutual and len(actors[0]) > 1))
    score += 0.15 * bool(a.place and b.place)
    score += 0.15 * bool(not verbal and one.keys & other.keys)
    return min(1.0, score) * (0.8 if planned else _weigh_days(a, b, alike))


def _weigh_days(a: ActTraits, b: ActTraits, alike: float) -> float:
    """Return 1 where the days meet, less where that is not known, 0 where they do not.

    Days a little apart count if the words around are much alike: then one outlet errs.
    """
    apart = count_apart(a.days, b.days)
    if apart is None:
        return 0.8
    if apart <= SAME_DAYS:
        wide = any((width := count_width(each.days)) is None or width > 31 for each in (a, b))
        return 0.8 if wide else 1.0
    return 0.8 if apart <= CONFLICT_DAYS and alike >= CONFLICT_ALIKE else 0.0


def choose_pairs(
    first: Deeds, second: Deeds, near: Iterable[tuple[int, int]]
) -> Iterator[tuple[Deed, Deed]]:
    """Yield those of the `near` pairs of acts of two articles, given by their places, that have a
    side in common, and of talks and agreements those at one place: of these one may name nobody.

    Of more than BLOCK_LIMIT acts of one article with the same, and of one quadrant, the first ones
    count.
    """
    few = max(len(first), len(second)) <= BLOCK_LIMIT
    blocks, others = ([], []) if few else (_list_blocks(first), _list_blocks(second))
    for place, other in near:
        one, like = first[place], second[other]
        if one.parties.isdisjoint(like.parties) and not _may_meet(one.act, like.act):
            continue
        if few or not blocks[place].isdisjoint(others[other]):
            yield one, like


def _may_meet(a: ActTraits, b: ActTraits) -> bool:
    return a.type in MUTUAL and b.type in MUTUAL and a.place is not None and a.place == b.place


def _list_blocks(deeds: Deeds) -> list[set[tuple[str, int]]]:
    """Return for each of `deeds` its quadrant with each side among its parties, or with its place,
    of which it is one of the first BLOCK_LIMIT."""
    counts: Counter[tuple[str, int]] = Counter()
    blocks: list[set[tuple[str, int]]] = []
    for place in range(len(deeds)):
        deed = deeds[place]
        act = deed.act
        keys = deed.parties
        if act.type in MUTUAL and act.place is not None:
            keys |= {f"at {act.place}"}
        quad = QUADS.get(act.type, 0)
        counts.update((key, quad) for key in keys)
        blocks.append({(key, quad) for key in keys if counts[key, quad] <= BLOCK_LIMIT})
    return blocks
