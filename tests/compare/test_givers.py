from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

Drafts = Callable[..., Any]
Compare = Callable[..., Any]


@pytest.mark.parametrize(
    "said",
    ["said Abel Berg, the port authority’s director", "said the authority’s director, Abel Berg"],
)
def test_who_speaks_for_a_body_is_no_rival_of_it(
    draft: Drafts, compare: Compare, said: str
) -> None:
    a = draft("a", f"The search at Velbrook found nine boats, {said}.")
    a.count("nine boats", 9, 9, unit="boats", counted="boats", giver=_name(a, "Abel Berg"))
    b = draft("b", "The search at Velbrook found 14 boats, the port authority said.")
    body = b.actor("port authority", "organisation")
    b.count("14 boats", 14, 14, unit="boats", counted="boats", giver=body)
    _, [comparison] = compare(a, b)
    assert "different givers" not in comparison.tags


def test_somebody_of_another_body_is_a_rival(draft: Drafts, compare: Compare) -> None:
    text = (
        "The search at Velbrook found nine boats, said Abel Berg, the coast authority’s director."
    )
    a = draft("a", text)
    a.count("nine boats", 9, 9, unit="boats", counted="boats", giver=_name(a, "Abel Berg"))
    b = draft("b", "The search at Velbrook found 14 boats, the port authority said.")
    body = b.actor("port authority", "organisation")
    b.count("14 boats", 14, 14, unit="boats", counted="boats", giver=body)
    _, [comparison] = compare(a, b)
    assert "different givers" in comparison.tags


def test_a_chamber_of_trade_does_not_speak_for_its_state(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The strike costs Ostra 12 million euros a day, the chamber said.")
    chamber = a.actor("Ostran Chamber of Trade", "organisation", "OST")
    words = "12 million euros a day"
    a.count(words, 12e6, 12e6, unit="EUR/day", counted="strike", giver=chamber)
    b = draft("b", "The strike costs Ostra 9 million euros a day, the navy said.")
    navy = b.actor("Ostran navy", "group", "OST")
    b.count("9 million euros a day", 9e6, 9e6, unit="EUR/day", counted="strike", giver=navy)
    _, [comparison] = compare(a, b)
    assert comparison.relation == "differ"
    assert "different givers" in comparison.tags


@pytest.mark.parametrize(("owned", "accounts"), [(True, 0), (False, 1)])
def test_what_two_report_of_their_own_money_is_no_dispute(
    draft: Drafts, compare: Compare, owned: bool, accounts: int
) -> None:
    words = ("$5,000", "$70,000")
    a = draft("a", f"Berg reported {words[0]} in lobbying fees, Lund reported {words[1]} in them.")
    for name, each in zip(("Berg", "Lund"), words, strict=True):
        number = float(each[1:].replace(",", ""))
        giver = _name(a, name)
        a.count(each, number, number, unit="USD", giver=giver)
        a.figures[-1] = replace(a.figures[-1], whose=name if owned else None)
    b = draft("b", "Berg and Lund reported their lobbying fees on Sunday.")
    assert len(compare(a, b)[0]) == accounts


def _name(draft: Any, name: str) -> str:
    """Return the id of a person whose name stands in the draft's text."""
    actor = draft.actor(name)
    draft.actors[-1] = type(draft.actors[-1])(
        id=actor, name=name, kind="person", mentions=(draft.find(name),)
    )
    return str(actor)
