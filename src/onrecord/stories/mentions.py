"""The names in an article, counted, as terms that meet across articles."""

import re
from collections import Counter

from onrecord.records import Article, Reading, Span
from onrecord.stories.terms import fold_word
from onrecord.text import Outline

_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]*(?:\.[A-Z]\.?)*")
_NO_NAMES = frozenset(
    "i i'm i've i'll i'd the a an in on at it he she they we but and mr mrs ms dr sen rep gov gen "
    "president secretary minister senator monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november "
    "december".split()
)


def count_names(reading: Reading, article: Article, outline: Outline) -> Counter[str]:
    """Return how often `article` names whom or what, by the words of the names.

    Words rather than whole names, so that "Ana Reyes" meets "Ms Reyes". States that the actors
    belong to are counted once each as `=XXX`, since "Paris" may stand for one.
    """
    counts = Counter(
        fold_word(match[0])
        for span in _inner_spans(outline, article.body)
        for match in _CAPITALISED.finditer(article.text, span.start, span.end)
        if match[0].lower().replace("’", "'") not in _NO_NAMES and len(match[0]) > 1
    )
    for actor in reading.actors:
        if actor.state is not None:
            counts["=" + actor.state] += max(1, len(actor.mentions))
    return counts


def _inner_spans(outline: Outline, body: Span) -> list[Span]:
    """Return the body's sentences without their first word, which has its capital anyway."""
    return [
        Span(sentence.start + 1, sentence.end)
        for sentence in outline.sentences
        if sentence.start >= body.start and sentence.end <= body.end
    ]
