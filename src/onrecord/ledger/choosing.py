"""What a filter chooses, asked once for the several rankings of a search."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.ledger.conditions import Value, Where

# A filter that chooses up to so many is asked once and kept; a wider one is asked of candidates.
FEW = 20_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows or articles for which `where` holds; `numbers` where they are few."""

    table: Literal["rows", "articles"]
    where: Where
    numbers: tuple[int, ...] | None

    def narrow(self, column: str) -> tuple[str, Sequence[Value]]:
        """Return the condition that the number in `column` is chosen, with its values.

        The plus keeps SQLite from looking words up anew for each number that is chosen; of what a
        wide filter chooses, only what has the words is looked up.
        """
        if not self.where.clauses:
            return "", ()
        if self.numbers is not None:
            return f"AND +{column} IN (SELECT value FROM json_each(?))", (json.dumps(self.numbers),)
        inner = f"SELECT 1 FROM {self.table} {self.where.join()} AND {self.table}.number = {column}"
        return f"AND EXISTS ({inner})", self.where.values

    def pick(self, connection: sqlite3.Connection, numbers: Sequence[int]) -> Sequence[int]:
        """Return those of `numbers` that are chosen."""
        if not self.where.clauses:
            return numbers
        found = connection.execute(
            f"SELECT number FROM {self.table} {self.where.join()}"
            f" AND {self.table}.number IN (SELECT value FROM json_each(?))",
            (*self.where.values, json.dumps(numbers)),
        )
        return [number for (number,) in found]


def choose(
    connection: sqlite3.Connection, table: Literal["rows", "articles"], where: Where
) -> Chosen:
    """Return what `where` chooses."""
    if not where.clauses:
        return Chosen(table, where, None)
    found = connection.execute(
        f"SELECT number FROM {table} {where.join()} LIMIT {FEW + 1}", where.values
    ).fetchall()
    few = tuple(number for (number,) in found) if len(found) <= FEW else None
    return Chosen(table, where, few)
