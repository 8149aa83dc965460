"""A sentence as the clause grammar reads it: words, marks, and actors and timexes as one each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.acts.grammar.sides import BOTH
from onrecord.records import Actor, Span, Timex
from onrecord.text import find_words

# "he's", "who've": a pronoun and its auxiliary.
_CONTRACTED = re.compile(
    r"(?P<who>i|you|he|she|it|we|they|who|that|there)(?P<verb>'(?:s|m|ve|re|ll|d))"
)
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a mark, a mention of an actor, or a timex.

    `lower` is its text in small letters ("" for an actor, `BOTH` for two sides); `possessive` that
    "'s" follows a mention or a timex, `person` that the actor is one.
    """

    kind: Literal["word", "mark", "actor", "timex"]
    text: str
    lower: str
    start: int
    end: int
    actor: str | None = None
    possessive: bool = False
    person: bool = False
    timex: Timex | None = None
    of_state: str | None = None  # the actor whose adjective the word is: "two | Kenyan | barges"


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention, a timex or an adjective of a state (`of_state`) at its place in the text.

    It is none of them for "both sides".
    """

    span: Span
    actor: str | None
    timex: Timex | None
    person: bool = False
    of_state: str | None = None


def mark_text(
    actors: Sequence[Actor],
    timexes: Sequence[Timex],
    both: Iterable[Span] = (),
    adjectives: Iterable[tuple[Span, str]] = (),
) -> list[Marked]:
    """Return all that is marked in reading order, the longer first of two.

    `adjectives` are those of states, with the actor that the state is.
    """
    marked = [
        Marked(span, actor.id, None, actor.kind == "person")
        for actor in actors
        for span in actor.mentions
    ]
    marked += [Marked(timex.span, None, timex) for timex in timexes]
    marked += [Marked(span, None, None) for span in both]
    marked += [Marked(span, None, None, of_state=actor) for span, actor in adjectives]
    return sorted(marked, key=lambda mark: (mark.span.start, -mark.span.end))


def find_items(text: str, sentence: Span, marked: Sequence[Marked]) -> Iterator[Item]:
    """Yield the items of one sentence in order; `marked` are those that start in it, sorted."""
    at = sentence.start
    for mark in marked:
        if mark.span.start < at or mark.span.end > sentence.end:
            continue
        yield from _words(text, Span(at, mark.span.start))
        words = text[mark.span.start : mark.span.end]
        at = mark.span.end
        owned = _POSSESSIVE.match(text, at, sentence.end)
        if mark.timex is not None:
            lower = "" if words == "May" else words.lower()  # the month is no auxiliary
            owns = owned is not None
            yield Item("timex", words, lower, *mark.span, timex=mark.timex, possessive=owns)
            continue
        if mark.of_state is not None:
            yield Item("word", words, words.lower(), *mark.span, of_state=mark.of_state)
            continue
        if mark.actor is None:
            yield Item("word", words, BOTH, *mark.span)
            continue
        if owned is not None:
            at = owned.end()
        yield Item(
            "actor",
            words,
            "",
            *mark.span,
            actor=mark.actor,
            possessive=owned is not None,
            person=mark.person,
        )
    yield from _words(text, Span(at, sentence.end))


def _words(text: str, span: Span) -> Iterator[Item]:
    for word, (start, end) in find_words(text, span):
        letters = word[0].isalnum()
        lower = word.lower().replace("’", "'")
        if lower in {"s", "'s"} and start > span.start and text[start - 1] in "'’":
            continue
        if word == "-" and text[end : end + 1] == "-":
            continue  # the first of "--"
        short = _CONTRACTED.fullmatch(lower)
        if short is not None:
            parted = start + short.end("who")
            yield Item("word", text[start:parted], short["who"], start, parted)
            yield Item("word", text[parted:end], short["verb"], parted, end)
            continue
        if word == "-" and _parts(text, start, end):
            word = lower = "—"
        yield Item("word" if letters else "mark", word, lower, start, end)


def _parts(text: str, start: int, end: int) -> bool:
    """Return whether a hyphen stands for a dash: "Kenya - then at war - left", "Kenya-- left"."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before == "-" or (before.isspace() and after.isspace())
