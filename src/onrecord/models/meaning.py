"""What a text is about, as a short vector: a weighted sum of one vector for each of its wordpieces.

Method: static embeddings distilled from a sentence encoder ("Model2Vec", van Dongen and Tulkens,
2024), weighted by rarity (SIF of Arora, Liang and Ma, ICLR 2017); how ours are made is told in
training/meaning/README.md. All arithmetic is of whole numbers, but for one correctly rounded
division, so that every machine gives the same vectors, bit for bit.
"""

from functools import cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.models.files import read_arrays
from onrecord.models.wordpieces import Vocabulary, read_vocabulary
from onrecord.records import Span

KIND = "meaning"
COLUMNS = ("vectors", "weights")
MOST_PIECES = 256  # of a text; what comes behind them does not count
_LARGEST = 127
_DATA = Path(__file__).with_name("data")

Vector = NDArray[np.int8]


class Meaning:
    """A vector and a weight for each wordpiece of a vocabulary.

    `vectors` has shape `(n_pieces, dimensions)`; a piece whose weight is 0 counts for nothing.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        vectors: NDArray[np.int8],
        weights: NDArray[np.uint16],
        *,
        version: str,
    ) -> None:
        self._vocabulary = vocabulary
        self._vectors = vectors
        self._weights = weights
        self.version = version
        self.dimensions = int(vectors.shape[1])

    def embed(self, text: str) -> Vector:
        """Return the vector of `text`, its largest component 127 or -127; zeros for no meaning.

        It has shape `(dimensions,)`.
        """
        pieces = islice(self._vocabulary.read(text, Span(0, len(text))), MOST_PIECES)
        ids = [piece.id for piece in pieces]
        if not ids:
            return np.zeros(self.dimensions, dtype=np.int8)
        total = self._weights[ids].astype(np.int64) @ self._vectors[ids].astype(np.int64)
        largest = int(np.abs(total).max())
        if not largest:
            return np.zeros(self.dimensions, dtype=np.int8)
        return np.rint(total * _LARGEST / largest).astype(np.int8)


def compare_meanings(
    query: Vector, vectors: NDArray[np.int8], lengths: NDArray[np.float64] | None = None
) -> NDArray[np.float64]:
    """Return the cosine of `query` with each row of `vectors`; 0 where either has no meaning.

    It has shape `(n_rows,)`, as have `lengths`, those of the rows where they are known. Products
    are summed as float32, which is exact: they stay far below 2**24.
    """
    found = np.zeros(len(vectors))
    asked = query.astype(np.float32)
    length = measure_lengths(query[None])[0]
    if np.isinf(length):
        return found
    for at in range(0, len(vectors), _CHUNK):
        # `@` would wake BLAS's threads, whose waiting for each other takes longer than the sums.
        chunk = vectors[at : at + _CHUNK].astype(np.float32)
        found[at : at + _CHUNK] = np.einsum("ij,j->i", chunk, asked)
    found /= (measure_lengths(vectors) if lengths is None else lengths) * length
    return found


def measure_lengths(vectors: NDArray[np.int8]) -> NDArray[np.float64]:
    """Return the length of each row, shape `(n_rows,)`.

    It is infinite where the row is zeros, so that it is like nothing.
    """
    lengths = np.zeros(len(vectors))
    for at in range(0, len(vectors), _CHUNK):
        chunk = vectors[at : at + _CHUNK].astype(np.float32)
        lengths[at : at + _CHUNK] = np.sqrt(np.einsum("ij,ij->i", chunk, chunk).astype(np.float64))
    lengths[lengths == 0] = np.inf
    return lengths


_CHUNK = 4096  # vectors at a time, so that their copies stay in the processor's memory


@cache
def load_meaning() -> Meaning:
    """Return the shipped table; raise `ModelError` where its file is missing or does not fit."""
    return _read_meaning(_DATA / "meaning.npz", _DATA / "reader-vocabulary.txt")


def _read_meaning(path: Path, vocabulary_path: Path) -> Meaning:
    """Return the table in the file at `path`, whose rows are the lines of the vocabulary."""
    arrays = read_arrays(path, KIND, COLUMNS)
    vectors, weights = arrays["vectors"], arrays["weights"]
    vocabulary = read_vocabulary(vocabulary_path)
    if vectors.dtype != np.int8 or weights.dtype != np.uint16 or len(vectors) != len(weights):
        raise ModelError(f"{path}: its arrays do not fit each other; reinstall")
    if len(vectors) != len(vocabulary):
        raise ModelError(f"{path}: was made for another vocabulary; reinstall")
    digest = blake2b(vectors.tobytes() + weights.tobytes(), digest_size=4)
    return Meaning(vocabulary, vectors, weights, version=digest.hexdigest())
