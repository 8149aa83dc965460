"""Some of a party are not the party."""

import pytest
from tests.actors.test_unnamed import find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Some Republicans left.", "some Republicans"),
        ("Two Ohio Democrats left.", "two Ohio Democrats"),
        ("A few rank-and-file House Republicans left.", "few rank-and-file House Republicans"),
        ("A group of Senate Democrats left.", "group of Senate Democrats"),
        ("Dozens of Republicans left.", "dozens of Republicans"),
        ("Most of the 40 Republicans there left.", "40 Republicans"),
        ("Several moderate and liberal Democrats left.", "several moderate and liberal Democrats"),
        ("Republicans left.", "Republican Party"),
        ("House Democrats left.", "Democratic Party"),
        ("Both Democrats and Republicans left.", "Democratic Party"),
        ("They dropped those plans after Democrats left.", "Democratic Party"),
        ("One of the tasks facing Democrats is hard.", "Democratic Party"),
        ("With 94 percent support among Democrats he won.", "Democratic Party"),
        ("With 48 seats and Democrats away, he lost.", "Democratic Party"),
    ],
)
def test_some_of_a_party_are_a_group_of_their_own(text: str, name: str) -> None:
    assert [actor.name for actor in find(text)][:1] == [name]


def test_some_of_a_party_have_its_state_and_sector() -> None:
    (some,) = find("Some Republicans left.")
    assert (some.kind, some.state, some.sector) == ("group", "USA", "PTY")


def test_the_chamber_of_a_partisan_is_no_actor() -> None:
    party = "the top Senate Democrat, Ida Berg"
    assert [actor.name for actor in find(f"He spoke with {party}.", party)] == ["Ida Berg"]
