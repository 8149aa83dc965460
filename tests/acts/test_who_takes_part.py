"""Who takes part in an act: lists of people, their titles, and where a phrase ends."""

from dataclasses import replace

import pytest
from tests.acts.reading import (
    act,
    acts_of,
    cast_of,
    mention,
    parties,
    read_by,
    said,
    seen,
    span_of,
)

from onrecord.acts import find_acts
from onrecord.records import Actor, ActType, Article, Span
from onrecord.text import outline_text


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("President Lund and Prime Minister Baru urged Kenya to wait.", "urged",
         ["Lund", "Baru"], ["Kenya"]),
        ("Kenya accused President Lund and Prime Minister Baru of theft.", "accused",
         ["Kenya"], ["Lund", "Baru"]),
        ("Kenya and its ally Peru attacked Norland.", "attacked", ["Kenya", "Peru"], ["Norland"]),
        ("Kenya met with Mr. Lund, Mr. Baru and Peru.", "met with", ["Kenya"],
         ["Lund", "Baru", "Peru"]),
        ("Sens. Lund (R-AZ) and Baru (R-SC) condemned Kenya.", "condemned",
         ["Lund", "Baru"], ["Kenya"]),
        ("Sen. Lund, R-Texas, and Sen. Baru of Ohio condemned Kenya.", "condemned",
         ["Lund", "Baru"], ["Kenya"]),
        ("Its envoy, Mr. Lund, and her counterpart, Mr. Baru, met Kenya.", "met",
         ["Lund", "Baru"], ["Kenya"]),
        ("Norland, Peru, and Kenya condemned Lund.", "condemned",
         ["Norland", "Peru", "Kenya"], ["Lund"]),
        ("Kenya met Lund and Baru, Peru’s envoys.", "met", ["Kenya"], ["Lund", "Baru"]),
        ("Kenya met Peru and aides to President Lund.", "met", ["Kenya"], ["Peru"]),
        ("Kenya jailed two troops, Lund and Baru.", "jailed", ["Kenya"], ["Lund", "Baru"]),
        ("Two troops, Lund and Baru, condemned Peru.", "condemned", ["Lund", "Baru"], ["Peru"]),
        ("Kenya jailed five troops, Lund and Baru.", "jailed", ["Kenya"],
         ["troops", "Lund", "Baru"]),
        ("Lund, 32, and Baru, 34, condemned Peru.", "condemned", ["Lund", "Baru"], ["Peru"]),
        ("Lund and other ground troops condemned Peru.", "condemned", ["Lund", "troops"], ["Peru"]),
        ("Kenya, Norland and other troops condemned Peru.", "condemned",
         ["Kenya", "Norland", "troops"], ["Peru"]),
    ],
)  # fmt: skip
def test_a_list_goes_on_past_titles_and_places(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Peru attacked Norland and President Lund condemned Kenya.", "condemned", ["Lund"]),
        ("Peru rebuffed Norland, and President Lund condemned Kenya.", "condemned", ["Lund"]),
    ],
)
def test_who_belongs_to_another_clause_or_phrase_is_not_in_the_list(
    text: str, trigger: str, actors: list[str]
) -> None:
    assert list(act(text, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya accused Secretary of State Lund of theft.", ["Lund"]),
        ("Kenya accused Peru and Secretary of State Lund of theft.", ["Peru", "Lund"]),
        ("Kenya accused the Minister of Defence Lund of theft.", ["Lund"]),
        ("Kenya accused a spokesman for Prime Minister Lund of theft.", []),
        ("Kenya accused aides to former Secretary of State Lund of theft.", []),
    ],
)
def test_what_an_office_is_of_belongs_to_its_name(text: str, recipients: list[str]) -> None:
    assert list(act(text, "accused").recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya jailed a man accused of threatening Lund.", "jailed", []),
        ("Kenya jailed two people suspected of links to Peru.", "jailed", []),
        ("Kenya jailed a worker who met Lund.", "jailed", []),
        ("Kenya criticised the company for selling arms to Peru.", "criticised", []),
        ("Kenya’s attack on the camp seemed to please Peru.", "attack", []),
        ("Kenya’s attack angered Peru.", "attack", []),
        ("Kenya’s attack wounded three troops.", "attack", ["troops"]),
        ("Kenya’s attacks launched on Peru failed.", "attacks", ["Peru"]),
        ("Kenya shelled positions held in May by Peru.", "shelled", []),
        ("Kenya condemned Peru-backed troops.", "condemned", ["troops"]),
        ("Kenya condemned Lund voters.", "condemned", []),
        ("Kenya urged the leaders of Peru to wait.", "urged", ["Peru"]),
        ("Kenya praised the peace and unity of Peru.", "praised", ["Peru"]),
        ("Kenya praised the peace and killing of Lund.", "praised", []),
    ],
)
def test_who_is_named_past_the_object_has_nothing_done_to_him(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert list(act(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Peru was attacked by Kenya-backed troops.", "attacked", ["troops"]),
        ("Peru was attacked by local migrant Lund.", "attacked", ["Lund"]),
        ("Peru was attacked by Prime Minister Lund.", "attacked", ["Lund"]),
        ("Peru was attacked in riots set off by Mr. Lund’s decree.", "attacked", []),
        ("Peru was attacked in a raid carried out by Kenya.", "attacked", ["Kenya"]),
        ("Peru was attacked and beaten by Kenya.", "attacked", ["Kenya"]),
    ],
)
def test_by_names_who_acts(text: str, trigger: str, actors: list[str]) -> None:
    assert list(act(text, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "root", "actors", "recipients"),
    [
        ("A camera hit two voters linked to Kenya.", "hit", "ASSAULT",
         [], ["two voters linked to Kenya"]),
        ("Kenya journalists were mauled in a park.", "mauled", "ASSAULT",
         [], ["Kenya journalists"]),
        ("Abuse within Kenya grew.", "Abuse", "ASSAULT", ["Kenya"], []),
        ("A war goes on in Kenya.", "war", "ASSAULT", [], ["Kenya"]),
        ("The kidnapping was investigated by Kenya.", "kidnapping", "COERCE", ["Kenya"], []),
        ("Kenya felt that he should be tried.", "tried", "SANCTION", [], ["Kenya"]),
    ],
)  # fmt: skip
def test_a_name_in_the_words_of_the_reader_need_not_take_part(
    text: str, trigger: str, root: ActType, actors: list[str], recipients: list[str]
) -> None:
    places = {
        "actors": tuple(span_of(text, words) for words in actors),
        "recipients": tuple(span_of(text, words) for words in recipients),
    }
    found = read_by(text, mention(text, trigger, root, **places))
    assert [(each.actors, each.recipients) for each in found if each.type == root] == []


@pytest.mark.parametrize(
    ("text", "trigger", "root", "actor", "acting"),
    [
        ("Kenya’s best ally, Peru, pulled its hand back.", "pulled", "RETREAT",
         "Kenya’s best ally, Peru,", ["Peru"]),
        ("Kenya’s minister Lund cheered Norland.", "cheered", "SUPPORT",
         "Kenya’s minister Lund", ["Lund"]),
    ],
)  # fmt: skip
def test_whose_somebody_named_is_does_not_act(
    text: str, trigger: str, root: ActType, actor: str, acting: list[str]
) -> None:
    [found] = read_by(text, seen(text, trigger, root, actor=actor))
    assert list(found.actors) == acting


def test_who_says_that_another_did_it_did_not() -> None:
    text = "An attack that Kenya said was carried out by Peru shook all."
    places = (span_of(text, "Kenya"), span_of(text, "Peru"))
    [found] = read_by(text, mention(text, "attack", "ASSAULT", actors=places))
    assert list(found.actors) == ["Peru"]


def test_the_recipients_that_the_reader_is_sure_of_go_before_a_later_name() -> None:
    text = "Kenya attacked the camp of Peru near Norland; Lund watched."
    found = read_by(text, seen(text, "attacked", "ASSAULT", actor="Kenya", recipient="Norland"))
    assert [list(each.recipients) for each in found if each.type == "ASSAULT"] == [[]]


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya condemned the attack on Peru.", "condemned", []),
        ("Kenya condemned the seizure of Peru by Norland.", "condemned", ["Norland"]),
        ("Kenya condemned Peru’s seizure of Norland.", "condemned", ["Peru"]),
        ("Kenya condemned Peru.", "condemned", ["Peru"]),
        ("Kenya blamed the attack on Peru.", "blamed", ["Peru"]),
    ],
)
def test_who_suffers_a_deed_is_not_blamed_for_it(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert list(act(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya’s decision to invade Norland was condemned by Peru.", "condemned", ["Kenya"]),
        ("Kenya’s latest launch was condemned by Peru.", "condemned", ["Kenya"]),
        ("Mr. Lund’s arrest was condemned by Peru.", "condemned", []),
        ("The man who attacked Norland was jailed by Kenya.", "jailed", []),
        ("The troops who attacked Norland were jailed by Kenya.", "jailed", ["troops"]),
        ("Peru’s demand was rejected by Kenya.", "demand", ["Kenya"]),
        ("A Peruvian demand was rejected by Kenya.", "rejected", ["Peru"]),
        ("The demand of Peru was rejected by Kenya.", "rejected", ["Peru"]),
        ("A request from Peru was rejected by Kenya.", "rejected", ["Peru"]),
        ("Kenya dismissed Peruvian concerns.", "dismissed", ["Peru"]),
    ],
)
def test_whose_the_subject_of_a_passive_is(text: str, trigger: str, recipients: list[str]) -> None:
    assert list(act(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Peru offered to help Kenya. Rain fell. Kenya rejected the offer.", "rejected", ["Peru"]),
        ("Peru urged Kenya to wait. Kenya rejected that request.", "rejected", ["Peru"]),
        ("Peru urged Norland to wait. Kenya rejected the request.", "rejected", []),
        ("Peru urged Kenya to wait. Kenya rejected the offer.", "rejected", []),
    ],
)
def test_an_answer_is_to_who_said_it_in_a_sentence_before(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert list(act(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Lund criticised Kenya for invading Peru.", "invading", ["Kenya"]),
        ("Lund praised Kenya for helping Peru.", "helping", ["Kenya"]),
        ("Lund apologised to Kenya for invading Peru.", "invading", ["Lund"]),
        ("Kenya convicted a porter of attacking Lund.", "attacking", []),
        ("Kenya’s Lund said Peru vowed to attack Norland.", "attack", ["Peru"]),
    ],
)
def test_who_does_what_a_judgement_or_report_tells(
    text: str, trigger: str, actors: list[str]
) -> None:
    assert [
        list(each.actors) for each in acts_of(text) if text[slice(*each.trigger)] == trigger
    ] in (
        [actors],
        [] if not actors else [actors],
    )


@pytest.mark.parametrize(
    ("text", "root", "actors", "recipients"),
    [
        ("The Kenya war goes on.", "ASSAULT", [], []),
        ("Lund watched the Kenya protests.", "PROTEST", [], []),
        ("The Kenya embargo is due.", "SANCTION", [], ["Kenya"]),
        ("The Kenyan attack on Peru shook all.", "ASSAULT", ["Kenya"], ["Peru"]),
        ("The Kenya attack on Peru shook all.", "ASSAULT", ["Kenya"], ["Peru"]),
    ],
)
def test_the_name_of_a_state_before_a_deed_is_its_place_or_aim(
    text: str, root: ActType, actors: list[str], recipients: list[str]
) -> None:
    sides = [parties(each) for each in acts_of(text)]
    assert sides == ([(actors, recipients)] if actors or recipients else [])


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The troops attacked the envoys of Peru, arresting Lund.", "arresting", ["troops"]),
        ("The troops attacked Peru, arresting Lund.", "arresting", ["troops"]),
        ("“Enough,” said Baru, accusing Lund of theft.", "accusing", ["Baru"]),
        ("The fall of Kenya, which expelled Lund, shook all.", "expelled", []),
        ("Talks with Kenya, which expelled Lund, failed.", "expelled", ["Kenya"]),
    ],
)
def test_who_acts_is_the_subject_of_its_own_clause(
    text: str, trigger: str, actors: list[str]
) -> None:
    found = [each for each in acts_of(text) if text[slice(*each.trigger)] == trigger]
    assert [actor for each in found for actor in each.actors] == actors


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Lund urged Kenya to wait and Peru to leave.", "urged", ["Kenya", "Peru"]),
        ("Lund asked Kenya to move the day and Peru to move its ships.", "asked",
         ["Kenya", "Peru"]),
        ("Lund urged Kenya to wait and Peru left.", "urged", ["Kenya"]),
        ("Lund blamed Kenya for the raid and Peru for its cause.", "blamed", ["Kenya", "Peru"]),
        ("Lund blamed Kenya’s woes on Peru.", "blamed", ["Peru"]),
    ],
)  # fmt: skip
def test_each_of_two_objects_has_it_done_to_it(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert list(act(text, trigger).recipients) == recipients


def test_with_whom_he_works_is_another_than_he() -> None:
    text = "Lund is back. He is toiling along with Kenya and Peru."
    spans = tuple(span_of(text, words) for words in ("He", "Kenya", "Peru"))
    [found] = read_by(text, mention(text, "toiling along", "COOPERATE", actors=spans))
    assert parties(found) == (["Lund"], ["Kenya", "Peru"])


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Clashes between Lund troops and Peru went on.", "Clashes", ["troops", "Peru"], []),
        ("The talks between Kenya and Peru were long.", "talks", ["Kenya", "Peru"], []),
        ("The talks between President Lund and Mr. Baru were long.", "talks",
         ["Lund", "Baru"], []),
        ("Kenya attacked Lund troops.", "attacked", ["Kenya"], ["troops"]),
        ("Kenya attacked Lund’s troops, killing two and wounding Baru.", "killing",
         ["Kenya"], ["troops"]),
        ("Kenya attacked Oru, killing ten troops and wounding Baru.", "wounding",
         ["Kenya"], ["Baru"]),
    ],
)  # fmt: skip
def test_two_between_and_who_goes_on(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya demanded that Peru withdraw.", "demanded", ["Peru"]),
        ("Kenya demanded that Lund be freed.", "demanded", []),
        ("Kenya demanded that Peru’s crews leave.", "demanded", []),
        ("Kenya complained that Peru did not pay.", "complained", ["Peru"]),
        ("Kenya complained that Peru is leaving.", "complained", ["Peru"]),
        ("Kenya warned that Peru might not pay.", "warned", []),
    ],
)
def test_of_whom_a_clause_demands_or_complains_is_its_subject(
    text: str, trigger: str, recipients: list[str]
) -> None:
    root: ActType = "REQUEST" if trigger == "demanded" else "ACCUSE"
    [found, *_] = read_by(text, seen(text, trigger, root, actor="Kenya"))
    assert list(found.recipients) == recipients


