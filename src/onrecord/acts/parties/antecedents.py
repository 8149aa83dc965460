"""Find of whom a clause tells that has no object of its own: "Lund, whom Kenya | expelled |"."""

from onrecord.acts.grammar.expletives import is_cleft
from onrecord.acts.grammar.groups import Group, is_finite
from onrecord.acts.grammar.lists import Actors, is_number, list_before, name_behind, title_start
from onrecord.acts.grammar.places import is_state_name
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_SUBJECTS,
    CONJUNCTIONS,
    DETERMINERS,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    RELATIVE_PRONOUNS,
    is_past,
)
from onrecord.text.wordclasses import is_person_noun

_OF_PEOPLE = frozenset({"whom", "who"})
# Who takes and holds others, and whom no other noun tells of.
_HOLDERS = frozenset(
    "police authorities prosecutors rebels gunmen militants insurgents kidnappers troops".split()
)
_LONGEST_APPOSITION = 8  # items between a name and "whom": "Lund, the engineer | whom |"
_NO_NOUN = PREPOSITIONS | DETERMINERS | AUXILIARIES | CONJUNCTIONS | ADVERBS


def opens_object_relative(sentence: Sentence, name: int) -> bool:
    """Return whether the actor at `name` is the subject of a clause told of a noun before it.

    So in "the man whom | rebels | took" and, without a pronoun, "the man | police | held", "the
    ships | Kenya | seized".
    """
    return _pronoun_before(sentence, name) is not None or _follows_noun(sentence, name)


def acts_in_relative(sentence: Sentence, name: int, verb: int) -> bool:
    """Return whether the actor at `name` acts in such a clause that ends before item `verb`.

    Of "the man whom | Kenya | had freed sued Peru" Kenya does not sue.
    """
    if not opens_object_relative(sentence, name):
        return False
    own = name + 1
    while sentence.lower(own) in AUXILIARIES | ADVERBS:
        own += 1
    return own < verb and is_past(sentence.lower(own))


def has_antecedent(sentence: Sentence, group: Group | None) -> bool:
    """Return whether the verb's object stands before its clause, named or not."""
    return group is not None and find_antecedent(sentence, group, group.first - 1) is not None


def find_antecedent(sentence: Sentence, group: Group, subject: int) -> Actors | None:
    """Return whom the clause with its subject at `subject` tells of, if it has no other object.

    Of "Lund, the nurse whom | rebels | took" it is Lund; of "the nurse whom | rebels | took" nobody
    known; `None` where the clause tells of nothing before it.
    """
    he = sentence.lower(subject) in CLAUSE_SUBJECTS  # "Lund, whom | it | has held"
    if not is_finite(group) or not (sentence.is_actor(subject) or he):
        return None
    pronoun = _pronoun_before(sentence, subject)
    if pronoun is None and he:
        return None
    plain = pronoun is not None and sentence.lower(pronoun) in {"whom", "which"}
    if not _lacks_object(sentence, group, plain=plain):
        return None
    if pronoun is None:
        return () if _follows_noun(sentence, subject) else None
    at = pronoun - 1
    at -= sentence.lower(at) == ","
    if sentence.is_actor(at) and not sentence.items[at].possessive:
        actors, first = list_before(sentence, at)
        told = sentence.lower(pronoun) != "that" or is_cleft(sentence, first)
        return actors[-1:] if told else ()
    apposed = sentence.lower(pronoun) in _OF_PEOPLE
    return _apposed(sentence, at) if apposed else ()


def _pronoun_before(sentence: Sentence, name: int) -> int | None:
    """Return the relative pronoun right before the subject at `name`, behind a noun of its own.

    In "told Lund that Kenya left" and "the claim that Kenya left" none stands.
    """
    at = sentence.skip(title_start(sentence, name) - 1, PLAIN_DETERMINERS, -1)
    word, before = sentence.lower(at), sentence.item(at - 1)
    if word not in RELATIVE_PRONOUNS or before is None:
        return None
    if word == "that":
        cleft = before.kind == "actor" and is_cleft(sentence, at - 1)
        return at if cleft or is_person_noun(before.lower) else None
    return at if before.kind != "word" or before.lower not in _NO_NOUN else None


def _follows_noun(sentence: Sentence, name: int) -> bool:
    """Return whether a noun with its article stands right before the actor: "the ships | Kenya |".

    Before those in small letters it is one of a person: "the man | police |", but "the student |
    workers |". Before a name other than a state's it may tell what that is: "the firm | Norcoal |".
    """
    item, noun = sentence.items[name], sentence.item(name - 1)
    if noun is None or noun.kind != "word" or not noun.text.islower():
        return False
    if not (is_past(sentence.lower(name + 1)) or sentence.lower(name + 1) in AUXILIARIES):
        return False
    if not {sentence.lower(name - 2), sentence.lower(name - 3)} & PLAIN_DETERMINERS:
        return False
    if item.text[:1].islower():
        return item.text.split()[-1] in _HOLDERS and is_person_noun(noun.lower)
    plain = (
        noun.lower.isalpha() and noun.lower not in _NO_NOUN and not is_number(sentence, name - 1)
    )
    return is_state_name(item.text) and plain and not noun.lower.endswith(("ed", "ing", "ly"))


def _lacks_object(sentence: Sentence, group: Group, *, plain: bool) -> bool:
    """Return whether nothing that can be an object stands right behind the verb.

    In a clause that has it `plain` in front, another verb may: "which Kenya seized | belong".
    """
    after = sentence.item(group.last)
    if after is None or after.kind in {"mark", "timex"}:
        return True
    if after.kind == "actor" or after.lower in DETERMINERS:
        return False
    verb = is_past(after.lower) or after.lower in AUXILIARIES
    return plain or verb or after.lower in PREPOSITIONS | ADVERBS | CONJUNCTIONS


def _apposed(sentence: Sentence, noun: int) -> Actors:
    """Return the person whom a noun that ends at `noun` is told of: "| Lund |, the nurse"."""
    for at in range(noun, max(0, noun - _LONGEST_APPOSITION), -1):
        if sentence.lower(at) == ",":
            named = sentence.item(at - 1)
            opens = name_behind(sentence, at + 1) <= noun and is_person_noun(sentence.lower(noun))
            person = named is not None and named.person and not named.possessive
            return (named.actor,) if person and opens and named and named.actor else ()
        if sentence.is_actor(at) or sentence.items[at].kind == "mark":
            return ()
    return ()
