"""Where the content of a statement starts and ends in its unit, as tokens."""

from onrecord.statements.grammar.cues import Match
from onrecord.statements.grammar.shapes import Tokens, has_finite, is_finite, is_noun
from onrecord.text.wordclasses import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)

_NOMINATIVES = frozenset("he she they we i there".split())
_LEADING = (PREPOSITIONS | frozenset("if unless although though while once even".split())) - {
    "to", "of", "like", "as",
}  # fmt: skip
_CLAUSE_OPENERS = PRONOUNS | DETERMINERS | _LEADING | frozenset("there not nothing".split())
_STOPS = frozenset("; ”".split())


def content_end(
    tokens: Tokens, start: int, matches: tuple[Match, ...], *, subordinate: bool = False
) -> int:
    """Return the token behind the clause that starts at `start`.

    It ends before a free-standing quotation, a semicolon, ", but", a coordinated or participial
    cue of the same speaker (", adding that"), and "according to"; else with the unit. Of a cue in
    a `subordinate` clause ("As Baru noted that ..., the army ...") it ends where that clause does.
    """
    starts = {match.start: match for match in matches if match.start > start}
    end = len(tokens)
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.quotation is not None or token.text in _STOPS:
            end = at
            break
        if subordinate and token.text == "," and starts_clause(tokens, at + 1, len(tokens)):
            end = at
            break
        if at > start and token.lower in {"but", "as"} and _turns(tokens, at):
            end = at
            break
        match = starts.get(at)
        if match is not None and (match.shared or _closes_unit(tokens, match)):
            end = at
            break
        if match is not None and _starts_new_clause(tokens, match):
            end = match.first
            break
        if match is not None and is_parenthetical(tokens, match) and _ends_unit(tokens, match):
            end = match.first
            break
    return trim_end(tokens, start, end)


def is_subordinate(tokens: Tokens, match: Match) -> bool:
    """Return whether the cue stands in a subordinate clause that opens the sentence."""
    opener = match.first - 1
    return (
        0 <= opener <= 2
        and not match.shared
        and tokens[opener].lower
        in {
            "as",
            "when",
            "while",
            "after",
            "although",
            "though",
            "because",
            "since",
            "before",
            "once",
        }
    )


def _closes_unit(tokens: Tokens, match: Match) -> bool:
    """Return whether "according to ..." ends the sentence, and so goes with all of it."""
    if match.form != "according" or match.source is None:
        return False
    end = match.source[1]
    return end >= len(tokens) or tokens[end].text != "," or end + 2 >= len(tokens)


def _ends_unit(tokens: Tokens, match: Match) -> bool:
    """Return whether nothing of the statement follows the attribution."""
    end = max(match.after, match.last)
    return end + 1 >= len(tokens) or tokens[end].text != ","


def _starts_new_clause(tokens: Tokens, match: Match) -> bool:
    """Return whether the cue has a subject of its own after ", and": somebody else speaks."""
    first = match.first
    return (
        match.source is not None
        and not match.shared
        and first > 1
        and tokens[first - 1].lower in {"and", "but", "while"}
        and tokens[first - 2].text == ","
    )


def phrase_end(tokens: Tokens, start: int, end: int) -> int:
    """Return the end of the noun phrase with its modifiers that starts at `start`, up to `end`.

    It ends at a comma behind which a new clause or a gloss of the writer's starts: ", who", ", as",
    ", and the bloc has".
    """
    for at in range(start + 1, end - 1):
        if tokens[at].text == "," and not tokens[at].quoted:
            lower = tokens[at + 1].lower
            if lower in {
                "who",
                "which",
                "while",
                "as",
                "after",
                "when",
                "where",
                "although",
                "though",
                "whose",
            }:
                return trim_end(tokens, start, at)
            joined = at + 2 if lower in {"and", "or", "so", "but"} else at + 1
            if lower in {"and", "so", "but"} and starts_clause(tokens, joined, end):
                return trim_end(tokens, start, at)
    return _end_after_quoted(tokens, start, end)


def _end_after_quoted(tokens: Tokens, start: int, end: int) -> int:
    """Return the end before a time or place behind quoted words: "a “farce” | at a rally"."""
    last = max((at for at in range(start, end) if tokens[at].quoted), default=None)
    if last is None:
        return end
    stops = {"during", "at", "in", "on", "after", "before", "while", "when", "as"}
    behind = next((at for at in range(last + 1, end) if tokens[at].lower in stops), end)
    return trim_end(tokens, start, behind)


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
    if before.lower == "as" and (first == 1 or not tokens[first - 2].is_word):
        return match.cue_with("quote", "clause") is not None and ends_clause(tokens, match.after)
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
    return token.lower in {
        "and",
        "but",
        "as",
        "while",
        "when",
        "after",
        "before",
        "during",
        "because",
    } or (
        token.lower.endswith("ing")
        and token.lower not in {"nothing", "something", "anything", "everything"}
    )


def starts_clause(tokens: Tokens, at: int, end: int) -> bool:
    """Return whether a clause without "that" can start at token `at`: a subject, then a verb."""
    if at >= end:
        return False
    lower = tokens[at].lower
    opens = (
        lower in _CLAUSE_OPENERS
        or is_noun(tokens, at)
        or tokens[at].text[0].isdigit()
        or tokens[at].text in {"$", "€", "£"}
    )
    if lower in _NOMINATIVES and at + 1 < end and tokens[at + 1].is_word:
        return True
    return opens and (is_finite(tokens, at) or _finds_verb(tokens, at, end))


def _finds_verb(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a finite verb comes before anything that parts it from the subject.

    A relative clause or an apposition between commas may stand between the two.
    """
    at = start + 1
    high = min(end, start + 40)
    leads_in = tokens[start].lower in _LEADING
    while at < high:
        token = tokens[at]
        if token.quotation is not None or token.text in {":", ";", "(", "—", "–"}:
            return False
        if token.text == "," and leads_in:
            leads_in = False
            if at + 1 < high and tokens[at + 1].lower in _NOMINATIVES:
                return True
        elif leads_in:
            pass  # "if the talks failed, | they would": the verb wanted comes after the comma
        elif token.text == ",":
            at = next((comma for comma in range(at + 1, high) if tokens[comma].text == ","), high)
        elif (token.quoted and token.text.islower()) or has_finite(tokens, at, at + 1):
            return True
        at += 1
    return False
