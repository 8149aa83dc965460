"""Which type a verb of several meanings has: as its object tells, or as the reader is sure."""

import pytest
from tests.acts.test_acts import acts_of, mention, read_by

from onrecord.records import ActType


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Lund captured Baru.", "captured", "COERCE"),
        ("Kenya has hit Peru for its delay.", "hit", "ACCUSE"),
        ("Lund quit the cabinet of Peru.", "quit", "RETREAT"),
    ],
)
def test_the_reader_tells_the_type_where_it_is_certain(
    text: str, trigger: str, root: ActType
) -> None:
    assert [each.type for each in read_by(text, mention(text, trigger, root))] == [root]


def test_a_verb_that_only_says_something_to_the_reader_is_no_act() -> None:
    text = "Lund released a picture of Baru."
    assert read_by(text, mention(text, "released", "STATE")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya hit Peru at dawn.", True),
        ("Peru was hit by Kenya.", True),
        ("Kenya is a hit.", False),
    ],
)
def test_a_past_form_like_its_base_is_told_by_what_stands_before(text: str, found: bool) -> None:
    assert [each.type for each in acts_of(text)] == (["ASSAULT"] if found else [])
