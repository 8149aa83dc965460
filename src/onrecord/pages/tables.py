"""Tables of articles (CSV, TSV): one page for each row below the names of the columns."""

import csv
import re
from collections.abc import Iterator

from onrecord.pages.decoding import decode_page
from onrecord.pages.limits import Limits, show_size
from onrecord.pages.names import record_origin, show_name
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
_BLANK = b" \r\n"  # above a table; a tab may open one whose first column has no name
_LINE = re.compile("[^\n]*\n|[^\n]+")
_FIRST_LINE = re.compile(rb"[^\r\n]*")


def looks_like_table(head: bytes) -> bool:
    """Return whether the first line of `head` names the columns of a table of articles."""
    return _find_delimiter(head) is not None


def read_table(stream: Stream, *, origin: str, limits: Limits) -> Iterator[Page | Unreadable]:
    """Yield the page of each row that is not blank, in the order of the table; `#n` counts these.

    The names of the columns are those of JSON's fields. One row stands in memory at a time.
    Raises `InputError` where the gzip data is damaged.
    """
    head = stream.peek(CHUNK)
    stream.skip(len(head) - len(head.lstrip(_BLANK)))
    delimiter = _find_delimiter(head)
    assert delimiter is not None
    csv.field_size_limit(limits.max_page_bytes)  # of all fields, also of other readers
    rows = csv.reader(_read_lines(stream, limits), delimiter=delimiter)
    names: list[str] | None = None
    number = 0
    try:
        for row in rows:
            if names is None:
                names = row
                if _CONTENT.isdisjoint(map(fold_name, names)):
                    yield explain(origin, _explain_names(names))
                    return
            elif any(map(str.strip, row)):
                number += 1
                fields = {key: value.strip() for key, value in zip(names, row, strict=False)}
                name = record_origin(origin, number)
                yield from read_record(fields, origin=name, limits=limits)
    except csv.Error as error:
        size = show_size(limits.max_page_bytes)
        yield explain(
            record_origin(origin, number + 1),
            f"is no row of a table, up to line {rows.line_num} ({error}; the limit is {size});"
            " look for a quotation mark that is not closed",
        )
        return
    if not number:
        yield explain(origin, "is a table without rows; there is nothing to read")


def _explain_names(names: list[str]) -> str:
    known = show_name(", ".join(" ".join(name.split()) for name in names))
    return f"is a table without a column of texts (it has {known}); name one of them “text”"


def _find_delimiter(head: bytes) -> str | None:
    match = _FIRST_LINE.match(head.lstrip(_BLANK))
    line = b"" if match is None else match[0]
    if len(line) > _LONGEST_NAMES:
        return None
    for delimiter in _DELIMITERS:
        cells = next(csv.reader([decode_page(line)], delimiter=delimiter), [])
        names = [fold_name(cell) for cell in cells]
        known = _KNOWN.intersection(names)
        short = all(len(cell) <= _LONGEST_NAME for cell in cells)
        told = not known.isdisjoint(_TELLING)
        if short and told and len(known) >= 2 and len(known) * 4 >= len(names):
            return delimiter
    return None


def _read_lines(stream: Stream, limits: Limits) -> Iterator[str]:
    """Yield the lines, which a line feed, a carriage return or both of them end."""
    while data := stream.read_line(limits.max_page_bytes):
        text = decode_page(data)
        yield from _LINE.findall(text) if "\n" in text[:-1] else (text,)
