"""Which figures of several articles give one quantity: the same slot, whatever the number."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from onrecord.compare.contexts import weigh_context
from onrecord.compare.tellings import Telling
from onrecord.records import Figure
from onrecord.stories.terms import cosine, find_terms

BLOCK_LIMIT = 300
# A number this many times another one with nothing said of whose and where is another quantity.
FAR = 3.0
_PEOPLE = frozenset(
    "people person man men woman women child children civilian other resident villager".split()
)
_FORCES = frozenset("troop soldier force servicemen personnel".split())
FATES = frozenset(
    "killed wounded injured hurt missing displaced arrested detained evacuated infected "
    "homeless trapped captured executed kidnapped abducted rescued freed released deported "
    "drowned expelled".split()
)
_DEAD = frozenset("dead death died fatality".split())
_MEETINGS = frozenset(
    "met meet meeting talk talked spoke lasted lasting last negotiated negotiation".split()
)
SMALL = 3.0  # "two reporters": numbers that any article may have of anything
_IDLE = frozenset("times ways sides things".split())  # counted, but no quantity of the world
_LOOSE = 0.30  # likeness of the sentences that a bare measure needs ("%", "USD", "h")
_COUNTED = 0.12  # ... and a count of named things


PLACE_LETTERS = 5  # "Ukraine", "Ukrainian"


class Slot(NamedTuple):
    """What a figure measures: kind of unit, what is counted, whose, and where."""

    unit: str
    counted: frozenset[str]
    measure: bool  # of a measure, not of things
    whose: str | None
    place: str | None


def read_slot(telling: Telling[Figure]) -> Slot:
    """Return the slot of a figure in terms that meet across articles."""
    figure = telling.row
    head = next(iter(reversed(list(find_terms(figure.unit or "")))), "")
    counted = frozenset(find_terms(figure.counted or "")) - {head}
    fates = counted & FATES
    if head in _DEAD or counted & _DEAD:
        fates |= {"killed"}
    if fates:
        unit, counted = "people", fates
    elif head in _PEOPLE or head in _FORCES:
        unit = "people" if head in _PEOPLE else "troops"
    else:
        unit = figure.unit or ""
    if counted & _MEETINGS:
        counted = frozenset({"talks"})
    measure = unit not in ("people", "troops") and (figure.counted is None or "talks" in counted)
    return Slot(unit, counted, measure, _side_named(telling), (figure.place or "").lower() or None)


def _side_named(telling: Telling[Figure]) -> str | None:
    """Return the side of the actor whose the counted things are."""
    whose = telling.row.whose
    if whose is None:
        return None
    for actor in telling.setting.actors.values():
        if actor.name == whose and actor.state is not None:
            return telling.setting.side(actor.id)
    return None


def score_quantities(a: Telling[Figure], b: Telling[Figure]) -> float:
    """Return how sure it is that the two give one quantity, 0 to 1.

    Unit and what is counted must be the same and whose must not clash. Places may differ: the
    comparison then says so. The number itself counts only where it is far off.
    """
    first, second = read_slot(a), read_slot(b)
    if first.unit != second.unit or not first.unit or first.measure != second.measure:
        return 0.0
    if a.row.change != b.row.change:
        return 0.0
    if first.whose is not None and second.whose is not None and first.whose != second.whose:
        return 0.0
    fates = first.counted & FATES, second.counted & FATES
    if fates[0] != fates[1]:
        return 0.0
    owned = first.whose is not None and first.whose == second.whose
    placed = first.place is not None and first.place == second.place
    if first.unit in _IDLE:
        return 0.0
    if not (owned or placed) and _is_far(a.row, b.row):
        return 0.0
    alike = cosine(weigh_context(a.sentence), weigh_context(b.sentence))
    shared = bool(first.counted & second.counted)
    small = max(_size(a.row) or 0.0, _size(b.row) or 0.0) <= SMALL
    loose = (first.measure or small) and not (shared and (placed or owned))
    needed = _LOOSE if loose else _COUNTED
    if alike < needed:
        return 0.0
    return min(1.0, 0.4 + alike + 0.2 * owned + 0.2 * placed + 0.1 * shared)


def may_be_one_place(a: str | None, b: str | None) -> bool:
    """Return whether two places may be one: one unknown, inside the other, or a form of it."""
    if a is None or b is None or a in b or b in a:
        return True
    return a[:PLACE_LETTERS] == b[:PLACE_LETTERS]


def _is_far(a: Figure, b: Figure) -> bool:
    first, second = _size(a), _size(b)
    if first is None or second is None or min(first, second) <= 0:
        return False
    return max(first, second) > FAR * min(first, second)


def _size(figure: Figure) -> float | None:
    ends = [abs(end) for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends) if ends else None


def list_quantity_pairs(
    tellings: Sequence[Telling[Figure]],
) -> Iterator[tuple[Telling[Figure], Telling[Figure]]]:
    """Yield the pairs with one unit, also of one article; in blocks as events are."""
    blocks: dict[str, list[int]] = {}
    for index, telling in enumerate(tellings):
        blocks.setdefault(read_slot(telling).unit, []).append(index)
    for unit, found in sorted(blocks.items()):
        if not unit:
            continue
        if len(found) <= BLOCK_LIMIT:
            pairs = list(combinations(found, 2))
        else:
            pairs = [
                (a, b) for at, a in enumerate(found) for b in found[at + 1 : at + 1 + BLOCK_LIMIT]
            ]
        for first, second in pairs:
            yield tellings[first], tellings[second]
