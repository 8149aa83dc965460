"""One page in one file: HTML as browsers save it, and plain text or Markdown."""

import re
from datetime import datetime

from onrecord.pages.decoding import decode_page
from onrecord.pages.front_matter import split_front_matter
from onrecord.pages.limits import Limits
from onrecord.pages.making import Hints, make_page, too_large
from onrecord.pages.markup import sniff_markup
from onrecord.pages.streams import CHUNK, Stream
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page

_COMMENT_CHARACTERS = 4096
# Internet Explorer, Firefox and Chrome: the number is the length of the address.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)\s*(\S+)")
# SingleFile: "Page saved with SingleFile", then a line for each of these.
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\b(.{0,4000}?)-->", re.DOTALL)
_SINGLE_FILE_URL = re.compile(r"^\s*url:\s*(\S+)", re.MULTILINE)
_SINGLE_FILE_DATE = re.compile(r"^\s*saved date:\s*\w{3} (.{0,30}? GMT[+-]\d{4})", re.MULTILINE)


def read_page(
    stream: Stream, *, origin: str, limits: Limits, charset: str | None
) -> Page | Unreadable:
    """Return the one page of `stream`; raises `InputError` where its gzip data is damaged."""
    data = stream.read(limits.max_page_bytes + 1)
    if len(data) > limits.max_page_bytes:
        return explain(origin, too_large(limits))
    content = decode_page(data, declared=charset)
    if sniff_markup(content[:CHUNK].encode()) == "html":
        return make_page(content, "html", origin=origin, limits=limits, hints=_saved_from(content))
    hints, text = split_front_matter(content)
    return make_page(text, "text", origin=origin, limits=limits, hints=hints)


def _saved_from(content: str) -> Hints:
    head = content[:_COMMENT_CHARACTERS]
    if match := _SINGLE_FILE.search(head):
        url = _SINGLE_FILE_URL.search(match[1])
        saved = _SINGLE_FILE_DATE.search(match[1])
        return Hints(url=url and url[1], captured=saved and _parse_moment(saved[1]))
    match = _SAVED_FROM.search(head)
    url_words = match[1].removesuffix("-->") if match else None
    if url_words and url_words.startswith(("http://", "https://")):
        return Hints(url=url_words)
    return Hints()


def _parse_moment(words: str) -> datetime | None:
    """Return the moment of "Mar 05 2023 12:34:56 GMT+0100", as JavaScript prints it."""
    try:
        return datetime.strptime(words, "%b %d %Y %H:%M:%S GMT%z")
    except ValueError:
        return None
