"""The accounts of a story side by side: what each article reports, and how the reports relate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.ledger import AccountRow, FigureRow, Filter, Ledger, Row
from onrecord.records import Comparison, Counts, Relation
from onrecord.views.blank import ACCOUNT
from onrecord.views.days import show_days
from onrecord.views.formats import markdown_row, markdown_text
from onrecord.views.pairs import Pair, fold_pairs, show_reason
from onrecord.views.words import (
    show_act,
    show_counts,
    show_place,
    show_report,
    show_said,
    show_value,
    show_who,
    show_words,
)

# The relations that ask for attention come first.
RELATIONS: tuple[Relation, ...] = ("differ", "changed", "not comparable", "compatible", "agree")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """One account: its rows, and the comparisons between them, the telling ones first."""

    account: AccountRow
    rows: tuple[Row, ...]
    comparisons: tuple[Comparison, ...]


NO_SIDES = SideBySide(account=ACCOUNT, rows=(), comparisons=())


def find_side_by_side(ledger: Ledger, story_id: str) -> Iterator[SideBySide]:
    """Yield the accounts of a story that several rows share, those that differ first."""
    for account in rank_accounts(ledger, story_id):
        yield lay_side_by_side(ledger, account)


def rank_accounts(ledger: Ledger, story_id: str) -> list[AccountRow]:
    """Return the accounts of a story that several rows share, those that differ first."""
    accounts = (account for account in ledger.accounts(story_id) if len(account.rows) > 1)
    return sorted(accounts, key=_attention)


def lay_side_by_side(ledger: Ledger, account: AccountRow) -> SideBySide:
    """Return the rows of `account` and the comparisons between them, the telling ones first."""
    return SideBySide(
        account=account,
        rows=tuple(ledger.rows_by_id([ref.row for ref in account.rows])),
        comparisons=tuple(_choose_comparisons(ledger, account)),
    )


def sketch_side_by_side(
    ledger: Ledger, account: AccountRow, *, rows: int, comparisons: int
) -> SideBySide:
    """Return the first rows of `account` by day and its most telling comparisons.

    The rows that the comparisons are between are there as well, whatever their number.
    """
    chosen = tuple(islice(_choose_comparisons(ledger, account, comparisons), comparisons))
    first = {row.id: row for row in ledger.rows(Filter(account=account.id, limit=rows))}
    named = dict.fromkeys(ref.row for each in chosen for ref in (each.a, each.b))
    others = ledger.rows_by_id([id_ for id_ in named if id_ not in first])
    first |= {row.id: row for row in others}
    return SideBySide(account=account, rows=tuple(first.values()), comparisons=chosen)


def list_pairs(side: SideBySide) -> list[Pair]:
    """Return the pairs that the comparisons of `side` are of, in their order, copies as one."""
    return fold_pairs(side.comparisons, {row.id: row for row in side.rows})


def _choose_comparisons(
    ledger: Ledger, account: AccountRow, limit: int | None = None
) -> Iterator[Comparison]:
    """Yield the comparisons of `account`, the relations that ask for attention first.

    With `limit`, no more than that many of each relation.
    """
    for relation in RELATIONS:
        if account.relations.get(relation):
            yield from ledger.account_comparisons(account.id, relation=relation, limit=limit)


def side_by_side_cells(side: SideBySide) -> dict[str, str | int | None]:
    """Return one account as flat cells."""
    relations = side.account.relations
    return {
        "account": side.account.title,
        "kind": side.account.kind,
        "stand": ", ".join(f"{relations[r]} {r}" for r in RELATIONS if relations.get(r)),
        "sides": _tell_sides(side),
        **{relation: relations.get(relation, 0) for relation in RELATIONS},
        **_counts(side.account.counts),
        "id": side.account.id,
        "reasons": "; ".join(dict.fromkeys(c.reason for c in side.comparisons)),
    }


def _tell_sides(side: SideBySide) -> str:
    """Return the first pair that differs or changed: "40 (Lund, …) / 48 (Berg, …): two givers"."""
    for pair in list_pairs(side)[:1]:
        if pair.comparison.relation in ("differ", "changed"):
            reason = show_reason(pair.comparison, pair.a, pair.b)
            return f"{_tell(pair.a)} / {_tell(pair.b)}: {reason}"
    return ""


def _tell(row: Row) -> str:
    words = row.record.words if isinstance(row, FigureRow) else show_said(row)
    return f"{words} ({show_place(row)})"


def side_by_side_markdown(
    sides: Sequence[SideBySide], relation: Relation | None = None
) -> Iterator[str]:
    """Yield the lines of a Markdown document: a table and the relations for each account.

    With `relation`, pairs of no other are told but by their number.
    """
    for side in sides:
        yield f"## {markdown_text(side.account.title)}"
        yield ""
        yield f"{side.account.kind.capitalize()}, {show_counts(side.account.counts)}."
        yield ""
        yield markdown_row(("reported", "by", "does", "when", "published by")).decode().rstrip()
        yield "| --- | --- | --- | --- | --- |"
        for row in side.rows:
            yield markdown_row(_row_cells(row)).decode().rstrip()
        yield ""
        for pair in list_pairs(side):
            if relation in (None, pair.comparison.relation):
                yield f"- {_stand(pair)}"
        others = {r: n for r in RELATIONS if r != relation and (n := _count(side, r))}
        if relation is not None and others:
            told = ", ".join(f"{number} {other}" for other, number in others.items())
            yield f"- Of the other pairs of reports: {told}."
        yield ""


def _count(side: SideBySide, relation: Relation) -> int:
    return side.account.relations.get(relation, 0)


def _stand(pair: Pair) -> str:
    """Return how two reports stand to each other, with the words of both."""
    comparison = pair.comparison
    tags = f" ({', '.join(comparison.tags)})" if comparison.tags else ""
    times = " (in several reports)" if pair.times > 1 else ""
    reason = markdown_text(show_reason(comparison, pair.a, pair.b) + times)
    return f"**{comparison.relation}**{tags}: {reason}: {_side(pair.a)} / {_side(pair.b)}"


def _row_cells(row: Row) -> tuple[str, ...]:
    if isinstance(row, FigureRow):
        words = f"{show_value(row.record)}: {row.record.words}"
    else:
        words = show_words(row) if row.kind == "statement" else row.sentence
    return (words, show_who(row), show_act(row), show_days(row.when), show_report(row))


def _side(row: Row) -> str:
    words = row.record.words if isinstance(row, FigureRow) else show_words(row)
    act = show_act(row)
    return markdown_text(f"{act + ': ' if act else ''}{words} ({show_place(row)})")


def _attention(account: AccountRow) -> tuple[int, int, int, str]:
    relations = account.relations
    return (
        -relations.get("differ", 0),
        -relations.get("changed", 0),
        -account.counts.reports,
        account.id,
    )


def _counts(counts: Counts) -> dict[str, str | int | None]:
    return {
        "reports": counts.reports,
        "outlets": counts.outlets,
        "lineages": counts.lineages,
        "origins": counts.origins,
    }
