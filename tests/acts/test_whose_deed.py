"""Whose deed an act is: plans of others, what is brought on, claimed, or told by a participle."""

from dataclasses import replace

import pytest
from tests.acts.reading import act, acts_of, parties, read_by, said, seen, span_of, year

from onrecord.acts import find_acts
from onrecord.records import Actor, ActorKind, ActType, Article, Sector, Span
from onrecord.text import outline_text


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Peru opposed moves to expel Kenya.", "expel", []),
        ("Peru backs a plan to invade Kenya.", "invade", []),
        ("Peru held back efforts to arrest Lund.", "arrest", []),
        ("Peru voted against a proposal to attack Kenya.", "attack", []),
        ("Peru led efforts to expel Kenya.", "expel", ["Peru"]),
        ("Peru moves to expel Kenya.", "expel", ["Peru"]),
        ("Peru approved a plan to invade Kenya.", "invade", ["Peru"]),
        ("Norland opposed Peru’s attempts to invade Kenya.", "invade", ["Peru"]),
    ],
)
def test_who_fights_or_backs_a_plan_does_not_carry_it_out(
    text: str, trigger: str, actors: list[str]
) -> None:
    found = [a for a in acts_of(text) if text[a.trigger.start : a.trigger.end] == trigger]
    assert [list(each.actors) for each in found] in ([actors], [] if not actors else [actors])


def test_the_plan_of_others_is_not_shown_as_planned() -> None:
    text = "Peru opposed moves to expel Kenya."
    [found] = [
        each
        for each in read_by(text, seen(text, "expel", "SANCTION", recipient="Kenya"))
        if text[each.trigger.start : each.trigger.end] == "expel"
    ]
    assert (found.actors, found.modality) == ((), "hypothetical")


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya promised to ban Peru.", "promised", []),
        ("Kenya proposed a council to govern Peru.", "proposed", []),
        ("Kenya approved a plan to invade Peru.", "approved", []),
        ("Kenya opposed moves to expel Peru.", "opposed", []),
        ("Kenya vows “Peru does not bend.”", "vows", []),
        ("Kenya agreed on Monday to help Peru.", "agreed", ["Peru"]),
        ("Kenya offered to free Lund.", "offered", ["Lund"]),
        ("Kenya refused to help Peru.", "refused", ["Peru"]),
        ("Kenya refused to discuss the raid with Peru.", "refused", ["Peru"]),
        ("Kenya vowed to attack Peru.", "vowed", ["Peru"]),
    ],
)
def test_harm_is_not_promised_to_whom_it_befalls(
    text: str, trigger: str, recipients: list[str]
) -> None:
    found = read_by(text, seen(text, trigger, "AGREE", actor="Kenya"))
    [said] = [each for each in found if text[each.trigger.start : each.trigger.end] == trigger]
    assert list(said.recipients) == recipients


@pytest.mark.parametrize(
    "text",
    [
        "Peru’s decision sparked protests.",
        "Peru provoked angry protests.",
        "Lund’s visit triggered protests.",
    ],
)
def test_who_brings_protests_on_does_not_protest(text: str) -> None:
    word = "Lund" if "Lund" in text else "Peru"
    found = read_by(text, seen(text, "protests", "PROTEST", actor=word))
    protests = [each for each in found if text[each.trigger.start : each.trigger.end] == "protests"]
    assert all(not each.actors for each in protests)


