"""Place meanings in the calendar, against one day or against the date told before."""

from dataclasses import replace
from datetime import date, timedelta

from onrecord.dates.calendar import days_of, holding, move, shift_day
from onrecord.dates.meaning import Direction, Fields, Meaning

# A month and day without a year that would lie further back than this is taken as to come:
# reports give the year with dates that are older (see evaluation.dates.timexes).
LONGEST_BACK = timedelta(days=180)
LONGEST_BACK_PAST = timedelta(days=300)
LONGEST_AHEAD = timedelta(days=250)


def place(meaning: Meaning, day: date, direction: Direction | None = None) -> Fields | None:
    """Return the stretch of the calendar that a point `meaning` is, told on `day`.

    `direction` is what the sentence's tense says; it decides only where the words leave it open.
    `None` where the calendar has no such day.
    """
    if meaning.shift is None and meaning.unit is None:
        return complete(meaning.fields, day, meaning.direction or direction)
    shift = meaning.shift or 0
    match meaning.unit:
        case "weekday":
            return _place_near_weekday(meaning.fields, day, shift)
        case "named month":
            return _place_named_month(meaning.fields, day, shift)
        case "season":
            return _place_named_season(meaning.fields, day, shift)
        case "weekend" if shift == 0:
            return _place_weekend(day, direction)
        case "week of":
            start = complete(meaning.fields, day, direction)
            days = None if start is None else days_of(start)
            return None if days is None else holding(days[0], "week")
        case None:
            return None
        case unit:
            moved = shift_day(day, unit, shift)
            target = None if moved is None else holding(moved, _grain(meaning))
            return None if target is None else overlay(target, meaning.fields)


def _grain(meaning: Meaning) -> str:
    """Return how fine an offset is meant: "two weeks ago" is a week, "10 days ago" a day."""
    unit = meaning.unit or "day"
    return "year" if unit == "decade" and meaning.count is not None else unit


def place_after(meaning: Meaning, told: Fields, direction: Direction | None) -> Fields | None:
    """Return the stretch that a point `meaning` is, told after the date `told`.

    "That year" is the year of `told`, "two weeks later" counts from it, and a month without a
    year is looked for near it. `None` where `told` is too coarse: no "next day" of a year.
    """
    if meaning.shift is None and meaning.unit is None:
        return complete_after(meaning.fields, told)
    unit = meaning.unit or "day"
    if unit in ("weekday", "named month", "season", "week of"):
        days = days_of(told)
        return None if days is None else place(meaning, days[0], direction)
    if not _fine_enough(told, unit):
        return None
    moved = (
        move(told, _grain_told(meaning, told), meaning.shift or 0)
        if unit == "year"
        else move(told, unit, meaning.shift or 0)
    )
    return None if moved is None else overlay(moved, meaning.fields)


def _grain_told(meaning: Meaning, told: Fields) -> str:
    return "year"


_FINENESS = {
    "century": 0, "decade": 1, "year": 2, "half": 3, "season": 3, "quarter": 3, "month": 4,
    "week": 5, "fortnight": 5, "weekend": 5, "day": 6, "part": 7, "time": 7, "hour": 6, "minute": 6,
    "second": 6,
}  # fmt: skip


def _fine_enough(told: Fields, unit: str) -> bool:
    granularity = told.granularity
    return granularity is not None and _FINENESS[granularity] >= _FINENESS.get(unit, 0)


def overlay(outer: Fields, inner: Fields) -> Fields | None:
    """Return `inner` inside `outer`: the third quarter of a year, the Friday of a week."""
    names = ("half", "quarter", "season", "month", "day", "weekday", "holiday", "part", "clock")
    said = {name: getattr(inner, name) for name in names if getattr(inner, name) is not None}
    fields = replace(outer, **said, fiscal=outer.fiscal or inner.fiscal)
    return as_date(fields)


def as_date(fields: Fields) -> Fields:
    """Return a day told by its week or holiday as year, month and day; others as they are."""
    if fields.weekday is None and fields.holiday is None:
        return fields
    days = days_of(fields)
    if days is None:
        return fields
    day = days[0]
    return Fields(year=day.year, month=day.month, day=day.day, part=fields.part, clock=fields.clock)


def complete(fields: Fields, day: date, direction: Direction | None) -> Fields | None:
    """Return `fields` with the year (or week) that they leave out, as told on `day`."""
    if fields.year is not None or fields.decade is not None or fields.century is not None:
        return as_date(replace(fields, weekday=None)) if fields.day is not None else fields
    if fields.month is not None and fields.day is not None:
        return _complete_day(fields, day, direction)
    if fields.weekday is not None:
        return _complete_weekday(fields, day, direction)
    if fields.granularity in ("part", "time") and fields.month is None:
        return replace(fields, year=day.year, month=day.month, day=day.day)
    return _complete_stretch(fields, day, direction)


def _complete_day(fields: Fields, day: date, direction: Direction | None) -> Fields | None:
    """Choose the year of a month and day: by its weekday where one is said, else by direction."""
    candidates = []
    for year in (day.year - 1, day.year, day.year + 1):
        days = days_of(replace(fields, year=year, weekday=None))
        if days is not None:
            candidates.append(days[0])
    if fields.weekday is not None:
        fitting = [found for found in candidates if found.isoweekday() == fields.weekday]
        candidates = fitting or candidates
    chosen = _choose([(found, found) for found in candidates], day, direction)
    if chosen is None:
        return None
    return replace(fields, year=chosen[0].year, weekday=None)


