"""What the text of an article says about its own published date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.dates.calendar import Days, days_of
from onrecord.dates.grammar import Expression, find_expressions
from onrecord.dates.meaning import Fields
from onrecord.dates.stamps import find_stamp
from onrecord.dates.tense import find_direction, is_told_as_past
from onrecord.dates.told_weekdays import read_bare_weekday
from onrecord.records import Article, Span
from onrecord.text import find_paragraphs, outline_text
from onrecord.text.outline import span_at


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDay:
    """A weekday with its month and day, without the year, in the report's opening."""

    words: str
    month: int
    day: int
    weekday: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEvidence:
    """What a text says about the day it was written.

    `stamp` is the day printed where a dateline stands: at the head of an opening paragraph.
    `latest_past` is the first day of the latest date that it surely tells as past. `weekdays` are
    the bare weekdays not told as to come, with their words, where one is told as past;
    `says_today` that it names its own day.
    """

    own_days: tuple[OwnDay, ...] = ()
    stamp: Days | None = None
    stamp_words: str = ""
    latest_past: date | None = None
    latest_past_words: str = ""
    weekdays: tuple[tuple[int, str], ...] = ()
    says_today: bool = False


# Where a report names its own day: the dateline and the first sentence.
_OPENING = 350
_OPENING_PARAGRAPHS = 3
_DATELINE = 60
# "On 9 October 2021 ..." tells of an event; a dateline has no preposition.
_BEFORE_STAMP = re.compile(
    r"(?!.*\b(?:On|In|By|At|Since|Until|Am|Im|Vom|Seit|Bis|Le|Du|El|Il|Em|Op)\b)"
    r"(?:[A-ZÀ-Þ][^\W\d_]*[\s,./()|–-]*){0,4}[\s(]*"
)


def read_text_evidence(article: Article) -> TextEvidence:
    """Return what the body of `article` says about the day it was written."""
    text, body = article.text, article.body
    sentences = outline_text(text).sentences
    expressions = tuple(find_expressions(text, body.start, body.end))
    latest: date | None = None
    latest_words = ""
    weekdays: list[tuple[int, str]] = []
    some_past = False
    # In other languages an English weekday is a name: "die Serie Wednesday".
    is_english = article.language in (None, "en")
    for expression in expressions:
        sentence = span_at(sentences, expression.span.start)
        if sentence is None:
            continue
        words = text[expression.span.start : expression.span.end]
        weekday = read_bare_weekday(expression) if is_english else None
        if weekday is not None:
            direction = find_direction(text, expression.span, sentence)
            some_past = some_past or direction == "past"
            if direction != "future":
                weekdays.append((weekday, words))
        first = _first_day(expression)
        if first is None or (latest is not None and first <= latest):
            continue
        if is_told_as_past(text, expression.span, sentence):
            latest, latest_words = first, words
    stamp, stamp_words = _find_stamp(article)
    return TextEvidence(
        stamp=stamp,
        stamp_words=stamp_words,
        own_days=tuple(_find_own_days(text, body, expressions)),
        latest_past=latest,
        latest_past_words=latest_words,
        weekdays=tuple(weekdays) if some_past else (),
        says_today=any(_says_today(expression) for expression in expressions),
    )


def _find_stamp(article: Article) -> tuple[Days | None, str]:
    """Return the full date of the dateline: "KYIV, March 3, 2021 –", with at most three names."""
    text, body = article.text, article.body
    head = Span(body.start, min(body.end, body.start + _OPENING))
    for paragraph in tuple(find_paragraphs(text[head.start : head.end]))[:_OPENING_PARAGRAPHS]:
        words = text[head.start + paragraph.start : head.start + paragraph.end][:_DATELINE]
        stamp = find_stamp(words)
        if stamp is not None and _BEFORE_STAMP.fullmatch(words, 0, stamp.start):
            return stamp.days, words
    return None, ""


def _find_own_days(text: str, body: Span, expressions: tuple[Expression, ...]) -> Iterator[OwnDay]:
    """Yield the weekdays that the opening names with their day of the month."""
    for expression in expressions:
        fields = expression.meaning.fields
        if expression.span.start >= body.start + _OPENING:
            return
        if fields.year is not None or expression.meaning.unit is not None:
            continue
        if fields.month is not None and fields.day is not None and fields.weekday is not None:
            yield OwnDay(
                words=text[expression.span.start : expression.span.end],
                month=fields.month,
                day=fields.day,
                weekday=fields.weekday,
            )


def _says_today(expression: Expression) -> bool:
    meaning = expression.meaning
    return meaning.unit == "day" and meaning.base == "published" and meaning.shift in (-1, 0)


def _first_day(expression: Expression) -> date | None:
    meaning = expression.meaning
    if meaning.kind != "point" or meaning.unit is not None:
        return None
    fields: Fields = meaning.fields
    days = days_of(fields)
    return None if days is None else days[0]
