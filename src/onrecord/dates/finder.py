"""Find the time expressions of an article and the days they mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.dates.calendar import Days, days_of, shift_day
from onrecord.dates.grammar import Expression, find_expressions
from onrecord.dates.meaning import Direction, Fields, Meaning
from onrecord.dates.narration import is_narrative
from onrecord.dates.placing import as_date, place, place_after
from onrecord.dates.tense import find_direction
from onrecord.dates.timex3 import write_value
from onrecord.records import Anchor, Article, DateCertainty, Published, Span, Timex, TimexType
from onrecord.text.outline import Outline, span_at


def find_timexes(article: Article, outline: Outline) -> Iterator[Timex]:
    """Yield the time expressions of `article.text`, in reading order.

    Spans do not overlap. Words that the text does not tie to a calendar keep an X in their value
    ("XXXX-WXX-3") and have no days: without a published date a weekday stays a weekday. Where
    the published date is an interval, what is told from it is an interval too, and "bounded".

    Method: patterns over word classes in the manner of SynTime (Zhong et al., ACL 2017), with
    HeidelTime's distinction of news and narratives (Strötgen and Gertz, 2013), chosen here by
    the text itself.
    """
    expressions = tuple(find_expressions(article.text))
    reader = _Reader(
        text=article.text,
        sentences=outline.sentences,
        published=_read_published(article.published),
        narrative=is_narrative(expressions, article.published),
    )
    told = Told()
    for expression in expressions:
        placed = reader.place(expression, told)
        yield _make_timex(article.text, expression, placed)
        moves_on = not expression.meaning.as_told and reader.goes_on_from(placed)
        if placed.fields is not None and moves_on:
            told = told.follow(placed, expression.span.end)


def _read_published(published: Published) -> Days | None:
    if published.earliest is None or published.latest is None:
        return None
    return published.earliest, published.latest


# How many characters after a quarter "a year earlier" still means the same quarter.
_QUARTER_HOLDS = 800


_CURRENT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Told:
    """What was told before: the last date and the last quarter, with where their words ended.

    `explicit` says that the date was told with its year.
    """

    date: Fields | None = None
    end: int = 0
    explicit: bool = False
    quarter: Fields | None = None
    quarter_end: int = 0

    def follow(self, placed: "Placed", end: int) -> "Told":
        """Return what is told once a date whose words end at `end` has been read."""
        fields = placed.fields
        told = replace(self, date=fields, end=end, explicit=placed.anchor == "explicit")
        if fields is not None and fields.granularity == "quarter":
            return replace(told, quarter=fields, quarter_end=end)
        return told

    def quarter_at(self, start: int) -> Fields | None:
        """Return the quarter that the text around `start` is about, if there is one."""
        return self.quarter if start - self.quarter_end <= _QUARTER_HOLDS else None


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression's place in the calendar: TIMEX3 value, fields and days as far as known."""

    value: str
    fields: Fields | None = None
    days: Days | None = None
    certainty: DateCertainty = "unknown"
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    text: str
    sentences: tuple[Span, ...]
    published: Days | None
    narrative: bool

    def place(self, expression: Expression, told: Told) -> Placed:
        """Return where `expression` lies, after what was `told` before it."""
        meaning = expression.meaning
        quarter = told.quarter_at(expression.span.start)
        if meaning.as_told and quarter is not None:
            return self._place_as_told(meaning, quarter)
        if meaning.as_told and meaning.unit == "quarter":
            return self._place_from_published(replace(meaning, shift=-1), None)
        match meaning.kind:
            case "ref" | "set":
                return Placed(meaning.value or "")
            case "duration":
                return self._place_duration(meaning)
        fields = meaning.fields
        if meaning.unit is None and _is_complete(fields):
            return _fix(as_date(fields), meaning, "explicit")
        direction = self._find_direction(expression)
        if told.date is not None and self._counts_from_previous(expression, told):
            placed = place_after(meaning, told.date, direction)
            if placed is not None:
                return _fix(placed, meaning, "previous")
        if meaning.base == "previous" and not meaning.as_told:
            return Placed(_write_unplaced(meaning))
        return self._place_from_published(meaning, direction)

    def goes_on_from(self, placed: Placed) -> bool:
        """Return whether what follows may count from this date.

        In a narrative, "the previous year" and "today" are asides that do not move it on.
        """
        if placed.fields is None or placed.fields.year is None:
            return False
        if not self.narrative:
            return True
        aside = placed.anchor == "previous" and placed.fields.granularity == "year"
        return placed.anchor != "published" and not aside

    def _place_as_told(self, meaning: Meaning, quarter: Fields) -> Placed:
        """Return the told quarter, in the year that `meaning` says or some years from it."""
        year = meaning.fields.year
        if year is None:
            shift = meaning.shift or 0 if meaning.unit == "year" else 0
            base = quarter.year
            if meaning.base == "published" and self.published is not None:
                base = self.published[0].year if shift else base
            assert base is not None
            year = base + shift
        number = meaning.fields.quarter or quarter.quarter
        return _fix(replace(quarter, year=year, quarter=number), meaning, "previous")

    def _counts_from_previous(self, expression: Expression, told: Told) -> bool:
        """Return whether a date is told from the one before it rather than from today."""
        meaning, fields = expression.meaning, expression.meaning.fields
        if meaning.base == "previous":
            return True
        if fields.granularity in ("part", "time") and meaning.unit is None:
            if fields.month is None and fields.weekday is None and fields.holiday is None:
                return True
        assert told.date is not None
        if fields.month is not None and meaning.unit is None and self._goes_on(expression, told):
            return True
        if not self.narrative or self._is_current(told.date):
            return False
        return meaning.base is None or meaning.shift == 0

    def _goes_on(self, expression: Expression, told: Told) -> bool:
        """Return whether a month follows a date of an earlier year in the same sentence."""
        if not told.explicit or self.published is None or told.date is None:
            return False
        if told.date.year is None or told.date.year >= self.published[0].year:
            return False
        sentence = span_at(self.sentences, expression.span.start)
        coarse = told.date.granularity not in ("month", "day", "part", "time")
        return not coarse and sentence is not None and sentence.start < told.end

    def _is_current(self, told: Fields) -> bool:
        """Return whether a day told lies so near the published date that the two are one time."""
        days = days_of(told)
        if days is None or self.published is None or told.granularity == "year":
            return False
        return abs(days[0] - self.published[0]) <= _CURRENT

    def _find_direction(self, expression: Expression) -> Direction | None:
        sentence = span_at(self.sentences, expression.span.start)
        if sentence is None:
            return None
        return find_direction(self.text, expression.span, sentence)

    def _place_from_published(self, meaning: Meaning, direction: Direction | None) -> Placed:
        if self.published is None:
            return Placed(_write_unplaced(meaning))
        first = place(meaning, self.published[0], direction)
        last = place(meaning, self.published[1], direction)
        anchor: Anchor = "published"
        if meaning.fields.weekday is not None and meaning.fields.day is not None:
            anchor = "calendar"
        if first is not None and first == last:
            return _fix(first, meaning, anchor)
        return _span_both(meaning, first, last, anchor)

    def _place_duration(self, meaning: Meaning) -> Placed:
        """Give days to "the past two months", which ends at a published day."""
        value = meaning.value or ""
        if meaning.direction is None or self.published is None or meaning.count is None:
            return Placed(value)
        earliest, latest = self.published
        if earliest != latest or meaning.count.denominator != 1 or meaning.unit is None:
            return Placed(value)
        count = int(meaning.count) * (-1 if meaning.direction == "past" else 1)
        end = shift_day(earliest, meaning.unit, count) if abs(count) < 100_000 else None
        if end is None:
            return Placed(value)
        days = (min(earliest, end), max(earliest, end))
        return Placed(value, days=days, certainty="bounded", anchor="published")


