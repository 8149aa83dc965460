"""WARC files (ISO 28500), record by record, past the malformed ones.

FastWARC's iterator ends at the first malformed record, and hands out the one that a wrong length
has cut or run together; here such a record becomes a problem and the next one is looked for.
FastWARC's decoders are used for the bodies (`http_messages`).
"""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from onrecord.errors import InputError
from onrecord.pages.binaries import explain_known_binary, explain_unknown_binary
from onrecord.pages.decoding import decode_page, wide_charset
from onrecord.pages.http_messages import TooLargeError, decode_body, read_head
from onrecord.pages.limits import Limits
from onrecord.pages.making import Hints, make_page, too_large
from onrecord.pages.markup import sniff_markup
from onrecord.pages.mime_headers import (
    MAX_HEADER_BYTES,
    Headers,
    content_parameter,
    content_type,
    read_headers,
)
from onrecord.pages.names import record_origin
from onrecord.pages.streams import CHUNK, Stream
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page, Witness

_VERSION = re.compile(rb"WARC/\d+\.\d+[ \t]*\r?\n")
_NEXT_RECORD = re.compile(rb"^WARC/\d\.\d{1,2}[ \t]{0,9}\r?\n(?=[A-Za-z-]{1,40}:)", re.MULTILINE)
_NEXT_RECORD_BYTES = 80  # what the pattern spans at most
_HTML_TYPES = frozenset(("text/html", "application/xhtml+xml"))
_PAGE_TYPES = _HTML_TYPES | {"text/plain"}
_GOOD_STATUS = range(200, 300)


def read_warc(stream: Stream, *, origin: str, limits: Limits) -> Iterator[Page | Unreadable]:
    """Yield the pages of a WARC file, in its order; `#n` counts its records of every type.

    Pages are `response` records with a 2xx status and an HTML or text type, and `resource` and
    `conversion` records of such a type. Other records are passed over without a word, unless no
    record is a page. A malformed record gives an `Unreadable`, and reading goes on at
    the next one that is found. At most one record of page size stands in memory.
    """
    number = 0
    lost = found = False
    while True:
        number += 1
        record = record_origin(origin, number)
        try:
            if lost:
                lost = False
                _skip_to_next(stream)
            if not _open_record(stream, origin=record):
                break
            result = _read_record(stream, origin=record, limits=limits)
        except InputError as error:
            lost = True
            result = explain(record, f"{error.reason}; the records behind it are read")
        if result is not None:
            found = True
            yield result
    if not found:
        yield explain(
            origin,
            f"holds no page: none of its {number - 1} records is HTML or text that a server gave "
            "with a status of 200 to 299; crawl the page again",
        )


def _open_record(stream: Stream, *, origin: str) -> bool:
    """Go behind the version line of the next record; return whether there is one."""
    while line := stream.read_line(CHUNK):
        if _VERSION.fullmatch(line):
            return True
        if not line.isspace():
            raise InputError("what stands here is no WARC record", origin=origin)
    return False


def _skip_to_next(stream: Stream) -> None:
    """Pass over everything before the version line of a record."""
    while head := stream.peek(CHUNK):
        match = _NEXT_RECORD.search(head)
        if match is not None:
            stream.skip(match.start())
            return
        stream.skip(max(1, len(head) - _NEXT_RECORD_BYTES))


def _read_record(stream: Stream, *, origin: str, limits: Limits) -> Page | Unreadable | None:
    """Return the page of the record whose version line was read; `None` where it holds none."""
    headers = read_headers(stream.read_line, origin=origin)
    length = _block_length(headers, origin=origin)
    block = b""
    result: Page | Unreadable | None = None
    if _may_hold_page(headers):
        whole = length <= limits.max_page_bytes + MAX_HEADER_BYTES
        block = stream.read(length if whole else MAX_HEADER_BYTES)
        if whole:
            _check_end(stream, block, length, origin=origin)
            return _read_block(block, headers, origin=origin, limits=limits)
        result = _read_block(block, headers, origin=origin, limits=limits)
        if result is not None:
            result = explain(origin, too_large(limits))
    if length > limits.max_record_bytes:
        # It may be the length that is wrong: its end is looked for instead.
        stream.unread(block)
        _skip_to_next(stream)
    elif stream.skip(length - len(block)) < length - len(block):
        raise InputError("the file ends in the middle of this record", origin=origin)
    return result


def _block_length(headers: Headers, *, origin: str) -> int:
    words = headers.get("content-length", "").strip()
    if not words.isascii() or not words.isdigit() or len(words) > 18:
        raise InputError("the record has no usable Content-Length", origin=origin)
    return int(words)


def _check_end(stream: Stream, block: bytes, length: int, *, origin: str) -> None:
    """Raise `InputError`, standing before `block`, unless it ends where the record does.

    A wrong length has then run into other records, which are still to be read.
    """
    behind = stream.peek(4)
    if len(block) == length and (not behind or behind.startswith((b"\r\n", b"\n", b"WARC"))):
        return
    stream.unread(block)
    if len(block) < length:
        raise InputError("the file ends in the middle of this record", origin=origin)
    raise InputError(
        f"the record does not end where its Content-Length, {length}, says", origin=origin
    )


def _may_hold_page(headers: Headers) -> bool:
    match headers.get("warc-type", "").strip().lower():
        case "response":
            return content_type(headers) in ("", "application/http")
        case "resource" | "conversion":
            return content_type(headers) in _PAGE_TYPES
        case _:
            return False


def _read_block(
    block: bytes, headers: Headers, *, origin: str, limits: Limits
) -> Page | Unreadable | None:
    """Return the page in the block of a record; `None` where it holds another kind of file."""
    fields, body = headers, block
    if headers.get("warc-type", "").strip().lower() == "response":
        reader = io.BytesIO(block)
        head = read_head(reader.readline, origin=origin)
        fields = head.headers
        if head.status not in _GOOD_STATUS or content_type(fields) not in _PAGE_TYPES | {""}:
            return None
        try:
            body = decode_body(block[reader.tell() :], fields, max_bytes=limits.max_page_bytes)
        except TooLargeError:
            return explain(origin, too_large(limits))
    return _make_page(body, headers, fields, origin=origin, limits=limits)


def _make_page(
    body: bytes, headers: Headers, fields: Headers, *, origin: str, limits: Limits
) -> Page | Unreadable | None:
    """Return the page of a decoded body. `fields` are those of its own type and charset."""
    kind = content_type(fields)
    binary = explain_known_binary(body)
    if binary is None and wide_charset(body)[0] is None:
        binary = explain_unknown_binary(body[:CHUNK])
    if binary is not None:
        return explain(origin, binary) if kind else None
    content = decode_page(body, declared=content_parameter(fields, "charset"))
    html = kind in _HTML_TYPES or (not kind and sniff_markup(body[:CHUNK]) == "html")
    hints = Hints(
        url=headers.get("warc-target-uri", "").strip("<> ") or None,
        captured=_parse_moment(headers.get("warc-date", "")),
        witnesses=tuple(_find_change(fields)),
    )
    return make_page(content, "html" if html else "text", origin=origin, limits=limits, hints=hints)


def _find_change(fields: Headers) -> Iterator[Witness]:
    """Yield when the server says the page was last changed: it was published then or before."""
    if words := fields.get("last-modified", "").strip():
        yield Witness(kind="server", words=f"Last-Modified: {words}")


def _parse_moment(words: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
