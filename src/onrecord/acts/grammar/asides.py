"""Find what a sentence tells aside: ", which joined in 1982,", ", a member since 1952,".

What stands in an aside, a date above all, is told of what happens in it and of nothing around it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PARTICIPLES,
    PREPOSITIONS,
    SAYINGS,
    is_past,
)
from onrecord.text.wordclasses import PRESENT_VERBS, is_person_noun

_PRONOUNS = frozenset("who which whom whose where".split())
_ARTICLES = frozenset("a an the".split())
_FRONTED = "having"
_ENDS = frozenset('.;:!?”“"()—–')
_LONGEST = 40  # items


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Items `first` up to but not including `last`; `closed` where the sentence goes on behind."""

    first: int
    last: int
    closed: bool


def find_asides(items: Sequence[Item]) -> Iterator[Aside]:
    """Yield the asides of a sentence in the order in which they open."""
    for at, item in enumerate(items):
        if item.text == "," and _opens(items, at + 1):
            last, closed = _find_end(items, at + 1)
            if closed or items[at + 1].lower not in _ARTICLES:
                yield Aside(first=at + 1, last=last, closed=closed)
        elif item.lower in _PRONOUNS | {"that"} and _restricts(items, at):
            verb = _find_main_verb(items, at)
            if verb is not None:
                yield Aside(first=at, last=verb, closed=True)
        elif item.lower == _FRONTED and _lower(items, at - 1) in {"", ",", "“", '"'}:
            comma = next((k for k in range(at, len(items)) if items[k].text == ","), None)
            if comma is not None and at < 2:
                yield Aside(first=at, last=comma, closed=True)


def _opens(items: Sequence[Item], at: int) -> bool:
    """Return whether an aside opens behind a comma: "which", "with whom", "jailed in", "a"."""
    word, after = _lower(items, at), _lower(items, at + 1)
    if word in _PRONOUNS or (word in PREPOSITIONS and after in {"which", "whom", "whose"}):
        return True
    if word in _ARTICLES:
        return True
    participle = is_past(word) or word in PARTICIPLES
    return participle and (after in PREPOSITIONS or _kind(items, at + 1) == "timex")


def _find_end(items: Sequence[Item], first: int) -> tuple[int, bool]:
    """Return where the aside that starts at `first` ends, and whether the sentence goes on.

    It does behind a comma with its verb: ", which joined in 1982 | , | expelled".
    """
    told = _lower(items, first) in _PRONOUNS  # "Lund, who left in May, and Berg agreed"
    for at in range(first, min(len(items), first + _LONGEST)):
        if items[at].text == "," and _goes_on(items, at + 1):
            return at, True
        if told and items[at].text == "," and _joins_another(items, at + 1):
            return at, True
        if items[at].text in _ENDS and items[at].kind == "mark":
            return at, False
    return min(len(items), first + _LONGEST), False


def _goes_on(items: Sequence[Item], at: int) -> bool:
    while _lower(items, at) in ADVERBS or _lower(items, at).endswith("ly"):
        at += 1
    word, after = _lower(items, at), _lower(items, at + 1)
    if word in PREPOSITIONS and _kind(items, at + 1) == "timex":
        return _goes_on(items, at + 2)  # ", on Monday expelled"
    if word in AUXILIARIES:
        return True
    if word in CONJUNCTIONS:
        return _is_verb(items, at + 1)
    return _is_verb(items, at) and after not in {"by", ","}


def _joins_another(items: Sequence[Item], at: int) -> bool:
    """Return whether "and" joins another to whom the aside tells of: ", | and Peru | left"."""
    if _lower(items, at) != "and":
        return False
    name = at + 1 + (_lower(items, at + 1) in DETERMINERS)
    return _kind(items, name) == "actor" and _is_verb(items, name + 1)


def _is_verb(items: Sequence[Item], at: int) -> bool:
    """Return whether a finite verb may stand here: "expelled", "recalls its"."""
    word = _lower(items, at)
    after = _lower(items, at + 1)
    object_behind = after in DETERMINERS or _kind(items, at + 1) == "actor"
    present = word in PRESENT_VERBS or (
        word.endswith("s") and (object_behind or after.endswith("ing") or after == "that")
    )
    return is_past(word) or word in AUXILIARIES or present


def _restricts(items: Sequence[Item], at: int) -> bool:
    """Return whether the pronoun tells which is meant: "a bank | that | Iceland fined".

    Behind a verb of saying or its noun it opens what is said.
    """
    before = items[at - 1] if at else None
    if before is None or before.kind == "mark" or before.lower in SAYINGS | PREPOSITIONS:
        return False
    if items[at].lower != "that":
        return before.kind in {"word", "actor"}
    behind = _lower(items, at + 1)
    verb = behind in AUXILIARIES or is_past(behind)
    people = is_person_noun(before.lower) or before.kind == "actor"
    return verb or (people and not is_past(before.lower))


def _find_main_verb(items: Sequence[Item], pronoun: int) -> int | None:
    """Return where the verb stands that goes on behind a clause that no comma parts.

    Of "a bank that Iceland fined in 2019 | sued" it stands right behind a date.
    """
    told = False
    for at in range(pronoun + 1, min(len(items), pronoun + _LONGEST)):
        word = items[at].lower
        if items[at].kind == "mark" or word in CONJUNCTIONS or word in _PRONOUNS:
            return None
        verb = word in AUXILIARIES or is_past(word)
        if verb and told and items[at - 1].kind == "timex":
            return at
        told = told or verb
    return None


def _lower(items: Sequence[Item], at: int) -> str:
    if not 0 <= at < len(items):
        return ""
    return items[at].text if items[at].kind == "mark" else items[at].lower


def _kind(items: Sequence[Item], at: int) -> str:
    return items[at].kind if 0 <= at < len(items) else ""
