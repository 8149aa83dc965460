"""A figure's values as its reports give them: one line a report, days downwards, values across.

A point is an exact value, a bar a range, an arrow an end that the words leave open. What stands
under what agrees; what cannot is seen at once.
"""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from math import floor, log10

from onrecord.compare.intervals import read_scale
from onrecord.ledger.rows import FigureRow
from onrecord.records import Figure, When
from onrecord.views.days import show_days
from onrecord.views.plain import count_noun, one_line, shorten
from onrecord.views.svg import element, fit, label
from onrecord.views.words import show_parties, show_publisher, show_value

ROW, TALL, TOP = 28, 60, 26  # pixels: height of a line, of a narrow one, of the axis above
NARROW = 480  # below this width, words and publisher stand above their mark
COLOUR = "#009E73"  # of a figure, where no style sheet says otherwise
MOST = 24  # lines; a chart of more is no picture any more
_DAYS, _WORDS, _BY = 0.17, 0.21, 0.26  # columns of the wide form, in parts of its width
_ARROW = 5
_FINEST = 1e-9  # no step is smaller: what is closer together is drawn in one place
NO_COPIES: Mapping[str, int] = {}

Address = Callable[[str], str]


def chart_figures(
    rows: Sequence[FigureRow],
    *,
    title: str,
    width: int = 1120,
    address: Address | None = None,
    copies: Mapping[str, int] = NO_COPIES,
) -> str | None:
    """Return an SVG of the figures in `rows`, which give one quantity, by day.

    `address` gives the address to which a report's line leads, by the row's id, and `copies` how
    many others repeat it, which is told behind who printed it: "+2". `None` comes back where
    fewer than two figures have a number to draw.
    """
    drawn = _choose(rows)
    if len(drawn) < 2:
        return None
    narrow = width < NARROW
    left, right = (8, width - 8) if narrow else (width * (_DAYS + _WORDS), width * (1 - _BY))
    scale = Scale(drawn, left + 10, right - 10)
    step = TALL if narrow else ROW
    height = TOP + step * len(drawn) + 6
    parts = [element("title", _text(shorten(title))), element("desc", _text(_describe(drawn)))]
    parts += _axis(scale, height)
    for index, row in enumerate(drawn):
        top = TOP + index * step
        line = _line(row, scale, top, width, narrow=narrow, copies=copies.get(row.id, 0))
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


def draw_legend() -> str:
    """Return an SVG that explains the marks."""
    marks = (
        ("exact", _end(14, 10, open_=False)),
        ("about", _near(14, 10) + _end(14, 10, open_=False)),
        ("at least", _arrow(6, 30, 10) + _end(6, 10, open_=False)),
        ("more than", _arrow(6, 30, 10) + _end(6, 10, open_=True)),
        ("at most", _arrow(26, 2, 10) + _end(26, 10, open_=False)),
        ("between", element("line", class_="range", x1=4, x2=28, y1=10, y2=10, stroke=COLOUR)),
    )
    parts = [element("title", "How to read the marks")]
    for index, (name, mark) in enumerate(marks):
        text = label(name, class_="tick", x=38, y=14, font_size=12)
        parts.append(
            element("g", mark + text, transform=f"translate({index % 3 * 112} {index // 3 * 22})")
        )
    return element(
        "svg",
        "".join(parts),
        class_="legend",
        role="img",
        viewBox="0 0 330 44",
        width=330,
        height=44,
        xmlns="http://www.w3.org/2000/svg",
    )


def find_ends(figure: Figure) -> tuple[float | None, float | None]:
    """Return where a figure begins and ends; "a quarter" at 25, beside per cent."""
    scale = read_scale(figure)
    low, high = (None if end is None else end * scale for end in (figure.low, figure.high))
    return low, high


class Scale:
    """Where values stand between two places across, with round ticks."""

    def __init__(self, rows: Sequence[FigureRow], left: float, right: float) -> None:
        ends = [end for row in rows for end in find_ends(row.record) if end is not None]
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
    """Return the rows that have a number, by day and then by place in their article."""
    numbered = [row for row in rows if row.record.low is not None or row.record.high is not None]
    return sorted(numbered, key=_order)[:MOST]


def _order(row: FigureRow) -> tuple[str, str, int]:
    when = row.when if _is_known(row.when) else row.published
    day = when.earliest or when.latest
    return (day.isoformat() if day else "~", row.article, row.record.span.start)


def _is_known(when: When) -> bool:
    return when.earliest is not None or when.latest is not None


