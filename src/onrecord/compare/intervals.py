"""Interval arithmetic of figures: what values the words allow."""

from functools import lru_cache
from math import floor, inf, log10
from typing import NamedTuple

from onrecord.records import Figure

APPROXIMATE = 0.10  # how far "about" and its like reach, as a share of the number
SHARE = 100.0  # a fraction is compared in per cent
SHARE_ROUNDING = 1.0  # per cent: "a third" is 33.3, 33 or 34 per cent
COUNTED = 12  # numbers up to this are counted, not rounded
EQUAL = 1e-9  # relative: ends nearer than this touch


class Values(NamedTuple):
    """The values from `low` to `high`; an open end is itself excluded."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


def same_ends(a: Figure, b: Figure) -> bool:
    """Return whether two figures print one value with the same bound."""
    return _read_ends(a) == _read_ends(b)


def allow_values(figure: Figure) -> Values:
    """Return the values that a figure allows, with rounding allowed for.

    A single number is known to half a unit of its last figure that is not 0, but never to more
    than APPROXIMATE of itself: "14,000" is 13,500 to 14,500, "349" is 348.5 to 349.5, the upper
    end left out. With "about" or a hedge it is known to just APPROXIMATE.
    """
    scale = read_scale(figure)
    low = -inf if figure.low is None else figure.low * scale
    high = inf if figure.high is None else figure.high * scale
    if low != high:
        return Values(low, high, figure.low_open, figure.high_open)
    slack = APPROXIMATE * abs(low)
    if is_approximate(figure) or figure.hedge is not None:
        return Values(low - slack, high + slack)
    slack = min(slack, SHARE_ROUNDING if scale == SHARE else _read_rounding(low))
    return Values(low - slack, high + slack, high_open=slack > 0)


def read_scale(figure: Figure) -> float:
    """Return what a figure's values are multiplied by to be compared: a share is in per cent."""
    return SHARE if figure.unit == "share" else 1.0


def measure_size(figure: Figure) -> float | None:
    """Return the mean of the ends that a figure has, without sign; `None` where it has none."""
    ends = [abs(end) for end in (figure.low, figure.high) if end is not None]
    return read_scale(figure) * sum(ends) / len(ends) if ends else None


@lru_cache(maxsize=8192)
def count_digits(size: float) -> int:
    """Return how many figures a number is told by: 2 for 640 million, 3 for 1,240."""
    return len(f"{size:.9g}".partition("e")[0].replace(".", "").strip("0"))


def could_meet(a: Values, b: Values) -> bool:
    """Return whether some value lies in both."""
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low in (-inf, inf) or high in (-inf, inf):
        return low <= high
    if abs(high - low) > EQUAL * max(1.0, abs(low)):
        return low < high
    touching = (a.low == low and a.low_open) or (b.low == low and b.low_open)
    return not (touching or (a.high == high and a.high_open) or (b.high == high and b.high_open))


def is_approximate(figure: Figure) -> bool:
    """Return whether one printed number stands with words that loosen it: "about 40"."""
    return figure.bound is not None and figure.low is not None and figure.low == figure.high


def say_meeting(a: Figure, b: Figure) -> str:
    """Return in words why the values of two figures meet."""
    if any(end is None for figure in (a, b) for end in (figure.low, figure.high)):
        return "the bound of the one leaves room for the other"
    if a.low != a.high or b.low != b.high:
        return "the ranges overlap"
    return "the same once rounding is allowed for"


def _read_ends(figure: Figure) -> tuple[object, ...]:
    scale = read_scale(figure)
    low = None if figure.low is None else figure.low * scale
    high = None if figure.high is None else figure.high * scale
    return (low, high, figure.low_open, figure.high_open, is_approximate(figure))


def _read_rounding(value: float) -> float:
    size = abs(value)
    if size == inf or size == 0 or (size <= COUNTED and size == floor(size)):
        return 0.0
    digits = f"{size:.10g}"
    if "e" in digits:
        return float(0.5 * 10 ** (floor(log10(size)) - 1))
    if "." in digits:
        return float(0.5 * 10 ** -len(digits.partition(".")[2]))
    return float(0.5 * 10 ** (len(digits) - len(digits.rstrip("0"))))
