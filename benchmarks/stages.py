"""Time the stages of reading an HTML page, one after the other."""

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from onrecord.articles.assembly import assemble_article
from onrecord.articles.html_blocks import describe_block, find_menus, list_blocks
from onrecord.articles.html_pages import to_line
from onrecord.articles.html_tree import parse_html
from onrecord.articles.sorting import sort_lines
from onrecord.articles.structured_data import describe_page
from onrecord.errors import PageError
from onrecord.models import Models
from onrecord.models.block_measures import measure_blocks
from onrecord.models.line_measures import measure_lines
from onrecord.models.lines import join_block_columns
from onrecord.records import Page

STAGES = (
    "parse", "head and structured data", "blocks", "measures", "words", "markup and neighbours",
    "trees", "sorting", "outlet, agency, language, dates",
)  # fmt: skip


def time_stages(pages: Sequence[Page], models: Models) -> dict[str, float]:
    """Return the CPU seconds that each of `STAGES` takes over all pages."""
    times = dict.fromkeys(STAGES, 0.0)

    def timed(stage: str, step: Callable[..., Any], *arguments: Any) -> Any:
        started = time.process_time()
        try:
            return step(*arguments)
        finally:
            times[stage] += time.process_time() - started

    for page in pages:
        try:
            root = timed("parse", lambda page=page: parse_html(page.content, origin=page.origin))
            description = timed("head and structured data", describe_page, root)
            every = timed("blocks", list_blocks, root)
            menus = timed("blocks", find_menus, every)
            others = [block for block, menu in zip(every, menus, strict=True) if not menu]
            blocks = timed("blocks", lambda others=others: list(map(describe_block, others)))
            lines = [block.text for block in blocks]
            measures = timed("measures", measure_lines, lines)
            scores = timed("words", models.blocks.words.score_lines, lines)
            markup = timed("markup and neighbours", measure_blocks, blocks, measures)
            rows = timed("markup and neighbours", join_block_columns, measures, scores, markup)
            predicted = timed("trees", models.blocks.predict_rows, rows)
            probabilities = np.zeros(len(every), dtype=np.float32)
            probabilities[~np.array(menus, dtype=bool)] = predicted
            texts = [to_line(block, menu) for block, menu in zip(every, menus, strict=True)]
            draft = timed("sorting", sort_lines, texts, probabilities, description.titles)
            timed("outlet, agency, language, dates", assemble_article, page, draft, description)
        except PageError:
            continue
    return times
