"""What plain news asks of acts: victims, questions, denials, and what only the reader finds."""

from dataclasses import replace
from datetime import date

import pytest
from tests.acts.reading import (
    DAY,
    act,
    acts_of,
    mention,
    parties,
    read_by,
    said,
    seen,
    span_of,
    year,
)

from onrecord.acts import find_acts
from onrecord.records import ActMention, Actor, ActType, Article, Span, Statement
from onrecord.text import outline_text


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Police prepared Lund’s arrest.", "arrest", [], ["Lund"]),
        ("Kenya condemned the troops’ murder.", "murder", [], ["troops"]),
        ("Kenya’s release of Lund shook all.", "release", ["Kenya"], ["Lund"]),
        ("Kenya’s arrest of Lund shook all.", "arrest", ["Kenya"], ["Lund"]),
        ("Kenya fought alongside Peru against Norland.", "fought", ["Kenya"], ["Norland"]),
        ("Kenya attacked Peru police chief Lund.", "attacked", ["Kenya"], ["Lund"]),
        ("Kenya attacked Lund’s troops.", "attacked", ["Kenya"], ["troops"]),
        ("Kenya - then at war - attacked Peru.", "attacked", ["Kenya"], ["Peru"]),
        ("Kenya-- then at war-- attacked Peru.", "attacked", ["Kenya"], ["Peru"]),
        ("Kenya asked Peru to leave Norland.", "asked", ["Kenya"], ["Peru"]),
        ("Kenya recalled its ambassador.", "recalled", ["Kenya"], []),
        ("Lund denied talking with Kenya.", "denied", ["Lund"], []),
        ("Lund denies Kenya ties.", "denies", ["Lund"], []),
        ("Lund denied a claim by Kenya.", "denied", ["Lund"], ["Kenya"]),
        ("Lund denied a residence permit to Baru.", "denied", ["Lund"], ["Baru"]),
        ("Lund denied any link to Baru.", "denied", ["Lund"], []),
        ("Kenya handed in a letter of protest to Peru.", "protest", ["Kenya"], ["Peru"]),
        ("Lund denied Kenya’s report.", "denied", ["Lund"], ["Kenya"]),
        ("Lund applauded a statement by Kenya.", "applauded", ["Lund"], ["Kenya"]),
        ("Lund applauded an attack by Kenya.", "applauded", ["Lund"], []),
        ("Lund is backing the efforts of Kenya to leave.", "backing", ["Lund"], ["Kenya"]),
        ("Lund wants to appeal to Kenya.", "appeal", ["Lund"], ["Kenya"]),
        ("Kenya demanded an inquiry into the beating of Lund.", "demanded", ["Kenya"], []),
        ("Kenya demanded an answer from Peru.", "demanded", ["Kenya"], ["Peru"]),
        ("Kenya urged the leaders of Peru to wait.", "urged", ["Kenya"], ["Peru"]),
        ("Kenya blamed for the raid on Norland.", "blamed", [], ["Kenya"]),
        ("Kenya and Mr. Lund met.", "met", ["Kenya", "Lund"], []),
        ("Kenya called for a deal with Peru.", "called for", ["Kenya"], []),
        ("Kenya accused an aide to President Lund of theft.", "accused", ["Kenya"], []),
        ("Peru condemned allies of Mr. Lund.", "condemned", ["Peru"], []),
        (
            "Kenya and Gen. Lund, head of the army, praised Peru.",
            "praised",
            ["Kenya", "Lund"],
            ["Peru"],
        ),
        ("Lund was killed in a recent Kenya airstrike.", "killed", ["Kenya"], ["Lund"]),
        ("Lund was killed in Kenya on Monday.", "killed", [], ["Lund"]),
        ("Peru was attacked by Kenya Gen. Lund.", "attacked", ["Lund"], ["Peru"]),
        ("Kenya condemned the violence following Lund’s fall.", "condemned", ["Kenya"], []),
        ("Kenya condemned the pact over Peru.", "condemned", ["Kenya"], []),
        ("Lund will send crews to Kenya to attack Peru.", "attack", ["Lund"], ["Peru"]),
    ],
)
def test_who_takes_part(text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_who_is_rung_is_asked_and_does_not_ask() -> None:
    text = "Kenya reached Peru to implore them to return."
    [found] = [
        each
        for each in read_by(text, seen(text, "implore", "REQUEST", recipient="them"))
        if text[each.trigger.start : each.trigger.end] == "implore"
    ]
    assert list(found.actors) == ["Kenya"]


def test_who_says_so_is_not_who_refused() -> None:
    text = "Lund met Peru. Some fell, he said, all of them men who had refused to attack Kenya."
    assert [each.actors for each in acts_of(text) if each.type == "ASSAULT"] in ([], [()])
    assert [each.actors for each in acts_of(text) if each.type == "CONSULT"] == [("Lund",)]


def test_who_is_joined_by_and_acts_too_and_an_apposition_does_not() -> None:
    for text, acting in (
        ("Lund and the Peruvian envoys cheer Kenya.", ["Lund", "Peru"]),
        ("Lund, Peru’s envoy, cheers Kenya.", ["Lund"]),
    ):
        actor = text.partition(" cheer")[0].rstrip(",")
        [found] = read_by(text, seen(text, "cheer", "SUPPORT", actor=actor, recipient="Kenya"))
        assert list(found.actors) == acting


def test_who_dies_is_no_actor() -> None:
    text = "Four troops perished when the cutter sank."
    [found] = read_by(text, seen(text, "perished", "ASSAULT", recipient="Four troops"))
    assert parties(found) == ([], ["troops"])


def test_a_number_behind_a_clause_is_no_age() -> None:
    assert (
        "Peru"
        not in act("After Kenya attacked Peru, 19 were jailed by Norland.", "jailed").recipients
    )


def test_they_to_whom_something_is_done_are_the_group_that_it_was_done_to() -> None:
    text = "Kenya arrested troops. They were not jailed by Peru."
    assert list(act(text, "jailed").recipients) == ["troops"]


def test_what_somebody_is_asked_to_do_to_another_is_not_asked_of_the_other() -> None:
    text = "Kenya asked a jury to look at Peru."
    [found] = read_by(text, seen(text, "asked", "REQUEST", actor="Kenya"))
    assert parties(found) == (["Kenya"], [])


@pytest.mark.parametrize(
    "text",
    [
        "Kenya was asked about Peru.",
        "Kenya’s attack ads ran against Peru.",
        "“Why?” Lund asked.",
        "Kenya was treated differently than Peru.",
        "Lund spoke of the release of the documents on Peru.",
        "It is unclear how Kenya might react to Peru.",
        "The threat to Kenya grew.",
        "Kenya struck a softer tone towards Peru.",
        "Kenya seized on the remarks by Peru.",
        "Kenya saw images of the dead or injured of Peru.",
    ],
)
def test_what_only_sounds_like_an_act_is_none(text: str) -> None:
    assert acts_of(text) == []


def test_an_attack_with_its_reason_is_in_words() -> None:
    assert act("Kenya attacked Lund for leaving Peru.", "attacked").type == "ACCUSE"
    assert act("Kenya attacked Peru.", "attacked").type == "ASSAULT"


def test_a_year_that_tells_which_thing_is_meant_is_no_date() -> None:
    text = "Kenya attacked Peru before the 2019 election."
    assert act(text, "attacked", timexes=[year(text, "2019")]).when.earliest is None
    text = "Kenya attacked Peru in 2019."
    assert act(text, "attacked", timexes=[year(text, "2019")]).when.earliest is not None


def test_what_happened_did_so_before_the_article() -> None:
    text = "Kenya attacked Peru in 2040."
    assert act(text, "attacked", timexes=[year(text, "2040")]).when.latest == DAY
    text = "Kenya will attack Peru in 2040."
    when = act(text, "attack", timexes=[year(text, "2040")]).when
    assert when.earliest is not None
    assert when.earliest > DAY


def test_an_act_of_nobody_is_left_out_unless_the_reader_is_certain_of_it() -> None:
    text = "There is support for Kenya."
    certain = seen(text, "support", "SUPPORT", recipient="Kenya")
    assert read_by(text, replace(certain, type_sure=0.85)) == []
    [found] = read_by(text, certain)
    assert (parties(found), found.certainty) == (([], ["Kenya"]), "unsure")
    text = "Peru says there is support for Kenya."
    [found] = read_by(text, seen(text, "support", "SUPPORT", actor="Peru", recipient="Kenya"))
    assert list(found.actors) == ["Peru"]


def test_the_speaker_of_a_direct_quotation_is_not_he() -> None:
    text = "“He attacked Kenya,” Lund said."
    content = span_of(text, "He attacked Kenya,")
    quotation = Statement(
        id="s1", kind="direct", content=(content,), cue=span_of(text, "said"), speaker="Lund"
    )
    assert [found.actors for found in acts_of(text, statements=[quotation])] == []


def test_he_outside_a_quotation_is_the_one_named_before() -> None:
    assert list(act("Lund left. He attacked Kenya.", "attacked").actors) == ["Lund"]


@pytest.mark.parametrize(
    ("trigger", "root"),
    [("found", "ACCUSE"), ("tweeted at", "THREATEN"), ("decided on", "AGREE")],
)
def test_what_is_told_known_or_tried_is_no_act(trigger: str, root: ActType) -> None:
    text = f"Kenya {trigger} Peru."
    assert read_by(text, seen(text, trigger, root, actor="Kenya", recipient="Peru")) == []


def test_the_owner_of_the_subject_does_not_act() -> None:
    text = "Lund’s permits were voided by Kenya."
    assert read_by(text, seen(text, "voided", "SANCTION", actor="Lund")) == []
    text = "Kenya voided the permits of Lund."
    [found] = read_by(text, seen(text, "voided", "SANCTION", actor="Kenya", recipient="Lund"))
    assert parties(found) == (["Kenya"], ["Lund"])


def test_the_subject_is_found_where_the_reader_has_none() -> None:
    text = "Kenya plans to house Peru."
    [found] = read_by(text, seen(text, "house", "AID", recipient="Peru"))
    assert list(found.actors) == ["Kenya"]


def test_a_doubtful_type_makes_an_unsure_row_and_none_where_one_side_is_known() -> None:
    text = "Kenya flattered Peru."
    sure = replace(
        seen(text, "flattered", "SUPPORT", actor="Kenya", recipient="Peru"), modality_sure=0.9
    )
    doubted = replace(sure, type_sure=0.6)
    alone = replace(doubted, recipients=())
    assert [a.certainty for a in read_by(text, sure)] == ["likely"]
    assert [a.certainty for a in read_by(text, doubted)] == ["unsure"]
    assert read_by("Kenya flattered the town.", alone) == []


def test_a_common_verb_without_its_object_needs_a_sure_reader() -> None:
    text = "Lund has just returned from the north."
    weak = ActMention(
        trigger=span_of(text, "returned"), type="RETREAT", sure=0.76, type_sure=0.9,
        actors=(span_of(text, "Lund"),),
    )  # fmt: skip
    assert read_by(text, weak) == []


def test_the_reader_does_not_make_a_failure_a_fact() -> None:
    text = "Kenya was unable to seize Peru."
    found = ActMention(
        trigger=span_of(text, "seize"), type="COERCE", sure=0.99, type_sure=0.99,
        modality_sure=0.99, actors=(span_of(text, "Kenya"),), recipients=(span_of(text, "Peru"),),
    )  # fmt: skip
    assert [a.polarity for a in read_by(text, found)] == ["negative"]


def test_a_noun_that_the_reader_does_not_see_needs_both_sides() -> None:
    text = "The Kenyan war shaped him."
    assert read_by(text) == []
    text = "Kenya’s attack on Peru shook all."
    assert [list(a.recipients) for a in read_by(text)] == [["Peru"]]


def test_a_thing_receives_no_words() -> None:
    text = "Lund praised the frigates."
    acts = read_by(text, seen(text, "praised", "SUPPORT", actor="Lund", recipient="frigates"))
    assert [list(found.recipients) for found in acts] == [[]]
    assert list(act("Kenya attacked the frigates.", "attacked").recipients) == ["frigates"]


def test_what_a_headline_is_labelled_with_does_not_act() -> None:
    text = "Kenya: Lund shells Norland"
    places = {"actors": (span_of(text, "Kenya"), span_of(text, "Lund"))}
    [found] = read_by(text, mention(text, "shells", "ASSAULT", **places))
    assert list(found.actors) == ["Lund"]


def test_who_asks_about_a_deed_has_not_done_it() -> None:
    text = "Kenya demanded an inquiry into the beating of Lund."
    found = read_by(text, seen(text, "beating", "ASSAULT", recipient="Lund"))
    assert [each.actors for each in found if each.type == "ASSAULT"] == [()]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Kenya jailed over bribes", "jailed"), ("Kenya expelled after vote", "expelled")],
)
def test_a_headline_leaves_was_out(text: str, trigger: str) -> None:
    [found] = acts_of(text, headline=True)
    assert text[slice(*found.trigger)] == trigger
    assert parties(found) == ([], ["Kenya"])


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Lund charged with fraud", [], ["Lund"]),
        ("Lund indicted over bribes", [], ["Lund"]),
        ("Lund sued in Oru", [], ["Lund"]),
        ("Lund arrested in Oru", [], ["Lund"]),
        ("Lund sued Peru in Oru", ["Lund"], ["Peru"]),
        ("Lund condemned raid", ["Lund"], []),
    ],
)
def test_a_headline_tells_whom_it_was_done_to(
    text: str, actors: list[str], recipients: list[str]
) -> None:
    [found] = [each for each in acts_of(text, headline=True) if "Lund" in str(each)]
    assert (list(found.actors), list(found.recipients)) == (actors, recipients)


