"""Find the noun phrase that starts at a token, and step over adverbials to the right.

All functions work on the tokens of one unit, and look at a bounded stretch of them.
"""

from onrecord.statements.grammar.lexicon import CUES
from onrecord.statements.grammar.shapes import MAX_PHRASE, Tokens, is_finite, is_name, is_noun
from onrecord.statements.grammar.tokens import Token
from onrecord.text.wordclasses import (
    DAY_WORDS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TITLES,
    is_adverb,
    is_capital,
    is_communicator,
    is_possessive,
)

_BEFORE_DAYS = frozenset("last this next late early a".split())


def noun_phrase_at(tokens: Tokens, at: int, high: int, *, attach: bool = True) -> int:
    """Return the end of the noun phrase that starts at token `at`; `at` itself if none does.

    `attach` lets prepositional phrases go with a described person ("a spokesman for the bloc").
    """
    high = min(high, at + MAX_PHRASE)
    if at >= high:
        return at
    lower = tokens[at].lower
    owner = lower == "her" and at + 1 < high and is_noun(tokens, at + 1)
    owner = owner and not is_name(tokens[at + 1])
    if tokens[at].text != "US" and lower in OBJECT_PRONOUNS | SUBJECT_PRONOUNS and not owner:
        return at + 1
    end = _core_phrase(tokens, at, high, titled=attach)
    if end == at:
        return at
    described = not is_name(tokens[at])
    while end + 1 < high:
        lower = tokens[end].lower
        if lower == "of" or (
            attach and described and lower in {"for", "at", "from", "in", "with", "to"}
        ):
            further = _core_phrase(tokens, end + 1, high)
            if further == end + 1 or tokens[end + 1].lower in DAY_WORDS:
                break
            end = further
        elif lower in {"and", "&"} and is_name(tokens[end - 1]) and is_name(tokens[end + 1]):
            end = _core_phrase(tokens, end + 1, high)
        else:
            break
    return end


def _core_phrase(tokens: Tokens, at: int, high: int, *, titled: bool = False) -> int:
    """Return the end of the words of a noun phrase alone; `titled` lets an actor's title be one."""
    end = at
    while end < high and (
        tokens[end].lower in DETERMINERS and (end == at or tokens[end - 1].lower in DETERMINERS)
    ):
        end += 1
    body = end
    while end < high and is_noun(tokens, end):
        token = tokens[end]
        if token.lower in DAY_WORDS and end > at:
            break
        if end > body and token.lower in _BEFORE_DAYS and _is_day(tokens, end + 1):
            break  # "told the Coast Herald | last week"
        beside = end > body and token.opens_mention and tokens[end - 1].closes_mention
        if beside and not (titled and _is_title(tokens, end, high)):
            break  # two actors side by side: "told Ms Lund | Norland’s envoy would leave"
        if (
            end > body
            and is_name(token)
            and not is_name(tokens[end - 1])
            and not _goes_before_name(tokens[end - 1])
        ):
            break
        if (
            end > body
            and token.lower in CUES
            and not is_name(token)
            and CUES[token.lower][0][0] in {"past", "s"}
            and is_communicator(tokens[end - 1].lower)
        ):
            break
        end += 1
    if end == body:
        return end if body > at and tokens[at].lower not in POSSESSIVES else at
    return end


def _is_title(tokens: Tokens, at: int, high: int) -> bool:
    """Return whether an office and a name go on there: "Oru Port | Harbour Chairman Ode Baru"."""
    while at + 1 < high and is_name(tokens[at]) and is_name(tokens[at + 1]):
        if is_communicator(tokens[at].lower):
            return True
        at += 1
    return False


def _is_day(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in DAY_WORDS


def _goes_before_name(token: Token) -> bool:
    """Return whether a lower-case word belongs with the name after it: "spokesman Ode Baru"."""
    return (
        token.lower.rstrip(".") in TITLES
        or (is_communicator(token.lower) and not token.lower.endswith("s"))
        or is_possessive(token.lower)
        or token.lower
        in {
            "new",
            "former",
            "then",
            "acting",
            "foreign",
            "prime",
            "fellow",
            "top",
            "senior",
            "pro",
            "anti",
        }
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
        or (
            is_noun(tokens, end + 1)
            and not first.lower.endswith("ing")
            and first.lower not in DAY_WORDS
        )
    )
    if not opens:
        return end
    related = False
    for at in range(end + 1, min(high, end + MAX_PHRASE)):
        related = related or tokens[at].lower in RELATIVES or tokens[at].lower == "whose"
        if not related and is_finite(tokens, at) and not tokens[at].lower.endswith("ed"):
            return end
        if (
            tokens[at].text in {",", "—", "–", ";", ".", "?", "!"}
            or tokens[at].quotation is not None
        ):
            if tokens[at].text == "," and first.text.isdigit():
                return apposition_end(tokens, at, high)
            return at
    return high if high - end < MAX_PHRASE else end


def skip_adverbials(tokens: Tokens, at: int, high: int) -> int:
    """Return the first token from `at` on that is no adverb, time or prepositional phrase."""
    high = min(high, at + MAX_PHRASE)
    while at < high:
        end = _adverbial_end(tokens, at, high)
        if end == at:
            break
        at = end
    return at


def _adverbial_end(tokens: Tokens, at: int, high: int) -> int:
    """Return the end of the one adverbial that starts at `at`, or `at` where none does."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < high else None
    if token.text == "(":
        closing = next((end for end in range(at, high) if tokens[end].text == ")"), None)
        return at if closing is None else closing + 1
    if token.lower == "not" and following is not None and following.lower == "to":
        return at
    if (is_adverb(token.lower) and not is_capital(token.text)) or token.lower in DAY_WORDS:
        return at + 1
    if token.text.isdigit() and tokens[at - 1].lower in DAY_WORDS:
        return at + 1
    if following is None:
        return at
    if token.lower in _BEFORE_DAYS and following.lower in DAY_WORDS:
        return at + 2
    if token.lower not in PREPOSITIONS or _governs_verb(tokens, at, high):
        return at
    end = noun_phrase_at(tokens, at + 1, high)
    return at if end == at + 1 else end


def _governs_verb(tokens: Tokens, at: int, high: int) -> bool:
    """Return whether the preposition at `at` stands before a verb: "to reply", "by adding"."""
    if tokens[at].lower == "to":
        return not _is_phrase_start(tokens, at + 1, high)
    return tokens[at].lower in {"by", "without"} and _is_gerund(tokens[at + 1])


def _is_gerund(token: Token) -> bool:
    return token.lower.endswith("ing") and token.lower not in {"nothing", "something", "anything"}


def _is_phrase_start(tokens: Tokens, at: int, high: int) -> bool:
    """Return whether "to" before `at` is a preposition: a determiner, name or plural follows."""
    if at >= high:
        return False
    token = tokens[at]
    return (
        token.lower in DETERMINERS | OBJECT_PRONOUNS
        or is_name(token)
        or (token.lower.endswith("s") and token.lower[-2:] != "ss" and is_noun(tokens, at))
    )
