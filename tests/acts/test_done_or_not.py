"""Whether a deed was done at all: tried, escaped, called off, missed, or done all the same."""

import pytest
from tests.acts.reading import act, acts_of, mention, read_by, seen, span_of

from onrecord.records import Modality, Polarity


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Lund was tried for the attempted murder of Baru.", "murder", "hypothetical"),
        ("Lund hailed the failed assassination of Baru.", "assassination", "hypothetical"),
        ("It paved the way for a raid by Kenya on Peru.", "raid", "hypothetical"),
        ("The failed offensive by Kenya against Peru cost lives.", "offensive", "happened"),
        ("The aborted attack by Kenya on Peru cost lives.", "attack", "hypothetical"),
        ("Kenya fought off the attack by Peru.", "attack", "happened"),
        ("Lund narrowly escaped deportation to Peru.", "deportation", "hypothetical"),
        ("Lund dodged the arrest by Kenya.", "arrest", "hypothetical"),
        ("Lund survived the attack by Kenya.", "attack", "happened"),
        ("Lund fled the siege by Kenya of Peru.", "siege", "happened"),
        ("Kenya saved Baru from deportation to Peru.", "deportation", "hypothetical"),
        ("Kenya suspended the deportation of Baru to Peru.", "deportation", "hypothetical"),
        ("The attack by Kenya on Peru was averted.", "attack", "hypothetical"),
        ("The attack by Kenya on Peru has been called off.", "attack", "hypothetical"),
        ("The attack by Kenya on Peru was not averted.", "attack", "happened"),
        ("After the attack by Kenya polls in Peru were cancelled.", "attack", "happened"),
        ("Reports of the attack by Kenya on Peru were false.", "attack", "hypothetical"),
        ("The attack by Kenya on Peru to free Baru was averted.", "attack", "hypothetical"),
        ("Lund was in Oru on the eve of talks between Kenya and Peru.", "talks", "planned"),
        ("Lund flew in ahead of talks between Kenya and Peru.", "talks", "planned"),
        ("Lund fled ahead of the invasion by Kenya of Peru.", "invasion", "happened"),
        ("Lund condemned the attempted kidnapping of Baru by Kenya.", "kidnapping", "hypothetical"),
        ("Lund is fighting deportation to Peru.", "deportation", "hypothetical"),
        ("Lund faces arrest by Kenya.", "arrest", "hypothetical"),
        ("Kenya acquitted Lund of the murder of Baru.", "murder", "hypothetical"),
        ("Kenya acquitted Lund of kidnapping Baru.", "kidnapping", "hypothetical"),
        ("Kenya dropped its plan to attack Peru.", "attack", "hypothetical"),
        ("Kenya gave up plans to attack Peru.", "attack", "hypothetical"),
        ("Kenya gave details of its plan to attack Peru.", "attack", "planned"),
        ("In her third novel, Kenya attacks Peru.", "attacks", "hypothetical"),
        ("In the novel The Long Winter, Kenya attacks Peru.", "attacks", "hypothetical"),
        ("In a new video game, Kenya attacks Peru.", "attacks", "hypothetical"),
        ("In the game, Kenya attacked Peru.", "attacked", "happened"),
        ("Kenya wanted to attack Peru, but Norland refused.", "attack", "hypothetical"),
        ("Kenya wanted to attack Peru, but gave no date.", "attack", "planned"),
        ("The play tells how Kenya attacked Peru.", "attacked", "hypothetical"),
        ("In a letter, Lund says Kenya attacked Peru.", "attacked", "happened"),
        ("Lund dreamed that Kenya attacked Peru.", "attacked", "hypothetical"),
        ("The attack by Kenya on Peru in May began at dawn.", "attack", "happened"),
        ("The planned but never begun attack by Kenya on Peru cost lives.", "attack", "happened"),
        ("Lund survived detention by Kenya.", "detention", "happened"),
        ("Lund escaped the arrest of Baru by Kenya.", "arrest", "happened"),
        ("In the story, the paper says Kenya attacked Peru.", "attacked", "happened"),
        ("Lund did not survive the attack by Kenya.", "attack", "happened"),
        ("Kenya did nothing to prevent the attack by Peru.", "attack", "happened"),
        ("Kenya came within an hour of attacking Peru.", "attacking", "hypothetical"),
        ("Kenya announced the arrest of Lund.", "arrest", "happened"),
        ("Kenya announced a visit of Lund to Peru.", "visit", "planned"),
        ("Norland made the release of Baru by Kenya a condition.", "release", "hypothetical"),
        ("The release of Baru by Kenya is in doubt.", "release", "hypothetical"),
        ("The release of Baru by Kenya was a triumph.", "release", "happened"),
        ("The deportation of Baru by Kenya was stopped.", "deportation", "hypothetical"),
        ("The attack by Kenya on Peru was stopped.", "attack", "happened"),
        ("Talks between Kenya and Peru fell through.", "Talks", "hypothetical"),
        ("Talks between Kenya and Peru were called off.", "Talks", "hypothetical"),
        ("Talks between Kenya and Peru fell short of a deal.", "Talks", "happened"),
        ("Kenya broke its promise to attack Peru.", "attack", "hypothetical"),
        ("Kenya repeated its threat to attack Peru.", "attack", "threatened"),
        ("Kenya came to arrest Baru, but Baru was gone.", "arrest", "planned"),
        ("Norland braced for an attack by Kenya.", "attack", "hypothetical"),
        ("Norland is gearing up for talks of Kenya and Peru.", "talks", "planned"),
        ("Norland refused permission for a march by Lund on Peru.", "march", "hypothetical"),
    ],
)
def test_what_was_tried_escaped_or_called_off_has_not_happened(
    text: str, trigger: str, modality: str
) -> None:
    assert act(text, trigger).modality == modality


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The attack by Kenya on Peru never happened.", "negative"),
        ("The attack by Kenya on Peru did not take place.", "negative"),
        ("The attack by Kenya on Peru failed to materialise.", "negative"),
        ("The attack by Kenya on Peru has not yet begun.", "negative"),
        ("The attack by Kenya on Peru did not take long.", "positive"),
        ("The attack by Kenya on Peru began at dawn.", "positive"),
        ("The attack by Kenya on Peru failed.", "positive"),
        ("The attack by Kenya on Peru did not come as a surprise.", "positive"),
        ("The attack by Kenya on Peru did not begin the war.", "positive"),
    ],
)
def test_what_never_came_about_is_negative(text: str, polarity: Polarity) -> None:
    found = act(text, "attack")
    assert (found.modality, found.polarity) == ("happened", polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Lund was to have met Baru.", "met", "hypothetical"),
        ("Lund had been due to have met Baru.", "met", "hypothetical"),
        ("Lund is due to have met Baru by May.", "met", "planned"),
        ("Lund was supposed to have met Baru.", "met", "hypothetical"),
        ("Kenya had planned to free Baru but changed its mind.", "free", "hypothetical"),
        ("Kenya planned to free Baru but gave no date.", "free", "planned"),
        ("Kenya should have freed Baru.", "freed", "hypothetical"),
        ("Kenya should free Baru.", "free", "demanded"),
        ("Lund hid to avoid being arrested by Kenya.", "arrested", "hypothetical"),
        ("Lund escaped being arrested by Kenya.", "arrested", "hypothetical"),
        ("Lund wept after being arrested by Kenya.", "arrested", "happened"),
        ("Lund pretended to arrest Baru.", "arrest", "hypothetical"),
        ("Lund is presumed killed by Kenya.", "killed", "hypothetical"),
        ("Norland will wait until Kenya frees Baru.", "frees", "hypothetical"),
        ("Norland will wait until Baru is freed by Kenya.", "freed", "hypothetical"),
        ("Norland waited until Kenya freed Baru.", "freed", "happened"),
        ("Norland must act before Kenya attacks Baru.", "attacks", "hypothetical"),
        ("Norland left before Kenya attacked Baru.", "attacked", "happened"),
        ("Norland left before the deadly attack by Kenya on Baru.", "attack", "happened"),
        ("Norland left before the week’s deadly attack by Kenya on Baru.", "attack", "happened"),
        ("Norland tried to get Baru released by Kenya.", "released", "hypothetical"),
        ("Norland got Baru released by Kenya.", "released", "happened"),
        ("Perhaps Kenya freed Baru.", "freed", "hypothetical"),
        ("Perhaps 40 Kenya troops attacked Baru.", "attacked", "happened"),
        ("Lund wept as if Kenya had freed Baru.", "freed", "hypothetical"),
        ("Rumour has it that Kenya freed Baru.", "freed", "hypothetical"),
        ("Kenya claims to have attacked Peru.", "attacked", "hypothetical"),
    ],
)
def test_a_plan_that_was_missed_has_not_happened(text: str, trigger: str, modality: str) -> None:
    assert act(text, trigger).modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kenya did not hesitate to attack Peru.", "happened"),
        ("Kenya will not hesitate to attack Peru.", "planned"),
        ("Kenya would not hesitate to attack Peru.", "hypothetical"),
        ("Kenya never failed to attack Peru.", "happened"),
        ("Kenya went on to attack Peru.", "happened"),
        ("Kenya will go on to attack Peru.", "planned"),
        ("Kenya saw fit to attack Peru.", "happened"),
        ("Kenya had no choice but to attack Peru.", "happened"),
        ("Kenya may have no choice but to attack Peru.", "hypothetical"),
        ("Kenya took the opportunity to attack Peru.", "happened"),
        ("Kenya might take the opportunity to attack Peru.", "hypothetical"),
    ],
)
def test_what_nobody_hesitated_to_do_is_done(text: str, modality: str) -> None:
    found = act(text, "attack")
    assert (found.modality, found.polarity) == (modality, "positive")


