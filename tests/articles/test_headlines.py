from collections.abc import Sequence

from onrecord.articles.drafts import Line
from onrecord.articles.headlines import (
    drop_site_name,
    find_headline,
    find_standfirst,
    fold,
    mark_head,
    repeats_headline,
)

BODY = "The ferries between Arden and the islands stopped on Monday after the vote."


def index_of_headline(lines: Sequence[str], body_start: int, hints: Sequence[str]) -> int | None:
    return find_headline([Line(text=text) for text in lines], body_start, hints)


def test_line_that_says_the_title_is_the_headline() -> None:
    lines = ["Home", "Minister to visit Arden", "Ferries stop in Arden", BODY]
    assert index_of_headline(lines, 3, ["Ferries stop in Arden | The Tide"]) == 2


def test_without_a_title_the_first_fitting_line_is_the_headline() -> None:
    lines = ["Europe", "Ferries between Arden and islands stop", "By Mara Lind", BODY]
    assert index_of_headline(lines, 3, []) == 1


def test_byline_stamp_and_prompt_are_no_headlines() -> None:
    lines = ["By Mara Lind", "3 January 2031", "Sign up for our daily newsletter", BODY]
    assert index_of_headline(lines, 3, []) is None


def test_heading_of_the_page_is_the_headline_where_no_line_says_the_title() -> None:
    lines = [Line(text="Tide Media", tag="div"), Line(text="Ferries have stopped", tag="h1"),
             Line(text=BODY, tag="p")]  # fmt: skip
    assert find_headline(lines, 2, ["Ferries stopped in Arden"]) == 1


def test_subtitle_under_the_headline_is_the_standfirst() -> None:
    lines = ["Ferries stop in Arden", "Board refuses to sign the agreement", "By Mara Lind", BODY]
    assert find_standfirst(lines, 0, 3) == 1


def test_stamp_under_the_headline_is_no_standfirst() -> None:
    assert find_standfirst(["Ferries stop in Arden", "3 January 2031", BODY], 0, 2) is None


def test_site_name_is_dropped_from_either_end() -> None:
    assert drop_site_name("Ferries stop in Arden | The Tide") == "Ferries stop in Arden"
    assert drop_site_name("The Tide - Ferries stop in Arden", "The Tide") == "Ferries stop in Arden"
    assert drop_site_name("Ferries stop") == "Ferries stop"


def test_headline_said_twice_over_is_a_repetition() -> None:
    assert repeats_headline("FERRIES STOP Ferries stop", "Ferries stop")
    assert not repeats_headline("Ferries stop again", "Ferries stop")
    assert not repeats_headline("", "Ferries stop")


def test_fold_keeps_letters_and_digits() -> None:
    assert fold("“Ferries” – stop, 2031!") == "ferries stop 2031"


def test_site_name_glued_to_the_title_does_not_hide_the_headline() -> None:
    lines = ["Home", "Ferries stop in Arden", BODY]
    assert index_of_headline(lines, 2, ["The Tide: Ferries stop in Arden"]) == 1


def test_subtitle_and_name_under_the_headline_leave_the_body() -> None:
    texts = ["Ferries stop in Arden", "Board refuses to sign agreement", "Mara Lind", BODY]
    in_body = [False, True, True, True]
    mark_head([Line(text=text, tag="p") for text in texts], 0, in_body)
    assert in_body == [False, False, False, True]


def test_first_sentence_of_a_story_stays_in_the_body() -> None:
    in_body = [False, True, True]
    mark_head([Line(text=text) for text in ("Ferries stop in Arden", BODY, BODY)], 0, in_body)
    assert in_body == [False, True, True]
