"""An HTTP response as it stands in a WARC record: its head, and its body decoded."""

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.pages.mime_headers import Headers, read_headers

_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_MAX_ENCODINGS = 3  # bodies compressed twice exist; ten times is an attack


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseHead:
    """The status and the header fields of a response."""

    status: int
    headers: Headers


class TooLargeError(Exception):
    """A body expands to more than is allowed."""


def read_head(read_line: Callable[[int], bytes], *, origin: str) -> ResponseHead:
    """Return the head of a response; raise `InputError` where there is none."""
    match = _STATUS_LINE.match(read_line(8192))
    if match is None:
        raise InputError("the record holds no HTTP response", origin=origin)
    return ResponseHead(status=int(match[1]), headers=read_headers(read_line, origin=origin))


def decode_body(body: bytes, headers: Headers, *, max_bytes: int) -> bytes:
    """Return the body without its transfer and content encodings.

    Crawlers often keep the header fields of an encoding that they have taken off already: a
    body that does not look encoded stays as it is, and what of a damaged body can be read is
    returned. Raises `TooLargeError` where it expands to more than `max_bytes`.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    encodings = headers.get("content-encoding", "").lower().split(",")
    for encoding in reversed(encodings[:_MAX_ENCODINGS]):
        body = _expand(body, encoding.strip(), max_bytes)
    if len(body) > max_bytes:
        raise TooLargeError
    return body


def _join_chunks(body: bytes) -> bytes:
    pieces: list[bytes] = []
    position = 0
    while match := _CHUNK_SIZE.match(body, position):
        size = int(match[1], 16)
        pieces.append(body[match.end() : match.end() + size])
        position = match.end() + size
        if not size:
            break
        if body.startswith(b"\r\n", position):
            position += 2
        elif body.startswith(b"\n", position):
            position += 1
    return b"".join(pieces) if pieces else body


def _expand(body: bytes, encoding: str, max_bytes: int) -> bytes:
    match encoding:
        case "gzip" | "x-gzip" if body.startswith(b"\x1f\x8b"):
            return _inflate(body, zlib.MAX_WBITS | 16, max_bytes)
        case "deflate":
            expanded = _inflate(body, zlib.MAX_WBITS, max_bytes)
            # Some servers send raw deflate data under this name.
            return expanded or _inflate(body, -zlib.MAX_WBITS, max_bytes) or body
        case "br" | "zstd":
            return _expand_with_fastwarc(body, encoding, max_bytes)
        case _:
            return body


def _inflate(body: bytes, window: int, max_bytes: int) -> bytes:
    inflater = zlib.decompressobj(window)
    try:
        data = inflater.decompress(body, max_bytes + 1)
    except zlib.error:
        return b""
    if len(data) > max_bytes:
        raise TooLargeError
    return data


def _expand_with_fastwarc(body: bytes, encoding: str, max_bytes: int) -> bytes:
    from fastwarc.stream_io import BrotliReader, ZstdReader

    reader = (BrotliReader if encoding == "br" else ZstdReader)(io.BytesIO(body))
    data = bytearray()
    try:
        while piece := reader.read(64 * 1024):
            data += piece
            if len(data) > max_bytes:
                raise TooLargeError
    except OSError:  # damaged, or not encoded at all
        return bytes(data) or body
    return bytes(data)