def test_who_brings_sanctions_on_has_them_imposed() -> None:
    text = "Peru’s raid prompted sanctions by Kenya."
    found = act(text, "sanctions")
    assert (found.actors, found.recipients) == (("Kenya",), ("Peru",))


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Peru denounced the attack on Oru and the answer by Kenya.", "attack", []),
        ("The attack on Oru sparked sanctions by Kenya.", "attack", []),
        ("The killing and the torture of Lund by Kenya went on.", "torture", ["Kenya"]),
        ("The attack on Lund by Kenya went on.", "attack", ["Kenya"]),
    ],
)
def test_the_agent_of_another_noun_is_not_taken(text: str, trigger: str, actors: list[str]) -> None:
    reader = seen(text, trigger, "ASSAULT", actor="Kenya")
    found = [
        each
        for each in read_by(text, reader)
        if text[each.trigger.start : each.trigger.end] == trigger
    ]
    assert [list(each.actors) for each in found if each.actors] == ([actors] if actors else [])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya claimed responsibility for the deadly bombing, calling Lund a hero.", ["Kenya"]),
        ("Kenya has not claimed responsibility for the bombing, calling Lund a hero.", []),
    ],
)
def test_who_claims_a_deed_has_done_it(text: str, actors: list[str]) -> None:
    found = [
        each
        for each in read_by(text, seen(text, "bombing", "ASSAULT", recipient="Lund"))
        if text[each.trigger.start : each.trigger.end] == "bombing"
    ]
    assert [list(each.actors) for each in found] == ([actors] if actors else [])
    assert not any(each.recipients for each in found)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Kenya detained in May was freed.", "detained", [], ["Kenya"]),
        ("Kenya sanctioned by mistake has protested.", "sanctioned", [], ["Kenya"]),
        ("Kenya sanctioned on Monday two firms.", "sanctioned", ["Kenya"], []),
        ("The men the Kenya detained in Oru were Peru’s.", "detained", ["Kenya"], []),
        ("Kenya detained in May call for help from Peru.", "detained", [], ["Kenya"]),
        ("Kenya jailed in Oru urged Peru to help.", "jailed", [], ["Kenya"]),
        ("Kenya arrested for beating Peru wept.", "arrested", [], ["Kenya"]),
        ("Kenya arrested on suspicion of theft wept.", "arrested", [], ["Kenya"]),
        ("Ten were killed and Kenya wounded at a march in Peru.", "wounded", [], ["Kenya"]),
        ("Kenya wounded at least ten men of Peru.", "wounded", ["Kenya"], []),
        ("Kenya detained for a week two men of Peru.", "detained", ["Kenya"], []),
    ],
)
def test_a_participle_without_object_tells_what_was_done_to_its_subject(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    side = {"actor": "Kenya"}
    found = [
        each
        for each in read_by(text, seen(text, trigger, "COERCE", **side))
        if text[each.trigger.start : each.trigger.end] == trigger
    ]
    assert [parties(each) for each in found] == [(actors, recipients)]


@pytest.mark.parametrize("how", ["backed", "armed"])
def test_who_backs_those_who_attack_does_not_attack(how: str) -> None:
    text = f"Rebels {how} by Kenya and Norland attacked Peru."
    reader = seen(text, "attacked", "ASSAULT", recipient="Peru")
    named = tuple(span_of(text, name) for name in ("Rebels", "Kenya", "Norland"))
    attacks = [
        each
        for each in read_by(text, replace(reader, actors=named))
        if text[each.trigger.start : each.trigger.end] == "attacked"
    ]
    assert {"Kenya", "Norland"}.isdisjoint(actor for each in attacks for actor in each.actors)


def test_together_alone_is_no_act() -> None:
    text = "Kenya together with Norland attacked Peru."
    told = seen(text, "together", "COOPERATE", actor="Kenya", recipient="Norland")
    assert [each.type for each in read_by(text, told)] == ["ASSAULT"]


def test_the_agent_of_a_noun_is_not_that_of_an_active_verb() -> None:
    text = "Norland left before the raid by Kenya on Peru."
    reader = seen(text, "left", "RETREAT", actor="Norland")
    reader = replace(reader, actors=(*reader.actors, span_of(text, "Kenya")))
    left, raid = read_by(text, reader)
    assert (left.actors, raid.actors) == (("Norland",), ("Kenya",))


def test_who_is_told_of_by_a_participle_and_by_has_it_done() -> None:
    text = "Norland feared rebels from Kenya hunted by Peru."
    reader = seen(text, "hunted", "ASSAULT", actor="Kenya")
    reader = replace(reader, actors=(*reader.actors, span_of(text, "Peru")))
    [found] = [
        each
        for each in read_by(text, reader)
        if text[each.trigger.start : each.trigger.end] == "hunted"
    ]
    assert (found.actors, found.recipients) == (("Peru",), ("Kenya",))


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya killed Lund and three other troops.", ["Lund", "troops"]),
        ("Kenya killed Lund, 25 troops and Baru.", ["Lund", "troops", "Baru"]),
    ],
)
def test_a_list_goes_on_past_numbers(text: str, recipients: list[str]) -> None:
    assert list(act(text, "killed").recipients) == recipients


