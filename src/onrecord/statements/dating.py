"""When something was said: by a time in its clause, what is said with it, or the publication."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from onrecord.days import STORY_DAYS, by_publication, is_day, is_later, when_of
from onrecord.records import UNKNOWN_WHEN, Published, Span, Timex, When
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

Tense = Literal["present", "past", "perfect"] | None

# "Berg, who was elected in 2010, said", "Berg, elected in 2010, said": the time of what is put in
# is not that of the cue.
_PUT_IN = re.compile(
    rf"\b(?:{'|'.join(sorted(RELATIVES - {'what'}))})\b"
    r"|,\s*(?:an?|the|now|then|once|a former|former)\b"
    rf"|,\s*(?:\w+ed|{'|'.join(sorted(IRREGULAR_PASTS))})\s+(?:{'|'.join(sorted(PREPOSITIONS))})\b"
)
_LONGEST_OPENING = 14  # tokens
_LONGEST_OBJECT = 12  # tokens: "criticised the president on Tuesday for"
_LONGEST_BREAK = 700  # characters between two sayings of one occasion
_NOT_ON = frozenset("since by until before till from for".split())
# "Has said" and "previously said" tell of another day than that of the report.
_HAVING = frozenset("has have had having".split())
_BEING = frozenset("is are am do does don doesn m re".split())  # "I’m" has an "m"
_WORD = re.compile(r"[^\W\d_]+")
_EARLIER = re.compile(
    r"\b(?:previously|earlier|once|long|already|repeatedly|often|always|recently|formerly"
    r"|over the years|in the past)\b",
    re.IGNORECASE,
)
# What is called for "on Friday" is mostly what happens then.
_AHEAD = re.compile(
    r"\b(?:call|demand|urg|ask|propos|plan|offer|promis|vow|pledg|threaten|warn|order|want|expect"
    r"|hop|request|schedul|set)\w*",
    re.IGNORECASE,
)
_TIME_CLAUSES = frozenset("after before when once until since as while".split())
_NEWS_DAYS = timedelta(days=7)
_BEHIND_TIME = PREPOSITIONS | COORDINATORS | SUBORDINATORS | RELATIVES


def date_drafts(
    text: str,
    drafts: Sequence[Draft],
    speakers: Sequence[str | None],
    containers: Mapping[int, int],
    timexes: Sequence[Timex],
    published: Published,
    paragraphs: Sequence[Span],
) -> list[When]:
    """Return the days on which each statement was made; `speakers` are ids.

    A time of the day or date type in the cue's clause ("said on Wednesday") says it. What the same
    speaker says right behind is of the same occasion. What stands inside a statement was said by
    its time at the latest, and then if it is told in the present. Else a statement was made when it
    was published; by then, and nobody says when, if the words tell that it was earlier ("has
    said").
    """
    found = [_find_own(text, draft, timexes, published) for draft in drafts]
    latest = published.latest
    order = sorted(range(len(drafts)), key=lambda number: drafts[number].start)
    occasions: dict[str | None, int] = {}  # of each speaker the last statement with days
    days: dict[int, When] = {}
    for number in order:
        draft, own = drafts[number], found[number]
        tense = read_tense(text, draft)
        if number in containers:
            days[number] = own or UNKNOWN_WHEN  # until the statement around it has its days
            continue
        speaker = speakers[number]
        if own is None and tense in {None, "past"} and speaker in occasions:
            last = occasions[speaker]
            if _goes_on(drafts, last, number, days[last], timexes, published):
                own = found[number] = replace(days[last], anchor="previous")
        if own is not None and speaker is not None:
            occasions[speaker] = number
        if own is None and latest is not None:
            earlier = tense == "perfect" or _is_earlier(text, draft)
            earlier = earlier or (tense == "past" and _is_put_back(draft))
            earlier = earlier or (
                tense == "past" and _is_history(draft, timexes, published, paragraphs)
            )
            first = None if earlier else published.earliest
            own = When(earliest=first, latest=latest, certainty="bounded", anchor="published")
        days[number] = own or UNKNOWN_WHEN
    for number in order:
        if number in containers and found[number] is None:
            outer = days[containers[number]]
            days[number] = _date_inner(read_tense(text, drafts[number]), outer, published)
    return [days[number] for number in range(len(drafts))]


def _date_inner(tense: Tense, outer: When, published: Published) -> When:
    """Return the days of what is told in a statement that was made on those of `outer`."""
    if outer.latest is None:
        return by_publication(published)
    if tense == "present":
        return replace(outer, anchor="speech")
    return When(latest=outer.latest, certainty="bounded", anchor="speech")


def _goes_on(
    drafts: Sequence[Draft],
    before: int,
    number: int,
    when: When,
    timexes: Sequence[Timex],
    published: Published,
) -> bool:
    """Return whether a statement is of the occasion of the one `before`, on the days `when`.

    No other date stands between the two. What is looked back at goes on near by alone.
    """
    start, end = drafts[before].whole.end, drafts[number].whole.start
    latest, earliest = when.latest, published.earliest
    recent = latest is not None and earliest is not None and latest >= earliest - _NEWS_DAYS
    if not recent and end - start > _LONGEST_BREAK:
        return False
    return not any(
        start <= timex.span.start < end
        and _is_dated(timex)
        and (timex.earliest, timex.latest) != (when.earliest, when.latest)
        for timex in timexes
    )


def read_tense(text: str, draft: Draft) -> Tense:
    """Return in what tense the cue tells of the statement; `None` where it has no finite verb."""
    if draft.cue is None:
        return None
    words = _WORD.findall(text[draft.cue.start : draft.cue.end].lower())
    if not _HAVING.isdisjoint(words):
        return "perfect"
    if not _BEING.isdisjoint(words):
        return "present"
    if any(word in IRREGULAR_PASTS or word in {"was", "were"} for word in words):
        return "past"
    if any(word.endswith("ed") and len(word) > 4 for word in words):
        return "past"
    if not words or words[0] == "to" or words[0].endswith("ing"):
        return None
    return "present"


def _is_earlier(text: str, draft: Draft) -> bool:
    """Return whether the words around the cue put it back: "previously said", "recently told"."""
    cue, source = draft.cue, draft.source
    if cue is None:
        return False
    start = source.end if source is not None and source.end <= cue.start else cue.start
    return _EARLIER.search(text, start, cue.end) is not None


def _is_put_back(draft: Draft) -> bool:
    """Return whether the cue stands in a clause of time: "after Berg denied it"."""
    tokens, cue, source = draft.unit.tokens, draft.cue, draft.source
    if cue is None:
        return False
    start = source.start if source is not None and source.start < cue.start else cue.start
    at = draft.unit.at(start)
    return at > 0 and tokens[at - 1].lower in _TIME_CLAUSES


def _is_history(
    draft: Draft, timexes: Sequence[Timex], published: Published, paragraphs: Sequence[Span]
) -> bool:
    """Return whether the last date before, in the paragraph, lies long before the article."""
    start = paragraphs[draft.unit.paragraph].start
    before = [
        timex for timex in timexes if start <= timex.span.start < draft.start and _is_dated(timex)
    ]
    if not before or published.earliest is None:
        return False
    latest = before[-1].latest
    return latest is not None and latest < published.earliest - STORY_DAYS


def _find_own(
    text: str, draft: Draft, timexes: Sequence[Timex], published: Published
) -> When | None:
    """Return the days of the time that belongs to the cue, `None` where there is none."""
    timex = (
        _find_before_cue(text, draft, timexes)
        or _find_in_clause(text, draft, timexes, published)
        or _find_opening(text, draft, timexes)
        or _find_behind_object(text, draft, timexes)
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
        if not inside or not _is_dated(timex):
            continue
        words = [token.lower for token in tokens if token.start < timex.span.start]
        if words and words[-1] in {"on", "in", "at"}:
            words.pop()
        joined = bool(words) and words[-1] in {"and", "but"}
        if joined and not text[timex.span.end : cue.start].strip():
            return timex
    return None


def _find_in_clause(
    text: str, draft: Draft, timexes: Sequence[Timex], published: Published
) -> Timex | None:
    """Return the first time between source, cue and hearer: "said on Wednesday that"."""
    clause = draft.clause
    if clause is None:
        return None
    return next(
        (
            timex
            for timex in timexes
            if contains(clause, timex.span)
            and _is_dated(timex)
            and not is_later(timex, published)
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
    source, cue = draft.source, draft.cue
    if cue is None or draft.quoted or (source is not None and source.start > cue.start):
        return None
    start = cue.start if source is None else source.start
    tokens = draft.unit.tokens
    at = draft.unit.at(start)
    told = any(piece.start < start for piece in draft.content)
    if at == 0 or told:
        return None
    opening = Span(tokens[0].start, start)
    dated = [timex for timex in timexes if contains(opening, timex.span) and is_day(timex)]
    if at > _LONGEST_OPENING or has_finite(tokens, 0, at):
        if tokens[at - 1].lower != "," or not dated:
            return None
        first = dated[0].span
        closed = next((t.lower for t in tokens if t.start >= first.end), None) == ","
        dated = dated[:1] if closed and len(text[opening.start : first.start].split()) <= 2 else []
    if len(dated) != 1 or dated[0].certainty == "unknown":
        return None
    before = text[opening.start : dated[0].span.start].split()
    return None if before and before[-1].lower() in _NOT_ON else dated[0]


def _find_behind_object(text: str, draft: Draft, timexes: Sequence[Timex]) -> Timex | None:
    """Return the date behind the cue's object: "criticised the president Tuesday for", "announced
    a new plan last month".

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
        if not at < end <= at + _LONGEST_OBJECT or not _is_dated(timex):
            continue
        between = [token.lower for token in tokens[at:end]]
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


def _is_dated(timex: Timex) -> bool:
    return is_day(timex) and timex.certainty != "unknown"


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
    before = text[source.start : time.start]
    return closed and "," in before and _PUT_IN.search(before) is not None
