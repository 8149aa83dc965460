"""Rows as typed columns, for Arrow, pandas and polars: the columns are those of the CSV files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from onrecord.errors import MissingExtraError
from onrecord.views.blank import BLANK
from onrecord.views.cells import (
    Cells,
    account_cells,
    act_cells,
    article_cells,
    comparison_cells,
    figure_cells,
    statement_cells,
    story_cells,
)

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Noun = Literal["statements", "acts", "figures", "articles", "stories", "accounts", "comparisons"]
Type = Literal["text", "whole", "number", "truth", "day"]

CELLS: Mapping[Noun, Callable[[Any], Cells]] = {
    "statements": statement_cells,
    "acts": act_cells,
    "figures": figure_cells,
    "articles": article_cells,
    "stories": story_cells,
    "accounts": account_cells,
    "comparisons": comparison_cells,
}
_TYPES: Mapping[str, Type] = {
    **dict.fromkeys(("earliest", "latest", "published earliest", "published latest"), "day"),
    **dict.fromkeys(("start", "end", "a start", "a end", "b start", "b end"), "whole"),
    **dict.fromkeys(("articles", "statements", "acts", "figures"), "whole"),
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
    to_cells = CELLS[noun]
    cells = [to_cells(row) for row in rows]
    columns = []
    for name in to_cells(BLANK[noun]):
        type_ = _type_of(noun, name)
        columns.append(Column(name, type_, [_read_cell(type_, each[name]) for each in cells]))
    return columns


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


def _type_of(noun: Noun, name: str) -> Type:
    if (noun, name) == ("articles", "rows"):  # of an account, the rows' ids
        return "whole"
    return _TYPES.get(name, "text")


def _read_cell(type_: Type, cell: Any) -> Any:
    return date.fromisoformat(cell) if cell is not None and type_ == "day" else cell
