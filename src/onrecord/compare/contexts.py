"""The terms around a row, by which rows of other articles are like it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from math import sqrt

from onrecord.compare.tellings import Row, Setting, Telling, once, once_a_sentence
from onrecord.records import Act, Figure, Span
from onrecord.stories.terms import MILLE, find_terms, fold_word, read_rarity

LENGTH = 2000  # characters that are read
NAME_SHARE = 0.3  # names count less: who acts and where is compared apart
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORD_OR_NUMBER = re.compile(rf"{_WORD.pattern}|\d+(?:[,.]\d+)*")

# How much the words around an act count. What is done to whom mostly stands right behind it; its
# own words are compared apart.
CONTEXT_LETTERS = 5  # by which a word around an act is known: few, for what is done varies most
BEHIND, NEAR, FAR = 45, 80, 600  # characters
_OWN, _BEHIND, _NEAR, _SENTENCE, _BESIDE = 0.5, 2.0, 1.5, 0.7, 0.3
_ACT_NAMES = 0.6


def measure_likeness(a: Mapping[str, int], b: Mapping[str, int]) -> float:
    """Return the cosine of the terms of two rows, 0 to 1; 0 where one has none."""
    product = sum([weight * b[term] for term, weight in a.items() if term in b])
    return min(1.0, product / (MILLE * MILLE))


@once
def weigh_context(telling: Telling[Row]) -> dict[str, int]:
    """Return the weights of the terms of a row's sentence, as per-milles of the vector's length.

    Numbers are left out, since these are compared. What a number counts that says nothing of it is
    told in the sentence before: "Police saw 900 marchers. The union counted 5,000."
    """
    own = telling.sentence_span
    start = _find_before(telling).start if is_bare(telling) else own.start
    return _weigh_terms(telling.setting, telling.setting.article.text[start : own.end])


@once
def is_bare(telling: Telling[Row]) -> bool:
    """Return whether the sentence of a number does not tell what is counted."""
    row = telling.row
    if not isinstance(row, Figure):
        return False
    counted = set(find_terms(row.counted or ""))
    return bool(counted) and counted.isdisjoint(find_terms(telling.sentence))


def _find_before(telling: Telling[Row]) -> Span:
    """Return the sentence before a row's in its paragraph, its own where there is none."""
    sentences, own = telling.setting.sentences, telling.sentence_span
    at = bisect_left(sentences, own.start, key=lambda sentence: sentence.start) - 1
    if at < 0 or "\n" in telling.setting.article.text[sentences[at].end : own.start]:
        return own
    return sentences[at]


@once_a_sentence
def _weigh_terms(_: Setting, sentence: str) -> dict[str, int]:
    weights: dict[str, float] = {}
    for match in _WORD.finditer(sentence[:LENGTH]):
        named = match.start() > 0 and match[0][0].isupper()
        term = fold_word(match[0])
        weights[term] = read_rarity(term) * (NAME_SHARE if named else 1.0)
    return _measure(weights)


@once
def weigh_surroundings(telling: Telling[Act]) -> dict[str, int]:
    """Return the weights of the stems around an act's words, as `weigh_context` does: the more the
    nearer they stand, those of the sentences before and behind the least.
    """
    weights: dict[str, float] = {}
    span = telling.span
    before, sentence, behind = _find_sentences(telling)
    starts, words = _read_words(telling.setting, telling.setting.article.text)
    first = bisect_left(starts, max(before.start, span.start - FAR))
    last = bisect_left(starts, min(behind.end, span.end + FAR))
    for at, (stem, rarity, capital) in zip(starts[first:last], words[first:last], strict=True):
        weight = rarity * _weigh_place(at, span, sentence)
        if capital and at > sentence.start:
            weight *= _ACT_NAMES
        if weight > weights.get(stem, -1.0):
            weights[stem] = weight
    return _measure(weights)


@once_a_sentence
def _read_words(_: Setting, text: str) -> tuple[list[int], list[tuple[str, float, bool]]]:
    """Return where the words and numbers of an article start; of each its stem, how rare it is,
    and whether it has a capital. Many acts share them."""
    starts, words = [], []
    for match in _WORD_OR_NUMBER.finditer(text):
        term = fold_word(match[0])
        starts.append(match.start())
        words.append((term[:CONTEXT_LETTERS], read_rarity(term), match[0][0].isupper()))
    return starts, words


def _find_sentences(telling: Telling[Act]) -> tuple[Span, Span, Span]:
    """Return the sentence before an act's, its own and the next; its words where it is in none."""
    sentences, start = telling.setting.sentences, telling.span.start
    at = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    if at < 0 or start >= sentences[at].end:
        return telling.span, telling.span, telling.span
    return sentences[max(0, at - 1)], sentences[at], sentences[min(at + 1, len(sentences) - 1)]


def _weigh_place(at: int, span: Span, sentence: Span) -> float:
    if not sentence.start <= at < sentence.end:
        return _BESIDE
    if span.start <= at < span.end:
        return _OWN
    if span.end <= at < span.end + BEHIND:
        return _BEHIND
    return _NEAR if span.start - NEAR <= at < span.end + NEAR else _SENTENCE


def _measure(weights: Mapping[str, float]) -> dict[str, int]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: round(MILLE * weight / length) for term, weight in weights.items() if length}
