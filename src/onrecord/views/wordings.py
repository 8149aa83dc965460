"""Of what several reports print of one quotation or figure, what most of them have."""

import re
from collections.abc import Mapping, Sequence

from onrecord.ledger import FigureRow, Row, StatementRow

_WORD = re.compile(r"\w+")


def count_wordings(rows: Sequence[Row], lineage_of: Mapping[str, str]) -> dict[str, int]:
    """Return how many lineages print the words of each row of one account, whole or cut, or give
    the value of a figure.

    "Not one farm was hit" and "Not one farm was hit, not one" bear each other out, and "No farm was
    hit" neither. What is no quotation is as good as the best one.
    """
    quoted = {row.id: told for row in rows if (told := _tell(row)) is not None}
    tells = {row.id: lineage_of.get(row.article, row.article) for row in rows}
    counts = {
        id_: len({tells[other] for other, its in quoted.items() if words in its or its in words})
        for id_, words in quoted.items()
    }
    most = max(counts.values(), default=0)
    return {row.id: counts.get(row.id, most) for row in rows}


def list_other_values(figure: Row, rows: Sequence[Row]) -> list[Row]:
    """Return those of `rows` that give another value than `figure`; none where it is no figure."""
    if not isinstance(figure, FigureRow):
        return []
    return [row for row in rows if _tell(row) != _tell(figure)]


def _tell(row: Row) -> str | None:
    """Return what has to be the same: the value of a figure, or the words of a quotation."""
    if isinstance(row, FigureRow):
        figure = row.record
        return f"{figure.low} {figure.low_open} {figure.high} {figure.high_open}"
    if not isinstance(row, StatementRow) or row.record.kind != "direct":
        return None
    return f" {' '.join(_WORD.findall(' '.join(row.words).casefold()))} "
