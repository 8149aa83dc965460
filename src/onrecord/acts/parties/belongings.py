"""Find the state whose thing is hit or taken: "attacked the | Kenyan | barracks"."""

from collections.abc import Mapping

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.lists import is_number
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
)
from onrecord.acts.lexicon import HARMFUL
from onrecord.records import Actor
from onrecord.text.wordclasses import is_person_noun

_EASED = frozenset({"CONCEDE", "SANCTION", "COERCE"})  # "lifted its ban on Kenyan maize"
_TAKING = frozenset({"ASSAULT", "COERCE"})
_NO_PHRASE = PREPOSITIONS | RELATIVES | AUXILIARIES | CONJUNCTIONS | {"to"}
_LONGEST = 4  # items of a phrase before the adjective: "three of the burnt-out Kenyan posts"
_LONGEST_BAN = 4  # items from "lifted" to the "on" of what is eased


def note_owning_state(sentence: Sentence, draft: Draft, actors: Mapping[str, Actor]) -> None:
    """Let the state suffer whose thing an act without a recipient is done to.

    So in "sank a | Peruvian | trawler", "its attack on the | Peruvian | barracks", "two | Peruvian
    | barges were seized" and "lifted its ban on | Peruvian | maize"; but not of its own police.
    """
    if draft.recipients or draft.receiving is not None:
        return
    on = _is_on(sentence, draft.last)
    if not (on or draft.actors or draft.pronoun):
        return  # "killing Peruvian jobs": nobody is told who strikes, and it may be no force
    state = None
    if draft.passive and draft.trigger.type in HARMFUL:
        state = _state_before(sentence, draft)
    elif draft.trigger.type in HARMFUL and (draft.trigger.verb or on):
        state = _state_at(sentence, draft.last + on)
    if state is None and draft.trigger.type in _TAKING:
        state = _state_told_of(sentence, draft, actors)
    if state is None and draft.trigger.type in _EASED and not draft.passive:
        state = _state_of_ban(sentence, draft.last)
    if state is None:
        return
    home = actors[state].state
    if all(actors[actor].state != home for actor in draft.actors):
        draft.recipients = (state,)


def _is_on(sentence: Sentence, at: int) -> bool:
    return sentence.lower(at) in {"on", "against"}


def _state_at(sentence: Sentence, start: int) -> str | None:
    """Return whose adjective stands in the phrase at `start`, before a thing: "a Kenyan boat"."""
    for at in range(start, start + _LONGEST):
        item = sentence.item(at)
        if item is None or item.kind != "word" or item.lower in _NO_PHRASE:
            return None
        if item.of_state is not None:
            return item.of_state if _is_thing(sentence, at + 1) else None
    return None


def _state_before(sentence: Sentence, draft: Draft) -> str | None:
    """Return whose thing is the subject of a passive: "two | Kenyan | barges were seized"."""
    first = draft.at if draft.group is None else draft.group.first
    for at in range(first - 1, max(-1, first - 1 - _LONGEST), -1):
        item = sentence.items[at]
        if item.kind != "word" or item.lower in _NO_PHRASE:
            return None
        if item.of_state is not None:
            plain = sentence.lower(at - 1) in PLAIN_DETERMINERS
            opens = at == 0 or plain or is_number(sentence, at - 1)
            return item.of_state if opens and _is_thing(sentence, at + 1) else None
    return None


def _state_told_of(sentence: Sentence, draft: Draft, actors: Mapping[str, Actor]) -> str | None:
    """Return the state whose part a clause tells of: "Peru's bay, which Kenya | annexed |"."""
    if draft.group is None:
        return None
    pronoun = draft.group.first - 1 - (not draft.passive)
    if sentence.lower(pronoun) not in {"which", "that"}:
        return None
    noun = pronoun - 1 - (sentence.lower(pronoun - 1) == ",")
    for at in range(noun - 1, max(-1, noun - 1 - _LONGEST), -1):
        item = sentence.items[at]
        if item.possessive and item.actor is not None:
            return item.actor if actors[item.actor].kind == "state" else None
        if item.kind != "word" or item.lower in _NO_PHRASE:
            return None
    return None


def _state_of_ban(sentence: Sentence, last: int) -> str | None:
    """Return on whose goods the ban is that is lifted: "lifted its ban | on Kenyan maize"."""
    on = next((at for at in range(last, last + _LONGEST_BAN) if _is_on(sentence, at)), None)
    return None if on is None else _state_at(sentence, on + 1)


def _is_thing(sentence: Sentence, at: int) -> bool:
    """Return whether a common noun stands here that is of no person."""
    item = sentence.item(at)
    if item is None or item.kind != "word" or not item.text.islower():
        return False
    return item.lower not in _NO_PHRASE and not is_person_noun(item.lower)
