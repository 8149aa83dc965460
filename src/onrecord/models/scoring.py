"""From a graph's scores over wordpieces to spans of the text with a share of certainty."""

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
    """Return scores as shares of 1 over the last axis."""
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


@dataclass(frozen=True, slots=True)
class Found:
    """The runs of each role of one cue or trigger, and the scores of all labels."""

    text: str
    window: Window
    runs: tuple[tuple[Run, ...], ...]
    scores: Scores

    def spans(self, role: int) -> tuple[Span, ...]:
        """Return the spans of a role in reading order."""
        return tuple(place_of(self.text, self.window, *run) for run in self.runs[role])

    def widest(self, role: int) -> Span | None:
        """Return the longest span of a role, in wordpieces."""
        if not self.runs[role]:
            return None
        run = max(self.runs[role], key=lambda run: run[1] - run[0])
        return place_of(self.text, self.window, *run)

    def sure(self, role: int) -> float:
        """Return the mean share of the labels chosen in a role, 0 where it has none."""
        if not self.runs[role]:
            return 0.0
        begin, inside = 2 * role + 1, 2 * role + 2
        picked = []
        for first, last in self.runs[role]:
            shares = shares_of(self.scores[first:last])
            picked += [shares[:1, begin], shares[1:, inside]]
        return float(np.concatenate(picked).mean())


def find_roles(text: str, window: Window, scores: Scores) -> list[Found]:
    """Return the roles of each row of `scores`, shape (rows, length, labels)."""
    forbid_specials(window, scores)
    labels = best_labels(scores)
    found = []
    for row in range(len(scores)):
        runs: list[list[Run]] = [[] for _ in range((scores.shape[-1] - 1) // 2)]
        for role, first, last in find_runs(labels[row]):
            runs[role].append((first, last))
        found.append(Found(text, window, tuple(map(tuple, runs)), scores[row]))
    return found
