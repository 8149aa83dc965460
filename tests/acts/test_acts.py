import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.acts.reading import (
    DAY,
    act,
    acts_of,
    cast_of,
    mention,
    parties,
    read_by,
    said,
    span_of,
    year,
)

from onrecord.records import Act


@pytest.mark.parametrize(
    ("text", "trigger", "root", "actors", "recipients"),
    [
        ("Kenya invaded Peru.", "invaded", "ASSAULT", ["Kenya"], ["Peru"]),
        ("Peru was invaded by Kenya.", "invaded", "ASSAULT", ["Kenya"], ["Peru"]),
        ("The seizure of Peru by Kenya shook all.", "seizure", "COERCE", ["Kenya"], ["Peru"]),
        ("Kenya’s attack on Peru shook all.", "attack", "ASSAULT", ["Kenya"], ["Peru"]),
        ("The Kenyan attack on Peru shook all.", "attack", "ASSAULT", ["Kenya"], ["Peru"]),
        ("Kenya imposed harsh new sanctions on Peru.", "sanctions", "SANCTION", ["Kenya"],
         ["Peru"]),
        ("Talks between Kenya and Peru began.", "Talks", "CONSULT", ["Kenya", "Peru"], []),
        ("Kenya and Peru met in Oslo.", "met", "CONSULT", ["Kenya", "Peru"], []),
        ("Kenya again rejected Peru’s plan.", "rejected", "REJECT", ["Kenya"], ["Peru"]),
        ("Kenya shelled Peru and seized Norland.", "seized", "COERCE", ["Kenya"], ["Norland"]),
        ("Kenya knew that Peru was weak, but praised Norland.", "praised", "SUPPORT", ["Kenya"],
         ["Norland"]),
        ("Lund, who fell ill in May, accused Peru of theft.", "accused", "ACCUSE", ["Lund"],
         ["Peru"]),
        ("Kenya’s navy attacked Peru.", "attacked", "ASSAULT", ["Kenya"], ["Peru"]),
        ("Kenya and Peru discussed how Norland could pay.", "discussed", "CONSULT",
         ["Kenya", "Peru"], []),
        ("Kenya spoke for an hour to Peru.", "spoke", "CONSULT", ["Kenya"], ["Peru"]),
        ("Kenya criticised Peru, and Norland has fallen silent.", "criticised", "ACCUSE",
         ["Kenya"], ["Peru"]),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(
    text: str, trigger: str, root: str, actors: list[str], recipients: list[str]
) -> None:
    found = act(text, trigger)
    assert (found.type, list(found.actors), list(found.recipients)) == (root, actors, recipients)


def test_what_is_only_moved_is_no_recipient_and_makes_no_act_alone() -> None:
    found = act("Kenya massed troops at dawn.", "massed")
    assert (list(found.actors), list(found.recipients), found.certainty) == (["Kenya"], [], "clear")
    text = "The right to deploy troops is old."
    troops = (span_of(text, "troops"),)
    assert read_by(text, mention(text, "deploy", "MOBILIZE", recipients=troops)) == []


def test_troops_that_were_moved_are_who_moved_where_nobody_else_is_told() -> None:
    text = "Last year troops were withdrawn from Kenya."
    troops = (span_of(text, "troops"),)
    [found] = read_by(text, mention(text, "withdrawn", "RETREAT", actors=troops))
    assert (list(found.actors), found.recipients) == (["troops"], ())
    assert list(act("Last year troops were withdrawn by Kenya.", "withdrawn").actors) == ["Kenya"]


@pytest.mark.parametrize("trigger", ["down", "looks", "-", "sought"])
def test_words_that_tell_no_act_are_none(trigger: str) -> None:
    text = "Kenya looks weak, gets down to Peru - and sought more."
    places = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    assert read_by(text, mention(text, trigger, "ASSAULT", **places)) == []


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya will flatten the town despite the Peru pleas.", []),
        ("Kenya will flatten the town before Peru wakes.", []),
        ("Kenya will flatten the town of Peru.", ["Peru"]),
    ],
)
def test_who_is_named_in_a_time_or_reason_receives_nothing(
    text: str, recipients: list[str]
) -> None:
    places = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    [found] = read_by(text, mention(text, "flatten", "ASSAULT", **places))
    assert list(found.recipients) == recipients


