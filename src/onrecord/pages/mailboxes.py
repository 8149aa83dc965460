"""Mailboxes (mbox, RFC 4155): mails behind each other in one file."""

import io
import re
from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.pages.limits import Limits, show_size
from onrecord.pages.mhtml import read_mhtml
from onrecord.pages.names import record_origin
from onrecord.pages.streams import CHUNK, Stream
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page

FROM_LINE = re.compile(
    rb"From \S{1,200} +\w{3} \w{3} [ \d]?\d \d\d:\d\d:\d\d .{0,20}\d{4}[ \t]*\r?\n"
)


def read_mailbox(stream: Stream, *, origin: str, limits: Limits) -> Iterator[Page | Unreadable]:
    """Yield the page of each mail, in the order of the file; one stands in memory at a time."""
    number = 0
    stream.skip_line()  # the first "From" line
    more = True
    while more:
        number += 1
        name = record_origin(origin, number)
        data, more = _read_mail(stream, limits)
        if data is None:
            reason = f"is larger than {show_size(limits.max_record_bytes)}, the limit for one mail"
            yield explain(name, f"{reason}; save its story alone")
            continue
        try:
            yield read_mhtml(
                Stream(io.BytesIO(data).read), origin=name, limits=limits, charset=None
            )
        except InputError as error:
            yield explain(name, error.reason)


def _read_mail(stream: Stream, limits: Limits) -> tuple[bytes | None, bool]:
    """Return the bytes up to the next mail, and whether there is one; `None` for too many bytes.

    A line that opens with "From" inside a mail has a ">" put before it.
    """
    lines: list[bytes] = []
    size = 0
    fits = True
    while line := stream.read_line(CHUNK):
        if FROM_LINE.fullmatch(line):
            return (b"".join(lines) if fits else None), True
        size += len(line)
        if fits and size > limits.max_record_bytes:
            lines.clear()
            fits = False
        if fits:
            lines.append(line[1:] if line.startswith(b">From ") else line)
    return (b"".join(lines) if fits else None), False
