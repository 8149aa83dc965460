"""Tell the deed of somebody from what he only brings on or claims: "Peru provoked protests"."""

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.groups import group_at
from onrecord.acts.grammar.lists import list_behind, name_behind
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import DETERMINERS, OWNERS, SUBJECT_PRONOUNS
from onrecord.acts.parties.noun_sides import CAUSES
from onrecord.acts.parties.subjects import find_subject
from onrecord.text import FormKind

_BROUGHT_ON = frozenset({"PROTEST", "ACCUSE", "SANCTION", "REJECT"})
_CLAIMED = frozenset({"ASSAULT", "COERCE"})
_CLAIMS = frozenset("claimed claims took takes".split())
_BLAMING = frozenset("blame blames blamed blaming".split())
_TO_BLAMED = 8  # items from a deed to the "on" of who is blamed for it
_CARRIED = 5  # items from a verb to its noun
_BREAKS = frozenset("and or of by with against on".split())


def note_cause(sentence: Sentence, draft: Draft) -> None:
    """Turn who brings on what others do to the one it is done to: "Peru provoked | protests |".

    So is whose doing it is: "Peru's decision sparked protests", "his visit sparked protests".
    """
    if draft.trigger.type not in _BROUGHT_ON or sentence.lower(draft.at).endswith(("ed", "ing")):
        return
    at = draft.at - 1
    while at > draft.at - _CARRIED and is_attribute(sentence, at):
        at -= 1
    if sentence.lower(at) not in CAUSES:
        return
    for before in range(at - 1, max(-1, at - 1 - _CARRIED), -1):
        item = sentence.items[before]
        if item.actor is not None and (item.possessive or before == at - 1):
            draft.actors = tuple(actor for actor in draft.actors if actor != item.actor)
            draft.recipients = draft.recipients or (item.actor,)
            draft.pronoun = None
            return
        if item.lower in OWNERS or (before == at - 1 and item.lower in SUBJECT_PRONOUNS):
            draft.receiving = None if draft.recipients else item
            draft.pronoun = None
            return
        if item.kind != "word" or item.lower in _BREAKS:
            return


def note_blame(sentence: Sentence, draft: Draft) -> None:
    """Let whom a deed is blamed on have done it, as is said: "the | bombing | blamed on Kenya".

    So in "blamed the | bombing | on Kenya" and "blamed the | raid | on Peru on Kenya", and whoever
    was "| killed | in a raid blamed on Kenya".
    """
    if draft.trigger.type not in _CLAIMED:
        return
    on = _on_before_blamed(sentence, draft)
    if on is None:
        return
    at = name_behind(sentence, on + 1)
    if sentence.is_actor(at):
        blamed = list_behind(sentence, at)
        draft.recipients = tuple(a for a in draft.recipients if a not in blamed)
        draft.actors, draft.pronoun, draft.unclear = blamed, None, True


def _on_before_blamed(sentence: Sentence, draft: Draft) -> int | None:
    """Return the "on" behind which who is blamed for the deed stands, if he is told."""
    last = draft.last
    if draft.passive and sentence.lower(last) in {"in", "during"}:
        during = range(last + 1, last + _CARRIED)
        last = next((at for at in during if sentence.lower(at) == "blamed"), last)
    last += sentence.lower(last) == "widely"
    if sentence.lower(last) == "blamed" and not draft.actors:
        return last + 1 if sentence.lower(last + 1) == "on" else None
    verb = draft.at - 1
    while verb > draft.at - _CARRIED and is_attribute(sentence, verb):
        if sentence.lower(verb) in _BLAMING | {"for"}:
            break
        verb -= 1
    if sentence.lower(verb) not in _BLAMING:
        return None
    ons = [at for at in range(last, last + _TO_BLAMED) if sentence.lower(at) == "on"]
    return ons[-1] if ons else None


def note_claim(sentence: Sentence, draft: Draft) -> None:
    """Let who claims a deed have done it: "Kenya claimed responsibility for the | bombing |"."""
    if draft.actors or draft.trigger.type not in _CLAIMED:
        return
    at = draft.at - 1
    while at > draft.at - _CARRIED and is_attribute(sentence, at) and sentence.lower(at) != "for":
        at -= 1
    at -= sentence.items[at].kind == "timex"  # "for Tuesday's bombing"
    claim = at - 2 - (sentence.lower(at - 2) in DETERMINERS | {"full", "sole"})
    responsible = sentence.lower(at - 1) in {"responsibility", "credit"}
    if sentence.lower(at) != "for" or not responsible or sentence.lower(claim) not in _CLAIMS:
        return
    kind: FormKind = "past" if sentence.lower(claim) in {"claimed", "took"} else "s"
    group = group_at(sentence, claim, claim + 1, kind)
    if not group.negative and not group.passive:
        draft.actors = find_subject(sentence, group).actors
        draft.recipients = tuple(a for a in draft.recipients if a not in draft.actors)


def is_attribute(sentence: Sentence, at: int) -> bool:
    """Return whether the item may stand between verb and noun: "sparked | mass | protests"."""
    item = sentence.item(at)
    return (
        item is not None
        and item.kind == "word"
        and item.lower not in CAUSES
        and item.lower not in _BREAKS
    )