def test_voiced_concern_that_somebody_did_it_blames_him() -> None:
    text = "Kenya voiced concern that Peru had left."
    [found] = read_by(text, seen(text, "voiced", "ACCUSE", actor="Kenya"))
    assert list(found.recipients) == ["Peru"]


def test_a_title_goes_on_to_its_name_and_a_particle_belongs_to_the_verb() -> None:
    text = "Kenya stood by the ambassador to the Pact Lund."
    [found] = read_by(text, seen(text, "stood by", "SUPPORT", recipient="the ambassador"))
    assert list(found.recipients) == ["Lund"]


@pytest.mark.parametrize(
    ("text", "trigger", "root", "recipients"),
    [
        ("Kenya hindered Peru.", "hindered", "REJECT", ["Peru"]),
        ("Kenya hindered President Lund’s vote.", "hindered", "REJECT", ["Lund"]),
        ("Kenya hindered Peru sanctions.", "hindered", "REJECT", []),
        ("Kenya hindered the Peru-led talks.", "hindered", "REJECT", []),
        ("Kenya hindered a vote on Peru.", "hindered", "REJECT", []),
        ("Kenya stationed troops.", "stationed", "MOBILIZE", []),
    ],
)
def test_who_stands_right_behind_a_verb_of_the_reader_is_its_object(
    text: str, trigger: str, root: ActType, recipients: list[str]
) -> None:
    [found] = read_by(text, seen(text, trigger, root, actor="Kenya"))
    assert list(found.recipients) == recipients


