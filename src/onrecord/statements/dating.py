"""When something was said: the time in the clause of the cue, else by the published date."""

import re
from collections.abc import Sequence

from onrecord.records import UNKNOWN_WHEN, Published, Span, Timex, When
from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.statements.shapes import has_finite

# "Berg, who was elected in 2010, said": the time of the clause put in is not that of the cue.
_PUT_IN = re.compile(
    r"\b(?:who|whom|whose|which|where|when|that)\b|,\s*(?:an?|the|now|then|once|a former|former)\b"
)
_LONGEST_OPENING = 14  # tokens
_NOT_ON = frozenset("since by until before till from".split())


def find_when(
    text: str, draft: Draft, timexes: Sequence[Timex], published: Published, *, inner: bool
) -> When:
    """Return the days on which the statement was made.

    A time of the day or date type in the cue's clause ("said on Wednesday") says it; else an
    outer statement was made by the time it was published, and an `inner` one by then at the latest.
    """
    clause = draft.clause
    if clause is not None:
        for timex in timexes:
            inside = contains(clause, timex.span)
            dated = timex.type in {"DATE", "TIME"} and timex.certainty != "unknown"
            told = any(contains(piece, timex.span) for piece in draft.content)
            dated = dated and not _is_later(timex, published)
            if inside and dated and not told and not _is_put_in(text, draft, timex.span):
                return When(
                    earliest=timex.earliest,
                    latest=timex.latest,
                    certainty=timex.certainty,
                    anchor=timex.anchor,
                )
    opening = _opening_time(text, draft, timexes)
    if opening is not None and not _is_later(opening, published):
        return When(
            earliest=opening.earliest,
            latest=opening.latest,
            certainty=opening.certainty,
            anchor=opening.anchor,
        )
    if published.latest is None:
        return UNKNOWN_WHEN
    earliest = None if inner else published.earliest
    return When(earliest=earliest, latest=published.latest, certainty="bounded", anchor="published")


def _opening_time(text: str, draft: Draft, timexes: Sequence[Timex]) -> Timex | None:
    """Return the one date in what opens the sentence: "On Monday, however, Berg said".

    "Since Monday" and "by Monday" name no day on which something is said.
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None or draft.quoted or not source.start < cue.start:
        return None
    tokens = draft.unit.tokens
    at = next((n for n, token in enumerate(tokens) if token.start >= source.start), 0)
    told = any(piece.start < source.start for piece in draft.content)
    if at == 0 or at > _LONGEST_OPENING or told or has_finite(tokens, 0, at):
        return None
    opening = Span(tokens[0].start, source.start)
    dated = [
        timex
        for timex in timexes
        if contains(opening, timex.span) and timex.type in {"DATE", "TIME"}
    ]
    if len(dated) != 1 or dated[0].certainty == "unknown":
        return None
    before = text[opening.start : dated[0].span.start].split()
    return None if before and before[-1].lower() in _NOT_ON else dated[0]


def _is_later(timex: Timex, published: Published) -> bool:
    """Return whether the date lies behind the article: nothing that it tells was said then."""
    return (
        timex.earliest is not None
        and published.latest is not None
        and timex.earliest > published.latest
    )


def _is_put_in(text: str, draft: Draft, time: Span) -> bool:
    """Return whether the time stands in a clause that only tells who the source is."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None:
        return False
    if contains(source, time):
        return _PUT_IN.search(text, source.start, time.start) is not None
    if not source.end <= time.start < time.end <= cue.start:
        return False
    closed = "," in text[time.end : cue.start]
    return closed and _PUT_IN.match(text[source.end : time.start].lstrip(", ")) is not None
