"""Who has no article in a headline: "Reporter accuses Lund", "400 Millionaires Urge Congress"."""

from onrecord.actors.book import Book, Draft
from onrecord.actors.crowds import NUMBER
from onrecord.actors.kinds import BODIES
from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.parties import Parties
from onrecord.actors.views import View, role_at
from onrecord.records import Span
from onrecord.spans import overlaps
from onrecord.text.wordclasses import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    IRREGULAR_PASTS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENT_VERBS,
)

_MOST_MODIFIERS = 4
_OUTSIDE = (
    PREPOSITIONS | COORDINATORS | POSSESSIVES | AUXILIARIES | MODALS | IRREGULAR_PASTS
) | PRESENT_VERBS


def note_headlined(view: View, noun: int, book: Book, parties: Parties) -> bool:
    """Note whom a headline tells of by the noun at `noun`, of persons or a body, if it does.

    The words are all that the reader has for somebody there, and tell of nobody known.
    """
    stops = not view.tokens[view.size - 1].text[-1:].isalnum()
    if (stops and view.setting == "normal") or view.tokens[noun].possessive:
        return False
    first = _find_first(view, noun, parties)
    adjective = view.lower(noun).endswith("ist") and noun == 0  # "Centrist holdouts"
    if first is None or adjective or view.lower(noun + 1) == "of" or view.lower(noun) == "others":
        return False
    if view.lower(first - 1) == "as":
        return False  # "Charged As Enemy Combatant"
    first += NUMBER.fullmatch(view.lower(first)) is not None
    span = Span(view.tokens[first].start, view.tokens[noun].end)
    if any(overlaps(span, each) for draft in book.drafts.values() for each in draft.mentions):
        return False
    states = [view.known[at].entry.state for at in range(first, noun) if at in view.known]
    role = role_at(view, noun, load_lexicon())
    name = " ".join(token.text for token in view.tokens[first : noun + 1])
    body = view.lower(noun) in BODIES
    draft = Draft(
        name=name if first < noun else name.lower(),
        kind="organisation" if body else "group",
        state=states[0] if states else None,
        sector=role[0].sector if role is not None else BODIES.get(view.lower(noun)),
    )
    book.note(("unnamed", draft.name.lower(), ""), draft, span)
    return True


def _find_first(view: View, noun: int, parties: Parties) -> int | None:
    """Return where the words start that are all of a party and end in the noun."""
    end = view.tokens[noun].end
    for first in range(noun, max(-1, noun - _MOST_MODIFIERS - 1), -1):
        token = view.tokens[first]
        counts = NUMBER.fullmatch(token.lower)
        apart = token.lower in _OUTSIDE | DETERMINERS and not counts
        if apart or token.possessive or not token.text[0].isalnum():
            return None
        if parties.is_whole(Span(token.start, end)):
            return first
    return None
