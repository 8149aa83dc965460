"""Note those who are only told of as somebody's: "Berg's family", "his team", "their young son"."""

import re

from onrecord.actors.book import Book, Draft
from onrecord.actors.described import speaks
from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.local_offices import holds_local_office
from onrecord.actors.modifiers import noun_follows
from onrecord.actors.parties import Parties
from onrecord.actors.represented import ONE
from onrecord.actors.views import View, role_at
from onrecord.actors.words import SPEECH_VERBS, WILL_VERBS
from onrecord.records import ActorKind, Sector, Span
from onrecord.text.wordclasses import (
    BODY_NOUNS,
    DAY_WORDS,
    POSSESSIVES,
    is_person_noun,
)

MOST_MODIFIERS = 4
# Persons that are nobody's in particular, besides those of the word classes.
PERSONS = frozenset(
    "immigrant combatant contractor technician pediatrician hunter individual criminal alien felon "
    "pedestrian viewer shopper rescuer retiree staffer occupant associate dictator guy reader "
    "taxpayer crowd audience gang bystander civilian listener user assailant looter crew cyclist "
    "employer extremist hardliner infant mob murderer newcomer onlooker sufferer visitor foe thug "
    "culprit instructor intruder lunatic participant perpetrator supervisor trainer".split()
)
# "Shrimpers", "packers": whom the reader has for somebody, and no table has.
_DOERS = re.compile(r"[a-z]{3}(?:[^e]er|or|arian)s$")
_NO_DOERS = frozenset(
    "borders bombers boosters bulldozers bunkers centers computers containers corridors cruisers "
    "destroyers factors fighters freighters headquarters helicopters interceptors launchers "
    "letters liners matters mortars newspapers numbers offers orders papers posters powers "
    "quarters reactors rivers sectors servers shelters steamers tankers towers tractors "
    "trailers trawlers waters".split()
)
# What several are called, and one is not.
_ONLY_SEVERAL = frozenset(
    "families illegals personnel moderates progressives nationals constituents cops "
    "neo-nazis".split()
)
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
_OF_BODY = frozenset("for of at from with to".split())
_WHOSE = frozenset("for of".split())
# "A mob of students" is one, and no student.
_THRONGS = frozenset("mob crowd gang".split())
_KNOWING = frozenset("knowledge direct first-hand firsthand close ties access".split())
_NAMED = frozenset("named called identified known".split())
OUTSIDE = frozenset(
    "of in on at to by for from with and or but as that who which after before over into against "
    "during under than when while if because since until the this these those his her its "
    "their our my your said says told".split()
)


def are_persons(word: str) -> bool:
    """Return whether the word is a plural of persons: "airmen", "others"."""
    if word.removesuffix("s") in PERSONS or word in _ONLY_SEVERAL:
        return word in _ONLY_SEVERAL or word.endswith("s")
    plural = word.endswith(("s", "men", "women")) and not word.endswith("ss")
    doers = _DOERS.search(word) is not None and word not in _NO_DOERS
    return plural and (is_person_noun(word) or doers)


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


def is_named(view: View, after: int) -> bool:
    """Return whether the words behind the noun tell who it is, or that it is another noun's.

    Who has an office may be a body's: "an officer at the port". "A man at the port" is not.
    """
    word = view.lower(after)
    if word == "with" and view.lower(after + 1) in _KNOWING:
        return False  # "an official with knowledge of the talks"
    if word == "of" and view.lower(after - 1) in _THRONGS:
        return False
    if word == "of" and view.lower(after + 1) in ONE and not has_office(view, after - 1):
        # "the owner of a port", but "the widow of a diver, Ida Berg"
        return any(
            view.lower(at) == "," and at + 1 < view.size and view.tokens[at + 1].capital
            for at in range(after + 2, min(after + 5, view.size))
        )
    if (
        word in _NAMED
        or (word in _OF_BODY and (word in _WHOSE or _has_body(view, after - 1)))
        or is_person_noun(word)
    ):
        return True
    if word in BODY_NOUNS:
        return True  # "a militant group"
    at = after + (word in {",", "(", "—", "–"})
    return at < view.size and view.tokens[at].capital and view.lower(at) not in DAY_WORDS


def _has_body(view: View, noun: int) -> bool:
    """Return whether what follows may be whose officer it is: not in "charged the mayor with"."""
    return has_office(view, noun) and not holds_local_office(view, noun)


def has_office(view: View, noun: int) -> bool:
    """Return whether the noun is one of an office: "judge", not "driver"."""
    return role_at(view, noun, load_lexicon()) is not None
