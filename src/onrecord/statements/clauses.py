"""Where the content of a statement starts and ends in its unit, as tokens."""

from onrecord.statements.matches import Match
from onrecord.statements.phrases import Tokens, has_finite, is_noun, skip_adverbials
from onrecord.statements.wordclasses import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)

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
        if token.text == "," and at + 1 < len(tokens) and tokens[at + 1].lower == "but" and not tokens[at+1].quoted and not (at + 2 < len(tokens) and tokens[at + 2].lower == "that"):
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
    return token.lower in {"and", "but", "as", "while", "when", "after", "before", "during", "because"} or token.lower.endswith("ing")


def starts_clause(tokens: Tokens, at: int, end: int) -> bool:
    """Return whether a clause without "that" can start at token `at`: a subject, then a verb."""
    if at >= end:
        return False
    lower = tokens[at].lower
    opens = (
        lower in SUBJECT_PRONOUNS | PRONOUNS | DETERMINERS | {"there", "if", "when", "while", "after", "because", "although", "by", "in", "not", "nothing", "what"}
        or is_noun(tokens, at)
        or tokens[at].text[0].isdigit()
        or tokens[at].text in {"$", "€", "£"}
    )
    return opens and has_finite(tokens, at + 1, end)
