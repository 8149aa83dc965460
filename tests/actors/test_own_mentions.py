"""The mentions of our own are sound, and both splits are read as well as they were."""

import pytest
from evaluation.actors.own import SPLITS, read_mentions, score_split

# A little below what `python -m evaluation.actors.own` prints; lowered only on purpose.
FLOORS = {
    "development": {"found": 0.98, "state and sector": 0.97, "kind": 0.97, "name": 0.98},
    "end": {"found": 0.97, "state and sector": 0.92, "kind": 0.97, "name": 0.9},
}


@pytest.mark.parametrize("split", SPLITS)
def test_a_split_is_read_above_its_floors(split: str) -> None:
    score = score_split(split)
    floors = FLOORS[split]
    assert {field: score.rate(field) for field in floors if score.rate(field) < floors[field]} == {}


def test_each_text_marks_one_mention() -> None:
    for expected in read_mentions():
        assert expected.text.count("[") == expected.text.count("]") == 1


def test_the_set_holds_150_mentions_of_ten_stories_a_third_of_them_for_the_end() -> None:
    mentions = read_mentions()
    assert len(mentions) == 150
    assert len({expected.story for expected in mentions}) == 10
    assert sum(expected.split == "end" for expected in mentions) == 50