def test_at_whom_a_weapon_is_fired_has_it_done_to_him() -> None:
    text = "Kenya fired a missile at Peru or Norland."
    [found] = read_by(text, seen(text, "fired", "ASSAULT", actor="Kenya"))
    assert list(found.recipients) == ["Peru", "Norland"]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("A gale struck the port of Kenya at night, killing Lund.", "killing", []),
        ("Kenya struck the port at night, killing Lund.", "killing", ["Kenya"]),
        ("“It is over,” said Baru, bombing Lund.", "bombing", ["Baru"]),
        ("Norland told Peru that arresting Lund was wrong.", "arresting", []),
    ],
)
def test_a_participle_has_the_subject_of_its_clause_or_nobody(
    text: str, trigger: str, actors: list[str]
) -> None:
    found = read_by(text, seen(text, trigger, "ASSAULT", recipient="Lund"))
    told = [each.actors for each in found
            if text[each.trigger.start : each.trigger.end] == trigger]  # fmt: skip
    assert [list(each) for each in told] in ([actors], [actors] * bool(actors))


def test_who_is_enraged_blames_and_is_not_blamed() -> None:
    text = "Kenya was enraged at the move."
    [found] = read_by(text, seen(text, "enraged", "ACCUSE", actor="Kenya"))
    assert parties(found) == (["Kenya"], [])


