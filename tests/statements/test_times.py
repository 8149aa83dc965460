from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.records import Span, Timex

Read = Callable[..., list[Any]]

MONDAY = date(2031, 3, 3)
FRIDAY = date(2031, 3, 7)


def make_timex(text: str, words: str, day: date) -> Timex:
    start = text.index(words)
    return Timex(
        span=Span(start, start + len(words)),
        words=words,
        type="DATE",
        value=day.isoformat(),
        earliest=day,
        latest=day,
        certainty="exact",
        anchor="published",
    )


def test_time_of_the_cue_is_the_time_of_the_statement(read: Read) -> None:
    text = "Berg said on Monday that the road was open."
    [row] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert (row.statement.when.earliest, row.statement.when.certainty) == (MONDAY, "exact")


def test_time_inside_the_content_is_not(read: Read) -> None:
    text = "Berg said that the road had opened on Monday."
    [row] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    when = row.statement.when
    assert (when.latest, when.certainty, when.anchor) == (FRIDAY, "bounded", "published")


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, however, Berg said that the road was open.",
        "In a public address on Monday, Berg said that the road was open.",
        "In a letter to the press issued on Monday, Berg said that the road was open.",
    ],
)
def test_time_that_opens_the_sentence_is_that_of_the_statement(read: Read, text: str) -> None:
    [row] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert row.statement.when.earliest == MONDAY


def test_time_since_which_something_holds_is_not(read: Read) -> None:
    text = "Since Monday, however, Berg has said that the road was open."
    [row] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert row.statement.when.certainty == "bounded"


@pytest.mark.parametrize(
    "text",
    [
        "Berg, who was elected on Monday, said that the road was open.",
        "Berg, the minister since Monday, said that the road was open.",
        "The minister since Monday said that the road was open.",
    ],
)
def test_time_of_a_clause_about_the_speaker_is_not(read: Read, text: str) -> None:
    [row] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert (row.statement.when.latest, row.statement.when.certainty) == (FRIDAY, "bounded")


def test_nothing_was_said_after_the_article(read: Read) -> None:
    text = "Berg said on Friday that the road was open."
    [row] = read(text, timexes=[make_timex(text, "Friday", FRIDAY)], published=MONDAY)
    assert (row.statement.when.latest, row.statement.when.certainty) == (MONDAY, "bounded")


def test_no_time_is_invented(read: Read) -> None:
    [row] = read("Berg said that the road was open.")
    assert (row.statement.when.earliest, row.statement.when.latest) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, a day after Lund had left the council, Berg said that the road was open.",
        "Berg criticised the council Monday for the state of the road.",
        "Berg announced a new road on Monday.",
    ],
)
def test_time_belongs_to_the_main_verb(read: Read, text: str) -> None:
    [row, *_] = [row for row in read_all(read, text) if "left" not in row.content]
    assert row.statement.when.earliest == MONDAY


def read_all(read: Read, text: str) -> list[Any]:
    return read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        "Berg called for a vote on Monday.",
        "Berg accused Lund of blocking the road Monday.",
        "Berg announced the Monday meeting.",
    ],
)
def test_time_of_what_is_spoken_of_is_not(read: Read, text: str) -> None:
    [row, *_] = read_all(read, text)
    assert row.statement.when.latest == FRIDAY


@pytest.mark.parametrize(
    "text",
    [
        "Berg has said that the road was open.",
        "Berg had warned that the road was closed.",
        "Berg previously said that the road was open.",
        "The road was shut after Berg said that it was not safe.",
    ],
)
def test_what_was_said_before_the_news_has_no_first_day(read: Read, text: str) -> None:
    [row] = read(text, published=FRIDAY)
    assert (row.statement.when.earliest, row.statement.when.latest) == (None, FRIDAY)


def test_what_a_speaker_goes_on_to_say_is_of_one_day(read: Read) -> None:
    text = (
        "Ida Berg said on Monday that the road was open. “It is safe,” she said.\n\n"
        "Ole Lund said that it was not. Berg added that it had been swept."
    )
    days = [row.statement.when.earliest for row in read_all(read, text)]
    assert days == [MONDAY, MONDAY, FRIDAY, MONDAY]


def test_another_date_ends_the_occasion(read: Read) -> None:
    text = (
        "Ida Berg said on Monday that the road was open. Snow fell on Thursday. Berg said that it"
        " was closed."
    )
    thursday = make_timex(text, "Thursday", date(2031, 3, 6))
    timexes = [make_timex(text, "Monday", MONDAY), thursday]
    rows = read(text, timexes=timexes, published=FRIDAY)
    assert [row.statement.when.earliest for row in rows] == [MONDAY, date(2031, 3, 6)]


