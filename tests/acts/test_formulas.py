"""Formulas of news and law in which a word tells no act: "a press conference", "no comment"."""

import pytest
from tests.acts.reading import act, acts_of, read_by, said, seen

from onrecord.acts import find_acts
from onrecord.records import Actor, ActType, Article, Span
from onrecord.text import outline_text


@pytest.mark.parametrize(
    "text",
    [
        "Kenya held a press conference on Peru.",
        "Kenya declined to comment on Peru.",
        "Kenya refused on Monday to be named.",
        "Troops were required by law to go to Peru.",
        "Kenya found no evidence to support the claim.",
        "Kenya is investigating the latest reports on Peru.",
        "Kenya conceded that Peru had won.",
        "Kenya recognised they had lost Peru.",
        "Kenya has a right to ban Peru.",
        "Norland fears for the right of Kenya to ban Peru.",
        "The frigates are designed to attack Peru.",
        "Kenya has frigates capable of attacking Peru.",
        "Kenya released few specifics on Peru.",
        "Kenya did not reply to a request by Peru for comment.",
        "Kenya did not return calls by Peru.",
        "Kenya offered its own estimates to Peru.",
        "The troops were near a Kenya annex, in Peru.",
    ],
)
def test_a_formula_tells_no_act(text: str) -> None:
    assert acts_of(text) == []


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Kenya expressed reluctance to comment on Peru.", "expressed", "REJECT"),
        ("Kenya requested anonymity.", "requested", "REQUEST"),
        ("Kenya asked not to be named by Peru.", "asked", "REQUEST"),
        ("Kenya asked to remain anonymous.", "asked", "REQUEST"),
        ("Attacks on troops are a crime in Kenya.", "Attacks", "ASSAULT"),
        ("Torture of troops is illegal in Kenya.", "Torture", "ASSAULT"),
        ("Lund said that strikes carry a fine in Kenya.", "strikes", "ASSAULT"),
        ("Protests of any kind are banned in Kenya.", "banned", "COERCE"),
        ("The frigates are built to quickly hit Peru.", "hit", "ASSAULT"),
        ("Kenya had encouraging talks with Peru.", "encouraging", "REQUEST"),
        ("Peru’s debunked claim on Kenya went on.", "debunked", "REJECT"),
    ],
)
def test_nor_does_it_where_the_reader_sees_one(text: str, trigger: str, root: ActType) -> None:
    found = read_by(text, seen(text, trigger, root, actor="Kenya" if "Kenya" in text else "The"))
    assert [each for each in found if text[each.trigger.start : each.trigger.end] == trigger] == []


def test_nor_does_a_statement_that_nothing_is_said() -> None:
    text = "Kenya also declined to comment on Peru."
    statement = said(text, "Kenya", "on Peru", act="refuse", cue="also declined")
    assert acts_of(text, statements=[statement]) == []
    text = "Kenya requested anonymity to speak of Peru."
    statement = said(text, "Kenya", "of Peru", act="demand", cue="requested")
    assert acts_of(text, statements=[statement]) == []


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Kenya declined to help Peru.", "declined", "REJECT"),
        ("Kenya recognised Peru.", "recognised", "SUPPORT"),
        ("Kenya supports Peru’s claim.", "supports", "SUPPORT"),
        ("Kenya is investigating Peru.", "investigating", "ACCUSE"),
        ("Kenya reserves the right to attack Peru.", "attack", "ASSAULT"),
        ("Kenya held a conference with Peru.", "conference", "CONSULT"),
    ],
)
def test_the_same_words_outside_it_do(text: str, trigger: str, root: ActType) -> None:
    assert act(text, trigger).type == root


def test_which_behind_those_it_is_for_may_be_the_thing() -> None:
    text = "Kenya liked the pact for Peru, which released Lund."
    assert [each for each in acts_of(text) if each.type == "RETREAT"] == []


def test_what_that_killed_has_its_object() -> None:
    text = "The raid that killed Lund shook Kenya."
    [found] = read_by(text, seen(text, "killed", "ASSAULT", recipient="Lund"))
    assert (found.type, found.recipients) == ("ASSAULT", ("Lund",))


@pytest.mark.parametrize("words", ["named", "identified", "quoted"])
def test_who_asks_not_to_be_named_asks_for_nothing(words: str) -> None:
    text = f"Lund asked not to be {words} and left."
    assert read_by(text, seen(text, "asked", "REQUEST", actor="Lund")) == []


def test_who_speaks_to_the_press_consults_nobody() -> None:
    text = "Lund, speaking to reporters, and Peru left."
    press = Actor(id="r", name="reporters", kind="group", sector="JRN", mentions=(Span(18, 27),))
    lund = Actor(id="l", name="Lund", kind="person", mentions=(Span(0, 4),))
    article = Article(id="a", text=text, body=Span(0, len(text)))
    found = find_acts(article, outline_text(text), actors=[lund, press], statements=(), timexes=())
    assert [each for each in found if each.type == "CONSULT"] == []
