"""The terms of labelled lines as numbers, counted once for all the fits that leave sites out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack

from onrecord.models.line_measures import Floats
from training.lines.prepare import LabelledPage

MIN_SITES = 12  # a term is known from so many sites on


class TermTable:
    """Which terms the lines of each page have, and on which sites a term is found."""

    def __init__(self, pages: Sequence[LabelledPage], lines_of: Mapping[int, Floats]) -> None:
        """Count the terms of `pages`; `lines_of` has 0 for lines left out, by place of the page."""
        sites: defaultdict[str, set[str]] = defaultdict(set)
        for page in pages:
            for terms in page.terms:
                for term in terms:
                    sites[term].add(page.domain)
        self.terms = sorted(term for term, found in sites.items() if len(found) >= MIN_SITES)
        self._domains = {name: at for at, name in enumerate(sorted({p.domain for p in pages}))}
        found = [[self._domains[domain] for domain in sites[term]] for term in self.terms]
        self._sites = to_sparse(found, len(self._domains))
        places = {term: place for place, term in enumerate(self.terms)}
        # Pages cannot be keys; they live as long as the table does.
        self._pages = pages
        self._rows = {
            id(page): count_terms([page.terms[at] for at in np.flatnonzero(lines_of[n])], places)
            for n, page in enumerate(pages)
        }

    def choose(self, pages: Sequence[LabelledPage]) -> tuple[list[str], Any]:
        """Return the terms found on `MIN_SITES` sites of `pages`, and a row for each line.

        All pages of a site are among `pages`, or none.
        """
        here = np.zeros(len(self._domains))
        here[[self._domains[page.domain] for page in pages]] = 1
        kept = np.flatnonzero(self._sites @ here >= MIN_SITES)
        rows = vstack([self._rows[id(page)] for page in pages], format="csr")
        return [self.terms[place] for place in kept], rows[:, kept]


def count_terms(lines: Sequence[set[str]], places: Mapping[str, int]) -> Any:
    """Return a sparse row per line with a one for each known term."""
    found = [[places[term] for term in terms if term in places] for terms in lines]
    return to_sparse(found, len(places))


def to_sparse(found: Sequence[Sequence[int]], width: int) -> Any:
    """Return a sparse matrix with ones in the columns that are `found` in each row."""
    ends = np.concatenate(([0], np.cumsum([len(row) for row in found], dtype=np.int64)))
    columns = np.array([place for row in found for place in sorted(row)], dtype=np.int32)
    ones = np.ones(len(columns), dtype=np.float32)
    return csr_matrix((ones, columns, ends), shape=(len(found), width))
