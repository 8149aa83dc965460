"""Sentences that their years make history: "since President Lund opened the port in 1986"."""

import re
from collections.abc import Iterable

from onrecord.records import Article, Span
from onrecord.text.outline import Outline, span_at

# What may not stand before a year is looked for behind it: nearly all characters are passed over.
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?<![\d.,-]\d{4})(?![\d%]|[.,-]\d)")
# "Lund has run the port since 2019": who does so still does.
_STILL = re.compile(r"\b(?:has|have)\b[^.;:\n]{1,90}\bsince (?:\w+ )?\d{4}")
_LONG_PAST = 2  # years before the article's


def find_history(article: Article, outline: Outline) -> tuple[Span, ...]:
    """Return the sentences whose years are long past when the article came out.

    Where that is unknown it is the latest year that the text names. What has been so since a year
    still is.
    """
    found = [
        (sentence, max(years))
        for sentence in outline.sentences
        if (years := [int(each[0]) for each in _YEAR.finditer(article.text, *sentence)])
        and _STILL.search(article.text, *sentence) is None
    ]
    published = article.published.latest
    now = max((latest for _, latest in found), default=0) if published is None else published.year
    return tuple(sentence for sentence, latest in found if latest <= now - _LONG_PAST)


def is_only_in(sentences: tuple[Span, ...], mentions: Iterable[Span]) -> bool:
    """Return whether all `mentions` stand in `sentences`, which are in order."""
    return all(span_at(sentences, mention.start) is not None for mention in mentions)
