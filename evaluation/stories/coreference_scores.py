"""MUC, B-Cubed and CEAFe of mentions in clusters, and their mean, the CoNLL F1.

Key and response may have other mentions (Pradhan et al. 2014): a mention that one side lacks is
in no cluster there.
"""

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

import numpy as np

from evaluation.stories.scores import Score, make_score

Clusters = Mapping[Any, Hashable]  # the cluster of each mention


class ConllScore(NamedTuple):
    """Precision, recall and F1 of the three measures, and the mean of their F1."""

    muc: Score
    bcubed: Score
    ceafe: Score
    conll: float


def score_conll(response: Clusters, key: Clusters) -> ConllScore:
    """Return how `response` has the clusters of `key`; singletons count as they are given."""
    found, wanted = _gather(response), _gather(key)
    scores = (
        make_score(_count_links(found, key), _count_links(wanted, response)),
        make_score(_measure_purity(found, key), _measure_purity(wanted, response)),
        _score_ceafe(found, wanted),
    )
    return ConllScore(*scores, sum(score.f1 for score in scores) / len(scores))


def drop_singletons(clusters: Clusters) -> Clusters:
    """Return the mentions that are not alone in their cluster."""
    kept = {name for name, members in _gather(clusters).items() if len(members) > 1}
    return {mention: name for mention, name in clusters.items() if name in kept}


def _gather(clusters: Clusters) -> dict[Hashable, set[Hashable]]:
    members: dict[Hashable, set[Hashable]] = {}
    for mention, name in clusters.items():
        members.setdefault(name, set()).add(mention)
    return members


def _count_links(clusters: Mapping[Hashable, set[Hashable]], other: Clusters) -> float:
    """Return the share of the links of `clusters` that the other side has (MUC)."""
    links = kept = 0
    for members in clusters.values():
        parts = {other.get(mention, ("alone", mention)) for mention in members}
        links += len(members) - 1
        kept += len(members) - len(parts)
    return kept / links if links else 0.0


def _measure_purity(clusters: Mapping[Hashable, set[Hashable]], other: Clusters) -> float:
    """Return the mean share of each mention's cluster that is with it on the other side."""
    total, number = 0.0, 0
    for members in clusters.values():
        shared: dict[Hashable, int] = {}
        for mention in members:
            if mention in other:
                shared[other[mention]] = shared.get(other[mention], 0) + 1
        total += sum(count * count for count in shared.values()) / len(members)
        number += len(members)
    return total / number if number else 0.0


def _score_ceafe(
    found: Mapping[Hashable, set[Hashable]], wanted: Mapping[Hashable, set[Hashable]]
) -> Score:
    """Return CEAF by entities: clusters paired one to one as alike as they can be."""
    from scipy.optimize import linear_sum_assignment

    if not found or not wanted:
        return Score(0.0, 0.0, 0.0)
    alike = np.array(
        [[2 * len(a & b) / (len(a) + len(b)) for b in wanted.values()] for a in found.values()]
    )
    rows, columns = linear_sum_assignment(-alike)
    total = float(alike[rows, columns].sum())
    return make_score(total / len(found), total / len(wanted))
