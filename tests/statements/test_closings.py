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
    text = "Peru fires on boats; none was hurt, says Oru\n\nIt rained."
    found = attribute(text, "says", "Oru", "Peru fires on boats", "none was hurt")
    assert [quote(text, row) for row in read(text, found)] == [["none was hurt"]]
