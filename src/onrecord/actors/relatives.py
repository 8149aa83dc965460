"""Note those who are only told of as somebody's: "Berg's family", "his team", "their young son"."""

from onrecord.actors.book import Book, Draft
from onrecord.actors.described import speaks
from onrecord.actors.modifiers import noun_follows
from onrecord.actors.parties import Parties
from onrecord.actors.person_nouns import are_persons, is_named
from onrecord.actors.represented import ONE
from onrecord.actors.views import View
from onrecord.actors.words import SPEECH_VERBS, WILL_VERBS
from onrecord.records import ActorKind, Sector, Span
from onrecord.text.wordclasses import (
    POSSESSIVES,
    is_person_noun,
)

MOST_MODIFIERS = 4
# Who belongs to somebody, and has no name where that alone is told.
KIN = frozenset(
    "family son daughter wife husband father mother brother sister widow uncle aunt cousin "
    "nephew niece fiancee girlfriend boyfriend neighbor neighbour predecessor".split()
)
# What somebody has whose work others do: "Berg's campaign", "his team", "her office".
_ENTOURAGE = frozenset("campaign team camp office".split())
# Who speaks for a body, or is a part of one, does not act alone.
OF_OTHERS = frozenset(
    "spokesman spokeswoman spokesperson member members police head heads counterparts".split()
)
OUTSIDE = frozenset(
    "of in on at to by for from with and or but as that who which after before over into against "
    "during under than when while if because since until the this these those his her its "
    "their our my your said says told".split()
)


def note_kin(text: str, view: View, owner: int, noun: int, book: Book, parties: Parties) -> None:
    """Note the relative of somebody: "their young | son |", "Berg's | family |".

    The name tells whose it is; who has a name of his own is told by that.
    """
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    if view.tokens[noun].possessive or not parties.holds(span):
        return
    # "His deputy" and "the rebels' leader" have no name here, "Kenya's president" may have one.
    plain = view.tokens[owner].text.islower() and noun in view.in_role
    if (noun in view.taken and not plain) or is_named(view, noun + 1):
        return
    name = " ".join(text[view.tokens[owner].start : span.end].split())
    if view.lower(owner) in POSSESSIVES:
        name = name[0].lower() + name[1:]
    sector: Sector | None = None if view.words[noun] in _ENTOURAGE else "CVL"
    kind: ActorKind = "organisation" if view.words[noun] == "office" else "group"
    book.note(("unnamed", name.lower()), Draft(name=name, kind=kind, sector=sector), span)


def owner_of(view: View, noun: int) -> int | None:
    """Return where the "his" or "Berg's" stands of one person and the adjectives before.

    An aside may tell who it is: "their son, Odo Berg".
    """
    word = view.words[noun]
    if word in _ENTOURAGE:
        return _owner_of_entourage(view, noun)
    if word not in KIN and (not is_person_noun(word) or word in OF_OTHERS or are_persons(word)):
        return None
    if view.lower(noun + 1) in {",", "(", "—", "–"}:
        return None
    for at in range(noun - 1, max(-1, noun - 1 - MOST_MODIFIERS), -1):
        if view.lower(at) in POSSESSIVES or view.tokens[at].possessive:
            return at
        if view.lower(at) in OUTSIDE | ONE or not view.lower(at).isalpha():
            return None  # "Peru's court fined a | nurse |"
    return None


def _owner_of_entourage(view: View, noun: int) -> int | None:
    """Return where the person stands whose people these are: "Lund's | campaign", "his | team".

    A state's campaign may be a war, and a "campaign promise" is none; an office may be a room.
    """
    behind = view.lower(noun + 1)
    if noun_follows(view, noun + 1) or f"{behind}s" in SPEECH_VERBS | WILL_VERBS:
        return None
    if view.words[noun] == "office":
        spoken = view.lower(noun - 1) in {"his", "her"} and speaks(view, noun - 1, noun + 1)
        return noun - 1 if spoken else None
    for at in range(noun - 1, max(-1, noun - 1 - MOST_MODIFIERS), -1):
        if view.lower(at) in {"his", "her"}:
            return at
        if view.tokens[at].possessive:
            return at if view.tokens[at].capital and view.ending_at(at + 1) is None else None
        if view.lower(at) in OUTSIDE or not view.lower(at).isalpha():
            return None
    return None