def test_charged_with_a_task_is_no_charge() -> None:
    assert acts_of("A panel of Kenya charged with rewriting the law met.") == []


def test_the_leader_named_behind_his_office_acts_further_on() -> None:
    text = "The Senate leader, Lund, rejected it and chastised Peru."
    found = read_by(
        text,
        seen(text, "chastised", "ACCUSE", actor="The Senate leader, Lund", recipient="Peru"),
    )
    assert [list(each.actors) for each in found if each.type == "ACCUSE"] == [["Lund"]]


@pytest.mark.parametrize(
    ("text", "actor", "actors"),
    [
        ("Lund wrote to troops mauling Peru.", "troops", ["troops"]),
        ("Lund wrote to troops at sea, mauling Peru.", "troops", []),
    ],
)
def test_a_verb_right_behind_those_addressed_is_theirs(
    text: str, actor: str, actors: list[str]
) -> None:
    found = read_by(text, seen(text, "mauling", "ASSAULT", actor=actor, recipient="Peru"))
    assert [list(each.actors) for each in found if each.type == "ASSAULT"] == [actors]


def test_we_right_before_the_verb_act_and_not_who_was_told() -> None:
    text = "We told Kenya we would maul Peru."
    sides = {"actors": (span_of(text, "Kenya"), span_of(text, "we "))}
    found = read_by(text, mention(text, "maul", "ASSAULT", **sides))
    assert all("Kenya" not in each.actors for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya told everybody to attack Peru.",
        "Kenya told the crews to attack Peru.",
        "Kenya said a gunman intended to attack Peru.",
    ],
)
def test_who_says_so_does_not_do_it(text: str) -> None:
    assert all("Kenya" not in each.actors for each in acts_of(text) if each.type == "ASSAULT")


