"""Arithmetic on the calendar: the days of fields, and fields some units away."""

from calendar import isleap
from datetime import date, timedelta

from onrecord.dates.holidays import holiday_day
from onrecord.dates.meaning import Fields

Days = tuple[date, date]

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def days_of(fields: Fields) -> Days | None:
    """Return the first and the last day of `fields`; `None` where they have no known days.

    Seasons are the meteorological ones of the northern half of the earth; the winter of a year
    begins in its December.
    """
    if fields.before_christ or fields.fiscal:
        return None
    try:
        return _find_days(fields)
    except (ValueError, OverflowError):  # 30 February, the year 0
        return None


def _find_days(fields: Fields) -> Days | None:
    if fields.year is None:
        if fields.decade is not None:
            return date(fields.decade * 10, 1, 1), date(fields.decade * 10 + 9, 12, 31)
        if fields.century is not None:
            return date(fields.century * 100, 1, 1), date(fields.century * 100 + 99, 12, 31)
        return None
    if fields.holiday is not None:
        day = holiday_day(fields.holiday, fields.year)
        return day, day
    if fields.month is not None:
        if fields.day is not None:
            day = date(fields.year, fields.month, fields.day)
            return day, day
        return None if _has_loose_day(fields) else _months(fields.year, fields.month, 1)
    if fields.week is not None:
        return _find_week_days(fields)
    if _has_loose_day(fields):
        return None
    if fields.season is not None:
        return _months(fields.year, _SEASON_MONTHS[fields.season], 3)
    if fields.quarter is not None:
        return _months(fields.year, fields.quarter * 3 - 2, 3)
    if fields.half is not None:
        return _months(fields.year, fields.half * 6 - 5, 6)
    return _months(fields.year, 1, 12)


def _has_loose_day(fields: Fields) -> bool:
    """Return whether a day is meant that the other fields do not fix."""
    return not (
        fields.weekday is None
        and fields.day is None
        and fields.part is None
        and fields.clock is None
    )


def _find_week_days(fields: Fields) -> Days:
    assert fields.year is not None
    assert fields.week is not None
    monday = date.fromisocalendar(fields.year, fields.week, 1)
    if fields.weekday is not None:
        day = monday + timedelta(days=fields.weekday - 1)
        return day, day
    if fields.weekend:
        return monday + timedelta(days=5), monday + timedelta(days=6)
    return monday, monday + timedelta(days=6)


def _months(year: int, month: int, count: int) -> Days:
    first = date(year, month, 1)
    if count > 1:
        year, month = _add_months(year, month, count - 1)
    return first, date(year, month, _last_day(year, month))


_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _last_day(year: int, month: int) -> int:
    return 29 if month == 2 and isleap(year) else _MONTH_DAYS[month - 1]


def _add_months(year: int, month: int, count: int) -> tuple[int, int]:
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def holding(day: date, unit: str) -> Fields | None:
    """Return the `unit` that holds `day`: its week, its quarter, its decade."""
    match unit:
        case "day" | "hour" | "minute" | "second":
            return Fields(year=day.year, month=day.month, day=day.day)
        case "week" | "fortnight":
            iso = day.isocalendar()
            return Fields(year=iso.year, week=iso.week)
        case "weekend":
            iso = day.isocalendar()
            return Fields(year=iso.year, week=iso.week, weekend=True)
        case "month":
            return Fields(year=day.year, month=day.month)
        case "quarter":
            return Fields(year=day.year, quarter=(day.month + 2) // 3)
        case "half":
            return Fields(year=day.year, half=1 if day.month <= 6 else 2)
        case "season":
            return _season_holding(day)
        case "year":
            return Fields(year=day.year)
        case "decade":
            return Fields(decade=day.year // 10)
        case "century":
            return Fields(century=day.year // 100)
    return None


def _season_holding(day: date) -> Fields:
    """Return the meteorological season of `day`; January belongs to the winter before it."""
    names = ("WI", "SP", "SU", "FA")
    season = names[day.month % 12 // 3]
    year = day.year - 1 if day.month <= 2 else day.year
    return Fields(year=year, season=season)  # type: ignore[arg-type]


def shift_day(day: date, unit: str, count: int) -> date | None:
    """Return the day `count` `unit`s after `day`; `None` outside the years 1 to 9999.

    Months keep the day of the month where there is one and else take the month's last day.
    """
    try:
        match unit:
            case "hour" | "minute" | "second":
                hours = {"hour": 24, "minute": 1440, "second": 86400}[unit]
                whole, rest = divmod(abs(count), hours)
                return (
                    day + timedelta(days=whole if count >= 0 else -whole)
                    if not rest or whole
                    else day
                )
            case "day":
                return day + timedelta(days=count)
            case "week" | "weekend":
                return day + timedelta(weeks=count)
            case "fortnight":
                return day + timedelta(weeks=2 * count)
        months = {
            "month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120,
            "century": 1200, "millennium": 12000,
        }[unit] * count  # fmt: skip
        year, month = _add_months(day.year, day.month, months)
        return date(year, month, min(day.day, _last_day(year, month)))
    except (ValueError, OverflowError, KeyError):
        return None


def move(fields: Fields, unit: str, count: int) -> Fields | None:
    """Return the `unit` that lies `count` units from the one that holds the end of `fields`.

    Works on years, decades and centuries without days too ("two years later" of 264 BC).
    """
    if fields.before_christ and fields.year is not None:
        years = {"year": 1, "decade": 10}.get(unit)
        if years is None or fields.year - years * count <= 0:
            return None
        return Fields(year=fields.year - years * count, before_christ=True)
    days = days_of(fields)
    if days is None:
        return None
    day = shift_day(days[0], unit, count)
    return None if day is None else holding(day, unit)
