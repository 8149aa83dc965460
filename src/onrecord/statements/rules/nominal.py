"""Read statements that a noun announces: "Baru’s claim that the talks had failed"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from onrecord.records import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.clauses import content_end
from onrecord.statements.grammar.lexicon import NOMINAL_CUES, Cue
from onrecord.statements.grammar.matches import MAX_CUES
from onrecord.statements.grammar.shapes import Tokens, is_finite
from onrecord.statements.grammar.subjects import owner_before
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.rules.building import cover_marks, is_plain
from onrecord.text.wordclasses import (
    AUXILIARIES,
    COORDINATORS,
    MODALS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_possessive,
)

_OPENING = 2  # tokens before a noun that opens its sentence: "An earlier | claim"
_OPENERS = RELATIVES | SUBORDINATORS | COORDINATORS
_HELPING = AUXILIARIES | MODALS | {"not"}


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


# "brought a promise | by Peru at least | to keep talking"
_AGENT = re.compile(
    r" (?:by|from) (?P<who>(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})(?: at least)?,? "
)


def leave_to_agent(text: str, draft: Draft) -> Draft:
    """Return the draft with whom "by" names behind its noun: "Baru brought a promise by Peru to".

    Who brings, rejects or reports it has not made it, and the noun alone announces it.
    """
    cue, start = draft.cue, draft.content[0].start
    if cue is None or draft.read is None or draft.kind == "direct" or start < cue.end:
        return draft
    noun = text[slice(*cue)].split()[-1]
    agent = _AGENT.fullmatch(text, cue.end, start)
    if agent is None or noun.lower().removesuffix("s") not in NOMINAL_CUES:
        return draft
    own = Span(cue.end - len(noun), cue.end)
    return replace(draft, cue=own, source=Span(*agent.span("who")), shared=False)


def is_announced_by(text: str, draft: Draft) -> bool:
    """Return whether a noun, who made it and "that" stand side by side: "a charge by Baru that"."""
    cue, source, start = draft.cue, draft.source, draft.content[0].start
    if cue is None or source is None or not cue.end < source.start < start:
        return False
    noun = text[slice(*cue)].split()[-1].lower()
    by = text[cue.end : source.start] in {" by ", " from "}
    that = start - source.end <= len(", ") and text.startswith("that ", start)
    return by and that and noun in NOMINAL_CUES


def part_from_main_verb(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, what a noun announces without what the sentence tells of the noun.

    In "Baru’s warning that the dam would burst emptied the town" nobody said that it was emptied.
    """
    for draft in drafts:
        first, cue, source, unit = draft.content[0], draft.cue, draft.source, draft.unit
        alone = draft.kind == "indirect" and len(draft.content) == 1
        by = is_announced_by(text, draft) and unit.at(cue.start if cue else 0) <= _OPENING
        opens = by or (source is not None and source.start == unit.span.start)
        if cue is None or not alone or not opens:
            yield draft
            continue
        low, high = unit.at(first.start), unit.at(first.end)
        noun = unit.tokens[low - 1].lower.removesuffix("s")
        announces = by or (unit.at(cue.end) == low and noun in NOMINAL_CUES)
        end = _main_verb(unit.tokens, low, high) if announces else high
        if end == high:
            yield draft
        else:
            yield replace(draft, content=(Span(first.start, unit.tokens[end - 1].end),))


def _main_verb(tokens: Tokens, low: int, high: int) -> int:
    """Return where the verb stands that no "that", "if" or "and" in the content opens, or `high`.

    Where a verb follows the content, that is the main one.
    """
    if tokens[low].lower != "that" or (high < len(tokens) and is_finite(tokens, high)):
        return high
    openers = sum(token.lower in _OPENERS for token in tokens[low:high])
    verbs = [
        at
        for at in range(low + 2, high)
        if is_finite(tokens, at) and "-" not in tokens[at].text and not _helped(tokens, at)
    ]
    clause = not verbs or tokens[verbs[-1] - 1].lower in SUBJECT_PRONOUNS  # "if he | came"
    return high if clause or len(verbs) <= openers else verbs[-1]


def _helped(tokens: Tokens, at: int) -> bool:
    """Return whether a verb goes with an auxiliary before it: "would | burst"."""
    before = at - 1
    while before > 0 and is_adverb(tokens[before].lower):
        before -= 1
    return tokens[before].lower in _HELPING
