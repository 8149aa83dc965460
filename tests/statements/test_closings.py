"""Contents that the reader cuts short, begins too early, or mixes with the narrator's."""

import pytest
from tests.statements.reading import attribute, quote, read


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "told"),
    [
        (
            "The bells will ring for her, the vicar said.", "said", "the vicar",
            "The bells will ring", "The bells will ring for her",
        ),
        (
            "She told them once that it rained.", "told", "She",
            "once that it rained", "that it rained",
        ),
        (
            "Baru reported, citing a friend she did not name, that it rained.", "reported", "Baru",
            "citing a friend she did not name, that it rained", "that it rained",
        ),
        (
            "What now? She might leave, says Baru.", "says", "Baru",
            "What now? She might leave", "She might leave",
        ),
        (
            "Peru had asked for such patrols back in 2019.", "had asked", "Peru",
            "for such patrols back", "for such patrols",
        ),
        (
            "Baru said it was late, but the board has not met.", "said", "Baru",
            "it was late, but the board has not met", "it was late",
        ),
        (
            "Baru said it was late, but she has not left.", "said", "Baru",
            "it was late, but she has not left", "it was late, but she has not left",
        ),
        (
            "Baru says it is late, but the board has not met.", "says", "Baru",
            "it is late, but the board has not met", "it is late, but the board has not met",
        ),
        (
            "Baru denied that report, but not that it had fired.", "denied", "Baru",
            "that report, but not that it had fired", "that report",
        ),
        (
            "Baru promised four ships by May and left.", "promised", "Baru",
            "four ships", "four ships by May",
        ),
        (
            "Baru said that it rained, and that the road was shut.", "said", "Baru",
            "that it rained", "that it rained, and that the road was shut",
        ),
        (
            "Baru said that it rained, and that was all.", "said", "Baru",
            "that it rained", "that it rained",
        ),
    ],
)  # fmt: skip
def test_a_paraphrase_has_whole_and_no_more_than_its_words(
    text: str, cue: str, source: str, content: str, told: str
) -> None:
    assert [quote(text, row) for row in read(text, attribute(text, cue, source, content))] == [
        [told]
    ]


def test_a_semicolon_parts_what_a_headline_tells() -> None:
    text = "Peru tells boats to leave; none was hurt, says Oru\n\nIt rained."
    tells = attribute(text, "tells", "Peru", "to leave")
    says = attribute(text, "says", "Oru", "Peru tells boats to leave", "none was hurt")
    rows = sorted(quote(text, row) for row in read(text, tells, says))
    assert rows == [["none was hurt"], ["to leave"]]


def test_a_headline_that_one_tells_is_whole() -> None:
    text = "Shots fired in Oru; none was hurt, says Baru\n\nIt rained."
    found = attribute(text, "says", "Baru", "Shots fired in Oru; none was hurt")
    assert [quote(text, row) for row in read(text, found)] == [
        ["Shots fired in Oru; none was hurt"]
    ]


def test_who_closes_the_sentence_is_no_part_of_what_is_told_in_it() -> None:
    text = "Baru lied when he said that it sank, the mayor of Oru alleged."
    said = attribute(text, "said", "he", "that it sank, the mayor of")
    alleged = attribute(text, "alleged", "the mayor of Oru", "Baru lied when he said that it sank")
    outer, inner = read(text, said, alleged)
    assert quote(text, outer) == ["Baru lied when he said that it sank"]
    assert quote(text, inner) == ["that it sank"]


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    text = "ORU (Norwire) — The port was shut and two ships had left, the mayor said."
    found = attribute(text, "said", "the mayor", "two ships had left")
    assert [quote(text, row) for row in read(text, found)] == [
        ["The port was shut and two ships had left"]
    ]
