from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Drafts = Callable[..., Any]
Compare = Callable[..., Any]
FOURTH = date(2031, 5, 4)


def expel(draft: Drafts, name: str, verb: str = "expelled", **more: Any) -> Any:
    made = draft(name, f"Chile {verb} three envoys of Peru in a row over the Velbrook dam.")
    chile = made.actor("Chile", "state", "CHL")
    peru = made.actor("Peru", "state", "PER")
    made.do(verb, more.pop("type_", "COERCE"), [chile], [peru], **more)
    return made


def test_one_act_told_twice_agrees(draft: Drafts, compare: Compare) -> None:
    accounts, [comparison] = compare(
        expel(draft, "a", day=FOURTH), expel(draft, "b", "ejected", day=FOURTH)
    )
    assert comparison.relation == "agree"
    assert accounts[0].kind == "act"


def test_a_claim_and_its_denial_differ(draft: Drafts, compare: Compare) -> None:
    _, [comparison] = compare(
        expel(draft, "a", day=FOURTH), expel(draft, "b", day=FOURTH, polarity="negative")
    )
    assert (comparison.relation, comparison.tags) == ("differ", ("denial",))


@pytest.mark.parametrize(
    ("claimed", "relation"), [("", "differ"), ("Peru", "differ"), ("Chile", "compatible")]
)
def test_what_somebody_denies_differs_from_what_another_claims(
    draft: Drafts, compare: Compare, claimed: str, relation: str
) -> None:
    claim = expel(draft, "a", asserted_by=f"a-{claimed}" if claimed else None)
    denial = deny_expelling(draft, "It is untrue that Chile expelled envoys of Peru over a dam.")
    _, [comparison] = compare(claim, denial)
    assert comparison.relation == relation


@pytest.mark.parametrize("doer", ["soldiers", "Chilean soldiers"])
def test_who_denies_a_deed_of_their_side_denies_what_another_claims(
    draft: Drafts, compare: Compare, doer: str
) -> None:
    claim = draft("a", f"Peru accused {doer} of burning a village near the Velbrook dam.")
    state = "CHL" if doer.startswith("Chilean") else None
    claim.do("burning", "ASSAULT", [claim.actor(doer, "group", state)])
    denial = draft("b", "Chile denied that soldiers had burned a village near the Velbrook dam.")
    soldiers, chile = denial.actor("soldiers", "group"), denial.actor("Chile", "state", "CHL")
    denial.do("burned", "ASSAULT", [soldiers], modality="hypothetical", denied_by=[chile])
    _, [comparison] = compare(claim, denial)
    assert (comparison.relation, comparison.tags) == ("differ", ("denial",))


def test_an_article_that_tells_of_a_deed_and_its_denial_tells_of_both(
    draft: Drafts, compare: Compare
) -> None:
    first = "Peru says Chile expelled three envoys in a row over the Velbrook dam."
    a = draft("a", f"{first} Chile denies expelling envoys in a row over the Velbrook dam.")
    chile = a.actor("Chile", "state", "CHL")
    peru = a.actor("Peru", "state", "PER")
    a.do("expelled", "COERCE", [chile], [peru], asserted_by=peru)
    a.do("expelling", "COERCE", [chile], [peru], modality="hypothetical", denied_by=[chile])
    _, found = compare(a, expel(draft, "b"))
    inside = [each.relation for each in found if each.a.article == each.b.article]
    assert inside == ["differ"]


def test_one_sentence_read_in_two_ways_is_no_conflict(draft: Drafts, compare: Compare) -> None:
    claim = expel(draft, "a")
    _, [comparison] = compare(claim, deny_expelling(draft, claim.text))
    assert comparison.relation == "compatible"


def deny_expelling(draft: Drafts, text: str) -> Any:
    made = draft("b", text)
    chile = made.actor("Chile", "state", "CHL")
    peru = made.actor("Peru", "state", "PER")
    made.do("expelled", "COERCE", [chile], [peru], modality="hypothetical", denied_by=[chile])
    return made