@pytest.mark.parametrize(("words", "kept"), [("if it rains", True), ("this rainy day", False)])
def test_a_condition_of_the_reader_opens_like_one(words: str, kept: bool) -> None:
    text = "Kenya may flatten the town of Peru this rainy day if it rains."
    places = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    condition = span_of(text, words)
    [found] = read_by(text, mention(text, "flatten", "ASSAULT", condition=condition, **places))
    assert (found.condition == condition) is kept


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("An appeal from Kenya to Peru came.", "appeal", ["Kenya"], ["Peru"]),
        ("The commitment of Kenya to Peru held.", "commitment", ["Kenya"], ["Peru"]),
        ("Lund received threats from Kenya.", "threats", ["Kenya"], ["Lund"]),
        ("Lund faces sanctions.", "sanctions", [], ["Lund"]),
        ("The withdrawal from Kenya by Peru began.", "withdrawal", ["Peru"], ["Kenya"]),
    ],
)
def test_who_gives_and_who_gets_what_a_noun_tells(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya press secretary Lund was there.",
        "A Kenya sanctions expert at the Norland Foundation was there.",
        "Kenya laid down a red line.",
        "Kenya did not meet Peru’s needs.",
        "Kenya will demonstrate its support of Peru.",
        "Kenya fires back: Peru is wrong.",
        "Kenya begins to draw down, and Peru is calm.",
        "Kenya met the deadline of Peru.",
        "Kenya offered Peru a frank view.",
        "Lund is fighting her eviction.",
        "Kenya is rolling back Peru’s laws.",
        "Kenya spoke of gas used to kill the sick.",
        "Lund, of Kenya, Mass., is here.",
        "Kenya station Norland told of it.",
        "Lund’s friends are expected to support her.",
    ],
)
def test_words_like_acts_are_none(text: str) -> None:
    assert acts_of(text) == []


def test_present_tense_of_a_headline_has_happened() -> None:
    assert act("Kenya rejects Peru plan", "rejects", headline=True).modality == "happened"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "polarity"),
    [
        ("Kenya invaded Peru.", "invaded", "happened", "positive"),
        ("Kenya is shelling Peru.", "shelling", "ongoing", "positive"),
        ("Kenya will invade Peru.", "invade", "planned", "positive"),
        ("Kenya plans to invade Peru.", "invade", "planned", "positive"),
        ("Kenya offered to help Peru.", "help", "offered", "positive"),
        ("Kenya urged Peru to disarm.", "disarm", "demanded", "positive"),
        ("Kenya should attack Peru.", "attack", "demanded", "positive"),
        ("Kenya threatened to invade Peru.", "invade", "threatened", "positive"),
        ("Kenya threatened sanctions against Peru.", "sanctions", "threatened", "positive"),
        ("If Kenya attacks Peru, all is lost.", "attacks", "conditional", "positive"),
        ("Unless Kenya attacks Peru, all is well.", "attacks", "conditional", "positive"),
        ("Should Kenya attack Peru, all is lost.", "attack", "conditional", "positive"),
        ("Kenya could invade Peru.", "invade", "hypothetical", "positive"),
        ("Fears of a Kenyan invasion of Peru grew.", "invasion", "hypothetical", "positive"),
        ("Norland wants to prevent Kenya from invading Peru.", "invading", "hypothetical",
         "positive"),
        ("Will Kenya invade Peru?", "invade", "hypothetical", "positive"),
        ("Nobody knows whether Kenya attacked Peru.", "attacked", "hypothetical", "positive"),
        ("Norland has yet to confirm that Kenya attacked Peru.", "attacked", "hypothetical",
         "positive"),
        ("A raid would show that Kenya had attacked Peru.", "attacked", "hypothetical",
         "positive"),
        ("It could mean Kenya has invaded Peru.", "invaded", "hypothetical", "positive"),
        ("Pictures show that Kenya has invaded Peru.", "invaded", "happened", "positive"),
        ("Kenya did not invade Peru.", "invade", "happened", "negative"),
        ("Kenya didn’t invade Peru.", "invade", "happened", "negative"),
        ("Kenya never invaded Peru.", "invaded", "happened", "negative"),
        ("Kenya refused to release Lund.", "release", "happened", "negative"),
        ("Kenya did not offer an apology to Peru.", "apology", "happened", "negative"),
        ("Kenya offered Peru an apology.", "apology", "happened", "positive"),
        ("Kenya made no concessions to Peru.", "concessions", "happened", "negative"),
        ("Kenya left without attacking Peru.", "attacking", "happened", "negative"),
        ("Kenya will withdraw and disarm.", "disarm", "planned", "positive"),
    ],
)  # fmt: skip
def test_how_an_act_is_meant(text: str, trigger: str, modality: str, polarity: str) -> None:
    found = act(text, trigger)
    assert (found.modality, found.polarity) == (modality, polarity)


