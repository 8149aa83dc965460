"""A row together with what comparing needs of its article."""

import typing
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from math import log
from typing import Any, Generic, TypeVar

from onrecord.compare.actor_keys import key_actors
from onrecord.compare.casts import Cast, read_cast, share_casts
from onrecord.compare.names import find_names
from onrecord.records import (
    Act,
    Actor,
    Article,
    Figure,
    Reading,
    RowRef,
    Span,
    Statement,
    When,
)
from onrecord.spans import cover
from onrecord.stances import words_said
from onrecord.stories.terms import find_terms
from onrecord.text import outline_text
from onrecord.text.outline import span_at

Row = TypeVar("Row", Statement, Act, Figure)
TERM_LETTERS = 6  # by which a term of an article is known: "immigration", "immigrants"
Reader = TypeVar("Reader", bound=Callable[..., Any])  # of one telling
Measure = TypeVar("Measure", bound=Callable[..., Any])  # of a sentence in its setting


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One article with what its rows refer to: who its actors are, where its sentences stand.

    `statements` are all of the article's, by id, also those that report no words.
    """

    article: Article
    actors: Mapping[str, Actor]
    cast: Cast
    statements: Mapping[str, Statement]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the article, in reading order."""
        return outline_text(self.article.text).sentences

    @cached_property
    def _stems(self) -> Counter[str]:
        text = self.article.text
        return Counter(
            stem
            for span in self.sentences
            for stem in {term[:TERM_LETTERS] for term in find_terms(text[span.start : span.end])}
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of the names in the article's text."""
        return find_names(self.article.text, TERM_LETTERS)

    @cached_property
    def _novelties(self) -> dict[int, float]:
        return {}

    @cached_property
    def measured(self) -> dict[tuple[object, str], Any]:
        """What `once_a_sentence` has found out about sentences of the article."""
        return {}

    def measure_novelty(self, stem: str) -> float:
        """Return how much a term that begins with `stem` tells within the article, 0 to 1.

        What a story is about stands in all its statements, and so ties none of them.
        """
        count = self._stems.get(stem, 0)
        novelty = self._novelties.get(count)
        if novelty is None:
            number = len(self.sentences) + 1
            most = log(number / 1.5)
            spread = log(number / (count + 0.5))
            novelty = max(0.0, spread / most) if most > 0 else 1.0
            self._novelties[count] = novelty
        return novelty

    def key(self, actor: str | None) -> str | None:
        """Return the key of an actor id, `None` for none or one that is not there."""
        return self.cast.key(actor)

    def side(self, actor: str | None) -> str | None:
        """Return for which side an actor acts, `None` for none or one that is not there."""
        return self.cast.side(actor)

    def name(self, actor: str | None) -> str | None:
        """Return the name of an actor id, `None` for none or one that is not there."""
        found = self.actors.get(actor) if actor is not None else None
        return found.name if found is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Generic[Row]):
    """One row where it stands; `days` is when, or as of when, it holds.

    `known` is what `once` has found out about it, which rests on the article alone.
    """

    row: Row
    ref: RowRef
    setting: Setting
    span: Span
    days: When
    known: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def words(self) -> str:
        """The row's own words."""
        return self.setting.article.text[self.span.start : self.span.end]

    @property
    def sentence(self) -> str:
        """The sentence that the row begins in, or the row's words where it is in none."""
        start, end = self.sentence_span
        return self.setting.article.text[start:end]

    @property
    def sentence_span(self) -> Span:
        """Where `sentence` stands; it has all of the row."""
        found = span_at(self.setting.sentences, self.span.start)
        return self.span if found is None else Span(found.start, max(found.end, self.span.end))


def once(read: Reader) -> Reader:
    """Return `read` such that it reads each telling once: what it found stays with the telling.

    A row is compared with many others, and what is compared of it follows from it alone.
    """

    @wraps(read)
    def recall(telling: Telling[Row]) -> Any:
        if recall not in telling.known:
            telling.known[recall] = read(telling)
        return telling.known[recall]

    return typing.cast(Reader, recall)


def once_a_sentence(measure: Measure) -> Measure:
    """Return `measure` such that it reads each sentence of an article once: many rows share one."""

    @wraps(measure)
    def recall(setting: Setting, sentence: str) -> Any:
        known = setting.measured
        if (recall, sentence) not in known:
            known[recall, sentence] = measure(setting, sentence)
        return known[recall, sentence]

    return typing.cast(Measure, recall)


