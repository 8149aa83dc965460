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

    A whole month is "Apr 2031", a whole year "2031"; an open end is "by" or "from"; nothing
    known is "date unknown".
    """
    first, last = days.earliest, days.latest
    if first is None and last is None:
        return UNKNOWN
    if first is None:
        assert last is not None
        return f"by {show_day(last)}"
    if last is None:
        return f"from {show_day(first)}"
    if first == last:
        return show_day(first)
    if first.year == last.year:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year)
        if first.month == last.month:
            if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
                return f"{_MONTHS[first.month - 1]} {first.year}"
            return f"{first.day}–{show_day(last)}"
        return f"{first.day} {_MONTHS[first.month - 1]} – {show_day(last)}"
    return f"{show_day(first)} – {show_day(last)}"
