import pytest

from onrecord.ledger.rows import FigureRow
from onrecord.records import Figure, Span
from onrecord.views.words import show_figure_beside, show_figure_subject, show_value


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
    ("row", "beside", "subject"),
    [
        (make_row(6, "h"), "6 h", ""),
        (make_row(6, "h", place="Skarn"), "6 h Skarn", "Skarn"),
        (make_row(60, "observers", "observers"), "60 observers", "observers"),
        (make_row(9, "people", "sailors"), "9 people sailors", "sailors"),
    ],
)
def test_unit_is_told_once_beside_a_value(row: FigureRow, beside: str, subject: str) -> None:
    assert f"{show_value(row.record)} {show_figure_beside(row)}".strip() == beside
    assert show_figure_subject(row) == subject
