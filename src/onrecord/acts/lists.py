"""Read lists of actors from either end: "Kenya, Peru and the Solomon Islands"."""

from onrecord.acts.sentences import Sentence
from onrecord.acts.words import AUXILIARIES, COURTESY, DETERMINERS, PAST_FORMS
from onrecord.text.wordclasses import is_person_noun

_MOST = 12  # actors of a list
_JOINTS = frozenset({"and", ",", "&", "or"})
_LAST_JOINTS = frozenset({"and", "&", "or"})
_RANKS = frozenset("gen sen rep gov col lt sgt capt adm maj rev prof".split())
_BEFORE_NAME = COURTESY | _RANKS | frozenset("the its his their her both".split())

_BELONGING = frozenset("of for to".split())

Actors = tuple[str, ...]


def list_before(sentence: Sentence, last: int) -> tuple[Actors, int]:
    """Return the actors of the list that ends with the actor at `last`, and where it starts."""
    end = sentence.items[last]
    found = [end.actor] if end.actor else []
    first = last
    joined = sentence.headline
    while len(found) < _MOST:
        at = first - 1
        while sentence.lower(at) in _BEFORE_NAME or _ends_title(sentence, at):
            at -= 1
        joined = joined or sentence.lower(at) in _LAST_JOINTS
        if sentence.lower(at) not in _JOINTS or not joined:
            break  # "whether it would free the crew, Berg said"
        at -= 2 if sentence.lower(at - 1) == "," else 1
        item = sentence.item(at)
        if item is None or item.kind != "actor" or item.possessive:
            break
        if item.actor and item.actor not in found:
            found.insert(0, item.actor)
        first = at
    return tuple(found), first


def list_behind(sentence: Sentence, first: int, end: int | None = None) -> Actors:
    """Return the actors of the list that starts with the actor at `first` and ends before `end`.

    Behind commas alone stands an apposition, but in a headline: "the Duma, Peru's lower house".
    """
    end = len(sentence.items) if end is None else end
    found: list[str] = []
    joined = sentence.headline
    at = first
    while at < end and sentence.is_actor(at):
        item = sentence.items[at]
        if item.actor and item.actor not in found:
            found.append(item.actor)
        joint = at + 1
        if item.possessive or len(found) >= _MOST or sentence.lower(joint) not in _JOINTS:
            break
        comma = sentence.lower(joint) == ","
        at = joint + 1
        joined = joined or not comma or sentence.lower(at) in _LAST_JOINTS
        while sentence.lower(at) in _LAST_JOINTS or sentence.lower(at) in DETERMINERS:
            at += 1
        if _opens_clause(sentence, at, comma=comma):
            break
    return tuple(found if joined else found[:1])


def tells_whose(sentence: Sentence, index: int) -> bool:
    """Return whether a person's name only tells whose people are meant: "an aide to Mr Lund"."""
    if not sentence.items[index].person:
        return False
    at = index - 1
    while at > 0 and (
        (sentence.items[at].kind == "word" and sentence.items[at].text[:1].isupper())
        or sentence.lower(at) in DETERMINERS
        or _ends_title(sentence, at)
    ):
        at -= 1
    return sentence.lower(at) in _BELONGING and is_person_noun(sentence.lower(at - 1))


def _opens_clause(sentence: Sentence, at: int, *, comma: bool) -> bool:
    """Return whether the actor at `at` is another clause's subject: "on Kenya, and Peru has"."""
    after = sentence.lower(at + 1)
    return after in AUXILIARIES or after.endswith("ed") or (comma and after in PAST_FORMS)


def _ends_title(sentence: Sentence, index: int) -> bool:
    """Return whether the dot belongs to a title: "Lund and Mr. Berg"."""
    return sentence.lower(index) == "." and sentence.lower(index - 1) in COURTESY | _RANKS
