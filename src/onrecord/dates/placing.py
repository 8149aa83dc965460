"""Place meanings in the calendar, against one day or against the date told before."""

from datetime import date, timedelta

from onrecord.dates.calendar import days_of, holding, move, shift_day
from onrecord.dates.completing import as_date, complete, complete_after
from onrecord.dates.meaning import Direction, Fields, Meaning


def place(meaning: Meaning, day: date, direction: Direction | None = None) -> Fields | None:
    """Return the stretch of the calendar that a point `meaning` is, told on `day`.

    `direction` is what the sentence's tense says; it decides only where the words leave it open.
    `None` where the calendar has no such day.
    """
    try:
        return _place(meaning, day, direction)
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        return None


def _place(meaning: Meaning, day: date, direction: Direction | None) -> Fields | None:
    fields, shift = meaning.fields, meaning.shift or 0
    match meaning.unit:
        case None:
            return complete(fields, day, direction)
        case "weekday":
            return _place_weekday(fields, day, shift)
        case "named month":
            return _place_named_month(fields, day, shift)
        case "season":
            return _place_season(fields, day, shift)
        case "weekend" if shift == 0:
            return _place_weekend(day, direction)
        case "week of":
            start = complete(fields, day, direction)
            days = None if start is None else days_of(start)
            return None if days is None else holding(days[0], "week")
        case unit:
            moved = shift_day(day, unit, shift)
            target = None if moved is None else holding(moved, _grain(meaning))
            return None if target is None else overlay(target, fields)


def _grain(meaning: Meaning) -> str:
    """Return how fine a step is meant: "a decade ago" is a year, "last decade" a decade."""
    unit = meaning.unit or "day"
    return "year" if unit == "decade" and meaning.amount is not None else unit


_BY_DAY = ("weekday", "named month", "season", "week of")


def place_after(meaning: Meaning, told: Fields, direction: Direction | None) -> Fields | None:
    """Return the stretch that a point `meaning` is, told after the date `told`.

    "That year" is the year of `told`, "two weeks later" counts from it, and a month without a
    year is looked for near it. `None` where `told` is too coarse: no "next day" of a year.
    """
    unit = meaning.unit
    if unit is None:
        return complete_after(meaning.fields, told)
    if unit in _BY_DAY:
        days = days_of(told)
        return None if days is None else place(meaning, days[0], direction)
    if not _is_fine_enough(told, unit):
        return None
    moved = move(told, unit, meaning.shift or 0)
    return None if moved is None else overlay(moved, meaning.fields)


_FINENESS = {
    "century": 0, "decade": 1, "year": 2, "half": 3, "season": 3, "quarter": 3, "month": 4,
    "week": 5, "fortnight": 5, "weekend": 5, "day": 6, "part": 7, "time": 7, "hour": 6, "minute": 6,
    "second": 6,
}  # fmt: skip


def _is_fine_enough(told: Fields, unit: str) -> bool:
    granularity = told.granularity
    return granularity is not None and _FINENESS[granularity] >= _FINENESS.get(unit, 0)


def overlay(outer: Fields, inner: Fields) -> Fields:
    """Return `inner` inside `outer`: the third quarter of a year, the Friday of a week."""
    names = ("half", "quarter", "season", "month", "day", "weekday", "holiday", "part", "clock")
    said = {name: getattr(inner, name) for name in names if getattr(inner, name) is not None}
    return as_date(outer._replace(**said))


def _place_weekday(fields: Fields, day: date, shift: int) -> Fields | None:
    """Return "last Friday" (before `day`) or "next Friday" (after it)."""
    assert fields.weekday is not None
    back = (day.isoweekday() - fields.weekday - 1) % 7 + 1
    ahead = (fields.weekday - day.isoweekday() - 1) % 7 + 1
    found = day + timedelta(days=-back if shift < 0 else ahead)
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
    return fields._replace(year=year)


def _place_season(fields: Fields, day: date, shift: int) -> Fields | None:
    """Return "last summer" (the latest one over), "next Easter", "this winter" (the nearest)."""
    stretches = []
    for year in range(day.year - 2, day.year + 2):
        found = as_date(fields._replace(year=year))
        days = days_of(found)
        if days is not None:
            stretches.append((days, found))
    if shift < 0:
        return next((found for days, found in reversed(stretches) if days[1] < day), None)
    if shift > 0:
        return next((found for days, found in stretches if days[0] > day), None)
    return min(stretches, key=lambda item: _distance(item[0], day))[1] if stretches else None


def _distance(days: tuple[date, date], day: date) -> timedelta:
    if days[0] <= day <= days[1]:
        return timedelta()
    return min(abs(days[0] - day), abs(days[1] - day))
