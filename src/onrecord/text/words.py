"""Words and punctuation marks of a text, with their places."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from onrecord.records import Span

# Numbers with separators, words with inner apostrophes and hyphens, abbreviations with inner
# stops ("U.S."), single marks. Alternatives start with different characters or are anchored by a
# possessive-free run, so the pattern is linear.
_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*%?"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\w+(?:['’-]\w+)*"
    r"|[^\w\s]"
)
_TOKEN = re.compile(r"\w+|[^\w\s]")
_KNOWN_LINES = 512  # more than most pages have that are no menu


class Word(NamedTuple):
    """One word or mark: its characters and where they stand."""

    text: str
    span: Span


def find_words(text: str, span: Span) -> Iterator[Word]:
    """Yield the words and marks of `text` inside `span`, in order."""
    for match in _WORD.finditer(text, span.start, span.end):
        yield Word(match[0], Span(match.start(), match.end()))


@lru_cache(_KNOWN_LINES)
def list_tokens(line: str) -> tuple[str, ...]:
    """Return the runs of letters and digits of `line` in lower case, and each of its marks.

    The classifiers and the rules ask for those of the same lines: they are remembered for about
    as long as a page is read.
    """
    return tuple(_TOKEN.findall(line.lower()))


def cut_words(text: str, most: int) -> str:
    """Return `text` as one line of up to `most` characters, marked where words are cut off."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