def _show_days(row: FigureRow) -> str:
    """Return as of when the figure is, or else when it was published, which is called so."""
    if _is_known(row.when) or not _is_known(row.published):
        return show_days(row.when)
    return f"pub. {show_days(row.published)}"


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


def _line(
    row: FigureRow, scale: Scale, top: float, width: int, *, narrow: bool, copies: int
) -> str:
    """Return one report: its day, its words, its mark and who printed it."""
    words, by = (
        one_line(row.record.words),
        shorten(one_line(show_publisher(row.outlet, row.agency))),
    )
    if row.who:
        by = f"{one_line(shorten(show_parties(row.who)))}, in {by}"
    more = f" +{copies}" if copies else ""
    days = _show_days(row)
    full = element("title", _text(f"{days}: {words} ({by}{more})"))
    hit = element(
        "rect",
        class_="hit",
        x=0,
        y=top,
        width=width,
        height=TALL if narrow else ROW,
        fill="none",
        pointer_events="all",
    )
    if narrow:
        texts = [
            label(fit(words, width * 0.62, 13), class_="words", x=4, y=top + 15, font_size=14),
            label(
                fit(days, width * 0.36, 11),
                class_="days",
                x=width - 4,
                y=top + 15,
                text_anchor="end",
                font_size=12,
            ),
            label(fit(by, width - 42, 11) + more, class_="by", x=4, y=top + 31, font_size=12),
        ]
        return full + hit + "".join(texts) + _mark(row, scale, top + 45)
    middle = top + ROW / 2
    texts = [
        label(fit(days, width * _DAYS - 6), class_="days", x=0, y=middle + 4, font_size=12),
        label(
            fit(words, width * _WORDS - 16, 13),
            class_="words",
            x=width * _DAYS,
            y=middle + 4,
            font_size=14,
        ),
        label(
            fit(by, width * _BY - 12 - 7 * len(more)) + more,
            class_="by",
            x=width * (1 - _BY) + 12,
            y=middle + 4,
            font_size=12,
        ),
    ]
    return full + hit + "".join(texts) + _mark(row, scale, middle)


def _mark(row: FigureRow, scale: Scale, y: float) -> str:
    """Return the mark of a figure: point, range, or point with an arrow."""
    figure = row.record
    low, high = find_ends(figure)
    if low is None:
        assert high is not None
        end = scale.place(high)
        return _arrow(end, scale.left - 8, y) + _end(end, y, open_=figure.high_open)
    start = scale.place(low)
    if high is None:
        return _arrow(start, scale.right + 8, y) + _end(start, y, open_=figure.low_open)
    if low == high:
        near = _near(start, y) if figure.bound is not None else ""  # an approximate value
        return near + _end(start, y, open_=False)
    end = scale.place(high)
    bar = element("line", class_="range", x1=start, x2=end, y1=y, y2=y, stroke=COLOUR)
    return bar + _end(start, y, open_=figure.low_open) + _end(end, y, open_=figure.high_open)


def _near(x: float, y: float) -> str:
    return element("line", class_="near", x1=x - 13, x2=x + 13, y1=y, y2=y, stroke=COLOUR)


def _arrow(start: float, end: float, y: float) -> str:
    back = -_ARROW if end > start else _ARROW
    path = f"M{start:.1f} {y:.1f}H{end:.1f}m{back} -{_ARROW}l{-back} {_ARROW}l{back} {_ARROW}"
    return element("path", class_="open-end", d=path, fill="none", stroke=COLOUR)


def _end(x: float, y: float, *, open_: bool) -> str:
    """Return a point, hollow where the value itself is left out ("more than")."""
    fill = "#fff" if open_ else COLOUR
    class_ = "point hollow" if open_ else "point"
    return element("circle", class_=class_, cx=x, cy=y, r=4.5, fill=fill, stroke=COLOUR)


def _describe(rows: Sequence[FigureRow]) -> str:
    reports = (
        f"{_show_days(row)}: {shorten(show_value(row.record))},"
        f" {shorten(show_publisher(row.outlet, row.agency))}"
        for row in rows
    )
    return f"{count_noun(len(rows), 'figure')} by day. {'; '.join(reports)}."


def _round_step(extent: float) -> float:
    """Return the step of 1, 2 or 5 times a power of ten that parts `extent` into 3 to 7."""
    power = 10.0 ** floor(log10(max(extent, _FINEST)))
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
    return escape(one_line(text))
