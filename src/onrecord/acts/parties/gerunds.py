"""Find the gerund that another goes on, whose subject it has: "accused of arming and bombing"."""

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.parties.insertions import breaks_off
from onrecord.text.wordclasses import is_adverb

_LONGEST = 16  # items from one gerund to the one it is joined with
_JOINTS = frozenset({"and", "or", "nor"})
_THEN = frozenset("then later subsequently even".split())
_NOUNS = frozenset(
    "morning evening king spring string building meeting nothing something anything everything "
    "ceiling wing ring thing being".split()
)
_CLAUSES = (SUBORDINATORS | RELATIVES | SUBJECT_PRONOUNS | AUXILIARIES) - PREPOSITIONS


def gerund_before(sentence: Sentence, group: Group) -> int | None:
    """Return the gerund that the one of `group` goes on: "by | arming | rebels and bombing Peru".

    No other clause stands between them.
    """
    if group.kind != "ing" or not group.bare:
        return None
    joint = group.first - 1
    while sentence.lower(joint) in _THEN or is_adverb(sentence.lower(joint)):
        joint -= 1
    if sentence.lower(joint) not in _JOINTS:
        return None
    lead = _last_gerund(sentence, joint)
    if lead is None or sentence.lower(lead - 1) != ",":
        return lead
    listed = _last_gerund(sentence, lead - 1)
    return lead if listed is None else listed  # "for arming rebels, training them and paying"


def _last_gerund(sentence: Sentence, end: int) -> int | None:
    """Return the gerund before item `end`, if no other clause stands between."""
    for at in range(end - 1, max(-1, end - _LONGEST), -1):
        word = sentence.lower(at)
        if breaks_off(sentence, at) or word in _CLAUSES or _is_finite(sentence, at):
            return None
        if _is_gerund(sentence, at):
            return at
    return None


def _is_gerund(sentence: Sentence, at: int) -> bool:
    """Return whether a verb in "-ing" stands here: "accused of | arming | rebels", "the king"."""
    word, before = sentence.lower(at), sentence.item(at - 1)
    if not word.endswith("ing") or word in PREPOSITIONS | _NOUNS or before is None:
        return False
    named = before.kind == "actor" and not before.possessive
    opens = before.lower in PREPOSITIONS | CONJUNCTIONS | ADVERBS | {",", "when", "while"}
    return (named or opens or is_past(before.lower)) and sentence.lower(at + 1) != "of"


def _is_finite(sentence: Sentence, at: int) -> bool:
    """Return whether a past form has its subject right before it: "| Kenya | denied"."""
    before = sentence.item(at - 1)
    named = before is not None and before.kind == "actor" and not before.possessive
    return named and is_past(sentence.lower(at))
