"""Find verb groups of the lexicon: "has repeatedly denied", "went on to say"."""

from collections.abc import Iterator

from onrecord.statements.grammar.cues import ACCORDING, Match
from onrecord.statements.grammar.lexicon import CUES, Cue
from onrecord.statements.grammar.shapes import Tokens
from onrecord.text.wordclasses import (
    AUXILIARIES,
    MODALS,
    NEGATIONS,
    is_adverb,
    is_capital,
)

# "sought to reassure", "continued to insist": the infinitive was said.
_LEADING_VERBS = frozenset(
    "sought seeks continued continues rushed moved hastened proceeded used".split()
)
_RARELY_NOUNS = frozenset(
    "say tell argue insist contend warn add write acknowledge admit deny suggest maintain".split()
)
_BE = frozenset("is are was were be been being 's ’s am isn't aren't wasn't weren't".split())


def find_verbs(tokens: Tokens) -> Iterator[Match]:
    """Yield the verb groups of the lexicon, and "according to", without their sources.

    Words in quotation marks announce nothing.
    """
    taken = 0
    for at, token in enumerate(tokens):
        if at < taken or token.quoted or token.quotation is not None:
            continue
        if token.lower == "according" and at + 2 < len(tokens) and tokens[at + 1].lower == "to":
            yield Match((ACCORDING,), "according", at, at + 2)
            continue
        entries = CUES.get(token.lower)
        if not entries or (is_capital(token.text) and at > 0):
            continue
        match = _read_verb_group(tokens, at, entries)
        if match is not None:
            taken = match.end
            yield match


def _read_verb_group(tokens: Tokens, at: int, entries: tuple[tuple[str, Cue], ...]) -> Match | None:
    fitting = [
        (kind, cue)
        for kind, cue in entries
        if tuple(token.lower for token in tokens[at + 1 : at + 1 + len(cue.tail)]) == cue.tail
    ]
    if not fitting:
        return None
    form, longest = fitting[0]
    cues = [cue for _, cue in fitting if len(cue.tail) == len(longest.tail)]
    end = at + 1 + len(longest.tail)
    start = at
    words: list[str] = []
    while start > 0 and (
        tokens[start - 1].lower in AUXILIARIES | MODALS | NEGATIONS
        or (is_adverb(tokens[start - 1].lower) and not is_capital(tokens[start - 1].text))
    ):
        start -= 1
        words.append(tokens[start].lower)
    while (
        start < at
        and is_adverb(tokens[start].lower)
        and tokens[start].lower not in NEGATIONS
        and not _opens_cue(tokens[start].lower)
    ):
        start += 1
    if not _asserts(tokens, at, start, form, words):
        return None
    if form == "base" and start > 1 and tokens[start - 1].lower == "to":
        start -= 2
    return Match(tuple(cues), form, start, end)


def _opens_cue(lower: str) -> bool:
    return lower in {"also", "later", "then", "again", "repeatedly", "previously", "once"}


def _asserts(tokens: Tokens, at: int, start: int, form: str, before: list[str]) -> bool:
    """Return whether the verb group says that somebody did say something.

    Infinitives, passives, negated, modal and conditional groups do not.
    """
    words = set(before)
    if words & NEGATIONS or words & MODALS:
        return False
    if start > 0 and tokens[start - 1].lower in {"to", "n't", "not"}:
        return form == "base" and start > 1 and tokens[start - 2].lower in _LEADING_VERBS
    perfect = bool(words & {"has", "have", "had", "having", "'ve", "’ve"})
    passive = bool(words & _BE) and not perfect and form in {"past", "participle"}
    if passive or (words & {"been", "being"} and form != "ing"):
        return False
    if form == "base":
        return not words & AUXILIARIES and _follows_plural(tokens, start, at)
    if form == "participle":
        return perfect
    return True


def _follows_plural(tokens: Tokens, start: int, at: int) -> bool:
    """Return whether a base form is a finite plural: "officials say", "I note"."""
    if start == 0:
        return False
    token = tokens[start - 1]
    if token.text in {",", ")"}:
        return tokens[at].lower in _RARELY_NOUNS
    return (
        token.lower in {"they", "we", "i", "who", "people", "police", "you"}
        or (token.lower in {"others", "some", "many"} and tokens[at].lower in _RARELY_NOUNS)
        or (token.lower.endswith("s") and not token.lower.endswith(("’s", "'s", "ss")))
    )


def is_progressive(tokens: Tokens, match: Match) -> bool:
    """Return whether an "-ing" form has its auxiliary: "is saying"."""
    return any(token.lower in _BE for token in tokens[match.start : match.end])