def _is_complete(fields: Fields) -> bool:
    return fields.year is not None or fields.decade is not None or fields.century is not None


def _fix(fields: Fields, meaning: Meaning, anchor: Anchor) -> Placed:
    fields = replace(fields, weekday=None) if fields.day is not None else fields
    days = days_of(fields)
    certainty: DateCertainty = "unknown"
    if days is not None:
        certainty = "exact" if meaning.modifier is None else "bounded"
    return Placed(write_value(fields), fields, days, certainty, anchor)


def _span_both(
    meaning: Meaning, first: Fields | None, last: Fields | None, anchor: Anchor
) -> Placed:
    """Return the days from the earliest to the latest that the words could mean."""
    value = _write_unplaced(meaning)
    if first is None or last is None:
        return Placed(value)
    earliest, latest = days_of(first), days_of(last)
    if earliest is None or latest is None:
        return Placed(value)
    days = (min(earliest[0], latest[0]), max(earliest[1], latest[1]))
    return Placed(value, days=days, certainty="bounded", anchor=anchor)


_UNPLACED = {
    "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "year": "XXXX", "half": "XXXX-HX", "decade": "XXX", "century": "XX",
    "week of": "XXXX-WXX",
}  # fmt: skip


def _write_unplaced(meaning: Meaning) -> str:
    """Return the value of a point whose place is not known: "XXXX-WXX-3", "XXXX-01-26"."""
    if meaning.fields.granularity is None:
        return _UNPLACED.get(meaning.unit or "day", "XXXX-XX-XX")
    fields = meaning.fields
    if fields.month is not None and fields.day is not None:
        fields = replace(fields, weekday=None)
    return write_value(fields)


def _make_timex(text: str, expression: Expression, placed: Placed) -> Timex:
    span = expression.span
    earliest, latest = placed.days or (None, None)
    return Timex(
        span=span,
        words=text[span.start : span.end],
        type=_find_type(expression.meaning),
        value=placed.value,
        earliest=earliest,
        latest=latest,
        certainty=placed.certainty,
        anchor=placed.anchor,
    )


def _find_type(meaning: Meaning) -> TimexType:
    if meaning.kind == "duration":
        return "DURATION"
    if meaning.kind == "set":
        return "SET"
    return "TIME" if meaning.fields.granularity in ("part", "time") else "DATE"
