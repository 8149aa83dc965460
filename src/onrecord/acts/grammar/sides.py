"""Whom "both sides" and "the two governments" mean: two states that the article tells of."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from onrecord.records import Actor, Span

BOTH = "both sides"
"""How such a phrase stands in a sentence, whatever its words are."""

_NEAR = 700  # characters back to a sentence that names the two
_TIMES = 2  # as often as any third, if the article as a whole has to tell who they are
_LEAST = 2  # times that each of the two is named, if the article is about them
TWO = frozenset({"the two", "both", "the pair"})
"""Phrases for any two, people too."""
_PHRASE = re.compile(
    r"\b(?:both|the two)(?: [a-z-]+)?"
    r" (?:sides|parties|governments|countries|nations|states|neighbou?rs|powers|superpowers"
    r"|capitals|rivals|foes|adversaries|enemies|allies|delegations|armies|militaries)\b"
    r"(?!['’]| of )"
    # "The two agreed", "Both have said": with a capital they open a sentence.
    r"|(?-i:\b(?:The two|Both|The pair)\b)(?= (?:also |then |later |both )?"
    r"(?:have|had|has|will|would|were|are|met|spoke|held|told|said|sent|gave|took|made|left|went|swore|struck|won|lost|\w{3,}ed)\b)"
    r"(?! \w+ (?:were|are)\b)"  # "Both killed were sailors"
    # "A truce that the two signed", "since the two met".
    r"|(?<=(?:.that|which|since|.when|after|efore|while) )the two(?= (?:have|had|were|are|met"
    r"|signed|agreed|fought|held|broke|exchanged|clashed|severed|restored|resumed)\b)"
    r"|(?<=\bbetween )the two\b(?=[.,;:”\"]| (?:and|as|on|in|over|since|after|for|but|would)\b)",
    re.IGNORECASE,
)


def find_both(text: str) -> Iterator[Span]:
    """Yield the phrases of a text that mean two sides: "both governments"."""
    for match in _PHRASE.finditer(text):
        yield Span(*match.span())


class Sides:
    """The states of one article, in the order in which its sentences name them."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        """Who has a state that is named itself stands for that state."""
        states = {actor.state: actor.id for actor in actors if actor.kind == "state"}
        self._state_of = {
            actor.id: actor.id if actor.kind == "state" else states[actor.state]
            for actor in actors
            if actor.kind == "state" or (actor.state is not None and actor.state in states)
        }
        self._counts = Counter[str]()
        for actor in actors:
            if actor.id in self._state_of:
                self._counts[self._state_of[actor.id]] += len(actor.mentions)
        self._named: list[tuple[int, tuple[str, ...]]] = []

    def note(self, at: int, actors: Iterable[str]) -> None:
        """Note who is named in the sentence that starts at character `at`."""
        self._named.append((at, self._states(actors)))

    def are_states(self, actors: Iterable[str]) -> bool:
        """Return whether each of the actors is a state, or stands for one that is named."""
        return all(actor in self._state_of for actor in actors)

    def find(self, at: int, before: Iterable[str], barred: Collection[str]) -> tuple[str, ...]:
        """Return the two that a phrase at character `at` means, or nobody.

        `before` are those named before it in its sentence; who is `barred` is none of them.
        """
        out = set(self._states(barred))
        near = [named for start, named in reversed(self._named) if at - start <= _NEAR]
        for named in (self._states(before), *near):
            two = tuple(state for state in named if state not in out)
            if len(two) == 2:
                return two
            if len(two) > 2:
                return ()
        often = [(state, count) for state, count in self._counts.most_common() if state not in out]
        if len(often) < 2 or often[1][1] < _LEAST:
            return ()  # an article about a strike may name two neighbours in passing
        if len(often) > 2 and often[1][1] < _TIMES * often[2][1]:
            return ()
        two = tuple(sorted(state for state, _ in often[:2]))
        told = {state for _, named in self._named for state in named}
        return two if told.issuperset(two) else ()  # who is named later on is neither

    def _states(self, actors: Iterable[str]) -> tuple[str, ...]:
        found = (self._state_of.get(actor) for actor in actors)
        return tuple(dict.fromkeys(state for state in found if state is not None))
