"""Sources that the reader broke off, or ran on with."""

import pytest
from tests.statements.test_reader_and_marks import attribute, place, read


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("Vice President Ida Berg said it was late.", "Vice", "Vice President Ida Berg"),
        ("A HMC spokesman said it was late.", "A HMC", "A HMC spokesman"),
        ("Mr. Berg left, where he said it was late.", "Mr.", "Mr. Berg"),
        ("The mayor on Friday said it was late.", "The mayor on Friday", "The mayor"),
        ("Ida Berg Monday said it was late.", "Ida Berg", "Ida Berg"),
        ("Crews quoted by Norwire said it was late.", "Norwire", "Crews quoted by Norwire"),
        (
            "A man who left on Friday said it was late.",
            "A man who left on Friday",
            "A man who left on Friday",
        ),
        ("Ida Berg Again Says It Was Late", "Ida Berg", "Ida Berg"),
    ],
)
def test_a_source_is_whole_and_no_more(text: str, source: str, whole: str) -> None:
    cue = "Says" if "Says" in text else "said"
    content = "It Was Late" if "Says" in text else "it was late"
    [statement] = read(text, attribute(text, cue, source, content))
    assert statement.source == place(text, whole)
