"""Find whom "he", "them" or "our" means that takes part in an act."""

from collections.abc import Collection, Sequence

from onrecord.acts.draft import Draft
from onrecord.acts.items import Item
from onrecord.acts.sentences import Sentence
from onrecord.coreference import GENDERS, Gender, MentionIndex, People, Rating
from onrecord.records import Actor, PronounScorer, Span, Statement

_SELF = frozenset("i me my we us our".split())
_PLURAL = frozenset("they them their".split())
_BODY = frozenset("it its".split())
_NEAR = 400  # characters back to those who met, whom "they" can mean
# How likely somebody is at least who is taken for "he" or "she", and from where on without doubt
# (docs/measures.md: a wrong person is worse than none).
_LEAST = 0.6
_PLAIN = 0.8
# How much likelier "he" is the one whose words are told than another named near by.
_SPEAKER = 4.0


class Resolver:
    """Who the pronouns of one article mean, where they take part in an act, in reading order."""

    def __init__(
        self, text: str, actors: Sequence[Actor], scorer: PronounScorer | None = None
    ) -> None:
        """`scorer` is what the trained reader says of pronouns."""
        self._actors = {actor.id: actor for actor in actors}
        self._people = People(text, MentionIndex(actors), scorer)
        self._several: tuple[int, tuple[str, ...]] | None = None

    def resolve(self, sentence: Sentence, draft: Draft, statement: Statement | None) -> None:
        """Fill in the actors and recipients that pronouns of `draft` mean, where that is clear.

        `statement` is the one around it: in a paraphrase a pronoun is its speaker where kind,
        gender and pronoun agree and nobody else is named before; in direct speech "he" is not.
        """
        if draft.pronoun is not None:
            draft.actors = self._means(sentence, draft, draft.pronoun, statement, draft.recipients)
            draft.recipients = tuple(a for a in draft.recipients if a not in draft.actors)
        if draft.receiving is not None and not draft.recipients:
            draft.recipients = self._means(
                sentence, draft, draft.receiving, statement, draft.actors
            )
        sides = (*draft.actors, *draft.recipients)
        named = draft.pronoun is None and draft.receiving is None
        if draft.trigger.type == "CONSULT" and len(sides) > 1 and named:
            self._several = draft.span.start, sides

    def _means(
        self,
        sentence: Sentence,
        draft: Draft,
        item: Item,
        statement: Statement | None,
        others: Collection[str],
    ) -> tuple[str, ...]:
        """Return who `item` means, nobody of `others`, who take part on the other side."""
        word = item.lower
        speaker = self._actors.get(statement.speaker or "") if statement is not None else None
        direct = statement is not None and statement.kind == "direct"
        if word in GENDERS:
            found = self._person(sentence, draft, item, speaker, direct=direct, others=others)
            return () if found is None else (found.id,)
        told = speaker is not None and speaker.kind != "person" and not direct
        if speaker is not None and (word in _SELF or (told and word in _BODY | _PLURAL)):
            return () if speaker.id in others else (speaker.id,)
        if word in _PLURAL and self._several is not None:
            near = draft.span.start - self._several[0] < _NEAR
            return tuple(a for a in self._several[1] if near and a not in others)
        if word == "it":
            body = self._body_before(sentence, draft.at)
            return () if body is None or body in others else (body,)
        return ()

    def _person(
        self,
        sentence: Sentence,
        draft: Draft,
        item: Item,
        speaker: Actor | None,
        *,
        direct: bool,
        others: Collection[str],
    ) -> Actor | None:
        gender, place = GENDERS[item.lower], Span(item.start, item.end)
        barred = {*others, speaker.id} if speaker is not None and direct else set(others)
        told = None if direct or speaker is None or speaker.kind != "person" else speaker
        fits = told is not None and told.id not in barred and self._people.fits(told, gender)
        if told is not None and fits and not self._others(sentence, item, told, gender):
            return told
        resumed = self._people.resume(gender, place)
        if resumed is not None and resumed.id not in barred:
            return resumed
        rating = self._people.rate(place, gender)
        rating = _weigh(rating, told, barred)
        if rating.best is None or rating.best[0] < _LEAST:
            return None
        odds, actor = rating.best
        self._people.learn(odds, actor, gender)
        draft.unclear |= odds < _PLAIN
        return actor

    def _others(self, sentence: Sentence, item: Item, speaker: Actor, gender: Gender) -> bool:
        """Return whether another person than the speaker is named before the pronoun."""
        return any(
            each.person
            and each.actor != speaker.id
            and each.start < item.start
            and self._people.fits(self._actors[each.actor or ""], gender)
            for each in sentence.items
        )

    def _body_before(self, sentence: Sentence, at: int) -> str | None:
        """Return the first state, body or group before item `at` that owns nothing there."""
        for item in sentence.items[:at]:
            if item.actor is not None and not item.person and not item.possessive:
                return item.actor
        return None


def _weigh(rating: Rating, told: Actor | None, barred: Collection[str]) -> Rating:
    """Return the rating without those who are `barred`, whose words are `told` raised."""

    def weight(actor: Actor) -> float:
        if actor.id in barred:
            return 0.0
        return _SPEAKER if told is not None and actor.id == told.id else 1.0

    return rating.weigh(weight)
