"""The labelled set of our own is sound, and the development split is read as well as it was."""

import pytest
from evaluation.figures.own import SPLITS, read_sentences, score_split

# A little below what `python -m evaluation.figures.own` prints; lowered only on purpose.
FLOORS = {
    "recall": 0.985, "precision": 0.98, "value": 0.985, "open ends": 0.99, "bound": 0.99,
    "change": 0.98, "unit": 0.98, "counted": 0.94, "whose": 0.96, "place": 0.95, "giver": 0.97,
    "as of": 0.97, "hedge": 0.99,
}  # fmt: skip


def test_the_development_split_is_read_above_its_floors() -> None:
    score = score_split("development")
    below = {name: score.rate(name) for name in FLOORS if score.rate(name) < FLOORS[name]}
    assert below == {}


@pytest.mark.parametrize("split", SPLITS)
def test_labels_quote_their_text_in_reading_order(split: str) -> None:
    for sentence in read_sentences(split):
        position = 0
        for figure in sentence.figures:
            position = sentence.text.index(figure.words, position) + 1


def test_the_set_holds_300_sentences_a_fifth_of_them_for_the_end() -> None:
    counts = {split: len(list(read_sentences(split))) for split in SPLITS}
    assert sum(counts.values()) >= 300
    assert counts["end"] >= sum(counts.values()) // 5
