"""Find the year or week that a date leaves out: "Jan 26", "in March", "on Friday"."""

from datetime import date, timedelta

from onrecord.dates.calendar import Days, days_of
from onrecord.dates.meaning import Direction, Fields

# A date without a year that would lie further back than this is taken as to come, and one that
# would lie further ahead as past: reports give the year with dates that are farther off. With a
# past verb, more is allowed. Tuned on TempEval-3 TBAQ and Wikinews (evaluation.dates.timexes).
LONGEST_BACK = timedelta(days=180)
LONGEST_BACK_PAST = timedelta(days=300)
LONGEST_AHEAD = timedelta(days=250)


def is_complete(fields: Fields) -> bool:
    """Return whether the words themselves say the year, decade or century."""
    return fields.year is not None or fields.decade is not None or fields.century is not None


def as_date(fields: Fields) -> Fields:
    """Return a day told by its week or holiday as year, month and day; others as they are."""
    if fields.weekday is None and fields.holiday is None:
        return fields
    if fields.day is not None:
        return fields._replace(weekday=None)
    days = days_of(fields)
    return fields if days is None else _on(days[0], fields)


def _on(day: date, fields: Fields) -> Fields:
    """Return `day` at the part of day or clock time of `fields`."""
    return Fields(year=day.year, month=day.month, day=day.day, part=fields.part, clock=fields.clock)


def complete(fields: Fields, day: date, direction: Direction | None) -> Fields | None:
    """Return `fields` with the year (or week) that they leave out, as told on `day`."""
    if is_complete(fields):
        return as_date(fields)
    if fields.month is not None and fields.day is not None and fields.weekday is not None:
        fields = _with_weekday_year(fields, day) or fields
        if is_complete(fields):
            return as_date(fields)
    if fields.weekday is not None and fields.month is None:
        return _complete_weekday(fields, day, direction)
    if fields.granularity in ("part", "time") and fields.month is None and fields.holiday is None:
        return _on(day, fields)
    if fields.quarter is not None and direction == "future":
        direction = None  # a quarter is reported when it is over, whatever is expected of it
    return _complete_year(fields, day, direction)


def _with_weekday_year(fields: Fields, day: date) -> Fields | None:
    """Return the year nearest to `day`, of three, in which the day falls on its weekday."""
    fitting = []
    for year in (day.year - 1, day.year, day.year + 1):
        found = fields._replace(year=year, weekday=None)
        days = days_of(found)
        if days is not None and days[0].isoweekday() == fields.weekday:
            fitting.append((abs(days[0] - day), found))
    return min(fitting, key=lambda item: item[0])[1] if fitting else None


def _complete_year(fields: Fields, day: date, direction: Direction | None) -> Fields | None:
    candidates: dict[Days, Fields] = {}
    for year in (day.year - 1, day.year, day.year + 1):
        found = as_date(fields._replace(year=year, weekday=None))
        days = days_of(found)
        if days is not None:
            candidates[days] = found
    chosen = _choose(list(candidates), day, direction)
    return None if chosen is None else candidates[chosen]


def _choose(candidates: list[Days], day: date, direction: Direction | None) -> Days | None:
    """Return the candidate that is meant: the last one begun by `day`, or the next one."""
    begun = [found for found in candidates if found[0] <= day]
    ahead = [found for found in candidates if found[1] >= day]
    if not begun or not ahead:
        return ahead[0] if ahead else begun[-1] if begun else None
    if direction == "future":
        return ahead[0] if ahead[0][0] - day <= LONGEST_AHEAD else begun[-1]
    longest = LONGEST_BACK if direction is None else LONGEST_BACK_PAST
    return begun[-1] if day - begun[-1][1] <= longest else ahead[0]


def _complete_weekday(fields: Fields, day: date, direction: Direction | None) -> Fields:
    """Choose the week of a bare weekday: `day` itself, or the nearest one in `direction`."""
    assert fields.weekday is not None
    back = (day.isoweekday() - fields.weekday) % 7
    ahead = 7 if direction == "future" and back else 0
    return _on(day + timedelta(days=ahead - back), fields)


def complete_after(fields: Fields, told: Fields) -> Fields | None:
    """Return `fields` with the year they leave out, in a text that tells dates in order.

    The year is that of the date told before; a month that would lie more than half a year before
    it belongs to the next year. A weekday is the next one; `None` where `told` is too coarse.
    """
    if is_complete(fields):
        return as_date(fields)
    if told.year is None:
        return None
    bare = fields.month is None and fields.holiday is None
    if bare and fields.weekday is not None:
        return _weekday_after(fields, told)
    if bare and fields.granularity in ("part", "time"):
        return None if told.day is None else told._replace(part=fields.part, clock=fields.clock)
    year = told.year
    month, told_month = _first_month(fields), _first_month(told)
    if month is not None and told_month is not None and month < told_month - 6:
        year += -1 if told.before_christ else 1
    return as_date(fields._replace(year=year, before_christ=told.before_christ))


def _weekday_after(fields: Fields, told: Fields) -> Fields | None:
    days = days_of(told)
    if days is None or told.day is None or days[0] > date.max - timedelta(days=7):
        return None
    return _complete_weekday(fields, days[0] + timedelta(days=6), "past")


def _first_month(fields: Fields) -> int | None:
    """Return the month in which `fields` begin, where they are finer than a year."""
    if fields.month is not None:
        return fields.month
    if fields.season is not None:
        return {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[fields.season]
    if fields.quarter is not None:
        return fields.quarter * 3 - 2
    return None
