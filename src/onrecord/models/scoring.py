"""From a graph's scores over wordpieces to spans of the text with a share of certainty."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.models.tagging import best_labels, find_runs
from onrecord.models.windows import Window
from onrecord.records import Span

Scores = NDArray[np.float32]
Run = tuple[int, int]  # wordpieces `[first, last)`

_NEVER = -1e4  # the score of a label that a special wordpiece cannot have


def forbid_specials(window: Window, scores: Scores) -> None:
    """Make O the only label of special wordpieces; `scores` has shape (rows, length, labels)."""
    scores[:, window.special, 1:] = _NEVER


def shares_of(scores: Any) -> Scores:
    """Return scores as shares of 1 over the last axis (softmax), in the shape of `scores`."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), dtype=np.float32)


def place_of(text: str, window: Window, first: int, last: int) -> Span:
    """Return the characters of wordpieces `[first, last)`, whole words at both ends."""
    start, end = window.spans[first].start, window.spans[last - 1].end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def mean_inside(values: NDArray[Any], runs: Sequence[Run]) -> list[float]:
    """Return the mean of `values`, shape `(n_wordpieces,)`, in each run."""
    sums = np.append(0.0, np.cumsum(values, dtype=np.float64))
    starts, ends = np.array(runs).T
    means: list[float] = ((sums[ends] - sums[starts]) / (ends - starts)).tolist()
    return means


@dataclass(frozen=True, slots=True)
class Found:
    """The runs of all roles of one cue or trigger, in reading order.

    Each comes with the number of its role and with the sum of the shares of its labels. `cut` says
    that one goes on to the end of what the cue or trigger saw of its window.
    """

    text: str
    window: Window
    runs: list[tuple[int, Run, float]]
    cut: bool

    def spans(self, role: int) -> tuple[Span, ...]:
        """Return the spans of a role in reading order."""
        own = [run for kind, run, _ in self.runs if kind == role]
        return tuple([place_of(self.text, self.window, *run) for run in own])

    def widest(self, role: int) -> Span | None:
        """Return the longest span of a role, in wordpieces."""
        own = [run for kind, run, _ in self.runs if kind == role]
        if not own:
            return None
        return place_of(self.text, self.window, *max(own, key=lambda run: run[1] - run[0]))

    def sure(self, role: int) -> float:
        """Return the mean share of the labels chosen in a role, 0 where it has none."""
        size, total = 0, 0.0
        for kind, (first, last), share in self.runs:
            if kind == role:
                size += last - first
                total += share
        return total / size if size else 0.0


def find_roles(text: str, window: Window, scores: Scores, seen: NDArray[np.int64]) -> list[Found]:
    """Return the roles of each row of `scores`, shape (rows, width, labels).

    Row by row, `seen` numbers the wordpieces that the scores are of.
    """
    scores[window.special[seen], 1:] = _NEVER
    labels = best_labels(scores)
    inside = labels > 0
    shares = np.take_along_axis(shares_of(scores[inside]), labels[inside][:, None], axis=-1)
    sums = np.append(0.0, np.cumsum(shares, dtype=np.float64)).tolist()
    firsts, width, length = seen[:, 0].tolist(), seen.shape[1], len(window.ids)
    runs: list[list[tuple[int, Run, float]]] = [[] for _ in firsts]
    cut = [False] * len(firsts)
    at = 0
    for row, role, start, end in find_runs(labels):
        first, after = firsts[row], at + end - start
        runs[row].append((role, (first + start, first + end), sums[after] - sums[at]))
        at = after
        if (start == 0 and first > 0) or (end == width and first + width < length):
            cut[row] = True
    return [Found(text, window, *each) for each in zip(runs, cut, strict=True)]
