"""Which days a story's rows fall on, kept as long as the ledger stays as it is."""

from collections import Counter, OrderedDict
from collections.abc import Sequence
from datetime import date, timedelta
from threading import Lock
from typing import Literal

from onrecord.ledger import Filter, Ledger, RowTime
from onrecord.records import RowKind, Story, When

Part = Literal["days", "longer", "undated"]
PARTS: dict[Part, str] = {
    "days": "Day by day",
    "longer": "Earlier or longer times",
    "undated": "No date",
}
_NARROW = timedelta(days=7)  # what is told of a longer time belongs to no day of a timeline
_KEPT = 8


class DayIndex:
    """Remembers the places of a few lists of rows; any number of threads may ask."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, Filter], tuple[RowTime, ...]] = OrderedDict()
        self._lock = Lock()

    def places(self, ledger: Ledger, filter_: Filter) -> tuple[RowTime, ...]:
        """Return the places of the rows that `filter_` chooses, in the ledger's order."""
        key = (ledger.revision(), filter_)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        places = tuple(ledger.places(filter_))
        with self._lock:
            self._kept[key] = places
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return places


def read_part(text: str) -> Part:
    """Return the part that `text` names, else "days"."""
    return next((part for part in PARTS if part == text), "days")


def part_places(places: Sequence[RowTime], story: Story) -> dict[Part, list[RowTime]]:
    """Return the places by part: on the story's days or after, of other times, of no known day.

    Those of a day are sorted by it, each part otherwise in the order of `places`.
    """
    parts: dict[Part, list[RowTime]] = {"days": [], "longer": [], "undated": []}
    for place in places:
        parts[_choose_part(place.when, story.earliest)].append(place)
    parts["days"].sort(key=lambda place: (place.when.earliest, place.when.latest))
    return parts


def count_days(places: Sequence[RowTime]) -> Counter[tuple[RowKind, date]]:
    """Return how many rows of each kind begin on each day."""
    return Counter(
        (place.kind, place.when.earliest) for place in places if place.when.earliest is not None
    )


def _choose_part(when: When, first: date | None) -> Part:
    if when.earliest is None and when.latest is None:
        return "undated"
    if when.earliest is None or when.latest is None:
        return "longer"
    if when.latest - when.earliest > _NARROW or (first is not None and when.latest < first):
        return "longer"
    return "days"
