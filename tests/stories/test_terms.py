import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.terms import Vector, cosine, cover, find_terms, read_rarity, weigh_terms

words = st.dictionaries(
    st.sampled_from("ferry harbour strike the of bridge mayor ballot flood dam".split()),
    st.integers(1, 9),
    max_size=8,
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The ferries’ captains", ["the", "ferry", "captain"]),
        ("Mayor's office", ["mayor", "office"]),
        ("Congress is glass", ["congress", "is", "glass"]),
        ("a two-day truce, 14 dead", ["a", "two-day", "truce", "14", "dead"]),
    ],
)
def test_terms_are_small_and_without_plural_endings(text: str, terms: list[str]) -> None:
    assert list(find_terms(text)) == terms


def test_rare_terms_weigh_more_than_common_ones() -> None:
    assert read_rarity("the") < read_rarity("government") < read_rarity("zyzzyva")


def test_vector_keeps_its_heaviest_terms() -> None:
    vector = weigh_terms({"the": 9, "ferry": 2, "zyzzyva": 2}, limit=2)
    assert set(vector.terms) == {"ferry", "zyzzyva"}


@given(words, words)
def test_cosine_has_no_direction(a: dict[str, float], b: dict[str, float]) -> None:
    first, second = weigh_terms(a, limit=20), weigh_terms(b, limit=20)
    assert cosine(first, second) == cosine(second, first)
    assert 0.0 <= cosine(first, second) <= 1.0


@given(words)
def test_a_vector_is_itself(counts: dict[str, float]) -> None:
    vector = weigh_terms(counts, limit=20)
    expected = 1.0 if vector.terms else 0.0
    assert cosine(vector, vector) == pytest.approx(expected, abs=0.02)
    assert cover(vector, vector) == pytest.approx(expected, abs=0.02)


def test_empty_vectors_share_nothing() -> None:
    assert cosine(Vector(), Vector()) == 0.0