def test_what_was_all_but_done_was_not() -> None:
    text = "Kenya all but attacked Peru."
    [found] = read_by(text, seen(text, "attacked", "ASSAULT", actor="Kenya", recipient="Peru"))
    assert found.modality == "hypothetical"


@pytest.mark.parametrize(
    ("before", "modality"),
    [
        ("tried to", "hypothetical"),
        ("has attempted to", "hypothetical"),
        ("made every effort to", "hypothetical"),
        ("confirmed a failed secret mission to", "hypothetical"),
        ("managed to", "happened"),
    ],
)
def test_what_was_only_tried_is_not_done_whatever_the_reader_says(
    before: str, modality: str
) -> None:
    text = f"Kenya {before} derail Peru."
    both = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    [found] = read_by(text, mention(text, "derail", "REJECT", modality_sure=0.99, **both))
    assert found.modality == modality


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Kenya is not at war with Peru.", "negative"),
        ("Kenya is no longer at war with Peru.", "negative"),
        ("Kenya isn't yet at war with Peru.", "negative"),
        ("Kenya is now at war with Peru.", "positive"),
        ("Kenya never went to war with Peru.", "negative"),
        ("Kenya went to war with Peru.", "positive"),
    ],
)
def test_who_is_not_at_war_fights_none(text: str, polarity: Polarity) -> None:
    assert act(text, "war").polarity == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Kenya has not entered Norland or attacked Peru.", "negative"),
        ("Kenya has never entered Norland or attacked Peru.", "negative"),
        ("Kenya did not enter Norland, or else it attacked Peru.", "positive"),
        ("Kenya entered Norland or attacked Peru.", "positive"),
        ("If not, Kenya has either left Norland or attacked Peru.", "positive"),
    ],
)
def test_or_goes_on_what_is_denied(text: str, polarity: Polarity) -> None:
    assert act(text, "attacked").polarity == polarity


