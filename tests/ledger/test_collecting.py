import gc
from collections.abc import Iterator

import pytest

from onrecord.ledger.collecting import YOUNG, collect_seldom


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_searches_for_garbage_are_rare_inside_and_as_before_after() -> None:
    with collect_seldom():
        assert gc.get_threshold() == (YOUNG, 10, 10)
        with collect_seldom():
            assert gc.get_threshold() == (YOUNG, 10, 10)
        assert gc.get_threshold() == (YOUNG, 10, 10)
    assert gc.get_threshold() == (700, 10, 10)


def test_what_fails_inside_leaves_the_search_as_it_was() -> None:
    with pytest.raises(ValueError, match="inside"), collect_seldom():
        raise ValueError("inside")
    assert gc.get_threshold() == (700, 10, 10)


def test_a_search_that_was_off_or_rarer_stays_so() -> None:
    for young in (0, 2 * YOUNG):
        gc.set_threshold(young, 10, 10)
        with collect_seldom():
            assert gc.get_threshold() == (young, 10, 10)


def test_much_garbage_is_found_inside() -> None:
    class Ring:
        def __init__(self) -> None:
            self.ring = self

    counts = [each["collections"] for each in gc.get_stats()]
    with collect_seldom():
        for _ in range(2 * YOUNG):
            Ring()
    assert [each["collections"] for each in gc.get_stats()] > counts
    gc.collect()
