"""Find whom "he", "them" or "our" means that takes part in an act."""

from collections.abc import Collection, Sequence

from onrecord.acts.discourse.asked import Asked
from onrecord.acts.discourse.he_and_she import find_person
from onrecord.acts.discourse.it_and_they import find_bodies
from onrecord.acts.discourse.told_before import Told, read_told
from onrecord.acts.draft import Draft
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.sides import BOTH, TWO, Sides
from onrecord.coreference import GENDERS, MentionIndex, People
from onrecord.records import Actor, PronounScorer, Span, Statement
from onrecord.text import Quotation, span_at

_POINTING = frozenset("the their these those this".split())
_SIDES = frozenset("between among with of".split())
_HELD = frozenset({"happened", "ongoing", "planned", "offered"})
_PRESS = frozenset({"reporters", "journalists"})
_NEAR = 400  # characters back to those who met, whom "they" can mean


class Resolver:
    """Who the pronouns of one article mean, where they take part in an act, in reading order."""

    def __init__(
        self,
        text: str,
        actors: Sequence[Actor],
        statements: Sequence[Statement] = (),
        quotations: Sequence[Quotation] = (),
        scorer: PronounScorer | None = None,
    ) -> None:
        """`scorer` is what the trained reader says of pronouns.

        "He" and "she" that are the source of a statement are the statement's speaker.
        """
        self._quoted = tuple(each.span for each in quotations if not each.depth)
        self._actors = {actor.id: actor for actor in actors}
        self._sources = {
            each.source: each.lone_speaker
            for each in statements
            if each.source is not None and each.lone_speaker in self._actors
        }
        self._people = People(text, MentionIndex(actors), scorer)
        self._sides = Sides(actors)
        self._told = Told()  # the last sentence
        self._met: tuple[int, tuple[str, ...]] | None = None  # who met last, and where that stands
        self._talked = False  # whether those did so, or plan to

    def resolve(self, sentence: Sentence, draft: Draft, statement: Statement | None) -> None:
        """Fill in the actors and recipients that pronouns of `draft` mean, where that is clear.

        `statement` is the one around it: in a paraphrase a pronoun is its speaker where kind,
        gender and pronoun agree and nobody else is named in it before; in direct speech "he" is
        not, and "I" is.
        """
        if draft.pronoun is not None:
            draft.actors = self._means(sentence, draft, draft.pronoun, statement, draft.recipients)
            draft.recipients = tuple(a for a in draft.recipients if a not in draft.actors)
        if draft.receiving is not None and not draft.recipients:
            draft.recipients = self._means(
                sentence, draft, draft.receiving, statement, draft.actors
            )
        if _points_to_meeting(sentence, draft) and not (draft.actors or draft.recipients):
            draft.actors = self._who_talked(draft)
            draft.understood = bool(draft.actors)
        sides = (*draft.actors, *draft.recipients)
        named = draft.pronoun is None and draft.receiving is None
        if draft.trigger.type == "CONSULT" and len(sides) > 1 and named:
            self._met = draft.span.start, sides
            self._talked = draft.meant.modality in _HELD

    def follow(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Note who is named, and acted on, in a sentence that has been read."""
        self._told = read_told(sentence, drafts, self._actors)
        named = [item.actor for item in sentence.items if item.actor is not None]
        self._sides.note(sentence.span.start, named)

    def _means(
        self,
        sentence: Sentence,
        draft: Draft,
        item: Item,
        statement: Statement | None,
        others: Collection[str],
    ) -> tuple[str, ...]:
        speaks = self._sources.get(Span(item.start, item.end))
        if speaks is not None and item.lower in GENDERS:
            return () if speaks in others else (speaks,)
        quoted = span_at(self._quoted, item.start) is not None
        asked = Asked(
            sentence=sentence,
            item=item,
            acts=item is draft.pronoun,
            others=others,
            statement=statement,
            speaker=None if statement is None else self._actors.get(statement.lone_speaker or ""),
            direct=quoted or (statement is not None and statement.kind == "direct"),
            told=self._told,
            met=self._who_met(draft),
            actors=self._actors,
        )
        if item.lower == BOTH:
            return self._both(asked)
        if item.lower in GENDERS:
            found = find_person(asked, draft, self._people)
            return () if found is None else (found.id,)
        return tuple(actor for actor in find_bodies(asked, draft) if actor not in others)

    def _both(self, asked: Asked) -> tuple[str, ...]:
        """Return who "both sides" are: two who did something together, who met, or are told of."""
        told, met, barred = asked.told, asked.met, set(asked.others)
        two = told.subjects
        any_two = asked.item.text.lower() in TWO or told.together or self._sides.are_states(two)
        if len(two) == 2 and not set(two) & barred and any_two:
            return two
        if met and not set(met) & barred:
            return met
        return self._sides.find(asked.item.start, asked.named, barred)

    def _who_met(self, draft: Draft) -> tuple[str, ...]:
        """Return those who met last, if that is told near before the draft."""
        if self._met is None:
            return ()
        at, sides = self._met
        return sides if draft.span.start - at < _NEAR else ()

    def _who_talked(self, draft: Draft) -> tuple[str, ...]:
        """Return those who met last, if they did or will, and not to inform the press."""
        met = self._who_met(draft) if self._talked else ()
        press = any(
            self._actors[each].sector == "MED" or self._actors[each].name in _PRESS for each in met
        )
        return () if press else met


def _points_to_meeting(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a noun means a meeting told of, and no sides stand behind it: "the talks"."""
    known = sentence.lower(draft.at - 1) in _POINTING and sentence.lower(draft.last) not in _SIDES
    return draft.trigger.type == "CONSULT" and not draft.trigger.verb and known
