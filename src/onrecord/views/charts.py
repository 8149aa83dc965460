"""A figure's values as its reports give them: one line a report, days downwards, values across.

A point is an exact value, a bar a range, an arrow an end that the words leave open. What stands
under what agrees; what cannot is seen at once.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from math import floor, log10

from onrecord.ledger.rows import FigureRow
from onrecord.views.days import show_days
from onrecord.views.plain import one_line
from onrecord.views.svg import element, fit, label
from onrecord.views.words import show_parties, show_publisher, show_value

ROW, TOP = 28, 26  # pixels: height of a line, and of the axis above
NARROW = 480  # below this width, words stand above their mark
MOST = 24  # lines; a chart of more is no picture any more
_DAYS, _WORDS, _BY = 104, 200, 170  # columns of the wide form
_ARROW = 5

Address = Callable[[str], str]


def chart_figures(
    rows: Sequence[FigureRow], *, title: str, width: int = 760, address: Address | None = None
) -> str | None:
    """Return an SVG of the figures in `rows` that share the commonest unit, by day.

    `address` gives the address to which a report's line leads, by the row's id. `None` comes
    back where fewer than two figures have a number to draw.
    """
    drawn = _choose(rows)
    if len(drawn) < 2:
        return None
    narrow = width < NARROW
    left, right = (8, width - 8) if narrow else (_DAYS + _WORDS, width - _BY)
    scale = Scale(drawn, left + 10, right - 10)
    step = ROW + 16 if narrow else ROW
    height = TOP + step * len(drawn) + 6
    parts = [element("title", _text(title)), element("desc", _text(_describe(drawn)))]
    parts += _axis(scale, height)
    for index, row in enumerate(drawn):
        line = _line(row, scale, TOP + index * step, width, narrow=narrow)
        parts.append(element("a", line, href=address(row.id)) if address else line)
    return element(
        "svg",
        "".join(parts),
        class_="chart narrow" if narrow else "chart wide",
        role="group",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        xmlns="http://www.w3.org/2000/svg",
    )


class Scale:
    """Where values stand between two places across, with round ticks."""

    def __init__(self, rows: Sequence[FigureRow], left: float, right: float) -> None:
        ends = [end for row in rows for end in (row.record.low, row.record.high) if end is not None]
        low, high = min(ends), max(ends)
        if 0 <= low <= high * 0.5:
            low = 0.0
        step = _round_step(high - low or abs(high) or 1.0)
        self.low = floor(low / step) * step
        if self.low == low and low != 0:
            self.low -= step
        ticks = int((high - self.low) / step) + 2
        self.ticks = [self.low + step * index for index in range(ticks)]
        self.high = self.ticks[-1]
        self.left, self.right = left, right

    def place(self, value: float) -> float:
        """Return the place of `value`."""
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)


def _choose(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """Return the rows to draw, by day and then by place in their article."""
    numbered = [row for row in rows if row.record.low is not None or row.record.high is not None]
    units = Counter(row.record.unit for row in numbered)
    unit = max(units, key=lambda unit: (units[unit], unit or ""), default=None)
    alike = [row for row in numbered if row.record.unit == unit]
    return sorted(alike, key=_order)[:MOST]


def _order(row: FigureRow) -> tuple[str, str, int]:
    when = row.when if row.when.earliest or row.when.latest else row.published
    day = when.earliest or when.latest
    return (day.isoformat() if day else "~", row.article, row.record.span.start)


def _axis(scale: Scale, height: int) -> list[str]:
    parts = []
    every = 1 + (len(scale.ticks) - 1) // 6
    for index, tick in enumerate(scale.ticks):
        x = scale.place(tick)
        parts.append(
            element("line", class_="grid", x1=x, x2=x, y1=TOP - 6, y2=height - 4, stroke="#ccc")
        )
        if index % every == 0:
            parts.append(
                label(_number(tick), class_="tick", x=x, y=13, text_anchor="middle", font_size=11)
            )
    return parts


def _line(row: FigureRow, scale: Scale, top: float, width: int, *, narrow: bool) -> str:
    """Return one report: its day, its words, its mark and who printed it."""
    words, by = one_line(row.record.words), one_line(show_publisher(row.outlet, row.agency))
    if row.who:
        by = f"{one_line(show_parties(row.who))}, in {by}"
    days = show_days(row.when)
    full = element("title", _text(f"{days}: {words} ({by})"))
    hit = element(
        "rect",
        class_="hit",
        x=0,
        y=top,
        width=width,
        height=ROW + 16 if narrow else ROW,
        fill="none",
        pointer_events="all",
    )
    if narrow:
        texts = [
            label(fit(words, width * 0.52), class_="words", x=4, y=top + 14, font_size=13),
            label(
                fit(by, width * 0.44, 11),
                class_="by",
                x=width - 4,
                y=top + 14,
                text_anchor="end",
                font_size=11,
            ),
        ]
        return full + hit + "".join(texts) + _mark(row, scale, top + 30)
    middle = top + ROW / 2
    texts = [
        label(fit(days, _DAYS - 6), class_="days", x=0, y=middle + 4, font_size=12),
        label(fit(words, _WORDS - 8, 13), class_="words", x=_DAYS, y=middle + 4, font_size=13),
        label(fit(by, _BY - 8), class_="by", x=width - _BY + 8, y=middle + 4, font_size=12),
    ]
    return full + hit + "".join(texts) + _mark(row, scale, middle)


def _mark(row: FigureRow, scale: Scale, y: float) -> str:
    """Return the mark of a figure: point, range, or point with an arrow."""
    figure = row.record
    low, high = figure.low, figure.high
    if low is None:
        assert high is not None
        return _arrow(scale.place(high), scale.left - 8, y) + _end(
            scale.place(high), y, open_=figure.high_open
        )
    if high is None:
        return _arrow(scale.place(low), scale.right + 8, y) + _end(
            scale.place(low), y, open_=figure.low_open
        )
    start, end = scale.place(low), scale.place(high)
    if low == high:
        near = ""
        if figure.bound is not None:  # an approximate value
            near = element(
                "line", class_="near", x1=start - 13, x2=start + 13, y1=y, y2=y, stroke="#009E73"
            )
        return near + _end(start, y, open_=False)
    bar = element("line", class_="range", x1=start, x2=end, y1=y, y2=y, stroke="#009E73")
    return bar + _end(start, y, open_=figure.low_open) + _end(end, y, open_=figure.high_open)


def _arrow(start: float, end: float, y: float) -> str:
    back = -_ARROW if end > start else _ARROW
    path = f"M{start:.1f} {y:.1f}H{end:.1f}m{back} -{_ARROW}l{-back} {_ARROW}l{back} {_ARROW}"
    return element("path", class_="open-end", d=path, fill="none", stroke="#009E73")


def _end(x: float, y: float, *, open_: bool) -> str:
    """Return a point, hollow where the value itself is left out ("more than")."""
    fill = "#fff" if open_ else "#009E73"
    class_ = "point hollow" if open_ else "point"
    return element("circle", class_=class_, cx=x, cy=y, r=4.5, fill=fill, stroke="#009E73")


def _describe(rows: Sequence[FigureRow]) -> str:
    reports = (
        f"{show_days(row.when)}: {show_value(row.record)}, {show_publisher(row.outlet, row.agency)}"
        for row in rows
    )
    return f"{len(rows)} figures by day. {'; '.join(reports)}."


def _round_step(extent: float) -> float:
    """Return the step of 1, 2 or 5 times a power of ten that parts `extent` into 3 to 7."""
    power = 10.0 ** floor(log10(extent))
    for factor in (0.2, 0.5, 1.0):
        if extent / (power * factor) <= 6:
            return power * factor
    return power * 2


def _number(value: float) -> str:
    for limit, suffix in ((1e12, " tn"), (1e9, " bn"), (1e6, " m")):
        if abs(value) >= limit:
            return f"{value / limit:g}{suffix}"
    return f"{value:,.0f}" if abs(value) >= 10 or value == int(value) else f"{value:g}"


def _text(text: str) -> str:
    from html import escape

    return escape(one_line(text))
