"""The header block of MIME parts and HTTP responses."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from onrecord.errors import InputError

Headers = Mapping[str, str]  # names in lower case
MAX_HEADER_BYTES = 64 * 1024

_FIELD = re.compile(rb"([!-9;-~]+):[ \t]*(.*)", re.DOTALL)
_PARAMETER = re.compile(r';\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s;]*))')
_MHTML_TYPE = re.compile(
    rb"^content-type:\s*(?:multipart/|text/html|text/plain)", re.IGNORECASE | re.MULTILINE
)
_MHTML_MARK = re.compile(
    rb"^(?:mime-version|snapshot-content-location):", re.IGNORECASE | re.MULTILINE
)
_BLANK_LINE = re.compile(rb"\r?\n[ \t]*\r?\n")


def looks_like_mhtml(head: bytes) -> bool:
    """Return whether `head` starts with the header block of a saved mail or web page."""
    start = head.lstrip()
    if not _FIELD.match(start[:200].split(b"\n", 1)[0]):
        return False
    blank = _BLANK_LINE.search(start)
    block = start[: blank.start()] if blank else start
    return bool(_MHTML_TYPE.search(block) and _MHTML_MARK.search(block))


def read_headers(read_line: Callable[[int], bytes], *, origin: str) -> Headers:
    """Return the fields up to a blank line or the end; of a repeated field, the first.

    A folded line is joined to the one before; a line that is no field is passed over, as
    browsers do. Raises `InputError` where the block is longer than 64 KB.
    """
    fields: dict[str, str] = {}
    name = ""
    left = MAX_HEADER_BYTES
    while line := read_line(left):
        left -= len(line)
        if left <= 0:
            raise InputError("the header of a record does not end within 64 KB", origin=origin)
        stripped = line.strip()
        if not stripped:
            break
        match = _FIELD.match(line)
        if line[:1] in b" \t" and name:
            fields[name] += " " + _decode(stripped)
        elif match is not None:
            name = _decode(match[1]).lower()
            if name in fields:
                name = ""
            else:
                fields[name] = _decode(match[2].strip())
        else:
            name = ""
    return fields


def content_type(headers: Headers) -> str:
    """Return the media type in lower case, without its parameters; "" where none is given."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def content_parameter(headers: Headers, name: str) -> str | None:
    """Return a parameter of the content type ("charset", "boundary"), without its quotes."""
    for match in _PARAMETER.finditer(headers.get("content-type", "")[:1000]):
        if match[1].lower() == name:
            return match[2] or match[3]
    return None


def parse_mail_date(value: str | None) -> datetime | None:
    """Return the moment of an RFC 5322 or HTTP date; `None` where it is none."""
    from email.utils import parsedate_to_datetime  # which loads much else

    if not value:
        return None
    try:
        moment = parsedate_to_datetime(value[:100])
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\x00", "")
