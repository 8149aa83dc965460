"""Phrases that end before their noun."""

import pytest

from onrecord.records import Span
from onrecord.text.phrases import complete_phrase


@pytest.mark.parametrize(
    ("cut", "rest", "whole"),
    [
        ("the", " crew of the ferry", "the crew"),
        ("many of", " the guards slept", "many of"),
        ("some", " senior aides left", "some senior aides"),
        ("her", " younger brother", "her younger brother"),
        ("the", " harbour was shut by guards", "the"),
        ("the", " quickly freed men", "the"),
        ("the crew", " members", "the crew"),
        ("many of", " aides", "many of aides"),
        ("a", "", "a"),
    ],
)
def test_a_cut_phrase_is_read_on_to_its_noun(cut: str, rest: str, whole: str) -> None:
    text = cut + rest
    found = complete_phrase(text, Span(0, len(cut)))
    assert text[found.start : found.end] == whole