def test_condition_is_tied_to_what_depends_on_it() -> None:
    text = "Kenya will attack Peru if Norland agrees to it."
    found = act(text, "attack")
    assert found.modality == "conditional"
    assert found.condition == span_of(text, "if Norland agrees to it")


def test_threat_has_happened_and_its_content_is_threatened() -> None:
    text = "Kenya threatened to invade Peru."
    statement = said(text, "Kenya", "to invade Peru", act="threaten", cue="threatened")
    threat, content = acts_of(text, statements=[statement])
    assert (threat.type, threat.speech_act, threat.modality) == (
        "THREATEN",
        "threaten",
        "happened",
    )
    assert threat.content == content.id
    assert (content.modality, content.asserted_by) == ("threatened", "Kenya")


def test_response_that_is_threatened_is_unspecified_and_keeps_the_condition() -> None:
    text = "Kenya warned of grave consequences if Peru attacked."
    statement = said(
        text, "Kenya", "of grave consequences if Peru attacked", act="threaten", cue="warned"
    )
    found = act(text, "consequences", statements=[statement])
    assert (found.type, found.modality, found.actors) == ("UNSPECIFIED", "threatened", ("Kenya",))
    assert found.condition == span_of(text, "if Peru attacked")


def test_denied_act_is_not_told_as_done() -> None:
    text = "Kenya denied that troops had attacked Peru."
    statement = said(text, "Kenya", "that troops had attacked Peru", act="deny", cue="denied")
    denial, content = acts_of(text, statements=[statement])
    assert denial.type == "REJECT"
    assert (content.modality, content.denied_by, content.asserted_by) == (
        "hypothetical",
        ("Kenya",),
        None,
    )


def test_denial_behind_reaches_back() -> None:
    text = "Norland attacked Peru, although Norland denies this."
    assert act(text, "attacked").denied_by == ("Norland",)


def test_demand_that_is_refused_was_made() -> None:
    text = "Kenya rejected a Peruvian demand for talks."
    statement = said(text, "Kenya", "a Peruvian demand for talks", act="refuse", cue="rejected")
    found = act(text, "demand", statements=[statement])
    assert (found.actors, found.modality, found.polarity) == (("Peru",), "happened", "positive")


def test_refused_act_of_ones_own_is_negative() -> None:
    text = "Kenya refused to release Lund."
    statement = said(text, "Kenya", "to release Lund", act="refuse", cue="refused")
    assert act(text, "release", statements=[statement]).polarity == "negative"


