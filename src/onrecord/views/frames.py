"""Rows as typed columns, for Arrow, pandas and polars: the columns are those of the CSV files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from onrecord.errors import MissingExtraError
from onrecord.ledger.rows import (
    ActRow,
    ArticleRow,
    FigureRow,
    StatementRow,
    StoryRow,
)
from onrecord.records import UNKNOWN_WHEN, Act, Figure, Span, Statement
from onrecord.views.cells import (
    Cells,
    act_cells,
    article_cells,
    figure_cells,
    statement_cells,
    story_cells,
)

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Noun = Literal["statements", "acts", "figures", "articles", "stories"]
Type = Literal["text", "whole", "number", "truth", "day"]

# Rows that say nothing: what columns there are does not hang on there being rows.
_NOWHERE = Span(0, 0)
_BLANK: Mapping[Noun, tuple[Any, Callable[[Any], Cells]]] = {
    "statements": (
        StatementRow(
            id="", kind="statement", article="", record=Statement(id="", kind="direct", content=())
        ),
        statement_cells,
    ),
    "acts": (
        ActRow(id="", kind="act", article="", record=Act(id="", trigger=_NOWHERE, type="STATE")),
        act_cells,
    ),
    "figures": (
        FigureRow(id="", kind="figure", article="", record=Figure(id="", span=_NOWHERE, words="")),
        figure_cells,
    ),
    "articles": (
        ArticleRow(
            id="", origin="", version="", headline=None, outlet=None, agency=None, byline=None,
            url=None, language=None, published=UNKNOWN_WHEN, episode=None, saga=None, lineage=None,
            statements=0, acts=0, figures=0, originals=(), added=None,
        ),
        article_cells,
    ),
    "stories": (
        StoryRow(
            id="", kind="saga", name="", parent=None, earliest=None, latest=None, articles=0,
            outlets=0, lineages=0, statements=0, acts=0, figures=0, differences=0,
        ),
        story_cells,
    ),
}  # fmt: skip
_TYPES: Mapping[str, Type] = {
    **dict.fromkeys(("earliest", "latest", "published earliest", "published latest"), "day"),
    **dict.fromkeys(("start", "end", "rows", "articles", "statements", "acts", "figures"), "whole"),
    **dict.fromkeys(("reports", "outlets", "lineages", "origins", "differences"), "whole"),
    **dict.fromkeys(("low", "high"), "number"),
    **dict.fromkeys(("low open", "high open", "background"), "truth"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what its values are, and the values, `None` where there is none."""

    name: str
    type: Type
    values: Sequence[str | int | float | bool | date | None]


def make_columns(noun: Noun, rows: Iterable[Any]) -> list[Column]:
    """Return the columns of `rows`; without rows, the same columns without values."""
    blank, to_cells = _BLANK[noun]
    cells = [to_cells(row) for row in rows]
    return [
        Column(name, _type_of(name), [_read_cell(name, each[name]) for each in cells])
        for name in to_cells(blank)
    ]


def to_arrow(columns: Sequence[Column]) -> "pa.Table":
    """Return an Arrow table; raise `MissingExtraError` without pyarrow."""
    arrow = load_extra("pyarrow", "arrow")
    types = {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "truth": arrow.bool_(),
        "day": arrow.date32(),
    }
    return arrow.table({each.name: arrow.array(each.values, types[each.type]) for each in columns})


def to_pandas(columns: Sequence[Column]) -> "pd.DataFrame":
    """Return a pandas frame whose gaps are gaps; raise `MissingExtraError` without pandas.

    Days are datetime64 by the second, since history goes back further than nanoseconds do.
    """
    pandas = load_extra("pandas", "pandas")
    types = {
        "text": "string",
        "whole": "Int64",
        "number": "float64",
        "truth": "boolean",
        "day": "datetime64[s]",
    }
    return pandas.DataFrame(
        {each.name: pandas.Series(each.values, dtype=types[each.type]) for each in columns}
    )


def to_polars(columns: Sequence[Column]) -> "pl.DataFrame":
    """Return a polars frame; raise `MissingExtraError` without polars."""
    polars = load_extra("polars", "polars")
    types = {
        "text": polars.String,
        "whole": polars.Int64,
        "number": polars.Float64,
        "truth": polars.Boolean,
        "day": polars.Date,
    }
    return polars.DataFrame(
        {each.name: each.values for each in columns},
        schema={each.name: types[each.type] for each in columns},
    )


def load_extra(library: str, extra: str) -> Any:
    """Return a library that is not always installed, or say how to install it."""
    try:
        return import_module(library)
    except ImportError as error:
        raise MissingExtraError(library, extra=extra) from error


def _type_of(name: str) -> Type:
    return _TYPES.get(name, "text")


def _read_cell(name: str, cell: Any) -> Any:
    return date.fromisoformat(cell) if cell is not None and _type_of(name) == "day" else cell
