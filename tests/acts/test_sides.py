"""Whom "both sides" mean, and whom words and their answers are for."""

import pytest
from tests.acts.reading import act, acts_of, mention, parties, read_by, seen, span_of

TOLD = "Kenya and Peru quarrelled. "


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        (TOLD + "Lund urged both sides to wait.", "urged", ["Lund"], ["Kenya", "Peru"]),
        (TOLD + "Both governments denied it.", "denied", ["Kenya", "Peru"], []),
        (TOLD + "The two warring countries met in May.", "met", ["Kenya", "Peru"], []),
        ("Norland offered Kenya and Peru help. Norland urged both parties to wait.", "urged",
         ["Norland"], ["Kenya", "Peru"]),
        (TOLD + "Talks between the two sides failed.", "Talks", ["Kenya", "Peru"], []),
        ("Kenya, Peru and Norland quarrelled. Lund urged both sides to wait.", "urged",
         ["Lund"], []),
        ("Lund and Baru signed a deal. Both sides denied it.", "denied", ["Lund", "Baru"], []),
        (TOLD + "Lund urged both sides’ envoys to wait.", "urged", ["Lund"], []),
        ("Kenya left. Lund urged both sides to wait. Peru was calm.", "urged", ["Lund"], []),
        (TOLD + "Lund urged both sides of the street to wait.", "urged", ["Lund"], []),
    ],
)  # fmt: skip
def test_both_sides_are_the_two_states_told_of(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Peru rejected Kenya’s demand.", "rejected", ["Peru"], ["Kenya"]),
        ("Peru rejected Kenya’s demand.", "demand", ["Kenya"], ["Peru"]),
        ("Peru rejected Kenya’s key demand to bar Norland.", "demand", ["Kenya"], ["Peru"]),
        ("Kenya’s demands over Peru grew.", "demands", ["Kenya"], []),
        ("Peru accused Kenya of arming rebels. Kenya denied it.", "denied", ["Kenya"], ["Peru"]),
        ("Lund was in office. Kenya denied it.", "denied", ["Kenya"], []),
        ("In talks with Kenya on sugar, Peru agreed.", "talks", ["Peru"], ["Kenya"]),
        ("Peru replied in consultations with Kenya.", "consultations", ["Peru"], ["Kenya"]),
        ("The troops from Kenya and Peru met in May.", "met", ["Kenya", "Peru"], []),
        ("Fighting between Kenya and Peru went on.", "Fighting", ["Kenya", "Peru"], []),
    ],
)
def test_words_and_their_answers_are_for_each_other(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_a_denial_reaches_what_the_denier_is_said_to_have_done_in_the_sentence_before() -> None:
    shelled = act("Peru says Kenya shelled it. Kenya denied the claim.", "shelled")
    assert shelled.denied_by == ("Kenya",)


def test_who_the_reader_has_behind_to_does_not_act() -> None:
    text = "The letter to Kenya contains threats."
    assert read_by(text, seen(text, "threats", "THREATEN", actor="Kenya")) == []


def test_forces_that_are_moved_are_not_who_moves_them() -> None:
    text = "Kenya put frigates on standby."
    both = (span_of(text, "Kenya"), span_of(text, "frigates"))
    [found] = read_by(text, mention(text, "standby", "MOBILIZE", actors=both))
    assert found.actors == ("Kenya",)


def test_several_nouns_are_acts_as_one_is() -> None:
    assert [each.type for each in acts_of("Kenya’s appeals to Peru failed.")] == ["REQUEST"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accused Peru of shelling Oru, an allegation it denies.",
        "Kenya accused Peru of shelling Oru, an accusation that it denies.",
        "Kenya accused Peru of shelling Oru, which Peru denies.",
        "Kenya accused Peru of shelling Oru, allegations Peru denies.",
        "Kenya said Peru was shelling Oru, a claim it denies.",
    ],
)
def test_who_is_charged_denies_the_charge(text: str) -> None:
    denies, shelling = act(text, "denies"), act(text, "shelling")
    assert (denies.actors, shelling.denied_by) == (("Peru",), ("Peru",))
    assert shelling.modality == "hypothetical"


def test_the_charge_itself_is_not_denied() -> None:
    text = "Kenya accused Peru of shelling Oru, an allegation it denies."
    assert not act(text, "accused").denied_by


def test_who_turns_down_an_offer_denies_no_charge() -> None:
    assert not act("Kenya offered Peru aid, an offer Peru rejected.", "offered").denied_by


def test_the_owner_of_what_is_threatened_is_to_yield() -> None:
    text = "Kenya threatened to block Peru’s bid unless it expels Lund."
    assert act(text, "expels").actors == ("Peru",)
    text = "Kenya threatened to attack Peru unless it expels Lund."
    assert act(text, "expels").actors == ("Peru",)


def test_who_is_fined_is_the_noun_before_its_participle() -> None:
    text = "Kenya praised a firm fined by Peru."
    found = mention(
        text, "fined", "SANCTION",
        actors=(span_of(text, "Peru"),), recipients=(span_of(text, "Kenya"),),
    )  # fmt: skip
    [fined] = [each for each in read_by(text, found) if each.type == "SANCTION"]
    assert (fined.actors, fined.recipients) == (("Peru",), ())


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Lund warned Peru about Kenya’s attack on Norland.", ["Kenya"]),
        ("Lund warned Peru of a Kenyan raid against Norland.", ["Kenya"]),
        ("Lund warned Peru about Kenya’s harvest.", ["Peru"]),
        ("Lund warned Peru against attacking Norland.", ["Peru"]),
    ],
)
def test_a_warning_is_held_against_whose_deed_it_is_of(text: str, recipients: list[str]) -> None:
    assert list(act(text, "warned").recipients) == recipients
