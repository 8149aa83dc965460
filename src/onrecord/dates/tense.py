"""Tell from a sentence whether a date in it lies ahead or behind."""

import re

from onrecord.dates.meaning import Direction
from onrecord.records import Span

_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|going to|(?:is|are|was|were|be|been) (?:due|set|scheduled|expected|slated|"
    r"planned|to)\b|(?:scheduled|due|slated|set|expected|planned|plans?|planning|hopes?|hoping|expects?|"
    r"intends?|aims?|ready|likely|want(?:s|ed)?|about|vow(?:s|ed)|agreed|able) (?:to|for|on)\b|"
    r"would|could|may|might|can|must|should|['’]ll|upcoming|forthcoming|payable|begins?|starts?|opens?|takes place)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:said|says|told|was|were|had|did|has|have|since|ago|\w{3,}ed|came|went|took|made|began|"
    r"met|held|killed|won|lost|left|gave|found|fell|rose|ran|saw|sent|set|shot|spoke|struck|sold|"
    r"bought|brought|became|broke|built|grew|knew|led|met|paid|put|sat|stood|wrote|got|hit|cut)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:by|until|till|before|from|starting|beginning|effective)\s+(?:the\s+)?$", re.IGNORECASE
)


def find_direction(text: str, span: Span, sentence: Span) -> Direction | None:
    """Return where the date at `span` lies by the tense of its sentence; `None` without a sign.

    The nearest verb sign before the date decides, within 60 characters; without one there, the
    nearest within 60 characters behind it.
    """
    before = text[max(sentence.start, span.start - 60) : span.start]
    ahead, behind = _last_end(_AHEAD, before), _last_end(_BEHIND, before)
    if ahead < 0 and behind < 0:
        after = text[span.end : min(sentence.end, span.end + 60)]
        first_ahead, first_behind = _AHEAD.search(after), _BEHIND.search(after)
        ahead = -first_ahead.start() if first_ahead else -1000
        behind = -first_behind.start() if first_behind else -1000
        if ahead == behind:
            return "future" if _DEADLINE.search(before) else None
    return "future" if ahead >= behind else "past"


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end
