"""Tell the words that only carry or describe the noun that tells the act: "launch an attack"."""

from collections.abc import Sequence

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    COURTESY,
    DETERMINERS,
    LIGHT_VERBS,
    PREPOSITIONS,
    is_past,
)
from onrecord.acts.lexicon import HARMFUL
from onrecord.acts.parties.objects import find_behind
from onrecord.text import forms_of

_CARRIED = 4  # items from a verb to the noun that it carries
_PARTING = frozenset({"who", "which", ";"})  # what parts a verb from another clause's noun
_IMPOSING = frozenset(
    forms_of("impose reimpose reinstate reintroduce restore tighten widen unveil")
)
# Who fights a war or hosts talks does one thing.
_STRIKING = frozenset({"shoot", "stab", "beat"})
_HARMING = frozenset({"kill", "wound", "injure", "murder"})
_DOING = frozenset({"fight", "host"})
# Who says again what he has promised says one thing.
_REPEATING = frozenset(forms_of("reaffirm reiterate restate renew repeat"))
_REPEATED = frozenset("commitment support pledge promise opposition demand offer vow".split())
_IMPOSED = frozenset({"SANCTION", "COERCE"})
# Verbs that carry one for the reader besides: "stepped up its strikes", "expressed its support".
_CARRYING = LIGHT_VERBS | frozenset(
    forms_of(
        "step:stepped|stepped throw:threw|thrown express engage grant orchestrate renew share "
        "intensify"
    )
)
# Verbs that carry one told of before them, and what may stand in between.
_CARRYING_BEHIND = (
    _CARRYING
    | frozenset(
        forms_of(
            "level:levelled|levelled levy direct make:made|made put:put|put issue lodge voice "
            "inflict impose wage mount launch carry conduct stage"
        )
    )
    | {"leveled"}
)
_IN_CLAUSE = AUXILIARIES | ADVERBS | COURTESY | DETERMINERS
_CLAUSE = 6  # items from a noun to the verb of its clause
_ON = frozenset("on at against to".split())


