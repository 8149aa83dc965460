"""Speech acts that the reader is sure of, and the words that tell otherwise."""

from dataclasses import replace
from typing import get_args

import pytest
from tests.statements.conftest import make_actors, make_article
from tests.statements.test_reader_and_marks import attribute, read

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
        ("claimed", "they keep all crews safe", "commit", "claim"),
        ("claimed", "they would keep all crews safe", "commit", "commit"),
        ("announced", "a package of new measures", "commit", "commit"),
        ("promised", "a firm response to any use of arms", "commit", "threaten"),
        ("promised", "a firm response to the letter", "commit", "commit"),
        ("cited", "the uselessness of the case", "criticise", "claim"),
        ("has claimed", "responsibility for the raid", "claim", "confirm"),
        ("repeated", "the claim of the crews", "dispute", "claim"),
        ("rejected", "the statement of the crews", "refuse", "deny"),
        ("rejected", "the request of the crews", "refuse", "refuse"),
    ],
)
def test_plain_words_outweigh_the_reader(cue: str, content: str, given: str, act: str) -> None:
    text = f"The guild {cue} {content}."
    sure = next(each for each in get_args(SpeechAct) if each == given)
    found = replace(attribute(text, cue, "The guild", content), act=sure, act_sure=0.95)
    [statement] = read(text, found)
    assert statement.act == act


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
