import pytest

from onrecord.text import outline_text
from onrecord.text.retractions import is_put_right, takes_back


@pytest.mark.parametrize(
    "sentence",
    [
        "An earlier version of this article said that nine people had died.",
        "The Courier wrongly gave the number as nine.",
        "Correction: An article on Monday said that nine people had died.",
        "Correction: On Monday we reported that nine people had died.",
        "This article misstated the number of dead as nine.",
        "Correction: A report on Monday said that nine people had died.",
        "Correction: On Sunday this newspaper printed a dispatch that said nine people had died.",
    ],
)
def test_an_outlet_takes_back_what_it_told(sentence: str) -> None:
    [span] = outline_text(sentence).sentences
    assert takes_back(sentence, span)


@pytest.mark.parametrize(
    "sentence",
    [
        "An article in the Courier said that nine people had died.",
        "The hospital reported on Monday that nine people had died.",
        "Correction: The ministry’s figure is nine.",
        "Correction: The report of the commission said that nine people had died.",
    ],
)
def test_what_is_told_now_is_not_taken_back(sentence: str) -> None:
    [span] = outline_text(sentence).sentences
    assert not takes_back(sentence, span)


def test_the_next_sentence_of_a_note_puts_it_right() -> None:
    text = "Correction: An article on Monday gave the toll as nine. It is six.\n\nIt rained."
    wrong, right, rain = outline_text(text).sentences
    assert is_put_right(text, wrong, right)
    assert not is_put_right(text, right, rain)