def test_what_there_is_no_plan_for_is_planned_not_to_be() -> None:
    for text in ("Kenya has no plan to attack Peru.", "Kenya has no intention of attacking Peru."):
        found = act(text, "attack" if "attack P" in text else "attacking")
        assert (found.modality, found.polarity) == ("planned", "negative")


def test_who_owns_those_who_act_does_not_act() -> None:
    text = "Lund’s brother sheltered Peru."
    places = {"actors": (span_of(text, "Lund’s brother"),), "recipients": (span_of(text, "Peru"),)}
    assert all(
        "Lund" not in each.actors
        for each in read_by(text, mention(text, "sheltered", "AID", **places))
    )


def test_the_reader_tells_who_suffers_and_which_of_many_meanings_it_is() -> None:
    text = "Kenya dismissed Lund."
    places = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Lund"),)}
    [found] = read_by(text, mention(text, "dismissed", "SANCTION", **places))
    assert (found.type, found.speech_act) == ("SANCTION", None)
    [found] = read_by("Lund jailed.", seen("Lund jailed.", "jailed", "COERCE", recipient="Lund"))
    assert parties(found) == ([], ["Lund"])


def test_what_is_sent_is_offered_nothing() -> None:
    found = act("Kenya offered to send troops to Peru.", "offered")
    assert list(found.recipients) == ["Peru"]


