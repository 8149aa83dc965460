"""Parse HTML into a tree, guarded against pages that are made to break parsers."""

import re

from lxml import etree
from lxml.etree import _Element

from onrecord.errors import PageError

LONGEST_PAGE = 20_000_000  # characters
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONE = re.compile("[\ud800-\udfff]")


def parse_html(content: str, *, origin: str) -> _Element:
    """Return the root element of `content`; raise `PageError` where there is none.

    libxml2 closes elements that are nested deeper than its limit, so that a page of 100,000 open
    tags costs time in proportion to its length and no stack.
    """
    if len(content) > LONGEST_PAGE:
        raise PageError(f"longer than {LONGEST_PAGE:,} characters; split it", origin=origin)
    data = _LONE.sub("\ufffd", _CONTROL.sub(" ", content)).encode("utf-8")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, recover=True
    )
    try:
        root = etree.fromstring(data, parser=parser)
    except etree.ParserError as error:
        raise PageError(f"no HTML in it ({error})", origin=origin) from error
    except etree.XMLSyntaxError as error:
        raise PageError(f"no HTML in it ({error.msg})", origin=origin) from error
    if root is None:
        raise PageError("no HTML in it", origin=origin)
    return root
