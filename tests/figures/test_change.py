import pytest
from tests.figures.reading import find


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Output rose 10 to 15 percent.", ["up"]),
        ("Output was revised downward by 4 percent.", ["down"]),
        ("They raised pay for the crews by 8 percent.", ["up"]),
        ("Bread is 8 per cent dearer, fuel 3 per cent lower.", [None, "down"]),
        ("Shares of one were down 2%, Calder by 3%.", ["down", "down"]),
        ("Oil climbed above $85 a barrel.", [None]),
        ("Oil rose 3 percent to $85.", ["up", None]),
        ("They gave up 40 ships.", [None]),
        ("She raised just $3 million for the campaign.", [None]),
        ("They raised the levy by $3 million.", ["up"]),
        ("The plume extends hundreds of miles.", [None]),
        ("They lost 40 ships.", [None]),
        ("They lost a 12-metre boat.", [None]),
        ("She gained a 3 percent lead.", [None]),
        ("Ore extended a 5 percent drop.", ["down"]),
        ("The fleet grew by 14 ships.", ["up"]),
        ("The mast (down 3 metres) holds.", ["down"]),
        ("Waters rose 3 metres (10 feet).", ["up", "up"]),
    ],
)
def test_a_rise_or_fall_is_told_from_a_level(text: str, changes: list[str | None]) -> None:
    assert [figure.change for figure in find(text)] == changes


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The toll rose from 40 to 55.", [(40, 40), (55, 55)]),
        ("Tickets from $40 to $55 are left.", [(40, 55)]),
        ("It grew from 24 to 33 billion euros.", [(24e9, 24e9), (33e9, 33e9)]),
        ("It was cut from 5 to 7 percent to 3 to 5 percent.", [(5, 7), (3, 5)]),
    ],
)
def test_two_levels_are_no_range(text: str, ends: list[tuple[float, float]]) -> None:
    assert [(figure.low, figure.high) for figure in find(text)] == ends


def test_two_levels_share_their_unit() -> None:
    assert [figure.unit for figure in find("It fell from 90 to 70 crowns.")] == ["crowns"] * 2
    assert [figure.unit for figure in find("It shrank from 900 men to 150.")] == ["men"] * 2
