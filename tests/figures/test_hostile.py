"""Hostile texts are read in bounded time, and the rest of a table is left out."""

import time

import pytest
from tests.figures.reading import find

from onrecord.figures.find import MOST_FIGURES

SIZE = 100_000


@pytest.mark.parametrize(
    "unit",
    [
        "1234567890", "12 ", "1,", "1-", "1.1 ", "one ", "million ", "two million ", "twenty and ",
        "$", "$ ", "-", "a-", "half a ", "an hour ", "one in ", "1 in 2 ", "from 4 to ",
        "more than ", "5 of the ", "in Ab 5 ", "was 5 km, ", "40 people were ", "“5 ” ", "AB1",
        "rose by 5 percent ", "5 ships\n",
    ],
)  # fmt: skip
def test_hostile_text_is_read_in_bounded_time(unit: str) -> None:
    text = (unit * (SIZE // len(unit) + 1))[:SIZE]
    started = time.process_time()
    figures = find(text)
    assert time.process_time() - started < 4.0  # a quarter of it on an idle machine
    assert len(figures) <= MOST_FIGURES