def test_what_should_not_be_prevented_has_not_been_done() -> None:
    text = "Kenya shouldn’t stop Peru from bombing Norland."
    assert act(text.replace("’", "'"), "bombing").modality == "hypothetical"
    assert act("Kenya did not stop Peru from bombing Norland.", "bombing").modality == "happened"


def test_both_countries_are_those_that_did_something_together() -> None:
    text = "Norland met Baru of Kenya. Kenya and Peru signed it. The two countries will meet again."
    assert {*act(text, "meet").actors} == {"Kenya", "Peru"}


def test_the_talks_are_of_those_who_met() -> None:
    text = "Kenya met Peru in Oru. The talks lasted two days."
    [found] = [each for each in read_by(text, seen(text, "talks", "CONSULT"))
               if text[each.trigger.start : each.trigger.end] == "talks"]  # fmt: skip
    assert {*found.actors} == {"Kenya", "Peru"}


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya held talks on Peru’s debt.", []),
        ("Kenya held talks on the debt with Peru.", ["Peru"]),
        ("Kenya held talks on Monday with Peru.", ["Peru"]),
        ("Kenya held talks with Peru on Norland.", ["Peru"]),
    ],
)
def test_whom_talks_are_about_does_not_take_part(text: str, recipients: list[str]) -> None:
    both = {"actor": "Kenya", "recipient": "Peru"}
    [found] = read_by(text, seen(text, "talks", "CONSULT", **both))
    assert list(found.recipients) == recipients