def test_calling_and_telling_are_acts_where_the_reader_is_sure() -> None:
    text = "Kenya called Peru reckless."
    [found] = read_by(text, seen(text, "called", "ACCUSE", actor="Kenya", recipient="Peru"))
    assert (found.type, list(found.recipients)) == ("ACCUSE", ["Peru"])


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kenya delivered its written reply to Peru.", "reply"),
        ("The Kenyan reply was handed to Peru.", "reply"),
        ("The Kenyan response, delivered to Peru, was short.", "response"),
    ],
)
def test_a_message_that_is_handed_over_is_a_consultation(text: str, trigger: str) -> None:
    found = act(text, trigger)
    assert (found.type, list(found.actors), list(found.recipients)) == (
        "CONSULT",
        ["Kenya"],
        ["Peru"],
    )


def test_a_message_that_nobody_hands_over_is_no_act() -> None:
    assert acts_of("The reply of Kenya pleased Peru.") == []


def test_who_acts_in_the_condition_does_not_act_in_what_hangs_on_it() -> None:
    text = "If Kenya attacks, there will be grave consequences."
    places = {"actors": (span_of(text, "Kenya"),), "modality": "threatened", "modality_sure": 0.9}
    found = read_by(text, mention(text, "consequences", "UNSPECIFIED", **places))
    assert all("Kenya" not in each.actors for each in found if each.type == "UNSPECIFIED")


