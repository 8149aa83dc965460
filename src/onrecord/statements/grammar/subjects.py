"""Find the noun phrase that ends at a token: the subject to the left of a verb.

All functions work on the tokens of one unit, and look at a bounded stretch of them.
"""

from onrecord.statements.grammar.shapes import MAX_PHRASE, Tokens, is_finite, is_name, is_noun
from onrecord.statements.grammar.tokens import Token
from onrecord.text.wordclasses import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DAY_WORDS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_capital,
    is_communicator,
)

_ATTACHED = frozenset("of for at from in to with on near against by under behind inside".split())
_LONE_SUBJECTS = SUBJECT_PRONOUNS | {"this", "that", "others", "some", "many", "one"}
_ARTICLES = frozenset("a an the".split())
_UNITS = frozenset("night week weekend month year spring summer autumn winter".split())
_REFLEXIVES = frozenset("himself herself itself themselves".split())
_TIME_PREPOSITIONS = frozenset("on in at during after before since earlier late early by".split())


def main_subject(tokens: Tokens, high: int) -> tuple[int, int] | None:
    """Return the subject of the first clause that has a finite verb, before token `high`."""
    behind = 0
    for at in range(min(high, len(tokens), 60)):
        if at >= behind and is_finite(tokens, at) and not tokens[at].quoted:
            start = at
            while start > 0 and (
                tokens[start - 1].lower in AUXILIARIES or is_adverb(tokens[start - 1].lower)
            ):
                start -= 1
            subject = subject_before(tokens, start, 0)
            if subject is None:
                continue
            if not _is_subordinate(tokens, subject[0]):
                return _without_agency(tokens, subject)
            behind = _relative_end(tokens, subject[0])
    return None


def _relative_end(tokens: Tokens, start: int) -> int:
    """Return where a relative clause between commas ends whose "who" stands at `start`.

    In "Ode Baru, who said the port was shut, left" the port is no main subject.
    """
    if start == 0 or tokens[start].lower not in {"who", "which"} or tokens[start - 1].text != ",":
        return 0
    return next((at for at in range(start, len(tokens)) if tokens[at].text == ","), 0)


def _without_agency(tokens: Tokens, subject: tuple[int, int]) -> tuple[int, int]:
    """Return the subject without a bracket before it: "(Norwire) | Kenya"."""
    start, end = subject
    if tokens[start].text != "(":
        return subject
    closing = next((at for at in range(start, end - 1) if tokens[at].text == ")"), None)
    return subject if closing is None else (closing + 1, end)


def _is_subordinate(tokens: Tokens, start: int) -> bool:
    return tokens[start].lower in {"who", "which", "that"} or (
        start > 0 and tokens[start - 1].lower in SUBORDINATORS | {"who", "which", "whose"}
    )


