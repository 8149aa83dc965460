"""Score line labels: precision, recall and F1 of body lines, and F1 weighted by words."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt

from onrecord.models.line_measures import Floats
from training.lines.prepare import NEWS, SETS, LabelledPage

Bools = npt.NDArray[np.bool_]
THRESHOLD = 0.5


def print_scores(pages: Sequence[LabelledPage], predicted: Sequence[Floats]) -> None:
    """Print one row per group of pages; undecided lines are left out.

    News is scored by our own reading of its pages, and by the labels that the sets come with.
    """
    groups: dict[str, Callable[[LabelledPage], bool]] = {
        "all": lambda page: page.dataset in SETS,
        "news (first two)": lambda page: page.dataset in NEWS,
        **{name: partial(is_of, name) for name in SETS},
        "news, as given": lambda page: page.dataset in NEWS,
        "news, every line": lambda page: page.dataset in NEWS and page.how == "html_text",
        "news, main content": lambda page: page.dataset in NEWS and page.how == "resil_main",
    }
    print(f"{'pages':24s} {'lines':>7s}   P     R     F1   by words")
    for name, belongs in groups.items():
        chosen = [index for index, page in enumerate(pages) if belongs(page)]
        if not chosen:
            continue
        labels = np.concatenate([labels_of(pages[index], name) for index in chosen])
        words = np.concatenate([pages[index].words for index in chosen])
        said = np.concatenate([predicted[index] for index in chosen]) >= THRESHOLD
        known = labels >= 0
        body, said, words = labels[known] == 1, said[known], words[known]
        precision, recall, f1 = measure(body, said, np.ones_like(words))
        by_words = measure(body, said, words)[2]
        row = f"{precision:.3f} {recall:.3f} {f1:.3f}  {by_words:.3f}"
        print(f"{name:24s} {len(body):7d} {row}")


def labels_of(page: LabelledPage, group: str) -> npt.NDArray[np.int8]:
    """Return the labels by which a group of pages is scored."""
    return page.given if page.given is not None and group.endswith("as given") else page.labels


def is_of(name: str, page: LabelledPage) -> bool:
    return page.dataset == name


def measure(body: Bools, said: Bools, weights: Floats) -> tuple[float, float, float]:
    """Return weighted precision, recall and F1 of `said` against `body`."""
    right = float(weights[body & said].sum())
    precision = right / (float(weights[said].sum()) or 1.0)
    recall = right / (float(weights[body].sum()) or 1.0)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1.0)
