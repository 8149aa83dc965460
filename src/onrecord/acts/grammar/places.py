"""Tell the name of a state or capital from its adjective: the one is a place where the other acts.

"The Paris attack" is nobody's and "Kenya sanctions" are on Kenya, but "the Kenyan attack" is
Kenya's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import DETERMINERS
from onrecord.acts.lexicon import load_triggers
from onrecord.data import read_table
from onrecord.records import Actor, Span

_AT_PLACES = frozenset({"ASSAULT", "PROTEST"})
_ON = frozenset("on against of at upon".split())
_AIMED = frozenset({"SANCTION", "COERCE", "ACCUSE"})


def place_before(sentence: Sentence, noun: int, last: int) -> str | None:
    """Return the actor whose name without "'s" stands right before the noun: "the Iraq | war".

    Who acts on somebody is no place: "the Kenya attack on Peru", "should Kenya attack Peru".
    """
    item = sentence.item(noun - 1)
    if item is None or item.actor is None or item.possessive or item.text not in _names():
        return None
    if sentence.lower(last) in _ON:
        return None
    return None if sentence.is_actor(sentence.skip(last, DETERMINERS)) else item.actor


def is_aimed(root: str) -> bool | None:
    """Return whether an act of this type is aimed at the place before it, `None` where not so."""
    if root in _AT_PLACES:
        return False
    return True if root in _AIMED else None


def is_place_of_deed(sentence: Sentence, index: int, *, aimed: bool = False) -> bool:
    """Return whether the actor at `index` only tells where a deed was: "the | Paris | attacks".

    With `aimed`, whether it is what the deed is aimed at: "new | Kenya | sanctions".
    """
    if not sentence.is_actor(index) or place_before(sentence, index + 1, index + 2) is None:
        return False
    forms = load_triggers().get(sentence.lower(index + 1), ())
    found = {
        is_aimed(form.trigger.type)
        for form in forms
        if form.kind == "noun" and len(form.words) == 1
    }
    return True in found if aimed else bool(found - {None})


def find_adjectives(text: str, actors: Sequence[Actor]) -> Iterator[tuple[Span, str]]:
    """Yield where the adjectives of those states stand that are among `actors`, with the actor.

    So does "Kenyan" of "seized two Kenyan barges" where Kenya is named elsewhere.
    """
    for actor in actors:
        words = _adjectives().get(actor.state or "", "") if actor.kind == "state" else ""
        if words:
            for match in re.finditer(rf"\b(?:{words})\b(?!['’])", text):
                yield Span(match.start(), match.end()), actor.id


def is_state_name(text: str) -> bool:
    """Return whether the text is the name or capital of a state: "Kenya", not "Kenyan"."""
    return text in _names()


@cache
def _adjectives() -> dict[str, str]:
    """Return the adjectives of each state by its code, as a pattern: "Kenyan"."""
    return {
        row["code"]: "|".join(re.escape(word) for word in row["adjectives"].split("|") if word)
        for row in _rows()
    }


@cache
def _rows() -> list[dict[str, str]]:
    return list(read_table("states.csv"))


@cache
def _names() -> frozenset[str]:
    """Return names and capitals of states; short forms ("U.S.") serve as adjectives, too."""
    rows = _rows()
    named = {name for row in rows for key in ("names", "seats") for name in row[key].split("|")}
    adjectives = {word for row in rows for word in row["adjectives"].split("|")}
    return frozenset(name for name in named - adjectives if not name.isupper() and "." not in name)
