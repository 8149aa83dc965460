"""Which figures of several articles give one quantity: the same slot, whatever the number."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, product

from onrecord.compare.contexts import measure_likeness
from onrecord.compare.days import count_apart
from onrecord.compare.intervals import could_meet
from onrecord.compare.slots import FATES, Slot, may_be_one_population
from onrecord.compare.traits import FigureTraits
from onrecord.stories.terms import read_rarity

BLOCK_LIMIT = 60  # figures of one unit, in one article, whose pairs are looked at
# A number this many times another one is of another thing: with nothing said of whose, where or
# what, or with that said too.
FAR = 3.0
FAR_SCOPED = 20.0
FAR_DAYS = 120  # as-of days further apart are of another moment of another thing
FAR_DAYS_ALIKE = 400  # ... where the sentences are alike and nobody was hurt: a yearly count
SMALL = 3.0  # "two reporters": any article may have such a number of anything
OTHER_HEAD = 0.6  # of what is counted, where one says "vessels" and the other "frigates"
ALIKE = 0.5  # likeness of sentences that tell of one thing, as good as a place in both
# Likeness of the sentences that tell one number of three figures or more, or of two, by words for
# other things: "640 million dollars of powder", "exports of 640 million dollars".
LIKE_EQUAL = (0.15, 0.35)
EQUAL_EVIDENCE = 0.25
# Likeness of the sentences that two measures of things with other names need: "nickel", "tin".
OTHER_NAME = 0.7
LOOSE = 0.30  # likeness of what is counted or of the sentences that a bare measure needs

Blocks = Mapping[Hashable, Sequence[int]]  # places of figures by what has to be the same of them


def score_quantities(a: FigureTraits, b: FigureTraits, *, together: bool) -> float:
    """Return how sure it is that the two give one quantity, 0 to 1.

    Unit and fate must be the same and whose must not clash. What is counted, the words around,
    place and owner, one episode (`together`) and values that meet then speak for it. Places may
    differ: the comparison then says so. One telling number of one episode ("1,240 workers", "1,240
    jobs") may be of one thing by whatever words.
    """
    if not a.slot.unit or _name_scale(a.slot) != _name_scale(b.slot):
        return 0.0
    return score_on_scale(a, b, together=together)


def score_on_scale(a: FigureTraits, b: FigureTraits, *, together: bool) -> float:
    """Return what `score_quantities` does for two figures on one scale."""
    first, second = a.slot, b.slot
    if first.whose is not None and second.whose is not None and first.whose != second.whose:
        return 0.0
    equal = together and _are_equal(a, b)
    if not equal and _list_kinds(first) != _list_kinds(second):
        return 0.0
    if not may_be_one_population(first.who, second.who):
        return 0.0
    alike = measure_likeness(a.context, b.context)
    if equal and alike < LIKE_EQUAL[_count_digits(a.size or 0.0) < 3]:
        equal = False
        if _list_kinds(first) != _list_kinds(second):
            return 0.0
    owned = first.whose is not None and first.whose == second.whose
    placed = first.place is not None and first.place == second.place
    counted = _compare_counted(first, second)
    if not equal and first.head != second.head and counted < OTHER_HEAD:
        return 0.0
    fate = bool((first.counted | second.counted) & FATES)
    renamed = _have_other_names(first, second)
    named = counted >= 0.5 and not fate
    scoped = owned or placed or named or (alike >= ALIKE and not renamed)
    meet = could_meet(a.values, b.values)
    far = FAR_DAYS if fate or alike < ALIKE else FAR_DAYS_ALIKE
    if _are_apart(a, b, far) or _measure_ratio(a, b) > (FAR_SCOPED if scoped or meet else FAR):
        return 0.0
    loose = first.measure or max(a.size or 0.0, b.size or 0.0) <= SMALL
    if not equal and loose and max(counted, alike) < LOOSE:
        return 0.0
    if not equal and first.measure and renamed and alike < OTHER_NAME:
        return 0.0
    evidence = 0.25 * counted + 0.6 * alike + 0.15 * (meet + together + owned + placed)
    return min(1.0, 0.2 + evidence + EQUAL_EVIDENCE * equal)


def _name_scale(slot: Slot) -> Hashable:
    """Return what has to be the same of two figures that give one quantity."""
    return slot.unit.partition("/")[0], slot.measure, slot.delta


def _list_kinds(slot: Slot) -> Hashable:
    """Return what has to be the same besides, unless both print one telling number."""
    return slot.unit, slot.rate, slot.counted & FATES


def _are_equal(a: FigureTraits, b: FigureTraits) -> bool:
    """Return whether both print one number that tells much.

    So do "640 million dollars of powder" and "exports of 640 million dollars a year", which are of
    one thing if their sentences are a little alike. What befell people is not the same where both
    tell it: of 12 killed and 12 wounded.
    """
    if a.size is None or a.size != b.size or a.slot.part != b.slot.part:
        return False
    fates = a.slot.counted & FATES, b.slot.counted & FATES
    return not (all(fates) and fates[0] != fates[1]) and _count_digits(a.size) > 1


@lru_cache(maxsize=8192)
def _count_digits(size: float) -> int:
    """Return how many figures a number is told by: 2 for 640 million, 3 for 1,240."""
    digits = f"{size:.9g}".partition("e")[0].replace(".", "").strip("0")
    return len(digits)


def _compare_counted(a: Slot, b: Slot) -> float:
    """Return the share of the rarity of what is counted, in the shorter phrase, in both."""
    if a.counted & b.counted & FATES:
        return 1.0
    total = min(_sum_rarity(a.counted), _sum_rarity(b.counted))
    return _sum_rarity(a.counted & b.counted) / total if total else 0.0


@lru_cache(maxsize=8192)
def _sum_rarity(terms: frozenset[str]) -> float:
    """Return the rarity of some terms together; one figure is compared with many."""
    return sum(map(read_rarity, sorted(terms)))


def _have_other_names(a: Slot, b: Slot) -> bool:
    return bool(a.counted and b.counted) and not a.counted & b.counted


def _are_apart(a: FigureTraits, b: FigureTraits, far: int) -> bool:
    """Return whether the figures' days lie more than `far` days apart."""
    apart = count_apart(a.days, b.days)
    return apart is not None and apart > far


def _measure_ratio(a: FigureTraits, b: FigureTraits) -> float:
    """Return how many times the smaller number goes into the larger; 1 where that has no sense."""
    if a.size is None or b.size is None or min(a.size, b.size) <= 0:
        return 1.0
    return max(a.size, b.size) / min(a.size, b.size)


def list_quantity_pairs(first: Blocks, second: Blocks) -> Iterator[tuple[int, int]]:
    """Yield the pairs of figures of two articles on one scale, by their places; of an article with
    itself, once."""
    for scale, found in first.items():
        if first is second:
            yield from combinations(found, 2)
        else:
            yield from product(found, second.get(scale, ()))


def list_blocks(figures: Iterable[FigureTraits]) -> Blocks:
    """Return the places of an article's figures by scale, without those that count nothing
    comparable.

    Of more than BLOCK_LIMIT figures of one unit the first ones count.
    """
    blocks: dict[Hashable, list[int]] = {}
    units: Counter[str] = Counter()
    for place, figure in enumerate(figures):
        unit = figure.slot.unit
        if unit and units[unit] < BLOCK_LIMIT:
            units[unit] += 1
            blocks.setdefault(_name_scale(figure.slot), []).append(place)
    return blocks