def test_a_condition_is_no_report_of_the_act(draft: Drafts, compare: Compare) -> None:
    accounts, _ = compare(expel(draft, "a"), expel(draft, "b", modality="conditional"))
    assert accounts == ()


def test_two_days_for_one_act_are_a_conflict(draft: Drafts, compare: Compare) -> None:
    _, [comparison] = compare(
        expel(draft, "a", day=FOURTH), expel(draft, "b", day=date(2031, 5, 7))
    )
    assert (comparison.relation, comparison.tags) == ("differ", ("date conflict",))


def test_acts_of_other_months_are_two(draft: Drafts, compare: Compare) -> None:
    accounts, _ = compare(expel(draft, "a", day=FOURTH), expel(draft, "b", day=date(2031, 8, 7)))
    assert accounts == ()


def test_acts_of_another_quadrant_are_two(draft: Drafts, compare: Compare) -> None:
    accounts, _ = compare(
        expel(draft, "a", day=FOURTH), expel(draft, "b", "invited", type_="CONSULT", day=FOURTH)
    )
    assert accounts == ()


def test_a_plan_that_is_carried_out_has_changed(draft: Drafts, compare: Compare) -> None:
    plan = expel(draft, "b", modality="planned")
    deed = expel(draft, "a", day=date(2031, 5, 6))
    deed.day = date(2031, 5, 6)
    _, [comparison] = compare(deed, plan)
    assert comparison.relation == "changed"
    assert (comparison.a.article, comparison.b.article) == ("b", "a")


def test_a_plan_that_is_not_carried_out_has_not_come_to_pass(
    draft: Drafts, compare: Compare
) -> None:
    plan = expel(draft, "b", modality="demanded")
    deed = expel(draft, "a", day=date(2031, 5, 6), polarity="negative")
    deed.day = date(2031, 5, 6)
    _, [comparison] = compare(deed, plan)
    assert comparison.relation == "compatible"
    assert "not happened" in comparison.reason


def test_one_quotation_that_is_read_in_two_ways_has_not_come_to_pass(
    draft: Drafts, compare: Compare
) -> None:
    said = "Chile expelled three envoys of Peru in a row over the Velbrook dam"
    first, second = expel(draft, "a", modality="demanded"), expel(draft, "b", day=FOURTH)
    for each in (first, second):
        each.say(each.actor("Ada Brandt"), said)
    accounts, found = compare(first, second)
    events = {account.id for account in accounts if account.kind == "act"}
    assert [each.relation for each in found if each.account in events] == ["compatible"]


def _give_up(draft: Drafts, compare: Compare, day: date, asserted_by: str) -> Any:
    threat = expel(draft, "b", modality="threatened", asserted_by="b-Chile")
    mind = expel(
        draft, "a", modality="planned", polarity="negative", asserted_by=f"a-{asserted_by}"
    )
    mind.day = day
    _, [comparison] = compare(mind, threat)
    return comparison


def test_who_gives_up_a_threat_does_not_deny_it(draft: Drafts, compare: Compare) -> None:
    comparison = _give_up(draft, compare, date(2031, 5, 6), "Chile")
    assert (comparison.relation, comparison.a.article) == ("changed", "b")
    assert comparison.reason == "threatened, then not planned"


@pytest.mark.parametrize(("day", "by"), [(FOURTH, "Chile"), (date(2031, 5, 6), "Peru")])
def test_who_says_on_the_day_or_of_another_that_it_will_not_be_denies_it(
    draft: Drafts, compare: Compare, day: date, by: str
) -> None:
    assert _give_up(draft, compare, day, by).relation == "differ"


