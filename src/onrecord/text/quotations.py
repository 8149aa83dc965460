"""Find the passages that stand in quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A passage in quotation marks, inside one paragraph.

    `span` covers the marks, `inner` what stands between them. A quotation that the paragraph
    does not close (`closed` is false) runs to its end: with a paragraph after it that opens with
    a mark, it goes on there. `depth` is 1 for a quotation inside another one.
    """

    span: Span
    inner: Span
    closed: bool = True
    depth: int = 0


# Writers mix typographic and straight marks: “like this", "and this”.
_CLOSING = {"“": '”"', "„": "”“", "«": "»", "‘": "’'", '"': '"”', "'": "'’"}
_MARKS = re.compile("[“”„«»\"‘’']")
_SINGLE_CLOSER = re.compile(r"[’'](?!\w)")
_BEFORE_OPEN = frozenset("([{—–-/:…\u00a0\u2009\u202f“‘\"'«")


def find_quotations(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Yield the quotations of one paragraph, an outer one before those inside it.

    Straight and single marks open where white space or an opening mark stands before them, and
    close where white space or punctuation follows; so an apostrophe is neither. One odd mark
    costs at most its own paragraph.
    """
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []  # opening marks and their positions, two at most
    for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
        mark, at = match[0], match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        opened = _find_opened(stack, mark)
        if opened is not None and _closes(text, at, before, after):
            del stack[opened + 1 :]
            start = stack.pop()[1]
            span, inner = Span(start, at + 1), Span(start + 1, at)
            found.append(Quotation(span=span, inner=inner, depth=len(stack)))
        elif _opens(mark, before, after) and len(stack) < 2 and mark not in dict(stack):
            stack.append((mark, at))
    for depth, (mark, start) in enumerate(stack):
        if depth == 0 and mark in '“„«"':
            found.append(
                Quotation(
                    span=Span(start, paragraph.end),
                    inner=Span(start + 1, paragraph.end),
                    closed=False,
                )
            )
    yield from sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end))


def _find_opened(stack: list[tuple[str, int]], mark: str) -> int | None:
    """Return the index in `stack` of the innermost opening mark that `mark` can close."""
    for index in range(len(stack) - 1, -1, -1):
        if mark in _CLOSING[stack[index][0]]:
            return index
    return None


def _opens(mark: str, before: str, after: str) -> bool:
    return mark in _CLOSING and not after.isspace() and (before.isspace() or before in _BEFORE_OPEN)


def _closes(text: str, at: int, before: str, after: str) -> bool:
    """Tell a closing mark from an opening one, and from the apostrophe of "the States’ reply".

    After an s, a single mark with a space behind it closes if no later one near it could.
    """
    mark = text[at]
    if mark in "”“»":
        return True
    if after.isalnum() or (mark in "\"'" and before.isspace()):
        return False
    if mark in "’'" and before in "sS" and after.isspace():
        return _SINGLE_CLOSER.search(text, at + 1, at + 400) is None
    return True
