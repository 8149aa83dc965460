"""The accounts of a story: which to show, and their rows folded by who told them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ledger import AccountRow, Filter, Ledger, Row
from onrecord.records import Lineage, Relation, RowKind
from onrecord.views.side_by_side import RELATIONS, SideBySide, rank_accounts
from onrecord.web.desk import Desk
from onrecord.web.questions import Question
from onrecord.web.story_head import StoryHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The rows of one lineage: of several, one is told and the others are copies or versions."""

    lineage: Lineage | None
    rows: tuple[Row, ...]


def recall_accounts(desk: Desk, ledger: Ledger, story: str) -> Sequence[AccountRow]:
    """Return the accounts of a story that several rows share, those that differ first."""
    return desk.remembered.ask(ledger, ("accounts", story), lambda: rank_accounts(ledger, story))


def choose_accounts(
    desk: Desk,
    ledger: Ledger,
    head: StoryHead,
    filter_: Filter,
    question: Question,
    *,
    kind: RowKind | None = None,
) -> list[AccountRow]:
    """Return the accounts that several rows share, those that differ first.

    With a filter, those are left in which it chooses a row.
    """
    accounts = [
        account
        for account in recall_accounts(desk, ledger, head.story.id)
        if kind is None or account.kind == kind
    ]
    if not question.narrows:
        return accounts
    told = ledger.accounts_with(filter_)
    return [account for account in accounts if account.id in told]


def fold_tellings(side: SideBySide, head: StoryHead) -> list[Telling]:
    """Return the rows of an account by lineage, in the order of their first rows."""
    lineage_of = head.lineage_of
    told: dict[str, list[Row]] = defaultdict(list)
    for row in side.rows:
        lineage = lineage_of.get(row.article)
        told[lineage.id if lineage else row.article].append(row)
    return [
        Telling(lineage=lineage_of.get(rows[0].article), rows=tuple(rows)) for rows in told.values()
    ]


def count_relations(accounts: Sequence[AccountRow], relation: Relation) -> int:
    """Return in how many accounts two rows stand so to each other."""
    return sum(1 for account in accounts if account.relations.get(relation))


def read_relation(text: str) -> Relation | None:
    """Return the relation that `text` names, if it does."""
    return next((relation for relation in RELATIONS if relation == text), None)
