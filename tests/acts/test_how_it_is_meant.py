"""How an act is meant by the words one step up: "no", "might", "begin", "the first to"."""

from dataclasses import replace

import pytest
from tests.acts.reading import act, acts_of, mention, read_by, said, seen, span_of


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Kenya will free Lund after it has met Peru.", "met", "planned"),
        ("Kenya would free Lund only once it had met Peru.", "met", "planned"),
        ("Kenya freed Lund after it had met Peru.", "met", "happened"),
        ("Kenya would have freed Lund after it had met Peru.", "met", "happened"),
        ("Kenya threatened to have Lund shot.", "shot", "threatened"),
        ("Kenya threatened to have him shot by Peru.", "shot", "threatened"),
        ("Kenya had Lund shot.", "shot", "happened"),
        ("Lund hopes that Kenya attacks Peru.", "attacks", "hypothetical"),
        ("Lund knows that Kenya attacks Peru.", "attacks", "ongoing"),
        ("Kenya will prevent Peru from being able to attack Norland.", "attack", "hypothetical"),
        ("Norland sought action against Peru for attacking Kenya.", "attacking", "happened"),
    ],
)
def test_what_is_awaited_or_brought_about_is_meant_as_what_it_hangs_on(
    text: str, trigger: str, modality: str
) -> None:
    assert act(text, trigger).modality == modality


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Kenya would see sense and withdraw.", "withdraw", "hypothetical"),
        ("Kenya will do the right thing and withdraw.", "withdraw", "planned"),
        ("Some repeat the theory that Kenya attacked Peru.", "attacked", "hypothetical"),
        ("Kenya should think again or withdraw.", "withdraw", "demanded"),
        ("Kenya should continue to attack Peru.", "attack", "demanded"),
        ("Kenya could continue to attack Peru.", "attack", "hypothetical"),
        ("Kenya does not want the ban lifted by Peru.", "lifted", "demanded"),
        ("Kenya had the ban lifted by Peru.", "lifted", "happened"),
        ("Nor could Kenya attack Peru.", "attack", "hypothetical"),
        ("Kenya plans to cross the river, burn the depot and attack Peru.", "attack", "planned"),
        (
            "Kenyan troops who would not leave lost their homes and attack Peru.",
            "attack",
            "ongoing",
        ),
    ],
)
def test_a_verb_is_meant_as_the_modal_or_wish_before_it(
    text: str, trigger: str, modality: str
) -> None:
    assert act(text, trigger).modality == modality


def test_what_is_only_supposed_has_not_happened_whatever_the_reader_says() -> None:
    text = "Kenya spoke of an alleged altercation with Peru."
    mention = seen(text, "altercation", "ASSAULT", actor="Kenya", recipient="Peru")
    assert [each.modality for each in read_by(text, mention)][-1] == "hypothetical"


def test_what_is_demanded_of_nobody_known_is_not_done_by_who_demands_it() -> None:
    text = "Kenya demanded the paper print a letter and apologise to Peru."
    mention = seen(text, "apologise", "CONCEDE", recipient="Peru")
    [found] = [each for each in read_by(text, mention) if each.type == "CONCEDE"]
    assert (found.modality, found.actors) == ("demanded", ())


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("Kenya is not willing to attack Peru.", "happened", "negative"),
        ("Kenya might not be willing to attack Peru.", "hypothetical", "negative"),
        ("Kenya was not able to attack Peru.", "happened", "negative"),
        ("Kenya will not try to attack Peru.", "planned", "negative"),
        ("Kenya did not make an effort to attack Peru.", "happened", "negative"),
        ("Lund said no envoys had tried to attack Peru.", "happened", "negative"),
        ("No Kenyan troops attacked Peru.", "happened", "negative"),
        ("There was no rush, and Kenya attacked Peru.", "happened", "positive"),
        ("There is no doubt Kenya attacked Peru.", "happened", "positive"),
        ("Kenya has no reason to attack Peru.", "hypothetical", "negative"),
        ("Kenya failed to report its attack on Peru.", "happened", "positive"),
        ("Kenya failed to launch its attack on Peru.", "happened", "negative"),
        ("Lund has not advised Kenya that it should attack Peru.", "hypothetical", "positive"),
        ("Kenya failed to reach Norland to attack Peru.", "hypothetical", "positive"),
        ("Kenya cannot send a message to attack Peru.", "hypothetical", "positive"),
    ],
)
def test_a_negation_one_step_up_reaches_the_act(text: str, modality: str, polarity: str) -> None:
    found = acts_of(text)[-1]
    assert (found.modality, found.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("adverb", "modality"), [("nearly", "hypothetical"), ("almost certainly", "happened")]
)
def test_what_nearly_happened_has_not(adverb: str, modality: str) -> None:
    assert act(f"Kenya {adverb} attacked Peru.", "attacked").modality == modality