def test_of_those_with_whom_one_works_none_is_who_acts() -> None:
    text = "The union is teaming up with Kenya and with Peru."
    spans = tuple(span_of(text, words) for words in ("The union", "Kenya", "Peru"))
    for found in read_by(text, mention(text, "teaming up", "COOPERATE", actors=spans)):
        assert found.actors == ()


def test_a_list_goes_on_past_a_word_that_tells_which_people_are_meant() -> None:
    found = act("Kenya and local troops attacked Peru.", "attacked")
    assert list(found.actors) == ["Kenya", "troops"]


def test_what_is_short_for_has_makes_no_passive() -> None:
    found = act("Kenya says it's seized the port.", "seized")
    assert parties(found) == (["Kenya"], [])


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("After the meeting with Kenya, Peru left.", "meeting", ["Peru"], ["Kenya"]),
        ("In a speech after the meeting with Kenya, Peru spoke.", "meeting", ["Peru"], ["Kenya"]),
        ("The summit of Kenya and Peru in May failed.", "summit", ["Kenya", "Peru"], []),
        ("A plea from angry troops failed.", "plea", ["troops"], []),
        ("The withdrawal of troops from Peru began.", "withdrawal", ["troops"], []),
    ],
)
def test_who_meets_and_who_moves_by_a_noun(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    place = {"actors": (span_of(text, (actors or recipients)[0]),)}
    root: dict[str, ActType] = {"plea": "REQUEST", "withdrawal": "RETREAT"}
    read = read_by(text, mention(text, trigger, root.get(trigger, "CONSULT"), **place))
    [found] = [each for each in read if text[each.trigger.start :].startswith(trigger)]
    assert parties(found) == (actors, recipients)


def test_a_state_that_is_left_does_not_act() -> None:
    text = "The pullback of troops from Peru began."
    both = (span_of(text, "troops"), span_of(text, "Peru"))
    [found] = read_by(text, mention(text, "pullback", "RETREAT", actors=both))
    assert list(found.actors) == ["troops"]


def test_mounting_pressure_is_a_noun() -> None:
    text = "Kenya faces mounting pressure from Peru."
    read = seen(text, "pressure", "REQUEST", actor="Peru", recipient="Kenya")
    [found] = read_by(text, read)
    assert parties(found) == (["Peru"], ["Kenya"])


def test_all_in_one_phrase_of_the_reader_take_part() -> None:
    text = "Peru flattened Kenya and angry troops of old."
    read = seen(text, "flattened", "ASSAULT", actor="Peru", recipient="Kenya and angry troops")
    [found] = read_by(text, read)
    assert list(found.recipients) == ["Kenya", "troops"]


def test_against_whom_something_is_backed_gets_no_support() -> None:
    text = "Peru rubber-stamped a plan against Kenya."
    read = seen(text, "rubber-stamped", "SUPPORT", actor="Peru", recipient="Kenya")
    assert [list(each.recipients) for each in read_by(text, read)] == [[]]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Neither Kenya nor Peru condemned Norland.", "condemned", ["Kenya", "Peru"], ["Norland"]),
        ("Kenya condemned neither Peru nor Norland.", "condemned", ["Kenya"], ["Peru", "Norland"]),
        ("Kenya as well as Peru invaded Norland.", "invaded", ["Kenya", "Peru"], ["Norland"]),
        ("Kenya, along with Peru, invaded Norland.", "invaded", ["Kenya", "Peru"], ["Norland"]),
        ("Kenya invaded Peru as well as Norland.", "invaded", ["Kenya"], ["Peru", "Norland"]),
        ("Kenya invaded Peru along with Norland.", "invaded", ["Kenya"], ["Peru"]),
        ("Kenya, not Peru, invaded Norland.", "invaded", ["Kenya"], ["Norland"]),
        ("Kenya rather than Peru invaded Norland.", "invaded", ["Kenya"], ["Norland"]),
        ("It was Kenya, not Peru, that invaded Norland.", "invaded", ["Kenya"], ["Norland"]),
        ("It was not Kenya but Peru that invaded Norland.", "invaded", ["Peru"], ["Norland"]),
        ("Kenya invaded not Peru but Norland.", "invaded", ["Kenya"], ["Norland"]),
        ("Kenya invaded Peru, not Norland.", "invaded", ["Kenya"], ["Peru"]),
        ("Kenya-Peru talks on fish failed.", "talks", ["Kenya", "Peru"], []),
        ("The Kenya–Peru border clashes went on.", "clashes", ["Kenya", "Peru"], []),
    ],
)  # fmt: skip
def test_who_is_added_takes_part_and_who_is_left_out_does_not(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_it_was_he_who_did_it_tells_of_no_other_time() -> None:
    assert not act("It was Kenya, not Peru, that invaded Norland.", "invaded").background
    assert act("Lund praised Kenya, which invaded Norland.", "invaded").background


def test_what_the_main_verb_is_joined_with_is_not_told_aside() -> None:
    text = "Peru, which borders the lake, sued Kenya and attacked Norland."
    found = act(text, "attacked")
    assert (found.actors, found.recipients, found.background) == (("Peru",), ("Norland",), False)
    assert act("Lund praised Kenya, which hit Peru and attacked Norland.", "attacked").background


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya first condemned and then expelled Lund.", "condemned", ["Lund"]),
        ("Kenya arrested, punished and later deported Lund.", "arrested", ["Lund"]),
        ("Kenya bombed the port and invaded Peru.", "bombed", []),
        ("Kenya bombed and Peru invaded Norland.", "bombed", []),
        ("Kenya withdrew and invaded Peru.", "withdrew", []),
    ],
)
def test_two_verbs_share_one_object(text: str, trigger: str, recipients: list[str]) -> None:
    assert list(act(text, trigger).recipients) == recipients


