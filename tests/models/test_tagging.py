import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.models.tagging import best_labels, find_runs

LABELS = 5
WHOLE = [
    labels
    for labels in itertools.product(range(LABELS), repeat=5)
    if all(
        label % 2 == 1 or label == 0 or before in {label, label - 1}
        for before, label in itertools.pairwise((0, *labels))
    )
]


def test_an_inside_label_needs_its_begin() -> None:
    # The second word would be inside by its own scores; nothing began before it.
    scores = np.array([[[5, 0, 0], [0, 1, 5], [5, 0, 0]]], dtype=np.float32)
    assert best_labels(scores).tolist() == [[0, 1, 0]]


def test_runs_end_where_another_begins() -> None:
    labels = np.array([[1, 2, 1, 0, 3, 4, 4], [1, 2, 2, 3, 0, 0, 1]])
    assert list(find_runs(labels)) == [
        (0, 0, 0, 2),
        (0, 0, 2, 3),
        (0, 1, 4, 7),
        (1, 0, 0, 3),
        (1, 1, 3, 4),
        (1, 0, 6, 7),
    ]
    assert list(find_runs(labels * 0)) == []


@given(arrays(np.float32, (2, 9, 7), elements=st.floats(-9, 9, width=32)))
def test_no_sequence_is_broken(scores: np.ndarray) -> None:
    for row in best_labels(scores):
        before = 0
        for label in row.tolist():
            assert label == 0 or label % 2 == 1 or before in {label, label - 1}
            before = label


@given(arrays(np.float32, (5, LABELS), elements=st.floats(-9, 9, width=16)))
def test_no_sequence_that_holds_together_scores_more(scores: np.ndarray) -> None:
    [found] = best_labels(scores[None])
    totals = {labels: scores[range(5), labels].sum() for labels in WHOLE}
    assert totals[tuple(found.tolist())] == pytest.approx(max(totals.values()), abs=1e-3)


def test_a_span_may_begin_where_each_word_alone_says_no() -> None:
    scores = np.array([[[4, 3, 0], [3, 0, 2], [0, -9, 5], [9, 0, 0]]], dtype=np.float32)
    assert best_labels(scores).tolist() == [[1, 2, 2, 0]]
