"""Numbers of a headline, of two houses and of a capital are no contradictions."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.compare.relate_figures import relate_figures
from onrecord.compare.seats import is_seat
from onrecord.compare.tellings import set_readings, tell_figure
from onrecord.records import Span

Drafts = Callable[..., Any]


def relate(*drafts: Any, head: str = "") -> Any:
    """Return how the figures of two drafts stand; `head` is the headline of the first one."""
    readings = [made.reading() for made in drafts]
    article = readings[0].article
    if head:
        body = Span(len(head), len(article.text))
        readings[0] = replace(readings[0], article=replace(article, headline=head, body=body))
    tellings = [
        tell_figure(setting, reading.figures[0])
        for reading, setting in set_readings(readings).values()
    ]
    return relate_figures(*tellings)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("At least 23 people were killed in the mine.", "compatible"),
        ("The mine killed 23 people.", "differ"),
    ],
)
def test_a_headline_leaves_a_bound_to_its_text(text: str, relation: str, draft: Drafts) -> None:
    head = "Mine collapses, 23 dead"
    one = draft("a", f"{head}\n\n{text}")
    one.count("23 dead", 23, 23, giver=one.actor("Ida Berg"))
    other = draft("b", "Rescuers found 26 people killed in the mine.")
    other.count("26 people", 26, 26, giver=other.actor("Ode Baru"))
    assert relate(one, other, head=head).relation == relation


def test_two_hospitals_each_have_their_own_patients(draft: Drafts) -> None:
    drafts = []
    for name, number, giver in (("a", 14, "Ida Berg"), ("b", 9, "Ode Baru")):
        made = draft(name, f"{number} patients were treated, {giver} said.")
        made.count(f"{number} patients", number, number, unit="patients", giver=made.actor(giver))
        drafts.append(made)
    verdict = relate(*drafts)
    assert verdict.relation == "not comparable"
    assert "house of their own" in verdict.reason


def test_a_capital_may_be_what_is_told_of_its_state() -> None:
    assert is_seat("muscat", "oman")
    assert not is_seat("muscat", "yemen")
    assert not is_seat("oman", "oman")
