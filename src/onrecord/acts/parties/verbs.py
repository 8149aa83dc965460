"""Tell by its form and by what stands beside it whether a verb is here, and of which clause."""

from onrecord.acts.grammar.lists import is_number, title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PAST_FORMS,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SAYINGS,
    SUBJECT_PRONOUNS,
    is_past,
)
from onrecord.text import forms_of

STRIKING = frozenset(
    "blast blasts explosion explosions bomb bombs fire fires gunfire shell shells shots bullet "
    "bullets quake storm".split()
)
"""What strikes without anybody who is named: "twin | blasts | ripped through the hall"."""
# Behind these a clause is told, and no thing: "said | the blast was strong |".
STATING = frozenset(forms_of("add believe insist argue say:said|said think:thought|thought"))
_BLAMED = frozenset(
    "accused acquitted arrested blamed charged cleared condemned convicted detained fined guilty "
    "held imprisoned indicted jailed punished sentenced sought suspected tried wanted".split()
)
BLAMED_WITH = frozenset("of with for in".split())
"""What stands before the deed that somebody is blamed with: "accused | of | killing"."""


def verb_before(sentence: Sentence, first: int) -> int:
    """Return where the verb stands whose object starts at `first`, if it is one."""
    return sentence.skip(title_start(sentence, first) - 1, PLAIN_DETERMINERS, -1)


def is_verb_like(sentence: Sentence, index: int) -> bool:
    """Return whether the item looks like a finite verb: its subject stands right before it."""
    word = sentence.lower(index)
    if word in AUXILIARIES:
        return True
    before = sentence.item(index - 1)
    if before is None or not word or not word.isalpha():
        return False
    after_subject = (
        (before.kind == "actor" and not before.possessive)
        or before.lower in SUBJECT_PRONOUNS
        or before.lower in {"who", "which"}
        or before.lower in AUXILIARIES | {"neither", "either"}
        or before.kind == "timex"
        or (before.lower == "first" and sentence.is_actor(index - 2))
        or (before.lower.endswith("ly") and len(before.lower) > 4)
    )
    return after_subject and (word.endswith(("ed", "s")) or word in PAST_FORMS)


def is_past_verb(sentence: Sentence, at: int) -> bool:
    """Return whether a past form with a subject before it stands here, and no verb of saying."""
    word, before = sentence.lower(at), sentence.item(at - 1)
    past = is_past(word)
    return past and before is not None and before.kind != "mark" and word not in SAYINGS


def is_said_by_unknown(sentence: Sentence, at: int) -> bool:
    """Return whether a noun that is nobody known says something: "the editorial | said | Peru"."""
    noun = sentence.item(at - 1)
    plain = noun is not None and noun.kind == "word" and noun.text.islower()
    named = plain and sentence.lower(at - 2) in PLAIN_DETERMINERS
    return named and sentence.lower(at) in STATING and opens_content(sentence, at + 1)


def opens_content(sentence: Sentence, at: int) -> bool:
    """Return whether a clause with its own subject may begin here: "said | the blast was"."""
    at += sentence.lower(at) == "that"
    return sentence.is_actor(at) or sentence.lower(at) in PLAIN_DETERMINERS


def clause_of(sentence: Sentence, verb: int) -> int | None:
    """Return the "to" or relative pronoun of the verb at `verb`: "the plan | to | invade Peru"."""
    word = sentence.lower(verb)
    if not word.isalpha() or word in SAYINGS | DETERMINERS | PREPOSITIONS | AUXILIARIES:
        return None
    at = sentence.skip(verb - 1, AUXILIARIES | ADVERBS, -1)
    if sentence.lower(at) == "to" and at == verb - 1:
        return at
    past = word in PAST_FORMS or word.endswith(("ed", "s"))
    return at if past and sentence.lower(at) in RELATIVES else None


def accused_before(sentence: Sentence, gerund: int) -> int | None:
    """Return where "accused" stands, where the item tells of what: "accused of | killing | Lund".

    Who "was arrested" behind it is the accused, not the victim.
    """
    while is_number(sentence, gerund):
        gerund -= 1
    told = sentence.lower(gerund).endswith("ing") and sentence.lower(gerund - 1) in BLAMED_WITH
    at = gerund - 2
    if not told or sentence.lower(at) not in _BLAMED:
        return None
    while sentence.lower(at - 1) in AUXILIARIES:
        at -= 1
    return at
