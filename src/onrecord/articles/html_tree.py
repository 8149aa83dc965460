"""Parse HTML into a tree, guarded against pages that are made to break parsers."""

import re
from collections import Counter
from typing import Any

import numpy as np
from lxml import etree  # type: ignore[import-untyped]

from onrecord.errors import PageError

Element = Any  # lxml has no types

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr p li".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt "
    "ruby s samp small span strike strong sub sup tt u var wbr time".split()
)

LONGEST_PAGE = 20_000_000  # characters
_LONGEST_TAME = 3_000_000
_DEEPEST_TAME = 200  # levels
_NO_CONTROL = bytes(code if code > 31 or code in b"\t\n\r" else 32 for code in range(256))
# libxml2 compares each attribute of a tag with all others: a tag with tens of thousands of them,
# which no page has, is cut down to its name.
_LONG_TAG = re.compile(rb"<(?!script|style)([a-zA-Z][\w-]{0,30})[^<]{40000,}")
# libxml2 stops at the element that is the 2,048th inside another. Of what is deeper than this the
# tags are taken out: it leaves room for paragraphs in list items, which are not counted.
_DEEPEST_READ = 600  # levels
_TOO_DEEP = "Excessive depth"
_WHOLE_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>?")
_RAW = frozenset({"script", "style"})  # what is inside is no text; they hold no elements
_STEP = 20_000  # bytes; a tag that is that long leaves such a part of the page without a "<"
_MOST_ATTRIBUTES = 4000


def nesting(content: str) -> int:
    """Return how deep the elements of `content` could at most be nested, roughly.

    Counts start tags less end tags at the worst point, void elements left out.
    """
    depth = deepest = 0
    for match in _TAG.finditer(content):
        if match[1]:
            depth = max(0, depth - 1)
        elif match[2].lower() not in _VOID:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _drop_controls(data: bytes) -> bytes:
    """Return a page with spaces for its control characters: few have any, counting is faster."""
    codes = np.frombuffer(data, dtype=np.uint8)
    kept = sum(int(np.count_nonzero(codes == code)) for code in b"\t\n\r")
    return data if np.count_nonzero(codes < 32) == kept else data.translate(_NO_CONTROL)


def _cut_long_tags(data: bytes) -> bytes:
    """Return a page whose tags with more than `_MOST_ATTRIBUTES` are cut down to their names."""
    parts: list[bytes] = []
    done = 0
    for at in range(_STEP, len(data) - _STEP, _STEP):
        if data.find(b"<", at, at + _STEP) >= 0:
            continue
        start = data.rfind(b"<", at - _STEP, at)
        match = _LONG_TAG.match(data, start) if start >= 0 else None
        if match is not None and match[0].count(b"=") > _MOST_ATTRIBUTES:
            parts += [data[done:start], b"<", match[1], b">"]
            done = match.end()
    return b"".join([*parts, data[done:]]) if parts else data


def is_tame(content: str) -> bool:
    """Return whether parsers that recurse and know no limits can be trusted with `content`."""
    if len(content) > _LONGEST_TAME or nesting(content) > _DEEPEST_TAME:
        return False
    return _LONG_TAG.search(content.encode("utf-8", "replace")) is None


def parse_html(content: str, *, origin: str) -> Element:
    """Return the root element of `content`; raise `PageError` where there is none.

    Of elements that are nested deeper than any page's, only the text is kept: a page of 100,000
    open tags costs time in proportion to its length and no stack.
    """
    if len(content) > LONGEST_PAGE:
        raise PageError(f"longer than {LONGEST_PAGE:,} characters; split it", origin=origin)
    data = _cut_long_tags(_drop_controls(content.encode("utf-8", "replace")))
    root, whole = _parse(data, origin)
    if not whole:
        root, whole = _parse(_flatten(data), origin)
    if not whole:
        raise PageError(
            "its elements are nested so deep that what is inside cannot be read; "
            "save the page as text",
            origin=origin,
        )
    return root


def _parse(data: bytes, origin: str) -> tuple[Element, bool]:
    """Return the root element of a page, and whether all of the page was read."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser=parser)
    except etree.ParserError as error:
        raise PageError(f"no HTML in it ({error})", origin=origin) from error
    except etree.XMLSyntaxError as error:
        raise PageError(f"no HTML in it ({error.msg})", origin=origin) from error
    if root is None:
        raise PageError("no HTML in it", origin=origin)
    return root, not any(_TOO_DEEP in error.message for error in parser.error_log)


def _flatten(data: bytes) -> bytes:
    """Return a page without the tags of elements deeper than `_DEEPEST_READ`.

    In the place of each that is not inline stands a line break, so that two texts stay apart.
    """
    depth = 0
    opened: Counter[str] = Counter()

    def keep(match: re.Match[bytes]) -> bytes:
        nonlocal depth
        name = match[2].decode().lower()
        if name in _VOID or name in _RAW:
            return match[0]
        deep = depth > _DEEPEST_READ
        if not match[1]:
            depth += 1
            opened[name] += 1
        elif opened[name]:
            depth -= 1
            opened[name] -= 1
            deep = depth > _DEEPEST_READ
        if not deep:
            return match[0]
        return b"" if name in INLINE else b"<br>"

    return _WHOLE_TAG.sub(keep, data)
