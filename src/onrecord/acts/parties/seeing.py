"""Find who does what another sees or lets happen: "saw a man | shooting |", "let him shoot"."""

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from onrecord.acts.parties.subjects import NOBODY, Subject
from onrecord.text import forms_of

_SEEING = frozenset(
    forms_of(
        "see:saw|seen watch hear:heard|heard notice film spot catch:caught|caught find:found|found"
    )
)
_LETTING = frozenset(forms_of("let:let|let make:made|made have:had|had"))
_LONGEST = 6  # items of who is seen
_NO_NOUN = AUXILIARIES | CONJUNCTIONS | PREPOSITIONS | RELATIVES | SUBORDINATORS
_OBJECTS = frozenset("him her them us me you".split())


def seeing_before(sentence: Sentence, first: int) -> int | None:
    """Return the verb whose object does what the verb at item `first` tells: "I | saw | one man
    shooting"."""
    bare = not sentence.lower(first).endswith("ing")
    verbs = _SEEING | _LETTING if bare else _SEEING
    for at in range(first - 1, max(-1, first - 1 - _LONGEST), -1):
        item = sentence.items[at]
        if item.lower in verbs:
            return at if at < first - 1 else None
        if item.kind not in {"word", "actor"} or item.lower in _NO_NOUN or item.possessive:
            return None
    return None


def find_seen(sentence: Sentence, first: int) -> Subject | None:
    """Return who is seen doing it, nobody where a common noun tells; `None` where none is seen."""
    verb = seeing_before(sentence, first)
    if verb is None:
        return None
    seen = sentence.items[first - 1]
    if seen.actor is not None:
        return Subject(actors=(seen.actor,), at=first - 1)
    if seen.lower in _OBJECTS and verb == first - 2:
        return Subject(pronoun=seen, at=first - 1)
    return NOBODY
