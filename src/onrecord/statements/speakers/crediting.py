"""Who is cited speaks, and who cites passes on: "the ministry said, citing the army"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Actor, Span
from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.statements.speakers.cast import Cast
from onrecord.statements.speakers.sources import Found, name_source
from onrecord.text.wordclasses import is_person_noun, is_possessive

_MARK = 1  # character that a quotation ends earlier without its mark
_BEFORE_RELAY = re.compile(
    r"\b(?:via|per|(?:quoted|cited)(?: as (?:saying|telling \w+))? by|carried by|reported by|"
    r"broadcast by|in comments to|as reported by)\s+(?:the\s+)?"
    r"(?:(?:[\w’-]+\s+){0,2}(?:daily|weekly|newspaper|paper|magazine|broadcaster|network|channel|"
    r"agency|website)\s+)?$",
    re.IGNORECASE,
)
_PASSER = re.compile(r"(?:^|[,;:“”\"] )(?P<who>[^,;:“”\"]{2,60}), $")
_PASSING = re.compile(r", (?:\w+ly )?(?:reported|reports|said|says|wrote|writes|added)\b")
# "Citing | the army, ..."
_CITING = re.compile(r"(?:citing|quoting)\b", re.IGNORECASE)


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
            told = draft.cue is not None and any(contains(p, draft.cue) for p in citing.content)
            if told:  # "Baru offered to help, the agency reports, quoting | the army |"
                credited[other] = replace(draft, relays=(citing.source, *draft.relays))
            elif cited.actor is not None:
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
    last = cited.actor.name.split()[-1].lower()
    speaks = is_person_noun(last) or last in {"source", "sources", "people"}
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