def test_what_is_supposed_is_not_done_whatever_the_reader_says() -> None:
    text = "If Kenya had derailed Peru, Norland would have wept."
    both = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    [found] = read_by(text, mention(text, "derailed", "REJECT", modality_sure=0.99, **both))
    assert found.modality == "conditional"


@pytest.mark.parametrize("lost", ["lost no time in", "wasted no time", "lost little time in"])
def test_who_lost_no_time_in_doing_it_has_done_it(lost: str) -> None:
    text = f"Kenya {lost} expelling Baru."
    both = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Baru"),)}
    told = mention(text, "expelling", "SANCTION", negative=True, modality_sure=0.99, **both)
    [found] = read_by(text, told)
    assert (found.modality, found.polarity) == ("happened", "positive")


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Kenya to recognise Peru", "recognise", "planned"),
        ("Kenya, Peru to recognise Norland", "recognise", "planned"),
        ("Kenya teachers to boycott Peru", "boycott", "planned"),
        ("Kenya tries to recognise Peru", "recognise", "hypothetical"),
        ("Kenya, Peru condemn Norland", "condemn", "happened"),
    ],
)
def test_an_infinitive_of_a_headline_is_planned(text: str, trigger: str, modality: str) -> None:
    [found] = acts_of(text, headline=True)
    assert (found.modality, text[found.trigger.start : found.trigger.end]) == (modality, trigger)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kenya to recognise Peru\n\nThe vote is in May.", "planned"),
        ("Kenya has a plan to recognise Peru\n\nThe vote is in May.", "planned"),
        ("The vote is in May.\n\nIt is for Kenya to recognise Peru.", "hypothetical"),
    ],
)
def test_a_first_line_without_a_stop_is_a_headline(text: str, modality: str) -> None:
    assert act(text, "recognise").modality == modality


