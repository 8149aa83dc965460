"""What the narrator adds to a content."""

import pytest
from tests.statements.reading import attribute, place, quote, read


@pytest.mark.parametrize(
    ("text", "content", "left"),
    [
        (
            "Baru said he would call Lund, as a new plan brought them hope.",
            "he would call Lund, as a new plan brought them hope",
            "he would call Lund",
        ),
        (
            "Baru said he would leave, as the port was shut.",
            "he would leave, as the port was shut",
            "he would leave, as the port was shut",
        ),
        (
            "Baru said the pact is firm during a visit to Oru.",
            "the pact is firm during a visit to Oru",
            "the pact is firm",
        ),
        (
            "Baru said he met crews during a visit to Oru.",
            "he met crews during a visit to Oru",
            "he met crews during a visit to Oru",
        ),
        (
            "Baru said Lund moved the posts, a claim the guild denies.",
            "Lund moved the posts, a claim the guild denies",
            "Lund moved the posts",
        ),
        (
            "Baru said Lund moved the posts, a claim that crews reached by phone disputed.",
            "Lund moved the posts, a claim that crews",
            "Lund moved the posts",
        ),
        (
            "Baru said Lund made the crews a claim he denies.",
            "Lund made the crews a claim he denies",
            "Lund made the crews a claim he denies",
        ),
    ],
)
def test_what_the_narrator_adds_is_not_said(text: str, content: str, left: str) -> None:
    [statement] = read(text, attribute(text, "said", "Baru", content))
    assert quote(text, statement) == [left]


@pytest.mark.parametrize(
    ("text", "content", "left"),
    [
        ("A ship that Baru says Lund hit sank off Oru.", "Lund hit sank off Oru", "Lund hit"),
        (
            "Lund saw a ship that Baru says crews hit and sank.",
            "crews hit and sank",
            "crews hit and sank",
        ),
    ],
)
def test_the_main_verb_behind_a_relative_clause_is_not_said(
    text: str, content: str, left: str
) -> None:
    [statement] = read(text, attribute(text, "says", "Baru", content))
    assert quote(text, statement) == [left]


def test_the_main_verb_behind_a_participle_is_not_said() -> None:
    text = "The crews, threatened by Baru with a siege, left Oru."
    [statement] = read(
        text, attribute(text, "threatened", "Baru", "The crews", "with a siege", "left Oru")
    )
    assert quote(text, statement) == ["The crews", "with a siege"]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "whole"),
    [
        (
            "The arrest of the poet by Oru police was condemned by Baru.",
            "was condemned",
            "Baru",
            "The arrest of the poet by",
            "The arrest of the poet by Oru police",
        ),
        (
            "The guild was ordered to pay a fine by Baru.",
            "was ordered",
            "Baru",
            "to pay a fine by",
            "to pay a fine",
        ),
    ],
)
def test_no_content_ends_at_by(text: str, cue: str, source: str, content: str, whole: str) -> None:
    [statement] = read(text, attribute(text, cue, source, content))
    assert quote(text, statement) == [whole]


def test_a_relative_pronoun_is_no_part_of_a_source() -> None:
    text = "A man who police said had shot a guard died."
    [statement] = read(text, attribute(text, "said", "who police", "had shot a guard"))
    assert statement.source == place(text, "police")


def test_what_is_told_of_a_thing_is_not_what_it_is_called() -> None:
    text = "Baru described the port, which Lund built in 1999, as a ruin."
    content = "the port, which Lund built in 1999, as a ruin"
    [statement] = read(text, attribute(text, "described", "Baru", content))
    assert quote(text, statement) == ["the port", "as a ruin"]
    text = "Baru described the port, which Lund built in 1999."
    content = "the port, which Lund built in 1999"
    [statement] = read(text, attribute(text, "described", "Baru", content))
    assert quote(text, statement) == [content]
