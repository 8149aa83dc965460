"""Give a quotation that goes on to who told the sentence before it, not to whom that is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.spans import contains
from onrecord.statements.drafts import Draft


def credit_tellers(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, a quotation carried from the sentence before with its teller for source.

    "Berg and Lund were “harsh”, the counsel wrote. “Their words hurt.”" is the counsel's: the
    subject of the sentence stands in what the counsel says.
    """
    for draft in drafts:
        source = draft.source
        if not draft.carried or draft.cue is not None or source is None:
            yield draft
            continue
        tellers = {
            other.source
            for other in drafts
            if other.source is not None
            and other.cue is not None
            and other.content[0].end <= other.source.start
            and contains(other.unit.span, source)
            and any(contains(piece, source) for piece in other.content)
        }
        yield replace(draft, source=tellers.pop()) if len(tellers) == 1 else draft
