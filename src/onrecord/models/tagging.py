"""From scores to spans: the best sequence of BIO labels that holds together (Viterbi)."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e4)
_MARGIN = 0.01  # far more than sums of scores are rounded by


def best_labels(scores: Scores) -> NDArray[np.int64]:
    """Return the best labels of each row of `scores`, shape (rows, length, labels).

    Labels are O, then B and I of each kind; no row has an I without its B. They have shape
    (rows, length).
    """
    labels: NDArray[np.int64] = scores.argmax(-1)
    before = np.zeros_like(labels)
    before[:, 1:] = labels[:, :-1]
    inside = (labels > 0) & (labels % 2 == 0)
    broken = inside & (before != labels) & (before != labels - 1)
    # The best labels taken one by one hold together nearly always.
    for row in np.flatnonzero(broken.any(-1)).tolist():
        _mend(scores[row], labels[row], np.flatnonzero(broken[row]))
    return labels


def _mend(scores: Scores, labels: NDArray[np.int64], broken: NDArray[np.int64]) -> None:
    """Give one row, in place, the best labels that hold together; I lacks its B at `broken`.

    To make these I their B holds together too, so the best way loses no more than that: where
    every other label is worse by more, the label stays, and between two such places the search is
    one of its own.
    """
    picked = labels[broken]
    loss = float((scores[broken, picked] - scores[broken, picked - 1]).sum())
    best_two = np.partition(scores, -2, axis=-1)[:, -2:]
    fixed = np.flatnonzero(best_two[:, 1] - best_two[:, 0] > loss + _MARGIN)
    done = -1
    for at in broken.tolist():
        if at < done:
            continue
        place = int(fixed.searchsorted(at))
        first = int(fixed[place - 1]) if place else 0
        done = int(fixed[place]) if place < len(fixed) else len(labels) - 1
        part = scores[first : done + 1].copy()
        if place:
            _allow_only(part[0], labels[first])
        else:
            part[0, 2::2] += _NEVER
        if place < len(fixed):
            _allow_only(part[-1], labels[done])
        labels[first : done + 1] = _search(part)


def _allow_only(scores: Scores, label: int) -> None:
    kept = scores[label]
    scores += 2 * _NEVER
    scores[label] = kept


def _search(scores: Scores) -> list[int]:
    """Return the best labels of one row that hold together, by Viterbi's algorithm.

    The rows that come here have some ten wordpieces, for which plain numbers take a third of the
    time of arrays.
    """
    total, *rest = scores.tolist()
    insides = range(2, len(total), 2)
    came: list[list[int]] = []
    for row in rest:
        best = max(total)
        before = [total.index(best)] * len(row)
        reached = [best + each for each in row]
        for inside in insides:  # follows only B or I of its own kind
            before[inside] = inside - 1 if total[inside - 1] >= total[inside] else inside
            reached[inside] = total[before[inside]] + row[inside]
        came.append(before)
        total = reached
    labels = [total.index(max(total))]
    for before in reversed(came):
        labels.append(before[labels[-1]])
    return labels[::-1]


def find_runs(labels: NDArray[np.int64]) -> Iterator[tuple[int, int, int, int]]:
    """Yield `(row, kind, start, end)` of the spans in `labels`, in reading order, row by row.

    No row has an I without its B, as `best_labels` has it; kinds are counted from 0.
    """
    rows, places = np.nonzero(labels)
    found = labels[rows, places]
    begins = np.flatnonzero(found % 2 == 1)
    ends = np.append(begins, len(found))[1:] - 1
    columns = (rows[begins], (found[begins] - 1) // 2, places[begins], places[ends] + 1)
    yield from zip(*(column.tolist() for column in columns), strict=True)
