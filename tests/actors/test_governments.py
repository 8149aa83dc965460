"""Where the name of a state or its capital is a government, and where only a place."""

import pytest
from tests.actors.test_actors import names
from tests.actors.test_parties import names as names_by


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


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kenya received tents and boats from Peru.", True),
        ("Kenya demanded a full answer from Peru.", True),
        ("Kenya recalled its envoy from Peru.", True),
        ("The envoy left from Peru, which expelled him.", True),
        ("The envoy left from Peru, which lies by the sea.", False),
        ("Kenya received refugees from Peru.", False),
        ("Kenya received him from Peru.", False),
        ("The boats came from Peru.", False),
        ("Kenya bought a port, far from Peru.", False),
    ],
)
def test_a_state_behind_from_gives_or_is_a_place(text: str, acts: bool) -> None:
    found = names(text)
    assert ("Peru" in found) is acts


@pytest.mark.parametrize("joined", ["The Kenyans and Peruvians", "The French and Germans"])
def test_two_peoples_behind_one_article_are_their_states(joined: str) -> None:
    assert len(names(f"{joined} attacked the town.")) == 2
    assert not names(f"{joined.removeprefix('The ')} live in that town.")


def test_a_capital_speaks_behind_what_is_told_of_it() -> None:
    assert "Peru" in names("Lima, which buys the gas, said it would wait.")
    assert "Peru" not in names("They flew to Lima, which is by the sea, and left.")


@pytest.mark.parametrize(
    ("text", "party", "name"),
    [
        ("They sounded out Lima on it.", "Lima", "Peru"),
        ("They steered the British towards it.", "the British", "UK"),
        ("The Peruvian side nodded.", "The Peruvian side", "Peru"),
    ],
)
def test_what_is_all_of_a_readers_phrase_is_a_government(text: str, party: str, name: str) -> None:
    assert name in names_by(text, party)
    assert name not in names(text)


def test_a_capital_where_something_is_done_is_a_place_whatever_the_reader_has() -> None:
    assert "Peru" not in names_by("They met in Lima.", "Lima")
