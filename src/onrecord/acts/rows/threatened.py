"""Whom a threat is meant for: who would do what it is conditional on."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from onrecord.acts.rows.speech import Named
from onrecord.records import Act
from onrecord.spans import contains

# What is threatened to be done to somebody; a threat to leave is done to nobody.
_HARMING = frozenset({"UNSPECIFIED", "SANCTION", "COERCE", "ASSAULT"})


def aim_threats(acts: Sequence[Act], named: Named) -> Iterator[Act]:
    """Yield the acts, each threat on condition with whom it is meant for, if nobody is told.

    `acts` are in the order of their triggers. In "warned of a | response | if Kenya closes the
    strait" that is Kenya, of the warning as well.
    """
    supposed = [act for act in acts if act.modality == "conditional"]
    aimed = {act.id: _aim(act, supposed, named) for act in acts}
    for act in aimed.values():
        told = aimed.get(act.content or "")
        if act.type == "THREATEN" and told is not None and told.modality == "threatened":
            yield _on(act, told.recipients)
        else:
            yield act


def _aim(act: Act, supposed: Sequence[Act], named: Named) -> Act:
    """Return the act with whom it is done to, if it is threatened on condition of a deed.

    That somebody's demand is not met is none of theirs.
    """
    condition = act.condition
    threatens = act.type == "THREATEN" or (act.modality == "threatened" and act.type in _HARMING)
    if condition is None or not threatens:
        return act
    first = bisect_left(supposed, condition.start, key=lambda each: each.trigger.start)
    behind = takewhile(
        lambda each: each.trigger.start < condition.end, islice(supposed, first, None)
    )
    for other in behind:
        if contains(condition, other.trigger):
            return act if other.type == "REQUEST" else _on(act, other.actors)
    subject = named.as_subject(condition)
    return act if subject is None else _on(act, (subject,))


def _on(act: Act, recipients: Sequence[str]) -> Act:
    """Return the act with these recipients, if it has no others and none of them acts."""
    if not set(act.recipients) <= set(recipients) or not set(recipients).isdisjoint(act.actors):
        return act
    return replace(act, recipients=tuple(recipients))
