"""Who "he", "she", "it" and "they" are.

A person is rated by the places of the names and of the pronoun in their sentences; a body is the
last source or subject. Gender is learnt from this article alone: from titles and nouns at the
names, and from pronouns that leave no choice. No list of first names is used: a wrong name is worse
than none.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from onrecord.records import Actor, PronounScorer, Span
from onrecord.spans import contains
from onrecord.statements.candidates import Sentences, load_fitness
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
GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his"), "he"),
    **dict.fromkeys(("she", "her", "hers"), "she"),
}
_RESUMED = re.compile(r",? (?:when |as |while |before |after |because |and that )?")
_REACH = 12  # mentions before the pronoun
_AHEAD = 200  # characters behind a pronoun that comes before its name
_FAR = 2000
_SURE = 0.8  # from here on the pronoun tells the gender
_LIKELY = 0.5
# How much the last speaker is likelier to speak on; weighed on GUM (evaluation.statements.gum),
# where 1.5 to 4 do alike, and the example pages (evaluation.statements.expected), where less loses.
_SAME_SPEAKER = 4.0
# How much less likely somebody speaks who was last named in what another said (same measures).
_SPOKEN_OF = 0.25
_NESTED = 8  # pieces of content looked back over for one that still runs on
_KNOWN = 2.0  # how much likelier somebody is whose gender is known to fit


class PronounMemory:
    """What is known of the people of one article while it is read from its start to its end."""

    def __init__(
        self,
        text: str,
        actors: Sequence[Actor],
        index: MentionIndex,
        contents: Sequence[Span] = (),
        scorer: PronounScorer | None = None,
    ) -> None:
        """`contents` are paraphrases: who is named in one is spoken of, and seldom speaks next.

        `scorer` is what the trained reader says of pronouns; without it their places decide alone.
        """
        self._scorer = scorer
        self._text = text
        self._contents = sorted(contents)
        self._sentences: Sentences | None = None  # read when a pronoun needs them
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

    def resolve(self, pronoun: str, span: Span, *, speaks: bool = False) -> Found:
        """Return who the third-person pronoun at `span` means; `speaks`: it is a source."""
        if pronoun in GENDERS:
            return self._resolve_person(GENDERS[pronoun], span, speaks)
        if pronoun in {"it", "they"}:
            return self._resolve_body(pronoun)
        return UNKNOWN

    def resume(self, pronoun: str, span: Span) -> Found:
        """Return who is named right before "he" or "she": "The mayor, Ida Berg, she said"."""
        gender = GENDERS.get(pronoun)
        before = self._index.before(span.start, 1)
        if gender is None or not before or before[0].actor.kind != "person":
            return UNKNOWN
        between = self._text[before[0].span.end : span.start]
        fits = self._fits(before[0].actor, gender) and _RESUMED.fullmatch(between)
        return Found(before[0].actor, "pronoun") if fits else UNKNOWN

    def _resolve_person(self, gender: Gender, span: Span, speaks: bool) -> Found:
        """Return a name taken up at once, the speaker so far, or who fits the pronoun's place best.

        The gender of who is meant without a rival is remembered.
        """
        resumed = self.resume(gender, span)
        if resumed.actor is not None:
            return resumed
        rated, neither = self._rate(span, gender)
        if speaks:
            rated = self._favour(self._pass_over(rated, span))
            neither = 1.0 - sum(odds for odds, _ in rated)
        if not rated or rated[0][0] < neither:
            return UNKNOWN
        likely, actor = rated[0]
        if likely > _SURE:
            self._gender.setdefault(actor.id, gender)
        return Found(actor, "pronoun" if likely > _LIKELY else "guess")

    def _rate(self, pronoun: Span, gender: Gender) -> tuple[list[tuple[float, Actor]], float]:
        """Return who is named near a pronoun, the likeliest first, and the odds of none of them."""
        near = [
            *self._index.before(pronoun.start, _REACH)[::-1],
            *self._index.inside(Span(pronoun.end, pronoun.end + _AHEAD)),
        ]
        people: dict[str, Actor] = {}
        names: dict[str, list[Span]] = {}
        for mention in near:
            close = abs(mention.span.start - pronoun.start) < _FAR
            if close and mention.actor.kind == "person" and self._fits(mention.actor, gender):
                people[mention.actor.id] = mention.actor
                names.setdefault(mention.actor.id, []).append(mention.span)
        if self._sentences is None:
            self._sentences = Sentences(self._text)
        rated = load_fitness().rate(self._sentences, pronoun, names, self._scorer)
        neither = 1.0 - sum(rated.values())
        for each in rated:
            rated[each] *= _KNOWN if self._gender.get(each) == gender else 1.0
        total = sum(rated.values()) + neither
        ranked = sorted(
            ((rated[each] / total, people[each]) for each in people), key=lambda pair: -pair[0]
        )
        return ranked, neither / total

    def _pass_over(
        self, rated: list[tuple[float, Actor]], pronoun: Span
    ) -> list[tuple[float, Actor]]:
        """Return the odds with those lowered of who was last named in what another said."""
        lowered: list[tuple[float, Actor]] = []
        for odds, actor in rated:
            last = next(
                (
                    mention.span
                    for mention in self._index.before(pronoun.start, _REACH)
                    if mention.actor.id == actor.id
                ),
                None,
            )
            told = last is not None and self._is_told(last) and not self._is_told(pronoun)
            lowered.append((odds * (_SPOKEN_OF if told else 1.0), actor))
        total = sum(odds for odds, _ in lowered) + 1.0 - sum(odds for odds, _ in rated)
        return sorted(((odds / total, actor) for odds, actor in lowered), key=lambda pair: -pair[0])

    def _is_told(self, span: Span) -> bool:
        at = bisect_right(self._contents, span.start, key=lambda piece: piece.start)
        return any(contains(piece, span) for piece in self._contents[max(0, at - _NESTED) : at])

    def _favour(self, rated: list[tuple[float, Actor]]) -> list[tuple[float, Actor]]:
        """Return the odds with those of the last speaker raised, the likeliest first."""
        last = next((actor.id for actor, _, source in reversed(self._focus) if source), None)
        raised = [
            (odds * (_SAME_SPEAKER if actor.id == last else 1.0), actor) for odds, actor in rated
        ]
        total = sum(odds for odds, _ in raised) + 1.0 - sum(odds for odds, _ in rated)
        return sorted(((odds / total, actor) for odds, actor in raised), key=lambda pair: -pair[0])

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
