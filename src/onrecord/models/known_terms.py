"""Look up the terms of all lines of a page at once: words, word pairs, and the lines' ends."""

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Doubles = NDArray[np.float64]

# The ends of a line, as words: no word has two marks, and none is empty.
_START, _END = "^^", "$$"
_NUMBER = "0"  # stands for all numbers
_MOST_WORDS = 55_000  # of which four, as digits, still make a number of 63 bits
_NO_TERM = 2**63 - 1  # above all terms, so that each has a place in their order


class KnownTerms:
    """The weights of terms, each known by a number that has the numbers of its words as digits.

    A page has thousands of terms. As numbers they are made, told apart and looked up in arrays,
    which takes half the time of a text for each.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        split = list(map(_split_term, weights))
        numbers: dict[str, int] = {}  # 0 is for a word that no term has
        for word in chain((_START, _END, _NUMBER), *split):
            numbers.setdefault(word, len(numbers) + 1)
        base = len(numbers) + 1
        if base > _MOST_WORDS:
            raise ValueError(f"terms have {base:,} words, {_MOST_WORDS:,} is the most")
        word_weights = np.zeros(base)
        longer: dict[int, float] = {}
        for words, weight in zip(split, weights.values(), strict=True):
            term = 0
            for word in words:
                term = term * base + numbers[word]
            if term < base:
                word_weights[term] = weight
            else:
                longer[term] = weight
        self._numbers = numbers
        self._base = base
        in_order = sorted(longer)
        self._longer = np.array([*in_order, _NO_TERM], dtype=np.int64)
        longer_weights = [longer[term] for term in in_order]
        # The weights of words by their numbers, then those of longer terms in their order.
        self._weights = np.concatenate((word_weights, longer_weights))

    def sum_weights(self, lines: Sequence[Sequence[str]]) -> Doubles:
        """Return the sum of the weights of each line's terms, given its words; each counts once."""
        if not lines:
            return np.zeros(0)
        numbers = self._number_words(lines)
        starts, ends = (np.flatnonzero(numbers == self._numbers[end]) for end in (_START, _END))
        places = np.arange(len(lines))
        line = places.repeat(ends - starts + 1)
        # What reaches beyond its line has a line's end in its middle, as no known term has.
        pairs = numbers[:-1] * self._base + numbers[1:]
        first_two = pairs[starts] * self._base + numbers.take(starts + 2, mode="clip")
        first_three = first_two * self._base + numbers.take(starts + 3, mode="clip")
        last_two = pairs[ends - 2] * self._base + numbers[ends]
        longer = np.concatenate((pairs, first_two, first_three, last_two))
        line_of_longer = np.concatenate((line[:-1], places, places, places))
        found = self._longer.searchsorted(longer)
        known = np.flatnonzero(self._longer[found] == longer)
        alone = np.flatnonzero(self._weights[numbers])
        # One number for a term in its line, which tells a term that stands there twice.
        size = len(self._weights)
        terms = np.concatenate(
            (
                [-1],
                line[alone] * size + numbers[alone],
                line_of_longer[known] * size + self._base + found[known],
            )
        )
        terms.sort()
        line, term = np.divmod(terms[1:][terms[1:] != terms[:-1]], size)
        sums = np.bincount(line, weights=self._weights[term], minlength=len(lines))
        return np.asarray(sums, dtype=np.float64)

    def _number_words(self, lines: Sequence[Sequence[str]]) -> Integers:
        """Return the numbers of the words of all lines, each line between its two ends."""
        get = self._numbers.get
        start, end, digits = (self._numbers[word] for word in (_START, _END, _NUMBER))
        numbers: list[int] = []
        for words in lines:
            numbers.append(start)
            numbers += [get(word) or (digits if word[0].isdigit() else 0) for word in words]
            numbers.append(end)
        return np.array(numbers, dtype=np.int64)


def _split_term(term: str) -> list[str]:
    """Return the words of a term as `list_terms` writes it: "^by mara", "read more", "more$"."""
    words = term.split(" ")
    if len(words[0]) > 1 and words[0][0] == "^":
        return [_START, words[0][1:], *words[1:]]
    if len(words[-1]) > 1 and words[-1][-1] == "$":
        return [*words[:-1], words[-1][:-1], _END]
    return words
