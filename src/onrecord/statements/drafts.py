"""Statements in the making: spans only, nobody resolved yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Attribution, Span, StatementKind
from onrecord.spans import cover
from onrecord.statements.grammar.lexicon import Cue
from onrecord.statements.grammar.tokens import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement as the words show it, before anybody is identified.

    `entry` is the lexicon's reading of the cue and `frame` what follows it. `shared` says that the
    source is the subject of an earlier verb, `carried` that it stands in an earlier sentence than
    the content (`certain`: of a quotation right before), and `quoted` that the statement stands
    inside somebody's direct speech. `relays` are the sources of attributions around this one
    ("Baru said ..., the agency reported"), the nearest first. `clause` is cue, source and
    adverbials: where the time of the statement may stand. `read` is what the trained reader found
    at the same cue.
    """

    kind: StatementKind
    content: tuple[Span, ...]
    unit: Unit
    cue: Span | None = None
    source: Span | None = None
    hearer: Span | None = None
    entry: Cue | None = None
    frame: str = "quote"
    shared: bool = False
    carried: bool = False
    certain: bool = False
    quoted: bool = False
    relays: tuple[Span, ...] = ()
    clause: Span | None = None
    read: Attribution | None = None

    @property
    def start(self) -> int:
        """Where the statement's first word stands, source and cue included."""
        spans = [*self.content]
        if self.cue is not None:
            spans.append(self.cue)
        return min(span.start for span in spans)

    @property
    def whole(self) -> Span:
        """From the first to the last word of content, cue and source."""
        spans = [*self.content, *(span for span in (self.cue, self.source) if span is not None)]
        return cover(spans)


def unique_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those whose content an earlier one has already, piece by piece."""
    return list({draft.content: draft for draft in reversed(drafts)}.values())[::-1]
