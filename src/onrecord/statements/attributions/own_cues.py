"""Leave words of a later sentence to the cue that stands there."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.shapes import has_finite

_MARK, _MARKS = 1, 2  # characters that a mark, or a comma and a mark, take


def leave_to_own_cues(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts without the words of a later sentence that has a cue of its own for them.

    "Baru read out a verdict. “They lied,” the court found": Baru's is not what the court found.
    """
    own = [
        (piece, draft)
        for draft in drafts
        if draft.cue is not None
        and contains(draft.unit.span, draft.cue)
        and not any(contains(piece, draft.cue) for piece in draft.content)  # "“I think so”"
        for piece in draft.content
        if contains(draft.unit.span, piece)
    ]
    own.sort(key=lambda each: each[0])
    for draft in drafts:
        left = tuple(
            piece
            for piece in draft.content
            if draft.cue is None
            or piece.start < draft.unit.span.end
            or not _is_of_another(own, piece, draft)
        )
        if left == draft.content:
            yield draft
        elif any(_has_verb(draft, piece) for piece in left):
            yield replace(draft, content=left)


def _has_verb(draft: Draft, piece: Span) -> bool:
    """Return whether a finite verb stands in a piece, not only what was read: "the verdict"."""
    unit = draft.unit
    return has_finite(unit.tokens, unit.at(piece.start), unit.at(piece.end))


def _is_of_another(own: Sequence[tuple[Span, Draft]], piece: Span, draft: Draft) -> bool:
    """Return whether another draft has the words of a piece in the sentence of its own cue."""
    at = bisect_left(own, piece.start - _MARK, key=lambda each: each[0].start)
    while at < len(own) and own[at][0].start <= piece.start + _MARK:
        other = own[at][1]
        if other.unit is not draft.unit and abs(own[at][0].end - piece.end) <= _MARKS:
            return True
        at += 1
    return False
