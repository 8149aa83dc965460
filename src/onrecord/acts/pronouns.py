"""Find whom "he", "it" or "we" means as the subject of an act."""

from collections.abc import Sequence

from onrecord.acts.draft import Draft
from onrecord.acts.sentences import Sentence
from onrecord.acts.words import AGENTS
from onrecord.records import Actor, Statement

_PEOPLE = frozenset({"he", "she"})
_SELF = frozenset({"i", "we"})
# "A Berg aide": somebody else than Berg is spoken of.
_SERVING = frozenset(
    "aide aides adviser advisor ally allies campaign lawyer lawyers supporter supporters".split()
)
_NEAR = 400  # and to those who met, whom "they" can mean
_REACH = 900  # characters back to whom "he" can mean


class Focus:
    """Who was last spoken of: the subjects a pronoun can stand for, sentence by sentence."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._kinds = {actor.id: actor.kind for actor in actors}
        self._person: tuple[int, str] | None = None
        self._several: tuple[int, tuple[str, ...]] | None = None

    def resolve(self, sentence: Sentence, draft: Draft, statement: Statement | None) -> None:
        """Fill in the actor that the pronoun subject of `draft` means, where that is clear.

        Inside a statement it is the speaker where kind and pronoun agree; "he" and "she" are
        else the last person spoken of, in direct speech not its speaker; "it" the state or body
        nearest before it in its sentence.
        """
        pronoun, draft_at = draft.pronoun, draft.span.start
        if pronoun is None:
            sides = (*draft.actors, *draft.recipients)
            if draft.trigger.type == "CONSULT" and len(sides) > 1:
                self._several = draft_at, sides
            return
        speaker = statement.speaker if statement is not None else None
        if speaker is not None and speaker in self._kinds:
            person = self._kinds[speaker] == "person"
            direct = statement is not None and statement.kind == "direct"
            if pronoun in _SELF or (
                not direct and (pronoun in _PEOPLE if person else pronoun in {"it", "they"})
            ):
                draft.actors = (speaker,)
                draft.unclear |= pronoun in _PEOPLE and self._others(sentence, draft.at, speaker)
                return
        if pronoun in _PEOPLE:
            itself = speaker if statement is not None and statement.kind == "direct" else None
            found = self._before(sentence, draft.at, people=True, but=itself)
            if found is None and self._person and draft_at - self._person[0] < _REACH:
                found = self._person[1]
            draft.actors = (found,) if found and found != itself else ()
        elif pronoun == "they" and self._several is not None:
            near = draft_at - self._several[0] < _NEAR
            draft.actors = self._several[1] if near else ()
        elif pronoun == "it":
            found = self._before(sentence, draft.at, people=False)
            draft.actors = (found,) if found else ()
        draft.recipients = tuple(a for a in draft.recipients if a not in draft.actors)

    def follow(self, sentence: Sentence) -> None:
        """Note the people of a sentence that has been read: the first stands for its subject."""
        for index, item in enumerate(sentence.items):
            served = sentence.lower(index + 1) in AGENTS | _SERVING and not item.possessive
            if item.actor is None or served:
                continue
            if self._kinds.get(item.actor) == "person":
                self._person = item.start, item.actor
                return

    def _others(self, sentence: Sentence, at: int, speaker: str) -> bool:
        """Return whether another person than the speaker is named before item `at`."""
        return any(
            item.actor is not None
            and item.actor != speaker
            and self._kinds.get(item.actor) == "person"
            for item in sentence.items[:at]
        )

    def _before(
        self, sentence: Sentence, at: int, *, people: bool, but: str | None = None
    ) -> str | None:
        """Return the first actor before item `at` that fits the pronoun, and is not `but`."""
        for item in sentence.items[:at]:
            kind = self._kinds.get(item.actor) if item.actor else None
            if kind is not None and (kind == "person") == people and not item.possessive:
                if item.actor == but:
                    continue
                return item.actor
        return None
