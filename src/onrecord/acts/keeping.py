"""Decide which drafts say enough to be acts; a common word without its actors says nothing."""

from collections.abc import Collection

from onrecord.acts.draft import Draft
from onrecord.records import Statement

# What such a noun means by itself needs one side only: an attack on Kenya is an act.
_ONE_SIDED = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN"})
_ANSWERS = frozenset({"threaten", "warn_of", "warn_against", "commit"})


_MEANS = frozenset({"MOBILIZE", "RETREAT"})


def drop_means(draft: Draft, groups: Collection[str]) -> None:
    """Take out of the recipients what is only moved: the troops of "massed troops"."""
    if draft.trigger.type in _MEANS:
        moved = draft.recipients
        draft.recipients = tuple(actor for actor in moved if actor not in groups)
        draft.moves_own = bool(moved) and not draft.recipients


def keeps(draft: Draft, statement: Statement | None) -> bool:
    """Return whether `draft` is an act; `statement` is the one that its trigger stands in.

    What the trained reader found as well is one where anybody who takes part is known.
    """
    if draft.mention is not None:
        return bool(draft.actors or draft.recipients)
    if draft.trigger.type == "UNSPECIFIED":
        return _keeps_unspecified(draft, statement)
    if draft.trigger.verb:
        return _keeps_verb(draft)
    if draft.actors:
        carried = draft.group is not None
        return carried or bool(draft.recipients) or len(draft.actors) > 1 or _owned(draft)
    return bool(draft.recipients) and draft.trigger.type in _ONE_SIDED


def _keeps_verb(draft: Draft) -> bool:
    if draft.trigger.prepositions and (draft.passive or not draft.recipients):
        return False
    if draft.trigger.needs_recipient and not draft.recipients:
        together = draft.trigger.type == "CONSULT" and len(draft.actors) > 1
        return together or (draft.passive and bool(draft.actors))
    if draft.meant.modality == "demanded" and draft.recipients:
        return True
    return bool(draft.actors) or (draft.passive and bool(draft.recipients))


def _owned(draft: Draft) -> bool:
    """Return whether one actor is enough: "Kenya's refusal", but not "the Kenyan talks"."""
    return draft.trigger.type not in {"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID"}


def _keeps_unspecified(draft: Draft, statement: Statement | None) -> bool:
    """Return whether "measures" or "a response" is what somebody threatens or promises."""
    unreal = draft.meant.modality not in {"happened", "ongoing"} or not draft.meant.sure
    told = statement is not None and statement.act in _ANSWERS
    return unreal and (told or (draft.trigger.verb and bool(draft.actors)))
