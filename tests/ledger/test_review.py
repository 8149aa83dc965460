"""What to look at next, and how right a random sample is."""

from itertools import pairwise

import pytest

from onrecord.ledger import Answer, Filter, Ledger, Named
from onrecord.ledger.review import wilson_interval


def test_doubtful_rows_that_reach_far_come_first(full: Ledger) -> None:
    due = list(full.due())
    assert len(due) == sum(1 for _ in full.rows())
    assert all(first.worth >= second.worth for first, second in pairwise(due))
    for one in due[:5]:
        row = full.row(one.row)
        assert one.reach == (row.counts.reports if row.counts else 1)
    assert {full.row(each.row).kind for each in full.due(Filter(kind="act"))} == {"act"}


def test_what_is_judged_is_not_due(full: Ledger) -> None:
    first, second, *_, last = (each.row for each in full.due())
    full.judge(first, "accept", who="ana")
    full.judge(last, "reject", who="ana")
    left = [each.row for each in full.due()]
    assert left[0] == second
    assert not {first, last} & set(left)


def test_a_sample_is_the_same_each_time_and_another_by_another_seed(full: Ledger) -> None:
    ids = [row.id for row in full.sample("figure", size=5, seed="one").rows]
    assert ids == [row.id for row in full.sample("figure", size=5, seed="one").rows]
    assert len(set(ids)) == 5
    assert ids != [row.id for row in full.sample("figure", size=5, seed="two").rows]


def test_a_sample_of_more_than_there_is_has_all(full: Ledger) -> None:
    sample = full.sample("statement", size=500, seed="x")
    assert {row.id for row in sample.rows} == {row.id for row in full.statements()}
    assert sample.population == len(sample.rows)


def test_precision_runs_along_with_what_is_judged(full: Ledger) -> None:
    sample = full.sample("statement", size=4, seed="x")
    assert (sample.judged, sample.low, sample.high) == (0, None, None)
    ids = [row.id for row in sample.rows]
    full.judge(ids[0], "accept", who="ana")
    full.judge(ids[1], "reject", who="ana")
    full.judge(ids[3], "accept", who="ana")
    sample = full.sample("statement", size=4, seed="x")
    assert [row.id for row in sample.rows] == ids
    assert (sample.judged, sample.right, sample.beyond) == (2, 1, 1)
    assert sample.next is not None
    assert sample.next.id == ids[2]
    full.judge(ids[2], "correct", Answer(who=(Named(name="Port Orr"),)), who="ana")
    sample = full.sample("statement", size=4, seed="x")
    assert (sample.judged, sample.right, sample.wrong) == (4, 2, {"rejected": 1, "who": 1})
    assert (sample.low, sample.high) == wilson_interval(2, 4)
    assert sample.next is None


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [  # R's prop.test(right, of, correct = FALSE)
        (81, 263, 0.2553, 0.3662),
        (0, 20, 0.0, 0.1611),
        (20, 20, 0.8389, 1.0),
    ],
)
def test_the_interval_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    assert wilson_interval(right, of) == pytest.approx((low, high), abs=0.0001)
