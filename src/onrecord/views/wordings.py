"""Of what several reports print of one quotation, the wording that most of them have."""

import re
from collections.abc import Mapping, Sequence

from onrecord.ledger import Row, StatementRow

_WORD = re.compile(r"\w+")


def count_wordings(rows: Sequence[Row], lineage_of: Mapping[str, str]) -> dict[str, int]:
    """Return how many lineages print the words of each row of one account, whole or cut.

    "Not one farm was hit" and "Not one farm was hit, not one" bear each other out, and "No farm was
    hit" neither. What is no quotation is as good as the best one.
    """
    quoted = {row.id: _fold(row) for row in rows if _is_quotation(row)}
    tells = {row.id: lineage_of.get(row.article, row.article) for row in rows}
    counts = {
        id_: len({tells[other] for other, its in quoted.items() if words in its or its in words})
        for id_, words in quoted.items()
    }
    most = max(counts.values(), default=0)
    return {row.id: counts.get(row.id, most) for row in rows}


def _is_quotation(row: Row) -> bool:
    return isinstance(row, StatementRow) and row.record.kind == "direct"


def _fold(row: Row) -> str:
    return f" {' '.join(_WORD.findall(' '.join(row.words).casefold()))} "
