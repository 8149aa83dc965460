"""Which statement stands inside which."""

from collections.abc import Sequence

from onrecord.statements.drafts import Draft


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
