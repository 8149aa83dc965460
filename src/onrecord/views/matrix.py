"""Facts by outlets: who gives a fact, whose report fits, whose differs, who leaves it out.

Copies are folded under their origin: what nine papers print of one agency is one column.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.ledger import AccountRow, ArticleRow, Ledger, Row
from onrecord.records import Lineage, Relation, RowRef

State = Literal["differs", "changed", "compatible", "not comparable", "given", "absent"]
UNKNOWN = "outlet unknown"
PAIRS = 300  # of one relation of one fact that are looked at
# What a cell is called, from the relation of its rows to those of other cells that asks most for
# attention. Rows that agree with others make it "given" before any that are only compatible.
_STATES: tuple[tuple[Relation, State], ...] = (
    ("differ", "differs"),
    ("changed", "changed"),
    ("agree", "given"),
    ("compatible", "compatible"),
    ("not comparable", "not comparable"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """One who tells: an agency, or an outlet in reports of its own.

    `copied_by` are the outlets that print its reports, `articles` those reports and their copies.
    """

    name: str
    agency: bool
    copied_by: tuple[str, ...]
    articles: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one teller reports of one fact; `reason` is of the relation that named its state.

    `refs` are all of its rows, `row` the first of them: the one that has this relation, if any.
    """

    state: State
    row: Row | None = None
    refs: tuple[RowRef, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One account, with a cell for each teller in their order."""

    account: AccountRow
    cells: tuple[Cell, ...]


def find_tellers(
    lineages: Iterable[Lineage], articles: Mapping[str, ArticleRow]
) -> tuple[Teller, ...]:
    """Return the tellers of a story, those with the most reports first.

    A lineage is told by its agency, or else by the outlet of its earliest article.
    """
    told: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for lineage in lineages:
        own = [articles[id_] for id_ in lineage.articles if id_ in articles]
        if not own:
            continue
        first = min(own, key=lambda article: (article.published.earliest or date.max, article.id))
        name, agency = lineage.agency or first.agency, True
        if name is None or name == first.outlet:
            name, agency = first.outlet or UNKNOWN, False
        told[name, agency].update(article.id for article in own)
    tellers = []
    for (name, agency), ids in told.items():
        printed = {articles[id_].outlet or UNKNOWN for id_ in ids} - {name}
        tellers.append(
            Teller(
                name=name, agency=agency, copied_by=tuple(sorted(printed)), articles=frozenset(ids)
            )
        )
    return tuple(sorted(tellers, key=lambda t: (-len(t.articles), t.name, t.agency)))


def lay_facts(
    ledger: Ledger, accounts: Iterable[AccountRow], tellers: Sequence[Teller]
) -> list[Fact]:
    """Return a fact for each of `accounts`, in their order."""
    home = {id_: index for index, teller in enumerate(tellers) for id_ in teller.articles}
    return [
        Fact(account=account, cells=tuple(_lay_cells(ledger, account, home, len(tellers))))
        for account in accounts
    ]


def count_tellers(account: AccountRow, tellers: Sequence[Teller]) -> int:
    """Return how many of `tellers` report the account."""
    articles = {ref.article for ref in account.rows}
    return sum(1 for teller in tellers if not articles.isdisjoint(teller.articles))


def _lay_cells(
    ledger: Ledger, account: AccountRow, home: Mapping[str, int], number: int
) -> Iterator[Cell]:
    own: dict[int, list[RowRef]] = defaultdict(list)
    for ref in account.rows:
        if ref.article in home:
            own[home[ref.article]].append(ref)
    named: dict[int, tuple[State, str]] = {}
    for relation, state in _STATES:
        if len(named) == len(own) or not account.relations.get(relation):
            continue
        for first, second, reason in ledger.account_pairs(account.id, relation, limit=PAIRS):
            ends = home.get(first.article), home.get(second.article)
            if ends[0] == ends[1] and relation != "differ":
                continue  # what one teller gives of two days, or twice
            for end, ref in zip(ends, (first, second), strict=True):
                if end in own and end not in named:
                    named[end] = (state, reason)
                    own[end].sort(key=lambda each: each.row != ref.row)
    rows = dict(zip(own, ledger.rows_by_id([refs[0].row for refs in own.values()]), strict=True))
    for index in range(number):
        if index not in own:
            yield Cell(state="absent")
            continue
        state, reason = named.get(index, ("given", ""))
        yield Cell(state=state, row=rows[index], refs=tuple(own[index]), reason=reason)
