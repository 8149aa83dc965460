"""Read lists of actors from either end: "Kenya, Peru and the Solomon Islands"."""

import re

from onrecord.acts.grammar.joints import AS_WELL_AS, JOINTS, LAST_JOINTS, joint_start, stand_at
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    COURTESY,
    DETERMINERS,
    PAST_FORMS,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SAYINGS,
    SUBORDINATORS,
)
from onrecord.text.wordclasses import is_person_noun

_MOST = 12  # actors of a list
_LONGEST_TITLE = 8  # items of a title: "the Norland ambassador to the United Nations, | Lund |"
_LONGEST_TAIL = 6
_MOST_ATTRIBUTES = 2
_RANKS = frozenset("amb gen sen sens rep reps gov col lt sgt capt adm maj rev prof".split())
_BEFORE_NAME = COURTESY | _RANKS | frozenset("the a an its his her their both".split())

_OTHER = frozenset("other more fellow individual local foreign senior top many some".split())
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands "
    "several".split()
)
_COUNTS = {
    word: str(count)
    for count, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
}
BELONGING = frozenset("of for to".split())
_OWNERS = frozenset("its his her their our".split())
_HOUSEHOLD = frozenset("family families relatives household estate campaign".split())
_FORMER = frozenset("former then deputy acting vice".split())
_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z][\w.]*")  # "R-Texas" behind a lawmaker's name
_AGE = re.compile(r"\d\d")  # "Lund, 32, and Berg, 34"
# Words that no title has in it, but for "of", "for" and "to" behind its office.
_NO_TITLE = (
    PREPOSITIONS
    | AUXILIARIES
    | SUBORDINATORS
    | CONJUNCTIONS
    | PAST_FORMS
    | SAYINGS
    | RELATIVES
    | {"to"}
)

Actors = tuple[str, ...]


def list_before(sentence: Sentence, last: int) -> tuple[Actors, int]:
    """Return the actors of the list that ends with the actor at `last`, and where it starts."""
    end = sentence.items[last]
    found = [end.actor] if end.actor else []
    first = last
    joined = sentence.headline
    while len(found) < _MOST:
        at = title_start(sentence, first) - 1
        joint = joint_start(sentence, at)
        joined = joined or (joint <= at and sentence.lower(at) != ",")
        if joint > at or not joined:
            break  # "whether it would free the crew, Berg said"
        comma = sentence.lower(at) != "," and sentence.lower(joint - 1) == ","
        at = before_tail(sentence, joint - 2 if comma else joint - 1)
        item = sentence.item(at)
        if item is None or item.kind != "actor" or item.possessive:
            break
        if comma and len(found) == 1 and not _is_set_off(sentence, at):
            break  # "spoke with Peru, and Norland left": two need no comma
        if item.actor and item.actor not in found:
            found.insert(0, item.actor)
        first = at
    return _without_head(sentence, first, tuple(found)), first


def _peoples_of(sentence: Sentence, people: int) -> Actors:
    """Return the several states whose people stand at `people`: "leaders of | Kenya and Peru |"."""
    if sentence.lower(people + 1) != "of" or not are_several(sentence, people):
        return ()
    found: list[str] = []
    at = sentence.skip(people + 2, PLAIN_DETERMINERS)
    while (item := sentence.item(at)) is not None and item.actor is not None:
        if item.possessive or item.person or item.text.islower():
            return ()
        found.append(item.actor)
        at = sentence.skip(at + 1, {",", "and"} | PLAIN_DETERMINERS)
    return tuple(found)


def are_several(sentence: Sentence, index: int) -> bool:
    """Return whether people stand at `index` who have no name: "leaders"."""
    item = sentence.item(index)
    if item is None or item.kind != "actor" or item.possessive:
        return False
    return item.text.islower() and item.text.endswith("s")


def list_behind(sentence: Sentence, first: int, end: int | None = None) -> Actors:
    """Return the actors of the list that starts with the actor at `first` and ends before `end`.

    Behind commas alone stands an apposition, but in a headline: "the Duma, Peru's lower house". Who
    stands before a verb is another clause's subject, unless the list ends with him. Where its end
    is known, all are people of it: "Kenya and angry | workers |".
    """
    if end is None and len(told := _peoples_of(sentence, first)) > 1:
        return told
    find = name_behind if end is None else people_behind
    end = len(sentence.items) if end is None else end
    found: list[str] = []
    joined, ended = sentence.headline, False
    at = first
    while at < end and sentence.is_actor(at):
        item = sentence.items[at]
        if item.actor and item.actor not in found:
            found.append(item.actor)
        joint = _past_tail(sentence, at)
        added = stand_at(sentence, joint, AS_WELL_AS)
        joins = added or sentence.lower(joint) in JOINTS
        if item.possessive or len(found) >= _MOST or not joins:
            break
        comma = sentence.lower(joint) == ","
        at = joint + (len(AS_WELL_AS) if added else 1)
        last = not comma or sentence.lower(at) in LAST_JOINTS
        if ended and not last:
            break  # "Lund and Berg, the owners": behind the last of them stands an apposition
        ended, joined = last, joined or last
        while sentence.lower(at) in LAST_JOINTS:
            at += 1
        if sentence.lower(at) == "not":
            break  # "Kenya, and not Peru"
        counted = is_number(sentence, at)  # "met Peru and four rebels left"
        at = find(sentence, at)
        if at + 1 < end and _opens_clause(sentence, at, comma=comma or counted):
            break
    return _without_head(sentence, first, tuple(found if joined else found[:1]))


