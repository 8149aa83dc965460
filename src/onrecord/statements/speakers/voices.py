"""Whose voice a stretch of text is: who "I" is in a quotation, a turn or a speech."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.coreference import MentionIndex
from onrecord.records import Actor, Span
from onrecord.statements.rules.interviews import find_interview
from onrecord.statements.rules.turns import find_turns

# "Remarks by President Ida Berg", "Berg Speech on Trade": what says that the page is one speech.
_SPEECH = re.compile(
    r"\b(?:remarks|speech|address|statement|testimony|lecture|sermon|report|letter)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|of|from|address)\s+(?:[\w.’'-]+\s+){0,4}$", re.IGNORECASE)
_SPEECH_BEHIND = re.compile(
    r"(?:[’']s)?(?: [A-Z][\w’'-]*){0,3} (?:remarks|speech|address|statement|testimony|lecture)\b",
    re.IGNORECASE,
)
_MOST_NAMED = 3  # times that who gives a speech is named in it, in notes and signatures
_OPENING = 8  # paragraphs in which a page says whose speech it is
_PARAGRAPH = re.compile(r"[^\n]+")


class Voices:
    """The turns of a transcript or an interview, or the one speaker of a speech, by position."""

    def __init__(self, text: str, index: MentionIndex) -> None:
        paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
        self._text = text
        self._turns = _read_turns(text, paragraphs, index)
        self._starts = [turn.span.start for turn in self._turns]
        self._only = None if self._turns else _find_only(text, paragraphs, index)

    def at(self, position: int) -> Actor | None:
        """Return whose turn or speech `position` stands in."""
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return self._only
        turn = self._turns[number]
        return turn.speaker if position < turn.span.end else None

    def addressed(self, position: int) -> Actor | None:
        """Return who is asked by the question in whose turn `position` stands: who speaks next."""
        number = bisect_right(self._starts, position) - 1
        if number < 0 or number + 1 >= len(self._turns):
            return None
        turn = self._turns[number]
        asked = position < turn.span.end and "?" in self._text[slice(*turn.span)]
        return self._turns[number + 1].speaker if asked else None


class _Turn(NamedTuple):
    """The words of one turn, and who speaks."""

    span: Span
    speaker: Actor | None


def _read_turns(text: str, paragraphs: Sequence[Span], index: MentionIndex) -> list[_Turn]:
    interview = find_interview(text, index)
    if interview is not None:
        asked = None if interview.asked is None else interview.asked.actor
        parts = [(words, None) for words in interview.questions]
        return sorted(_Turn(*part) for part in (*parts, *((a, asked) for a in interview.answers)))
    turns = find_turns(text, paragraphs) or _find_named_turns(text, paragraphs, index)
    ends = [*(label.start for label, _ in turns.values()), len(text)][1:]
    return [
        _Turn(Span(words.start, end), _labelled(text, label, index))
        for (label, words), end in zip(turns.values(), ends, strict=True)
    ]


def _labelled(text: str, label: Span, index: MentionIndex) -> Actor | None:
    named = [each.actor for each in index.inside(label) if each.actor.kind == "person"]
    return named[0] if named else index.by_surname(text[label.start : label.end])


def _find_named_turns(
    text: str, paragraphs: Sequence[Span], index: MentionIndex
) -> dict[int, tuple[Span, Span]]:
    """Return the label and the words of paragraphs that open with a person's name and a colon.

    The first of them must stand where the page begins, as in a speech under its speaker's name.
    """
    turns: dict[int, tuple[Span, Span]] = {}
    for number, paragraph in enumerate(paragraphs):
        if number >= _OPENING and not turns:
            break
        for mention in index.inside(Span(paragraph.start, paragraph.start + 20))[:1]:
            label = Span(paragraph.start, mention.span.end)
            colon = text[label.end : label.end + 2] == ": "
            if colon and mention.actor.kind == "person":
                turns[number] = (label, Span(label.end + 2, paragraph.end))
    return turns


def _find_only(text: str, paragraphs: Sequence[Span], index: MentionIndex) -> Actor | None:
    """Return the one speaker of the page, by a title: "Remarks by Ida Berg", "Berg Speech"."""
    for paragraph in paragraphs[:_OPENING]:
        people = [each for each in index.inside(paragraph) if each.actor.kind == "person"]
        words = text[paragraph.start : paragraph.end]
        if not people or words[-1:] in ".?!" or not _SPEECH.search(words):
            continue
        first = people[0]
        if _is_told_of(first.actor, paragraph.end):
            continue
        if _SPEECH_BEHIND.match(text, first.span.end):
            return first.actor
        before = text[paragraph.start : first.span.start]
        if _BY.search(before) and len({each.actor.id for each in people}) == 1:
            return first.actor
    return None


def _is_told_of(actor: Actor, end: int) -> bool:
    """Return whether the text behind the title tells of its person, as no speech of theirs does."""
    return sum(mention.start > end for mention in actor.mentions) > _MOST_NAMED
