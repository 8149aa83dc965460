"""Tell what is put between a subject and its verb: "Ida Berg, 19, a student, was arrested"."""

import re

from onrecord.acts.grammar.lists import ends_title, title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    COURTESY,
    PLAIN_DETERMINERS,
    SAYINGS,
    SUBJECT_PRONOUNS,
)
from onrecord.text.wordclasses import BODY_NOUNS

_LONGEST_INSERT = 30
_LONGEST_DASHED = 50
_SUBJECT_BREAKS = frozenset("; : . ! ?".split())


def insert_start(sentence: Sentence, closing: int) -> int | None:
    """Return where the insertion that ends at `closing` starts: ", who was ill," "(Jan 3)"."""
    pairs = {")": "(", ",": ",", "—": "—", "–": "–"}
    wanted = pairs[sentence.items[closing].text]
    dashed = wanted in {"—", "–"}  # where semicolons may part a list
    longest = _LONGEST_DASHED if dashed else _LONGEST_INSERT
    for at in range(closing - 1, max(-1, closing - longest), -1):
        if sentence.items[at].text == wanted:
            return at
        if breaks_off(sentence, at) and not (dashed and sentence.items[at].text == ";"):
            return None
    return None


def breaks_off(sentence: Sentence, at: int) -> bool:
    """Return whether a clause ends at the mark here, which the dot of "Mr." does not."""
    return sentence.items[at].text in _SUBJECT_BREAKS and not ends_title(sentence, at)


def is_name_between(sentence: Sentence, opening: int, closing: int) -> bool:
    """Return whether nothing but a person's name stands between two commas.

    Behind a body's noun it is the body's: "the company, | Norcoal |, denies".
    """
    name = sentence.items[closing - 1]
    title = COURTESY | {"."}
    body = sentence.lower(opening - 1) in BODY_NOUNS
    return (
        sentence.items[closing].text == ","
        and (name.person or body)
        and name.actor is not None
        and all(sentence.lower(at) in title for at in range(opening + 1, closing - 1))
    )


def saying_inside(sentence: Sentence, verb: int) -> int | None:
    """Return the "who" into whose clause a saying is put: "Lund, | who | police said left and"."""
    if sentence.lower(verb) not in SAYINGS:
        return None
    at = sentence.skip(verb - 1, AUXILIARIES, -1)
    if not sentence.is_actor(at) and sentence.lower(at) not in SUBJECT_PRONOUNS - {"who", "which"}:
        return None
    first = title_start(sentence, at) if sentence.is_actor(at) else at
    who = sentence.skip(first - 1, PLAIN_DETERMINERS, -1)
    return who if sentence.lower(who) in {"who", "which"} else None


def is_age(sentence: Sentence, index: int) -> bool:
    """Return whether the item is an age between commas behind a person's name."""
    named = sentence.item(index - 2)
    return (
        re.fullmatch(r"[1-9]\d", sentence.items[index].text) is not None
        and sentence.lower(index - 1) == sentence.lower(index + 1) == ","
        and named is not None
        and named.person
    )
