"""JSON Lines, JSON arrays, and JSON objects one after the other: one page for each object."""

import re
from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.pages.json_objects import read_object
from onrecord.pages.limits import Limits, show_size
from onrecord.pages.names import record_origin
from onrecord.pages.streams import CHUNK, Stream
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page

_MARK = re.compile(rb'["{}\[\]]')
_STRING_MARK = re.compile(rb'["\\]')
_BETWEEN = b" \t\r\n,"
_FIRST_LOOK = 2048  # of an object: most end soon


def read_json_lines(stream: Stream, *, origin: str, limits: Limits) -> Iterator[Page | Unreadable]:
    """Yield one page for each line that is not blank; `#n` counts these.

    A line that cannot be read gives an `Unreadable` with the number of the line, and the next
    ones go on, also behind damaged gzip data.
    """
    number = record = 0
    while True:
        name = record_origin(origin, record + 1)
        try:
            line = stream.read_line(limits.max_record_bytes)
            whole = line.endswith(b"\n") or len(line) < limits.max_record_bytes
            if not whole:
                stream.skip_line()
        except InputError as error:
            record += 1
            yield explain(name, f"{error.reason}; this is behind line {number}")
            continue
        if not line:
            return
        number += 1
        line = line.strip()
        if not line:
            continue
        record += 1
        if not whole:
            yield explain(name, f"line {number} is longer than {_show_limit(limits)}")
            continue
        for page in read_object(line, origin=name, limits=limits):
            yield _with_line(page, number) if isinstance(page, Unreadable) else page


def read_json(stream: Stream, *, origin: str, limits: Limits) -> Iterator[Page | Unreadable]:
    """Yield one page for each object of an array, or of objects that follow each other.

    Each is cut out by counting its brackets, so that only one stands in memory. Broken JSON
    ends the reading with an `Unreadable`: where the next object starts is then unknown. Raises
    `InputError` where the gzip data is damaged.
    """
    in_array = stream.peek(CHUNK).lstrip()[:1] == b"["
    record = 0
    while True:
        name = record_origin(origin, record + 1)
        start = _skip_between(stream)
        if start == b"[" and in_array and not record:
            stream.skip(1)
            start = _skip_between(stream)
        if not start or start == b"]":
            break
        record += 1
        try:
            data = _read_value(stream, limits, origin=name)
        except InputError as error:
            yield explain(name, error.reason)
            return
        yield from read_object(data, origin=name, limits=limits)
    if not record:
        yield explain(origin, "is an empty JSON array; there is nothing to read")


def _skip_between(stream: Stream) -> bytes:
    """Pass over white space and commas; return the next byte without taking it."""
    while head := stream.peek(_FIRST_LOOK):
        rest = head.lstrip(_BETWEEN)
        stream.skip(len(head) - len(rest))
        if rest:
            return rest[:1]
    return b""


def _read_value(stream: Stream, limits: Limits, *, origin: str) -> bytes:
    """Return the bytes of the object that starts here, to its closing bracket."""
    if stream.peek(1) != b"{":
        raise InputError("is broken JSON: an object has to start here", origin=origin)
    value = bytearray()
    brackets = _Brackets()
    while len(value) <= limits.max_record_bytes:
        data = stream.peek(CHUNK if value else _FIRST_LOOK)
        if not data:
            raise InputError("is broken JSON: it ends before its last bracket", origin=origin)
        end = brackets.find_end(data)
        value += stream.read(len(data) if end is None else end)
        if end is not None:
            return bytes(value)
    raise InputError(f"is one object of more than {_show_limit(limits)}", origin=origin)


class _Brackets:
    """Counts the open brackets of JSON that comes in pieces."""

    def __init__(self) -> None:
        self._depth = 0
        self._in_string = False
        self._escaped = False  # the piece ended with a backslash

    def find_end(self, data: bytes) -> int | None:
        """Return the position in the piece `data` behind the bracket that closes the first one."""
        position = int(self._escaped)
        self._escaped = False
        while match := (_STRING_MARK if self._in_string else _MARK).search(data, position):
            position = match.end()
            match match[0]:
                case b'"':
                    self._in_string = not self._in_string
                case b"\\":
                    position += 1
                    self._escaped = position > len(data)
                case b"{" | b"[":
                    self._depth += 1
                case _:
                    self._depth -= 1
                    if not self._depth:
                        return position
        return None


def _show_limit(limits: Limits) -> str:
    return f"{show_size(limits.max_record_bytes)}, the limit for one record (max_record_bytes)"


def _with_line(page: Unreadable, number: int) -> Unreadable:
    reason = page.problem.message.removeprefix(f"{page.origin}: ")
    return explain(page.origin, f"line {number} {reason}")
