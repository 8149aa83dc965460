"""Which words of a text are names."""

import re
from collections.abc import Iterable

from onrecord.stories.terms import fold_word

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")


def find_names(text: str, letters: int) -> frozenset[str]:
    """Return the stems, of up to so many letters, of the words that are names.

    A name has a large letter inside a sentence, and nowhere in the text a small one: so a headline
    that has large letters throughout makes no names of the words that the story has as well.
    """
    large: set[str] = set()
    small: set[str] = set()
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].islower():
            small.add(word)
        elif word not in large and word[0].isupper() and _is_inside(text, match.start()):
            large.add(word)
    return _stem(large, letters) - _stem(small, letters)


def _stem(words: Iterable[str], letters: int) -> frozenset[str]:
    return frozenset([fold_word(word)[:letters] for word in words])


def _is_inside(text: str, at: int) -> bool:
    """Return whether the word at `at` does not open a sentence: after a word or a comma."""
    return at >= 2 and text[at - 1] == " " and (text[at - 2].islower() or text[at - 2] in ",;")