def test_of_two_verbs_behind_to_both_are_negated() -> None:
    found = act("Lund said no envoys had tried to find Baru or arrest Baru.", "arrest")
    assert (found.modality, found.polarity) == ("happened", "negative")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kenya called off its attack on Peru.", "hypothetical"),
        ("Norland was spared an attack by Kenya.", "hypothetical"),
        ("Kenya would have to attack Peru.", "hypothetical"),
        ("Kenya may be forced to attack Peru.", "hypothetical"),
        ("Kenya will be forced to attack Peru.", "planned"),
        ("Kenya had to attack Peru.", "demanded"),
        ("Kenya would be willing to attack Peru.", "offered"),
        ("We would urge Kenya to attack Peru.", "demanded"),
        ("Kenya is eager to attack Peru.", "planned"),
        ("Kenya flew ships to Norland to attack Peru.", "planned"),
        ("Kenya could fly to Norland to attack Peru.", "hypothetical"),
        ("Kenya is the third state to attack Peru.", "happened"),
        ("Lund was the only envoy, besides Baru, to attack Peru.", "happened"),
        ("Kenya will be the first state to attack Peru.", "planned"),
    ],
)
def test_an_infinitive_is_meant_as_what_governs_it(text: str, modality: str) -> None:
    assert act(text, "attack").modality == modality


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("Kenya began attacking Peru.", "ongoing", "positive"),
        ("Kenya will begin attacking Peru.", "planned", "positive"),
        ("Kenya is determined to begin attacking Peru.", "planned", "positive"),
        ("Kenya will join Norland in attacking Peru.", "planned", "positive"),
        ("Kenya joined Norland in attacking Peru.", "happened", "positive"),
        ("It will not involve Kenya attacking Peru.", "planned", "negative"),
        ("Lund did not stop Kenya from attacking Peru.", "happened", "positive"),
        ("Lund failed to prevent Kenya from attacking Peru.", "happened", "positive"),
        ("Lund will not stop Kenya from attacking Peru.", "hypothetical", "positive"),
    ],
)
def test_a_gerund_is_meant_as_the_verb_before_it(text: str, modality: str, polarity: str) -> None:
    found = act(text, "attacking")
    assert (found.modality, found.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("If Lund came, Kenya would condemn Peru.", "conditional"),
        ("Kenya would condemn Peru if Lund came.", "hypothetical"),
    ],
)
def test_what_would_be_said_hangs_on_a_condition_before_it(text: str, modality: str) -> None:
    assert act(text, "condemn").modality == modality


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Kenya did not prevent the attack on Peru.", "attack", "happened"),
        ("Kenya wants to prevent an attack on Peru.", "attack", "hypothetical"),
        ("Fears of the attack on Peru that killed ten rose.", "attack", "happened"),
        ("It was fear of an attack on Peru that helped them.", "attack", "hypothetical"),
        ("The visit is set to include talks between Kenya and Peru.", "talks", "planned"),
        ("The visit included talks between Kenya and Peru.", "talks", "happened"),
        ("Kenya will hold a round of talks with Peru.", "talks", "planned"),
        ("Kenya held a round of talks with Peru.", "talks", "happened"),
        ("Kenya staged another attack on Peru.", "attack", "happened"),
        ("Kenya will stage another attack on Peru.", "attack", "planned"),
        ("Lund fears that Kenya’s attack on Peru was a ruse.", "attack", "happened"),
    ],
)
def test_a_noun_is_meant_as_what_governs_it(text: str, trigger: str, modality: str) -> None:
    assert act(text, trigger).modality == modality


def test_of_two_verbs_behind_to_both_are_demanded_of_the_same() -> None:
    found = act("Kenya urged troops to leave or “stay and attack Peru.”", "attack")
    assert (found.modality, found.actors) == ("demanded", ("troops",))


