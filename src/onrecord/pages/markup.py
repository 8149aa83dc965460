"""Tell a page with markup from a plain text."""

import re
from typing import Literal

# What the WHATWG MIME Sniffing standard counts as the start of a page ("tag-terminating byte"
# included), after white space.
HTML_START = re.compile(
    rb"<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|!--"
    rb"|article|main|section|meta|link|nav|header|base|center|span|figure|h2|h3|ul)(?=[\s>/-])",
    re.IGNORECASE,
)
# Further in, only a page's own skeleton or dense markup counts: a text may speak of <html>.
_HTML_SKELETON = re.compile(
    rb"^[ \t]*<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE | re.MULTILINE
)
_CLOSING_TAG = re.compile(
    rb"</(?:p|div|a|span|li|ul|td|tr|h[1-6]|script|style|body|html)>", re.IGNORECASE
)
_BYTES_PER_TAG = 500


def sniff_markup(head: bytes) -> Literal["html", "text"]:
    """Return whether `head` is of a page with markup or of a plain text."""
    if HTML_START.match(head.lstrip()[:100]):
        return "html"
    tags = len(_CLOSING_TAG.findall(head))
    dense = tags * _BYTES_PER_TAG >= len(head) or _HTML_SKELETON.search(head)
    return "html" if tags and dense else "text"