def test_who_works_with_somebody_is_the_subject() -> None:
    text = "Lund wanted to work with Kenya."
    [found] = [
        each
        for each in read_by(text, seen(text, "work", "COOPERATE", actor="Kenya"))
        if text[each.trigger.start : each.trigger.end] == "work"
    ]
    assert (found.actors, found.recipients) == (("Lund",), ("Kenya",))


def test_a_named_body_acts_and_not_who_leads_it() -> None:
    text = "The Peru-led Senate condemned Kenya."
    found = read_by(text, seen(text, "condemned", "ACCUSE", actor="The Peru-led Senate"))
    assert all("Peru" not in each.actors for each in found)


@pytest.mark.parametrize(
    ("text", "span", "actors"),
    [
        ("Norland reporter Lund disagreed.", "Norland reporter Lund", ["Lund"]),
        ("Norland and its reporter Lund disagreed.", "Norland and its reporter Lund",
         ["Norland", "Lund"]),
        ("Norland and Lund have disagreed.", "Norland and Lund",
         ["Norland", "Lund"]),
        ("The voters of President Lund disagreed.", "The voters of President Lund", []),
    ],
)  # fmt: skip
def test_who_has_a_post_acts_and_not_the_body(text: str, span: str, actors: list[str]) -> None:
    found = read_by(text, seen(text, "disagreed", "REJECT", actor=span))
    assert [list(each.actors) for each in found] == ([actors] if actors else [])


def test_who_kills_himself_and_others_has_done_it() -> None:
    text = "Lund used a bomb to kill himself and ten troops."
    reader = seen(text, "kill", "ASSAULT", recipient="Lund")
    reader = replace(reader, recipients=(*reader.recipients, span_of(text, "troops")))
    [found] = [
        each
        for each in read_by(text, reader)
        if text[each.trigger.start : each.trigger.end] == "kill"
    ]
    assert (found.actors, found.recipients) == (("Lund",), ("troops",))


