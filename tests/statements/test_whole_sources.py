"""Sources that the reader broke off, or ran on with."""

from dataclasses import replace

import pytest
from tests.statements.reading import attribute, place, read


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("Vice President Ida Berg said it was late.", "Vice", "Vice President Ida Berg"),
        ("A HMC spokesman said it was late.", "A HMC", "A HMC spokesman"),
        ("Mr. Berg left, where he said it was late.", "Mr.", "Mr. Berg"),
        ("The mayor on Friday said it was late.", "The mayor on Friday", "The mayor"),
        ("The crews, who have said it was late.", "The crews, who have", "The crews"),
        ("Berg, in 2012, said it was late.", "Berg, in 2012", "Berg"),
        ("Peru’s hard-won view said it was late.", "Peru’s hard", "Peru’s"),
        ("What the police had told us, we said it was late.", "the police", "we"),
        ("Crews for seven years said it was late.", "Crews for seven years", "Crews"),
        (
            "While the mayor, Ida Berg, left a town, her deputy, Ole Lund, said it was late.",
            "the mayor, Ida Berg",
            "her deputy, Ole Lund",
        ),
        ("Ida Berg Monday said it was late.", "Ida Berg", "Ida Berg"),
        ("Crews quoted by Norwire said it was late.", "Norwire", "Crews quoted by Norwire"),
        (
            "A man who left on Friday said it was late.",
            "A man who left on Friday",
            "A man who left on Friday",
        ),
        ("A combative Ida Berg there said it was late.", "A combative", "A combative Ida Berg"),
        ("Secretary of State Berg, who said it was late.", "Secretary", "Secretary of State Berg"),
        ("Norland officials there said it was late.", "Norland", "Norland officials"),
        ("Ida Berg Again Says It Was Late", "Ida Berg", "Ida Berg"),
        ("To her ally, Ole Lind, Ms Berg said it was late.", "Ole Lind,", "Ms Berg"),
        ("The mayor, Ole Lind, said it was late.", "The mayor", "The mayor"),
    ],
)
def test_a_source_is_whole_and_no_more(text: str, source: str, whole: str) -> None:
    cue = "Says" if "Says" in text else "said"
    content = "It Was Late" if "Says" in text else "it was late"
    [statement] = read(text, attribute(text, cue, source, content))
    assert statement.source == place(text, whole)


def test_he_is_no_owner() -> None:
    text = "He’s also said it was late."
    [statement] = read(text, attribute(text, "said", "He", "it was late"))
    assert statement.source == place(text, "He")


def test_what_a_court_said_is_said() -> None:
    text = "The court said the ban was void."
    found = attribute(text, "said", "The court", "the ban was void")
    [statement] = read(text, replace(found, stance="decision"))
    assert statement.stance == "said"


def test_a_ruling_that_is_put_in_words_is_said() -> None:
    text = "The high court ruled that the ban may stay."
    found = attribute(text, "ruled", "The high court", "that the ban may stay")
    [statement] = read(text, replace(found, stance="decision"))
    assert statement.stance == "said"
    text = "The high court decided that the ban may stay."
    found = attribute(text, "decided", "The high court", "that the ban may stay")
    [statement] = read(text, replace(found, stance="decision"))
    assert statement.stance == "decision"


@pytest.mark.parametrize("told", [True, False])
def test_an_order_to_somebody_is_said(told: bool) -> None:
    text = "The high court ordered the ministry to pay."
    found = attribute(text, "ordered", "The high court", "to pay")
    addressee = place(text, "the ministry") if told else None
    [statement] = read(text, replace(found, stance="decision", addressee=addressee))
    assert statement.stance == ("said" if told else "decision")


def test_what_a_treaty_states_is_said() -> None:
    text = "The treaty states that no ship may sail."
    found = attribute(text, "states", "The treaty", "that no ship may sail")
    [statement] = read(text, replace(found, stance="decision"))
    assert statement.stance == "said"


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("the raid as he began a tour", "the raid"),
        ("the raid as soon as they saw it", "the raid as soon as they saw it"),
        ("the miners who fled as they struck", "the miners who fled as they struck"),
    ],
)
def test_what_the_speaker_did_meanwhile_is_not_said(content: str, left: str) -> None:
    text = f"Ode Baru condemned {content}."
    [statement] = read(text, attribute(text, "condemned", "Ode Baru", content))
    assert statement.content == (place(text, left),)


def test_only_a_time_in_the_cue_is_no_statement() -> None:
    text = "Peru has for weeks blamed the crisis on crews."
    found = attribute(text, "has for weeks", "Peru", "blamed the crisis on crews")
    assert read(text, found) == []
    text = "In a poll he had half of the votes."
    assert len(read(text, attribute(text, "In", "a poll", "he had half of the votes"))) == 1


@pytest.mark.parametrize(
    ("text", "source", "subject"),
    [
        (
            "Berg, in a call with the mayor, Ole Lind, said it was late.",
            "the mayor, Ole Lind",
            "Berg",
        ),
        ("Berg, flanked by his wife, Rita, said it was late.", "Berg, flanked", "Berg"),
        (
            "Dr Berg, speaking after talks with his rival, Ole Lind, has said it was late.",
            "his rival, Ole Lind",
            "Dr Berg",
        ),
        # No phrase is put in.
        ("Berg, a friend of the mayor, Ole Lind, said it was late.", "Berg", "Berg"),
        ("His rival, Ole Lind, said it was late.", "His rival, Ole Lind", "His rival, Ole Lind"),
        (
            "On Friday, in a call with the mayor, Ole Lind, said it was late.",
            "Ole Lind",
            "Ole Lind",
        ),
    ],
)
def test_who_is_named_in_a_phrase_put_in_does_not_speak(
    text: str, source: str, subject: str
) -> None:
    [statement] = read(text, attribute(text, "said", source, "it was late"))
    assert statement.source == place(text, subject)


def test_of_two_clauses_the_second_has_its_own_source() -> None:
    text = "Berg left and Lind said it was late."
    [statement] = read(text, attribute(text, "said", "Berg left and Lind", "it was late"))
    assert statement.source == place(text, "Lind")
    text = "Berg and Lind said it was late."
    [statement] = read(text, attribute(text, "said", "Berg and Lind", "it was late"))
    assert statement.source == place(text, "Berg and Lind")


def test_a_source_stops_before_a_verb_that_is_somebody_elses_cue() -> None:
    text = "Crews left, according to Ida Berg, who asked for help."
    [statement] = read(text, attribute(text, "according to", "Ida Berg, who asked", "Crews left"))
    assert statement.source == place(text, "Ida Berg")
