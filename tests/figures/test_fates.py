"""What befell those who are counted, by one word or several, before the number or behind it."""

import pytest
from tests.figures.reading import find


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Ninety-six people were pulled from the water.", "rescued"),
        ("Divers pulled 96 people from the sea.", "rescued"),
        ("The navy saved 30 sailors.", "sailors rescued"),
        ("Some 85 others were taken to hospital with wounds.", "injured"),
        ("At least 17 people lost their lives.", "killed"),
        ("The bodies of 21 people were found.", "killed"),
        ("Sixty-seven passengers were unaccounted for.", "passengers missing"),
        ("Fifty people are still missing.", "missing"),
        ("Some 38 inmates broke out of the prison.", "inmates escaped"),
        ("He said that 38 men had escaped.", "men escaped"),
        ("Seventeen men are on the run.", "men escaped"),
        ("Police recaptured 12 prisoners.", "prisoners recaptured"),
        ("Prisoners took nine guards hostage.", "guards taken hostage"),
        ("The mill will lay off 1,240 workers.", "workers laid off"),
        ("It put 1,310 people out of work.", "laid off"),
        ("About 180 people were on board.", "aboard"),
    ],
)
def test_people_are_counted_by_what_befell_them(text: str, counted: str) -> None:
    assert find(text)[0].counted == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The court dismissed 14 claims.", "claims"),
        ("Two rivers broke out in May.", "rivers"),
        ("He took 12 men to the river.", "men"),
        ("They held nine meetings from the start.", "meetings"),
    ],
)
def test_other_things_and_other_deeds_are_none_of_it(text: str, counted: str) -> None:
    assert find(text)[0].counted == counted
