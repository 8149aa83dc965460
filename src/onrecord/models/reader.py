"""The trained reader: three small ONNX graphs, run on windows of a text.

The first graph reads a window once and finds its cues and its triggers; the second says of each
cue who says what to whom, the third of each trigger who does what to whom (training/reader has
all three).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import numpy as np

from onrecord.errors import ModelError
from onrecord.models.scoring import (
    Run,
    Scores,
    find_roles,
    forbid_specials,
    place_of,
    shares_of,
)
from onrecord.models.tagging import best_labels, find_runs
from onrecord.models.windows import WINDOW, Window, cut_windows
from onrecord.models.wordpieces import Vocabulary, read_vocabulary
from onrecord.records import (
    ActMention,
    ActType,
    Attribution,
    Findings,
    Modality,
    SpeechAct,
    Stance,
)
from onrecord.text import Outline

if TYPE_CHECKING:  # it takes long to import, and most commands read nothing
    from onnxruntime import InferenceSession

MOST_WINDOWS = 250  # more than any news article has: about 40,000 words, read in a few seconds

# The order of the heads' answers, as training/reader/model.py has it.
_STANCES = ("said", "relay", *get_args(Stance)[1:])
_SPEECH_ACTS: tuple[SpeechAct, ...] = get_args(SpeechAct)
_TYPES: tuple[ActType, ...] = get_args(ActType)
_MODALITIES: tuple[Modality, ...] = get_args(Modality)
_REAL = frozenset({"happened", "ongoing"})
_DOUBTS = [at for at, name in enumerate(_MODALITIES) if name not in _REAL]
_DOUBT = 0.2  # the share of all other modalities that speaks against these two
_SOURCE, _CONTENT, _ADDRESSEE = range(3)
_ACTOR, _RECIPIENT, _PLACE = range(3)
_REACH = 64  # wordpieces around triggers: who takes part stands in their sentence
_O_ALONE = 20.0  # a score that leaves no other label a chance
_AT_ONCE = 8  # cues or triggers: each takes some megabytes while it is read


@dataclass(frozen=True)
class Reader:
    """Where the graphs and the vocabulary lie; they are loaded when the first text is read."""

    window_path: Path
    cue_path: Path
    trigger_path: Path
    vocabulary_path: Path

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return all files of the reader."""
        return (self.window_path, self.cue_path, self.trigger_path, self.vocabulary_path)

    def read(self, text: str, outline: Outline) -> Findings:
        """Return the attributions and acts of `text`, in the order of their cues and triggers.

        A text is read up to its window number `MOST_WINDOWS`, so that a page without end takes
        bounded time. Raise `ModelError` where a file is missing or does not fit.
        """
        attributions: list[Attribution] = []
        acts: list[ActMention] = []
        for window in islice(cut_windows(text, outline, self.vocabulary), MOST_WINDOWS):
            encoded = self.encode(window)
            attributions += self._read_cues(text, encoded)
            acts += self._read_triggers(text, encoded)
        return Findings(attributions=tuple(attributions), acts=tuple(acts))

    def load(self) -> None:
        """Load the graphs and the vocabulary now, which is else done for the first text."""
        _ = self.vocabulary, self._windows, self._cues, self._triggers

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

    @cached_property
    def _triggers(self) -> "InferenceSession":
        return _load_graph(self.trigger_path)

    def encode(self, window: Window) -> "Encoded":
        """Return what the first graph says of a window."""
        inputs = {"ids": window.ids[None], "kinds": window.kinds[None]}
        states, hints, cues, triggers = self._windows.run(None, inputs)
        forbid_specials(window, cues)
        forbid_specials(window, triggers)
        return Encoded(window, states, hints, cues, triggers)

    def ask_triggers(self, encoded: "Encoded", runs: list[Run]) -> list[Any]:
        """Return roles, conditions, type, modality, polarity, background, denied of triggers."""
        return _ask(self._triggers, encoded, runs, reach=_REACH)

    def _read_cues(self, text: str, encoded: "Encoded") -> Iterator[Attribution]:
        shares = shares_of(encoded.cues[0])
        for runs in _batches(encoded.cues):
            roles, conditions, stances, acts, polarities = _ask(self._cues, encoded, runs)
            act_shares, negative = shares_of(acts), polarities.argmax(-1)
            found = find_roles(text, encoded.window, roles)
            under = find_roles(text, encoded.window, conditions)
            for number, (start, end) in enumerate(runs):
                own = found[number]
                content = own.spans(_CONTENT)
                if not content:
                    continue
                stance = _STANCES[int(stances[number].argmax())]
                yield Attribution(
                    cue=place_of(text, encoded.window, start, end),
                    content=content,
                    source=own.widest(_SOURCE),
                    addressee=own.widest(_ADDRESSEE),
                    condition=next(iter(under[number].spans(0)), None),
                    relay=stance == "relay",
                    stance=stance if stance in get_args(Stance) else "said",
                    act=_SPEECH_ACTS[int(act_shares[number].argmax())],
                    negative=bool(negative[number]),
                    sure=_mean_inside(shares, start, end) * own.sure(_CONTENT),
                    source_sure=own.sure(_SOURCE),
                    act_sure=float(act_shares[number].max()),
                )

    def _read_triggers(self, text: str, encoded: "Encoded") -> Iterator[ActMention]:
        shares = shares_of(encoded.triggers[0])
        for runs in _batches(encoded.triggers):
            roles, conditions, *kinds = self.ask_triggers(encoded, runs)
            types, modalities = map(shares_of, kinds[:2])
            negative, background, denied = (each.argmax(-1) for each in kinds[2:])
            found = find_roles(text, encoded.window, roles)
            under = find_roles(text, encoded.window, conditions)
            for number, (start, end) in enumerate(runs):
                own = found[number]
                modality, modality_sure = _choose_modality(modalities[number])
                yield ActMention(
                    trigger=place_of(text, encoded.window, start, end),
                    type=_TYPES[int(types[number].argmax())],
                    actors=own.spans(_ACTOR),
                    recipients=own.spans(_RECIPIENT),
                    place=own.widest(_PLACE),
                    condition=next(iter(under[number].spans(0)), None),
                    modality=modality,
                    negative=bool(negative[number]),
                    background=bool(background[number]),
                    denied=bool(denied[number]),
                    sure=_mean_inside(shares, start, end),
                    type_sure=float(types[number].max()),
                    modality_sure=modality_sure,
                )


