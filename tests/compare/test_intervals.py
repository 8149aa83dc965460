from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare.intervals import Values, allow_values, could_meet
from onrecord.records import Figure, Span


def figure(low: float | None, high: float | None, bound: str | None = None, **more: bool) -> Figure:
    return Figure(
        id="f", span=Span(0, 1), words="x", low=low, high=high, bound=bound,
        low_open=more.get("low_open", False), high_open=more.get("high_open", False),
    )  # fmt: skip


MORE_THAN_13000 = figure(13_000, None, "more than", low_open=True)
SOME_14000 = figure(14_000, 14_000, "some")


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (MORE_THAN_13000, SOME_14000, True),
        (figure(5, None, "more than", low_open=True), figure(8, 8), True),
        (figure(350, 350), figure(349, 349), True),  # rounding
        (figure(140, 140), figure(150, 150), False),  # both rounded alike
        (figure(7, 7), figure(9, 9), False),
        (figure(100, 100, "about"), figure(108, 108), True),
        (figure(100, 100, "about"), figure(150, 150, "about"), False),
        (figure(12, None, "more than", low_open=True), figure(12, 12), False),
        (figure(12, None, "at least"), figure(12, 12), True),
        (figure(None, 30, "fewer than", high_open=True), figure(30, None, "at least"), False),
        (figure(6, 8, "between"), figure(8, 10, "between"), True),
        (figure(0, 0), figure(0, 0), True),
    ],
)
def test_values_meet_where_the_words_allow_it(a: Figure, b: Figure, meet: bool) -> None:
    assert could_meet(allow_values(a), allow_values(b)) is meet


def test_a_third_is_33_per_cent() -> None:
    third = Figure(id="f", span=Span(0, 1), words="x", low=1 / 3, high=1 / 3, unit="share")
    assert could_meet(allow_values(third), allow_values(figure(33, 33)))
    assert not could_meet(allow_values(third), allow_values(figure(36, 36)))


def test_rounding_never_reaches_far() -> None:
    assert allow_values(figure(100_000, 100_000)) == Values(90_000, 110_000, high_open=True)
    assert allow_values(figure(14_000, 14_000)) == Values(13_500, 14_500, high_open=True)
    assert allow_values(figure(9, 9)) == Values(9, 9)


ends = st.one_of(st.none(), st.floats(-1e12, 1e12))
figures = st.builds(
    lambda low, high, bound, low_open, high_open: figure(
        low,
        max(low, high) if low is not None and high is not None else high,
        bound,
        low_open=low_open,
        high_open=high_open,
    ),
    ends,
    ends,
    st.sampled_from([None, "about", "more than"]),
    st.booleans(),
    st.booleans(),
)


@given(figures, figures)
def test_meeting_has_no_direction(a: Figure, b: Figure) -> None:
    assert could_meet(allow_values(a), allow_values(b)) == could_meet(
        allow_values(b), allow_values(a)
    )


@given(figures)
def test_values_are_ordered(a: Figure) -> None:
    values = allow_values(a)
    assert -inf <= values.low <= values.high <= inf
