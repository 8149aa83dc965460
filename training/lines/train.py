"""Train the classifiers of text lines and of HTML blocks, or score them leave one site out.

    python -m training.lines.train --folds 5     # scores, and fold models in work/
    python -m training.lines.train               # the model files, on all pages
    python -m training.lines.train blocks        # one of them

Deterministic: the same data and seed give the same arrays.
"""

import argparse
import time
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from training.lines.prepare import LabelledPage, read_pages, training_labels
from training.lines.prepare_blocks import read_blocks, read_blocks_by_trafilatura
from training.lines.score import print_scores

from onrecord.models.line_files import write_block_model, write_line_model
from onrecord.models.line_measures import Floats
from onrecord.models.lines import BlockModel, LineModel, join_block_columns, join_columns
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights

SEED = 20_22
WORK = Path(__file__).parent / "work"
MODELS = Path(__file__).parents[2] / "src/onrecord/models/data"

MIN_SITES = 12  # a term is known from so many sites on
INNER_FOLDS = 3  # the second pass learns from scores of pages the first one has not seen
NEAR = 3  # lines around the body that are its neighbourhood
SMALLEST_WEIGHT = 0.12  # a lighter term changes nothing and is dropped
# How much a page counts beside those of other sets: news most, pages labelled by a program least;
# of those the second pass for lines sees one in ten.
SET_WEIGHTS = {"newspaper4k-aed": 2.0, "scrapinghub-aeb": 3.0, "wcxb": 1.0, "dragnet-2012": 0.5,
               "trafilatura-eval": 0.7, "htmldate-eval": 0.7}  # fmt: skip
ONE_IN = {"dragnet-2012": 10}
TREES = {"max_depth": 6, "max_leaf_nodes": 32, "max_bins": 63, "min_samples_leaf": 30,
         "l2_regularization": 1.0}  # fmt: skip
ROUNDS = {"lines": {"max_iter": 60, "learning_rate": 0.2},
          "blocks": {"max_iter": 120, "learning_rate": 0.1}}  # fmt: skip


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
    rows, labels, weights = [], [], []
    for page in pages:
        sampled = sample_lines(page)
        kept = np.flatnonzero(sampled)
        rows.append(count_terms([page.terms[line] for line in kept], places))
        labels.append(page.labels[kept])
        weights.append((sampled * weigh_lines(page))[kept])
    weight = np.concatenate(weights)
    model = LogisticRegression(C=0.3, max_iter=60, tol=1e-3)
    model.fit(vstack(rows), np.concatenate(labels), sample_weight=weight / weight.mean())
    kept_terms = {
        term: float(np.float16(model.coef_[0, place]))
        for term, place in places.items()
        if abs(model.coef_[0, place]) >= SMALLEST_WEIGHT
    }
    return WordWeights(weights=kept_terms, base=float(model.intercept_[0]))


def count_terms(lines: Sequence[set[str]], places: Mapping[str, int]) -> Any:
    """Return a sparse row per line with a one for each known term."""
    found = [sorted(places[term] for term in terms if term in places) for terms in lines]
    ends = np.concatenate(([0], np.cumsum([len(row) for row in found], dtype=np.int64)))
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFits:
    """Word weights from all pages, and from all but each inner fold of sites."""

    whole: WordWeights
    without: tuple[WordWeights, ...]

    def score(self, page: LabelledPage) -> Floats:
        """Return the word scores of a training page by weights that have not seen its site."""
        return score_words(page, self.without[fold_of(page.domain, INNER_FOLDS, "inner")])


def fit_word_folds(pages: Sequence[LabelledPage]) -> WordFits:
    """Return the first pass for use, and the inner folds that the second pass learns from."""
    without = tuple(
        fit_words([page for page in pages if fold_of(page.domain, INNER_FOLDS, "inner") != fold])
        for fold in range(INNER_FOLDS)
    )
    return WordFits(whole=fit_words(pages), without=without)


def fit_trees(kind: str, pages: Sequence[LabelledPage], words: WordFits) -> Trees:
    """Return the second pass, learnt on word scores such as it will meet on new sites."""
    rows, labels, weights = [], [], []
    for page in filter(is_learnt_from, pages):
        sampled = sample_lines(page)
        kept = sampled > 0
        rows.append(feature_rows(page, words.score(page))[kept])
        labels.append(page.labels[kept])
        weights.append((sampled * weigh_lines(page))[kept])
    weight = np.concatenate(weights)
    options = {**TREES, **ROUNDS[kind]}
    boosting = HistGradientBoostingClassifier(random_state=SEED, early_stopping=False, **options)
    boosting.fit(np.vstack(rows), np.concatenate(labels), sample_weight=weight / weight.mean())
    return export_trees(boosting)


