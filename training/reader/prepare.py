"""Texts with marked statements to windows with labels, for training and for scoring.

Sources: PolNeAR's JSON Lines (outermost attributions; what is inside them is known where we
marked it, and what most of them do is labelled by us), our own passages of statements (all of them
are marked, no acts) and of acts (all of them are marked, no statements), and the statements and
acts that we marked in texts of others. What is not known is `UNKNOWN` and counts in no loss.
"""

import csv
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.models.senses import Senses
from onrecord.models.windows import NOWHERE, Window, cut_windows
from onrecord.models.wordpieces import Vocabulary
from onrecord.text import outline_text
from training.acts.marked import OWN as ACTS_OWN
from training.acts.marked import MarkedAct, read_acts
from training.acts.standoff import MarkedDocument
from training.reader.attributions import Label
from training.reader.model import (
    ACT_TYPES,
    MODALITIES,
    POLARITIES,
    SPEECH_ACTS,
    STANCES,
)
from training.reader.passages import OWN, Marked, Passage, read_passages, read_relays
from training.reader.standoff import MarkedText

UNKNOWN = -100
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a text; `None` where nothing is known of a kind."""

    cue: Spans
    source: Spans
    content: Spans
    addressee: Spans | None = None
    condition: Spans | None = None
    stance: str | None = None
    act: str | None = None
    negative: bool | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its statements or its acts, `None` where they are not marked.

    `complete` says that statements inside others are marked too; `parts` are where acts are marked,
    `None` for the whole text.
    """

    text: str
    statements: tuple[Statement, ...] | None
    complete: bool = True
    acts: tuple[MarkedAct, ...] | None = None
    parts: Spans | None = None


@dataclass(slots=True)
class SpanLabels:
    """Labels of one cue or trigger, wordpieces `[start, end)` of its window.

    `kinds` has one label for each of the kinds of its heads, in their order.
    """

    start: int
    end: int
    roles: NDArray[np.int64]
    conditions: NDArray[np.int64]
    kinds: dict[str, int]
    partial: bool = False  # addressees are not marked


@dataclass(slots=True)
class Example:
    """A window with its labels; `tags`, `cues`, `triggers` have one for each wordpiece."""

    window: Window
    tags: NDArray[np.int64]
    cues: NDArray[np.int64]
    triggers: NDArray[np.int64]
    statements: list[SpanLabels] = field(default_factory=list)
    acts: list[SpanLabels] = field(default_factory=list)


def read_polnear(
    path: Path,
    stances: dict[str, str],
    labels: Mapping[str, Mapping[int, Label]],
    marked: Mapping[str, MarkedDocument],
    completed: Mapping[str, MarkedText],
) -> Iterator[Text]:
    """Yield PolNeAR's articles, those of `marked` with our acts.

    Those `completed` have all statements, inner ones too. In others an attribution without a label
    has the stance that the table gives to its cue.
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"]
            document = marked.get(record["id"])
            known = labels.get(record["id"], {})
            whole = completed.get(record["id"])
            yield Text(
                text,
                tuple(
                    _polnear_statement(each, text, known.get(number), stances)
                    for number, each in enumerate(record["attributions"])
                )
                if whole is None
                else list_statements(whole),
                complete=whole is not None,
                acts=None if document is None else document.acts,
                parts=None if document is None else list_parts(document),
            )


def _polnear_statement(
    each: Mapping[str, Any], text: str, label: Label | None, stances: dict[str, str]
) -> Statement:
    spans = each["cue"], each["source"], each["content"]
    if label is not None:
        return Statement(*spans, stance=label.stance, act=label.act, negative=label.negative)
    cue = " ".join(text[a:b] for a, b in each["cue"])
    return Statement(*spans, stance=stance_of(cue, stances))


def read_marked(
    texts: Mapping[str, str],
    acts: Mapping[str, MarkedDocument],
    statements: Mapping[str, MarkedText],
) -> Iterator[Text]:
    """Yield the texts of others in which we marked acts, statements or both."""
    for name in dict.fromkeys((*acts, *statements)):
        told, said = acts.get(name), statements.get(name)
        yield Text(
            texts[name],
            None if said is None else list_statements(said),
            acts=None if told is None else told.acts,
            parts=None if told is None else list_parts(told),
        )


def list_statements(document: MarkedText) -> tuple[Statement, ...]:
    """Return the statements of a document, its relays among them."""
    return tuple(each for marked in document.statements for each in _own(marked))


def list_parts(document: MarkedDocument) -> Spans:
    return [(part.start, part.end) for part in document.parts]


def read_stances(path: Path) -> dict[str, str]:
    """Return the stances of cue words by their base forms."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["cue"]: row["stance"] for row in csv.DictReader(file)}


