"""Which paragraphs of an article stand in another, word by word or nearly so."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.records import Article, Span
from onrecord.stories.voices import part_voices
from onrecord.text import outline_text

SIZE = 5  # words of the n-grams
COPIED = 0.5  # of a paragraph's n-grams; one word in ten changed breaks four in ten
LEAST_WORDS = 12  # of narrative; a shorter paragraph tells nothing


class Passage(NamedTuple):
    """A paragraph of one article whose own words stand in the other, and the one there."""

    a: Span
    b: Span
    share: float  # of the paragraph's n-grams that the other article has, 0 to 1


def find_passages(a: Article, b: Article) -> tuple[Passage, ...]:
    """Return the paragraphs of `a` that stand in `b`, in the order of `a`.

    Only an article's own narrative counts: quotations and issued text are others' words in both.
    """
    own, theirs = list(_list_paragraphs(a)), list(_list_paragraphs(b))
    grams = [(span, set(_list_grams(words))) for span, words in theirs]
    everywhere = set().union(*(found for _, found in grams))
    passages = []
    for span, words in own:
        wanted = set(_list_grams(words))
        shared = wanted & everywhere
        if len(words) >= LEAST_WORDS and len(shared) >= COPIED * len(wanted):
            home = max(grams, key=lambda each: (len(shared & each[1]), -each[0].start))[0]
            passages.append(Passage(span, home, round(len(shared) / len(wanted), 3)))
    return tuple(passages)


def _list_paragraphs(article: Article) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Return the paragraphs that are no issued text, with their narrative words."""
    voices = part_voices(article.text, outline_text(article.text))
    return zip(voices.places, voices.narrative, strict=True)


def _list_grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(SIZE)), strict=False)
