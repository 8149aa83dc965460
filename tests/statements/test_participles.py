"""Whose a participle is that the reader found no source for."""

import pytest
from tests.statements.conftest import make_article
from tests.statements.reading import attribute, place, quote, read

from onrecord.statements import find_statements
from onrecord.text import outline_text


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("Noting the cost, Baru left the hall.", "Noting", "the cost", "Baru"),
        ("While denying the theft, the mayor left Oru.", "denying", "the theft", "the mayor"),
        ("The union left Oru, accusing it of lies.", "accusing", "it of lies", "The union"),
        ("Kenya jailed him after accusing him of theft.", "accusing", "him of theft", "Kenya"),
        ("The mayor praised it, even hinting at a gift.", "hinting", "at a gift", "The mayor"),
        ("Despite once denying all guilt, Baru left.", "denying", "all guilt", "Baru"),
        ("After calling it “a wreck,” she left.", "calling", "it “a wreck,”", "she"),
        ("The mayor left Oru, at times praising the crews.", "praising", "the crews", "The mayor"),
        ("(Norwire) Kenya jailed him after accusing him of it.", "accusing", "him of it", "Kenya"),
        (
            "Baru came to Oru, hugging crews and demanding an end to the war.",
            "demanding",
            "an end to the war",
            "Baru",
        ),
    ],
)
def test_a_participle_is_the_subjects(text: str, cue: str, content: str, source: str) -> None:
    [statement] = read(text, attribute(text, cue, None, content))
    assert statement.source == place(text, source)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The wave of rage began, accusing Baru of lies.", "accusing", "Baru of lies"),
        ("Many were held in Oru for denying the theft.", "denying", "the theft"),
    ],
)
def test_a_participle_of_nobody_stays_open(text: str, cue: str, content: str) -> None:
    [statement] = read(text, attribute(text, cue, None, content))
    assert statement.source is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kenya has shown that it waits and its crews have said so, calling it late.", "its crews"),
        ("Kenya said the port was shut and the road was closed, calling it late.", "Kenya"),
    ],
)
def test_a_participle_behind_two_speakers_is_the_seconds(text: str, source: str) -> None:
    said, cue = ("so", "have said") if "have said" in text else ("the port was shut", "said")
    rows = read(
        text, attribute(text, cue, source, said), attribute(text, "calling", None, "it late")
    )
    assert {row.source for row in rows} == {place(text, source)}


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Lund has begun a strike", "Ode Baru"),
        ("Lund has agreed to it", "Ode Baru"),
        ("Lund has denied it", "Lund"),
    ],
)
def test_what_goes_on_behind_a_deed_is_the_speakers(told: str, source: str) -> None:
    text = f"Ode Baru said Mr {told}, adding that it was late."
    article = make_article(text)
    rows = find_statements(article, outline_text(text), actors=(), timexes=())
    added = next(each for each in rows if each.cue == place(text, "adding"))
    assert added.source is not None
    assert text[slice(*added.source)].endswith(source)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("that it was planning a raid and defending its ships", "that it was planning a raid"),
        ("that it was planning a raid and hiding its ships", None),
        ("Oslo of hiding ships and defending pirates", None),
    ],
)
def test_a_second_participle_of_saying_is_none_of_the_content(
    content: str, kept: str | None
) -> None:
    text = f"The army left, denying {content}."
    [statement] = read(text, attribute(text, "denying", "The army", content))
    assert quote(text, statement) == [kept or content]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Peru won a pledge from Kenya to leave.", "won a pledge", "Kenya"),
        ("Peru made a pledge to Kenya to leave.", "made a pledge", "Peru"),
    ],
)
def test_whom_by_or_from_names_behind_a_noun_has_said_it(text: str, cue: str, source: str) -> None:
    [statement] = read(text, attribute(text, cue, "Peru", "to leave"))
    assert statement.source == place(text, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("After talks with Ode Baru, the foreign minister, the envoy said no.", "the envoy"),
        (
            "After the vote, the foreign minister, the only woman there, said no.",
            "the foreign minister",
        ),
    ],
)
def test_the_subject_speaks_and_not_what_somebody_in_front_is(text: str, source: str) -> None:
    [statement] = read(text, attribute(text, "said", "the foreign minister", "no"))
    assert statement.source is not None
    assert text[slice(*statement.source)].rstrip(",") == source


@pytest.mark.parametrize(("cue", "count"), [("gave an update", 1), ("reacted by", 1), ("said", 2)])
def test_what_only_leads_to_a_participle_is_no_statement(cue: str, count: int) -> None:
    text = f"Ode Baru {cue} calling the mayor a liar."
    leads = attribute(text, cue, "Ode Baru", "calling the mayor a liar")
    calls = attribute(text, "calling", "Ode Baru", "the mayor a liar")
    assert len(read(text, leads, calls)) == count
