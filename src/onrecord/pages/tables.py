"""Tables of articles (CSV, TSV): one page for each row below the names of the columns."""

import csv
import re
from collections.abc import Iterator

from onrecord.pages.decoding import decode_page
from onrecord.pages.limits import Limits, show_size
from onrecord.pages.names import record_origin
from onrecord.pages.record_fields import (
    BYLINE_FIELDS,
    CONTENT_FIELDS,
    DATE_FIELDS,
    EXACT_FIELDS,
    HTML_FIELDS,
    OUTLET_FIELDS,
    TITLE_FIELDS,
    URL_FIELDS,
    fold_name,
    read_record,
)
from onrecord.pages.streams import CHUNK, Stream
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page

_DELIMITERS = (",", ";", "\t", "|")
_CONTENT = frozenset((*EXACT_FIELDS, *CONTENT_FIELDS, *HTML_FIELDS))
_KNOWN = _CONTENT.union(URL_FIELDS, TITLE_FIELDS, DATE_FIELDS, OUTLET_FIELDS, BYLINE_FIELDS)
_TELLING = _CONTENT.union(URL_FIELDS)  # a line of a text may hold the others
_LONGEST_NAMES = 4000  # bytes of the line with the names
_LONGEST_NAME = 60
_FIRST_LINE = re.compile(rb"[^\r\n]*")


def looks_like_table(head: bytes) -> bool:
    """Return whether the first line of `head` names the columns of a table of articles."""
    return _find_delimiter(head) is not None


def read_table(stream: Stream, *, origin: str, limits: Limits) -> Iterator[Page | Unreadable]:
    """Yield the page of each row that is not blank, in the order of the table; `#n` counts these.

    The names of the columns are those of JSON's fields. One row stands in memory at a time.
    Raises `InputError` where the gzip data is damaged.
    """
    delimiter = _find_delimiter(stream.peek(CHUNK))
    assert delimiter is not None
    csv.field_size_limit(limits.max_page_bytes)  # of all fields, also of other readers
    rows = csv.reader(_read_lines(stream, limits), delimiter=delimiter)
    names = next(rows)
    if _CONTENT.isdisjoint(map(fold_name, names)):
        known = ", ".join(name.strip() for name in names)
        yield explain(
            origin,
            f"is a table without a column of texts (it has {known}); name one of them “text”",
        )
        return
    number = 0
    while True:
        name = record_origin(origin, number + 1)
        try:
            row = next(rows, None)
        except csv.Error as error:
            size = show_size(limits.max_page_bytes)
            yield explain(
                name,
                f"is no row of a table from line {rows.line_num} on ({error}; the limit is {size});"
                " look for a quotation mark that is not closed",
            )
            return
        if row is None:
            break
        if any(map(str.strip, row)):
            number += 1
            fields = {key: value.strip() for key, value in zip(names, row, strict=False)}
            yield from read_record(fields, origin=name, limits=limits)
    if not number:
        yield explain(origin, "is a table without rows; there is nothing to read")


def _find_delimiter(head: bytes) -> str | None:
    match = _FIRST_LINE.match(head)
    line = b"" if match is None else match[0]
    if len(line) > _LONGEST_NAMES:
        return None
    for delimiter in _DELIMITERS:
        cells = next(csv.reader([_decode(line)], delimiter=delimiter), [])
        names = [fold_name(cell) for cell in cells]
        known = _KNOWN.intersection(names)
        short = all(len(cell) <= _LONGEST_NAME for cell in cells)
        told = not known.isdisjoint(_TELLING)
        if short and told and len(known) >= 2 and len(known) * 4 >= len(names):
            return delimiter
    return None


def _read_lines(stream: Stream, limits: Limits) -> Iterator[str]:
    while line := stream.read_line(limits.max_page_bytes):
        yield _decode(line)


def _decode(line: bytes) -> str:
    text = decode_page(line.removesuffix(b"\n").removesuffix(b"\r"))
    return f"{text}\n" if line.endswith(b"\n") else text