def test_what_a_raid_would_show_is_open_also_for_the_reader() -> None:
    text = "A raid would show that Kenya had “battered the door” of Peru."
    places = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    [found] = [
        each
        for each in read_by(text, mention(text, "battered the door", "REJECT", **places))
        if each.type == "REJECT"
    ]
    assert found.modality == "hypothetical"


def test_who_is_only_described_behind_a_comma_is_no_second_actor() -> None:
    text = "An appeal from Kenya, Peru's oldest friend, for help was heard."
    assert [each.actors for each in acts_of(text)] == [("Kenya",)]


def test_a_place_behind_a_name_of_nobody_known_does_not_act() -> None:
    text = "Floods in Alby and Kenya have attacked Peru."
    assert not any("Kenya" in each.actors for each in acts_of(text))


def test_the_verb_that_carries_a_noun_is_no_act_beside_it() -> None:
    text = "Kenya launches a broadside against Peru."
    sides = {"actor": "Kenya", "recipient": "Peru"}
    twice = [seen(text, trigger, "ACCUSE", **sides) for trigger in ("launches", "broadside")]
    assert [text[slice(*each.trigger)] for each in read_by(text, *twice)] == ["broadside"]


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "polarity"),
    [
        ("The pact does not mean Kenya is arming Peru.", "arming", "hypothetical", "positive"),
        ("Lund does not believe Kenya attacked Peru.", "attacked", "hypothetical", "positive"),
        ("Kenya did not just condemn Peru.", "condemn", "happened", "positive"),
    ],
)
def test_what_is_not_meant_or_not_all(
    text: str, trigger: str, modality: str, polarity: str
) -> None:
    found = act(text, trigger)
    assert (found.modality, found.polarity) == (modality, polarity)


def test_a_second_verb_is_as_open_as_the_first() -> None:
    text = "Lund could be arrested by Kenya and then deported."
    assert {each.modality for each in acts_of(text)} == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Peru flew 20 raids in support of the liberation of Oru by Kenya.", "raids", ["Peru"], []),
        ("Asked whether it was fit, Kenya’s crew, Lund declined.", "declined", ["Lund"], []),
        ("Peru opposed a toll not to use Kenya’s delay.", "opposed", ["Peru"], []),
    ],
)
def test_who_has_no_part_in_it(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "A spokeswoman for Prime Minister Lund refused to comment.",
        "Norwire had a transcript released by Kenya.",
        "Norwire liked the tax scheme just released by Kenya.",
        "Kenya released its own tax bill.",
        "Lund sat down at the table.",
        "Lund and Kenya are close to it.",
    ],
)
def test_what_others_do_and_what_is_none(text: str) -> None:
    assert acts_of(text) == []


def test_a_question_offers_nothing() -> None:
    [found] = [each for each in acts_of("Is Kenya ready to talk to Peru?") if each.actors]
    assert found.modality == "hypothetical"


def test_who_is_kept_from_being_expelled_is_not() -> None:
    assert act("Peru kept Lund from being expelled by Kenya.", "expelled").modality != "happened"


def test_someone_in_a_place_is_not_the_place() -> None:
    text = "Voters seek someone in Kenya who is willing to kill Lund."
    assert all("Kenya" not in each.actors for each in acts_of(text))


def test_what_is_imposed_is_one_act() -> None:
    text = "Kenya imposed new harsh sanctions on Peru."
    [found] = read_by(text, seen(text, "sanctions", "SANCTION", actor="Kenya", recipient="Peru"))
    assert (found.type, found.actors, found.recipients) == ("SANCTION", ("Kenya",), ("Peru",))


def test_what_is_spoken_of_is_no_meeting() -> None:
    text = "Kenya used to speak of peace."
    assert read_by(text, seen(text, "speak", "CONSULT", actor="Kenya")) == []


def test_whose_it_is_acts_and_not_who_feels_it() -> None:
    text = "Kenya was tired of Peru’s reluctance."
    found = mention(
        text, "reluctance", "REJECT", actors=(span_of(text, "Kenya"), span_of(text, "Peru"))
    )
    assert [each.actors for each in read_by(text, found)] == [("Peru",)]


def test_of_somebody_not_known_what_describes_him_does_not_act() -> None:
    text = "Delegate Ada Holm, an old member of Kenya, mocked Norland."
    sides = {"actor": "Delegate Ada Holm, an old member of Kenya", "recipient": "Norland"}
    found = read_by(text, seen(text, "mocked", "ACCUSE", **sides))
    assert not any("Kenya" in each.actors for each in found)


