"""What is found for the acts of many articles at once misses no event."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.compare.act_index import find_near, index_acts
from onrecord.compare.casts import Cast
from onrecord.compare.event_bars import BLOCK_LIMIT
from onrecord.compare.same_event import Deeds, choose_pairs, score_events
from onrecord.compare.traits import ActTraits

SIDES = {"tarvia": "state TAR", "skarn": "state SKA"}
CAST = Cast(article="", keys=SIDES, sides=SIDES, persons={})
CASTS = CAST, CAST


def in_order(days: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    earliest, latest = days
    if earliest is None or latest is None:
        return days
    return min(earliest, latest), max(earliest, latest)


days = st.none() | st.dates(date(2031, 5, 1), date(2031, 5, 14))
actors = st.lists(st.sampled_from(sorted(SIDES)), max_size=2, unique=True).map(tuple)
acts = st.builds(
    ActTraits,
    row=st.just(""),
    type=st.sampled_from(["ASSAULT", "COERCE", "CONSULT", "AGREE", "REJECT", "STATE"]),
    modality=st.sampled_from(["happened", "ongoing", "planned", "conditional"]),
    place=st.sampled_from([None, "Vanna", "vanna", "Oke"]),
    actors=actors,
    recipients=actors,
    days=st.tuples(days, days).map(in_order),
    verbs=st.frozensets(st.sampled_from(["raid", "shel"])),
    context=st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 700), max_size=4),
)
articles = st.lists(acts, max_size=5)


@settings(max_examples=200, deadline=None)
@given(articles, st.lists(articles, max_size=3))
def test_no_event_is_missed(one: list[ActTraits], others: list[list[ActTraits]]) -> None:
    deeds = Deeds(one, CAST)
    found = find_near(index_acts(one), list(map(index_acts, others)), [CASTS] * len(others))
    for other, near in zip(others, found, strict=True):
        theirs = Deeds(other, CAST)
        assert near == sorted(set(near))
        chosen = choose_pairs(deeds, theirs, near)
        assert {(deed.place, like.place) for deed, like in chosen} >= {
            (a, b)
            for a in range(len(one))
            for b in range(len(other))
            if score_events(deeds[a], theirs[b]) or score_events(theirs[b], deeds[a])
        }


def make_act(
    type_: str = "ASSAULT", *, day: int = 3, place: str | None = None, actor: str = "tarvia"
) -> ActTraits:
    return ActTraits(
        row="",
        type=type_,  # type: ignore[arg-type]
        modality="happened",
        place=place,
        actors=(actor,),
        recipients=(),
        days=(date(2031, 5, day), date(2031, 5, day)),
        verbs=frozenset(),
        context={"strait": 300},
    )


def find(one: Sequence[ActTraits], other: Sequence[ActTraits]) -> list[tuple[int, int]]:
    [near] = find_near(index_acts(one), [index_acts(other)], [CASTS])
    return near


def test_acts_of_other_kinds_days_and_places_are_passed_over() -> None:
    other = [
        make_act("COERCE"),
        make_act("REJECT"),
        make_act("STATE"),
        make_act(day=9),
        make_act(day=20),
        make_act(place="Oke"),
        make_act(place="VANNA"),
        make_act(actor="skarn"),
    ]
    assert find([make_act(place="Vanna")], other) == [(0, 0), (0, 6)]
    assert not find([make_act("REJECT")], [make_act("REJECT")])  # words too little alike


def test_many_acts_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.compare.postings.CELLS", 3)
    one, other = index_acts([make_act()] * 2), index_acts([make_act()])
    assert list(find_near(one, [other] * 5, [CASTS] * 5)) == [[(0, 0), (1, 0)]] * 5


def test_other_acts_at_a_place_leave_its_talks_alone() -> None:
    praise = [make_act("SUPPORT", place="Vanna")] * (BLOCK_LIMIT + 2)
    talks = [make_act("CONSULT", place="Vanna")._replace(actors=())]
    assert (len(praise), 0) in find([*praise, *talks], talks)


def test_of_very_many_acts_of_one_side_the_first_count() -> None:
    acts = [make_act()] * (BLOCK_LIMIT + 2)
    one, other = Deeds(acts, CAST), Deeds(acts[:2], CAST)
    near = find(acts, acts[:2])
    assert len(near) == 2 * BLOCK_LIMIT  # and no more, however many a page has
    chosen = [(deed.place, like.place) for deed, like in choose_pairs(one, other, near)]
    assert chosen == near[: 2 * BLOCK_LIMIT]