def test_announced_by_radio_is_no_passive() -> None:
    text = "Kenya announced by radio a blockade."
    [found] = read_by(text, seen(text, "announced", "SANCTION", actor="Kenya"))
    assert (found.actors, found.recipients) == (("Kenya",), ())


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("The Peru-led raid on Kenya failed.", "raid", ["Peru"], ["Kenya"]),
        ("Kenya sued to stop Mr. Lund.", "sued", ["Kenya"], ["Lund"]),
        ("Complaints of theft among troops against Kenya rose.", "Complaints", [], ["Kenya"]),
    ],
)
def test_who_leads_a_deed_and_whom_a_title_stands_before(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = [a for a in acts_of(text) if text[a.trigger.start : a.trigger.end] == trigger]
    assert all(list(each.actors) == actors for each in found)
    assert actors == [] or [list(each.recipients) for each in found] == [recipients]


def test_the_object_of_another_verb_has_not_done_what_was_suffered() -> None:
    text = "The camp of Kenya that was attacked in Oru housed Peruvian troops."
    found = read_by(text, seen(text, "attacked", "ASSAULT", actor="troops"))
    assert not any(each.actors for each in found)


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient", "sides"),
    [
        ("Kenya is a target of raids.", "raids", "Kenya", None, ([], ["Kenya"])),
        ("The raid happened during a visit by Peru.", "raid", "Peru", None, None),
        ("Kenya fought for Peru.", "fought", "Kenya", "Peru", (["Kenya"], [])),
        ("Kenya fought for Peru against Lund.", "fought", "Kenya", "Lund", (["Kenya"], ["Lund"])),
        ("Kenya shot two men to protect Peru.", "shot", "Kenya", "Peru", (["Kenya"], [])),
        ("Kenya detained five as they hunted Lund.", "detained", "Kenya", "Lund",
         (["Kenya"], [])),
        ("The troops in full gear opened fire in May.", "opened fire", None, "troops",
         (["troops"], [])),
    ],
)  # fmt: skip
def test_the_grammar_knows_better_who_suffers(
    text: str,
    trigger: str,
    actor: str | None,
    recipient: str | None,
    sides: tuple[list[str], list[str]] | None,
) -> None:
    places = {side: words for side, words in (("actor", actor), ("recipient", recipient)) if words}
    found = [
        ([*each.actors], [*each.recipients])
        for each in read_by(text, seen(text, trigger, "ASSAULT", **places))
        if text[each.trigger.start : each.trigger.end] == trigger
    ]
    assert found == ([sides] if sides else [])


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Lund, whom Kenya expelled in May, left.", "expelled", ["Kenya"], ["Lund"]),
        ("Lund, the nurse whom troops arrested in May, left.", "arrested", ["troops"], ["Lund"]),
        ("Lund, whom Kenya arrested and deported in May, left.", "arrested", ["Kenya"], ["Lund"]),
        ("The man whom troops arrested in Oru left.", "arrested", ["troops"], []),
        ("The ships which Kenya seized belong to Peru.", "seized", ["Kenya"], []),
        ("The boats Kenya seized in May were sold.", "seized", ["Kenya"], []),
        ("It was Lund that Kenya expelled.", "expelled", ["Kenya"], ["Lund"]),
        ("Baru told Lund that Kenya attacked in May.", "attacked", ["Kenya"], []),
        ("The troops arrested in May were fed.", "arrested", [], ["troops"]),
    ],
)
def test_of_whom_a_clause_without_object_tells_has_it_done_to_him(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_who_held_a_man_is_not_who_is_freed() -> None:
    text = "Peru freed the man Kenya had held."
    found = read_by(text, seen(text, "freed", "RETREAT", actor="Peru", recipient="the man Kenya"))
    assert [(a.actors, a.recipients) for a in found] == [(("Peru",), ())]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Peru obtained a promise of cheap coal from Kenya.", "promise", ["Kenya"], ["Peru"]),
        ("Peru gained recognition from Lund.", "recognition", ["Lund"], ["Peru"]),
        ("Peru got aid from Kenya.", "aid", ["Kenya"], ["Peru"]),
        ("Peru was the main target of attacks by Kenya.", "attacks", ["Kenya"], ["Peru"]),
        ("Peru was threatened with an attack by Kenya.", "attack", ["Kenya"], ["Peru"]),
        ("Peru was hit with harsh sanctions by Kenya.", "sanctions", ["Kenya"], ["Peru"]),
        ("Peru endured weeks of bombing by Kenya.", "bombing", ["Kenya"], ["Peru"]),
    ],
)
def test_who_gets_or_endures_something_has_it_done_to_him(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "root", "actors", "recipients"),
    [
        ("Peru received beds and tents from Kenya.", "received", "AID", ["Kenya"], ["Peru"]),
        ("Peru received two thousand refugees.", "received", "AID", ["Peru"], []),
        ("Peru lost the harbour to Kenya.", "lost", "COERCE", ["Kenya"], ["Peru"]),
    ],
)
def test_who_receives_or_loses_does_not_act_for_the_reader_too(
    text: str, trigger: str, root: ActType, actors: list[str], recipients: list[str]
) -> None:
    found = read_by(text, seen(text, trigger, root, actor="Peru"))
    sides = [parties(a) for a in found if text[a.trigger.start : a.trigger.end] == trigger]
    assert sides == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Peru blamed the deadly bombing on Kenya.", "bombing", ["Kenya"], []),
        ("Peru blamed the bombing on Norland on Kenya.", "bombing", ["Kenya"], ["Norland"]),
        ("Peru blamed Kenya for the bombing of Norland.", "bombing", [], ["Norland"]),
        ("Peru was forced by Kenya to free Lund.", "free", ["Peru"], ["Lund"]),
        ("A scheme by Kenya to free Lund failed.", "free", ["Kenya"], ["Lund"]),
    ],
)
def test_who_is_blamed_or_forced_has_done_it(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_who_acts_in_the_clause_told_of_a_man_does_not_do_what_he_does() -> None:
    text = "The man whom Kenya had freed torched Peru."
    found = read_by(text, seen(text, "torched", "ASSAULT", actor="Kenya", recipient="Peru"))
    assert not any(each.actors for each in found if each.trigger == span_of(text, "torched"))


def test_all_except_one_is_not_that_one() -> None:
    assert not any(each.actors for each in acts_of("All except Kenya attacked Peru."))


def test_who_is_only_told_does_not_ask() -> None:
    text = "Kenya urged to free miners"
    told = said(text, "Kenya", "to free miners", act="appeal", cue="urged")
    asked = act(text, "urged", statements=[replace(told, speaker=None, addressee="Kenya")])
    assert (asked.actors, asked.recipients) == ((), ("Kenya",))
    assert act(text, "urged", statements=[told]).actors == ("Kenya",)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Lund brokered a truce between Kenya and Peru.", ["Kenya", "Peru"]),
        ("Lund brokered a truce with Peru.", ["Lund"]),
        ("Norland signed a truce with Peru.", ["Norland"]),
    ],
)
def test_who_brokers_a_truce_is_no_party_to_it(text: str, actors: list[str]) -> None:
    assert list(act(text, "truce").actors) == actors


