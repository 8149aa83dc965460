"""Chains of telling: who passed a statement on, as against who made it.

In "Baru said ..., the agency reported" and "Baru had refused, according to his spokesman" the
attribution around the statement is a relay and no statement of its own; in "the ministry said,
citing the army" the army speaks and the ministry relays.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Actor, Span
from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.statements.sources import Found, name_source
from onrecord.statements.speakers import Cast
from onrecord.text.wordclasses import is_communicator, is_person_noun, is_possessive

_MARK = 1  # character that a quotation ends earlier without its mark
_LEAD = 80  # characters of adverbials that may stand before the inner statement
_BEFORE_RELAY = re.compile(
    r"\b(?:via|per|(?:quoted|cited)(?: as (?:saying|telling \w+))? by|carried by|reported by|"
    r"broadcast by|in comments to|as reported by)\s+(?:the\s+)?"
    r"(?:(?:[\w’-]+\s+){0,2}(?:daily|weekly|newspaper|paper|magazine|broadcaster|network|channel|"
    r"agency|website)\s+)?$",
    re.IGNORECASE,
)


# "The paper quotes | Ida Berg, a teacher, | as saying: “...”"
_QUOTED_AS = re.compile(
    r"(?:ha[sd] )?(?:quot|cit)(?:es?|ed|ing) (?P<who>[^“”\"\n]{3,120}?),? "
    r"as (?:saying|telling|writing)\b"
)
# "posted a quote from | Ida Berg |: “...”"
_QUOTE_FROM = re.compile(
    r"\b(?:quotes?|lines?|words|passages?|verses?|quotations?) (?:from|by|of) "
    r"(?P<who>(?:the )?[A-Z][^“”\"\n:,]{1,60}?)(?:,[^:“”\"\n]{0,80})?[:,]?\s*[“\"‘']?$"
)
# "quoted | the poet Ida Berg |: “...”"
_QUOTES = re.compile(
    r"quot(?:es?|ed|ing) (?P<who>(?!(?:from|in|as|by)\b)[^“”\"\n:,]{2,60}?)"
    r"(?:,[^:“”\"\n]{0,80})?[:,]\s*[“\"‘']?$"
)
# "read out a letter from | the poet, Ida Berg |: “...”"
_READ_FROM = re.compile(
    r"(?:read|reads|reading)\b(?: out| aloud)? (?:an?|the|another|one) (?:[\w-]+ ){0,2}?"
    r"(?:letter|message|note|statement|poem|email|e-mail|text|tribute|testimony|telegram|apology) "
    r"(?:from|by|written by) (?P<who>[^“”\"\n:]{3,80}?)[:,]?\s*[“\"‘']?$"
)
_SPEAKERS = frozenset(
    "official officials source sources diplomat diplomats person people aide aides lawmaker "
    "lawmakers lawyer lawyers witness witnesses".split()
)
_PASSER = re.compile(r"(?:^|[,;:“”\"] )(?P<who>[^,;:“”\"]{2,60}), $")
_PASSING = re.compile(r", (?:\w+ly )?(?:reported|reports|said|says|wrote|writes|added)\b")
# "Citing | the army, ..."
_CITING = re.compile(r"(?:citing|quoting)\b", re.IGNORECASE)


def find_quoted(text: str, cue: Span, quotation: Span, end: int) -> Span | None:
    """Return whose words a quotation is that another passes on.

    Behind a quotation it is told before `end`: "“Go,” the paper quoted | a nurse | as saying".
    """
    if quotation.start < cue.start:
        behind = _QUOTED_AS.match(text, cue.start, end)
        return None if behind is None else Span(*behind.span("who"))
    lead = Span(cue.start, quotation.start)
    found = (
        _QUOTED_AS.match(text, *lead) or _QUOTE_FROM.search(text, *lead) or _read_from(text, lead)
    )
    if found is None:
        found = _QUOTES.match(text, *lead)
        if found is None or not _can_be_quoted(found["who"]):
            return None
    return Span(*found.span("who"))


def _read_from(text: str, lead: Span) -> re.Match[str] | None:
    """Return the match of who wrote what is read out: "read a note by | the poet |: “...”"."""
    found = _READ_FROM.match(text, *lead)
    if found is None:
        return None
    named = found["who"].partition(",")[0].split()[-1]
    return found if named[:1].isupper() or is_person_noun(named.lower()) else None


def _can_be_quoted(words: str) -> bool:
    """Return whether the words are a name, a role or a paper: "the poet Ida Berg", "her father"."""
    last = words.split()[-1]
    return last[:1].isupper() or is_communicator(last.lower())


def join_relays(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those that only pass others on, these with the relays' sources."""
    joined = list(drafts)
    dropped: set[int] = set()
    by_unit: dict[Span, list[int]] = {}
    for number, draft in enumerate(joined):
        by_unit.setdefault(draft.unit.span, []).append(number)
    for numbers in by_unit.values():
        if len(numbers) < 2:
            continue
        for outer in numbers:
            if joined[outer].frame != "around" or joined[outer].source is None:
                continue
            if not _only_tells(joined[outer]):
                continue
            inner = _passed_on(joined, outer, numbers)
            if inner:
                dropped.add(outer)
                source = joined[outer].source
                assert source is not None
                for number in inner:
                    joined[number] = replace(
                        joined[number], relays=(*joined[number].relays, source)
                    )
    return [draft for number, draft in enumerate(joined) if number not in dropped]


