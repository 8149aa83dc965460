"""Read the article on an HTML page."""

import numpy as np

from onrecord.articles import archive_bars
from onrecord.articles.assembly import assemble_article
from onrecord.articles.drafts import Line
from onrecord.articles.fallback import ask_trafilatura, is_doubtful
from onrecord.articles.html_blocks import FoundBlock, describe_block, find_menus, list_blocks
from onrecord.articles.html_tree import parse_html
from onrecord.articles.sorting import sort_lines
from onrecord.articles.structured_data import describe_page
from onrecord.models import Models
from onrecord.models.block_measures import AREAS
from onrecord.records import Article, Page

_CAPTION = 1 << AREAS.index("figcaption")


def read_html(page: Page, models: Models) -> Article:
    """Return the article on an HTML `page`; raise `PageError` where there is none.

    The page's blocks of text, less its menus, go through the block classifier; trafilatura is
    asked where that leaves hardly a story.
    """
    root = parse_html(page.content, origin=page.origin)
    description = describe_page(root)
    blocks = list_blocks(root)
    menus = find_menus(blocks)
    bars = archive_bars.find_toolbars(root, page.content, archived=description.archived is not None)
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
    return assemble_article(page, draft, description)


def to_line(block: FoundBlock, in_menu: bool) -> Line:
    """Return `block` as a line to sort, with a reason where the markup says what it is."""
    place = block.place
    reason = "navigation" if in_menu else "caption" if place.areas & _CAPTION else None
    return Line(block.text, place.tag, reason)
