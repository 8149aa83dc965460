"""Words and punctuation marks of a text, with their places."""

import re
from collections.abc import Iterator
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


class Word(NamedTuple):
    """One word or mark: its characters and where they stand."""

    text: str
    span: Span


def find_words(text: str, span: Span) -> Iterator[Word]:
    """Yield the words and marks of `text` inside `span`, in order."""
    for match in _WORD.finditer(text, span.start, span.end):
        yield Word(match[0], Span(match.start(), match.end()))
