"""Who is the same actor across articles.

Within one article the actors step has told who is who. Across articles a person is the same by
surname and compatible given name, a body by its state and name, a state by its code. Who is called
by an office is whoever alone is named with that office and state. A ministry or minister of which
the article does not say whose it is may be any state's, and is never taken for one of theirs.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from onrecord.descriptions import is_description
from onrecord.records import Actor, Reading

_STATE_LETTERS = 5  # that a state's name and what is its own share: "Norland", "Norlandic"
ALIKE = 0.75  # of two spellings of one given name: "Sergei", "Sergey"
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# Codes that stand for many bodies: there the body, and not the code, says who acts.
_UMBRELLAS = frozenset({"IGO", "NGO", "MNC"})
_ANY_STATE = "?"  # in the key of a body or office that is any state's
# Groups with a name that fits nearly everybody.
_ANYBODY = frozenset(
    f"group  {name}"
    for name in "people men women man woman person persons others officials members".split()
)

Place = tuple[str, str]  # an article's id, and the id of one of its actors


class Person(NamedTuple):
    """What tells one person from another."""

    name: str
    state: str | None
    identity: str | None  # where people decided who it is


def key_actors(readings: Iterable[Reading]) -> dict[Place, str]:
    """Return a key for each (article id, actor id): the same key means the same actor.

    A person with a surname alone is the one with that surname that the other articles name in
    full, if there is only one such, or only one of the same state. "The Ostran minister" is the
    only one whom they name as such. Where people have decided who somebody is, that holds; others
    are taken for that one by the same rules.
    """
    return key_bearers(
        ((reading.article.id, actor.id), actor)
        for reading in readings
        if reading.article is not None
        for actor in reading.actors
    )


def key_bearers(bearers: Iterable[tuple[Place, Actor]]) -> dict[Place, str]:
    """Return a key for each actor, by the place that comes with it; see `key_actors`."""
    keys: dict[Place, str] = {}
    people: dict[str, list[tuple[Place, Person]]] = {}
    named: list[tuple[Place, Actor]] = []
    for place, actor in bearers:
        if has_name(actor):
            named.append((place, actor))
            people.setdefault(find_surname(actor.name), []).append((place, to_person(actor)))
        else:
            keys[place] = key_nameless(actor)
    for surname, found in people.items():
        keys.update(key_people(surname, found))
    holders: dict[str, set[str]] = {}
    for place, actor in named:
        if actor.state is not None and actor.role is not None and actor.sector != "ELI":
            office = key_office(actor.state, actor.role)
            holders.setdefault(office, set()).add(keys[place])
    known = {office: key for office, found in holders.items() for key in found if len(found) == 1}
    return {place: known.get(key, key) for place, key in keys.items()}


def has_name(actor: Actor) -> bool:
    """Return whether the actor is a person who is called by a name, not by an office alone."""
    return actor.kind == "person" and (actor.identity is not None or not is_description(actor.name))


def to_person(actor: Actor) -> Person:
    """Return what tells a person from others."""
    return Person(actor.name, actor.state, actor.identity)


def find_surname(name: str) -> str:
    """Return the surname of a person's name, in lower case; "" for a name without words."""
    return split_name(name)[1]


def key_side(actor: Actor, key: str, states: Iterable[Actor] = ()) -> str:
    """Return whose side the actor acts for: the state it belongs to, else the actor itself.

    "Moscow", the Kremlin and the Russian foreign minister act for one side. Without a code, the
    state is the one of `states`, those that the article names, that the actor's name or role is
    formed from: "Ostran marines" act for Ostra.
    """
    if actor.state is not None:
        return key if actor.state in _UMBRELLAS else f"state {actor.state}"
    words = _fold(f"{actor.name} {actor.body or ''} {actor.role or ''}").split()
    for state in states:
        stem = _fold(state.name)[:_STATE_LETTERS]
        if len(stem) == _STATE_LETTERS and any(word.startswith(stem) for word in words):
            return key_nameless(state)
    return key


def name_groups(keys: Iterable[str]) -> frozenset[str]:
    """Return what people without a name are, by their keys: "pirate" of "Somali pirates"."""
    return frozenset(
        key.rsplit(" ", 1)[-1].removesuffix("s") for key in keys if key.startswith("group ")
    )


def may_be_anybody(key: str) -> bool:
    """Return whether a key says nothing of who it is: two outlets' "people" may be any two."""
    return key in _ANYBODY


