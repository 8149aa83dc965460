"""Who is the subject, where another stands nearer: asides, things that strike, other clauses."""

import pytest
from tests.acts.reading import act, acts_of, mention, parties, read_by, seen, span_of

from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Peru left a day before Amb. Lund was freed, and attacked Kenya.", "attacked", ["Peru"]),
        ("Peru met Norland after twin blasts ripped the hall, killing Lund.", "killing", []),
        ("Lund says the rebels “chose the day and attacked Kenya.”", "attacked", []),
        ("Lund told Peru there would be no time to attack Kenya.", "attack", []),
        ("Norland became the first state other than Peru to attack Kenya.", "attack", []),
        ("Lund backs banning Kenya.", "banning", []),
        ("Lund began banning Kenya.", "banning", ["Lund"]),
        ("Lund preferred action against Kenya for attacking Peru.", "attacking", ["Kenya"]),
        ("Lund will keep Kenya from being able to attack Peru.", "attack", ["Kenya"]),
        ("Peru left the port and attacked Kenya.", "attacked", ["Peru"]),
        ("Lund saw one man attacking Kenya.", "attacking", []),
        ("The family of Lund attacked Kenya.", "attacked", []),
        ("Kenya is under pressure from Norland to attack Peru.", "attack", ["Kenya"]),
        ("Kenya got help from Norland to attack Peru.", "attack", ["Kenya"]),
        ("Norland watched Peru attack Kenya.", "attack", ["Peru"]),
        ("Norland let Peru attack Kenya.", "attack", ["Peru"]),
    ],
)
def test_who_only_stands_near_is_not_the_subject(
    text: str, trigger: str, actors: list[str]
) -> None:
    found = [a for a in acts_of(text) if text[a.trigger.start : a.trigger.end] == trigger]
    assert all(list(each.actors) == actors for each in found)
    assert found or not actors


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Peru named the troops killed while held by Norland.", "killed", ["troops"]),
        ("Kenya wants to get Lund released.", "released", ["Lund"]),
        ("Kenya tried to have the troops freed in May.", "freed", ["troops"]),
        ("Peru cheered his release.", "release", []),
        ("Norland saw Lund’s beheading.", "beheading", ["Lund"]),
        ("Lund will be named by Peru and later jailed.", "jailed", ["Lund"]),
        ("Lund was named and “quickly banned” in May.", "banned", ["Lund"]),
    ],
)
def test_who_has_it_done_to_him_does_not_act(
    text: str, trigger: str, recipients: list[str]
) -> None:
    found = [a for a in acts_of(text) if text[a.trigger.start : a.trigger.end] == trigger]
    assert [parties(each) for each in found] == ([([], recipients)] if recipients else [])


