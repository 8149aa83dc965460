"""Verbs whose particle stands behind their object: "handed the men over"."""

import pytest
from tests.acts.reading import act, acts_of, parties, read_by, seen


@pytest.mark.parametrize(
    ("text", "trigger", "root", "recipients"),
    [
        ("Kenya jailed Lund. Peru handed him over to Norland.", "handed", "RETREAT", ["Lund"]),
        ("Kenya handed Baru over.", "handed", "RETREAT", ["Baru"]),
        ("Kenya shut its two papers down in May.", "shut", "COERCE", []),
        ("Kenya pulled its troops out of Peru.", "pulled", "RETREAT", []),
        ("Kenya turned the page back.", "turned", None, []),
        ("Kenya turned its back on Peru.", "turned", None, []),
        ("Kenya walked the dog out.", "walked", None, []),
    ],
)
def test_a_particle_behind_the_object_goes_with_its_verb(
    text: str, trigger: str, root: str | None, recipients: list[str]
) -> None:
    found = [a for a in acts_of(text) if text[a.trigger.start : a.trigger.end] == trigger]
    assert [each.type for each in found] == ([root] if root else [])
    assert [list(each.recipients) for each in found] == ([recipients] if root else [])


def test_the_type_is_that_of_both_words_where_the_reader_has_the_verb_alone() -> None:
    text = "Kenya handed Lund over to Peru."
    reader = seen(text, "handed", "COOPERATE", actor="Kenya", recipient="Lund")
    [found] = read_by(text, reader)
    assert (found.type, parties(found)) == ("RETREAT", (["Kenya"], ["Lund"]))


def test_what_was_refused_is_told_by_both_words() -> None:
    assert act("Kenya refused to hand Lund over.", "hand").polarity == "negative"
