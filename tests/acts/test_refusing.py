"""Words that tell an act only with what stands around them, where the trained reader sees one."""

from dataclasses import replace

import pytest
from tests.acts.reading import mention, read_by, seen, span_of

from onrecord.acts import find_acts
from onrecord.records import Actor, ActType, Article, Span
from onrecord.text import outline_text


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Kenya used violence against Peru.", "used", "ASSAULT"),
        ("Kenya took ten Peru men hostage.", "took", "COERCE"),
        ("Kenya has taken over a port of Peru.", "taken over", "COERCE"),
        ("Kenya took Peru to court.", "took", "ACCUSE"),
        ("Kenya sought more funds of Peru.", "sought", "REQUEST"),
        ("Kenya called Monday for talks with Peru.", "called", "REQUEST"),
        ("Kenya made a call to shun Peru.", "call", "REQUEST"),
        ("Kenya called Peru over the raid.", "called", "CONSULT"),
        ("Kenya called Peru on Monday.", "called", "CONSULT"),
        ("Kenya called Peru a friend.", "called", "SUPPORT"),
        ("Kenya took ten men of Peru from their homes.", "took", "COERCE"),
        ("Kenya has taken in Peru sailors.", "taken in", "AID"),
        ("Kenya voted no on the plan of Peru.", "voted no", "REJECT"),
        ("Kenya described Peru as a bully.", "described", "ACCUSE"),
        ("Kenya spoke out against Peru.", "spoke out against", "ACCUSE"),
        ("Kenya took Peru to a jail.", "took", "COERCE"),
        ("Kenya named Peru as its partner.", "named", "SUPPORT"),
    ],
)
def test_what_stands_around_a_plain_word_makes_an_act_of_it(
    text: str, trigger: str, root: ActType
) -> None:
    [found] = read_by(text, seen(text, trigger, root, actor="Kenya", recipient="Peru"))
    assert (found.type, len(found.actors)) == (root, 1)


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Kenya used trucks near Peru.", "used", "ASSAULT"),
        ("Kenya has shown no fear of Peru.", "shown no", "REJECT"),
        ("Kenya sought to tell Peru.", "sought", "REQUEST"),
        ("Kenya took calls to Peru.", "calls", "REQUEST"),
        ("Kenya described Peru in May.", "described", "REQUEST"),
        ("A panel set up by Kenya is in Peru.", "set up", "ACCUSE"),
    ],
)
def test_elsewhere_it_tells_none(text: str, trigger: str, root: ActType) -> None:
    assert read_by(text, seen(text, trigger, root, actor="Kenya", recipient="Peru")) == []


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Kenya took notes on Peru.", "took", "COERCE"),
        ("Kenya named Peru in its report.", "named", "SUPPORT"),
    ],
)
def test_a_word_that_mostly_tells_no_act_needs_a_certain_reader(
    text: str, trigger: str, root: ActType
) -> None:
    found = seen(text, trigger, root, actor="Kenya", recipient="Peru")
    assert read_by(text, replace(found, sure=0.7)) == []


def test_a_verb_of_which_the_reader_is_certain_has_the_subject_of_the_one_before() -> None:
    text = "Kenya closed ports, and sealed off 17 villages."
    [_, found] = read_by(text, seen(text, "sealed off", "COERCE"))
    assert found.actors == ("Kenya",)


def test_who_is_rung_needs_no_certain_reader_and_who_is_called_a_thing_does() -> None:
    for text, rows in (("Kenya called Peru on Monday.", 1), ("Kenya called Peru a rock.", 0)):
        found = seen(text, "called", "CONSULT", actor="Kenya", recipient="Peru")
        assert len(read_by(text, replace(found, type_sure=0.8))) == rows


def test_words_that_are_somebody_tell_no_act() -> None:
    text, words = "Oru bombing suspect moved.", "Oru bombing suspect"
    suspect = Actor(id="a", name=words, kind="group", mentions=(span_of(text, words),))
    found = find_acts(
        Article(id="x", text=text, body=Span(0, len(text))),
        outline_text(text),
        actors=[suspect],
        statements=(),
        timexes=(),
        mentions=[seen(text, words, "ASSAULT", actor=words)],
    )
    assert list(found) == []


def test_a_noun_carried_by_a_verb_of_two_sides_has_them() -> None:
    text = "Kenya took Peru to court."
    both = {"actors": (span_of(text, "Kenya"), span_of(text, "Peru"))}
    [found] = read_by(
        text,
        seen(text, "took", "ACCUSE", actor="Kenya", recipient="Peru"),
        mention(text, "to court", "ACCUSE", **both),
    )
    assert len(found.actors) == len(found.recipients) == 1


def test_who_is_chosen_for_an_office_does_not_choose() -> None:
    text = "Lund, appointed to the bench by Kenya, wept."
    [found] = read_by(text, seen(text, "appointed", "SUPPORT", actor="Kenya", recipient="Lund"))
    assert (found.actors, found.recipients) == (("Kenya",), ("Lund",))


def test_a_participle_that_ends_an_adjective_blames_nobody() -> None:
    text = "Kenya boarded a tanker, the Peru-flagged Norland."
    reader = seen(text, "flagged", "ACCUSE", actor="Kenya", recipient="Norland")
    assert [each.type for each in read_by(text, reader) if each.type == "ACCUSE"] == []


def test_who_wants_something_has_not_asked_for_it() -> None:
    text = "Kenya wants the backing of Peru."
    assert read_by(text, seen(text, "wants", "REQUEST", actor="Kenya")) == []


def test_who_declares_an_emergency_does_more_than_say_so() -> None:
    text = "Kenya declared a state of emergency in Peru."
    reader = seen(text, "declared", "COERCE", actor="Kenya", recipient="Peru")
    [found] = read_by(text, replace(reader, type_sure=0.8))
    assert found.type == "COERCE"
