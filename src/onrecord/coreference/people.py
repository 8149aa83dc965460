"""The people of an article as those whom "he" and "she" can mean.

A person is rated by the places of the names and of the pronoun in their sentences, and by what the
trained reader makes of the words. Gender is learnt from this article: from titles and nouns at the
names, and from pronouns that leave no choice. What a given name tells of it is no more than a hint.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.coreference.candidates import Sentences, load_fitness
from onrecord.coreference.mentions import MentionIndex
from onrecord.records import Actor, PronounScorer, Span
from onrecord.text.given_names import load_genders

Gender = Literal["he", "she"]

_FORENAMES = r"(?:[A-Z][^\s.]* |[A-Z]\. ){0,2}"
# "Ida Berg, the town's former | chairwoman |, ...": no clause, and nobody else's noun.
_APPOSED = (
    r",(?: who (?:is|was|became))?"
    r"(?: (?!who|as|with|and|to|that|after|in|told|said)[\w’'.-]+){0,5}? (?:%s)"
    r"(?=[,.;)]|$| (?:of|for|to|at|in|and)\b)"
)
_HE_BEFORE = re.compile(
    r"\b(?:Mr\.?|Sir|Lord|King|Prince|Pope|Father|Sheikh|Congressman|Chairman|Spokesman|spokesman"
    rf"|businessman|chairman|congressman) {_FORENAMES}$"
    r"|\b(?:husband|father|son|brother|uncle|nephew),? $"  # "her husband, Jan Holt"
)
_SHE_BEFORE = re.compile(
    r"\b(?:Ms\.?|Mrs\.?|Miss|Lady|Dame|Baroness|Queen|Princess|Congresswoman|Chairwoman"
    rf"|Spokeswoman|spokeswoman|businesswoman|chairwoman|congresswoman|actress) {_FORENAMES}$"
    r"|\b(?:wife|widow|mother|daughter|sister|aunt|niece),? $"
)
_HE_AFTER = re.compile(
    r" and his\b|"
    + _APPOSED % "spokesman|chairman|congressman|businessman|father|husband|son|brother|king|prince"
)
_SHE_AFTER = re.compile(
    r" and her\b|"  # "Ida Berg and her deputy"
    + _APPOSED
    % (
        "spokeswoman|chairwoman|congresswoman|businesswoman|mother|wife|daughter|sister|queen"
        "|princess"
    )
)
GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his"), "he"),
    **dict.fromkeys(("she", "her", "hers"), "she"),
}
# "Ida Berg, when she said": the name that the pronoun takes up again.
_RESUMED = re.compile(r",? (?:when |as |while |before |after |because |and that )?")
REACH = 12  # mentions before the pronoun
_AHEAD = 200  # characters behind a pronoun that comes before its name, in one sentence
_FAR = 2000
_SURE = 0.9  # from here on the pronoun tells the gender
_KNOWN = 2.0  # how much likelier somebody is whose gender is known to fit
_TOLD: dict[str, Gender] = {"f": "she", "m": "he"}
# Titles that are read as a part of the name.
_TITLES: dict[str, Gender] = {
    **dict.fromkeys("Herr Monsieur Señor Signor Senhor Pan Father Brother".split(), "he"),
    **dict.fromkeys("Frau Madame Señora Signora Senhora Pani Mother Sister Sheikha".split(), "she"),
}
_NAMED = 6.0  # how much less likely somebody is whose given name tells another one


@dataclass(frozen=True, slots=True)
class Rating:
    """Who can be meant, the likeliest first, each with the odds, and the odds of none of them."""

    people: tuple[tuple[float, Actor], ...]
    neither: float

    @property
    def best(self) -> tuple[float, Actor] | None:
        """The likeliest with the odds, if anybody is at least as likely as nobody."""
        if not self.people or self.people[0][0] < self.neither:
            return None
        return self.people[0]

    def weigh(self, weight: Callable[[Actor], float]) -> "Rating":
        """Return the rating with the odds of each multiplied by what `weight` says of them."""
        weighed = [(odds * weight(actor), actor) for odds, actor in self.people]
        total = sum(odds for odds, _ in weighed) + self.neither
        return _rank([(odds / total, actor) for odds, actor in weighed], self.neither / total)


class People:
    """What is known of the people of one article while its pronouns are read from start to end."""

    def __init__(self, text: str, index: MentionIndex, scorer: PronounScorer | None = None) -> None:
        """`scorer` is what the trained reader says of pronouns; else their places decide alone."""
        self._text = text
        self._index = index
        self._scorer = scorer
        self._sentences: Sentences | None = None  # read when a pronoun needs them
        self._gender: dict[str, Gender] = {}
        for mention in index.mentions:
            if mention.actor.kind == "person" and mention.actor.id not in self._gender:
                gender = _gender_at(text, mention.span)
                if gender is not None:
                    self._gender[mention.actor.id] = gender

    @property
    def sentences(self) -> Sentences:
        """The words of the text."""
        if self._sentences is None:
            self._sentences = Sentences(self._text)
        return self._sentences

    def fits(self, actor: Actor, gender: Gender) -> bool:
        """Return whether nothing is known against the gender of `actor`."""
        return self._gender.get(actor.id, gender) == gender

    def is_called_otherwise(self, actor: Actor, gender: Gender) -> bool:
        """Return whether the given name of `actor` tells the other gender, and no more is known."""
        told = _gender_of_name(actor.name)
        return told not in {None, gender} and self._gender.get(actor.id) != gender

    def learn(self, odds: float, actor: Actor, gender: Gender) -> None:
        """Remember the gender of who is meant without a rival."""
        if odds > _SURE:
            self._gender.setdefault(actor.id, gender)

    def resume(self, gender: Gender, pronoun: Span) -> Actor | None:
        """Return who is named right before "he" or "she": "The mayor, Ida Berg, she said"."""
        before = self._index.before(pronoun.start, 1)
        if not before or before[0].actor.kind != "person":
            return None
        between = self._text[before[0].span.end : pronoun.start]
        resumed = self.fits(before[0].actor, gender) and _RESUMED.fullmatch(between)
        return before[0].actor if resumed else None

    def rate(self, pronoun: Span, gender: Gender) -> Rating:
        """Return who is named near a pronoun and how likely it means each of them."""
        ahead = min(pronoun.end + _AHEAD, self.sentences.end(pronoun.start))
        near = [
            *self._index.before(pronoun.start, REACH)[::-1],
            *self._index.inside(Span(pronoun.end, max(pronoun.end, ahead))),
        ]
        people: dict[str, Actor] = {}
        names: dict[str, list[Span]] = {}
        for mention in near:
            close = abs(mention.span.start - pronoun.start) < _FAR
            if close and mention.actor.kind == "person" and self.fits(mention.actor, gender):
                people[mention.actor.id] = mention.actor
                names.setdefault(mention.actor.id, []).append(mention.span)
        rated = load_fitness().rate(self.sentences, pronoun, names, self._scorer)
        rating = Rating(
            tuple((rated[each], people[each]) for each in people), 1 - sum(rated.values())
        )
        return rating.weigh(lambda actor: self._weight(actor, gender))

    def _weight(self, actor: Actor, gender: Gender) -> float:
        """Return how much likelier somebody is for what is known of the gender."""
        if actor.id in self._gender:
            return _KNOWN  # who does not fit is not asked for
        told = _gender_of_name(actor.name)
        if told is None:
            return 1.0
        return _KNOWN if told == gender else 1 / _NAMED


def _rank(people: Sequence[tuple[float, Actor]], neither: float) -> Rating:
    return Rating(tuple(sorted(people, key=lambda pair: -pair[0])), neither)


def _gender_of_name(name: str) -> Gender | None:
    """Return the gender that most people of the given name have; of a surname alone none."""
    given, _, surname = name.partition(" ")
    if not surname:
        return None
    return _TITLES.get(given) or _TOLD.get(load_genders().get(given, ""))


def _gender_at(text: str, span: Span) -> Gender | None:
    before = text[max(0, span.start - 40) : span.start]
    after = text[span.end : span.end + 60]
    surname = " " not in text[span.start : span.end]
    if surname and before.endswith(", ") and after[:1] == " ":
        before = ""  # a clause goes on there: "to speak with his mother, Berg rang"
    if _HE_BEFORE.search(before) or _HE_AFTER.match(after):
        return "he"
    if _SHE_BEFORE.search(before) or _SHE_AFTER.match(after):
        return "she"
    return None
