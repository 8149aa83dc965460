"""The trained reader of attributions: two small ONNX graphs, run on windows of a text.

The first graph reads a window once and finds its cues; the second gives each cue its source,
content, addressee and condition, and says what the statement is (training/reader has both).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.models.tagging import best_labels, find_runs
from onrecord.models.windows import NOWHERE, Window, cut_windows
from onrecord.models.wordpieces import Vocabulary, read_vocabulary
from onrecord.records import Attribution, Span, SpeechAct, Stance
from onrecord.text import Outline

if TYPE_CHECKING:  # it takes long to import, and most commands read nothing
    from onnxruntime import InferenceSession

Scores = NDArray[np.float32]

MOST_WINDOWS = 250  # more than any news article has: about 40,000 words, read in a few seconds

# The order of the heads' answers, as training/reader/model.py has it.
_STANCES = ("said", "relay", *get_args(Stance)[1:])
_ACTS: tuple[SpeechAct, ...] = get_args(SpeechAct)
_SOURCE, _CONTENT, _ADDRESSEE = range(3)
_AT_ONCE = 8  # cues: each takes some megabytes while it is read
_NEVER = -1e4  # the score of a label that a special wordpiece cannot have


@dataclass(frozen=True)
class Reader:
    """Where the graphs and the vocabulary lie; they are loaded when the first text is read."""

    window_path: Path
    cue_path: Path
    vocabulary_path: Path

    def find_attributions(self, text: str, outline: Outline) -> Iterator[Attribution]:
        """Yield the attributions of `text`, window after window, in the order of their cues.

        A text is read up to its window number `MOST_WINDOWS`, so that a page without end takes
        bounded time. Raise `ModelError` where a file is missing or does not fit.
        """
        for window in islice(cut_windows(text, outline, self.vocabulary), MOST_WINDOWS):
            yield from self._read_window(text, window)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the wordpieces that the graphs know."""
        return read_vocabulary(self.vocabulary_path)

    @cached_property
    def _windows(self) -> "InferenceSession":
        return _load_graph(self.window_path)

    @cached_property
    def _cues(self) -> "InferenceSession":
        return _load_graph(self.cue_path)

    def encode(self, window: Window) -> tuple[Scores, Scores]:
        """Return states, shape (1, n, size), and scores of cues, shape (1, n, 3), of a window."""
        inputs = {"ids": window.ids[None], "kinds": window.kinds[None]}
        states, cues = self._windows.run(["states", "cues"], inputs)
        return states, cues

    def _read_window(self, text: str, window: Window) -> Iterator[Attribution]:
        states, cues = self.encode(window)
        special = np.array([span == NOWHERE for span in window.spans])
        cues[:, special, 1:] = _NEVER
        found = [(start, end) for _, start, end in find_runs(best_labels(cues)[0])]
        cue_shares = _shares(cues[0])
        for first in range(0, len(found), _AT_ONCE):
            runs = found[first : first + _AT_ONCE]
            places = np.array(runs, dtype=np.int64)
            answers = self._cues.run(
                ["roles", "conditions", "stance", "act", "polarity"],
                {"states": states, "start": places[:, 0], "end": places[:, 1]},
            )
            roles, conditions = answers[:2]
            roles[:, special, 1:] = conditions[:, special, 1:] = _NEVER
            yield from _describe(text, window, runs, cue_shares, *answers)


def _load_graph(path: Path) -> "InferenceSession":
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1  # one process a core reads pages; threads would fight
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False  # an arena keeps the most that any text ever took
    try:
        return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library's own errors share no other base
        raise ModelError(f"{path}: not a readable model file ({error}); reinstall") from error


def _describe(
    text: str,
    window: Window,
    runs: list[tuple[int, int]],
    cues: Scores,
    roles: Scores,
    conditions: Scores,
    stances: Scores,
    acts: Scores,
    polarities: Scores,
) -> Iterator[Attribution]:
    role_labels, condition_labels = best_labels(roles), best_labels(conditions)
    shares = _shares(roles)
    for number, (start, end) in enumerate(runs):
        found: dict[int, list[tuple[int, int]]] = {_SOURCE: [], _CONTENT: [], _ADDRESSEE: []}
        for role, first, last in find_runs(role_labels[number]):
            found[role].append((first, last))
        if not found[_CONTENT]:
            continue
        condition = next((run[1:] for run in find_runs(condition_labels[number])), None)
        picked = np.take_along_axis(shares[number], role_labels[number][:, None], 1)[:, 0]
        sure = float(cues[start:end, 1:].sum(-1).mean()) * _mean(picked, found[_CONTENT])
        stance = _STANCES[int(stances[number].argmax())]
        yield Attribution(
            cue=_place(text, window, start, end),
            content=tuple(_place(text, window, *run) for run in found[_CONTENT]),
            source=_widest(text, window, found[_SOURCE]),
            addressee=_widest(text, window, found[_ADDRESSEE]),
            condition=None if condition is None else _place(text, window, *condition),
            relay=stance == "relay",
            stance=stance if stance in get_args(Stance) else "said",
            act=_ACTS[int(acts[number].argmax())],
            negative=bool(polarities[number].argmax()),
            sure=sure,
            source_sure=_mean(picked, found[_SOURCE]),
            act_sure=float(_shares(acts[number]).max()),
        )


def _place(text: str, window: Window, first: int, last: int) -> Span:
    """Return the characters of wordpieces `[first, last)`, whole words at both ends."""
    start, end = window.spans[first].start, window.spans[last - 1].end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _widest(text: str, window: Window, runs: list[tuple[int, int]]) -> Span | None:
    if not runs:
        return None
    return _place(text, window, *max(runs, key=lambda run: run[1] - run[0]))


def _mean(picked: Scores, runs: list[tuple[int, int]]) -> float:
    """Return the mean score of the labels chosen in the runs, 0 where there is none."""
    if not runs:
        return 0.0
    return float(np.concatenate([picked[start:end] for start, end in runs]).mean())


def _shares(scores: Any) -> Scores:
    """Return scores as shares of 1 over the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), dtype=np.float32)