def test_without_parties_a_brokered_truce_is_nobodys() -> None:
    text = "Kenya left before Peru brokered a truce."
    assert not any(found.type == "RETREAT" and "Peru" in found.actors for found in acts_of(text))
    text = "A truce mediated by Kenya held."
    found = read_by(text, seen(text, "truce", "RETREAT", actor="Kenya"))
    assert [each.type for each in found] == ["CONSULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya arrests two over Oru bombing",
        "Kenya left the pact over the recent bombing of Oru.",
        "Kenya leaves over bombing of Oru",
    ],
)
def test_what_something_is_done_over_is_not_the_subjects_deed(text: str) -> None:
    found = read_by(text, seen(text, "bombing", "ASSAULT", actor="Kenya"))
    assert not [each for each in found if each.type == "ASSAULT"]


def test_one_name_may_be_all_of_a_line() -> None:
    text = "Kenya Bombing Suspect"
    actors = [Actor(id="a1", name=text, kind="group", mentions=(Span(0, len(text)),))]
    found = find_acts(
        Article(id="p1", text=text, body=Span(0, len(text))),
        outline_text(text),
        actors=actors,
        statements=(),
        timexes=(),
        mentions=[seen(text, "Kenya", "ASSAULT")],
    )
    assert list(found) == []


@pytest.mark.parametrize(
    ("danger", "recipients"),
    [
        ("Norland and its plans", ()),
        ("the dangers at sea", ("Peru",)),
    ],
)
def test_who_is_told_of_anothers_danger_is_not_the_one_it_comes_from(
    danger: str, recipients: tuple[str, ...]
) -> None:
    text = f"Kenya warned Peru of {danger}."
    told = said(text, "Kenya", f"of {danger}", act="warn_of", cue="warned")
    warned = act(text, "warned", statements=[replace(told, addressee="Peru")])
    assert (warned.actors, warned.recipients) == (("Kenya",), recipients)


@pytest.mark.parametrize(
    ("danger", "recipients"),
    [("a new Chadian raid", []), ("its new raid", ["a2"]), ("a new Peruvian raid", ["a2"])],
)
def test_a_danger_is_a_states_by_its_adjective(danger: str, recipients: list[str]) -> None:
    text = f"Lund made Peru see the dangers of {danger}. Chad denied it."
    states = {"Peru": "PER", "Chad": "TCD", "Lund": None}
    actors = [
        Actor(
            id=f"a{number}",
            name=name,
            kind="state" if code else "person",
            state=code,
            mentions=(span_of(text, name),),
        )
        for number, (name, code) in enumerate(states.items(), 2)
    ]
    told = said(text, "a4", f"the dangers of {danger}", act="warn_of", cue="made")
    found, *_ = find_acts(
        Article(id="x", text=text, body=Span(0, len(text))),
        outline_text(text),
        actors=actors,
        statements=[replace(told, addressee="a2")],
        timexes=(),
        mentions=(),
    )
    assert (list(found.actors), list(found.recipients)) == (["a4"], recipients)


