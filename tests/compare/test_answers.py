from collections.abc import Callable
from typing import Any

import pytest

Drafts = Callable[..., Any]
Compare = Callable[..., Any]


def march(draft: Drafts) -> Any:
    """Return a draft in which a union counts otherwise than a prefect has."""
    text = "Some 900 people marched to the gates, the prefect said. The union counted 5,000."
    told = draft("a", text)
    told.count("900 people", 900, 900, counted="people")
    told.count("5,000", 5000, 5000, counted="people")
    return told


@pytest.mark.parametrize(
    "answer", ["The union counted 5,000.", "Berg says there were 5,000.", "The mayor gave 5,000."]
)
def test_who_answers_with_another_number_differs(
    draft: Drafts, compare: Compare, answer: str
) -> None:
    a = draft("a", f"Some 900 people marched to the gates, the prefect said. {answer}")
    a.count("900 people", 900, 900, counted="people", giver=a.actor("the prefect"))
    a.count("5,000", 5000, 5000, counted="people", giver=a.actor("somebody else"))
    _, [comparison] = compare(a)
    assert comparison.relation == "differ"


@pytest.mark.parametrize(
    "answer", ["It counted 5,000.", "The number is 5,000.", "The union counted 5,000 people."]
)
def test_who_goes_on_or_tells_of_others_answers_nobody(
    draft: Drafts, compare: Compare, answer: str
) -> None:
    a = draft("a", f"Some 900 people marched to the gates, the prefect said. {answer}")
    a.count("900 people", 900, 900, counted="people")
    a.count("5,000", 5000, 5000, counted="people")
    _, found = compare(a)
    assert "differ" not in {each.relation for each in found}


def test_of_two_sides_each_puts_it_at_its_own(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Peru puts trade at 2 billion pesos a year, Kenya at 3 billion pesos.")
    peru, kenya = (a.actor(name, "state", name[:3].upper()) for name in ("Peru", "Kenya"))
    a.count("2 billion pesos a year", 2e9, 2e9, unit="PEN/year", counted="trade", giver=peru)
    a.count("3 billion pesos", 3e9, 3e9, unit="PEN", counted="trade", giver=kenya)
    _, [comparison] = compare(a)
    assert comparison.relation == "differ"


def test_a_number_that_one_article_disputes_is_disputed_by_the_next(
    draft: Drafts, compare: Compare
) -> None:
    a = march(draft)
    b = draft("b", "The union says that 5,000 people marched to the gates.")
    b.count("5,000 people", 5000, 5000, counted="people", giver=b.actor("union", "group"))
    _, found = compare(a, b)
    across = sorted(each.relation for each in found if each.a.article != each.b.article)
    assert across == ["agree", "differ"]


def test_a_number_that_answers_another_is_of_the_same_as_that_one(
    draft: Drafts, compare: Compare
) -> None:
    a = march(draft)
    b = draft("b", "About 900 people marched to the gates with drums and flags.")
    b.count("900 people", 900, 900, counted="people")
    accounts, _ = compare(a, b)
    assert [len(each.rows) for each in accounts] == [3]
