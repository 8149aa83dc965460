"""Precision and recall of spans and of linked attributions, over characters.

Exact: a predicted span counts when one gold span has its start and end. Begin: its start.
The counts are those of CofeNet (Wang et al., COLING 2022) on characters instead of tokens. Linked:
gold and predicted attributions are matched one to one, best first, by the overlap (Jaccard) of
their contents, which must be at least .5; the source then must share a character.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one statement, each in pieces; `kind` as in the records."""

    source: Spans
    cue: Spans
    content: Spans
    kind: str


class Rate(NamedTuple):
    """Precision, recall and their harmonic mean, from counts."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0

    def __str__(self) -> str:
        return (
            f"P {self.precision:6.1%}  R {self.recall:6.1%}  F1 {self.f1:6.1%}"
            f"  ({self.right} of {self.predicted} predicted, {self.gold} gold)"
        )


@dataclass(slots=True)
class Tally:
    """Counts over articles; add to it, then ask for rates."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, name: str, right: int, predicted: int, gold: int) -> None:
        self.counts[name, "right"] += right
        self.counts[name, "predicted"] += predicted
        self.counts[name, "gold"] += gold

    def rate(self, name: str) -> Rate:
        return Rate(
            self.counts[name, "right"], self.counts[name, "predicted"], self.counts[name, "gold"]
        )


def overlap(a: Spans, b: Spans) -> float:
    """Return the shared characters of `a` and `b` as part of all their characters."""
    left = {at for start, end in a for at in range(start, end)}
    right = {at for start, end in b for at in range(start, end)}
    return len(left & right) / len(left | right) if left or right else 0.0


def shares(a: Spans, b: Spans) -> bool:
    """Return whether a span of `a` and one of `b` share a character."""
    return any(s < f and e < t for s, t in a for e, f in b)


def link(
    gold: Sequence[Attribution], predicted: Sequence[Attribution]
) -> dict[int, tuple[int, float]]:
    """Return for each matched predicted attribution its gold one and their content overlap."""
    pairs = sorted(
        (
            (-overlap(g.content, p.content), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(predicted)
            if shares(g.content, p.content)
        ),
    )
    links: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for negative, i, j in pairs:
        if -negative >= 0.5 and i not in used and j not in links:
            links[j] = (i, -negative)
            used.add(i)
    return links


def count_spans(tally: Tally, name: str, gold: Iterable[Spans], predicted: Iterable[Spans]) -> None:
    """Add exact and begin counts of the spans of one role."""
    gold_spans = {span for spans in gold for span in spans}
    spans = {span for spans in predicted for span in spans}
    tally.add(f"exact {name}", len(gold_spans & spans), len(spans), len(gold_spans))
    starts = {start for start, _ in gold_spans}
    found = {start for start, _ in spans}
    tally.add(f"begin {name}", len(starts & found), len(found), len(starts))
