"""Which acts of several articles are one event."""

from collections.abc import Iterator, Sequence

from onrecord.compare.contexts import measure_likeness
from onrecord.compare.days import count_apart, count_width, fill_days
from onrecord.compare.tellings import Telling, once
from onrecord.records import Act
from onrecord.stories.terms import find_terms

SAME_DAYS = 1  # outlets in other time zones put an event a day apart
CONFLICT_DAYS = 7  # ... and by mistake further; then the rest must be alike
STEM_LETTERS = 4
# What is offered, asked or refused makes a verbal act: its words must be alike too.
VERBAL_ALIKE = 0.25
BLOCK_LIMIT = 60  # acts of one side and kind, in one article, whose pairs are looked at
# The four quadrants of PLOVER, as in its own event modes.
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
DONE = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "offered", "threatened"})  # what may become a deed


def find_parties(telling: Telling[Act]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the sides that the actors act for, and those that the recipients act for."""
    actors, recipients = (
        frozenset(side for actor in ids if (side := telling.setting.side(actor)) is not None)
        for ids in (telling.row.actors, telling.row.recipients)
    )
    return actors, recipients


def score_events(a: Telling[Act], b: Telling[Act]) -> float:
    """Return how sure it is that the two tell of one event, 0 to 1.

    Needed are a common side among the actors, one PLOVER quadrant, days that may meet and no
    clash of recipients or places. Type, verb, recipients and the words around then decide.
    """
    if QUADS.get(a.row.type) is None or QUADS.get(a.row.type) != QUADS.get(b.row.type):
        return 0.0
    (actors_a, recipients_a), (actors_b, recipients_b) = find_parties(a), find_parties(b)
    actors, recipients = (actors_a, actors_b), (recipients_a, recipients_b)
    mutual = a.row.type in ("CONSULT", "AGREE") and b.row.type in ("CONSULT", "AGREE")
    if mutual:  # "A met B" is "B met A"
        actors = actors[0] | recipients[0], actors[1] | recipients[1]
        recipients = frozenset(), frozenset()
    same_place = a.row.place is not None and a.row.place == b.row.place
    unnamed = mutual and same_place and not all(actors)
    if not (unnamed or actors[0] & actors[1]) or (
        all(recipients) and not recipients[0] & recipients[1]
    ):
        return 0.0
    if mutual and len(actors[0] & actors[1]) < min(2, *map(len, actors)):
        return 0.0
    planned = (a.row.modality in DONE) != (b.row.modality in DONE)
    if planned and not {a.row.modality, b.row.modality} <= DONE | AHEAD:
        return 0.0
    if a.row.place and b.row.place and a.row.place.lower() != b.row.place.lower():
        return 0.0
    alike = measure_likeness(a, b)
    verbal = QUADS[a.row.type] in (1, 3) and not mutual
    if verbal and alike < VERBAL_ALIKE:
        return 0.0
    keys = [{telling.setting.key(actor) for actor in telling.row.actors} for telling in (a, b)]
    score = alike + 0.15 * (a.row.type == b.row.type) + 0.15 * _same_verb(a, b)
    score += 0.15 * bool(recipients[0] & recipients[1] or (mutual and len(actors[0]) > 1))
    score += 0.15 * bool(a.row.place and b.row.place)
    score += 0.15 * bool(not verbal and keys[0] & keys[1])
    return min(1.0, score) * (0.8 if planned else _weigh_days(a, b, alike))


def _weigh_days(a: Telling[Act], b: Telling[Act], alike: float) -> float:
    """Return 1 where the days meet, less where that is not known, 0 where they do not.

    Days a little apart count if the words around are much alike: then one outlet errs.
    """
    days = fill_days(a.row.when, a.setting.article), fill_days(b.row.when, b.setting.article)
    apart = count_apart(*days)
    if apart is None:
        return 0.8
    if apart <= SAME_DAYS:
        wide = any((width := count_width(each)) is None or width > 31 for each in days)
        return 0.8 if wide else 1.0
    return 0.8 if apart <= CONFLICT_DAYS and alike >= 0.5 else 0.0


def _same_verb(a: Telling[Act], b: Telling[Act]) -> bool:
    return bool(_stem(a) & _stem(b))


@once
def _stem(telling: Telling[Act]) -> frozenset[str]:
    """Return the first letters of the row's words: "sign", "signed" and "signing" meet."""
    return frozenset(term[:STEM_LETTERS] for term in find_terms(telling.words) if len(term) > 2)


def list_event_pairs(
    first: Sequence[Telling[Act]], second: Sequence[Telling[Act]]
) -> Iterator[tuple[Telling[Act], Telling[Act]]]:
    """Yield the pairs of acts of two articles with a side and a quadrant in common, in order.

    Of more than BLOCK_LIMIT acts of one article with the same, the first ones count.
    """
    blocks = _list_blocks(second)
    pairs: set[tuple[int, int]] = set()
    for key, found in _list_blocks(first).items():
        pairs.update((a, b) for b in blocks.get(key, ()) for a in found)
    for one, other in sorted(pairs):
        yield first[one], second[other]


def _list_blocks(tellings: Sequence[Telling[Act]]) -> dict[tuple[str, int], list[int]]:
    """Return which of `tellings` have which side among their parties, and which quadrant."""
    blocks: dict[tuple[str, int], list[int]] = {}
    for index, telling in enumerate(tellings):
        quad = QUADS.get(telling.row.type)
        if quad is not None:
            for side in frozenset.union(*find_parties(telling)):
                block = blocks.setdefault((side, quad), [])
                if len(block) < BLOCK_LIMIT:
                    block.append(index)
    return blocks
