"""A stretch of days told by its two ends: "between January and July", "2015-2016"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.days import is_day
from onrecord.records import Span, Timex

_JOINT = re.compile(r"[-–]|\s+(?:to|through|and|until|till)\s+")
_OPENING = re.compile(
    r"\b(?P<between>between)\s+(?:\w+\s+)?$|\b(?P<from>from)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_CLOSING = {"and": "between", "to": "from", "until": "from", "till": "from"}
_REACH = 20  # characters before the first end
# "moved the vote from Monday to Friday": two days, and no stretch.
_MOVED = re.compile(
    r"\b(?:mov|postpon|delay|push|shift|chang|bring|brought|reschedul)\w*[^.;:]*$", re.IGNORECASE
)
_MOVED_REACH = 60


def join_stretches(text: str, timexes: Sequence[Timex]) -> Iterator[Timex]:
    """Yield the dates of a text, and for two that tell a stretch one from the first to the last.

    Its span holds the word that opens it; its value is that of both ("2015/2016").
    """
    waiting: Timex | None = None
    for timex in timexes:
        joined = None if waiting is None else _join(text, waiting, timex)
        if joined is not None:
            yield joined
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = timex
    if waiting is not None:
        yield waiting


def _join(text: str, first: Timex, last: Timex) -> Timex | None:
    joint = _JOINT.fullmatch(text, first.span.end, last.span.start)
    if joint is None or not (is_day(first) and is_day(last)):
        return None
    if first.earliest is None or first.latest is None or last.earliest is None:
        return None
    if last.latest is None or first.latest >= last.earliest:
        return None
    opening = _OPENING.search(text, max(0, first.span.start - _REACH), first.span.start)
    needed = _CLOSING.get(joint[0].strip())
    if needed is not None:
        if opening is None or opening.lastgroup != needed:
            return None
        if _MOVED.search(text, max(0, opening.start() - _MOVED_REACH), opening.start()):
            return None
    span = Span(first.span.start if opening is None else opening.start(), last.span.end)
    return replace(
        first,
        span=span,
        words=text[span.start : span.end],
        value=f"{first.value}/{last.value}",
        latest=last.latest,
        certainty="bounded",
    )
