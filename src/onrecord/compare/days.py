"""Arithmetic of day intervals whose ends may be open."""

from datetime import date

from onrecord.records import Article, When

WIDE_DAYS = 14  # days that may lie further apart say nothing of whether two rows are of one day

Days = tuple[date | None, date | None]  # closed; `None` is an open end


def fill_days(when: When, article: Article) -> Days:
    """Return `when`'s interval, or where it is not known the article's published one."""
    if when.earliest is not None or when.latest is not None:
        return when.earliest, when.latest
    return article.published.earliest, article.published.latest


def count_apart(a: Days, b: Days) -> int | None:
    """Return how many days lie between two intervals: 0 where they meet.

    `None` where an open end leaves it open whether they meet.
    """
    later = (b[0] - a[1]).days if b[0] is not None and a[1] is not None else None
    earlier = (a[0] - b[1]).days if a[0] is not None and b[1] is not None else None
    if later is not None and later > 0:
        return later
    if earlier is not None and earlier > 0:
        return earlier
    return None if later is None or earlier is None else 0


def are_within(a: Days, b: Days, most: int) -> bool:
    """Return whether all days of both intervals are known and lie within `most` days."""
    if None in a or None in b:
        return False
    days = [day for day in (*a, *b) if day is not None]
    return (max(days) - min(days)).days <= most


def count_width(days: Days) -> int | None:
    """Return how many days an interval spans beyond its first; `None` where an end is open."""
    return (days[1] - days[0]).days if days[0] is not None and days[1] is not None else None


def say_days(days: Days) -> str:
    """Return the interval in words: "26 January 2022", "before 3 May 2023", "an unknown day"."""
    first, last = days
    if first is None and last is None:
        return "an unknown day"
    if first is None:
        return f"no later than {_say_day(last)}"
    if last is None:
        return f"no earlier than {_say_day(first)}"
    return _say_day(first) if first == last else f"{_say_day(first)} to {_say_day(last)}"


def _say_day(day: date | None) -> str:
    return "" if day is None else f"{day.day} {day:%B %Y}"
