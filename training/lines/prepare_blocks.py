"""Label the blocks of HTML pages by the pages' gold bodies.

python -m training.lines.prepare_blocks        # prints what the set holds
"""

import gzip
import json
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import trafilatura
from numpy.typing import NDArray

from onrecord.articles.html_blocks import describe_block, find_menus, list_blocks
from onrecord.articles.html_tree import parse_html
from onrecord.errors import PageError
from onrecord.models.block_measures import measure_blocks
from onrecord.models.line_measures import measure_lines
from onrecord.models.words import list_terms
from training.lines.prepare import LabelledPage

DATA = Path(__file__).parents[3] / "shared/data"
SETS = ("newspaper4k-aed", "scrapinghub-aeb", "wcxb")
READ_SETS = ("trafilatura-eval", "htmldate-eval")
_SHORTEST_READING = 400  # characters
_WORD = re.compile(r"\w+")
_SHINGLE = 4
_FOUND, _LOST = 0.7, 0.3  # share of a block's shingles in the gold from which it is body, furniture


def read_blocks(sets: Sequence[str] = SETS) -> Iterator[LabelledPage]:
    """Yield the labelled pages of the named sets, in file order."""
    for name in sets:
        for row in map(json.loads, (DATA / name / "gold.jsonl").read_text("utf-8").splitlines()):
            page = label_page(name, row)
            if page is not None:
                yield page


def read_blocks_by_trafilatura() -> Iterator[LabelledPage]:
    """Yield the pages of `READ_SETS`, labelled by trafilatura's reading of them."""
    logging.disable(logging.ERROR)
    for name in READ_SETS:
        for row in map(json.loads, (DATA / name / "gold.jsonl").read_text("utf-8").splitlines()):
            html = read_page(name, row["id"])
            text = trafilatura.extract(html, fast=True, include_comments=False) or ""
            if len(text) < _SHORTEST_READING:
                continue
            page = label_page(name, {**row, "body": text})
            if page is not None and _is_found_again(page, text):
                yield page


def _is_found_again(page: LabelledPage, text: str) -> bool:
    body = sum(len(line) for line, label in zip(page.lines, page.labels, strict=True) if label == 1)
    return 0.8 < body / len(text) < 1.3


def label_page(dataset: str, row: dict[str, Any]) -> LabelledPage | None:
    """Return the labelled blocks of one page, or `None` where it has no text or no gold."""
    try:
        root = parse_html(read_page(dataset, row["id"]), origin=row["id"])
    except PageError:
        return None
    found = list_blocks(root)
    blocks = [
        describe_block(block)
        for block, menu in zip(found, find_menus(found), strict=True)
        if not menu
    ]
    if not blocks or not row["body"].strip():
        return None
    lines = [block.text for block in blocks]
    measures = measure_lines(lines)
    return LabelledPage(
        dataset=dataset,
        id=row["id"],
        domain=row["domain"],
        how="html",
        lines=lines,
        labels=align(lines, row["body"]),
        measures=measures,
        markup=measure_blocks(blocks, measures),
        terms=[list_terms(line) for line in lines],
    )


def read_page(dataset: str, page: str) -> str:
    """Return the HTML of one page of a set."""
    with gzip.open(DATA / dataset / "html" / f"{page}.html.gz") as file:
        return file.read().decode("utf-8", "replace")


def align(lines: Sequence[str], gold: str) -> NDArray[np.int8]:
    """Return a label for each line by how much of it stands in the gold body.

    A line of fewer than four words is body where the gold has it as a paragraph, or has it between
    the words of its neighbours; a copy of such a line elsewhere on the page is left undecided.
    """
    gold_words = _WORD.findall(gold.lower())
    shingles = set(zip(*(gold_words[start:] for start in range(_SHINGLE)), strict=False))
    paragraphs = {" ".join(_WORD.findall(part.lower())) for part in gold.split("\n")}
    joined = f" {' '.join(gold_words)} "
    labels = np.full(len(lines), -1, dtype=np.int8)
    short = []
    for index, line in enumerate(lines):
        words = _WORD.findall(line.lower())
        if len(words) >= _SHINGLE:
            own = list(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
            share = sum(shingle in shingles for shingle in own) / len(own)
            labels[index] = 1 if share >= _FOUND else 0 if share <= _LOST else -1
        elif f" {' '.join(words)} " not in joined or not words:
            labels[index] = 0
        else:
            short.append(index)
    for index in short:
        words_here = " ".join(_WORD.findall(lines[index].lower()))
        beside = [labels[at] for at in (index - 1, index + 1) if 0 <= at < len(lines)]
        if words_here in paragraphs and 1 in beside:
            labels[index] = 1
        elif 1 not in beside:
            labels[index] = 0
    return labels


def main() -> None:
    """Print pages, sites, blocks and body share of each set."""
    pages_of = {name: list(read_blocks((name,))) for name in SETS}
    for name, pages in {**pages_of, "by trafilatura": list(read_blocks_by_trafilatura())}.items():
        labels = Counter(label for page in pages for label in page.labels.tolist())
        sites = len({page.domain for page in pages})
        total = labels[0] + labels[1]
        print(f"{name:18s} {len(pages):4d} pages {sites:4d} sites {total:6d} blocks "
              f"{labels[1] / total:.1%} body, {labels[-1]} undecided")  # fmt: skip


if __name__ == "__main__":
    main()
