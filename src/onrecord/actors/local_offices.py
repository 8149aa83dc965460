"""Offices below a state's own, whose holder is somebody without a name: "shot | the mayor |"."""

from collections.abc import Iterable

from onrecord.actors.described import speaks
from onrecord.actors.modifiers import noun_follows
from onrecord.actors.reading import Sentence
from onrecord.actors.views import View
from onrecord.actors.words import SHORT_TITLES

_OFFICES = frozenset(
    "mayor governor judge magistrate bishop archbishop sheriff prosecutor king queen sultan emir "
    "pope".split()
)


def find_held(sentences: Iterable[Sentence]) -> set[str]:
    """Return the offices whose holders the page names, by a short title too: "Gov. Ida Berg"."""
    held = set()
    for sentence in sentences:
        held |= {phrase.head for phrase in sentence.linked.values()}
        held |= {phrase.head.removesuffix("s") for phrase in sentence.linked.values()}
        titles = SHORT_TITLES.keys() & {token.text for token in sentence.view.tokens}
        held |= {SHORT_TITLES[title][0].lower() for title in titles}
    return held


def holds_local_office(view: View, noun: int) -> bool:
    """Return whether "the mayor" is somebody, where the page names none.

    Who speaks is mostly one whom it names without his office: "The governor said".
    """
    local = view.tokens[noun].text in _OFFICES and view.lower(noun - 1) == "the"
    return local and not noun_follows(view, noun + 1) and not speaks(view, noun, noun + 1)
