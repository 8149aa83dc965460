"""The pages that a feed tells of."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]

from onrecord.errors import InputError
from onrecord.pages.limits import MEGABYTE
from onrecord.pages.opening import open_file
from onrecord.pages.sniffing import sniff_format

_ENTRIES = frozenset(("item", "entry"))
_HEAD = 64 * 1024
_LARGEST = 20 * MEGABYTE


def is_feed(data: bytes) -> bool:
    """Return whether `data` is a feed (RSS or Atom), whatever it is called."""
    return sniff_format(data[:_HEAD]) == "feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """What a file names: feeds and pages to visit, or the pages that a saved feed tells of."""

    sources: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


def read_source_file(path: str) -> SourceFile:
    """Read a saved feed, a list with an address on each line, or a reader's list (OPML).

    Raises `InputError` for anything else.
    """
    with open_file(path, origin=path) as stream:
        data = stream.read(_LARGEST)
    if is_feed(data):
        return SourceFile(pages=tuple(list_entries(data, base="")))
    if b"<opml" in data[:_HEAD].lower():
        return SourceFile(sources=tuple(_list_outlines(data)))
    lines = [line.strip() for line in data.decode("utf-8", "replace").splitlines()]
    addresses = [line for line in lines if line and not line.startswith("#")]
    if addresses and all(is_address(each) for each in addresses):
        return SourceFile(sources=tuple(dict.fromkeys(addresses)))
    raise InputError(
        "is no feed (RSS, Atom), no list of addresses and no OPML; add saved pages with: "
        "onrecord add",
        origin=path,
    )


def is_address(text: str) -> bool:
    """Return whether `text` is meant as an address, not as a file."""
    return text.lower().startswith(("http://", "https://"))


def list_entries(data: bytes, *, base: str) -> Iterator[str]:
    """Yield the address of each entry's page, in the order of the feed, each once.

    `base` is the feed's own address, from which those without a host are read.
    """
    seen: set[str] = set()
    parser = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        for _, element in parser:
            if _local_name(element) in _ENTRIES:
                link = _find_link(element)
                element.clear()
                if link is None:
                    continue
                url = _join(base, link)
                if url is not None and url not in seen:
                    seen.add(url)
                    yield url
    except etree.XMLSyntaxError:  # what stands before it counts
        return


def _list_outlines(data: bytes) -> Iterator[str]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(data, parser)
    found = [] if root is None else [each.get("xmlUrl") for each in root.iter("outline")]
    yield from dict.fromkeys(url.strip() for url in found if url and is_address(url.strip()))


def _find_link(entry: Any) -> str | None:
    """Return RSS's `link`, or the `href` of Atom's; a `guid` that says it is an address."""
    guid = None
    for child in entry:
        name = _local_name(child)
        text = (child.text or "").strip()
        if name == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or text).strip()
            if address:
                return str(address)
        elif name == "guid" and child.get("isPermaLink", "true") == "true":
            guid = text if text.startswith(("http://", "https://")) else None
    return guid


def _join(base: str, link: str) -> str | None:
    try:
        return urljoin(base, link).partition("#")[0]
    except ValueError:  # as "http://[x"
        return None


def _local_name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
