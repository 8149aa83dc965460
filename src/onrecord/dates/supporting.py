"""Weigh the witnesses that tell a day: which one to believe, and whether it is sure."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.dates.calendar import Days
from onrecord.dates.witnesses import Testimony
from onrecord.records import WitnessKind

# How far a witness's day is to be trusted, most first.
_RELIABILITY: dict[WitnessKind, int] = {
    "pinned": 9, "given": 8, "feed": 7, "json-ld": 6, "meta": 5, "time": 4, "text": 4, "stamp": 3,
    "url": 3, "story": 2, "htmldate": 1, "capture": 0, "footer": 0,
}  # fmt: skip
# Words of a person or of the container that brought the page: taken as they stand.
CERTAIN_KINDS = ("pinned", "given")
# Fields of the page's own system.
_DATA_KINDS = ("feed", "json-ld", "meta")
# Evidence that does not come from those fields. htmldate reads all of them, and so is none.
_INDEPENDENT_KINDS = ("time", "text", "stamp", "url")
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
    for kind, earliest, latest in {(one.witness.kind, one.earliest, one.latest) for one in days}:
        support[earliest, latest] += _RELIABILITY[kind]

    def order(one: Testimony) -> tuple[bool, bool, int, int]:
        return (
            one.witness.kind not in CERTAIN_KINDS,
            one.earliest != one.latest,
            -support[one.earliest, one.latest],
            -_RELIABILITY[one.witness.kind],
        )

    return tuple(sorted(days, key=order))


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

    It is where it was given or pinned; where two kinds of witness tell it, htmldate not counted;
    where the text's own opening does; and where the page's JSON-LD does and says too that the
    page was not changed long after. Any of those that tells another day makes it unsure, and so
    does a time near midnight in UTC without a witness from where the outlet is.

    On the pages of `evaluation.dates.pages`, 99 % of the sure days are right.
    """
    kind = best.witness.kind
    if kind in CERTAIN_KINDS:
        return True
    counted = (*_DATA_KINDS, *_INDEPENDENT_KINDS)
    others = [
        one
        for one in others
        if one.witness.kind != kind and one.witness.kind in counted and one.earliest == one.latest
    ]
    day = find_local_days(best, others)[1]
    if any(not _tells(one, day) for one in others):
        return False
    if kind == "text" or len(others) > 1:
        return True
    if kind not in _DATA_KINDS:
        return bool(others)
    if modified is not None and modified - day > _SAME_TEXT:
        return False
    local = any(one.witness.kind in _INDEPENDENT_KINDS for one in others)
    if best.near_midnight and not local:
        return False
    return bool(others) or (kind == "json-ld" and modified is not None)


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
