"""Tell which state the sentence right before is about, whose government "the government" is."""

import re

from onrecord.actors.book import Book, Key
from onrecord.records import Span

_REACH = 400  # characters of that sentence
_SENTENCE_END = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])|\n+")


def find_state_before(text: str, at: int, book: Book) -> Key | None:
    """Return the state that opens the sentence right before the one at character `at`.

    In "Kenya closed its border. The government said" it is Kenya; in "It met Kenya. The government
    said" none is.
    """
    for key, draft in book.drafts.items():
        if key[0] == "state" and any(_opens_before(text, span, at) for span in draft.mentions):
            return key
    return None


def _opens_before(text: str, state: Span, at: int) -> bool:
    """Return whether a state's name opens its sentence, and that is the last one before `at`."""
    if not 0 < at - state.end < _REACH:
        return False
    before = text[max(0, state.start - 8) : state.start].removesuffix("The ").rstrip(" ")
    ends = _SENTENCE_END.findall(text, state.end, at)
    return before[-1:] in {"", ".", "\n"} and len(ends) == 1
