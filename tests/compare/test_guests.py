from collections.abc import Callable
from typing import Any

import pytest

from onrecord.compare import Near, RowTie, find_accounts, pick_guests, rank_guests

Drafts = Callable[..., Any]
Saga = Callable[..., Any]
DAMS = "Nobody who lived below this wall will pay for a mistake that others made"
BOATS = "Every boat between here and the lighthouse goes back to its owner before winter"


def say(draft: Drafts, name: str, *words: str) -> Any:
    content = ". ".join(words)
    made = draft(name, f"“{content},” the director said.")
    made.say(made.actor("Ana Reyes"), content)
    return made


@pytest.mark.parametrize(
    ("scores", "guests"),
    [
        ([900_000, 800_000], ["r"]),
        ([900_000, 500_000], []),
        ([900_000], []),
        ([], []),
    ],
)
def test_a_guest_is_like_the_whole_group(scores: list[int], guests: list[str]) -> None:
    assert rank_guests(["a", "b"], [Near("r", "c", score) for score in scores]) == guests


def test_rows_of_the_guests_own_article_count_for_nothing() -> None:
    assert rank_guests(["a", "c"], [Near("r", "c", 900_000)]) == ["r"]
    assert rank_guests(["c"], [Near("r", "c", 900_000)]) == []


def test_guests_are_like_the_likeliest_one() -> None:
    near = [Near("t", "d", 400_000), Near("q", "e", 500_000), Near("x", "f", 900_000)]
    assert pick_guests(["r", "t", "q"], near) == ("q", "r")


def test_a_statement_of_two_claims_is_in_the_accounts_of_both(draft: Drafts, saga: Saga) -> None:
    drafts = [
        *(say(draft, name, DAMS) for name in "abc"),
        *(say(draft, name, BOATS) for name in "def"),
        say(draft, "g", DAMS, BOATS),
    ]
    readings = [made.reading() for made in drafts]
    accounts = find_accounts(saga(*drafts), [], readings)
    told = {frozenset(ref.article for ref in account.rows) for account in accounts}
    assert told == {frozenset("abcg"), frozenset("defg")}
    [row] = [statement.id for statement in readings[-1].statements]
    assert [account.guests for account in accounts if account.guests] == [(row,)]
    assert accounts == find_accounts(saga(*drafts), [], readings[::-1])
    assert len({account.id for account in accounts}) == 2


def test_what_people_told_to_be_apart_has_no_account_together(draft: Drafts, saga: Saga) -> None:
    drafts = [
        *(say(draft, name, DAMS) for name in "abc"),
        *(say(draft, name, BOATS) for name in "def"),
        say(draft, "g", DAMS, BOATS),
    ]
    readings = [made.reading() for made in drafts]
    rows = [reading.statements[0].id for reading in readings]
    ties = [RowTie(rows[-1], rows[0], same=False), RowTie(rows[-1], rows[3], same=False)]
    accounts = find_accounts(saga(*drafts), [], readings, ties)
    told = {frozenset(ref.article for ref in account.rows) for account in accounts}
    assert told == {frozenset("abc"), frozenset("def")}
