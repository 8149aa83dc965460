from collections.abc import Callable
from typing import Any

import pytest
from tests.statements.reading import attribute, quote
from tests.statements.reading import read as read_found

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“The bridge stays open,” Berg said.", "Berg", "said"),
        ("“The bridge stays open,” said Berg.", "Berg", "said"),
        ("“The bridge stays open”, said Berg.", "Berg", "said"),
        ("Berg said: “The bridge stays open.”", "Berg", "said"),
        ("Berg said, “The bridge stays open.”", "Berg", "said"),
        ("Berg left after telling us, “The bridge stays open.”", "Berg", "telling"),
        ("Berg told the council on Monday: “The bridge stays open.”", "Berg", "told"),
        ("“The bridge stays open!” Berg said.", "Berg", "said"),
        ("“The bridge stays open,” Berg has repeatedly said.", "Berg", "has repeatedly said"),
        ("“The bridge stays open,” she added on Tuesday.", "she", "added"),
        ("“The bridge stays open,” according to Berg.", "Berg", "according to"),
        ("“The bridge stays open.” — Ida Berg", "Ida Berg", "—"),
        ('"The bridge stays open," Berg said.', "Berg", "said"),
        ('“The bridge stays open," Berg said.', "Berg", "said"),
        ("''The bridge stays open,'' Berg said.", "Berg", "said"),
        ("'The bridge stays open,' Berg said.", "Berg", "said"),
    ],
)
def test_attribution_stands_before_or_after_its_quotation(
    read: Read, text: str, source: str, cue: str
) -> None:
    [row] = read(text)
    assert (row.kind, row.source, row.cue) == ("direct", source, cue)
    assert row.content[0].rstrip(",.!") == "The bridge stays open"


@pytest.mark.parametrize(
    "source",
    [
        "Ida Berg, the foreign minister of Norland",
        "Ida Berg, who led the talks in the harbour",
        "Ida Berg, 52, a former pilot",
        "Ida Berg (Harbour Party)",
        "the minister, Ida Berg",
        "a spokesman for the Harbour Ministry",
    ],
)
def test_description_after_a_name_belongs_to_the_source(read: Read, source: str) -> None:
    for text in (
        f"“We will wait for the reply,” said {source}.",
        f"“We will wait for the reply,” {source}{',' if ', ' in source else ''} said on Monday.",
    ):
        [row] = read(text)
        assert row.source == source


def test_interrupted_quotation_is_one_statement_with_two_pieces(read: Read) -> None:
    [row] = read("“The road is open,” Berg said, “and it will stay open.”")
    assert row.content == ("The road is open,", "and it will stay open.")


def test_quotation_right_after_an_attributed_one_goes_on_with_it(read: Read) -> None:
    [row] = read("“The road is open,” Berg said. “It will stay open.”")
    assert row.content == ("The road is open,", "It will stay open.")


def test_unclosed_quotation_goes_on_in_the_next_paragraph(read: Read) -> None:
    [row] = read("Berg said: “The road is open.\n\n“It will stay open.”")
    assert row.content == ("The road is open.", "It will stay open.")


def test_quoted_paragraph_without_cue_is_carried_over(read: Read) -> None:
    first, second = read("“The road is open,” Berg said.\n\n“Nobody was turned back today.”")
    assert second.speaker == first.speaker == "Ida Berg"
    assert (second.cue, first.certainty, second.certainty) == (None, "clear", "likely")


def test_speaker_is_not_carried_past_a_stretch_of_narrative(read: Read) -> None:
    rows = read(
        "“The road is open,” Berg said.\n\nSnow fell all night.\n\nTrucks waited.\n\n"
        "The tower was dark.\n\n“Nobody came for us at all.”"
    )
    assert [row.content for row in rows] == [("The road is open,",)]


