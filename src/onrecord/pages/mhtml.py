"""MHTML: a page as Chrome, Edge, Opera and Internet Explorer save it, in one MIME message."""

import binascii
import quopri
from datetime import datetime

from onrecord.pages.decoding import decode_page
from onrecord.pages.limits import Limits
from onrecord.pages.making import Hints, make_page, too_large
from onrecord.pages.mime_headers import (
    Headers,
    content_parameter,
    content_type,
    parse_mail_date,
    read_headers,
)
from onrecord.pages.streams import CHUNK, Stream
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page

_MAX_BOUNDARIES = 10  # boundaries of parts in parts


def read_mhtml(
    stream: Stream, *, origin: str, limits: Limits, charset: str | None
) -> Page | Unreadable:
    """Return the main page of an MHTML file: its first HTML part (the root, RFC 2557).

    Reading stops behind that part, so that the pictures after it cost nothing; a part never
    stands in memory as a tree of messages. The address is its Content-Location, the time of
    capture the Date of the file. Raises `InputError` where its gzip data is damaged.
    """
    top = read_headers(stream.read_line, origin=origin)
    captured = parse_mail_date(top.get("date"))
    boundaries: list[bytes] = []
    headers = top
    while True:
        if content_type(headers).startswith("multipart/"):
            _add_boundary(boundaries, headers)
        elif content_type(headers) in ("text/html", "application/xhtml+xml"):
            body = _read_part(stream, boundaries, limits)
            return _make_main(body, top, headers, charset, captured, origin=origin, limits=limits)
        if not _skip_to_boundary(stream, boundaries):
            break
        headers = read_headers(stream.read_line, origin=origin)
    return explain(origin, "is an MHTML file without an HTML part; save the page again")


def _add_boundary(boundaries: list[bytes], headers: Headers) -> None:
    boundary = content_parameter(headers, "boundary")
    if boundary and len(boundaries) < _MAX_BOUNDARIES:
        boundaries.append(b"--" + boundary.encode())


def _skip_to_boundary(stream: Stream, boundaries: list[bytes]) -> bool:
    """Pass over the rest of a part; return whether another one follows."""
    while line := stream.read_line(CHUNK):
        if line.startswith(b"--") and line.rstrip() in boundaries:
            return True
    return False


def _ends_part(line: bytes, boundaries: list[bytes]) -> bool:
    if not line.startswith(b"--"):
        return False
    line = line.rstrip()
    return line in boundaries or line.removesuffix(b"--") in boundaries


def _read_part(stream: Stream, boundaries: list[bytes], limits: Limits) -> bytes | None:
    """Return the body of the open part as it stands; `None` where it is over the limit.

    Quoted-printable may take three bytes for one.
    """
    lines: list[bytes] = []
    size = 0
    while line := stream.read_line(CHUNK):
        if _ends_part(line, boundaries):
            break
        lines.append(line)
        size += len(line)
        if size > limits.max_page_bytes * 3:
            return None
    return b"".join(lines)


def _make_main(
    body: bytes | None,
    top: Headers,
    headers: Headers,
    charset: str | None,
    captured: datetime | None,
    *,
    origin: str,
    limits: Limits,
) -> Page | Unreadable:
    if body is None:
        return explain(origin, too_large(limits))
    try:
        data = _decode_transfer(body, headers.get("content-transfer-encoding", ""))
    except (binascii.Error, ValueError):
        return explain(origin, "has an HTML part whose encoding is damaged; save the page again")
    if len(data) > limits.max_page_bytes:
        return explain(origin, too_large(limits))
    content = decode_page(data, declared=content_parameter(headers, "charset") or charset)
    url = headers.get("content-location") or top.get("snapshot-content-location")
    hints = Hints(url=url or top.get("content-location"), captured=captured)
    return make_page(content, "html", origin=origin, limits=limits, hints=hints)


def _decode_transfer(body: bytes, encoding: str) -> bytes:
    match encoding.strip().lower():
        case "quoted-printable":
            return quopri.decodestring(body)
        case "base64":
            return binascii.a2b_base64(body)
        case _:
            return body
