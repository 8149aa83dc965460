import pytest

from onrecord.descriptions import find_fullest, is_description


@pytest.mark.parametrize(
    "name",
    ["Peru’s foreign minister", "Peruvian Foreign Minister", "ambassador in Oru", "mayor of Oru"],
)
def test_an_office_alone_is_a_description(name: str) -> None:
    assert is_description(name)


@pytest.mark.parametrize(
    "name", ["Ida Berg", "Ole van Dam", "Abu Bakr al-Lund", "Kim Berg-lo", "Lund", "Ida d’Oru", ""]
)
def test_a_name_is_no_description(name: str) -> None:
    assert not is_description(name)


def test_a_name_is_shown_before_an_office_and_the_longest_of_several() -> None:
    assert find_fullest(["Peru’s foreign minister", "Berg", "Ida Berg"]) == "Ida Berg"
    assert (
        find_fullest(["Peruvian minister", "Peru’s foreign minister"]) == "Peru’s foreign minister"
    )
