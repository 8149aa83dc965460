"""Speech acts that the reader is sure of, and the words that tell otherwise."""

from dataclasses import replace
from typing import get_args

import pytest
from tests.statements.conftest import make_actors, make_article
from tests.statements.reading import attribute, place, read

from onrecord.records import SpeechAct
from onrecord.statements import find_statements
from onrecord.text import outline_text


@pytest.mark.parametrize(
    ("cue", "content", "given", "act"),
    [
        ("said", "they will no longer be taken to jail", "threaten", "claim"),
        ("said", "they will not hesitate to reply", "threaten", "threaten"),
        ("said", "if they return we will not send boats", "threaten", "threaten"),
        ("said", "they would not arrest the crews", "refuse", "commit"),
        ("said", "they would not release the crews", "refuse", "refuse"),
        ("said", "the cook could no longer stand", "refuse", "claim"),
        ("said", "the cook can not swim", "refuse", "claim"),
        ("said", "the crews could not accept it", "refuse", "refuse"),
        ("told them", "that the crews would accept it if they were paid", "refuse", "accept"),
        ("said", "the crews would accept nothing of it", "refuse", "refuse"),
        ("claimed", "they keep all crews safe", "commit", "claim"),
        ("claimed", "they would keep all crews safe", "commit", "commit"),
        ("announced", "a package of new measures", "commit", "commit"),
        ("promised", "a firm response to any use of arms", "commit", "threaten"),
        ("promised", "a firm response to the letter", "commit", "commit"),
        ("said", "it has a firm commitment to the crews", "praise", "claim"),
        ("said", "the crews have shown commitment to it", "praise", "praise"),
        ("cited", "the uselessness of the case", "criticise", "claim"),
        ("has claimed", "responsibility for the raid", "claim", "confirm"),
        ("repeated", "the claim of the crews", "dispute", "claim"),
        ("rejected", "the statement of the crews", "refuse", "deny"),
        ("rejected", "the request of the crews", "refuse", "refuse"),
        ("said", "that “no court can work when its judges leave”", "refuse", "claim"),
        ("indicated", "that ships might be delayed", "threaten", "claim"),
        ("said", "“I will readily admit that it was late”", "commit", "confirm"),
        ("said", "the whole plan is a total disgrace", "claim", "criticise"),
        ("said", "the whole plan is not a disgrace", "claim", "claim"),
        ("said", "“They were let in. A terrible decision!”", "claim", "criticise"),
        ("said", "the crews of the old port are simply wrong on every count", "claim", "criticise"),
        ("said", "that was wrong", "claim", "claim"),
        ("said", "they asked whether the whole plan is unfair", "claim", "claim"),
        ("said", "her work was truly outstanding", "claim", "praise"),
        ("has maintained", "his innocence", "deny", "claim"),
        ("said", "he cannot support the plan", "criticise", "refuse"),
        ("said", "she could not support her family", "claim", "claim"),
        ("agreed", "that the crews were late", "accept", "claim"),
        ("agreed", "that the crews would leave", "accept", "accept"),
        ("said", "he backed the plan of the crews", "claim", "praise"),
        ("said", "they oppose the plan", "claim", "criticise"),
        ("said", "the mayor was absolutely right", "claim", "confirm"),
        ("said", "he will build a wall for nothing if you get the crews", "commit", "offer"),
        ("said", "he will build a wall if it rains", "commit", "commit"),
        ("advised", "that the crews will be let in", "appeal", "claim"),
        ("advised", "that the crews should leave", "appeal", "appeal"),
        ("said", "they may have to accept half", "accept", "claim"),
        ("suggested", "they could cut off all aid to the crews", "offer", "threaten"),
        ("suggested", "they could cut the tolls for the crews", "offer", "offer"),
        ("said", "they could agree to that one day", "accept", "claim"),
        ("said", "they can accept half", "accept", "accept"),
        ("said", "we are sorry for your loss", "accept", "claim"),
        ("said", "we are so sorry for what we did", "accept", "confirm"),
        ("said", "it was aware of the raid but could not confirm it", "confirm", "claim"),
        ("said", "it had lost two ships", "confirm", "confirm"),
        ("said", "it had seen the film but could not comment", "dispute", "claim"),
        ("said", "the premier wants a vote", "demand", "claim"),
        ("said", "it wants a vote", "demand", "demand"),
        ("said", "the guild wants a vote", "demand", "demand"),
        ("said", "it was ready for any outcome", "offer", "claim"),
        ("said", "it was prepared for new talks", "offer", "offer"),
        ("told of", "the growing threat posed by rival crews", "threaten", "warn_of"),
        ("told of", "the danger from rival crews", "threaten", "warn_of"),
        ("told of", "the threat of sanctions", "threaten", "threaten"),
        ("said", "it would lift the ban at once", "threaten", "commit"),
        ("said", "it would end all talks", "threaten", "threaten"),
        ("said", "it will raise the matter with them", "threaten", "claim"),
        ("said", "it will raise the tolls", "threaten", "threaten"),
        ("said", "if the crew is not home, not one lorry will cross", "claim", "threaten"),
        ("said", "if it rains, no one will come", "claim", "claim"),
        ("said", "it was ready for a joint inquiry", "offer", "offer"),
        ("said", "if they leave, the raids will end at once", "threaten", "offer"),
        ("said", "the raids will end in fire", "threaten", "threaten"),
        ("rejected", "this as an old story", "refuse", "dispute"),
        ("rejected", "the offer as too low", "refuse", "refuse"),
        ("told of", "the danger from its own crews", "threaten", "threaten"),
    ],
)
def test_plain_words_outweigh_the_reader(cue: str, content: str, given: str, act: str) -> None:
    text = f"The guild {cue} {content}."
    sure = next(each for each in get_args(SpeechAct) if each == given)
    found = replace(attribute(text, cue, "The guild", content), act=sure, act_sure=0.95)
    [statement] = read(text, found)
    assert statement.act == act


