"""A story's days as a strip: how many statements, acts and figures each day has."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from html import escape

from onrecord.records import RowKind
from onrecord.views.days import show_day
from onrecord.views.svg import element, label

LANES: tuple[tuple[RowKind, str], ...] = (
    ("statement", "Statements"),
    ("act", "Acts"),
    ("figure", "Figures"),
)
_LANE, _TOP, _AXIS = 34, 4, 22  # pixels
_HALF_LABEL = 34  # pixels of a day in words
_STEPS = (1, 2, 7, 14, 28, 91, 182, 364)  # days
_LEAST = 9  # pixels across for one step

DayCounts = Mapping[tuple[RowKind, date], int]
Address = Callable[[date, date], str]


def strip_days(counts: DayCounts, *, first: date, last: date, width: int, address: Address) -> str:
    """Return an SVG with a lane for each kind of row, a bar for each day with any.

    `address` gives the address for the rows of a range of days. Days outside of `first` to
    `last` are left out; of a long time several days share a bar.
    """
    left = 84 if width >= 480 else 20
    plot = width - left - 6
    step = _choose_step((last - first).days + 1, plot)
    bins = (last - first).days // step + 1
    across = plot / bins
    totals = _count_bins(counts, first, last, step)
    highest = max(totals.values(), default=1)
    parts = [
        element("title", "Rows by day"),
        element("desc", escape(f"{show_day(first)} to {show_day(last)}, {_say(step)} a bar.")),
        *_draw_lanes(left, width, short=width < 480),
    ]
    for number in sorted({number for number, _ in totals}):
        start = first + timedelta(days=number * step)
        end = min(last, start + timedelta(days=step - 1))
        x = left + number * across
        bars = _draw_bars(totals, number, x, across, highest)
        told = _say_bin(totals, number, start, end)
        parts.append(element("a", told + bars, href=address(start, end)))
    parts += _draw_axis(first, last, left, plot, width)
    return element(
        "svg",
        "".join(parts),
        class_="strip wide" if width >= 480 else "strip narrow",
        role="group",
        viewBox=f"0 0 {width} {_TOP + 3 * _LANE + _AXIS}",
        width=width,
        height=_TOP + 3 * _LANE + _AXIS,
        xmlns="http://www.w3.org/2000/svg",
    )


def _choose_step(days: int, plot: int) -> int:
    for step in _STEPS:
        if (days / step) * _LEAST <= plot:
            return step
    return max(_STEPS[-1], days * _LEAST // plot + 1)


def _count_bins(
    counts: DayCounts, first: date, last: date, step: int
) -> Counter[tuple[int, RowKind]]:
    totals: Counter[tuple[int, RowKind]] = Counter()
    for (kind, day), count in counts.items():
        if first <= day <= last:
            totals[(day - first).days // step, kind] += count
    return totals


def _draw_lanes(left: int, width: int, *, short: bool) -> list[str]:
    parts = []
    for index, (kind, name) in enumerate(LANES):
        base = _TOP + (index + 1) * _LANE
        parts.append(
            element("line", class_="base", x1=left, x2=width, y1=base, y2=base, stroke="#999")
        )
        shown = name[0] if short else name
        parts.append(label(shown, class_=f"lane {kind}", x=0, y=base - 4, font_size=12))
    return parts


def _draw_bars(
    totals: Counter[tuple[int, RowKind]], number: int, x: float, across: float, highest: int
) -> str:
    """Return a bar in each lane and a field that takes the pointer over all of them."""
    gap = 1.0 if across > 4 else 0.0
    parts = [
        element(
            "rect",
            class_="hit",
            x=x,
            y=_TOP,
            width=across,
            height=3 * _LANE,
            fill="none",
            pointer_events="all",
        )
    ]
    for index, (kind, _) in enumerate(LANES):
        count = totals[number, kind]
        if not count:
            continue
        tall = max(2.5, count / highest * (_LANE - 6))
        base = _TOP + (index + 1) * _LANE
        wide = min(across - gap, 18.0)
        parts.append(
            element(
                "rect",
                class_=f"bar {kind}",
                x=x + (across - wide) / 2,
                y=base - tall,
                width=wide,
                height=tall,
            )
        )
    return "".join(parts)


def _draw_axis(first: date, last: date, left: int, plot: int, width: int) -> list[str]:
    """Return day labels under the strip: the first day, then as many as have room, evenly."""
    y = _TOP + 3 * _LANE + 15
    days = (last - first).days
    room = max(1, plot // 110)
    marks = sorted({round(days * part / room) for part in range(room + 1)}) if days else [0]
    parts = []
    for number in marks:
        x = left + (number + 0.5) / (days + 1) * plot
        anchor = "middle"  # under its bar, unless it would reach over an edge
        if x < left + _HALF_LABEL:
            anchor, x = "start", left
        elif x > width - _HALF_LABEL:
            anchor, x = "end", width
        shown = show_day(first + timedelta(days=number))
        parts.append(label(shown, class_="tick", x=x, y=y, text_anchor=anchor, font_size=11))
    return parts


def _say_bin(totals: Counter[tuple[int, RowKind]], number: int, start: date, end: date) -> str:
    days = show_day(start) if start == end else f"{show_day(start)} to {show_day(end)}"
    told = ", ".join(
        f"{totals[number, kind]} {name.lower() if totals[number, kind] != 1 else kind}"
        for kind, name in LANES
        if totals[number, kind]
    )
    return element("title", escape(f"{days}: {told}"))


def _say(step: int) -> str:
    return "one day" if step == 1 else f"{step} days"
