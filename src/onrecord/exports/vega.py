"""Figures that several reports give, as charts in Vega-Lite's grammar, with their data inside."""

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.ledger import AccountRow, FigureRow, Filter, Ledger
from onrecord.views.charts import COLOUR, find_ends
from onrecord.views.words import show_parties, show_publisher, show_value, show_when

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
LEAST = 2  # figures with a number; one alone is no chart

Spec = dict[str, Any]


def make_figure_specs(ledger: Ledger, filter_: Filter) -> Iterator[tuple[AccountRow, Spec]]:
    """Yield the accounts of figures that `filter_` chooses, each with its chart.

    An account is chosen if one of its figures is; the chart then has them all.
    """
    accounts = dict.fromkeys(
        row.account for row in ledger.figures(filter_) if row.account is not None
    )
    for id_ in accounts:
        account = ledger.account(id_)
        if len(account.rows) < LEAST:
            continue
        rows = [ledger.row(ref.row) for ref in account.rows]
        figures = [row for row in rows if isinstance(row, FigureRow) and _has_number(row)]
        if len(figures) >= LEAST:
            yield account, make_spec(account.title, figures)


def make_spec(title: str, rows: Sequence[FigureRow]) -> Spec:
    """Return a chart of `rows`: a line a report, values across.

    A point is a value, a bar a range; a hollow point is excluded itself ("more than"), and a
    triangle points to where the words leave the other end open.
    """
    tooltip = [
        {"field": name, "type": "nominal"}
        for name in ("value", "words", "given by", "published by", "as of")
    ]
    y = {"field": "report", "type": "nominal", "sort": None, "title": None}
    across = {"type": "quantitative", "title": _name_unit(rows), "scale": {"zero": False}}
    return {
        "$schema": SCHEMA,
        "title": title,
        "description": f"{len(rows)} reports of one figure: {title}",
        "width": 480,
        "data": {"values": [_make_value(number, row) for number, row in enumerate(rows, 1)]},
        "encoding": {"y": y, "tooltip": tooltip, "color": {"value": COLOUR}},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 3},
                "transform": [{"filter": "datum.low !== null && datum.high !== null"}],
                "encoding": {"x": {"field": "low", **across}, "x2": {"field": "high"}},
            },
            *(_draw_end(end, across) for end in ("low", "high")),
            *(_draw_open_side(end, across) for end in ("low", "high")),
        ],
    }


def _draw_end(end: str, across: Spec) -> Spec:
    """Return the points at one end, hollow where the words exclude it."""
    return {
        "mark": {"type": "point", "size": 60},
        "transform": [{"filter": f"datum.{end} !== null"}],
        "encoding": {
            "x": {"field": end, **across},
            "fillOpacity": {
                "condition": {"test": f"datum.{end}_open", "value": 0},
                "value": 1,
            },
            "fill": {"value": COLOUR},
        },
    }


def _draw_open_side(end: str, across: Spec) -> Spec:
    """Return the triangles beside `end` where the words say nothing of the other one."""
    other, angle = ("high", 90) if end == "low" else ("low", -90)
    return {
        "mark": {
            "type": "point",
            "shape": "triangle-up",
            "angle": angle,
            "xOffset": 12 if end == "low" else -12,
            "filled": True,
        },
        "transform": [{"filter": f"datum.{end} !== null && datum.{other} === null"}],
        "encoding": {"x": {"field": end, **across}},
    }


def _make_value(number: int, row: FigureRow) -> dict[str, Any]:
    figure = row.record
    low, high = find_ends(figure)
    publisher = show_publisher(row.outlet, row.agency)
    return {
        "report": f"{number}. {publisher}",
        "low": low,
        "high": high,
        "low_open": figure.low_open,
        "high_open": figure.high_open,
        "value": show_value(figure),
        "words": figure.words,
        "given by": show_parties(row.who),
        "published by": publisher,
        "as of": show_when(row),
        "id": row.id,
    }


def _has_number(row: FigureRow) -> bool:
    return row.record.low is not None or row.record.high is not None


def _name_unit(rows: Sequence[FigureRow]) -> str | None:
    units = {"%" if row.record.unit == "share" else row.record.unit for row in rows}
    return units.pop() if len(units) == 1 else None
