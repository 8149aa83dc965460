"""Turn the content of a text page into its lines: without markup, and without hard wrapping."""

import itertools
import re
from collections.abc import Iterator

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff\u200b\u2028\u2029]")
_HEADING = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*#*")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|\*{3,}|_{3,}|(?:\* ?){3,}|(?:- ?){3,})")
_IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()\s]{0,800}(?: \"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{0,800}(?: \"[^\"]{0,200}\")?\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,600}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,400}?)(?<=[^\s*])\*(?![\w*])")
_QUOTE_MARK = re.compile(r"(?:> ?)+")

WIDEST_WRAP = 100  # characters: a wider line is a paragraph of its own
_NARROWEST_WRAP = 45
_ENDS = tuple(".!?…:\"'”’»)")


def list_lines(content: str) -> list[str]:
    """Return the lines of a text page that are not blank, hard-wrapped ones joined to paragraphs.

    Control characters go, as does Markdown's markup (headings, emphasis, links, rules); the
    page's own typographic characters stay.
    """
    text = _CONTROL.sub("", content.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))
    rows = [strip_markdown(row.strip()) for row in text.split("\n")]
    width = _wrap_width(rows)
    if width is None:
        return [row for row in rows if row]
    return list(_join_wrapped(rows, width))


def strip_markdown(row: str) -> str:
    """Return one line without Markdown's marks; a rule under a heading becomes empty."""
    if _UNDERLINE.fullmatch(row):
        return ""
    heading = _HEADING.fullmatch(row)
    if heading is not None:
        row = heading["words"]
    if row.startswith(">"):
        row = _QUOTE_MARK.sub("", row, count=1)
    if "](" in row:
        row = _LINK.sub(r"\1", _IMAGE.sub(r"\1", row))
    if "**" in row or "__" in row:
        row = _STRONG.sub(r"\2", row)
    if row.count("*") >= 2:
        row = _EMPHASIS.sub(r"\1", row)
    return row.strip()


def _wrap_width(rows: list[str]) -> int | None:
    """Return the width at which the page's lines were broken, or `None` where they were not.

    A wrapped page has hardly a line above the width, and most lines near it break off in the
    middle of a sentence.
    """
    lengths = sorted(len(row) for row in rows if row)
    if len(lengths) < 4:
        return None
    width = lengths[int(len(lengths) * 0.97)]
    if not _NARROWEST_WRAP <= width <= WIDEST_WRAP or lengths[-1] > width + 25:
        return None
    full = [
        (row, following)
        for row, following in itertools.pairwise(rows)
        if following and len(row) > width * 0.75
    ]
    broken = sum(not row.endswith(_ENDS) for row, _ in full)
    going_on = sum(following[0].islower() for row, following in full)
    if len(full) < 3 or broken < 0.6 * len(full) or going_on < 0.4 * len(full):
        return None
    return width


def _join_wrapped(rows: list[str], width: int) -> Iterator[str]:
    """Yield paragraphs: a line goes on in the next one where that one's first word did not fit."""
    paragraph: list[str] = []
    last = ""
    for row in rows:
        starts_new = not row or (last and not _goes_on(last, row, width))
        if starts_new and paragraph:
            yield " ".join(paragraph)
            paragraph = []
        if row:
            paragraph.append(row)
        last = row
    if paragraph:
        yield " ".join(paragraph)


def _goes_on(line: str, following: str, width: int) -> bool:
    if following[0].islower() and not line.endswith((".", "!", "?")):
        return True
    first_word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > width