def _without_head(sentence: Sentence, first: int, found: Actors) -> Actors:
    """Return the list without the noun at `first` that counts those named behind it.

    "Two envoys, | Ole Lund and Ida Berg |" are two, and three in "two envoys, Lund and the mayor".
    """
    if len(found) < 3 or sentence.items[first].person or sentence.lower(first + 1) != ",":
        return found
    before = range(first - 1, first - 2 - _MOST_ATTRIBUTES, -1)
    counts = {_COUNTS.get(sentence.lower(at), sentence.lower(at)) for at in before}
    return found[1:] if str(len(found) - 1) in counts else found


def tells_whose(sentence: Sentence, index: int) -> bool:
    """Return whether a person's name only tells whose people are meant: "an aide to Mr Lund".

    What an office is of belongs to its name: "the Secretary of State Ole Lund" is Lund.
    """
    if not sentence.items[index].person:
        return False
    link = _link_before(sentence, index)
    if link is not None and _is_portfolio(sentence, link, index):
        link = _link_before(sentence, link)
    return link is not None


def _link_before(sentence: Sentence, index: int) -> int | None:
    """Return the "of" or "to" that ties what ends before `index` to somebody: "an aide | to |"."""
    at = index - 1
    while at > 0 and (
        (sentence.items[at].kind == "word" and sentence.items[at].text[:1].isupper())
        or sentence.lower(at) in DETERMINERS | _FORMER
        or ends_title(sentence, at)
    ):
        at -= 1
    whose = sentence.lower(at - 1)
    belongs = sentence.lower(at) in BELONGING and (is_person_noun(whose) or whose in _HOUSEHOLD)
    return at if belongs else None


def title_start(sentence: Sentence, name: int) -> int:
    """Return where the title of the actor at `name` starts: "former Prime Minister | Lund |".

    A state has one as somebody's only: "Kenya and its ally Peru".
    """
    plain = name
    while sentence.lower(plain - 1) in _BEFORE_NAME or ends_title(sentence, plain - 1):
        plain -= 1
    plain = _before_number(sentence, plain)
    if not sentence.items[name].person:
        owned = is_person_noun(sentence.lower(name - 1)) and sentence.lower(name - 2) in _OWNERS
        return name - 2 if owned else plain
    at = plain
    if sentence.lower(at - 1) == "," and sentence.lower(name + 1) in {",", "."}:
        at -= 1  # "her envoy, Ole Lund, met"
    while at > max(0, name - _LONGEST_TITLE) and _is_in_title(sentence, at - 1, name):
        at -= 1
    words = range(at, name)
    role = any(is_person_noun(sentence.lower(k)) or ends_title(sentence, k) for k in words)
    return at if role and (plain < name or _heads_title(sentence, name - 1)) else plain


def _before_number(sentence: Sentence, name: int) -> int:
    """Return where the number of some people starts: "and | 25 other states", "two Kenyans".

    So do "other" and what tells more of them: "and | other world leaders".
    """
    at = name
    while at > name - _MOST_ATTRIBUTES and _is_attribute(sentence, at - 1):
        at -= 1
    if sentence.lower(at - 1) not in _OTHER and not is_number(sentence, at - 1):
        return name
    while sentence.lower(at - 1) in _OTHER:
        at -= 1
    return at - 1 if is_number(sentence, at - 1) else at


def _is_attribute(sentence: Sentence, at: int) -> bool:
    """Return whether the item may tell more of the people behind it: "other | world | leaders"."""
    item = sentence.item(at)
    plain = item is not None and item.kind == "word" and item.lower.isalpha()
    return plain and sentence.lower(at) not in _NO_TITLE | DETERMINERS | _OTHER | _NUMBERS


def is_number(sentence: Sentence, at: int) -> bool:
    """Return whether a number of people may stand at `at`: "25", "four", "dozens"."""
    item = sentence.item(at)
    if item is None or item.kind != "word":
        return False
    return item.lower in _NUMBERS or re.fullmatch(r"\d[\d,]*", item.text) is not None


