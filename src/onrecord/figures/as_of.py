"""The days for which a figure is given."""

import re
from collections.abc import Sequence

from onrecord.days import is_day, is_later, is_stretch, when_of
from onrecord.records import UNKNOWN_WHEN, Article, Span, Statement, Timex, When
from onrecord.spans import overlaps

_LONGEST = 366  # days: a year may be a figure's date, a decade is not
_LONGEST_STRETCH = 3653  # days: "between 2019 and 2023"
# The start or end of a stretch is not the day that a figure holds for.
_NO_DAY = re.compile(
    r"\b(?:(?:since|from|than|until|till|before|after|to|against|versus|compared (?:to|with)"
    r"|(?:increase|rise|gain|jump|drop|fall|decline|up|down)\b[^.;:]{0,24}\sover)"
    r"\s(?:in\s)?(?:the\s)?"
    r"(?:same\s(?:time|day|week|month|period|quarter)\s(?:of\s|in\s)?(?:the\s)?)?"
    r"|between\s(?:[\w.,]+\s){0,3}(?:and\s)?)$",
    re.IGNORECASE,
)
# "its 2005 level", "2016 figures": the year tells which of them, to which the figure is held.
_OF_LEVEL = re.compile(r"\s(?:levels?|baselines?|base|benchmarks?|peaks?)\b")
# "dropped by 200 since peaking in 2014": the date is of another thing.
_OTHER = re.compile(r"\b(?:since|after|before|until|while)\s\w+ing\b")
_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while)\s|\s[–—]\s")
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|half|third)\b",
    re.IGNORECASE,
)
_BEFORE = 60  # characters before a date
_RIGHT_BEHIND = re.compile(r"\s(?:in|on|during|for|by)?\s?")
_ACROSS = 1000  # a date in another clause is that much further away


def find_as_of(
    article: Article,
    timexes: Sequence[Timex],
    statement: Statement | None,
    span: Span,
) -> When:
    """Return the days for which the figure at `span` is given.

    The nearest date in its sentence, of a year or less and not after publication; else the time
    of the statement that gives it; else the article's published days, which may be unknown.
    `timexes` are those of the sentence.
    """
    near = [timex for timex in timexes if _may_date(article, timex, span)]
    if near:
        timex = min(near, key=lambda timex: _distance(article.text, timex.span, span))
        return when_of(timex)
    if statement is not None and statement.when.earliest is not None:
        return statement.when
    published = article.published
    if published.earliest is None and published.latest is None:
        return UNKNOWN_WHEN
    return When(
        earliest=published.earliest,
        latest=published.latest,
        certainty=published.certainty,
        anchor="published",
    )


def _may_date(article: Article, timex: Timex, span: Span) -> bool:
    if not is_day(timex) or timex.earliest is None or timex.latest is None:
        return False
    longest = _LONGEST_STRETCH if is_stretch(timex) else _LONGEST
    if overlaps(timex.span, span) or (timex.latest - timex.earliest).days > longest:
        return False
    if is_later(timex, article.published):
        return False
    before = article.text[max(0, timex.span.start - _BEFORE) : timex.span.start]
    if _NO_DAY.search(before) or _OF_LEVEL.match(article.text, timex.span.end):
        return False
    if _in_aside(article.text, timex.span, span):
        return False
    between = article.text[span.end : timex.span.start]
    # "1.6 per cent, against 0.9 per cent in March": a date behind goes with the last number.
    parted = (_NUMBER, _CLAUSE, _OTHER)
    return not (between and any(pattern.search(between) for pattern in parted))


def _in_aside(text: str, timex: Span, span: Span) -> bool:
    """Return whether a date stands in brackets that the figure stands before or behind."""
    if timex < span:
        between = text[timex.end : span.start]
        return between.count(")") > between.count("(")
    between = text[span.end : timex.start]
    return between.count("(") > between.count(")")


def _distance(text: str, timex: Span, span: Span) -> int:
    """Return how far a date stands from a figure, in characters and clauses.

    In "from 2 in 2019 to 3 in 2020" the one right behind is nearest.
    """
    if _RIGHT_BEHIND.fullmatch(text, span.end, timex.start):
        return 0
    first, second = sorted((timex, span))
    between = text[first.end : second.start]
    return len(between) + _ACROSS * (_CLAUSE.search(between) is not None)
