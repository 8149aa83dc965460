from collections.abc import Callable
from datetime import date
from typing import Any

Drafts = Callable[..., Any]
Compare = Callable[..., Any]


def _relate(draft: Drafts, compare: Compare, verb: str, *, same: bool = False) -> str:
    a = draft("a", f"The tunnel that they dug under Velbrook {verb} 120 metres long, Lund said.")
    giver = a.actor("Abel Lund")
    a.count("120 metres", 120, 120, unit="m", counted="tunnel", giver=giver)
    text = f"The tunnel that they dug under Velbrook {verb} 85 metres long, Berg said."
    b = draft("b", text, day=date(2031, 5, 6))
    giver = b.actor("Abel Lund" if same else "Carl Berg")
    b.count("85 metres", 85, 85, unit="m", counted="tunnel", giver=giver)
    _, [comparison] = compare(a, b)
    return str(comparison.relation)


def test_two_who_tell_of_what_is_over_differ_on_whatever_day(
    draft: Drafts, compare: Compare
) -> None:
    assert _relate(draft, compare, "was") == "differ"


def test_what_one_tells_otherwise_later_has_changed(draft: Drafts, compare: Compare) -> None:
    assert _relate(draft, compare, "was", same=True) == "changed"


def test_what_still_goes_on_may_change(draft: Drafts, compare: Compare) -> None:
    assert _relate(draft, compare, "is") == "changed"


def test_fewer_are_missing_as_days_go_by(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "After the flood in Velbrook 67 people were missing.")
    a.count("67 people", 67, 67, counted="missing")
    b = draft("b", "In flooded Velbrook 50 people are missing.", day=date(2031, 5, 5))
    b.count("50 people", 50, 50, counted="missing")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "changed"
