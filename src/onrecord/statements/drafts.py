"""Statements in the making: spans only, nobody resolved yet."""

from dataclasses import dataclass

from onrecord.records import Span, StatementKind
from onrecord.statements.lexicon import Cue
from onrecord.statements.tokens import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement as the words show it, before anybody is identified.

    `entry` is the lexicon's reading of the cue. `carried` says that the source stands in an
    earlier statement or sentence than the content. `tail` is the source of an attribution around
    this one ("Baru said ..., the agency reported"): a relay.
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
    relays: tuple[Span, ...] = ()
    clause: Span | None = None  # cue, source and adverbials: where "on Wednesday" may stand

    @property
    def start(self) -> int:
        """Where the statement's first word stands, source and cue included."""
        spans = [*self.content]
        if self.cue is not None:
            spans.append(self.cue)
        return min(span.start for span in spans)
