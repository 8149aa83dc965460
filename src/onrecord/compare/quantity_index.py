"""The figures of an article as arrays, and which of those of many others may give one quantity.

Of the pairs of figures of two linked articles one in eight is tied. Which ones may be is found here
for all articles that a new one is linked to at once; only these are then weighed one by one. More
are found than there are, never less.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain, islice, pairwise
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from onrecord.compare.intervals import count_digits
from onrecord.compare.postings import LONG_AGO, batch_up, join
from onrecord.compare.slots import Slot
from onrecord.stories.shingles import code_term

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.compare.postings import Codes, Places, Sums
    from onrecord.compare.traits import FigureTraits

    Flags = NDArray[np.bool_]

BLOCK_LIMIT = 60  # figures on one scale, in one article, that are compared
_WIDTHS = (10, 5, 4)  # of codes, numbers and flags
_TOLD = ("unit", "fate", "rate", "head", "whose", "nation", "place", "stage")

Blocks = Mapping[Hashable, Sequence[int]]  # places of figures by what has to be the same of them


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityIndex:
    """An article's figures, those of each kind of number one figure after the other: `codes` and
    `numbers` in the order of `Amounts`, then whether it is of a measure, of a part, and long past,
    and how many figures tell it. Scales are apart: a code for each, 0 where it is not compared.
    """

    scales: bytes
    codes: bytes
    numbers: bytes
    flags: bytes


class Amounts(NamedTuple):
    """Some figures as arrays of one length, of which those at the same place make pairs.

    Of what a slot tells there are codes, 0 for what it does not tell; of what is counted and of
    which people a bit for each word, which others may share. NaN is no size.
    """

    unit: "Codes"
    fate: "Codes"
    rate: "Codes"
    head: "Codes"
    whose: "Codes"
    nation: "Codes"
    place: "Codes"
    stage: "Codes"
    counted: "Codes"
    people: "Codes"
    low: "Sums"
    high: "Sums"
    size: "Sums"
    first: "Sums"  # days
    last: "Sums"
    measure: "Flags"
    part: "Flags"
    bygone: "Flags"
    digits: "Places"


Hopeful = Callable[[Amounts, Amounts, "Flags"], "Flags"]


def name_scale(slot: Slot) -> Hashable:
    """Return what has to be the same of two figures that give one quantity: the unit of a measure,
    and whether it is a change. What is counted has no unit that all outlets share."""
    return slot.unit.partition("/")[0] if slot.measure else None, slot.delta


def list_blocks(figures: Iterable["FigureTraits"]) -> Blocks:
    """Return the places of an article's figures by scale, of those of which anything is comparable.

    Of more than BLOCK_LIMIT figures on one scale the first ones count.
    """
    blocks: dict[Hashable, list[int]] = {}
    counts: Counter[Hashable] = Counter()
    for place, figure in enumerate(figures):
        scale = name_scale(figure.slot)
        if not figure.slot.idle and counts[scale] < BLOCK_LIMIT:
            counts[scale] += 1
            blocks.setdefault(scale, []).append(place)
    return blocks


def index_quantities(figures: Sequence["FigureTraits"]) -> QuantityIndex:
    """Return the index of an article's figures."""
    import numpy as np

    scales = np.zeros(len(figures), "<u8")
    for scale, places in list_blocks(figures).items():
        scales[places] = code_term(repr(scale))
    codes = [
        [*(_code(getattr(slot, name)) for name in _TOLD), _flag(slot.counted), _flag(slot.who)]
        for slot in (figure.slot for figure in figures)
    ]
    numbers = [
        (
            *figure.values[:2],
            nan if figure.size is None else figure.size,
            *map(_count_day, figure.days, (LONG_AGO, -LONG_AGO)),
        )
        for figure in figures
    ]
    flags = [
        (figure.slot.measure, figure.slot.part, figure.bygone, count_digits(figure.size or 0.0))
        for figure in figures
    ]
    return QuantityIndex(
        scales=scales.tobytes(),
        codes=np.array(codes, "<u8").tobytes(),
        numbers=np.array(numbers, "<f8").tobytes(),
        flags=np.array(flags, "u1").tobytes(),
    )


def _count_day(day: date | None, unknown: int) -> int:
    return day.toordinal() if day else unknown


def _code(word: str | None) -> int:
    return code_term(word) if word else 0


def _flag(words: Iterable[str]) -> int:
    """Return a bit for each of `words`, which several words may share."""
    flags = 0
    for word in words:
        flags |= 1 << code_term(word) % 64
    return flags


def find_near(
    one: QuantityIndex,
    others: Sequence[QuantityIndex],
    together: Iterable[bool],
    find_hopeful: Hopeful,
) -> Iterator[list[tuple[int, int]]]:
    """Yield, for each of `others`, the pairs of a figure of `one` and one of it that may give one
    quantity: by their places, in order. `together` says of each whether it tells of one episode
    with `one`, `find_hopeful` which pairs are worth a look."""
    import numpy as np

    own = _Rows([one])
    left = iter(together)
    for batch in batch_up(others, own.number, lambda index: len(index.scales) // 8):
        rows = _Rows(batch)
        known = np.repeat(list(islice(left, len(batch))), rows.numbers)
        scaled = np.flatnonzero(rows.scales)
        found, ones = np.nonzero(rows.scales[scaled][:, None] == own.scales)
        places = scaled[found]
        hopeful = find_hopeful(own.pick(ones), rows.pick(places), known[places])
        places, ones = places[hopeful], ones[hopeful]
        cuts = np.searchsorted(places, rows.starts).tolist()
        for start, (begin, end) in zip(rows.starts[:-1], pairwise(cuts), strict=True):
            theirs = (places[begin:end] - start).tolist()
            yield sorted(zip(ones[begin:end].tolist(), theirs, strict=True))


class _Rows:
    """The figures of some articles, one after the other."""

    def __init__(self, indexes: Sequence[QuantityIndex]) -> None:
        self.numbers = [len(index.scales) // 8 for index in indexes]
        self.starts = [0, *accumulate(self.numbers)]
        self.number = self.starts[-1]
        self.scales = join("<u8", (index.scales for index in indexes))
        parts = (
            join("<u8", (index.codes for index in indexes)),
            join("<f8", (index.numbers for index in indexes)),
            join("u1", (index.flags for index in indexes)),
        )
        self._parts = [
            part.reshape(-1, width).T for part, width in zip(parts, _WIDTHS, strict=True)
        ]

    def pick(self, places: "Places") -> Amounts:
        """Return the figures at `places`."""
        return Amounts(*chain.from_iterable(part[:, places] for part in self._parts))