def stance_of(cue: str, stances: dict[str, str]) -> str | None:
    """Return the stance of a cue: that of its last known words, the longest key first."""
    parts = {word for key in stances for word in key.split()}
    words = [_base_form(word, stances, parts) for word in re.findall(r"[a-z’'-]+", cue.lower())]
    for size in (3, 2, 1):
        for at in range(len(words) - size, -1, -1):
            if (key := " ".join(words[at : at + size])) in stances:
                return stances[key]
    return None


_IRREGULAR = {
    "said": "say", "told": "tell", "thought": "think", "saw": "see", "seen": "see", "knew": "know",
    "known": "know", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "felt": "feel", "found": "find", "made": "make", "held": "hold", "heard": "hear",
    "sought": "seek", "swore": "swear", "meant": "mean", "chose": "choose", "chosen": "choose",
    "put": "put", "laid": "lay", "took": "take", "taken": "take", "went": "go",
    "gone": "go", "stood": "stand", "gave": "give", "given": "give", "understood": "understand",
}  # fmt: skip


def _base_form(word: str, stances: dict[str, str], parts: set[str]) -> str:
    """Return the form of a word that is a key, else one that is part of a key, else the word."""
    stems = [word, _IRREGULAR.get(word, word)]
    stems += [word[:-3] + "y" for ending in ("ied", "ies") if word.endswith(ending)]
    for ending in ("ed", "es", "s", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            stems += [stem + "e", stem]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                stems.append(stem[:-1])
    whole = (stem for stem in stems if stem in stances)
    return next(whole, next((stem for stem in stems if stem in parts), word))


def read_own(paths: Iterable[Path], *, fills: int) -> Iterator[Text]:
    """Yield our own passages, each with `fills` draws of names, one to five in a text.

    Joined, they are as long as the windows of articles: else the reader would learn that inner
    statements and relays stand in short texts.
    """
    passages = [passage for path in paths for passage in read_passages(path, fills=fills)]
    rng = random.Random(f"join {len(passages)}")
    rng.shuffle(passages)
    while passages:
        count = rng.randint(1, 5)
        yield _join(passages[:count])
        passages = passages[count:]


def _join(passages: Sequence[Passage]) -> Text:
    text = ""
    statements: list[Statement] = []
    for passage in passages:
        text += "\n\n" * bool(text)
        for marked in passage.statements.values():
            statements += [_shift(each, len(text)) for each in _own(marked)]
        text += passage.text
    return Text(text, tuple(statements), complete=True)


def _shift(statement: Statement, by: int) -> Statement:
    def move(spans: Spans | None) -> list[tuple[int, int]]:
        return [(start + by, end + by) for start, end in spans or []]

    return replace(
        statement,
        cue=move(statement.cue),
        source=move(statement.source),
        content=move(statement.content),
        addressee=move(statement.addressee),
        condition=move(statement.condition),
    )


def own_files() -> list[Path]:
    """Return the files of passages for training."""
    return sorted(OWN.glob("train-*.txt"))


def _own(marked: Marked) -> Iterator[Statement]:
    spans = marked.spans
    yield Statement(
        spans.get("C", []),
        spans.get("S", []),
        spans.get("K", []),
        addressee=spans.get("A", []),
        condition=spans.get("IF", []),
        stance=marked.stance,
        act=marked.act,
        negative=marked.negative,
    )
    for cue, source, content in read_relays(marked):
        yield Statement(
            [cue], [source], content, addressee=[], condition=[], stance="relay"
        )  # fmt: skip


def read_own_acts(paths: Iterable[Path], *, fills: int) -> Iterator[Text]:
    """Yield our own passages of acts, each with `fills` draws of names, one to seven in a text.

    They are joined by a space or as paragraphs, as sentences of an article are.
    """
    passages = [passage for path in paths for passage in read_acts(path, fills=fills)]
    rng = random.Random(f"join {len(passages)}")
    rng.shuffle(passages)
    while passages:
        count = rng.randint(1, 7)
        text = ""
        acts: list[MarkedAct] = []
        for passage in passages[:count]:
            text += rng.choice((" ", "\n\n")) * bool(text)
            acts += [_shift_act(act, len(text)) for act in passage.acts.values()]
            text += passage.text
        yield Text(text, None, acts=tuple(acts))
        passages = passages[count:]


def _shift_act(act: MarkedAct, by: int) -> MarkedAct:
    spans = {
        label: [(start + by, end + by) for start, end in found]
        for label, found in act.spans.items()
    }
    return replace(act, spans=spans)


def own_act_files() -> list[Path]:
    """Return the files of passages of acts for training."""
    return sorted(ACTS_OWN.glob("train-*.txt"))


def make_examples(text: Text, vocabulary: Vocabulary, senses: Senses) -> Iterator[Example]:
    """Yield the windows of a text with their labels."""
    outline = outline_text(text.text)
    for window in cut_windows(text.text, outline, vocabulary, senses):
        size = len(window.ids)
        special = np.array([span == NOWHERE for span in window.spans])
        example = Example(
            window,
            tags=np.full(size, UNKNOWN, dtype=np.int64),
            cues=np.full(size, UNKNOWN, dtype=np.int64),
            triggers=np.full(size, UNKNOWN, dtype=np.int64),
        )
        if text.statements is not None:
            _label_statements(example, text.statements, special, complete=text.complete)
        if text.acts is not None:
            _label_acts(example, text.acts, special, text.parts)
        yield example


def _label_statements(
    example: Example,
    statements: Sequence[Statement],
    special: NDArray[np.bool_],
    *,
    complete: bool,
) -> None:
    window, tags, cues = example.window, example.tags, example.cues
    tags[:] = cues[:] = 0
    outer = [each for each in statements if not _is_inside(each, statements)]
    for each in sorted(outer, key=lambda each: each.stance == "relay", reverse=True):
        for base, spans in ((1, each.source), (3, each.cue), (5, each.content)):
            paint(tags, window, spans, base)
    if not complete:
        for each in statements:
            _forget_inner(window, cues, each)
    for each in statements:
        paint(cues, window, each.cue, 1)
    tags[special] = cues[special] = UNKNOWN
    for each in statements:
        if (labels := _label_cue(window, each, special)) is not None:
            example.statements.append(labels)


def _forget_inner(window: Window, cues: NDArray[np.int64], statement: Statement) -> None:
    """Make unknown whether there are cues inside the content, but for where a cue meets it.

    Were that unknown too, nothing would tell that the cue ends there.
    """
    edges = {at for place in _places(window, statement.cue) for at in place}
    for first, last in _places(window, statement.content):
        inside = cues[first + (first in edges) : last - (last in edges)]
        inside[inside == 0] = UNKNOWN


def _label_cue(
    window: Window, statement: Statement, special: NDArray[np.bool_]
) -> SpanLabels | None:
    cue = _places(window, statement.cue[:1])
    if not cue or not _places(window, statement.content):
        return None  # without a cue there is nothing to ask about
    roles = np.zeros(len(window.ids), dtype=np.int64)
    conditions = np.zeros(len(window.ids), dtype=np.int64)
    paint(roles, window, statement.content, 3)
    paint(roles, window, statement.source, 1)
    paint(roles, window, statement.addressee or [], 5)
    if statement.condition is None:
        conditions[:] = UNKNOWN
    else:
        paint(conditions, window, statement.condition, 1)
    roles[special] = conditions[special] = UNKNOWN
    negative = statement.negative
    kinds = {
        "stance": UNKNOWN if statement.stance is None else STANCES.index(statement.stance),
        "act": UNKNOWN if statement.act is None else SPEECH_ACTS.index(statement.act),
        "polarity": UNKNOWN if negative is None else int(negative),
    }
    return SpanLabels(*cue[0], roles, conditions, kinds, partial=statement.addressee is None)


def _label_acts(
    example: Example,
    acts: Sequence[MarkedAct],
    special: NDArray[np.bool_],
    parts: Spans | None,
) -> None:
    window = example.window
    for first, last in [(0, len(special))] if parts is None else _places(window, parts):
        example.triggers[first:last] = 0
    for act in acts:
        paint(example.triggers, window, act.spans["T"], 1)
    example.triggers[special] = UNKNOWN
    for act in acts:
        trigger = _places(window, act.spans["T"][:1])
        if not trigger:
            continue
        roles = np.zeros(len(window.ids), dtype=np.int64)
        conditions = np.zeros(len(window.ids), dtype=np.int64)
        for label, base in (("P", 5), ("R", 3), ("A", 1)):
            paint(roles, window, act.spans.get(label, []), base)
        paint(conditions, window, act.spans.get("IF", []), 1)
        roles[special] = conditions[special] = UNKNOWN
        kinds = {
            "root": ACT_TYPES.index(act.type),
            "modality": MODALITIES.index(act.modality),
            "polarity": POLARITIES.index(act.polarity),
            "background": int(act.background),
            "denied": int(act.denied),
        }
        example.acts.append(SpanLabels(*trigger[0], roles, conditions, kinds))


def _is_inside(statement: Statement, others: Sequence[Statement]) -> bool:
    """Return whether the statement stands inside the content of another one."""
    start = min(a for a, _ in [*statement.content, *statement.cue])
    end = max(b for _, b in [*statement.content, *statement.cue])
    return any(
        a <= start and end <= b
        for other in others
        if other is not statement and other.stance != "relay"
        for a, b in other.content
    )


def _places(window: Window, spans: Spans) -> list[tuple[int, int]]:
    """Return the wordpieces `[first, last)` that stand inside each span, where there are any."""
    found = []
    for start, end in spans:
        inside = [
            at
            for at, piece in enumerate(window.spans)
            if piece != NOWHERE and piece.start < end and piece.end > start
        ]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found


def paint(labels: NDArray[np.int64], window: Window, spans: Spans, begin: int) -> None:
    """Write B (`begin`) and I (`begin + 1`) over the wordpieces of the spans."""
    for first, last in _places(window, spans):
        labels[first:last] = begin + 1
        labels[first] = begin