def test_speaker_asserts_what_the_statement_tells() -> None:
    text = "Lund said that Kenya attacked Peru."
    statement = said(text, "Lund", "that Kenya attacked Peru", act="claim", cue="said")
    [found] = acts_of(text, statements=[statement])
    assert (found.asserted_by, found.modality) == ("Lund", "happened")


def test_bare_claim_is_no_act() -> None:
    text = "Lund said that rain fell."
    statement = said(text, "Lund", "that rain fell", act="claim", cue="said")
    assert acts_of(text, statements=[statement]) == []


def test_statement_whose_cue_tells_the_act_is_one_without_a_trigger_of_the_table() -> None:
    text = "Lund begrudged Baru the win, all Baru’s fault."
    statement = said(text, "Lund", "all Baru’s fault", act="accuse", cue="begrudged")
    [found] = acts_of(text, statements=[statement])
    assert (found.type, found.speech_act, found.actors) == ("ACCUSE", "accuse", ("Lund",))


def test_what_is_only_said_is_the_statements_act_alone_but_for_a_threat() -> None:
    text = "Lund said it was all Baru’s fault."
    statement = said(text, "Lund", "it was all Baru’s fault", act="accuse", cue="said")
    assert acts_of(text, statements=[statement]) == []
    text = "Lund said that they would be sorry."
    statement = said(text, "Lund", "that they would be sorry", act="threaten", cue="said")
    assert [each.type for each in acts_of(text, statements=[statement])] == ["THREATEN"]


def test_pronoun_in_a_statement_is_its_speaker() -> None:
    text = "Kenya said that it attacked Peru."
    statement = said(text, "Kenya", "that it attacked Peru", act="claim", cue="said")
    assert act(text, "attacked", statements=[statement]).actors == ("Kenya",)


def test_she_is_the_last_person_spoken_of() -> None:
    assert act("Lund spoke. She condemned Peru.", "condemned").actors == ("Lund",)


def test_old_year_makes_background() -> None:
    text = "Kenya seized Norland in 2019."
    found = act(text, "seized", timexes=[year(text, "2019")])
    assert found.background
    assert (found.when.earliest, found.when.latest) == (date(2019, 1, 1), date(2019, 12, 31))


def test_relative_clause_with_a_year_is_background() -> None:
    text = "Peru, which Kenya invaded in 2019, is calm."
    assert act(text, "invaded", timexes=[year(text, "2019")]).background


def test_past_perfect_of_the_narrator_is_background() -> None:
    assert act("Kenya had attacked Peru.", "attacked").background


@pytest.mark.parametrize(
    ("time", "background"), [("Nine years", True), ("Two decades", True), ("Two hours", False)]
)
def test_what_lies_long_before_what_is_told_is_background(time: str, background: bool) -> None:
    text = f"{time} after Kenya attacked Peru, Lund spoke in 2022."
    found = act(text, "attacked", timexes=[year(text, "2022")])
    assert (found.background, found.when.earliest) == (background, None)


def test_news_is_not_background() -> None:
    assert not act("Kenya attacked Peru.", "attacked").background


def test_undated_act_is_bounded_by_publication_and_no_more() -> None:
    when = act("Kenya attacked Peru.", "attacked").when
    assert (when.earliest, when.latest, when.certainty) == (None, DAY, "bounded")


def test_undated_plan_has_no_date() -> None:
    when = act("Kenya will attack Peru.", "attack").when
    assert (when.earliest, when.latest) == (None, None)


def test_place_is_read_and_a_month_is_none() -> None:
    assert act("Kenya met Peru in Port Silvan.", "met").place == "Port Silvan"
    assert act("Kenya met Peru in March.", "met").place is None
    assert act("Kenya met Peru at the Danish border.", "met").place is None


def test_hedge_makes_a_row_unsure() -> None:
    text = "Kenya has reportedly attacked Peru."
    found = act(text, "attacked")
    assert found.hedge == span_of(text, "reportedly")
    assert found.certainty == "unsure"


