import numpy as np
import pytest

from onrecord.models.senses import SENSES, Senses
from onrecord.models.windows import NOWHERE, QUOTED, Window, cut_windows
from onrecord.models.wordpieces import Vocabulary
from onrecord.text import outline_text

VOCABULARY = Vocabulary("[UNK] [CLS] [SEP] a b . “ ”".split())


def cut(text: str, size: int = 20) -> list[Window]:
    return list(cut_windows(text, outline_text(text), VOCABULARY, Senses(), size=size))


def words(text: str, window: Window) -> str:
    return "".join("|" if span == NOWHERE else text[span.start : span.end] for span in window.spans)


def test_paragraphs_share_a_window_while_they_fit() -> None:
    text = "a b\n\nb a\n\na a a"
    assert [words(text, window) for window in cut(text, size=8)] == ["|ab|ba|", "|aaa|"]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "A b a b. B b a a. A a."
    assert [words(text, window) for window in cut(text, size=8)] == ["|Abab.|", "|Bbaa.|", "|Aa.|"]


def test_a_sentence_without_end_is_cut_anyway() -> None:
    text = "a " * 50
    assert [len(window.ids) for window in cut(text, size=12)] == [12] * 5


def test_what_stands_in_marks_is_told_apart() -> None:
    [window] = cut("a “B b” a")
    assert window.kinds.tolist() == [0, 0, 0, QUOTED + 1, QUOTED, 0, 0, 0]


@pytest.mark.parametrize("text", ["", "\n\n", "\u200b"])
def test_a_text_without_words_has_no_window(text: str) -> None:
    assert cut(text) == []


def test_no_wordpiece_is_lost() -> None:
    text = "\n\n".join("a b " * number for number in range(1, 40))
    found = "".join(words(text, window) for window in cut(text)).replace("|", "")
    assert found == "".join(text.split())


def test_each_wordpiece_has_the_hints_of_its_word() -> None:
    row = np.zeros(len(SENSES), dtype=np.float32)
    row[0] = 1.0
    text = "a b a"
    [window] = cut_windows(text, outline_text(text), VOCABULARY, Senses([((("b",),), (), row)]))
    assert window.hints.shape == (5, len(SENSES))
    assert window.hints[:, 0].tolist() == [0.0, 0.0, 1.0, 0.0, 0.0]
