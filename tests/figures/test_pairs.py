"""The pairs of figures are sound, and the development split is related as well as it was."""

import pytest
from evaluation.figures.pairs import (
    RELATIONS,
    SPLITS,
    is_right,
    read_pairs,
    relate_pair,
    score_relations,
)

FLOOR = 0.94  # macro F1, a little below what `python -m evaluation.figures.pairs` prints


def test_the_development_pairs_are_related_above_the_floor() -> None:
    scores = score_relations([(pair, relate_pair(pair)) for pair in read_pairs("development")])
    assert sum(f1 for *_, f1 in scores.values()) / len(scores) > FLOOR


def test_the_order_of_two_figures_does_not_matter() -> None:
    turned = {"a": "b", "b": "a", None: None}
    for split in SPLITS:
        for pair in read_pairs(split):
            there = relate_pair(pair)
            back = relate_pair(pair.turned())
            assert (there.relation, there.later) == (back.relation, turned[back.later])


@pytest.mark.parametrize("split", SPLITS)
def test_every_relation_is_asked(split: str) -> None:
    assert {pair.relation for pair in read_pairs(split)} == set(RELATIONS)


def test_the_words_stand_once_in_their_text() -> None:
    for split in SPLITS:
        for pair in read_pairs(split):
            assert [side.text.count(side.words) for side in (pair.a, pair.b)] == [1, 1]


def test_there_are_150_pairs_a_fifth_of_them_for_the_end() -> None:
    counts = {split: len(list(read_pairs(split))) for split in SPLITS}
    assert sum(counts.values()) >= 150
    assert counts["end"] >= sum(counts.values()) // 5


def test_a_change_the_wrong_way_round_is_wrong() -> None:
    pair = next(pair for pair in read_pairs("development") if pair.relation == "changed")
    answer = relate_pair(pair)
    wrong = answer._replace(later={"a": "b", "b": "a"}[answer.later or "a"])
    assert is_right(pair, answer)
    assert not is_right(pair, wrong)
