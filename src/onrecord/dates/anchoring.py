"""Choose what each time expression of a text counts from, and place it."""

from dataclasses import dataclass
from datetime import timedelta

from onrecord.dates.calendar import Days, days_of, shift_day
from onrecord.dates.completing import as_date, is_complete
from onrecord.dates.countries import is_american
from onrecord.dates.grammar import Expression
from onrecord.dates.holidays import AMERICAN
from onrecord.dates.meaning import Direction, Fields, Meaning
from onrecord.dates.placing import place, place_after
from onrecord.dates.telling import Placed, Told, fix, is_ahead, leave, span_both
from onrecord.dates.tense import find_direction
from onrecord.records import Anchor, Span
from onrecord.text.outline import span_at

# A day told so near the published date is of the same time as the report.
_CURRENT = timedelta(days=30)
# Longer stretches than this beside today ("the past 5,000 years") have no days worth saying.
_LONGEST_COUNT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchoring:
    """One text with what its dates can count from.

    The anchors in their order: nothing, for a date with its year; the date told before, for "that
    year" and, in a narrative or within one sentence about an earlier year, for a bare month; the
    published date for the rest.
    """

    text: str
    sentences: tuple[Span, ...]
    published: Days | None
    narrative: bool

    def place(self, expression: Expression, told: Told) -> Placed:
        """Return where `expression` lies, after what was `told` before it."""
        meaning = expression.meaning
        if meaning.kind == "duration":
            return self._place_duration(meaning)
        if meaning.kind != "point":
            return Placed(meaning.value or "")
        if meaning.as_told:
            return self._place_as_told(expression, told)
        if self._is_of_another_state(meaning.fields.holiday):
            return Placed("XXXX-XX-XX")
        if meaning.unit is None and is_complete(meaning.fields):
            return fix(as_date(meaning.fields), meaning, "explicit")
        if self.published is None and told.date is None:
            return leave(meaning)
        direction = self._find_direction(expression)
        if self._counts_from_told(expression, told, direction):
            placed = self._place_after(meaning, told, direction)
            if placed is not None:
                return fix(placed, meaning, "previous")
        if meaning.base == "previous":
            return leave(meaning)
        return self._place_from_published(meaning, direction)

    def _is_of_another_state(self, holiday: str | None) -> bool:
        """Return whether the day of a holiday is not known, as that of Kenya's Independence Day."""
        return holiday in AMERICAN and not is_american(self.text, holiday)

    def moves_on(self, expression: Expression, placed: Placed) -> bool:
        """Return whether what follows may count from this date.

        In a narrative, "the previous year" and "today" are asides that do not move it on.
        """
        fields = placed.fields
        if fields is None or fields.year is None or expression.meaning.as_told:
            return False
        if not self.narrative:
            return True
        aside = placed.anchor == "previous" and fields.granularity == "year"
        return placed.anchor != "published" and not aside

    def _counts_from_told(
        self, expression: Expression, told: Told, direction: Direction | None
    ) -> bool:
        """Return whether a date counts from the one told before rather than from today."""
        meaning, fields = expression.meaning, expression.meaning.fields
        if meaning.base == "previous":
            return True
        named = fields.month is not None or fields.weekday is not None or fields.holiday is not None
        if meaning.unit is None and not named and fields.granularity in ("part", "time"):
            return True
        bare_month = meaning.unit is None and fields.month is not None and direction != "future"
        if bare_month and self._is_in_sentence_of_earlier_year(expression, told):
            return True
        if not self.narrative or self._is_current(told.date):
            return False
        if self._is_news(expression, told, direction):
            return False
        return meaning.base is None or meaning.shift == 0

    def _is_news(self, expression: Expression, told: Told, direction: Direction | None) -> bool:
        """Return whether a day told in another paragraph than history is one of the last days.

        So is "Friday", or "May 25" in an article of May 31: "The raid was in March 1998. [...]
        Lund left Friday".
        """
        fields = expression.meaning.fields
        named = fields.weekday is not None or fields.day is not None
        if not named or self.published is None or expression.meaning.unit is not None:
            return False
        if "\n" not in self.text[told.end : expression.span.start]:
            return False
        placed = place(expression.meaning, self.published[0], direction)
        days = None if placed is None else days_of(placed)
        return days is not None and timedelta() <= self.published[0] - days[0] <= _CURRENT

    def _is_in_sentence_of_earlier_year(self, expression: Expression, told: Told) -> bool:
        if not told.explicit or told.date is None or told.date.year is None:
            return False
        if self.published is None or told.date.year >= self.published[0].year:
            return False
        sentence = span_at(self.sentences, expression.span.start)
        fine = told.date.granularity in ("month", "day", "part", "time")
        return fine and sentence is not None and sentence.start < told.end

    def _is_current(self, told: Fields | None) -> bool:
        days = None if told is None or told.granularity == "year" else days_of(told)
        if days is None or self.published is None:
            return False
        return abs(days[0] - self.published[0]) <= _CURRENT

    def _find_direction(self, expression: Expression) -> Direction | None:
        sentence = span_at(self.sentences, expression.span.start)
        if sentence is None:
            return None
        return find_direction(self.text, expression.span, sentence)

    def _place_as_told(self, expression: Expression, told: Told) -> Placed:
        """Place "a year earlier" and "the quarter", which mean a quarter where one was told."""
        meaning = expression.meaning
        quarter = told.quarter_at(expression.span.start)
        if quarter is not None and quarter.year is not None:
            return fix(self._find_same_quarter(meaning, quarter, quarter.year), meaning, "previous")
        if meaning.unit == "quarter":
            return self._place_from_published(meaning._replace(shift=-1), None)
        if meaning.unit is None:
            return fix(meaning.fields, meaning, "explicit")
        if meaning.base == "previous":
            placed = self._place_after(meaning, told, None)
            if placed is not None:
                return fix(placed, meaning, "previous")
        return self._place_from_published(meaning, None)

    def _place_after(
        self, meaning: Meaning, told: Told, direction: Direction | None
    ) -> Fields | None:
        """Return the date that counts from the one told before.

        What is past counts from a past one: "agreed on Monday to leave by July. It left the next
        day".
        """
        if told.date is None:
            return None
        placed = place_after(meaning, told.date, direction)
        ahead = placed is not None and is_ahead(placed, self.published)
        if ahead and direction == "past" and told.behind is not None:
            return place_after(meaning, told.behind, direction)
        return placed

    def _find_same_quarter(self, meaning: Meaning, quarter: Fields, year: int) -> Fields:
        if meaning.fields.year is not None:
            year = meaning.fields.year
        elif meaning.unit == "year":
            if meaning.base == "published" and self.published is not None:
                year = self.published[0].year
            year += meaning.shift or 0
        return quarter._replace(year=year, quarter=meaning.fields.quarter or quarter.quarter)

    def _place_from_published(self, meaning: Meaning, direction: Direction | None) -> Placed:
        """Place against both ends of the published interval; without one, leave it open."""
        if self.published is None:
            return leave(meaning)
        earliest, latest = self.published
        first = place(meaning, earliest, direction)
        last = first if earliest == latest else place(meaning, latest, direction)
        equation = meaning.fields.weekday is not None and meaning.fields.day is not None
        anchor: Anchor = "calendar" if equation else "published"
        if first is not None and first == last:
            return fix(first, meaning, anchor)
        return span_both(meaning, first, last, anchor)

    def _place_duration(self, meaning: Meaning) -> Placed:
        """Give days to "the past two months", which ends at the published day."""
        placed, count, unit = Placed(meaning.value or ""), meaning.amount, meaning.unit
        if meaning.direction is None or self.published is None or count is None or unit is None:
            return placed
        day = self.published[0]
        if day != self.published[1] or count.denominator != 1 or count > _LONGEST_COUNT:
            return placed
        end = shift_day(day, unit, int(count) * (-1 if meaning.direction == "past" else 1))
        if end is None:
            return placed
        days = (min(day, end), max(day, end))
        return placed._replace(days=days, certainty="bounded", anchor="published")
