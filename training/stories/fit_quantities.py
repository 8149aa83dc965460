"""Fit the weights that tell whether two figures give one quantity.

    python -m training.stories.fit_quantities [--show] [--matters]

Fits on the marked figures of `quantities/` and on the development half of the stories in
`evaluation/stories/written_stories`, where two figures give one quantity if they are in one
account: once on the pairs whose values meet, once on those whose values do not, nine in ten of
which are two things. Prints the constants of `quantity_likeness.py` and `conflict_likeness.py` in
`src/onrecord/compare`; beside them, in eight-fold cross-validation over matters and stories,
average precision, and precision and recall at some bars. `--show` prints pairs that are told
wrongly, and `--matters` leaves the written stories out.
"""

import argparse
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from evaluation.figures.pairs import Side, read_side
from evaluation.stories.written import FOLDER, Told
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from onrecord.compare.accounts import ACCOUNT_BARS
from onrecord.compare.conflict_likeness import CONFLICT_FEATURES, SURE, measure_conflict
from onrecord.compare.intervals import could_meet
from onrecord.compare.quantity_likeness import (
    FEATURES,
    are_small,
    may_be_one,
    measure_quantities,
)
from onrecord.compare.same_quantity import list_own_pairs
from onrecord.compare.tellings import Telling, set_readings, tell_figure
from onrecord.compare.traits import FigureTraits, read_figure
from onrecord.records import Figure
from onrecord.spans import overlaps
from training.stories.matters import read_matters

# Taken off the intercept: an account asks for less than even chances, and in real stories fewer
# pairs are one than in ours (chosen by reading the pairs that come new in development stories).
# Where values do not meet an account asks for less, since SURE says what is shown to contradict.
CAUTION, CONFLICT_CAUTION = 0.8, -0.4
FOLDS = 8
BARS = (0.3, 0.4, 0.45, 0.5, 0.6, SURE)


class Known(NamedTuple):
    """A figure, on which page it stands, and which quantity it gives, where that is marked."""

    page: str
    telling: Telling[Figure]
    quantity: str | None


class Pair(NamedTuple):
    """Two figures of one matter: what is measured, whether they are one, and words to show."""

    values: tuple[float, ...]
    one: bool
    group: int
    words: str


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


def measure(
    found: Iterable[tuple[str, list[Known]]],
    wanted: Callable[[FigureTraits, FigureTraits], bool],
    weighing: Callable[..., tuple[float, ...]],
) -> Iterator[Pair]:
    """Yield the pairs that are `wanted`, one of two marked at least, measured by `weighing`."""
    for group, (name, figures) in enumerate(found):
        traits = [read_figure(each.telling) for each in figures]
        for a, b in list_own_pairs(traits):
            one, other = figures[a], figures[b]
            if one.quantity is other.quantity is None or not wanted(traits[a], traits[b]):
                continue
            values = weighing(traits[a], traits[b], alone=one.page == other.page)
            words = f"{name}: {_show(one.telling)} || {_show(other.telling)}"
            yield Pair(values, one.quantity == other.quantity, group, words)


def is_meeting(a: FigureTraits, b: FigureTraits) -> bool:
    return may_be_one(a, b) and could_meet(a.values, b.values) and not are_small(a, b)


def is_conflict(a: FigureTraits, b: FigureTraits) -> bool:
    return may_be_one(a, b) and not could_meet(a.values, b.values)


def _show(telling: Telling[Figure]) -> str:
    return f"{telling.words} | {' '.join(telling.sentence.split())[:200]}"


def report(name: str, labels: np.ndarray, scores: np.ndarray) -> None:
    at = " ".join(
        f"{bar}: P {labels[scores >= bar].mean():.2f} R {(scores[labels] >= bar).mean():.2f}"
        for bar in BARS
    )
    print(f"{name}: {labels.sum()} of {len(labels)} are one; average precision"
          f" {average_precision_score(labels, scores):.3f}; {at}")  # fmt: skip


def fit(
    name: str, pairs: Sequence[Pair], features: Sequence[str], *, caution: float, show: bool
) -> None:
    """Print the weights of `features` and the intercept, and how well they tell pairs left out."""
    rows = np.array([pair.values for pair in pairs])
    labels = np.array([pair.one for pair in pairs])
    groups = [pair.group for pair in pairs]
    model = LogisticRegression(C=0.3, max_iter=5000)
    scores = cross_val_predict(
        model, rows, labels, groups=groups, cv=GroupKFold(FOLDS), method="predict_log_proba"
    )
    sure = 1 / (1 + np.exp(scores[:, 0] - scores[:, 1] + caution))
    report(name, labels, sure)
    if show:
        for at in np.flatnonzero(labels != (sure >= ACCOUNT_BARS["threshold"])).tolist():
            print(f"{labels[at]} {sure[at]:.2f} {pairs[at].words}")
    model.fit(rows, labels)
    weights: list[float] = model.coef_[0].tolist()
    intercept: float = model.intercept_[0] - caution
    for feature, weight in zip(features, weights, strict=True):
        print(f"    {weight:.2f},  # {feature}")
    print(f"    {intercept:.2f},")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--matters", action="store_true")
    options = parser.parse_args(arguments)
    found = list(tell_matters() if options.matters else chain(tell_matters(), tell_stories()))
    pairs = list(measure(found, is_meeting, measure_quantities))
    fit("values meet", pairs, FEATURES, caution=CAUTION, show=options.show)
    pairs = list(measure(found, is_conflict, measure_conflict))
    fit("values do not meet", pairs, CONFLICT_FEATURES, caution=CONFLICT_CAUTION, show=options.show)


if __name__ == "__main__":
    main()
