"""Texts with marked statements to windows with labels, for training and for scoring.

Sources: PolNeAR's JSON Lines (outermost attributions; nothing inside them is known) and our own
passages (everything is marked). A label that is not known is `UNKNOWN` and counts in no loss.
"""

import csv
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.models.windows import NOWHERE, Window, cut_windows
from onrecord.models.wordpieces import Vocabulary
from onrecord.text import outline_text
from training.reader.model import ACTS, POLARITIES, STANCES
from training.reader.passages import OWN, Marked, Passage, read_passages, read_relays

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
    """A text with its statements; `complete` says that inner ones are marked too."""

    text: str
    statements: tuple[Statement, ...]
    complete: bool


@dataclass(slots=True)
class CueLabels:
    """Labels of one cue, wordpieces `[start, end)` of its window."""

    start: int
    end: int
    roles: NDArray[np.int64]
    conditions: NDArray[np.int64]
    stance: int = UNKNOWN
    act: int = UNKNOWN
    polarity: int = UNKNOWN
    partial: bool = False  # addressees are not marked


@dataclass(slots=True)
class Example:
    """A window with its labels; `tags` and `cues` have one label for each wordpiece."""

    window: Window
    tags: NDArray[np.int64]
    cues: NDArray[np.int64]
    labels: list[CueLabels] = field(default_factory=list)


def read_polnear(path: Path, stances: dict[str, str]) -> Iterator[Text]:
    """Yield PolNeAR's articles, with the stance that the table gives to a cue."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"]
            yield Text(
                text,
                tuple(
                    Statement(
                        each["cue"],
                        each["source"],
                        each["content"],
                        stance=stance_of(" ".join(text[a:b] for a, b in each["cue"]), stances),
                    )
                    for each in record["attributions"]
                ),
                complete=False,
            )


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
        spans["K"],
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


def make_examples(text: Text, vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield the windows of a text with their labels."""
    outline = outline_text(text.text)
    for window in cut_windows(text.text, outline, vocabulary):
        yield _label(window, text)


def _label(window: Window, text: Text) -> Example:
    size = len(window.ids)
    tags = np.zeros(size, dtype=np.int64)
    cues = np.zeros(size, dtype=np.int64)
    special = np.array([span == NOWHERE for span in window.spans])
    outer = [each for each in text.statements if not _is_inside(each, text.statements)]
    for each in sorted(outer, key=lambda each: each.stance == "relay", reverse=True):
        for base, spans in ((1, each.source), (3, each.cue), (5, each.content)):
            paint(tags, window, spans, base)
    for each in text.statements:
        if not text.complete:
            for first, last in _places(window, each.content):
                inside = cues[first:last]
                inside[inside == 0] = UNKNOWN  # inner cues are not marked
    for each in text.statements:
        paint(cues, window, each.cue, 1)
    tags[special] = cues[special] = UNKNOWN
    example = Example(window, tags, cues)
    for each in text.statements:
        if (labels := _label_cue(window, each, special)) is not None:
            example.labels.append(labels)
    return example


def _label_cue(
    window: Window, statement: Statement, special: NDArray[np.bool_]
) -> CueLabels | None:
    cue = _places(window, statement.cue[:1])
    if not cue or not _places(window, statement.content):
        return None  # without a cue there is nothing to ask about
    start, end = cue[0]
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
    return CueLabels(
        start, end, roles, conditions,
        stance=UNKNOWN if statement.stance is None else STANCES.index(statement.stance),
        act=UNKNOWN if statement.act is None else ACTS.index(statement.act),
        polarity=UNKNOWN
        if statement.negative is None
        else POLARITIES.index("negative" if statement.negative else "positive"),
        partial=statement.addressee is None,
    )  # fmt: skip


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