def is_counted(sentence: Sentence, at: int) -> bool:
    """Return whether the item is a number or begins with one: "| Nine soldiers |"."""
    item = sentence.item(at)
    if item is None or item.kind != "actor":
        return is_number(sentence, at)
    first = item.text.partition(" ")[0].lower()
    return first in _NUMBERS or first[:1].isdigit()


def name_behind(sentence: Sentence, start: int) -> int:
    """Return where the name stands whose determiner and title start at `start`.

    Where none does, it is behind the determiner: "the | rebels of Peru".
    """
    plain = start
    while sentence.lower(plain) in PLAIN_DETERMINERS or is_number(sentence, plain):
        plain += 1
    at = plain
    while at < start + _LONGEST_TITLE and not sentence.is_actor(at):
        at += 1
    return at if sentence.is_actor(at) and title_start(sentence, at) <= plain else plain


def people_behind(sentence: Sentence, start: int) -> int:
    """Return where those stand whose phrase starts at `start`: "from | angry oil | workers".

    Where none do, it is behind the determiner.
    """
    first = name_behind(sentence, start)
    for at in range(first, first + _MOST_ATTRIBUTES + 1):
        if sentence.is_actor(at):
            whole = not (sentence.items[at].person or _is_attribute(sentence, at + 1))
            return at if at == first or whole else first  # not "a former | Peru | voter"
        if not _is_attribute(sentence, at):
            break
    return first


def _is_in_title(sentence: Sentence, at: int, name: int) -> bool:
    """Return whether the item at `at` may belong to the title of the name at `name`."""
    item = sentence.items[at]
    if item.lower in BELONGING:
        return is_person_noun(sentence.lower(at - 1)) and _is_portfolio(sentence, at, name)
    plain = item.kind == "word" and not item.lower.endswith(("ed", "ing", "ly"))
    barred = _NO_TITLE if item.text.islower() else _NO_TITLE - SAYINGS  # "Secretary of State"
    return (plain and item.lower not in barred) or ends_title(sentence, at)


def _heads_title(sentence: Sentence, at: int) -> bool:
    """Return whether a title can end at `at`: with a role, a capital, or the comma behind it."""
    capital = sentence.items[at].text[:1].isupper()
    return capital or is_person_noun(sentence.lower(at)) or sentence.lower(at) == ","


def _is_portfolio(sentence: Sentence, link: int, name: int) -> bool:
    """Return whether what stands behind "of" is what the office is of, and not a title."""
    if name == link + 1 or ends_title(sentence, name - 1):
        return False
    return not is_person_noun(sentence.lower(name - 1)) and sentence.lower(name - 1) not in _RANKS


def _is_set_off(sentence: Sentence, name: int) -> bool:
    """Return whether a comma stands before the name, or what is told of it between commas."""
    before = range(title_start(sentence, name) - 1, name)
    comma = any(sentence.lower(at) == "," for at in before)
    return comma or _past_tail(sentence, name) > name + 1


def before_tail(sentence: Sentence, last: int) -> int:
    """Return the name whose tail ends with the item at `last`, else `last`: "Lund of | Ohio |"."""
    for at in range(last - 1, max(-1, last - _LONGEST_TAIL), -1):
        if sentence.is_actor(at) and _past_tail(sentence, at) == last + 1:
            return at
    return last


def _past_tail(sentence: Sentence, name: int) -> int:
    """Return the item behind what belongs to a name: "Lund (R-AZ) |", "Lund, 32 |, and"."""
    at = name + 1
    if not sentence.items[name].person or sentence.items[name].possessive:
        return at
    if sentence.lower(at) == "(":
        last = min(len(sentence.items), at + _LONGEST_TAIL)
        at = next((k + 1 for k in range(at, last) if sentence.lower(k) == ")"), at)
    after = sentence.item(at + 1)
    if sentence.lower(at) == "," and after is not None and _PARTY.fullmatch(after.text):
        at += 2 + (sentence.lower(at + 2) == ".")
    elif sentence.lower(at) == "," and _AGE.fullmatch(sentence.lower(at + 1)):
        at += 2 if sentence.lower(at + 2) == "," else 0
    if sentence.lower(at) == "of":
        place = at + 1
        while (item := sentence.item(place)) is not None and item.text[:1].isupper():
            place += 1
        at = place if place > at + 1 else at
    return at


def _opens_clause(sentence: Sentence, at: int, *, comma: bool) -> bool:
    """Return whether the actor at `at` is another clause's subject: "on Kenya, and Peru has".

    So is who says it: "Lund to visit Kenya, Berg says".
    """
    after = sentence.lower(at + 1)
    told = after in AUXILIARIES or after.endswith("ed")
    return told or (comma and after in PAST_FORMS | SAYINGS)


def ends_title(sentence: Sentence, index: int) -> bool:
    """Return whether the dot belongs to a title: "Lund and Mr. Berg"."""
    return sentence.lower(index) == "." and sentence.lower(index - 1) in COURTESY | _RANKS
