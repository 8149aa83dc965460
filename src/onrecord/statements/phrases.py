"""Find noun phrases, and step over adverbials, to the left and to the right of a token.

All functions work on the tokens of one unit, and look at a bounded stretch of them.
"""

from collections.abc import Sequence

from onrecord.statements.lexicon import CUES
from onrecord.statements.tokens import Token
from onrecord.statements.wordclasses import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DAY_WORDS,
    DETERMINERS,
    IRREGULAR_PASTS,
    MODALS,
    NOT_PAST,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENT_VERBS,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TITLES,
    is_adverb,
    is_capital,
    is_communicator,
)

MAX_PHRASE = 40  # tokens
Tokens = Sequence[Token]

_ATTACHED = frozenset("of for at from in to with on near against by under behind inside".split())
_LONE_SUBJECTS = SUBJECT_PRONOUNS | {"this", "that", "others", "some", "many", "one"}
_REFLEXIVES = frozenset("himself herself itself themselves".split())
_OPENERS = frozenset("; : — – ( “”".split())
_TIME_PREPOSITIONS = frozenset("on in at during after before since earlier late early by".split())


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
    forms = CUES.get(tokens[at].lower, ())
    return bool(forms) and forms[0][0] in {"s", "past"} and at > 0 and is_noun(tokens, at - 1)


# --- to the left ------------------------------------------------------------------------


def skip_adverbials_back(tokens: Tokens, end: int, low: int) -> int:
    """Return where the adverbs and times that end at `end` start: "Baru on Monday | said"."""
    while end > low:
        token = tokens[end - 1]
        if (is_adverb(token.lower) and not is_capital(token.text)) or token.lower in _REFLEXIVES:
            end -= 1
        elif token.lower in DAY_WORDS:
            start = end - 1
            while start > low and end - start < 5 and _is_time_part(tokens[start - 1]):
                start -= 1
            if start == low:
                return end
            end = start
        elif token.lower.isdigit() and end - 1 > low and tokens[end - 2].lower in DAY_WORDS:
            end -= 1
        else:
            break
    return end


def _is_time_part(token: Token) -> bool:
    return token.lower in _TIME_PREPOSITIONS or token.lower in DAY_WORDS or token.lower in {
        "last", "this", "next", "the", "earlier", "later", "late", "early",
    }  # fmt: skip


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


def _subject_with_parenthesis(
    tokens: Tokens, closing: int, low: int, mark: str
) -> tuple[int, int] | None:
    opening: int | None = closing
    for _ in range(3):
        opening = _find_back(tokens, opening, low, mark)
        if opening is None:
            return None
        before = _find_back(tokens, opening - 1, low, "(") if tokens[opening - 1].text == ")" else opening
        start = None if before is None else noun_phrase_before(tokens, before, low)
        if start is not None and not tokens[start].text.isdigit() and _is_parenthesis(tokens, opening + 1):
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
    return _trim_start(tokens, start, end) if start < end else None


def _walk_back(tokens: Tokens, end: int, low: int) -> int:
    """Return how far the phrase that ends at `end` reaches to the left."""
    at = end
    while at > low:
        token = tokens[at - 1]
        if is_noun(tokens, at - 1) or token.lower in DETERMINERS or token.text in {"&", "-", "/"}:
            at -= 1
        elif token.lower in {"and", "or"} and at < end and _joins_phrases(tokens, at - 1, low):
            at -= 1
        elif token.lower in _ATTACHED and at < end and at - 1 > low and _can_carry(tokens, at - 2):
            at -= 1
        elif token.lower.endswith("ed") and at < end and _is_reduced_relative(tokens, at - 1):
            at -= 1
        elif token.text == ")" and (opening := _find_back(tokens, at - 1, low, "(")) is not None:
            at = opening
        else:
            break
    if at > low and is_finite(tokens, at - 1):
        return _relative_start(tokens, at - 1, low, end) or at
    return at


def _joins_phrases(tokens: Tokens, at: int, low: int) -> bool:
    """Return whether the "and" at `at` joins two noun phrases and not two clauses."""
    if at <= low or not is_noun(tokens, at - 1) or not (is_name(tokens[at - 1]) == is_name(tokens[at + 1]) or tokens[at+1].lower in DETERMINERS):
        return False
    before = at - 1
    while before > low and (is_noun(tokens, before) or tokens[before].lower in DETERMINERS or tokens[before].lower in _ATTACHED):
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


def _relative_start(tokens: Tokens, verb: int, low: int, end: int) -> int | None:
    """Return the start of "the envoy" in "the envoy who led the talks", seen from "led"."""
    for at in range(verb, max(low, verb - 12), -1):
        if tokens[at].lower in {"who", "that", "which"} and is_noun(tokens, at - 1):
            return _walk_back(tokens, at, max(low, at - 12))
        if tokens[at].text in {",", ";", ":"} or tokens[at].quotation is not None:
            return None
    return None


def _trim_start(tokens: Tokens, start: int, end: int) -> int | None:
    """Return `start` moved past what cannot open a noun phrase; `None` if nothing is left."""
    for at in range(end - 1, start, -1):
        # A title or a pronoun after a name or a noun opens a phrase of its own.
        if tokens[at].lower.rstrip(".") in {"mr", "mrs", "ms", "dr"} and tokens[at - 1].lower not in {"and", "of", "for", "to", "with", "&"}:
            start = at
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


