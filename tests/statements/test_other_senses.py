"""Verbs of saying where they tell no saying."""

from dataclasses import replace

import pytest
from tests.statements.reading import attribute, quote, read


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Most crews hail from the south.", "hail", "Most crews", "from the south"),
        ("Baru spoke before about 100 guests.", "spoke before", "Baru", "about 100 guests"),
        ("The mine denied the crews their pay.", "denied", "The mine", "the crews their pay"),
        ("The inquiry’s scope, which threatens to grow.", "threatens", "which", "to grow"),
        (
            "A shortage of crews and the delay threatens to last.",
            "threatens",
            "the delay",
            "to last",
        ),
        ("To suggest otherwise is a lie.", "To suggest", None, "otherwise"),
        ("It came out through clerks.", "through", "clerks", "It came out"),
        ("The board was intended to advise him.", "was intended to advise", "The board", "him"),
        ("It was all made public.", "made", "public", "It was all"),
        ("The delay offered a clue that it rains.", "offered", "The delay", "a clue that it rains"),
        ("A man said to have fled has left.", "said", "A man", "to have fled"),
        ("Responding to claims that it rains, she left.", "Responding to", "she", "claims that"),
        ("Few crews have voiced anger over it.", "have voiced", "Few crews", "anger over it"),
        ("She was chief for said inquiry.", "said", "She", "inquiry"),
        ("Crews sued the mine to stop it.", "sued", "Crews", "to stop it"),
        ("Crews will ask the court to stop it.", "will ask", "Crews", "to stop it"),
        ("The firm observed Kesh troops first-hand.", "observed", "The firm", "Kesh troops"),
        ("Norwire has asked her for comment on it.", "has asked", "Norwire", "for comment on it"),
        ("A law formally called the Gate Act.", "formally called", "A law", "the Gate Act"),
        ("It raises more questions about it.", "more questions about", None, "it"),
        ("A port which both crews claim as theirs.", "claim", "both crews", "as theirs"),
        ("Kings have maintained silence on it.", "have maintained silence", "Kings", "on it"),
        ("It was too early to comment on it.", "comment", None, "on it"),
        ("His plan would help crews.", "plan", "His", "would help crews"),
        ("Crews tried to find out if it is late.", "tried to find out", "Crews", "if it is late"),
        ("The port, also known as the Gate.", "also known as", None, "the Gate"),
        ("It was clear that it was late.", "was clear", None, "that it was late"),
        ("The question is whether it is late.", "The question", None, "whether it is late"),
        ("The raid underscored the risk.", "underscored", "The raid", "the risk"),
        ("Friday’s raid raises questions about it.", "raises questions", "Friday’s", "about it"),
        ("It hurt crews amid alleged neglect.", "alleged", None, "neglect"),
        ("Crews are gung-ho about the war.", "are gung-ho about", "Crews", "the war"),
        ("Norland provides support to crews.", "provides support to", "Norland", "crews"),
        ("Whether Kenya accepts it is up to him.", "accepts", "Kenya", "it is up to him"),
        ("We see every sign that it rains.", "see every sign", "We", "that it rains"),
        ("There is no indication that it rains.", "indication", None, "that it rains"),
        ("They’re assiduous about the work.", "’re assiduous about", "They", "the work"),
        ("It hit the brothers Ali and Said Baru of Oru.", "Said", "Ali", "Baru of Oru"),
        ("Norland ordered 30 jets from Peru.", "ordered", "Norland", "30 jets from Peru"),
        ("Crews struggled to explain why.", "struggled to explain", "Crews", "why"),
        ("The guild aired a clip showing crews.", "aired a clip showing", "The guild", "crews"),
        (
            "The guild aired a clip that shows crews at sea.",
            "aired a clip",
            "The guild",
            "that shows crews at sea",
        ),
        ("“I think the port is shut,” it read.", "think", "I", "“I think the port is shut,”"),
    ],
)
def test_another_sense_of_the_verb_is_no_statement(
    text: str, cue: str, source: str | None, content: str
) -> None:
    found = [each.cue for each in read(text, attribute(text, cue, source, content))]
    assert attribute(text, cue, source, content).cue not in found


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Norland ordered 300 crews to the port.", "ordered", "Norland", "300 crews to the port"),
        ("Crews hailed the ruling.", "hailed", "Crews", "the ruling"),
        ("Crews gave no sign that it rains.", "sign", "Crews", "that it rains"),
        ("Baru spoke about 100 lost boats.", "spoke about", "Baru", "100 lost boats"),
        (
            "The mine denied the charge of their guild.",
            "denied",
            "The mine",
            "the charge of their guild",
        ),
        ("The mayor underscored the risk.", "underscored", "The mayor", "the risk"),
        ("The union threatens to strike.", "threatens", "The union", "to strike"),
        ("Baru was adamant about the date.", "was adamant about", "Baru", "the date"),
    ],
)
def test_the_verb_of_saying_stays_one(text: str, cue: str, source: str, content: str) -> None:
    assert len(read(text, attribute(text, cue, source, content))) == 1


def test_what_is_planned_has_its_source_behind_it() -> None:
    text = "Kenya is planning to leave the pact, according to a memo."
    plan = replace(attribute(text, "is planning", "Kenya", "to leave the pact"), stance="plan")
    memo = attribute(text, "according to", "a memo", "Kenya is planning to leave the pact")
    told = {each.cue: quote(text, each) for each in read(text, plan, replace(memo, relay=True))}
    assert told[memo.cue] == ["Kenya is planning to leave the pact"]
