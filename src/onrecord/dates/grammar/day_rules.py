"""Days by their calendar names: "Wednesday (Jan 26)", "3 May 2021", "last Friday", "Easter"."""

import re
from datetime import date

from onrecord.dates.grammar.pieces import (
    SHARED_YEAR,
    WITHIN,
    YEAR,
    is_before_christ,
    read_determiner,
    read_part,
    read_within,
    read_year,
)
from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Fields, Meaning, Modifier


def read_date(hit: Hit) -> Meaning | None:
    """Read a month with or without its day, year and weekday."""
    day = hit.number("day")
    if day is not None and not 1 <= day <= 31:
        return None
    year = read_year(hit)
    fields = Fields(
        year=year,
        month=hit.number("month"),
        day=day,
        weekday=hit.number("weekday"),
        part=read_part(hit),
        before_christ=is_before_christ(hit),
    )
    shift, unit, base = read_within(hit) if year is None else (None, None, None)
    if unit not in (None, "year"):
        return None
    return Meaning(kind="point", fields=fields, shift=shift, unit=unit, base=base)


def _read_iso(hit: Hit) -> Meaning | None:
    year, month, day = (int(part) for part in re.split(r"\D", hit.word("iso") or "")[:3])
    return _make_day(year, month, day)


def _read_numeric(hit: Hit) -> Meaning | None:
    """Read 13/2/2022 and 2/13/2022; where both could be the month, the words do not say."""
    words = hit.word("numeric") or ""
    first, second, year = (int(part) for part in re.split(r"\D", words))
    if year < 100:
        year += 1900 if year >= 30 else 2000
    if "." in words or first > 12 or first == second:
        return _make_day(year, second, first)
    return _make_day(year, first, second) if second > 12 else None


def _make_day(year: int, month: int, day: int) -> Meaning | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Meaning(kind="point", fields=Fields(year=year, month=month, day=day))


def _read_second_day(hit: Hit) -> Meaning | None:
    """Read the "25" of "April 24 and 25" and "April 24-25"."""
    month, first = hit.run.tokens[hit.match.start() - 3], hit.run.tokens[hit.match.start() - 2]
    day = hit.number("day")
    if day is None or not isinstance(first.value, int) or not first.value < day <= 31:
        return None
    number = month.value if isinstance(month.value, int) else None
    return Meaning(kind="point", fields=Fields(year=read_year(hit), month=number, day=day))


def _read_weekday(hit: Hit) -> Meaning:
    """Read "Friday", "late Friday night", "last Friday", "the following Friday"."""
    fields = Fields(weekday=hit.number("weekday"), part=read_part(hit))
    modifier = _read_early(hit)
    if not hit.has("det"):
        return Meaning(kind="point", fields=fields, modifier=modifier)
    shift, base = read_determiner(hit)
    if shift == 0:
        return Meaning(kind="point", fields=fields, base=base, modifier=modifier)
    return Meaning(
        kind="point", fields=fields, shift=shift, unit="weekday", base=base, modifier=modifier
    )


def _read_early(hit: Hit) -> Modifier | None:
    for token in hit.tokens("early"):
        if token.value in ("START", "MID", "END"):
            return token.value  # type: ignore[return-value]
    return None


def _read_holiday(hit: Hit) -> Meaning:
    shift, unit, base = read_within(hit)
    fields = Fields(holiday=hit.word("holiday"), year=read_year(hit), part=read_part(hit))
    return Meaning(kind="point", fields=fields, shift=shift, unit=unit, base=base)


def _read_week_of(hit: Hit) -> Meaning | None:
    """Read "the week of March 6": the week that holds the day."""
    if hit.word("unit") != "week":
        return None
    fields = Fields(year=hit.number("year"), month=hit.number("month"), day=hit.number("day"))
    return Meaning(kind="point", fields=fields, unit="week of")


_MONTH_DAY = r"(?P<month>M)T?(?P<day>[DO])"
_DAY_MONTH = r"T?(?P<day>[DO])o?(?P<month>M)"
# "the night of", "Wednesday,"
_BEFORE = r"(?:T?(?P<part>P)o)?(?:(?P<weekday>W),?(?:i(?=[TM]))?)?"
_TAIL = rf"(?:{YEAR}|,?{WITHIN}|{SHARED_YEAR})?"

DAY_RULES: tuple[Rule, ...] = (
    make_rule("I", r"(?P<iso>I)", _read_iso),
    make_rule("/", r"(?P<numeric>/)", _read_numeric),
    make_rule("MPTW", rf"{_BEFORE} {_MONTH_DAY} {_TAIL}", read_date),
    make_rule("DOPTW", rf"{_BEFORE} {_DAY_MONTH} {_TAIL}", read_date),
    make_rule("W", rf"(?P<weekday>W)\( {_MONTH_DAY} {YEAR}? \)", read_date),
    make_rule("W", rf"(?P<weekday>W)\( {_DAY_MONTH} {YEAR}? \)", read_date),
    make_rule(
        "DOT", r"T?(?P<day>[DO])(?=[-&k]T?[DO]o?(?P<month>M)(?:,?(?P<shared>Y))?)", read_date
    ),
    make_rule("DO", r"(?<=M[DO][-&])(?P<day>[DO])(?![uUQM%])(?:,?(?P<year>Y))?", _read_second_day),
    make_rule(
        "EHLTWXfr",
        r"(?P<early>E-?|[rf])?(?P<det>T?L|T?X|H?X|H)?(?P<weekday>W)(?P<part>P)?",
        _read_weekday,
    ),
    make_rule("Th", rf"T?(?P<holiday>h)(?P<part>P)? (?:{YEAR}|,?{WITHIN})?", _read_holiday),
    make_rule("T", r"T(?P<unit>U)o(?P<month>M)(?P<day>[DO])(?:,?(?P<year>Y))?", _read_week_of),
)
