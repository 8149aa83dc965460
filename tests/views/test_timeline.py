from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from onrecord.records import RowKind
from onrecord.views.timeline import strip_days

SVG = "{http://www.w3.org/2000/svg}"
FIRST = date(2031, 4, 1)


def draw(
    counts: dict[tuple[RowKind, date], int], *, last: date, width: int = 1000
) -> etree._Element:
    def address(start: date, end: date) -> str:
        return f"/?since={start}&until={end}"

    return etree.fromstring(
        strip_days(counts, first=FIRST, last=last, width=width, address=address)
    )


def test_each_day_with_rows_leads_to_them() -> None:
    strip = draw({("statement", FIRST): 3, ("act", FIRST): 1}, last=FIRST + timedelta(days=5))
    [link] = strip.iter(f"{SVG}a")
    assert link.get("href") == "/?since=2031-04-01&until=2031-04-01"
    assert link[0].text == "1 Apr 2031: 3 statements, 1 act"
    bars = [rect.get("class") for rect in link.iter(f"{SVG}rect")]
    assert bars == ["hit", "bar statement", "bar act"]


def test_tallest_bar_has_the_most_rows() -> None:
    strip = draw({("statement", FIRST): 8, ("figure", FIRST): 2}, last=FIRST + timedelta(days=2))
    tall = [float(r.get("height", 0)) for r in strip.iter(f"{SVG}rect") if r.get("class") != "hit"]
    assert tall[0] > tall[1]


def test_days_outside_are_left_out() -> None:
    strip = draw({("act", FIRST - timedelta(days=900)): 4}, last=FIRST)
    assert not list(strip.iter(f"{SVG}a"))


def test_days_of_years_share_bars() -> None:
    counts: dict[tuple[RowKind, date], int] = {
        ("act", FIRST + timedelta(days=n)): 1 for n in range(3000)
    }
    strip = draw(counts, last=FIRST + timedelta(days=3000), width=350)
    assert len(list(strip.iter(f"{SVG}a"))) <= 40
    assert "days a bar" in (strip[1].text or "")


@given(st.integers(0, 200_000), st.sampled_from([350, 1120]))
def test_any_length_of_time_fits(days: int, width: int) -> None:
    last = FIRST + timedelta(days=days)
    strip = draw({("figure", FIRST): 1, ("figure", last): 1}, last=last, width=width)
    bars = [r for r in strip.iter(f"{SVG}rect") if r.get("class") == "bar figure"]
    assert bars
    assert all(0 <= float(bar.get("x", "-1")) <= width for bar in bars)


def test_days_are_named_under_their_bars_where_there_is_room() -> None:
    for days in (0, 1, 3):
        last = FIRST + timedelta(days=days)
        strip = draw({("act", FIRST): 1, ("act", last): 1}, last=last)
        bars = [r for r in strip.iter(f"{SVG}rect") if r.get("class") == "bar act"]
        middles = [float(bar.get("x", 0)) + float(bar.get("width", 0)) / 2 for bar in bars]
        ticks = [t for t in strip.iter(f"{SVG}text") if t.get("class") == "tick"]
        assert {tick.get("text-anchor") for tick in ticks} == {"middle"}
        places = [float(tick.get("x", 0)) for tick in ticks]
        assert abs(places[0] - middles[0]) < 1
        assert abs(places[-1] - middles[-1]) < 1
