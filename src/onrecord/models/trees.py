"""Boosted decision trees, evaluated with numpy over many rows at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
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
        for level in range(self.depth):
            nodes = slice(2**level - 1, 2 ** (level + 1) - 1)
            columns, thresholds = (
                each[:, nodes].ravel() for each in (self.columns, self.thresholds)
            )
            goes_right = cells.take(columns.take(place) + row_start) > thresholds.take(place)
            place = 2 * place + goes_right
        sums = self.values.ravel().take(place).sum(axis=1, dtype=np.float64) + self.base
        return np.asarray(sums, dtype=np.float32)
