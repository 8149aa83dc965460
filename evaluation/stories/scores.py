"""B-Cubed (Bagga and Baldwin 1998) and pairwise precision, recall and F1 of a clustering."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import NamedTuple


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float


def score_bcubed(system: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> Score:
    """Return B-Cubed over the items of `gold`; an item that `system` lacks is alone."""
    both, by_system, by_gold = _count(system, gold)
    total = sum(by_gold.values())
    precision = sum(n * n / by_system[s] for (s, _), n in both.items()) / total
    recall = sum(n * n / by_gold[g] for (_, g), n in both.items()) / total
    return make_score(precision, recall)


def score_pairs(system: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> Score:
    """Return precision and recall of the pairs put together; 1 where there is no pair."""
    both, by_system, by_gold = _count(system, gold)
    hits = sum(n * (n - 1) // 2 for n in both.values())
    found = sum(n * (n - 1) // 2 for n in by_system.values())
    wanted = sum(n * (n - 1) // 2 for n in by_gold.values())
    return make_score(hits / found if found else 1.0, hits / wanted if wanted else 1.0)


def _count(
    system: Mapping[str, Hashable], gold: Mapping[str, Hashable]
) -> tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]:
    pairs = [(system.get(item, ("alone", item)), label) for item, label in gold.items()]
    return Counter(pairs), Counter(s for s, _ in pairs), Counter(g for _, g in pairs)


def make_score(precision: float, recall: float) -> Score:
    """Return the two with their harmonic mean."""
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0)
