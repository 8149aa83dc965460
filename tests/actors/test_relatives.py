"""Who shares a surname with the relatives who alone are named in full."""

import pytest
from tests.actors.test_unnamed import find


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Ida Lund praises plan\n\nPresident Lund spoke. Lund’s daughter, Ida Lund, was there.",
            "Lund",
            2,
        ),
        ("Mrs. Berg, whose husband is Bill Berg, spoke. Mrs. Berg left.", "Berg", 2),
        ("Bill Berg spoke. Mr. Berg left.", "Bill Berg", 2),
        ("Odo Lund won\n\nOdo Lund and his son, Odo Lund Jr., left. Mr. Lund fell.", "Odo Lund", 3),
    ],
)
def test_a_relative_who_alone_is_named_in_full_is_not_who_has_the_surname(
    text: str, name: str, mentions: int
) -> None:
    found = {each.name: each for each in find(text)}
    assert len(found[name].mentions) == mentions
