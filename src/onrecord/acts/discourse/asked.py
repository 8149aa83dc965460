"""A pronoun whose meaning is asked for: where it stands, and what its sentence says of that."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from onrecord.acts.discourse.told_before import Told
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import name_behind
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import DEMANDED_TO, SUBJECT_PRONOUNS
from onrecord.coreference import GENDERS, Gender
from onrecord.records import Actor, Span, Statement
from onrecord.spans import contains
from onrecord.text.wordclasses import is_person_noun

# "His rival said he would": who stands so to another mostly speaks of his own deeds.
_EQUALS = frozenset(
    "rival opponent challenger successor predecessor counterpart colleague deputy critic ally "
    "boss".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A pronoun of an act, in its sentence; `others` take part on the act's other side.

    `direct` tells that it stands in words quoted, whose `speaker` is not "he"; else the speaker's
    words are told in `statement`. `told` is the sentence before, and `met` are those who met last,
    if near. `actors` are all of the article, by their ids.
    """

    sentence: Sentence
    item: Item
    acts: bool
    others: Collection[str]
    statement: Statement | None
    speaker: Actor | None
    direct: bool
    told: Told
    met: tuple[str, ...]
    actors: Mapping[str, Actor]

    @property
    def place(self) -> Span:
        """Where the pronoun stands in the text."""
        return Span(self.item.start, self.item.end)

    @property
    def gender(self) -> Gender:
        """The gender of "he" or "she"."""
        return GENDERS[self.item.lower]

    @property
    def named(self) -> tuple[str, ...]:
        """Who is named before the pronoun in its sentence."""
        items = (item for item in self.sentence.items if item.start < self.item.start)
        return tuple(item.actor for item in items if item.actor is not None)

    @property
    def source(self) -> Sequence[Item]:
        """The items that name whose paraphrase the pronoun stands in."""
        source = None if self.statement is None or self.direct else self.statement.source
        return () if source is None else self.sentence.inside(source)


def told_before(asked: Asked) -> list[Item]:
    """Return what the speaker has told before a participle that goes on with the pronoun.

    So "rebels had left" in "Peru said rebels had left, calling | their | raid a crime".
    """
    statement = asked.statement
    if statement is None or statement.cue is None or statement.source is None or asked.direct:
        return []
    cue = asked.sentence.inside(statement.cue)
    if not cue or not cue[0].lower.endswith("ing"):
        return []
    start, end = statement.source.end, cue[0].start
    return [item for item in asked.sentence.items if start <= item.start < end]


def speaks_for(asked: Asked) -> Item | None:
    """Return the "her" of "her spokesman said she would", who is meant by both.

    In "her rival said she would" the rival is meant.
    """
    source = None if asked.statement is None else asked.statement.source
    if source is None:
        return None
    inside = {
        each.lower for each in asked.sentence.items if contains(source, Span(each.start, each.end))
    }
    if asked.item.lower in SUBJECT_PRONOUNS and not _EQUALS.isdisjoint(inside):
        return None
    return next(
        (
            item
            for item in asked.sentence.items
            if contains(source, Span(item.start, item.end))
            and item.lower in {"his", "her"}
            and GENDERS[item.lower] == asked.gender
        ),
        None,
    )


def is_behind_object(asked: Asked) -> bool:
    """Return whether "he" stands right behind a name: "told Lund he would", who can be either."""
    at = asked.sentence.items.index(asked.item)
    return asked.item.lower in SUBJECT_PRONOUNS and asked.sentence.is_actor(at - 1)


def speaks_with_others(asked: Asked) -> bool:
    """Return whether the speaker is one of several, whom "they" stands for: "Kenya and Peru"."""
    speaker, sentence = asked.speaker, asked.sentence
    return speaker is not None and any(
        item.actor == speaker.id and is_joined(sentence, at)
        for at, item in enumerate(sentence.items)
        if item.start < asked.item.start
    )


def is_joined(sentence: Sentence, at: int) -> bool:
    """Return whether "and" ties the actor at `at` to another: "Kenya | and Peru"."""
    behind = sentence.is_actor(name_behind(sentence, at + 2))
    after = sentence.lower(at + 1) == "and" and behind
    return after or (sentence.lower(at - 1) == "and" and sentence.is_actor(at - 2))


def is_urged(asked: Asked) -> bool:
    """Return whether the pronoun is whom somebody urges to do something: "urged | it | to"."""
    at = asked.sentence.items.index(asked.item)
    verb = asked.sentence.lower(at - 1) in DEMANDED_TO
    return verb and asked.sentence.lower(at + 1) in {"to", "not"}


def is_new(actor: Actor, asked: Asked) -> bool:
    """Return whether the actor is first named behind the pronoun."""
    return all(span.start > asked.item.start for span in actor.mentions)


def speaks_of_another(actor: Actor, asked: Asked) -> bool:
    """Return whether somebody unnamed is spoken of since: "in walked a gunman as he fired".

    Who is named in the sentence itself may be called so there.
    """
    sentence = asked.sentence
    before = [at for at, item in enumerate(sentence.items) if item.start < asked.item.start]
    if any(sentence.items[at].actor == actor.id for at in before):
        return False
    return any(
        sentence.lower(at) in {"a", "an", "the"} and _opens_person(sentence, at) for at in before
    )


def _opens_person(sentence: Sentence, article: int) -> bool:
    """Return whether the article opens somebody without a name: not in "the mayor, Ole Lund,".

    Nor is it in "Ole Lund, the mayor,".
    """
    steps = (1, 2, 3)
    noun = next((s for s in steps if is_person_noun(sentence.lower(article + s))), None)
    if noun is None:
        return False
    behind = article + noun + 1
    named = sentence.item(behind + (sentence.lower(behind) == ","))
    before = sentence.item(article - 2) if sentence.lower(article - 1) == "," else None
    return not any(item is not None and item.person for item in (named, before))
