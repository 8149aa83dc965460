from datetime import date

import pytest
from tests.dates.test_finder import PUBLISHED, find

from onrecord.dates import join_stretches
from onrecord.days import is_stretch


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It paid 900 people between March and May.", "between March and May", (3, 1), (5, 31)),
        ("It paid 900 people from 3 May to 7 May.", "from 3 May to 7 May", (5, 3), (5, 7)),
        ("It paid 900 people May 3 through May 7.", "May 3 through May 7", (5, 3), (5, 7)),
    ],
)
def test_two_ends_tell_one_stretch(
    text: str, words: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    [stretch] = join_stretches(text, find(text, PUBLISHED))
    assert (stretch.words, is_stretch(stretch)) == (words, True)
    assert (stretch.earliest, stretch.latest) == (date(2021, *first), date(2021, *last))


@pytest.mark.parametrize("text", ["It paid 900 people in 2015-2016.", "It paid 900 in 2015–16."])
def test_years_joined_by_a_dash_tell_one_stretch(text: str) -> None:
    [stretch] = join_stretches(text, find(text, PUBLISHED))
    assert (stretch.earliest, stretch.latest) == (date(2015, 1, 1), date(2016, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "It paid 900 people in March and May.",
        "It moved the vote from 3 May to 7 May.",
        "It paid 900 people from 7 May. To 3 May belongs another note.",
    ],
)
def test_other_two_dates_stay_two(text: str) -> None:
    timexes = find(text, PUBLISHED)
    assert list(join_stretches(text, timexes)) == timexes
    assert len(timexes) == 2
