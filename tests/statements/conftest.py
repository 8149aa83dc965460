"""Builders: an article from its text, actors from their names, rows as words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from onrecord.ids import hash_id
from onrecord.records import (
    Actor,
    ActorKind,
    Article,
    Attribution,
    Published,
    Sector,
    Span,
    Statement,
    Timex,
)
from onrecord.statements import find_statements
from onrecord.text import outline_text


@dataclass(frozen=True)
class Row:
    """A statement with words and names in place of spans and ids."""

    statement: Statement
    kind: str
    content: tuple[str, ...]
    cue: str | None
    source: str | None
    speaker: str | None
    addressee: str | None
    relayed_by: tuple[str, ...]
    within: int | None
    answers: int | None
    act: str
    polarity: str
    condition: str | None
    certainty: str


# Name in the text: full name, kind, state, sector, role.
CAST: dict[str, tuple[str, ActorKind, str | None, Sector | None, str | None]] = {
    "Berg": ("Ida Berg", "person", "NOR", "GOV", "foreign minister"),
    "Lund": ("Tomas Lund", "person", "NOR", "GOV", "president"),
    "Kral": ("Vesna Kral", "person", "SUD", None, "ambassador"),
    "Mora": ("Julio Mora", "person", None, None, None),
    "Norland": ("Norland", "state", "NOR", "GOV", None),
    "Sudria": ("Sudria", "state", "SUD", "GOV", None),
    "Harbour Ministry": ("Harbour Ministry", "organisation", "NOR", "GOV", None),
    "General Staff": ("General Staff", "organisation", "SUD", "MIL", None),
    "Meridian News": ("Meridian News", "organisation", None, "MED", None),
}


def make_actors(text: str) -> tuple[Actor, ...]:
    """Return the actors of the cast that `text` names, with all their mentions."""
    actors = []
    for form, (name, kind, state, sector, role) in CAST.items():
        pattern = re.compile(rf"\b(?:{re.escape(name)}|{re.escape(form)})(?!\w)")
        mentions = tuple(Span(*match.span()) for match in pattern.finditer(text))
        if mentions:
            actors.append(
                Actor(
                    id=hash_id("a", name),
                    name=name,
                    kind=kind,
                    state=state,
                    sector=sector,
                    role=role,
                    mentions=mentions,
                )
            )
    return tuple(actors)


def make_article(text: str, published: date | None = None) -> Article:
    """Return an article that is all body."""
    solved = Published(
        earliest=published, latest=published, certainty="exact" if published else "unknown"
    )
    return Article(id="p1", text=text, body=Span(0, len(text)), published=solved)


def make_rows(
    text: str,
    *,
    timexes: Sequence[Timex] = (),
    published: date | None = None,
    attributions: Sequence[Attribution] | None = None,
) -> list[Row]:
    """Return the statements of `text` as rows, checking that no span leaves the text."""
    actors = make_actors(text)
    names = {actor.id: actor.name for actor in actors}
    statements = list(
        find_statements(
            make_article(text, published),
            outline_text(text),
            actors=actors,
            timexes=timexes,
            attributions=attributions,
        )
    )
    numbers = {statement.id: number for number, statement in enumerate(statements)}

    def words(span: Span | None) -> str | None:
        return None if span is None else text[span.start : span.end]

    def name(actor: str | None) -> str | None:
        return None if actor is None else names[actor]

    return [
        Row(
            statement=each,
            kind=each.kind,
            content=tuple(text[piece.start : piece.end] for piece in each.content),
            cue=words(each.cue),
            source=words(each.source),
            speaker=name(each.speaker),
            addressee=name(each.addressee),
            relayed_by=tuple(names[actor] for actor in each.relayed_by),
            within=None if each.within is None else numbers[each.within],
            answers=None if each.answers is None else numbers[each.answers],
            act=each.act,
            polarity=each.polarity,
            condition=words(each.condition),
            certainty=each.certainty,
        )
        for each in statements
    ]


@pytest.fixture
def read() -> Callable[..., list[Any]]:
    """Return the function that reads a text into rows."""
    return make_rows
