"""Tell the type of an act by its complement: "withdrew from the pact", "regretted Peru's move"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    OBJECT_PRONOUNS,
    OWNERS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from onrecord.acts.triggers.meanings import REFLEXIVE
from onrecord.records import Actor, ActType

_REACH = 8  # items from a verb to the head of its complement
# Who leaves one of these cuts relations; RETREAT is of those who stand somewhere.
_PACTS = frozenset(
    "pact pacts accord accords treaty treaties agreement agreements deal deals talks negotiations "
    "convention protocol alliance statute".split()
)
_LEAVING = ("withdr", "pull", "quit", "exit", "leav", "left", "walk")
_FIGHTING = frozenset(
    "fighting hostilities conflict attacks bombing bombardment strikes airstrikes offensive "
    "shelling operations raids war".split()
)
_CALLED_OFF = re.compile(r"call\w* off")
_FORCE = _FIGHTING | frozenset("attack strike airstrike raid assault invasion operation".split())
_PAUSING = ("suspend", "paus", "ceas")
# Who takes these from another cuts him off, whatever else stops; who grants those gives way.
_HELP = frozenset("aid assistance funding payments cooperation co-operation trade sales".split())
_STOPPING = ("suspend", "halt", "freez", "froz", "cut", "withh", "stop")
_GRANTED = frozenset(
    "freedom freedoms amnesty clemency pardon pardons immunity independence autonomy rights "
    "concession concessions".split()
)
_DECIDED = frozenset(
    "decision decisions move moves action actions withdrawal vote plan failure stance policy "
    "position conduct behaviour behavior remarks comments statement announcement".split()
)
_FIRED = frozenset("fire fires fired firing".split())
# What a court strikes down, and nobody attacks.
_LEGAL = frozenset(
    "law laws decree decrees ban bans rule rules ruling order orders act acts legislation bill "
    "measure measures statute statutes policy policies amendment tariffs provision provisions "
    "clause clauses verdict conviction convictions sentence".split()
)
_STRIKING = 6  # items from "struck down" to what is
# What hackers reach, and they.
_COMPUTERS = frozenset(
    "website websites homepage server servers hacker hackers hacking cyber cyberattack malware "
    "ransomware ddos denial".split()
)
_BREACHING = ("attack", "bombard", "target", "assault", "hit", "strike", "cyber", "raid")
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM"})
_NOT_OTHERS = ADVERBS | OWNERS | REFLEXIVE | SUBORDINATORS
_ENDS = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | {"to", "that"}
_OUT_OF = frozenset({"from", "of"})
_JOINED = frozenset({"and", "or", "of"})
_ABOUT = frozenset("over about at for".split())


def note_complement(sentence: Sentence, draft: Draft) -> None:
    """Give the act the type that its complement tells, if that is another than its word's."""
    root = _type_of(sentence, draft)
    if root is not None:
        draft.trigger = replace(draft.trigger, type=root, speech_act=None)
    owner = _regretted(sentence, draft)
    if owner is not None:
        draft.trigger = replace(draft.trigger, type="ACCUSE", speech_act=None)
        draft.recipients, draft.receiving = draft.recipients or (owner,), None


def note_breach(sentence: Sentence, draft: Draft) -> None:
    """Let what befalls computers be no force: "hackers | attacked | the website"."""
    if draft.trigger.type != "ASSAULT" or not draft.trigger.words.startswith(_BREACHING):
        return
    near = sentence.items[max(0, draft.at - _STRIKING) : draft.last + _STRIKING]
    words = {part for item in near for part in item.text.lower().replace("-", " ").split()}
    if words & _COMPUTERS:
        draft.trigger = replace(draft.trigger, type="COERCE", speech_act=None)


def note_strike(draft: Draft, actors: Mapping[str, Actor]) -> None:
    """Let fighters strike with force, and not stop work: "the rebels said they would strike"."""
    strikes = draft.trigger.words == "strike" and draft.trigger.type == "PROTEST"
    if strikes and any(actors[each].sector in _ARMED for each in draft.actors):
        draft.trigger = replace(draft.trigger, type="ASSAULT", speech_act=None)


def _type_of(sentence: Sentence, draft: Draft) -> ActType | None:
    words, root = draft.trigger.words, draft.trigger.type
    if words.startswith("str") and root == "ASSAULT" and sentence.lower(draft.last) == "down":
        near = range(draft.at - _STRIKING, draft.last + _STRIKING)
        return "REJECT" if any(sentence.lower(at) in _LEGAL for at in near) else None
    if root == "RETREAT" and words.startswith("disarm"):
        return "COERCE" if _disarms_others(sentence, draft) else None
    if root == "RETREAT" and words.startswith(_LEAVING):
        left = _behind(sentence, draft.last, _OUT_OF) & _PACTS
        return "SANCTION" if left else None
    if root == "SANCTION" and _CALLED_OFF.match(words):
        return "RETREAT" if _behind(sentence, draft.last, frozenset({"of"})) & _FORCE else None
    if root == "SANCTION" and words.startswith(_PAUSING):
        paused = _behind(sentence, draft.last, frozenset({"of"})) & _FIGHTING
        return "RETREAT" if paused else None
    if root == "RETREAT" and words.startswith(_STOPPING):
        return "SANCTION" if _behind(sentence, draft.last, _JOINED) & _HELP else None
    if root == "AID" and words.startswith("grant"):
        return "CONCEDE" if _behind(sentence, draft.last, frozenset()) & _GRANTED else None
    after = sentence.item(draft.last)
    somebody = after is not None and (after.person or after.lower in OBJECT_PRONOUNS)
    if root == "ACCUSE" and words in _FIRED and somebody:
        return "SANCTION"
    return None


def _disarms_others(sentence: Sentence, draft: Draft) -> bool:
    """Return whether others lose their arms: "disarmed ten gunmen", not "has disarmed"."""
    after = sentence.item(draft.last)
    if draft.passive:
        return sentence.lower(draft.last) == "by"
    return (
        after is not None
        and after.kind in {"word", "actor"}
        and after.lower not in _ENDS | _NOT_OTHERS
    )


def _behind(sentence: Sentence, last: int, links: frozenset[str]) -> set[str]:
    """Return the words of a complement with the prepositions `links`: "left | the pact |"."""
    found = set()
    for at in range(last, min(len(sentence.items), last + _REACH)):
        word = sentence.lower(at)
        if sentence.items[at].kind == "mark" or word in _ENDS - links:
            break
        found.add(word)
    return found


def _regretted(sentence: Sentence, draft: Draft) -> str | None:
    """Return whose decision is regretted, if it is another's: "regretted | Peru |'s decision"."""
    if draft.trigger.type != "CONCEDE" or "regret" not in draft.trigger.words:
        return None
    for at in range(draft.last, min(len(sentence.items), draft.last + _REACH)):
        item = sentence.items[at]
        if item.possessive and item.actor is not None and item.actor not in draft.actors:
            decided = {sentence.lower(at + 1), sentence.lower(at + 2)} & _DECIDED
            return item.actor if decided else None
        if item.kind == "mark" or item.lower in _ENDS - _ABOUT:
            return None
    return None
