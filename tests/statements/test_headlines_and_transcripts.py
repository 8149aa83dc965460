from collections.abc import Callable
from typing import Any

import pytest
from tests.statements.conftest import make_actors, make_article
from tests.statements.reading import attribute

from onrecord.statements import find_statements
from onrecord.text import outline_text

Read = Callable[..., list[Any]]

BODY = "\n\nSnow fell all night in the harbour."


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Berg: No troops at the border", "Berg", "No troops at the border"),
        ("Berg: Road ‘open to all’", "Berg", "Road ‘open to all’"),
        ("Road is open, says Berg", "Berg", "Road is open"),
        ("Road is open, Berg says", "Berg", "Road is open"),
        ("Road is open – Berg", "Berg", "Road is open"),
        ("Road 'open to all' again, Berg says", "Berg", "Road 'open to all' again"),
        ("Berg: Road 'open to all'", "Berg", "Road 'open to all'"),
    ],
)
def test_headline_can_be_a_statement(read: Read, headline: str, source: str, content: str) -> None:
    row = read(headline + BODY)[0]
    assert (row.source, row.content, row.speaker) == (source, (content,), "Ida Berg")


@pytest.mark.parametrize(
    "headline", ["Analysis: Norland is ready", "Border crisis: What we know", "Berg’s plan: a map"]
)
def test_label_or_topic_before_a_colon_is_no_source(read: Read, headline: str) -> None:
    assert read(headline + BODY) == []


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Berg: Frost has shut the locks", "Berg", "Frost has shut the locks"),
        ("Minister Berg: Frost has shut the locks", "Minister Berg", "Frost has shut the locks"),
        ("Rail workers: Frost has shut the line", "Rail workers", "Frost has shut the line"),
        ("Spokeswoman: Rival locks in the strait imperil the crews", "Spokeswoman",
         "Rival locks in the strait imperil the crews"),
        ("Locks were shut by frost – rail workers", "rail workers", "Locks were shut by frost"),
        ("Locks were shut by frost - Berg", "Berg", "Locks were shut by frost"),
        ("Norland: We will not wait", "Norland", "We will not wait"),
        ("Ida Berg: I will not wait", "Ida Berg", "I will not wait"),
        ("Berg to Norland: Pull back at once", "Berg", "Pull back at once"),
        ("Locks 'shut by frost' - Norland", "Norland", "Locks 'shut by frost'"),
        ("Berg Goes to War: Shells Oru", None, None),
        ("Ida Berg: Minister has left the party", None, None),
        ("Norland: Frost has shut the locks", None, None),
        ("Locks were shut by frost – Harbour Mail", None, None),
        ("Locks were shut by frost – a timeline", None, None),
        ("Locks were shut by well-known workers", None, None),
    ],
)  # fmt: skip
def test_headline_speaks_where_the_reader_finds_nothing(
    headline: str, source: str | None, content: str | None
) -> None:
    text = f"{headline}\n\nIda Berg came to Norland."
    article = make_article(text)
    outline = outline_text(text)
    actors = make_actors(text)
    rows = find_statements(article, outline, actors=actors, timexes=(), attributions=())
    found = [(text[slice(*row.source)], text[slice(*row.content[0])]) for row in rows if row.source]
    assert found == ([] if source is None else [(source, content)])


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Berg: No troops at the border", 1),
        ("STORY: No troops at the border", 0),
        ("Berg: No troops at the border.", 0),
    ],
)
def test_a_line_that_is_set_apart_is_like_a_headline(read: Read, line: str, count: int) -> None:
    assert len(read(f"Snow in Oru{BODY}\n\n{line}\n\nThe harbour was still.")) == count


def test_colon_in_the_body_is_no_headline(read: Read) -> None:
    assert read("Snow fell.\n\nBerg: no reply, no plan, no road is open") == []


def test_transcript_gives_each_turn_to_its_speaker(read: Read) -> None:
    rows = read(
        "Julio Mora met Ida Berg.\n\nMORA: Is the road open?\n\nBERG: It is not.\n\n"
        "MORA: Since when?\n\nBERG: Since Monday."
    )
    assert [row.speaker for row in rows] == ["Julio Mora", "Ida Berg"] * 2
    assert [row.answers for row in rows] == [None, 0, None, 2]
    assert rows[1].content == ("It is not.",)


def test_letters_of_question_and_answer_name_nobody(read: Read) -> None:
    rows = read("Q: Is it open?\n\nA: It is not.\n\nQ: Since when?\n\nA: Since Monday.")
    assert [(row.source, row.answers) for row in rows] == [
        (None, None),
        (None, 0),
        (None, None),
        (None, 2),
    ]


def test_single_labelled_line_is_no_transcript(read: Read) -> None:
    assert read("Snow fell.\n\nNote: the road is long.") == []


@pytest.mark.parametrize(
    ("turns", "speaker"),
    [
        ("Mail: Is the road open?\n\nMora: It is not.", "Julio Mora"),
        ("Q. Did you see it?\n\nMR. MORA: I saw the road.", "Julio Mora"),
        ("Q. Did you see it?\n\nA. I saw the road.", "Julio Mora"),
        ("Q: Did you see it?\n\nA: I saw the road.", "Julio Mora"),
        ("Question: Did you see it?\n\nAnswer: I saw the road.", "Julio Mora"),
        ("Question: Did you see it?\n\nMora: I saw the road.", "Julio Mora"),
        ("Q: When does it open?\n\nA: In May.", None),
    ],
)
def test_one_question_is_answered_below(read: Read, turns: str, speaker: str | None) -> None:
    rows = read(f"Julio Mora built a road.\n\n{turns}\n\nSnow fell.")
    assert [(row.speaker, row.answers) for row in rows] == [(None, None), (speaker, 0)]


@pytest.mark.parametrize(
    "lines",
    [
        "Start: Why so late?\n\nTickets: None are left.",
        "Why: Is it safe?\n\nSnow fell.\n\nMora: The road is long.",
        "Mail: The road is long.\n\nMora: It is.",
        "A: Is it open?\n\nA: It is.",
    ],
)
def test_two_labelled_lines_are_no_exchange(read: Read, lines: str) -> None:
    assert read(f"Julio Mora built a road.\n\n{lines}\n\nSnow fell.") == []


@pytest.mark.parametrize(
    ("text", "cue", "content", "speaker"),
    [
        ("Sudria blamed for delay", "blamed", "for delay", None),
        ("Sudria criticised over dam\n\nIt was late.", "criticised over", "dam", None),
        ("Sudria, blamed for the delay, left.", "blamed for", "the delay", None),
        ("Sudria praised by Norland for rescue", "praised", "for rescue", "Norland"),
        ("Sudria blames Norland for delay", "blames", "Norland for delay", "Sudria"),
        ("The strike that Sudria blamed for the delay ended.", "blamed", "for the delay", "Sudria"),
        ("Sudria condemned the attack on port", "condemned", "the attack on port", "Sudria"),
    ],
)
def test_who_is_blamed_or_praised_does_not_speak(
    read: Read, text: str, cue: str, content: str, speaker: str | None
) -> None:
    [row] = read(text, attributions=[attribute(text, cue, "Sudria", content)])
    assert row.speaker == speaker
