"""What many rows have, as arrays of codes: packed, joined, and looked up for all rows at once.

Codes of words have 32 bits, which two words may share: so what is found to be in common is a bound.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.stories.shingles import code_word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint64]
    Places = NDArray[np.int64]
    Sums = NDArray[np.float64]

LONG_AGO = -(10**7)  # the first day of an interval that has none
CELLS = 1_000_000  # pairs of rows that are looked at together: bounds the memory
_MULTIPLIER = 0x9E3779B97F4A7C15
_TABLE_BITS = 16

Index = TypeVar("Index")


def batch_up(
    others: Iterable[Index], own: int, count: Callable[[Index], int]
) -> Iterator[list[Index]]:
    """Yield `others` some at a time, whose rows make about CELLS pairs with the `own` ones."""
    batch: list[Index] = []
    cells = 0
    for other in others:
        batch.append(other)
        cells += own * count(other)
        if cells >= CELLS:
            yield batch
            batch, cells = [], 0
    if batch:
        yield batch


def pack_codes(lists: Iterable[Iterable[str]]) -> bytes:
    """Return the codes of the words of all `lists`."""
    import numpy as np

    return np.array([code_word(word) for each in lists for word in each], "<u4").tobytes()


def pack_counts(lists: Iterable[Collection[str]]) -> bytes:
    """Return how many words each of `lists` has."""
    import numpy as np

    return np.array([len(each) for each in lists], "<u2").tobytes()


def pack_days(days: Iterable[date | None], unknown: int) -> bytes:
    """Return days as numbers, `unknown` for none."""
    import numpy as np

    return np.array([day.toordinal() if day else unknown for day in days], "<i4").tobytes()


def join(kind: Any, parts: Iterable[bytes]) -> "NDArray[Any]":
    """Return packed arrays of one `kind` as one."""
    import numpy as np

    return np.frombuffer(b"".join(parts), kind)


def join_codes(parts: Iterable[bytes]) -> "Codes":
    """Return packed codes as one array."""
    return join("<u4", parts).astype("u8")


def join_weights(parts: Iterable[bytes]) -> "Sums":
    """Return packed weights as one array."""
    return join("<f4", parts).astype("f8")


def join_counts(parts: Iterable[bytes]) -> "Places":
    """Return packed counts as one array."""
    return join("<u2", parts).astype("i8")


class Postings:
    """Codes in order, each with the row that has it; with `once`, each pair of them once."""

    def __init__(self, codes: "Codes", owners: "Places", *, once: bool = False) -> None:
        import numpy as np

        order = np.lexsort((owners, codes))
        if once and len(order):
            alike = (codes[order][1:] == codes[order][:-1]) & (
                owners[order][1:] == owners[order][:-1]
            )
            order = order[np.concatenate(([True], ~alike))]
        self.order = order
        self.codes = codes[order]
        self.owners = owners[order]
        self._each, self._first, self._counts = np.unique(
            self.codes, return_index=True, return_counts=True
        )
        self._likely = np.zeros(1 << _TABLE_BITS, np.bool_)
        self._likely[_fold(codes)] = True

    def match(self, codes: "Codes") -> "tuple[Places, Places]":
        """Return the places in `codes` and here of all pairs that are the same."""
        return self.spread(*self.find(codes))

    def find(self, codes: "Codes") -> "tuple[Places, Places, Places]":
        """Return the places in `codes` of what is here, the first place here and how many."""
        import numpy as np

        places = np.flatnonzero(self._likely[_fold(codes)])  # spares most look-ups
        found = np.searchsorted(self._each, codes[places])
        found[found == len(self._each)] = 0
        there = self._each[found] == codes[places]
        found = found[there]
        return places[there], self._first[found], self._counts[found]

    def count(self, first: "Places") -> "Places":
        """Return how many are here of the codes whose first places are given."""
        import numpy as np

        return self._counts[np.searchsorted(self._first, first)]

    @staticmethod
    def spread(places: "Places", first: "Places", counts: "Places") -> "tuple[Places, Places]":
        """Return a pair of places for each of `counts`: in what was looked up, and here."""
        import numpy as np

        own = np.repeat(first - (np.cumsum(counts) - counts), counts)
        own += np.arange(len(own))
        return np.repeat(places, counts), own


def _fold(codes: "Codes") -> "Codes":
    import numpy as np

    return (codes * np.uint64(_MULTIPLIER)) >> np.uint64(64 - _TABLE_BITS)
