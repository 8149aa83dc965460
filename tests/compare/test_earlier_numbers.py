from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Drafts = Callable[..., Any]
Compare = Callable[..., Any]


def _relate(draft: Drafts, compare: Compare, text: str, words: str, **rest: Any) -> Any:
    """Return how "nine people", told on the 4th, stands to a number in `text`, told on the 5th."""
    a = draft("a", "The flood in Velbrook killed nine people.", outlet="The Courier")
    a.count("nine people", 9, 9)
    b = draft("b", text, day=date(2031, 5, 5), outlet=rest.get("outlet", "The Herald"))
    b.count(words, 6, 6)
    _, found = compare(a, b)
    return next(each for each in found if {each.a.article, each.b.article} == {"a", "b"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The flood in Velbrook killed six people, up from nine.", "six people"),
        ("The dead of the flood in Velbrook fell to six people from nine.", "six people"),
        ("The toll of the flood in Velbrook went from nine on Monday to six people.", "six people"),
        ("The flood in Velbrook killed six people, against nine on Monday.", "six people"),
        ("The flood in Velbrook killed six people instead of nine.", "six people"),
    ],
)
def test_a_number_has_changed_from_what_it_is_said_to_have_been(
    draft: Drafts, compare: Compare, text: str, words: str
) -> None:
    found = _relate(draft, compare, text, words)
    assert (found.relation, found.b.article) == ("changed", "b")


@pytest.mark.parametrize(
    "text",
    [
        "The flood in Velbrook killed six people, not nine, the mayor said.",
        "The flood in Velbrook killed not nine but six people.",
    ],
)
def test_who_says_that_the_other_number_is_not_so_differs(
    draft: Drafts, compare: Compare, text: str
) -> None:
    assert _relate(draft, compare, text, "six people").relation == "differ"


def test_what_was_told_at_first_and_is_not_so_has_changed(draft: Drafts, compare: Compare) -> None:
    text = "The flood in Velbrook killed six people, not nine as the mayor first said."
    assert _relate(draft, compare, text, "six people").relation == "changed"


def test_a_range_is_no_change(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "In Velbrook wages ranged from 40 euros to 90 euros.")
    a.count("40 euros", 40, 40, unit="EUR", counted="wages")
    a.count("90 euros", 90, 90, unit="EUR", counted="wages")
    _, found = compare(a)
    assert "changed" not in {each.relation for each in found}


def test_an_outlet_puts_right_what_it_told_before(draft: Drafts, compare: Compare) -> None:
    text = "Correction: An article on Monday said that nine people had died. It was six people."
    found = _relate(draft, compare, text, "six people", outlet="The Courier")
    assert (found.relation, found.b.article) == ("changed", "b")
    assert "correction" in found.tags


def test_what_is_put_right_is_of_the_same(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "An earlier version said that the train had seven carriages. It had nine.")
    a.count("seven carriages", 7, 7, unit="carriages", counted="carriages")
    a.count("nine", 9, 9, unit="carriages", counted="carriages")
    b = draft("b", "The train that left the rails near Velbrook had nine carriages.")
    b.count("nine carriages", 9, 9, unit="carriages", counted="carriages")
    _, found = compare(a, b)
    assert any(each.relation == "changed" and each.a.article == each.b.article for each in found)


@pytest.mark.parametrize("told", ["Police had earlier said", "Initial reports put it at"])
def test_a_toll_that_was_told_before_and_is_no_more_has_changed(
    draft: Drafts, compare: Compare, told: str
) -> None:
    text = f"{told} ten people killed by the flood in Velbrook."
    a = draft("a", text, outlet="The Courier")
    a.count("ten people", 10, 10)
    b = draft("b", "The flood in Velbrook killed nine people.", outlet="The Herald")
    b.count("nine people", 9, 9)
    _, found = compare(a, b)
    assert [(each.relation, each.a.article) for each in found] == [("changed", "a")]
