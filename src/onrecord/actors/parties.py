"""The phrases that the trained reader has for somebody who acts, speaks or is acted on."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from onrecord.records import Span

_LONGEST = 300  # characters of a phrase that is looked at
# Behind such a word another noun than the phrase's own stands: "the leader of | students |".
_BEHIND = re.compile(
    r"\b(?:of|in|for|from|by|at|with|to|on|about|against|who|which|that|including|and|or)\b|[,;:(]"
)


class Parties:
    """Tells whether a noun phrase is somebody who takes part, as the trained reader has it."""

    def __init__(self, text: str, spans: Iterable[Span] = ()) -> None:
        self._text = text
        self._spans = sorted({span for span in spans if span.end - span.start <= _LONGEST})

    def holds(self, phrase: Span) -> bool:
        """Return whether `phrase` is the head of a party, and not only inside one."""
        at = bisect_right(self._spans, phrase.start, key=lambda span: span.start)
        return any(
            phrase.end <= party.end and not _BEHIND.search(self._text, party.start, phrase.start)
            for party in self._spans[max(0, at - 4) : at]
        )
