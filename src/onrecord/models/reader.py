"""The trained reader: small ONNX graphs, run on windows of a text.

The first graph reads a window once and finds its cues and its triggers; the second says of each
cue who says what to whom, the third of each trigger who does what to whom (training/reader has
all three). A fourth scores whom "he" and "she" mean (`onrecord.models.pronouns`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.models.graphs import load_graph
from onrecord.models.pronouns import PronounReader
from onrecord.models.scoring import (
    Found,
    Run,
    Scores,
    find_roles,
    forbid_specials,
    mean_inside,
    place_of,
    shares_of,
)
from onrecord.models.senses import Senses, read_senses
from onrecord.models.tagging import best_labels, find_runs
from onrecord.models.windows import WINDOW, Window, cut_windows
from onrecord.models.wordpieces import Vocabulary, read_vocabulary
from onrecord.records import (
    ActMention,
    ActType,
    Attribution,
    Findings,
    Modality,
    Span,
    SpeechAct,
    Stance,
)
from onrecord.text import Outline
from onrecord.text.phrases import complete_phrase

if TYPE_CHECKING:  # it takes long to import, and most commands read nothing
    from onnxruntime import InferenceSession

_OUTPUTS, _INNER = ["states", "cues", "triggers", "cue_rows", "trigger_rows"], "inner"
_HE_OR_SHE = re.compile(r"\b(?:he|him|his|she|hers?)\b", re.IGNORECASE)

MOST_WINDOWS = 250  # more than any news article has: about 40,000 words, read in a few seconds

# The order of the heads' answers, as training/reader/model.py has it.
_STANCES = ("said", "relay", *get_args(Stance)[1:])
_SPEECH_ACTS: tuple[SpeechAct, ...] = get_args(SpeechAct)
_TYPES: tuple[ActType, ...] = get_args(ActType)
_MODALITIES: tuple[Modality, ...] = get_args(Modality)
_REAL = frozenset({"happened", "ongoing"})
_DOUBTS = [at for at, name in enumerate(_MODALITIES) if name not in _REAL]
_CERTAIN = 0.9  # of an act and its type, to read on a party that was cut
_DOUBT = 0.16  # the share of all other modalities that speaks against these two
_SOURCE, _CONTENT, _ADDRESSEE = range(3)
_ACTOR, _RECIPIENT, _PLACE = range(3)
# Wordpieces that cues and triggers see, before and behind. Who takes part in an act stands in its
# sentence; a cue whose roles go on farther is asked again about its whole window.
_CUE_REACH, _TRIGGER_REACH = 48, 32
_AT_ONCE = 1800  # wordpieces that all spans asked at once see: some megabytes


@dataclass(frozen=True)
class Reader:
    """Where the graphs and the vocabulary lie; they are loaded when the first text is read."""

    window_path: Path
    cue_path: Path
    trigger_path: Path
    pronouns: PronounReader
    vocabulary_path: Path
    senses_path: Path

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return all files of the reader."""
        return (
            self.window_path, self.cue_path, self.trigger_path, self.pronouns.path,
            self.vocabulary_path, self.senses_path,
        )  # fmt: skip

    def read(self, text: str, outline: Outline) -> Findings:
        """Return the attributions and acts of `text`, in the order of their cues and triggers.

        A text is read up to its window number `MOST_WINDOWS`, so that a page without end takes
        bounded time. Raise `ModelError` where a file is missing or does not fit.
        """
        attributions: list[Attribution] = []
        acts: list[ActMention] = []
        kept: list[tuple[Window, Scores]] = []
        has_pronouns = _HE_OR_SHE.search(text) is not None
        for window in islice(self.cut(text, outline), MOST_WINDOWS):
            encoded = self.encode(window, inner=has_pronouns)
            if encoded.inner is not None:
                kept.append((window, encoded.inner.astype(np.float16)))
            attributions += self._read_cues(text, encoded)
            acts += self._read_triggers(text, encoded)
        return Findings(
            attributions=tuple(attributions),
            acts=tuple(acts),
            pronouns=self.pronouns.open(kept) if kept else None,
        )

    def cut(self, text: str, outline: Outline) -> Iterator[Window]:
        """Yield the windows of a text as the graphs take them."""
        return cut_windows(text, outline, self.vocabulary, self.senses)

    def load(self) -> None:
        """Load the graphs and the tables now, which is else done for the first text."""
        _ = (
            self.vocabulary,
            self.senses,
            self._windows,
            self._cues,
            self._triggers,
            self.pronouns.graph,
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the wordpieces that the graphs know."""
        return read_vocabulary(self.vocabulary_path)

    @cached_property
    def senses(self) -> Senses:
        """Return what words mostly tell."""
        return read_senses(self.senses_path)

    @cached_property
    def _windows(self) -> "InferenceSession":
        return load_graph(self.window_path)

    @cached_property
    def _cues(self) -> "InferenceSession":
        return load_graph(self.cue_path)

    @cached_property
    def _triggers(self) -> "InferenceSession":
        return load_graph(self.trigger_path)

    def encode(self, window: Window, *, inner: bool = False) -> "Encoded":
        """Return what the first graph says of a window, and with `inner` its inner states."""
        wanted = [*_OUTPUTS, _INNER] if inner else _OUTPUTS
        states, cues, triggers, cue_rows, trigger_rows, *more = self._run(window, wanted)
        forbid_specials(window, cues)
        forbid_specials(window, triggers)
        return Encoded(
            window=window,
            states=states[0],
            cues=cues,
            triggers=triggers,
            cue_rows=cue_rows[0],
            trigger_rows=trigger_rows[0],
            inner=more[0][0] if inner else None,
        )

    def encode_inner(self, window: Window) -> Scores:
        """Return the states of a window before the encoder's last layer, shape (length, size)."""
        states: Scores = self._run(window, [_INNER])[0][0]
        return states

    def _run(self, window: Window, wanted: list[str]) -> list[Scores]:
        inputs = {
            "ids": window.ids[None],
            "kinds": window.kinds[None],
            "senses": window.hints[None],
        }
        found: list[Scores] = self._windows.run(wanted, inputs)
        return found

    def ask_cues(self, encoded: "Encoded", runs: Sequence[Run], *, reach: int) -> "Answers":
        """Return the answers for cues; `kinds` are stance, act, polarity."""
        return _ask(self._cues, encoded.states, encoded.cue_rows, runs, reach)

    def ask_triggers(self, encoded: "Encoded", runs: Sequence[Run], *, reach: int) -> "Answers":
        """Return the answers for triggers; `kinds` are type, modality, polarity and two more.

        These say whether it is background, and whether it is denied.
        """
        return _ask(self._triggers, encoded.states, encoded.trigger_rows, runs, reach)

    def _read_cues(self, text: str, encoded: "Encoded") -> list[Attribution]:
        runs = _runs_of(encoded.cues)
        found: list[Attribution] = []
        far: list[Run] = []
        for some in _batches(runs, 2 * _CUE_REACH):
            answers = self.ask_cues(encoded, some, reach=_CUE_REACH)
            near, cut = _tell_cues(text, encoded, answers)
            found += near
            far += cut
        for some in _batches(far, WINDOW):
            found += _tell_cues(text, encoded, self.ask_cues(encoded, some, reach=WINDOW))[0]
        return sorted(found, key=lambda each: each.cue) if far else found

    def _read_triggers(self, text: str, encoded: "Encoded") -> Iterator[ActMention]:
        for runs in _batches(_runs_of(encoded.triggers), 2 * _TRIGGER_REACH):
            answers = self.ask_triggers(encoded, runs, reach=_TRIGGER_REACH)
            yield from _tell_triggers(text, encoded, answers)


@dataclass(frozen=True, slots=True)
class Encoded:
    """A window as the first graph reads it: what the others see of it, and scores.

    `states` has shape (length, size), `cue_rows` and `trigger_rows` (length, 256); `cues` and
    `triggers` (1, length, 3) score O, B, I; `inner` (length, size) are the states before the
    encoder's last layer, where asked for.
    """

    window: Window
    states: Scores
    cues: Scores
    triggers: Scores
    cue_rows: Scores
    trigger_rows: Scores
    inner: Scores | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a graph says of spans of a window, one row a span.

    `roles` and `conditions`, shape (spans, width, labels), score the wordpieces that a span sees,
    whose numbers `seen` (spans, width) has; beyond them nothing has a role. Each of `kinds` has
    shape (spans, choices).
    """

    runs: Sequence[Run]
    seen: NDArray[np.int64]
    roles: Scores
    conditions: Scores
    kinds: list[Scores]


def _runs_of(scores: Scores) -> list[Run]:
    """Return the spans that the scores of a window find."""
    return [(start, end) for _, _, start, end in find_runs(best_labels(scores))]


def _batches(runs: Sequence[Run], width: int) -> Iterator[Sequence[Run]]:
    """Yield a few spans at a time, of which each sees `width` wordpieces."""
    size = _AT_ONCE // width
    for first in range(0, len(runs), size):
        yield runs[first : first + size]


def _ask(
    graph: "InferenceSession", states: Scores, rows: Scores, runs: Sequence[Run], reach: int
) -> Answers:
    """Return a graph's answers for spans of a window; each sees `reach` wordpieces to each side."""
    start, end = np.array(runs, dtype=np.int64).T
    width = min(len(states), 2 * reach)
    first = ((start + end) // 2 - reach).clip(0, len(states) - width)
    seen = first[:, None] + np.arange(width)
    inputs = {"states": states, "rows": rows, "seen": seen, "start": start, "end": end}
    roles, conditions, *kinds = graph.run(None, inputs)
    return Answers(runs, seen, roles, conditions, kinds)


def _tell_runs(
    text: str, encoded: Encoded, scores: Scores, answers: Answers
) -> tuple[Sequence[Run], list[float], list[Found], list[Found]]:
    """Return runs with how sure they are by `scores`, the window's, their roles and conditions."""
    return (
        answers.runs,
        mean_inside(shares_of(scores)[:, 1:].sum(-1), answers.runs),
        find_roles(text, encoded.window, answers.roles, answers.seen),
        find_roles(text, encoded.window, answers.conditions, answers.seen),
    )


def _tell_cues(
    text: str, encoded: Encoded, answers: Answers
) -> tuple[list[Attribution], list[Run]]:
    """Return the attributions of cues, and the cues of which a role goes on beyond what they see.

    A cue without content tells nothing.
    """
    stances, acts, polarities = answers.kinds
    act_shares = shares_of(acts)
    found = zip(
        *_tell_runs(text, encoded, encoded.cues[0], answers),
        stances.argmax(-1).tolist(),
        acts.argmax(-1).tolist(),
        act_shares.max(-1).tolist(),
        polarities.argmax(-1).tolist(),
        strict=True,
    )
    told: list[Attribution] = []
    cut: list[Run] = []
    for (start, end), sure, own, under, kind, act, act_sure, negative in found:
        if own.cut:
            cut.append((start, end))
        content = own.spans(_CONTENT)
        if own.cut or not content:
            continue
        stance = _STANCES[kind]
        told.append(
            Attribution(
                cue=place_of(text, encoded.window, start, end),
                content=content,
                source=own.widest(_SOURCE),
                addressee=own.widest(_ADDRESSEE),
                condition=next(iter(under.spans(0)), None),
                relay=stance == "relay",
                stance="said" if stance == "relay" else stance,
                act=_SPEECH_ACTS[act],
                negative=bool(negative),
                sure=sure * own.sure(_CONTENT),
                source_sure=own.sure(_SOURCE),
                act_sure=act_sure,
            )
        )
    return told, cut


def _tell_triggers(text: str, encoded: Encoded, answers: Answers) -> Iterator[ActMention]:
    types = shares_of(answers.kinds[0])
    modalities, modalities_sure = _choose_modalities(shares_of(answers.kinds[1]))
    found = zip(
        *_tell_runs(text, encoded, encoded.triggers[0], answers),
        types.argmax(-1).tolist(),
        types.max(-1).tolist(),
        modalities.tolist(),
        modalities_sure.tolist(),
        *(kind.argmax(-1).tolist() for kind in answers.kinds[2:]),
        strict=True,
    )
    for (
        (start, end), sure, own, under, type_, type_sure, modality, modality_sure,
        negative, background, denied,
    ) in found:  # fmt: skip
        certain = min(sure, type_sure) >= _CERTAIN
        yield ActMention(
            trigger=place_of(text, encoded.window, start, end),
            type=_TYPES[type_],
            actors=_whole(text, own.spans(_ACTOR), certain),
            recipients=_whole(text, own.spans(_RECIPIENT), certain),
            place=own.widest(_PLACE),
            condition=next(iter(under.spans(0)), None),
            modality=_MODALITIES[modality],
            negative=bool(negative),
            background=bool(background),
            denied=bool(denied),
            sure=sure,
            type_sure=type_sure,
            modality_sure=modality_sure,
        )


def _whole(text: str, spans: tuple[Span, ...], certain: bool) -> tuple[Span, ...]:
    """Return the parties of an act, if that is certain those cut before their noun up to it."""
    return tuple(complete_phrase(text, span) for span in spans) if certain else spans


def _choose_modalities(shares: Scores) -> tuple[NDArray[np.int64], Scores]:
    """Return the likeliest modality of each row with its share.

    That it happened needs more than the most: an act that did not happen and is shown as one that
    did is the worse mistake.
    """
    doubts = shares[:, _DOUBTS]
    best = shares.argmax(-1)
    doubted = ~np.isin(best, _DOUBTS) & (doubts.sum(-1) > _DOUBT)
    best = np.where(doubted, np.array(_DOUBTS)[doubts.argmax(-1)], best)
    return best, np.take_along_axis(shares, best[:, None], axis=-1)[:, 0]
