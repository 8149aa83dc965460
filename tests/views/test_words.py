from datetime import date

import pytest

from onrecord.ledger.answers import Answer, Named
from onrecord.ledger.rows import ActRow, FigureRow, Party, StatementRow
from onrecord.records import (
    UNKNOWN_WHEN,
    Act,
    Counts,
    Figure,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
    When,
)
from onrecord.views.words import (
    show_act,
    show_figure_subject,
    show_measure,
    show_place,
    show_report,
    show_said,
    show_support,
    show_value,
    show_who,
)


def make_row(
    value: float, unit: str, counted: str | None = None, place: str | None = None
) -> FigureRow:
    figure = Figure(
        id="f1",
        span=Span(0, 1),
        words="so many",
        low=value,
        high=value,
        unit=unit,
        counted=counted,
        place=place,
    )
    return FigureRow(id="f1", kind="figure", article="p1", record=figure)


@pytest.mark.parametrize(
    ("source", "read_as", "who"),
    [
        ("traders there", Answer(), "traders there"),
        ("A spokesman for the flotilla,", Answer(), "A spokesman for the flotilla"),
        ("they", Answer(), "unknown"),
        (None, Answer(), "unknown"),
        ("traders there", Answer(who=(Named(name="Ida Berg"),)), "unknown"),
    ],
)
def test_a_speaker_without_a_name_is_who_the_page_calls_so(
    source: str | None, read_as: Answer, who: str
) -> None:
    said = Statement(id="s1", kind="indirect", content=(Span(0, 1),))
    row = StatementRow(
        id="s1", kind="statement", article="p1", record=said, source=source, read_as=read_as
    )
    assert show_who(row) == who


@pytest.mark.parametrize(
    ("row", "measure", "subject"),
    [
        (make_row(6, "h"), ("6 h", ""), ""),
        (make_row(6, "h", place="Skarn"), ("6 h", "Skarn"), "Skarn"),
        (make_row(60, "observers", "observers"), ("60 observers", ""), "observers"),
        (make_row(9, "people", "killed"), ("9 people", "killed"), "killed"),
        (make_row(9, "sailors", "Halmeran sailors killed"), ("9", "Halmeran sailors killed"), None),
        (make_row(9, "boats", "sailboats"), ("9 boats", "sailboats"), "sailboats"),
    ],
)
def test_unit_is_told_once_beside_a_value(
    row: FigureRow, measure: tuple[str, str], subject: str | None
) -> None:
    assert show_measure(row) == measure
    assert show_figure_subject(row) == (measure[1] if subject is None else subject)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(2 / 3, "2/3"), (0.333333, "1/3"), (0.75, "3/4"), (0.6667, "0.6667 share"), (2, "2 share")],
)
def test_share_is_told_as_a_fraction_where_it_is_one(value: float, shown: str) -> None:
    assert show_value(make_row(value, "share").record) == shown


@pytest.mark.parametrize(
    ("act", "shown"), [("claim", "claim, negative"), ("warn_of", "warn of, negative")]
)
def test_a_negative_statement_says_so(act: SpeechAct, shown: str) -> None:
    said = Statement(id="s1", kind="indirect", content=(Span(0, 1),), act=act, polarity="negative")
    row = StatementRow(id="s1", kind="statement", article="p1", record=said)
    assert show_act(row) == shown


@pytest.mark.parametrize("act", ["deny", "refuse"])
def test_a_denial_or_refusal_is_negative_by_itself(act: SpeechAct) -> None:
    said = Statement(id="s1", kind="indirect", content=(Span(0, 1),), act=act, polarity="negative")
    row = StatementRow(id="s1", kind="statement", article="p1", record=said)
    assert show_act(row) == act