def test_colon_at_the_end_of_a_paragraph_leads_to_the_next(read: Read) -> None:
    [row] = read("Berg went on:\n\n“Nobody was turned back today.”")
    assert (row.source, row.content) == ("Berg", ("Nobody was turned back today.",))


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “road of peace” was closed.",
        "She wrote “The Long Winter” in a year.",
        "The “Harbour Watch” met in Norport.",
        "It was a ‘quick’ reply.",
        "‘The Last Winter.’",
    ],
)
def test_scare_quotes_titles_and_names_are_no_statements(read: Read, text: str) -> None:
    assert read(text) == []


def test_quoted_words_in_a_paraphrase_make_it_mixed(read: Read) -> None:
    [row] = read("Berg said the plan was “a gift to smugglers” and would fail.")
    assert (row.kind, row.content) == (
        "mixed",
        ("the plan was “a gift to smugglers” and would fail",),
    )


def test_closing_mark_at_the_end_of_a_mixed_content_is_kept(read: Read) -> None:
    [row] = read("Berg warned of “a long winter.” Trucks waited.")
    assert row.content == ("“a long winter.”",)


def test_lead_clause_before_the_attribution_is_part_of_the_statement(read: Read) -> None:
    [row] = read("When the vote was called, Berg said, “we were ready to sign.”")
    assert row.kind == "mixed"
    assert row.content == ("When the vote was called", "“we were ready to sign.”")


def test_direct_content_stands_exactly_between_the_marks(read: Read) -> None:
    [row] = read("Berg said: “No –\u00a0not ‘ever’, nor “ now.”")
    assert row.content == ("No –\u00a0not ‘ever’, nor “ now.",)


def test_a_programme_in_marks_behind_its_owner_is_not_said(read: Read) -> None:
    first, *others = read("“It was late,” Ida Berg told the BBS’ “Face the City.”\n\nOthers slept.")
    assert (first.content, others) == (("It was late,",), [])


def test_who_is_quoted_as_saying_speaks_and_the_paper_does_not(read: Read) -> None:
    [row] = read("The Norport Ledger quotes Ida Berg, a cook, as saying: “It was late.”")
    assert (row.source, row.speaker) == ("Ida Berg, a cook", "Ida Berg")


@pytest.mark.parametrize(
    ("text", "source", "relays"),
    [
        ("Lund quoted the singer Ida Berg: “It was late.”", "the singer Ida Berg", ("Tomas Lund",)),
        ("Lund quoted his aunt: “It was late.”", "his aunt", ("Tomas Lund",)),
        ("Lund quoted from memory: “It was late.”", "Lund", ()),
        ("Lund quoted scripture: “It was late.”", "Lund", ()),
    ],
)
def test_who_is_quoted_before_a_colon_speaks(
    read: Read, text: str, source: str, relays: tuple[str, ...]
) -> None:
    [row] = read(text)
    assert (row.source, row.relayed_by) == (source, relays)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Added Berg: “It was late.”", "Berg", "Added"),
        ("Ida Berg: “It was late.”", "Ida Berg", ":"),
    ],
)
def test_a_verb_before_the_name_is_the_cue_and_no_part_of_it(
    read: Read, text: str, source: str, cue: str
) -> None:
    [row] = read(text)
    assert (row.source, row.cue) == (source, cue)


def test_the_subject_of_quoted_words_may_stand_outside_the_marks(read: Read) -> None:
    [row] = read("The treaty, Ida Berg said, “is not worth the paper.”")
    assert (row.kind, row.content) == ("mixed", ("The treaty", "“is not worth the paper.”"))


def test_who_posts_a_quote_from_another_passes_it_on(read: Read) -> None:
    [row] = read("Ole Lind read out the words of Ida Berg: “It was late.”")
    assert row.speaker == "Ida Berg"
    [row] = read("Ida Berg wrote these words of thanks: “It was late.”")
    assert row.source == "Ida Berg"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Berg said that the road was open.", "Ida Berg"),
        ("Berg asked for guards. The road was open, Lund said.", "Tomas Lund"),
        ("Berg said that Mora told Lund to wait.", None),
        ("Berg walked to the road.", None),
    ],
)
def test_a_paragraph_in_marks_goes_on_with_what_the_one_before_tells(
    read: Read, before: str, speaker: str | None
) -> None:
    rows = read(f"{before}\n\n“We have seen all of it and we are glad of it.”")
    direct = [row for row in rows if row.kind == "direct"]
    assert [row.speaker for row in direct] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    "behind",
    [
        "General Mora agreed.",
        "Her rival, General Mora, laughed at this.",
        "But General Mora, her rival, warned of a siege.",
        "In his reply, General Mora left it open.",
    ],
)
def test_who_comes_behind_a_full_stop_has_not_said_the_quotation(read: Read, behind: str) -> None:
    [row] = read(f"“I will not go,” Berg said. “I will not flee.” {behind}")[:1]
    assert row.content == ("I will not go,", "I will not flee.")
    assert row.source == "Berg"


