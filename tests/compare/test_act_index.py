"""What is found for the acts of many articles at once misses no event."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.compare.act_index import find_near, index_acts
from onrecord.compare.casts import Cast
from onrecord.compare.event_bars import MOST_ACTS
from onrecord.compare.event_likeness import find_hopeful
from onrecord.compare.same_event import Deeds, score_events
from onrecord.compare.traits import ActTraits

KEYS = {
    "tarvia": "state TAR",
    "skarn": "state SKA",
    "marines": "group TAR Tarvian marines",
    "troops": "group  marines",
    "people": "group  people",
}
SIDES = KEYS | {"marines": "state TAR"}
CAST = Cast(article="", keys=KEYS, sides=SIDES, persons={})
CASTS = CAST, CAST


def in_order(days: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    earliest, latest = days
    if earliest is None or latest is None:
        return days
    return min(earliest, latest), max(earliest, latest)


days = st.none() | st.dates(date(2031, 5, 1), date(2031, 5, 14))
actors = st.lists(st.sampled_from(sorted(KEYS)), max_size=2, unique=True).map(tuple)
acts = st.builds(
    ActTraits,
    row=st.just(""),
    type=st.sampled_from(["ASSAULT", "COERCE", "CONSULT", "AGREE", "REJECT", "STATE"]),
    modality=st.sampled_from(["happened", "ongoing", "planned", "conditional"]),
    place=st.sampled_from([None, "Vanna", "vanna harbour", "Oke"]),
    actors=actors,
    recipients=actors,
    days=st.tuples(days, days).map(in_order),
    verbs=st.frozensets(st.sampled_from(["raid", "shel"])),
    context=st.dictionaries(
        st.sampled_from([*"abcdef", "of", "the"]), st.integers(1, 700), max_size=4
    ),
)
articles = st.lists(acts, max_size=5)


@settings(max_examples=200, deadline=None)
@given(articles, st.lists(articles, max_size=3))
def test_no_event_is_missed(one: list[ActTraits], others: list[list[ActTraits]]) -> None:
    deeds = Deeds(one, CAST)
    indexes = list(map(index_acts, others))
    found = find_near(index_acts(one), indexes, [CASTS] * len(others), find_hopeful)
    for other, near in zip(others, found, strict=True):
        theirs = Deeds(other, CAST)
        assert near == sorted(set(near))
        assert set(near) >= {
            (a, b)
            for a in range(len(one))
            for b in range(len(other))
            if score_events(deeds[a], theirs[b], together=True)
        }


@settings(max_examples=100, deadline=None)
@given(acts, acts)
def test_which_act_comes_first_does_not_matter(one: ActTraits, other: ActTraits) -> None:
    first, second = Deeds([one], CAST)[0], Deeds([other], CAST)[0]
    assert score_events(first, second, together=True) == score_events(second, first, together=True)


def make_act(
    type_: str = "ASSAULT", *, day: int = 3, verb: str = "raid", actor: str = "tarvia"
) -> ActTraits:
    return ActTraits(
        row="",
        type=type_,  # type: ignore[arg-type]
        modality="happened",
        place=None,
        actors=(actor,),
        recipients=(),
        days=(date(2031, 5, day), date(2031, 5, day)),
        verbs=frozenset({verb}),
        context={"strait": 300},
    )


def find(one: Sequence[ActTraits], other: Sequence[ActTraits]) -> list[tuple[int, int]]:
    [near] = find_near(index_acts(one), [index_acts(other)], [CASTS], find_hopeful)
    return near


def test_acts_of_other_kinds_verbs_and_days_are_passed_over() -> None:
    other = [
        make_act("COERCE"),
        make_act("COERCE", verb="shel"),
        make_act("STATE"),
        make_act(verb="shel"),
        make_act(day=9),
        make_act(day=20),
        make_act(),
    ]
    assert find([make_act()], other) == [(0, 0), (0, 4), (0, 6)]


def test_other_verbs_are_seldom_taken_for_one() -> None:
    one = [make_act(verb=f"a{number}") for number in range(40)]
    other = [make_act("COERCE", verb=f"b{number}") for number in range(40)]
    assert len(find(one, other)) < 4
    assert len(find(one, [act._replace(type="COERCE") for act in one])) >= len(one)


def test_many_acts_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.compare.postings.CELLS", 3)
    one, other = index_acts([make_act()] * 2), index_acts([make_act()])
    near = find_near(one, [other] * 5, [CASTS] * 5, find_hopeful)
    assert list(near) == [[(0, 0), (1, 0)]] * 5


def test_of_very_many_acts_the_first_count() -> None:
    near = find([make_act()] * (MOST_ACTS + 2), [make_act()])
    assert near == [(place, 0) for place in range(MOST_ACTS)]


def test_acts_of_two_episodes_on_unknown_days_are_less_surely_one() -> None:
    dated, undated = make_act(), make_act()._replace(days=(None, None))
    one, same, other = (Deeds([act], CAST)[0] for act in (dated, make_act(), undated))
    sure = score_events(one, same, together=False)
    assert sure == score_events(one, other, together=True)
    assert score_events(one, other, together=False) < sure