def test_who_withdraws_and_invades_withdraws_from_nobody_for_the_reader_too() -> None:
    text = "Kenya withdrew and invaded Peru."
    found = read_by(text, seen(text, "withdrew", "RETREAT", actor="Kenya", recipient="Peru"))
    assert [each.recipients for each in found if each.trigger == span_of(text, "withdrew")] == [()]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya arrested the owner of the oldest mill, Lund, on Monday.", ["Lund"]),
        ("Kenya arrested the head of the bank, Lund.", ["Lund"]),
        ("Kenya arrested Baru’s driver, Lund, in May.", ["Lund"]),
        ("Kenya arrested the head of the bank, Lund said.", []),
        ("Kenya arrested Baru’s driver, Lund said.", ["Baru"]),
    ],
)
def test_who_is_named_behind_his_post_is_meant(text: str, recipients: list[str]) -> None:
    assert list(act(text, "arrested").recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("A visit by Lund to Peru ended.", "visit", ["Peru"]),
        ("A visit by Kenya’s envoy, Lund, to Peru ended.", "visit", ["Peru"]),
        ("A decision by Kenya to attack Peru angered Lund.", "attack", ["Peru"]),
    ],
)
def test_who_is_behind_to_past_the_agent_has_it_done(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert list(act(text, trigger).recipients) == recipients


@pytest.mark.parametrize(("cut", "recipients"), [("The rebel", ("Lund",)), ("Troops", ())])
def test_a_title_that_breaks_off_before_the_name_is_who_has_it(
    cut: str, recipients: tuple[str, ...]
) -> None:
    text = f"{cut} leader Lund was caught by Kenya."
    places = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, cut),)}
    [found] = read_by(text, mention(text, "caught", "COERCE", **places))
    assert found.recipients == recipients