def _choose(
    candidates: list[tuple[date, date]], day: date, direction: Direction | None
) -> tuple[date, date] | None:
    """Return the candidate that is meant: the last one begun by `day`, or the next one."""
    begun = [found for found in candidates if found[0] <= day]
    ahead = [found for found in candidates if found[1] >= day]
    if not begun or not ahead:
        return ahead[0] if ahead else begun[-1] if begun else None
    if direction == "future":
        return ahead[0] if ahead[0][0] - day <= LONGEST_AHEAD else begun[-1]
    longest = LONGEST_BACK if direction is None else LONGEST_BACK_PAST
    return begun[-1] if day - begun[-1][1] <= longest else ahead[0]


def _complete_stretch(fields: Fields, day: date, direction: Direction | None) -> Fields | None:
    """Choose the year of a month, season, quarter, half or holiday."""
    candidates = []
    for year in (day.year - 1, day.year, day.year + 1):
        days = days_of(replace(fields, year=year))
        if days is not None:
            candidates.append((days, replace(fields, year=year)))
    if fields.quarter is not None and direction == "future":
        direction = None  # quarters are reported when they are over, whatever is expected of them
    chosen = _choose([days for days, _ in candidates], day, direction)
    return next((as_date(found) for days, found in candidates if days == chosen), None)


def _complete_weekday(fields: Fields, day: date, direction: Direction | None) -> Fields:
    """Choose the week of a bare weekday: `day` itself, or the nearest one in `direction`."""
    assert fields.weekday is not None
    back = (day.isoweekday() - fields.weekday) % 7
    found = day - timedelta(days=back)
    if direction == "future" and back:
        found += timedelta(days=7)
    return Fields(
        year=found.year, month=found.month, day=found.day, part=fields.part, clock=fields.clock
    )


def _place_near_weekday(fields: Fields, day: date, shift: int) -> Fields:
    """Return "last Friday" (before `day`) or "next Friday" (after it)."""
    assert fields.weekday is not None
    if shift < 0:
        found = day - timedelta(days=(day.isoweekday() - fields.weekday - 1) % 7 + 1)
    else:
        found = day + timedelta(days=(fields.weekday - day.isoweekday() - 1) % 7 + 1)
    return Fields(
        year=found.year, month=found.month, day=found.day, part=fields.part, clock=fields.clock
    )


def _place_weekend(day: date, direction: Direction | None) -> Fields | None:
    """Return "the weekend": the one that holds `day`, else the last one, or the next one.

    Without a sign of tense it is the last one until Wednesday and the next one from Thursday on.
    """
    weekday = day.isoweekday()
    ahead = weekday >= 6 or direction == "future" or (direction is None and weekday >= 4)
    return holding(day if ahead else day - timedelta(weeks=1), "weekend")


def _place_named_month(fields: Fields, day: date, shift: int) -> Fields | None:
    """Return "last November" (the latest one over), "next March", "this June" (the same year)."""
    assert fields.month is not None
    year = day.year
    if shift < 0 and fields.month >= day.month:
        year -= 1
    elif shift > 0 and fields.month <= day.month:
        year += 1
    return replace(fields, year=year)


def _place_named_season(fields: Fields, day: date, shift: int) -> Fields | None:
    """Return "last summer" (the latest one over), "next spring", "this winter" (the nearest)."""
    stretches = []
    for year in (day.year - 2, day.year - 1, day.year, day.year + 1):
        days = days_of(replace(fields, year=year))
        if days is not None:
            stretches.append((days, replace(fields, year=year)))
    if shift < 0:
        over = [found for days, found in stretches if days[1] < day]
        return over[-1] if over else None
    if shift > 0:
        ahead = [found for days, found in stretches if days[0] > day]
        return ahead[0] if ahead else None
    return min(stretches, key=lambda item: _distance(item[0], day))[1] if stretches else None


def _distance(days: tuple[date, date], day: date) -> timedelta:
    if days[0] <= day <= days[1]:
        return timedelta()
    return min(abs(days[0] - day), abs(days[1] - day))


def complete_after(fields: Fields, told: Fields) -> Fields | None:
    """Return `fields` with the year they leave out, in a text that tells dates in order.

    The year is that of the date told before; a month that would lie more than half a year before
    it belongs to the next year.
    """
    if fields.year is not None or fields.decade is not None or fields.century is not None:
        return as_date(replace(fields, weekday=None)) if fields.day is not None else fields
    if told.year is None:
        return None
    if fields.month is None and fields.granularity in ("part", "time"):
        if told.day is None:
            return None
        return replace(told, part=fields.part, clock=fields.clock)
    if fields.weekday is not None and fields.month is None:
        days = days_of(told)
        if days is None or told.granularity not in ("day", "part", "time"):
            return None
        return _complete_weekday(fields, days[0] + timedelta(days=6), "past")
    year = told.year
    month = _first_month(fields)
    told_month = _first_month(told)
    if month is not None and told_month is not None and month < told_month - 6:
        year += -1 if told.before_christ else 1
    return as_date(replace(fields, year=year, weekday=None, before_christ=told.before_christ))


def _first_month(fields: Fields) -> int | None:
    if fields.month is not None:
        return fields.month
    if fields.season is not None:
        return {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[fields.season]
    if fields.quarter is not None:
        return fields.quarter * 3 - 2
    return None
