"""Find of whom a clause demands something, or complains: "demanded that Kenya leave"."""

from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import Actors, list_behind, name_behind
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import ADVERBS, BE, NOT
from onrecord.text import forms_of

# Who only warns or fears that something may be does not blame whom he speaks of.
_BLAMING = frozenset(forms_of("complain allege charge grumble grouse object protest lament"))
_GRIEVANCES = frozenset(
    "concern concerns complaint complaints outrage anger fury dismay disappointment accusation "
    "accusations allegation allegations charge charges".split()
)
_CALLED = frozenset("he she they".split())


def find_in_clause(
    sentence: Sentence, first: int, last: int, kind: str
) -> tuple[Actors, Item | None]:
    """Return the subject of the clause behind items `first` to `last`, or the pronoun for it.

    Of "demanded that Kenya leave" and "voiced concern that Kenya left" it is Kenya. What is to be
    done to somebody is not asked of him: "demanded that Lund be freed".
    """
    at = last
    if kind == "ACCUSE":
        grieved = sentence.lower(at) in _GRIEVANCES
        at += grieved
        if not grieved and not {sentence.lower(k) for k in range(first, last)} & (
            _BLAMING | _GRIEVANCES
        ):
            return (), None
    elif kind != "REQUEST":
        return (), None
    if sentence.lower(at) != "that":
        return (), None
    subject = sentence.item(at + 1)
    if subject is not None and subject.lower in _CALLED:
        return (), None if _suffers(sentence, at + 2) else subject
    at = name_behind(sentence, at + 1)
    if not sentence.is_actor(at) or sentence.items[at].possessive or _suffers(sentence, at + 1):
        return (), None
    return list_behind(sentence, at), None


def _suffers(sentence: Sentence, verb: int) -> bool:
    """Return whether the verb may be a passive: "be freed", not "are leaving"."""
    verb = sentence.skip(verb, ADVERBS | NOT)
    return sentence.lower(verb) in BE and not sentence.lower(verb + 1).endswith("ing")