def test_who_only_claims_or_asks_something_makes_no_threat_or_demand() -> None:
    text = "Lund asked Peru why it rained."
    told = said(text, "Lund", "why it rained", act="claim", cue="asked")
    assert read_by(text, seen(text, "asked", "REQUEST", actor="Lund"), statements=[told]) == []
    text = "Lund impressed upon Peru that it rained."
    told = said(text, "Lund", "that it rained", act="claim", cue="impressed upon")
    threat = seen(text, "impressed upon", "THREATEN", actor="Lund")
    assert read_by(text, threat, statements=[told]) == []
    asked = said(text, "Lund", "that it rained", act="appeal", cue="impressed upon")
    assert read_by(text, threat, statements=[asked])


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Kenya freed Lund, jailed in 2024.", "jailed", [], ["Lund"]),
        ("Kenya freed Lund and Baru, jailed in 2024.", "jailed", [], ["Lund", "Baru"]),
        ("Kenya attacked Peru, arrested Lund and left.", "arrested", ["Kenya"], ["Lund"]),
        ("Kenya fought Peru, arrested at least ten troops.", "arrested", ["Kenya"], ["troops"]),
    ],
)
def test_a_participle_behind_a_comma_tells_what_befell_who_stands_before_it(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = act(text, trigger, timexes=[year(text, "2024")] if "2024" in text else [])
    assert parties(found) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya was ordered to free the crews held by Peru.", []),
        ("Kenya was ordered by Peru to free the crews.", ["Peru"]),
        ("Kenya was ordered to withdraw by Peru.", ["Peru"]),
    ],
)
def test_the_agent_behind_what_is_asked_may_be_that_of_a_participle(
    text: str, actors: list[str]
) -> None:
    assert list(act(text, "ordered").actors) == actors


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("200 troops killed in Oru raid blamed on Kenya", ["Kenya"], ["troops"]),
        ("Lund says at least 200 troops killed in raid blamed on Kenya", ["Kenya"], ["troops"]),
        ("At least 200 troops killed in raid on Kenya", [], ["troops"]),
        ("200 troops killed Lund", ["troops"], ["Lund"]),
    ],
)
def test_those_who_are_counted_before_a_bare_participle_suffer_it(
    text: str, actors: list[str], recipients: list[str]
) -> None:
    found = act(text, "killed")
    assert parties(found) == (actors, recipients)


def test_who_is_driven_to_something_has_not_done_what_drives_him() -> None:
    text = "The shelling forced troops to flee."
    shelling = seen(text, "shelling", "ASSAULT", actor="troops")
    flee = replace(seen(text, "flee", "RETREAT", actor="troops"), negative=True)
    found = read_by(text, shelling, flee)
    assert not [each for each in found if "troops" in each.actors and each.type == "ASSAULT"]
    assert [each.polarity for each in found if each.type == "RETREAT"] == ["positive"]


@pytest.mark.parametrize(("sector", "count"), [("REB", 1), ("CVL", 0)])
def test_people_who_flee_do_nothing(sector: Sector, count: int) -> None:
    text = "The shelling made residents flee."
    people = Actor(id="a1", name="residents", kind="group", sector=sector)
    found = find_acts(
        Article(id="p1", text=text, body=Span(0, len(text))),
        outline_text(text),
        actors=[replace(people, mentions=(span_of(text, "residents"),))],
        statements=(),
        timexes=(),
        mentions=[seen(text, "flee", "RETREAT", actor="residents")],
    )
    assert len(list(found)) == count


def test_who_signals_to_be_willing_offers_it_once() -> None:
    text = "Lund signalled he is open to talks."
    told = said(text, "Lund", "he is open to talks", act="offer", cue="signalled")
    willing = seen(text, "open", "AGREE", actor="he")
    assert [text[slice(*each.trigger)] for each in read_by(text, willing, statements=[told])] == [
        "signalled"
    ]
    claimed = replace(told, act="claim")
    assert [
        text[slice(*each.trigger)] for each in read_by(text, willing, statements=[claimed])
    ] == ["open"]