@pytest.mark.parametrize(
    ("words", "given", "sure", "act"),
    [
        ("said | that the gate had been left open on purpose", "accuse", 0.97, "claim"),
        ("said | that the gate had been broken open by the crews", "accuse", 0.97, "accuse"),
        ("said | the crews had crossed the bridge", "accuse", 0.9, "claim"),
        ("said | the crews had tied up the cook", "accuse", 0.97, "accuse"),
        ("said | the crews had robbed the cook", "accuse", 0.8, "accuse"),
        ("alleged | the crews had crossed the bridge", "accuse", 0.8, "accuse"),
        ("told the crews | that the tower had no stairs", "deny", 0.9, "claim"),
        ("said | that he had no talks with the crews", "deny", 0.9, "deny"),
        ("said | the envoy had no talks with the crews", "deny", 0.9, "deny"),
        ("says | most of the roofs in the valley are cracked", "warn_of", 0.97, "claim"),
        ("says | most of the roofs in the valley will be lost", "warn_of", 0.97, "warn_of"),
        ("warned | the mills will stand still if the drought lasts", "threaten", 0.9, "warn_of"),
        ("warned | its men will strike if the drought lasts", "threaten", 0.9, "threaten"),
        ("warned | that every boat will be sunk", "threaten", 0.9, "threaten"),
    ],
)
def test_the_words_bear_out_the_act(words: str, given: str, sure: float, act: str) -> None:
    cue, content = words.split(" | ")
    text = f"The guild {cue} {content}."
    cue = cue.split()[0]
    name = next(each for each in get_args(SpeechAct) if each == given)
    found = replace(attribute(text, cue, "The guild", content), act=name, act_sure=sure)
    [statement] = read(text, found)
    assert statement.act == act


def test_what_is_said_by_nobody_is_no_denial() -> None:
    text = "It is said that the baron never slept."
    found = replace(
        attribute(text, "It is said", None, "that the baron never slept"), act="deny", act_sure=0.9
    )
    [statement] = read(text, found)
    assert statement.act == "claim"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“We have to be very smart,” the guild said.", "claim"),
        ("“They have to be very smart,” the guild said.", "demand"),
        ("“Times are such that Peru might need to help,” the guild said.", "claim"),
        ("“We would urgently call on Peru to wait,” the guild said.", "appeal"),
    ],
)
def test_what_we_must_do_is_no_demand(text: str, act: str) -> None:
    quoted = text[: text.index("”") + 1]
    [statement] = read(text, attribute(text, "said", "the guild", quoted))
    assert statement.act == act


