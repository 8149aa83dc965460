"""The whole ledger as files: one table for each kind of row, joined by their ids."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.errors import OnRecordError
from onrecord.ledger import AccountRow, Filter, Ledger
from onrecord.records import Comparison
from onrecord.views.cells import (
    Cells,
    act_cells,
    article_cells,
    figure_cells,
    statement_cells,
    story_cells,
)
from onrecord.views.formats import Format, write_rows


def write_tables(
    ledger: Ledger, directory: Path, *, format_: Format, filter_: Filter
) -> Iterator[tuple[Path, int]]:
    """Write the tables to `directory`, yielding each file with how many rows it has.

    Raises `OnRecordError` where a file cannot be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for name, rows, to_cells in _tables(ledger, filter_, format_):
            path = directory / f"{name}.{format_}"
            with path.open("wb") as stream:
                count = write_rows(rows, to_cells, stream, format_=format_, columns=())
            yield path, count
    except OSError as error:
        raise OnRecordError(
            f"{directory}: cannot be written ({error.strerror}); choose another folder"
        ) from error


def _tables(
    ledger: Ledger, filter_: Filter, format_: Format
) -> Iterator[tuple[str, Iterable[Any], Callable[[Any], Cells]]]:
    yield "stories", ledger.stories(filter_), story_cells
    yield "articles", ledger.articles(filter_), article_cells
    yield "statements", ledger.statements(filter_), statement_cells
    yield "acts", ledger.acts(filter_), act_cells
    yield "figures", ledger.figures(filter_), figure_cells
    sagas = [row.id for row in ledger.stories(replace(filter_, kind="saga"))]
    accounts = (account for saga in sagas for account in ledger.accounts(saga))
    yield "accounts", accounts, _account_cells
    comparisons = (comparison for saga in sagas for comparison in ledger.comparisons(saga))
    yield "comparisons", comparisons, _comparison_cells
    if format_ == "jsonl":
        readings = (ledger.article(row.id) for row in ledger.articles(filter_))
        yield "readings", readings, dict


def _account_cells(account: AccountRow) -> Cells:
    counts = account.counts
    return {
        "id": account.id,
        "kind": account.kind,
        "story": account.story,
        "title": account.title,
        "rows": " ".join(ref.row for ref in account.rows),
        "reports": counts.reports,
        "outlets": counts.outlets,
        "lineages": counts.lineages,
        "origins": counts.origins,
    }


def _comparison_cells(comparison: Comparison) -> Cells:
    return {
        "account": comparison.account,
        "relation": comparison.relation,
        "reason": comparison.reason,
        "tags": " ".join(comparison.tags),
        "a": comparison.a.row,
        "a article": comparison.a.article,
        "a start": comparison.a_span.start,
        "a end": comparison.a_span.end,
        "b": comparison.b.row,
        "b article": comparison.b.article,
        "b start": comparison.b_span.start,
        "b end": comparison.b_span.end,
    }
