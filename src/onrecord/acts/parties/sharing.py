"""Tell what a verb behind "and" shares with the passive before it: "was named and banned"."""

from dataclasses import replace

from onrecord.acts.grammar.groups import Group, group_at
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    QUOTATION_MARKS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.parties.subjects import breaks_off

_LONGEST_JOINED = 8  # items back from "and" to the passive that it goes on
_BEHIND_JOINED = PREPOSITIONS | {"as"}
_BEFORE_JOINED = ADVERBS | QUOTATION_MARKS | {"then"}
_OTHER_CLAUSE = SUBORDINATORS | RELATIVES | SUBJECT_PRONOUNS


def share_auxiliaries(sentence: Sentence, group: Group) -> Group:
    """Return the verb with the auxiliaries of the passive before "and", if it goes on that.

    So in "was named and later | shelled |": it has no object, and no other verb stands between.
    """
    after = sentence.item(group.last)
    ends = after is None or after.kind in {"mark", "timex"} or after.lower in _BEHIND_JOINED
    joint = _joint(sentence, group)
    joined = group.bare and group.kind in {"past", "participle"} and ends
    if not joined or sentence.lower(joint) != "and":
        return group
    for at in range(joint - 1, max(-1, joint - _LONGEST_JOINED), -1):
        word = sentence.lower(at)
        if breaks_off(sentence, at) or word in _OTHER_CLAUSE:
            return group
        if word in AUXILIARIES:
            passive = group_at(sentence, at + 1, at + 2, "past")
            past = is_past(sentence.lower(at + 1)) and passive.passive
            if not past:
                return group
            return replace(group, auxiliaries=passive.auxiliaries, negative=passive.negative)
        if is_past(word) and sentence.lower(at - 1) not in AUXILIARIES:
            return group
    return group


def _joint(sentence: Sentence, group: Group) -> int:
    """Return the item before the verb with its adverbs: "was named | and | “later banned”"."""
    at = group.first - 1
    while sentence.lower(at) in _BEFORE_JOINED or sentence.lower(at).endswith("ly"):
        at -= 1
    return at
