"""Verbs of speech inside what somebody reports: whose they are."""

from dataclasses import replace

import pytest
from tests.statements.reading import attribute, place, quote, read


@pytest.mark.parametrize(
    ("text", "cue", "hearer", "told", "source"),
    [
        (
            "Berg said Lund had met the envoys and had asked them to stay.",
            "had asked",
            "them",
            "to stay",
            "Lund",
        ),
        (
            "The board said the captain had seen the crews and promised them a ship.",
            "promised",
            "them",
            "a ship",
            "the captain",
        ),
        # The speaker may tell them himself.
        (
            "The board said its crews had met Lund and promised them a ship.",
            "promised",
            "them",
            "a ship",
            "The board",
        ),
        (
            "Berg said the mine was shut and asked them to stay.",
            "asked",
            "them",
            "to stay",
            "Berg",
        ),
        (
            "Berg had said the mine was shut and had asked them to stay.",
            "had asked",
            "them",
            "to stay",
            "Berg",
        ),
    ],
)
def test_a_second_verb_of_the_past_before_is_the_reported_subjects(
    text: str, cue: str, hearer: str, told: str, source: str
) -> None:
    outer = "had said" if "had said" in text else "said"
    whole = text[text.index("said") + 5 : -1]
    speaker = text[: text.index(outer)].strip()
    second = replace(attribute(text, cue, None, told), addressee=place(text, hearer))
    rows = read(text, attribute(text, outer, speaker, whole), second)
    [inner] = [row for row in rows if row.cue == place(text, cue)]
    assert inner.source == place(text, source)
    if source != speaker:
        assert quote(text, rows[0]) == [whole]


def test_who_is_said_to_have_promised_has_promised() -> None:
    text = "Berg praised a sailor who she said had refused to sail."
    said = attribute(text, "said", "she", "had refused to sail")
    [refused] = [
        row
        for row in read(text, said, attribute(text, "had refused", "she", "to sail"))
        if row.cue == place(text, "had refused")
    ]
    assert refused.source == place(text, "who")
