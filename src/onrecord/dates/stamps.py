"""Find the day that a stamp, a field or a dateline prints, in the commoner languages of news."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.dates.calendar import Days, days_of
from onrecord.dates.grammar import find_expressions
from onrecord.dates.meaning import Fields

_NAMES = (
    "january januar jänner janvier enero gennaio janeiro januari janv jan",
    "february februar feber février febrero febbraio fevereiro februari févr feb",
    "march märz mars marzo março maart mär mrz mar",
    "april avril abril aprile avr abr apr",
    "may mai mayo maggio maio mei",
    "june juni juin junio giugno junho jun",
    "july juli juillet julio luglio julho juil jul",
    "august août agosto augustus aug",
    "september septembre septiembre settembre setembro sept sep",
    "october oktober octobre octubre ottobre outubro okt oct",
    "november novembre noviembre novembro nov",
    "dezember décembre diciembre dicembre dezembro december déc dez dec dic",
)
_MONTHS = {name: month for month, names in enumerate(_NAMES, start=1) for name in names.split()}
_NAMED = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\.|er|º|°)?\s+(?:de\s+)?({'|'.join(_MONTHS)})\.?,?\s+(?:de\s+)?"
    r"((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b({'|'.join(_MONTHS)})\.?\s+(\d{{1,2}})(?:\.|st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
# The short year of "30.10.23" is one of the years 1970 to 2069.
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.]\d|\d)")


class Stamp(NamedTuple):
    """The days that words print, from the character at `start` on."""

    start: int
    days: Days


def find_stamp(words: str) -> Stamp | None:
    """Return the first day that `words` print with its year, or `None`.

    Where day and month cannot be told apart ("2/3/2022"), the days run from the one reading to
    the other; with full stops the day comes first.
    """
    return min(_list_stamps(words), key=lambda stamp: stamp.start, default=None)


def _list_stamps(words: str) -> Iterator[Stamp]:
    """Yield the first readable day of each way of printing one."""
    for pattern, read in _READERS:
        for match in pattern.finditer(words):
            days = read(match)
            if days is not None:
                yield Stamp(match.start(), days)
                break
    for expression in find_expressions(words):
        fields = expression.meaning.fields
        if fields.year is not None and fields.month is not None and fields.day is not None:
            days = days_of(fields._replace(weekday=None, part=None, clock=None))
            if days is not None:
                yield Stamp(expression.span.start, days)
                break


def _read_day(year: int, month: int, day: int) -> Days | None:
    return days_of(Fields(year=year, month=month, day=day))


def _read_numeric(match: re.Match[str]) -> Days | None:
    year, first, second = int(match[4]), int(match[1]), int(match[3])
    readings = [_read_day(year, second, first)]
    if match[2] != ".":
        readings.append(_read_day(year, first, second))
    days = sorted(reading[0] for reading in readings if reading is not None)
    return (days[0], days[-1]) if days else None


def _read_short_year(match: re.Match[str]) -> Days | None:
    year = int(match[3])
    return _read_day(year + (1900 if year >= 70 else 2000), int(match[2]), int(match[1]))


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days | None]], ...] = (
    (_ISO, lambda match: _read_day(int(match[1]), int(match[3]), int(match[4]))),
    (_NAMED, lambda match: _read_day(int(match[3]), _MONTHS[match[2].lower()], int(match[1]))),
    (
        _MONTH_FIRST,
        lambda match: _read_day(int(match[3]), _MONTHS[match[1].lower()], int(match[2])),
    ),
    (_NUMERIC, _read_numeric),
    (_SHORT_YEAR, _read_short_year),
)


def find_month(words: str) -> Days | None:
    """Return the days of the first month that `words` name with its year, or `None`."""
    for expression in find_expressions(words):
        fields = expression.meaning.fields
        if fields.year is not None and fields.month is not None and fields.day is None:
            return days_of(fields)
    return None
