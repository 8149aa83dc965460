from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.agglomerate import agglomerate

names = [f"n{i}" for i in range(9)]
scores = st.dictionaries(
    st.sampled_from(list(combinations(names, 2))),
    st.floats(0, 1, allow_nan=False),
    max_size=36,
)


def join(similarities: dict[tuple[str, str], float]) -> tuple[tuple[str, ...], ...]:
    items = sorted({item for pair in similarities for item in pair})
    return agglomerate(items, similarities, threshold=0.5, quorum=0.5, support=0.4)


def test_a_chain_is_not_joined() -> None:
    chain = {("a", "b"): 0.9, ("b", "c"): 0.8, ("c", "d"): 0.9}
    assert join(chain) == (("a", "b"), ("c", "d"))


def test_one_strong_pair_does_not_carry_two_groups() -> None:
    pairs = {("a", "b"): 1.0, ("c", "d"): 1.0, ("a", "c"): 1.0, ("a", "d"): 1.0}
    pairs |= {("b", "c"): 0.0, ("b", "d"): 0.0}
    groups = agglomerate("abcd", pairs, threshold=0.4, quorum=0.6, support=0.4)
    assert groups == (("a", "b"), ("c", "d"))


def test_every_item_is_in_one_group() -> None:
    groups = agglomerate(["x", "y", "z"], {("x", "y"): 0.9}, threshold=0.5, quorum=0, support=0)
    assert groups == (("x", "y"), ("z",))


@given(scores, st.randoms(use_true_random=False))
def test_the_order_of_pairs_does_not_matter(
    similarities: dict[tuple[str, str], float], random: Random
) -> None:
    pairs = list(similarities.items())
    random.shuffle(pairs)
    items = names.copy()
    random.shuffle(items)
    turned = {(b, a): score for (a, b), score in pairs}
    straight = agglomerate(names, similarities, threshold=0.4, quorum=0.5, support=0.4)
    assert straight == agglomerate(items, turned, threshold=0.4, quorum=0.5, support=0.4)


def test_what_is_together_starts_so_and_what_is_apart_stays_so() -> None:
    groups = agglomerate(
        "abcd",
        {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.9},
        threshold=0.5,
        quorum=0.5,
        support=0.5,
        together=[("c", "d")],
        apart=[("a", "b"), ("d", "a")],
    )
    assert [group for group in groups if "c" in group and "d" in group]
    assert not [group for group in groups if "a" in group and {"b", "d"} & set(group)]


def test_items_of_one_home_do_not_speak_against_each_other() -> None:
    similarities = {("a1", "b"): 0.9, ("a2", "b"): 0.9, ("a3", "b"): 0.9}
    homes = {"a1": "a", "a2": "a", "a3": "a", "b": "b"}
    items = sorted(homes)
    apart = agglomerate(items, similarities, threshold=0.45, quorum=0.4, support=0.45)
    assert apart == (("a1", "a2", "b"), ("a3",))
    together = agglomerate(
        items, similarities, threshold=0.45, quorum=0.4, support=0.45, homes=homes
    )
    assert together == (("a1", "a2", "a3", "b"),)
