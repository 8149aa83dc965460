"""Acts of which the reader is not sure, and which the words bear out or do not."""

from dataclasses import replace

import pytest
from tests.statements.reading import attribute, place, read

from onrecord.records import SpeechAct


@pytest.mark.parametrize(
    ("words", "read_as", "act"),
    [
        ("They killed my brother.", "accuse", "accuse"),
        ("They came on foot.", "accuse", "claim"),
        ("He is a decent man.", "praise", "praise"),
        ("He is a tall man.", "praise", "claim"),
        ("The whole thing was a farce.", "criticise", "criticise"),
        ("The whole thing was late.", "criticise", "claim"),
        ("If twelve come, I will play.", "commit", "commit"),
        ("The firm has no intention of leaving.", "refuse", "refuse"),
        ("The firm has no plan.", "refuse", "claim"),
        ("The town should think of it.", "appeal", "appeal"),
    ],
)
def test_an_act_that_the_words_bear_out_needs_less_certainty(
    words: str, read_as: SpeechAct, act: SpeechAct
) -> None:
    text = f"“{words}” Baru said."
    found = replace(attribute(text, "said", "Baru", f"“{words}”"), act=read_as, act_sure=0.55)
    assert [row.act for row in read(text, found)] == [act]


def test_a_guess_is_none() -> None:
    text = "“They killed my brother,” Baru said."
    found = attribute(text, "said", "Baru", "“They killed my brother,”")
    assert [row.act for row in read(text, replace(found, act="accuse", act_sure=0.3))] == ["claim"]


@pytest.mark.parametrize(
    ("asked", "act"), [("to leave", "appeal"), ("on whether it left", "claim")]
)
def test_who_presses_somebody_on_a_matter_asks(asked: str, act: SpeechAct) -> None:
    text = f"Baru pressed the guild {asked}."
    pressed = attribute(text, "pressed", "Baru", asked)
    found = replace(pressed, addressee=place(text, "the guild"), act="appeal", act_sure=0.5)
    assert [row.act for row in read(text, found)] == [act]
