"""Words of a sentence as the name finder sees them: without possessive endings, hyphens parted."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from onrecord.actors.words import ORGANISATION_WORDS
from onrecord.records import Span
from onrecord.text import find_words

# Not "he's": nobody is owned there.
_POSSESSIVE = re.compile(
    r"(?<!^he)(?<!^she)(?<!^it)(?<!^that)(?<!^who)(?<!^what)(?<!^there)(?<!^here)(?<!^where)"
    r"(?<!^how)(?<!^let)['’]s$",
    re.IGNORECASE,
)
# "Moscow-backed", "French-led": the first part is a name, whatever it is.
_LINKED = frozenset(
    "backed led controlled held aligned sponsored funded brokered mediated occupied based born "
    "made run owned allied supported trained armed administered friendly leaning language "
    "speaking flagged registered style dominated proposed drafted appointed imposed".split()
)

# The article or the son's word before an Arabic name keeps a small letter: "al-Marri", "el-Sisi".
_ARTICLE = re.compile(r"(?:[aeu]l|as|ad|ash|ar|az|abu|ibn|bin)-(?=[A-Z])")


class Token(NamedTuple):
    """A word or mark; `end` leaves out a possessive ending, which `possessive` tells of.

    `lower` is the word in small letters, with a straight apostrophe.
    """

    text: str
    lower: str
    start: int
    end: int
    possessive: bool = False

    @property
    def capital(self) -> bool:
        """Whether the word starts with a capital letter, as a name does."""
        return self.text[0].isupper() or _ARTICLE.match(self.text) is not None

    @property
    def linked(self) -> bool:
        """Whether the word is what follows the hyphen in "Moscow-backed"."""
        return self.text in _LINKED


def find_tokens(text: str, span: Span, *, names: Collection[str] = ()) -> Iterator[Token]:
    """Yield the tokens of `text` inside `span`, in order.

    A hyphen parts a token where its first part is one of `names` ("US-Russia", "Moscow-backed"),
    or where its second is a participle that follows only a name. What is counted in a number is one
    word with it: "15-member".
    """
    for word, (start, end) in _join_counts(text, find_words(text, span)):
        if word in "'’" and start > span.start and text[start - 1] in "sS":
            # The apostrophe of "the States’ reply" is part of no word; the next token tells it.
            continue
        owned = _POSSESSIVE.search(word)
        if owned:
            word, end = word[: owned.start()], start + owned.start()
        parts = word.split("-") if "-" in word and word[0].isupper() else ()
        if len(parts) == 2 and all(parts) and _parts(parts[0], parts[1], names):
            middle = start + len(parts[0])
            yield Token(parts[0], _lower(parts[0]), start, middle)
            yield Token(parts[1], _lower(parts[1]), middle + 1, end, bool(owned))
        elif word:
            plural = word[-1] in "sS" and text[end : end + 1] in ("'", "’") and _gap(text, end + 1)
            yield Token(word, _lower(word), start, end, bool(owned) or plural)


def _join_counts(
    text: str, words: Iterable[tuple[str, Span]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the words, "15", "-" and "member" as one."""
    end = 0
    for word, span in words:
        if span.start < end:
            continue
        counted = _COUNTED.match(text, span.start) if word.isdigit() else None
        end = span.end if counted is None else counted.end()
        yield text[span.start : end] if counted else word, (span.start, end)


_COUNTED = re.compile(r"\d+-(?:member|nation|state|country|seat|strong|party)\b")


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _parts(first: str, second: str, names: Collection[str]) -> bool:
    return second in _LINKED or (first in names and (second in names or second.islower()))


def _gap(text: str, position: int) -> bool:
    """Return whether a noun follows after a space: "the States’ reply", "the Miners’ Union"."""
    following = _FOLLOWING.match(text, position)
    return following is not None and (
        following[1][0].islower() or following[1] in ORGANISATION_WORDS
    )


_FOLLOWING = re.compile(r" (\w+)")


def without_article(name: str) -> str:
    """Return a name without the Arabic article, which only some write: "el-Mahdi", "Mahdi"."""
    match = _ARTICLE.match(name)
    return name[match.end() :] if match is not None else name


def phrase_words(phrase: str) -> tuple[str, ...]:
    """Return the words of a table's phrase as tokens of a text have them, in small letters."""
    return tuple(token.lower for token in find_tokens(phrase, Span(0, len(phrase))))
