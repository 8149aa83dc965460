"""Score an extracted text against a gold one by their runs of four words.

The idea of scrapinghub's article-extraction-benchmark: a shingle that stands n times in both
counts n times.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean

_WORD = re.compile(r"\w+")
_SIZE = 4


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, each between 0 and 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1.0)


def score_text(text: str, gold: str) -> Score:
    """Return how much of `text` is in `gold` (precision), and the reverse (recall)."""
    said, wanted = _count(text), _count(gold)
    shared = (said & wanted).total()
    if not said or not wanted:
        return Score(float(not said and not wanted), float(not said and not wanted))
    return Score(shared / said.total(), shared / wanted.total())


def average(scores: Iterable[Score]) -> Score:
    """Return the mean precision and the mean recall over pages."""
    scores = list(scores)
    return Score(mean(s.precision for s in scores), mean(s.recall for s in scores))


def _count(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    if len(words) < _SIZE:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[start:] for start in range(_SIZE)), strict=False))
