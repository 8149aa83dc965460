"""Who takes part in a deed that is told again."""

from datetime import date

import pytest
from tests.acts.reading import acts_of, mention, read_by, said, span_of, year

from onrecord.records import Act, Statement


def told_last(text: str, trigger: str, *statements: Statement) -> Act:
    found = acts_of(text, statements=statements)
    return [each for each in found if text[each.trigger.start : each.trigger.end] == trigger][-1]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Kenya arrested Lund. Lund was arrested at night.", "arrested", ["Kenya"]),
        ("The troops murdered Lund. Lund was killed at night.", "killed", ["troops"]),
        ("Kenya arrested Lund. Peru arrested Lund. Lund was arrested at night.", "arrested", []),
        ("Kenya arrested Lund. Baru was arrested at night.", "arrested", []),
        ("Kenya may have arrested Lund. Lund was arrested at night.", "arrested", []),
        ("Kenya criticised Lund. Lund was criticised at night.", "criticised", []),
    ],
)
def test_a_passive_has_the_actor_that_another_telling_has(
    text: str, trigger: str, actors: list[str]
) -> None:
    assert list(told_last(text, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya bombed Peru. Kenya began the bombing at night.", ["Peru"]),
        ("Kenya bombed Peru. Kenya carried out another bombing.", []),
        ("Kenya bombed Peru. Kenya bombed Norland. Kenya began the bombing at night.", []),
        ("Peru bombed Norland. Kenya began the bombing at night.", []),
    ],
)
def test_a_noun_points_back_to_whom_it_was_done_to(text: str, recipients: list[str]) -> None:
    assert list(told_last(text, "bombing").recipients) == recipients


def test_what_somebody_says_is_not_taken_over_by_the_article() -> None:
    text = "Baru said that Kenya arrested Lund. Lund was arrested at night."
    claim = said(text, "Baru", "that Kenya arrested Lund", act="claim", cue="said")
    assert list(told_last(text, "arrested", claim).actors) == []


def test_deeds_of_other_days_are_other_deeds() -> None:
    text = "Kenya arrested Lund in 2014. Lund was arrested in 2019."
    found = acts_of(text, timexes=[year(text, "2014"), year(text, "2019")])
    assert [list(each.actors) for each in found] == [["Kenya"], []]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kenya arrested Lund in 2014. Lund was arrested at night.", date(2014, 1, 1)),
        ("Kenya bombed Peru in 2014. Kenya began the bombing at night.", date(2014, 1, 1)),
        ("Kenya arrested Lund in 2014. Baru was arrested at night.", None),
        ("Kenya bombed Peru in 2014. Kenya began another bombing at night.", None),
        ("Kenya bombed Peru in 2014. Norland bombed Peru at night.", None),
    ],
)
def test_a_deed_has_the_day_of_its_other_telling(text: str, first: date | None) -> None:
    found = acts_of(text, timexes=[year(text, "2014")])
    told = [act for act in found if act.trigger.start > text.index(".")]
    assert told[0].when.earliest == first


def test_a_deed_that_tells_who_is_meant_has_another_day() -> None:
    text = "Kenya arrested supporters of ousted President Lund in 2014."
    whom = (span_of(text, "Lund"),)
    mentions = [
        mention(text, "arrested", "COERCE", actors=(span_of(text, "Kenya"),), recipients=whom),
        mention(text, "ousted", "COERCE", recipients=whom),
    ]
    found = read_by(text, *mentions, timexes=[year(text, "2014")])
    assert [act.when.earliest for act in found] == [date(2014, 1, 1), None]
