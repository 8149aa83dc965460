"""Weigh the words of a line: a linear model over words, word pairs and the line's ends."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from onrecord.models.known_terms import KnownTerms
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


@dataclass(frozen=True, kw_only=True)
class WordWeights:
    """A weight for each known term; unknown terms weigh nothing.

    Weights are numbers of 16 bits, so that a sum of them in 64 bits is the same in any order.
    """

    weights: Mapping[str, float]
    base: float

    def load(self) -> None:
        """Make the table of terms now, which is else made when it is first needed."""
        _ = self._known

    def score_lines(self, lines: Iterable[str]) -> Floats:
        """Return the log odds of each line being body, by its terms (`list_terms`) alone.

        They have shape `(n_lines,)`.
        """
        words = [list_tokens(line[:WEIGHED_CHARACTERS]) for line in lines]
        return np.asarray(self.base + self._known.sum_weights(words), dtype=np.float32)

    @cached_property
    def _known(self) -> KnownTerms:
        return KnownTerms(self.weights)
