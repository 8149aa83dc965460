from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare.conflict_likeness import (
    CONFLICT_FEATURES,
    CONFLICT_WEIGHTS,
    measure_conflict,
)
from onrecord.compare.relate_figures import relate_figures
from onrecord.compare.same_quantity import score_quantities
from onrecord.compare.tellings import Telling, set_readings, tell_figure
from onrecord.compare.traits import read_figure
from onrecord.records import Figure, When

Drafts = Callable[..., Any]
Compare = Callable[..., Any]


def test_the_same_number_agrees(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood killed nine people in Velbrook.")
    a.count("nine people", 9, 9)
    b = draft("b", "Nine people died in the flood at Velbrook.")
    b.count("Nine people", 9, 9)
    accounts, [comparison] = compare(a, b)
    assert comparison.relation == "agree"
    assert accounts[0].counts.reports == 2
    assert (comparison.a_span, comparison.b_span) == (a.find("nine people"), b.find("Nine people"))


def test_a_bound_leaves_room(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Their talks in Velbrook lasted eight hours.")
    a.count("eight hours", 8, 8, unit="h", counted="lasted", place="Velbrook")
    b = draft("b", "They met for more than five hours in Velbrook.")
    b.count("more than five hours", 5, None, unit="h", counted="met", bound="more than",
            low_open=True, place="Velbrook")  # fmt: skip
    _, [comparison] = compare(a, b)
    assert comparison.relation == "compatible"


def test_disjoint_numbers_for_one_day_differ(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood killed nine people in Velbrook.")
    a.count("nine people", 9, 9)
    b = draft("b", "The flood killed six people in Velbrook.")
    b.count("six people", 6, 6)
    _, [comparison] = compare(a, b)
    assert comparison.relation == "differ"


def test_a_later_number_has_changed(draft: Drafts, compare: Compare) -> None:
    late = draft("a", "The flood killed nine people in Velbrook.", day=date(2031, 5, 9))
    late.count("nine people", 9, 9)
    early = draft("b", "The flood killed six people in Velbrook.")
    early.count("six people", 6, 6)
    _, [comparison] = compare(late, early)
    assert comparison.relation == "changed"
    assert (comparison.a.article, comparison.b.article) == ("b", "a")


def test_a_toll_does_not_fall(draft: Drafts, compare: Compare) -> None:
    late = draft("a", "The flood killed six people in Velbrook.", day=date(2031, 5, 9))
    late.count("six people", 6, 6)
    early = draft("b", "The flood killed nine people in Velbrook.")
    early.count("nine people", 9, 9)
    _, [comparison] = compare(late, early)
    assert comparison.relation == "differ"
    assert "(told 4 May 2031, then 9 May 2031)" in comparison.reason


def test_without_days_nothing_is_a_conflict(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood killed nine people in Velbrook.", day=None)
    a.count("nine people", 9, 9)
    b = draft("b", "The flood killed six people in Velbrook.", day=None)
    b.count("six people", 6, 6)
    _, [comparison] = compare(a, b)
    assert comparison.relation == "not comparable"


def test_numbers_for_different_places_are_not_compared(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The storm felled 40 trees in Velbrook that night.")
    a.count("40 trees", 40, 40, unit="trees", counted="trees", place="Velbrook")
    b = draft("b", "The storm felled 45 trees in Arden that night.")
    b.count("45 trees", 45, 45, unit="trees", counted="trees", place="Arden")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "not comparable"


def test_two_givers_of_one_article_differ(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Police counted 3,000 marchers; the union counted 9,000 marchers.")
    police = a.actor("the police", "organisation")
    union = a.actor("the union", "organisation")
    a.count("3,000 marchers", 3000, 3000, unit="marchers", counted="marchers", giver=police)
    a.count("9,000 marchers", 9000, 9000, unit="marchers", counted="marchers", giver=union)
    accounts, [comparison] = compare(a)
    assert comparison.relation == "differ"
    assert "different givers" in comparison.tags
    assert accounts[0].counts.origins == 2


def test_a_number_met_elsewhere_is_no_conflict(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood in Velbrook killed 40 people.")
    a.count("40 people", 40, 40)
    b = draft("b", "The flood in Velbrook killed 40 people. Of these it killed 15 people today.")
    b.count("40 people", 40, 40)
    b.count("15 people", 15, 15)
    _, found = compare(a, b)
    assert {c.relation for c in found if c.a.article != c.b.article} <= {"agree", "not comparable"}
    assert "agree" in {c.relation for c in found}


def test_a_part_is_no_conflict_with_the_whole(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood in Velbrook killed nine people.")
    a.count("nine people", 9, 9)
    b = draft("b", "The flood in Velbrook killed six children.")
    b.count("six children", 6, 6, unit="children")
    _, found = compare(a, b)
    assert {c.relation for c in found} <= {"not comparable"}


def test_the_dead_of_two_nations_are_two_quantities(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The raid on Velbrook killed nine Ostrans.")
    a.count("nine Ostrans", 9, 9, unit="Ostrans")
    b = draft("b", "The raid on Velbrook killed six Meridians.")
    b.count("six Meridians", 6, 6, unit="Meridians")
    assert compare(a, b)[0] == ()


@pytest.mark.parametrize("told", ["wounded nine", "killed nine", "shot dead nine"])
def test_what_was_done_to_them_right_before_parts_two_numbers(
    draft: Drafts, compare: Compare, told: str
) -> None:
    a = draft("a", f"The gunmen {told} officers at the Velbrook dam on Sunday.")
    a.count("nine officers", 9, 9, unit="officers", counted="officers")
    b = draft("b", "The gunmen spoke of the killings of six officers at the Velbrook dam.")
    b.count("six officers", 6, 6, unit="officers", counted="officers")
    _, comparisons = compare(a, b)
    assert [each.relation for each in comparisons] == ([] if "wounded" in told else ["differ"])


def test_a_denied_number_is_tagged(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood killed nine people in Velbrook.")
    a.count("nine people", 9, 9)
    b = draft("b", "Nine people died in the flood at Velbrook.")
    b.count("Nine people", 9, 9)
    who = b.actor("Ana Reyes")
    [figure] = b.figures
    b.figures = [replace(figure, denied_by=(who,))]
    _, [comparison] = compare(a, b)
    assert "denial" in comparison.tags


def test_a_version_of_a_page_changes_its_number(draft: Drafts, compare: Compare) -> None:
    url = "https://lantern.example/flood"
    a = draft("a", "The flood killed six people in Velbrook.", url=url)
    a.count("six people", 6, 6)
    b = draft("b", "The flood killed nine people in Velbrook.", url=url)
    b.count("nine people", 9, 9)
    accounts, [comparison] = compare(a, b)
    assert comparison.relation == "changed"
    assert accounts[0].counts.reports == 1


def test_other_units_are_no_account(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood killed nine people in Velbrook.")
    a.count("nine people", 9, 9)
    b = draft("b", "The flood in Velbrook cost nine crowns.")
    b.count("nine crowns", 9, 9, unit="crowns", counted=None)
    accounts, _ = compare(a, b)
    assert accounts == ()


def test_a_share_is_compared_in_per_cent(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Half of the growers in Arden back the plan.")
    a.count("Half", 0.5, 0.5, unit="share", counted="growers", place="Arden")
    b = draft("b", "The plan is backed by 50 per cent of the growers in Arden.")
    b.count("50 per cent", 50, 50, unit="%", counted="growers", place="Arden")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "agree"


def test_prices_in_two_currencies_are_two_quantities(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Arden sold its wheat at 400 dollars a tonne.")
    a.count("400 dollars a tonne", 400, 400, unit="USD/tonne", counted="wheat")
    b = draft("b", "Arden sold its wheat at 400 euros a tonne.")
    b.count("400 euros a tonne", 400, 400, unit="EUR/tonne", counted="wheat")
    assert compare(a, b)[0] == ()


def test_so_many_a_day_and_a_week_are_two_quantities(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Arden builds 40 boats a day at its yard.")
    a.count("40 boats a day", 40, 40, unit="boats", counted="boats")
    b = draft("b", "Arden builds 40 boats a week at its yard.")
    b.count("40 boats a week", 40, 40, unit="boats", counted="boats")
    assert compare(a, b)[0] == ()


def test_sentences_alike_let_a_number_grow_far(draft: Drafts, compare: Compare) -> None:
    early = draft("a", "The flood in Velbrook displaced 1,200 people.")
    early.count("1,200 people", 1200, 1200, counted="displaced")
    late = draft("b", "The flood in Velbrook displaced 3,700 people.", day=date(2031, 5, 9))
    late.count("3,700 people", 3700, 3700, counted="displaced")
    _, [comparison] = compare(early, late)
    assert comparison.relation == "changed"


def test_measures_of_things_with_other_names_are_not_tied(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Nickel sold at 480 dollars in Arden.")
    a.count("480 dollars", 480, 480, unit="USD", counted="nickel", place="Arden")
    b = draft("b", "Tin sold at 490 dollars in Arden.")
    b.count("490 dollars", 490, 490, unit="USD", counted="tin", place="Arden")
    assert compare(a, b)[0] == ()


def test_measures_of_two_things_are_no_conflict(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Arden raised tariffs on cars to 120 crowns.")
    a.count("120 crowns", 120, 120, unit="crowns", counted="tariffs on cars", place="Arden")
    b = draft("b", "Arden raised tariffs on wool to 340 crowns.")
    b.count("340 crowns", 340, 340, unit="crowns", counted="tariffs on wool", place="Arden")
    _, found = compare(a, b)
    assert {comparison.relation for comparison in found} <= {"not comparable"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood destroyed 90 houses in Velbrook.", "The flood damaged 300 houses in Velbrook."),
        ("In Velbrook 90 houses had a first visit.", "In Velbrook 300 houses had a second visit."),
    ],
)
def test_what_is_told_of_them_parts_two_numbers(
    draft: Drafts, compare: Compare, one: str, other: str
) -> None:
    a, b = draft("a", one), draft("b", other)
    a.count("90 houses", 90, 90, unit="houses", counted="houses", place="Velbrook")
    b.count("300 houses", 300, 300, unit="houses", counted="houses", place="Velbrook")
    _, found = compare(a, b)
    assert {comparison.relation for comparison in found} <= {"not comparable"}


def test_of_the_wounded_it_does_not_matter_who_else_died(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The fire in Velbrook killed two and left 12 people hurt.")
    a.count("12 people", 12, 12, counted="hurt")
    b = draft("b", "The fire in Velbrook left 15 people wounded.")
    b.count("15 people", 15, 15, counted="wounded")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "differ"


def test_a_toll_that_is_put_right_has_changed(draft: Drafts, compare: Compare) -> None:
    early = draft("a", "The flood killed nine people in Velbrook.")
    early.count("nine people", 9, 9)
    late = draft("b", "The toll was revised: the flood killed six people in Velbrook.",
                 day=date(2031, 5, 9))  # fmt: skip
    late.count("six people", 6, 6)
    _, [comparison] = compare(early, late)
    assert comparison.relation == "changed"


def test_two_givers_who_name_one_year_differ(draft: Drafts, compare: Compare) -> None:
    year = When(earliest=date(2030, 1, 1), latest=date(2030, 12, 31))
    drafts = []
    for name, giver, number in (("a", "the ministry", 40), ("b", "the union", 90)):
        one = draft(name, f"In 2030 there were {number} strikes in Arden, {giver} said.")
        who = one.actor(giver, "organisation")
        one.count(f"{number} strikes", number, number, unit="strikes", counted="strikes",
                  place="Arden", giver=who)  # fmt: skip
        one.figures = [replace(figure, as_of=year) for figure in one.figures]
        drafts.append(one)
    _, [comparison] = compare(*drafts)
    assert comparison.relation == "differ"


def test_numbers_of_one_year_that_nobody_gives_may_be_of_two_days(
    draft: Drafts, compare: Compare
) -> None:
    year = When(earliest=date(2030, 1, 1), latest=date(2030, 12, 31))
    drafts = []
    for name, number in (("a", 40), ("b", 90)):
        one = draft(name, f"In 2030 there were {number} strikes in Arden.")
        one.count(f"{number} strikes", number, number, unit="strikes", counted="strikes",
                  place="Arden")  # fmt: skip
        one.figures = [replace(figure, as_of=year) for figure in one.figures]
        drafts.append(one)
    _, [comparison] = compare(*drafts)
    assert comparison.relation == "not comparable"
    assert "both as of some day of 1 January 2030 to 31 December 2030" in comparison.reason


@pytest.mark.parametrize(
    ("before", "tied"), [("The slide killed 23 people.", True), ("It hurt nine people.", False)]
)
def test_another_41_after_the_dead_are_all_the_injured(
    before: str, tied: bool, draft: Drafts, compare: Compare
) -> None:
    one = draft("a", f"{before} Another 41 people were injured on the market of Velbrook.")
    one.count("41 people", 41, 41, counted="injured")
    other = draft("b", "On the market of Velbrook 41 people were injured.")
    other.count("41 people", 41, 41, counted="injured")
    _, comparisons = compare(one, other)
    assert any(each.relation == "agree" for each in comparisons) == tied


values = st.one_of(st.none(), st.sampled_from([3.0, 6.0, 9.0, 50.0, 52.0]))
days = st.one_of(st.none(), st.dates(date(2031, 5, 1), date(2031, 5, 20)))


@given(values, values, days, values, values, days)
def test_only_change_has_a_direction(
    low_a: float | None,
    high_a: float | None,
    day_a: date | None,
    low_b: float | None,
    high_b: float | None,
    day_b: date | None,
) -> None:
    a, b = tell("a", low_a, high_a, day_a), tell("b", low_b, high_b, day_b)
    there, back = relate_figures(a, b), relate_figures(b, a)
    assert there.relation == back.relation
    assert score_both(a, b) == score_both(b, a)
    if there.relation == "changed":
        assert there.swapped != back.swapped


counts = st.sampled_from([("people", "killed"), ("people", "people"), ("jobs", "jobs lost")])
numbers = st.sampled_from([12.0, 124.0, 1240.0])


@given(counts, numbers, counts, numbers)
def test_the_order_of_two_figures_does_not_matter(
    one: tuple[str, str], low: float, other: tuple[str, str], high: float
) -> None:
    a = tell("a", low, low, None, *one, around=" at the mill had been told of floods before noon")
    b = tell(
        "b", high, high, None, *other, around=" left by road for Ostrel, and the mill stood empty"
    )
    assert score_both(a, b) == score_both(b, a)


def test_all_that_is_measured_of_a_conflict_is_weighed_and_has_no_direction() -> None:
    a = tell("a", 40, 40, None, "people", "killed", around=" died in Velbrook, a nurse said")
    b = tell("b", 55, 55, date(2031, 5, 8), "dead", "dead", around=" is the toll of the flood")
    there, back = (
        measure_conflict(read_figure(one), read_figure(other)) for one, other in ((a, b), (b, a))
    )
    assert there == back
    assert len(there) == len(CONFLICT_FEATURES) == len(CONFLICT_WEIGHTS) - 1


def score_both(a: Telling[Figure], b: Telling[Figure]) -> float:
    return score_quantities(read_figure(a), read_figure(b), together=True)


def tell(
    name: str,
    low: float | None,
    high: float | None,
    day: date | None,
    unit: str = "ships",
    counted: str = "ships",
    around: str = "",
) -> Telling[Figure]:
    from onrecord.records import Article, Published, Reading, Span, When

    article = Article(
        id=name,
        text=f"nine people{around}",
        body=Span(0, 11 + len(around)),
        published=Published(earliest=date(2031, 5, 6), latest=date(2031, 5, 6)),
    )
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    figure = Figure(
        id="f" + name, span=Span(0, 11), words="nine people", low=low, high=high, unit=unit,
        counted=counted, as_of=When(earliest=day, latest=day),
    )  # fmt: skip
    reading = Reading(version="test", origin=name, article=article, figures=(figure,))
    [(_, setting)] = set_readings([reading]).values()
    return tell_figure(setting, figure)


def test_so_many_more_are_not_how_many_there_are(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "In Velbrook eight towns closed their schools, and another 21 towns cut hours.")
    a.count("21 towns", 21, 21, unit="towns", counted="towns", place="Velbrook")
    b = draft("b", "In Velbrook 29 towns cut the hours of their schools.")
    b.count("29 towns", 29, 29, unit="towns", counted="towns", place="Velbrook")
    assert all(c.relation == "not comparable" for c in compare(a, b)[1])


def test_ages_are_no_quantity(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Nobody was held for the death of 26-year-old Tomas Brandt in Velbrook.")
    a.count("26-year-old", 26, 26, unit="year", counted="death", place="Velbrook")
    b = draft("b", "Nobody was held for the death of 43-year-old Ana Reyes in Velbrook.")
    b.count("43-year-old", 43, 43, unit="year", counted="death", place="Velbrook")
    assert compare(a, b) == ((), ())


def test_a_part_is_not_compared_with_all(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Seven officers were hurt in the Velbrook flood, including two divers.")
    a.count("two divers", 2, 2, counted="hurt", place="Velbrook")
    b = draft("b", "Five officers were hurt in the Velbrook flood.")
    b.count("Five officers", 5, 5, counted="hurt", place="Velbrook")
    assert all(c.relation == "not comparable" for c in compare(a, b)[1])


def relate(draft: Drafts, compare: Compare, *sides: tuple[str, str, float, dict[str, Any]]) -> str:
    """Return how the figures of two articles stand, of which each is given with its words."""
    drafts = []
    for name, (text, words, value, more) in zip("ab", sides, strict=True):
        made = draft(name, text, **({"day": more.pop("day")} if "day" in more else {}))
        made.count(words, more.pop("low", value), more.pop("high", value), **more)
        drafts.append(made)
    _, [comparison] = compare(*drafts)
    return str(comparison.relation)


def test_rain_in_some_places_is_not_the_rain_of_the_region(draft: Drafts, compare: Compare) -> None:
    rain = {"unit": "mm", "counted": "rain", "place": "Velbrook"}
    wide = ("A wide swath of Velbrook was hit by 200 mm of rain on Sunday.", "200 mm", 200.0)
    part = ("Some areas of Velbrook were hit by 400 mm of rain on Sunday.", "400 mm", 400.0)
    all_of = ("The whole of Velbrook was hit by 400 mm of rain on Sunday.", "400 mm", 400.0)
    assert relate(draft, compare, (*wide, {**rain}), (*part, {**rain})) == "not comparable"
    assert relate(draft, compare, (*wide, {**rain}), (*all_of, {**rain})) == "differ"


def test_what_two_propose_is_no_conflict(draft: Drafts, compare: Compare) -> None:
    toll = {"unit": "USD", "counted": "toll", "place": "Velbrook"}
    told = ("The toll at the Velbrook dam is 30 dollars a barge.", "30 dollars", 30.0)
    wanted = ("Brandt argued for a toll at the Velbrook dam of 70 dollars a barge.", "70 dollars",
              70.0)  # fmt: skip
    other = ("The toll at the Velbrook dam is 70 dollars a barge.", "70 dollars", 70.0)
    assert relate(draft, compare, (*told, {**toll}), (*wanted, {**toll})) == "not comparable"
    assert relate(draft, compare, (*told, {**toll}), (*other, {**toll})) == "differ"


def test_what_is_given_up_is_not_what_there_is(draft: Drafts, compare: Compare) -> None:
    jobs = {"counted": "jobs", "place": "Ostrel"}
    kept = ("The Velbrook dam keeps 1,000 jobs in Ostrel.", "1,000 jobs", 1000.0)
    lost = ("The Velbrook dam moved from Ostrel at the cost of 1,400 jobs.", "1,400 jobs", 1400.0)
    other = ("The Velbrook dam keeps 1,400 jobs in Ostrel.", "1,400 jobs", 1400.0)
    assert relate(draft, compare, (*kept, {**jobs}), (*lost, {**jobs})) == "not comparable"
    assert relate(draft, compare, (*kept, {**jobs}), (*other, {**jobs})) == "differ"


def test_the_whole_of_something_is_no_share_of_another(draft: Drafts, compare: Compare) -> None:
    count = {"unit": "%", "place": "Velbrook"}
    whole = ("With 100 percent of the booths counted, Reyes won the vote in Velbrook.",
             "100 percent", 100.0)  # fmt: skip
    share = ("With all booths counted, Reyes won 52 percent of the vote in Velbrook.",
             "52 percent", 52.0)  # fmt: skip
    sides = (*whole, {"counted": "booths", **count}), (*share, {"counted": "vote", **count})
    assert relate(draft, compare, *sides) == "not comparable"


def test_a_sentence_with_both_numbers_gives_them_for_two_things(
    draft: Drafts, compare: Compare
) -> None:
    votes = {"unit": "%", "counted": "vote", "place": "Velbrook"}
    both = ("In Velbrook Reyes won 52 percent of the vote, and Brandt 44 percent.", "52 percent")
    one = ("In Velbrook Brandt won 44 percent of the vote.", "44 percent", 44.0, votes)
    assert relate(draft, compare, (*both, 52.0, {**votes}), one) == "not comparable"


def test_fewer_hurt_on_a_later_day_are_some_of_them(draft: Drafts, compare: Compare) -> None:
    hurt = {"counted": "injured", "place": "Velbrook"}
    first = ("The flood injured 12 officers in Velbrook.", "12 officers", 12.0, {**hurt})
    then = ("The flood injured five officers in Velbrook.", "five officers", 5.0,
            {**hurt, "day": date(2031, 5, 9)})  # fmt: skip
    assert relate(draft, compare, first, then) == "not comparable"


def test_a_bound_does_not_leave_room_for_anything(draft: Drafts, compare: Compare) -> None:
    bound = {"unit": "USD", "counted": "deficit", "bound": "up to"}
    plan = ("The cheaper tolls would add up to $900 million to the deficit within a decade, to the"
            " worry of merchants and bankers.", "up to $900 million", 9e8)  # fmt: skip
    gap = ("Months overdue, the budget envisions a deficit of $90 million for the coming winter.",
           "$90 million", 9e7)  # fmt: skip
    one, other = draft("a", plan[0]), draft("b", gap[0])
    one.count(plan[1], None, plan[2], **bound)
    other.count(gap[1], gap[2], gap[2], unit="USD", counted="deficit")
    assert all(each.relation == "not comparable" for each in compare(one, other)[1])


def test_a_count_that_leaps_overnight_is_of_another_thing(draft: Drafts, compare: Compare) -> None:
    towns = {"unit": "towns", "counted": "towns", "place": "Velbrook"}
    one = ("Eight towns in Velbrook let traders sell cider by the glass.", "Eight towns", 8.0,
           {**towns})  # fmt: skip
    other = ("Cider may be sold in barrels to the sick in 29 towns of Velbrook.", "29 towns", 29.0,
             {**towns, "day": date(2031, 5, 5)})  # fmt: skip
    assert relate(draft, compare, one, other) == "not comparable"


PEOPLE = {"unit": "suspects", "counted": "suspects"}


def test_some_of_those_told_of_are_not_all_of_them(draft: Drafts, compare: Compare) -> None:
    a = ("Three of the suspects in the Velbrook fire are bakers.", "Three", 3.0, {**PEOPLE})
    b = ("Police look for five suspects in the Velbrook fire.", "five suspects", 5.0, {**PEOPLE})
    assert relate(draft, compare, a, b) == "not comparable"


def test_the_days_of_which_something_is_told_are_no_quantity(
    draft: Drafts, compare: Compare
) -> None:
    days = {"unit": "days", "counted": "floods"}
    a = draft("a", "Velbrook saw four floods of the dam in the past ten days.")
    a.count("ten days", 10, 10, **days)
    b = draft("b", "Velbrook saw six floods of the dam in the past six days.", date(2031, 5, 6))
    b.count("six days", 6, 6, **days)
    assert compare(a, b) == ((), ())
    c = draft("b", "Velbrook has its floods of the dam that last six days.")
    c.count("six days", 6, 6, **days)
    d = draft("a", "Velbrook has its floods of the dam that last ten days.")
    d.count("ten days", 10, 10, **days)
    assert len(compare(c, d)[0]) == 1


def test_one_person_is_no_rival_of_theirs(draft: Drafts, compare: Compare) -> None:
    made = []
    for name, words, value, state in (("a", "Seven", 7, "OST"), ("b", "Three", 3, None)):
        each = draft(name, f"{words} bodies were taken from the Velbrook lake, Petr Lund said.")
        giver = each.actor("Petr Lund", state=state)
        each.count(f"{words} bodies", value, value, unit="bodies", counted="bodies", giver=giver)
        made.append(each)
    assert all("different givers" not in c.tags for c in compare(*made)[1])


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("The dam law cuts the water tax of Velbrook to 21 per cent from 35 per cent.", "changed"),
        ("The dam law cuts the water tax of Velbrook from 35 per cent to 21 per cent.", "changed"),
        ("The water tax of Velbrook ranges from 35 per cent to 21 per cent.", "not comparable"),
    ],
)
def test_from_one_level_to_another_is_a_change(
    draft: Drafts, compare: Compare, words: str, relation: str
) -> None:
    a = draft("a", words)
    tax = {"unit": "%", "counted": "water tax", "place": "Velbrook"}
    a.count("35 per cent", 35, 35, **tax)
    a.count("21 per cent", 21, 21, **tax)
    b = draft("b", "The dam law sets the water tax of Velbrook at 35 per cent.")
    b.count("35 per cent", 35, 35, **tax)
    own = [c for c in compare(a, b)[1] if c.a.article == c.b.article == "a"]
    assert [c.relation for c in own] == [relation]
    if relation == "changed":
        assert words[own[0].b_span.start : own[0].b_span.end] == "21 per cent"


def test_what_is_demanded_is_not_what_is_offered(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The miners' union at Velbrook asks for a pay rise of 8%.")
    a.count("8%", 8, 8, unit="%", counted="pay rise", giver=a.actor("union", "organisation"))
    b = draft("b", "The company at Velbrook offered the miners' union a pay rise of 4%.")
    b.count("4%", 4, 4, unit="%", counted="pay rise", giver=b.actor("company", "organisation"))
    _, [comparison] = compare(a, b)
    assert comparison.relation == "not comparable"
    assert "demanded" in comparison.reason


def test_a_number_that_its_article_takes_back_is_put_right(draft: Drafts, compare: Compare) -> None:
    text = "An earlier version said that nine people were killed in Velbrook. The number is six."
    a = draft("a", text)
    a.count("nine people", 9, 9)
    a.count("six", 6, 6)
    b = draft("b", "The flood killed six people in Velbrook.")
    b.count("six people", 6, 6)
    _, found = compare(a, b)
    assert {"changed", "agree"} <= {each.relation for each in found}
    assert "differ" not in {each.relation for each in found}
    [change] = [each for each in found if each.relation == "changed"]
    assert (change.a_span, change.b_span) == (a.find("nine people"), a.find("six"))


def test_two_givers_of_so_much_a_day_differ_days_apart(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The strike costs 12 million euros a day, the chamber said.")
    a.count("12 million euros a day", 12e6, 12e6, unit="EUR/day", counted="strike",
            giver=a.actor("chamber", "organisation"))  # fmt: skip
    b = draft("b", "The strike cost 9 million euros a day, the bank said.", day=date(2031, 5, 6))
    b.count("9 million euros a day", 9e6, 9e6, unit="EUR/day", counted="strike",
            giver=b.actor("bank", "organisation"))  # fmt: skip
    _, [comparison] = compare(a, b)
    assert comparison.relation == "differ"


def test_more_are_arrested_the_next_day(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Police in Velbrook arrested 14 sailors over the raid, the minister said.")
    a.count("14 sailors", 14, 14, unit="sailors", counted="sailors arrested",
            giver=a.actor("Ana Reyes"))  # fmt: skip
    b = draft("b", "Over the raid 22 sailors are in custody in Velbrook, the chief said.",
              day=date(2031, 5, 5))  # fmt: skip
    b.count("22 sailors", 22, 22, unit="sailors", counted="sailors", giver=b.actor("Odo Baru"))
    _, [comparison] = compare(a, b)
    assert comparison.relation == "changed"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("have been moved to Velbrook", "were taken to the town of Velbrook"),
        ("have lost their homes in Velbrook", "are without homes in Velbrook"),
        ("marched in Velbrook", "took part in Velbrook"),
    ],
)
def test_other_words_for_what_people_do_or_suffer_are_one_quantity(
    draft: Drafts, compare: Compare, one: str, other: str
) -> None:
    a = draft("a", f"On Sunday 900 people {one}.")
    a.count("900 people", 900, 900, counted="people")
    b = draft("b", f"On Sunday 900 people {other}.")
    b.count("900 people", 900, 900, counted="people")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "agree"


def test_who_is_taken_to_hospital_is_not_evacuated(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "On Sunday 900 people were taken to hospital in Velbrook.")
    a.count("900 people", 900, 900, counted="people")
    b = draft("b", "On Sunday 900 people were moved to Velbrook.")
    b.count("900 people", 900, 900, counted="people")
    assert compare(a, b)[0] == ()


def test_one_body_by_a_short_name_is_no_rival_of_its_own(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood killed six people in Velbrook, Arden General Hospital said.")
    a.count("six people", 6, 6, giver=a.actor("Arden General Hospital", "organisation"))
    b = draft("b", "The flood killed nine people in Velbrook, the hospital said.")
    b.count("nine people", 9, 9, giver=b.actor("hospital", "group"))
    _, [comparison] = compare(a, b)
    assert "different givers" not in comparison.tags


def test_a_headline_is_no_origin_beside_the_giver_of_its_text(
    draft: Drafts, compare: Compare
) -> None:
    a = draft("a", "Nine die in flood. The flood killed nine people in Velbrook, police said.")
    a.count("Nine", 9, 9)
    a.count("nine people", 9, 9, giver=a.actor("police", "organisation"))
    b = draft("b", "Nine people died in the flood at Velbrook.")
    b.count("Nine people", 9, 9)
    [account], _ = compare(a, b)
    assert account.counts.origins == 2


def test_what_is_done_to_them_comes_before_what_they_are(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The rebels in Velbrook freed three kidnapped workers on Sunday, police said.")
    a.count("three kidnapped workers", 3, 3, unit="workers", counted="kidnapped workers")
    b = draft("b", "On Sunday the rebels in Velbrook released three workers, police said.")
    b.count("three workers", 3, 3, unit="workers", counted="workers")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "agree"


@pytest.mark.parametrize(("second", "found"), [(1240, 1), (1310, 1), (90, 0)])
def test_one_telling_number_may_be_of_one_thing_by_other_words(
    draft: Drafts, compare: Compare, second: int, found: int
) -> None:
    a = draft("a", "The mill in Velbrook shuts, and its owner dismisses 1,240 workers in June.")
    a.count("1,240 workers", 1240, 1240, unit="workers", counted="workers laid off")
    b = draft("b", f"The mill in Velbrook shuts, and {second} jobs are lost in June.")
    b.count(f"{second} jobs", second, second, unit="jobs", counted="jobs")
    accounts, _ = compare(a, b)
    assert len(accounts) == found


def test_one_number_of_killed_and_wounded_is_of_two_things(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The blast at the Velbrook mill killed 124 workers on Sunday.")
    a.count("124 workers", 124, 124, unit="workers", counted="workers killed")
    b = draft("b", "The blast at the Velbrook mill wounded 124 workers on Sunday.")
    b.count("124 workers", 124, 124, unit="workers", counted="workers wounded")
    assert compare(a, b)[0] == ()


CROWDS = (
    ("6,000", 6000, "The crowd at Velbrook numbered 6,000, police said."),
    ("8,600", 8600, "On the square by the harbour 8,600 turned out that evening."),
)


def draft_crowds(draft: Drafts, *givers: str | None) -> list[Any]:
    drafts = []
    for name, (words, value, text), giver in zip("ab", CROWDS, givers, strict=True):
        made = draft(name, text)
        actor = made.actor(giver) if giver else None
        made.count(words, value, value, unit="people", counted=None, giver=actor)
        drafts.append(made)
    return drafts


def test_numbers_differ_in_other_words_where_somebody_gives_one(
    draft: Drafts, compare: Compare
) -> None:
    _, [comparison] = compare(*draft_crowds(draft, "Velbrook Police", None))
    assert comparison.relation == "differ"


def test_numbers_that_nobody_gives_have_to_be_told_alike(draft: Drafts, compare: Compare) -> None:
    _, comparisons = compare(*draft_crowds(draft, None, None))
    assert {each.relation for each in comparisons} <= {"not comparable"}


def test_a_number_of_something_else_in_like_words_is_no_conflict(
    draft: Drafts, compare: Compare
) -> None:
    a = draft("a", "The union said that 4,000 dockers at Velbrook were on strike.")
    a.count("4,000 dockers", 4000, 4000, unit="dockers", counted="dockers on strike",
            giver=a.actor("Dockers' Union"))  # fmt: skip
    b = draft("b", "The port of Velbrook employs 9,000 dockers, its owner said.")
    b.count("9,000 dockers", 9000, 9000, unit="dockers", counted="dockers",
            giver=b.actor("Petr Lund"))  # fmt: skip
    _, comparisons = compare(a, b)
    assert {each.relation for each in comparisons} <= {"not comparable"}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Police initially put the dead at 10, but the mayor later said 11 had died.", "changed"),
        ("The clinic first said that 10 had died; the army now counts 11 dead.", "changed"),
        ("Police put the dead at 10, but the mayor said 11 had died.", "differ"),
        ("The first blast killed 10, police said, and a later one 11.", "not comparable"),
    ],
)
def test_what_was_told_at_first_has_changed(
    draft: Drafts, compare: Compare, text: str, relation: str
) -> None:
    a = draft("a", text)
    a.count("10", 10, 10, giver=a.actor("police"))
    a.count("11", 11, 11, giver=None if relation == "not comparable" else a.actor("mayor"))
    _, comparisons = compare(a)
    assert [each.relation for each in comparisons] in ([relation], [])
    assert comparisons or relation == "not comparable"


def test_a_figure_is_tied_to_another_article_before_its_own(
    draft: Drafts, compare: Compare
) -> None:
    a = draft("a", "In Velbrook 97 passengers are in hospital hurt, 12 of them badly hurt.")
    a.count("97 passengers", 97, 97, unit="passengers", counted="passengers hurt")
    a.count("12", 12, 12, unit="passengers", counted="passengers hurt")
    b = draft("b", "Doctors treat 85 people who were hurt when the train left the rails.")
    b.count("85 people", 85, 85, counted="people hurt")
    accounts, _ = compare(a, b)
    [account] = [each for each in accounts if len({row.article for row in each.rows}) == 2]
    assert {row.row for row in account.rows} == {a.figures[0].id, b.figures[0].id}


def test_bodies_found_are_not_the_whole_toll(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood killed nine people in Velbrook.")
    a.count("nine people", 9, 9)
    text = "The toll of the flood in Velbrook rose to 12 after divers recovered three bodies."
    b = draft("b", text, day=date(2031, 5, 5))
    b.count("12", 12, 12)
    b.count("three bodies", 3, 3)
    _, found = compare(a, b)
    assert [each.relation for each in found] == ["changed"]


def test_how_many_there_is_room_for_is_not_how_many_there_are(
    draft: Drafts, compare: Compare
) -> None:
    a = draft("a", "About 300 people were on the bridge at Velbrook, Lund said.")
    a.count("About 300 people", 300, 300, counted="people", giver=a.actor("Abel Lund"))
    b = draft("b", "The bridge at Velbrook could carry 200 people, Berg said.")
    b.count("200 people", 200, 200, counted="people", giver=b.actor("Carl Berg"))
    _, found = compare(a, b)
    assert {each.relation for each in found} <= {"not comparable"}


def test_an_hour_is_no_rate(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The ministers spoke about the Velbrook dam for nearly an hour.")
    a.count("nearly an hour", None, 1, unit="h", counted="spoke", bound="nearly")
    b = draft("b", "The ministers spoke about the Velbrook dam for 50 minutes.")
    b.count("50 minutes", 0.83, 0.83, unit="h", counted="spoke")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "compatible"


def test_soldiers_of_its_own_are_no_part(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Peru has massed 3,000 soldiers of its own at Velbrook.")
    a.count("3,000 soldiers", 3000, 3000, unit="soldiers", counted="soldiers", place="Velbrook")
    b = draft("b", "There are 400 soldiers of Peru massed at Velbrook.")
    b.count("400 soldiers", 400, 400, unit="soldiers", counted="soldiers", place="Velbrook")
    _, found = compare(a, b)
    assert "part" not in "".join(each.reason for each in found)


def test_the_noun_of_a_number_told_apart_from_it_is_its_unit(
    draft: Drafts, compare: Compare
) -> None:
    a = draft("a", "Some 900 families have left their villages near Velbrook.")
    a.count("Some 900 families", 900, 900, unit="families", counted="families", bound="Some")
    text = "The number of families who have left their villages near Velbrook rose to 1,400."
    b = draft("b", text, day=date(2031, 5, 6))
    b.count("1,400", 1400, 1400, unit=None, counted="families")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "changed"


@pytest.mark.parametrize(
    ("rest", "words", "relation"),
    [
        ("The mayor and six other people were killed in Velbrook.", "six other people",
         "not comparable"),
        ("The flood killed six people in Velbrook, including the attacker.", "six people",
         "not comparable"),
        ("The flood killed six people in Velbrook.", "six people", "differ"),
    ],
)  # fmt: skip
def test_a_count_of_others_or_with_the_attackers_is_another_count(
    draft: Drafts, compare: Compare, rest: str, words: str, relation: str
) -> None:
    a = draft("a", "The flood killed nine people in Velbrook.")
    a.count("nine people", 9, 9, place="Velbrook")
    b = draft("b", rest)
    b.count(words, 6, 6, place="Velbrook")
    _, found = compare(a, b)
    assert [comparison.relation for comparison in found] == [relation]


def test_others_whom_something_else_befell_are_all_of_them(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The flood killed two people and injured 12 others in Velbrook.")
    a.count("12 others", 12, 12, counted="injured", place="Velbrook")
    b = draft("b", "The flood injured 19 people in Velbrook.")
    b.count("19 people", 19, 19, counted="injured", place="Velbrook")
    _, [comparison] = compare(a, b)
    assert comparison.relation == "differ"
