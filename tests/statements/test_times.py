from collections.abc import Callable
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
