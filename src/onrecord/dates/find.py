"""Find the time expressions of an article and the days they mean."""

import re
from collections.abc import Iterator

from onrecord.dates.anchoring import Anchoring
from onrecord.dates.calendar import Days
from onrecord.dates.grammar import Expression, find_expressions
from onrecord.dates.meaning import Meaning
from onrecord.dates.narration import is_narrative
from onrecord.dates.telling import Placed, Told
from onrecord.records import Article, Published, Span, Timex, TimexType
from onrecord.text.outline import Outline

_PROGRAMMES = frozenset({"This Week", "This Morning"})
_NAMED_SO = re.compile(r"(?<![.!?:”\"]\s)\b[A-Z][\w-]+ $")
_AROUND = 30  # characters before a name that are looked at
_SMALL = re.compile(r"\b[a-z]{2,}\s")


def find_timexes(article: Article, outline: Outline) -> Iterator[Timex]:
    """Yield the time expressions of `article.text`, in reading order.

    Spans do not overlap. Words that the text does not tie to a calendar keep an X in their value
    ("XXXX-WXX-3") and have no days: without a published date a weekday stays a weekday. Where
    the published date is an interval, what is told from it is an interval too. "exact" is one
    day, "bounded" an interval of days.

    Method: patterns over word classes in the manner of SynTime (Zhong et al., ACL 2017), with
    HeidelTime's distinction of news and narratives (Strötgen and Gertz, 2013), chosen here by
    the text itself.
    """
    expressions = tuple(
        expression
        for expression in find_expressions(article.text)
        if not _is_programme(article.text, expression.span)
    )
    anchoring = Anchoring(
        text=article.text,
        sentences=outline.sentences,
        published=_read_published(article.published),
        narrative=is_narrative(expressions, article.published),
    )
    told = Told()
    for expression in expressions:
        placed = anchoring.place(expression, told)
        yield _make_timex(article.text, expression, placed)
        if anchoring.moves_on(expression, placed):
            told = told.follow(placed, expression.span.end, anchoring.published)


def _is_programme(text: str, span: Span) -> bool:
    """Return whether the words are the name of a broadcast or paper, with capitals in a sentence of
    small letters: "said on ABC’s “This Week”", "Oru Today reported"."""
    if text[span.start : span.end] == "Today":
        return _NAMED_SO.search(text, max(0, span.start - _AROUND), span.start) is not None
    if text[span.start : span.end] not in _PROGRAMMES:
        return False
    return _SMALL.search(text, max(0, span.start - _AROUND), span.start) is not None


def _read_published(published: Published) -> Days | None:
    if published.earliest is None or published.latest is None:
        return None
    return published.earliest, published.latest


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
