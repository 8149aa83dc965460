"""Read direct speech: quotations, and the attribution before, after or inside them."""

import re

from onrecord.records import Span
from onrecord.spans import trim
from onrecord.statements.chains.quoting import find_quoted
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.clauses import ends_clause, is_parenthetical, trim_end
from onrecord.statements.grammar.cues import Match
from onrecord.statements.grammar.lexicon import QUOTING_FORMS
from onrecord.statements.grammar.phrases import noun_phrase_at
from onrecord.statements.grammar.shapes import has_finite, is_finite, is_name
from onrecord.statements.grammar.subjects import noun_phrase_before
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.rules.building import clause_of

_DASHES = frozenset("— – ― -".split())
_FAR = 40  # tokens between a cue and the colon or comma before its quotation


def read_direct(
    text: str, unit: Unit, matches: tuple[Match, ...]
) -> tuple[list[Draft], list[int], set[int]]:
    """Return the direct statements of `unit`, the token indices of the quotations left without
    attribution, and the indices of the matches used up.
    """
    pieces: dict[int, list[int]] = {}
    colons: list[Draft] = []
    left: list[int] = []
    for at, token in enumerate(unit.tokens):
        if token.quotation is None:
            continue
        number = _attribution_after(text, unit, at, matches)
        if number is None:
            number = _attribution_before(unit, at, matches)
        if number is not None:
            pieces.setdefault(number, []).append(at)
        elif (draft := _read_colon(text, unit, at) or _read_dash(text, unit, at)) is not None:
            colons.append(draft)
        elif (owner := _owner(pieces, at - 1)) is not None:
            pieces[owner].append(at)
        else:
            left.append(at)
    drafts = [_draft(text, unit, matches[number], found) for number, found in pieces.items()]
    return [*drafts, *colons], left, set(pieces)


def _owner(pieces: dict[int, list[int]], at: int) -> int | None:
    return next((number for number, found in pieces.items() if at in found), None)


def _attribution_after(text: str, unit: Unit, at: int, matches: tuple[Match, ...]) -> int | None:
    """Return which match stands right behind the quotation: "“...,” said Baru"."""
    tokens = unit.tokens
    nexts = {at + 1}
    if at + 1 < len(tokens) and tokens[at + 1].text in {",", "—", "–", "-"}:
        nexts.add(at + 2)
    for number, match in enumerate(matches):
        if match.first in nexts and not match.shared and match.cue_with("quote") is not None:
            quotation = tokens[at].quotation
            assert quotation is not None
            # A comma at the end of the quotation says that the sentence goes on with it.
            open_ended = text[quotation.inner.end - 1] == "," or at + 2 in nexts
            if open_ended or match.inverted or ends_clause(tokens, match.after):
                return number
            return None
    return None


def _attribution_before(unit: Unit, at: int, matches: tuple[Match, ...]) -> int | None:
    """Return which match leads up to the quotation: "Baru told the council on Monday: “..."."""
    tokens = unit.tokens
    if at == 0:
        return None
    colon = tokens[at - 1].text == ":"
    best: int | None = None
    for number, match in enumerate(matches):
        if match.last > at or (match.form == "according" and match.start > 1):
            continue
        if match.cue_with("quote") is None and not colon:
            continue
        gap = at - match.after
        between = range(match.after, at)
        blocked = any(tokens[each].quotation is not None for each in between)
        if blocked:
            continue
        plain = gap <= 0 or (gap == 1 and tokens[match.after].text in {",", ":", "-", "—", "–"})
        if (
            plain
            or (colon and gap <= _FAR)
            or (
                gap <= 25
                and tokens[at - 1].text in {",", ":"}
                and not any(is_finite(tokens, each) for each in between)
            )
        ):
            best = number
    return best


def _read_colon(text: str, unit: Unit, at: int) -> Draft | None:
    """Read "Baru: “...”", a name and a colon before the quotation and nothing else."""
    tokens = unit.tokens
    if at < 2 or tokens[at - 1].text != ":" or at > 9:
        return None
    start = noun_phrase_before(tokens, at - 1, 0)
    if start != 0:
        return None
    quotation = tokens[at].quotation
    assert quotation is not None
    # "Added Berg: “..."; "Said Khatib" may be somebody's name.
    inverted = tokens[0].lower in QUOTING_FORMS and not tokens[0].opens_mention and at > 2
    return Draft(
        kind="direct",
        content=(trim(text, quotation.inner),),
        unit=unit,
        cue=unit.cover(0, 1) if inverted else unit.cover(at - 1, at),
        source=unit.cover(1 if inverted else 0, at - 1),
    )


def _read_dash(text: str, unit: Unit, at: int) -> Draft | None:
    """Read "“...” — Ode Baru, a teacher": a dash and a name behind the quotation, nothing else."""
    tokens = unit.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].text not in _DASHES:
        return None
    end = noun_phrase_at(tokens, at + 2, len(tokens))
    if end == at + 2 or not is_name(tokens[at + 2]):
        return None
    if end < len(tokens) and tokens[end].text not in {",", "."}:
        return None
    quotation = tokens[at].quotation
    assert quotation is not None
    return Draft(
        kind="direct",
        content=(trim(text, quotation.inner),),
        unit=unit,
        cue=Span(tokens[at + 1].start, tokens[at + 1].end),
        source=unit.cover(at + 2, end),
    )


def _draft(text: str, unit: Unit, match: Match, found: list[int]) -> Draft:
    contents: list[Span] = []
    for at in found:
        quotation = unit.tokens[at].quotation
        assert quotation is not None
        contents.append(trim(text, quotation.inner))
    lead = _lead_clause(text, unit, match, found)
    if lead is not None:
        # "When the vote came, Baru said, “we were ready.”": one sentence, half of it quoted.
        marked = (unit.tokens[at] for at in found)
        contents = [lead, *(Span(token.start, token.end) for token in marked)]
    cue = unit.cover(match.start, match.end)
    source = None if match.source is None else unit.cover(*match.source)
    relays = () if match.relay is None else (unit.cover(*match.relay),)
    quoted = find_quoted(text, cue, contents[0], unit.span.end)
    if quoted is not None and source is not None:
        source, relays = quoted, (*relays, source)
    return Draft(
        kind="direct" if lead is None else "mixed",
        content=tuple(contents),
        unit=unit,
        cue=cue,
        source=source,
        hearer=None if match.hearer is None else unit.cover(*match.hearer),
        entry=match.cue_with("quote"),
        shared=match.shared,
        relays=relays,
        clause=clause_of(unit, match),
    )


def _lead_clause(text: str, unit: Unit, match: Match, found: list[int]) -> Span | None:
    """Return the clause before the attribution that a quotation in small letters goes on with."""
    quotation = unit.tokens[found[0]].quotation
    assert quotation is not None
    if found[0] < match.first or not text[quotation.inner.start].islower():
        return None
    if not is_parenthetical(unit.tokens, match):
        return None
    end = trim_end(unit.tokens, 0, match.first)
    whole = end > 0 and (
        has_finite(unit.tokens, 0, end) or _OPENS_WITH_VERB.match(text, quotation.inner.start)
    )
    return unit.cover(0, end) if whole else None


# "The pact, Baru said, “is dead”": the subject of the quoted verb stands outside the marks.
_OPENS_WITH_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|"
    r"cannot|\w+n[’']t)\b"
)
