"""Several who speak, and one of them who does not speak for all."""

import pytest

from onrecord.coreference import MentionIndex
from onrecord.records import Actor, ActorKind, Span
from onrecord.statements.speakers.sources import Found, name_source


def who(text: str, kind: ActorKind, *names: str) -> str | None:
    """Return the name of whom the source `text` means, of actors who are named in it."""
    found = find(text, kind, *names).actor
    return None if found is None else found.name


def find(text: str, kind: ActorKind, *names: str) -> Found:
    """Return whom the source `text` means."""
    actors = [
        Actor(id=name, name=name, kind=kind, mentions=(Span(at, at + len(name)),))
        for name in names
        for at in [text.index(name)]
    ]
    return name_source(text, Span(0, len(text)), MentionIndex(actors))


@pytest.mark.parametrize(
    "text",
    [
        "Sens. Ida Berg (R-AZ) and Ole Lund (R-SC)",
        "Sens. Ida Berg (R) of Ohio and Ole Lund (D) of Iowa",
        "Rep. Ida Berg of Ohio and Rep. Ole Lund of Iowa",
        "Ida Berg, R-Ohio, and Ole Lund",
        "Norland’s minister Ida Berg and Foreign Secretary Ole Lund",
    ],
)
def test_two_people_are_not_the_first_of_them(text: str) -> None:
    assert who(text, "person", "Ida Berg", "Ole Lund") is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("He and Foreign Minister Ida Berg", None),
        ("Ida Berg and I", None),
        ("Ida Berg and many of her aides", None),
        ("both Ida Berg and the guild", None),
        ("Ida Berg, head of the guild and her own lawyer,", "Ida Berg"),
    ],
)
def test_one_of_two_does_not_speak_for_both(text: str, speaker: str | None) -> None:
    assert who(text, "person", "Ida Berg") == speaker


def test_a_list_of_people_with_titles_is_not_its_first() -> None:
    text = "President Ida Berg, Secretary of State Ole Lund and Defence Secretary Jan Holt"
    assert who(text, "person", "Ida Berg", "Ole Lund", "Jan Holt") is None


def test_who_has_two_offices_is_one() -> None:
    text = "Ida Berg, mayor of Oru and friend of Ole Lund,"
    assert who(text, "person", "Ida Berg", "Ole Lund") == "Ida Berg"


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Militants fighting in Norland", "Militants"),
        ("officials angry at the ruling", "officials"),
        ("Thousands of women", "women"),
        ("some of the lawmakers on the hill", "lawmakers"),
        ("a collection of sheriffs", "sheriffs"),
    ],
)
def test_a_group_speaks_whatever_is_told_of_it(text: str, group: str) -> None:
    assert who(text, "group", group) == group


@pytest.mark.parametrize(
    ("text", "group"),
    [("protesters leader Jan", "protesters"), ("one of the officials", "officials")],
)
def test_a_group_does_not_speak_for_one_person(text: str, group: str) -> None:
    assert who(text, "group", group) is None


def together(text: str, kind: ActorKind, *names: str) -> list[str]:
    """Return the names of those who speak together, of actors who are named in `text`."""
    actors = [
        Actor(id=name, name=name, kind=kind, mentions=(Span(at, at + len(name)),))
        for name in names
        for at in [text.index(name)]
    ]
    found = name_source(text, Span(0, len(text)), MentionIndex(actors))
    return [actor.name for actor in found.several]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Berg and Ole Lund",
        "Sens. Ida Berg (R-AZ) and Ole Lund (R-SC)",
        "Ida Berg, the harbour minister, and Ole Lund, the mayor of Oru,",
        "Ida Berg, a former judge, and Foreign Secretary Ole Lund",
        "Ida Berg and her lawyer Ole Lund",
        "Ida Berg, a former judge, and her colleague from Norland, Ole Lund,",
        "Norland’s minister Ida Berg and Foreign Secretary Ole Lund",
    ],
)
def test_people_speak_together(text: str) -> None:
    assert together(text, "person", "Ida Berg", "Ole Lund") == ["Ida Berg", "Ole Lund"]


@pytest.mark.parametrize("behind", [", the guarantors of the truce", ", two of its users,"])
def test_what_is_told_of_two_leaves_them_two(behind: str) -> None:
    assert together(f"Norland and Kesh{behind}", "state", "Norland", "Kesh") == ["Norland", "Kesh"]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Berg of the brokers Marsden Hull in London",
        "One of them, former Rep. Ida Berg of New Oru,",
        "One of his partners, relationship manager Ida Berg,",
        "Her superior, the second accused, Ida Berg,",
        "One of those named, Ida Berg of the Southern Dawn list,",
    ],
)
def test_who_is_named_behind_a_role_or_before_a_place_speaks(text: str) -> None:
    assert who(text, "person", "Ida Berg") == "Ida Berg"


def test_bodies_and_states_speak_together() -> None:
    assert together("The Kesh Fund and Norland", "organisation", "Kesh Fund", "Norland") == [
        "Kesh Fund",
        "Norland",
    ]
    both = "Both the Kesh Fund and Norland"
    assert together(both, "organisation", "Kesh Fund", "Norland") == ["Kesh Fund", "Norland"]
    several = "The Kesh Fund, Norland and the guild – the hosts of the fair –"
    assert together(several, "organisation", "Kesh Fund", "Norland", "guild", "hosts") == [
        "Kesh Fund",
        "Norland",
        "guild",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He and Ida Berg",
        "Ida Berg and many of her aides",
        "Ida Berg, the widow of Ole Lund, and the guild",
        "Ida Berg, mayor of Oru and friend of Ole Lund,",
        "A spokesman for Ida Berg and Ole Lund",
        "Ida Berg",
    ],
)
def test_nobody_speaks_together_with_one_who_is_not_known(text: str) -> None:
    names = [name for name in ("Ida Berg", "Ole Lund") if name in text]
    assert together(text, "person", *names) == []


def test_a_body_with_and_in_its_name_is_not_two() -> None:
    text = "the House Oversight and Government Reform Committee"
    assert together(text, "organisation", "House Oversight", "Reform Committee") == []


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Singer Ida Berg and drummer Ole Lund both", ["Ida Berg", "Ole Lund"]),
        ("Ida Berg and former union lawyer Ole Lund", ["Ida Berg", "Ole Lund"]),
        ("The mayor, Ida Berg, and the trader, Ole Lund, each", ["Ida Berg", "Ole Lund"]),
        ("A friend of Ida Berg and drummer Ole Lund", []),
        ("Ida Berg, a singer and friend of Ole Lund,", []),
        ("Ida Berg and drummer Ole Lund’s son", []),
    ],
)
def test_a_role_may_stand_before_each_name(text: str, several: list[str]) -> None:
    assert [each.name for each in find(text, "person", "Ida Berg", "Ole Lund").several] == several


def test_the_body_of_two_people_is_neither_of_them() -> None:
    text = "Rep. Ida Berg and Sen. Ole Lund of Norland's Senate"
    kinds: dict[str, ActorKind] = {
        "Ida Berg": "person",
        "Ole Lund": "person",
        "Senate": "organisation",
    }
    actors = [
        Actor(id=name, name=name, kind=kind, mentions=(Span(at, at + len(name)),))
        for name, kind in kinds.items()
        for at in [text.index(name)]
    ]
    found = name_source(text, Span(0, len(text)), MentionIndex(actors))
    assert [actor.name for actor in found.several] == ["Ida Berg", "Ole Lund"]
