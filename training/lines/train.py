"""Train the classifiers of text lines and of HTML blocks, or score them leave one site out.

    python -m training.lines.train --folds 5     # scores, and fold models in work/
    python -m training.lines.train               # the model files, on all pages
    python -m training.lines.train blocks        # one of them

Deterministic: the same data and seed give the same arrays.
"""

import argparse
import time
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from onrecord.models.line_files import write_block_model, write_line_model
from onrecord.models.line_measures import Floats
from onrecord.models.lines import BlockModel, LineModel, join_block_columns, join_columns
from onrecord.models.second_look import DOUBT_FROM, look_again
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights
from training.lines.prepare import LabelledPage, read_pages, training_labels
from training.lines.prepare_blocks import read_blocks, read_blocks_by_trafilatura
from training.lines.score import Bools, print_scores
from training.lines.terms import TermTable

SEED = 20_22
WORK = Path(__file__).parent / "work"
MODELS = Path(__file__).parents[2] / "src/onrecord/models/data"

INNER_FOLDS = 3  # each look learns from scores of pages that what comes before has not seen
NEAR = 3  # lines around the body that are its neighbourhood
SMALLEST_WEIGHT = 0.12  # a lighter term changes nothing and is dropped
# How much a page counts beside those of other sets: news most, pages labelled by a program least;
# of those the first look at lines sees one in ten.
SET_WEIGHTS = {"newspaper4k-aed": 2.0, "scrapinghub-aeb": 3.0, "wcxb": 1.0, "dragnet-2012": 0.5,
               "trafilatura-eval": 0.7, "htmldate-eval": 0.7}  # fmt: skip
ONE_IN = {"dragnet-2012": 10}
SECOND_SETS = ("newspaper4k-aed", "scrapinghub-aeb", "wcxb")  # that the second look learns from
TREES = {"max_depth": 6, "max_leaf_nodes": 32, "max_bins": 63, "min_samples_leaf": 30,
         "l2_regularization": 1.0}  # fmt: skip
ROUNDS = {"lines": {"max_iter": 60, "learning_rate": 0.2},
          "blocks": {"max_iter": 120, "learning_rate": 0.1}}  # fmt: skip
SECOND = {"max_depth": 5, "max_leaf_nodes": 24, "max_bins": 63, "min_samples_leaf": 60,
          "l2_regularization": 2.0, "max_iter": 60, "learning_rate": 0.1}  # fmt: skip


def fold_of(domain: str, folds: int, salt: str = "outer") -> int:
    """Return the fold of a site: a hash of its name, so that every page of it is in one."""
    return zlib.crc32(f"{salt}:{domain}".encode()) % folds


def inner_fold_of(page: LabelledPage) -> int:
    """Return the fold of the page's site among those that training itself keeps apart."""
    return fold_of(page.domain, INNER_FOLDS, "inner")


# --- words ------------------------------------------------------------------------------


def list_table(pages: Sequence[LabelledPage]) -> TermTable:
    """Return the terms of the lines that the word weights are learnt from."""
    return TermTable(pages, {at: sample_lines(page) for at, page in enumerate(pages)})


def fit_words(table: TermTable, pages: Sequence[LabelledPage]) -> WordWeights:
    """Return a logistic model over the terms of single lines."""
    terms, rows = table.choose(pages)
    labels, weights = [], []
    for page in pages:
        sampled = sample_lines(page)
        kept = np.flatnonzero(sampled)
        labels.append(page.labels[kept])
        weights.append((sampled * weigh_lines(page))[kept])
    weight = np.concatenate(weights)
    model = LogisticRegression(C=0.3, max_iter=60, tol=1e-3)
    model.fit(rows, np.concatenate(labels), sample_weight=weight / weight.mean())
    kept_terms = {
        term: float(np.float16(model.coef_[0, place]))
        for place, term in enumerate(terms)
        if abs(model.coef_[0, place]) >= SMALLEST_WEIGHT
    }
    return WordWeights(weights=kept_terms, base=float(model.intercept_[0]))


def score_words(page: LabelledPage, words: WordWeights) -> Floats:
    """Return what `WordWeights.score_lines` does, from terms that are listed already."""
    return np.array(
        [words.base + sum(words.weights.get(term, 0.0) for term in terms) for terms in page.terms],
        dtype=np.float32,
    )


# --- first look: trees ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFits:
    """Word weights from all pages, and from all but each inner fold of sites."""

    whole: WordWeights
    without: tuple[WordWeights, ...]

    def score(self, page: LabelledPage) -> Floats:
        """Return the word scores of a training page by weights that have not seen its site."""
        return score_words(page, self.without[inner_fold_of(page)])


def fit_word_folds(table: TermTable, pages: Sequence[LabelledPage]) -> WordFits:
    """Return the word weights for use, and those of inner folds that the trees learn from."""
    without = tuple(
        fit_words(table, [page for page in pages if inner_fold_of(page) != fold])
        for fold in range(INNER_FOLDS)
    )
    return WordFits(whole=fit_words(table, pages), without=without)


