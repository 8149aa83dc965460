"""Holidays with a day of their own, and the day they fall on in a year."""

from datetime import date, timedelta

# Names as they are written, to (month, day), or to the name of a movable feast below.
HOLIDAYS: dict[str, tuple[int, int] | str] = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1),
    "valentine's day": (2, 14), "st patrick's day": (3, 17), "st. patrick's day": (3, 17),
    "may day": (5, 1), "independence day": (7, 4), "bastille day": (7, 14),
    "halloween": (10, 31), "veterans day": (11, 11), "armistice day": (11, 11),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26), "thanksgiving day": "thanksgiving", "thanksgiving": "thanksgiving",
    "easter sunday": "easter", "easter": "easter", "easter monday": "easter monday",
    "good friday": "good friday", "labor day": "labor day", "labour day": "labor day",
    "memorial day": "memorial day",
}  # fmt: skip

# The days above are those of the United States; others have days of their own by these names.
AMERICAN = frozenset(
    {"independence day", "labor day", "labour day", "memorial day", "thanksgiving",
     "thanksgiving day", "veterans day"}
)  # fmt: skip
# What is so called as well where no state is named.
ANYWHERE = frozenset({"independence day", "labour day"})


def holiday_day(name: str, year: int) -> date:
    """Return the day of the holiday `name` (a value of `HOLIDAYS` or its key) in `year`."""
    fixed = HOLIDAYS.get(name, name)
    if not isinstance(fixed, str):
        return date(year, *fixed)
    match fixed:
        case "thanksgiving":
            return _nth_weekday(year, 11, 3, 4)
        case "labor day":
            return _nth_weekday(year, 9, 0, 1)
        case "memorial day":
            last = date(year, 5, 31)
            return last - timedelta(days=last.weekday())
        case "good friday":
            return _easter_sunday(year) - timedelta(days=2)
        case "easter monday":
            return _easter_sunday(year) + timedelta(days=1)
        case _:
            return _easter_sunday(year)


def _nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def _easter_sunday(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    n = (2 * e + 2 * j - k - h + m + 32) % 7
    month = (h - m + n + 90) // 25
    return date(year, month, (h - m + n + month + 19) % 32)
