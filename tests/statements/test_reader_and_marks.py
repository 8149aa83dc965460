"""What the trained reader found, joined with what quotation marks say."""

import re
from dataclasses import replace

import pytest
from tests.statements.conftest import make_actors, make_article
from tests.statements.reading import attribute, place, quote, read

from onrecord.records import Attribution, Span
from onrecord.statements import find_statements
from onrecord.text import outline_text


def test_a_paraphrase_is_the_readers() -> None:
    text = "The harbour master made it known that no ship would sail."
    found = attribute(text, "made it known", "The harbour master", "that no ship would sail")
    [statement] = read(text, found)
    assert (quote(text, statement), statement.kind) == (["that no ship would sail"], "indirect")


def test_direct_words_are_cut_at_their_marks() -> None:
    text = "“No ship will sail,” the harbour master let slip."
    found = attribute(text, "let slip", "the harbour master", "“No ship will sail,”")
    [statement] = read(text, found)
    assert (quote(text, statement), statement.kind) == (["No ship will sail,"], "direct")


def test_marks_and_their_cue_outweigh_the_reader() -> None:
    text = "“No ship will sail,” Ode Baru said. The mayor listened."
    found = attribute(text, "listened", "The mayor", "“No ship will sail,”")
    [statement] = read(text, found)
    assert statement.source == place(text, "Ode Baru")


def test_words_before_a_quotation_of_their_own_clause_are_said_too() -> None:
    text = "Ode Baru urged them to sail at once, “before the ice comes”."
    found = attribute(text, "urged", "Ode Baru", "to sail at once, “before the ice comes”")
    [statement] = read(text, found)
    assert statement.kind == "mixed"
    assert quote(text, statement) == ["to sail at once, “before the ice comes”"]


def test_a_paraphrase_and_the_quotation_behind_its_colon_are_two_statements() -> None:
    text = "Ode Baru told Norwire that the crews were poor: “We want our pay.”"
    found = attribute(text, "told", "Ode Baru", "that the crews were poor: “We want our pay.”")
    kinds = {each.kind: quote(text, each) for each in read(text, found)}
    assert kinds == {"direct": ["We want our pay."], "indirect": ["that the crews were poor"]}


def test_what_only_announces_a_quotation_is_no_paraphrase() -> None:
    text = "Ode Baru offered Norwire this advice for the young: “Save your pay.”"
    found = attribute(text, "offered", "Ode Baru", "this advice for the young: “Save your pay.”")
    assert [quote(text, each) for each in read(text, found)] == [["Save your pay."]]


def test_the_noun_behind_an_owner_belongs_to_the_source() -> None:
    text = "Baru’s office said that no ship would sail."
    found = attribute(text, "said", "Baru’s", "that no ship would sail")
    [statement] = read(text, found)
    assert statement.source == place(text, "Baru’s office")


def test_a_relay_is_not_the_speaker() -> None:
    text = "Ode Baru said that no ship would sail, Norwire reported."
    inner = attribute(text, "said", "Ode Baru", "that no ship would sail")
    relay = attribute(text, "reported", "Norwire", "Ode Baru said that no ship would sail")
    [statement] = read(text, inner, replace(relay, relay=True))
    assert statement.source == place(text, "Ode Baru")


@pytest.mark.parametrize("source", ["his campaign", "the Kremlin", "the presidency", "his office"])
def test_who_speaks_for_him_passes_on_what_he_said(source: str) -> None:
    text = f"Ode Baru rejected the offer, {source} said."
    inner = attribute(text, "rejected", "Ode Baru", "the offer")
    relay = attribute(text, "said", source, "Ode Baru rejected the offer")
    [statement] = read(text, inner, replace(relay, relay=True))
    assert statement.source == place(text, "Ode Baru")


def test_who_speaks_for_him_says_what_he_wants() -> None:
    text = "Ode Baru wants the troops out by May, his office said."
    inner = attribute(text, "wants", "Ode Baru", "the troops out by May")
    relay = attribute(text, "said", "his office", "Ode Baru wants the troops out by May")
    said = [each for each in read(text, inner, replace(relay, relay=True)) if each.stance == "said"]
    assert [each.source for each in said] == [place(text, "his office")]


