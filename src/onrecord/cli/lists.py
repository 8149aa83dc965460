"""Print a list of rows: what the five list commands have in common."""

import shutil
import sys
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.cli.ledgers import make_filter, open_ledger
from onrecord.cli.output import choose_by_suffix, open_output
from onrecord.ledger import Filter, Ledger
from onrecord.views.blank import BLANK
from onrecord.views.cells import COUNTS_LEGEND, TABLE_COLUMNS, ToCells
from onrecord.views.formats import Format, write_rows

T = TypeVar("T")
# Rows that a table shows where no limit was asked for; files and pipes get all.
_SCREEN = 50
_SUFFIXES: dict[str, Format] = {
    ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".md": "md",
    ".txt": "table",
}  # fmt: skip


def print_list(
    noun: str,
    ask: Callable[[Ledger, Filter], Iterable[T]],
    to_cells: ToCells[T],
    *,
    ledger: Path,
    format_: Format | None,
    output: Path | None,
    filters: dict[str, Any],
) -> None:
    """Ask the ledger for rows and print them; talk about them goes to standard error."""
    chosen = choose_format(format_, output)
    with open_ledger(ledger) as opened:
        rows: Iterable[T] = ask(opened, make_filter(opened, filters))
        trimmed = chosen == "table" and filters.get("limit") is None
        if trimmed:
            rows = islice(rows, _SCREEN)
        with open_output(output) as stream:
            count = write_rows(
                rows,
                to_cells,
                stream,
                format_=chosen,
                columns=TABLE_COLUMNS[noun],
                blank=BLANK[noun],
                width=screen_width(),
            )
    if count == 0:
        click.echo(f"No {noun} fit.", err=True)
    elif chosen == "table":
        if "r·o·l·o" in TABLE_COLUMNS[noun]:
            click.echo(COUNTS_LEGEND, err=True)
        if trimmed and count == _SCREEN:
            click.echo(f"The first {_SCREEN}; more with --limit and --offset.", err=True)


def choose_format(format_: Format | None, output: Path | None) -> Format:
    """Return the format asked for, or that of the file's suffix, or what suits the reader."""
    if format_ is not None:
        return format_
    if output is not None:
        return choose_by_suffix(output, _SUFFIXES) or "jsonl"
    return "table" if sys.stdout.isatty() else "jsonl"


def screen_width() -> int:
    """Return how many characters a line may have: the terminal's, 120 where there is none."""
    return max(60, shutil.get_terminal_size((120, 24)).columns)
