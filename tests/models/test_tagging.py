import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.models.tagging import best_labels, find_runs


def test_an_inside_label_needs_its_begin() -> None:
    # The second word would be inside by its own scores; nothing began before it.
    scores = np.array([[[5, 0, 0], [0, 1, 5], [5, 0, 0]]], dtype=np.float32)
    assert best_labels(scores).tolist() == [[0, 1, 0]]


def test_runs_end_where_another_begins() -> None:
    labels = np.array([1, 2, 1, 0, 3, 4, 4])
    assert list(find_runs(labels)) == [(0, 0, 2), (0, 2, 3), (1, 4, 7)]


@given(arrays(np.float32, (2, 9, 7), elements=st.floats(-9, 9, width=32)))
def test_no_sequence_is_broken(scores: np.ndarray) -> None:
    for row in best_labels(scores):
        before = 0
        for label in row.tolist():
            assert label == 0 or label % 2 == 1 or before in {label, label - 1}
            before = label
