from collections.abc import Callable
from typing import Any

import pytest

from onrecord.statements.speech_acts import find_polarity

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Berg said the road was open.", "claim"),
        ("Berg confirmed that the road was open.", "confirm"),
        ("Berg denied the report.", "deny"),
        ("Berg disputed the figures.", "dispute"),
        ("Berg rejected the claim that it rained.", "deny"),
        ("Berg rejected the offer.", "refuse"),
        ("Berg refused to leave the hall.", "refuse"),
        ("Norland said it would not leave the hall.", "refuse"),
        ("Norland warned it would close the strait.", "threaten"),
        ("Norland warned that storms would come.", "warn_of"),
        ("Norland warned of a long winter.", "warn_of"),
        ("Norland warned Sudria not to cross the line.", "warn_against"),
        ("Norland warned against a hasty vote.", "warn_against"),
        ("Norland warned Sudria of severe consequences if it crossed the line.", "threaten"),
        ("Norland threatened to close the strait.", "threaten"),
        ("“If they cross the line, we will punish them,” Lund said.", "threaten"),
        ("Berg demanded a reply.", "demand"),
        ("Berg called for a vote.", "demand"),
        ("Berg told Sudria to leave.", "demand"),
        ("Berg urged Sudria to wait.", "appeal"),
        ("Berg asked Sudria to wait.", "appeal"),
        ("Berg offered to send pilots.", "offer"),
        ("Norland said it was ready to talk.", "offer"),
        ("Norland said it would send pilots.", "commit"),
        ("Berg promised to send pilots.", "commit"),
        ("Berg said she'd needed a rest.", "claim"),
        ("Berg said she'd send pilots.", "commit"),
        ("Berg said it would not be easy.", "claim"),
        ("Berg agreed to hold a vote.", "accept"),
        ("Berg accused Sudria of delay.", "accuse"),
        ("Berg condemned the raid.", "criticise"),
        ("Berg praised the pilots.", "praise"),
        ("Berg called the plan “a gift to smugglers”.", "criticise"),
        ("Drivers used what Berg called “a road of peace”.", "claim"),
        ("“No,” said Berg.", "deny"),
        ("“Yes, that is right,” said Berg.", "confirm"),
    ],
)
def test_act_comes_from_the_cue_and_the_content(read: Read, text: str, act: str) -> None:
    assert [row.act for row in read(text)] == [act]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Lund said he would leave if the vote failed.", "if the vote failed"),
        ("Lund said that unless the vote failed, he would stay.", "unless the vote failed"),
        ("“We will talk as long as they do,” Lund said.", "as long as they do"),
        ("“The way is open should Sudria choose it,” Lund said.", "should Sudria choose it"),
        ("“If they stay, we stay,” Lund said.", "If they stay"),
        ("Lund asked if the vote had failed.", None),
        ("Lund said Sudria should leave.", None),
        ("Lund said even if it rained he would stay.", None),
        ("Lund said he would stay if Mr. J. Mora did.", "if Mr. J. Mora did"),
        ("Lund said he would stay if 100,000 people came.", "if 100,000 people came"),
        ("Lund said he would stay provided Sudria agrees to talk.",
         "provided Sudria agrees to talk"),
        ("Lund said Norland had sent food, provided Sudria with boots and left.", None),
        ("Lund said the road had been closed until last week.", None),
        ("Lund said the road would be closed until the talks end.", "until the talks end"),
    ],
)  # fmt: skip
def test_condition_is_the_clause_inside_the_content(
    read: Read, text: str, condition: str | None
) -> None:
    [row] = read(text)
    assert row.condition == condition


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Berg said the road was not open.", "negative"),
        ("Berg said there were no troops.", "negative"),
        ("Berg denied that the road was open.", "positive"),
        ("Berg said the road was open, not closed.", "positive"),
    ],
)
def test_polarity_is_that_of_the_main_clause(read: Read, text: str, polarity: str) -> None:
    [row] = read(text)
    assert row.polarity == polarity


def test_no_need_is_no_demand_and_readiness_to_harm_no_offer(read: Read) -> None:
    assert [row.act for row in read("“It doesn’t have to be today,” Ida Berg said.")] == ["claim"]
    words = "“We are ready to punish them if they sail,” Ida Berg said."
    assert [row.act for row in read(words)] == ["threaten"]


@pytest.mark.parametrize("words", ["We’ll see.", "I’ll be honest with you, it was cold."])
def test_will_alone_promises_nothing(read: Read, words: str) -> None:
    assert [row.act for row in read(f"“{words}” Ida Berg said.")] == ["claim"]


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("it would ask whether they had not come", "positive"),
        ("it would not ask whether they had come", "negative"),
    ],
)
def test_what_is_open_is_not_negated(words: str, polarity: str) -> None:
    assert find_polarity(words) == polarity