@pytest.mark.parametrize(
    ("source", "act"),
    [("Berg", "claim"), ("The Harbour Ministry", "commit"), ("A guild", "commit")],
)
def test_nobody_is_it(source: str, act: str) -> None:
    text = f"{source} said it would put the crews on the spot."
    found = attribute(text, "said", source, "it would put the crews on the spot")
    [statement] = find_statements(
        make_article(text),
        outline_text(text),
        actors=make_actors(text),
        timexes=(),
        attributions=[replace(found, act="commit", act_sure=0.95)],
    )
    assert statement.act == act


@pytest.mark.parametrize(
    ("formula", "words", "act"),
    [
        ("Let me be very clear,", "We did not pay a ransom.", "deny"),
        ("Let me be clear,", "There is no secret deal.", "deny"),
        ("I will be frank,", "The judge must resign.", "demand"),
        ("Make no mistake,", "We will strike back if they come.", "threaten"),
    ],
)
def test_a_formula_that_opens_a_statement_is_no_act(formula: str, words: str, act: str) -> None:
    text = f"“{formula}” Berg said. “{words}”"
    found = replace(
        attribute(text, "said", "Berg", f"“{formula}”"), act="demand", negative=True, act_sure=0.9
    )
    [statement] = read(text, found)
    assert statement.act == act
    assert statement.polarity == ("negative" if act == "deny" else "positive")


def test_what_is_wanted_tonight_is_the_wish_of_him() -> None:
    text = "“He wants it tonight,” Berg said. “I want it, too,” Lund said."
    first, second = (
        replace(attribute(text, cue, who, words), act="demand", act_sure=0.9)
        for cue, who, words in (
            ("said", "Berg", "“He wants it tonight,”"),
            ("said.", "Lund", "“I want it, too,”"),
        )
    )
    second = replace(second, cue=place(text, "Lund said")._replace(start=text.rindex("said")))
    assert [row.act for row in read(text, first, second)] == ["claim", "demand"]


@pytest.mark.parametrize(
    ("content", "act"),
    [("the ultimatum", "refuse"), ("Oslo’s demand to leave", "refuse"), ("the charge", "deny")],
)
def test_who_rejects_what_is_wanted_refuses_it(content: str, act: SpeechAct) -> None:
    text = f"Baru rejected {content}."
    found = replace(attribute(text, "rejected", "Baru", content), act="deny", act_sure=0.8)
    assert [row.act for row in read(text, found)] == [act]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("I would ask people not to shout.", "appeal"),
        ("We would ask Oslo to help.", "appeal"),
        ("We would pay for it.", "commit"),
    ],
)
def test_who_would_ask_asks(words: str, act: SpeechAct) -> None:
    text = f"“{words}” Baru said."
    assert [row.act for row in read(text)] == [act]


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("the report a fantasy", "deny"),
        ("the count pure fiction", "dispute"),
        ("the plan a disaster", "criticise"),
        ("the ship a ferry", "claim"),
    ],
)
def test_what_is_called_false_is_denied_or_disputed(content: str, act: SpeechAct) -> None:
    text = f"Baru called {content}."
    found = replace(attribute(text, "called", "Baru", content), act="claim", act_sure=0.8)
    assert [row.act for row in read(text, found)] == [act]


@pytest.mark.parametrize(
    "words",
    ["I stand corrected.", "We were wrong.", "It was late, and for that I apologise to you."],
)
def test_who_apologises_admits_it(words: str) -> None:
    text = f"“{words}” Baru said."
    found = replace(attribute(text, "said", "Baru", f"“{words}”"), act="claim", act_sure=0.8)
    assert [row.act for row in read(text, found)] == ["confirm"]
