"""Tell whether a "not" or "no" one step up reaches an act: "no envoy has tried to"."""

from onrecord.acts.grammar.groups import MERELY, Group
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    CONTRACTED_NOT,
    DETERMINERS,
    HAVE,
    LIGHT_VERBS,
    MODALS,
    NOT,
    PREPOSITIONS,
    REFUSED_TO,
    RELATIVES,
    SAYINGS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    WILL,
)

_MOST_AUXILIARIES = 5  # items of a verb before the verb itself
_JOINED = 12  # items from a verb back to the "not" of the one that it is joined with
_LONGEST = 8  # items of a subject
_NOBODY = frozenset("nobody none neither".split())
_NOT_NO = frozenset("longer doubt matter less more".split())
# What parts the subject of a verb from what is before it.
_BREAKS = (
    (PREPOSITIONS - {"of", "in", "from", "at"})
    | AUXILIARIES
    | (CONJUNCTIONS - {"or", "nor"})
    | (SUBORDINATORS | RELATIVES | SAYINGS | SUBJECT_PRONOUNS | {"to"})
)
_OTHER_VERB = (
    (AUXILIARIES - {"be", "been"}) | SUBORDINATORS | RELATIVES | SUBJECT_PRONOUNS | {"either"}
)
_OPENS = SAYINGS | SUBORDINATORS | CONJUNCTIONS
_PREVENTING = (
    "prevent", "avert", "avoid", "deter", "stop", "halt", "foil", "thwart", "block", "escap",
    "evad", "dodg", "elud", "surviv",
)  # fmt: skip
_NOT_YET = (WILL | MODALS | {"shouldn't", "won't", "wouldn't", "mustn't"}) - {
    "could", "can", "cannot", "can't",
}  # fmt: skip


def auxiliaries_of(sentence: Sentence, verb: int) -> frozenset[str]:
    """Return the auxiliaries in front of a verb, "to" among them: "may not have | agreed |"."""
    found = set()
    at = verb - 1
    while sentence.lower(at) in AUXILIARIES | ADVERBS | NOT | {"to"}:
        found.add(sentence.lower(at))
        at -= 1
    return frozenset(found)


def carrier_of(sentence: Sentence, governor: int) -> int:
    """Return the verb that carries a governing noun: "made a serious | effort | to", else it."""
    at = governor - 1
    if sentence.lower(at) not in DETERMINERS | ADVERBS | NOT:
        at -= 1
    at = sentence.skip(at, DETERMINERS, -1)
    carries = at < governor - 1 and sentence.lower(at) in LIGHT_VERBS - HAVE
    return at if carries else governor


def is_negated(sentence: Sentence, governor: int) -> bool:
    """Return whether "not", "yet to" or a subject with "no" stands with the governing word.

    "Has not agreed to", "did not make an effort to", "no envoys had agreed to".
    """
    at = carrier_of(sentence, governor) - 1
    for _ in range(_MOST_AUXILIARIES):
        word = sentence.lower(at)
        if word in MERELY or word in (NOT | CONTRACTED_NOT) - {"no"}:
            return word not in MERELY and sentence.lower(at + 1) not in MERELY
        if word == "to":
            return sentence.lower(at - 1) == "yet" or sentence.lower(at - 1) in REFUSED_TO
        if word not in AUXILIARIES | ADVERBS:
            break
        at -= 1
    return has_no_subject(sentence, at + 1)


def has_no_subject(sentence: Sentence, first: int) -> bool:
    """Return whether nobody does what the verb at `first` tells: "no troops | attacked |"."""
    for at in range(first - 1, max(-1, first - 1 - _LONGEST), -1):
        word = sentence.lower(at)
        if word in _NOBODY:
            return True
        if word == "no":
            before = sentence.item(at - 1)
            opens = before is None or before.kind == "mark" or before.lower in _OPENS
            return opens and sentence.lower(at + 1) not in _NOT_NO
        if sentence.items[at].kind in {"mark", "timex"} or word in _BREAKS:
            return False
    return False


def shares_negation(sentence: Sentence, group: Group) -> bool:
    """Return whether "or" goes on a verb that is denied: "has not entered Oru or | seized | it"."""
    joint = sentence.skip(group.first - 1, ADVERBS, -1)
    if not group.bare or sentence.lower(joint) not in {"or", "nor"}:
        return False
    for at in range(joint - 1, max(-1, joint - _JOINED), -1):
        word = sentence.lower(at)
        if word in (NOT | CONTRACTED_NOT) - {"no"}:
            return sentence.lower(at + 1) not in MERELY
        mark = sentence.items[at].kind == "mark" and word != ","
        if mark or word in _OTHER_VERB:
            return False
    return False


def fails_to_prevent(sentence: Sentence, at: int) -> bool:
    """Return whether what is to be prevented is not: "did not | stop |", "failed to | stop |"."""
    if not sentence.lower(at).startswith(_PREVENTING):
        return False
    if sentence.lower(at - 1) == "to":
        governor = sentence.skip(at - 2, ADVERBS, -1)
        return sentence.lower(governor) in REFUSED_TO | {"nothing", "little"}
    return is_negated(sentence, at) and not auxiliaries_of(sentence, at) & _NOT_YET
