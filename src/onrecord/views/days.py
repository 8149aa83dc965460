"""Days in words for people: "2 Apr 2031", "1–3 Apr 2031", "by 2 Apr 2031"."""

from calendar import monthrange
from datetime import date
from typing import Protocol

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Days(Protocol):
    """An interval of days: `When`, `Published` and `Story` all have these two."""

    @property
    def earliest(self) -> date | None:
        """The first day, or none known."""

    @property
    def latest(self) -> date | None:
        """The last day, or none known."""


UNKNOWN = "date unknown"


def show_day(day: date) -> str:
    """Return one day: "2 Apr 2031"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def show_days(days: Days) -> str:
    """Return an interval as short as it can be said without loss.

    A whole month is "Apr 2031", a whole year "2031". An interval on one of whose days something
    was (its certainty is "bounded") is "between 1 and 3 Apr 2031" or "in Apr 2031", so that nobody
    reads it as a length of time; an open end is "not before" or "not after"; nothing known is
    "date unknown".
    """
    first, last = days.earliest, days.latest
    if first is None and last is None:
        return UNKNOWN
    if first is None or last is None:
        known = last or first
        assert known is not None
        return f"not {'after' if first is None else 'before'} {show_day(known)}"
    if first == last:
        return show_day(first)
    whole = _name_whole(first, last)
    if getattr(days, "certainty", "exact") == "bounded":
        between = f"between {_without_year(first, last)} and {show_day(last)}"
        return f"in {whole}" if whole else between
    if whole:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{show_day(last)}"
    return f"{_without_year(first, last)} – {show_day(last)}"


def _name_whole(first: date, last: date) -> str | None:
    """Return the year or the month whose first and last days these are, if they are."""
    if first.year != last.year or first.day != 1:
        return None
    if (first.month, last.month, last.day) == (1, 12, 31):
        return str(first.year)
    if first.month == last.month and last.day == monthrange(last.year, last.month)[1]:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return None


def _without_year(day: date, other: date) -> str:
    """Return `day` without what it shares with the `other` day that follows it."""
    if day.year != other.year:
        return show_day(day)
    if day.month != other.month:
        return f"{day.day} {_MONTHS[day.month - 1]}"
    return str(day.day)
