"""The whole ledger as tables: one file for each kind of row, joined by their ids."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from onrecord.exports.lines import write_lines
from onrecord.ledger import Filter, Ledger
from onrecord.views.blank import BLANK
from onrecord.views.columns import tell_columns
from onrecord.views.formats import write_rows
from onrecord.views.frames import CELLS, Noun, load_extra, make_columns, to_arrow

Form = Literal["csv", "jsonl", "parquet"]
_AT_A_TIME = 5_000  # rows of a Parquet file that are in memory


def write_tables(
    ledger: Ledger, folder: Path, *, form: Form, filter_: Filter
) -> Iterator[tuple[Path, int]]:
    """Write the tables to `folder`, yielding each file with how many rows it has.

    Parquet needs pyarrow; `MissingExtraError` says so before anything is written.
    """
    if form == "parquet":
        load_extra("pyarrow", "parquet")
    for noun, rows in _list_rows(ledger, filter_):
        path = folder / f"{noun}.{form}"
        yield path, _write_table(path, noun, rows, form)
    if form == "jsonl":
        readings = (ledger.article(row.id) for row in ledger.articles(filter_))
        yield write_lines(folder / "readings.jsonl", readings)
    else:
        yield write_columns(folder, {noun: CELLS[noun](BLANK[noun]) for noun in CELLS})


def write_columns(folder: Path, tables: Mapping[str, Iterable[str]]) -> tuple[Path, int]:
    """Write what each column of the tables means, and return the file with how many there are."""
    path = folder / "columns.csv"
    told = [each for table, columns in tables.items() for each in tell_columns(table, columns)]
    with path.open("wb") as stream:
        write_rows(told, lambda each: each, stream, format_="csv", columns=(), blank=told[0])
    return path, len(told)


def _list_rows(ledger: Ledger, filter_: Filter) -> Iterator[tuple[Noun, Iterable[Any]]]:
    yield "stories", ledger.stories(filter_)
    yield "articles", ledger.articles(filter_)
    yield "statements", ledger.statements(filter_)
    yield "acts", ledger.acts(filter_)
    yield "figures", ledger.figures(filter_)
    sagas = [row.id for row in ledger.stories(replace(filter_, kind="saga"))]
    yield "accounts", (account for saga in sagas for account in ledger.accounts(saga))
    yield "comparisons", (each for saga in sagas for each in ledger.comparisons(saga))


def _write_table(path: Path, noun: Noun, rows: Iterable[Any], form: Form) -> int:
    if form == "parquet":
        return _write_parquet(path, noun, iter(rows))
    with path.open("wb") as stream:
        return write_rows(rows, CELLS[noun], stream, format_=form, columns=(), blank=BLANK[noun])


def _write_parquet(path: Path, noun: Noun, rows: Iterator[Any]) -> int:
    from pyarrow import parquet

    count = 0
    table = to_arrow(make_columns(noun, list(islice(rows, _AT_A_TIME))))
    with parquet.ParquetWriter(path, table.schema) as writer:
        while table.num_rows:
            writer.write_table(table)
            count += table.num_rows
            table = to_arrow(make_columns(noun, list(islice(rows, _AT_A_TIME))))
    return count
