"""Questions over a page of our own; its rows are stated, so that no model is asked."""

from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from onrecord.asking import ask
from onrecord.ids import row_id
from onrecord.ledger import Filter, Ledger
from onrecord.pages import Unreadable
from onrecord.records import (
    Act,
    Actor,
    Article,
    Figure,
    Page,
    Published,
    Reading,
    RowCertainty,
    Span,
    Statement,
    When,
)
from onrecord.views.asked import NOT_SAID, show_answer

DAY = date(2031, 4, 2)
TEXT = (
    "Keepers shut the Great Lock\n\n"
    "“The lock stays shut,” said Mara Tolling. Joss Harrow seized the barge Petrel on Tuesday. "
    "More than 300 barges were waiting below the lock. Ada Venn denied that the keepers were "
    "armed. Ada Venn said in March that the toll would never rise. Joss Harrow said on Tuesday "
    "that the toll would never rise. Finn Sollis may burn the ferry on Friday. “Was the sluice "
    "repainted at night?” Bo Quist seized six barges in 2009. The mayor put the number at 250. "
    "Mara Tolling seized ten barges. Bo Quist fired Ada Venn. Nine keepers died and 14 keepers "
    "were wounded. Mara Tolling said on Tuesday that she had decided to close the weir."
)

# What is said, the cue, who, when and how surely.
DENIALS: tuple[tuple[str, str, str, date, RowCertainty], ...] = (
    (
        "said in March that the toll would never rise",
        "said in March",
        "a3",
        date(2031, 3, 9),
        "likely",
    ),
    (
        "said on Tuesday that the toll would never rise",
        "said on Tuesday",
        "a2",
        date(2031, 4, 1),
        "clear",
    ),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("asking")
    (folder / "lock.txt").write_text(TEXT, encoding="utf-8")
    with Ledger(folder / "ledger", create=True) as opened:
        opened.add([str(folder / "lock.txt")], read=read)
        yield opened


def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
    for page in pages:
        assert isinstance(page, Page)
        yield Reading(
            version="plain",
            origin=page.origin,
            article=Article(
                id=page.id,
                text=TEXT,
                body=Span(0, len(TEXT)),
                headline="Keepers shut the Great Lock",
                outlet="Gull Post",
                published=Published(earliest=DAY, latest=DAY, certainty="exact"),
            ),
            actors=(
                Actor(id="a1", name="Mara Tolling", kind="person"),
                Actor(id="a2", name="Joss Harrow", kind="person"),
                Actor(id="a3", name="Ada Venn", kind="person"),
                Actor(id="a4", name="Finn Sollis", kind="person"),
                Actor(id="a5", name="Bo Quist", kind="person"),
            ),
            statements=(
                Statement(
                    id=row_id("s", page.id, find("The lock stays shut")),
                    kind="direct",
                    content=(find("The lock stays shut"),),
                    cue=find("said"),
                    speaker="a1",
                    certainty="clear",
                ),
                Statement(
                    id=row_id("s", page.id, find("that the keepers were armed")),
                    kind="indirect",
                    content=(find("that the keepers were armed"),),
                    cue=find("denied"),
                    speaker="a3",
                    act="deny",
                    certainty="clear",
                ),
                *(
                    Statement(
                        id=row_id("s", page.id, find(said)),
                        kind="indirect",
                        content=(Span(find(said).end - 30, find(said).end),),
                        cue=find(cue),
                        speaker=speaker,
                        polarity="negative",
                        when=When(earliest=day, latest=day, certainty="exact"),
                        certainty=certainty,
                    )
                    for said, cue, speaker, day, certainty in DENIALS
                ),
                Statement(
                    id=row_id("s", page.id, find("that she had decided")),
                    kind="indirect",
                    content=(find("that she had decided to close the weir"),),
                    cue=find("said on Tuesday that she"),
                    speaker="a1",
                    certainty="clear",
                ),
                Statement(
                    id=row_id("s", page.id, find("Was the sluice repainted at night?")),
                    kind="direct",
                    content=(find("Was the sluice repainted at night?"),),
                    certainty="clear",
                ),
            ),
            acts=(
                Act(
                    id=row_id("e", page.id, find("seized")),
                    trigger=find("seized"),
                    type="COERCE",
                    actors=("a2",),
                    when=When(
                        earliest=date(2031, 4, 1), latest=date(2031, 4, 1), certainty="exact"
                    ),
                    certainty="clear",
                ),
                Act(
                    id=row_id("e", page.id, find("seized six")),
                    trigger=find("seized six"),
                    type="COERCE",
                    actors=("a5",),
                    background=True,
                    when=When(
                        earliest=date(2009, 1, 1), latest=date(2009, 12, 31), certainty="exact"
                    ),
                    certainty="clear",
                ),
                Act(
                    id=row_id("e", page.id, find("seized ten")),
                    trigger=find("seized ten"),
                    type="COERCE",
                    actors=("a1",),
                    certainty="unsure",
                ),
                Act(
                    id=row_id("e", page.id, find("fired")),
                    trigger=find("fired"),
                    type="SANCTION",
                    actors=("a5",),
                    recipients=("a3",),
                    certainty="clear",
                ),
            ),
            figures=(
                *(
                    Figure(
                        id=row_id("f", page.id, find(words)),
                        span=find(words),
                        words=words,
                        low=low,
                        high=low,
                        unit="keepers",
                        counted=counted,
                    )
                    for words, low, counted in (
                        ("Nine keepers", 9, "killed"),
                        ("14 keepers", 14, "wounded"),
                    )
                ),
                Figure(
                    id=row_id("f", page.id, find("More than 300 barges")),
                    span=find("More than 300 barges"),
                    words="More than 300 barges",
                    low=300,
                    low_open=True,
                    unit="barges",
                    counted="barges",
                ),
                Figure(
                    id=row_id("f", page.id, find("250")),
                    span=find("250"),
                    words="250",
                    low=250,
                    high=250,
                    unit="barges",
                    counted="barges",
                ),
            ),
        )


def find(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("question", "short", "line"),
    [
        ("Who said that the lock stays shut?", "Mara Tolling", "“The lock stays shut,” said"),
        ("Who seized the Petrel?", "Joss Harrow", "Joss Harrow seized"),
        ("When was the Petrel taken?", "1 Apr 2031", "Joss Harrow seized"),
        ("How many barges were waiting?", "More than 300 barges", "More than 300 barges"),
        ("What did Mara Tolling say about the lock?", None, "“The lock stays shut,” said"),
        ("Did Joss Harrow seize a barge?", None, "Joss Harrow seized"),
        ("Who denied that the keepers were armed?", "Ada Venn", "Ada Venn denied"),
        ("Were the keepers armed?", None, "Ada Venn denied"),
        ("Who said that the toll would never rise?", "Joss Harrow", "Joss Harrow said on"),
        ("Who first said that the toll would never rise?", "Ada Venn", "Ada Venn said in March"),
        ("When did Bo Quist seize barges?", "2009", "Bo Quist seized"),
        ("Who did Bo Quist fire?", "Ada Venn", "Bo Quist fired"),
        ("How many keepers died?", "Nine keepers", "Nine keepers died"),
        ("How many keepers were wounded?", "14 keepers", "Nine keepers died"),
    ],
)
def test_an_answer_is_a_field_of_a_row_and_its_sentence(
    ledger: Ledger, question: str, short: str | None, line: str
) -> None:
    answer = ask(ledger, question)
    assert answer.short == short
    assert answer.line is not None
    assert answer.line.startswith(line)
    assert answer.line in TEXT
    assert answer.rows[0].sentence == answer.line


@pytest.mark.parametrize(
    "question",
    [
        "Was the sluice repainted at night?",  # the page only asks it, too
        "Who said that the lock was opened by thieves?",
        "Who sold the Petrel?",
        "Who said that the keepers were armed?",
        "Who said that the toll would rise?",
        "Who burned the ferry?",
        "Who was seized by Joss Harrow?",  # a ship was
        "When was the ferry burned?",
        "When was the weir closed?",  # that she had decided to was said on Tuesday
        "Who did Ada Venn fire?",
        "When was the Heron taken?",
        "How many tugs were waiting?",
        "How much did the lock cost?",
        "What did Joss Harrow say about the lock?",
        "What did Mara Tolling deny?",
        "Did Mara Tolling resign?",
        "Who is the mayor of Paris?",
        "",
        "Who",
        "Where is the Petrel?",
        "\x00 OR NEAR(",
    ],
)
def test_what_no_row_says_is_not_answered(ledger: Ledger, question: str) -> None:
    answer = ask(ledger, question)
    assert answer.rows == ()
    assert answer.line is None
    assert show_answer(answer) == NOT_SAID


def test_history_and_what_is_not_sure_come_last(ledger: Ledger) -> None:
    answer = ask(ledger, "Who seized barges?")
    assert answer.short == "Joss Harrow"
    assert [row.who[0].name for row in answer.rows] == ["Joss Harrow", "Mara Tolling", "Bo Quist"]
    assert ask(ledger, "Who seized barges in 2009?").short == "Bo Quist"


def test_what_else_an_article_gives_of_the_same_follows(ledger: Ledger) -> None:
    answer = ask(ledger, "How many barges were waiting?")
    assert [row.words[0] for row in answer.rows] == ["More than 300 barges", "250"]


def test_a_filter_narrows_what_may_answer(ledger: Ledger) -> None:
    assert ask(ledger, "Who seized the Petrel?", Filter(outlet="Gull Post")).rows
    assert not ask(ledger, "Who seized the Petrel?", Filter(outlet="Reed")).rows


def test_an_answer_is_shown_with_where_it_stands(ledger: Ledger) -> None:
    answer = ask(ledger, "Who seized the Petrel?")
    assert show_answer(answer) == (
        "Joss Harrow\nJoss Harrow seized the barge Petrel on Tuesday."
        f" — Gull Post, 2 Apr 2031; when: 1 Apr 2031 [{answer.rows[0].id[:10]}]\nIn 1 report."
    )
