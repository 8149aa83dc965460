"""What is done, and so is no statement."""

from dataclasses import replace

import pytest
from tests.statements.reading import attribute, place, quote, read


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


@pytest.mark.parametrize(
    ("text", "source", "content", "said"),
    [
        ("A study found that bees like blue.", "A study", "that bees like blue", 1),
        ("The inquiry found the mayor had lied.", "The inquiry", "the mayor had lied", 1),
        ("A report by the guild found that it was late.", "A report by the guild",
         "that it was late", 1),
        ("Divers found that the hull was whole.", "Divers", "that the hull was whole", 0),
        ("The inquiry found a body.", "The inquiry", "a body", 0),
    ],
)  # fmt: skip
def test_a_paper_tells_what_it_found(text: str, source: str, content: str, said: int) -> None:
    found = replace(attribute(text, "found", source, content), stance="perception")
    assert [each.stance == "said" for each in read(text, found)] == [bool(said)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("two days to free the crew", True),
        ("until Friday to free the crew", True),
        ("two ships to guard the coast", False),
    ],
)
def test_who_sets_a_deadline_demands(content: str, said: bool) -> None:
    text = f"Baru gave Lund {content}."
    found = replace(
        attribute(text, "gave", "Baru", content), addressee=place(text, "Lund"), act="demand"
    )
    assert [each.stance == "said" for each in read(text, found)] == [said]


@pytest.mark.parametrize(("cue", "said"), [("welcomed", True), ("feared", False)])
def test_who_welcomes_it_lets_others_know(cue: str, said: bool) -> None:
    text = f"Baru {cue} the offer of help."
    found = replace(attribute(text, cue, "Baru", "the offer of help"), stance="attitude")
    assert [each.stance == "said" for each in read(text, found)] == [said]
