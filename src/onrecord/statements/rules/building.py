"""Build drafts from matches: token indices become characters, with the marks around them."""

from onrecord.records import Span, StatementKind
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cues import Match
from onrecord.statements.grammar.lexicon import Cue
from onrecord.statements.grammar.shapes import Tokens
from onrecord.statements.grammar.tokens import Unit

_OPENING = "“„«\"‘'"
_CLOSING = "”»\"’'"


def build_draft(
    text: str, unit: Unit, match: Match, entry: Cue, pieces: list[tuple[int, int]], frame: str
) -> Draft:
    """Return the draft of a paraphrase with its content in `pieces` of tokens."""
    tokens = unit.tokens
    quoted = any(tokens[at].quoted for start, end in pieces for at in range(start, end))
    kind: StatementKind = "mixed" if quoted else "indirect"
    return Draft(
        kind=kind,
        content=tuple(cover_marks(text, unit, start, end) for start, end in pieces),
        unit=unit,
        cue=unit.cover(match.start, match.end),
        source=None if match.source is None else unit.cover(*match.source),
        hearer=None if match.hearer is None else unit.cover(*match.hearer),
        entry=entry,
        frame=frame,
        shared=match.shared,
        relays=() if match.relay is None else (unit.cover(*match.relay),),
        clause=clause_of(unit, match),
    )


def clause_of(unit: Unit, match: Match) -> Span:
    """Return the words around the cue in which its own time may stand."""
    start = (
        match.start if match.source is None or match.shared else min(match.start, match.source[0])
    )
    return unit.cover(start, max(match.after, match.last))


def cover_marks(text: str, unit: Unit, start: int, end: int) -> Span:
    """Return the characters of the tokens, with the quotation marks right around them."""
    span = unit.cover(start, end)
    first, last = span
    if unit.tokens[start].quoted and first > unit.span.start and text[first - 1] in _OPENING:
        first -= 1
    if unit.tokens[end - 1].quoted:
        stop = last
        while stop < len(text) and text[stop] in ".,!?…":
            stop += 1
        if stop < len(text) and text[stop] in _CLOSING:
            last = stop + 1
    return Span(first, last)


def is_plain(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether there are tokens from `start` to `end`, and no free-standing quotation."""
    return end > start and all(tokens[at].quotation is None for at in range(start, end))
