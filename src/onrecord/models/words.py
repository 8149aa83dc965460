"""Weigh the words of a line: a linear model over words, word pairs and the line's ends."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

import numpy as np

from onrecord.models.line_measures import Floats
from onrecord.text import list_tokens

WEIGHED_CHARACTERS = 600  # of a line: furniture shows itself early


def list_terms(line: str) -> set[str]:
    """Return the words, word pairs, first words ("^by") and last words ("more$") of `line`.

    Lower case; any number stands as "0".
    """
    found = list_tokens(line[:WEIGHED_CHARACTERS])
    tokens = ["0" if token[0].isdigit() else token for token in found]
    if not tokens:
        return set()
    pairs = list(map(" ".join, itertools.pairwise(tokens)))
    terms = {*tokens, *pairs, "^" + tokens[0], "^" + " ".join(tokens[:3]), tokens[-1] + "$"}
    if pairs:
        terms.update(("^" + pairs[0], pairs[-1] + "$"))
    return terms


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWeights:
    """A weight for each known term; unknown terms weigh nothing."""

    weights: Mapping[str, float]
    base: float

    def score_lines(self, lines: Iterable[str]) -> Floats:
        """Return the log odds of each line being body, by its words alone."""
        weigh, nothing = self.weights.get, itertools.repeat(0.0)
        return np.array(
            # A set has another order in each run: `fsum` gives the same sum for any.
            [self.base + fsum(map(weigh, list_terms(line), nothing)) for line in lines],
            dtype=np.float32,
        )
