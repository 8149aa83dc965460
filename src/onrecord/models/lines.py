"""The line classifiers: is a line of a page the story, or furniture around it?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.models.block_measures import Block, block_names, measure_blocks
from onrecord.models.line_features import add_context, context_names, score_names, spread_scores
from onrecord.models.line_measures import MEASURES, Floats, measure_lines
from onrecord.models.second_look import DOUBT_FROM, look_again
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights

# How far a count or a distance of lines or words goes on meaning something (in the columns: log2).
# Few training pages are so long that trees could learn what lies beyond, and what they take from
# those few lets the lines of a long story fade the farther they stand from its first.
_REACH = {
    "from_start": 32, "from_end": 32, "run_lines": 49,
    "score_from_start": 32, "score_from_end": 32, "score_run_lines": 49,
    "lines_before": 99, "lines_after": 99,
    "page_lines": 299, "page_words": 2999, "page_prose_lines": 49,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LineModel:
    """Words are weighed line by line, trees look at the line in its place, and look again.

    The first look sees each line's measures, its neighbours', and the scores of the words around
    it, as in stacked sequence labelling; the second sees how the first has judged the page. Where
    the first has any doubt, the mean of both counts, in log odds.
    """

    words: WordWeights
    trees: Trees
    second: Trees

    def predict(self, lines: Sequence[str]) -> Floats:
        """Return the probability of each of a page's `lines`, in page order, of being body.

        It has shape `(n_lines,)`.
        """
        if not lines:
            return np.zeros(0, dtype=np.float32)
        return self.predict_measured(lines, measure_lines(lines), self.words.score_lines(lines))

    def predict_measured(self, lines: Sequence[str], measures: Floats, scores: Floats) -> Floats:
        """Return the same where the lines are measured and their words weighed already.

        `measures` are those of `measure_lines`, `scores` those of `WordWeights.score_lines`.
        """
        odds = self.trees.sum_leaves(join_columns(measures, scores))
        doubted = odds > DOUBT_FROM
        if doubted.any():
            rows = look_again(lines, measures, scores, odds)[doubted]
            odds[doubted] = (odds[doubted] + self.second.sum_leaves(rows)) / 2
        return _to_probability(odds)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockModel:
    """The same for blocks of an HTML page, where the trees see their markup.

    Markup says more of a block's place than the lines beside it do; with both, the trees follow
    the training sites' layouts too closely (training/lines/README.md has the scores).
    """

    words: WordWeights
    trees: Trees

    def predict(self, blocks: Sequence[Block]) -> Floats:
        """Return the probability of each of a page's `blocks`, in page order, of being body.

        It has shape `(n_blocks,)`.
        """
        if not blocks:
            return np.zeros(0, dtype=np.float32)
        lines = [block.text for block in blocks]
        measures, scores = measure_lines(lines), self.words.score_lines(lines)
        return self.predict_rows(
            join_block_columns(measures, scores, measure_blocks(blocks, measures))
        )

    def predict_rows(self, rows: Floats) -> Floats:
        """Return the probability of each row of `join_block_columns`, shape `(n_rows,)`."""
        return _to_probability(self.trees.sum_leaves(rows))


def line_columns() -> tuple[str, ...]:
    """Return the names of the columns that the trees of a `LineModel` ask about."""
    return context_names() + score_names()


def block_columns() -> tuple[str, ...]:
    """Return the names of the columns that the trees of a `BlockModel` ask about."""
    return MEASURES + score_names() + block_names()


def join_columns(measures: Floats, scores: Floats) -> Floats:
    """Return a row for each line of one page with all that a `LineModel`'s trees ask about.

    Its columns are those of `line_columns()`.
    """
    rows = np.column_stack([add_context(measures), spread_scores(scores)])
    return np.clip(rows, -_LIMITS, _LIMITS, out=rows)


def join_block_columns(measures: Floats, scores: Floats, markup: Floats) -> Floats:
    """Return a row for each block of one page with all that a `BlockModel`'s trees ask about.

    Its columns are those of `block_columns()`; `markup` are those of `block_names()`.
    """
    return np.column_stack([measures, spread_scores(scores), markup])


def _list_limits() -> Floats:
    limits = [np.log2(1 + _REACH[name]) if name in _REACH else np.inf for name in line_columns()]
    return np.array(limits, dtype=np.float32)


_LIMITS = _list_limits()


def _to_probability(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), dtype=np.float32)
