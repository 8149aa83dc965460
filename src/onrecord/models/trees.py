"""Boosted decision trees, evaluated with numpy over many rows at once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]


@dataclass(frozen=True, kw_only=True)
class Trees:
    """An ensemble of complete binary trees of one depth, stored level by level.

    `columns` and `thresholds` have shape `(n_trees, 2**depth - 1)`: node k of a tree sends a row
    to node 2k + 1 where `row[column] <= threshold`, else to 2k + 2. `values` has shape
    `(n_trees, 2**depth)`. A branch that ends early repeats its value below.
    """

    columns: Integers
    thresholds: Floats
    values: Floats
    base: float

    @property
    def depth(self) -> int:
        """The number of questions on the way from the root to a leaf."""
        return int(self.values.shape[1]).bit_length() - 1

    def sum_leaves(self, rows: Floats) -> Floats:
        """Return the log odds of each row of `rows`, shape `(n_rows,)`."""
        n_rows, n_columns = rows.shape
        cells = np.ascontiguousarray(rows, dtype=np.float32).ravel()
        row_start = (np.arange(n_rows, dtype=np.int32) * n_columns)[:, None]
        # The place of each row's node among the nodes of one level, of all trees side by side.
        place = np.arange(len(self.columns), dtype=np.int32)[None, :]
        for columns, thresholds in self._levels:
            goes_right = cells.take(columns.take(place) + row_start) > thresholds.take(place)
            place = 2 * place + goes_right
        sums = self.values.ravel().take(place).sum(axis=1, dtype=np.float64) + self.base
        return np.asarray(sums, dtype=np.float32)

    @cached_property
    def _levels(self) -> list[tuple[Integers, Floats]]:
        """Columns and thresholds of the nodes of each level, all trees side by side."""
        levels = [slice(2**level - 1, 2 ** (level + 1) - 1) for level in range(self.depth)]
        return [
            (self.columns[:, each].ravel(), self.thresholds[:, each].ravel()) for each in levels
        ]
