"""When something was said: by a time of its own, what is said with it, or the publication."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from onrecord.days import STORY_DAYS, by_publication, is_later, when_of
from onrecord.records import UNKNOWN_WHEN, Published, Span, Timex, When
from onrecord.statements.drafts import Draft
from onrecord.statements.own_times import find_bound, find_own, is_dated
from onrecord.text.wordclasses import IRREGULAR_PASTS

Tense = Literal["present", "past", "perfect"] | None

# "In a call on | Monday |, Berg and Lund agreed": what they say next was said there.
_OCCASION = re.compile(
    r"(?:^|[.!?][”\"’']?\s)(?:In|At|During) (?:an?|the|his|her|their|its)(?: [\w’'-]+){0,3}? "
    r"(?:call|meeting|talks|conversation|speech|briefing|conference|session|interview|hearing"
    r"|debate|rally|ceremony|summit)\b(?: [\w’'-]+){0,5} $"
)
_SENTENCES_END = re.compile(r"[.!?][”\"’']?\s")
_LONGEST_OCCASION = timedelta(days=31)
_LONGEST_BREAK = 700  # characters between two sayings of one occasion
# "Has said" and "previously said" tell of another day than that of the report.
_HAVING = frozenset("has have had having".split())
_BEING = frozenset("is are am do does don doesn m re".split())  # "I’m" has an "m"
_WORD = re.compile(r"[^\W\d_]+")
_EARLIER = re.compile(
    r"\b(?:previously|earlier|once|long|already|repeatedly|often|always|recently|formerly"
    r"|over the years|in the past)\b",
    re.IGNORECASE,
)
_TIME_CLAUSES = frozenset("after before when once until since as while".split())
_NEWS_DAYS = timedelta(days=7)


def date_drafts(
    text: str,
    drafts: Sequence[Draft],
    speakers: Sequence[str | None],
    containers: Mapping[int, int],
    timexes: Sequence[Timex],
    published: Published,
    paragraphs: Sequence[Span],
    mentions: Mapping[str, Sequence[Span]],
) -> list[When]:
    """Return the days on which each statement was made; `speakers` are ids.

    A time of the day or date type in the cue's clause ("said on Wednesday") says it. What the same
    speaker says right behind is of the same occasion, and so is what is said by one of whom the
    sentence before tells that they met; `mentions` are the places of actors by their ids. What
    stands inside a statement was said by its time at the latest, and then if it is told in the
    present. Else a statement was made when it was published; by then, and nobody says when, if the
    words tell that it was earlier ("has said").
    """
    found = [find_own(text, draft, timexes, published) for draft in drafts]
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
        if own is None and tense == "past" and speaker is not None:
            met = _find_occasion(text, draft, timexes, mentions.get(speaker, ()), paragraphs)
            if met is not None and not is_later(met, published):
                own = found[number] = replace(when_of(met), anchor="previous")
        if own is not None and speaker is not None:
            occasions[speaker] = number
        if own is None:
            own = find_bound(text, draft, timexes, published)
        if own is None and latest is not None:
            earlier = tense == "perfect" or _is_earlier(text, draft)
            earlier = earlier or (tense == "past" and _is_put_back(draft))
            earlier = earlier or (
                tense == "past" and _is_history(draft, timexes, published, paragraphs)
            )
            first = None if earlier else _find_first(draft, timexes, published, paragraphs)
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


def _find_occasion(
    text: str,
    draft: Draft,
    timexes: Sequence[Timex],
    named: Sequence[Span],
    paragraphs: Sequence[Span],
) -> Timex | None:
    """Return the day of the meeting or call that the sentence before tells of the speaker."""
    paragraph, start = paragraphs[draft.unit.paragraph], draft.unit.span.start
    inside = [timex for timex in timexes if paragraph.start <= timex.span.start < start]
    if not inside or not is_dated(inside[-1]):
        return None
    timex = inside[-1]
    takes_part = any(timex.span.end <= each.start < start for each in named)
    if not takes_part or len(_SENTENCES_END.findall(text, timex.span.end, start)) != 1:
        return None
    met = _OCCASION.search(text[paragraph.start : timex.span.start])
    return None if met is None else timex


def _goes_on(
    drafts: Sequence[Draft],
    before: int,
    number: int,
    when: When,
    timexes: Sequence[Timex],
    published: Published,
) -> bool:
    """Return whether a statement is of the occasion of the one `before`, on the days `when`.

    No other date stands between the two. What is looked back at goes on near by alone, and what was
    said some time in a season or year in its own paragraph.
    """
    apart = drafts[before].unit.paragraph != drafts[number].unit.paragraph
    first, latest, earliest = when.earliest, when.latest, published.earliest
    wide = first is not None and latest is not None and latest - first > _LONGEST_OCCASION
    if apart and wide:
        return False
    start, end = drafts[before].whole.end, drafts[number].whole.start
    recent = latest is not None and earliest is not None and latest >= earliest - _NEWS_DAYS
    if not recent and end - start > _LONGEST_BREAK:
        return False
    return not any(
        start <= timex.span.start < end
        and is_dated(timex)
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


def _dates_before(
    place: int, draft: Draft, timexes: Sequence[Timex], paragraphs: Sequence[Span]
) -> list[Timex]:
    """Return the dates that stand before a place in the paragraph of a statement."""
    ends = paragraphs[draft.unit.paragraph].start, place
    low, high = (bisect_left(timexes, at, key=lambda timex: timex.span.start) for at in ends)
    return [timex for timex in timexes[low:high] if is_dated(timex)]


def _is_history(
    draft: Draft, timexes: Sequence[Timex], published: Published, paragraphs: Sequence[Span]
) -> bool:
    """Return whether the last date before, in the paragraph, lies long before the article."""
    # "Berg, a minister since 2019, said" is no history.
    before = _dates_before(draft.whole.start, draft, timexes, paragraphs)
    if not before or published.earliest is None:
        return False
    latest = before[-1].latest
    return latest is not None and latest < published.earliest - STORY_DAYS


def _find_first(
    draft: Draft, timexes: Sequence[Timex], published: Published, paragraphs: Sequence[Span]
) -> date | None:
    """Return the first day on which something may have been said without a time of its own.

    It is that of the article, or one of the days before it that the paragraph tells last: what
    goes on from Monday's news in a report of Wednesday was said between the two.
    """
    first = published.earliest
    before = _dates_before(draft.start, draft, timexes, paragraphs)
    if not before or first is None or before[-1].earliest != before[-1].latest:
        return first
    day = before[-1].earliest
    recent = day is not None and first - _NEWS_DAYS <= day < first
    return day if recent else first
