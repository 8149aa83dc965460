"""Which days a story's rows fall on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from onrecord.ledger import RowTime
from onrecord.records import RowKind, Story, When

Part = Literal["days", "longer", "undated"]
PARTS: dict[Part, str] = {
    "days": "Day by day",
    "longer": "Earlier or longer times",
    "undated": "No date",
}
_NARROW = timedelta(days=7)  # what is told of a longer time belongs to no day of a timeline


def read_part(text: str) -> Part:
    """Return the part that `text` names, else "days"."""
    return next((part for part in PARTS if part == text), "days")


def part_places(places: Iterable[RowTime], story: Story) -> dict[Part, list[RowTime]]:
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
