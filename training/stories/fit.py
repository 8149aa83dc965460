"""Fit the weights that join two articles to one episode.

    python -m training.stories.fit DATA [--ablate]

DATA is the folder that holds news_stories. Fits on all pairs of development articles at most
EPISODE_DAYS apart, in the same story or not, and prints the constants of
`src/onrecord/stories/link.py`; beside them the average precision and best F1 of pairs in five-fold
cross-validation over blocks of 45 days. The undated weights are fitted without the gap on pairs up
to UNDATED_DAYS apart that belong to one saga by `score_saga`: an article without a date may be of
any day of its saga, and telling one episode from another of it is all that is asked.
"""

import argparse
from itertools import combinations
from pathlib import Path

import numpy as np
from evaluation.stories.data import read_articles, read_gold
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from onrecord.stories.link import (
    EPISODE_DAYS,
    FEATURES,
    ONE_SAGA,
    count_gap,
    measure_pair,
    score_saga,
)
from onrecord.stories.sketch import Sketch, sketch_reading

UNDATED_DAYS = 90
FOLD_DAYS = 45
FOLDS = 5


def make_pairs(
    sketches: list[Sketch], gold: dict[str, int], days: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return features, labels and folds of the pairs of dated articles, a row each."""
    rows, labels, folds = [], [], []
    for a, b in combinations(sketches, 2):
        gap = count_gap(a, b)
        if gap is None or gap > days or a.earliest is None:
            continue
        rows.append(measure_pair(a, b, gap))
        if days > EPISODE_DAYS and score_saga(rows[-1], None) < ONE_SAGA:
            rows.pop()
            continue
        labels.append(gold[a.article] == gold[b.article])
        folds.append(a.earliest.toordinal() // FOLD_DAYS % FOLDS)
    return np.array(rows), np.array(labels), np.array(folds)


def fit(rows: np.ndarray, labels: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=10.0, max_iter=5000).fit(rows, labels)


def cross_validate(rows: np.ndarray, labels: np.ndarray, folds: np.ndarray) -> str:
    scores = np.zeros(len(labels))
    for fold in range(FOLDS):
        held = folds == fold
        scores[held] = fit(rows[~held], labels[~held]).predict_proba(rows[held])[:, 1]
    precision = average_precision_score(labels, scores)
    best = max(
        (2 * ((scores > t) & labels).sum() / ((scores > t).sum() + labels.sum()), t)
        for t in np.linspace(0.05, 0.95, 91)
    )
    return f"average precision {precision:.3f}, best F1 {best[0]:.3f} at {best[1]:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--ablate", action="store_true")
    options = parser.parse_args()
    folder = options.data / "news_stories"
    gold = read_gold(folder / "dev_stories.jsonl")
    sketches = [sketch_reading(r) for r in read_articles(folder / "dev_articles.jsonl.gz")]
    labelled = [sketch for sketch in sketches if sketch.article in gold]
    for name, days, columns in (("UNDATED", UNDATED_DAYS, 5), ("DATED", EPISODE_DAYS, 6)):
        rows, labels, folds = make_pairs(labelled, gold, days)
        rows = rows * (np.arange(len(FEATURES)) < columns)
        print(f"{len(labels)} pairs, {labels.sum()} of one story")
        model = fit(rows, labels)
        weights = [*model.coef_[0], model.intercept_[0]]
        print(f"{name} = ({', '.join(f'{weight:.3f}' for weight in weights)})")
        print(f"  {cross_validate(rows, labels, folds)}")
    if options.ablate:
        for index, feature in enumerate(FEATURES):
            kept = [column for column in range(len(FEATURES)) if column != index]
            print(f"without {feature}: {cross_validate(rows[:, kept], labels, folds)}")


if __name__ == "__main__":
    main()