@pytest.mark.parametrize("text", ["“Never!” Mora laughed.", "“The road is open.” Mora said."])
def test_who_alone_has_a_verb_behind_a_quotation_has_said_it(read: Read, text: str) -> None:
    [row] = read(text)
    assert row.source == "Mora"


def test_a_quotation_behind_a_paraphrase_is_by_who_tells_it(read: Read) -> None:
    rows = read("Mora had left by noon, Berg said. “I saw him go.”")
    assert [row.source for row in rows] == ["Berg", "Berg"]


@pytest.mark.parametrize("behind", ["He promised to pay.", "He asked to leave.", "He laughed."])
def test_a_quotation_goes_on_whatever_the_next_sentence_tells(read: Read, behind: str) -> None:
    [row, *_] = read(f"“We hid nothing,” Julio Mora said. “It came late.” {behind}")
    assert row.content == ("We hid nothing,", "It came late.")


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("Pastor Julio Mora held his service.", None),
        ("Minister Ida Berg held a meeting.", "Ida Berg"),
        ("The service was late.", "Ida Berg"),
    ],
)
def test_nobody_is_carried_past_a_paragraph_on_somebody_else(
    read: Read, between: str, speaker: str | None
) -> None:
    rows = read(f"“The road is open,” Ida Berg said.\n\n{between}\n\n“God is near to all of us.”")
    assert rows[-1].speaker == speaker


def test_a_subject_in_a_relative_clause_does_not_speak_on(read: Read) -> None:
    text = "Berg, who thinks the road to Norland is open, left. “It is late for us all.”"
    assert read(text)[-1].speaker == "Ida Berg"


def test_who_is_told_ends_before_the_day(read: Read) -> None:
    [row] = read("Berg told Meridian News last week: “It was late.”")
    assert row.addressee == "Meridian News"


def test_who_speaks_beside_a_quotation_says_all_of_it() -> None:
    text = "“I am glad. He asked the guild. He did not leave,” Ode Baru told the Herald."
    told = attribute(text, "told", "Ode Baru", "He did not leave,”")
    [found] = read_found(text, told)
    assert quote(text, found) == ["I am glad. He asked the guild. He did not leave,"]
    assert found.kind == "direct"


@pytest.mark.parametrize("said", ["Mayor Berg said", "she said"])
@pytest.mark.parametrize(
    ("since", "source"),
    [
        ("It rained hard.", True),
        ("Pastor Tomas Lund spoke up on Friday.", False),
        ("Sen. Tomas Lund, D-Oru, spoke up on Friday.", False),
    ],
)
def test_a_quotation_behind_somebody_elses_deed_is_not_the_last_speakers(
    read: Read, said: str, since: str, source: bool
) -> None:
    text = f"“It was cold,” Mayor Berg said. “It is late,” {said}.\n\n{since}\n\n“We will all go.”"
    last = read(text)[-1]
    assert (last.content, last.source is not None) == (("We will all go.",), source)


@pytest.mark.parametrize(
    ("line", "count"),
    [("‘Vile and planned attack’", 1), ("“Vile and planned attack”", 1), ("“It was vile.”", 2)],
)
def test_words_in_marks_alone_in_their_line_are_a_heading(
    read: Read, line: str, count: int
) -> None:
    assert len(read(f"“It was cold,” Berg said.\n\n{line}\n\nIt rained.")) == count
