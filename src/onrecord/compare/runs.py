"""Runs of words that stand in two texts."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple


class _Run(NamedTuple):
    """So many words in a row that stand in both texts, and where they begin in each."""

    first: int
    second: int
    size: int


def measure_runs(a: Sequence[str], b: Sequence[str]) -> tuple[float, int]:
    """Return the share of the shorter text in runs of both, and the words of the longest run.

    A run has two words or more. The longest is taken first, then the longest before and after it
    in both texts, and so on: the blocks of `difflib.SequenceMatcher`. Unlike that, this looks at
    pairs of words that follow each other alone, of which two texts seldom have many in common.
    """
    shared = _list_pairs(tuple(a)) & _list_pairs(tuple(b))
    if not shared:
        return 0.0, 0  # most texts that are compared
    shorter, longer = sorted((a, b), key=lambda words: (len(words), words))
    runs = _find_runs(shorter, longer, shared)
    chosen = _choose(runs, 0, len(shorter), 0, len(longer))
    return sum(chosen) / len(shorter), max(chosen)


@lru_cache(maxsize=8192)
def _list_pairs(words: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Return the pairs of words that follow each other; one text is compared with many."""
    return frozenset(pairwise(words))


def _find_runs(
    first: Sequence[str], second: Sequence[str], shared: AbstractSet[tuple[str, str]]
) -> list[_Run]:
    """Return all runs of two words or more that cannot be longer; both have the pairs `shared`."""
    places: dict[tuple[str, str], list[int]] = {}
    for place, pair in [each for each in enumerate(pairwise(first)) if each[1] in shared]:
        places.setdefault(pair, []).append(place)
    latest: dict[int, list[int]] = {}  # runs by how much later they begin in the second text
    runs: list[list[int]] = []  # where they begin in both and how long they are
    for place, pair in [each for each in enumerate(pairwise(second)) if each[1] in shared]:
        for other in places[pair]:
            run = latest.get(place - other)
            if run is not None and run[1] + run[2] == place + 1:
                run[2] += 1
            else:
                run = latest[place - other] = [other, place, 2]
                runs.append(run)
    return [_Run(*run) for run in runs]


def _choose(
    runs: Sequence[_Run], start: int, end: int, other_start: int, other_end: int
) -> list[int]:
    """Return the sizes of the runs that are taken within a part of each text."""
    best: tuple[int, int, int] | None = None
    inside: list[_Run] = []
    for run in runs:
        skip = max(0, start - run.first, other_start - run.second)
        size = min(run.size, end - run.first, other_end - run.second) - skip
        if size >= 2:
            inside.append(run)
            found = (-size, run.first + skip, run.second + skip)
            best = found if best is None else min(best, found)
    if best is None:
        return []
    size, first, second = -best[0], best[1], best[2]
    if len(inside) == 1:
        return [size]
    return [
        size,
        *_choose(inside, start, first, other_start, second),
        *_choose(inside, first + size, end, second + size, other_end),
    ]