def fit_trees(kind: str, pages: Sequence[LabelledPage], words: WordFits) -> Trees:
    """Return the first look, learnt on word scores such as it will meet on new sites."""
    learnt = Examples()
    for page in filter(is_learnt_from, pages):
        sampled = sample_lines(page)
        rows = feature_rows(page, words.score(page))
        learnt.add(page, rows, sampled > 0, sampled * weigh_lines(page))
    return learnt.fit({**TREES, **ROUNDS[kind]})


@dataclass(frozen=True, slots=True)
class Examples:
    """The lines that trees learn from, page by page."""

    rows: list[Floats] = field(default_factory=list)
    labels: list[NDArray[np.int8]] = field(default_factory=list)
    weights: list[Floats] = field(default_factory=list)

    def add(self, page: LabelledPage, rows: Floats, kept: Bools, weights: Floats) -> None:
        """Add the `kept` lines of one page."""
        self.rows.append(rows[kept])
        self.labels.append(page.labels[kept])
        self.weights.append(weights[kept])

    def fit(self, options: Mapping[str, float]) -> Trees:
        """Return boosted trees that tell the body among the lines."""
        weight = np.concatenate(self.weights)
        boosting = HistGradientBoostingClassifier(
            random_state=SEED, early_stopping=False, **options
        )
        boosting.fit(
            np.vstack(self.rows),
            np.concatenate(self.labels),
            sample_weight=weight / weight.mean(),
        )
        return export_trees(boosting)


def is_learnt_from(page: LabelledPage) -> bool:
    """Say whether the first look learns from the page; both its renderings go the same way."""
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


def weigh_lines(page: LabelledPage, power: float = 0.7) -> Floats:
    """Return the weight of each line of one page, which grows with a power of its words.

    Longer lines weigh more, and lines of longer bodies less, so that pages count alike, as they
    do in the scores of whole pages.
    """
    words = page.words
    body = float(words[page.labels == 1].sum())
    scale = SET_WEIGHTS[page.dataset] / (body + 80.0) ** 0.7
    return np.asarray(scale * (words + 4.0) ** power, dtype=np.float32)


# --- second look -------------------------------------------------------------------------


def fit_second_look(pages: Sequence[LabelledPage], words: WordFits) -> Trees:
    """Return the second look, learnt on first looks such as it will meet on new sites.

    For each inner fold the first look is learnt once more, without it.
    """
    learnt = Examples()
    for fold in range(INNER_FOLDS):
        trees = fit_trees("lines", [page for page in pages if inner_fold_of(page) != fold], words)
        for page in pages:
            if page.dataset not in SECOND_SETS or inner_fold_of(page) != fold:
                continue
            scores = words.score(page)
            odds = trees.sum_leaves(feature_rows(page, scores))
            sampled = sample_lines(page)
            kept = (sampled > 0) & (odds > DOUBT_FROM)
            rows = look_again(page.lines, page.measures, scores, odds)
            learnt.add(page, rows, kept, sampled * weigh_lines(page, power=1.0))
    return learnt.fit(SECOND)


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
    table = list_table(word_pages)
    for fold in range(folds):
        started = time.monotonic()
        words = fit_word_folds(table, without_fold(word_pages, fold, folds))
        for kind, pages in sets.items():
            model = fit_model(kind, without_fold(pages, fold, folds), words)
            write_model(WORK / f"{kind}-{fold}-of-{folds}.npz", model)
            for index, page in enumerate(pages):
                if fold_of(page.domain, folds) == fold:
                    predicted[kind][index] = predict(model, page)
        print(f"fold {fold + 1} of {folds}: {time.monotonic() - started:.0f} s", flush=True)
    for kind, pages in sets.items():
        print(f"\n{kind}")
        print_scores(pages, [predicted[kind][index] for index in range(len(pages))])


def without_fold(pages: Sequence[LabelledPage], fold: int, folds: int) -> list[LabelledPage]:
    """Return the pages whose sites are not in `fold`."""
    return [page for page in pages if fold_of(page.domain, folds) != fold]


def fit_model(kind: str, pages: Sequence[LabelledPage], words: WordFits) -> LineModel | BlockModel:
    """Return the model of one kind: "lines" or "blocks"."""
    trees = fit_trees(kind, pages, words)
    if kind == "blocks":
        return BlockModel(words=words.whole, trees=trees)
    return LineModel(words=words.whole, trees=trees, second=fit_second_look(pages, words))


def predict(model: LineModel | BlockModel, page: LabelledPage) -> Floats:
    """Return the probability of each line of a page of being body."""
    scores = score_words(page, model.words)
    if isinstance(model, LineModel):
        return model.predict_measured(page.lines, page.measures, scores)
    return model.predict_rows(feature_rows(page, scores))


def write_model(path: Path, model: LineModel | BlockModel) -> None:
    """Write the file of a model."""
    if isinstance(model, LineModel):
        write_line_model(path, model)
    else:
        write_block_model(path, model)


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
    words = fit_word_folds(list_table(lines), lines)
    for kind, pages in sets.items():
        path = MODELS / f"{kind}.npz"
        write_model(path, fit_model(kind, pages, words))
        digest = blake2b(path.read_bytes(), digest_size=8).hexdigest()
        print(f"{path.name}: {path.stat().st_size:,} bytes, blake2b {digest}")


if __name__ == "__main__":
    main()