@dataclass(frozen=True, slots=True)
class Encoded:
    """A window as the first graph reads it: states and hints for the others, and scores.

    `states` has shape (1, length, size), `hints` (1, length, 13); `cues` and `triggers`
    (1, length, 3) score O, B, I.
    """

    window: Window
    states: Scores
    hints: Scores
    cues: Scores
    triggers: Scores


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


def _batches(scores: Scores) -> Iterator[list[Run]]:
    """Yield the spans that the scores of a window find, a few at a time."""
    found = [(start, end) for _, start, end in find_runs(best_labels(scores)[0])]
    for first in range(0, len(found), _AT_ONCE):
        yield found[first : first + _AT_ONCE]


def _ask(
    graph: "InferenceSession", encoded: Encoded, runs: list[Run], *, reach: int = WINDOW
) -> list[Any]:
    """Return a graph's answers for spans of a window, one row a span.

    They see what stands up to `reach` wordpieces before and behind the spans; beyond it nothing
    has a role.
    """
    places = np.array(runs, dtype=np.int64)
    length = encoded.states.shape[1]
    first, last = max(0, int(places.min()) - reach), min(length, int(places.max()) + reach)
    inputs = {
        "states": encoded.states[:, first:last],
        "hints": encoded.hints[:, first:last],
        "start": places[:, 0] - first,
        "end": places[:, 1] - first,
    }
    roles, conditions, *kinds = graph.run(None, inputs)
    return [_widen(roles, first, length), _widen(conditions, first, length), *kinds]


def _widen(scores: Scores, first: int, length: int) -> Scores:
    """Return scores for all wordpieces of a window; those that were not asked about are O."""
    wide = np.full((len(scores), length, scores.shape[-1]), -_O_ALONE, dtype=np.float32)
    wide[:, :, 0] = _O_ALONE
    wide[:, first : first + scores.shape[1]] = scores
    return wide


def _choose_modality(shares: Scores) -> tuple[Modality, float]:
    """Return the likeliest modality with its share; that it happened needs more than the most.

    An act that did not happen and is shown as one that did is the worse mistake.
    """
    best = int(shares.argmax())
    if _MODALITIES[best] in _REAL and float(shares[_DOUBTS].sum()) > _DOUBT:
        best = max(_DOUBTS, key=lambda at: float(shares[at]))
    return _MODALITIES[best], float(shares[best])


def _mean_inside(shares: Scores, start: int, end: int) -> float:
    """Return the mean share of B and I in a span."""
    return float(shares[start:end, 1:].sum(-1).mean())
