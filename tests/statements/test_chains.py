from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.statements.conftest import make_actors, make_article, make_rows
from tests.statements.reading import attribute, place, quote
from tests.statements.reading import read as read_alone

from onrecord.records import Actor, Span
from onrecord.statements import find_statements
from onrecord.text import outline_text

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    "text",
    [
        "Berg said the road was open, Meridian News reported.",
        "Berg said the road was open, according to Meridian News.",
        "“The road is open,” Berg said, via Meridian News.",
        "Berg was quoted by Meridian News as saying the road was open.",
        "“The road is open,” Meridian News quoted Berg as saying.",
        "“The road is open,” Meridian News has quoted Ms Berg, the minister, as saying.",
        "“The road is open,” Berg was quoted as saying by Meridian News.",
    ],
)
def test_outlet_around_a_statement_is_its_relay(read: Read, text: str) -> None:
    [row] = read(text)
    assert (row.speaker, row.relayed_by) == ("Ida Berg", ("Meridian News",))


def test_outlet_alone_is_the_speaker(read: Read) -> None:
    [row] = read("The road was open, Meridian News reported.")
    assert (row.speaker, row.relayed_by) == ("Meridian News", ())


def test_spokesman_relays_what_somebody_else_said(read: Read) -> None:
    [row] = read("Berg had rejected the offer, according to her spokesman Julio Mora.")
    assert (row.speaker, row.relayed_by) == ("Ida Berg", ("Julio Mora",))


def test_body_that_cites_another_is_the_relay(read: Read) -> None:
    [row] = read("The Harbour Ministry said the road was open, citing the General Staff.")
    assert (row.speaker, row.relayed_by) == ("General Staff", ("Harbour Ministry",))


@pytest.mark.parametrize(
    ("cited", "speaker", "relays"),
    [
        ("the General Staff", "General Staff", ("Harbour Ministry",)),
        ("a map of the coast", "Harbour Ministry", ()),
    ],
)
def test_who_is_cited_before_it_is_said_speaks(
    read: Read, cited: str, speaker: str, relays: tuple[str, ...]
) -> None:
    text = f"Citing {cited}, the Harbour Ministry said the road was open."
    citing = attribute(text, "Citing", cited, "the road was open")
    told = attribute(text, "said", "the Harbour Ministry", "the road was open")
    [row] = read(text, attributions=[citing, told])
    assert (row.speaker, row.relayed_by) == (speaker, relays)


@pytest.mark.parametrize(
    "text",
    [
        "Lund had asked for more guards, Berg said.",
        "Lund urged Ms Kral to wait, according to Berg.",
    ],
)
def test_who_closes_the_sentence_passes_on_what_stands_in_it(read: Read, text: str) -> None:
    rows = read(text)
    asked = next(row for row in rows if row.speaker == "Tomas Lund")
    assert asked.relayed_by == ("Ida Berg",)


def test_statement_inside_a_paraphrase_has_its_own_speaker(read: Read) -> None:
    outer, inner = read("The Harbour Ministry said Lund told Ms Kral that the road was open.")
    assert (outer.speaker, outer.within) == ("Harbour Ministry", None)
    assert (inner.speaker, inner.addressee, inner.within) == ("Tomas Lund", "Vesna Kral", 0)


def test_statement_inside_a_quotation_is_found(read: Read) -> None:
    outer, inner = read("“Lund told us that the road was open,” Berg said.")
    assert (outer.speaker, outer.kind) == ("Ida Berg", "direct")
    assert (inner.speaker, inner.within, inner.content) == (
        "Tomas Lund",
        0,
        ("that the road was open",),
    )


