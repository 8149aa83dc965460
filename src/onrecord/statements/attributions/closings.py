"""Mend contents that the reader cuts short or begins too early, by what closes or opens them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.statements.drafts import Draft
from onrecord.text.wordclasses import MONTHS

# "She told her teacher | once | that she lived there", "said|, citing a friend,| that it sank"
_TIME_OF_TELLING = re.compile(
    r"(?:once|twice|later|then|again|also|too|afterwards|earlier|repeatedly|recently|yesterday|"
    r"(?:[a-z]+ing|in|on|at|during|after)\b[^,;:“”\"\n]{2,90}(?=, )|"
    r"today|tonight|(?:last|this) (?:week|month|year|night)|on (?:[A-Z]\w+day)|"
    r"in (?:[A-Z]\w+|\d{4})),? (?=that\b)"
)
# "will ring the bells| for her|, the vicar has announced"
_REST = re.compile(r"(?P<rest> [^,.;:?!“”\"()\n—–]{1,80}), (?:as )?$")
# "four ships| by May|"
_DUE = re.compile(
    rf" by (?:(?:early|late|the end of|next) )?(?:[A-Z][a-z]+day|\d{{4}}|"
    rf"{'|'.join(sorted(month.title() for month in MONTHS))}|"
    r"(?:the )?(?:weekend|summer|autumn|winter|spring))(?: \d{1,4}\b)?\b"
    r"(?! (?:[a-z]+ed|is|was)\b)"
)
# "that it rained|, and that the road was shut|"
_AND_THAT = re.compile(
    r"(?P<rest>,? and that (?!(?:is|was|would|will|has|had|means|meant)\b)[^.;:?!“”\"()\n]{3,200}?)"
    r"(?=[.;:\n]|, (?:but|while|although|as|which|who)\b|$)"
)
# "for such patrols| back| in 2019"
_BACK = re.compile(r" back$")
_TIME_BEHIND = re.compile(r" (?:in|on|at) (?:\d|[A-Z])")
_QUESTION = re.compile(r"\? (?=[A-Z])")


def mend_closings(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, the paraphrases of the reader with whole and no more than their words."""
    starts = sorted(draft.start for draft in drafts)
    for draft in drafts:
        if draft.read is None or draft.kind == "direct" or draft.cue is None:
            yield draft
            continue
        draft = _leave_teller(text, draft, drafts)
        first, *rest = _leave_back(text, _leave_half(text, draft, starts))
        first = _leave_opening(text, draft, first)
        *before, last = (first, *rest)
        last = _take_deadline(text, draft, _take_second(text, draft, last))
        yield replace(draft, content=(*before, _take_rest(text, draft, last, starts)))


def _leave_opening(text: str, draft: Draft, first: Span) -> Span:
    """Return the first piece without the time of telling, or a question that stands before it.

    "What now? | She might swim, says Baru" is asked by the narrator.
    """
    assert draft.cue is not None
    told = _TIME_OF_TELLING.match(text, *first)
    if told is not None and first.start >= draft.cue.end:
        return Span(told.end(), first.end)
    asked = [match.end() for match in _QUESTION.finditer(text, *first)]
    return Span(asked[-1], first.end) if asked and first.end <= draft.cue.start else first


def _leave_teller(text: str, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Return the draft without the first words of who closes its sentence: "it sank, | the mayor".

    So it is where those words are the source of what is told up to the comma.
    """
    *before, last = draft.content
    for other in drafts:
        source, cue = other.source, other.cue
        if other.unit is not draft.unit or source is None or cue is None:
            continue
        inside = last.start < source.start < last.end <= cue.start
        if inside and text.endswith(", ", 0, source.start) and other.content[0].start < last.end:
            cut = Span(last.start, source.start - len(", "))
            return replace(draft, content=(*before, cut))
    return draft


def _leave_half(text: str, draft: Draft, starts: Sequence[int]) -> tuple[Span, ...]:
    """Return the content without the other half of a headline: "Peru fires; none hurt, says Oru".

    A semicolon parts two statements of a headline.
    """
    assert draft.cue is not None
    line = Span(draft.unit.span.start, draft.cue.start)
    stop = text.rfind("; ", *line)
    alone = (
        text[line.start - 1 : line.start] in {"", "\n"} and text[draft.unit.span.end - 1].isalnum()
    )
    before = bisect_left(starts, stop) - bisect_left(starts, line.start)
    told = before > (line.start <= draft.start < stop)
    if not (told and alone) or draft.content[-1].end > line.end:
        return draft.content
    kept = [
        Span(max(piece.start, stop + len("; ")), piece.end)
        for piece in draft.content
        if piece.end > stop + len("; ")
    ]
    return tuple(kept) or draft.content


def _leave_back(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the content without "back" that goes with a time: "for help | back in 2019"."""
    *before, last = content
    back = _BACK.search(text, *last)
    if back is None or _TIME_BEHIND.match(text, last.end) is None or back.start() <= last.start:
        return content
    return (*before, Span(last.start, back.start()))


def _take_deadline(text: str, draft: Draft, last: Span) -> Span:
    """Return the last piece with the time by which it is to be done: "ships | by May |"."""
    behind = draft.cue is not None and last.start >= draft.cue.end
    due = _DUE.match(text, last.end) if behind else None
    return last if due is None else Span(last.start, due.end())


def _take_second(text: str, draft: Draft, last: Span) -> Span:
    """Return the last piece with a second clause of the same verb: "that it rained | and that"."""
    behind = draft.cue is not None and last.start >= draft.cue.end
    second = _AND_THAT.match(text, last.end, draft.unit.span.end) if behind else None
    opens = text.startswith("that ", last.start) or text.startswith("that ", draft.content[0].start)
    if second is None or not opens:
        return last
    return Span(last.start, second.end("rest") - (second["rest"][-1] == " "))


def _take_rest(text: str, draft: Draft, last: Span, starts: Sequence[int]) -> Span:
    """Return the last piece up to the comma before who says it at the end of the sentence.

    "It will ring the bells | for her |, the vicar has announced": all before the comma is told.
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None or not last.end < source.start < cue.start:
        return last
    rest = _REST.fullmatch(text, last.end, source.start)
    at = bisect_left(starts, last.end)
    other = at < len(starts) and starts[at] < source.start
    if rest is None or other:
        return last
    return Span(last.start, rest.end("rest"))