def test_who_gets_something_from_another_has_it_done_to_him() -> None:
    text = "Peru has secured a loan from Kenya."
    both = (span_of(text, "Peru"), span_of(text, "Kenya"))
    [found] = read_by(text, mention(text, "secured", "AID", actors=both))
    assert (found.actors, found.recipients) == (("Kenya",), ("Peru",))


def test_a_gerund_between_two_is_theirs_and_nobody_elses() -> None:
    found = act("Lund left to prevent fighting between Kenya and Peru.", "fighting")
    assert (list(found.actors), found.recipients) == (["Kenya", "Peru"], ())
    text = "Lund met Norland to end a dispute between Kenya and Peru."
    met = mention(
        text,
        "met",
        "CONSULT",
        actors=(span_of(text, "Lund"),),
        recipients=(span_of(text, "Norland"), span_of(text, "Peru")),
    )
    [found] = read_by(text, met)
    assert list(found.recipients) == ["Norland"]


def test_an_apposition_to_who_asks_is_not_who_is_asked() -> None:
    text = "An appeal from Kenya, Peru of old, fell flat."
    appeal = mention(
        text,
        "appeal",
        "REQUEST",
        actors=(span_of(text, "Kenya"),),
        recipients=(span_of(text, "Peru"),),
    )
    assert [each.recipients for each in read_by(text, appeal)] == [()]


@pytest.mark.parametrize(
    ("text", "count"),
    [("Kenya warns Peru but talks go on", 1), ("Kenya warns Peru but talks to Norland", 2)],
)
def test_a_plural_before_its_verb_is_no_verb(text: str, count: int) -> None:
    assert len(acts_of(text, headline=True)) == count


def test_whoever_reports_what_was_done_has_not_done_it() -> None:
    text = "Kenya promised a report on the attack on Peru."
    told = said(text, "Kenya", text[text.index("a report") : -1], act="commit", cue="promised")
    attack = mention(text, "attack", "ASSAULT", recipients=(span_of(text, "Peru"),))
    found = [each for each in read_by(text, attack, statements=[told]) if each.type == "ASSAULT"]
    assert [each.actors for each in found] == [()]


@pytest.mark.parametrize(
    ("text", "root", "recipients"),
    [
        ("Kenya imposed sanctions in concert with Peru.", "SANCTION", []),
        ("Kenya imposed sanctions in full coordination with Peru.", "SANCTION", []),
        ("Kenya imposed sanctions alongside Peru.", "SANCTION", []),
        # Who stands right behind another suffers as well.
        ("Kenya imposed sanctions on Norland along with Peru.", "SANCTION", ["Peru"]),
        ("Kenya ended its sanctions together with Peru.", "COOPERATE", ["Peru"]),
    ],
)
def test_beside_whom_it_is_done_it_is_not_done_to(
    text: str, root: ActType, recipients: list[str]
) -> None:
    [found] = read_by(text, seen(text, "sanctions", root, actor="Kenya", recipient="Peru"))
    assert [each for each in parties(found)[1] if each != "Norland"] == recipients


def test_a_name_may_stand_behind_nothing_but_a_comma() -> None:
    text = "Baru asked the minister for war, Lund, to lay the contract before Peru."
    found = read_by(text, mention(text, "lay", "CONSULT", actors=(span_of(text, ", Lund,"),)))
    assert ("Lund",) in [each.actors for each in found]


def test_who_is_told_that_another_must_do_it_does_not() -> None:
    text = "Lund told Peru that Kenya must leave Oru."
    both = (span_of(text, "Peru"), span_of(text, "Kenya"))
    found = read_by(text, mention(text, "leave", "RETREAT", actors=both))
    assert [each.actors for each in found if each.trigger == span_of(text, "leave")] == [("Kenya",)]


def test_the_press_that_hears_a_threat_is_not_threatened() -> None:
    text = "Lund told reporters that they would be sorry."
    threat = said(text, "Lund", "they would be sorry", act="threaten", cue="told")
    reporters = Actor(
        id="reporters", name="reporters", kind="group", mentions=(span_of(text, "reporters"),)
    )
    found = find_acts(
        Article(id="a1", text=text, body=Span(0, len(text))),
        outline_text(text),
        actors=[*cast_of(text), reporters],
        statements=[replace(threat, addressee="reporters")],
        timexes=[],
    )
    assert [each.recipients for each in found if each.type == "THREATEN"] == [()]


