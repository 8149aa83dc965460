"""How good the readings are, as measured: the table that the page about the ledger shows."""

from dataclasses import dataclass
from functools import cache

from onrecord.data import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One score, what it was measured on, and the command that measures it again."""

    rows: str
    what: str
    score: str
    measured_on: str
    command: str


@cache
def read_accuracy() -> tuple[Measured, ...]:
    """Return the scores in the order of the file; docs/measures.md tells more of each."""
    return tuple(
        Measured(
            rows=line["rows"],
            what=line["what"],
            score=line["score"],
            measured_on=line["measured on"],
            command=line["command"],
        )
        for line in read_table("accuracy.csv")
    )
