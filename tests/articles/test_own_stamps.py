import pytest

from onrecord.articles.own_stamps import Stamps, sort_stamps, split_stamp
from onrecord.articles.stamps import find_stamps

HEADLINE = "Ferries between Arden and the islands stop"
STORY = "The ferries stopped on Monday after the harbour board’s vote on the budget of the port."


def sort(*lines: str, standfirst: int | None = None) -> Stamps:
    """Sort the stamps of a page whose headline and story are the two constants above."""
    headline = lines.index(HEADLINE) if HEADLINE in lines else None
    in_body = [line == STORY for line in lines]
    stamps = list(map(find_stamps, lines))
    return sort_stamps(lines, stamps, [None] * len(lines), in_body, headline, standfirst)


def test_the_stamp_between_headline_and_story_is_the_articles_own() -> None:
    page = ("Monday, 6 January 2031", "News", "Sport", HEADLINE, "3 January 2031", STORY)
    assert sort(*page) == Stamps(("3 January 2031",), ("Monday, 6 January 2031",))


def test_stamps_below_the_story_are_those_of_other_stories() -> None:
    found = sort(HEADLINE, "3 January 2031", STORY, "Port fees rise", "5 January 2031")
    assert found == Stamps(("3 January 2031",), ("5 January 2031",))


@pytest.mark.parametrize(
    "line",
    [
        "Arden, 3. Januar 2031",
        "3 January 2031 | Transport",
        "Pressemitteilung vom 03.01.2031",
        "By Mara Lind 3 January 2031, 3:51 pm 11 comments",
        "Transport, 03.01.31",
    ],
)
def test_a_short_line_with_a_day_in_the_head_is_a_stamp(line: str) -> None:
    assert sort(HEADLINE, line, STORY).own == (line,)


def test_a_line_that_is_only_a_stamp_goes_before_one_with_other_words() -> None:
    assert sort(HEADLINE, "Vote of 2 May 2030", "3 January 2031", STORY).own == ("3 January 2031",)


def test_a_stamp_above_the_headline_counts_where_none_is_below_it() -> None:
    assert sort("News", "Transport, 3 January 2031", HEADLINE, STORY).own == (
        "Transport, 3 January 2031",
    )


def test_the_headline_in_a_menu_is_not_the_one_above_the_story() -> None:
    menu = (HEADLINE, "2 May 2030", "Port fees rise", "1 May 2030")
    assert sort(*menu, HEADLINE, "3 January 2031", STORY).own == ("3 January 2031",)


def test_the_standfirst_is_no_stamp() -> None:
    found = sort(HEADLINE, "The board met on 2 January 2031 in Arden", STORY, standfirst=1)
    assert found == Stamps((), ())


def test_a_day_below_the_story_counts_where_it_is_called_published() -> None:
    assert sort(HEADLINE, STORY, "Erschienen am 03.01.2031").own == ("Erschienen am 03.01.2031",)
    assert sort(HEADLINE, STORY, "Concert on 03.01.2031 in Arden").own == ()


def test_months_of_an_archive_are_no_stamps() -> None:
    assert sort("January 2031", "December 2030", HEADLINE, STORY) == Stamps((), ())


def test_a_page_without_a_story_has_no_stamps() -> None:
    assert sort(HEADLINE, "3 January 2031") == Stamps((), ())


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (
            "PUBLISHED: January 3, 2031 at 5 p.m. | UPDATED: January 4, 2031",
            ["PUBLISHED: January 3, 2031 at 5 p.m", "UPDATED: January 4, 2031"],
        ),
        ("January 3, 2031 / Updated 8 hours ago", ["January 3, 2031", "Updated 8 hours ago"]),
        ("First published 3 January 2031", ["First published 3 January 2031"]),
    ],
)
def test_a_stamp_is_split_where_another_role_begins(words: str, parts: list[str]) -> None:
    assert [part.rstrip(".") for part in split_stamp(words)] == parts
