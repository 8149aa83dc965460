"""What people decided about one article."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from onrecord.ledger import Ledger
from onrecord.views.days import show_day

_WORDS = {"remove": "removed", "restore": "restored"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One decision in words."""

    when: datetime
    who: str
    what: str
    why: str


def find_history(ledger: Ledger, article: str) -> Iterator[Past]:
    """Yield the decisions about `article`, oldest first; those that were taken back say so."""
    found = [decision for decision in ledger.decisions() if decision.article == article]
    states = {row.decision.id: row.state for row in ledger.decided()} if found else {}
    for decision in found:
        what = _WORDS.get(decision.kind, decision.kind)
        if decision.kind == "pin" and decision.earliest is not None:
            what = f"published date stated: {show_day(decision.earliest)}"
        if states.get(decision.id) == "undone":
            what += ", undone"
        yield Past(when=decision.when, who=decision.who, what=what, why=decision.why)
