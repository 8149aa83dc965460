"""Which lines a brief shows, and in which order."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.ledger.rows import ActRow, FigureRow, Party, Row, StatementRow
from onrecord.records import (
    Act,
    ActType,
    Counts,
    Figure,
    Span,
    SpeechAct,
    Statement,
    When,
)
from onrecord.views.brief_choice import choose_events, choose_figures, choose_statements
from onrecord.views.brief_lines import Line

DAY = When(earliest=date(2031, 4, 1), latest=date(2031, 4, 1), certainty="exact")
SENTENCE = "Rebels stormed the mill and killed the owner."


def make_party(name: str, kind: Any = "person") -> Party:
    return Party(id=name, name=name, kind=kind)


def make_act(
    id_: str,
    type_: ActType,
    who: str,
    *to: str,
    sentence: str = SENTENCE,
    speech: SpeechAct | None = None,
) -> ActRow:
    record = Act(id=id_, trigger=Span(0, 6), type=type_, actors=(who,), speech_act=speech)
    return ActRow(
        id=id_,
        kind="act",
        article="p1",
        who=(make_party(who),),
        to=tuple(map(make_party, to)),
        act=type_,
        sentence=sentence,
        when=DAY,
        record=record,
    )


def make_line(row: Row, lineages: int = 1, sources: tuple[int, ...] = (1,)) -> Line:
    counts = Counts(reports=lineages, outlets=lineages, lineages=lineages, origins=lineages)
    return Line(row=replace(row, counts=counts), counts=counts, sources=sources)


def test_acts_of_one_sentence_are_one_event() -> None:
    lines = [
        make_line(make_act("e1", "COERCE", "Rebels")),
        make_line(make_act("e2", "ASSAULT", "Rebels", "Berg"), 2),
        make_line(make_act("e3", "AID", "Norland", sentence="Norland sent boats.")),
    ]
    [first, second] = choose_events(lines)
    assert [line.row.id for line in first] == ["e2", "e1"]
    assert [line.row.id for line in second] == ["e3"]


def test_what_another_act_of_the_sentence_tells_fully_is_left_out() -> None:
    whole = make_line(make_act("e1", "ASSAULT", "Rebels", "Berg"))
    part = make_line(make_act("e2", "ASSAULT", "Rebels"))
    [[only]] = choose_events([part, whole])
    assert only.row.to
    elsewhere = replace(part, sources=(2,))
    [both] = choose_events([elsewhere, whole])
    assert len(both) == 2


def test_events_of_one_day_begin_with_what_is_told_most() -> None:
    lines = [
        make_line(make_act(f"e{number}", "AID", "Norland", sentence=f"Boat {number}."), number)
        for number in (1, 3, 2)
    ]
    assert [acts[0].row.id for acts in choose_events(lines)] == ["e3", "e2", "e1"]


def test_deeds_stand_before_words_and_a_warning_is_no_event() -> None:
    lines = [
        make_line(make_act("e1", "REQUEST", "Kesh", sentence="Kesh asked.", speech="appeal")),
        make_line(make_act("e2", "AID", "Norland", sentence="Norland sent boats.")),
        make_line(make_act("e3", "ACCUSE", "Berg", sentence="Berg warned.", speech="warn_of")),
    ]
    assert [acts[0].row.id for acts in choose_events(lines)] == ["e2", "e1"]


def make_statement(id_: str, article: str, who: Party) -> Line:
    record = Statement(id=id_, kind="direct", content=(Span(0, 4),), speaker=who.id)
    row = StatementRow(
        id=id_, kind="statement", article=article, who=(who,), act="claim", when=DAY, record=record
    )
    return make_line(row)


@pytest.mark.parametrize(("kind", "speakers"), [("group", 2), ("person", 1)])
def test_who_has_no_name_is_one_in_one_article_only(kind: str, speakers: int) -> None:
    lines = [make_statement(f"s{n}", f"p{n}", make_party("Berg", kind)) for n in (1, 2)]
    people = {(f"p{n}", "Berg"): f"{kind} berg" for n in (1, 2)}
    assert len(choose_statements(lines, people)) == speakers


def test_of_figures_told_alike_the_telling_ones_come_first() -> None:
    made: list[tuple[str, float, float | None, str]] = [
        ("two courts", 2, 2, "courts"),
        ("hundreds of farms", 100, 1000, "farms"),
        ("40 barges", 40, 40, "barges"),
        ("three killed", 3, 3, "sailors killed"),
    ]
    lines = []
    for words, low, high, counted in made:
        record = Figure(id=words, span=Span(0, 4), words=words, low=low, high=high, counted=counted)
        row = FigureRow(id=words, kind="figure", article="p1", when=DAY, record=record)
        lines.append(make_line(row))
    lines.append(make_line(replace(lines[0].row, id="told twice"), 2))
    assert [line.row.id for line in choose_figures(lines)] == [
        "told twice",
        "three killed",
        "40 barges",
        "hundreds of farms",
        "two courts",
    ]
