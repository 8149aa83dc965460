"""Write rows as an aligned table, JSON Lines, CSV or a Markdown table."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO, Literal, TypeVar

import msgspec

from onrecord.views.cells import Cell, Cells, ToCells
from onrecord.views.plain import one_line

Format = Literal["table", "jsonl", "csv", "md"]
T = TypeVar("T")

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_rows(
    rows: Iterable[T],
    to_cells: ToCells[T],
    stream: BinaryIO,
    *,
    format_: Format,
    columns: Sequence[str],
    width: int = 100,
) -> int:
    """Write `rows` to `stream` and return how many there were.

    JSON Lines hold the whole records, CSV every cell, a table and Markdown the `columns`; a
    table is trimmed to `width` characters. Rows are written as they come, but for a table.
    """
    if format_ == "jsonl":
        return _write_jsonl(rows, stream)
    cells = map(to_cells, rows)
    if format_ == "csv":
        return _write_csv(cells, stream)
    if format_ == "md":
        return _write_markdown(cells, columns, stream)
    return _write_table(cells, columns, stream, width)


def _write_jsonl(rows: Iterable[object], stream: BinaryIO) -> int:
    encoder = msgspec.json.Encoder()
    count = 0
    for row in rows:
        stream.write(encoder.encode(row) + b"\n")
        count += 1
    return count


def _write_csv(rows: Iterable[Cells], stream: BinaryIO) -> int:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    count = 0
    for row in rows:
        if count == 0:
            writer.writerow(row)
        writer.writerow([_csv_cell(cell) for cell in row.values()])
        count += 1
    text.detach()
    return count


def _write_markdown(rows: Iterable[Cells], columns: Sequence[str], stream: BinaryIO) -> int:
    count = 0
    for row in rows:
        if count == 0:
            stream.write(markdown_row(columns) + markdown_row("---" for _ in columns))
        stream.write(markdown_row(_text(row[column]) for column in columns))
        count += 1
    return count


def markdown_row(cells: Iterable[str]) -> bytes:
    """Return one row of a Markdown table, its cells escaped."""
    escaped = (escape_markdown(one_line(cell)) for cell in cells)
    return f"| {' | '.join(escaped)} |\n".encode()


def escape_markdown(text: str) -> str:
    """Return `text` so that Markdown shows its characters and takes none of them for a mark."""
    for mark in "\\`*_[]|":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("<", "&lt;")


def _write_table(
    rows: Iterable[Cells], columns: Sequence[str], stream: BinaryIO, width: int
) -> int:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="bold")
    for column in columns:
        wide = column in {"words", "headline", "story", "message", "reason"}
        table.add_column(
            column,
            overflow="ellipsis",
            no_wrap=True,
            ratio=4 if wide else None,
            max_width=None if wide else 28,
            min_width=20 if wide else (18 if column == "id" else None),
            justify="right" if column in {"rows", "articles", "outlets", "lineages"} else "left",
        )
    count = 0
    for row in rows:
        table.add_row(*(Text(one_line(_text(row[column]))) for column in columns))
        count += 1
    if count:
        console = Console(
            file=io.StringIO(), width=width, color_system=None, highlight=False, emoji=False
        )
        with console.capture() as capture:
            console.print(table)
        lines = (line.rstrip() for line in capture.get().splitlines())
        stream.write(("\n".join(lines) + "\n").encode())
    return count


def _csv_cell(cell: Cell) -> Cell:
    """Keep a spreadsheet from running what a page says: formulas are quoted by an apostrophe."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(cell)
