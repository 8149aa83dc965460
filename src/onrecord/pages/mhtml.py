"""One MIME message: a page as Chrome, Edge, Opera and Internet Explorer save it, or a mail."""

import binascii
import quopri

from onrecord.pages.decoding import decode_page
from onrecord.pages.limits import Limits
from onrecord.pages.mail import describe_mail, is_mail
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
from onrecord.records import Page, PageKind

_MAX_BOUNDARIES = 10  # boundaries of parts in parts
_HTML_TYPES = ("text/html", "application/xhtml+xml")


def read_mhtml(
    stream: Stream, *, origin: str, limits: Limits, charset: str | None
) -> Page | Unreadable:
    """Return the main page of an MHTML file: its first HTML part (the root, RFC 2557).

    A mail without one is a text page. Reading stops behind that part, so that the pictures after
    it cost nothing; a part never stands in memory as a tree of messages. The address is its
    Content-Location, the time of capture the Date of the file. Raises `InputError` where its gzip
    data is damaged.
    """
    top = read_headers(stream.read_line, origin=origin)
    boundaries: list[bytes] = []
    headers = top
    plain: Page | Unreadable | None = None
    while True:
        kind = content_type(headers)
        if kind.startswith("multipart/"):
            _add_boundary(boundaries, headers)
        elif kind in _HTML_TYPES or (kind == "text/plain" and plain is None and is_mail(top)):
            body, more = _read_part(stream, boundaries, limits)
            page = _make_part(body, top, headers, charset, origin=origin, limits=limits)
            if kind in _HTML_TYPES:
                return page
            plain = page
            if not more:
                break
            headers = read_headers(stream.read_line, origin=origin)
            continue
        if not _skip_to_boundary(stream, boundaries):
            break
        headers = read_headers(stream.read_line, origin=origin)
    if plain is not None:
        return plain
    if is_mail(top):
        return explain(origin, "is a mail without a text; save what it brings and give that")
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


def _read_part(
    stream: Stream, boundaries: list[bytes], limits: Limits
) -> tuple[bytes | None, bool]:
    """Return the body of the open part as it stands, and whether another part follows.

    The body is `None` where it is over the limit. Quoted-printable may take three bytes for one.
    """
    lines: list[bytes] = []
    size = 0
    while line := stream.read_line(CHUNK):
        if _ends_part(line, boundaries):
            return b"".join(lines), line.rstrip() in boundaries
        lines.append(line)
        size += len(line)
        if size > limits.max_page_bytes * 3:
            return None, _skip_to_boundary(stream, boundaries)
    return b"".join(lines), False


def _make_part(
    body: bytes | None,
    top: Headers,
    headers: Headers,
    charset: str | None,
    *,
    origin: str,
    limits: Limits,
) -> Page | Unreadable:
    """Return the page of one part: HTML, or text where the part says so."""
    if body is None:
        return explain(origin, too_large(limits))
    try:
        data = _decode_transfer(body, headers.get("content-transfer-encoding", ""))
    except (binascii.Error, ValueError):
        return explain(origin, "has a part whose encoding is damaged; save the page again")
    if len(data) > limits.max_page_bytes:
        return explain(origin, too_large(limits))
    content = decode_page(data, declared=content_parameter(headers, "charset") or charset)
    kind: PageKind = "html" if content_type(headers) in _HTML_TYPES else "text"
    return make_page(content, kind, origin=origin, limits=limits, hints=_describe(top, headers))


def _describe(top: Headers, headers: Headers) -> Hints:
    if is_mail(top):
        return describe_mail(top)
    url = headers.get("content-location") or top.get("snapshot-content-location")
    return Hints(url=url or top.get("content-location"), captured=parse_mail_date(top.get("date")))


def _decode_transfer(body: bytes, encoding: str) -> bytes:
    match encoding.strip().lower():
        case "quoted-printable":
            return quopri.decodestring(body)
        case "base64":
            return binascii.a2b_base64(body)
        case _:
            return body
