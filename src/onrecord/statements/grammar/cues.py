"""A cue as it stands in a sentence, with who and what goes with it."""

from dataclasses import dataclass, replace

from onrecord.statements.grammar.lexicon import Cue

ACCORDING = Cue("according", ("to",), "claim", frozenset({"quote", "clause", "any"}))
COLON = Cue(":", (), "claim", frozenset({"quote", "clause", "any"}))
ORDERING = replace(COLON, lemma="to", act="demand")  # "Oru to Norland: Pull back"


@dataclass(frozen=True, slots=True)
class Match:
    """A cue in a unit, all positions being token indices.

    The verb group is `[start, end)` with its auxiliaries and particles. `source` is the noun
    phrase that goes with it; where it is `shared`, it stands before an earlier verb of the unit.
    `after` is the first token behind the cue, its hearer and its adverbials: where content starts.
    """

    cues: tuple[Cue, ...]
    form: str
    start: int
    end: int
    source: tuple[int, int] | None = None
    shared: bool = False
    inverted: bool = False
    hearer: tuple[int, int] | None = None
    after: int = 0
    relay: tuple[int, int] | None = None  # "was quoted by the agency as saying"

    @property
    def first(self) -> int:
        """The first token of cue and own source together."""
        if self.source is None or self.shared or self.inverted:
            return self.start
        return min(self.start, self.source[0])

    @property
    def last(self) -> int:
        """The token behind cue and own source together."""
        return max(self.end, self.source[1]) if self.source and self.inverted else self.end

    def cue_with(self, *frames: str) -> Cue | None:
        """Return the first of the lexicon's readings of the cue that has one of the frames."""
        return next((cue for cue in self.cues if not cue.frames.isdisjoint(frames)), None)
