"""From scores to spans: the best sequence of BIO labels that holds together (Viterbi)."""

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e4)


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
    broken = (inside & (before != labels) & (before != labels - 1)).any(-1)
    if broken.any():  # the best labels taken one by one hold together nearly always
        used = np.flatnonzero((labels[broken] > 0).any(0))
        part = slice(max(0, int(used[0]) - 1), int(used[-1]) + 2)  # around it all is O
        rows = np.flatnonzero(broken)
        labels[rows, part] = _search(scores[rows, part])
    return labels


def _search(scores: Scores) -> NDArray[np.int64]:
    """Return the best labels that hold together, by Viterbi's algorithm."""
    rows, length, size = scores.shape
    costs = _transitions((size - 1) // 2)
    total = scores[:, 0].copy()
    total[:, 2::2] = _NEVER
    came = np.zeros((rows, length, size), dtype=np.int64)
    for at in range(1, length):
        reached = total[:, :, None] + costs
        came[:, at] = reached.argmax(1)
        total = reached.max(1) + scores[:, at]
    labels = np.zeros((rows, length), dtype=np.int64)
    labels[:, -1] = total.argmax(1)
    every = np.arange(rows)
    for at in range(length - 1, 0, -1):
        labels[:, at - 1] = came[every, at, labels[:, at]]
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
