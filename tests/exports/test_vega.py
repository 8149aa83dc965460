from collections.abc import Iterator
from typing import Any

from onrecord.exports.vega import SCHEMA, make_spec
from onrecord.ledger import FigureRow
from onrecord.records import Figure, Span


def make_row(
    low: float | None, high: float | None, *, open_: bool = False, unit: str = "ships"
) -> FigureRow:
    span = Span(0, 4)
    record = Figure(id="f1", span=span, words="some", low=low, high=high, low_open=open_, unit=unit)
    return FigureRow(id="f1", kind="figure", article="p1", spans=(span,), record=record)


def test_a_chart_holds_its_data_and_names_only_fields_that_are_there() -> None:
    spec = make_spec("Ships", [make_row(40, None, open_=True), make_row(45, 50)])
    assert spec["$schema"] == SCHEMA
    values = spec["data"]["values"]
    assert [(each["low"], each["high"]) for each in values] == [(40, None), (45, 50)]
    assert [each["low_open"] for each in values] == [True, False]
    assert len({each["report"] for each in values}) == 2
    assert set(find_fields(spec)) <= values[0].keys()
    assert {layer["mark"]["type"] for layer in spec["layer"]} == {"rule", "point"}
    assert spec["layer"][0]["encoding"]["x"]["title"] == "ships"


def test_shares_are_in_per_cent() -> None:
    spec = make_spec("Ships", [make_row(25, 25, unit="%"), make_row(0.5, None, unit="share")])
    values = spec["data"]["values"]
    assert [(each["low"], each["high"]) for each in values] == [(25, 25), (50, None)]
    assert spec["layer"][0]["encoding"]["x"]["title"] == "%"


def find_fields(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("field"), str):
            yield value["field"]
        for each in value.values():
            yield from find_fields(each)
    elif isinstance(value, list):
        for each in value:
            yield from find_fields(each)
