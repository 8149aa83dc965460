"""Rows of one noun, narrowed step by step, and looked up when they are asked for."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord.ledger.filters import EVERYTHING, Filter

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from onrecord.views.frames import Column, Noun

R = TypeVar("R")


class Selection(Generic[R]):
    """The rows of one noun that fit a filter: iterate over them, narrow them, or take a table.

    Each iteration asks the ledger anew. Tables have the columns of `onrecord export`.
    """

    def __init__(
        self, noun: "Noun", ask: Callable[[Filter], Iterator[R]], filter_: Filter = EVERYTHING
    ) -> None:
        self._noun = noun
        self._ask = ask
        self.filter = filter_

    def __call__(self, filter_: Filter = EVERYTHING) -> Iterator[R]:
        """Yield the rows that `filter_` chooses."""
        return self._ask(filter_)

    def __iter__(self) -> Iterator[R]:
        return self._ask(self.filter)

    def __repr__(self) -> str:
        set_ = (
            f"{name}={value!r}"
            for name in Filter.__slots__
            if (value := getattr(self.filter, name)) != getattr(EVERYTHING, name)
        )
        return f"<{self._noun} where({', '.join(set_)})>"

    def where(self, **conditions: object) -> "Selection[R]":
        """Return these rows narrowed by `conditions`, the fields of `Filter`.

        A condition that is set already is set anew. Days may be text, such as "2022-01"; a value
        that means nothing raises `FilterError`.
        """
        from onrecord.ledger.grammar import read_filter

        return Selection(self._noun, self._ask, read_filter(conditions, base=self.filter))

    def to_arrow(self) -> "pa.Table":
        """Return the rows as an Arrow table: `pip install 'onrecord[arrow]'`."""
        from onrecord.views.frames import to_arrow

        return to_arrow(self._make_columns())

    def to_pandas(self) -> "pd.DataFrame":
        """Return the rows as a pandas frame: `pip install 'onrecord[pandas]'`."""
        from onrecord.views.frames import to_pandas

        return to_pandas(self._make_columns())

    def to_polars(self) -> "pl.DataFrame":
        """Return the rows as a polars frame: `pip install 'onrecord[polars]'`."""
        from onrecord.views.frames import to_polars

        return to_polars(self._make_columns())

    def _make_columns(self) -> "list[Column]":
        from onrecord.views.frames import make_columns

        return make_columns(self._noun, self)
