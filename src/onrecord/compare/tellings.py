"""A row together with what comparing needs of its article."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Generic, TypeVar, cast

from onrecord.compare.actor_keys import key_actors, key_side
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
from onrecord.stories.terms import find_terms
from onrecord.text import outline_text
from onrecord.text.outline import span_at

Row = TypeVar("Row", Statement, Act, Figure)
STEM_LETTERS = 6  # of a term: "immigration", "immigrants"
Reader = TypeVar("Reader", bound=Callable[..., Any])  # of one telling


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One article with what its rows refer to: who its actors are, where its sentences stand."""

    article: Article
    actors: Mapping[str, Actor]
    keys: Mapping[str, str]  # actor id to the key that holds across articles
    states: tuple[Actor, ...]  # those of its actors that are states

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
            for stem in {term[:STEM_LETTERS] for term in find_terms(text[span.start : span.end])}
        )

    def count_sentences(self, stem: str) -> int:
        """Return in how many sentences a term stands that begins with `stem`."""
        return self._stems[stem]

    def key(self, actor: str | None) -> str | None:
        """Return the key of an actor id, `None` for none or one that is not there."""
        return self.keys.get(actor) if actor is not None else None

    def side(self, actor: str) -> str | None:
        """Return for which side the actor acts, `None` for one that is not there."""
        found = self.actors.get(actor)
        return key_side(found, self.keys[actor], self.states) if found is not None else None

    def name(self, actor: str | None) -> str | None:
        """Return the name of an actor id, `None` for none or one that is not there."""
        found = self.actors.get(actor) if actor is not None else None
        return found.name if found is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Generic[Row]):
    """One row where it stands; `days` is when, or as of when, it holds.

    `known` is what `once` has found out about it.
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
        found = span_at(self.setting.sentences, self.span.start)
        if found is None:
            return self.words
        return self.setting.article.text[found.start : max(found.end, self.span.end)]


def once(read: Reader) -> Reader:
    """Return `read` such that it reads each telling once: what it found stays with the telling.

    A row is compared with many others, and what is compared of it follows from it alone.
    """

    @wraps(read)
    def recall(telling: Telling[Row]) -> Any:
        if read not in telling.known:
            telling.known[read] = read(telling)
        return telling.known[read]

    return cast(Reader, recall)


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


def set_readings(readings: Sequence[Reading]) -> dict[str, tuple[Reading, Setting]]:
    """Return the readings that have an article, by its id, with their settings."""
    keys = key_actors(readings)
    settings: dict[str, tuple[Reading, Setting]] = {}
    for reading in readings:
        article = reading.article
        if article is None:
            continue
        settings[article.id] = (
            reading,
            Setting(
                article=article,
                actors={actor.id: actor for actor in reading.actors},
                keys={actor.id: keys[article.id, actor.id] for actor in reading.actors},
                states=tuple(actor for actor in reading.actors if actor.kind == "state"),
            ),
        )
    return settings
