"""Which acts of several articles are one event."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.compare.casts import Cast
from onrecord.compare.contexts import measure_likeness
from onrecord.compare.days import count_apart, count_width
from onrecord.compare.traits import ActTraits

SAME_DAYS = 1  # outlets in other time zones put an event a day apart
CONFLICT_DAYS = 7  # ... and by mistake further; then the rest must be alike
# What is offered, asked or refused makes a verbal act: its words must be alike too.
VERBAL_ALIKE = 0.25
# ... and more so where neither the verb nor to whom it was said is known to be the same, or the
# kinds are two: who protests and refuses on one day does two things.
OTHER_ALIKE = 0.4
BLOCK_LIMIT = 60  # acts of one side and kind, in one article, whose pairs are looked at
# The four quadrants of PLOVER, as in its own event modes.
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
MUTUAL = frozenset({"CONSULT", "AGREE"})  # "A met B" is "B met A"
DONE = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "offered", "threatened"})  # what may become a deed


Sides = frozenset[str]


class Deed(NamedTuple):
    """An act with the sides that its actors act for, those that its recipients act for, and the
    keys of its actors; all hold in the articles that are compared.
    """

    act: ActTraits
    actors: Sides
    recipients: Sides
    keys: frozenset[str | None]


def list_deeds(acts: Sequence[ActTraits], cast: Cast) -> list[Deed]:
    """Return the acts of an article with those who act, by `cast`."""
    keys, sides = cast.keys, cast.sides
    return [
        Deed(
            act,
            frozenset([sides[actor] for actor in act.actors if actor in sides]),
            frozenset([sides[actor] for actor in act.recipients if actor in sides]),
            frozenset([keys.get(actor) for actor in act.actors]),
        )
        for act in acts
    ]


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
    return 0.8 if apart <= CONFLICT_DAYS and alike >= 0.5 else 0.0


def list_event_pairs(first: Sequence[Deed], second: Sequence[Deed]) -> Iterator[tuple[Deed, Deed]]:
    """Yield the pairs of acts of two articles with a side and a quadrant in common, in order, and
    those of talks and agreements at one place, of which one may name nobody.

    Of more than BLOCK_LIMIT acts of one article with the same, the first ones count.
    """
    blocks = _list_blocks(second)
    pairs: set[tuple[int, int]] = set()
    for key, found in _list_blocks(first).items():
        pairs.update((a, b) for b in blocks.get(key, ()) for a in found)
    for one, other in sorted(pairs):
        yield first[one], second[other]


def _list_blocks(deeds: Sequence[Deed]) -> dict[tuple[str, int], list[int]]:
    """Return which of `deeds` have which side among their parties, or which place, and which
    quadrant."""
    blocks: dict[tuple[str, int], list[int]] = {}
    for index, deed in enumerate(deeds):
        act = deed.act
        quad = QUADS.get(act.type)
        if quad is not None:
            keys = deed.actors | deed.recipients
            if act.type in MUTUAL and act.place is not None:
                keys |= {f"at {act.place}"}
            for key in keys:
                block = blocks.setdefault((key, quad), [])
                if len(block) < BLOCK_LIMIT:
                    block.append(index)
    return blocks
