"""Which rows of two articles are tied, where many are alike."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from onrecord.compare.tellings import tell_reading
from onrecord.compare.ties import MOST_EQUAL, tie_rows
from onrecord.compare.traits import Traits, read_traits

Drafts = Callable[..., Any]


def list_tolls(draft: Drafts, name: str, tolls: range) -> Traits:
    """Return the traits of an article that is a list of tolls, told in the same words."""
    made = draft(name, "\n\n".join(f"A flood killed {toll} people there." for toll in tolls))
    for toll in tolls:
        made.count(f"{toll} people", toll, toll)
    told = tell_reading(made.reading())
    assert told is not None
    return read_traits(told)


def list_places(traits: Traits) -> dict[str, int]:
    return {figure.row: place for place, figure in enumerate(traits.figures)}


def test_a_figure_of_a_list_is_tied_to_few_of_another_list(draft: Drafts) -> None:
    one, other = (list_tolls(draft, name, range(40, 70)) for name in "ab")
    ties = list(tie_rows(one, other, together=True))
    partners = Counter(row for tie in ties for row in (tie.a, tie.b))
    assert max(partners.values()) == MOST_EQUAL
    places = list_places(one), list_places(other)
    tied = {(places[0][tie.a], places[1][tie.b]) for tie in ties}
    assert tied >= {(place, place) for place in range(30)}  # the same number, at the same place
    assert {(a, b, score) for b, a, score in tie_rows(other, one, together=True)} == set(ties)


@pytest.mark.parametrize("number", [1, MOST_EQUAL])
def test_all_are_tied_where_they_are_few(draft: Drafts, number: int) -> None:
    one, other = (list_tolls(draft, name, range(40, 40 + number)) for name in "ab")
    assert len(list(tie_rows(one, other, together=True))) == number * number


def test_the_figures_of_one_list_are_tied_to_few_of_it(draft: Drafts) -> None:
    traits = list_tolls(draft, "a", range(40, 70))
    ties = list(tie_rows(traits, traits, together=True))
    partners = Counter(row for tie in ties for row in (tie.a, tie.b))
    assert max(partners.values()) == MOST_EQUAL
    places = list_places(traits)
    assert all(abs(places[tie.a] - places[tie.b]) <= MOST_EQUAL for tie in ties)


def test_an_act_of_a_campaign_is_tied_to_few_of_another_report(draft: Drafts) -> None:
    def list_raids(name: str) -> Traits:
        raids = range(40, 52)
        made = draft(name, "\n\n".join(f"Tarvia raided Skarn {raid} times." for raid in raids))
        tarvia, skarn = (made.actor(each, "state", state=each) for each in ("TAR", "SKA"))
        for raid in raids:
            made.do(f"raided Skarn {raid}", "ASSAULT", [tarvia], [skarn])
        told = tell_reading(made.reading())
        assert told is not None
        return read_traits(told)

    one, other = list_raids("a"), list_raids("b")
    ties = list(tie_rows(one, other, together=True))
    partners = Counter(row for tie in ties for row in (tie.a, tie.b))
    assert len(partners) == 24
    assert max(partners.values()) == MOST_EQUAL
    places = [{act.row: place for place, act in enumerate(each.acts)} for each in (one, other)]
    tied = {(places[0][tie.a], places[1][tie.b]) for tie in ties}
    assert tied >= {(place, place) for place in range(12)}
    assert {(a, b, score) for b, a, score in tie_rows(other, one, together=True)} == set(ties)