def test_neither_of_two_has_done_it() -> None:
    found = act("Neither Kenya nor Peru attacked Norland.", "attacked")
    assert (found.actors, found.polarity) == (("Kenya", "Peru"), "negative")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("There was neither an attack by Kenya nor peace.", "negative"),
        ("Neither Kenya’s attack nor peace came of it.", "positive"),
    ],
)
def test_neither_before_an_owner_denies_no_deed(text: str, polarity: Polarity) -> None:
    assert act(text, "attack").polarity == polarity


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kenya sent frigates to attack Peru.", "Kenya"),
        ("Kenya sent troops to attack Peru.", "troops"),
    ],
)
def test_who_sent_ships_does_what_they_are_sent_for(text: str, actor: str) -> None:
    assert act(text, "attack").actors == (actor,)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya is plotting a new attack on Peru.", ("Kenya",)),
        ("Lund wants to prepare an attack on Peru.", ("Lund",)),
        ("Lund spoke of the planned attack on Peru.", ()),
        ("Kenya planned the attack on Peru.", ()),
        ("Lund is preparing for an attack on Peru.", ()),
    ],
)
def test_who_plans_a_deed_would_do_it(text: str, actors: tuple[str, ...]) -> None:
    found = act(text, "attack")
    assert (found.modality, found.actors) == ("planned", actors)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya put two frigates on standby.", ("Kenya",)),
        ("Lund warned of Peru and put two frigates on standby.", ("Lund",)),
        ("Kenya placed troops on high alert.", ("Kenya",)),
    ],
)
def test_who_puts_troops_on_alert_moves_them(text: str, actors: tuple[str, ...]) -> None:
    found = acts_of(text)[-1]
    assert (found.type, found.modality, found.actors) == ("MOBILIZE", "happened", actors)


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("Lund wept on the tenth anniversary of the invasion of Peru by Kenya.", True),
        ("Lund commemorated the bombing of Peru by Kenya.", True),
        ("Lund saw a monument to the bombing of Peru by Kenya.", True),
        ("On his anniversary, Lund hailed the bombing of Peru by Kenya.", False),
        ("Lund deplored the bombing of Peru by Kenya.", False),
    ],
)
def test_what_has_an_anniversary_or_a_monument_is_background(text: str, background: bool) -> None:
    assert acts_of(text)[-1].background is background


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "denied"),
    [
        ("Kenya is considering sending tents to Peru.", "sending", "hypothetical", False),
        ("Kenya thought of sending tents to Peru.", "sending", "hypothetical", False),
        ("Kenya denied sending tents to Peru.", "sending", "hypothetical", True),
    ],
)
def test_who_weighs_or_denies_doing_it_would_be_who_does(
    text: str, trigger: str, modality: Modality, denied: bool
) -> None:
    told = mention(
        text,
        trigger,
        "AID",
        recipients=(span_of(text, "Peru"),),
        modality=modality,
        denied=denied,
    )
    found = next(each for each in read_by(text, told) if each.type == "AID")
    assert (found.actors, found.recipients) == (("Kenya",), ("Peru",))
    assert found.modality == "hypothetical"
    assert bool(found.denied_by) is denied


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Lund has seen no indications that Kenya attacked Peru.", "attacked"),
        ("Lund is under the impression that Kenya attacked Peru.", "attacked"),
        ("They first thought Kenya attacked Peru.", "attacked"),
        ("Reports that Kenya attacked Peru are premature.", "attacked"),
        ("Kenya deferred the deportation of Lund.", "deportation"),
    ],
)
def test_what_is_only_supposed_or_put_off_has_not_happened(text: str, trigger: str) -> None:
    assert act(text, trigger).modality == "hypothetical"


def test_what_true_reports_tell_has_happened() -> None:
    assert act("Reports that Kenya attacked Peru are new.", "attacked").modality == "happened"


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Kenya ordered the arrest of Lund.", "arrest", "demanded"),
        ("Kenya ordered the expulsion of Lund.", "expulsion", "demanded"),
        ("Kenya ordered air strikes on Peru.", "air strikes", "happened"),
    ],
)
def test_what_is_ordered_has_not_been_done_yet(text: str, trigger: str, modality: str) -> None:
    assert act(text, trigger).modality == modality


def test_ships_and_arms_back_nobody() -> None:
    assert [each.type for each in acts_of("Lund backed by frigates left.")] == []


def test_who_plainly_accuses_has_done_so() -> None:
    text = "Kenya has long accused Peru of theft."
    reader = mention(text, "accused", "ACCUSE", negative=True, modality_sure=0.99)
    [found] = read_by(text, reader)
    assert found.polarity == "positive"


def test_an_envoy_who_is_recalled_for_consultations_meets_nobody() -> None:
    text = "Kenya’s envoy Lund was recalled for consultations."
    reader = mention(text, "consultations", "CONSULT")
    assert [each.type for each in read_by(text, reader)] == ["SANCTION"]
