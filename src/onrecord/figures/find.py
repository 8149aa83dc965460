"""Find the figures in an article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypedDict

from onrecord.days import is_day
from onrecord.figures.as_of import find_as_of
from onrecord.figures.bounds import BoundWords
from onrecord.figures.change import find_change
from onrecord.figures.citing import counts_sources
from onrecord.figures.counted import find_counted, find_numbered, find_put
from onrecord.figures.currencies import MONEY
from onrecord.figures.fates import FATE, OF_PEOPLE, find_fate
from onrecord.figures.measured import (
    find_changed,
    find_measured,
    find_whole,
    is_of_the_same,
)
from onrecord.figures.nearby import Nearby
from onrecord.figures.places import find_place
from onrecord.figures.quantities import Quantity, find_quantities
from onrecord.figures.slot import (
    find_denials,
    find_giver,
    find_hedge,
    find_statement,
    find_whose,
    is_called_wrong,
    is_source,
)
from onrecord.figures.subjects import find_subject
from onrecord.figures.taken_up import find_put_right, find_taken_up
from onrecord.ids import row_id
from onrecord.records import Actor, Article, Change, Figure, Span, Statement, Timex
from onrecord.spans import overlaps
from onrecord.text import Outline
from onrecord.text.retractions import is_put_right
from onrecord.text.wordclasses import is_person_noun

MOST_FIGURES = 2000
_WHOLE_REACH = 60
# What befell these is all that is counted: "40 people killed" are "killed".
_ANYBODY = frozenset("people person persons others lives victims civilians".split())
# Bounds by which a level is reached, and not an amount: "climbed above $85".
_LEVEL_BOUNDS = frozenset(("above", "below", "past"))
_ANY_NUMBER = frozenset("figure number total share rate level".split())
_BARE_YEAR = re.compile(r"\d{3,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What the article says around one sentence."""

    article: Article
    sentence: Span
    timexes: list[Timex]
    statements: list[Statement]
    mentions: list[tuple[Span, Actor]]
    states: dict[str, str]


class _Ends(TypedDict, total=False):
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool


def find_figures(
    article: Article,
    outline: Outline,
    *,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
    timexes: Sequence[Timex],
) -> Iterator[Figure]:
    """Yield the figures in `article`, in reading order.

    The span covers bound, number and unit or counted noun, so that the words shown to a reader
    are the whole claim: "more than 90,000 troops". Numbers inside dates and names are none, and
    neither is the number of those who are cited ("two officials said"). Beyond MOST_FIGURES an
    article is a table, and the rest is left out.
    """
    figures = _find_all(article, outline, actors, statements, timexes)
    return islice(figures, MOST_FIGURES)


def _find_all(
    article: Article,
    outline: Outline,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
    timexes: Sequence[Timex],
) -> Iterator[Figure]:
    told: list[Figure] = []  # by the sentence and the one before it
    here: list[Figure] = []
    last: Span | None = None
    for setting in _settings(article, outline, actors, statements, timexes):
        told, here = here, []
        put_right = last is not None and is_put_right(article.text, last, setting.sentence)
        wrong, last = told if put_right else [], setting.sentence
        dates = [timex.span for timex in setting.timexes if _is_date(timex)]
        change: Change | None = None
        before: Figure | None = None
        for quantity in find_quantities(article.text, setting.sentence):
            if any(overlaps(span, quantity.number.span) for span in dates):
                continue
            if quantity.number.high <= 20 and (
                is_source(setting.statements, quantity.span)
                or counts_sources(article.text, quantity.span, setting.sentence)
            ):
                continue
            change = _find_change(setting, quantity, change)
            before = _make_figure(setting, quantity, change, before, (*told, *here), wrong)
            here.append(before)
            yield before


def _settings(
    article: Article,
    outline: Outline,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
    timexes: Sequence[Timex],
) -> Iterator[_Setting]:
    dated = Nearby((timex.span, timex) for timex in timexes)
    said = Nearby(
        (piece, statement)
        for statement in statements
        for piece in (*statement.content, statement.cue, statement.source)
        if piece is not None
    )
    named = Nearby((mention, actor) for actor in actors for mention in actor.mentions)
    states = {a.state: a.name for a in actors if a.kind == "state" and a.state is not None}
    for sentence in outline.sentences:
        near = {statement.id: statement for _, statement in said.at(sentence)}
        yield _Setting(
            article=article,
            sentence=sentence,
            timexes=[timex for _, timex in dated.at(sentence)],
            statements=list(near.values()),
            mentions=named.at(sentence),
            states=states,
        )


def _is_date(timex: Timex) -> bool:
    """Return whether the numbers in `timex` are a date's: not those of "every 33 years".

    Whether a bare number of four digits is a year or a count is told by the words around it.
    """
    return is_day(timex) and _BARE_YEAR.fullmatch(timex.words) is None


