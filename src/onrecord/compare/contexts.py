"""The terms around a row, as a vector that rows of other articles are compared by."""

import re
from collections import Counter
from functools import lru_cache

from onrecord.stories.terms import Vector, find_terms, weigh_terms

_DIGITS = re.compile(r"\d")
LIMIT = 40


@lru_cache(maxsize=8192)
def weigh_context(sentence: str) -> Vector:
    """Return the vector of a sentence's terms; numbers are left out, since these are compared."""
    counts = Counter(term for term in find_terms(sentence[:2000]) if not _DIGITS.search(term))
    return weigh_terms(counts, limit=LIMIT)
