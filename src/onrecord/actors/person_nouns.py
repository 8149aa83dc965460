"""What a noun of persons means where it stands: one, several, somebody who is named behind it."""

import re

from onrecord.actors.crowds import NUMBER
from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.local_offices import holds_local_office
from onrecord.actors.represented import ONE
from onrecord.actors.views import View, role_at
from onrecord.text.wordclasses import (
    BODY_NOUNS,
    DAY_WORDS,
    is_person_noun,
)

# Persons that are nobody's in particular, besides those of the word classes.
PERSONS = frozenset(
    "immigrant combatant contractor technician pediatrician hunter individual criminal alien felon "
    "pedestrian viewer shopper rescuer retiree staffer occupant associate dictator guy reader "
    "taxpayer crowd audience gang bystander civilian listener user assailant looter crew cyclist "
    "employer extremist hardliner infant mob murderer newcomer onlooker sufferer visitor foe thug "
    "culprit instructor intruder lunatic participant perpetrator supervisor trainer family "
    "couple".split()
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
_OF_BODY = frozenset("for of at from with to".split())
_WHOSE = frozenset("for of".split())
# "A mob of students" is one, and no student.
_THRONGS = frozenset("mob crowd gang".split())
_KNOWING = frozenset("knowledge direct first-hand firsthand close ties access".split())
_NAMED = frozenset("named called identified known".split())


def are_persons(word: str) -> bool:
    """Return whether the word is a plural of persons: "airmen", "others"."""
    if word.removesuffix("s") in PERSONS or word in _ONLY_SEVERAL:
        return word in _ONLY_SEVERAL or word.endswith("s")
    plural = word.endswith(("s", "men", "women")) and not word.endswith("ss")
    doers = _DOERS.search(word) is not None and word not in _NO_DOERS
    return plural and (is_person_noun(word) or doers)


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


def is_person(word: str) -> bool:
    """Return whether the word is a noun of one person: "gunman"."""
    first = word.partition("-")[0]
    counted = first == "one" or NUMBER.fullmatch(first) is not None  # "a one-man show"
    return (is_person_noun(word) and not ("-" in word and counted)) or word in PERSONS