def is_learnt_from(page: LabelledPage) -> bool:
    """Say whether the second pass sees the page; both renderings of a page go the same way."""
    return zlib.crc32(f"{SEED}:{page.id}".encode()) % ONE_IN.get(page.dataset, 1) == 0


def sample_lines(page: LabelledPage) -> Floats:
    """Return how many lines each line of the page stands for in training, 0 where it is left out.

    Long menus and endless pages say the same thing many times: of the body, of the furniture near
    it and of the furniture far from it, a sample that is fixed by the page's id is enough.
    """
    random = np.random.default_rng(zlib.crc32(f"{SEED}:{page.id}:{page.how}".encode()))
    labels = training_labels(page)
    body = labels == 1
    near = np.convolve(body, np.ones(2 * NEAR + 1), "full")[NEAR : NEAR + len(body)] > 0
    stands_for = np.zeros(len(labels), dtype=np.float32)
    for group, most in ((body, 120), (~body & near, 60), (~body & ~near, 50)):
        found = np.flatnonzero(group & (labels >= 0))
        chosen = random.choice(found, most, replace=False) if len(found) > most else found
        stands_for[chosen] = len(found) / max(1, len(chosen))
    return stands_for


def feature_rows(page: LabelledPage, scores: Floats) -> Floats:
    """Return the columns that the trees ask about: of lines, or of blocks."""
    if page.markup is None:
        return join_columns(page.measures, scores)
    return join_block_columns(page.measures, scores, page.markup)


def weigh_lines(page: LabelledPage) -> Floats:
    """Return the weight of each line of one page.

    Longer lines weigh more, and lines of longer bodies less, so that pages count alike, as they
    do in the scores of whole pages.
    """
    words = page.words
    body = float(words[page.labels == 1].sum())
    scale = SET_WEIGHTS[page.dataset] / (body + 80.0) ** 0.7
    return np.asarray(scale * (words + 4.0) ** 0.7, dtype=np.float32)


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
    sets: Mapping[str, Sequence[LabelledPage]], word_pages: Sequence[LabelledPage], folds: int
) -> None:
    """Score every page by models that have not seen its site; keep the fold models in work/."""
    WORK.mkdir(exist_ok=True)
    predicted: dict[str, dict[int, Floats]] = {kind: {} for kind in sets}
    for fold in range(folds):
        started = time.monotonic()
        words = fit_word_folds(without_fold(word_pages, fold, folds))
        for kind, pages in sets.items():
            trees = fit_trees(kind, without_fold(pages, fold, folds), words)
            write_model(WORK / f"{kind}-{fold}-of-{folds}.npz", kind, words.whole, trees)
            for index, page in enumerate(pages):
                if fold_of(page.domain, folds) == fold:
                    rows = feature_rows(page, score_words(page, words.whole))
                    chances = 1 / (1 + np.exp(-trees.sum_leaves(rows)))
                    predicted[kind][index] = chances.astype(np.float32)
        print(f"fold {fold + 1} of {folds}: {time.monotonic() - started:.0f} s", flush=True)
    for kind, pages in sets.items():
        print(f"\n{kind}")
        print_scores(pages, [predicted[kind][index] for index in range(len(pages))])


def without_fold(pages: Sequence[LabelledPage], fold: int, folds: int) -> list[LabelledPage]:
    """Return the pages whose sites are not in `fold`."""
    return [page for page in pages if fold_of(page.domain, folds) != fold]


def write_model(path: Path, kind: str, words: WordWeights, trees: Trees) -> None:
    """Write the model file of one kind: "lines" or "blocks"."""
    if kind == "lines":
        write_line_model(path, LineModel(words=words, trees=trees))
    else:
        write_block_model(path, BlockModel(words=words, trees=trees))


def main() -> None:
    """Train on all pages, or score by folds."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--folds", type=int, default=0, help="score by so many folds of sites")
    parser.add_argument("kinds", nargs="*", default=["lines", "blocks"], help="lines, blocks")
    options = parser.parse_args()
    lines = list(read_pages())
    sets = {"lines": lines} if "lines" in options.kinds else {}
    if "blocks" in options.kinds:
        sets["blocks"] = [*read_blocks(), *read_blocks_by_trafilatura()]
    if options.folds:
        score_folds(sets, lines, options.folds)
        return
    words = fit_word_folds(lines)
    for kind, pages in sets.items():
        path = MODELS / f"{kind}.npz"
        write_model(path, kind, words.whole, fit_trees(kind, pages, words))
        digest = blake2b(path.read_bytes(), digest_size=8).hexdigest()
        print(f"{path.name}: {path.stat().st_size:,} bytes, blake2b {digest}")


if __name__ == "__main__":
    main()