def may_be_several(key: str) -> bool:
    """Return whether a key is of what every state has: two outlets' "Foreign Ministry"."""
    return key.split(" ", 2)[1:2] == [_ANY_STATE]


def may_be_one(first: str | None, second: str | None) -> bool:
    """Return whether two keys may be one's: two persons' of one surname, or those of a body and of
    one that may be any state's: "Ostra's Foreign Ministry", "the Foreign Ministry"."""
    if first is None or second is None or first.split(" ")[0] != second.split(" ")[0]:
        return False
    if first.startswith("person "):
        return first.split()[-1] == second.split()[-1]
    names = [key.split(" ", 2)[2] for key in (first, second) if may_be_several(key)]
    return any(first.endswith(f" {name}") and second.endswith(f" {name}") for name in names)


def key_office(state: str, role: str) -> str:
    """Return the key of whoever holds an office of a state."""
    return f"office {state} {_fold(role)}"


def key_nameless(actor: Actor) -> str:
    """Return the key of a state, a body, a group, or one who is called by an office alone."""
    if actor.kind == "person":
        role = actor.role or actor.name
        return key_office(actor.state or _find_owner(actor, _fold(role)) or _ANY_STATE, role)
    if actor.identity is not None:
        return f"{actor.kind} {actor.identity}"
    if actor.kind == "state" and actor.state is not None:
        return f"state {actor.state}"
    name = _fold(actor.body or actor.name)
    if actor.kind != "organisation" or actor.state is not None:
        return f"{actor.kind} {actor.state or ''} {name}"
    owner = _find_owner(actor, name)
    any_state = not owner and (actor.body is None or actor.name.islower())
    return f"{actor.kind} {_ANY_STATE if any_state else owner} {name}"


def _find_owner(actor: Actor, body: str) -> str:
    """Return the stem of the state that a body's name tells, and no table has: "Ostran Navy"."""
    owner, found, _ = _fold(actor.name).rpartition(f" {body}")
    return owner.split()[-1][:_STATE_LETTERS] if found and owner else ""


def _key_decided(person: Person) -> str:
    return f"person {person.identity}"


def key_people(surname: str, bearers: Sequence[tuple[Place, Person]]) -> Mapping[Place, str]:
    """Return keys for all who bear `surname`: one for each set of compatible given names."""
    decided = {
        _key_decided(person): split_name(person.name)[0]
        for _, person in bearers
        if person.identity is not None
    }
    undecided = [person for _, person in bearers if person.identity is None]
    given = sorted({split_name(person.name)[0] for person in undecided} - {""})
    groups: list[list[str]] = []
    for name in given:
        home = next((g for g in groups if all(_could_be_one(name, other) for other in g)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    key_of = {name: f"person {group[0]} {surname}" for group in groups for name in group}
    for name in given:
        known = [key for key, own in decided.items() if own and _could_be_one(name, own)]
        if len(known) == 1:
            [key_of[name]] = known
    states: dict[str, set[str]] = {}
    for _, person in bearers:
        name = split_name(person.name)[0]
        if name and person.state is not None:
            key = _key_decided(person) if person.identity is not None else key_of[name]
            states.setdefault(person.state, set()).add(key)
    keys = {}
    for place, person in bearers:
        name = split_name(person.name)[0]
        choices = {*key_of.values(), *decided}
        if not name and len(choices) > 1:
            choices = states.get(person.state or "", set())
        if person.identity is not None:
            keys[place] = _key_decided(person)
        elif name:
            keys[place] = key_of[name]
        elif len(choices) == 1:
            [keys[place]] = choices
        else:
            keys[place] = f"person {surname}"
    return keys


@lru_cache(16384)
def _could_be_one(a: str, b: str) -> bool:
    """Return whether two given names may be one person's: initials, short forms, spellings."""
    first, second = a.split()[0], b.split()[0]
    if first[0] != second[0]:
        return False
    shorter, longer = sorted((first.rstrip("."), second.rstrip(".")), key=len)
    if len(shorter) == 1 or longer.startswith(shorter[:3]):
        return True
    return SequenceMatcher(None, first, second).ratio() >= ALIKE


@lru_cache(16384)
def split_name(name: str) -> tuple[str, str]:
    """Return given names (perhaps "") and surname, folded."""
    words = [word for word in _fold(name).split() if word not in _SUFFIXES]
    return (" ".join(words[:-1]), words[-1]) if words else ("", "")


def _fold(name: str) -> str:
    words = name.replace("’", "'").lower().split()
    return " ".join(word.removesuffix("'s") for word in words if word != "the")
