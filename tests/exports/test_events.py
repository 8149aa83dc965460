import re
from dataclasses import replace
from datetime import date

import pytest

from onrecord.exports.dyads import make_dyads
from onrecord.exports.events import SCALES, Event, make_event
from onrecord.ledger import ActRow, Party
from onrecord.records import Act, ActType, Modality, Span, When

DAY = When(earliest=date(2031, 4, 1), latest=date(2031, 4, 1), certainty="exact")
KESH = Party(id="a1", name="Keshi army", kind="group", state="KSH", sector="MIL")
NORLAND = Party(id="a2", name="Mira Lund", kind="person", state="NRL", sector="GOV", role="envoy")
NOBODY = Party(id="a3", name="gunmen", kind="group")


def make_act(
    type_: ActType = "ASSAULT",
    *,
    modality: Modality = "happened",
    who: tuple[Party, ...] = (KESH,),
    to: tuple[Party, ...] = (NORLAND,),
    when: When = DAY,
    background: bool = False,
) -> ActRow:
    record = Act(
        id="e1", trigger=Span(10, 17), type=type_, modality=modality, background=background
    )
    return ActRow(
        id="e1",
        kind="act",
        article="p1",
        who=who,
        to=to,
        words=("shelled",),
        spans=(Span(10, 17),),
        when=when,
        outlet="Gull Post",
        published=When(earliest=date(2031, 4, 3), latest=date(2031, 4, 3), certainty="exact"),
        record=record,
    )


def check_against_the_manual(event: Event) -> None:
    """Check what table "PLOVER JSON" of the manual requires, and the form of what it names."""
    assert {"id", "date", "source", "event"} <= event.keys()
    assert isinstance(event["id"], str)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", event["date"])
    for name in ("source", "recipient"):
        assert isinstance(event[name], list)
        assert all(re.fullmatch(r"[A-Z]{3}", actor["code"]) for actor in event[name])
    assert event["source"]
    assert isinstance(event["event"], list)
    assert set(event["event"]) <= SCALES.keys()
    assert event["quad_code"] in (1, 2, 3, 4)
    assert isinstance(event["event_scale"], float)
    assert "text" not in event  # only where the maker has the rights to the text


@pytest.mark.parametrize("type_", SCALES)
def test_an_act_that_happened_keeps_its_type(type_: ActType) -> None:
    event = make_event(make_act(type_))
    assert event is not None
    check_against_the_manual(event)
    assert event["event"] == [type_]
    assert event["source"] == [{"code": "KSH", "sector": "MIL", "actor_text": "Keshi army"}]
    assert event["recipient"][0]["office"] == "envoy"
    assert event["date"] == "2031-04-01"
    assert "enddate" not in event


@pytest.mark.parametrize(
    ("type_", "modality", "expected"),
    [
        ("AID", "planned", "AGREE"),
        ("RETREAT", "planned", "CONCEDE"),
        ("ASSAULT", "planned", None),
        ("AID", "offered", "AGREE"),
        ("RETREAT", "demanded", "REQUEST"),
        ("ASSAULT", "threatened", "THREATEN"),
        ("UNSPECIFIED", "threatened", "THREATEN"),
        ("ASSAULT", "conditional", None),
        ("ASSAULT", "hypothetical", None),
        ("STATE", "happened", None),
        ("UNSPECIFIED", "happened", None),
    ],
)
def test_modality_is_put_into_the_code(
    type_: ActType, modality: Modality, expected: str | None
) -> None:
    event = make_event(make_act(type_, modality=modality))
    assert (event["event"] if event else None) == ([expected] if expected else None)


def test_what_did_not_happen_is_no_event() -> None:
    row = make_act()
    assert make_event(replace(row, denied_by=(NORLAND,))) is None
    assert make_event(replace(row, record=replace(row.record, polarity="negative"))) is None
    assert make_event(replace(row, record=replace(row.record, condition=Span(0, 5)))) is None


def test_an_act_of_nobody_with_a_code_is_no_event() -> None:
    assert make_event(make_act(who=(NOBODY,))) is None
    event = make_event(make_act(who=(NOBODY, KESH), to=(NOBODY,)))
    assert event is not None
    assert [actor["code"] for actor in event["source"]] == ["KSH"]
    assert event["recipient"] == []


def test_an_act_without_a_day_has_that_of_publication_unless_it_is_history() -> None:
    event = make_event(make_act(when=When()))
    assert event is not None
    assert (event["date"], event["comment"]) == ("2031-04-03", "dated by publication")
    assert make_event(make_act(when=When(), background=True)) is None


def test_what_is_told_as_background_is_no_event() -> None:
    assert make_event(make_act(background=True)) is None


def test_one_of_the_days_of_years_is_no_date() -> None:
    vague = When(earliest=date(2014, 1, 1), latest=date(2022, 3, 2), certainty="bounded")
    assert make_event(make_act(when=vague)) is None
    assert make_event(replace(make_act(when=When()), published=vague)) is None
    whole = replace(vague, latest=date(2014, 12, 31), certainty="exact")
    assert make_event(make_act(when=whole)) is not None


def test_a_stretch_of_days_has_an_end() -> None:
    when = When(earliest=date(2031, 4, 1), latest=date(2031, 4, 30), certainty="bounded")
    event = make_event(make_act(when=when))
    assert event is not None
    assert (event["date"], event["enddate"]) == ("2031-04-01", "2031-04-30")


def test_dyads_are_pairs() -> None:
    event = make_event(make_act(who=(KESH, NORLAND), to=()))
    meeting = make_event(make_act("CONSULT", who=(KESH, NORLAND), to=()))
    attack = make_event(make_act(who=(KESH,), to=(NORLAND, KESH)))
    assert list_pairs(event) == [("KSH", None), ("NRL", None)]
    assert list_pairs(meeting) == [("KSH", "NRL"), ("NRL", "KSH")]
    assert list_pairs(attack) == [("KSH", "NRL"), ("KSH", "KSH")]


def list_pairs(event: Event | None) -> list[tuple[object, object]]:
    assert event is not None
    return [(dyad["source"], dyad["recipient"]) for dyad in make_dyads([event])]
