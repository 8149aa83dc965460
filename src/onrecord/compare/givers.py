"""Who gives two figures: two who contradict each other, or one by two names."""

import re

from onrecord.compare.actor_keys import may_be_one
from onrecord.compare.slots import read_slot
from onrecord.compare.tellings import Telling
from onrecord.records import Actor, Figure

# Sectors of those who speak for their state.
OFFICIAL = frozenset("GOV MIL COP JUD LEG SPY".split())
_APPOSED = 70  # characters within which somebody is said to be of a body


def are_rivals(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether two givers are named: of two sides, or within one article of any."""
    if _is_relay(a) or _is_relay(b):
        return False
    if a.row.giver is None or b.row.giver is None:
        return False
    first, second = a.setting.key(a.row.giver), b.setting.key(b.row.giver)
    if a.ref.article == b.ref.article:
        return first != second
    if may_be_one(first, second) or _may_be_one_body(a, b):
        return False
    if a.setting.side(a.row.giver) != b.setting.side(b.row.giver):
        return True
    return first != second and not (_is_of_state(a) and _is_of_state(b))


def are_of_two_states(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether the dead are one side's, and the givers of two states."""
    sides = [telling.setting.side(telling.row.giver) or "" for telling in (a, b)]
    whose = read_slot(a).whose
    stated = all(side.startswith("state ") for side in sides) and sides[0] != sides[1]
    return stated and whose is not None and whose == read_slot(b).whose


def _is_of_state(telling: Telling[Figure]) -> bool:
    """Return whether the giver is a state or speaks for it: "the Ostran Chamber of Trade" does
    not."""
    giver = _find_giver(telling)
    return giver is not None and (giver.sector in OFFICIAL or giver.kind != "organisation")


def _may_be_one_body(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether one giver may be called for short what the other is in full ("the hospital",
    "Lisk General Hospital"), or speak for it ("Berg, the hospital's director")."""
    names = [(telling.setting.name(telling.row.giver) or "").lower().split() for telling in (a, b)]
    short, full = sorted(names, key=len)
    if len(short) < len(full) and short[-1:] == full[-1:] and set(short) <= set(full):
        return True
    return _speaks_for(a, b) or _speaks_for(b, a)


def _speaks_for(telling: Telling[Figure], other: Telling[Figure]) -> bool:
    """Return whether a person who gives a figure is told of as one of the body that gives the
    other: "Abel Berg, the port authority's director", "the ministry's spokesman, Abel Berg"."""
    person, body = _find_giver(telling), _find_giver(other)
    if person is None or body is None or (person.kind, body.kind) != ("person", "organisation"):
        return False
    *rest, head = body.name.lower().split()
    text = telling.setting.article.text
    own = re.compile(
        rf"\b(?P<before>[\w’']+)\s{re.escape(head)}(?:[’']s?)?\s(?!of\b)", re.IGNORECASE
    )
    for mention in person.mentions:
        before = re.split(r"[.;:\n]", text[max(0, mention.start - _APPOSED) : mention.start])[-1]
        behind = re.split(r"[.;:\n]", text[mention.end : mention.end + _APPOSED])[0]
        told = (
            before if before.rstrip().endswith(",") else "",
            behind if behind[:1] == "," else "",
        )
        for words in told:
            found = own.search(f" {words} ")
            if found is not None and found["before"].lower() in ("the", "a", "an", *rest):
                return True
    return False


def _find_giver(telling: Telling[Figure]) -> Actor | None:
    return telling.setting.actors.get(telling.row.giver or "")


def _is_relay(telling: Telling[Figure]) -> bool:
    """Return whether the giver is an outlet or a reporter, who passes on another's number."""
    giver = _find_giver(telling)
    return giver is not None and giver.sector in ("MED", "JRN")
