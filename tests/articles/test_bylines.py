"""Who wrote an article, by what the page prints and by what its markup says."""

import pytest

from onrecord.articles.bylines import choose_byline


@pytest.mark.parametrize("printed", ["View Author Archive", "Mara LindStaff Writer", "ByMara Lind"])
def test_authors_in_the_markup_are_surer_than_a_line_that_is_no_name(printed: str) -> None:
    assert choose_byline(printed, None, ["Mara Lind"], None) == "Mara Lind"


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("Mara Lind and Tom Ash", ["Mara Lind"]),
        ("Mara Lind", ["Mara Lind", "Tom Ash"]),
        ("Mara Lind", ["admin"]),
        ("Mara Lind", []),
    ],
)
def test_printed_names_stay_beside_authors_that_they_agree_with(
    printed: str, authors: list[str]
) -> None:
    assert choose_byline(printed, None, authors, None) == printed


def test_without_a_printed_name_the_input_comes_before_the_markup() -> None:
    assert choose_byline(None, "Tom Ash", ["Mara Lind"], None) == "Tom Ash"
    assert choose_byline(None, None, ["Mara Lind", "Tom Ash"], None) == "Mara Lind and Tom Ash"
    assert choose_byline("ByMara Lind", None, [], None) == "Mara Lind"
    assert choose_byline(", The Kesh Journal", None, [], None) is None
