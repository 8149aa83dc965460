"""Whose deed a verb tells that goes on another: "accused of arming rebels and bombing Peru"."""

import pytest
from tests.acts.reading import act, acts_of, parties


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Kenya accused Peru of arming rebels and bombing a port.", "bombing", ["Peru"], []),
        ("Kenya overran the camp, attacking Baru and arresting Lund.", "arresting",
         ["Kenya"], ["Lund"]),
        ("Lund fled after attacking troops and killing Baru.", "killing", ["Lund"], ["Baru"]),
        ("Having jailed Lund and expelled Baru, Kenya left.", "expelled", ["Kenya"], ["Baru"]),
        ("Kenya arrested Lund for arming troops, training them and attacking Baru.", "attacking",
         ["Lund"], ["Baru"]),
    ],
)  # fmt: skip
def test_a_second_gerund_has_the_subject_of_the_first(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Kenya neither left troops nor recalled its envoy.", "recalled", ["Kenya"]),
        ("Kenya would neither expel Lund nor recall its envoy.", "recall", ["Kenya"]),
    ],
)
def test_nor_goes_on_the_subject_and_its_negation(
    text: str, trigger: str, actors: list[str]
) -> None:
    found = act(text, trigger)
    assert (list(found.actors), found.polarity) == (actors, "negative")


def test_a_passive_goes_on_before_where_somebody_is_sent() -> None:
    found = act("Lund was freed from jail and deported to Peru.", "deported")
    assert (found.actors, found.recipients) == ((), ("Lund",))


def test_who_is_arrested_and_promises_acts() -> None:
    assert act("Lund was arrested and promised to leave.", "promised").actors == ("Lund",)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "modality"),
    [
        ("Kenya threatened to leave the pact and to expel Lund.", "expel", ["Kenya"], "threatened"),
        ("Kenya agreed to raise wages and to free Lund.", "free", ["Kenya"], "planned"),
        ("Kenya blocked an attempt by Peru to expel Lund.", "expel", ["Peru"], "hypothetical"),
        ("Kenya summoned the envoy, Lund, to protest.", "protest", ["Kenya"], "planned"),
    ],
)
def test_an_infinitive_goes_on_with_who_means_to_do_it(
    text: str, trigger: str, actors: list[str], modality: str
) -> None:
    found = act(text, trigger)
    assert (list(found.actors), found.modality) == (actors, modality)


@pytest.mark.parametrize("verb", ["answered", "responded", "retaliated"])
def test_who_answers_with_a_deed_does_it(verb: str) -> None:
    found = act(f"Kenya {verb} with sanctions on Peru.", "sanctions")
    assert parties(found) == (["Kenya"], ["Peru"])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya and Peru, which attacked Norland, met.", ["Kenya", "Peru"]),
        ("Kenya and Peru, which attacks Norland, met.", ["Peru"]),
        ("Lund met Kenya and Peru, which attacked Norland.", ["Peru"]),
    ],
)
def test_which_tells_of_all_who_open_the_sentence(text: str, actors: list[str]) -> None:
    found = [a for a in acts_of(text) if text[a.trigger.start :].startswith("attack")]
    assert [list(each.actors) for each in found] == [actors]


def test_a_participle_with_its_agent_is_no_verb_to_go_on() -> None:
    text = "Kenya hit troops trained by Peru and will attack Norland."
    assert act(text, "attack").actors == ("Kenya",)


def test_who_rallies_outside_a_place_demands() -> None:
    text = "Lund marched outside the Norland to demand an apology."
    assert act(text, "demand").actors == ("Lund",)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Baru was arrested, beaten and released by Kenya.", "beaten", ["Kenya"], ["Baru"]),
        ("Lund was condemned by Kenya and urged to leave.", "urged", [], ["Lund"]),
        ("Lund was freed by Kenya and urged Peru to leave.", "urged", ["Lund"], ["Peru"]),
    ],
)
def test_what_goes_on_a_passive_is_done_too(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_what_one_is_urged_to_continue_is_demanded() -> None:
    assert act("Kenya urged Peru to continue to attack Norland.", "attack").modality == "demanded"
    assert act("Peru continues to attack Norland.", "attack").modality == "ongoing"
