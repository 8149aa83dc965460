"""From scores to spans: the best sequence of BIO labels that holds together (Viterbi)."""

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e4)
_MARGIN = 0.01  # far more than sums of scores are rounded by


@cache
def _transitions(kinds: int) -> Scores:
    """Return what it costs to go from one label to the next, shape (labels, labels).

    Labels are O, then B and I of each kind; I follows only B or I of its own kind.
    """
    size = 2 * kinds + 1
    costs = np.zeros((size, size), dtype=np.float32)
    for inside in range(2, size, 2):
        costs[:, inside] = _NEVER
        costs[inside - 1, inside] = costs[inside, inside] = 0
    return costs


def best_labels(scores: Scores) -> NDArray[np.int64]:
    """Return the best labels of each row of `scores`, shape (rows, length, labels).

    No row has an I without its B. The labels have shape (rows, length).
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


def _search(scores: Scores) -> NDArray[np.int64]:
    """Return the best labels of one row that hold together, by Viterbi's algorithm."""
    length, size = scores.shape
    costs = _transitions((size - 1) // 2)
    total = scores[0]
    came = np.zeros((length, size), dtype=np.int64)
    for at in range(1, length):
        reached = total[:, None] + costs
        came[at] = reached.argmax(0)
        total = reached.max(0) + scores[at]
    labels = np.zeros(length, dtype=np.int64)
    labels[-1] = total.argmax()
    for at in range(length - 1, 0, -1):
        labels[at - 1] = came[at, labels[at]]
    return labels


def find_runs(labels: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """Yield `(kind, start, end)` of the spans in one row of labels, kinds counted from 0."""
    start, end, kind = -1, -1, -1
    places = np.flatnonzero(labels)
    for at, label in zip(places.tolist(), labels[places].tolist(), strict=True):
        opens = label % 2 == 1
        if start >= 0 and (opens or at != end):
            yield kind, start, end
            start = -1
        if opens:
            start, kind = at, (label - 1) // 2
        end = at + 1
    if start >= 0:
        yield kind, start, end
