import pytest

from onrecord.ledger.rows import FigureRow, StatementRow
from onrecord.records import Figure, Span, SpeechAct, Statement
from onrecord.views.words import show_act, show_figure_subject, show_measure, show_value


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