def test_who_is_released_does_not_release() -> None:
    text = "Peru cheered Lund’s release."
    [found] = [
        each
        for each in read_by(text, seen(text, "release", "RETREAT", recipient="Lund’s"))
        if text[each.trigger.start : each.trigger.end] == "release"
    ]
    assert (found.actors, found.recipients) == ((), ("Lund",))


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Lund was blamed and demoted.", "demoted", [], ["Lund"]),
        ("Lund was blamed and scolded Peru.", "scolded", ["Lund"], ["Peru"]),
        ("Lund rose and was demoted.", "demoted", [], ["Lund"]),
    ],
)
def test_the_passive_goes_on_for_the_reader_too(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    sides = {"actor": "Lund"} | ({"recipient": "Peru"} if recipients == ["Peru"] else {})
    found = [
        parties(each)
        for each in read_by(text, seen(text, trigger, "SANCTION", **sides))
        if text[each.trigger.start : each.trigger.end] == trigger
    ]
    assert found == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Kenya met Norland to attack Peru.", "attack", ["Kenya"], ["Peru"]),
        ("Kenya urged Norland to attack Peru.", "attack", ["Norland"], ["Peru"]),
        ("Kenya was opposed to Peru.", "opposed", ["Kenya"], ["Peru"]),
        ("Kenya was opposed by Peru.", "opposed", ["Peru"], ["Kenya"]),
        ("Kenya is committed to preventing Peru.", "committed", ["Kenya"], []),
        ("Norland named troops killed and wounded in Peru.", "killed", [], ["troops"]),
        ("Norland named troops killed and wounded in Peru.", "wounded", [], ["troops"]),
        ("Norland named troops shot or killed by Peru.", "shot", ["Peru"], ["troops"]),
        ("Peru shot and killed Lund.", "killed", ["Peru"], ["Lund"]),
        ("The attack blamed on Kenya shook Peru.", "attack", ["Kenya"], []),
    ],
)
def test_whose_purpose_mind_or_deed_it_is(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_a_participle_of_people_unnamed_has_no_other_subject() -> None:
    text = "Peru mourned the hundreds killed and wounded in May."
    assert [each for each in acts_of(text) if each.type == "ASSAULT"] == []


def test_who_acts_on_somebody_behind_the_verb_does_not_suffer() -> None:
    text = "Lund jailed two men in Oru."
    both = (span_of(text, "Lund"), span_of(text, "two men"))
    [found] = read_by(text, mention(text, "jailed", "COERCE", recipients=both))
    assert (found.actors, found.recipients) == (("Lund",), ())


def test_who_is_only_told_of_it_does_not_suffer() -> None:
    text = "Baru fell. Lund told Peru that he was jailed."
    he = Span(text.index(" he ") + 1, text.index(" he ") + 3)
    both = (span_of(text, "Peru"), he)
    found = read_by(text, mention(text, "jailed", "COERCE", recipients=both))
    assert not any("Peru" in each.recipients for each in found if each.type == "COERCE")


def test_who_comes_under_fire_suffers_it() -> None:
    text = "The troops had come under fire."
    reader = mention(text, "come under fire", "ASSAULT", actors=(span_of(text, "The troops"),))
    [found] = read_by(text, reader)
    assert (found.actors, found.recipients) == ((), ("troops",))


def test_what_is_alleged_between_two_is_not_their_charge() -> None:
    found = acts_of("The allegations of ties between Kenya and Peru shook Oru.")
    assert not any(each.actors for each in found if each.type == "ACCUSE")


def test_who_is_in_a_place_is_not_the_place() -> None:
    text = "Lund was encouraged by a member of a church in Kenya."
    sides = {"actor": "a member of a church in Kenya", "recipient": "Lund"}
    found = read_by(text, seen(text, "encouraged", "REQUEST", **sides))
    assert not any("Kenya" in each.actors for each in found)


def test_who_disapproves_of_a_plan_does_not_carry_it_out() -> None:
    text = "Kenya disapproved of a plan to attack Peru."
    assert not any(each.actors for each in acts_of(text) if each.type == "ASSAULT")


def test_who_gets_something_and_frees_another_acts() -> None:
    assert act("Kenya has released Lund.", "released").actors == ("Kenya",)


def test_an_inquiry_into_ties_is_not_by_those_tied() -> None:
    text = "Norland’s inquiry into ties between Kenya and Peru went on."
    found = read_by(text, seen(text, "inquiry", "ACCUSE", actor="Norland"))
    assert [each.actors for each in found] == [("Norland",)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya stood by Lund in the face of criticism and calls for peace from Peru.",
        "Kenya said that before the raid in May talks with Peru began.",
    ],
)
def test_a_noun_joined_to_a_noun_is_no_verb(text: str) -> None:
    assert not [each for each in acts_of(text) if each.type in {"REQUEST", "ASSAULT"}]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Accused by Kenya of theft, Peru expelled Lund.", "Accused", ["Kenya"], ["Peru"]),
        ("Condemned by Kenya, Lund’s plan fell.", "Condemned", ["Kenya"], []),
        ("Condemned by Kenya when it fell, Peru left.", "Condemned", ["Kenya"], []),
        ("Troops backed by Kenya invaded Peru.", "invaded", ["troops"], ["Peru"]),
        ("The troops sent by Kenya invaded Peru.", "invaded", ["troops"], ["Peru"]),
        ("Norland’s attack by night and a raid by Kenya and Peru on Lund failed.", "raid",
         ["Kenya", "Peru"], ["Lund"]),
        ("Kenya joined Peru in expelling Lund.", "expelling", ["Kenya"], ["Lund"]),
        ("Kenya first rebuked Peru and then invaded Norland.", "invaded", ["Kenya"], ["Norland"]),
    ],
)  # fmt: skip
def test_who_is_told_of_by_a_participle_is_the_subject(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = act(text.replace("Troops", "The troops"), trigger)
    assert parties(found) == (actors, recipients)


def test_who_is_behind_by_of_a_participle_does_not_act_for_the_reader() -> None:
    text = "The gang backed by Kenya torched Peru."
    found = read_by(text, seen(text, "torched", "ASSAULT", actor="Kenya", recipient="Peru"))
    assert not any("Kenya" in each.actors for each in found if each.trigger.start > 20)


def test_who_fires_back_is_the_one_told_of() -> None:
    text = "The crowd stoned the troops, who fired on Lund."
    found = read_by(text, seen(text, "fired on", "ASSAULT", actor="The crowd", recipient="Lund"))
    assert [each.actors for each in found if each.trigger == span_of(text, "fired on")] == [
        ("troops",)
    ]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Peru condemned the arrest of Lund by Kenya.", ["Kenya"]),
        ("Peru condemned the arrest of Lund.", []),
        ("Peru condemned Kenya’s arrest of Lund.", ["Kenya"]),
        ("Peru condemned Kenya over the arrest of Lund.", ["Kenya"]),
    ],
)
def test_who_is_blamed_for_a_deed_is_who_did_it(text: str, recipients: list[str]) -> None:
    assert list(act(text, "condemned").recipients) == recipients


