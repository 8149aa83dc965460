"""Fit the weights that tell whether two statements are one.

    python -m training.stories.fit_statements DATA

DATA is the folder that holds news_stories. Fits on the development half of the labelled pairs of
`evaluation/stories/statements.jsonl` and prints the constants of
`src/onrecord/compare/statement_likeness.py`; beside them precision, recall and F1 in eight-fold
cross-validation over stories, with each feature left out as well.
"""

import argparse
from pathlib import Path

import numpy as np
from evaluation.stories.readings import read_stories
from evaluation.stories.statements import answer_pairs, read_pairs
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from onrecord.compare.statement_likeness import FEATURES, measure_pair
from onrecord.compare.tellings import Telling
from onrecord.compare.traits import read_statement
from onrecord.records import Statement

FOLDS = 8


def fit(rows: np.ndarray, labels: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=30.0, max_iter=1000).fit(rows, labels)


def measure(a: Telling[Statement], b: Telling[Statement]) -> tuple[float, ...]:
    casts = a.setting.cast, b.setting.cast
    return measure_pair(read_statement(a), read_statement(b), casts)


def cross_validate(rows: np.ndarray, labels: np.ndarray, stories: np.ndarray) -> str:
    found = np.zeros(len(labels), bool)
    for train, held in GroupKFold(FOLDS).split(rows, labels, stories):
        found[held] = fit(rows[train], labels[train]).predict(rows[held])
    right = (found & labels).sum()
    precision, recall = right / found.sum(), right / labels.sum()
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * right / (found.sum() + labels.sum()):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    stories = read_stories(parser.parse_args().data / "news_stories")
    home = {article: story for story, readings in stories.items() for article in readings}
    pairs = [pair for pair in read_pairs() if pair.split == "development"]
    known = [(p, a.tellings) for p, a in answer_pairs(pairs, stories) if a.tellings is not None]
    rows = np.array([measure(*tellings) for _, tellings in known])
    labels = np.array([pair.kind != "other" for pair, _ in known])
    groups = np.array([home[pair.a.article] for pair, _ in known])
    model = fit(rows, labels)
    weights = [*model.coef_[0], model.intercept_[0]]
    print(f"{len(labels)} pairs, {labels.sum()} of one statement")
    print(f"WEIGHTS = ({', '.join(f'{weight:.2f}' for weight in weights)})")
    print(f"  {cross_validate(rows, labels, groups)}")
    for index, feature in enumerate(FEATURES):
        kept = [column for column in range(len(FEATURES)) if column != index]
        print(f"  without {feature}: {cross_validate(rows[:, kept], labels, groups)}")


if __name__ == "__main__":
    main()