def test_first_person_inside_a_quotation_is_its_speaker(read: Read) -> None:
    _, inner = read("“We told the drivers that the road was open,” Berg said.")
    assert inner.speaker == "Ida Berg"


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Berg told Lund that the road was open.", "Tomas Lund"),
        ("Berg warned Sudria that the road was closed.", "Sudria"),
        ("Berg urged Sudria to wait.", "Sudria"),
        ("In a phone call with Vesna Kral, Berg said the road was open.", "Vesna Kral"),
        ("In a phone call with Vesna Kral, Berg told Sudria that the road was open.", "Sudria"),
        ("After talks with Vesna Kral, Berg said the road was open.", None),
        ("After talks with Kral, Berg told the men of Sudria that it was open.", None),
        ("Speaking to reporters in Oru, where Kral sat, Berg said the road was open.", None),
        ("Speaking to Vesna Kral, Berg said the road was open.", "Vesna Kral"),
        ("As it went on talking to Kral, Berg said the road was open.", None),
        ("Berg told reporters that the road was open.", None),
        ("Berg said the talks with Lund had failed.", None),
        ("Asked by Lund about the road, Berg said it was open.", "Tomas Lund"),
        ("Berg, asked by Lund, said the road was open.", "Tomas Lund"),
        ("Responding to Lund, Berg said the road was open.", "Tomas Lund"),
        ("Berg addressed the General Staff and said the road was open.", "General Staff"),
        ("Berg met Lund and said the road was open.", None),
        ("Berg met Mr Lund. She told him that the road was open.", "Tomas Lund"),
        ("Berg met Mr Lund and Mr Mora. She told him that the road was open.", None),
    ],
)
def test_addressee_is_who_is_told_or_called(read: Read, text: str, addressee: str | None) -> None:
    [row] = read(text)
    assert row.addressee == addressee


@pytest.mark.parametrize(
    ("text", "hearer", "addressee"),
    [
        ("In a call with the envoy Vesna Kral, Berg said the road was open.", "the", "Kral"),
        ("In a letter to Vesna Kral, Berg said the road was open.", "Vesna", "Kral"),
        ("In talks with her friends, Berg said the road was open. Kral left.", "her", None),
    ],
)
def test_whom_the_reader_cuts_short_is_whole(text: str, hearer: str, addressee: str | None) -> None:
    content = "the road was open"
    told = replace(attribute(text, "said", "Berg", content), addressee=place(text, hearer))
    actors = make_actors(text)
    [found] = find_statements(
        make_article(text), outline_text(text), actors=actors, timexes=(), attributions=(told,)
    )
    names = {actor.id: actor.name.split()[-1] for actor in actors}
    assert names.get(found.addressee or "") == addressee


def test_whom_a_clause_accuses_is_who_stands_before_it() -> None:
    text = "Tomas Lund, whom Berg accuses of theft, left Vesna Kral."
    actors = make_actors(text)
    told = attribute(text, "accuses", "Berg", "of theft")
    [found] = find_statements(
        make_article(text), outline_text(text), actors=actors, timexes=(), attributions=(told,)
    )
    names = {actor.id: actor.name for actor in actors}
    assert names[found.addressee or ""] == "Tomas Lund"


def test_what_is_read_out_and_has_its_own_cue_is_passed_on() -> None:
    text = "Berg read out a card. “I am well,” Lund wrote."
    actors = make_actors(text)
    told = replace(attribute(text, "read out", "Berg", "“I am well,”"), relay=True)
    wrote = attribute(text, "wrote", "Lund", "“I am well,”")
    [found] = find_statements(
        make_article(text),
        outline_text(text),
        actors=actors,
        timexes=(),
        attributions=(told, wrote),
    )
    names = {actor.id: actor.name for actor in actors}
    assert names[found.speaker or ""] == "Tomas Lund"
    assert [names[each] for each in found.relayed_by] == ["Ida Berg"]


def test_what_a_later_sentence_tells_itself_is_not_read_out_twice() -> None:
    text = "Berg read out the ruling. “They lied,” Lund found."
    read_out = attribute(text, "read out", "Berg", "the ruling", "“They lied,”")
    ruled = attribute(text, "found", "Lund", "“They lied,”")
    found = find_statements(
        make_article(text),
        outline_text(text),
        actors=(),
        timexes=(),
        attributions=(read_out, ruled),
    )
    assert [text[slice(*each.source)] for each in found if each.source] == ["Lund"]