# --- to the right -----------------------------------------------------------------------


def noun_phrase_at(tokens: Tokens, at: int, high: int, *, attach: bool = True) -> int:
    """Return the end of the noun phrase that starts at token `at`; `at` itself if none does.

    `attach` lets prepositional phrases go with a described person ("a spokesman for the bloc").
    """
    high = min(high, at + MAX_PHRASE)
    if at >= high:
        return at
    if tokens[at].text != "US" and tokens[at].lower in OBJECT_PRONOUNS | SUBJECT_PRONOUNS:
        return at + 1
    end = _core_phrase(tokens, at, high)
    if end == at:
        return at
    described = not is_name(tokens[at])
    while end + 1 < high:
        lower = tokens[end].lower
        if lower == "of" or (attach and described and lower in {"for", "at", "from", "in", "with", "to"}):
            further = _core_phrase(tokens, end + 1, high)
            if further == end + 1 or tokens[end + 1].lower in DAY_WORDS:
                break
            end = further
        elif lower in {"and", "&"} and is_name(tokens[end - 1]) and is_name(tokens[end + 1]):
            end = _core_phrase(tokens, end + 1, high)
        else:
            break
    return end


def _core_phrase(tokens: Tokens, at: int, high: int) -> int:
    end = at
    while end < high and (
        tokens[end].lower in DETERMINERS
        and (end == at or tokens[end - 1].lower in DETERMINERS)
    ):
        end += 1
    body = end
    while end < high and is_noun(tokens, end):
        token = tokens[end]
        if token.lower in DAY_WORDS and end > at:
            break
        if end > body and token.opens_mention and tokens[end - 1].closes_mention:
            break  # two actors side by side: "told Ms Lund | Norland’s envoy would leave"
        if end > body and is_name(token) and not is_name(tokens[end - 1]) and not _goes_before_name(tokens[end - 1]):
            break
        if end > body and token.lower in CUES and not is_name(token) and CUES[token.lower][0][0] in {"past", "s"} and is_communicator(tokens[end-1].lower):
            break
        end += 1
    if end == body:
        return end if body > at and tokens[at].lower not in POSSESSIVES else at
    return end


def _goes_before_name(token: Token) -> bool:
    """Return whether a lower-case word belongs with the name after it: "spokesman Ode Baru"."""
    return (
        token.lower.rstrip(".") in TITLES
        or (is_communicator(token.lower) and not token.lower.endswith("s"))
        or token.lower.endswith(("’s", "'s", "s’", "s'"))
        or token.lower in {"new", "former", "then", "acting", "foreign", "prime", "fellow", "top", "senior", "pro", "anti"}
        or token.lower.endswith(("-elect", "based"))
        or token.text in {"-", "/"}
    )


def apposition_end(tokens: Tokens, end: int, high: int) -> int:
    """Return the end of a name's apposition or relative clause that starts at the comma at `end`.

    `end` itself is returned where no apposition stands: "said Baru, a minister, on Monday".
    """
    if end + 1 >= high or tokens[end].text != ",":
        return end
    first = tokens[end + 1]
    opens = (
        first.lower in {"a", "an", "the", "who", "whose", "one", "his", "her", "its", "their"}
        or first.text.isdigit()
        or (is_noun(tokens, end + 1) and not first.lower.endswith("ing") and first.lower not in DAY_WORDS)
    )
    if not opens:
        return end
    related = False
    for at in range(end + 1, min(high, end + MAX_PHRASE)):
        related = related or tokens[at].lower in RELATIVES or tokens[at].lower == "whose"
        if not related and is_finite(tokens, at) and not tokens[at].lower.endswith("ed"):
            return end
        if tokens[at].text in {",", "—", "–", ";", ".", "?", "!"} or tokens[at].quotation is not None:
            if tokens[at].text == "," and first.text.isdigit():
                return apposition_end(tokens, at, high)
            return at
    return high if high - end < MAX_PHRASE else end


def skip_adverbials(tokens: Tokens, at: int, high: int) -> int:
    """Return the first token from `at` on that is no adverb, time or prepositional phrase."""
    high = min(high, at + MAX_PHRASE)
    while at < high:
        token = tokens[at]
        if (is_adverb(token.lower) and not is_capital(token.text)) or token.lower in DAY_WORDS:
            at += 1
        elif token.lower in {"last", "this", "next", "late", "early", "a"} and at + 1 < high and tokens[at + 1].lower in DAY_WORDS:
            at += 2
        elif token.text.isdigit() and tokens[at - 1].lower in DAY_WORDS:
            at += 1
        elif token.lower == "to" and not _is_phrase_start(tokens, at + 1, high):
            return at
        elif token.lower in PREPOSITIONS and at + 1 < high:
            end = noun_phrase_at(tokens, at + 1, high)
            if end == at + 1:
                return at
            at = end
        elif token.text == "(":
            closing = next((end for end in range(at, high) if tokens[end].text == ")"), None)
            if closing is None:
                return at
            at = closing + 1
        else:
            return at
    return at


def _is_phrase_start(tokens: Tokens, at: int, high: int) -> bool:
    """Return whether "to" before `at` is a preposition: a determiner, name or plural follows."""
    if at >= high:
        return False
    token = tokens[at]
    return (
        token.lower in DETERMINERS | OBJECT_PRONOUNS
        or is_name(token)
        or (token.lower.endswith("s") and is_noun(tokens, at))
    )
