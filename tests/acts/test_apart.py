"""Whom the reader takes for who acts, and grammar shows to be apart from the act."""

import pytest
from tests.acts.reading import act, mention, parties, read_by, seen, span_of

from onrecord.records import ActType


@pytest.mark.parametrize(
    ("text", "trigger", "root", "actor", "sides"),
    [
        ("Lund said he should be dispatching troops.", "dispatching", "MOBILIZE", "troops", None),
        ("Lund said the blast was strong and razed a port of Kenya.", "razed", "ASSAULT", "Lund",
         None),
        ("A strike inspired by Peru could jolt Kenya.", "jolt", "ASSAULT", "Peru", None),
        ("Lund backs naturalising Kenya.", "naturalising", "CONCEDE", "Lund", None),
        ("Prior to the beatdown, Kenya asked for help.", "beatdown", "ASSAULT", "Kenya", None),
        ("In the deadly beatdown, Kenya struck Peru.", "beatdown", "ASSAULT", "Kenya",
         (["Kenya"], [])),
        ("Lund may consider recommendations.", "recommendations", "REQUEST", "Lund", None),
        ("Lund may repeat recommendations.", "recommendations", "REQUEST", "Lund", (["Lund"], [])),
        ("Lund will use the beatdown as cover.", "beatdown", "ASSAULT", "Lund", None),
        ("Lund feared a deadly beatdown.", "beatdown", "ASSAULT", "Lund", None),
        ("Kenya tamped down unrest.", "unrest", "PROTEST", "Kenya", None),
        ("Kenya is quelling the deadly unrest.", "unrest", "PROTEST", "Kenya", None),
        ("Kenya feared for Peru under federal scrutiny.", "scrutiny", "ACCUSE", "Kenya", None),
        ("Kenya came under scrutiny.", "scrutiny", "ACCUSE", "Kenya", None),
        ("Kenya asked for your assistance.", "assistance", "AID", "Kenya", None),
        ("Kenya sought some backing.", "backing", "SUPPORT", "Kenya", None),
        ("Kenya looked for some backing.", "backing", "SUPPORT", "Kenya", None),
        ("Kenya sent some assistance.", "assistance", "AID", "Kenya", (["Kenya"], [])),
        ("Norland is the first state other than Peru to maul Kenya.", "maul", "ASSAULT", "Peru",
         None),
        ("Its owners clinched a pact with Peru.", "clinched", "SUPPORT", "Peru", None),
        ("Lund hopes to encounter Peru.", "encounter", "CONSULT", "Peru", (["Lund"], ["Peru"])),
    ],
)  # fmt: skip
def test_who_stands_apart_does_not_act(
    text: str,
    trigger: str,
    root: ActType,
    actor: str,
    sides: tuple[list[str], list[str]] | None,
) -> None:
    found = [
        parties(each)
        for each in read_by(text, seen(text, trigger, root, actor=actor))
        if text[each.trigger.start : each.trigger.end] == trigger
    ]
    if sides is not None:
        assert found == [sides]
    else:
        assert not any(actor in acting for acting, _ in found)


def test_who_has_the_support_of_another_is_supported() -> None:
    found = act("Kenya has the support of Peru.", "support")
    assert (found.actors, found.recipients) == (("Peru",), ("Kenya",))


def test_those_listed_behind_one_who_is_joined_are_joined_as_well() -> None:
    text = "Kenya rejoined Peru, Norland and Lund."
    spans = tuple(span_of(text, name) for name in ("Kenya", "Peru", "Norland", "Lund"))
    [found] = read_by(text, mention(text, "rejoined", "COOPERATE", actors=spans))
    assert parties(found) == (["Kenya"], ["Peru", "Norland", "Lund"])