def test_who_is_cited_behind_the_speaker_is_the_source() -> None:
    text = "The road is shut, Berg said, quoting Lund."
    said = attribute(text, "said", "Berg", "The road is shut", "quoting Lund")
    quoting = attribute(text, "quoting", "Lund", "The road is shut")
    actors = make_actors(text)
    [found] = find_statements(
        make_article(text),
        outline_text(text),
        actors=actors,
        timexes=(),
        attributions=(said, quoting),
    )
    assert found.speaker == next(each.id for each in actors if each.name == "Tomas Lund")
    assert [text[slice(*piece)] for piece in found.content] == ["The road is shut"]


def test_who_cites_people_without_a_name_passes_on_what_they_say(read: Read) -> None:
    text = "Meridian News, citing three officials, reported that the road was shut."
    citing = attribute(text, "citing", "three officials", "that the road was shut")
    [row] = read(text, attributions=[citing])
    assert row.relayed_by == ("Meridian News",)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Berg, a clerk, asked why the road was shut.", 1),
        ("Berg, a clerk, asked why the road was shut, left.", 0),
    ],
)
def test_who_is_told_of_between_commas_may_ask(text: str, count: int) -> None:
    asked = attribute(text, "asked", "Berg, a clerk,", "why the road was shut")
    found = find_statements(
        make_article(text), outline_text(text), actors=(), timexes=(), attributions=(asked,)
    )
    assert len(list(found)) == count


def test_answer_is_tied_to_its_question(read: Read) -> None:
    question, answer = read("“Is the road open?” Mr Mora asked.\n\n“No,” said Ms Berg.")
    assert answer.answers == 0
    assert (question.addressee, answer.addressee) == ("Ida Berg", "Julio Mora")


def test_later_question_is_not_answered_by_an_earlier_statement(read: Read) -> None:
    rows = read("“It rained,” said Ms Berg.\n\n“Is the road open?” Mr Mora asked.")
    assert [row.answers for row in rows] == [None, None]


def test_nobody_answers_what_others_have_spoken_after(read: Read) -> None:
    rows = read("“Who knows?” said Berg. Lund said it was late. “We leave,” said Baru.")
    assert [row.answers for row in rows] == [None, None, None]


def test_he_who_responds_is_who_answered_before(read: Read) -> None:
    rows = read(
        "Julio Mora spoke. Tomas Lund addressed the nation.\n\n“Is it open?” Ida Berg asked.\n\n"
        "“No,” said Mr Mora.\n\n“Never?” asked Ms Berg.\n\n“That is right,” he responded."
    )
    assert [row.speaker for row in rows] == ["Ida Berg", "Julio Mora"] * 2


def test_who_speaks_inside_a_paraphrase_is_not_who_spoke_last(read: Read) -> None:
    rows = read("Berg said Lund had refused to go. She added that it was late.")
    assert rows[-1].speaker == "Ida Berg"
    text = "President Tomas Lund spoke. Berg said that Mr Mora had demanded a vote. “No,” he said."
    assert [row.speaker for row in read(text)][-1] != "Julio Mora"


@pytest.mark.parametrize(
    ("read_out", "source"),
    [
        ("read out a letter from the envoy, Vesna Kral", "the envoy, Vesna Kral"),
        ("read a short poem by Vesna Kral", "Vesna Kral"),
        ("read out a letter", "Berg"),
        ("read a message from the harbour", "Berg"),
    ],
)
def test_what_is_read_out_is_said_by_who_wrote_it(read: Read, read_out: str, source: str) -> None:
    [row] = read(f"Berg {read_out}: “The road is open.”")
    assert row.source == source


@pytest.mark.parametrize(("who", "count"), [("she", 1), ("Lund", 2)])
def test_who_signals_to_be_willing_says_so_once(who: str, count: int) -> None:
    text = f"Berg signalled {who} is open to talks."
    outer = attribute(text, "signalled", "Berg", f"{who} is open to talks")
    inner = attribute(text, "is open", who, "to talks")
    found = find_statements(
        make_article(text),
        outline_text(text),
        actors=make_actors(text),
        timexes=(),
        attributions=(outer, inner),
    )
    assert len(list(found)) == count