def test_who_prepares_a_big_attack_would_do_it() -> None:
    assert act("Kenya is preparing a huge military attack on Peru.", "attack").actors == ("Kenya",)
    planned = act("Kenya saw a plan for a huge attack on Peru.", "attack")
    assert planned.actors == ()


def test_whoever_is_ready_for_something_agrees_to_nothing() -> None:
    text = "Kenya was prepared for Peru."
    ready = seen(text, "prepared", "AGREE", actor="Kenya", recipient="Peru")
    assert read_by(text, ready) == []
    text = "Kenya was prepared to help Peru."
    assert read_by(text, seen(text, "prepared", "AGREE", actor="Kenya", recipient="Peru"))


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "actors"),
    [
        ("Kenya has decided to go ahead with a raid on Peru.", "raid", "planned", ["Kenya"]),
        ("Kenya will proceed with the raid on Peru.", "raid", "planned", ["Kenya"]),
        ("Kenya pressed ahead with the raid on Peru.", "raid", "happened", ["Kenya"]),
        ("Kenya agreed with the raid on Peru.", "raid", "happened", []),
    ],
)
def test_who_goes_ahead_with_it_would_do_it(
    text: str, trigger: str, modality: str, actors: list[str]
) -> None:
    found = act(text, trigger)
    assert (found.modality, list(found.actors)) == (modality, actors)


@pytest.mark.parametrize("link", ["", "that "])
def test_a_noun_and_the_verb_of_its_clause_are_one_act(link: str) -> None:
    text = f"The criticism {link}Kenya has levelled at Peru hurt."
    found = read_by(
        text,
        seen(text, "criticism", "ACCUSE"),
        seen(text, "levelled", "ACCUSE", actor="Kenya", recipient="Peru"),
    )
    assert [(text[slice(*each.trigger)], each.actors, each.recipients) for each in found] == [
        ("criticism", ("Kenya",), ("Peru",))
    ]


@pytest.mark.parametrize("plan", ["plans", "any plan"])
def test_who_denies_plans_is_charged_with_them(plan: str) -> None:
    assert act(f"Kenya denied {plan} to invade Peru.", "invade").actors == ("Kenya",)
    others = [each.actors for each in acts_of("Kenya denied the bid to invade Peru.")]
    assert others == [("Kenya",)]


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "actors"),
    [
        ("An attack on Peru would draw a response by Norland.", "attack", "conditional", []),
        ("An attack by Kenya would be met with sanctions.", "attack", "conditional", ["Kenya"]),
        ("Kenya's attack on Peru would be wrong.", "attack", "hypothetical", ["Kenya"]),
        ("Kenya's attack on Peru led to strikes by Norland.", "attack", "happened", ["Kenya"]),
        ("The seizure of shelled ships by Kenya shook all.", "seizure", "happened", ["Kenya"]),
    ],
)
def test_who_answers_a_deed_has_not_done_it(
    text: str, trigger: str, modality: str, actors: list[str]
) -> None:
    reader = seen(text, trigger, "ASSAULT", actor=text.split()[-1].rstrip("."))
    found = act(text, trigger)
    assert (found.modality, list(found.actors)) == (modality, actors)
    if "Norland" in text:
        assert all("Norland" not in a.actors for a in read_by(text, reader) if a.type == "ASSAULT")


def test_what_is_met_with_something_is_no_meeting() -> None:
    assert [a.type for a in acts_of("Kenya was met with silence by Peru.")] == []
    assert [a.type for a in acts_of("Kenya met with Peru.")] == ["CONSULT"]


def test_support_that_is_provided_is_aid() -> None:
    text = "Kenya provides support to Peru."
    found = read_by(text, seen(text, "provides", "AID", actor="Kenya", recipient="Peru"))
    assert [(each.type, each.recipients) for each in found] == [("AID", ("Peru",))]
    assert [each.type for each in acts_of("Kenya voiced support for Peru.")] == ["SUPPORT"]


def test_who_has_done_it_before_a_comma_is_the_subject() -> None:
    text = "Kenya left, having sent tens of thousands of men to Peru."
    sent = seen(text, "sent", "MOBILIZE")
    assert [a.actors for a in read_by(text, sent) if a.type == "MOBILIZE"] == [("Kenya",)]