def test_a_meeting_has_no_direction(draft: Drafts, compare: Compare) -> None:
    drafts = []
    for name, text, hosts, guests in (
        ("a", "Reyes met Brandt in Velbrook to talk about the dam.", "Ana Reyes", "Tomas Brandt"),
        ("b", "Brandt met Reyes in Velbrook to talk about the dam.", "Tomas Brandt", "Ana Reyes"),
    ):
        made = draft(name, text)
        host, guest = made.actor(hosts), made.actor(guests)
        made.do("met", "CONSULT", [host], [guest], day=FOURTH, place="Velbrook")
        drafts.append(made)
    _, [comparison] = compare(*drafts)
    assert comparison.relation == "agree"


@pytest.mark.parametrize(("place", "found"), [("Velbrook", 1), ("Ostrel", 0)])
def test_talks_of_nobody_named_are_those_at_the_place(
    draft: Drafts, compare: Compare, place: str, found: int
) -> None:
    a = draft("a", "Chile and Peru said so after talks in Velbrook.")
    both = [a.actor("Chile", "state", "CHL"), a.actor("Peru", "state", "PER")]
    a.do("talks", "CONSULT", both, [], day=FOURTH, place="Velbrook")
    b = draft("b", f"The minister thanked those who had steered the talks in {place}.")
    b.do("talks", "CONSULT", [], [], day=FOURTH, place=place)
    accounts, _ = compare(a, b)
    assert len(accounts) == found


def strike(draft: Drafts, name: str, text: str, verb: str, **more: Any) -> Any:
    made = draft(name, text)
    actors = [made.actor(who, kind) for who, kind in more.pop("actors", ())]
    made.do(verb, "COERCE", actors, [made.actor("Ana Reyes")], day=FOURTH, **more)
    return made


def test_whom_it_was_done_to_tells_where_nobody_is_said_to_have_done_it(
    draft: Drafts, compare: Compare
) -> None:
    a = strike(draft, "a", "Ana Reyes was arrested at the Velbrook dam.", "arrested")
    b = strike(
        draft,
        "b",
        "Border guards arrested Reyes near the dam on Sunday.",
        "arrested",
        actors=[("Border guards", "group")],
    )
    [account], [comparison] = compare(a, b)
    assert (account.kind, comparison.relation) == ("act", "agree")


def test_that_some_did_not_do_it_does_not_deny_that_it_was_done(
    draft: Drafts, compare: Compare
) -> None:
    a = strike(draft, "a", "Ana Reyes was arrested at the Velbrook dam.", "arrested")
    b = strike(
        draft,
        "b",
        "Soldiers had not arrested Reyes at the Velbrook dam.",
        "arrested",
        actors=[("Soldiers", "group")],
        polarity="negative",
    )
    _, [comparison] = compare(a, b)
    assert comparison.relation == "not comparable"


def test_an_act_told_twice_in_one_article_is_one_event(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Chile expels envoys. Chile expelled three envoys of Peru over the dam.")
    chile, peru = a.actor("Chile", "state", "CHL"), a.actor("Peru", "state", "PER")
    a.do("expels", "COERCE", [chile], [], day=FOURTH)
    a.do("expelled", "COERCE", [chile], [peru], day=FOURTH)
    [account], _ = compare(a, expel(draft, "b", day=FOURTH))
    assert len(account.rows) == 3


def test_one_refusal_in_two_verbs_is_one_act(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "Chile turned down the tolls at the Velbrook dam that Peru had offered to cut.")
    a.do("turned down", "REJECT", [a.actor("Chile", "state", "CHL")],
         [a.actor("Peru", "state", "PER")], day=FOURTH)  # fmt: skip
    b = draft("b", "Chile refused the lower tolls of Peru after talks on the Velbrook dam.")
    b.do("refused", "REJECT", [b.actor("Chile", "state", "CHL")],
         [b.actor("Peru", "state", "PER")], day=FOURTH)  # fmt: skip
    [account], _ = compare(a, b)
    assert account.kind == "act"
