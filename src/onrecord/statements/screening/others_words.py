"""Leave out of a content what its source does not say: "as he began a tour", "as Baru said"."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import contains, cover
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import base_of, words_of
from onrecord.statements.grammar.shapes import has_finite
from onrecord.text.wordclasses import SUBJECT_PRONOUNS

_WHILE = re.compile(
    r"(?<!soon)(?<!long)(?<!far)(?<!much)(?<!well)(?<!just),? (?:as|while) (?:he|she|they)\b"
)
# "Minister refuses to name agent | as MPs walk out": two things that a headline tells.
_MEANWHILE = re.compile(
    r",? as (?:[A-Z][\w’'-]+ ){1,3}(?:[a-z]{3,}s|[a-z]{3,} (?:out|in|off|on))\b"
)
_CLAUSE_OF_SOURCE = re.compile(r", (?:which|who) [^,.;:“”\"\n]{1,40}")
_ASIDE = re.compile(r"\bas\s+(?:also\s+)?$", re.IGNORECASE)
_PARTING = frozenset(',;:.—–)”"')
_NESTED = 24  # pieces of content looked back over for one that still runs on


def without_while(text: str, draft: Draft) -> Draft:
    """Return the draft without the narrator's clause: "condemned the raid | as he began a tour"."""
    *pieces, last = draft.content
    line = text[draft.unit.span.end - 1].isalnum()
    meanwhile = _MEANWHILE.search(text, *last) if line and draft.kind == "indirect" else None
    if meanwhile is not None:
        return replace(draft, content=(*pieces, Span(last.start, meanwhile.start())))
    found = _WHILE.search(text, *last)
    if found is None or draft.kind != "indirect" or _has_verb(draft, last, found.start()):
        return draft
    return replace(draft, content=(*pieces, Span(last.start, found.start())))


def _has_verb(draft: Draft, piece: Span, end: int) -> bool:
    """Return whether a finite verb or infinitive stands in a piece of content before `end`."""
    tokens = draft.unit.tokens
    inside = [n for n, token in enumerate(tokens) if piece.start <= token.start < end]
    if not inside:
        return True
    verbal = any(tokens[n].lower in {"to", "that", "who", "which"} for n in inside)
    return verbal or has_finite(tokens, inside[0], inside[-1] + 1)


def without_source_clause(text: str, draft: Draft) -> Draft:
    """Return the draft without what a clause tells of its source, and the commas close it off.

    "According to the memo, which warns | it was late, | the port is shut".
    """
    source, (first, *rest) = draft.source, draft.content
    if source is None or not rest:
        return draft
    if _CLAUSE_OF_SOURCE.fullmatch(text, source.end, first.start) is None:
        return draft
    return replace(draft, content=tuple(rest)) if text.startswith(",", first.end) else draft


def without_source(draft: Draft) -> Draft:
    """Return the draft without pieces of content that are but the source's own words."""
    if draft.source is None:
        return draft
    source = draft.source
    left = tuple(piece for piece in draft.content if not contains(source, piece))
    return replace(draft, content=left) if left and left != draft.content else draft


def part_openings(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those that open a sentence parted from what its verb tells.

    "Saying it was late, Baru said the mine was shut" tells two things, and both are Baru's.
    """
    parted = list(drafts)
    opening = {draft.cue.start: at for at, draft in enumerate(drafts) if draft.cue is not None}
    for at, draft in enumerate(parted):
        first, source = draft.content[0], draft.source
        number = opening.get(first.start)
        if number in {None, at} or source is None or len(draft.content) == 1:
            continue
        other = parted[number]
        inside = all(contains(first, piece) for piece in other.content)
        if inside and first.end <= source.start and other.source in {None, source}:
            parted[at] = replace(draft, content=draft.content[1:])
            parted[number] = replace(other, source=source, shared=True)
    return parted


def without_asides(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts without "as Baru said" in what somebody else says.

    The words around such an aside are not Baru's alone; whose they are is not told.
    """
    pieces = sorted(
        (piece, number)
        for number, draft in enumerate(drafts)
        if draft.source is not None
        for piece in draft.content
    )
    for number, draft in enumerate(drafts):
        if draft.source is None or draft.cue is None or (draft.read is None and not draft.quoted):
            yield draft
            continue
        whole = cover([draft.source, draft.cue])
        at = bisect_right(pieces, whole.start, key=lambda each: each[0].start)
        around = pieces[max(0, at - _NESTED) : at]
        inside = any(other != number and contains(piece, whole) for piece, other in around)
        if not inside or not _is_aside(text, whole):
            yield draft


def without_answers(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without what another has to say to them: "killed, | which Oslo denies |".

    A clause that "which" opens at the end is the narrator's, one put in is left.
    """
    judges = {
        draft.source.start
        for draft in drafts
        if draft.source is not None and draft.cue is not None and _judges(text, draft.cue)
    }
    return [_without_answer(text, draft, judges) for draft in drafts]


def _judges(text: str, cue: Span) -> bool:
    """Return whether a cue judges what somebody has said, in the narrator's tense."""
    words = words_of(text, cue)
    return bool(words) and words[0] != "had" and base_of(words[-1]) in _JUDGED


def _without_answer(text: str, draft: Draft, judges: Collection[int]) -> Draft:
    *pieces, last = draft.content
    found = _WHICH_AT_END.search(text, *last)
    if found is None or draft.kind != "indirect" or found.start() == last.start:
        return draft
    if found.start("who") not in judges or found["who"].lower() in SUBJECT_PRONOUNS:
        return draft
    return replace(draft, content=(*pieces, Span(last.start, found.start())))


_WHICH_AT_END = re.compile(r", which (?P<who>[\w’'-]+)[^,]*$")
_JUDGED = frozenset("call deny reject dismiss describe dispute denounce condemn criticise".split())


def _is_aside(text: str, whole: Span) -> bool:
    """Return whether source and cue are put in with "as", and nothing goes with them."""
    behind = text[whole.end : whole.end + 2].lstrip()
    before = text[max(0, whole.start - 12) : whole.start]
    return (not behind or behind[0] in _PARTING) and _ASIDE.search(before) is not None
