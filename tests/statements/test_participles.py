"""Whose a participle is that the reader found no source for."""

import pytest
from tests.statements.reading import attribute, place, read


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("Noting the cost, Baru left the hall.", "Noting", "the cost", "Baru"),
        ("While denying the theft, the mayor left Oru.", "denying", "the theft", "the mayor"),
        ("The union left Oru, accusing it of lies.", "accusing", "it of lies", "The union"),
        ("Kenya jailed him after accusing him of theft.", "accusing", "him of theft", "Kenya"),
        ("The mayor praised it, even hinting at a gift.", "hinting", "at a gift", "The mayor"),
        ("After calling it “a wreck,” she left.", "calling", "it “a wreck,”", "she"),
        ("(Norwire) Kenya jailed him after accusing him of it.", "accusing", "him of it", "Kenya"),
        (
            "Baru came to Oru, hugging crews and demanding an end to the war.",
            "demanding",
            "an end to the war",
            "Baru",
        ),
    ],
)
def test_a_participle_is_the_subjects(text: str, cue: str, content: str, source: str) -> None:
    [statement] = read(text, attribute(text, cue, None, content))
    assert statement.source == place(text, source)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The wave of rage began, accusing Baru of lies.", "accusing", "Baru of lies"),
        ("Many were held in Oru for denying the theft.", "denying", "the theft"),
    ],
)
def test_a_participle_of_nobody_stays_open(text: str, cue: str, content: str) -> None:
    [statement] = read(text, attribute(text, cue, None, content))
    assert statement.source is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya has shown that it waits and its crews have said so, calling it late.", "its crews"),
        ("Kenya said the port was shut and the road was closed, calling it late.", "Kenya"),
    ],
)
def test_a_participle_behind_two_speakers_is_the_seconds(text: str, source: str) -> None:
    said, cue = ("so", "have said") if "have said" in text else ("the port was shut", "said")
    rows = read(
        text, attribute(text, cue, source, said), attribute(text, "calling", None, "it late")
    )
    assert {row.source for row in rows} == {place(text, source)}
