"""Read the article on an HTML page."""

import numpy as np

from onrecord.articles.assembly import assemble_article
from onrecord.articles.drafts import Line
from onrecord.articles.html_tree import parse_html
from onrecord.articles.sorting import sort_lines
from onrecord.articles.structured_data import describe_page
from onrecord.models import Models
from onrecord.records import Article, Page


def read_html(page: Page, models: Models) -> Article:
    """Return the article on an HTML `page`; raise `PageError` where there is none."""
    import trafilatura

    root = parse_html(page.content, origin=page.origin)
    description = describe_page(root)
    text = trafilatura.extract(page.content, fast=True, include_comments=False) or ""
    lines = [Line(text=line) for line in text.split("\n") if line.strip()]
    title = [description.titles[0]] if description.titles else []
    lines = [Line(text=words) for words in title] + lines
    return assemble_article(
        page,
        sort_lines(
            lines,
            np.array([0.0] * len(title) + [1.0] * (len(lines) - len(title)), dtype=np.float32),
            title,
        ),
        description,
    )