def test_according_to_somebody_only_passes_on_what_others_say() -> None:
    text = "Berg left, denying that it rained and calling it fine, according to Meridian News."
    denied = "that it rained and calling it fine"
    found = find_statements(
        make_article(text),
        outline_text(text),
        actors=make_actors(text),
        timexes=(),
        attributions=(
            attribute(text, "denying", "Berg", denied),
            attribute(text, "according to", "Meridian News", denied),
        ),
    )
    assert [each.cue for each in found if each.cue == place(text, "according to")] == []


def test_who_quotes_another_does_not_take_the_words_of_a_third(read: Read) -> None:
    text = "Berg offered to help, Meridian News reports, quoting Lund."
    offered = attribute(text, "offered", "Berg", "to help")
    reports = replace(
        attribute(text, "reports", "Meridian News", "Berg offered to help,"), relay=True
    )
    quoting = replace(attribute(text, "quoting", "Lund", "Berg offered to help"), relay=True)
    [row] = read(text, attributions=[offered, reports, quoting])
    assert (row.speaker, row.relayed_by) == ("Ida Berg", ("Meridian News", "Tomas Lund"))


def test_any_person_without_a_name_may_be_cited() -> None:
    text = "Meridian News, citing an army officer, reported that the road was shut."
    citing = attribute(text, "citing", "an army officer", "that the road was shut")
    reported = attribute(text, "reported", "Meridian News", "that the road was shut")
    officer = Actor(
        id="officer", name="army officer", kind="group", mentions=(place(text, "army officer"),)
    )
    [found] = find_statements(
        make_article(text),
        outline_text(text),
        actors=(*make_actors(text), officer),
        timexes=(),
        attributions=(citing, reported),
    )
    assert (found.speaker, len(found.relayed_by)) == ("officer", 1)


def test_a_relay_passes_on_what_its_own_sentence_tells() -> None:
    text = "Vesna Kral called for calm. Through Meridian News she offered to help."
    calls = attribute(text, "called for", "Vesna Kral", "calm")
    offers = attribute(text, "offered", "she", "to help")
    content = "Vesna Kral called for calm", "she offered to help"
    passed = replace(attribute(text, "Through", "Meridian News", *content), relay=True)
    rows = make_rows(text, attributions=[calls, passed, offers])
    assert [row.relayed_by for row in rows] == [(), ("Meridian News",)]


def test_who_passes_it_on_is_not_he_who_says_it() -> None:
    text = "Tomas Lund laughed. According to Lund, he promised to pay."
    passed = replace(attribute(text, "According to", "Lund", "he promised to pay"), relay=True)
    passed = replace(passed, source=Span(text.index("Lund, he"), text.index(", he")))
    rows = make_rows(text, attributions=[passed, attribute(text, "promised", "he", "to pay")])
    assert [(row.speaker, row.relayed_by) for row in rows] == [(None, ("Tomas Lund",))]


def test_who_tells_of_a_deed_says_so_and_passes_nothing_on() -> None:
    text = "The line has ordered 30 ships, two managers announced on Monday."
    deed = replace(attribute(text, "has ordered", "The line", "30 ships"), act="demand")
    told = attribute(text, "announced", "two managers", "The line has ordered 30 ships")
    [statement] = read_alone(text, deed, replace(told, relay=True))
    assert statement.source == place(text, "two managers")
    assert quote(text, statement) == ["The line has ordered 30 ships"]


def test_who_is_named_behind_per_passes_on() -> None:
    text = "“It is late,” Ode Baru said, per Norwire. “We will all go home.”"
    words = ("“It is late,”", "“We will all go home.”")
    said = attribute(text, "said", "Ode Baru", *words)
    passed = attribute(text, "per", "Norwire", "“It is late,” Ode Baru said", words[1])
    [statement] = read_alone(text, said, passed)
    assert statement.source == place(text, "Ode Baru")
