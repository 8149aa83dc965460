"""When an undated article was published, by the days that others of its episode tell.

Two articles tell the same where a sentence of one shares most of its rare terms with one of the
other. If it was "on Wednesday" in the undated one, and a Wednesday that is known in the other, the
undated one is of that day or one of the six after it: later, it would not say so bare a weekday.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.dates import find_told_weekdays
from onrecord.days import is_day
from onrecord.records import Article, Published, Reading
from onrecord.stories.terms import find_terms, read_rarity
from onrecord.text import Outline
from onrecord.text.outline import span_at

# Of the articles of the development stories whose dates were hidden, so many are dated rightly:
# `python -m evaluation.dates.neighbours`.
LEAST_SHARED = 4
LEAST_COVER = 0.4
# Terms less rare than this stand in any sentence.
_RARE = 1.5
_MOST_DAYS = 12  # kept of one article: the first, which tell its news
_MOST_TERMS = 24
_WEEK = timedelta(days=6)
# News of a page's own week; a weekday that seems to be longer ago is rather one of a page that was
# changed after its date.
_RECENT = timedelta(days=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDay:
    """A sentence that tells something of a day: that day where it is known, else its weekday."""

    words: str
    weekday: int
    day: date | None
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrowedDays:
    """The days on one of which an article was published, and its own words that say so."""

    words: str
    earliest: date
    latest: date


def list_told_days(reading: Reading, outline: Outline, published: Published) -> Iterator[ToldDay]:
    """Yield what an article can date others by, or be dated by itself where its day is not known.

    `published` is its date without what other articles say of it.
    """
    article = reading.article
    assert article is not None
    if published.certainty == "exact":
        found = _list_known(reading, article, outline, published)
    else:
        found = _list_weekdays(article, outline)
    for _, each in zip(range(_MOST_DAYS), found, strict=False):
        yield each


def narrow_days(undated: Sequence[ToldDay], others: Iterable[ToldDay]) -> NarrowedDays | None:
    """Return the days that `others` leave for an article that tells `undated`.

    `None` where they tell nothing of the same, or leave no day on which all could be true.
    """
    known = [(other, other.day) for other in others if other.day is not None]
    found = [
        (own.words, day)
        for own in undated
        for other, day in known
        if other.weekday == own.weekday and tell_the_same(own.terms, other.terms)
    ]
    if not found:
        return None
    days = [day for _, day in found]
    earliest, latest = max(days), min(days) + _WEEK
    if latest < earliest:
        return None
    return NarrowedDays(words=found[0][0], earliest=earliest, latest=latest)


def tell_the_same(terms: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two sentences of such rare terms tell the same."""
    shared = set(terms) & set(other)
    if len(shared) < LEAST_SHARED:
        return False
    shorter = min(_weigh(terms), _weigh(other))
    return _weigh(shared) >= LEAST_COVER * shorter


def _weigh(terms: Iterable[str]) -> float:
    return sum(sorted(map(read_rarity, terms)))  # sorted, so that the sum has no order


def _list_known(
    reading: Reading, article: Article, outline: Outline, published: Published
) -> Iterator[ToldDay]:
    """Yield the known days just before the article was published."""
    latest = published.latest
    assert latest is not None
    for timex in reading.timexes:
        day = timex.earliest
        if day is None or day != timex.latest or not is_day(timex):
            continue
        if latest - _RECENT <= day <= latest:
            sentence = span_at(outline.sentences, timex.span.start)
            if sentence is not None:
                terms = _find_rare(article.text[slice(*sentence)])
                yield ToldDay(words=timex.words, weekday=day.isoweekday(), day=day, terms=terms)


def _list_weekdays(article: Article, outline: Outline) -> Iterator[ToldDay]:
    for told in find_told_weekdays(article, outline):
        terms = _find_rare(article.text[slice(*told.sentence)])
        yield ToldDay(words=told.words, weekday=told.weekday, day=None, terms=terms)


def _find_rare(sentence: str) -> tuple[str, ...]:
    """Return the rarest terms of a sentence, in the order of the alphabet."""
    terms = {term for term in find_terms(sentence) if read_rarity(term) > _RARE}
    rarest = sorted(terms, key=lambda term: (-read_rarity(term), term))[:_MOST_TERMS]
    return tuple(sorted(rarest))
