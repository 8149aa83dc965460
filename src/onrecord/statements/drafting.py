"""From the text to drafts: every statement's spans, in reading order."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.coreference import MentionIndex
from onrecord.records import Actor, Attribution, Span
from onrecord.statements.attributions.closings import mend_closings
from onrecord.statements.attributions.edges import leave_apposition, mend_edges
from onrecord.statements.attributions.merging import merge_attributions
from onrecord.statements.attributions.narrator import leave_to_narrator
from onrecord.statements.attributions.participles import leave_next, lend_sources
from onrecord.statements.attributions.tellers import credit_tellers
from onrecord.statements.chains.contained import (
    leave_pieces,
    lend_antecedents,
    lend_raised,
    rejoin_pieces,
    take_in_replies,
    take_in_told,
)
from onrecord.statements.chains.nesting import drop_willing
from onrecord.statements.chains.relays import drop_passing, join_relays
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cues import Match
from onrecord.statements.grammar.matches import find_matches
from onrecord.statements.grammar.subjects import main_subject
from onrecord.statements.grammar.tokens import Unit, UnitReader
from onrecord.statements.rules.apart import draft_apart
from onrecord.statements.rules.appeals import add_appeals
from onrecord.statements.rules.building import clause_of
from onrecord.statements.rules.closing import fill_openings
from onrecord.statements.rules.continued import Thread
from onrecord.statements.rules.headlines import read_headline, speaks_alone
from onrecord.statements.rules.hearers import note_hearer
from onrecord.statements.rules.indirect import read_indirect
from onrecord.statements.rules.interposed import lend_names, reach_subjects
from onrecord.statements.rules.interviews import find_interview
from onrecord.statements.rules.listed import add_listed
from onrecord.statements.rules.nominal import leave_to_agent, part_from_main_verb, read_nominal
from onrecord.statements.rules.quoted import read_direct
from onrecord.statements.rules.reported import find_reported
from onrecord.statements.rules.second_halves import add_second_halves
from onrecord.statements.rules.turns import draft_turn, find_turns
from onrecord.statements.screening.screen import screen_drafts
from onrecord.text import Outline


def draft_statements(
    text: str,
    outline: Outline,
    actors: Sequence[Actor],
    headlines: frozenset[int],
    attributions: Sequence[Attribution] | None = None,
) -> tuple[list[Draft], list[Span]]:
    """Return the drafts of all statements in reading order, and the subjects of all sentences.

    Where `actors` are named parts two names that stand side by side. `headlines` are where the
    headline may start. `attributions` are what the trained reader found; without any reader
    (`None`) the rules stand alone.
    """
    mentions = [span for actor in actors for span in actor.mentions]
    reader = UnitReader(
        text,
        outline,
        frozenset(span.start for span in mentions),
        frozenset(span.end for span in mentions),
    )
    thread = Thread(text)
    subjects: list[Span] = []
    units = list(reader.read())
    turns = _find_turns(text, outline.paragraphs, actors)
    apart = {draft.unit.paragraph: draft for draft in draft_apart(text, units, outline.paragraphs)}
    begun: set[int] = set()
    for unit in units:
        if unit.paragraph in turns:
            label, words = turns[unit.paragraph]
            if unit.paragraph not in begun:
                begun.add(unit.paragraph)
                thread.add([draft_turn(text, unit, label, words)])
            continue
        if unit.paragraph in apart:
            if unit is apart[unit.paragraph].unit:
                thread.drafts.append(apart[unit.paragraph])
            continue
        _read_unit(text, unit, thread, headlines)
        subject = main_subject(unit.tokens, len(unit.tokens))
        if subject is not None:
            subjects.append(unit.cover(*subject))
    drafts = join_relays([*thread.drafts, *_read_inside(text, reader, thread.drafts)])
    if attributions is not None:
        alone = [draft for draft in drafts if speaks_alone(text, draft, actors)]
        drafts = merge_attributions(text, outline, units, drafts, attributions)
        drafts = add_appeals(text, units, drafts)
        read = {draft.unit.span for draft in drafts}
        drafts += [draft for draft in alone if draft.unit.span not in read]
        drafts = find_reported(text, drafts)
        drafts = list(mend_closings(text, list(leave_to_narrator(text, drafts))))
        drafts = mend_edges(text, drafts)
        drafts = list(add_second_halves(text, drafts))
        drafts = list(lend_sources(drafts))
        drafts = screen_drafts(text, list(fill_openings(text, drafts)))
        drafts = list(credit_tellers(drafts))
        drafts = [leave_to_agent(text, leave_next(text, draft)) for draft in drafts]
        drafts = [leave_apposition(text, draft) for draft in drafts]
        drafts = [note_hearer(text, draft) for draft in drafts]
        drafts = drop_willing(text, drop_passing(text, drafts))
        drafts = list(lend_antecedents(text, list(leave_pieces(text, drafts))))
        drafts = list(lend_raised(text, drafts))
        drafts = list(take_in_told(text, list(rejoin_pieces(text, drafts))))
        drafts = list(take_in_replies(text, drafts))
    drafts = list(lend_names(text, list(reach_subjects(drafts))))
    drafts = list(part_from_main_verb(text, drafts))
    drafts = add_listed(text, units, drafts, attributions or ())
    return sorted(drafts, key=lambda draft: draft.start), subjects


def _find_turns(
    text: str, paragraphs: Sequence[Span], actors: Sequence[Actor]
) -> dict[int, tuple[Span | None, Span]]:
    """Return who has each turn of a transcript or interview, where that is named, and its words."""
    turns: dict[int, tuple[Span | None, Span]] = dict(find_turns(text, paragraphs))
    interview = find_interview(text, MentionIndex(actors))
    if interview is None:
        return turns
    name = None if interview.asked is None else interview.asked.span
    starts = [paragraph.start for paragraph in paragraphs]
    for source, parts in ((interview.asking, interview.questions), (name, interview.answers)):
        turns |= {bisect_right(starts, words.start) - 1: (source, words) for words in parts}
    return turns


def _read_unit(text: str, unit: Unit, thread: Thread, headlines: frozenset[int]) -> None:
    """Add the statements of one unit to the thread."""
    if unit.span.start in headlines:
        headline = read_headline(text, unit)
        if headline is not None:
            thread.add([headline])
            return
    matches = find_matches(unit)
    direct, left, taken = read_direct(text, unit, matches)
    indirect = [*read_indirect(text, unit, matches, taken), *read_nominal(text, unit)]
    thread.add([*direct, *indirect])
    for at in left:
        thread.place(unit, at)
    thread.lead(_leading(unit, matches))
    thread.close(unit)


def _read_inside(text: str, reader: UnitReader, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the statements inside the direct speech of `drafts`: "“They told us that ...”"."""
    for draft in drafts:
        if draft.kind != "direct":
            continue
        for piece in draft.content:
            if draft.frame in {"turn", "apart"}:
                units = reader.read_inside(piece, draft.unit.paragraph)
            else:
                units = reader.read_quotation(piece.start, draft.unit.paragraph)
            for unit in units:
                for inner in read_indirect(text, unit, find_matches(unit), set()):
                    if _is_plain_report(inner):
                        yield replace(inner, quoted=True)


def _is_plain_report(draft: Draft) -> bool:
    """Return whether a statement inside direct speech is said outright: "he told us that ..."."""
    return draft.frame in {"that", "clause", "to", "around"} and draft.source is not None


def _leading(unit: Unit, matches: tuple[Match, ...]) -> Draft | None:
    """Return the attribution of "Baru went on:", which a quoted paragraph follows."""
    if not unit.tokens or unit.tokens[-1].text != ":":
        return None
    match = matches[-1] if matches else None
    if match is None or match.source is None:
        subject = main_subject(unit.tokens, len(unit.tokens))
        if subject is None:
            return None
        return Draft(
            kind="direct", content=(), unit=unit, source=unit.cover(*subject), carried=True
        )
    return Draft(
        kind="direct",
        content=(),
        unit=unit,
        cue=unit.cover(match.start, match.end),
        source=unit.cover(*match.source),
        entry=match.cue_with("quote"),
        shared=match.shared,
        clause=clause_of(unit, match),
    )
