"""Score how well sentences of the same story are found by a headline of it.

    python -m training.meaning.score DATA

The headline of each development article that is not alone in its story asks; the sentences of all
other articles are there to be found, those of its story are right. Prints the share of headlines
whose first sentence is right, and whose first ten hold a right one, the mean reciprocal rank of
the first right one, and the share of right ones among the first ten: for the table, for the
encoder that it is made from, for words alone (FTS5's BM25, any word), and for words and each
together by reciprocal rank.
"""

import re
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.models.meaning import compare_meanings, load_meaning
from training.meaning.distil import WORK
from training.meaning.texts import Passage, Stories, read_stories

BOTTOM = 60  # of reciprocal rank fusion, as Cormack, Clarke and Büttcher (SIGIR 2009) have it

Floats = NDArray[np.float64]


def main() -> None:
    stories = read_stories(Path(sys.argv[1]))
    table = score_table(stories)
    words = score_words(stories)
    methods = {"table": table, "words": words, "words and table": fuse(words, table)}
    if (WORK / "sentences.npy").exists():
        encoder = score_encoder()
        methods |= {"encoder": encoder, "words and encoder": fuse(words, encoder)}
    print(f"{len(stories.queries)} headlines, {len(stories.sentences)} sentences")
    print("method              first  in ten  reciprocal rank  right of ten")
    for name, scores in methods.items():
        print(f"{name:<18} {measure(stories, scores)}")


def score_table(stories: Stories) -> Floats:
    """Return the likeness of each headline and sentence by the shipped table."""
    meaning = load_meaning()
    sentences = np.array([meaning.embed(each.words) for each in stories.sentences])
    return np.array(
        [compare_meanings(meaning.embed(each.words), sentences) for each in stories.queries]
    )


def score_encoder() -> Floats:
    """Return the likeness of each headline and sentence by the encoder itself."""
    headlines, sentences = (
        vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        for vectors in (
            np.load(WORK / f"{name}.npy").astype(np.float64) for name in ("headlines", "sentences")
        )
    )
    likeness: Floats = headlines @ sentences.T
    return likeness


def score_words(stories: Stories) -> Floats:
    """Return how well each sentence fits the words of each headline; 0 where none is in it."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5 (words, tokenize='porter unicode61')")
    connection.executemany(
        "INSERT INTO found (rowid, words) VALUES (?, ?)",
        ((number, each.words) for number, each in enumerate(stories.sentences)),
    )
    scores = np.zeros((len(stories.queries), len(stories.sentences)))
    for number, query in enumerate(stories.queries):
        any_word = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query.words))
        for found, rank in connection.execute(
            "SELECT rowid, rank FROM found WHERE found MATCH ?", (any_word,)
        ):
            scores[number, found] = -rank
    return scores


def fuse(a: Floats, b: Floats) -> Floats:
    """Return the sum of reciprocal ranks."""
    ranks = [np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1) for scores in (a, b)]
    fused: Floats = np.sum([1 / (BOTTOM + 1 + each) for each in ranks], axis=0)
    return fused


def measure(stories: Stories, scores: Floats) -> str:
    found = [
        measure_one(query, stories.sentences, scores[number])
        for number, query in enumerate(stories.queries)
    ]
    first, ten, rank, right = np.mean(found, axis=0)
    return f"{first:7.3f} {ten:7.3f} {rank:16.3f} {right:13.3f}"


def measure_one(
    query: Passage, sentences: Sequence[Passage], scores: Floats
) -> tuple[float, float, float, float]:
    others = [number for number, each in enumerate(sentences) if each.article != query.article]
    order = np.array(others)[np.argsort(-scores[others], kind="stable")]
    right = np.array([sentences[number].story == query.story for number in order])
    if not right.any():
        return 0.0, 0.0, 0.0, 0.0
    place = int(right.argmax())
    return float(place == 0), float(place < 10), 1 / (place + 1), float(right[:10].mean())


if __name__ == "__main__":
    main()
