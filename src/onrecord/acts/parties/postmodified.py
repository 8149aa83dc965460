"""Find whom a participle with its object tells of: "| rebels | holding nurses killed a guard"."""

from onrecord.acts.grammar.lists import title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.lexicon import load_triggers

_GUARDING = frozenset(
    "accompanying carrying chasing defending escorting guarding holding hunting leading "
    "protecting pursuing representing transporting".split()
)


def find_postmodified(sentence: Sentence, first: int) -> int | None:
    """Return the actor of whom "holding" tells, where its object starts at item `first`."""
    at = title_start(sentence, first) - 1
    if not sentence.is_actor(at - 1) or sentence.items[at - 1].possessive:
        return None
    word = sentence.lower(at)
    deed = any(
        form.kind == "ing" and form.trigger.speech_act is None
        for form in load_triggers().get(word, ())
    )
    return at - 1 if deed or word in _GUARDING else None