def subject_before(tokens: Tokens, end: int, low: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before token `end`, adverbials stepped over.

    A parenthesis between commas, dashes or brackets belongs to it: "Ode Baru, the minister,".
    """
    end = skip_adverbials_back(tokens, end, low)
    if end <= low:
        return None
    last = tokens[end - 1].text
    if last == ")":
        opening = _find_back(tokens, end - 1, low, "(")
        start = None if opening is None else noun_phrase_before(tokens, opening, low)
        return None if start is None else (start, end)
    if last in {",", "—", "–"}:
        return _subject_with_parenthesis(tokens, end - 1, low, last)
    start = noun_phrase_before(tokens, end, low)
    return None if start is None else (start, end)


def skip_adverbials_back(tokens: Tokens, end: int, low: int) -> int:
    """Return where the adverbs and times that end at `end` start: "Baru on Monday | said"."""
    while end > low:
        token = tokens[end - 1]
        if (
            (is_adverb(token.lower) and not is_capital(token.text))
            or token.lower in _REFLEXIVES
            or _is_adverb_first(tokens, end - 1, low)
        ):
            end -= 1
        elif token.lower in DAY_WORDS:
            start = end - 1
            while start > low and end - start < 5 and _is_time_part(tokens[start - 1]):
                start -= 1
            if start == low:
                return end
            end = start
        elif token.text == ")" and (opening := _dated_bracket(tokens, end - 1, low)) is not None:
            end = opening  # "on Friday (April 26) | said"
        elif token.lower.isdigit() and end - 1 > low and tokens[end - 2].lower in DAY_WORDS:
            end -= 1
        else:
            break
    return end


def _is_adverb_first(tokens: Tokens, at: int, low: int) -> bool:
    """Return whether "first" tells when: "the office first | declined", not "the first"."""
    return tokens[at].lower == "first" and at > low and tokens[at - 1].lower not in DETERMINERS


def _dated_bracket(tokens: Tokens, closing: int, low: int) -> int | None:
    """Return where the bracket that ends at `closing` opens, if a month or day stands in it."""
    opening = _find_back(tokens, closing, low, "(")
    if opening is None or closing - opening > 5:
        return None
    dated = any(tokens[at].lower.rstrip(".") in DAY_WORDS for at in range(opening, closing))
    return opening if dated else None


def _is_time_part(token: Token) -> bool:
    return token.lower in _TIME_PREPOSITIONS or token.lower in DAY_WORDS or token.lower in {
        "last", "this", "next", "the", "earlier", "later", "late", "early",
    }  # fmt: skip


def _subject_with_parenthesis(
    tokens: Tokens, closing: int, low: int, mark: str
) -> tuple[int, int] | None:
    at = closing
    for _ in range(3):
        opening = _find_back(tokens, at, low, mark)
        if opening is None:
            return None
        at = opening
        before = (
            _find_back(tokens, opening - 1, low, "(")
            if tokens[opening - 1].text == ")"
            else opening
        )
        start = None if before is None else noun_phrase_before(tokens, before, low)
        if (
            start is not None
            and not tokens[start].text.isdigit()
            and _is_parenthesis(tokens, opening + 1)
        ):
            return _named_before(tokens, start, low, mark), closing
    return None


def _named_before(tokens: Tokens, start: int, low: int, mark: str) -> int:
    """Return the start of the name that the phrase at `start` is itself an apposition of."""
    if start - 2 < low or tokens[start - 1].text != mark or tokens[start].lower not in DETERMINERS:
        return start
    named = noun_phrase_before(tokens, start - 1, low)
    if named is None or not is_name(tokens[start - 2]):
        return start
    opens = named == low or tokens[named - 1].quotation is not None or not tokens[named - 1].is_word
    return named if opens else start


def _is_parenthesis(tokens: Tokens, at: int) -> bool:
    """Return whether an apposition, a relative clause or an adverbial can start at `at`."""
    token = tokens[at]
    if token.quotation is not None or token.lower in {"and", "but", "or"}:
        return False
    if token.lower in SUBJECT_PRONOUNS:
        return token.lower == "who"
    return True


def _find_back(tokens: Tokens, before: int, low: int, mark: str) -> int | None:
    for at in range(before - 1, max(low, before - MAX_PHRASE) - 1, -1):
        if tokens[at].text == mark:
            return at
        if tokens[at].quotation is not None or tokens[at].text == ";":
            return None
    return None


def noun_phrase_before(tokens: Tokens, end: int, low: int) -> int | None:
    """Return the start of the noun phrase that ends right before token `end`, if one does."""
    if end <= low:
        return None
    last = tokens[end - 1]
    if last.text != "US" and last.lower in _LONE_SUBJECTS:
        return end - 1
    if not is_noun(tokens, end - 1) or last.lower.endswith(("’s", "'s")):
        return None
    at = _walk_back(tokens, end, max(low, end - MAX_PHRASE))
    return _trim_start(tokens, at, end)


def owner_before(tokens: Tokens, end: int, low: int) -> int | None:
    """Return the start of the owner's phrase that ends right before `end`: "Ode Baru’s"."""
    start = _walk_back(tokens, end, max(low, end - MAX_PHRASE))
    links = (at for at in range(end - 1, start - 1, -1) if tokens[at].lower in _ATTACHED - {"of"})
    start = next(links, start - 1) + 1
    return _trim_start(tokens, start, end) if start < end else None


def _walk_back(tokens: Tokens, end: int, low: int) -> int:
    """Return how far the phrase that ends at `end` reaches to the left."""
    at = end
    while at > low:
        token = tokens[at - 1]
        if _belongs(tokens, at - 1) or (at < end and _links(tokens, at - 1, low)):
            at -= 1
        elif token.text == ")" and (opening := _find_back(tokens, at - 1, low, "(")) is not None:
            at = opening
        else:
            break
    if at > low and is_finite(tokens, at - 1):
        opened = _relative_start(tokens, at - 1, low)
        return at if opened is None else opened
    return at


def _belongs(tokens: Tokens, at: int) -> bool:
    """Return whether the word at `at` can be part of the core of a noun phrase."""
    token = tokens[at]
    return is_noun(tokens, at) or token.lower in DETERMINERS or token.text in {"&", "-", "/"}


def _links(tokens: Tokens, at: int, low: int) -> bool:
    """Return whether the word at `at` ties what follows it to a noun before it."""
    token = tokens[at]
    if token.lower in {"and", "or"}:
        return _joins_phrases(tokens, at, low)
    if token.lower in _ATTACHED:
        return at > low and _can_carry(tokens, at - 1)
    return token.lower.endswith("ed") and _is_reduced_relative(tokens, at)


def _joins_phrases(tokens: Tokens, at: int, low: int) -> bool:
    """Return whether the "and" at `at` joins two noun phrases and not two clauses."""
    if (
        at <= low
        or not is_noun(tokens, at - 1)
        or not (
            is_name(tokens[at - 1]) == is_name(tokens[at + 1])
            or tokens[at + 1].lower in DETERMINERS
        )
    ):
        return False
    before = at - 1
    while before > low and (
        is_noun(tokens, before)
        or tokens[before].lower in DETERMINERS
        or tokens[before].lower in _ATTACHED
    ):
        before -= 1
    return before == low or not is_finite(tokens, before)


def _can_carry(tokens: Tokens, at: int) -> bool:
    return is_noun(tokens, at) and tokens[at].lower not in DAY_WORDS


def _is_reduced_relative(tokens: Tokens, at: int) -> bool:
    """Return whether "briefed" in "officials briefed on the talks" modifies the noun before it."""
    return (
        at > 0
        and is_communicator(tokens[at - 1].lower)
        and at + 1 < len(tokens)
        and tokens[at + 1].lower in PREPOSITIONS
    )


def _relative_start(tokens: Tokens, verb: int, low: int) -> int | None:
    """Return the start of "the envoy" in "the envoy who led the talks", seen from "led"."""
    for at in range(verb, max(low, verb - 12), -1):
        if tokens[at].lower in {"who", "that", "which"} and is_noun(tokens, at - 1):
            return _walk_back(tokens, at, max(low, at - 12))
        if tokens[at].text in {",", ";", ":"} or tokens[at].quotation is not None:
            return None
    return None


def _ends_time(tokens: Tokens, at: int) -> bool:
    """Return whether a time without a preposition ends before token `at`: "last week | a woman"."""
    return tokens[at - 1].lower in _UNITS and tokens[at - 2].lower in {"last", "this", "next"}


def _trim_start(tokens: Tokens, start: int, end: int) -> int | None:
    """Return `start` moved past what cannot open a noun phrase; `None` if nothing is left."""
    for at in range(end - 1, start, -1):
        # A title or a pronoun after a name or a noun opens a phrase of its own.
        if tokens[at].lower.rstrip(".") in {"mr", "mrs", "ms", "dr"} and tokens[
            at - 1
        ].lower not in {"and", "of", "for", "to", "with", "&"}:
            start = at
            break
    for at in range(end - 1, start, -1):
        if at > 1 and tokens[at].lower in _ARTICLES and _ends_time(tokens, at):
            start = at  # "On the quay last week | an old woman"
            break
    for at in range(end - 1, start, -1):
        if tokens[at].lower == "that":
            start = at + 1  # "to reflect that | the envoy"
            break
    if tokens[start].lower == "that" and start > 0 and is_finite(tokens, start - 1):
        start += 1  # "declared that | the army": no determiner
    while start < end and (
        tokens[start].lower in PREPOSITIONS
        or tokens[start].lower in COORDINATORS
        or tokens[start].lower in SUBORDINATORS - {"that"}
        or tokens[start].lower in ADVERBS
        or (is_adverb(tokens[start].lower) and not is_capital(tokens[start].text))
        or tokens[start].text in {"&", "-", "/", ")"}
        or (tokens[start].lower in DAY_WORDS and start + 1 < end)
    ):
        start += 1
    if start >= end or not any(is_noun(tokens, at) for at in range(start, end)):
        return None if start >= end or tokens[start].lower not in PRONOUNS | DETERMINERS else start
    return start
