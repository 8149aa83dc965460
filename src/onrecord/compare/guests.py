"""Which rows also tell what an account tells that is not their own.

A long statement may hold two claims, each of which another outlet tells alone. Groups are disjoint,
so it is grouped with one of the two; of the other's account it is a guest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.stories.agglomerate import SCALE

# The mean score of a guest with the rows of a group. On the development pairs, labelled and
# doubtful (training/stories), seven of seven that reach it are one statement; from .55 on, nine
# of twelve.
GUEST_BAR = 0.75
GUEST_SUPPORT = 0.45  # ... and of a guest with the likeliest one: a group may hold two claims, too


class Near(NamedTuple):
    """A row, its home, and how surely another is tied to it, in millionths."""

    row: str
    home: str
    score: int


def rank_guests(homes: Sequence[str], ties: Iterable[Near]) -> list[str]:
    """Return the rows whose mean score with those of a group reaches GUEST_BAR, the highest first.

    `homes` are those of the group's rows (see `agglomerate`: pairs of one home count for nothing),
    and `ties` theirs with rows outside.
    """
    number = Counter(homes)
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for tie in ties:
        if number[tie.home] < len(homes):
            sums[tie.row, tie.home] += tie.score
    least = GUEST_BAR * SCALE
    ranked = sorted(
        (-mean, row)
        for (row, home), total in sums.items()
        if (mean := total / (len(homes) - number[home])) >= least
    )
    return [row for _, row in ranked]


def pick_guests(ranked: Sequence[str], near_first: Iterable[Near]) -> tuple[str, ...]:
    """Return the guests, sorted: the first of `ranked`, and those that `near_first` ties to it."""
    least = GUEST_SUPPORT * SCALE
    like = {*ranked[:1], *(tie.row for tie in near_first if tie.score >= least)}
    return tuple(sorted(like.intersection(ranked)))
