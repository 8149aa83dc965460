"""Figures that take up what the one before counts: "the union put the figure at 25,000"."""

import re
from collections.abc import Sequence

from onrecord.records import Figure, Span

_NOUNS = "figure|number|total|toll|count|tally|share|crowd|turnout|attendance"
_SHORT = r"(?:only |just |no more than )?"
# "Put the figure at", "gave the number as", "the number is", "the ministry's figure was".
_TAKES_UP = re.compile(
    rf"\b(?:puts?|putting|sets?|gives?|gave|giving|estimate[sd]?)\s"
    rf"(?:the|that|this|its|their)\s(?:\w+\s)?(?:{_NOUNS})\s(?:at|as)\s{_SHORT}$"
    rf"|\b(?:the|that|this|correct|\w+[’']s)\s(?:{_NOUNS})\s(?:is|was|st(?:ands|ood) at)\s{_SHORT}$"
    rf"|\bg(?:ave|ives|iving)\s(?:a|the)\s(?:{_NOUNS})\sof\s{_SHORT}$"
    rf"|\bsp(?:oke|eaks|eaking)\sof\s{_SHORT}$",
    re.IGNORECASE,
)
# "The union counted 6,000.", "The ministry gives $4 million.", "Berg says there were 30.": of a
# number alone, what is counted is told before.
_ALONE = re.compile(
    r"\b(?:count(?:s|ed)|g(?:ives?|ave)|estimate[sd]?|record(?:s|ed)|tall(?:ies|ied)|report(?:s|ed)"
    r"|puts?\sit\sat|(?:there|it)\s(?:is|are|was|were|had\sbeen)|it\s(?:lasted|took|cost|weighed))\s"
    r"(?:only\s|just\s|about\s|some\s|no\smore\sthan\s|at\sleast\s)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.;,]|$)")
_LOST = re.compile(r"\blost\s$")
_REACH = 60  # characters before the number
_ANY_NUMBER = frozenset({"", *_NOUNS.split("|")})
_SHARES = frozenset({"%", "share"})
_TIMES = frozenset("once twice times".split())


def find_put_right(
    unit: str | None, counted: str | None, wrong: Sequence[Figure], *, measured: bool
) -> Figure | None:
    """Return which of the figures that the sentence before takes back a number puts right: "An
    earlier version said that 12 people had died. It was 14."

    One of another noun puts none right.
    """
    if not measured and (counted or "").rpartition(" ")[2] not in _ANY_NUMBER:
        return None
    for figure in wrong:
        if measured and (figure.unit == unit or {figure.unit, unit} <= _SHARES):
            return figure
        if not measured and figure.unit not in _SHARES and unit in (None, figure.unit):
            return figure
    return None


def find_taken_up(
    text: str,
    number: Span,
    limit: int,
    unit: str | None,
    before: Sequence[Figure],
    *,
    measured: bool,
) -> Figure | None:
    """Return which of the figures told `before` a number takes up: the last that fits.

    A number of things has their noun, a share only the other's "of what": "90% of trains were
    cancelled. The company spoke of 62%." Who "lost six" tells of the killed, where those were.
    """
    start = number.start
    begin = max(limit, start - _REACH)
    unit = None if unit in _TIMES else unit  # "counted one twice and said the number was six"
    lost = _LOST.search(text, begin, start) is not None and unit is None
    alone = _ALONE.search(text, begin, start) and _ENDS.match(text, number.end)
    if not lost and not alone and _TAKES_UP.search(text, begin, start) is None:
        return None
    for figure in reversed(before):
        if figure.unit is None or figure.counted is None or figure.unit in _TIMES:
            continue
        shares = figure.unit in _SHARES and unit in _SHARES
        if measured and (shares or figure.unit == unit):
            return figure
        killed = "killed" in figure.counted
        if not measured and unit is None and figure.unit not in _SHARES and (killed or not lost):
            return figure
    return None
