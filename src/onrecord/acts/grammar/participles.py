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
_AGENT = 8  # items from "by" to a date behind it: "looted by British troops | in 1897"


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
    """Return the participle behind a noun that has the date: "| closed | (by Kenya) in 2023".

    It may have it with a gerund: "a man | accused | of torturing Lund in 2019".
    """
    at = date - 1 - (sentence.lower(date - 1) in PREPOSITIONS)
    if sentence.lower(date - 1) == "in" and not _is_participle(sentence, at):
        reach = range(at, max(0, at - _AGENT), -1)
        at = next((k - 1 for k in reach if _opens_tail(sentence, k)), -1)
    return at if _is_participle(sentence, at) else None


def _opens_tail(sentence: Sentence, at: int) -> bool:
    """Return whether the agent or gerund of a participle opens here: "| by | Kenya", "| of | -ing".

    The gerund is that of what somebody is charged with or punished for.
    """
    gerund = sentence.lower(at + 1).endswith("ing")
    return sentence.lower(at) == "by" or (sentence.lower(at) in {"of", "for", "with"} and gerund)


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
