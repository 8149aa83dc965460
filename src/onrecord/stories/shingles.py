"""Samples of a text's word n-grams: enough to tell how much of one text stands in another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

from onrecord.stories.terms import KNOWN_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MULTIPLIER = 0x9E3779B97F4A7C15
_MIXER = 0xFF51AFD7ED558CCD


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The hashes of a text's n-grams that `step` divides, ascending, each once.

    One n-gram in `step` is kept, and the same ones in every text: so samples of two texts can be
    intersected, at the coarser of their steps.
    """

    step: int = 1
    hashes: tuple[int, ...] = ()


NO_SHINGLES = Sample()


def sample_shingles(
    runs: Iterable[Sequence[str]], *, size: int, step: int, limit: int = 384
) -> Sample:
    """Return the sample of the `size`-grams of word `runs`; no n-gram crosses from run to run.

    A sample of more than `limit` hashes is thinned by doubling its step.

    Method: sampling by residue (Broder 1997, "mod m"), which keeps containment measurable where
    a MinHash of fixed size keeps only resemblance.
    """
    import numpy as np

    arrays = [_hash_shingles(run, size) for run in runs if len(run) >= size]
    if not arrays:
        return Sample(step=step)
    hashes = np.concatenate(arrays)
    kept = hashes[hashes % step == 0]
    kept.sort()
    kept = kept[np.concatenate(([True], kept[1:] != kept[:-1]))] if len(kept) else kept
    while len(kept) > limit:
        step *= 2
        kept = kept[kept % step == 0]
    return Sample(step=step, hashes=tuple(kept.tolist()))


def _hash_shingles(words: Sequence[str], size: int) -> "NDArray[np.uint64]":
    """Return a 32-bit hash for each of the `len(words) - size + 1` n-grams, in order."""
    import numpy as np

    codes = np.array([code_word(word) for word in words], np.uint64)
    hashes = np.zeros(len(words) - size + 1, np.uint64)
    for offset in range(size):  # unsigned sums and products wrap, as they should
        hashes = hashes * np.uint64(_MULTIPLIER) + codes[offset : offset + len(hashes)]
    hashes ^= hashes >> np.uint64(33)
    hashes *= np.uint64(_MIXER)
    return hashes >> np.uint64(32)


@lru_cache(KNOWN_WORDS)
def code_word(word: str) -> int:
    """Return a code of 32 bits, the same for the same word."""
    return crc32(word.encode("utf-8", "surrogatepass"))


@lru_cache(KNOWN_WORDS)
def code_term(term: str) -> int:
    """Return a code of 64 bits, which no two terms of any ledger share but by a miracle."""
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def intersect(a: Sample, b: Sample) -> tuple[int, int, int]:
    """Return how many kept n-grams `a` and `b` share, and how many each has at that step."""
    step = max(a.step, b.step)
    first, second = _thin(a, step), _thin(b, step)
    return len(set(first).intersection(second)), len(first), len(second)


def _thin(sample: Sample, step: int) -> tuple[int, ...]:
    if sample.step == step:
        return sample.hashes
    return tuple(value for value in sample.hashes if value % step == 0)