@pytest.mark.parametrize(
    ("act", "cue", "shown"),
    [
        ("deny", "denied", "deny"),
        ("deny", "said", "deny, saying"),
        ("deny", "has told", "deny, saying"),
        ("dispute", "called", "dispute, saying"),
        ("refuse", "turned down", "refuse"),
        ("refuse", "declined to say", "refuse"),
        ("refuse", "says", "refuse, saying"),
        ("warn_against", "warned against", "warn against"),
        ("warn_of", "said", "warn of"),
    ],
)
def test_the_words_of_a_denial_are_not_shown_as_what_is_denied(
    act: SpeechAct, cue: str, shown: str
) -> None:
    said = Statement(id="s1", kind="indirect", content=(Span(0, 1),), act=act)
    row = StatementRow(id="s1", kind="statement", article="p1", record=said, cue=cue)
    assert show_act(row) == shown


LUND = Party(id="a1", name="Mira Lund", kind="person")
KENYA = Party(id="a2", name="Kenya", kind="state")


def make_act(**fields: object) -> ActRow:
    record = Act(id="e1", trigger=Span(0, 1), type="ASSAULT", denied_by=("a2",))
    return ActRow(id="e1", kind="act", article="p1", record=record, **fields)  # type: ignore[arg-type]


def test_an_act_names_who_tells_of_it_and_who_denies_it() -> None:
    row = make_act(who=(KENYA,), asserted_by=LUND, denied_by=(KENYA,))
    assert show_act(row) == "ASSAULT, denied by Kenya, says Mira Lund"


def test_who_tells_of_an_own_act_is_named_once() -> None:
    assert show_act(make_act(who=(LUND,), asserted_by=LUND)) == "ASSAULT, denied"


MAY_14 = When(earliest=date(2031, 5, 14), latest=date(2031, 5, 14), certainty="exact")
MAY_16 = When(earliest=date(2031, 5, 16), latest=date(2031, 5, 16), certainty="exact")


def test_a_report_is_cited_by_its_own_day() -> None:
    row = make_act(who=(LUND,), when=MAY_14, published=MAY_16, outlet="Gull Post")
    assert show_report(row) == "Gull Post, 16 May 2031"
    assert show_place(row) == "Mira Lund, 14 May 2031; Gull Post, 16 May 2031"
    same = make_act(who=(LUND,), when=MAY_16, published=MAY_16, outlet="Gull Post")
    assert show_place(same) == "Mira Lund; Gull Post, 16 May 2031"


def test_a_report_of_no_known_day_is_undated() -> None:
    row = make_act(when=MAY_14, published=UNKNOWN_WHEN, agency="AFP")
    assert show_report(row) == "outlet unknown (AFP), undated"


@pytest.mark.parametrize(
    ("kind", "words", "shown"),
    [
        ("indirect", "this", "Lund denied this."),
        ("indirect", "the charge", "Lund denied this."),
        ("indirect", "that it was late", "that it was late"),
        ("direct", "Never,", "“Never,”"),
    ],
)
def test_words_that_say_nothing_alone_are_shown_in_their_sentence(
    kind: StatementKind, words: str, shown: str
) -> None:
    said = Statement(id="s1", kind=kind, content=(Span(0, 1),))
    row = StatementRow(
        id="s1",
        kind="statement",
        article="p1",
        words=(words,),
        sentence="Lund denied this.",
        record=said,
    )
    assert show_said(row) == shown


def test_act_is_shown_in_its_sentence() -> None:
    act = Act(id="e1", trigger=Span(5, 11), type="COERCE")
    row = ActRow(
        id="e1", kind="act", article="p1", words=("shut",), sentence="Lund shut it.", record=act
    )
    assert show_said(row) == "Lund shut it."


def test_one_report_has_one_of_each_count() -> None:
    assert show_support(Counts(reports=1, outlets=1, lineages=1, origins=1)) == "1 report"
    assert show_support(Counts(reports=1, outlets=1, lineages=1, origins=2)) == (
        "1 report, 1 outlet, 1 lineage, 2 origins"
    )


def test_one_of_many_is_told_in_the_singular() -> None:
    assert show_value(make_row(1, "people").record) == "1 person"
    assert show_value(make_row(2, "months").record) == "2 months"
    assert show_measure(make_row(1, "people", "people killed")) == ("1", "people killed")