def test_who_says_that_somebody_was_told_says_so() -> None:
    text = "The guild said that Ode Baru had been told of it."
    outer = attribute(text, "said", "The guild", "that Ode Baru had been told of it")
    inner = attribute(text, "had been told", None, "of it")
    said = read(text, inner, replace(outer, relay=True))
    assert place(text, "The guild") in {each.source for each in said}


def test_who_passes_on_the_last_words_passes_on_the_whole() -> None:
    text = "Ode Baru said that no ship would sail before noon, Norwire reported."
    inner = attribute(text, "said", "Ode Baru", "that no ship would sail before noon")
    tail = attribute(text, "reported", "Norwire", "before noon")
    [statement] = read(text, inner, tail)
    assert statement.source == place(text, "Ode Baru")


def test_a_relay_of_nobodys_words_is_their_source() -> None:
    text = "No ship would sail, according to Norwire."
    relay = attribute(text, "according to", "Norwire", "No ship would sail")
    [statement] = read(text, replace(relay, relay=True))
    assert statement.source == place(text, "Norwire")


def test_a_paraphrase_that_only_the_rules_see_is_left_out() -> None:
    assert read("Ode Baru said that no ship would sail.") == []


def test_an_attitude_is_marked_as_such() -> None:
    text = "Ode Baru wants no ship to sail."
    found = attribute(text, "wants", "Ode Baru", "no ship to sail")
    [statement] = read(text, replace(found, stance="attitude"))
    assert statement.stance == "attitude"


def test_a_statement_inside_another_is_tied_to_it() -> None:
    text = "Ode Baru said the pilots had told him that no ship would sail."
    outer = attribute(text, "said", "Ode Baru", "the pilots had told him that no ship would sail")
    inner = attribute(text, "had told", "the pilots", "that no ship would sail")
    first, second = read(text, outer, inner)
    assert second.within == first.id


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("It is closed if Ode Baru asked that it be.", "asked", "Ode Baru"),
        ("Ode Baru has yet to confirm that it be.", "has yet to confirm", "Ode Baru"),
        ("Nobody at the port said that it be.", "said", "Nobody at the port"),
        ("Ode Baru could say that it be.", "could say", "Ode Baru"),
    ],
)
def test_what_nobody_said_is_no_statement(text: str, cue: str, source: str) -> None:
    assert read(text, attribute(text, cue, source, "that it be")) == []


def test_what_the_reader_doubts_is_no_statement() -> None:
    text = "The harbour master made it known that no ship would sail."
    found = attribute(text, "made it known", "The harbour master", "that no ship would sail")
    assert read(text, replace(found, sure=0.4)) == []


def test_a_condition_opens_like_one() -> None:
    text = "Ode Baru said that no ship would sail if the dock was closed on Monday."
    found = attribute(
        text, "said", "Ode Baru", "that no ship would sail if the dock was closed on Monday"
    )
    [statement] = read(text, replace(found, condition=place(text, "on Monday")))
    assert statement.condition is not None
    assert text[statement.condition.start :].startswith("if the dock")


@pytest.mark.parametrize(
    ("marked", "condition"),
    [
        ("once the dock", "once the dock is open"),
        ("when the port", None),
        ("provided boots", None),
    ],
)
def test_a_condition_is_a_whole_clause_and_no_date(marked: str, condition: str | None) -> None:
    text = (
        "Ode Baru said that the guild, at a time when the port was shut, had provided boots and "
        "would sail once the dock is open."
    )
    found = attribute(text, "said", "Ode Baru", text[text.index("that") : -1])
    [statement] = read(text, replace(found, condition=place(text, marked)))
    span = statement.condition
    assert (None if span is None else text[span.start : span.end]) == condition


@pytest.mark.parametrize(
    ("clause", "is_condition"),
    [
        ("when they meet in Oru", True),
        ("when they meet on Friday", False),
        ("when they meet", True),
    ],
)
def test_what_will_be_on_a_day_is_no_condition(clause: str, is_condition: bool) -> None:
    text = f"Ode Baru said that he would speak {clause}."
    found = attribute(text, "said", "Ode Baru", text[text.index("that") : -1])
    [statement] = read(text, replace(found, condition=place(text, clause)))
    assert (statement.condition is not None) is is_condition


def test_whose_verb_stands_behind_a_condition_is_no_part_of_it() -> None:
    text = "Ode Baru said that should the dock shut, the guild may sail."
    found = attribute(text, "said", "Ode Baru", text[text.index("that") : -1])
    marked = place(text, "should the dock shut, the guild")
    [statement] = read(text, replace(found, condition=marked))
    assert statement.condition == place(text, "should the dock shut")


