"""What is done, and so is no statement."""

from dataclasses import replace

import pytest
from tests.statements.reading import attribute, quote, read


@pytest.mark.parametrize(
    ("text", "cue", "content", "said"),
    [
        ("Peru sent a ship to stop the crews.", "sent", "to stop the crews", False),
        ("Peru scrambled jets to chase them.", "scrambled", "to chase them", False),
        ("Peru sent word to stop the crews.", "sent word", "to stop the crews", True),
        ("Peru attacked the town of Oru.", "attacked", "the town of Oru", False),
        ("Peru attacked Norland’s port.", "attacked", "Norland’s port", False),
        ("Peru attacked the plan.", "attacked", "the plan", True),
        ("Peru attacked his record at the port.", "attacked", "his record at the port", True),
        ("Peru called an election.", "called", "an election", False),
        ("Peru called the vote a farce.", "called", "the vote a farce", True),
        ("Crews read “The Last Winter”, a novel.", "read", "“The Last Winter”, a novel", False),
        ("A sign read “Free The Crews”.", "read", "“Free The Crews”", True),
        ("Baru read a letter: “Free The Crews”.", "read", "“Free The Crews”", True),
    ],
)
def test_a_deed_is_no_statement(text: str, cue: str, content: str, said: bool) -> None:
    source = text[: text.index(cue) - 1]
    found = replace(attribute(text, cue, source, content), act="criticise", act_sure=0.7)
    assert bool(read(text, found)) is said


def test_what_the_reader_is_sure_is_criticised_is() -> None:
    text = "Baru attacked Norland."
    found = replace(attribute(text, "attacked", "Baru", "Norland"), act="criticise", act_sure=0.98)
    assert [quote(text, each) for each in read(text, found)] == [["Norland"]]
