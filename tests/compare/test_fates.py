"""What befell the people who are counted, by whatever words it is told."""

import pytest

from onrecord.compare.fates import drop_fates, find_fate, find_taken_part, read_fate
from onrecord.records import Span


@pytest.mark.parametrize(
    ("sentence", "fate"),
    [
        ("The death toll has risen from 19 to |26|, officials said.", "killed"),
        ("The hospital received the bodies of |14| inmates.", "killed"),
        ("|Nine people| lost their lives in the flood.", "killed"),
        ("The blast took the lives of |five officers|.", "killed"),
        ("Twelve people were killed and |30 people| were taken to hospital.", "wounded"),
        ("Police have |40 protesters| in custody.", "marching"),
        ("|4,100 villagers| spent the night in shelters.", "evacuated"),
        ("|Some 900 people| have been taken to Velbrook.", "evacuated"),
        ("|Some 900 people| were taken to the city hospital.", "wounded"),
        ("|Nine men| are under arrest.", "arrested"),
        ("Rebels freed |three kidnapped workers| on Sunday.", "released"),
        ("|Some 30,000 people| took to the streets of Lund.", "marching"),
        ("|Forty inmates| are still on the run.", "escaped"),
        ("|38 men| got away through a tunnel.", "escaped"),
        ("The school has |900 pupils|.", None),
        ("Nine died when |200 guests| sat at dinner.", None),
        ("|Twelve ships| waited; nine sailors were killed.", None),
    ],
)
def test_the_nearest_fate_is_that_of_the_number(sentence: str, fate: str | None) -> None:
    before, number, after = sentence.split("|")
    span = Span(len(before), len(before) + len(number))
    assert find_fate(f"{before}{number}{after}", span) == fate


def test_words_tell_their_last_fate() -> None:
    assert read_fate("kidnapped workers killed") == "killed"
    assert read_fate("Russian troops") is None


@pytest.mark.parametrize(("words", "left"), [("sailors killed", "sailors"), ("lives lost", "")])
def test_what_is_counted_beside_a_fate(words: str, left: str) -> None:
    assert drop_fates(words).strip() == left


@pytest.mark.parametrize(
    ("before", "behind", "fate"),
    [
        ("Buses stood still as drivers struck. Some 900 drivers", "took part.", "striking"),
        ("The strike goes on. Some 900 people", "took part in a march on Monday.", "marching"),
        ("Some 900 people", "took part.", "marching"),
    ],
)
def test_what_people_took_part_in_is_told_near_by(before: str, behind: str, fate: str) -> None:
    assert find_taken_part(before, behind) == fate
