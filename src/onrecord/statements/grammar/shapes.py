"""Tell names, nouns and finite verbs by the shape of a word and its neighbour."""

from collections.abc import Sequence

from onrecord.statements.grammar.lexicon import CUES
from onrecord.statements.grammar.tokens import Token
from onrecord.text.wordclasses import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    IRREGULAR_PASTS,
    MODALS,
    NOT_PAST,
    PREPOSITIONS,
    PRESENT_VERBS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_capital,
)

MAX_PHRASE = 40  # tokens: how far any phrase is followed
Tokens = Sequence[Token]


def is_name(token: Token) -> bool:
    """Return whether the token looks like (a part of) a name: a capital, and no function word."""
    return token.is_word and is_capital(token.text) and not _is_function_word(token)


def _is_function_word(token: Token) -> bool:
    lower = token.lower
    if token.text in {"US", "IT", "WHO"}:
        return False  # a country, a trade and an organisation
    return (
        lower in PREPOSITIONS
        or lower in COORDINATORS
        or lower in SUBORDINATORS
        or lower in PRONOUNS
        or lower in DETERMINERS
        or lower in AUXILIARIES
        or (lower in MODALS and lower not in {"may", "will"})
        or lower in RELATIVES
        or lower in ADVERBS
    )


def is_finite(tokens: Tokens, at: int) -> bool:
    """Return whether the word at `at` is, as far as its form tells, a finite verb."""
    token = tokens[at]
    lower = token.lower
    if not token.is_word:
        return False
    if lower in AUXILIARIES or lower in MODALS:
        return not (is_capital(token.text) and at > 0 and lower in {"may", "will"})
    if lower.endswith(("’s", "'s")):
        return False
    if is_capital(token.text) and at > 0:
        return False
    if lower in IRREGULAR_PASTS or lower in PRESENT_VERBS:
        return at == 0 or tokens[at - 1].lower not in DETERMINERS
    if lower.endswith("ed") and len(lower) > 4 and lower not in NOT_PAST:
        return at == 0 or tokens[at - 1].lower not in DETERMINERS
    return False


def is_noun(tokens: Tokens, at: int) -> bool:
    """Return whether the word at `at` can be a noun or an adjective of a noun phrase."""
    token = tokens[at]
    if not token.is_word or _is_function_word(token):
        return False
    return is_capital(token.text) or not (is_finite(tokens, at) or is_adverb(token.lower))


def has_finite(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a finite verb stands in tokens `[start, end)`."""
    return any(
        is_finite(tokens, at) or _is_present_cue(tokens, at)
        for at in range(start, min(end, start + MAX_PHRASE))
    )


def _is_present_cue(tokens: Tokens, at: int) -> bool:
    """Return whether a word such as "demands" follows a noun and so is likely a verb."""
    if tokens[at].closes_mention:
        return False  # "the United States"
    forms = CUES.get(tokens[at].lower, ())
    return bool(forms) and forms[0][0] in {"s", "past"} and at > 0 and is_noun(tokens, at - 1)
