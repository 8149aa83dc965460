"""Find a verb whose particle stands behind its object: "| handed | the two men | over |"."""

from collections.abc import Mapping
from dataclasses import replace

from onrecord.acts.grammar.lists import is_number
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.lexicon import Form
from onrecord.text.wordclasses import is_person_noun

_PARTICLES = frozenset("over back out up down off".split())
# Without an object these are acts: what is moved between is another verb's.
_ALONE = frozenset(
    "walk out|step down|stand down|back down|sit down|sign up|team up|lash out|hit out|hit back|"
    "crack down|rule out|cut off".split("|")
)
_LONGEST_OBJECT = 5  # items
_NO_OBJECT = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | RELATIVES | SUBORDINATORS | {"to"}
# "Turns the page back", "pulls the rug out".
_NO_OBJECTS = frozenset("page pages clock tide time lid line veil rug plug stops".split())
_BEHIND = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | {"to"}


def parted_form(
    sentence: Sentence, index: int, triggers: Mapping[str, tuple[Form, ...]]
) -> Form | None:
    """Return the form of the verb at `index` alone, where its particle stands behind its object."""
    for form in triggers.get(sentence.lower(index), ()):
        verb, *others = form.words
        single = form.trigger.verb and len(others) == 1 and others[0] in _PARTICLES
        if not single or form.trigger.words in _ALONE:
            continue
        if _stands_behind(sentence, index + 1, others[0]):
            return replace(form, words=(verb,))
    return None


def _stands_behind(sentence: Sentence, start: int, particle: str) -> bool:
    """Return whether an object opens at `start` that the particle ends: "them | over |"."""
    if sentence.lower(start) in OBJECT_PRONOUNS | {"it"}:
        return sentence.lower(start + 1) == particle
    first = sentence.item(start)
    opens = first is not None and (first.actor is not None or first.lower in DETERMINERS)
    if not opens and not is_number(sentence, start):
        return False
    for at in range(start + 1, start + 1 + _LONGEST_OBJECT):
        item = sentence.item(at)
        if item is None or item.kind in {"mark", "timex"}:
            return False
        if item.lower == particle:
            noun = at > start + 1 or first is None or first.lower not in DETERMINERS
            return noun and _ends(sentence, at + 1)  # not "turned his back on"
        verb = is_past(item.lower) and not is_person_noun(item.lower)
        if verb or item.lower in _NO_OBJECT | _NO_OBJECTS:
            return False
    return False


def _ends(sentence: Sentence, at: int) -> bool:
    item = sentence.item(at)
    return item is None or item.kind in {"mark", "timex"} or item.lower in _BEHIND