def test_who_is_set_to_do_it_does_not_suffer_it() -> None:
    text = "Lund appeared set to attack."
    [found] = read_by(text, seen(text, "attack", "ASSAULT", recipient="Lund"))
    assert (found.actors, found.recipients) == (("Lund",), ())


def test_who_demands_a_second_thing_would_not_do_it() -> None:
    text = "Kenya demanded that Lund leave and that it free Baru."
    told = said(text, "Kenya", text[15:-1], act="demand", cue="demanded")
    free = seen(text, "free", "RETREAT", recipient="Baru")
    freed = [a for a in read_by(text, free, statements=[told]) if "Baru" in a.recipients]
    assert not any(each.actors for each in freed)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Kenya condemns killing of Lund", "killing", []),
        ("Kenyan troops protest killing of Lund", "killing", []),
        ("Kenyan troops condemn murder of Lund", "murder", []),
        ("Kenya admits killing Lund", "killing", ["Kenya"]),
        ("Kenyan naval arrest of Lund", "arrest", ["Kenya"]),
    ],
)
def test_who_judges_a_deed_in_a_headline_has_not_done_it(
    text: str, trigger: str, actors: list[str]
) -> None:
    mentions = [seen(text, trigger, "ASSAULT", recipient="Lund")]
    found = act(text, trigger, mentions=mentions)
    assert (list(found.actors), list(found.recipients)) == (actors, ["Lund"])


@pytest.mark.parametrize(
    ("text", "noun", "actors"),
    [
        ("Drivers have suspended their walkout.", "walkout", ["Drivers"]),
        ("Kenya withdrew its demand on Monday.", "demand", ["Kenya"]),
        ("Kenya met Peru and withdrew its demand.", "demand", []),
        ("Kenya told of the plan and its refusal.", "refusal", []),
    ],
)
def test_whose_deed_their_own_is_behind_a_verb(text: str, noun: str, actors: list[str]) -> None:
    kinds: list[tuple[str, ActorKind]] = [
        ("Kenya", "state"),
        ("Peru", "state"),
        ("Drivers", "group"),
    ]
    cast = [
        Actor(id=name, name=name, kind=kind, mentions=(span_of(text, name),))
        for name, kind in kinds
        if name in text
    ]
    article = Article(id="page", text=text, body=Span(0, len(text)))
    kind: ActType = "PROTEST" if noun == "walkout" else "REQUEST"
    found = find_acts(
        article,
        outline_text(text),
        actors=cast,
        statements=(),
        timexes=(),
        mentions=[seen(text, noun, kind)],
    )
    rows = [each.actors for each in found if text[slice(*each.trigger)] == noun]
    assert [*map(list, rows)] == ([actors] if actors else [])


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Norland saw the troops killed when Peru fired.", [], ["troops"]),
        ("Kenya killed for a week ten of Peru.", ["Kenya"], ["Peru"]),
        ("Kenya killed and wounded Peru.", ["Kenya"], ["Peru"]),
        ("The men Kenya killed were Peruvians.", ["Kenya"], []),
    ],
)
def test_who_stands_alone_with_a_verb_that_has_an_object_suffers_it(
    text: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, "killed")) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Norland welcomed Peru’s demands to attack Kenya.", "attack", []),
        ("Norland welcomed Peru’s plan to attack Kenya.", "attack", ["Peru"]),
        ("Norland told Peru the plan to attack Kenya was off.", "attack", []),
    ],
)
def test_who_demands_a_deed_or_is_told_of_it_does_not_do_it(
    text: str, trigger: str, actors: list[str]
) -> None:
    found = [a for a in acts_of(text) if text[a.trigger.start : a.trigger.end] == trigger]
    assert [actor for each in found for actor in each.actors] == actors


def test_whose_deed_draws_protests_does_not_protest() -> None:
    text = "The arrest of Lund by Kenya drew protests."
    assert not [each for each in acts_of(text) if each.type == "PROTEST" and each.actors]
    arrest, *_ = read_by(
        text, seen(text, "arrest", "COERCE", actor="Kenya"), seen(text, "protests", "PROTEST")
    )
    assert parties(arrest) == (["Kenya"], ["Lund"])
