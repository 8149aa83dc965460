"""Bodies and people whom only a whole phrase of the trained reader names."""

import pytest
from tests.actors.test_unnamed import find


@pytest.mark.parametrize(
    ("text", "party", "name", "kind"),
    [
        ("The University of Cape Lisk left.", "The University of Cape Lisk",
         "University of Cape Lisk", "organisation"),
        ("The Lisk Chamber of Commerce left.", "The Lisk Chamber of Commerce",
         "Lisk Chamber of Commerce", "organisation"),
        ("The Rail, Tram and Bus Union left.", "The Rail, Tram and Bus Union",
         "Rail, Tram and Bus Union", "organisation"),
        ("The Harbour Pilots’ League left.", "The Harbour Pilots’ League",
         "Harbour Pilots’ League", "organisation"),
        ("Kenya’s Ports and Maritime Organization left.",
         "Kenya’s Ports and Maritime Organization", "Ports and Maritime Organization",
         "organisation"),
        ("A spokesman for the Police Service left.", "A spokesman for the Police Service",
         "Police Service", "organisation"),
        ("The United Nations refugee agency left.", "The United Nations refugee agency",
         "United Nations refugee agency", "organisation"),
        ("Kenya’s maritime registry, which is small, left.",
         "Kenya’s maritime registry, which is small", "Kenya’s maritime registry",
         "organisation"),
        ("The alliance’s maritime command left.", "The alliance’s maritime command",
         "alliance’s maritime command", "organisation"),
        ("The mayor’s office left.", "The mayor’s office", "mayor’s office", "organisation"),
        ("Kenya’s privacy commissioner left.", "Kenya’s privacy commissioner",
         "Kenya’s privacy commissioner", "group"),
        ("Norcoal’s chief of staff left.", "Norcoal’s chief of staff",
         "Norcoal’s chief of staff", "group"),
    ],
)  # fmt: skip
def test_a_phrase_that_takes_part_names_a_body_or_person(
    text: str, party: str, name: str, kind: str
) -> None:
    assert (name, kind) in {(each.name, each.kind) for each in find(text, party)}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norcoal’s owner, Ida Berg, left.", "Norcoal’s owner"),
        ("The mayor’s spokeswoman left.", "The mayor’s spokeswoman"),
        ("The alliance’s command left.", "The alliance’s command"),
        ("The Union-led House left.", "The Union-led House"),
        ("Ida Berg outside the court said so.", "Ida Berg outside the court"),
        (
            "Both the White House and State Department left.",
            "Both the White House and State Department",
        ),
        ("Kenya’s deputy judge left. Judge Ida Berg did not.", "Kenya’s deputy judge"),
    ],
)
def test_who_is_named_or_may_be_another_is_none(text: str, party: str) -> None:
    words = party.removeprefix("The ").removeprefix("Both the ")
    assert words not in {each.name for each in find(text, party)}


def test_a_body_of_a_state_has_that_state() -> None:
    [registry] = [each for each in find("Kenya’s registry left.", "Kenya’s registry") if each.body]
    assert registry.state == "KEN"


def test_one_of_several_is_named_behind_the_comma() -> None:
    text = "One of its ministers, Nang Mo Hseng, left."
    assert "Nang Mo Hseng" in {each.name for each in find(text, text.removesuffix(" left."))}


def test_the_post_is_the_one_that_was_named() -> None:
    text = "The Oru Post asked. The Post waited."
    assert "The Post" not in {each.name for each in find(text, "The Oru Post", "The Post")}


def test_both_of_two_bodies_are_found() -> None:
    text = "Both the Oru Independent School District and the Oru Police Department left."
    found = {each.name for each in find(text, text.removesuffix(" left."))}
    assert found >= {"Oru Independent School District", "Oru Police Department"}
