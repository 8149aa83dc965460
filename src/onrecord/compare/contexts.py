"""The terms around a row, as a vector that rows of other articles are compared by."""

import re
from functools import lru_cache
from math import sqrt

from onrecord.stories.terms import MILLE, Vector, fold_word, read_rarity

LENGTH = 2000  # characters that are read
NAME_SHARE = 0.3  # names count less: who acts and where is compared apart
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=8192)
def weigh_context(sentence: str) -> Vector:
    """Return the vector of a sentence's terms; numbers are left out, since these are compared."""
    weights: dict[str, float] = {}
    for match in _WORD.finditer(sentence[:LENGTH]):
        named = match.start() > 0 and match[0][0].isupper()
        term = fold_word(match[0])
        weights[term] = read_rarity(term) * (NAME_SHARE if named else 1.0)
    length = sqrt(sum(weight * weight for weight in weights.values()))
    kept = sorted(
        (term, round(MILLE * weight / length)) for term, weight in weights.items() if length
    )
    return Vector(
        terms=tuple(term for term, _ in kept), weights=tuple(weight for _, weight in kept)
    )
