"""Write rows as an aligned table, JSON Lines, CSV or a Markdown table."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from textwrap import wrap
from typing import BinaryIO, Literal, TypeVar

import msgspec

from onrecord.views.cells import Cell, Cells, ToCells
from onrecord.views.plain import count_noun, one_line

Format = Literal["table", "jsonl", "csv", "md"]
T = TypeVar("T")

_TAG = re.compile(r"<(?!\s)")  # "< 5 h" opens no tag
# Columns that hold sentences share a table's free width; no other one is wider than this.
_SENTENCES = frozenset({"words", "headline", "story", "account", "sides", "message"})
_LONG = _SENTENCES | {"of"}
_COUNTS = frozenset("rows articles reports outlets lineages differences".split())
_WIDEST, _NARROWEST = 22, 40
_LINES = 4  # of a sentence under a row, before it is cut
_HARD_SPACE = "\u00a0"
_ID_LENGTH = 10  # enough to tell rows apart, and to be typed back: every command takes it

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_rows(
    rows: Iterable[T],
    to_cells: ToCells[T],
    stream: BinaryIO,
    *,
    format_: Format,
    columns: Sequence[str],
    blank: T,
    width: int = 100,
) -> int:
    """Write `rows` to `stream` and return how many there were.

    JSON Lines hold the whole records, CSV every cell, a table and Markdown the `columns`; a
    table is trimmed to `width` characters, and its rows are stacked where its columns do not fit:
    each sentence then stands below, on as many lines as it needs, or nearly.
    Rows are written as they come, but for a table. `blank` is a row that says nothing: CSV names
    its cells also where there are no rows.
    """
    if format_ == "jsonl":
        return _write_jsonl(rows, stream)
    cells = map(to_cells, rows)
    if format_ == "csv":
        return _write_csv(cells, stream, list(to_cells(blank)))
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


def _write_csv(rows: Iterable[Cells], stream: BinaryIO, columns: Sequence[str]) -> int:
    count = -1  # the line of names is no row
    for line in csv_lines(rows, columns):
        stream.write(line)
        count += 1
    return count


def csv_lines(rows: Iterable[Cells], columns: Sequence[str]) -> Iterator[bytes]:
    """Yield the names of the `columns`, then `rows`, as CSV, one each time."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for cells in chain((columns,), ([row[name] for name in columns] for row in rows)):
        writer.writerow(map(_csv_cell, cells))
        yield text.getvalue().encode("utf-8", "replace")
        text.seek(0)
        text.truncate()


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
    escaped = (markdown_text(cell) for cell in cells)
    return f"| {' | '.join(escaped)} |\n".encode()


def markdown_text(text: str) -> str:
    """Return `text` on one line, as Markdown that takes none of its characters for a mark."""
    text = one_line(text)
    for mark in "\\`*_[]|":
        text = text.replace(mark, f"\\{mark}")
    return _TAG.sub("&lt;", text)


def _write_table(
    rows: Iterable[Cells], columns: Sequence[str], stream: BinaryIO, width: int
) -> int:
    from rich.cells import set_cell_size

    lines = [[_table_text(column, row[column]) for column in columns] for row in rows]
    if not lines:
        return 0
    widths = _fit_widths([list(columns), *lines], columns, width)
    if sum(widths) + 2 * (len(columns) - 1) > width:
        for line in (list(columns), *lines):
            stream.writelines(f"{part}\n".encode() for part in _stack(line, columns, width))
        return len(lines)
    for line in (list(columns), *lines):
        cells = (
            set_cell_size(_shorten(cell, size), size)
            for cell, size in zip(line, widths, strict=True)
        )
        stream.write(("  ".join(cells).rstrip() + "\n").encode())
    return len(lines)


def _stack(line: Sequence[str], columns: Sequence[str], width: int) -> Iterator[str]:
    """Yield a row for a narrow screen: its id and short cells on one line, its sentence below."""
    cells = dict(zip(columns, line, strict=True))
    short = f"{_HARD_SPACE}· ".join(
        _label(column, cell).replace(" ", _HARD_SPACE)
        for column, cell in cells.items()
        if cell and column not in _SENTENCES and column != "id"
    )
    head = f"{cells['id']:<{_ID_LENGTH}}  {short}"
    for part in wrap(head, width, subsequent_indent=" " * (_ID_LENGTH + 2)):
        yield part.replace(_HARD_SPACE, " ")
    for column, cell in cells.items():
        if cell and column in _SENTENCES:
            for part in wrap(cell, width - 4, max_lines=_LINES, placeholder=" …"):
                yield f"    {_shorten(part, width - 4)}"


def _label(column: str, cell: str) -> str:
    """Return a cell that says what it is where no head stands above it: "→ Kenya", "3 outlets"."""
    if column == "to":
        return f"→ {cell}"
    counts = column in _COUNTS and cell.isdecimal()
    return count_noun(int(cell), column.removesuffix("s")) if counts else cell


def _fit_widths(lines: list[list[str]], columns: Sequence[str], width: int) -> list[int]:
    """Return the columns' widths: those of their cells, the long ones sharing what is left."""
    from rich.cells import cell_len

    widths = [max(cell_len(line[index]) for line in lines) for index in range(len(columns))]
    narrow = [
        size if column in _LONG else min(size, _WIDEST)
        for column, size in zip(columns, widths, strict=True)
    ]
    room = width - 2 * (len(columns) - 1)
    long_columns = [index for index, column in enumerate(columns) if column in _LONG]
    fixed = sum(size for index, size in enumerate(narrow) if index not in long_columns)
    share = max(_NARROWEST, (room - fixed) // max(1, len(long_columns)))
    return [
        min(size, share) if index in long_columns else size for index, size in enumerate(narrow)
    ]


def _table_text(column: str, cell: Cell) -> str:
    text = one_line(_text(cell))
    return text[:_ID_LENGTH] if column == "id" else text


def _shorten(text: str, size: int) -> str:
    from rich.cells import cell_len, set_cell_size

    return text if cell_len(text) <= size else set_cell_size(text, size - 1).rstrip() + "…"


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