def test_a_condition_keeps_the_mark_that_closes_a_quotation_in_it() -> None:
    text = "Ode Baru said that the guild would sail if Oru called the dock “free.”"
    found = attribute(text, "said", "Ode Baru", text[text.index("that") :])
    [statement] = read(text, replace(found, condition=place(text, "if Oru called the dock “free")))
    assert statement.condition == place(text, "if Oru called the dock “free.”")


def test_a_day_behind_a_condition_that_was_cut_short_counts() -> None:
    text = "Ode Baru said that he would speak when they meet in Oru on Friday."
    found = attribute(text, "said", "Ode Baru", text[text.index("that") : -1])
    [statement] = read(text, replace(found, condition=place(text, "when they meet in Oru")))
    assert statement.condition is None


def test_what_a_headline_tells_besides_is_not_said() -> None:
    text = "Ode Baru refuses to name the agent as Norland walks out\n\nIt was late."
    found = attribute(text, "refuses", "Ode Baru", "to name the agent as Norland walks out")
    [statement] = read(text, found)
    assert quote(text, statement) == ["to name the agent"]


def test_an_article_alone_is_no_source() -> None:
    text = "The made it known that no ship would sail."
    found = attribute(text, "made it known", "The", "that no ship would sail")
    [statement] = read(text, found)
    assert statement.source is None


def test_many_attributions_take_little_time() -> None:
    text = " ".join(f"“Number {number},” said Ode Baru. He saw it." for number in range(3000))
    place_of = [match.start() for match in re.finditer("said", text)]
    found = [
        Attribution(cue=Span(at, at + 4), content=(Span(at - 9, at - 1),), sure=0.9)
        for at in place_of
    ]
    assert len(read(text, *found)) == 3000


def test_who_says_what_another_will_do_is_no_relay() -> None:
    text = "The port will refuse to open, Ode Baru said."
    inner = attribute(text, "will refuse", "The port", "to open")
    outer = replace(attribute(text, "said", "Ode Baru", "The port will refuse to open"), relay=True)
    assert place(text, "Ode Baru") in {each.source for each in read(text, inner, outer)}
    text = "The port will refuse to open, a spokesman said."
    inner = attribute(text, "will refuse", "The port", "to open")
    outer = replace(
        attribute(text, "said", "a spokesman", "The port will refuse to open"), relay=True
    )
    assert [each.source for each in read(text, inner, outer)] == [place(text, "The port")]


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        ("firm” at noon", "“firm” at noon"),
        ("that it is “firm", "that it is “firm”"),
        ("is “firm” at noon", "is “firm” at noon"),
    ],
)
def test_a_mark_at_the_edge_of_a_paraphrase_stays_with_its_words(found: str, whole: str) -> None:
    text = "The mayor made it known that it is “firm” at noon, and left."
    [statement] = read(text, attribute(text, "made it known", "The mayor", found))
    assert quote(text, statement) == [whole]


def test_the_reader_is_followed_in_what_a_statement_does_where_it_is_sure() -> None:
    text = "The harbour master said that the fee was very high."
    found = attribute(text, "said", "The harbour master", "that the fee was very high")
    acts = [
        read(text, replace(found, act="criticise", act_sure=sure))[0].act for sure in (0.6, 0.8)
    ]
    assert acts == ["claim", "criticise"]


def test_a_headlines_colon_tells_the_reader_nothing() -> None:
    text = "Baru: The fee is very high\n\nThe fee was raised in May."
    found = attribute(text, ":", "Baru", "The fee is very high")
    [statement] = read(text, replace(found, act="criticise", act_sure=0.99))
    assert statement.act == "claim"


def test_a_second_verb_of_the_same_source_is_no_content_of_the_first() -> None:
    text = "Ode Baru declared that no ship would sail and said that the port was shut."
    outer = attribute(
        text, "declared", "Ode Baru", "that no ship would sail", "said that the port was shut"
    )
    inner = attribute(text, "said", "Ode Baru", "that the port was shut")
    found = read(text, outer, inner)
    assert [quote(text, each) for each in found] == [
        ["that no ship would sail"],
        ["that the port was shut"],
    ]


