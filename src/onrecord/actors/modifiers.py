"""Tell whether a phrase only describes the noun behind it: "| military | exercises"."""

from onrecord.actors.views import View
from onrecord.actors.words import SPEECH_VERBS, WILL_VERBS
from onrecord.text.wordclasses import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    IRREGULAR_PASTS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRESENT_VERBS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    WEEKDAYS,
)

# Behind one of these no noun phrase runs on.
FUNCTION_WORDS = (
    ADVERBS | DETERMINERS | PRONOUNS | AUXILIARIES | MODALS | NEGATIONS | PREPOSITIONS
    | COORDINATORS | SUBORDINATORS | RELATIVES | IRREGULAR_PASTS | PRESENT_VERBS
    | WEEKDAYS | frozenset("alone beat early late last next overnight there together".split())
)  # fmt: skip
# What is military, political or economic of a state, and no body.
_GIVEN = frozenset(
    "assistance aid support cooperation help power ties relations training equipment pressure "
    "means action links spending strength".split()
)


def noun_follows(view: View, last: int) -> bool:
    """Return whether the word behind makes the phrase an adjective: "military exercises".

    So does a second adjective: "military and economic assistance".
    """
    if last >= len(view.tokens) or view.tokens[last - 1].possessive:
        return False
    if view.lower(last) == "and" and view.lower(last + 2) in _GIVEN:
        last += 2
    token = view.tokens[last]
    word = token.lower
    if not word[0].isalpha() or token.capital or view.setting != "normal":
        return False
    if word in FUNCTION_WORDS or word in SPEECH_VERBS or word in WILL_VERBS:
        return False
    return not word.endswith(("ly", "ed", "ing", "n't"))
