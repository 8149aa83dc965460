"""What a sentence tells that a pronoun of the next one can take up: who acts, who suffers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.lists import list_before, name_behind, title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AUXILIARIES, PREPOSITIONS
from onrecord.records import Actor
from onrecord.text.wordclasses import BODY_NOUNS, is_person_noun

# What several do with each other.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_PAPERS = frozenset(
    "law laws bill decree order resolution statement report treaty accord pact agreement deal plan "
    "budget constitution letter list".split()
)
_OPENING = 6  # items that may stand before the subject of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whom the sentence right before tells of."""

    named: frozenset[str] = frozenset()
    subjects: tuple[str, ...] = ()  # who is its subject, where they are several
    together: bool = False  # whether these did something with each other
    body: str | None = None  # the state or body that opens it
    rivals: frozenset[str] = frozenset()  # the other bodies named in it
    group: tuple[str, ...] = ()  # the only one of several that it tells of
    suffered: tuple[str, ...] = ()  # the group that something was done to in it


def read_told(sentence: Sentence, drafts: Sequence[Draft], actors: Mapping[str, Actor]) -> Told:
    """Return who is named, and acted on by `drafts`, in a sentence that has been read."""
    groups = {
        actor: None
        for draft in drafts
        for actor in draft.recipients
        if actors[actor].kind == "group"
    }
    subjects = several_subjects(sentence, actors)
    mutual = [draft for draft in drafts if draft.trigger.type in MUTUAL]
    body, rivals = _opening_body(sentence, actors)
    return Told(
        named=frozenset(item.actor for item in sentence.items if item.actor is not None),
        subjects=subjects,
        together=any({*subjects} == {*each.actors, *each.recipients} for each in mutual),
        body=body,
        rivals=rivals,
        group=_only_several(sentence, actors),
        suffered=tuple(groups) if len(groups) == 1 else (),
    )


def _only_several(sentence: Sentence, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Return the group of a sentence that tells of no other people: "locked out its pilots"."""
    items = [item for item in sentence.items if item.actor is not None]
    groups = {item.actor for item in items if actors[item.actor or ""].kind == "group"}
    others = any(item.actor is None and is_plural(item.lower) for item in sentence.items)
    owned = any(item.possessive and item.actor in groups for item in items)
    return () if others or owned or len(groups) != 1 else tuple(filter(None, groups))


def several_subjects(sentence: Sentence, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Return who is named first in the sentence, if it is a group, or several joined by "and".

    Of who only owns the subject, or stands behind a preposition, nothing is known.
    """
    at = next((n for n, item in enumerate(sentence.items) if item.actor is not None), None)
    if at is None or at > _OPENING or sentence.items[at].possessive:
        return ()
    if any(sentence.lower(k) in PREPOSITIONS | AUXILIARIES for k in range(at)):
        return ()
    while sentence.lower(at + 1) == "and" and sentence.is_actor(
        second := name_behind(sentence, at + 2)
    ):
        at = second  # "the railway and its drivers"
    found = list_before(sentence, at)[0]
    one = len(found) == 1 and actors[found[0]].kind != "group"
    return () if one else found


def _opening_body(
    sentence: Sentence, actors: Mapping[str, Actor]
) -> tuple[str | None, frozenset[str]]:
    """Return the state or body that opens the sentence, and the others that are named there.

    None does where a body without a name or a paper is told of: "Kenya set up a court", "passed
    a law". A name behind the noun tells which: "sued the lender Norbank".
    """
    at = next((n for n, item in enumerate(sentence.items) if item.kind == "actor"), 0)
    first = sentence.items[at]
    if first.actor is None or first.possessive or title_start(sentence, at) > 0:
        return None, frozenset()
    if first.person or are_people(actors[first.actor]):
        return None, frozenset()
    rivals: set[str] = set()
    words: set[str] = set()
    for number, item in enumerate(sentence.items):
        if item.actor == first.actor:
            continue
        if item.actor and not item.person and not are_people(actors[item.actor]):
            rivals.add(item.actor)
        if not sentence.is_actor(number + 1):
            words |= set(item.text.lower().split())
    unnamed = words & (BODY_NOUNS | _PAPERS)
    return (None, frozenset()) if unnamed else (first.actor, frozenset(rivals))


def is_plural(word: str) -> bool:
    """Return whether the word is of several people: "senators", "men"."""
    return word.endswith(("s", "men", "people")) and is_person_noun(word)


def are_people(actor: Actor | None) -> bool:
    """Return whether the actor is a group of people, whom nobody calls "it", as "the regulator"."""
    if actor is None or actor.kind != "group" or actor.body is not None:
        return False
    return actor.name.lower().split()[-1] not in BODY_NOUNS
