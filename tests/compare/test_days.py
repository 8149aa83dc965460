from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare.days import Days, are_within
from onrecord.compare.odds import doubt

FIRST, THIRD, LAST = (date(2031, 4, day) for day in (1, 3, 20))


@pytest.mark.parametrize(
    ("a", "b", "within"),
    [
        ((FIRST, FIRST), (THIRD, THIRD), True),
        ((FIRST, THIRD), (FIRST, THIRD), True),
        ((FIRST, FIRST), (LAST, LAST), False),
        ((FIRST, LAST), (THIRD, THIRD), False),  # it may be the first or the last of them
        ((None, FIRST), (FIRST, FIRST), False),
        ((None, None), (FIRST, FIRST), False),
    ],
)
def test_days_that_are_open_or_far_apart_tell_nothing(a: Days, b: Days, within: bool) -> None:
    assert are_within(a, b, 14) is within
    assert are_within(b, a, 14) is within


@given(st.floats(0, 1), st.floats(0.1, 5))
def test_doubt_takes_something_off(probability: float, odds: float) -> None:
    assert 0 <= doubt(probability, odds) <= probability
