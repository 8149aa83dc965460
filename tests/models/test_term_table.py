"""The table of terms gives each fit what counting its pages anew would."""

import numpy as np
import pytest

from onrecord.models.line_measures import measure_lines
from onrecord.models.words import list_terms

pytest.importorskip("scipy", reason="training/lines/requirements.txt is not installed")

from training.lines.prepare import LabelledPage
from training.lines.terms import MIN_SITES, TermTable


def page(site: int, *lines: str) -> LabelledPage:
    return LabelledPage(
        dataset="wcxb",
        id=f"page-{site}",
        domain=f"site-{site}.example",
        how="html_text",
        lines=list(lines),
        labels=np.zeros(len(lines), dtype=np.int8),
        measures=measure_lines(lines),
        terms=[list_terms(line) for line in lines],
    )


def test_terms_are_those_of_enough_sites_and_rows_those_of_sampled_lines() -> None:
    pages = [page(site, "ferry", "harbour" if site else "ferry") for site in range(MIN_SITES + 1)]
    first_lines = dict.fromkeys(range(len(pages)), np.array([1, 0], dtype=np.float32))
    first_lines[1] = np.array([0, 2], dtype=np.float32)
    table = TermTable(pages, first_lines)
    terms, rows = table.choose(pages)
    assert terms == ["^ferry", "^harbour", "ferry", "ferry$", "harbour", "harbour$"]
    assert rows.shape == (len(pages), len(terms))
    assert rows[0].toarray().tolist() == [[1, 0, 1, 1, 0, 0]]
    assert rows[1].toarray().tolist() == [[0, 1, 0, 0, 1, 1]]
    # Without one site of those that have it, "harbour" is no longer known from enough.
    terms, rows = table.choose(pages[:-1])
    assert terms == ["^ferry", "ferry", "ferry$"]
    assert rows.sum() == 3 * (len(pages) - 2)
