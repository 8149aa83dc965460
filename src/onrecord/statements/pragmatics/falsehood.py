"""What is called false, and whether that denies a charge or disputes what somebody counted."""

import re
from typing import Literal

_LIES = (
    r"(?:(?:an? )?(?:\w+ )?lies?|false|untrue|fake news|nonsense|baseless|groundless|unfounded|"
    r"(?:an? )?(?:fantas(?:y|ies)|fairy tales?|fabrications?|inventions?))\b"
)
_FALSE = re.compile(
    r"^[\W_]*(?:that\s+|yes,\s+)?no\b(?=[,.!]|$)|\b(?:not true|no truth)\b|"
    r"(?:^[\W_]*|\b(?:is|are|was|were|be|been|as|all|pure|nothing but|pack of)|[’'](?:s|re)) "
    rf"?[“\"‘]?(?:\w+ly |a |an |all |pure |just |simply |nothing but |completely ){{0,2}}{_LIES}",
    re.IGNORECASE,
)
# "the minister’s figures were false": no charge against the speaker.
_COUNTED = re.compile(
    r"\b(?:figures?|numbers?|counts?|tolls?|data|results?|estimates?|statistics|maps?|readings?|"
    r"measurements?|calculations?)\b[^.;]{0,40}? (?:is|are|was|were) ",
    re.IGNORECASE,
)
_IMPOSSIBLE = re.compile(
    r"^[\W_]*(?:that |this |it )(?:is|was|would be) (?:\w+ly )?[“\"‘]?"
    r"(?:impossible|absurd|ridiculous|ludicrous|wrong|incorrect|inaccurate)\b",
    re.IGNORECASE,
)


_CALLED_FALSE = re.compile(
    r"\b(?P<what>[\w’'-]+) (?:as )?[“\"‘]?(?:an? )?(?:[a-z]+ )?(?:lies?|false|untrue|nonsense|"
    r"fantas(?:y|ies)|fiction|fairy tales?|fabrications?|inventions?|baseless|groundless|"
    r"unfounded|fake)[”\"’]?\W*$",
    re.IGNORECASE,
)
_CHARGE = re.compile(r"(?:charge|claim|allegation|accusation|report|rumou?r|suggestion)s?$")


def is_called_false(words: str) -> Literal["deny", "dispute"] | None:
    """Return what calling something so does: "called | the charge a lie", "| the count a fake"."""
    called = _CALLED_FALSE.search(words)
    if called is None:
        return None
    return "deny" if _CHARGE.match(called["what"].lower()) else "dispute"


def call_false(words: str) -> Literal["deny", "dispute"] | None:
    """Return whether the words deny a charge, or dispute what others say; None if they do neither.

    "Under a tarpaulin of lies" calls nothing said false.
    """
    if _IMPOSSIBLE.match(words):
        return "dispute"
    if _FALSE.search(words[:160]) is None:
        return None
    return "dispute" if _COUNTED.search(words[:160]) else "deny"
