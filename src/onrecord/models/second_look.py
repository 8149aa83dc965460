"""Look a second time over the lines of a page, when all of them have been judged once.

What the first look cannot ask is asked here: where the nearest lines stand that are surely the
story, how much furniture lies between, how the line stands among the page's other prose, and
whether it has the words of the story.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.models.line_features import add_up, find_run, mean_around, shift, signed_log
from onrecord.models.line_measures import MEASURES, Floats
from onrecord.models.words import WEIGHED_CHARACTERS
from onrecord.text import list_tokens

Bools = NDArray[np.bool_]
Columns = list[NDArray[Any]]

DOUBT_FROM = -4.0  # log odds of the first look up to which a line is furniture, without a second

_MOST_SURE = 6.0  # log odds beyond which a line is as good as sure
_SURE_STORY, _SURE_FURNITURE = 0.8, 0.1  # probabilities of sure lines
_SURE_WORDS = 8  # a shorter line is no sure story
_LONGER_WORD = 5  # characters of words that tell stories apart
_OFFSETS = (-3, -2, -1, 1, 2, 3)
_RADII = (2, 5, 15, 30)
_WORDS_RADIUS = 4
# How far distances go on meaning something, and what stands for one where there is no such line.
_FAR, _NO_LINE = 40, -1
_MUCH_FURNITURE, _NO_STORY = 10, 20
_RUN_REACH = 4.0
_RUN_WORDS, _RUN_LOSS, _RUN_GAIN = 5.0, 3.0, 4.0
_OWN = ("words", "prose", "terminal", "function_words", "notice_words", "repeats", "capitalised")
_OWN_AT = [MEASURES.index(name) for name in _OWN]


def look_columns() -> tuple[str, ...]:
    """Return the names of the columns of `look_again`, in order."""
    return (
        "odds", "score", *_OWN,
        *(f"odds{offset:+d}" for offset in _OFFSETS),
        *(f"{name}~{radius}" for radius in _RADII for name in ("odds", "body_words")),
        "to_story_before", "to_story_after", "furniture_before", "furniture_after", "in_story",
        "page_mean", "page_median", "page_high", "rank", "page_body_words",
        "in_run", "from_start", "from_end",
        "story_words", f"story_words~{_WORDS_RADIUS}", "page_story_words",
    )  # fmt: skip


def look_again(lines: Sequence[str], measures: Floats, scores: Floats, odds: Floats) -> Floats:
    """Return one row per line of a page and one column per name in `look_columns()`.

    `measures` has shape `(n_lines, len(MEASURES))`; `scores` are the log odds by the lines' words,
    `odds` those of the first look, both of shape `(n_lines,)`.
    """
    doubted = odds > DOUBT_FROM
    odds = np.clip(odds, -_MOST_SURE, _MOST_SURE)
    own = measures[:, _OWN_AT]
    words = np.rint(np.exp2(own[:, 0])) - 1
    prose = own[:, 1] > 0
    chances = np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
    body_words = words * chances
    story = (chances > _SURE_STORY) & (words >= _SURE_WORDS)
    furniture = chances < _SURE_FURNITURE
    columns = [
        odds,
        np.clip(scores, -2 * _MOST_SURE, 2 * _MOST_SURE),
        *own.T,
        *(shift(odds, offset, fill=-_MOST_SURE) for offset in _OFFSETS),
        *_look_around(odds, body_words, words),
        *_find_story(story, furniture),
        *_stand_among(odds, prose),
        np.full(len(odds), _share(float(body_words[prose].sum()), float(words[prose].sum()))),
        *_find_long_run(odds, words, furniture),
        *_compare_words(lines, words, story, doubted),
    ]
    rows = np.empty((len(columns), len(odds)), dtype=np.float32)
    for row, column in zip(rows, columns, strict=True):
        row[:] = column
    return rows.T


def _look_around(odds: Floats, body_words: Floats, words: Floats) -> Columns:
    """Return, for each radius, the mean odds and the share of words that are likely the story."""
    sums = add_up(np.column_stack([odds, body_words, words]))
    found: Columns = []
    for radius in _RADII:
        near = mean_around(sums, radius)
        found += [near[:, 0], near[:, 1] / np.maximum(near[:, 2], np.float32(1e-6))]
    return found


def _find_story(story: Bools, furniture: Bools) -> Columns:
    """Return how far off the next sure lines of the story are, and the furniture between."""
    count = len(story)
    index = np.arange(count)
    at = np.flatnonzero(story)
    before = np.concatenate(([-1], at))[np.searchsorted(at, index, "left")]
    after = np.concatenate((at, [count]))[np.searchsorted(at, index, "right")]
    has_before, has_after = before >= 0, after < count
    seen = np.concatenate(([0], np.cumsum(furniture)))
    between_before = np.minimum(seen[index] - seen[np.maximum(before, 0)], _MUCH_FURNITURE)
    between_after = np.minimum(seen[after] - seen[index + 1], _MUCH_FURNITURE)
    return [
        np.where(has_before, np.minimum(index - before, _FAR), _NO_LINE),
        np.where(has_after, np.minimum(after - index, _FAR), _NO_LINE),
        between_before + np.where(has_before, 0, _NO_STORY),
        between_after + np.where(has_after, 0, _NO_STORY),
        has_before & has_after,
    ]


def _stand_among(odds: Floats, prose: Bools) -> Columns:
    """Return the mean, the median and a high value of the odds of all prose, and the rank in it."""
    ranked = np.sort(odds[prose]) if prose.any() else np.zeros(1, dtype=np.float32)
    last = len(ranked) - 1
    page = (ranked.mean(), ranked[last // 2], ranked[last * 9 // 10])
    return [
        *(np.full(len(odds), value, dtype=np.float32) for value in page),
        np.searchsorted(ranked, odds) / len(ranked),
    ]


def _find_long_run(odds: Floats, words: Floats, furniture: Bools) -> Columns:
    """Return where each line stands to the run that is likeliest the story, by its words."""
    sizes = np.minimum(np.log2(1 + words), _RUN_WORDS)
    gains = np.where(furniture, -_RUN_LOSS, np.clip(odds, -1, _RUN_GAIN) * sizes)
    start, end = find_run(gains)
    index = np.arange(len(odds), dtype=np.float32)
    return [
        (index >= start) & (index < end),
        np.clip(signed_log(index - start), -_RUN_REACH, _RUN_REACH),
        np.clip(signed_log(index - (end - 1)), -_RUN_REACH, _RUN_REACH),
    ]


def _compare_words(lines: Sequence[str], words: Floats, story: Bools, doubted: Bools) -> Columns:
    """Return the share of a line's longer words that other sure lines of the story have.

    -1 where it has none, or is furniture for sure; then the mean of the lines around it, and what
    is usual for a sure line of the page.
    """
    shares = np.full(len(lines), -1, dtype=np.float32)
    longer = {
        at: {word for word in _list_words(lines[at]) if len(word) >= _LONGER_WORD}
        for at in np.flatnonzero(doubted).tolist()
    }
    sure = set(np.flatnonzero(story).tolist())
    counts = Counter(chain.from_iterable(longer[at] for at in sure))
    of_story = set(counts)
    of_others = {word for word, lines_with_it in counts.items() if lines_with_it > 1}
    for at, found in longer.items():
        if found:
            shares[at] = len(found & (of_others if at in sure else of_story)) / len(found)
    weights = np.where(shares < 0, 0, np.minimum(words, 30)).astype(np.float32)
    near = mean_around(add_up(np.column_stack([shares * weights, weights])), _WORDS_RADIUS)
    usual = np.sort(shares[story])[(len(sure) - 1) // 2] if sure else -1
    return [
        shares,
        near[:, 0] / np.maximum(near[:, 1], np.float32(1e-6)),
        np.full(len(lines), usual, dtype=np.float32),
    ]


def _list_words(line: str) -> tuple[str, ...]:
    return list_tokens(line[:WEIGHED_CHARACTERS])  # as `list_terms` does: it is remembered


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
