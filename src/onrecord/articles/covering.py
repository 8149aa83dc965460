"""Cover the furniture of an article whose text has to stay as it came."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.articles.appeals import mark_appeals
from onrecord.articles.furniture import mark_capitals, mark_pointed_at, name_by_wording
from onrecord.articles.person_boxes import find_boxes
from onrecord.records import Article, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def cover_furniture(article: Article) -> Article:
    """Return `article` with spaces over what its wording alone shows to be no part of the story.

    What is read in it has its places in the text as it came: no character moves. The first line
    is the headline, or opens the story.
    """
    covered = [*_find_lines(article.text), *find_boxes(article.text)]
    if not covered:
        return article
    pieces = list(article.text)
    for start, end in covered:
        pieces[start:end] = " " * (end - start)
    return replace(article, text="".join(pieces))


def _find_lines(text: str) -> Iterator[Span]:
    """Yield the lines that are furniture."""
    spans = [Span(*match.span()) for match in _LINE.finditer(text)]
    lines = [text[slice(*span)] for span in spans]
    reasons = [None, *(name_by_wording(line.strip()) for line in lines[1:])]
    in_body = [reason is None for reason in reasons]
    mark_appeals(lines, reasons, in_body)
    mark_pointed_at(lines, reasons, in_body)
    mark_capitals(lines, reasons, in_body, 1)
    yield from (span for span, body in zip(spans, in_body, strict=True) if not body)
