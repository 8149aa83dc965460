from datetime import date

from onrecord.ledger import FigureRow
from onrecord.records import UNKNOWN_WHEN, Figure, Span, When
from onrecord.views.details import tell_when


def make_row(when: When) -> FigureRow:
    record = Figure(id="f1", span=Span(0, 4), words="nine barges", low=9, high=9, unit="barges")
    return FigureRow(id="f1", kind="figure", article="p1", record=record, when=when)


def test_a_day_is_told_with_how_it_is_known() -> None:
    day = date(2031, 4, 1)
    row = make_row(When(earliest=day, latest=day, certainty="exact"))
    assert tell_when(row).startswith("1 Apr 2031 (exact")


def test_an_unknown_day_is_told_once() -> None:
    assert tell_when(make_row(UNKNOWN_WHEN)) == "date unknown"
