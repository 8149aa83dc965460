"""The terms around a row, by which rows of other articles are like it."""

import re
from collections.abc import Mapping
from math import sqrt

from onrecord.compare.tellings import Row, Setting, Telling, once, once_a_sentence
from onrecord.stories.terms import MILLE, fold_word, read_rarity

LENGTH = 2000  # characters that are read
NAME_SHARE = 0.3  # names count less: who acts and where is compared apart
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def measure_likeness(a: Mapping[str, int], b: Mapping[str, int]) -> float:
    """Return the cosine of the terms of two rows' sentences, 0 to 1; 0 where one has none."""
    product = sum([a[term] * b[term] for term in a.keys() & b.keys()])
    return min(1.0, product / (MILLE * MILLE))


@once
def weigh_context(telling: Telling[Row]) -> dict[str, int]:
    """Return the weights of the terms of a row's sentence, as per-milles of the vector's length.

    Numbers are left out, since these are compared.
    """
    return _weigh_terms(telling.setting, telling.sentence)


@once_a_sentence
def _weigh_terms(_: Setting, sentence: str) -> dict[str, int]:
    weights: dict[str, float] = {}
    for match in _WORD.finditer(sentence[:LENGTH]):
        named = match.start() > 0 and match[0][0].isupper()
        term = fold_word(match[0])
        weights[term] = read_rarity(term) * (NAME_SHARE if named else 1.0)
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: round(MILLE * weight / length) for term, weight in weights.items() if length}
