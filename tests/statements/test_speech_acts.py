from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.statements.reading import attribute
from tests.statements.reading import read as read_attributed

from onrecord.statements.pragmatics.polarity import find_polarity

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
        ("“I would guess there are many,” said Berg.", "claim"),
        ("Berg pressed Sudria to wait.", "appeal"),
        ("Berg said that Lund was right.", "confirm"),
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
        ("“The ministry has done nothing wrong,” said Berg.", "deny"),
        ("“There was nothing wrong in Oru,” said Berg.", "claim"),
        ("“I am sorry,” said Berg. “We should have listened.”", "confirm"),
        ("“I am sorry,” said Berg. “The road is closed.”", "claim"),
        ("Berg said that the figures of the ministry were false.", "dispute"),
        ("Berg said that the claim was a pack of lies.", "deny"),
        ("Berg said the cars had left “under a cloak of lies”.", "claim"),
        ("Berg said that was impossible.", "dispute"),
        ("“He will not survive the winter,” said Berg.", "claim"),
        ("Berg said Norland stands ready to talk.", "offer"),
        ("“He ought to consider his position,” said Berg.", "demand"),
        ("“He ought to be home by now,” said Berg.", "claim"),
        ("“Yes, that is right,” said Berg.", "confirm"),
        ("“Refuse, and you will be hunted,” said Berg.", "threaten"),
        ("“Leave Oru, or you will be shot,” said Berg.", "threaten"),
        ("“Sail, and you will see whales,” said Berg.", "claim"),
        ("“Nobody came, and they will suffer,” said Berg.", "claim"),
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
        ("Lund said he would leave unless the mayor, known as Ode, was freed.",
         "unless the mayor, known as Ode, was freed"),
        ("Lund said he would stay if the vote failed, a grave matter, and left.",
         "if the vote failed"),
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
        ("Lund said the road would be closed until they were freed.", "until they were freed"),
        ("Lund said the road was closed until they came.", None),
        ("Lund said the road would be closed until after the vote.", None),
        ("Lund said he would use force if need be to stop it.", "if need be"),
        ("Lund said the road was good for as long as it was open.", None),
        ("Lund said it had been so as long as he can remember.", None),
        ("Lund said it was so as long as the bridge has been there.", None),
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
        ("Berg denied that the road was open.", "negative"),
        ("Berg refused to open the road.", "negative"),
        ("Berg confirmed that the road was open.", "positive"),
        ("Berg said the road was open, not closed.", "positive"),
        ("Berg warned Lund against opening the road.", "negative"),
        ("Berg warned that the road would run against a wall.", "positive"),
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


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("that he was a mayor who could not wait", "positive"),
        ("Not waiting for the vote would only lead to violence", "positive"),
        ("It shows the crews didn’t know", "positive"),
        ("that it shows no fear", "negative"),
        ("he broke the law by not asking", "positive"),
        ("the pits are poor and will not last", "positive"),
        ("he will go no matter what it costs", "positive"),
        ("that he “hasn’t really asked them”", "negative"),
        ("Nobody who was there will forget it", "negative"),
        ("the boy’s name and age were not asked", "negative"),
        ("his “no” vote", "positive"),
    ],
)
def test_the_negation_of_a_clause_inside_is_not_that_of_the_main_clause(
    words: str, polarity: str
) -> None:
    assert find_polarity(words) == polarity


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("I wouldn’t call it a crisis.", "claim"),
        ("I wouldn’t want to lose it.", "claim"),
        ("We would not sign it.", "refuse"),
        ("No one would agree to that.", "claim"),
        ("No Norland miner would agree to that.", "refuse"),
    ],
)
def test_who_would_not_judge_something_so_refuses_nothing(read: Read, words: str, act: str) -> None:
    assert [row.act for row in read(f"“{words}” Ida Berg said.")] == [act]


def test_what_is_called_by_a_good_name_is_praised() -> None:
    text = "Ida Berg called Lund “a wonderful pilot”."
    found = attribute(text, "called", "Ida Berg", "Lund “a wonderful pilot”")
    [statement] = read_attributed(text, replace(found, act="criticise", act_sure=0.9))
    assert statement.act == "praise"


def test_what_is_called_by_a_bad_name_is_blamed_however_great_it_is() -> None:
    text = "Ida Berg called it “a stunning, historic mistake”."
    found = attribute(text, "called", "Ida Berg", "it “a stunning, historic mistake”")
    [statement] = read_attributed(text, replace(found, act="praise", act_sure=0.9))
    assert statement.act == "criticise"


def test_a_word_of_the_headline_is_no_title_of_who_opens_the_text(read: Read) -> None:
    rows = read(
        "Ban rejected by judge\n\nTomas Lund’s ban is over, Julio Mora, a judge, wrote.\n\n"
        "“It ends here,” the judge said."
    )
    assert rows[-1].speaker == "Julio Mora"


def test_what_brings_the_harm_is_the_condition(read: Read) -> None:
    [row] = read("“Stay, and you will die,” said Berg.")
    assert row.condition == "Stay"
    [row] = read("“Go, or you will die,” said Berg.")
    assert row.condition is None


@pytest.mark.parametrize(
    ("text", "act", "condition"),
    [
        (
            "Norland’s minister, Ida Berg, said such a move would trigger a firm response.",
            "threaten",
            "such a move",
        ),
        (
            "Berg said any attack on the port would be met with a response by Norland.",
            "threaten",
            "any attack on the port",
        ),
        (
            "Norland said that arming the rebels would draw a harsh answer from its army.",
            "threaten",
            "arming the rebels",
        ),
        ("Berg said an attack would provoke a swift response by Sudria.", "claim", None),
        ("Mora said such a decision would prompt a sharp reaction.", "claim", None),
        ("Norland said such a step would bring no response.", "claim", None),
        ("Norland said the floods would require a response.", "claim", None),
    ],
)
def test_who_would_answer_a_deed_with_harm_threatens(
    read: Read, text: str, act: str, condition: str | None
) -> None:
    [row] = read(text)
    assert (row.act, row.condition) == (act, condition)


def test_who_tells_how_another_would_answer_only_warns(read: Read) -> None:
    text = "Berg said an attack would provoke a swift response by Sudria."
    found = attribute(text, "said", "Berg", "an attack would provoke a swift response by Sudria")
    [row] = read(text, attributions=[replace(found, act="threaten", act_sure=0.9)])
    assert row.act == "warn_of"
