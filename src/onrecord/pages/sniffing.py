"""Tell what an input is from its first bytes. Names and suffixes are never asked."""

import re
from typing import Literal

from onrecord.pages.mailboxes import FROM_LINE
from onrecord.pages.markup import HTML_START, sniff_markup
from onrecord.pages.mime_headers import looks_like_mhtml
from onrecord.pages.tables import looks_like_table
from onrecord.pages.webarchives import BINARY_MAGIC, XML_MARK

Format = Literal[
    "html", "text", "mhtml", "warc", "json lines", "json", "feed", "mailbox", "table", "webarchive"
]

_XML_PROLOGUE = re.compile(
    rb"(?:\s+|<\?(?:[^?]|\?(?!>)){0,1000}\?>|<!--(?:[^-]|-(?!->)){0,5000}-->"
    rb"|<!DOCTYPE [^\[>]{0,300}>)*+"
)
_FEED_ROOT = re.compile(rb"<(?:rss|(?:\w+:)?feed|(?:\w+:)?RDF)[\s>]")

_XML_HEAD = 1000  # bytes of a property list in which the first key stands
_WARC_START = re.compile(rb"\s*WARC/\d")
_WARC_INSIDE = re.compile(rb"^WARC/1\.[01]\r?\nWARC-", re.MULTILINE)

_OBJECT_START = re.compile(rb"\s*\{\s*[\"}]")
_ARRAY_START = re.compile(rb"\s*\[\s*[{\]]")
_OBJECT_LINE = re.compile(rb"\s*\{\s*\"[^\r\n]*\}\s*")


def sniff_format(head: bytes) -> Format:
    """Return the format of the input that starts with `head`, read as UTF-8 or another
    extension of ASCII; "text" where nothing else fits."""
    if _WARC_START.match(head) or _WARC_INSIDE.search(head):
        return "warc"
    if FROM_LINE.match(head):
        return "mailbox"
    if head.startswith(BINARY_MAGIC) or XML_MARK in head[:_XML_HEAD]:
        return "webarchive"
    start = head.lstrip()
    prologue = _XML_PROLOGUE.match(start)
    assert prologue is not None
    if _FEED_ROOT.match(start, prologue.end()):
        return "feed"
    if HTML_START.match(start) or HTML_START.match(start, prologue.end()):
        return "html"
    if (json_format := _sniff_json(start)) is not None:
        return json_format
    if looks_like_mhtml(head):
        return "mhtml"
    return "table" if looks_like_table(head) else sniff_markup(head)


def _sniff_json(start: bytes) -> Literal["json lines", "json"] | None:
    """Tell JSON Lines from other JSON: there, most lines are objects from end to end."""
    if _ARRAY_START.match(start):
        return "json"
    lines = [line for line in start.split(b"\n") if line.strip()]
    if len(lines) > 1:
        lines.pop()  # it may be cut
    objects = sum(_OBJECT_LINE.fullmatch(line) is not None for line in lines)
    if objects and objects * 2 >= len(lines):
        return "json lines"
    if not _OBJECT_START.match(start):
        return None
    # One line that goes on beyond `start`, or lines of which each opens an object.
    opened = sum(_OBJECT_START.match(line) is not None for line in lines)
    return "json lines" if opened * 2 > len(lines) else "json"
