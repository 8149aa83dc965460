from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ModelError
from onrecord.models import load_models
from onrecord.models.senses import SENSES, Senses, read_senses
from onrecord.records import Span

TABLE = """words,pos,past,tells
wave through,verb,,SUPPORT|AGREE|accept
wave,verb,,PROTEST
put ~ on ice,verb,put|put,REJECT
put on notice,verb,put|put,THREATEN|threaten
sit-in,noun,,PROTEST
protest,verb,,PROTEST
protest,noun,,PROTEST|dispute
"""


@pytest.fixture
def table(tmp_path: Path) -> Senses:
    path = tmp_path / "senses.csv"
    path.write_text(TABLE, encoding="utf-8")
    return read_senses(path)


def told(senses: Senses, text: str) -> dict[str, dict[str, float]]:
    """Return the words of `text` that are known, with the weights of their senses."""
    hints = senses.find(text, Span(0, len(text)))
    return {
        text[start:end]: {SENSES[at]: float(row[at]) for at in np.flatnonzero(row)}
        for start, end, row in zip(hints.starts, hints.ends, hints.rows, strict=True)
    }


def test_a_phrase_goes_before_its_first_word(table: Senses) -> None:
    both = {"SUPPORT": 1.0, "AGREE": 0.5, "accept": 1.0}
    assert told(table, "They waved through the bill") == {"waved": both, "through": both}
    assert told(table, "They waved flags") == {"waved": {"PROTEST": 1.0}}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kesh put the plan on ice.", ["put", "on", "ice"]),
        ("putting on ice", []),  # a gap has at least one word
        ("put a b c d e f g on ice", []),  # and at most six
        ("put it. On ice", []),
        ("Putting Kesh on ice", ["Putting", "on", "ice"]),
        ("put on, notice", []),
        ("two sit-ins", ["sit", "ins"]),
        ("a SIT-IN", ["SIT", "IN"]),
    ],
)
def test_phrases_stand_together(table: Senses, text: str, words: list[str]) -> None:
    assert list(told(table, text)) == words


def test_a_form_of_two_entries_has_the_senses_of_both(table: Senses) -> None:
    assert told(table, "protests") == {"protests": {"PROTEST": 1.0, "dispute": 1.0}}


def test_wordpieces_have_the_hints_of_their_word(table: Senses) -> None:
    hints = table.find("They protest.", Span(0, 13))
    rows = hints.of([Span(0, 0), Span(0, 4), Span(5, 8), Span(8, 12), Span(12, 13)])
    assert rows.any(axis=1).tolist() == [False, False, True, True, False]
    assert rows.shape == (5, len(SENSES))


@pytest.mark.parametrize(
    "damaged", ["", "words,pos,past,tells\nwave,verb,,NOTHING\n", "words,pos\nwave,verb\n", "\x00"]
)
def test_a_damaged_table_is_an_error(tmp_path: Path, damaged: str) -> None:
    path = tmp_path / "senses.csv"
    path.write_text(damaged, encoding="utf-8")
    with pytest.raises(ModelError, match="not a readable table of senses"):
        read_senses(path)


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="reinstall"):
        read_senses(tmp_path / "none.csv")


@cache
def shipped() -> Senses:
    return load_models().reader.senses


WORDS = "put take to task on ice wave through a strike talks hold . ; ~ -".split()


@settings(deadline=None)  # the table is read the first time
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_hints_are_words_of_the_text_in_order(text: str) -> None:
    hints = shipped().find(text, Span(0, len(text)))
    assert (hints.starts < hints.ends).all()
    assert (hints.ends[:-1] <= hints.starts[1:]).all()
    assert all(text[a:b].isalnum() for a, b in zip(hints.starts, hints.ends, strict=True))
