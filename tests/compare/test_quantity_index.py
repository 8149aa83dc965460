"""What is found for the figures of many articles at once misses no quantity."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.compare.intervals import Values
from onrecord.compare.quantity_index import BLOCK_LIMIT, find_near, index_quantities
from onrecord.compare.quantity_limits import find_hopeful
from onrecord.compare.same_quantity import score_quantities
from onrecord.compare.slots import Slot
from onrecord.compare.traits import FigureTraits

words = st.frozensets(st.sampled_from(["tanker", "marine", "harbour", "envoy"]), max_size=2)
days = st.none() | st.dates(date(2031, 1, 1), date(2032, 6, 1))
sizes = st.sampled_from([None, 0.0, 2.0, 3.0, 12.0, 40.0, 44.0, 640.0, 12000.0])
slots = st.builds(
    Slot,
    unit=st.sampled_from(["", "people", "ships", "%", "usd/tonne"]),
    idle=st.booleans(),
    counted=words,
    fate=st.sampled_from([None, None, "killed", "missing"]),
    measure=st.booleans(),
    delta=st.booleans(),
    part=st.booleans(),
    rate=st.sampled_from([None, None, "day"]),
    head=st.sampled_from(["", "ship", "vessel"]),
    who=words,
    nation=st.sampled_from([None, None, "Tarvi", "Skarn"]),
    whose=st.sampled_from([None, None, "state TAR"]),
    place=st.sampled_from([None, "vanna", "oke"]),
    stage=st.sampled_from([None, None, "demanded"]),
)


def make_figure(slot: Slot, size: float | None, room: float, **known: Any) -> FigureTraits:
    low, high = (0.0, float("inf")) if size is None else (size - room, size + room)
    first, last = known.pop("days", (None, None))
    if first is not None and last is not None and last < first:
        first, last = last, first
    return FigureTraits(
        row="",
        giver=None,
        slot=slot,
        days=(first, last),
        size=size,
        values=Values(low, high, high_open=room > 0),
        context=known.pop("context", {}),
        bygone=known.pop("bygone", False),
    )


figures = st.builds(
    make_figure,
    slots,
    sizes,
    st.sampled_from([0.0, 0.0, 2.0]),
    days=st.tuples(days, days),
    context=st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 700), max_size=4),
    bygone=st.booleans(),
)
articles = st.lists(figures, max_size=6)


@settings(max_examples=500, deadline=None)
@given(articles, st.lists(st.tuples(articles, st.booleans()), max_size=3))
def test_no_quantity_is_missed(
    one: list[FigureTraits], others: list[tuple[list[FigureTraits], bool]]
) -> None:
    indexes = [index_quantities(other) for other, _ in others]
    together = [both for _, both in others]
    found = find_near(index_quantities(one), indexes, together, find_hopeful)
    for (other, both), near in zip(others, found, strict=True):
        assert near == sorted(set(near))
        assert set(near) >= {
            (a, b)
            for a in range(len(one))
            for b in range(len(other))
            if score_quantities(one[a], other[b], together=both)
        }


SHIPS = Slot(
    unit="ships",
    idle=False,
    counted=frozenset({"tanker"}),
    fate=None,
    measure=False,
    delta=False,
    part=False,
    rate=None,
    head="ship",
    who=frozenset(),
    nation=None,
    whose=None,
    place=None,
    stage=None,
)
FORTY = make_figure(SHIPS, 40.0, 0.5)


def find(one: list[FigureTraits], other: list[FigureTraits]) -> list[tuple[int, int]]:
    [near] = find_near(index_quantities(one), [index_quantities(other)], [True], find_hopeful)
    return near


def test_numbers_of_other_scales_sides_and_sizes_are_passed_over() -> None:
    other = [
        FORTY._replace(slot=SHIPS._replace(delta=True)),
        FORTY._replace(slot=SHIPS._replace(idle=True)),
        FORTY,
        make_figure(SHIPS, 40000.0, 500.0),
        make_figure(SHIPS, 45.0, 0.5),
        make_figure(SHIPS._replace(unit="people", head="", counted=frozenset()), 9000.0, 500.0),
    ]
    assert find([FORTY], other) == [(0, 2), (0, 4)]
    two = [FORTY._replace(slot=SHIPS._replace(whose=whose)) for whose in ("state TAR", "state SKA")]
    assert not find(two[:1], two[1:])


def test_of_very_many_figures_on_one_scale_the_first_count() -> None:
    near = find([FORTY] * (BLOCK_LIMIT + 2), [FORTY])
    assert near == [(place, 0) for place in range(BLOCK_LIMIT)]


def test_many_figures_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.compare.postings.CELLS", 3)
    one, other = index_quantities([FORTY] * 2), index_quantities([FORTY])
    near = find_near(one, [other] * 5, [True] * 5, find_hopeful)
    assert list(near) == [[(0, 0), (1, 0)]] * 5
