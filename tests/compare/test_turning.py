"""A statement that goes the other way, or names other numbers, is another statement."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.compare.relate_statements import relate_statements
from onrecord.compare.tellings import set_readings, tell_statement
from onrecord.compare.told_numbers import list_numbers
from onrecord.compare.turning import are_opposite, read_bearing
from onrecord.records import When

Drafts = Callable[..., Any]
Compare = Callable[..., Any]
THIRD, FOURTH = date(2031, 5, 3), date(2031, 5, 4)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("would close every crossing", "the crossings would stay open"),
        ("would call off the talks", "the talks would go on"),
        ("we will respect the ruling", "the guild would ignore the ruling"),
        ("will accept the offer", "will never accept the offer"),
        ("would shut the mine", "ruled out closing the mine"),
        ("the road will be shut", "road stays open while they talk"),
        ("to impose duties of 20 per cent", "her country would impose no duty"),
        ("will sign the treaty", "will not sign the treaty"),
        ("would stop the ferry", "will keep the ferry running"),
    ],
)
def test_opposites_are_known(first: str, second: str) -> None:
    a, b = (read_bearing([], words.split()) for words in (first, second))
    assert are_opposite(a, b)
    assert are_opposite(b, a)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("would close every crossing", "all crossings will be shut"),
        ("will not accept or allow it", "a ban on it"),
        ("would stop the raids and continue the talks", "would continue the raids"),
        ("the port is not closed", "the port stays open"),
        ("will leave the pact", "will close the port"),
        ("rescinded limits imposed by his rival", "is lifting the limits"),
        ("the wish to join the pact is a threat", "that it never be allowed to join"),
    ],
)
def test_what_goes_one_way_is_not_opposite(first: str, second: str) -> None:
    assert not are_opposite(*(read_bearing([], words.split()) for words in (first, second)))


def test_the_cue_turns_what_is_said() -> None:
    denied = read_bearing(["denied"], "that it opened the gates".split())
    assert are_opposite(denied, read_bearing(["admitted"], "that it had opened one gate".split()))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A$10 million and forty-eight tents", {"10", "48"}),
        ("some 1,200 people, 3.5 per cent", {"1200", "3.5"}),
        ("on March 5 at 2:15 p.m., in 2019, in the 1990s, his 14th", set()),
        ("nine in ten trains, three decades ago", set()),
        ("twenty-one or thirty", {"21", "30"}),
    ],
)
def test_numbers_are_read_as_digits(text: str, numbers: set[str]) -> None:
    assert list_numbers(text) == numbers


def tell(draft: Drafts, name: str, words: str, day: date, act: str = "claim") -> Any:
    made = draft(name, f"Ana Reyes told the mayor of Velbrook that {words}.", day=day)
    made.say(made.actor("Ana Reyes"), words, kind="indirect", act=act)
    when = When(earliest=day, latest=day, certainty="exact", anchor="published")
    made.statements = [replace(each, when=when) for each in made.statements]
    return made


SHUT = "the province would shut the old sluice of the dam"
OPEN = "the old sluice of the dam would stay open for the province"
TEN = "the repair of the old sluice would cost 10 million crowns"
TWELVE = "the old sluice’s repair would cost 12 million crowns"


@pytest.mark.parametrize(("first", "second"), [(SHUT, OPEN), (TEN, TWELVE)])
def test_what_is_said_otherwise_on_another_day_is_another_statement(
    draft: Drafts, compare: Compare, first: str, second: str
) -> None:
    accounts, _ = compare(tell(draft, "a", first, THIRD), tell(draft, "b", second, FOURTH))
    assert accounts == ()


@pytest.mark.parametrize(
    ("first", "second", "relation"), [(SHUT, OPEN, "differ"), (TEN, TWELVE, "compatible")]
)
def test_what_is_said_otherwise_does_not_agree(
    draft: Drafts, first: str, second: str, relation: str
) -> None:
    drafts = tell(draft, "a", first, FOURTH), tell(draft, "b", second, FOURTH)
    a, b = (
        tell_statement(setting, reading.statements[0])
        for reading, setting in set_readings([each.reading() for each in drafts]).values()
    )
    assert relate_statements(a, b).relation == relation


@pytest.mark.parametrize(("second", "accounts"), [(OPEN, 0), (SHUT, 1)])
def test_of_an_undated_page_the_opposite_is_another_statement(
    draft: Drafts, compare: Compare, second: str, accounts: int
) -> None:
    undated = tell(draft, "b", second, FOURTH)
    undated.day, undated.statements = None, [replace(undated.statements[0], when=When())]
    found, _ = compare(tell(draft, "a", SHUT, THIRD), undated)
    assert len(found) == accounts


def test_a_verb_with_and_without_no_is_no_contradiction_on_one_day() -> None:
    a, b = (read_bearing([], words.split()) for words in ("will pay the crew", "will not pay it"))
    assert are_opposite(a, b)
    assert not are_opposite(a, b, surely=True)


def test_the_same_said_on_another_day_may_be_one_statement(draft: Drafts, compare: Compare) -> None:
    again = "the province would close the dam’s old sluice"
    _, [comparison] = compare(tell(draft, "a", SHUT, THIRD), tell(draft, "b", again, FOURTH))
    assert comparison.relation == "agree"
