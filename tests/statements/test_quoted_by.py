"""Whose words they are that somebody was quoted with."""

import pytest
from tests.statements.reading import attribute, place, quote, read


@pytest.mark.parametrize(
    ("text", "content", "subject", "told"),
    [
        (
            "The talks have failed, Ms Berg was quoted as saying by Norwire on Monday.",
            ("The talks have failed", "Ms Berg"),
            "Ms Berg",
            "The talks have failed",
        ),
        (
            "Ida Berg was quoted as saying by Norwire that the port was shut.",
            ("Ida Berg", "that the port was shut"),
            "Ida Berg",
            "that the port was shut",
        ),
    ],
)
def test_who_is_quoted_speaks(text: str, content: tuple[str, ...], subject: str, told: str) -> None:
    found = attribute(text, "was quoted as saying by", "Norwire", *content)
    [statement] = read(text, found)
    assert statement.source == place(text, subject)
    assert quote(text, statement) == [told]


def test_who_cites_a_paper_as_proof_speaks() -> None:
    text = "The report was cited by Norwire as proof of fraud."
    [statement] = read(text, attribute(text, "was cited", "Norwire", "as proof of fraud"))
    assert statement.source == place(text, "Norwire")


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "who"),
    [
        ("He handed her a letter that called for talks.", "called for", "He", "talks", "a letter"),
        ("Berg signed a note which demanded talks.", "demanded", "which", "talks", "a note"),
        ("The letter that Berg sent demanded talks.", "demanded", "Berg", "talks", "Berg"),
    ],
)
def test_a_letter_that_demands_is_the_source(
    text: str, cue: str, source: str, content: str, who: str
) -> None:
    [statement] = read(text, attribute(text, cue, source, content))
    assert statement.source == place(text, who)


@pytest.mark.parametrize(
    ("source", "rows"),
    [("who", 0), ("A spokesman", 1)],
)
def test_who_refuses_to_be_named_refuses_nothing_that_is_asked(source: str, rows: int) -> None:
    text = "A spokesman, who refused to give his name, left."
    found = attribute(text, "refused", source, "to give his name")
    assert len(read(text, found)) == rows
