"""Tell which state the sentence right before is about, whose government "the government" is."""

import re
from collections import Counter
from collections.abc import Iterable

from onrecord.actors.book import Book, Key
from onrecord.actors.views import View
from onrecord.records import Span

_REACH = 400  # characters of that sentence
_SENTENCE_END = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])|\n+")


def find_home(views: Iterable[View]) -> str | None:
    """Return the state that the article names most often, by any form; of two the first named."""
    named = Counter(
        known.entry.name
        for view in views
        for known in view.known.values()
        if known.entry.kind != "body"
    )
    return max(named, key=named.__getitem__, default=None)


def find_state_before(text: str, at: int, book: Book, home: str | None) -> Key | None:
    """Return the state that opens the sentence right before the one at character `at`.

    In "Kenya closed its border. The government said" it is Kenya; in "It met Kenya. The government
    said" none is. In a story of another state, its `home`, that one's government may be meant.
    """
    for key, draft in book.drafts.items():
        opens = key[0] == "state" and any(_opens_before(text, span, at) for span in draft.mentions)
        if opens:
            return key if draft.name == home else None
    return None


def _opens_before(text: str, state: Span, at: int) -> bool:
    """Return whether a state's name opens its sentence, and that is the last one before `at`."""
    if not 0 < at - state.end < _REACH:
        return False
    before = text[max(0, state.start - 8) : state.start].removesuffix("The ").rstrip(" ")
    ends = _SENTENCE_END.findall(text, state.end, at)
    return before[-1:] in {"", ".", "\n"} and len(ends) == 1
