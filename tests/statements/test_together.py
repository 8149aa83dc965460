"""Who "the two", "both" and "they" are, and who is only nearby."""

import re

import pytest

from onrecord.coreference import MentionIndex
from onrecord.records import Actor, ActorKind, Span
from onrecord.statements.speakers.sources import Found
from onrecord.statements.speakers.together import find_they, find_together, find_who_met

CAST: dict[str, ActorKind] = {
    "Ida Berg": "person",
    "Ole Lund": "person",
    "Jan Holt": "person",
    "Kesh": "state",
    "Norland": "state",
    "farmers": "group",
}


def read(text: str) -> tuple[Span, MentionIndex]:
    """Return the source between bars in `text`, and who is named in it without them."""
    before, source, behind = text.split("|")
    plain = before + source + behind
    actors = [
        Actor(
            id=name,
            name=name,
            kind=kind,
            mentions=tuple(Span(*match.span()) for match in re.finditer(name, plain)),
        )
        for name, kind in CAST.items()
        if name in plain
    ]
    return Span(len(before), len(before) + len(source)), MentionIndex(actors)


def names(found: Found) -> list[str]:
    return [actor.name for actor in found.several]


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Ida Berg and Ole Lund sang. |The two| said no.", ["Ida Berg", "Ole Lund"]),
        ("Police freed Ida Berg and her son, Ole Lund. |Both| said no.", ["Ida Berg", "Ole Lund"]),
        ("Kesh and Norland met. |The two countries| said no.", ["Kesh", "Norland"]),
        ("Kesh and Norland met. |The two men| said no.", []),
        ("Ida Berg and Ole Lund sang. Two guards slept. |The two| said no.", []),
        ("Ida Berg, Ole Lund and Jan Holt sang. |The two| said no.", []),
        (
            "Ida Berg, Ole Lund and Jan Holt sang. |The trio| said no.",
            ["Ida Berg", "Ole Lund", "Jan Holt"],
        ),
        ("Ida Berg met Ole Lund. |The two| said no.", ["Ida Berg", "Ole Lund"]),
        ("Kesh slept. Ida Berg met Ole Lund in Kesh. |Both| said no.", ["Ida Berg", "Ole Lund"]),
        ("Ida Berg paid Ole Lund. |The two| said no.", []),
        ("Ida Berg met Ole Lund and two guards. |The two| said no.", []),
        ("Ida Berg met Ole Lund. It rained. |The two| said no.", []),
    ],
)
def test_the_two_are_those_named_together(text: str, several: list[str]) -> None:
    plain = text.replace("|", "")
    assert names(find_together(plain, *read(text))) == several


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Ida Berg and Ole Lund left the choir. |They| said no.", ["Ida Berg", "Ole Lund"]),
        ("Ida Berg and Ole Lund met the singers. |They| said no.", []),
        ("Ida Berg and Ole Lund met farmers. |They| said no.", []),
        ("Ida Berg and Ole Lund sang. It rained. |They| said no.", []),
        ("The choir paid Ida Berg and Ole Lund. |They| said no.", []),
    ],
)
def test_they_are_those_who_open_the_sentence_before(text: str, several: list[str]) -> None:
    plain = text.replace("|", "")
    assert names(find_they(plain, *read(text))) == several


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Ida Berg and Ole Lund met in Oru. |They| said no.", ["Ida Berg", "Ole Lund"]),
        ("Ida Berg met the farmers. |They| said no.", ["Ida Berg", "farmers"]),
        ("Envoys of Kesh and Norland held talks. |They| said no.", ["Kesh", "Norland"]),
        (
            "Kesh and Norland met on Monday. Although there was no deal, |they| said no.",
            ["Kesh", "Norland"],
        ),
        ("Kesh met in Oru. |They| said no.", []),
        ("Kesh and Norland met in Oru. The unions rose, and |they| said no.", []),
        ("Kesh and Norland met in Oru as farmers marched. |They| said no.", []),
        ("Kesh and Norland met in Oru. Ida Berg left. |They| said no.", []),
        ("Ida Berg and Ole Lund met the singers. |They| said no.", []),
        ("Pleas by Kesh and Norland met with scorn. |They| said no.", []),
    ],
)
def test_they_are_those_who_met(text: str, several: list[str]) -> None:
    assert names(find_who_met(text.replace("|", ""), *read(text))) == several


def test_they_are_the_group_that_met() -> None:
    text = "Here farmers from Kesh met twice. |They| said no."
    found = find_who_met(text.replace("|", ""), *read(text))
    assert found.actor is not None
    assert found.actor.name == "farmers"
