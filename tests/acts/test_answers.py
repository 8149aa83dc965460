"""Who is answered or judged, where the sentence before tells it."""

import pytest
from tests.acts.reading import act, acts_of, mention, parties, read_by, seen, span_of

from onrecord.records import ActType


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Kenya asked Peru to sign. On Monday Peru refused to sign.", "refused",
         ["Peru"], ["Kenya"]),
        ("Kenya asked Norland to sign. Peru agreed to wait.", "agreed", ["Peru"], []),
        ("Kenya petitioned Peru, but its request was rejected.", "rejected", ["Peru"], ["Kenya"]),
        ("Kenya urged Peru to wait. The request was refused.", "refused",
         ["Peru"], ["Kenya"]),
    ],
)  # fmt: skip
def test_who_was_asked_answers_who_asked(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    root: ActType = "AGREE" if trigger == "agreed" else "REJECT"
    found = read_by(text, seen(text, trigger, root))
    [answer] = [each for each in found if text[each.trigger.start : each.trigger.end] == trigger]
    assert parties(answer) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya attacked Oru. Norland condemned the move.", ["Kenya"]),
        ("Kenya attacked Oru. Norland condemned this latest raid.", ["Kenya"]),
        ("Kenya attacked Oru. Peru bombed Halmere. Norland condemned the attack.", []),
        ("Kenya attacked Oru. Norland condemned the attack on Halmere.", []),
        ("Kenya attacked Oru. Norland condemned the report.", []),
    ],
)
def test_the_move_that_is_judged_is_that_of_the_one_who_made_it(
    text: str, recipients: list[str]
) -> None:
    reader = (
        seen(text, "attacked", "ASSAULT"),
        *([seen(text, "bombed", "ASSAULT")] if "bombed" in text else []),
        seen(text, "condemned", "ACCUSE"),
    )
    [found] = [
        each
        for each in read_by(text, *reader)
        if text[each.trigger.start : each.trigger.end] == "condemned"
    ]
    assert list(found.recipients) == recipients


def test_a_verb_that_only_the_reader_knows_answers_too() -> None:
    text = "Peru granted Kenya’s request."
    reader = (mention(text, "granted", "AGREE", actors=(span_of(text, "Peru"),)),
              seen(text, "request", "REQUEST"))  # fmt: skip
    [found] = [
        each
        for each in read_by(text, *reader)
        if text[each.trigger.start : each.trigger.end] == "request"
    ]
    assert (found.actors, found.recipients) == (("Kenya",), ("Peru",))


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Kenya averted a Peruvian attack.", "attack", ["Peru"], ["Kenya"]),
        ("Kenya sued to stop Peru.", "sued", ["Kenya"], ["Peru"]),
        ("Attacks by troops of the Peruvian police against Norland rose.", "Attacks",
         ["troops"], ["Norland"]),
        ("Lund laid a wreath at Peru to honor Kenya.", "honor", ["Lund"], ["Kenya"]),
    ],
)  # fmt: skip
def test_who_stands_nearest_is_not_always_whom_it_befalls(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_a_bombing_has_no_subject() -> None:
    text = "Kenya did not disclose the place of the roadside bombing."
    found = read_by(text, seen(text, "bombing", "ASSAULT"))
    assert not any(each.actors for each in found)


def test_who_acts_in_a_fronted_clause_does_not_act_in_the_next() -> None:
    found = acts_of("Hours after Lund left, the judges waited in Oru, and accused Peru of theft.")
    assert not any(each.actors for each in found if each.type == "ACCUSE")


def test_who_criticises_what_is_defended_is_not_praised() -> None:
    text = "Kenya defended the plan against criticism by Peru."
    reader = (mention(text, "defended", "SUPPORT", actors=(span_of(text, "Kenya"),)),
              seen(text, "criticism", "ACCUSE", actor="Peru"))  # fmt: skip
    assert all("Peru" not in each.recipients for each in read_by(text, *reader))
