"""Tell the type of an act by its complement: "withdrew from the pact", "regretted Peru's move"."""

import re
from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AUXILIARIES, CONJUNCTIONS, OBJECT_PRONOUNS, PREPOSITIONS
from onrecord.records import ActType

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


def _type_of(sentence: Sentence, draft: Draft) -> ActType | None:
    words, root = draft.trigger.words, draft.trigger.type
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
