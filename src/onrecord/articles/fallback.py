"""Ask trafilatura where our own classifier finds hardly a story on an HTML page."""

import logging
from collections.abc import Sequence

import numpy as np

from onrecord.articles.drafts import Draft, Line
from onrecord.articles.headlines import fold
from onrecord.articles.html_tree import is_tame
from onrecord.articles.sorting import sort_lines

SHORTEST_BODY = 250  # characters; with less, the second opinion is worth its time


def is_doubtful(draft: Draft) -> bool:
    """Return whether `draft` holds so little that it may have missed the story."""
    return sum(map(len, draft.paragraphs)) < SHORTEST_BODY


def ask_trafilatura(
    content: str, lines: Sequence[Line], hints: Sequence[str], draft: Draft
) -> Draft:
    """Return the draft that trafilatura's text gives, if it has much more body than `draft`.

    Its text is only used to tell which of our `lines` are body, so that the words stay the
    page's own; where its lines are not ours, `draft` stays.
    """
    if not is_tame(content):
        return draft
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = trafilatura.extract(content, fast=True, include_comments=False) or ""
    said = f" {fold(text)} "
    found = np.array([f" {fold(line.text)} " in said for line in lines], dtype=np.float32)
    other = sort_lines(lines, found, hints)
    theirs, ours = (sum(map(len, each.paragraphs)) for each in (other, draft))
    return other if theirs > 2 * ours else draft
