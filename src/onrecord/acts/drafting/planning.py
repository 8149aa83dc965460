"""Tell who plans the deed of a noun, and so would do it: "is plotting an attack"."""

from onrecord.acts.draft import Draft
from onrecord.acts.drafting.doers import subject_of_verb
from onrecord.acts.grammar.groups import group_at
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
)
from onrecord.acts.modality.verb_modality import read_verb
from onrecord.text import FormKind, forms_of

_PLANNING = frozenset(forms_of("plan:planned|planned prepare plot:plotted|plotted"))
_KINDS = frozenset("new fresh major joint general nationwide massive second third further".split())
_ONE = frozenset({"a", "an", "another"})
_CLOSED = ADVERBS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | {"to"}
_PLAN_REACH = 4


def planning_verb(sentence: Sentence, noun: int) -> int | None:
    """Return the verb whose subject plans the deed of the noun: "is | plotting | an attack"."""
    at = noun - 1
    while noun - at < _PLAN_REACH and sentence.lower(at) in _ONE | _KINDS:
        at -= 1  # "the attack" that somebody planned was done
    if sentence.lower(at) not in _PLANNING:
        at = _before_adjectives(sentence, noun)
    before = sentence.item(at - 1)
    if sentence.lower(at) not in _PLANNING or before is None:
        return None
    named = before.kind == "actor" and not before.possessive
    return at if named or before.lower in AUXILIARIES | ADVERBS | {"to", "who"} else None


def _before_adjectives(sentence: Sentence, noun: int) -> int:
    """Return the item before "a" and up to two adjectives: "| preparing | a (military) attack"."""
    at = noun - 1
    while noun - at < _PLAN_REACH - 1 and _describes(sentence, at):
        at -= 1
    return at - 1 if sentence.lower(at) in _ONE else noun - 1


def _describes(sentence: Sentence, at: int) -> bool:
    item = sentence.item(at)
    plain = item is not None and item.kind == "word" and item.text[0].islower()
    return plain and sentence.lower(at) not in _CLOSED


def note_planner(sentence: Sentence, draft: Draft, verb: int, kind: FormKind) -> None:
    """Let who plans the deed be who would do it; it stays a plan."""
    group = group_at(sentence, verb, verb + 1, kind)
    if group.passive or group.negative:
        return
    subject = subject_of_verb(sentence, group, read_verb(sentence, group))
    draft.actors = tuple(each for each in subject.actors if each not in draft.recipients)
    draft.pronoun = subject.pronoun if not subject.actors else None
