"""Where the name of a state or its capital is a government, and where only a place."""

import pytest
from tests.actors.test_actors import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Lima attacks shocked them.", "Peru"),
        ("He is a suspect in a Lima hotel bombing.", "Peru"),
        ("They opposed the Peru war.", "Peru"),
        ("They opposed the Peru and Kenya wars.", "Kenya"),
        ("They opposed the Peru and Kenya wars.", "Peru"),
        ("Peru strike: what is known so far", "Peru"),
        ("It is a Lima-based agency.", "Peru"),
        ("New Mexico rejected the bill.", "Mexico"),
    ],
)
def test_before_a_noun_of_force_a_state_or_capital_is_the_place(text: str, name: str) -> None:
    assert name not in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Peruvian strikes shocked them.", "Peru"),
        ("They opposed Peru’s war.", "Peru"),
        ("They condemned the US strikes.", "United States"),
        ("They said that Peru attacks Kenya.", "Peru"),
        ("After Peru attacks the town, it will leave.", "Peru"),
        ("They lost the Peru-Kenya war.", "Kenya"),
        ("Peru made a plea.", "Peru"),
        ("They are lobbying Lima again.", "Peru"),
    ],
)
def test_who_attacks_stays_an_actor(text: str, name: str) -> None:
    assert name in names(text)
