"""Who takes part in an act: lists of people, their titles, and where a phrase ends."""

import pytest
from tests.acts.test_acts import act


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("President Lund and Prime Minister Baru urged Kenya to wait.", "urged",
         ["Lund", "Baru"], ["Kenya"]),
        ("Kenya accused President Lund and Prime Minister Baru of theft.", "accused",
         ["Kenya"], ["Lund", "Baru"]),
        ("Kenya and its ally Peru attacked Norland.", "attacked", ["Kenya", "Peru"], ["Norland"]),
        ("Kenya met with Mr. Lund, Mr. Baru and Peru.", "met with", ["Kenya"],
         ["Lund", "Baru", "Peru"]),
        ("Sens. Lund (R-AZ) and Baru (R-SC) condemned Kenya.", "condemned",
         ["Lund", "Baru"], ["Kenya"]),
        ("Sen. Lund, R-Texas, and Sen. Baru of Ohio condemned Kenya.", "condemned",
         ["Lund", "Baru"], ["Kenya"]),
        ("Its envoy, Mr. Lund, and her counterpart, Mr. Baru, met Kenya.", "met",
         ["Lund", "Baru"], ["Kenya"]),
        ("Norland, Peru, and Kenya condemned Lund.", "condemned",
         ["Norland", "Peru", "Kenya"], ["Lund"]),
        ("Kenya met Lund and Baru, Peru’s envoys.", "met", ["Kenya"], ["Lund", "Baru"]),
        ("Kenya met Peru and aides to President Lund.", "met", ["Kenya"], ["Peru"]),
    ],
)  # fmt: skip
def test_a_list_goes_on_past_titles_and_places(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = act(text, trigger)
    assert (list(found.actors), list(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Peru attacked Norland and President Lund condemned Kenya.", "condemned", ["Lund"]),
        ("Peru rebuffed Norland, and President Lund condemned Kenya.", "condemned", ["Lund"]),
    ],
)
def test_who_belongs_to_another_clause_or_phrase_is_not_in_the_list(
    text: str, trigger: str, actors: list[str]
) -> None:
    assert list(act(text, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya accused Secretary of State Lund of theft.", ["Lund"]),
        ("Kenya accused the Minister of Defence Lund of theft.", ["Lund"]),
        ("Kenya accused a spokesman for Prime Minister Lund of theft.", []),
        ("Kenya accused aides to former Secretary of State Lund of theft.", []),
    ],
)
def test_what_an_office_is_of_belongs_to_its_name(text: str, recipients: list[str]) -> None:
    assert list(act(text, "accused").recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya jailed a man accused of threatening Lund.", "jailed", []),
        ("Kenya jailed two people suspected of links to Peru.", "jailed", []),
        ("Kenya jailed a worker who met Lund.", "jailed", []),
        ("Kenya criticised the company for selling arms to Peru.", "criticised", []),
        ("Kenya’s attack on the camp seemed to please Peru.", "attack", []),
        ("Kenya’s attack angered Peru.", "attack", []),
        ("Kenya’s attack wounded three troops.", "attack", ["troops"]),
        ("Kenya’s attacks launched on Peru failed.", "attacks", ["Peru"]),
        ("Kenya shelled positions held in May by Peru.", "shelled", []),
        ("Kenya condemned Peru-backed troops.", "condemned", ["troops"]),
        ("Kenya condemned Lund voters.", "condemned", []),
        ("Kenya urged the leaders of Peru to wait.", "urged", ["Peru"]),
    ],
)
def test_who_is_named_past_the_object_has_nothing_done_to_him(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert list(act(text, trigger).recipients) == recipients
