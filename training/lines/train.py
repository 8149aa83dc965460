"""Train the classifiers of text lines and of HTML blocks, or score them leave one site out.

    python -m training.lines.train lines --folds 5     # scores, fold models in work/
    python -m training.lines.train lines               # the model file, on all pages
    python -m training.lines.train blocks --folds 5
    python -m training.lines.train blocks

Deterministic: the same data and seed give the same arrays.
"""

import argparse
import json
import time
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from training.lines.prepare import NEWS, LabelledPage, read_pages, training_labels
from training.lines.score import print_scores

from onrecord.models.line_files import write_block_model, write_line_model
from onrecord.models.line_measures import Floats
from onrecord.models.lines import BlockModel, LineModel, join_columns
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights
from training.lines.prepare import NEWS, LabelledPage, read_pages, training_labels
from training.lines.prepare_blocks import read_blocks
from training.lines.score import print_scores

SEED = 20_22
WORK = Path(__file__).parent / "work"
MODELS = Path(__file__).parents[2] / "src/onrecord/models/data"

MIN_SITES = 12  # a term is known from so many sites on
INNER_FOLDS = 4  # the second pass learns from scores of pages the first one has not seen
SMALLEST_WEIGHT = 0.12  # a lighter term changes nothing and is dropped
NEWS_WEIGHT = 3.0  # of a page of the news sets, beside one of the others
TREES = {"max_iter": 160, "max_depth": 6, "max_leaf_nodes": 48, "learning_rate": 0.1,
         "min_samples_leaf": 60, "l2_regularization": 1.0}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """The two passes of a classifier, however its trees' columns are called."""

    words: WordWeights
    trees: Trees


def fold_of(domain: str, folds: int, salt: str = "outer") -> int:
    """Return the fold of a site: a hash of its name, so that every page of it is in one."""
    return zlib.crc32(f"{salt}:{domain}".encode()) % folds


# --- first pass: words -------------------------------------------------------------------


def choose_terms(pages: Sequence[LabelledPage]) -> list[str]:
    """Return the terms found on at least `MIN_SITES` sites, in alphabetical order."""
    sites: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for terms in page.terms:
            for term in terms:
                sites[term].add(page.domain)
    return sorted(term for term, found in sites.items() if len(found) >= MIN_SITES)


def fit_words(pages: Sequence[LabelledPage]) -> WordWeights:
    """Return a logistic model over the terms of single lines."""
    places = {term: place for place, term in enumerate(choose_terms(pages))}
    rows = vstack([count_terms(page, places) for page in pages])
    labels, weights = join_labels(pages)
    known = labels >= 0
    model = LogisticRegression(C=0.3, max_iter=80, tol=1e-3)
    model.fit(rows[known], labels[known], sample_weight=weights[known])
    kept = {
        term: float(np.float16(model.coef_[0, place]))
        for term, place in places.items()
        if abs(model.coef_[0, place]) >= SMALLEST_WEIGHT
    }
    return WordWeights(weights=kept, base=float(model.intercept_[0]))


def count_terms(page: LabelledPage, places: dict[str, int]) -> Any:
    """Return a sparse row per line with a one for each known term."""
    found = [sorted(places[term] for term in terms if term in places) for terms in page.terms]
    ends = np.concatenate(([0], np.cumsum([len(row) for row in found])))
    columns = np.array([place for row in found for place in row], dtype=np.int32)
    ones = np.ones(len(columns), dtype=np.float32)
    return csr_matrix((ones, columns, ends), shape=(len(found), len(places)))


def score_words(page: LabelledPage, words: WordWeights) -> Floats:
    """Return what `WordWeights.score_lines` does, from terms that are listed already."""
    return np.array(
        [words.base + sum(words.weights.get(term, 0.0) for term in terms) for terms in page.terms],
        dtype=np.float32,
    )


# --- second pass: trees ------------------------------------------------------------------


def fit_passes(pages: Sequence[LabelledPage], word_pages: Sequence[LabelledPage]) -> Passes:
    """Return word weights learnt on `word_pages`, and trees learnt on `pages`.

    The trees learn from word scores of models that have not seen the page's site, as they will
    meet them on new sites.
    """
    scores: dict[int, Floats] = {}
    for fold in range(INNER_FOLDS):
        unseen = [page for page in word_pages if fold_of(page.domain, INNER_FOLDS, "inner") != fold]
        words = fit_words(unseen)
        for index, page in enumerate(pages):
            if fold_of(page.domain, INNER_FOLDS, "inner") == fold:
                scores[index] = score_words(page, words)
    rows = np.vstack(
        [join_columns(page.measures, scores[at], *page.markup) for at, page in enumerate(pages)]
    )
    labels, weights = join_labels(pages)
    known = labels >= 0
    boosting = HistGradientBoostingClassifier(random_state=SEED, early_stopping=False, **TREES)
    boosting.fit(rows[known], labels[known], sample_weight=weights[known])
    return Passes(words=fit_words(word_pages), trees=export_trees(boosting))


