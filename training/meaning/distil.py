"""Distil the encoder into one vector for each wordpiece, and write the table.

    python -m training.meaning.distil [--dimensions N] [--smooth A]

Needs `training/meaning/work/pieces.npy` of `encoder`. Runs where On Record runs, without torch.
"""

import argparse
import gzip
import re
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.models.files import write_arrays
from onrecord.models.meaning import COLUMNS, KIND
from onrecord.models.wordpieces import read_vocabulary
from onrecord.records import Span

WORK = Path("training/meaning/work")
VOCABULARY = Path("src/onrecord/models/data/reader-vocabulary.txt")
FREQUENCIES = Path("src/onrecord/stories/data/frequencies.tsv.gz")
TARGET = Path("src/onrecord/models/data/meaning.npz")
DIMENSIONS = 160
SMOOTH = 3e-4  # SIF's a: a piece of this probability weighs half
EVEN = 0.25  # power of each component's variance by which it is divided; 0.5 would make them equal
_USED = re.compile(r"(?:##)?[a-z0-9]+")

Floats = NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dimensions", type=int, default=DIMENSIONS)
    parser.add_argument("--smooth", type=float, default=SMOOTH)
    chosen = parser.parse_args()
    vectors, weights = distil(
        np.load(WORK / "pieces.npy"), dimensions=chosen.dimensions, smooth=chosen.smooth
    )
    write_arrays(TARGET, KIND, COLUMNS, {"vectors": vectors, "weights": weights})
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")


def distil(
    pieces: NDArray[np.float16], *, dimensions: int, smooth: float
) -> tuple[NDArray[np.int8], NDArray[np.uint16]]:
    """Return vectors and weights of whole numbers, in the order of the vocabulary."""
    names = VOCABULARY.read_text(encoding="utf-8").splitlines()
    used = np.array([_USED.fullmatch(name) is not None for name in names])
    reduced = np.zeros((len(names), dimensions))
    reduced[used] = reduce_dimensions(pieces[used].astype(np.float64), dimensions)
    reduced *= (smooth / (smooth + estimate_probabilities(names)))[:, None]
    return to_whole_numbers(reduced)


def reduce_dimensions(vectors: Floats, dimensions: int) -> Floats:
    """Centre the vectors, keep their first principal components, and even these out somewhat.

    The sign of a component is free; here its largest entry is positive, so that a second run
    writes the same table.
    """
    centred = vectors - vectors.mean(axis=0)
    variances, components = np.linalg.eigh(centred.T @ centred)
    chosen = components[:, ::-1][:, :dimensions]
    chosen = chosen * np.sign(chosen[np.abs(chosen).argmax(axis=0), np.arange(dimensions)])
    reduced: Floats = centred @ chosen / variances[::-1][:dimensions] ** EVEN
    return reduced


def estimate_probabilities(names: list[str]) -> Floats:
    """Return how probable each piece is in a text of news.

    Pieces of the table of frequencies are counted there; the others follow Zipf's law by their
    place in the vocabulary, which is sorted by frequency, and the larger of the two counts.
    """
    vocabulary = read_vocabulary(VOCABULARY)
    counts: Counter[int] = Counter()
    for line in gzip.decompress(FREQUENCIES.read_bytes()).decode().splitlines()[1:]:
        count, _, terms = line.partition("\t")
        for term in terms.split(" "):
            for piece in vocabulary.read(term, Span(0, len(term))):
                counts[piece.id] += int(count)
    total = sum(counts.values())
    counted = np.array([counts[number] / total for number in range(len(names))])
    ranks = np.arange(1, len(names) + 1, dtype=np.float64)
    zipf = 1 / (ranks * np.log(1.78 * len(names)))
    first = names.index("the") - 30  # before it stand letters, signs and unused places
    shifted = np.roll(zipf, first)
    shifted[:first] = zipf[0]
    probabilities: Floats = np.maximum(counted, shifted)
    return probabilities


def to_whole_numbers(vectors: Floats) -> tuple[NDArray[np.int8], NDArray[np.uint16]]:
    """Return each vector as whole numbers up to 127, and its scale as one up to 65,535."""
    largest = np.abs(vectors).max(axis=1)
    scaled = np.rint(vectors * 127 / np.where(largest, largest, 1)[:, None])
    weights = np.rint(largest * 65_535 / largest.max())
    return scaled.astype(np.int8), weights.astype(np.uint16)


if __name__ == "__main__":
    main()
