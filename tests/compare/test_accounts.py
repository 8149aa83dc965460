from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.compare import compare_account, find_accounts

Drafts = Callable[..., Any]
Saga = Callable[..., Any]
WORDS = "Nobody who lived below this wall will pay for a mistake that others made"


def quote(draft: Drafts, name: str, **more: Any) -> Any:
    made = draft(name, f"“{WORDS},” the director said of nine people.", **more)
    made.say(made.actor("Ana Reyes"), WORDS)
    made.count("nine people", 9, 9)
    return made


def test_copies_are_one_lineage_and_other_outlets(draft: Drafts, saga: Saga) -> None:
    drafts = [quote(draft, name, outlet=f"Outlet {name}") for name in "abc"]
    story = saga(*drafts, lineages=[["a", "b"], ["c"]])
    accounts = find_accounts(story, [], [made.reading() for made in drafts])
    counts = accounts[0].counts
    assert (counts.reports, counts.outlets, counts.lineages, counts.origins) == (3, 3, 2, 1)


@pytest.mark.parametrize(("known", "outlets"), [("", 1), ("a", 1), ("ab", 2), ("abc", 3)])
def test_an_unknown_outlet_may_be_one_of_the_others(
    draft: Drafts, saga: Saga, known: str, outlets: int
) -> None:
    drafts = [
        quote(draft, name, outlet=f"Outlet {name}" if name in known else None) for name in "abc"
    ]
    story = saga(*drafts, lineages=[["a", "b"], ["c"]])
    accounts = find_accounts(story, [], [made.reading() for made in drafts])
    assert accounts[0].counts.outlets == outlets


@pytest.mark.parametrize(
    ("whole", "voice", "origins"),
    [
        ({"kind": "state", "state": "NOR"}, {"state": "NOR", "sector": "GOV"}, 1),
        ({"kind": "state", "state": "NOR"}, {"state": "NOR", "sector": "BUS"}, 2),
        ({"kind": "state", "state": "NOR"}, {"state": "SWE", "sector": "GOV"}, 2),
        ({"kind": "organisation"}, {"body": "Harbour Board"}, 1),
        ({"kind": "organisation"}, {"body": "Harbour Police"}, 2),
    ],
)
def test_who_is_spoken_for_is_no_origin_beside_the_one_who_speaks(
    whole: dict[str, str], voice: dict[str, str], origins: int, draft: Drafts, saga: Saga
) -> None:
    name = "Norway" if whole["kind"] == "state" else "Harbour Board"
    kind = whole["kind"]
    one = draft("a", f"{name} said that nine people had died on the ferry.")
    other = draft("b", "Ida Berg said that nine people had died on the ferry.")
    for made, cited, more in ((one, name, whole), (other, "Ida Berg", voice)):
        state, body = more.get("state"), more.get("body")
        giver = made.actor(cited, "person" if made is other else kind, state=state, body=body)
        sector = more.get("sector")
        made.actors[-1] = replace(made.actors[-1], sector=sector)
        made.count("nine people", 9, 9, counted="died", giver=giver)
    [account] = find_accounts(saga(one, other), [], [one.reading(), other.reading()])
    assert account.counts.origins == origins


@pytest.mark.parametrize(
    ("vague", "full", "origins"),
    [
        (("hospital", "group"), ("Velbrook Hospital", "organisation"), 1),
        (("clinic", "group"), ("Velbrook Hospital", "organisation"), 2),
        (("health ministry", "organisation"), ("Health Ministry", "organisation", "NOR"), 1),
        (("police", "group", None, "COP"), ("Ida Berg", "person", None, "COP"), 1),
        (("police", "group", "SWE", "COP"), ("Ida Berg", "person", "NOR", "COP"), 2),
    ],
)
def test_who_is_named_in_full_by_another_is_one_origin_with_it(
    vague: tuple[Any, ...], full: tuple[Any, ...], origins: int, draft: Drafts, saga: Saga
) -> None:
    drafts = []
    for name, who in (("a", vague), ("b", full)):
        cited, kind, state, sector = (*who, None, None)[:4]
        made = draft(name, f"The {cited} said that nine people had died on the ferry.")
        giver = made.actor(cited, kind, state=state)
        made.actors[-1] = replace(made.actors[-1], sector=sector)
        made.count("nine people", 9, 9, counted="died", giver=giver)
        drafts.append(made)
    [account] = find_accounts(saga(*drafts), [], [made.reading() for made in drafts])
    assert account.counts.origins == origins


def test_articles_outside_the_saga_are_passed_over(draft: Drafts, saga: Saga) -> None:
    drafts = [quote(draft, name) for name in "abc"]
    accounts = find_accounts(saga(*drafts[:2]), [], [made.reading() for made in drafts])
    assert {ref.article for account in accounts for ref in account.rows} == {"a", "b"}


def test_every_row_stands_in_one_account(draft: Drafts, saga: Saga) -> None:
    drafts = [quote(draft, name) for name in "abcd"]
    accounts = find_accounts(saga(*drafts), [], [made.reading() for made in drafts])
    rows = [ref for account in accounts for ref in account.rows]
    assert len(rows) == len(set(rows)) == 8


def test_accounts_know_their_saga_and_have_stable_ids(draft: Drafts, saga: Saga) -> None:
    drafts = [quote(draft, name) for name in "ab"]
    readings = [made.reading() for made in drafts]
    accounts = find_accounts(saga(*drafts), [], readings)
    more = quote(draft, "c")
    grown = find_accounts(saga(*drafts, more), [], [*readings, more.reading()])
    assert {account.story for account in accounts} == {"sg1"}
    assert [account.id for account in accounts] == [account.id for account in grown]


def test_comparing_needs_only_the_articles_at_hand(draft: Drafts, saga: Saga) -> None:
    drafts = [quote(draft, name) for name in "abc"]
    readings = [made.reading() for made in drafts]
    [account, *_] = find_accounts(saga(*drafts), [], readings)
    assert len(list(compare_account(account, readings))) == 3
    assert len(list(compare_account(account, readings[:2]))) == 1


@settings(max_examples=15, deadline=None)
@given(st.permutations("abcde"))
def test_the_order_of_readings_does_not_matter(draft: Drafts, saga: Saga, order: list[str]) -> None:
    drafts = [quote(draft, name) for name in order]
    story = saga(*sorted(drafts, key=lambda made: str(made.name)))
    readings = [made.reading() for made in drafts]
    accounts = find_accounts(story, [], readings)
    assert accounts == find_accounts(story, [], sorted(readings, key=lambda r: r.origin))
    assert all(
        list(compare_account(account, readings)) == list(compare_account(account, readings[::-1]))
        for account in accounts
    )


def test_readings_of_other_articles_do_not_change_comparisons(draft: Drafts, saga: Saga) -> None:
    drafts = [quote(draft, name) for name in "abcd"]
    readings = [made.reading() for made in drafts]
    for account in find_accounts(saga(*drafts[:3]), [], readings):
        own = list(compare_account(account, readings[:3]))
        assert own
        assert list(compare_account(account, readings)) == own


def test_accounts_are_the_same_whatever_was_compared_before(draft: Drafts, saga: Saga) -> None:
    drafts = [quote(draft, name) for name in "abc"]
    readings = [made.reading() for made in drafts]
    before = find_accounts(saga(*drafts), [], readings)
    compared = [list(compare_account(account, readings)) for account in before]
    assert find_accounts(saga(*drafts), [], readings) == before
    assert [list(compare_account(account, readings)) for account in before] == compared