def test_whose_ouster_it_is_was_ousted() -> None:
    text = "Kenya called Lund’s ouster a crime."
    found = read_by(text, seen(text, "ouster", "SANCTION", actor="Lund"))
    assert [(each.actors, each.recipients) for each in found if each.type == "SANCTION"] == [
        ((), ("Lund",))
    ]


def test_who_is_named_behind_a_role_between_commas_acts() -> None:
    text = "The head of Norcoal, Lund, personally met with Peru."
    found = act(text, "met with")
    assert (found.actors, found.recipients) == (("Lund",), ("Peru",))
    text = "The head of Norcoal, Lund, sang the praises of Peru."
    sides = {"actor": "The head of Norcoal, Lund", "recipient": "Peru"}
    [found] = read_by(text, seen(text, "sang the praises", "SUPPORT", **sides))
    assert found.actors == ("Lund",)


def test_who_agrees_to_do_it_does_what_only_the_reader_finds() -> None:
    text = "Kenya agreed to mothball the tolls."
    [_, found] = read_by(text, seen(text, "mothball", "CONCEDE"))
    assert (list(found.actors), found.modality) == (["Kenya"], "planned")
    text = "Kenya lacked the means to mothball the tolls."
    assert read_by(text, seen(text, "mothball", "CONCEDE")) == []


def test_what_will_be_done_to_a_thing_is_meant_by_who_says_so() -> None:
    text = "If a ship is sunk, the port will be closed, Kenya said."
    threat = replace(
        said(text, "Kenya", "the port will be closed", act="threaten", cue="said"),
        condition=span_of(text, "If a ship is sunk"),
    )
    found = read_by(
        text, seen(text, "sunk", "ASSAULT"), seen(text, "closed", "COERCE"), statements=[threat]
    )
    assert [(text[a.trigger.start : a.trigger.end], list(a.actors)) for a in found] == [
        ("closed", ["Kenya"])
    ]
    assert found[0].modality == "threatened"


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("Kenya tried to seize Peru.", "hypothetical", "positive"),
        ("Kenya is not expected to attack Peru.", "planned", "negative"),
        ("Kenya has not agreed to attack Peru.", "hypothetical", "negative"),
        ("Kenya has yet to agree to attack Peru.", "hypothetical", "negative"),
        ("Kenya has not only agreed to attack Peru.", "planned", "positive"),
    ],
)
def test_what_is_tried_or_not_agreed_to_is_not_done(
    text: str, modality: str, polarity: str
) -> None:
    found = acts_of(text)[-1]
    assert (found.modality, found.polarity) == (modality, polarity)


def test_a_date_does_not_part_a_plan_from_what_is_planned() -> None:
    text = "Kenya decided 1987 to attack Peru."
    found = act(text, "attack", timexes=[year(text, "1987")])
    assert (list(found.actors), found.modality) == (["Kenya"], "planned")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya persuaded the rebels to attack Peru.", []),
        ("Kenya paid a smuggler to attack Peru.", []),
        ("Requests by Kenya to attack Peru came late.", []),
        ("Kenya agreed with Norland to attack Peru.", ["Kenya"]),
        ("Kenya promised Norland to attack Peru.", ["Kenya"]),
        ("Kenya urged Norland to attack Peru.", ["Norland"]),
    ],
)
def test_who_does_what_somebody_is_brought_to_do(text: str, actors: list[str]) -> None:
    found = [each for each in acts_of(text) if each.trigger == span_of(text, "attack")]
    assert [list(each.actors) for each in found if each.actors] == ([actors] if actors else [])


@pytest.mark.parametrize("who", ["he", "she"])
def test_a_short_auxiliary_is_one(who: str) -> None:
    text = f"Lund said {who}’s attacking Peru."
    assert act(text, "attacking").modality == "ongoing"


def test_a_base_form_carries_a_noun() -> None:
    text = "Kenya plans to stage an attack on Peru."
    found = act(text, "attack")
    assert (list(found.actors), found.modality) == (["Kenya"], "planned")
    assert act("Kenya has carried out a raid on Peru.", "raid").modality == "happened"


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Kenya poses a threat to Peru.", "threat", "THREATEN"),
        ("Kenya and Peru have close ties.", "close", "COERCE"),
        ("Kenya dropped murder charges against Lund.", "murder", "ASSAULT"),
        ("Kenya broke the siege of Peru.", "siege", "COERCE"),
        ("Kenya presses ahead with Peru.", "presses", "REQUEST"),
        ("Lund hails from Peru.", "hails", "SUPPORT"),
    ],
)
def test_what_a_word_does_not_mean_here_is_no_act_for_the_reader_either(
    text: str, trigger: str, root: ActType
) -> None:
    found = read_by(text, seen(text, trigger, root, actor=text.split()[0]))
    assert [each for each in found if each.trigger == span_of(text, trigger)] == []


