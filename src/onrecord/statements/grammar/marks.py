"""Quotations of careless pages: marks of two kinds, doubled single marks, marks turned round.

A quotation opened with “ and closed with ", ''set like this'' or ``like this'', is one to its
reader. The double marks are turned into “ and ” by what stands around them, character by
character, so that all offsets hold; then the quotations are found as usual.
"""

import re

from onrecord.text import Outline, Quotation, find_quotations

_CARELESS = re.compile("\"|''|``|(?:^|\\s)”\\w|\\w“(?!\\w)|’’|‘‘", re.MULTILINE)
_DOUBLE = re.compile("''|``|’’|‘‘|[\"“”]")
_OPENS_AFTER = frozenset("([{—–-/:…\u00a0")


def read_quotations(text: str, outline: Outline) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in reading order, an outer one before those inside it."""
    if _CARELESS.search(text) is None:
        return outline.quotations
    plain = _DOUBLE.sub(_straighten, text)
    return tuple(
        quotation for span in outline.paragraphs for quotation in find_quotations(plain, span)
    )


def _straighten(match: re.Match[str]) -> str:
    """Return the mark as “ or ”, with a space where it took two characters."""
    text, mark = match.string, match[0]
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    left = before.isspace() or before in _OPENS_AFTER
    right = after.isspace() or after in ".,;:!?)]}"
    turned = (mark == "”" and left and after.isalnum()) or (mark == "“" and right and not left)
    if mark in "“”" and not turned:
        return mark
    inner = not right and not before.isalnum() and before not in ".,!?…"
    opening = mark == "``" or (left and not after.isspace()) or inner
    if len(mark) == 2:
        return " “" if opening else "” "
    return "“" if opening else "”"
