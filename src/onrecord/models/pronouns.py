"""Who "he" and "she" mean, by the states of the reader's windows: a fourth small graph.

It sees what the encoder makes of the pronoun and of each person's names before its last layer, and
how far apart they stand, and scores every name and "none of them" (training/pronouns has it).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.models.graphs import load_graph
from onrecord.models.scoring import Scores
from onrecord.models.windows import Window
from onrecord.records import PronounScores, Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_BEFORE, _AFTER = 200, 56  # wordpieces around the pronoun in which names count
_NAMES = 6  # of each person, the nearest


@dataclass(frozen=True)
class PronounReader:
    """Where the graph lies; it is loaded for the first pronoun."""

    path: Path

    def open(self, windows: Sequence[tuple[Window, Scores]]) -> "ReadPronouns":
        """Return what scores the pronouns of one text, from its `windows` in reading order.

        With each come its states (`Reader.encode_inner`), shape `(length, size)`.
        """
        return ReadPronouns(self, windows)

    @cached_property
    def graph(self) -> "InferenceSession":
        """Return the graph: states, distances to the scores of the names and of nobody."""
        return load_graph(self.path)


class ReadPronouns:
    """The wordpieces of one text with their states, to score its pronouns by."""

    def __init__(self, model: PronounReader, windows: Sequence[tuple[Window, Scores]]) -> None:
        self._model = model
        self._states = [states for _, states in windows]
        self._firsts = [0, *accumulate(len(window.spans) for window, _ in windows)]
        pieces = [
            (span.start, span.end, number)
            for number, (span, special) in enumerate(
                pair
                for window, _ in windows
                for pair in zip(window.spans, window.special.tolist(), strict=True)
            )
            if not special
        ]
        self._starts = [start for start, _, _ in pieces]
        self._ends = [end for _, end, _ in pieces]
        self._numbers = [number for _, _, number in pieces]

    def score(self, pronoun: Span, people: Sequence[Sequence[Span]]) -> PronounScores | None:
        """Return how well each of `people`, by their names' places, fits; None if none is near."""
        view = self.view(pronoun, people)
        if view is None:
            return None
        inputs = {"states": view.states[None], "distances": view.distances[None]}
        scores, none = self._model.graph.run(None, inputs)
        return PronounScores(_join(view.people, scores[0], len(people)), float(none[0]))

    def view(self, pronoun: Span, people: Sequence[Sequence[Span]]) -> "View | None":
        """Return what the graph sees of a pronoun; None where no name stands near it."""
        at = self._place(pronoun)
        if at is None:
            return None
        names = [
            (person, place)
            for person, spans in enumerate(people)
            for place in self._nearest(spans, at[0])
        ]
        if not names:
            return None
        return View(
            states=np.stack([self._mean(at), *(self._mean(place) for _, place in names)]),
            people=np.array([person for person, _ in names], dtype=np.int64),
            distances=np.array([place[0] - at[0] for _, place in names], dtype=np.int64),
        )

    def _place(self, span: Span) -> tuple[int, int] | None:
        """Return the wordpieces `[first, last)` of a span."""
        low = bisect_left(self._ends, span.start + 1)
        high = bisect_left(self._starts, span.end)
        return None if low >= high else (self._numbers[low], self._numbers[high - 1] + 1)

    def _nearest(self, spans: Sequence[Span], at: int) -> list[tuple[int, int]]:
        places = [place for span in spans if (place := self._place(span)) is not None]
        near = [place for place in places if at - _BEFORE <= place[0] <= at + _AFTER]
        return sorted(sorted(near, key=lambda place: abs(place[0] - at))[:_NAMES])

    def _mean(self, place: tuple[int, int]) -> Scores:
        """Return the mean state of the wordpieces `[first, last)` of the text."""
        rows = [self._state(number) for number in range(*place)]
        mean: Scores = np.mean(rows, axis=0, dtype=np.float32)
        return mean

    def _state(self, number: int) -> Scores:
        window = bisect_right(self._firsts, number) - 1
        state: Scores = self._states[window][number - self._firsts[window]]
        return state


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The mean states of a pronoun and, behind it, of the names, shape (1 + n, size).

    `people` says whose each name is, `distances` how many wordpieces behind the pronoun it starts.
    """

    states: Scores
    people: NDArray[np.int64]
    distances: NDArray[np.int64]


def _join(people: NDArray[np.int64], scores: Scores, count: int) -> tuple[float | None, ...]:
    """Return one score a person: that of all names together, None where no name was seen."""
    joined: list[float | None] = []
    for person in range(count):
        own = scores[people == person]
        joined.append(float(np.logaddexp.reduce(own)) if len(own) else None)
    return tuple(joined)
