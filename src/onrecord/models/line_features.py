"""Set each line's measures beside its neighbours' and its place on the page."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.models.line_measures import MEASURES, Floats

_NEAR = ("words", "capitalised", "function_words", "notice_words", "terminal", "prose",
         "starts_lower", "year", "quotes", "repeats")  # fmt: skip
_SMOOTHED = ("words", "prose", "function_words", "notice_words", "capitalised")
_OFFSETS = (-2, -1, 1, 2)
_RADII = (2, 5, 12)
_REACH = (3, 8)
# The windows of `spread_scores` around a line: around it as far as the page goes (size 0), and of a
# fixed size beside it.
_WINDOWS = (
    *((-radius, radius + 1, 0) for radius in _RADII),
    *(window for size in _REACH for window in ((-size, 0, size), (1, size + 1, size))),
)
_LOW, _HIGH, _SIZES = np.array(_WINDOWS).T[:, :, None]
_GAP_COST = 4.0  # what one line that is not prose costs in the search for the longest run

_PLACE_NAMES = (
    "place", "lines_before", "lines_after", "page_lines", "page_words", "page_prose_lines",
    "page_prose_share", "to_previous_prose", "to_next_prose", "gap",
)  # fmt: skip
_RUN_NAMES = ("in_run", "from_start", "from_end", "run_lines")


def context_names() -> tuple[str, ...]:
    """Return the names of the columns of `add_context`, in order."""
    near = tuple(f"{name}{offset:+d}" for offset in _OFFSETS for name in _NEAR)
    smooth = tuple(f"{name}~{radius}" for radius in _RADII for name in _SMOOTHED)
    reach = tuple(f"prose{sign}{size}" for size in _REACH for sign in "<>")
    return MEASURES + near + smooth + reach + _PLACE_NAMES + _RUN_NAMES


def score_names() -> tuple[str, ...]:
    """Return the names of the columns of `spread_scores`, in order."""
    near = tuple(f"score{offset:+d}" for offset in (-3, *_OFFSETS, 3))
    smooth = tuple(f"score~{radius}" for radius in _RADII)
    reach = tuple(f"score{sign}{size}" for size in _REACH for sign in "<>")
    return ("score", *near, *smooth, *reach, *(f"score_{name}" for name in _RUN_NAMES))


def add_context(measures: Floats) -> Floats:
    """Return one row per line of a page and one column per name in `context_names()`.

    `measures` are those of its lines, shape `(n_lines, len(MEASURES))`.
    """
    columns = {name: measures[:, index] for index, name in enumerate(MEASURES)}
    near = np.column_stack([columns[name] for name in _NEAR])
    sums = add_up(np.column_stack([columns[name] for name in _SMOOTHED]))
    shifted = [shift(near, offset) for offset in _OFFSETS]
    smooth = [mean_around(sums, radius) for radius in _RADII]
    prose_sums = sums[:, _SMOOTHED.index("prose")]
    reach = [_mean_beside(prose_sums, size, side) for size in _REACH for side in (-1, 1)]
    words = np.exp2(columns["words"]) - 1
    prose = columns["prose"] > 0
    place = _find_places(words, prose)
    run = _describe_run(*find_run(np.where(prose, words, -_GAP_COST)), len(measures))
    parts = [*shifted, *smooth, *reach, *place, *run]
    return np.column_stack([measures, *parts]).astype(np.float32, copy=False)


def spread_scores(scores: Floats) -> Floats:
    """Return one row per line of a page and one column per name in `score_names()`.

    `scores` are the log odds of its lines by their words, shape `(n_lines,)`.
    """
    count = len(scores)
    near = shift_each(scores, (-3, *_OFFSETS, 3), fill=-4.0)
    sums = add_up(scores[:, None])[:, 0]
    low, high = (np.clip(np.arange(count) + edges, 0, count) for edges in (_LOW, _HIGH))
    means = (sums[high] - sums[low]) / np.where(_SIZES, _SIZES, high - low)
    run = _describe_run(*find_run(np.clip(scores, -4, 4)), count)
    return np.array([scores, *near, *means, *run], dtype=np.float32).T


def shift_each(column: Floats, offsets: Sequence[int], fill: float = -1.0) -> list[Floats]:
    """Return what `shift` does to a column, shape `(n_lines,)`, for each of the `offsets`."""
    reach = max(map(abs, offsets))
    padded = np.full(len(column) + 2 * reach, fill, dtype=np.float32)
    padded[reach:-reach] = column
    return [padded[reach + offset : reach + offset + len(column)] for offset in offsets]


def shift(columns: Floats, offset: int, fill: float = -1.0) -> Floats:
    """Return `columns` (or one) with row i holding row i + offset, or `fill` off the page.

    The shape is that of `columns`: `(n_lines, n_columns)` or `(n_lines,)`.
    """
    shifted = np.full_like(columns, fill)
    if abs(offset) < len(columns):
        if offset > 0:
            shifted[:-offset] = columns[offset:]
        else:
            shifted[-offset:] = columns[:offset]
    return shifted


def add_up(columns: Floats) -> NDArray[np.float64]:
    """Return the sums of the first 0, 1, 2 ... rows of each column, shape `(n_rows + 1, n)`."""
    sums = np.zeros((len(columns) + 1, columns.shape[1]))
    np.cumsum(columns, axis=0, dtype=np.float64, out=sums[1:])
    return sums


def mean_around(sums: NDArray[np.float64], radius: int) -> Floats:
    """Return the mean over `radius` rows on both sides and the row itself, shape `(n_rows, n)`.

    `sums` are those of `add_up`, shape `(n_rows + 1, n)`.
    """
    count = len(sums) - 1
    index = np.arange(count)
    low = np.maximum(index - radius, 0)
    high = np.minimum(index + radius + 1, count)
    return np.asarray((sums[high] - sums[low]) / (high - low)[:, None], dtype=np.float32)


def find_run(gains: Floats) -> tuple[int, int]:
    """Return `[start, end)` of the run of lines with the greatest sum of `gains` (Kadane's).

    Without a positive gain the run is empty: (0, 0).
    """
    best, best_start, best_end = 0.0, 0, 0
    total, start = 0.0, 0
    for index, gain in enumerate(gains.tolist()):
        if total <= 0:
            total, start = 0.0, index
        total += gain
        if total > best:
            best, best_start, best_end = total, start, index + 1
    return best_start, best_end


def _describe_run(start: int, end: int, count: int) -> list[Floats]:
    """Return, for each of `count` lines, where it stands to the run (names: `_RUN_NAMES`)."""
    index = np.arange(count, dtype=np.float32)
    inside = ((index >= start) & (index < end)).astype(np.float32)
    size = np.full(count, np.log2(1 + end - start), dtype=np.float32)
    return [inside, signed_log(index - start), signed_log(index - (end - 1)), size]


def _find_places(words: Floats, prose: NDArray[np.bool_]) -> list[Floats]:
    count = len(words)
    index = np.arange(count, dtype=np.float32)
    total = float(words.sum()) or 1.0
    previous = np.maximum.accumulate(np.where(prose, index, -32.0))
    following = np.minimum.accumulate(np.where(prose, index, count + 31.0)[::-1])[::-1]
    before = np.log2(1 + np.minimum(index - previous, 32))
    after = np.log2(1 + np.minimum(following - index, 32))
    page = (np.log2(1 + count), np.log2(1 + total), np.log2(1 + prose.sum()))
    share = float(words[prose].sum()) / total
    return [
        (index + 0.5) / max(count, 1),
        np.log2(1 + index),
        np.log2(count - index),
        *(np.full(count, value, dtype=np.float32) for value in (*page, share)),
        before,
        after,
        before + after,
    ]


def _mean_beside(sums: NDArray[np.float64], size: int, side: int) -> Floats:
    """Return the mean over the `size` rows before (`side` -1) or after (+1); 0 off the page."""
    count = len(sums) - 1
    index = np.arange(count)
    low = np.maximum(index - size, 0) if side < 0 else index + 1
    high = index if side < 0 else np.minimum(index + 1 + size, count)
    return np.asarray((sums[high] - sums[low]) / size, dtype=np.float32)


def signed_log(values: Floats) -> Floats:
    """Return log2(1 + |x|) with the sign of x, for each x."""
    return np.asarray(np.sign(values) * np.log2(1 + np.abs(values)), dtype=np.float32)
