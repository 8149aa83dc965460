import pytest

from onrecord.asking.subjects import find_subject
from onrecord.asking.terms import stem_word


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Tarvian marines boarded the freighter.", "boarded", "Tarvian marines"),
        ("President Ivo Marsk signed the accord on Thursday.", "signed", "President Ivo Marsk"),
        ("The keepers of the lock shut it.", "shut", "The keepers of the lock"),
        ("Marsk ordered an inquiry and signed the accord.", "signed", None),
        ("On Friday Tarvia seized the ship.", "seized", None),
        ("They seized the ship.", "seized", None),
        ("Tarvia may have seized the ship.", "seized", None),
        ("Halmere said Tarvia seized the ship.", "seized", None),
        ("Tarvia denied it seized the ship.", "seized", None),
        ("The ship that Tarvia seized is at Skarn.", "seized", None),
        ("Tarvia, with two others, seized the ship.", "seized", None),
        ("The seized ship sank.", "sank", None),
        ("The sinking of the cutter will be looked into.", "sank", None),
        ("Nobody seized the ship.", "seized", None),
        ("The move to seize the ship failed.", "seize", None),
        ("seized", "seized", None),
        ("", "seized", None),
    ],
)
def test_only_plain_subjects_are_taken(text: str, verb: str, subject: str | None) -> None:
    assert find_subject(text, stem_word(verb)) == subject