def join_labels(pages: Sequence[LabelledPage]) -> tuple[Any, Floats]:
    """Return the labels of all lines, and their weights."""
    labels = np.concatenate([training_labels(page) for page in pages])
    weights = [NEWS_WEIGHT if page.dataset in NEWS else 1.0 for page in pages]
    return labels, np.repeat(np.float32(weights), [len(page.lines) for page in pages])


def export_trees(boosting: HistGradientBoostingClassifier) -> Trees:
    """Return the boosted trees as complete trees of one depth."""
    depth = int(boosting.max_depth)
    grown = [predictors[0].nodes for predictors in boosting._predictors]
    columns = np.zeros((len(grown), 2**depth - 1), dtype=np.int32)
    thresholds = np.full(columns.shape, np.inf, dtype=np.float32)
    values = np.zeros((len(grown), 2**depth), dtype=np.float32)
    for tree, nodes in enumerate(grown):
        stack = [(0, 0, 0)]  # node in sklearn's order, place in the complete tree, level
        while stack:
            at, place, level = stack.pop()
            node = nodes[at]
            if node["is_leaf"]:
                width = 2 ** (depth - level)
                first = (place + 1) * width - 2**depth
                values[tree, first : first + width] = node["value"]
                continue
            columns[tree, place] = node["feature_idx"]
            thresholds[tree, place] = round_down(float(node["num_threshold"]))
            stack.append((int(node["left"]), 2 * place + 1, level + 1))
            stack.append((int(node["right"]), 2 * place + 2, level + 1))
    base = float(np.ravel(boosting._baseline_prediction)[0])
    return Trees(columns=columns, thresholds=thresholds, values=values, base=base)


def round_down(threshold: float) -> np.float32:
    """Return the greatest 32-bit number up to `threshold`: measures are 32-bit too."""
    rounded = np.float32(threshold)
    return rounded if rounded <= threshold else np.nextafter(rounded, np.float32(-np.inf))


# --- scores and files --------------------------------------------------------------------


def score_folds(
    pages: Sequence[LabelledPage], word_pages: Sequence[LabelledPage], kind: str, folds: int
) -> None:
    """Score every page by a model that has not seen its site; keep the fold models in work/."""
    WORK.mkdir(exist_ok=True)
    predicted: list[Floats | None] = [None] * len(pages)
    for fold in range(folds):
        started = time.monotonic()
        passes = fit_passes(
            [page for page in pages if fold_of(page.domain, folds) != fold],
            [page for page in word_pages if fold_of(page.domain, folds) != fold],
        )
        write_model(WORK / f"{kind}-{fold}-of-{folds}.npz", kind, passes)
        for index, page in enumerate(pages):
            if fold_of(page.domain, folds) == fold:
                scores = score_words(page, passes.words)
                odds = passes.trees.sum_leaves(join_columns(page.measures, scores, *page.markup))
                predicted[index] = 1 / (1 + np.exp(-odds))
        print(f"fold {fold + 1} of {folds}: {time.monotonic() - started:.0f} s", flush=True)
    print_scores(pages, [np.asarray(row) for row in predicted])


def write_model(path: Path, kind: str, passes: Passes) -> None:
    """Write the model file of one kind: "lines" or "blocks"."""
    if kind == "lines":
        write_line_model(path, LineModel(words=passes.words, trees=passes.trees))
    else:
        write_block_model(path, BlockModel(words=passes.words, trees=passes.trees))


def main() -> None:
    """Train on all pages, or score by folds."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("kind", choices=["lines", "blocks"])
    parser.add_argument("--folds", type=int, default=0, help="score by so many folds of sites")
    options = parser.parse_args()
    word_pages = list(read_pages())
    pages = word_pages if options.kind == "lines" else list(read_blocks())
    if options.folds:
        score_folds(pages, word_pages, options.kind, options.folds)
        return
    path = MODELS / f"{options.kind}.npz"
    passes = fit_passes(pages, word_pages)
    write_model(path, options.kind, passes)
    summary = {"file": path.name, "bytes": path.stat().st_size, "trees": len(passes.trees.values),
               "terms": len(passes.words.weights),
               "blake2b": blake2b(path.read_bytes(), digest_size=8).hexdigest()}  # fmt: skip
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
