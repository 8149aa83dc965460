"""Tell which date a participle behind a noun has for itself: "a priest | kidnapped | in 2024"."""

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSES,
    CONJUNCTIONS,
    DETERMINERS,
    LIGHT_VERBS,
    PARTICIPLES,
    PAST_FORMS,
    PREPOSITIONS,
    SAYINGS,
    SUBJECT_PRONOUNS,
    is_past,
)

_NO_NOUN = (
    ADVERBS
    | AUXILIARIES
    | CLAUSES
    | CONJUNCTIONS
    | DETERMINERS
    | PREPOSITIONS
    | SUBJECT_PRONOUNS
    | {"to", ""}
)
_TAIL = 6  # items from a participle to its date: "looted by British troops in Oru | in 1897"
# What somebody or something is for some time.
_LASTING = frozenset(
    "aligned armed backed based called controlled flagged held known led linked located named "
    "owned run stationed supported used wanted".split()
)


def is_participles_date(sentence: Sentence, date: int, at: int, *, noun: bool) -> bool:
    """Return whether the date at item `date` is that of a participle, and not of the act at `at`.

    So in "| freed | a priest kidnapped in 2024" and "a priest kidnapped in 2024 was | freed |". A
    `noun` of action has it with what carries it: "sanctions imposed in 2014".
    """
    participle = _participle_of(sentence, date)
    if participle is None or participle == at:
        return False
    if at > date:
        return _goes_on(sentence, date + 1)
    if any(sentence.lower(between) in CLAUSES for between in range(at, participle)):
        return False
    if noun and (sentence.lower(participle) in LIGHT_VERBS or not _goes_on(sentence, date + 1)):
        return False  # "talks between Kenya and Peru collapsed in May"
    return at < participle - 1


def _participle_of(sentence: Sentence, date: int) -> int | None:
    """Return the participle behind a noun that has the date: "a pact | signed | (with Kenya) in".

    It may have it with a gerund: "a man | accused | of torturing Lund in 2019". A ship "owned by
    Kenya in May" was taken then.
    """
    link = sentence.lower(date - 1)
    at = date - 1 - (link in PREPOSITIONS)
    if _is_participle(sentence, at):
        return at
    if link not in {"in", "since"}:
        return None
    for tail in range(at, max(1, at - _TAIL), -1):
        if sentence.items[tail].kind == "mark" or sentence.lower(tail) in CLAUSES | AUXILIARIES:
            return None
        if sentence.lower(tail) in PREPOSITIONS - {"of"} or sentence.lower(tail + 1).endswith(
            "ing"
        ):
            lasts = link == "in" and sentence.lower(tail - 1) in _LASTING
            return tail - 1 if _is_participle(sentence, tail - 1) and not lasts else None
    return None


def _is_participle(sentence: Sentence, at: int) -> bool:
    word, before = sentence.lower(at), sentence.item(at - 1)
    past = (is_past(word) or word in PARTICIPLES | PAST_FORMS) and word not in SAYINGS
    if not past or before is None or before.possessive:
        return False
    return before.kind == "actor" or (before.kind == "word" and before.lower not in _NO_NOUN)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Return whether the verb stands here of those whom the participle tells of."""
    at = sentence.skip(at, ADVERBS)
    word = sentence.lower(at)
    return word in AUXILIARIES or is_past(word)