def drop_carriers(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without words that only carry or describe the noun behind them.

    So without the verb of "launch an attack" or "stepped up its strikes" and the first word of "an
    air campaign". The noun has whom they have, where it has nobody itself.
    """
    kept: list[Draft] = []
    drafts = _drop_done(sentence, drafts)
    for number, draft in enumerate(drafts):
        carried = next(
            (
                other
                for other in drafts[number + 1 :]
                if other.at < draft.last + _CARRIED and _carries(sentence, draft, other)
            ),
            None,
        )
        if carried is not None and _is_meant_so(draft, carried):
            carried.meant = draft.meant
        if carried is None:
            kept.append(draft)
            continue
        if draft.mention is not None and draft.mention.type == carried.trigger.type:
            carried.mention = carried.mention or draft.mention  # "may | impose | sanctions"
        if _is_fuller(draft, carried) or not (carried.actors or carried.pronoun):
            carried.actors, carried.pronoun = draft.actors, draft.pronoun
            carried.recipients = carried.recipients or draft.recipients
    return _drop_behind(sentence, kept)


def _drop_done(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without one of two words that tell one thing: "fought two | wars |".

    It is the noun where the reader sees the act in the verb; whoever takes part takes part in it.
    """
    kept: list[Draft] = []
    for noun in drafts:
        if kept and _goes_with(sentence, kept[-1], noun):
            kept.pop()  # "shot and killed Lund"
        verb = kept[-1] if kept and _does(sentence, kept[-1], noun) else None
        if verb is None or not (verb.mention or noun.mention):
            kept.append(noun)
            continue
        if verb.mention is None:
            kept[-1] = noun
            noun.actors, noun.pronoun = noun.actors or verb.actors, noun.pronoun or verb.pronoun
        partners = tuple(each for each in noun.recipients if each not in verb.actors)
        verb.recipients = verb.recipients or partners
    return kept


def _goes_with(sentence: Sentence, shot: Draft, harmed: Draft) -> bool:
    """Return whether two verbs tell one deed and what came of it: "| shot | and killed"."""
    joined = harmed.at == shot.at + 2 and sentence.lower(shot.at + 1) == "and"
    both = shot.trigger.words in _STRIKING and harmed.trigger.words in _HARMING
    return joined and both and shot.passive == harmed.passive


def _does(sentence: Sentence, verb: Draft, noun: Draft) -> bool:
    """Return whether a noun is what somebody fights or hosts: "| hosted | new | talks |"."""
    if verb.trigger.words not in _DOING or noun.trigger.verb or noun.at - verb.last >= _CARRIED:
        return False
    between = (sentence.lower(at) for at in range(verb.last, noun.at))
    same = verb.trigger.type == noun.trigger.type and verb.trigger.verb
    return same and PREPOSITIONS.isdisjoint(between) and not sentence.is_actor(noun.at - 1)


def _drop_behind(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without verbs that carry the noun before: "sanctions Peru | imposed | on".

    The noun has both sides then.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if kept and _is_given(draft, kept[-1]):
            kept[-1].recipients = kept[-1].recipients or draft.recipients
            continue  # "provides | support | to rebels" is aid
        noun = next((other for other in kept if _is_carried_by(sentence, other, draft)), None)
        if noun is None:
            kept.append(draft)
            continue
        noun.actors = noun.actors or draft.actors
        noun.pronoun = noun.pronoun or (None if noun.actors else draft.pronoun)
        behind = find_behind(sentence, draft.last, _ON, draft.actors)
        own = tuple(actor for actor in noun.recipients if actor not in noun.actors)
        noun.recipients = own or draft.recipients or behind
        noun.mention = draft.mention or noun.mention
    return kept


def _is_given(noun: Draft, verb: Draft) -> bool:
    """Return whether a noun is but what a verb right before it gives: "provides | support | to"."""
    near = noun.at - verb.last < _CARRIED and not noun.trigger.verb
    given = (verb.trigger.type, noun.trigger.words) == ("AID", "support")
    return near and given and verb.group is not None and bool(verb.recipients or noun.recipients)


def _is_carried_by(sentence: Sentence, noun: Draft, verb: Draft) -> bool:
    """Return whether a verb in a clause behind a noun tells the same: "that Peru | made |"."""
    if noun.trigger.verb and noun.mention is None:
        return False
    between = range(noun.last, verb.at)
    if not 0 < len(between) <= _CLAUSE or noun.trigger.type != verb.trigger.type:
        return False
    word = sentence.lower(verb.at)
    if word not in _CARRYING_BEHIND or not any(sentence.is_actor(at) for at in between):
        return False
    return all(sentence.is_actor(at) or sentence.lower(at) in _IN_CLAUSE for at in between)


def _is_meant_so(verb: Draft, noun: Draft) -> bool:
    """Return whether the noun is meant as its verb is: "ordered strikes" that were flown.

    So what the verb leaves open has not been done: "whether to | reimpose | sanctions". It is sure
    of what was done where the noun is not: "| put | Lund on trial".
    """
    left_open = verb.meant.sure and not verb.meant.real
    told = verb.meant.sure and not noun.meant.sure and verb.mention is not None
    return verb.trigger.words == "order" or told or (left_open and noun.meant.real)


def _is_fuller(carrier: Draft, noun: Draft) -> bool:
    """Return whether the verb alone has both sides: "| took | Peru | to court |"."""
    return bool(carrier.actors and carrier.recipients) and not noun.recipients


def _carries(sentence: Sentence, first: Draft, noun: Draft) -> bool:
    """Return whether the noun tells what the first word does: "imposed sanctions" is one act.

    The reader alone sees an act in that, so that the table does not have it.
    """
    if any(sentence.lower(at) in _PARTING for at in range(first.last, noun.at)):
        return False  # "stoned police, who fired"
    word = first.trigger.words.partition(" ")[0]
    if word in _REPEATING:
        return not noun.trigger.verb and sentence.lower(noun.at) in _REPEATED
    if word == "help" and first.trigger.verb:
        helped = first.last + (sentence.lower(first.last) == "to")
        done = noun.trigger.type in HARMFUL | {"REQUEST"}
        return done and noun.at == helped  # "helped to | kill | Lund", "helped persuade Lund"
    if word in _IMPOSING:
        between = (sentence.lower(at) for at in range(first.last, noun.at))
        object_ = not noun.trigger.verb and PREPOSITIONS.isdisjoint(between)
        return object_ and noun.trigger.type in _IMPOSED
    if word == "order":
        return not noun.trigger.verb and noun.trigger.type == "ASSAULT"  # "ordered strikes"
    if first.group is not None or noun.trigger.type != first.trigger.type:
        return False
    if noun.trigger.verb and noun.group is not None and noun.group.kind != "ing":
        return False  # "held two men until police raided the house"
    return word in _CARRYING or _describes(sentence, first, noun)


def _describes(sentence: Sentence, first: Draft, noun: Draft) -> bool:
    """Return whether a word only tells what the noun right behind it is: "an air | campaign |"."""
    word = sentence.lower(noun.at)
    verb = is_past(word) or (word.endswith("ing") and noun.trigger.verb)
    same = set(first.actors) <= set(noun.actors)  # "allies | assail | reforms"
    return first.last == noun.at and noun.group is None and same and not verb
