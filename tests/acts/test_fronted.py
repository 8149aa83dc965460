"""Who is the subject of a participle that opens its sentence."""

import pytest
from tests.acts.reading import act, acts_of, parties


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Having recalled its ambassador, Kenya left.", "recalled", ["Kenya"], []),
        ("Recalling its envoy, Kenya warned Peru.", "Recalling", ["Kenya"], []),
        ("After expelling the envoy, Kenya left.", "expelling", ["Kenya"], []),
        ("After attacking Peru, Lund resigned.", "attacking", ["Lund"], ["Peru"]),
        ("After attacking Peru, Kenya and Norland also left.", "attacking",
         ["Kenya", "Norland"], ["Peru"]),
        ("Having been expelled by Kenya, Lund left.", "expelled", ["Kenya"], ["Lund"]),
        ("Despite being attacked by Kenya, Peru waited.", "attacked", ["Kenya"], ["Peru"]),
        ("Accused by Kenya, Lund left.", "Accused", ["Kenya"], ["Lund"]),
    ],
)  # fmt: skip
def test_a_participle_in_front_has_the_subject_behind_its_comma(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Attacking Peru was wrong, Kenya said.",
        "Attacking Peru hurts us all, Kenya said.",
        "Attacking Peru, Kenya’s neighbour, led to war.",
    ],
)
def test_who_only_speaks_of_a_deed_in_front_has_not_done_it(text: str) -> None:
    assert not any(found.actors for found in acts_of(text))


def test_an_apposed_holder_is_still_whom_the_office_means() -> None:
    assert act("Kenya recalled its envoy, Lund.", "recalled").recipients == ("Lund",)