def test_a_second_verb_without_a_source_has_that_of_the_first() -> None:
    text = "Ode Baru said the port was shut, but warned against the new road. “No” followed."
    first = attribute(text, "said", "Ode Baru", "the port was shut")
    second = attribute(text, "warned against", None, "the new road")
    assert [each.source for each in read(text, first, second)] == [place(text, "Ode Baru")] * 2
    text = "Ode Baru said the port was shut. And warned against the new road."
    apart = attribute(text, "warned against", None, "the new road")
    [*_, alone] = read(text, attribute(text, "said", "Ode Baru", "the port was shut"), apart)
    assert alone.source is None


@pytest.mark.parametrize(
    "source",
    [
        "Residents who have blocked the road since May",
        "A porter, who asked not to be named,",
    ],
)
def test_words_about_the_source_do_not_take_back_what_is_said(source: str) -> None:
    text = f"{source} said that no ship would sail."
    assert len(read(text, attribute(text, "said", source, "that no ship would sail"))) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Has the master threatened to sail?", 0),
        ("The master has threatened to sail.", 1),
        ("Has he left? The master threatened to sail.", 1),
    ],
)
def test_what_is_asked_is_not_said(text: str, said: int) -> None:
    source = "the master" if "the master" in text else "The master"
    assert len(read(text, attribute(text, "threatened", source, "to sail"))) == said


def test_a_quotation_told_inside_a_paraphrase_leaves_it_whole() -> None:
    text = "Ode Baru said the mayor had told her, “No ship.”"
    outer = attribute(text, "said", "Ode Baru", "the mayor had told her, “No ship.”")
    inner = attribute(text, "had told", "the mayor", "“No ship.”")
    found = {quote(text, each)[0].rstrip("”."): each for each in read(text, outer, inner)}
    assert any(words.startswith("the mayor had told her") for words in found)


def test_a_quotation_of_the_next_sentence_is_not_glued_on() -> None:
    text = "Ode Baru recalled the dinner. “She rose and sang.” Nobody spoke."
    outer = attribute(text, "recalled", "Ode Baru", "the dinner. “She rose and sang.”")
    contents = [quote(text, each) for each in read(text, outer)]
    assert ["She rose and sang."] in contents
    assert all(
        "dinner" not in " ".join(each) or each == ["the dinner."] or each == ["the dinner"]
        for each in contents
    )


def test_a_content_may_end_in_his() -> None:
    text = "The master confirmed that the voice is his."
    [statement] = read(text, attribute(text, "confirmed", "The master", "that the voice is his"))
    assert quote(text, statement) == ["that the voice is his"]


def test_who_warns_of_a_response_threatens() -> None:
    text = "The master warned of a firm response if they sailed."
    found = attribute(text, "warned", "The master", "of a firm response if they sailed")
    [statement] = read(text, replace(found, act="warn_of", act_sure=0.9))
    assert statement.act == "threaten"
    text = "The master warned of storms if they sailed."
    found = attribute(text, "warned", "The master", "of storms if they sailed")
    [statement] = read(text, replace(found, act="warn_of", act_sure=0.9))
    assert statement.act == "warn_of"


def test_a_statement_stands_where_its_source_is_only_doubted() -> None:
    text = "The harbour master made it known that no ship would sail."
    found = attribute(text, "made it known", "The harbour master", "that no ship would sail")
    assert [each.certainty for each in read(text, replace(found, source_sure=0.55))] == ["unsure"]
    assert read(text, replace(found, source_sure=0.4)) == []


def test_a_content_does_not_end_in_the_pronoun_before_its_source() -> None:
    text = "It was a charge that the master denies."
    [statement] = read(text, attribute(text, "denies", "the master", "a charge that"))
    assert quote(text, statement) == ["a charge"]


def test_words_in_marks_are_taken_to_their_end() -> None:
    text = "Ode Baru said the guild had “shut the door on talks” again."
    found = attribute(text, "said", "Ode Baru", "the guild had “shut the door on")
    assert [quote(text, each) for each in read(text, found)] == [
        ["the guild had “shut the door on talks”"]
    ]


