"""Which statement stands inside which."""

import re
from collections.abc import Sequence

from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.text.wordclasses import SUBJECT_PRONOUNS

# "Berg signalled she | is open | to talks": that is what she signalled, and said no second time.
_WILLING = re.compile(
    r"(?:is|are|was|were|am|[’'](?:s|re|m)) (?:\w+ly |now |still |also )?"
    r"(?:open|ready|willing|prepared|happy|eager)\b",
    re.IGNORECASE,
)


def drop_willing(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those of who is but said to be willing: "she | is open | to it"."""
    return [
        draft
        for draft in drafts
        if draft.cue is None
        or draft.source is None
        or text[slice(*draft.source)].lower() not in SUBJECT_PRONOUNS
        or not _WILLING.match(text, *draft.cue)
        or not any(
            other is not draft and other.kind == "indirect" and contains(piece, draft.cue)
            for other in drafts
            for piece in other.content
        )
    ]


def find_containers(drafts: Sequence[Draft]) -> dict[int, int]:
    """Return for each draft that stands inside another one the index of the innermost such.

    `drafts` are in reading order. A draft stands inside a piece of content that holds its cue and
    its own content.
    """
    containers: dict[int, int] = {}
    open_pieces: list[tuple[int, int, int]] = []  # (end, start, index of the draft)
    events = sorted(
        (piece.start, -piece.end, number)
        for number, draft in enumerate(drafts)
        for piece in draft.content
    )
    first_pieces = {number: min(draft.content) for number, draft in enumerate(drafts)}
    for start, negative, number in events:
        end = -negative
        open_pieces = [each for each in open_pieces if each[0] > start]
        draft = drafts[number]
        if (
            draft.cue is not None
            and number not in containers
            and first_pieces[number].start == start
        ):
            holders = [
                each
                for each in open_pieces
                if each[2] != number
                and each[0] >= draft.content[-1].end
                and each[1] <= draft.cue.start
                and draft.cue.end <= each[0]
            ]
            if holders:
                containers[number] = min(holders, key=lambda each: each[0] - each[1])[2]
        open_pieces.append((end, start, number))
    return containers
