"""Where an expression lies, and what a text has told before it."""

from typing import NamedTuple

from onrecord.dates.calendar import Days, days_of
from onrecord.dates.meaning import Fields, Meaning
from onrecord.dates.timex3 import write_value
from onrecord.records import Anchor, DateCertainty

# How many characters after a quarter "a year earlier" still means the same quarter.
_QUARTER_HOLDS = 800


class Placed(NamedTuple):
    """An expression's place in the calendar: TIMEX3 value, fields and days as far as known."""

    value: str
    fields: Fields | None = None
    days: Days | None = None
    certainty: DateCertainty = "unknown"
    anchor: Anchor | None = None


class Told(NamedTuple):
    """What was told before: the last date and the last quarter, with where their words ended.

    `explicit` says that the date was told with its year; `behind` is the last date that does not
    lie after the published day.
    """

    date: Fields | None = None
    behind: Fields | None = None
    end: int = 0
    explicit: bool = False
    quarter: Fields | None = None
    quarter_end: int = 0

    def follow(self, placed: Placed, end: int, published: Days | None) -> "Told":
        """Return what is told once a date whose words end at `end` has been read."""
        fields = placed.fields
        told = self._replace(date=fields, end=end, explicit=placed.anchor == "explicit")
        if fields is not None and not is_ahead(fields, published):
            told = told._replace(behind=fields)
        if fields is not None and fields.granularity == "quarter":
            return told._replace(quarter=fields, quarter_end=end)
        return told

    def quarter_at(self, start: int) -> Fields | None:
        """Return the quarter that the text around `start` is about, if there is one."""
        return self.quarter if start - self.quarter_end <= _QUARTER_HOLDS else None


def is_ahead(fields: Fields, published: Days | None) -> bool:
    """Return whether a date lies after the day on which the article was published."""
    days = days_of(fields)
    return days is not None and published is not None and days[0] > published[1]


def fix(fields: Fields, meaning: Meaning, anchor: Anchor) -> Placed:
    """Return the place of full `fields`: "exact" on one day, "bounded" by those of a longer one."""
    days = days_of(fields)
    certainty: DateCertainty = "unknown"
    if days is not None:
        certainty = "exact" if days[0] == days[1] and meaning.modifier is None else "bounded"
    return Placed(write_value(fields), fields, days, certainty, anchor)


def span_both(
    meaning: Meaning, first: Fields | None, last: Fields | None, anchor: Anchor
) -> Placed:
    """Return the days from the earliest to the latest that the words could mean, "bounded"."""
    earliest = None if first is None else days_of(first)
    latest = None if last is None else days_of(last)
    if earliest is None or latest is None:
        return leave(meaning)
    days = (min(earliest[0], latest[0]), max(earliest[1], latest[1]))
    return Placed(leave(meaning).value, days=days, certainty="bounded", anchor=anchor)


_UNPLACED = {
    "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "year": "XXXX", "half": "XXXX-HX", "decade": "XXX", "century": "XX",
    "week of": "XXXX-WXX",
}  # fmt: skip


def leave(meaning: Meaning) -> Placed:
    """Return a point whose place is not known: "XXXX-WXX-3", "XXXX-01-26", without days."""
    fields = meaning.fields
    if fields.granularity is None:
        return Placed(_UNPLACED.get(meaning.unit or "day", "XXXX-XX-XX"))
    if fields.month is not None and fields.day is not None:
        fields = fields._replace(weekday=None)
    return Placed(write_value(fields))