@pytest.mark.parametrize(("said", "first"), [("says", MONDAY), ("said", None)])
def test_what_is_told_in_a_statement_is_of_its_day_or_before(
    read: Read, said: str, first: date | None
) -> None:
    text = f"“Tomas Lund {said} that the road was shut,” Ida Berg said on Monday."
    [inner] = [row for row in read_all(read, text) if row.statement.within is not None]
    assert (inner.statement.when.earliest, inner.statement.when.latest) == (first, MONDAY)


def test_time_of_what_the_source_was_once_is_not(read: Read) -> None:
    text = "Berg, a minister between May and Monday, said that the road was open."
    [row] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert (row.statement.when.latest, row.statement.when.certainty) == (FRIDAY, "bounded")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Berg met Lund on Monday and said that the road was open.", MONDAY),
        ("Berg freed Lund on Monday and said that the road was open.", None),
        ("Berg answered on Monday that the road was open.", MONDAY),
    ],
)
def test_who_meets_somebody_speaks_then(read: Read, text: str, day: date | None) -> None:
    [row, *_] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    found = row.statement.when
    assert (found.earliest if found.certainty == "exact" else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In a call on Monday, Berg and Lund agreed to meet. Berg said that it was late.", MONDAY),
        ("In a call on Monday, Lund agreed to meet. Berg said that it was late.", FRIDAY),
        ("In a port on Monday, Berg left. Berg said that it was late.", FRIDAY),
    ],
)
def test_what_those_who_met_say_next_was_said_there(read: Read, text: str, day: date) -> None:
    rows = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert rows[-1].statement.when.latest == day


@pytest.mark.parametrize(("gap", "same"), [(" ", True), ("\n\n", False)])
def test_what_was_said_in_a_year_goes_on_in_its_paragraph_alone(
    read: Read, gap: str, same: bool
) -> None:
    text = f"In 2016, Berg said it was late.{gap}Berg welcomed the decision."
    year = replace(
        make_timex(text, "2016", date(2016, 1, 1)), latest=date(2016, 12, 31), anchor="explicit"
    )
    *_, row = read(text, timexes=[year])
    assert (row.statement.when.earliest == date(2016, 1, 1)) is same


@pytest.mark.parametrize(
    "text",
    [
        "Berg met the miners on Monday, urging them to go home.",
        "Berg issued a note on Monday condemning the raid and calling for calm.",
    ],
)
def test_time_of_what_is_done_in_saying_so_is_that_of_the_words(read: Read, text: str) -> None:
    rows = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert {row.statement.when.earliest for row in rows} == {MONDAY}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("After the raid on Monday, Berg said that the road was open.", MONDAY, FRIDAY),
        ("Following the raid on Monday, Berg said that the road was open.", MONDAY, FRIDAY),
        ("Ahead of the vote on Monday, Berg said that the road was open.", None, MONDAY),
    ],
)
def test_the_day_of_another_event_only_bounds_what_was_said(
    read: Read, text: str, first: date | None, last: date
) -> None:
    [row] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert (row.statement.when.earliest, row.statement.when.latest) == (first, last)


def test_what_something_is_likened_to_has_another_day(read: Read) -> None:
    text = "Likening it to the raid on Monday, Berg said that the road was open."
    [row] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert row.statement.when.certainty == "bounded"


def test_a_day_behind_the_subject_is_that_of_all_it_does(read: Read) -> None:
    text = "Berg on Monday met the miners of the valley and said that the road was open."
    [row] = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert row.statement.when.latest == MONDAY


def test_what_goes_on_from_news_of_days_ago_was_said_between_the_two(read: Read) -> None:
    text = "The mine was shut on Monday. Berg said that the road was open.\n\nLund said it was not."
    near, apart = read(text, timexes=[make_timex(text, "Monday", MONDAY)], published=FRIDAY)
    assert (near.statement.when.earliest, near.statement.when.latest) == (MONDAY, FRIDAY)
    assert apart.statement.when.earliest == FRIDAY


def test_what_the_source_was_long_ago_makes_no_history_of_the_words(read: Read) -> None:
    text = "Berg, a minister since 2016, said that the road was open."
    year = replace(make_timex(text, "2016", date(2016, 1, 1)), latest=date(2016, 12, 31))
    [row] = read(text, timexes=[year], published=FRIDAY)
    assert row.statement.when.earliest == FRIDAY