def test_what_is_only_reported_by_nobody_is_unsure() -> None:
    text = "Amid reports that Kenya attacked Peru, talks broke down."
    assert act(text, "attacked").hedge == span_of(text, "reports that")
    assert act("Lund repeated his reports that Kenya attacked Peru.", "attacked").hedge is None


@pytest.mark.parametrize(
    "text",
    [
        "The attack helicopters stayed in Kenya.",
        "Aid workers left Kenya.",
        "The storm hit the coast.",
        "Kenya met the deadline.",
        "Kenya met with skepticism.",
        "Kenya withdrew its remarks.",
        "Kenya released a statement on Peru.",
        "Nobody attacked.",
    ],
)
def test_word_without_its_actors_or_meaning_is_no_act(text: str) -> None:
    assert acts_of(text) == []


words = st.sampled_from(
    "Kenya |Peru |Lund |invaded |attack |to |threatened |if |not |denied |this |which |in |2019 |, "
    "|. |“|”|by |of |and |but |will |been |was |he |it |sanctions |on |talks |between |?|’s |had "
    "|\n\n".split("|")
)


@given(st.lists(words, max_size=60).map("".join))
def test_rows_are_inside_the_text_and_sorted(text: str) -> None:
    acts = acts_of(text)
    ids = {actor.id for actor in cast_of(text)}
    assert [a.trigger for a in acts] == sorted(a.trigger for a in acts)
    assert len({a.id for a in acts}) == len(acts)
    for found in acts:
        assert 0 <= found.trigger.start < found.trigger.end <= len(text)
        assert {*found.actors, *found.recipients, *found.denied_by} <= ids
        assert not set(found.actors) & set(found.recipients)
        assert found.content is None or found.content in {a.id for a in acts}


@pytest.mark.parametrize(
    "unit",
    ["Kenya attacked ", "if ", "to attack ", "and attacked, ", "(", "denied this "],
)
def test_time_is_bounded(unit: str) -> None:
    text = (unit * (50_000 // len(unit) + 1))[:50_000]
    start = time.process_time()
    acts_of(text)
    assert time.process_time() - start < 2


def test_a_trigger_is_never_a_part_of_a_word() -> None:
    text = "Kenya is in co-ordination with Peru."
    found = mention(
        text, "co-", "COOPERATE",
        actors=(span_of(text, "Kenya"),), recipients=(span_of(text, "Peru"),),
    )  # fmt: skip
    assert [text[slice(*a.trigger)] for a in read_by(text, found)] == ["co-ordination"]


def test_force_that_is_only_practised_is_none() -> None:
    assert acts_of("As part of the drills, Kenyan warplanes attacked at dawn.") == []
    assert act("Kenya attacked Peru after the drills.", "attacked").type == "ASSAULT"


def test_words_that_an_act_has_make_no_second_one() -> None:
    text = "Kenya criticised Peru."
    sides = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Peru"),)}
    twice = [mention(text, part, "ACCUSE", **sides) for part in ("crit", "icised")]
    assert len(read_by(text, *twice)) == 1


def test_who_stands_behind_a_preposition_of_the_phrase_does_not_act() -> None:
    text = "A letter to Kenya mocked Peru."
    recipients = (span_of(text, "Peru"),)

    def read(actor: str) -> Act:
        actors = (span_of(text, actor),)
        seen = mention(text, "mocked", "ACCUSE", actors=actors, recipients=recipients)
        [found] = read_by(text, seen)
        return found

    assert parties(read("Kenya")) == ([], ["Peru"])
    assert parties(read("A letter to Kenya")) == ([], ["Peru"])


def test_who_demonstrates_outside_protests() -> None:
    [found] = acts_of("Lund demonstrated outside the court.")
    assert (found.type, found.actors) == ("PROTEST", ("Lund",))
