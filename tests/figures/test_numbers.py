import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.figures.number_words import read_spelled
from onrecord.figures.numbers import find_numbers
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half an hour", 0.5),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("a quarter point", 0.25),
        ("three quarters of an hour", 0.75),
        ("four and a half hours", 4.5),
        ("two-and-a-half-hour", 2.5),
        ("two and a half million", 2.5e6),
        ("2½ tonnes", 2.5),
        ("one hundred and forty", 140),
        ("two hundred and fifty thousand", 250_000),
        ("4 hundred million", 4e8),
        ("1.762 million", 1_762_000),
        ("Sh40m", 4e7),
        ("€7bn", 7e9),
        ("$72B", 7.2e10),
        ("$3T", 3e12),
        ("5t of wheat", 5),
        ("a 37m-high tower", 37),
        ("minus 20 degrees", -20),
        ("inland ,minus 20 degrees", -20),
        ("1.5×10^24 kilograms", 1.5e24),
        ("1.5 × 10⁻³ grams", 1.5e-3),
        ("two thirds of them", 2 / 3),
        ("one in five islanders", 0.2),
        ("three out of ten boats", 0.3),
        ("1/16 of a share", 1 / 16),
    ],
)
def test_a_number_has_the_value_of_its_words(text: str, value: float) -> None:
    first = next(find_numbers(text, Span(0, len(text))))
    assert first.low == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "The 21st",
        "the 1990s",
        "10pm",
        "COVID-19",
        "sales fell for two quarters"[:15],
        "a third man",
    ],
)
def test_ordinals_decades_clock_times_and_names_are_no_numbers(text: str) -> None:
    assert list(find_numbers(text, Span(0, len(text)))) == []


@given(st.text(alphabet="0123456789 ,.-+aftwohunderdmilsixv½$", max_size=120))
def test_numbers_are_found_in_reading_order_and_do_not_overlap(text: str) -> None:
    numbers = list(find_numbers(text, Span(0, len(text))))
    for number, following in itertools.pairwise(numbers):
        assert number.span.end <= following.span.start
    assert all(number.span.start < number.span.end for number in numbers)


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["", "(", "about ", "$", "to "]))
def test_digits_are_found_behind_whatever_may_stand_before_them(count: int, before: str) -> None:
    text = f"So {before}{count:,} of them"
    [number] = find_numbers(text, Span(0, len(text)))
    assert number.low == count


@given(st.integers(min_value=1, max_value=99), st.sampled_from(["hundred", "thousand", "million"]))
def test_a_magnitude_multiplies(count: int, magnitude: str) -> None:
    size = {"hundred": 1e2, "thousand": 1e3, "million": 1e6}[magnitude]
    text = f"{count} {magnitude}"
    [number] = find_numbers(text, Span(0, len(text)))
    assert number.low == count * size


@pytest.mark.parametrize(
    ("words", "value"),
    [("twenty-two", 22), ("a hundred", 100), ("nine hundred and one", 901), ("six thousand", 6000)],
)
def test_spelled_numbers_are_read(words: str, value: float) -> None:
    assert read_spelled(words) == value