@pytest.mark.parametrize(
    ("text", "cue", "read_as", "source"),
    [
        (
            "“Nobody slept,” said one crewman on the ferry.",
            "said",
            "one crewman on the ferry",
            "one crewman on the ferry",
        ),
        (
            "“Nobody slept,” said Ode Baru, a cook at sea, who was aboard.",
            "said",
            "Ode Baru, a cook at sea, who was aboard",
            "Ode Baru, a cook at sea, who was aboard",
        ),
        ("In a radio interview Baru said, “Nobody slept.”", "said", "Baru", "Baru"),
        (
            "“Nobody slept,” Ode Baru, a cook, said.",
            "said",
            "Ode Baru, a cook,",
            "Ode Baru, a cook",
        ),
        (
            "When the mayor spoke of beds, I laughed and said, “Nobody slept.”",
            "said",
            "I",
            "I",
        ),
        (
            "“Nobody slept,” said ferry cook Ode Baru.",
            "said",
            "ferry",
            "ferry cook Ode Baru",
        ),
        ("“Nobody slept,” Ode Baru said. The mayor nodded.", "said", "The mayor", "Ode Baru"),
    ],
)
def test_of_two_readings_of_one_source_the_readers_counts(
    text: str, cue: str, read_as: str, source: str
) -> None:
    [statement] = read(text, attribute(text, cue, read_as, "“Nobody slept"))
    assert statement.source == place(text, source)


@pytest.mark.parametrize(
    ("text", "cue", "source", "whole"),
    [
        ("Her sudden promise to sail at once was forgotten.", "promise", "Her", "Her"),
        ("Her spokesman promised to sail at once.", "promised", "Her", "Her spokesman"),
    ],
)
def test_a_possessive_is_the_source_of_what_it_owns(
    text: str, cue: str, source: str, whole: str
) -> None:
    [statement] = read(text, attribute(text, cue, source, "to sail at once"))
    assert statement.source == place(text, whole)


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("Ode Baru, 52", "Ode Baru, 52, and his cook"),
        ("Ode Baru, a sailor, and", "Ode Baru, a sailor, and his cook, Ida Berg"),
        ("Ode Baru, 52", "Ode Baru, 52"),
    ],
)
def test_the_second_of_two_who_speak_belongs_to_the_source(source: str, whole: str) -> None:
    text = f"{whole}, said that no ship would sail."
    [statement] = read(text, attribute(text, "said", source, "that no ship would sail"))
    assert statement.source == place(text, whole)


@pytest.mark.parametrize(
    ("sentence", "read_as", "whole"),
    [
        ("The guild and its rowers said", "The guild and its", "The guild and its rowers"),
        ("The firm she left with said", "The firm she left with", "The firm she left with"),
        ("Maps of the sound, long lost, said", "Maps of", "Maps"),
    ],
)
def test_no_source_ends_in_the_middle_of_a_phrase(sentence: str, read_as: str, whole: str) -> None:
    text = f"{sentence} that no ship would sail."
    [statement] = read(text, attribute(text, "said", read_as, "that no ship would sail"))
    assert statement.source == place(text, whole)


def test_a_relative_clause_that_is_read_as_the_source_has_its_name() -> None:
    text = "Ida Berg, who had urged them to stay, said that no ship would sail."
    source = "who had urged them to stay"
    [berg] = make_actors(text)
    found = find_statements(
        make_article(text),
        outline_text(text),
        actors=[berg],
        timexes=(),
        attributions=[attribute(text, "said", source, "that no ship would sail")],
    )
    assert [each.speaker for each in found] == [berg.id]


def test_a_verb_behind_a_statement_inside_another_is_the_outer_ones() -> None:
    text = "The guild said Ode Baru had promised to sail, but warned against haste."
    outer = attribute(text, "said", "The guild", "Ode Baru had promised to sail")
    inner = attribute(text, "promised", "Ode Baru", "to sail")
    found = read(text, outer, inner, attribute(text, "warned", None, "against haste"))
    assert found[-1].source == place(text, "The guild")


def test_who_quotes_a_speaker_makes_no_second_statement() -> None:
    text = "“No ship will sail,” said a harbour aide quoted by Norwire."
    said = attribute(text, "said", "a harbour aide", "“No ship will sail,”")
    quoted = attribute(text, "quoted", "a harbour aide", "“No ship will sail,”")
    assert [each.cue for each in read(text, said, quoted)] == [place(text, "said")]


