"""What somebody is only charged with, suspected of or cleared of, and what force was used for."""

from dataclasses import replace

import pytest
from tests.acts.reading import act, acts_of, read_by, seen, span_of

from onrecord.records import ActType


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Norland freed Peru, whom Kenya accuses of attacking Baru.", "attacking", "hypothetical"),
        ("Kenya was accused of attacking Peru.", "attacking", "hypothetical"),
        ("Kenya accused Peru of attacking Baru.", "attacking", "happened"),
        ("Kenya charged Lund with attacking Baru.", "attacking", "hypothetical"),
        ("Kenya convicted Lund of attacking Baru.", "attacking", "happened"),
        ("Kenya suspects Lund of attacking Baru.", "attacking", "hypothetical"),
        ("Kenya condemned Lund for attacking Baru.", "attacking", "happened"),
        ("Norland seeks a man who is wanted for the murder of Baru.", "murder", "hypothetical"),
        ("Lund is charged with the murder of Baru.", "murder", "hypothetical"),
        ("Lund is accused of leading the attack on Peru.", "attack", "hypothetical"),
        ("Lund was praised for leading the attack on Peru.", "attack", "happened"),
        ("Lund was charged with plotting to attack Peru.", "attack", "hypothetical"),
    ],
)
def test_what_somebody_is_only_charged_with_has_not_happened(
    text: str, trigger: str, modality: str
) -> None:
    assert {a.modality for a in acts_of(text) if text[slice(*a.trigger)] == trigger} == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "A man accused of attacking Baru was freed in Oru.",
        "A court cleared the old envoy of attacking Baru.",
        "Norland seeks a man wanted for attacking Baru.",
    ],
)
def test_nor_has_it_by_nobody_known(text: str) -> None:
    found = read_by(text, seen(text, "attacking", "ASSAULT", recipient="Baru"))
    assert [each.modality for each in found] == ["hypothetical"]


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Kenya stormed a camp to free Baru.", "free", "planned"),
        ("Kenya helped Peru invade Baru.", "invade", "happened"),
        ("Kenya will help Peru invade Baru.", "invade", "planned"),
        ("Lund was charged with helping Peru invade Baru.", "invade", "hypothetical"),
    ],
)
def test_what_force_or_help_is_for_is_meant_so(text: str, trigger: str, modality: str) -> None:
    assert act(text, trigger).modality == modality


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Kenya struck down Lund.", "struck", "ASSAULT"),
        ("Kenya disarmed Peru.", "disarmed", "COERCE"),
        ("Kenya has disarmed.", "disarmed", "RETREAT"),
        ("Kenya disarmed its troops.", "disarmed", "RETREAT"),
    ],
)
def test_what_is_struck_down_or_disarmed_tells_the_type(
    text: str, trigger: str, root: ActType
) -> None:
    assert act(text, trigger).type == root


def test_a_law_that_is_struck_down_is_rejected() -> None:
    text = "Peru struck down a decree by Kenya."
    [found] = read_by(text, seen(text, "struck", "ASSAULT", actor="Peru"))
    assert found.type == "REJECT"


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Kenya will stay in Peru.", "stay", None),
        ("Kenya left for Peru.", "left", None),
        ("Kenya left Peru.", "left", "RETREAT"),
        ("Kenya let Peru dock in Oru.", "let", "CONCEDE"),
        ("Kenya let Peru go.", "let", "RETREAT"),
    ],
)
def test_who_stays_leaves_for_a_place_or_lets_others_act_gives_no_ground(
    text: str, trigger: str, root: ActType | None
) -> None:
    found = read_by(text, seen(text, trigger, "RETREAT", actor="Kenya", recipient="Peru"))
    assert [each.type for each in found] == ([] if root is None else [root])


def test_fighters_strike_with_force() -> None:
    text = "The troops will strike at dawn."
    found = read_by(text, seen(text, "strike", "PROTEST", actor="troops"))
    assert [each.type for each in found] == ["ASSAULT"]
    text = "Lund will strike at dawn."
    found = read_by(text, seen(text, "strike", "PROTEST", actor="Lund"))
    assert [each.type for each in found] == ["PROTEST"]


def test_a_failure_to_do_it_is_news() -> None:
    text = "Kenya failed to persuade Peru."
    more = seen(text, "persuade", "REQUEST", actor="Kenya", recipient="Peru")
    [found] = read_by(text, more)
    assert not found.background
    assert found.trigger == span_of(text, "persuade")


def test_those_close_to_somebody_close_nothing() -> None:
    assert acts_of("Lund, close to Baru, spoke.") == []
    assert acts_of("Troops close to Peru spoke.") == []


@pytest.mark.parametrize(
    ("governor", "modality"),
    [("sought", "planned"), ("tried", "hypothetical"), ("defended his decision", "happened")],
)
def test_what_was_only_meant_is_not_done_whatever_the_reader_says(
    governor: str, modality: str
) -> None:
    text = f"Lund {governor} to jilt Peru."
    sure = replace(seen(text, "jilt", "REJECT", actor="Lund", recipient="Peru"), modality_sure=0.99)
    [found] = read_by(text, sure)
    assert found.modality == modality


@pytest.mark.parametrize(("verb", "kept"), [("thwarted", False), ("ravaged", True)])
def test_who_thwarts_an_attack_attacks_nobody(verb: str, kept: bool) -> None:
    text = f"Kenya {verb} a raid on Peru."
    found = read_by(text, seen(text, verb, "ASSAULT", actor="Kenya", recipient="Peru"))
    assert ("Kenya" in {actor for each in found for actor in each.actors}) is kept
