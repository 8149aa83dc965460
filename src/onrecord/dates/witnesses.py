"""Read the words of a witness for the published date as an interval of days."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from onrecord.dates.calendar import days_of
from onrecord.dates.grammar import find_expressions
from onrecord.dates.meaning import Fields
from onrecord.records import Witness

# What a witness tells: the day of publication, a day on or before which it was, or one after.
Role = Literal["published", "upper", "lower"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """A witness with its days read, and what they say about the published date."""

    witness: Witness
    role: Role
    earliest: date | None = None
    latest: date | None = None
    fields: Fields | None = None  # a day without its year, or a bare weekday


_UPDATED = re.compile(
    r"\b(?:updated?|date\s?modified|modified|last\s(?:edited|changed|revised)|edited|changed|revised|amended)"
    r"|modified_time|updated_time|lastmod",
    re.IGNORECASE,
)
_ISO_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-/_.]?(0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[-/_.]?(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def read_witness(witness: Witness) -> Testimony | None:
    """Return what `witness` tells, or `None` where its words hold no date.

    "Updated" words make any witness an upper bound: what was updated on a day was published on
    it or before. A footer's year bounds the date from above as well, and so does a capture.
    """
    if witness.earliest is not None or witness.latest is not None:
        days: tuple[date | None, date | None] = witness.earliest, witness.latest
    else:
        days = _read_days(witness)
    fields = None
    if days == (None, None):
        fields = _read_partial(witness.words)
        if fields is None:
            return None
    role: Role = "published"
    if witness.kind in ("capture", "footer") or _UPDATED.search(witness.words):
        role = "upper"
        days = (None, days[1])
    return Testimony(witness=witness, role=role, earliest=days[0], latest=days[1], fields=fields)


def _read_days(witness: Witness) -> tuple[date | None, date | None]:
    if witness.kind == "footer":
        years = [int(year) for year in _YEAR.findall(witness.words)]
        return (None, date(max(years), 12, 31)) if years else (None, None)
    if witness.kind == "url":
        return _read_url(witness.words)
    match = _ISO_DAY.search(witness.words)
    if match is not None:
        day = _make_day(int(match[1]), int(match[2]), int(match[3]))
        if day is not None:
            return day, day
    return _read_text(witness.words)


def _read_url(words: str) -> tuple[date | None, date | None]:
    match = _URL_DAY.search(words)
    if match is not None:
        month = (
            int(match[2]) if match[2].isdigit() else datetime.strptime(match[2].title(), "%b").month
        )  # noqa: DTZ007
        day = _make_day(int(match[1]), month, int(match[3]))
        if day is not None:
            return day, day
    match = _URL_MONTH.search(words)
    if match is not None:
        days = days_of(Fields(year=int(match[1]), month=int(match[2])))
        if days is not None:
            return days
    return None, None


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_text(words: str) -> tuple[date | None, date | None]:
    """Return the days of the first full date in the words of a stamp or field."""
    for expression in find_expressions(words[:400]):
        fields = expression.meaning.fields
        if fields.year is not None and fields.month is not None:
            days = days_of(Fields(year=fields.year, month=fields.month, day=fields.day))
            if days is not None:
                return days
    return None, None


def _read_partial(words: str) -> Fields | None:
    for expression in find_expressions(words[:400]):
        fields = expression.meaning.fields
        if fields.day is not None and fields.month is not None and fields.year is None:
            return fields
    return None
