"""The line classifier: is a line of a page the story, or furniture around it?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.models.line_features import add_context, spread_scores
from onrecord.models.line_measures import Floats, measure_lines
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights


@dataclass(frozen=True, slots=True, kw_only=True)
class LineModel:
    """Two passes: words are weighed line by line, then trees look at the line in its place.

    The second pass sees each line's measures, its neighbours', and the first pass's scores
    around it, as in stacked sequence labelling.
    """

    words: WordWeights
    trees: Trees

    def predict(self, lines: Sequence[str]) -> Floats:
        """Return the probability of each of a page's `lines`, in page order, of being body."""
        if not lines:
            return np.zeros(0, dtype=np.float32)
        scores = self.words.score_lines(lines)
        rows = np.column_stack([add_context(measure_lines(lines)), spread_scores(scores)])
        odds = np.exp(np.clip(self.trees.sum_leaves(rows), -30, 30))
        return np.asarray(odds / (1 + odds), dtype=np.float32)
