"""Words that people search for, as FTS5 queries in which nothing is an operator."""

import re
from collections.abc import Iterable

# More words than this narrow nothing any more; each costs a look-up.
MAX_WORDS = 32
_MOST_ASKED = 100  # words of which any will do
_PHRASE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^"“”„«»]+)')
_WORD = re.compile(r"\w+")
# What stands in front of a name, and in no name that pages are read to give; not "DR Congo".
_COURTESY = re.compile(r"(?:(?:(?i:the|mr|mrs|ms|miss|sir)|Dr)\b\.?\s+)+(?=\w)")


def split_words(words: str) -> list[str]:
    """Return what to look for: words, and phrases as words with spaces between them.

    A phrase stands between quotation marks; an unpaired mark counts for nothing.
    """
    found: list[str] = []
    for match in _PHRASE.finditer(words):
        phrase, words_apart = match.groups()
        if phrase is None:
            found += _WORD.findall(words_apart)
        elif pieces := _WORD.findall(phrase):
            found.append(" ".join(pieces))
    return found[:MAX_WORDS]


def match_all(words: str) -> str:
    """Return the FTS5 query for texts that hold all of `words`; without words, for none.

    Every word is an FTS5 string, so that AND, NEAR, `*`, `-` and column names stand for
    themselves; a string of words is a phrase.
    """
    # NUL would end the query for SQLite; `_WORD` never matches it, nor a quotation mark.
    return " ".join(f'"{word}"' for word in split_words(words)) or '""'


def match_name(name: str) -> str:
    """Return the FTS5 query for names that hold all words of `name`: "Mrs Lund" is Lund."""
    words = name.strip()
    courtesy = _COURTESY.match(words)
    return match_all(words[courtesy.end() :] if courtesy else words)


def has_phrase(words: str) -> bool:
    """Return whether `words` hold a phrase between quotation marks."""
    return any(match[1] and _WORD.search(match[1]) for match in _PHRASE.finditer(words))


def match_names_and_any(names: Iterable[str], words: Iterable[str]) -> str:
    """Return the FTS5 query for texts that hold words that start with each of `names`, and any of
    `words`, of which those that end in "*" are starts too."""
    all_names = [f'"{each}" *' for name in names for each in _WORD.findall(name)]
    any_word = [
        f'"{each}"{" *" if word.endswith("*") else ""}'
        for word in words
        for each in _WORD.findall(word)
    ][:_MOST_ASKED]
    parts = [*all_names, f"({' OR '.join(any_word)})"] if any_word else all_names
    return " AND ".join(parts[:MAX_WORDS]) or '""'
