"""Fit the weights that tell whether two statements are one.

    python -m training.stories.fit_statements DATA

DATA is the folder that holds news_stories. Fits on the development half of the labelled pairs of
`evaluation/stories/statements.jsonl` and prints the constants of
`src/onrecord/compare/statement_likeness.py`; beside them F1 in eight-fold cross-validation over
stories, with each feature left out as well.

Readers cut statements at different places. So each pair is learnt from several times: as it was
read, and with one of the statements widened to its sentence or cut to its first or last words. F1
is given for the pairs as read and for the worst of the other ways.

The pairs that were drawn are of one speaker, but where the reader erred. That two others say the
same in other words is learnt from the pairs of one statement: had another said the second, they
would be of two.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from evaluation.stories.readings import read_stories
from evaluation.stories.statements import answer_pairs, read_pairs
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from onrecord.compare.statement_likeness import FEATURES, measure_pair
from onrecord.compare.tellings import Telling
from onrecord.compare.traits import SENTENCE_LENGTH, StatementTraits, measure_words, read_statement
from onrecord.compare.wording import split_words
from onrecord.records import Statement

FOLDS = 8
PART = 0.6  # of a content's words that a cut leaves
LEAST_WORDS = 3  # ... and at least so many
SUPPOSED = 0.3  # what a pair counts whose second speaker is supposed to be another

Cut = Callable[[Telling[Statement]], StatementTraits]


def read_wide(telling: Telling[Statement]) -> StatementTraits:
    words = split_words(telling.sentence[:SENTENCE_LENGTH])
    return max(read_statement(telling), measure_words(telling, words), key=lambda t: len(t.words))


def read_first(telling: Telling[Statement]) -> StatementTraits:
    words = read_statement(telling).words
    return measure_words(telling, words[: max(LEAST_WORDS, int(PART * len(words)))])


def read_last(telling: Telling[Statement]) -> StatementTraits:
    words = read_statement(telling).words
    return measure_words(telling, words[-max(LEAST_WORDS, int(PART * len(words))) :])


# The first is the pair as it was read.
WAYS: Sequence[tuple[Cut, Cut]] = (
    (read_statement, read_statement),
    (read_wide, read_wide),
    *((cut, read_statement) for cut in (read_wide, read_first, read_last)),
    *((read_statement, cut) for cut in (read_wide, read_first, read_last)),
)


def measure(
    a: Telling[Statement], b: Telling[Statement], way: tuple[Cut, Cut], *, other: bool
) -> list[float]:
    """Return the features of a pair; `other` supposes that the second has another speaker."""
    first, second = way[0](a), way[1](b)
    cast = b.setting.cast
    if other and second.speaker is not None:
        cast = replace(cast, keys={**cast.keys, "other": "person other"})
        second = second._replace(speaker="other")
    return list(measure_pair(first, second, (a.setting.cast, cast)))


def fit(ways: np.ndarray, supposed: np.ndarray, labels: np.ndarray) -> LogisticRegression:
    """Return the model of the pairs, whose features are given for each of WAYS."""
    changed = supposed[(supposed != ways).any(axis=2) & labels]
    rows = np.concatenate([*ways, changed])
    wanted = np.concatenate([np.tile(labels, len(ways)), np.zeros(len(changed), bool)])
    weights = np.where(np.arange(len(rows)) < labels.size * len(ways), 1.0, SUPPOSED)
    return LogisticRegression(C=30.0, max_iter=1000).fit(rows, wanted, sample_weight=weights)


def cross_validate(
    ways: np.ndarray, supposed: np.ndarray, labels: np.ndarray, stories: np.ndarray
) -> str:
    found = np.zeros((len(ways), len(labels)), bool)
    for train, held in GroupKFold(FOLDS).split(ways[0], labels, stories):
        model = fit(ways[:, train], supposed[:, train], labels[train])
        for index, rows in enumerate(ways[:, held]):
            found[index, held] = model.predict(rows)
    scores = [2 * (each & labels).sum() / (each.sum() + labels.sum()) for each in found]
    return f"F1 {scores[0]:.3f} as read, {min(scores):.3f} at worst"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    stories = read_stories(parser.parse_args().data / "news_stories")
    home = {article: story for story, readings in stories.items() for article in readings}
    pairs = [pair for pair in read_pairs() if pair.split == "development"]
    known = [(p, a.tellings) for p, a in answer_pairs(pairs, stories) if a.tellings is not None]
    ways, supposed = (
        np.array([[measure(*both, way, other=other) for _, both in known] for way in WAYS])
        for other in (False, True)
    )
    labels = np.array([pair.kind != "other" for pair, _ in known])
    groups = np.array([home[pair.a.article] for pair, _ in known])
    model = fit(ways, supposed, labels)
    weights = [*model.coef_[0], model.intercept_[0]]
    print(f"{len(labels)} pairs, {labels.sum()} of one statement")
    print(f"WEIGHTS = ({', '.join(f'{weight:.2f}' for weight in weights)})")
    print(f"  {cross_validate(ways, supposed, labels, groups)}")
    for index, feature in enumerate(FEATURES):
        kept = [column for column in range(len(FEATURES)) if column != index]
        without = cross_validate(ways[:, :, kept], supposed[:, :, kept], labels, groups)
        print(f"  without {feature}: {without}")


if __name__ == "__main__":
    main()