def test_what_is_rewarded_has_not_happened() -> None:
    text = "Kenya paid a reward for the capture of Lund."
    found = read_by(text, mention(text, "capture", "COERCE", recipients=(span_of(text, "Lund"),)))
    assert [each.modality for each in found if each.type == "COERCE"] == ["hypothetical"]


def test_what_is_looked_for_has_not_happened() -> None:
    text = "Kenya waited for Peruvian assistance."
    [found] = read_by(text, mention(text, "assistance", "AID", actors=(span_of(text, "Peruvian"),)))
    assert found.modality == "hypothetical"


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("They believed Kenya attacked Peru.", "attacked", "hypothetical"),
        ("Lund came to make sure that Kenya is attacking Peru.", "attacking", "hypothetical"),
        ("Lund came to ensure that Kenya is attacking Peru.", "attacking", "hypothetical"),
        ("Two suspected troops attacked Peru.", "attacked", "happened"),
        ("Kenya filed an appeal asking Peru to leave.", "asking", "happened"),
        ("Kenya is the second state, after Norland, to attack Peru.", "attack", "happened"),
        ("The visit is set to include a number of talks between Kenya and Peru.", "talks",
         "planned"),
        ("Norland was blamed for making the killing of Lund a reason for war.", "killing",
         "happened"),
    ],
)  # fmt: skip
def test_what_only_tells_of_an_act_is_not_how_it_is_meant(
    text: str, trigger: str, modality: str
) -> None:
    assert act(text, trigger).modality == modality


def test_what_is_disputed_of_a_deal_is_not_that_it_was_made() -> None:
    text = "Lund questioned whether Baru would keep the accord Kenya negotiated with Peru."
    told = "whether Baru would keep the accord Kenya negotiated with Peru"
    statement = said(text, "Lund", told, act="dispute", cue="questioned")
    assert act(text, "negotiated", statements=[statement]).modality == "happened"


@pytest.mark.parametrize(
    ("text", "told", "modality"),
    [
        ("Lund said Kenya might need to attack Peru.", "Kenya might need to attack Peru",
         "hypothetical"),
        ("Lund said Kenya should attack Peru.", "Kenya should attack Peru", "demanded"),
    ],
)  # fmt: skip
def test_what_is_only_supposed_beside_a_demand_is_not_demanded(
    text: str, told: str, modality: str
) -> None:
    statement = said(text, "Lund", told, act="demand", cue="said")
    assert act(text, "attack", statements=[statement]).modality == modality


def test_we_would_urge_is_said() -> None:
    text = "We would strongly urge Peru to leave, Kenya said."
    statement = said(
        text, "Kenya", "We would strongly urge Peru to leave", act="appeal", cue="said"
    )
    assert act(text, "urge", statements=[statement]).modality == "happened"


def test_what_would_politely_be_said_hangs_on_a_condition_before_it() -> None:
    words = "If the vote fails, we would urge Peru to leave"
    text = f"{words}, Kenya said."
    statement = said(text, "Kenya", words, act="appeal", cue="said")
    assert act(text, "urge", statements=[statement]).modality == "conditional"


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Norland tried to end fighting between Kenya and Peru.", "fighting", "happened"),
        ("Norland demanded that Kenya roll back the siege of Peru.", "siege", "happened"),
        ("Norland demanded the siege of Peru.", "siege", "demanded"),
        ("Norland will go if Kenya ignores Peru's demand.", "demand", "happened"),
        ("Norland will go if Kenya makes a demand of Peru.", "demand", "conditional"),
        ("The flood led Kenya to condemn Peru.", "condemn", "happened"),
        ("The flood may lead Kenya to condemn Peru.", "condemn", "hypothetical"),
    ],
)
def test_what_is_to_end_or_was_brought_about_has_happened(
    text: str, trigger: str, modality: str
) -> None:
    assert [a.modality for a in acts_of(text) if text[slice(*a.trigger)] == trigger] == [modality]


def test_what_is_to_end_has_happened_though_a_statement_demands_it() -> None:
    text = "Norland demanded that Kenya roll back its siege of Peru."
    told = said(
        text, "Norland", "that Kenya roll back its siege of Peru", act="demand", cue="demanded"
    )
    assert act(text, "siege", statements=[told]).modality == "happened"


