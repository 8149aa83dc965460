"""Who "he", "she", "it" and "they" are: the nearest compatible source or subject before them.

Gender is learnt from this article alone: from titles and nouns at the names, and from pronouns
that leave no choice. No list of first names is used: a wrong name is worse than none.
"""

import re
from collections.abc import Sequence
from typing import Literal

from onrecord.records import Actor, Span
from onrecord.statements.mentions import MentionIndex
from onrecord.statements.sources import UNKNOWN, Found

Gender = Literal["he", "she"]

_HE_BEFORE = re.compile(
    r"\b(?:Mr\.?|Sir|Lord|King|Prince|Pope|Father|Sheikh|Congressman|Chairman|Spokesman|spokesman|businessman|chairman|congressman)\s(?:[A-Z]\S*\s){0,2}$"
)
_SHE_BEFORE = re.compile(
    r"\b(?:Ms\.?|Mrs\.?|Miss|Lady|Dame|Baroness|Queen|Princess|Congresswoman|Chairwoman|Spokeswoman|spokeswoman|businesswoman|chairwoman|congresswoman|actress)\s(?:[A-Z]\S*\s){0,2}$"
)
_HE_AFTER = re.compile(
    r",[^,.]{0,40}\b(?:spokesman|chairman|congressman|businessman|father|husband|son|brother|king|prince)\b"
)
_SHE_AFTER = re.compile(
    r",[^,.]{0,40}\b(?:spokeswoman|chairwoman|congresswoman|businesswoman|mother|wife|daughter|sister|queen|princess)\b"
)
# "Ida Berg, when she said": the name that the pronoun takes up again.
_RESUMED = re.compile(r",? (?:when |as |while |before |after |because |and that )?")
_REACH = 12  # mentions before the pronoun
_CLOSE = 300  # characters: a source that near is stronger than a name in between


class PronounMemory:
    """What is known of the people of one article while it is read from its start to its end."""

    def __init__(self, text: str, actors: Sequence[Actor], index: MentionIndex) -> None:
        self._text = text
        self._index = index
        self._gender: dict[str, Gender] = {}
        self._focus: list[tuple[Actor, int, bool]] = []  # who, where, and whether as a source
        for mention in index.mentions:
            if mention.actor.kind == "person" and mention.actor.id not in self._gender:
                gender = _gender_at(text, mention.span)
                if gender is not None:
                    self._gender[mention.actor.id] = gender

    def note(self, actor: Actor | None, position: int, *, source: bool) -> None:
        """Remember a source or else a subject at `position`; call in reading order."""
        if actor is not None:
            self._focus.append((actor, position, source))

    def resolve(self, pronoun: str, position: int) -> Found:
        """Return who the third-person subject pronoun at `position` means."""
        if pronoun in {"he", "she"}:
            apposed = self._index.before(position, 1)
            if apposed and apposed[0].actor.kind == "person":
                between = self._text[apposed[0].span.end : position]
                if _RESUMED.fullmatch(between) and self._fits(apposed[0].actor, pronoun):  # type: ignore[arg-type]
                    return Found(apposed[0].actor, "pronoun")
            gender: Gender = "he" if pronoun == "he" else "she"
            return self._resolve_person(gender, position)
        if pronoun in {"it", "they"}:
            return self._resolve_body(pronoun)
        return UNKNOWN

    def _resolve_person(self, gender: Gender, position: int) -> Found:
        known_near = any(self._gender.get(actor.id) == gender for actor, _, _ in self._focus[-6:])
        for actor, at, source in reversed(self._focus[-6:]):
            if actor.kind != "person" or not self._fits(actor, gender):
                continue
            if known_near and not source and actor.id not in self._gender:
                continue  # a mere subject of unknown gender yields to a person of the right one
            rival = self._rival(actor, gender, at, position)
            if rival is None:
                self._gender.setdefault(actor.id, gender)
                return Found(actor, "pronoun")
            if position - at < _CLOSE:
                return Found(actor, "pronoun")  # named since, but neither speaker nor subject
            known = self._gender.get(actor.id) == gender
            return Found(actor if known else rival, "guess")
        return self._resolve_nearest(gender, position)

    def _resolve_nearest(self, gender: Gender, position: int) -> Found:
        """Return the nearest person named before `position`, where nobody spoke or acted yet."""
        people = {
            mention.actor.id: mention.actor
            for mention in self._index.before(position, _REACH)
            if mention.actor.kind == "person" and self._fits(mention.actor, gender)
        }
        if not people:
            return UNKNOWN
        known = [actor for actor in people.values() if self._gender.get(actor.id) == gender]
        nearest = (known or list(people.values()))[0]
        return Found(nearest, "pronoun" if len(people) == 1 else "guess")

    def _rival(self, actor: Actor, gender: Gender, at: int, position: int) -> Actor | None:
        """Return another person known to be of the gender who was named since `actor` at `at`."""
        for mention in self._index.before(position, _REACH):
            if mention.span.start <= at:
                return None
            if mention.actor.id != actor.id and self._gender.get(mention.actor.id) == gender:
                return mention.actor
        return None

    def _fits(self, actor: Actor, gender: Gender) -> bool:
        return self._gender.get(actor.id, gender) == gender

    def _resolve_body(self, pronoun: str) -> Found:
        """Return the body or, for "they", the group of the last source or subject."""
        wanted = {"group"} if pronoun == "they" else {"state", "organisation"}
        if pronoun == "they" and self._focus and self._focus[-1][2]:
            wanted = {"group", "organisation"}  # "The Harbour Board denied it. They said ..."
        for actor, _, _ in reversed(self._focus[-2:]):
            if actor.kind in wanted:
                return Found(actor, "pronoun" if actor is self._focus[-1][0] else "guess")
        return UNKNOWN

    def latest(self, actors: Sequence[Actor]) -> Actor | None:
        """Return the one of `actors` that was a source or subject last."""
        wanted = {actor.id for actor in actors}
        return next((actor for actor, _, _ in reversed(self._focus) if actor.id in wanted), None)


def _gender_at(text: str, span: Span) -> Gender | None:
    before = text[max(0, span.start - 40) : span.start]
    after = text[span.end : span.end + 60]
    if _HE_BEFORE.search(before) or _HE_AFTER.match(after):
        return "he"
    if _SHE_BEFORE.search(before) or _SHE_AFTER.match(after):
        return "she"
    return None
