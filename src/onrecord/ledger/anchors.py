"""Where decisions are tied to: the words of an article, and never what a model made of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Actor, ActorKind, Article, Reading, RowKind, Span
from onrecord.stances import words_said


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAnchor:
    """A row by its place: the article's hash, the kind, the spans, and the words at them.

    `cue` tells apart two statements with one content.
    """

    article: str
    kind: RowKind
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAnchor:
    """Someone whom an article names: the name as it is printed there, and one place of it.

    With `everywhere` the name is meant in every article of the ledger, else in this one alone.
    """

    article: str
    name: str
    kind: ActorKind
    everywhere: bool = False
    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of a reading with where it stands."""

    id: str
    anchor: RowAnchor


def list_places(reading: Reading) -> Iterator[Place]:
    """Yield where the rows of `reading` stand."""
    article = reading.article
    if article is None:
        return
    for statement in words_said(reading.statements):
        anchor = _anchor(article, "statement", statement.content, statement.cue)
        yield Place(id=statement.id, anchor=anchor)
    for act in reading.acts:
        yield Place(id=act.id, anchor=_anchor(article, "act", (act.trigger,)))
    for figure in reading.figures:
        yield Place(id=figure.id, anchor=_anchor(article, "figure", (figure.span,)))


def find_row(places: list[Place], anchor: RowAnchor) -> str | None:
    """Return the id of the row that stands where `anchor` says, with the same words.

    Where the article's text has moved (a newer version cleans the page in another way), that is
    the one row of the kind with exactly these words. Nearly the same words are other words: then,
    and where several rows could be meant, there is none.
    """
    alike = [p for p in places if p.anchor.kind == anchor.kind and p.anchor.words == anchor.words]
    here = [place for place in alike if place.anchor.spans == anchor.spans]
    if len(here) > 1:
        here = [place for place in here if place.anchor.cue == anchor.cue]
    found = here or alike
    return found[0].id if len(found) == 1 else None


def find_actor(reading: Reading, name: str, kind: ActorKind, mention: Span | None) -> Actor | None:
    """Return who is mentioned at `mention`, else who has that name; `None` where nobody has."""
    article = reading.article
    if mention is not None and article is not None:
        for actor in reading.actors:
            if mention in actor.mentions:
                return actor
    folded = name.casefold()
    named = [actor for actor in reading.actors if actor.name.casefold() == folded]
    return next((actor for actor in named if actor.kind == kind), next(iter(named), None))


def _anchor(
    article: Article, kind: RowKind, spans: tuple[Span, ...], cue: Span | None = None
) -> RowAnchor:
    words = tuple(article.text[span.start : span.end] for span in spans)
    return RowAnchor(article=article.id, kind=kind, spans=spans, words=words, cue=cue)