def drop_passing(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without an "according to" that only passes on what others say there.

    In "Baru argued A, denying B, according to the agency" the agency says no more than that.
    """
    return [
        draft
        for draft in drafts
        if draft.cue is None
        or draft.source is None
        or not text[slice(*draft.cue)].lower().startswith("according")
        or not any(
            draft.source in other.relays and draft.content[0].start == other.content[0].start
            for other in drafts
            if other is not draft
        )
    ]


def _only_tells(draft: Draft) -> bool:
    """Return whether the verb takes no stand: who "denied" or "praised" it speaks too."""
    return draft.entry is None or draft.entry.act in {"claim", "confirm"}


def _passed_on(drafts: Sequence[Draft], outer: int, numbers: Sequence[int]) -> list[int]:
    """Return the drafts that make up the whole content of draft `outer`."""
    [content, *rest] = drafts[outer].content
    if rest:
        return []
    inside = [
        number
        for number in numbers
        if number != outer
        and drafts[number].cue is not None
        and all(contains(content, piece) for piece in drafts[number].content)
    ]
    if not inside:
        return []
    first = min(inside, key=lambda number: drafts[number].whole.start)
    last = max(drafts[number].whole.end for number in inside)
    source = drafts[first].source
    if source is None or source.start - content.start > _LEAD or content.end - last > _LEAD:
        return []
    return [
        number for number in inside if drafts[number].source == source or drafts[number].shared
    ] or [first]


def credit_cited(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """Return the drafts, those that cite somebody by name credited to the one who is cited.

    In "the ministry said ..., citing the army" the army is the source; the ministry becomes the
    relay, and the citing is no statement of its own.
    """
    credited, dropped = _credit_sources(drafts, cast)
    for number, citing in enumerate(drafts):
        if citing.entry is None or citing.entry.lemma != "cite" or citing.source is None:
            continue
        cited = name_source(cast.text, citing.content[0], cast.index)
        if not _may_be_credited(cited):
            continue
        cast.found[citing.content[0]] = cited
        for other, draft in enumerate(drafts):
            if other != number and draft.source == citing.source and draft.unit is citing.unit:
                credited[other] = _hand_over(credited[other], citing.content[0])
                dropped.add(number)
    return [draft for number, draft in enumerate(credited) if number not in dropped]


def _credit_sources(drafts: Sequence[Draft], cast: Cast) -> tuple[list[Draft], set[int]]:
    """Return the drafts with whom the trained reader has for cited, and which only say that.

    "Citing | the army |, the ministry said ...": where what is cited is nobody ("a report"), the
    ministry speaks alone.
    """
    credited = list(drafts)
    dropped: set[int] = set()
    for number, citing in enumerate(drafts):
        if citing.cue is None or citing.source is None:
            continue
        behind = citing.source.start > citing.cue.start
        if not behind or not _CITING.match(cast.text, *citing.cue):
            continue
        cited = name_source(cast.text, citing.source, cast.index)
        if cited.actor is not None and not _may_be_credited(cited):
            continue
        for other, each in enumerate(credited):
            draft = credited[other] = _without_citing(each, citing.cue)
            same = abs(draft.content[-1].end - citing.content[-1].end) <= _MARK
            if not same or draft.source in {None, citing.source}:
                continue
            dropped.add(number)
            if cited.actor is not None:
                credited[other] = _hand_over(credited[other], citing.source)
        passer = _find_passer(cast.text, citing)
        if number not in dropped and passer is not None:
            credited[number] = replace(citing, relays=(*citing.relays, passer))
    return credited, dropped


def _find_passer(text: str, citing: Draft) -> Span | None:
    """Return who passes on what is cited: "| The Post |, citing officials, reported that"."""
    if citing.cue is None or citing.source is None:
        return None
    before = _PASSER.search(text, citing.unit.span.start, citing.cue.start)
    if before is None or not _PASSING.match(text, citing.source.end):
        return None
    return Span(*before.span("who"))


def _may_be_credited(cited: Found) -> bool:
    """Return whether who is cited is somebody by name, or people: "citing U.S. officials"."""
    if cited.actor is None or cited.actor.kind == "state":
        return False
    speaks = cited.actor.name.split()[-1].lower() in _SPEAKERS
    return cited.how == "name" if cited.actor.kind != "group" else speaks


def _without_citing(draft: Draft, cue: Span) -> Draft:
    """Return the draft without a last piece that only tells who is cited: "citing the army"."""
    *pieces, last = draft.content
    return replace(draft, content=tuple(pieces)) if pieces and last.start == cue.start else draft


def _hand_over(draft: Draft, source: Span) -> Draft:
    """Return the draft as said by `source`, and passed on by who had been taken for it."""
    assert draft.source is not None
    return replace(draft, source=source, relays=(*draft.relays, draft.source))


def is_passed_on(text: str, inner: Draft, outer: Draft) -> bool:
    """Return whether who closes a sentence passes on what its main clause tells.

    "Baru asked for help, | Lund said" is told by Lund; "Baru’s call for help was late, Lund said"
    takes the call as known.
    """
    if outer.kind == "direct" or outer.source is None or outer.cue is None or inner.source is None:
        return False
    opens, ends = outer.content[0].start, outer.content[-1].end
    owned = is_possessive(text[slice(*inner.source)])
    closed = ends <= min(outer.source.start, outer.cue.start)
    return closed and inner.source.start == opens and not owned


def relay_ids(
    draft: Draft, cast: Cast, speaker: str | None, outer: Actor | None = None
) -> tuple[str, ...]:
    """Return the actors that passed the draft on, the nearest first, its speaker left out.

    `outer` is who closes the sentence that it is told in.
    """
    found = [] if outer is None else [outer.id]
    for span in draft.relays:
        actor = cast.found[span].actor if span in cast.found else cast.name(span)
        if actor is not None:
            found.append(actor.id)
    for mention in cast.index.inside(draft.unit.span):
        before = cast.text[max(draft.unit.span.start, mention.span.start - 70) : mention.span.start]
        if _BEFORE_RELAY.search(before) and not any(
            contains(piece, mention.span) for piece in draft.content
        ):
            found.append(mention.actor.id)
    return tuple(actor for actor in dict.fromkeys(found) if actor != speaker)
