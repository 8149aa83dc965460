"""The labelled sets of `evaluation/stories` and `evaluation/figures` are sound."""

import json
from collections import Counter
from pathlib import Path

import pytest
from evaluation.figures import stories as figures
from evaluation.figures.pairs import RELATIONS
from evaluation.stories import groups, labelled, statements
from evaluation.stories.copies import read_natural

TRAINING = Path(__file__).parents[2] / "training" / "stories"
TO_LEARN_FROM = {"statement_pairs.jsonl": 300, "matter_pairs.jsonl": 150}  # so many at least


def test_there_are_300_pairs_of_one_statement_and_300_of_two() -> None:
    counts = Counter(pair.kind == "other" for pair in statements.read_pairs())
    assert min(counts.values()) >= 300


def test_pairs_of_statements_are_of_two_articles_and_stand_once() -> None:
    pairs = [(pair.a, pair.b) for pair in statements.read_pairs()]
    assert all(a.article < b.article and a.start < a.end and b.start < b.end for a, b in pairs)
    assert len(set(pairs)) == len(pairs)


def test_half_of_the_statements_are_kept_for_the_end() -> None:
    counts = Counter(pair.split for pair in statements.read_pairs())
    assert set(counts) == set(labelled.SPLITS)
    assert min(counts.values()) >= 0.45 * counts.total()


def test_no_article_is_in_both_halves_of_the_statements() -> None:
    halves: dict[str, set[str]] = {}
    for pair in statements.read_pairs():
        for place in (pair.a, pair.b):
            halves.setdefault(place.article, set()).add(pair.split)
    assert all(len(splits) == 1 for splits in halves.values())


@pytest.mark.parametrize("name", TO_LEARN_FROM)
def test_no_pair_to_learn_from_is_in_a_story_kept_for_the_end(name: str) -> None:
    lines = (TRAINING / name).read_text(encoding="utf-8").splitlines()
    drawn = [json.loads(line) for line in lines]
    assert len(drawn) >= TO_LEARN_FROM[name]
    kept = {
        place.article
        for pair in statements.read_pairs()
        if pair.split == "end"
        for place in (pair.a, pair.b)
    }
    assert all(pair[side][0] not in kept for pair in drawn for side in "ab")
    assert len({(*pair["a"], *pair["b"]) for pair in drawn}) == len(drawn)


def test_there_are_60_groups_each_article_in_one_telling() -> None:
    found = list(groups.read_groups())
    assert len(found) >= 60
    for group in found:
        assert len(set(group.articles)) == len(group.articles) >= 1
        assert set(group.printings) <= set(groups.EDITS)


def test_labelled_figures_have_known_relations() -> None:
    found = list(figures.read_pairs())
    assert {pair.relation for pair in found} <= set(RELATIONS)
    assert all((pair.later is not None) == (pair.relation == "changed") for pair in found)


def test_natural_copies_are_named_in_order() -> None:
    found = read_natural()
    assert all(a < b for a, b in found)
    assert set(found.values()) == {"copy", "partial", "none"}
