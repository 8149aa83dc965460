"""Write fields and lengths of time as TIMEX3 values."""

from onrecord.dates.meaning import Fields


def write_value(fields: Fields) -> str:
    """Return the TIMEX3 value of `fields`: "2022-01-26", "1998-W08", "XXXX-WXX-3", "196".

    A field that is needed and not known is written as X.
    """
    era = "BC" if fields.before_christ else ""
    if fields.year is None and fields.granularity == "decade":
        return f"{era}{fields.decade:03d}"
    if fields.year is None and fields.granularity == "century":
        return f"{era}{fields.century:02d}"
    return era + _write_day(fields) + _write_time(fields)


def _write_day(fields: Fields) -> str:
    year = "XXXX" if fields.year is None else f"{fields.year:04d}"
    if fields.month is not None:
        if fields.granularity == "month":
            return f"{year}-{fields.month:02d}"
        day = "XX" if fields.day is None else f"{fields.day:02d}"
        return f"{year}-{fields.month:02d}-{day}"
    if fields.week is not None or fields.weekday is not None or fields.weekend:
        week = "XX" if fields.week is None else f"{fields.week:02d}"
        tail = f"-{fields.weekday}" if fields.weekday is not None else "-WE" * fields.weekend
        return f"{year}-W{week}{tail}"
    if fields.granularity in ("part", "time", "day"):
        return f"{year}-XX-XX"
    if fields.season is not None:
        return f"{year}-{fields.season}"
    if fields.quarter is not None:
        return f"{year}-Q{fields.quarter}"
    if fields.half is not None:
        return f"{year}-H{fields.half}"
    return year


def _write_time(fields: Fields) -> str:
    if fields.clock is not None:
        return f"T{fields.clock}"
    return "" if fields.part is None else f"T{fields.part}"


_DATE_UNITS = {
    "day": "D", "week": "W", "weekend": "WE", "fortnight": "W", "month": "M", "quarter": "Q",
    "season": "S", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
_TIME_UNITS = {"hour": "H", "minute": "M", "second": "S"}


def write_duration(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of `count` `unit`s: "P3M", "PT30M", "PXY" for an unknown number."""
    if unit == "fortnight":
        count = None if count is None else count * 2
    number = "X" if count is None else f"{float(count):g}"
    if unit in _TIME_UNITS:
        return f"PT{number}{_TIME_UNITS[unit]}"
    return f"P{number}{_DATE_UNITS[unit]}"
