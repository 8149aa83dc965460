"""The bare weekdays that a text tells as past, each with the sentence that it stands in."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.dates.grammar import Expression, find_expressions
from onrecord.dates.tense import find_direction
from onrecord.records import Article, Span
from onrecord.text import Outline
from onrecord.text.outline import span_at


class ToldWeekday(NamedTuple):
    """ "on Wednesday" of something that was: `weekday` is 1 for a Monday, 7 for a Sunday."""

    words: str
    weekday: int
    sentence: Span


def find_told_weekdays(article: Article, outline: Outline) -> Iterator[ToldWeekday]:
    """Yield the weekdays without a date that the body of `article` tells as past."""
    if article.language not in (None, "en"):
        return  # an English weekday is a name there: "die Serie Wednesday"
    text = article.text
    for expression in find_expressions(text, article.body.start, article.body.end):
        weekday = read_bare_weekday(expression)
        sentence = span_at(outline.sentences, expression.span.start)
        if weekday is None or sentence is None:
            continue
        if find_direction(text, expression.span, sentence) == "past":
            words = text[expression.span.start : expression.span.end]
            yield ToldWeekday(words, weekday, sentence)


def read_bare_weekday(expression: Expression) -> int | None:
    """Return the weekday that an expression names, if it names nothing else."""
    meaning = expression.meaning
    is_bare = meaning.fields.day is None and meaning.shift is None
    return meaning.fields.weekday if is_bare else None