def test_who_is_shot_at_is_the_one_behind_at() -> None:
    assert parties(act("Kenya shot at Peru, Lund said.", "shot at")) == (["Kenya"], ["Peru"])
    assert parties(act("Lund was shot at home.", "shot at")) == ([], ["Lund"])


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Lund had his camera seized by troops.", "seized", ["troops"], ["Lund"]),
        ("Lund was beaten by troops and had his camera seized.", "seized", [], ["Lund"]),
        ("Kenya condemned the raid and recalled its ambassador from Peru.", "recalled",
         ["Kenya"], ["Peru"]),
        ("Kenya recalled its envoy, Lund.", "recalled", ["Kenya"], ["Lund"]),
        ("Kenya summoned the charge d’affaires, Lund, on Monday.", "summoned",
         ["Kenya"], ["Lund"]),
        ("Kenya blamed Peru, which it has fought since May.", "fought", ["Kenya"], ["Peru"]),
    ],
)  # fmt: skip
def test_whose_thing_is_taken_or_whose_envoy_goes_has_it_done_to_him(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_who_bans_protests_does_not_protest() -> None:
    text = "Kenya has banned demonstrations near Oru."
    found = read_by(text, seen(text, "demonstrations", "PROTEST", actor="Kenya"))
    assert [each.type for each in found] == []


def test_who_speaks_without_anybody_else_meets_nobody() -> None:
    text = "Lund has just spoken in Oru."
    reader = replace(seen(text, "spoken", "CONSULT", actor="Lund"), sure=0.85)
    assert read_by(text, reader) == []


def test_those_at_whom_is_fired_block_the_road() -> None:
    text = "Lund fired at troops blocking the road."
    reader = seen(text, "blocking", "PROTEST", recipient="road")
    [found] = [each for each in read_by(text, reader) if each.type == "PROTEST"]
    assert found.actors == ("troops",)


@pytest.mark.parametrize(("way", "rows"), [("roads to Oru", 1), ("the sun", 0)])
def test_who_blocks_a_road_protests(way: str, rows: int) -> None:
    text = f"Lund blocked {way}."
    reader = replace(seen(text, "blocked", "PROTEST", actor="Lund"), sure=0.7)
    assert len(read_by(text, reader)) == rows


def test_a_member_of_a_body_is_not_the_body() -> None:
    text = "An African Union member attacked Peru."
    union = Actor(id="u", name="African Union", kind="organisation", mentions=(Span(3, 16),))
    peru = Actor(id="p", name="Peru", kind="state", mentions=(Span(33, 37),))
    article = Article(id="a", text=text, body=Span(0, len(text)))
    found = find_acts(article, outline_text(text), actors=[union, peru], statements=(), timexes=())
    assert all("u" not in each.actors for each in found)


def test_whose_rival_is_named_is_not_meant() -> None:
    text = "Lund criticised Kenya’s great rival Peru."
    assert parties(act(text, "criticised")) == (["Lund"], ["Peru"])


def test_nobody_in_a_clause_that_tells_of_the_other_has_it_done_to_him() -> None:
    text = "Lund plans a blitz against troops who fought Peru."
    spans = span_of(text, "troops"), span_of(text, "Peru")
    blitz = mention(text, "blitz", "ASSAULT", actors=(span_of(text, "Lund"),), recipients=spans)
    [found] = [each for each in read_by(text, blitz) if text[each.trigger.start :][:5] == "blitz"]
    assert parties(found)[1] == ["troops"]


def test_who_is_pressed_does_it() -> None:
    text = "Kenya pressed the fugitive’s clan to capitulate."
    spans = span_of(text, "Kenya"), span_of(text, "the fugitive’s clan")
    found = read_by(text, mention(text, "capitulate", "CONCEDE", actors=spans))
    assert all("Kenya" not in parties(each)[0] for each in found if each.type == "CONCEDE")


def test_who_accuses_somebody_has_nothing_denied_to_him_by_which() -> None:
    text = "Lund was accused of theft by Peru, which he denies."
    assert all("Peru" not in each.recipients for each in acts_of(text))


@pytest.mark.parametrize("behind", ["before Lund left", ", Lund said", "as Lund left", "in Oru"])
def test_who_is_hurt_beside_others_who_were_killed_has_hurt_nobody(behind: str) -> None:
    text = f"Baru was killed and Peru injured {behind}.".replace(" ,", ",")
    assert parties(act(text, "injured")) == ([], ["Peru"])