def tell_statement(setting: Setting, row: Statement) -> Telling[Statement]:
    """Return the telling of a statement."""
    return _tell(setting, row, cover(row.content), row.when)


def tell_act(setting: Setting, row: Act) -> Telling[Act]:
    """Return the telling of an act."""
    return _tell(setting, row, row.trigger, row.when)


def tell_figure(setting: Setting, row: Figure) -> Telling[Figure]:
    """Return the telling of a figure."""
    return _tell(setting, row, row.span, row.as_of)


def _tell(setting: Setting, row: Row, span: Span, days: When) -> Telling[Row]:
    ref = RowRef(setting.article.id, row.id)
    return Telling(row=row, ref=ref, setting=setting, span=span, days=days)


@dataclass(frozen=True, kw_only=True)
class Told:
    """All rows of one article that are compared with others; each is told when it is asked for."""

    setting: Setting
    statements: tuple[Statement, ...]
    acts: tuple[Act, ...]
    figures: tuple[Figure, ...]

    @cached_property
    def rows(self) -> Mapping[str, tuple[int, Statement | Act | Figure]]:
        """Each row by its id, with its place among those of its kind."""
        found: dict[str, tuple[int, Statement | Act | Figure]] = {}
        found.update((row.id, (place, row)) for place, row in enumerate(self.statements))
        found.update((row.id, (place, row)) for place, row in enumerate(self.acts))
        found.update((row.id, (place, row)) for place, row in enumerate(self.figures))
        return found

    @cached_property
    def _tellings(self) -> dict[str, Telling[Any]]:
        return {}

    def tell(self, row: Statement | Act | Figure) -> Telling[Any]:
        """Return the telling of a row: the same one each time."""
        telling = self._tellings.get(row.id)
        if telling is None:
            match row:
                case Statement():
                    telling = tell_statement(self.setting, row)
                case Act():
                    telling = tell_act(self.setting, row)
                case Figure():
                    telling = tell_figure(self.setting, row)
            self._tellings[row.id] = telling
        return telling

    @property
    def by_row(self) -> Mapping[str, Telling[Any]]:
        """The tellings by the ids of their rows."""
        return {id_: self.tell(row) for id_, (_, row) in self.rows.items()}


def set_readings(readings: Sequence[Reading]) -> dict[str, tuple[Reading, Setting]]:
    """Return the readings that have an article, by its id, with settings that share keys."""
    keys = key_actors(readings)
    settings: dict[str, tuple[Reading, Setting]] = {}
    for reading in readings:
        article = reading.article
        if article is not None:
            own = {actor.id: keys[article.id, actor.id] for actor in reading.actors}
            cast = read_cast(article.id, reading.actors, own)
            settings[article.id] = (reading, _set(reading, article, cast))
    return settings


def _set(reading: Reading, article: Article, cast: Cast) -> Setting:
    return Setting(
        article=article,
        actors={actor.id: actor for actor in reading.actors},
        cast=cast,
        statements={statement.id: statement for statement in reading.statements},
    )


def tell_reading(
    reading: Reading, sentences: Sequence[Span] | None = None, cast: Cast | None = None
) -> Told | None:
    """Return what the article of `reading` tells, `None` where it has none.

    Its actors have keys that hold within it; `share_casts` makes them hold across several.
    `sentences` are those of its text and `cast` its own, where they are known already.
    """
    article = reading.article
    if article is None:
        return None
    if cast is None:
        [(_, setting)] = set_readings([reading]).values()
    else:
        setting = _set(reading, article, cast)
    if sentences is not None:
        setting.__dict__["sentences"] = tuple(sentences)  # where a cached property keeps its value
    return Told(
        setting=setting,
        statements=tuple(words_said(reading.statements)),
        acts=reading.acts,
        figures=reading.figures,
    )


def share_settings(settings: Sequence[Setting]) -> list[Setting]:
    """Return `settings` with casts that are shared (see `share_casts`)."""
    shared = share_casts([setting.cast for setting in settings])
    return [_recast(setting, cast) for setting, cast in zip(settings, shared, strict=True)]


def _recast(setting: Setting, cast: Cast) -> Setting:
    if setting.cast is cast:
        return setting
    other = replace(setting, cast=cast)
    for name in ("sentences", "names", "_stems", "_novelties", "measured"):
        if name in setting.__dict__:
            other.__dict__[name] = setting.__dict__[name]
    return other


def move_telling(telling: Telling[Row], setting: Setting) -> Telling[Row]:
    """Return the telling in a setting of the same article that has other keys."""
    return telling if telling.setting is setting else replace(telling, setting=setting)
