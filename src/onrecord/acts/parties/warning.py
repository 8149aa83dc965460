"""Find of whose deed somebody warns: "warned Peru about Kenya's attack on Norland"."""

from onrecord.acts.grammar.lists import Actors, name_behind
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import CLAUSES
from onrecord.acts.lexicon import HARMFUL, load_triggers
from onrecord.acts.parties.objects import find_behind

TOPICS = frozenset("about of over".split())
"""What stands before that of which somebody is warned."""
_DEEDS = HARMFUL | {"MOBILIZE", "THREATEN"}
_REACH = 6  # items from "warned" to what it is about
_LONGEST = 3  # items from whose deed it is to the noun: "a Kenyan | naval | attack"


def find_dangerous(sentence: Sentence, last: int, acting: Actors) -> Actors:
    """Return of whose deed somebody warns: "warned Peru about | Kenya's | attack on Norland".

    It may be put to another, and is held against its author.
    """
    for index in range(last, last + _REACH):
        item = sentence.item(index)
        if item is None or item.kind == "mark" or item.lower in CLAUSES:
            return ()
        if item.lower in TOPICS:
            at = name_behind(sentence, index + 1)
            told = sentence.is_actor(at) and _is_deed(sentence, at + 1)
            return find_behind(sentence, index, {item.lower}, acting) if told else ()
    return ()


def _is_deed(sentence: Sentence, start: int) -> bool:
    """Return whether a noun of a harmful deed stands near: "Kenya's | naval attack | on"."""
    forms = (
        form
        for at in range(start, start + _LONGEST)
        for form in load_triggers().get(sentence.lower(at), ())
    )
    return any(
        form.trigger.type in _DEEDS and form.kind in {"noun", "base", "ing"} for form in forms
    )
