"""Headlines that a site sets into a sentence after a name are taken out of it."""

import time

import pytest

from onrecord.articles.drafts import Line
from onrecord.articles.person_boxes import find_boxes, take_out_boxes

_HEADLINES = "Minister faces questions in Baru Ports bill stalls again: report MORE"


@pytest.mark.parametrize(
    ("before", "box", "after"),
    [
        ("Sen. Ida Berg", f" Ida Maria Berg{_HEADLINES}", " (Kesh) said she would resign."),
        ("Speaker Ulf McLund", f" Gunnar (Ulf) Rolf McLund{_HEADLINES}", " was absent."),
        ("spokeswoman Ida Holm", f" Ida Rose Dahl{_HEADLINES}", " Dahl said."),
        ("Gov. Ida Berg", f"Ida Maria Berg{_HEADLINES}", " (Kesh) said she would resign."),
        ("Speaker Tor Dahl", f" Tor Nils Dahl {_HEADLINES}", " failed."),
        ("They met Gov. Tor Dahl", " Tor Dahl2 bills stall in Kesh as talks drag on MORE", "."),
    ],
)
def test_a_box_goes_and_the_sentence_stays(before: str, box: str, after: str) -> None:
    lines, boxes = take_out_boxes([Line(text=before + box + after)])
    assert [line.text for line in lines] == [before + after]
    assert [item.words for item in boxes] == [box.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Berg asked Ida Holm for MORE money, and Berg refused.",
        "“NO MORE,” said McLund of the McLund family.",
        "Tor Dahl and Nils Dahl spoke at the port, where a sign said NO MORE",
    ],
)
def test_a_sentence_without_a_box_stays(text: str) -> None:
    assert take_out_boxes([Line(text=text)]) == ([Line(text=text)], [])


@pytest.mark.parametrize("part", ["Ida Berg ", "Ida Ida ", "Ab "])
def test_a_line_of_names_is_searched_in_time(part: str) -> None:
    text = part * (400_000 // len(part)) + " MORE"
    start = time.process_time()
    find_boxes(text)
    assert time.process_time() - start < 1.5
