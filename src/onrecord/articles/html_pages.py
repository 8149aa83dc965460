"""Read the article on an HTML page."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from onrecord.articles import archive_bars
from onrecord.articles.assembly import assemble_article
from onrecord.articles.drafts import Draft, Line
from onrecord.articles.fallback import ask_trafilatura, is_doubtful
from onrecord.articles.html_blocks import FoundBlock, describe_block, find_menus, list_blocks
from onrecord.articles.html_tree import parse_html
from onrecord.articles.plain_text import list_lines
from onrecord.articles.refusals import refuse_error_page
from onrecord.articles.sorting import sort_lines
from onrecord.articles.structured_data import describe_page
from onrecord.models import Models
from onrecord.models.block_measures import AREAS
from onrecord.records import Article, Page

_CAPTION = 1 << AREAS.index("figcaption")


def read_html(page: Page, models: Models) -> Article:
    """Return the article on an HTML `page`; raise `PageError` where there is none.

    The page's blocks of text, less its menus, go through the block classifier; trafilatura is
    asked where that leaves hardly a story. Of a page that scripts fill, the story is what its
    JSON-LD holds of it.
    """
    root = parse_html(page.content, origin=page.origin)
    description = describe_page(root)
    blocks = list_blocks(root)
    menus = find_menus(blocks)
    bars = archive_bars.find_bars(blocks, archived=description.archived is not None)
    if bars:
        told = (block.text for block in blocks if archive_bars.is_in(block, bars))
        description = replace(description, other_times=description.other_times.union(told))
    lines = [
        Line(block.text, block.place.tag, archive_bars.REASON)
        if archive_bars.is_in(block, bars)
        else to_line(block, menu)
        for block, menu in zip(blocks, menus, strict=True)
    ]
    probabilities = np.zeros(len(blocks), dtype=np.float32)
    others = [describe_block(block) for block, menu in zip(blocks, menus, strict=True) if not menu]
    probabilities[~np.array(menus, dtype=bool)] = models.blocks.predict(others)
    hints = (*([page.title] if page.title else []), *description.titles)
    draft = sort_lines(lines, probabilities, hints)
    if is_doubtful(draft):
        draft = ask_trafilatura(page.content, lines, hints, draft)
    refuse_error_page(draft, description.titles, origin=page.origin)
    if not draft.paragraphs and description.story is not None:
        draft = _draft_story(description.story, hints)
    return assemble_article(page, draft, description)


def _draft_story(story: str, hints: Sequence[str]) -> Draft:
    """Return the draft of the text that the page holds for machines alone."""
    lines = [Line(text=text) for text in list_lines(story)]
    return sort_lines(lines, np.ones(len(lines), dtype=np.float32), hints)


def to_line(block: FoundBlock, in_menu: bool) -> Line:
    """Return `block` as a line to sort, with a reason where the markup says what it is."""
    place = block.place
    reason = "navigation" if in_menu else "caption" if place.areas & _CAPTION else None
    return Line(block.text, place.tag, reason, linked=block.linked)
