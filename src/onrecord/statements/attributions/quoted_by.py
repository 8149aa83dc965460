"""Whose words they are that another passes on: "Berg was quoted as saying by Norwire"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Attribution, Span
from onrecord.spans import overlaps
from onrecord.statements.grammar.subjects import subject_before
from onrecord.statements.grammar.tokens import Unit
from onrecord.text.wordclasses import DOCUMENT_NOUNS, RELATIVES

_QUOTED = re.compile(
    r"(?P<cue>(?:(?:was|were|is|are|has been|have been|had been|being) )(?:\w+ly )?"
    r"(?:quoted|cited) as \w+ing) by",
    re.IGNORECASE,
)
# "handed her | a letter | that"
_PAPER = re.compile(
    r"\b(?P<who>(?:an?|the|another|one) (?:(?!(?:of|in|on|to|by|with|from|for)\b)[\w’'-]+ ){0,3}?"
    rf"(?:{'|'.join(sorted(DOCUMENT_NOUNS))})) (?:that|which) (?:\w+ly |also )?$",
    re.IGNORECASE,
)
_NEAR = 80  # characters


def credit_quoted(
    text: str, units: Sequence[Unit], attributions: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the attributions, those of whom another quotes as the words of the one who is quoted.

    In "Peru will wait, | Berg | was quoted as saying by Norwire" Norwire only passes it on, and in
    "Berg sent | a letter | that called for talks" it is the letter that does.
    """
    for each in attributions:
        paper = _find_paper(text, each)
        if paper is not None:
            yield replace(each, source=paper, source_sure=each.sure)
            continue
        cue = _QUOTED.match(text, each.cue.start)
        behind = each.source is not None and each.source.start >= each.cue.end
        subject = _find_subject(units, each.cue) if cue is not None and behind else None
        content = () if subject is None else _without(each.content, subject)
        if cue is None or subject is None or not content:
            yield each
        else:
            said = Span(*cue.span("cue"))
            yield replace(each, source=subject, cue=said, content=content, relay=False)


def _find_paper(text: str, attribution: Attribution) -> Span | None:
    """Return the paper that a relative clause tells the words of: "| a note | that said"."""
    cue, source = attribution.cue, attribution.source
    found = _PAPER.search(text, max(0, cue.start - _NEAR), cue.start)
    named = source is not None and text[slice(*source)].lower() not in RELATIVES
    if found is None or (named and source is not None and source.end > found.start("who")):
        return None
    return Span(*found.span("who"))


def _find_subject(units: Sequence[Unit], cue: Span) -> Span | None:
    """Return the noun phrase that the verb of the cue goes with."""
    at = bisect_right(units, cue.start, key=lambda unit: unit.span.start) - 1
    if at < 0:
        return None
    subject = subject_before(units[at].tokens, units[at].at(cue.start), 0)
    return None if subject is None else units[at].cover(*subject)


def _without(content: Sequence[Span], subject: Span) -> tuple[Span, ...]:
    """Return the pieces of content that are more than the subject."""
    return tuple(
        piece for piece in content if not overlaps(piece, subject) or piece.start < subject.start
    )