def test_a_rumour_that_is_denied_is_denied() -> None:
    text = "Kenya dismissed rumours that Kenya had attacked Peru."
    denied = said(
        text, "Kenya", "rumours that Kenya had attacked Peru", act="deny", cue="dismissed"
    )
    rumour = replace(
        said(text, "Lund", "that Kenya had attacked Peru", act="claim", cue="rumours"), speaker=None
    )
    found = act(text, "attacked", statements=[denied, rumour])
    assert (found.modality, found.denied_by, found.asserted_by) == (
        "hypothetical",
        ("Kenya",),
        None,
    )


@pytest.mark.parametrize(("cue", "is_claimed"), [("said", True), ("denied that", False)])
def test_what_is_told_beside_a_denial_is_claimed(cue: str, is_claimed: bool) -> None:
    words = "it had not attacked Peru and that it had expelled Lund"
    text = f"Kenya {cue} {words}."
    statement = said(text, "Kenya", words, act="deny", cue=cue)
    found = act(text, "expelled", statements=[statement])
    claimed = ("happened", (), "Kenya")
    assert ((found.modality, found.denied_by, found.asserted_by) == claimed) is is_claimed
    assert act(text, "attacked", statements=[statement]).modality == "hypothetical"


def test_a_claim_of_one_that_another_denies_is_claimed_and_denied() -> None:
    text = "Kenya denied a claim by Lund that Kenya had attacked Peru."
    words = "a claim by Lund that Kenya had attacked Peru"
    denied = said(text, "Kenya", words, act="deny", cue="denied")
    claim = said(text, "Lund", "that Kenya had attacked Peru", act="claim", cue="claim by")
    found = act(text, "attacked", statements=[denied, claim])
    assert (found.modality, found.denied_by, found.asserted_by) == (
        "hypothetical",
        ("Kenya",),
        "Lund",
    )


@pytest.mark.parametrize("by", ["", "by Norland "])
def test_who_is_urged_would_do_it(by: str) -> None:
    found = act(f"Kenya was urged {by}to invade Peru.", "invade")
    assert (found.modality, found.actors, found.recipients) == ("demanded", ("Kenya",), ("Peru",))


def test_who_helps_to_kill_kills() -> None:
    text = "Kenya helped to kill Lund."
    assert [(each.type, each.actors) for each in acts_of(text)] == [("ASSAULT", ("Kenya",))]
    text = "Kenya helped Peru."
    assert [each.type for each in acts_of(text)] == ["AID"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kenya attacked Oru, killing ten Peruvians and injuring Lund.", "happened"),
        ("Kenya left after killing ten Peruvians and injuring Lund.", "happened"),
        ("Kenya was accused of killing ten Peruvians and injuring Lund.", "hypothetical"),
        ("Kenya was warned against killing ten Peruvians and injuring Lund.", "hypothetical"),
    ],
)
def test_a_gerund_joined_with_another_is_meant_as_that(text: str, modality: str) -> None:
    assert act(text, "injuring").modality == modality


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Peru has neither approved nor rejected Kenya’s request.", "positive"),
        ("Peru has neither approved nor made a request to Kenya.", "negative"),
    ],
)
def test_what_is_neither_approved_nor_rejected_was_made(text: str, polarity: str) -> None:
    seen = mention(text, "request", "REQUEST", actors=(span_of(text, "Kenya"),))
    assert read_by(text, seen)[-1].polarity == polarity


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Meeting Lund in Oru, Kenya said it would wait.", "Meeting", "happened"),
        ("Meeting Lund after the vote, Kenya left.", "Meeting", "happened"),
        ("Attacking Peru, Kenya would lose Norland.", "Attacking", "hypothetical"),
        ("Lund called the attack on Peru by Kenya a crime.", "attack", "happened"),
        ("Lund called for an attack on Peru by Kenya.", "attack", "demanded"),
        ("Kenya offered openness on tolls and sanctions on Peru.", "sanctions", "happened"),
        ("Kenya offered sanctions on Peru.", "sanctions", "offered"),
    ],
)
def test_what_stands_in_front_or_is_only_told_of_was_done(
    text: str, trigger: str, modality: str
) -> None:
    assert act(text, trigger).modality == modality


