"""Tell what verbs joined by "and" share: "was named and banned", "first warned and then fined"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.groups import Group, group_at
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    QUOTATION_MARKS,
    RELATIVES,
    SAYINGS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.parties.insertions import breaks_off
from onrecord.text import forms_of

_LONGEST_JOINED = 8  # items back from "and" to the passive that it goes on
_BEFORE_JOINED = ADVERBS | QUOTATION_MARKS
_OF_AGENT = frozenset("by the a an and , its his her their".split())
_LONGEST_BETWEEN = 6  # items between two verbs of one object: "warned, | fined and later | jailed"
_BETWEEN = CONJUNCTIONS | ADVERBS | AUXILIARIES | frozenset({",", "subsequently"})
_WITH_OBJECT = frozenset({"ACCUSE", "SANCTION", "COERCE", "ASSAULT", "SUPPORT"})
# Verbs that have no object, whatever stands behind "and".
_WITHOUT = frozenset(
    forms_of(
        "complain protest withdraw:withdrew|withdrawn retreat resign march retaliate respond "
        "demonstrate"
    )
)
_OTHER_CLAUSE = SUBORDINATORS | RELATIVES | SUBJECT_PRONOUNS


def share_auxiliaries(sentence: Sentence, group: Group) -> Group:
    """Return the verb with the auxiliaries of the passive before "and", if it goes on that.

    So in "was named and later | shelled |": it has no object, and no other verb stands between.
    """
    ends = ends_verb(sentence, group.last)
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


def ends_verb(sentence: Sentence, last: int) -> bool:
    """Return whether a verb that ends before `last` has no object: "was | banned | in May".

    So in "deported | to Peru"; who is "promised to stay" has promised it.
    """
    after = sentence.item(last)
    if after is None or after.kind in {"mark", "timex"} or after.lower in PREPOSITIONS:
        return True
    there = sentence.item(last + 1)
    place = there is not None and (there.kind == "actor" or there.text[:1].isupper())
    return after.lower == "to" and (place or sentence.lower(last + 1) in PLAIN_DETERMINERS)


def part_infinitive(sentence: Sentence, draft: Draft) -> None:
    """Take whom the main verb reaches from an infinitive of its subject.

    In "Kenya's refusal to | sign | angered Peru" nobody signed Peru. Where another verb stands
    before it, the participle may describe whom it reaches: "Kenya vowed to | free | jailed Lund".
    """
    to = draft.at - 1
    if sentence.lower(to) != "to" or not is_past(sentence.lower(draft.last)):
        return
    before = (sentence.lower(at) for at in range(to))
    if any(is_past(word) or word in AUXILIARIES | SAYINGS for word in before):
        return
    behind = {item.actor for item in sentence.items[draft.last :]}
    draft.recipients = tuple(each for each in draft.recipients if each not in behind)


def part_objects(sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """Take whom the main verb reaches from the participle that describes its subject.

    In "troops | trained by Peru | killed Lund" nobody trained Lund, and in "those whom Peru |
    banned | attacked Lund" nobody banned him.
    """
    for inner, main in pairwise(sorted(drafts, key=lambda draft: draft.at)):
        if not (main.group and main.group.kind == "past" and _ends_at(sentence, inner, main)):
            continue
        before = {item.actor for item in sentence.items[: inner.at]}
        behind = {item.actor for item in sentence.items[main.last :]} - before
        inner.recipients = tuple(each for each in inner.recipients if each not in behind)


def _ends_at(sentence: Sentence, inner: Draft, main: Draft) -> bool:
    """Return whether nothing but its agent stands between a past form and the main verb."""
    first = main.group.first if main.group is not None else main.at
    between = sentence.items[inner.last : first]
    past = is_past(sentence.lower(inner.at)) or (inner.group and inner.group.kind == "past")
    if not past or inner.last > first:
        return False
    agent = bool(between) and between[0].lower == "by" and between[-1].actor is not None
    return not between or (agent and all(i.actor or i.lower in _OF_AGENT for i in between))


def share_objects(sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """Give a verb before "and" the object of the verb behind: "| warned | and then fined Lund".

    So have all of "detained, questioned and freed Lund"; who "withdrew and fined Lund" withdrew
    from nobody.
    """
    goes_on = False  # whether the verb behind is itself joined to one behind it
    for first, second in reversed(list(pairwise(drafts))):
        same = first.actors == second.actors and first.pronoun == second.pronoun
        verbs = first.trigger.verb and second.trigger.verb
        active = verbs and same and not (first.passive or second.passive)
        goes_on = active and _are_joined(sentence, first, second, goes_on=goes_on)
        if not goes_on:
            continue
        if sentence.lower(first.at) in _WITHOUT:
            shared = set(first.recipients) & set(second.recipients)
            first.recipients = tuple(a for a in first.recipients if a not in shared)
        elif first.trigger.type in _WITH_OBJECT and not (first.recipients or first.receiving):
            first.recipients, first.receiving = second.recipients, second.receiving


def _are_joined(sentence: Sentence, first: Draft, second: Draft, *, goes_on: bool) -> bool:
    """Return whether nothing but a joint and other verbs stands between the two verbs.

    A comma is one where the second `goes_on`: "| warned |, | fined | and expelled".
    """
    gerunds = [sentence.lower(each.at).endswith("ing") for each in (first, second)]
    if gerunds[0] and not gerunds[1]:
        return False  # "saw his | shooting | and demanded that Peru go"
    words = [sentence.lower(at) for at in range(first.last, second.at)]
    joints = {"and", "or", "but"} | ({","} if goes_on else set())
    joined = bool(joints & set(words)) and len(words) <= _LONGEST_BETWEEN
    return joined and all(
        word in _BETWEEN or is_past(word) or word.endswith("ly") for word in words
    )


def _joint(sentence: Sentence, group: Group) -> int:
    """Return the item before the verb with its adverbs: "was named | and | “later banned”"."""
    at = group.first - 1
    while sentence.lower(at) in _BEFORE_JOINED or sentence.lower(at).endswith("ly"):
        at -= 1
    return at
