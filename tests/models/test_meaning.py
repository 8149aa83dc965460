import numpy as np
import pytest

from onrecord.models.meaning import MOST_PIECES, Meaning, compare_meanings, load_meaning
from onrecord.models.wordpieces import Vocabulary

FIRST = [-10, -76, 52, 8, 87, 102, -53, 34]
PIECES = ["[CLS]", "[SEP]", "[UNK]", "red", "blue", "the"]


def make_meaning() -> Meaning:
    vectors = np.array([[0, 0], [0, 0], [0, 0], [127, 0], [0, 127], [90, 90]], dtype=np.int8)
    weights = np.array([0, 0, 0, 60_000, 30_000, 0], dtype=np.uint16)
    return Meaning(Vocabulary(PIECES), vectors, weights, version="plain")


def test_a_text_is_the_weighted_sum_of_its_pieces() -> None:
    meaning = make_meaning()
    assert meaning.embed("Red the blue").tolist() == [127, 64]
    assert meaning.embed("blue blue red").tolist() == [127, 127]


@pytest.mark.parametrize("text", ["", "  ", "the the", "\ufffd"])
def test_a_text_of_no_meaning_is_like_nothing(text: str) -> None:
    meaning = make_meaning()
    assert meaning.embed(text).tolist() == [0, 0]
    others = np.array([[127, 0], [0, 0]], dtype=np.int8)
    assert compare_meanings(meaning.embed(text), others).tolist() == [0, 0]


def test_a_long_text_takes_no_longer() -> None:
    meaning = make_meaning()
    assert meaning.embed("red " * MOST_PIECES + "blue " * 100_000).tolist() == [127, 0]


def test_likeness_is_the_cosine() -> None:
    query = np.array([3, 4], dtype=np.int8)
    others = np.array([[6, 8], [-3, -4], [4, -3]] * 3000, dtype=np.int8)
    found = compare_meanings(query, others)
    assert found[:3].tolist() == pytest.approx([1, -1, 0])
    assert found[:3].tolist() == found[-3:].tolist()


def test_the_shipped_table_gives_the_same_bits_everywhere() -> None:
    meaning = load_meaning()
    vector = meaning.embed("Ministers agreed on a ceasefire.")
    assert vector.dtype == np.int8
    assert vector[:8].tolist() == FIRST


def test_the_shipped_table_knows_what_is_alike() -> None:
    meaning = load_meaning()
    asked = meaning.embed("troops withdraw from the border")
    near, far = (
        meaning.embed("The army pulled its soldiers back from the frontier."),
        meaning.embed("Bakers sold more cake in the spring."),
    )
    likeness = compare_meanings(asked, np.array([near, far]))
    assert likeness[0] > 0.4 > likeness[1]
