"""The terms of a text and how much each one tells: the vectors that linking compares."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from gzip import decompress
from importlib.resources import files
from math import log, sqrt

MILLE = 1000  # weights are whole per-milles of the vector's length, so that sums have no order
# Average precision of the body cosine with the day gap on the development stories: .852 at 4,
# .821 without an end (`python -m training.stories.fit DATA --ablate`).
RAREST = 4.0

COMMON = 0.3  # rarity: these are in three of four articles

# Words are folded and weighed again and again; so many are remembered, at about 200 bytes each.
KNOWN_WORDS = 50_000

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """The heaviest terms of a text, heaviest first, as per-milles of the whole vector's length.

    The weights are of the full vector of length 1,000, cut after its heaviest terms: so
    `cosine` of a cut vector is a lower bound.
    """

    terms: tuple[str, ...] = ()
    weights: tuple[int, ...] = ()


NO_TERMS = Vector()


def find_terms(text: str) -> Iterator[str]:
    """Return the terms of `text` in reading order: words in lower case without plural endings."""
    return map(fold_word, _WORD.findall(text))


@lru_cache(KNOWN_WORDS)
def fold_word(word: str) -> str:
    """Return the term of a word: lower case, possessive and plural endings off.

    Method: the S stemmer of Harman (1991), which never joins words of different meaning as
    stronger stemmers do ("policy", "police").
    """
    word = _POSSESSIVE.sub("", word.replace("’", "'")).lower()
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and not word.endswith(("aies", "eies")):
        return word[:-3] + "y"
    return word[:-1]


@lru_cache(KNOWN_WORDS)
def read_rarity(term: str) -> float:
    """Return the inverse document frequency of `term`, in nats; an unseen term has the highest.

    The frequencies are of a fixed corpus (`training/stories/count_terms.py`), never of the
    articles at hand: so a pair of articles always gets the same score. It ends at RAREST, past
    which it would tell more of the corpus than of the term.
    """
    table = _read_table()
    return min(RAREST, log(table.documents / (table.frequencies.get(term, 0) + 0.5)))


@cache
def list_common_stems(letters: int) -> frozenset[str]:
    """Return the words of fewer `letters` that are nearly everywhere: a stem of them is that word.

    They tell next to nothing, and are most of what two sentences have in common.
    """
    terms = _read_table().frequencies
    return frozenset(term for term in terms if len(term) < letters and read_rarity(term) < COMMON)


def weigh_terms(counts: Mapping[str, float], *, limit: int) -> Vector:
    """Return the vector of `counts`: (1 + log count) x rarity, of length 1,000, cut to `limit`."""
    weights = {
        term: (1 + log(count) if count > 1 else 1) * read_rarity(term)
        for term, count in counts.items()
        if count >= 1
    }
    length = sqrt(sum([weight * weight for weight in weights.values()]))
    scaled = [
        (-round(MILLE * weight / length), term) for term, weight in weights.items() if weight > 0
    ]
    kept = [(-lighter, term) for lighter, term in sorted(scaled)[:limit] if lighter]
    return Vector(
        terms=tuple(term for _, term in kept), weights=tuple(weight for weight, _ in kept)
    )


def cosine(a: Vector, b: Vector) -> float:
    """Return the cosine of two vectors, 0 to 1; 0 where one is empty."""
    first = dict(zip(a.terms, a.weights, strict=True))
    second = dict(zip(b.terms, b.weights, strict=True))
    product = sum(first[term] * second[term] for term in first.keys() & second.keys())
    return min(1.0, product / (MILLE * MILLE))


def cover(a: Vector, b: Vector) -> float:
    """Return the share of `a`'s squared length whose terms stand in `b`, 0 to 1."""
    terms = set(b.terms)
    pairs = zip(a.terms, a.weights, strict=True)
    shared = sum(weight * weight for term, weight in pairs if term in terms)
    return min(1.0, shared / (MILLE * MILLE))


@dataclass(frozen=True, slots=True)
class _Table:
    documents: int
    frequencies: Mapping[str, int]


@cache
def _read_table() -> _Table:
    """Read the packaged table: the number of documents, then `frequency TAB terms` lines."""
    data = files("onrecord.stories").joinpath("data/frequencies.tsv.gz").read_bytes()
    lines = decompress(data).decode("utf-8").splitlines()
    frequencies: dict[str, int] = {}
    for line in lines[1:]:
        frequency, _, terms = line.partition("\t")
        frequencies.update(dict.fromkeys(terms.split(" "), int(frequency)))
    return _Table(int(lines[0]), frequencies)


def write_table(documents: int, frequencies: Mapping[str, int]) -> Iterable[str]:
    """Yield the lines of the table that `read_rarity` reads, in a fixed order."""
    yield str(documents)
    by_frequency: dict[int, list[str]] = {}
    for term, frequency in frequencies.items():
        by_frequency.setdefault(frequency, []).append(term)
    for frequency in sorted(by_frequency):
        yield f"{frequency}\t{' '.join(sorted(by_frequency[frequency]))}"
