"""Where the content of a statement starts and ends in its unit, as tokens."""

from onrecord.statements.matches import Match
from onrecord.statements.phrases import Tokens, has_finite, is_finite, is_noun
from onrecord.statements.wordclasses import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)

_CLAUSE_OPENERS = (
    PRONOUNS | DETERMINERS | SUBORDINATORS | PREPOSITIONS | frozenset("there not nothing".split())
) - {"that", "to", "of"}
_STOPS = frozenset("; ”".split())
_QUESTION_WORDS = frozenset("whether if how why what when where who which".split())


def content_end(tokens: Tokens, start: int, matches: tuple[Match, ...]) -> int:
    """Return the token behind the clause that starts at `start`.

    It ends before a free-standing quotation, a semicolon, ", but", a coordinated or participial
    cue of the same speaker (", adding that"), and "according to"; else with the unit.
    """
    starts = {match.start: match for match in matches if match.start > start}
    end = len(tokens)
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.quotation is not None or token.text in _STOPS:
            end = at
            break
        if (token.text == "," and _turns(tokens, at + 1)) or (at > start and _turns(tokens, at)):
            end = at
            break
        match = starts.get(at)
        if match is not None and (match.form == "according" or match.shared):
            end = at
            break
        if match is not None and is_parenthetical(tokens, match) and match.source is not None:
            end = match.first
            break
    return trim_end(tokens, start, end)


def phrase_end(tokens: Tokens, start: int, end: int) -> int:
    """Return the end of the noun phrase with its modifiers that starts at `start`, up to `end`.

    It ends at a comma behind which a new clause or a gloss of the writer's starts: ", who", ", as",
    ", and the bloc has".
    """
    for at in range(start + 1, end - 1):
        if tokens[at].text == "," and not tokens[at].quoted:
            lower = tokens[at + 1].lower
            if lower in {"who", "which", "while", "as", "after", "when", "where", "although", "though", "whose"}:
                return trim_end(tokens, start, at)
            joined = at + 2 if lower in {"and", "or", "so", "but"} else at + 1
            if lower in {"and", "so", "but"} and starts_clause(tokens, joined, end):
                return trim_end(tokens, start, at)
    return end


def _turns(tokens: Tokens, at: int) -> bool:
    """Return whether "but" or "as" at `at` leaves the statement for a clause of the writer's.

    It stays inside where "that" or a quotation follows.
    """
    if at + 1 >= len(tokens) or tokens[at].quoted:
        return False
    after_comma = tokens[at - 1].text == ","
    if tokens[at].lower != "but" and not (tokens[at].lower == "as" and after_comma):
        return False
    if tokens[at + 1].lower == "that" or any(token.quoted for token in tokens[at:]):
        return False
    return starts_clause(tokens, at + 1, len(tokens)) or (after_comma and tokens[at].lower == "but")


def trim_end(tokens: Tokens, start: int, end: int) -> int:
    """Return `end` moved back over punctuation and dangling coordinators."""
    while end > start:
        token = tokens[end - 1]
        if token.is_word and token.lower not in {"and", "but", "while", "then", "also"}:
            break
        if token.text in {")", "%", "]", "…", "?", "!"} or token.text in "$€£":
            break
        end -= 1
    return end


def is_parenthetical(tokens: Tokens, match: Match) -> bool:
    """Return whether the attribution stands in or after its content: "..., Baru said, ..."."""
    first = match.first
    if first == 0 or match.shared or match.source is None:
        return False
    before = tokens[first - 1]
    if before.text not in {",", "—", "–"} and before.quotation is None:
        return False
    if match.cue_with("quote", "clause") is None:
        return False
    return ends_clause(tokens, match.after)


def ends_clause(tokens: Tokens, at: int) -> bool:
    """Return whether no complement follows at token `at`."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.quotation is not None:
        return True
    if not token.is_word:
        return token.text not in {":", "$", "€", "£", "(", "["}
    return token.lower in {"and", "but", "as", "while", "when", "after", "before", "during", "because"} or (
        token.lower.endswith("ing") and token.lower not in {"nothing", "something", "anything", "everything"}
    )


def starts_clause(tokens: Tokens, at: int, end: int) -> bool:
    """Return whether a clause without "that" can start at token `at`: a subject, then a verb."""
    if at >= end:
        return False
    lower = tokens[at].lower
    opens = (
        lower in _CLAUSE_OPENERS
        or lower.partition("’")[0].partition("'")[0] in SUBJECT_PRONOUNS | {"there", "that"}
        or is_noun(tokens, at)
        or tokens[at].text[0].isdigit()
        or tokens[at].text in {"$", "€", "£"}
    )
    return opens and (is_finite(tokens, at) or _finds_verb(tokens, at, end))


def _finds_verb(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a finite verb comes before anything that parts it from the subject."""
    commas = 0
    leads_in = tokens[start].lower in SUBORDINATORS | PREPOSITIONS
    for at in range(start + 1, min(end, start + 40)):
        token = tokens[at]
        if token.quotation is not None or token.text in {":", ";", "(", "—", "–"}:
            return False
        if token.text == ",":
            commas += 1
        elif token.quoted or has_finite(tokens, at, at + 1):
            return commas != 1 or leads_in
    return False