def test_lets_say_says_nothing() -> None:
    text = "Let's say that no ship will sail."
    assert read(text, attribute(text, "say", "Let's", "that no ship will sail")) == []


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        ("No ship would sail, Ode Baru said in an interview.", "said in", "No ship would", "said"),
        ("No ship would sail, Ode Baru wrote in a letter.", "wrote in a", "No ship would", "wrote"),
        ("Ode Baru insisted on sailing at once.", "insisted on", "sailing at once", "insisted on"),
    ],
)
def test_a_cue_does_not_end_in_the_middle_of_a_phrase(
    text: str, cue: str, content: str, whole: str
) -> None:
    [statement] = read(text, attribute(text, cue, "Ode Baru", content))
    assert statement.cue == place(text, whole)


def test_a_word_that_describes_a_person_is_no_source_alone() -> None:
    text = "Norlandic lawmakers called for a vote at once."
    [statement] = read(text, attribute(text, "called for", "Norlandic", "a vote at once"))
    assert statement.source == place(text, "Norlandic lawmakers")


def test_the_end_of_an_aside_is_no_source() -> None:
    text = "The guild left on Monday (May 3) and said that the port was shut."
    [statement] = read(text, attribute(text, "said", "May 3)", "that the port was shut"))
    assert statement.source == place(text, "The guild")


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "said"),
    [
        ("Asked whether it was shut, Ode Baru left.", "Asked", None, "whether it was shut", 0),
        ("When asked by reporters if it was shut, he left.", "asked", "reporters",
         "if it was shut", 0),
        ("Reporters asked whether it was shut.", "asked", "Reporters", "whether it was shut", 1),
        ("The bill was drafted by the guild.", "was drafted", "the guild", "The bill", 0),
        ("The bill was praised by the guild.", "was praised", "the guild", "The bill", 1),
        ("The firm appealed the verdict to the High Court.", "appealed", "The firm",
         "the verdict to the High Court", 0),
        ("The raid that claimed the envoy’s life was the last.", "claimed", "that",
         "the envoy’s life", 0),
        ("The video shows the crew at sea.", "shows", "The video", "the crew at sea", 0),
        ("The poll shows the mayor ahead.", "shows", "The poll", "the mayor ahead", 1),
        ("They met gunmen who threaten us.", "threaten", "who", "us", 0),
        ("Ode Baru gave the go-ahead at noon.", "gave the go", "Ode Baru", "ahead at noon", 0),
    ],
)  # fmt: skip
def test_what_is_asked_drafted_or_appealed_is_not_said(
    text: str, cue: str, source: str | None, content: str, said: int
) -> None:
    assert len(read(text, attribute(text, cue, source, content))) == said


def test_words_that_nothing_parts_are_one_piece() -> None:
    text = "The bridge was shut but trains were running, the mayor said."
    pieces = "The bridge was shut but", "trains were running"
    [statement] = read(text, attribute(text, "said", "the mayor", *pieces))
    assert quote(text, statement) == ["The bridge was shut but trains were running"]


def test_who_replies_before_a_colon_says_what_is_quoted() -> None:
    text = "Baru demanded help from the port, which replied: “No.”"
    demand = attribute(text, "demanded", "Baru", "help from the port")
    reply = attribute(text, "replied", "which", "“No.”")
    found = read(text, demand, reply)
    assert [quote(text, each) for each in found if each.kind == "direct"] == [["No."]]
    assert [each.cue for each in found if each.kind == "direct"] == [place(text, "replied")]


def test_who_reports_according_to_another_says_so() -> None:
    text = "The port was shut, Baru reported, according to Norwire."
    found = read(
        text,
        replace(
            attribute(text, "reported", "Baru", "The port was shut,", ", according to Norwire"),
            relay=True,
        ),
        attribute(text, "according to", "Norwire", "The port was shut, Baru"),
    )
    assert [(each.source, quote(text, each)) for each in found] == [
        (place(text, "Baru"), ["The port was shut"])
    ]


def test_a_quotation_inside_one_is_cut_at_its_own_marks() -> None:
    text = "“He told me, ‘If you stay, I will go,’” Ida Berg said."
    outer = attribute(text, "said", "Ida Berg", "“He told me, ‘If you stay, I will go,’”")
    inner = replace(
        attribute(text, "told", "He", "‘If you stay, I will go"),
        condition=place(text, "If you stay"),
    )
    around, told = read(text, outer, inner)
    assert quote(text, told) == ["If you stay, I will go,"]
    assert (told.kind, told.condition, around.condition) == (
        "direct",
        place(text, "If you stay"),
        None,
    )


