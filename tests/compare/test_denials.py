"""A denial in other words differs from what it denies, and from nothing else."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from onrecord.compare.relate_statements import relate_statements
from onrecord.compare.tellings import set_readings, tell_statement
from onrecord.compare.verdicts import Verdict

Drafts = Callable[..., Any]

REMARK = "the province would never again speak about the dam"
REPORT = "a report that she had ruled out ever speaking about the dam with the province"


def relate(first: Any, second: Any) -> list[Verdict]:
    """Return how each statement of the first article stands to each of the second, both ways."""
    tellings = [
        [tell_statement(setting, row) for row in reading.statements]
        for reading, setting in set_readings([first.reading(), second.reading()]).values()
    ]
    verdicts = []
    for a, b in product(*tellings):
        there, back = relate_statements(a, b), relate_statements(b, a)
        assert (there.relation, there.tags) == (back.relation, back.tags)
        verdicts.append(there)
    return verdicts


@pytest.fixture
def remark(draft: Drafts) -> Any:
    made = draft("a", f"Ana Reyes told the mayor that {REMARK}.")
    made.say(made.actor("Ana Reyes"), REMARK, kind="indirect")
    return made


def deny(draft: Drafts, report: str, denier: str = "Ana Reyes", act: str = "deny") -> Any:
    """Return an article in which `denier` denies a report of what Ana Reyes said."""
    made = draft("b", f"{denier} denied {report}.")
    speaker = made.actor("Ana Reyes")
    teller = speaker if denier == "Ana Reyes" else made.actor(denier)
    outer = made.say(teller, report, kind="indirect", act=act)
    made.say(speaker, report.partition("that she had ")[2], kind="indirect", within=outer)
    return made


@pytest.mark.parametrize("denier", ["Ana Reyes", "Petr Lund"])
def test_words_that_were_not_said_differ_from_their_report(
    draft: Drafts, remark: Any, denier: str
) -> None:
    verdicts = relate(remark, deny(draft, REPORT, denier))
    assert {(each.relation, each.tags) for each in verdicts} == {("differ", ("denial",))}


@pytest.mark.parametrize(("act", "reason"), [("deny", "were not said"), ("dispute", "disputes")])
def test_the_reason_tells_a_denial_of_words_from_a_dispute(
    draft: Drafts, remark: Any, act: str, reason: str
) -> None:
    verdicts = relate(remark, deny(draft, REPORT, "Petr Lund", act))
    assert all(reason in each.reason for each in verdicts)


def test_a_denial_of_the_opposite_is_no_conflict(draft: Drafts, remark: Any) -> None:
    report = "a report that she had offered to speak about the dam with the province again"
    assert all(each.relation != "differ" for each in relate(remark, deny(draft, report)))


def test_two_outlets_tell_of_one_denial(draft: Drafts) -> None:
    other = deny(draft, REPORT)
    other.name = "a"
    assert all("denial" not in each.tags for each in relate(other, deny(draft, REPORT)))


def test_what_others_are_denied_to_have_said_is_no_conflict(draft: Drafts) -> None:
    other = draft("a", f"Petr Lund told the mayor that {REMARK}.")
    other.say(other.actor("Petr Lund"), REMARK, kind="indirect")
    assert all("denial" not in each.tags for each in relate(other, deny(draft, REPORT)))


def tell(draft: Drafts, name: str, speaker: str, words: str, act: str = "claim") -> Any:
    made = draft(name, f"{speaker} said {words}.")
    made.say(made.actor(speaker), words, kind="indirect", act=act)
    return made


def test_an_affirmation_differs_from_the_same_words_denied(draft: Drafts) -> None:
    a = tell(draft, "a", "Ana Reyes", "the old wall of the dam would withstand another flood")
    b = tell(draft, "b", "Ana Reyes", "the dam’s old wall wouldn’t withstand another flood")
    [verdict] = relate(a, b)
    assert (verdict.relation, verdict.tags) == ("differ", ("denial",))


def test_a_negation_of_something_else_is_no_denial(draft: Drafts) -> None:
    a = tell(draft, "a", "Ana Reyes", "the repair of the dam costs 170 million crowns")
    b = tell(
        draft, "b", "Ana Reyes", "repair of the dam costs 170 million crowns, not counting bridges"
    )
    [verdict] = relate(a, b)
    assert verdict.relation == "agree"


def test_one_speaker_s_denial_may_be_told_by_its_words(draft: Drafts) -> None:
    a = tell(draft, "a", "Ana Reyes", "the old wall of the dam had moved in the flood", "deny")
    b = tell(draft, "b", "Ana Reyes", "the old dam wall that had moved in the flood was a tale")
    assert all("denial" not in each.tags for each in relate(a, b))
    c = tell(draft, "b", "Petr Lund", "the dam’s old wall had moved in the flood")
    [verdict] = relate(a, c)
    assert verdict.tags == ("denial",)


def test_a_demand_is_not_denied_by_a_refusal(draft: Drafts) -> None:
    a = tell(draft, "a", "Ana Reyes", "the province must repair the old wall of the dam", "demand")
    b = tell(draft, "b", "Petr Lund", "the province will not repair the dam’s old wall")
    assert all("denial" not in each.tags for each in relate(a, b))


def test_who_rejects_a_claim_grants_that_it_was_made(draft: Drafts) -> None:
    claim = "Petr Lund had paid for the breach of the dam"
    said = tell(draft, "a", "Ana Reyes", claim, "accuse")
    made = draft(
        "b", "Petr Lund rejected Reyes’s claim that he had paid for the breach of the dam."
    )
    lund, reyes = made.actor("Petr Lund"), made.actor("Ana Reyes")
    outer = made.say(lund, "Reyes’s claim that he had paid for the breach of the dam", act="deny")
    made.say(reyes, "that he had paid for the breach of the dam", kind="indirect", within=outer)
    made.statements[1] = replace(made.statements[1], cue=made.find("claim"))
    assert all("denial" not in each.tags for each in relate(said, made))


def test_a_denial_does_not_agree_with_what_it_denies(draft: Drafts) -> None:
    a = tell(draft, "a", "Ana Reyes", "no ship of the province fired on the old wall", "deny")
    b = tell(draft, "b", "Petr Lund", "a ship of the province fired on the wall at Velbrook")
    [verdict] = relate(a, b)
    assert verdict.relation != "agree"
