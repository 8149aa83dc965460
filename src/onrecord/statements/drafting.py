"""From the text to drafts: every statement's spans, in reading order."""

from onrecord.records import Span
from onrecord.statements.continued import Thread
from onrecord.statements.drafts import Draft
from onrecord.statements.indirect import clause_of, read_indirect
from onrecord.statements.matches import Match, find_matches
from onrecord.statements.quoted import read_direct
from onrecord.statements.tokens import Unit, read_units
from onrecord.text import Outline


def draft_statements(text: str, outline: Outline) -> list[Draft]:
    """Return the drafts of all statements, in reading order."""
    thread = Thread(text)
    for unit in read_units(text, outline):
        matches = find_matches(unit)
        direct, left, taken = read_direct(text, unit, matches)
        thread.add([*direct, *read_indirect(text, unit, matches, taken)])
        for at in left:
            thread.place(unit, at)
        thread.lead(_leading(unit, matches))
        thread.close(unit)
    return sorted(thread.drafts, key=lambda draft: draft.start)


def _leading(unit: Unit, matches: tuple[Match, ...]) -> Draft | None:
    """Return the attribution of "Baru went on:", which a quoted paragraph follows."""
    if not unit.tokens or unit.tokens[-1].text != ":" or not matches:
        return None
    match = matches[-1]
    if match.source is None:
        return None
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
