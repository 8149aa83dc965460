from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ModelError
from onrecord.models.wordpieces import Vocabulary, read_vocabulary
from onrecord.records import Span

PIECES = "[PAD] [UNK] [CLS] [SEP] un ##like ##ly the cafe ( ) , u . s ' 中".split()


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(PIECES)


def read(vocabulary: Vocabulary, text: str) -> list[tuple[str, str, int]]:
    return [
        (PIECES[piece.id], text[piece.span.start : piece.span.end], piece.case)
        for piece in vocabulary.read(text, Span(0, len(text)))
    ]


def test_the_longest_pieces_are_taken_from_the_left(vocabulary: Vocabulary) -> None:
    assert read(vocabulary, "unlikely") == [
        ("un", "un", 0),
        ("##like", "like", 0),
        ("##ly", "ly", 0),
    ]


def test_capitals_and_accents_are_dropped_but_not_from_the_characters(
    vocabulary: Vocabulary,
) -> None:
    assert read(vocabulary, "The CAFÉ") == [("the", "The", 1), ("cafe", "CAFÉ", 2)]


def test_each_mark_and_ideograph_is_a_word(vocabulary: Vocabulary) -> None:
    assert [piece for piece, _, _ in read(vocabulary, "(the中,u.s.)")] == [
        "(", "the", "中", ",", "u", ".", "s", ".", ")",
    ]  # fmt: skip


def test_a_word_without_pieces_is_unknown_as_a_whole(vocabulary: Vocabulary) -> None:
    assert read(vocabulary, "unlikelyz the") == [("[UNK]", "unlikelyz", 0), ("the", "the", 0)]


def test_a_combining_accent_belongs_to_its_letter(vocabulary: Vocabulary) -> None:
    assert read(vocabulary, "cafe\u0301") == [("cafe", "cafe", 0)]


@given(st.text(max_size=200))
def test_pieces_stand_in_order_and_inside_the_text(text: str) -> None:
    at = 0
    for piece in Vocabulary(PIECES).read(text, Span(0, len(text))):
        assert at <= piece.span.start < piece.span.end <= len(text)
        at = piece.span.end


def test_an_endless_word_takes_no_time(vocabulary: Vocabulary) -> None:
    assert [piece for piece, _, _ in read(vocabulary, "u" * 1_000_000)] == ["[UNK]"]


def test_a_missing_vocabulary_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="reinstall"):
        read_vocabulary(tmp_path / "none.txt")


def test_a_vocabulary_without_special_pieces_is_a_model_error() -> None:
    with pytest.raises(ModelError, match="reinstall"):
        Vocabulary(["the"])
