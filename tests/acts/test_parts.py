"""Of whom a part is told: "two of them", "most of whom", "whose troops"."""

import pytest
from tests.acts.reading import act, parties


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Kenya jailed ten troops. Two of them were freed in May.", "freed", [], ["troops"]),
        ("Kenya jailed ten troops. Most of them attacked Lund.", "attacked", ["troops"], ["Lund"]),
        ("Kenya jailed ten troops, most of whom have since been freed.", "freed", [], ["troops"]),
        ("Kenya and Peru, both of which attacked Norland, left.", "attacked",
         ["Kenya", "Peru"], ["Norland"]),
        ("Kenya and Peru, whose troops attacked Norland, met.", "attacked",
         ["Kenya", "Peru"], ["Norland"]),
        ("Kenya, whose troops attacked Norland, left.", "attacked", ["troops"], ["Norland"]),
        ("Lund spoke to ten troops of Peru. Kenya wrote of them and freed Baru.", "freed",
         ["Kenya"], ["Baru"]),
    ],
)  # fmt: skip
def test_a_part_is_of_those_told_of_before(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_a_part_of_none_has_nothing_done_to_it() -> None:
    found = act("Kenya jailed ten troops. None of them was freed.", "freed")
    assert (found.recipients, found.polarity) == (("troops",), "negative")
