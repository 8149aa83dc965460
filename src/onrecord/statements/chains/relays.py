"""Chains of telling: who passed a statement on, as against who made it.

In "Baru said ..., the agency reported" and "Baru had refused, according to his spokesman" the
attribution around the statement is a relay and no statement of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import contains
from onrecord.statements.drafts import Draft

_LEAD = 80  # characters of adverbials that may stand before the inner statement


def join_relays(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those that only pass others on, these with the relays' sources."""
    joined = list(drafts)
    dropped: set[int] = set()
    by_unit: dict[Span, list[int]] = {}
    for number, draft in enumerate(joined):
        by_unit.setdefault(draft.unit.span, []).append(number)
    for numbers in by_unit.values():
        if len(numbers) < 2:
            continue
        for outer in numbers:
            if joined[outer].frame != "around" or joined[outer].source is None:
                continue
            if not _only_tells(joined[outer]):
                continue
            inner = _passed_on(joined, outer, numbers)
            if inner:
                dropped.add(outer)
                source = joined[outer].source
                assert source is not None
                for number in inner:
                    joined[number] = replace(
                        joined[number], relays=(*joined[number].relays, source)
                    )
    return [draft for number, draft in enumerate(joined) if number not in dropped]


def drop_passing(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without an "according to" that only passes on what others say there.

    In "Baru argued A, denying B, according to the agency" the agency says no more than that.
    """
    return [
        draft
        for draft in drafts
        if draft.cue is None
        or draft.source is None
        or not text[slice(*draft.cue)].lower().startswith("according")
        or not any(
            draft.source in other.relays and draft.content[0].start == other.content[0].start
            for other in drafts
            if other is not draft
        )
    ]


def _only_tells(draft: Draft) -> bool:
    """Return whether the verb takes no stand: who "denied" or "praised" it speaks too."""
    return draft.entry is None or draft.entry.act in {"claim", "confirm"}


def _passed_on(drafts: Sequence[Draft], outer: int, numbers: Sequence[int]) -> list[int]:
    """Return the drafts that make up the whole content of draft `outer`."""
    [content, *rest] = drafts[outer].content
    if rest:
        return []
    inside = [
        number
        for number in numbers
        if number != outer
        and drafts[number].cue is not None
        and all(contains(content, piece) for piece in drafts[number].content)
    ]
    if not inside:
        return []
    first = min(inside, key=lambda number: drafts[number].whole.start)
    last = max(drafts[number].whole.end for number in inside)
    source = drafts[first].source
    if source is None or source.start - content.start > _LEAD or content.end - last > _LEAD:
        return []
    return [
        number for number in inside if drafts[number].source == source or drafts[number].shared
    ] or [first]
