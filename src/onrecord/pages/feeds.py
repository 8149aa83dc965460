"""RSS and Atom feeds: an entry that holds its article becomes a page.

Parsed with lxml's pull parser, entry by entry, so that a feed of any size stands in memory one
entry at a time; feedparser reads the whole feed first.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from onrecord.pages.decoding import clean_text
from onrecord.pages.limits import Limits
from onrecord.pages.making import Hints, make_page
from onrecord.pages.names import record_origin, show_name
from onrecord.pages.streams import CHUNK, Stream
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page, PageKind, Witness
from onrecord.text import find_paragraphs, find_sentences

_ENTRY_NAMES = frozenset(("item", "entry"))
_CONTENT_NAMES = ("encoded", "content")  # content:encoded of RSS, content of Atom
_SUMMARY_NAMES = ("description", "summary")
_DATE_NAMES = ("published", "pubDate", "date", "issued")
# A summary of fewer sentences is a teaser: it reports nothing that its page does not.
_MIN_SUMMARY_SENTENCES = 3
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")

_Element = Any  # lxml has no types


def read_feed(
    stream: Stream, *, origin: str, limits: Limits, charset: str | None
) -> Iterator[Page | Unreadable]:
    """Yield one page for each entry, in the order of the feed.

    An entry with its full content is a page of that content. One with only a summary is a page
    of the summary where that has at least three sentences, and otherwise an `Unreadable`:
    feeds are not followed to their pages. The outlet is the entry's source or the feed's title.
    Raises `InputError` where the gzip data is damaged.
    """
    parser = etree.XMLPullParser(
        events=("end",),
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        encoding=charset,
    )
    feed_title: str | None = None
    number = 0
    for element in _read_elements(parser, stream):
        name = _local_name(element)
        parent = element.getparent()
        if name in _ENTRY_NAMES:
            number += 1
            entry_origin = record_origin(origin, number)
            yield _read_entry(element, feed_title, origin=entry_origin, limits=limits)
            element.clear()
            if parent is not None:
                parent.remove(element)
        elif name == "title" and _local_name(parent) in ("channel", "feed"):
            feed_title = feed_title or _text_of(element)
    if not number:
        yield explain(origin, "is a feed without entries; there is nothing to read")


def _read_elements(parser: Any, stream: Stream) -> Iterator[_Element]:
    """Yield the elements as they end. What follows a fatal error is left out."""
    try:
        while data := stream.read_some(CHUNK):
            parser.feed(data)
            for _, element in parser.read_events():
                yield element
        parser.close()
        for _, element in parser.read_events():
            yield element
    except etree.XMLSyntaxError:
        return


def _read_entry(
    entry: _Element, feed_title: str | None, *, origin: str, limits: Limits
) -> Page | Unreadable:
    children: dict[str, _Element] = {}
    for child in entry:
        children.setdefault(_local_name(child), child)
    hints = Hints(
        url=_find_link(entry),
        title=_first_text(children, ("title",)),
        outlet=_find_source(children) or feed_title,
        published=_first_text(children, _DATE_NAMES),
        byline=_find_author(children),
        witnesses=tuple(_find_change(children)),
    )
    content = _first_markup(children, _CONTENT_NAMES)
    if content is None:
        content = _first_markup(children, _SUMMARY_NAMES)
        if content is None or _count_sentences(content) < _MIN_SUMMARY_SENTENCES:
            where = f" ({show_name(hints.url)})" if hints.url else ""
            return explain(origin, f"has no text but a summary; save its page{where} and give that")
    kind: PageKind = "html" if _TAG.search(content) else "text"
    return make_page(content, kind, origin=origin, limits=limits, hints=hints)


def _find_author(children: dict[str, _Element]) -> str | None:
    """Return the author's name: of RSS, where it is no address, or of Atom."""
    for name in ("creator", "author"):
        if name in children:
            within = [child for child in children[name] if _local_name(child) == "name"]
            words = _text_of(within[0] if within else children[name])
            if words and "@" not in words:
                return words
    return None


def _find_change(children: dict[str, _Element]) -> Iterator[Witness]:
    """Yield when the entry was last changed: it was published then or before."""
    words = _first_text(children, ("updated",))
    if words is not None:
        yield Witness(kind="feed", words=f"updated: {words}")


def _local_name(element: _Element | None) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    if element is None or not isinstance(element.tag, str):
        return ""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _text_of(element: _Element) -> str | None:
    """Return the words in `element`, on one line; `None` where there are none."""
    return " ".join(_plain("".join(element.itertext())).split()) or None


def _first_text(children: dict[str, _Element], names: tuple[str, ...]) -> str | None:
    texts = (_text_of(children[name]) for name in names if name in children)
    return next((text for text in texts if text), None)


def _first_markup(children: dict[str, _Element], names: tuple[str, ...]) -> str | None:
    """Return the content of the first named child that has any, as HTML or plain text."""
    for name in names:
        if name not in children:
            continue
        element = children[name]
        if len(element):  # XHTML, or HTML that was not escaped
            markup = etree.tostring(element, encoding="unicode", with_tail=False)
        else:
            markup = element.text or ""
        if not markup.isspace() and markup:
            return clean_text(markup)
    return None


def _find_link(entry: _Element) -> str | None:
    """Return the address of the entry's page: the text of RSS `link`, the `href` of Atom's."""
    for child in entry:
        if _local_name(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address:
                return clean_text(address)
    return None


def _find_source(children: dict[str, _Element]) -> str | None:
    """Return the title of the feed that an entry was taken over from, if it names one."""
    source = children.get("source")
    if source is None:
        return None
    titles = [child for child in source if _local_name(child) == "title"]
    return _text_of(titles[0] if titles else source)


def _plain(markup: str) -> str:
    """Return the words of escaped HTML: feeds escape titles once or twice."""
    return clean_text(html.unescape(_TAG.sub("", markup)))


def _count_sentences(markup: str) -> int:
    text = _plain(markup)
    return sum(1 for paragraph in find_paragraphs(text) for _ in find_sentences(text, paragraph))
