"""Tell whether all that is told is a noun phrase: "denied | the report |"."""

from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.shapes import has_finite
from onrecord.text.wordclasses import RELATIVES

_POINTED_AT = frozenset("question issue point claim charge idea report".split())


def is_bare(draft: Draft) -> bool:
    """Return whether the content is a noun phrase alone, none of it quoted."""
    if draft.kind != "indirect" or draft.frame in {"to", "question"}:
        return False
    if draft.frame == "that" and not _points(draft):
        return False
    for piece in draft.content:
        numbers = [
            number
            for number, token in enumerate(draft.unit.tokens)
            if piece.start <= token.start and token.end <= piece.end
        ]
        if not numbers:
            continue
        clause = next(
            (n for n in numbers if draft.unit.tokens[n].lower in RELATIVES), numbers[-1] + 1
        )
        if has_finite(draft.unit.tokens, numbers[0], clause):
            return False
    return True


def _points(draft: Draft) -> bool:
    """Return whether "that" only points at a noun: "addressed that question"."""
    first = draft.content[0]
    inside = [token for token in draft.unit.tokens if first.start <= token.start < first.end]
    return len(inside) > 1 and inside[0].lower == "that" and inside[1].lower in _POINTED_AT