def test_what_is_used_with_force_is_an_attack() -> None:
    text = "Kenya used sarin on Peru."
    [found] = read_by(text, seen(text, "used", "ASSAULT", actor="Kenya", recipient="Peru"))
    assert found.type == "ASSAULT"
    text = "Kenya used a ruse on Peru."
    assert read_by(text, seen(text, "used", "ASSAULT", actor="Kenya", recipient="Peru")) == []


def test_who_is_freed_is_reached_and_whose_troops_they_are_is_not() -> None:
    assert list(act("Kenya released the troops.", "released").recipients) == ["troops"]
    assert list(act("Kenya agreed to withdraw its troops.", "agreed").recipients) == []


def test_what_an_official_means_by_we_is_the_body() -> None:
    text = "“We shelled Peru,” Lund said."
    content = Span(1, text.index(",”"))
    told = Statement(
        id="s1", kind="direct", content=(content,), cue=span_of(text, "said"), speaker="Lund"
    )
    lund = Actor(
        id="Lund", name="Lund", kind="person", sector="GOV", state="KEN",
        mentions=(span_of(text, "Lund"),),
    )  # fmt: skip
    kenya = Actor(id="Kenya", name="Kenya", kind="state", state="KEN", mentions=())
    peru = Actor(id="Peru", name="Peru", kind="state", mentions=(span_of(text, "Peru"),))
    article = Article(id="x", text=text, body=Span(0, len(text)))
    found = find_acts(
        article, outline_text(text), actors=[lund, kenya, peru], statements=[told], timexes=()
    )
    assert [list(each.actors) for each in found] == [["Kenya"]]


def test_it_is_no_group() -> None:
    text = "After it had freed the troops, it seized Peru."
    assert [list(each.actors) for each in acts_of(text) if each.type == "COERCE"] == []


def test_who_told_of_what_was_done_to_him_is_him() -> None:
    text = "Lund said Baru had threatened him."
    told = said(text, "Lund", "Baru had threatened him", act="accuse", cue="said")
    found = act(text, "threatened", statements=[told])
    assert parties(found) == (["Baru"], ["Lund"])


def test_who_is_blamed_is_who_opens_what_is_said() -> None:
    text = "Lund complained that Peru had lied."
    told = said(text, "Lund", "that Peru had lied", act="accuse", cue="complained")
    [found] = [each for each in acts_of(text, statements=[told]) if each.type == "ACCUSE"]
    assert list(found.recipients) == ["Peru"]


def test_what_only_tells_which_raid_is_meant_is_not_demanded() -> None:
    text = "Lund demanded that Kenya free troops who attacked Peru."
    told = said(
        text, "Lund", "that Kenya free troops who attacked Peru", act="demand", cue="demanded"
    )
    assert act(text, "attacked", statements=[told]).modality == "happened"


def test_who_pledges_to_support_a_strike_does_not_strike() -> None:
    text = "Lund pledged to support a raid on Peru."
    told = said(text, "Lund", "to support a raid on Peru", act="commit", cue="pledged")
    found = [each for each in acts_of(text, statements=[told]) if each.type == "ASSAULT"]
    assert [list(each.actors) for each in found] in ([], [[]])


def test_if_not_between_two_numbers_is_no_condition() -> None:
    assert act("Kenya attacked hundreds, if not thousands, of Peru.", "attacked").condition is None
    assert act("Kenya will attack Peru, if Peru attacks.", "attack").condition is not None


def test_a_date_that_tells_which_blast_is_the_blasts_own() -> None:
    text = "Lund praised survivors of the 1945 blast."
    assert act(text, "praised", timexes=[year(text, "1945")]).when.latest == DAY
    text = "Kenya began the 1945 invasion of Peru."
    found = act(text, "invasion", timexes=[year(text, "1945")])
    assert (found.when.earliest, found.background) == (date(1945, 1, 1), True)


def test_the_first_visit_since_is_news_and_the_first_is_not() -> None:
    text = "Lund's first visit to Peru since May was short."
    assert not act(text, "visit").background
    assert act("Lund's first visit to Peru was short.", "visit").background