def _make_figure(
    setting: _Setting,
    quantity: Quantity,
    change: Change | None,
    before: Figure | None,
    told: Sequence[Figure],
    wrong: Sequence[Figure],
) -> Figure:
    article, sentence, span = setting.article, setting.sentence, quantity.span
    text = article.text
    statement = find_statement(setting.statements, span)
    counted, unit = _find_counted(setting, quantity)
    if before is not None and before.counted is not None and quantity.measured:
        price = unit in MONEY
        if (counted is None or price) and is_of_the_same(text, before.span, span, price=price):
            counted = before.counted
    measured = quantity.measured
    other = find_put_right(unit, counted, wrong, measured=measured) or find_taken_up(
        text, span, sentence.start, quantity.unit, told, measured=measured
    )
    if other is not None:
        counted, unit = other.counted, unit if quantity.measured else other.unit
    whose = find_whose(text, span, setting.mentions, setting.states)
    place = find_place(text, span, sentence, setting.mentions, counts=not quantity.measured)
    as_of = find_as_of(article, setting.timexes, statement, span)
    if other is not None:
        whose = whose if whose in setting.states.values() else other.whose  # not the giver's
        place = place or other.place
        as_of = as_of if setting.timexes else other.as_of
    giver = find_giver(text, span, sentence, statement, setting.mentions)
    deniers = find_denials(text, setting.statements, span, sentence)
    if giver is not None and is_called_wrong(text, span, sentence):
        deniers = (*deniers, giver)
        giver = None
    return Figure(
        id=row_id("f", article.id, span),
        span=span,
        words=text[span.start : span.end],
        **_ends(quantity),
        bound=_words(text, quantity.bound),
        change=change,
        unit=unit,
        counted=counted,
        giver=giver,
        whose=whose,
        place=place,
        as_of=as_of,
        hedge=find_hedge(text, span, sentence),
        denied_by=deniers,
    )


def _find_change(setting: _Setting, quantity: Quantity, before: Change | None) -> Change | None:
    if quantity.restates:
        return before
    if (_words(setting.article.text, quantity.bound) or "").lower() in _LEVEL_BOUNDS:
        return None
    outer = quantity.bound.span.start if quantity.bound else quantity.span.start
    return find_change(
        setting.article.text,
        min(outer, quantity.span.start),
        quantity.span.end,
        limit=setting.sentence.start,
        measured=quantity.measured,
        previous=before,
    )


def _ends(quantity: Quantity) -> _Ends:
    """Return low, high and which of them is excluded, as the bound words say."""
    low, high = quantity.number.low, quantity.number.high
    sign = quantity.bound.sign if quantity.bound else None
    match sign:
        case ">":
            return {"low": low, "high": None, "low_open": True}
        case ">=":
            return {"low": low, "high": None}
        case "<":
            return {"low": None, "high": high, "high_open": True}
        case "<=":
            return {"low": None, "high": high}
        case _:
            return {"low": low, "high": high}


def _find_counted(setting: _Setting, quantity: Quantity) -> tuple[str | None, str | None]:
    """Return what is counted, and the unit: a fate of people, a noun, what a measure is of."""
    text, sentence, span = setting.article.text, setting.sentence, quantity.span
    if quantity.measured:
        put = find_put(text, span.start, sentence.start)
        told = _find_measured(setting, quantity)
        return told if put is None or put in _ANY_NUMBER else put, quantity.unit
    noun = quantity.counted
    if noun is not None and FATE.fullmatch(noun.head):
        return noun.head, "people"  # "some 1,200 dead"
    fate = find_fate(text, span.start, span.end, sentence)
    if fate in OF_PEOPLE and noun is not None and not _are_people(noun.head):
        fate = None  # "dismissed 14 claims"
    if fate is not None:
        if noun is None or noun.head in _ANYBODY:
            return fate, quantity.unit or "people"
        return f"{noun.phrase} {fate}", quantity.unit
    if noun is not None:
        return noun.phrase, quantity.unit
    numbered = find_numbered(text, span.start, sentence.start)
    if numbered is not None:
        return numbered, "people" if FATE.fullmatch(numbered) else None
    changed = find_changed(text[max(sentence.start, span.start - _WHOLE_REACH) : span.start])
    if changed is not None:
        return changed, quantity.unit
    whole = find_whole(text[max(sentence.start, span.start - _WHOLE_REACH) : span.start])
    subject = find_subject(text, span.start, sentence.start, _names(setting))
    return whole or subject, quantity.unit


def _are_people(head: str) -> bool:
    return head in _ANYBODY or is_person_noun(head.lower())


def _find_measured(setting: _Setting, quantity: Quantity) -> str | None:
    text, end = setting.article.text, quantity.number.span.end
    if quantity.number.form == "fraction" and not text.startswith(" of ", end):
        counted = find_counted(text, end, setting.sentence.end)  # "one in five households"
        if counted is not None:
            return counted.phrase
    joined = text[end : end + 1] == "-"
    return find_measured(
        text, quantity.span, setting.sentence, joined=joined, named=_names(setting)
    )


def _names(setting: _Setting) -> list[Span]:
    return [mention for mention, actor in setting.mentions if actor.kind != "group"]


def _words(text: str, bound: BoundWords | None) -> str | None:
    return text[bound.span.start : bound.span.end] if bound else None
