import sys
from datetime import date
from typing import Any

import pytest

from onrecord.errors import MissingExtraError
from onrecord.exports.dyads import NO_DYAD
from onrecord.ledger.rows import ActRow, FigureRow
from onrecord.records import Act, Figure, Span, When
from onrecord.views.columns import COLUMNS, SHARED
from onrecord.views.frames import (
    Noun,
    make_columns,
    to_arrow,
    to_pandas,
    to_polars,
)

FIGURE = FigureRow(
    id="f1",
    kind="figure",
    article="p1",
    words=("more than 40 ships",),
    spans=(Span(3, 21),),
    when=When(earliest=date(1453, 5, 29), latest=date(1453, 5, 29), certainty="exact"),
    record=Figure(id="f1", span=Span(3, 21), words="more than 40 ships", low=40, low_open=True),
)


@pytest.mark.parametrize("noun", ["statements", "acts", "figures", "articles", "stories"])
def test_there_are_columns_without_rows(noun: Noun) -> None:
    columns = make_columns(noun, [])
    assert {"id", "earliest"} <= {column.name for column in columns}
    assert all(list(column.values) == [] for column in columns)


@pytest.mark.parametrize("noun", [noun for noun in COLUMNS if noun != "dyads"])
def test_each_column_has_a_meaning(noun: Noun) -> None:
    shared = SHARED if noun in ("statements", "acts", "figures") else {}
    told = {column.name for column in make_columns(noun, [])}
    assert told == {*COLUMNS[noun], *shared}


def test_each_column_of_dyads_has_a_meaning() -> None:
    assert list(COLUMNS["dyads"]) == list(NO_DYAD)


def test_values_are_of_their_columns_type() -> None:
    types = {"text": str, "whole": int, "number": int | float, "truth": bool, "day": date}
    act = ActRow(
        id="e1", kind="act", article="p1", record=Act(id="e1", trigger=Span(0, 1), type="AID")
    )
    nouns: list[tuple[Noun, Any]] = [("figures", FIGURE), ("acts", act)]
    for noun, row in nouns:
        for column in make_columns(noun, [row]):
            [value] = column.values
            assert value is None or isinstance(value, types[column.type]), column


def test_pandas_takes_days_before_1677_and_gaps() -> None:
    pytest.importorskip("pandas")
    table = to_pandas(make_columns("figures", [FIGURE]))
    assert table["earliest"][0].date() == date(1453, 5, 29)
    assert table["low"][0] == 40
    assert table["outlet"].isna()[0]
    assert bool(table["low open"][0])


def test_polars_takes_the_same() -> None:
    pytest.importorskip("polars")
    table = to_polars(make_columns("figures", [FIGURE]))
    assert table["earliest"][0] == date(1453, 5, 29)
    assert table["outlet"][0] is None
    assert to_polars(make_columns("figures", [])).columns == table.columns


def test_arrow_takes_the_same() -> None:
    pytest.importorskip("pyarrow")
    table = to_arrow(make_columns("figures", [FIGURE]))
    assert table["earliest"][0].as_py() == date(1453, 5, 29)
    assert table["start"][0].as_py() == 3
    assert to_arrow(make_columns("figures", [])).schema == table.schema


@pytest.mark.parametrize(
    ("library", "extra", "make"),
    [
        ("pandas", "pandas", to_pandas),
        ("polars", "polars", to_polars),
        ("pyarrow", "arrow", to_arrow),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, library: str, extra: str, make: Any
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(
        MissingExtraError, match=rf"{library} is not installed.*onrecord\[{extra}\]"
    ):
        make(make_columns("figures", [FIGURE]))