@pytest.mark.parametrize(
    ("behind", "kind"), [("before driving away", "direct"), ("before the hearing", "mixed")]
)
def test_what_a_shouter_did_besides_is_the_narrators(behind: str, kind: str) -> None:
    text = f"The man shouted “you will all be sorry” {behind}."
    found = attribute(text, "shouted", "The man", f"“you will all be sorry” {behind}")
    [statement] = read(text, found)
    assert statement.kind == kind


def test_what_another_is_heard_to_say_is_not_who_tells_of_it() -> None:
    text = (
        "Baru testified last week that it rained and that he had heard Lund say: “Nobody leaves.”"
    )
    told = attribute(text, "testified", "Baru", "that it rained")
    said = attribute(text, "say", "he had heard", "“Nobody leaves.”")
    outer, inner = read(text, told, said)
    whole = "that it rained and that he had heard Lund say: “Nobody leaves.”"
    assert (quote(text, outer), text[slice(*outer.source or ())]) == ([whole], "Baru")
    assert (quote(text, inner), text[slice(*inner.source or ())]) == (["Nobody leaves."], "Lund")


def test_a_told_quotation_behind_a_colon_is_a_part_of_what_tells_it() -> None:
    text = "Baru testified that he had heard Lund say: “Nobody leaves.”"
    told = attribute(text, "testified", "Baru", "that he had heard Lund say")
    said = attribute(text, "say", "Lund", "“Nobody leaves.”")
    outer, inner = read(text, told, said)
    assert quote(text, outer) == ["that he had heard Lund say: “Nobody leaves.”"]
    assert inner.within == outer.id


def test_what_leads_in_is_whole_up_to_the_comma_before_the_speaker() -> None:
    text = "In the meantime, the mayor said, the bridge will be shut."
    pieces = "In the", "the bridge will be shut"
    [statement] = read(text, attribute(text, "said", "the mayor", *pieces))
    assert quote(text, statement) == ["In the meantime", "the bridge will be shut"]


def test_words_do_not_go_on_to_who_speaks_next() -> None:
    text = "Mary Berg was there. The mayor said it met at the U.N. Berg said: “It was late.”"
    found = read(text, attribute(text, "said", "The mayor", "it met at the U.N. Berg said"))
    assert quote(text, found[0]) == ["it met at the U.N."]


def test_whom_a_video_shows_says_it() -> None:
    text = "The guard said a video showed Ida Berg saying that she would go."
    said = attribute(text, "said", "The guard", "a video showed Ida Berg saying that she would go")
    saying = attribute(text, "saying", "a video", "that she would go")
    assert read(text, said, saying)[-1].source == place(text, "Ida Berg")


def test_who_is_caught_on_camera_says_it() -> None:
    text = "A clerk is captured on camera saying that she would go."
    saying = attribute(text, "is captured on camera saying", "A clerk", "that she would go")
    [found] = read(text, saying)
    assert found.source == place(text, "A clerk")


def test_what_leads_up_to_a_quotation_is_the_writers() -> None:
    text = "The plan keeps it short: “Crews meddle in it,” the report said."
    said = attribute(text, "said", "the report", "The plan keeps it short: “Crews meddle in it,”")
    [found] = read(text, said)
    assert quote(text, found) == ["Crews meddle in it,"]


def test_the_rules_confirm_what_the_reader_is_not_sure_of() -> None:
    text = "Berg, whom some call “a saint,” said on her own site that it was late."
    unsure = replace(attribute(text, "said", "Berg", "that it was late"), sure=0.4, source_sure=0.4)
    assert [quote(text, each) for each in read(text, unsure)] == [["that it was late"]]
    bare = replace(unsure, content=(place(text, "it was late"),))
    assert read(text, bare) == []


@pytest.mark.parametrize(
    ("told", "condition"),
    [
        ("that no ship would sail without a pilot", True),
        ("that without a pilot the ship would sink", True),
        ("that the ship would sail at once and without a pilot", False),
    ],
)
def test_without_is_a_condition_where_something_is_not_done(told: str, condition: bool) -> None:
    text = f"The crews said {told}."
    found = replace(
        attribute(text, "said", "The crews", told), condition=place(text, "without a pilot")
    )
    [statement] = read(text, found)
    assert (statement.condition is not None) is condition
