from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from onrecord.ledger.rows import FigureRow
from onrecord.records import Figure, Span, When
from onrecord.views.charts import MOST, chart_figures, draw_legend

SVG = "{http://www.w3.org/2000/svg}"


def make_row(
    number: int = 1,
    *,
    low: float | None = None,
    high: float | None = None,
    low_open: bool = False,
    bound: str | None = None,
    unit: str = "barges",
    day: date | None = date(2031, 4, 1),
    words: str = "barges",
    outlet: str = "Gull Post",
) -> FigureRow:
    figure = Figure(
        id=f"f{number}",
        span=Span(number, number + 1),
        words=words,
        low=low,
        high=high,
        low_open=low_open,
        bound=bound,
        unit=unit,
    )
    when = When(earliest=day, latest=day, certainty="exact" if day else "unknown")
    return FigureRow(
        id=figure.id, kind="figure", article="p1", record=figure, when=when, outlet=outlet
    )


def draw(*rows: FigureRow, width: int = 1120) -> etree._Element:
    svg = chart_figures(rows, title="Barges", width=width, address=lambda id_: f"/row/{id_}")
    assert svg is not None
    return etree.fromstring(svg)


def classes(chart: etree._Element, id_: str) -> list[str]:
    [line] = [a for a in chart.iter(f"{SVG}a") if a.get("href") == f"/row/{id_}"]
    return [e.get("class", "") for e in line if e.tag not in (f"{SVG}title", f"{SVG}text")]


def test_exact_value_is_a_point() -> None:
    chart = draw(make_row(1, low=4, high=4), make_row(2, low=9, high=9))
    assert classes(chart, "f1") == ["hit", "point"]


def test_lower_bound_is_an_arrow_from_a_point_that_is_hollow_where_left_out() -> None:
    chart = draw(make_row(1, low=4, low_open=True), make_row(2, low=9), make_row(3, high=9))
    assert classes(chart, "f1") == ["hit", "open-end", "point hollow"]
    assert classes(chart, "f2") == ["hit", "open-end", "point"]
    assert classes(chart, "f3") == ["hit", "open-end", "point"]


def test_range_is_a_bar_and_an_approximate_value_a_dashed_point() -> None:
    chart = draw(make_row(1, low=4, high=6), make_row(2, low=9, high=9, bound="about"))
    assert classes(chart, "f1") == ["hit", "range", "point", "point"]
    assert classes(chart, "f2") == ["hit", "near", "point"]


def test_lines_run_by_day_and_say_words_and_outlet() -> None:
    chart = draw(
        make_row(1, low=4, high=4, day=date(2031, 4, 3), words="four barges"),
        make_row(2, low=9, high=9, day=date(2031, 4, 1), words="nine barges"),
        make_row(3, low=9, high=9, day=None),
    )
    assert [a.get("href") for a in chart.iter(f"{SVG}a")] == ["/row/f2", "/row/f1", "/row/f3"]
    words = [text.text for text in chart.iter(f"{SVG}text")]
    assert {"1 Apr 2031", "nine barges", "Gull Post"} <= set(words)


def test_chart_has_a_title_and_a_description_of_every_value() -> None:
    chart = draw(make_row(1, low=4, high=4), make_row(2, low=9))
    assert chart[0].text == "Barges"
    assert "1 Apr 2031: 4 barges, Gull Post; 1 Apr 2031: ≥ 9 barges" in (chart[1].text or "")


def test_equal_values_stand_under_each_other() -> None:
    chart = draw(make_row(1, low=4, high=4), make_row(2, low=4, high=4), make_row(3, low=5, high=5))
    xs = [c.get("cx") for c in chart.iter(f"{SVG}circle")]
    assert xs[0] == xs[1] != xs[2]


def test_a_share_stands_where_its_per_cent_do() -> None:
    chart = draw(
        make_row(1, low=25, high=25, unit="%"),
        make_row(2, low=0.25, high=0.25, unit="share"),
        make_row(3, low=0.25, high=0.25, unit="%"),
    )
    a, b, c = (circle.get("cx") for circle in chart.iter(f"{SVG}circle"))
    assert a == b != c


def test_one_figure_is_no_chart() -> None:
    assert chart_figures([make_row(1, low=4, high=4)], title="Barges") is None
    assert chart_figures([make_row(1), make_row(2)], title="Barges") is None


def test_page_text_is_escaped_and_long_names_are_shortened() -> None:
    chart = draw(
        make_row(1, low=4, high=4, outlet="</svg><script>alert(1)</script>" * 50),
        make_row(2, low=9, high=9, words="x" * 10_000),
    )
    assert not list(chart.iter(f"{SVG}script"))
    assert all(len(text.text or "") < 80 for text in chart.iter(f"{SVG}text"))


def test_no_element_has_a_style_of_its_own() -> None:
    chart = draw(make_row(1, low=4, high=4), make_row(2, low=9))
    assert not chart.xpath("//@style")
    assert etree.fromstring(draw_legend()).xpath("count(//*[local-name()='g'])") == 6


def order(ends: tuple[float | None, float | None]) -> tuple[float | None, float | None]:
    low, high = ends
    return (low, high) if low is None or high is None else (min(low, high), max(low, high))


values = st.one_of(st.none(), st.floats(-1e15, 1e15))
ends_of_figures = st.tuples(values, values).map(order)


@settings(deadline=None)
@given(st.lists(ends_of_figures, max_size=40), st.sampled_from([350, 900]))
def test_marks_stay_inside_the_drawing(
    ends: list[tuple[float | None, float | None]], width: int
) -> None:
    rows = [make_row(n, low=low, high=high) for n, (low, high) in enumerate(ends)]
    svg = chart_figures(rows, title="Any", width=width)
    if svg is None:
        return
    chart = etree.fromstring(svg)
    circles = list(chart.iter(f"{SVG}circle"))
    assert all(0 <= float(c.get("cx", "-1")) <= width for c in circles)
    assert all(0 <= float(c.get("cy", "-1")) <= float(chart.get("height", "0")) for c in circles)
    assert len(list(chart.iter(f"{SVG}g"))) <= MOST


def test_copies_are_counted_behind_who_printed_it_however_long_the_name() -> None:
    rows = (make_row(1, low=4, high=4, outlet="Gull Post " * 20), make_row(2, low=9, high=9))
    for width in (1120, 350):
        svg = chart_figures(rows, title="Barges", width=width, copies={"f1": 2})
        assert svg is not None
        told = [e.text for e in etree.fromstring(svg).iter(f"{SVG}text") if e.get("class") == "by"]
        assert [text.endswith("… +2") for text in told] == [True, False]


def test_values_that_all_but_touch_are_drawn() -> None:
    chart = draw(make_row(1, high=0.0), make_row(2, high=5e-324))
    assert classes(chart, "f1") == ["hit", "open-end", "point"]
