"""Appeals that a noun tells of, with whoever makes them behind "by" or "from"."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.statements.reading import attribute
from tests.statements.reading import read as read_attributed

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "speaker", "addressee", "content"),
    [
        (
            "An appeal by the Harbour Ministry to Vesna Kral to recognise the guild was passed.",
            "Harbour Ministry",
            "Vesna Kral",
            "to recognise the guild",
        ),
        (
            "It told of a petition from the General Staff, a body of war, for Sudria to sail.",
            "General Staff",
            "Sudria",
            "to sail",
        ),
        (
            "A request by Norland to help the crews went unheard.",
            "Norland",
            None,
            "to help the crews",
        ),
        ("An appeal by Norland to Sudria for help failed.", "Norland", "Sudria", "for help"),
    ],
)
def test_a_formal_appeal_is_a_statement(
    read: Read, text: str, speaker: str, addressee: str | None, content: str
) -> None:
    [row] = read(text, attributions=[])
    assert (row.act, row.speaker, row.addressee) == ("appeal", speaker, addressee)
    assert row.content == (content,)


@pytest.mark.parametrize(
    "text",
    [
        "An appeal by Norland to the court was rejected.",
        "An appeal by Norland against the ban was rejected.",
        "The appeal of Norland to young people is plain.",
        "A request by mail to Sudria to sail was late.",
    ],
)
def test_what_is_not_asked_of_anybody_is_no_appeal(read: Read, text: str) -> None:
    assert read(text, attributions=[]) == []


def test_an_article_announces_nothing() -> None:
    text = "A belief that the mine will close is old."
    assert read_attributed(text, attribute(text, "A", None, "that the mine will close")) == []
