"""Read the words of a witness for the published date as an interval of days."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from onrecord.dates.calendar import Days, days_of
from onrecord.dates.meaning import Fields
from onrecord.dates.stamps import find_month, find_stamp
from onrecord.records import Witness, WitnessKind

# What a witness tells: the day of publication, a day on or before which it was, or days between
# which it was as far as other articles of the story tell.
Role = Literal["published", "modified", "bound", "story"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """A witness with its days read.

    "published" and "story" say that the page was published in `[earliest, latest]`; "modified" and
    "bound" say that it was published by `latest`. `universal` marks a time told in UTC, and
    `near_midnight` one that is likely to lie on another day where the outlet is.
    """

    witness: Witness
    role: Role
    latest: date
    earliest: date | None = None
    universal: bool = False
    near_midnight: bool = False


_MODIFIED = re.compile(
    r"\b(?:updated?|date\s?modified|modified|last\s(?:edited|changed|revised|reviewed)|edited|"
    r"changed|revised|amended|aktualisiert|geändert|mis à jour|actualizado|aggiornato)"
    r"|modified_time|updated_time|lastmod|last-modified",
    re.IGNORECASE,
)
_UNIVERSAL = re.compile(r"T(\d\d):?\d\d\S*?(?:Z|[+-]00:?00)\b")
# Midnight in central Europe, put into UTC: the day is the next one.
_LOCAL_MIDNIGHT = re.compile(r"T2[23]:?00(?::?00(?:\.0+)?)?(?:Z|[+-]00:?00)(?!\d)")
# Two days with a slash between (ISO 8601), as people state an interval.
_INTERVAL = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_URL_DAY = re.compile(
    rf"(?<!\d)((?:19|20)\d\d)([-/_.])(0?[1-9]|1[0-2]|{'|'.join(_MONTH_NAMES)})\2"
    r"(0?[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)/(0[1-9]|1[0-2])(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
# Seconds or milliseconds since 1970, behind the name of the field if there is one.
_EPOCH = re.compile(r"(?:[\w:.-]+ )?(1\d{9})(?:\d{3})?")
# What machines write where they know no day: the start of Unix time, and years as 1 and 9999.
_NULL_DAYS = (date(1969, 12, 31), date(1970, 1, 1))
_FIRST_YEAR, _LAST_YEAR = 1600, 2200  # before which, and after which, nothing was published
_BY_PEOPLE: tuple[WitnessKind, ...] = ("pinned", "stamp", "text", "story")
# A stamp longer than this is not one; only its head is read.
_LONGEST = 400


def read_witness(witness: Witness) -> Testimony | None:
    """Return what `witness` tells, or `None` where its words hold no date.

    "Updated" words make any witness an upper bound: what was updated on a day was published on
    it or before. A footer's year and a capture bound the date from above as well.
    """
    words = witness.words[:_LONGEST]
    if witness.earliest is not None and witness.latest is not None:
        days: Days | None = (witness.earliest, witness.latest)
    else:
        days = _read_days(witness.kind, words)
    if days is None or _is_null(witness.kind, days):
        return None
    role = _find_role(witness)
    universal = _UNIVERSAL.search(words)
    return Testimony(
        witness=witness,
        role=role,
        earliest=days[0] if role in ("published", "story") else None,
        latest=days[1],
        universal=universal is not None,
        near_midnight=universal is not None and not 5 <= int(universal[1]) < 22,
    )


def _read_days(kind: WitnessKind, words: str) -> Days | None:
    if kind in ("given", "pinned") and (interval := _INTERVAL.fullmatch(words)):
        first, last = _read_field(interval[1]), _read_field(interval[2])
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    if kind == "footer":
        years = [int(year) for year in _YEAR.findall(words)]
        return days_of(Fields(year=max(years))) if years else None
    if kind == "url":
        return _read_url(words)
    days = _read_field(words) or _read_epoch(words)
    if days is None and kind in ("given", "pinned"):
        days = _read_year(words)
    if days is not None and _LOCAL_MIDNIGHT.search(words) and days[1] < date.max:
        return days[0] + timedelta(days=1), days[1] + timedelta(days=1)
    return days


def _is_null(kind: WitnessKind, days: Days) -> bool:
    """Return whether `days` are no days of publication but what stands where none is known."""
    if not _FIRST_YEAR <= days[0].year <= days[1].year <= _LAST_YEAR:
        return True
    return days[0] == days[1] in _NULL_DAYS and kind not in _BY_PEOPLE


def _find_role(witness: Witness) -> Role:
    if witness.kind in ("capture", "footer"):
        return "bound"
    if witness.kind == "story":
        return "story"
    if witness.kind not in ("given", "pinned") and _MODIFIED.search(witness.words[:_LONGEST]):
        return "modified"
    return "published"


def _read_url(words: str) -> Days | None:
    match = _URL_DAY.search(words)
    if match is not None:
        month = match[3].lower()
        number = int(month) if month.isdigit() else _MONTH_NAMES.index(month) + 1
        days = days_of(Fields(year=int(match[1]), month=number, day=int(match[4])))
        if days is not None:
            return days
    stamp = find_stamp(words)
    return _read_url_month(words) if stamp is None else stamp.days


def _read_url_month(words: str) -> Days | None:
    match = _URL_MONTH.search(words)
    return None if match is None else days_of(Fields(year=int(match[1]), month=int(match[2])))


def _read_field(words: str) -> Days | None:
    stamp = find_stamp(words)
    return (find_month(words) or _read_url_month(words)) if stamp is None else stamp.days


def _read_epoch(words: str) -> Days | None:
    match = _EPOCH.fullmatch(words.strip())
    if match is None:
        return None
    day = datetime.fromtimestamp(int(match[1]), UTC).date()
    return day, day


def _read_year(words: str) -> Days | None:
    match = _YEAR.search(words)
    return None if match is None else days_of(Fields(year=int(match[1])))