@pytest.mark.parametrize(
    "text", ["Attacking Peru, Kenya said, would be wrong.", "Attacking Peru is wrong, Kenya said."]
)
def test_a_gerund_that_is_the_subject_tells_of_nothing_done(text: str) -> None:
    attack = mention(text, "Attacking", "ASSAULT", recipients=(span_of(text, "Peru"),))
    assert [each.modality for each in read_by(text, attack)][:1] == ["hypothetical"]


@pytest.mark.parametrize(("of", "modality"), [("weeks", "happened"), ("talk", "hypothetical")])
def test_what_lasted_was_done(of: str, modality: str) -> None:
    text = f"After {of} of shelling Peru, Kenya left."
    shelling = mention(text, "shelling", "ASSAULT", recipients=(span_of(text, "Peru"),))
    shelling = replace(shelling, modality="hypothetical", modality_sure=0.5)
    assert [each.modality for each in read_by(text, shelling)][:1] == [modality]


def test_an_end_is_planned_and_not_what_ends() -> None:
    text = "They signed a pact to end fighting between Kenya and Peru."
    planned = mention(text, "fighting", "ASSAULT", modality="planned", modality_sure=0.94)
    assert [each.modality for each in read_by(text, planned)] == ["happened"]
    planned = mention(text, "fighting", "ASSAULT", modality="hypothetical", modality_sure=0.94)
    text = text.replace("to end", "by the")
    assert [each.modality for each in read_by(text, planned)] == ["hypothetical"]


def test_demands_were_made_that_a_threat_hangs_on() -> None:
    text = "Kenya warned it would attack if Peru rejected its demands."
    told = said(text, "Kenya", text[13:-1], act="threaten", cue="warned")
    told = replace(told, condition=span_of(text, "if Peru rejected its demands"))
    assert act(text, "demands", statements=[told]).modality == "happened"
    assert act(text, "rejected", statements=[told]).modality == "conditional"


def test_who_charges_somebody_does_not_deny_it_for_him() -> None:
    text = "Norland says Kenya attacked Peru. Kenya denies it."
    told = said(text, "Norland", "Kenya attacked Peru", act="accuse", cue="says")
    seen_so = replace(
        seen(text, "attacked", "ASSAULT", actor="Kenya", recipient="Peru"), denied=True
    )
    found = read_by(text, seen_so, statements=[told])
    assert [each.denied_by for each in found if each.type == "ASSAULT"] == [("Kenya",)]


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Kenya refused to sign until it had met Peru.", "met", "planned"),
        ("Kenya dared Norland to attack Peru.", "attack", "demanded"),
    ],
)
def test_what_somebody_waits_for_or_dares_another_to_do_is_not_done(
    text: str, trigger: str, modality: str
) -> None:
    assert act(text, trigger).modality == modality


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Kenya agreed in principle to free Lund.", "free", "planned"),
        ("Kenya agreed on the sidelines of the talks to free Lund.", "free", "planned"),
        ("Kenya offered at a meeting in Oru to free Lund.", "free", "offered"),
        ("Kenya refused in May to free Lund.", "free", "happened"),
        ("Kenya voted 31 to 9 to expel Lund.", "expel", "planned"),
        ("Kenya voted 31-9 to expel Lund.", "expel", "planned"),
        ("Kenya agreed on a plan to free Lund.", "free", "planned"),
        ("Kenya launched a civil rights inquiry into Peru.", "inquiry", "happened"),
        ("Kenya has set up an inquiry into Peru.", "inquiry", "happened"),
        ("Kenya voted 31 to 9 to set up an inquiry into Peru.", "inquiry", "planned"),
    ],
)
def test_what_stands_between_a_verb_and_its_infinitive_is_passed_over(
    text: str, trigger: str, modality: str
) -> None:
    found = act(text, trigger)
    assert (found.modality, found.actors) == (modality, ("Kenya",))


def test_what_is_left_open_is_not_undone() -> None:
    text = "Kenya failed to agree on whether to recognise Peru."
    reader = mention(
        text, "recognise", "SUPPORT", modality="hypothetical", modality_sure=0.99, negative=True
    )
    [found] = [each for each in read_by(text, reader) if each.type == "SUPPORT"]
    assert (found.modality, found.polarity) == ("hypothetical", "positive")
