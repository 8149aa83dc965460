"""What a watch told as a feed: Atom (RFC 4287) and JSON Feed 1.1. One entry is one row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from urllib.parse import quote

import msgspec
from lxml import etree  # type: ignore[import-untyped]

from onrecord import __version__
from onrecord.views.markup import harmless
from onrecord.views.plain import shorten
from onrecord.watches.contents import Seen
from onrecord.watches.memory import Firing
from onrecord.watches.reports import show_changes, show_filter, show_place, show_row, show_sentence
from onrecord.watches.saved import Watch

MOST = 500  # entries
_ATOM = "http://www.w3.org/2005/Atom"
_TITLE = 200  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row that is new, changed or withdrawn."""

    id: str
    title: str
    text: str
    when: datetime
    link: str | None


def list_entries(watch: Watch, firings: Sequence[Firing], base: str | None) -> Iterator[Entry]:
    """Yield the entries of `firings`, in their order; ids stay the same wherever they are shown.

    `base` is the address of the server that shows rows ("http://127.0.0.1:8765"); without it,
    entries lead to the pages that the rows come from.
    """
    for firing in firings:
        news = firing.news
        told: list[tuple[str, Seen, list[str]]] = [("New", seen, []) for seen in news.new]
        told += [
            ("Changed", change.after, [*show_changes(change), f"({change.why})"])
            for change in news.changed
        ]
        told += [("Withdrawn", gone.before, [f"({gone.why})"]) for gone in news.withdrawn]
        for number, (word, seen, more) in enumerate(told, 1):
            line = harmless(f"{word}: {show_row(seen)}")
            title = shorten(line, _TITLE)
            link = seen.url
            if base is not None and word != "Withdrawn":
                link = f"{base}/row/{quote(seen.row, safe='')}"
            yield Entry(
                id=f"urn:onrecord:{watch.id}:{firing.number}:{number}",
                title=title,
                text=harmless("\n".join((line, *more, *show_sentence(seen), show_place(seen)))),
                when=firing.when,
                link=link if link and link.startswith(("http://", "https://")) else None,
            )


def atom_feed(watch: Watch, firings: Sequence[Firing], *, base: str | None = None) -> bytes:
    """Return an Atom feed of what a watch told, the latest first."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _add(root, "id", f"urn:onrecord:{watch.id}")
    _add(root, "title", f"On Record: {watch.name}")
    _add(root, "subtitle", show_filter(watch.fields))
    _add(root, "updated", _moment(firings[0].when if firings else watch.since))
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, "name", "On Record")
    _add(root, "generator", "On Record", version=__version__)
    if base is not None:
        address = f"{base}/watches/{watch.id}"
        _add(root, "link", rel="self", type="application/atom+xml", href=f"{address}/atom.xml")
        _add(root, "link", rel="alternate", type="text/html", href=address)
    for entry in islice(list_entries(watch, firings, base), MOST):
        element = etree.SubElement(root, f"{{{_ATOM}}}entry")
        _add(element, "id", entry.id)
        _add(element, "title", entry.title)
        _add(element, "updated", _moment(entry.when))
        if entry.link is not None:
            _add(
                element, "link", rel="alternate", href=quote(entry.link, safe=":/?#[]@!$&'()*+,;=%")
            )
        _add(element, "content", entry.text, type="text")
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return data


def json_feed(watch: Watch, firings: Sequence[Firing], *, base: str | None = None) -> bytes:
    """Return a JSON Feed of what a watch told, the latest first."""
    items = []
    for entry in islice(list_entries(watch, firings, base), MOST):
        item = {
            "id": entry.id,
            "title": entry.title,
            "content_text": entry.text,
            "date_published": _moment(entry.when),
        }
        if entry.link is not None:
            item["url"] = entry.link
        items.append(item)
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": harmless(f"On Record: {watch.name}"),
        "description": harmless(show_filter(watch.fields)),
        "authors": [{"name": "On Record"}],
        "items": items,
    }
    if base is not None:
        feed["home_page_url"] = f"{base}/watches/{watch.id}"
        feed["feed_url"] = f"{base}/watches/{watch.id}/feed.json"
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"


def _add(parent: object, name: str, text: str | None = None, **attributes: str) -> None:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    if text is not None:
        element.text = harmless(text)


def _moment(when: datetime) -> str:
    """Return a moment as RFC 3339 has it."""
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")
