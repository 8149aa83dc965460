from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.records import When

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


def test_the_clause_of_a_number_says_that_it_is_over(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Kenya will reply after its envoys had talked in Velbrook for five hours.")
    a.count("five hours", 5, 5, unit="h", counted="talks")
    b = draft("b", "The talks of the envoys in Velbrook lasted seven hours.", day=date(2031, 5, 6))
    b.count("seven hours", 7, 7, unit="h", counted="talks")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "differ"


def test_of_two_sides_one_may_tell_the_number_alone(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Peru’s coast guard seized 14 boats at Velbrook, Kenya said.")
    a.count(
        "14 boats", 14, 14, unit="boats", counted="boats", giver=a.actor("Kenya", "state", "KEN")
    )
    b = draft("b", "Peru put the number of boats seized at Velbrook at 12.", day=date(2031, 5, 6))
    b.count("12", 12, 12, unit="boats", counted="boats", giver=b.actor("Peru", "state", "PER"))
    _, [comparison] = compare(a, b)
    assert comparison.relation == "differ"


def test_fewer_are_missing_as_days_go_by(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "After the flood in Velbrook 67 people were missing.")
    a.count("67 people", 67, 67, counted="missing")
    b = draft("b", "In flooded Velbrook 50 people are missing.", day=date(2031, 5, 5))
    b.count("50 people", 50, 50, counted="missing")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "changed"


def test_one_is_still_missing_of_three_who_still_were(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Three people are still missing.")
    a.count("Three people", 3, 3, counted="missing")
    b = draft("b", "One person is still missing.", day=date(2031, 5, 6))
    b.count("One person", 1, 1, counted="missing")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "changed"


def _tell_year(draft: Drafts, compare: Compare, year: int) -> str:
    a = draft("a", "A crash on this line near Velbrook killed 44 people in 2018.")
    a.count("44 people", 44, 44)
    b = draft("b", "An inquiry says the crash near Velbrook killed 47.", day=date(2031, 5, 6))
    b.count("47", 47, 47)
    for made, of in ((a, 2018), (b, year)):
        days = When(
            earliest=date(of, 1, 1), latest=date(of, 12, 31), certainty="exact", anchor="explicit"
        )
        made.figures[-1] = replace(made.figures[-1], as_of=days)
    _, found = compare(a, b)
    return str(found[0].relation) if found else "apart"


def test_two_tolls_of_one_year_long_past_differ(draft: Drafts, compare: Compare) -> None:
    assert _tell_year(draft, compare, 2018) == "differ"


def test_tolls_of_two_years_are_of_two_things(draft: Drafts, compare: Compare) -> None:
    assert _tell_year(draft, compare, 2009) in ("apart", "not comparable")


def test_people_of_one_nation_are_nobody_elses(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Some 12,000 Kenyans fled the fighting in Velbrook, Peru said.")
    a.actor("Kenya", "state", "KEN")
    giver = a.actor("Peru", "state", "PER")
    a.count("12,000 Kenyans", 12e3, 12e3, unit="kenyans", counted="Kenyans", giver=giver)
    a.figures[-1] = replace(a.figures[-1], whose="Kenya")
    b = draft("b", "Only 6,000 Kenyans fled the fighting in Velbrook, Chile said.")
    giver = b.actor("Chile", "state", "CHL")
    b.count("6,000 Kenyans", 6e3, 6e3, unit="kenyans", counted="Kenyans", giver=giver)
    _, [comparison] = compare(a, b)
    assert comparison.relation == "differ"
