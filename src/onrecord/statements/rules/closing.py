"""Mend where contents start in a sentence that ends with who says it: "..., the mayor said"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.tokens import Token

_LONGEST_CLOSE = 3  # tokens behind source and cue: "said | on Friday ."
_DATELINE = 9  # tokens
_DASHES = frozenset("— – -".split())
_TURNING = frozenset("but and or so yet".split())


def fill_openings(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, what stands last but for its source with the whole sentence before.

    Of "The port was shut, | the road was open |, Berg said" the reader may take the second half;
    a sentence without other marks, verbs of saying or sources before it is all Berg's.
    """
    starts = sorted(draft.start for draft in drafts)
    for draft in drafts:
        opening = _find_opening(text, draft)
        if opening is None or _any_within(starts, opening):
            yield draft
        else:
            first, *rest = draft.content
            yield replace(draft, content=(Span(opening.start, first.end), *rest))


def _find_opening(text: str, draft: Draft) -> Span | None:
    """Return the words of the sentence before a content that only source and cue stand behind."""
    source, cue, unit = draft.source, draft.cue, draft.unit
    if source is None or cue is None or draft.kind == "direct" or draft.quoted:
        return None
    first, told = draft.content[0], draft.content[-1].end
    if not text.startswith(",", told) or told >= min(source.start, cue.start):
        return None
    if len(unit.tokens) - unit.at(max(source.end, cue.end)) > _LONGEST_CLOSE:
        return None
    at = _behind_dateline(unit.tokens)
    at += unit.tokens[at].lower in _TURNING
    before = unit.tokens[at : unit.at(first.start)]
    if not before or any(not (token.is_word or token.text in {",", "$"}) for token in before):
        return None
    return Span(before[0].start, first.start)


def _behind_dateline(tokens: Sequence[Token]) -> int:
    """Return where the sentence starts behind its dateline: "ORU (Norwire) — | It is late"."""
    dash = next((at for at, token in enumerate(tokens[:_DATELINE]) if token.text in _DASHES), -1)
    capitals = dash > 0 and tokens[0].text.isupper() and len(tokens) > dash + 1
    return dash + 1 if capitals else 0


def _any_within(starts: Sequence[int], span: Span) -> bool:
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end