def test_who_ends_a_visit_has_visited_whom_the_reader_leaves_out() -> None:
    text = "Lund ended a long visit to Peru."
    found = read_by(text, seen(text, "visit", "CONSULT", actor="Lund"))
    assert [(each.actors, each.recipients) for each in found] == [(("Lund",), ("Peru",))]


def test_one_who_is_not_known_yet_ends_a_list() -> None:
    text = "Kenya and a Norland met."
    assert parties(act(text, "met")) == (["Kenya", "Norland"], [])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ten frigates sent by Peru shelled Kenya.", ["Peru"]),
        ("Ten troops sent by Peru shelled Kenya.", ["troops"]),
    ],
)
def test_who_sent_the_ships_strikes_with_them(text: str, actors: list[str]) -> None:
    assert parties(act(text, "shelled")) == (actors, ["Kenya"])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ten troops guarding Lund shot Baru.", ["troops"]),
        ("Ten troops attacking Kenya shot Baru.", ["troops"]),
        ("Ten troops, fleeing Kenya, shot Baru.", ["troops"]),
        ("Troops said, meeting Peru, that Kenya shot Baru.", ["Kenya"]),
    ],
)
def test_whom_the_subject_guards_is_no_subject(text: str, actors: list[str]) -> None:
    assert parties(act(text, "shot")) == (actors, ["Baru"])


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The company, Norland, denies it and has sued Lund.", "sued", ["Norland"]),
        ("The mayor, Lund, said it was late, but stopped short of accusing Peru.", "accusing",
         ["Lund"]),
        ("Lund, who had promised to leave, has since refused to meet Baru.", "meet", ["Lund"]),
    ],
)  # fmt: skip
def test_who_acts_stands_before_what_is_put_between(
    text: str, trigger: str, actors: list[str]
) -> None:
    assert list(act(text, trigger).actors) == actors


def test_who_is_in_so_many_places_and_not_the_places_has_it_done_to_him() -> None:
    found = act("The troops in two frigates were attacked by Peru.", "attacked")
    assert parties(found) == (["Peru"], ["troops"])
