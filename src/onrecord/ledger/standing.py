"""What all decisions together come to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.ledger.anchors import RowAnchor
from onrecord.ledger.codec import to_days
from onrecord.ledger.decisions import KINDS, ROW_VERDICTS, Decision, find_undone
from onrecord.ledger.persons import JOINS, PARTS, People
from onrecord.ledger.rows import DecisionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two rows that people have told to be of one account, or of two."""

    decision: str
    row: RowAnchor
    other: RowAnchor
    same: bool


@dataclass(slots=True, kw_only=True)
class Standing:
    """What the decisions that hold come to; `states` has every one of them by its id."""

    removed: set[str] = field(default_factory=set)  # article ids
    pinned: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)  # by article
    verdicts: dict[str, list[Decision]] = field(default_factory=dict)  # of rows, by article
    ties: dict[str, list[Tie]] = field(default_factory=dict)  # by each of their two articles
    people: People = field(default_factory=People)
    states: dict[str, DecisionState] = field(default_factory=dict)

    @property
    def pins(self) -> dict[str, str]:
        """The published dates that people have stated, by article, as the tables hold them."""
        return {article: "/".join(to_days(*days)) for article, days in self.pinned.items()}


def weigh_decisions(decisions: Iterable[Decision]) -> Standing:
    """Return what `decisions`, oldest first, come to.

    Of each article and of each pair the latest one holds; those about a row add up.
    """
    decisions = tuple(decisions)
    undone = find_undone(decisions)
    standing = Standing()
    ties: dict[frozenset[RowAnchor], Tie] = {}
    for decision in decisions:
        state: DecisionState = "undone" if decision.id in undone else "holds"
        if decision.kind not in KINDS:
            state = "unknown"
        standing.states[decision.id] = state
        if state == "holds":
            _take(standing, decision, ties)
    for id_ in standing.people.contradicting:
        standing.states[id_] = "contradicts"
    for id_ in standing.people.replaced:
        standing.states[id_] = "replaced"
    for tie in ties.values():
        for article in {tie.row.article, tie.other.article}:
            standing.ties.setdefault(article, []).append(tie)
    return standing


def _take(standing: Standing, decision: Decision, ties: dict[frozenset[RowAnchor], Tie]) -> None:
    kind, article = decision.kind, decision.article
    if kind in ROW_VERDICTS and decision.row is not None:
        standing.verdicts.setdefault(decision.row.article, []).append(decision)
    elif kind in (JOINS, PARTS):
        standing.people.take(decision)
    elif decision.row is not None and decision.other is not None:
        pair = frozenset({decision.row, decision.other})
        before = ties.pop(pair, None)
        if before is not None:
            standing.states[before.decision] = "replaced"
        ties[pair] = Tie(
            decision=decision.id,
            row=decision.row,
            other=decision.other,
            same=kind == "same event",
        )
    elif article is None:
        return
    elif kind == "remove":
        standing.removed.add(article)
    elif kind == "restore":
        standing.removed.discard(article)
    elif kind == "pin":
        standing.pinned[article] = (decision.earliest, decision.latest)