def test_a_second_gerund_is_meant_as_the_first() -> None:
    text = "After bombing and shelling Peru, Kenya left."
    _, found = read_by(text, seen(text, "shelling", "ASSAULT", actor="Kenya", recipient="Peru"))
    assert (found.modality, found.certainty) == ("happened", "clear")


@pytest.mark.parametrize(
    "text",
    ["The bombing suspect Lund fled.", "The suspect in the bombing, Lund, fled."],
)
def test_the_suspect_of_a_deed_does_not_suffer_it(text: str) -> None:
    found = read_by(text, seen(text, "bombing", "ASSAULT", recipient="Lund"))
    assert [list(each.recipients) for each in found if each.type == "ASSAULT"] in ([], [[]])


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Kenya raised its threat level.", "threat", "THREATEN"),
        ("Kenya keeps beating the drum on Peru.", "beating", "ASSAULT"),
        ("Kenya began an offensive to build support.", "offensive", "ASSAULT"),
        ("Kenya had to walk back the remark.", "back", "SUPPORT"),
        ("The plans of Kenya were compromised by Lund.", "compromised", "AGREE"),
        ("Peru recalled Lund as a tall man.", "recalled", "SANCTION"),
        ("Kenya searched for Lund.", "searched", "COERCE"),
        ("Kenya can help itself.", "help", "AID"),
        ("Lund crashed in a storm, killing Baru.", "killing", "ASSAULT"),
        ("Lund was killed when a wall gave way.", "killed", "ASSAULT"),
        ("Lund was killed by falling rocks.", "killed", "ASSAULT"),
        ("Lund was killed in a fire at home.", "killed", "ASSAULT"),
        ("In Kenya 41 percent approve of Lund.", "approve", "AGREE"),
        ("Lund was politically wounded.", "wounded", "ASSAULT"),
        ("Lund spoke to reporters.", "spoke", "CONSULT"),
        ("Kenya and Peru clash over fish.", "clash", "ASSAULT"),
        ("Kenya clashes with Peru over fish at a UN meeting.", "clashes", "ASSAULT"),
        ("Lund beat Baru in the 2024 election.", "beat", "ASSAULT"),
        ("The house of Kenya broke up in anger.", "broke", "COERCE"),
    ],
)
def test_what_is_meant_otherwise_is_no_act(text: str, trigger: str, root: ActType) -> None:
    found = read_by(text, seen(text, trigger, root, actor="Kenya" if "Kenya" in text else "Lund"))
    assert [each for each in found if each.trigger == span_of(text, trigger)] == []


@pytest.mark.parametrize(
    "text",
    ["Lund was killed when his jet was shot down and crashed.", "A truce fell and Lund was killed.",
     "Police opened fire and killed Lund.", "Police beat and killed Lund in an election year."],
)  # fmt: skip
def test_harm_that_is_done_is_no_accident(text: str) -> None:
    found = read_by(text, seen(text, "killed", "ASSAULT", recipient="Lund"))
    assert "killed" in [text[each.trigger.start : each.trigger.end] for each in found]


def test_a_threat_that_somebody_makes_is_one() -> None:
    assert list(act("Kenya’s threat of war shook Peru.", "threat").actors) == ["Kenya"]


def test_a_strike_of_those_who_work_is_a_protest() -> None:
    text = "Kenya’s general strike began."
    [found] = read_by(text, seen(text, "strike", "ASSAULT", actor="Kenya"))
    assert found.type == "PROTEST"
    assert act("Kenya’s strike on Peru shook all.", "strike").type == "ASSAULT"


def test_what_stops_is_not_done_any_more() -> None:
    text = "Kenya will stop bombing Peru."
    places = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    sure = mention(text, "bombing", "ASSAULT", modality="planned", modality_sure=0.99, **places)
    [found] = [each for each in read_by(text, sure) if each.type == "ASSAULT"]
    assert found.polarity == "negative"


def test_had_it_not_been_is_a_condition() -> None:
    text = "Lund would have left had it not been blocked by Kenya."
    assert act(text, "blocked").modality == "conditional"
    assert act("If not, Kenya attacked Peru.", "attacked").modality == "happened"


def test_what_one_has_the_power_to_do_is_not_done() -> None:
    assert act("Kenya has the power to attack Peru.", "attack").modality == "hypothetical"


@pytest.mark.parametrize(("word", "root"), [("release", "RETREAT"), ("beheading", "ASSAULT")])
def test_whose_release_it_is_was_released_by_somebody(word: str, root: ActType) -> None:
    text = f"All spoke of Lund’s {word}."
    [found] = read_by(text, seen(text, word, root))
    assert parties(found) == ([], ["Lund"])
