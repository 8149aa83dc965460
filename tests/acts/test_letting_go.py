"""Acts of two words, or without their topic: "let Lund go", "discussed Kenya"."""

import pytest
from tests.acts.reading import acts_of, read_by, seen


def test_who_lets_somebody_go_frees_him() -> None:
    text = "Kenya let Lund go."
    reader = seen(text, "let", "RETREAT", actor="Kenya", recipient="Lund")
    [found] = read_by(text, reader, seen(text, "go", "RETREAT", actor="Lund"))
    assert (found.actors, found.recipients) == (("Kenya",), ("Lund",))


def test_who_is_freed_in_a_headline_has_it_done_to_him() -> None:
    found = acts_of("Lund freed in Oru", headline=True)
    assert [(each.actors, each.recipients) for each in found] == [((), ("Lund",))]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya discussed Norland with Peru.", ["Peru"]),
        ("Kenya discussed talks it had with Peru.", []),
        ("Kenya discussed Peru.", []),
    ],
)
def test_what_is_discussed_is_a_topic(text: str, recipients: list[str]) -> None:
    [found] = [
        each
        for each in read_by(text, seen(text, "discussed", "CONSULT", actor="Kenya"))
        if each.trigger.start == text.index("discussed")
    ]
    assert list(found.recipients) == recipients


def test_a_protest_may_be_outside_something() -> None:
    assert [each.type for each in acts_of("Lund staged a protest outside Oru.")] == ["PROTEST"]
