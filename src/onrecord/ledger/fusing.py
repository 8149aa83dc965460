"""Put two rankings together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

By = Literal["words", "meaning", "both"]

# Of reciprocal rank fusion: Cormack, Clarke and Büttcher (SIGIR 2009) found 60 for any ranking.
_BOTTOM = 60


@dataclass(frozen=True, slots=True)
class Fused:
    """A row or article by its number, and by what it was found."""

    number: int
    by: By


def fuse_rankings(words: Sequence[int], meaning: Sequence[tuple[int, int]]) -> list[Fused]:
    """Return what either ranking holds, best first.

    `words` are numbers, best first; `meaning` are numbers with their places. Each gives
    1 / (60 + its place). Equals are in the order of their numbers.
    """
    by_words = {number: place for place, number in enumerate(words, 1)}
    by_meaning = dict(meaning)
    scores = {
        number: sum(
            1 / (_BOTTOM + ranks[number]) for ranks in (by_words, by_meaning) if number in ranks
        )
        for number in by_words | by_meaning
    }
    order = sorted(scores, key=lambda number: (-scores[number], number))
    return [Fused(number, _name(number in by_words, number in by_meaning)) for number in order]


def _name(words: bool, meaning: bool) -> By:
    if words and meaning:
        return "both"
    return "words" if words else "meaning"
