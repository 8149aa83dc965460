"""Second clauses behind who passes on the first: "Berg said that A, Lund told us, and that B"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.statements.drafts import Draft

_SECOND = re.compile(
    r", [^,;:.“”\"\n]{2,70}? (?:said|says|told|tells|added|adds|reported|reports|wrote)\b"
    r"[^,;:.“”\"\n]{0,50}, (?P<half>and that "
    r"(?!(?:is|are|was|were|has|had|will|would|could|may|might|did|does|made|makes|\w+ed)\b)"
    r"[^;:“”\"\n]{6,200}?)"
    r"(?=[.?!](?:\s|$)|, [^,.]{2,60} (?:said|says|told|added|reported)\b)"
)


def add_second_halves(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, those that another verb of saying parts in two with their second half.

    "Berg said | that he would wait |, his aide told Norwire, | and that he hoped for peace |".
    """
    for draft in drafts:
        half = _find_half(text, draft)
        taken = half is not None and any(
            piece.end > half.start and piece.start < half.end
            for other in drafts
            if other.unit is draft.unit and (other.read is None or other.read.stance == "said")
            for piece in other.content
        )
        if half is None or taken:
            yield draft
        else:
            passing = _find_passing(drafts, draft, half)
            yield replace(draft, content=(*draft.content, half), relays=(*draft.relays, *passing))


def _find_passing(drafts: Sequence[Draft], draft: Draft, half: Span) -> Iterator[Span]:
    """Yield whose verbs stand between the halves."""
    for other in drafts:
        source, cue = other.source, other.cue
        if source is None or cue is None or source in {draft.source, *draft.relays}:
            continue
        if draft.content[-1].end < cue.start < half.start:
            yield source


def _find_half(text: str, draft: Draft) -> Span | None:
    """Return the words of a second "that" behind the next verb of saying."""
    if draft.frame != "that" or draft.kind == "direct" or draft.quoted or draft.cue is None:
        return None
    end = draft.content[-1].end
    if draft.cue.start > draft.content[0].start:
        return None
    found = _SECOND.match(text, end, draft.unit.span.end)
    return None if found is None else Span(*found.span("half"))
