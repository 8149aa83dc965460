"""What the text of an article says about its own published date."""

from dataclasses import dataclass
from datetime import date

from onrecord.dates.calendar import days_of
from onrecord.dates.grammar import Expression, find_expressions
from onrecord.dates.meaning import Fields
from onrecord.dates.tense import find_direction
from onrecord.records import Article, Span
from onrecord.text.outline import outline_text, span_at


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEvidence:
    """Datelines with their day, and the first day of the latest date told as past."""

    datelines: tuple[tuple[str, Fields], ...] = ()
    latest_past: date | None = None
    latest_past_words: str | None = None


# Where a report says its own day: beside the dateline and in the first sentence.
_OPENING = 400


def read_text_evidence(article: Article) -> TextEvidence:
    """Return what the body of `article` says about the day it was written."""
    text = article.text
    sentences = outline_text(text).sentences
    expressions = tuple(find_expressions(text))
    datelines = []
    latest: date | None = None
    words: str | None = None
    for expression in expressions:
        if expression.span.start < article.body.start + _OPENING:
            fields = expression.meaning.fields
            if fields.weekday is not None and fields.day is not None:
                datelines.append((_quote(text, expression.span), fields))
        first = _first_day(expression)
        if first is None or (latest is not None and first <= latest):
            continue
        sentence = span_at(sentences, expression.span.start)
        if sentence is not None and find_direction(text, expression.span, sentence) != "future":
            latest, words = first, _quote(text, expression.span)
    return TextEvidence(datelines=tuple(datelines), latest_past=latest, latest_past_words=words)


def _quote(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _first_day(expression: Expression) -> date | None:
    meaning = expression.meaning
    if meaning.kind != "point" or meaning.unit is not None:
        return None
    days = days_of(meaning.fields)
    return None if days is None else days[0]
