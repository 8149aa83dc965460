"""Who stands in a phrase or clause of another, and takes no part in the act."""

import pytest
from tests.acts.reading import act, acts_of, mention, read_by, seen, span_of


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya’s refusal of the plan angered Peru.", "refusal", []),
        ("Kenya’s expulsion of the envoy upset Peru.", "expulsion", []),
        ("Kenya attacked a town it lost to Peru.", "attacked", []),
        ("Kenya attacked Peru, which it had lost to Norland.", "attacked", ["Peru"]),
        ("Kenya ruled out sending troops to Peru.", "ruled out", ["Peru"]),
        ("Kenya ruled out talks with Peru.", "ruled out", ["Peru"]),
        ("Norland asked Kenya to help it fight Peru.", "help", ["Norland"]),
        ("Norland asked Kenya to help Peru.", "help", ["Peru"]),
    ],
)
def test_whom_another_verb_reaches_has_nothing_done_to_him(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert list(act(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya hit vessels linked to Peru.", []),
        ("Kenya’s raid angered Peru.", []),
        ("Kenya hit Peru.", ["Peru"]),
    ],
)
def test_the_reader_reaches_nobody_in_the_phrase_of_another(
    text: str, recipients: list[str]
) -> None:
    trigger = "raid" if "raid" in text else "hit"
    sides = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    [found] = read_by(text, mention(text, trigger, "ASSAULT", **sides))
    assert list(found.recipients) == recipients


def test_a_demand_on_somebody_is_not_made_of_him() -> None:
    text = "Kenya rejected Norland’s demand on Peru."
    [_, demand] = read_by(
        text,
        seen(text, "rejected", "REJECT", actor="Kenya", recipient="Norland"),
        seen(text, "demand", "REQUEST", actor="Norland", recipient="Peru"),
    )
    assert demand.recipients == ("Kenya",)


def test_a_second_demanded_verb_is_of_whom_the_first_is() -> None:
    found = act("Kenya demanded that troops withdraw and free Lund.", "free")
    assert (found.actors, found.modality) == (("troops",), "demanded")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya met Peru, urging it to recall its envoy.", ["Peru"]),
        ("Kenya met Peru, agreeing to recall its envoy.", ["Kenya"]),
    ],
)
def test_who_is_urged_is_not_who_urges(text: str, actors: list[str]) -> None:
    assert list(act(text, "recall").actors) == actors


def test_it_is_neither_of_two_who_speak() -> None:
    text = "Kenya and Peru condemned the coup, saying it threatened Norland."
    assert not [each for each in acts_of(text) if each.type == "THREATEN"]


def test_what_an_unknown_speaker_tells_of_is_not_who_goes_on() -> None:
    text = "The editorial said Peru should wait, and accused Kenya of theft."
    assert "Peru" not in [a for each in acts_of(text) for a in each.actors]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya attacked a ship carrying food to Peru.", []),
        ("Kenya attacked a tanker bound for Peru.", []),
        ("Kenya attacked a boat belonging to Peru.", ["Peru"]),
        ("Kenya attacked ships of Peru.", ["Peru"]),
    ],
)
def test_where_a_vehicle_goes_is_not_attacked(text: str, recipients: list[str]) -> None:
    sides = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    [found] = read_by(text, mention(text, "attacked", "ASSAULT", **sides))
    assert list(found.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya stopped trucks from entering Peru.", "stopped", []),
        ("Kenya banned boats from sailing to Peru.", "banned", []),
        ("Kenya foiled an attack on Peru.", "foiled", []),
        ("Kenya seized arms from retreating Peruvian troops.", "seized", ["Peru"]),
    ],
)
def test_where_somebody_is_kept_from_going_has_nothing_done_to_it(
    text: str, trigger: str, recipients: list[str]
) -> None:
    state = "Peruvian" if recipients else "Peru"
    sides = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, state),)}
    found = read_by(text, mention(text, trigger, "COERCE", **sides))[0]
    assert list(found.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya’s threat to expel troops angered Peru.", "expel", ["troops"]),
        ("Kenya vowed to attack Peru.", "attack", ["Peru"]),
    ],
)
def test_whom_the_main_verb_reaches_is_not_reached_by_an_infinitive_of_its_subject(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert list(act(text, trigger).recipients) == recipients
