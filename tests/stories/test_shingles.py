from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.shingles import intersect, sample_shingles

texts = st.lists(st.sampled_from([f"w{i}" for i in range(60)]), max_size=80)


def test_a_text_contains_its_parts() -> None:
    whole = [f"w{i}" for i in range(100)]
    part = whole[20:70]
    shared, _, size = intersect(
        sample_shingles([whole], size=5, step=1), sample_shingles([part], size=5, step=1)
    )
    assert shared == size == 46


def test_no_shingle_crosses_from_run_to_run() -> None:
    runs = [["a", "b", "c"], ["d", "e", "f"]]
    assert sample_shingles(runs, size=5, step=1).hashes == ()


def test_a_long_text_is_thinned_and_still_comparable() -> None:
    words = [f"w{i}" for i in range(5000)]
    thin = sample_shingles([words], size=5, step=1, limit=100)
    full = sample_shingles([words], size=5, step=1, limit=10_000)
    assert len(thin.hashes) <= 100
    shared, first, second = intersect(thin, full)
    assert shared == first == second == len(thin.hashes)


@given(texts, texts)
def test_intersection_has_no_direction(a: list[str], b: list[str]) -> None:
    first = sample_shingles([a], size=3, step=1)
    second = sample_shingles([b], size=3, step=2)
    shared, size_a, size_b = intersect(first, second)
    assert intersect(second, first) == (shared, size_b, size_a)
    assert shared <= min(size_a, size_b)
