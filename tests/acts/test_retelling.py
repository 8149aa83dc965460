"""Who takes part in a deed that is told again."""

import pytest
from tests.acts.test_acts import acts_of, said, year

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
