"""Fit the weights that tell whether two figures give one quantity.

    python -m training.stories.fit_quantities [--show]

Fits on the marked figures of `quantities/` and on the development half of the stories in
`evaluation/stories/written_stories`, where two figures give one quantity if they are in one
account. Prints the constants of `src/onrecord/compare/quantity_likeness.py`; beside them, in
eight-fold cross-validation over matters and stories, average precision, and precision and recall
at some bars, of all pairs and of those whose values do not meet. A pair that is one though its
values do not meet counts CONFLICT times: nine in ten such pairs are two things, and that they are
one is what a reader wants to know. `--show` prints pairs that are told wrongly.
"""

import argparse
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from evaluation.figures.pairs import Side, read_side
from evaluation.stories.written import FOLDER, Told
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from training.stories.matters import read_matters

from onrecord.compare.accounts import ACCOUNT_BARS
from onrecord.compare.quantity_likeness import (
    FEATURES,
    may_be_one,
    measure_quantities,
    tell_little,
)
from onrecord.compare.same_quantity import list_blocks, list_quantity_pairs
from onrecord.compare.tellings import Telling, set_readings, tell_figure
from onrecord.compare.traits import FigureTraits, read_figure
from onrecord.records import Figure
from onrecord.spans import overlaps

CONFLICT = 6.0
# Taken off the intercept: an account asks for less than even chances, and in real stories fewer
# pairs are one than in ours (chosen by reading the pairs that come new in development stories).
CAUTION = 1.0
FOLDS = 8
BARS = (0.3, 0.4, 0.45, 0.5, 0.6)
MEET = FEATURES.index("values meet")


class Known(NamedTuple):
    """A figure, on which page it stands, and which quantity it gives, where that is marked."""

    page: str
    telling: Telling[Figure]
    quantity: str | None


class Sample(NamedTuple):
    """The features of pairs, a row each, their labels, groups, and words to show."""

    rows: np.ndarray
    labels: np.ndarray
    groups: np.ndarray
    words: list[str]


def tell_matters() -> Iterator[tuple[str, list[Known]]]:
    """Yield the marked figures of each matter that are read, without the trained reader."""
    for matter in read_matters():
        reports = {f"{number}": report for number, report in enumerate(matter.reports)}
        readings = [
            read_side(name, Side(published=report.published, text=report.text, words=""))
            for name, report in reports.items()
        ]
        yield (
            matter.name,
            [
                Known(page, tell_figure(setting, figure), mark.quantity)
                for page, (reading, setting) in set_readings(readings).items()
                for figure in reading.figures
                for mark in reports[page].marks
                if overlaps(mark.span, figure.span)
            ],
        )


def tell_stories() -> Iterator[tuple[str, list[Known]]]:
    """Yield the figures of the written stories that are kept for development."""
    for folder in sorted((FOLDER / "development").iterdir()):
        wanted = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))
        told = Told(folder / "pages")
        known = {
            row.row: account["id"]
            for account in wanted["account"]
            if account["kind"] == "figure"
            for words in account["rows"].values()
            if (row := told.find_row("figure", *words)) is not None
        }
        yield (
            folder.name,
            [
                Known(page, tell_figure(setting, figure), known.get(figure.id))
                for page, (reading, setting) in set_readings(list(told.readings.values())).items()
                for figure in reading.figures
            ],
        )


def measure(found: Iterable[tuple[str, list[Known]]]) -> Sample:
    """Return the pairs that are ever weighed, one of two marked at least, by matter or story."""
    rows, labels, groups, words = [], [], [], []
    for group, (name, figures) in enumerate(found):
        traits = [read_figure(each.telling) for each in figures]
        blocks = list_blocks(traits)
        for a, b in list_quantity_pairs(blocks, blocks):
            one, other = figures[a], figures[b]
            if one.quantity is other.quantity is None or not is_weighed(traits[a], traits[b]):
                continue
            alone = one.page == other.page
            rows.append(measure_quantities(traits[a], traits[b], alone=alone))
            labels.append(one.quantity == other.quantity)
            groups.append(group)
            words.append(f"{name}: {_show(one.telling)} || {_show(other.telling)}")
    return Sample(np.array(rows), np.array(labels), np.array(groups), words)


def is_weighed(a: FigureTraits, b: FigureTraits) -> bool:
    return may_be_one(a, b) and not tell_little(a, b)


def _show(telling: Telling[Figure]) -> str:
    return f"{telling.words} | {' '.join(telling.sentence.split())[:200]}"


def report(name: str, labels: np.ndarray, scores: np.ndarray) -> None:
    at = " ".join(
        f"{bar}: P {labels[scores >= bar].mean():.2f} R {(scores[labels] >= bar).mean():.2f}"
        for bar in BARS
    )
    print(f"{name}: {labels.sum()} of {len(labels)} are one; average precision"
          f" {average_precision_score(labels, scores):.3f}; {at}")  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args(arguments)
    rows, labels, groups, words = measure(chain(tell_matters(), tell_stories()))
    meet = rows[:, MEET] > 0
    counts = np.where(labels & ~meet, CONFLICT, 1.0)
    model = LogisticRegression(C=0.3, max_iter=5000)
    scores = cross_val_predict(
        model, rows, labels, groups=groups, cv=GroupKFold(FOLDS), method="predict_log_proba",
        params={"sample_weight": counts},
    )  # fmt: skip
    odds = scores[:, 1] - scores[:, 0] - CAUTION
    sure = 1 / (1 + np.exp(-odds))
    for name, some in (("all", meet | True), ("values meet", meet), ("they do not", ~meet)):
        report(name, labels[some], sure[some])
    if options.show:
        for at in np.flatnonzero(labels != (sure >= ACCOUNT_BARS["threshold"])):
            print(f"{labels[at]} {sure[at]:.2f} {words[at]}")
    model.fit(rows, labels, sample_weight=counts)
    weights: list[float] = model.coef_[0].tolist()
    intercept: float = model.intercept_[0] - CAUTION
    for feature, weight in zip(FEATURES, weights, strict=True):
        print(f"    {weight:.2f},  # {feature}")
    print(f"    {intercept:.2f},")


if __name__ == "__main__":
    main()
