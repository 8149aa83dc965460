"""Read inputs of any kind into pages, one after the other."""

import io
from collections.abc import Callable, Iterable, Iterator

from onrecord.errors import InputError
from onrecord.pages.binaries import explain_known_binary, explain_unknown_binary
from onrecord.pages.decoding import transcode, wide_charset
from onrecord.pages.gunzip import GZIP_MAGIC, Gunzip
from onrecord.pages.json_streams import read_json, read_json_lines
from onrecord.pages.limits import DEFAULT_LIMITS, Limits
from onrecord.pages.mailboxes import read_mailbox
from onrecord.pages.mhtml import read_mhtml
from onrecord.pages.names import show_name
from onrecord.pages.opening import explain_os_error, open_file, open_standard_input
from onrecord.pages.places import find_files
from onrecord.pages.saved_pages import read_page
from onrecord.pages.sniffing import sniff_format
from onrecord.pages.streams import CHUNK, Stream
from onrecord.pages.tables import read_table
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.pages.warc import read_warc
from onrecord.pages.webarchives import read_webarchive
from onrecord.records import Page

STANDARD_INPUT = "-"
# Each of their records says its own charset, and one that is binary does not spoil the others.
_IN_RECORDS = frozenset(("warc", "mhtml", "mailbox", "webarchive", "json lines"))


def read_inputs(
    inputs: Iterable[str], *, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Page | Unreadable]:
    """Yield the pages of `inputs` in their order: paths, directories, glob patterns, "-".

    What cannot be read is an `Unreadable` in its place; nothing is raised for an input. Files
    are opened one at a time, when their turn comes.
    """
    for typed in inputs:
        if typed == STANDARD_INPUT:
            yield from _read_standard_input(limits)
            continue
        for path in find_files(typed):
            if isinstance(path, Unreadable):
                yield path
            else:
                yield from read_file(path, limits=limits)


def read_file(
    path: str, *, origin: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Page | Unreadable]:
    """Yield the pages of one file, or why there are none.

    `origin` is the name that pages and problems carry; by default the path as given.
    """
    origin = show_name(path if origin is None else origin)
    try:
        file = open_file(path, origin=origin)
    except InputError as error:
        yield explain(origin, error.reason)
        return
    with file:
        yield from _read_source(file.read, origin=origin, limits=limits)


def read_bytes(
    data: bytes, *, origin: str, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Page | Unreadable]:
    """Yield the pages of a file that is in memory, just as `read_file` does from a disk."""
    yield from _read_source(io.BytesIO(data).read, origin=show_name(origin), limits=limits)


def _read_standard_input(limits: Limits) -> Iterator[Page | Unreadable]:
    try:
        source = open_standard_input(origin=STANDARD_INPUT)
    except InputError as error:
        yield explain(STANDARD_INPUT, error.reason)
        return
    # Of a pipe that is still being written, what is there is read at once.
    read = getattr(source, "read1", source.read)
    yield from _read_source(read, origin=STANDARD_INPUT, limits=limits)


def _read_source(
    read: Callable[[int], bytes | None], *, origin: str, limits: Limits
) -> Iterator[Page | Unreadable]:
    """Yield the pages of the bytes that `read` gives, whatever they are."""

    failed = False

    def read_or_refuse(size: int) -> bytes:
        nonlocal failed
        if failed:
            return b""
        try:
            return read(size) or b""
        except (OSError, ValueError) as error:
            failed = True
            raise InputError(explain_os_error(error), origin=origin) from error

    stream = Stream(read_or_refuse)
    try:
        if stream.peek(len(GZIP_MAGIC)) == GZIP_MAGIC:
            stream = Stream(Gunzip(stream, origin=origin, limits=limits).read)
        yield from _read_expanded(stream, origin=origin, limits=limits)
    except InputError as error:
        yield explain(origin, error.reason)


def _read_expanded(stream: Stream, *, origin: str, limits: Limits) -> Iterator[Page | Unreadable]:
    """Yield the pages of a stream that is not compressed (any more)."""
    try:
        head = stream.peek(CHUNK)
    except InputError as error:
        yield explain(origin, error.reason)
        # Behind a damaged start, only records that each stand for themselves make sense.
        head = stream.peek(CHUNK)
        if sniff_format(head) not in ("warc", "json lines"):
            return
    if not head:
        yield explain(origin, "is empty; save the page again")
        return
    if (binary := explain_known_binary(head)) is not None:
        yield explain(origin, binary)
        return
    charset: str | None = None
    if sniff_format(head) not in _IN_RECORDS:
        charset, mark = wide_charset(head)
        stream.skip(mark)
        if charset is not None and charset != "utf-8":
            stream = Stream(transcode(stream, charset))
            charset = "utf-8"
        head = stream.peek(CHUNK)
        if (binary := explain_unknown_binary(head)) is not None:
            yield explain(origin, binary)
            return
    yield from _read_format(stream, head, charset, origin=origin, limits=limits)


def _read_format(
    stream: Stream, head: bytes, charset: str | None, *, origin: str, limits: Limits
) -> Iterator[Page | Unreadable]:
    """Yield the pages of a stream that starts with `head` and is in `charset`, if that is known."""
    match sniff_format(head):
        case "warc":
            yield from read_warc(stream, origin=origin, limits=limits)
        case "json lines":
            yield from read_json_lines(stream, origin=origin, limits=limits)
        case "json":
            yield from read_json(stream, origin=origin, limits=limits)
        case "table":
            yield from read_table(stream, origin=origin, limits=limits)
        case "feed":
            from onrecord.pages.feeds import read_feed  # lxml takes its time to load

            yield from read_feed(stream, origin=origin, limits=limits, charset=charset)
        case "webarchive":
            yield read_webarchive(stream, origin=origin, limits=limits)
        case "mailbox":
            yield from read_mailbox(stream, origin=origin, limits=limits)
        case "mhtml":
            yield read_mhtml(stream, origin=origin, limits=limits, charset=charset)
        case "html" | "text":
            yield read_page(stream, origin=origin, limits=limits, charset=charset)
