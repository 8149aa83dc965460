"""Weigh the witnesses that tell a day: which one to believe, and whether it is sure."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.dates.calendar import Days
from onrecord.dates.witnesses import Testimony
from onrecord.records import WitnessKind

# How far a witness's day is to be trusted, most first.
_RELIABILITY: dict[WitnessKind, int] = {
    "pinned": 9, "given": 8, "feed": 7, "json-ld": 6, "meta": 5, "text": 4, "stamp": 4, "time": 3,
    "url": 3, "story": 2, "htmldate": 1, "server": 0,
    "capture": 0, "footer": 0,
}  # fmt: skip
_VAGUE = 3  # a field whose name does not say which date it holds
# Words of a person or of the container that brought the page: taken as they stand.
CERTAIN_KINDS = ("pinned", "given")
# Fields of the page's own system.
_DATA_KINDS = ("feed", "json-ld", "meta")
# Evidence that does not come from those fields. htmldate reads all of them, and so is none.
_INDEPENDENT_KINDS = ("time", "text", "stamp", "url")
_COUNTED = (*_DATA_KINDS, *_INDEPENDENT_KINDS)
_PUBLICATION = re.compile(r"publi(?:sh|cation)|pubdate|issued|posted", re.IGNORECASE)
# Time zones, and the hours between an event and its report, put one day on neighbouring dates.
NEIGHBOUR = timedelta(days=1)
# A page changed later than this may have got another text than the one first published.
_SAME_TEXT = timedelta(days=30)


def rank(days: Sequence[Testimony]) -> tuple[Testimony, ...]:
    """Return the witnesses, the best first.

    What a person or the container says comes before everything and days before longer intervals.
    Among days, the one with the most support comes first: the sum of the reliability of the kinds
    of witness that tell it.
    """
    support: Counter[tuple[date | None, date | None]] = Counter()
    weights: dict[tuple[WitnessKind, date | None, date], int] = {}
    for one in days:
        key = one.witness.kind, one.earliest, one.latest
        weights[key] = max(weights.get(key, 0), _weigh(one))
    for (_, earliest, latest), weight in weights.items():
        support[earliest, latest] += weight

    def order(one: Testimony) -> tuple[bool, bool, int, int]:
        return (
            one.witness.kind not in CERTAIN_KINDS,
            one.earliest != one.latest,
            -support[one.earliest, one.latest],
            -_weigh(one),
        )

    return tuple(sorted(days, key=order))


def _weigh(one: Testimony) -> int:
    """Return how far `one` is to be trusted; a field that is just a "date" may mean any."""
    if one.witness.kind == "meta" and not _names_publication(one):
        return _VAGUE
    return _RELIABILITY[one.witness.kind]


def find_local_days(best: Testimony, others: Sequence[Testimony]) -> Days:
    """Return the days of `best` where the outlet is: UTC gives way to an address or a stamp."""
    assert best.earliest is not None
    assert best.latest is not None
    for other in others if best.universal else ():
        if other.witness.kind not in ("url", "stamp", "text") or other.earliest is None:
            continue
        if other.earliest == other.latest and abs(other.earliest - best.latest) <= NEIGHBOUR:
            return other.earliest, other.earliest
    return best.earliest, best.latest


def is_sure(best: Testimony, others: Sequence[Testimony], modified: date | None) -> bool:
    """Return whether the day of `best`, the first of the ranked witnesses, is sure.

    It is where two kinds of witness tell it, htmldate not counted; and where one tells it that
    names the publication ("datePublished"), stands in the address, on the page or in the text's
    own opening, or was given or pinned. It is not where another of them tells another day, where
    only the page's data tell it and the page was changed long after, or where its time is near
    midnight in UTC and no witness says which day that was at the outlet.

    On the pages of `evaluation.dates.pages`, more than 99 % of the sure days are right.
    """
    kind = best.witness.kind
    if kind in CERTAIN_KINDS:
        return True
    others = [one for one in others if one.witness.kind in _COUNTED and one.earliest == one.latest]
    day = find_local_days(best, others)[1]
    if kind not in _COUNTED or any(not _tells(one, day) for one in others):
        return False
    kinds = {kind, *(one.witness.kind for one in others)}
    if kinds.isdisjoint(_INDEPENDENT_KINDS):
        changed = modified is not None and modified - day > _SAME_TEXT
        if changed or best.near_midnight:
            return False
    return len(kinds) > 1 or kind in _INDEPENDENT_KINDS or _names_publication(best)


def _names_publication(one: Testimony) -> bool:
    """Return whether a field says that its day is that of publication, and not just a "date"."""
    return _PUBLICATION.search(one.witness.words) is not None


def _tells(one: Testimony, day: date) -> bool:
    """Return whether a witness tells this day; in UTC, or in a text, one beside it will do."""
    if one.earliest is None:
        return False
    if one.universal:
        return abs(one.earliest - day) <= NEIGHBOUR
    if one.witness.kind == "text":
        return is_shortly_before(one.earliest, day)
    return one.earliest == day


def is_shortly_before(day: date, other: date | None) -> bool:
    """Return whether `day` is `other` or the day before it."""
    return other is not None and timedelta(0) <= other - day <= NEIGHBOUR
