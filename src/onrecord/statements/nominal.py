"""Read statements that a noun announces: "Baru’s claim that the talks had failed"."""

from collections.abc import Iterator
from itertools import islice

from onrecord.statements.building import cover_marks, is_plain
from onrecord.statements.clauses import content_end
from onrecord.statements.drafts import Draft
from onrecord.statements.lexicon import NOMINAL_CUES, Cue
from onrecord.statements.matches import MAX_CUES
from onrecord.statements.subjects import owner_before
from onrecord.statements.tokens import Unit
from onrecord.text.wordclasses import is_possessive


def read_nominal(text: str, unit: Unit) -> Iterator[Draft]:
    """Yield statements that a noun announces: "Baru’s claim that the talks had failed"."""
    tokens = unit.tokens
    nouns = (at for at in range(1, len(tokens) - 2) if tokens[at].lower in NOMINAL_CUES)
    for at in islice(nouns, MAX_CUES):
        act = NOMINAL_CUES[tokens[at].lower]
        if tokens[at + 1].lower != "that" or tokens[at].quoted:
            continue
        owner = tokens[at - 1]
        possessive = owner.lower in {"his", "her", "their", "its"}
        if not possessive and not is_possessive(owner.lower):
            continue
        start = at - 1 if possessive else owner_before(tokens, at, 0)
        end = content_end(tokens, at + 1, (), subordinate=True)
        if start is None or start >= at or not is_plain(tokens, at + 1, end):
            continue
        quoted = any(token.quoted for token in tokens[at + 1 : end])
        yield Draft(
            kind="mixed" if quoted else "indirect",
            content=(cover_marks(text, unit, at + 1, end),),
            unit=unit,
            cue=unit.cover(at, at + 1),
            source=unit.cover(start, at),
            entry=Cue(tokens[at].lower, (), act, frozenset({"that"})),
            frame="noun",
        )
