"""Fit the weights of what speaks for a name: python -m training.pronouns.train [--folds 5]

A linear score for each of the two names and one for "neither"; softmax over the three, fitted by
gradient descent on GAP's development part. Prints F1 on the folds, or on the validation part and
then the table of weights.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from evaluation.statements.gap import DEFAULT_DATA, Snippet, read_snippets, two_names
from numpy.typing import NDArray

from onrecord.coreference.candidates import Sentences, find_features

OUT = Path(__file__).parents[2] / "src" / "onrecord" / "data" / "pronouns.json"
Matrix = NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--strength", type=float, default=2.0, help="of the L2 penalty")
    options = parser.parse_args()
    rows = [read_row(each) for each in read_snippets(DEFAULT_DATA / "gap-development.tsv")]
    if options.folds:
        guessed: list[int] = [0] * len(rows)
        for fold in range(options.folds):
            kept = [row for i, row in enumerate(rows) if i % options.folds != fold]
            names = feature_names(kept)
            weights, bias = fit(kept, names, options.strength)
            for i in range(fold, len(rows), options.folds):
                guessed[i] = guess(rows[i], names, weights, bias)
        print(f"folds of development: F1 {f1(rows, guessed):.3f}")
        return
    names = feature_names(rows)
    weights, bias = fit(rows, names, options.strength)
    held = [read_row(each) for each in read_snippets(DEFAULT_DATA / "gap-validation.tsv")]
    print(f"development: F1 {f1(rows, [guess(r, names, weights, bias) for r in rows]):.3f}")
    print(f"validation: F1 {f1(held, [guess(r, names, weights, bias) for r in held]):.3f}")
    table = {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}
    table = {name: weight for name, weight in sorted(table.items()) if weight}
    beside = json.loads(OUT.read_text("utf-8"))["beside"]  # training.pronouns.export writes these
    whole = {"neither": round(bias, 2), "weights": table, "beside": beside}
    OUT.write_text(json.dumps(whole, indent=1) + "\n")
    print(f"{len(table)} weights in {OUT}")


Row = tuple[list[dict[str, float]], int]


def read_row(snippet: Snippet) -> Row:
    """Return the features of the two names, and which is right (2: neither)."""
    sentences = Sentences(snippet.text)
    actors = two_names(snippet)
    features = [
        dict(find_features(sentences, snippet.pronoun, actor.mentions, actors[1 - number].mentions))
        for number, actor in enumerate(actors)
    ]
    return features, snippet.gold.index(True) if any(snippet.gold) else 2


def feature_names(rows: Sequence[Row]) -> list[str]:
    return sorted({name for features, _ in rows for each in features for name in each})


def to_matrix(rows: Sequence[Row], names: Sequence[str]) -> Matrix:
    """Return the features, shape `(n_rows, 2, n_names)`."""
    number = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(rows), 2, len(names)))
    for i, (features, _) in enumerate(rows):
        for j, each in enumerate(features):
            for name, value in each.items():
                if name in number:
                    matrix[i, j, number[name]] = value
    return matrix


def fit(rows: Sequence[Row], names: Sequence[str], strength: float) -> tuple[Matrix, float]:
    x = to_matrix(rows, names)
    gold = np.eye(3)[[label for _, label in rows]]
    weights, bias = np.zeros(len(names)), 0.0
    speed, bias_speed = np.zeros(len(names)), 0.0
    for _ in range(1500):
        scores = np.concatenate([x @ weights, np.full((len(x), 1), bias)], axis=1)
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = odds / odds.sum(axis=1, keepdims=True) - gold
        slope = np.einsum("ij,ijk->k", error[:, :2], x) + strength * weights
        speed = 0.9 * speed - 0.5 * slope / len(x)
        bias_speed = 0.9 * bias_speed - 0.5 * error[:, 2].mean()
        weights, bias = weights + speed, bias + bias_speed
    return weights, float(bias)


def guess(row: Row, names: Sequence[str], weights: Matrix, bias: float) -> int:
    scores = [*(to_matrix([row], names)[0] @ weights), bias]
    return int(np.argmax(scores))


def f1(rows: Sequence[Row], guessed: Sequence[int]) -> float:
    right = sum(label == mine < 2 for (_, label), mine in zip(rows, guessed, strict=True))
    total = sum(label < 2 for _, label in rows) + sum(mine < 2 for mine in guessed)
    return 2 * right / total


if __name__ == "__main__":
    main()
