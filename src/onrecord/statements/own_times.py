"""The time that belongs to a statement's own cue: "said on Wednesday", "On Monday, Berg said"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from onrecord.days import is_day, is_later, when_of
from onrecord.records import Published, Span, Timex, When
from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.shapes import has_finite
from onrecord.text.wordclasses import (
    COORDINATORS,
    DETERMINERS,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

# "Berg, who was elected in 2010, said", "Berg, elected in 2010, said": the time of what is put in
# is not that of the cue.
_PUT_IN = re.compile(
    rf"\b(?:{'|'.join(sorted(RELATIVES - {'what'}))})\b"
    r"|,\s*(?:an?|the|now|then|once|a former|former)\b"
    rf"|,\s*(?:\w+ed|{'|'.join(sorted(IRREGULAR_PASTS))})\s+(?:{'|'.join(sorted(PREPOSITIONS))})\b"
)
_LONGEST_OPENING = 14  # tokens
# "In a statement issued on | Friday |": its day is that of the words.
_ISSUED = re.compile(
    r"In (?:an?|the|his|her|its|their)(?: [\w’'-]+){1,5} (?:issued|published|released|made|sent"
    r"|posted|given|held|delivered|dated|aired|broadcast|recorded|printed)(?: \w+){0,4} "
)
# "Berg called Lund on | Tuesday | and warned him": the call is what the words were said in.
_CONTACT = re.compile(
    r"\s*,?\s*(?:(?:had|has|have|also|again|then)\s+)*(?:called|phoned|telephoned|rang|met|visited"
    r"|addressed|received|summoned|hosted|spoke|wrote)\b"
)
_LONGEST_OBJECT = 12  # tokens: "criticised the president on Tuesday for"
_NOT_ON = frozenset("since by until before till from for".split())
# What is called for "on Friday" is mostly what happens then.
_AHEAD = re.compile(
    r"\b(?:call|demand|urg|ask|propos|plan|offer|promis|vow|pledg|threaten|warn|order|want|expect"
    r"|hop|request|schedul|set)\w*",
    re.IGNORECASE,
)
# "Likening it to the vote in 2019, Berg said": the day is that of the vote. Who speaks, or stands
# before people, does so on the day of the words.
_OF_ANOTHER = re.compile(
    r"(?!(?:according|speaking|talking|writing|appearing|testifying|addressing|meeting|visiting"
    r"|posting|tweeting|arriving|touring|campaigning|standing|starting|beginning|during"
    r"|following)\b)(?:[a-z]+ing|like|unlike|despite|given)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?P<before>prior to|before|ahead of)\b|(?:shortly |soon |right )?(?:after|following|since)\b",
    re.IGNORECASE,
)
_BEHIND_TIME = PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES


def find_own(
    text: str, draft: Draft, timexes: Sequence[Timex], published: Published
) -> When | None:
    """Return the days of the time that belongs to the cue, `None` where there is none."""
    timex = (
        _find_before_cue(text, draft, timexes)
        or _find_with_contact(text, draft, timexes)
        or _find_behind_source(text, draft, timexes)
        or _find_in_clause(text, draft, timexes)
        or _find_opening(text, draft, timexes)
        or _find_behind_object(text, draft, timexes)
        or _find_beside_participle(text, draft, timexes)
    )
    if timex is None or is_later(timex, published):
        return None
    when, last = when_of(timex), published.latest
    if when.latest is not None and last is not None and when.latest > last:
        return replace(when, latest=last, certainty="bounded")  # "this week" so far
    return when


def _find_before_cue(text: str, draft: Draft, timexes: Sequence[Timex]) -> Timex | None:
    """Return the time right before a cue that goes on: "left in May and | on Monday | demanded"."""
    tokens, cue = draft.unit.tokens, draft.cue
    if cue is None:
        return None
    for timex in timexes:
        inside = contains(draft.unit.span, timex.span) and timex.span.end <= cue.start
        if not inside or not is_dated(timex):
            continue
        words = [token.lower for token in tokens if token.start < timex.span.start]
        if words and words[-1] in {"on", "in", "at"}:
            words.pop()
        joined = bool(words) and words[-1] in {"and", "but"}
        if joined and not text[timex.span.end : cue.start].strip():
            return timex
    return None


def _find_with_contact(text: str, draft: Draft, timexes: Sequence[Timex]) -> Timex | None:
    """Return the day on which the speaker met or called: "called her on | Tuesday | and said"."""
    source, cue = draft.source, draft.cue
    if cue is None or source is None or _CONTACT.match(text, source.end) is None:
        return None
    return next(
        (
            timex
            for timex in timexes
            if source.end < timex.span.start
            and timex.span.end < cue.start
            and text[timex.span.end : cue.start].strip(" ,") == "and"
            and is_dated(timex)
        ),
        None,
    )


def _find_behind_source(text: str, draft: Draft, timexes: Sequence[Timex]) -> Timex | None:
    """Return the day of all that a subject does: "Berg on | Monday | met miners and said"."""
    source, cue, tokens = draft.source, draft.cue, draft.unit.tokens
    if cue is None or source is None or cue.start < source.end:
        return None
    dated = [
        timex for timex in timexes if source.end <= timex.span.start < cue.start and is_dated(timex)
    ]
    if len(dated) != 1 or text[source.end : dated[0].span.start].strip() not in {"on", "late on"}:
        return None
    between = tokens[draft.unit.at(dated[0].span.end) : draft.unit.at(cue.start)]
    apart = any(token.lower in SUBORDINATORS | RELATIVES or token.lower == "." for token in between)
    return None if apart else dated[0]


def _find_in_clause(text: str, draft: Draft, timexes: Sequence[Timex]) -> Timex | None:
    """Return the first time between source, cue and hearer: "said on Wednesday that"."""
    clause = draft.clause
    if clause is None:
        return None
    return next(
        (
            timex
            for timex in timexes
            if contains(clause, timex.span)
            and is_dated(timex)
            and not any(contains(piece, timex.span) for piece in draft.content)
            and not _is_put_in(text, draft, timex.span)
        ),
        None,
    )


def _find_opening(text: str, draft: Draft, timexes: Sequence[Timex]) -> Timex | None:
    """Return the one date in what opens the sentence: "On Monday, however, Berg said".

    Before a clause put in it stands first ("On Monday, a day after Berg left, Lund said"). "Since
    Monday" and "by Monday" name no day on which something is said.
    """
    opening = _read_opening(draft)
    if opening is None:
        return None
    tokens = draft.unit.tokens
    at = draft.unit.at(opening.end)
    dated = [timex for timex in timexes if contains(opening, timex.span) and is_day(timex)]
    if _OF_ANOTHER.match(text, opening.start) or (dated and _bounds(text, opening, dated[0])):
        return None
    if at > _LONGEST_OPENING or has_finite(tokens, 0, at):
        if tokens[at - 1].lower != "," or not dated:
            return None
        first = dated[0].span
        closed = next((t.lower for t in tokens if t.start >= first.end), None) == ","
        ahead = text[opening.start : first.start]
        plain = len(ahead.split()) <= 2 or _ISSUED.fullmatch(ahead) is not None
        dated = dated[:1] if closed and plain else []
    if len(dated) != 1 or dated[0].certainty == "unknown":
        return None
    before = text[opening.start : dated[0].span.start].split()
    return None if before and before[-1].lower() in _NOT_ON else dated[0]


def _read_opening(draft: Draft) -> Span | None:
    """Return what stands in the sentence before its source and cue, unless it is content."""
    source, cue = draft.source, draft.cue
    if cue is None or draft.quoted or (source is not None and source.start > cue.start):
        return None
    start = cue.start if source is None else source.start
    first = draft.unit.tokens[0].start
    if start <= first or any(piece.start < start for piece in draft.content):
        return None
    return Span(first, start)


def find_bound(
    text: str, draft: Draft, timexes: Sequence[Timex], published: Published
) -> When | None:
    """Return the days that another event leaves: "After the raid in May, Berg said", "Before it".

    What was said after it was said by the publication.
    """
    opening = _read_opening(draft)
    if opening is None:
        return None
    dated = [timex for timex in timexes if contains(opening, timex.span) and is_dated(timex)]
    if len(dated) != 1 or is_later(dated[0], published):
        return None
    side = _bounds(text, opening, dated[0])
    if side is None:
        return None
    first, last = dated[0].earliest, published.latest
    if side == "before":
        first, last = None, dated[0].latest
    return When(earliest=first, latest=last, certainty="bounded", anchor="published")


def _bounds(text: str, opening: Span, timex: Timex) -> Literal["before", "after"] | None:
    """Return on which side of the event that the date is of something was said.

    "Shortly after noon on Monday" is itself the time.
    """
    found = _BOUND.match(text, opening.start)
    between = "" if found is None else text[found.end() : timex.span.start]
    if found is None or "," in between or (timex.type == "TIME" and not between.strip()):
        return None
    return "after" if found["before"] is None else "before"


def _find_behind_object(text: str, draft: Draft, timexes: Sequence[Timex]) -> Timex | None:
    """Return the date behind the cue's object: "criticised the president Tuesday for", "announced
    a new plan last month", or right behind the cue: "answered the next day that".

    No clause stands between, and no noun behind ("the Tuesday meeting").
    """
    cue, tokens = draft.cue, draft.unit.tokens
    if cue is None or draft.quoted or draft.kind == "direct":
        return None
    at = draft.unit.at(cue.end)
    for timex in timexes:
        if not contains(draft.unit.span, timex.span):
            continue
        end = draft.unit.at(timex.span.start)
        if not at <= end <= at + _LONGEST_OBJECT or not is_dated(timex):
            continue
        between = [token.lower for token in tokens[at:end]] or [""]
        if has_finite(tokens, at, end) or not {"to", ",", *RELATIVES}.isdisjoint(between):
            return None
        if any(word.endswith("ing") for word in between):
            return None  # "accused Kenya of blocking a deal last week"
        preposition = between[-1] if between[-1] in PREPOSITIONS else None
        if preposition not in {None, "on"} or (preposition is None and between[-1] in DETERMINERS):
            return None
        if preposition and _AHEAD.match(text, cue.start):
            return None
        behind = next((t for t in tokens if t.start >= timex.span.end), None)
        closes = behind is None or not behind.is_word or behind.lower in _BEHIND_TIME
        return timex if closes else None
    return None


def _find_beside_participle(text: str, draft: Draft, timexes: Sequence[Timex]) -> Timex | None:
    """Return the day of what is done in saying so: "met Lund on Monday, | urging | him to leave".

    So it is in "issued a note on Monday condemning it and | calling for | calm".
    """
    cue, tokens = draft.cue, draft.unit.tokens
    if cue is None or draft.quoted:
        return None
    at = draft.unit.at(cue.start)
    if not 0 < at < len(tokens) or tokens[at - 1].lower not in {",", "and"}:
        return None
    word = tokens[at].lower
    if not word.endswith("ing") or word == "according":
        return None
    before = [
        timex
        for timex in timexes
        if draft.unit.span.start <= timex.span.start and timex.span.end <= cue.start
    ]
    if not before or not is_dated(before[-1]) or before[-1].earliest != before[-1].latest:
        return None
    timex = before[-1]
    first, end = draft.unit.at(timex.span.start), draft.unit.at(timex.span.end)
    held = tokens[first - 1].lower if first else ""
    if held in _NOT_ON | DETERMINERS or has_finite(tokens, end, at):
        return None
    if any(token.lower in SUBORDINATORS | RELATIVES for token in tokens[end:at]):
        return None
    closes = not tokens[end].is_word or tokens[end].lower in _BEHIND_TIME
    closes = closes or tokens[end].lower.endswith("ing")
    return timex if closes else None


def _is_put_in(text: str, draft: Draft, time: Span) -> bool:
    """Return whether the time stands in a clause that only tells who the source is.

    So does that of an office: "the chairman for May", "the mayor since 2019".
    """
    source, cue = draft.source, draft.cue
    if source is None or cue is None:
        return False
    held = text[source.start : time.start].split()[-1:]
    if time.end <= cue.start and held and held[0] in _NOT_ON:
        return True
    if contains(source, time):
        return _PUT_IN.search(text, source.start, time.start) is not None
    if not source.end <= time.start < time.end <= cue.start:
        return False
    closed = "," in text[time.end : cue.start]
    before = text[source.start : time.start]
    return closed and "," in before and _PUT_IN.search(before) is not None


def is_dated(timex: Timex) -> bool:
    """Return whether the words tell when something was, on days that are known."""
    return is_day(timex) and timex.certainty != "unknown"
