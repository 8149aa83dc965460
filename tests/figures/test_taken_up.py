"""Numbers without a noun that take up what the one before them counts."""

import pytest
from tests.figures.reading import find, span_of

from onrecord.records import Actor, Statement


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("Police saw 900 people in Lisk. The union put the crowd at 5,000.", "people", "people"),
        ("Kenya held 40 sailors. Berg gave the number as 22.", "sailors", "sailors"),
        ("It said 26 people were killed. The ministry’s figure is 24.", "people", "killed"),
        ("It said 90% of buses were late. The company spoke of 62%.", "%", "buses"),
        ("Police saw 900 people in Lisk. The union counted 5,000.", "people", "people"),
        ("Berg saw 900 people in Lisk. The mayor says there were 40.", "people", "people"),
        ("The strike lasted nine hours. By Berg's watch it lasted four hours.", "h", "strike"),
        ("Peru said 11 men were killed. Kenya says that it lost six.", "men", "men killed"),
    ],
)  # fmt: skip
def test_a_number_takes_up_what_the_one_before_counts(text: str, unit: str, counted: str) -> None:
    found = find(text)[-1]
    assert (found.unit, found.counted) == (unit, counted)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya held 40 sailors. It rained. Berg gave the number as 22.",
        "Kenya held 40 sailors. The company spoke of 62%.",
        "Kenya held 40 sailors. Peru says that it lost six.",
        "Kenya held 40 sailors. There were 30 fires.",
    ],
)
def test_a_number_that_may_be_of_another_thing_takes_nothing_up(text: str) -> None:
    assert find(text)[-1].counted != "sailors"


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("An earlier version said that 26 people had died. It was 24.", "people", "killed"),
        ("Correction: An article on Monday said it has nine ships. It has six.", "ships", "ships"),
        ("We wrongly said that 90% of buses were late. It was 62%.", "%", "buses"),
    ],
)  # fmt: skip
def test_what_puts_a_number_right_counts_the_same(text: str, unit: str, counted: str) -> None:
    found = find(text)[-1]
    assert (found.unit, found.counted) == (unit, counted)


def test_the_place_of_the_one_before_is_taken_up_too() -> None:
    first, second = find("Police saw 900 people in Lisk. The union put the crowd at 5,000.")
    assert (first.place, second.place) == ("Lisk", "Lisk")


@pytest.mark.parametrize(("cue", "gives"), [("says", True), ("denies", False)])
def test_who_says_how_many_it_lost_does_not_deny_that(cue: str, gives: bool) -> None:
    text = f"Kenya {cue} that it lost six sailors."
    kenya = Actor(id="kenya", name="Kenya", kind="state", mentions=(span_of(text, "Kenya"),))
    said = Statement(
        id="s1", kind="indirect", content=(span_of(text, "it lost six sailors"),),
        cue=span_of(text, cue), source=kenya.mentions[0], speaker="kenya", act="dispute",
    )  # fmt: skip
    [figure] = find(text, actors=(kenya,), statements=(said,))
    assert (figure.giver == "kenya", figure.denied_by == ()) == (gives, gives)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The bank put inflation at 5%.", "inflation"),
        ("The union put the cost at $4 million.", "cost"),
        ("He put it at 4%.", None),
    ],
)
def test_what_is_put_at_a_number_is_what_it_measures(text: str, counted: str | None) -> None:
    assert find(text)[0].counted == counted


def test_what_is_raised_to_a_number_is_what_it_measures() -> None:
    text = "Kenya raised its aid for Peru’s farmers to $40 million."
    peru = Actor(id="peru", name="Peru", kind="state", mentions=(span_of(text, "Peru"),))
    [figure] = find(text, actors=(peru,))
    assert (figure.counted, figure.whose) == ("aid", None)
