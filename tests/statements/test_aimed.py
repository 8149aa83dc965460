"""Whom a threat, demand or offer is meant for where its own words name them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.statements.conftest import make_article
from tests.statements.reading import attribute, place

from onrecord.records import Actor
from onrecord.statements import find_statements
from onrecord.text import outline_text

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Norland threatened sanctions against Sudria.", "Sudria"),
        ("Norland threatened to attack Sudria.", "Sudria"),
        ("Norland threatened to publish a list of guests in Sudria.", None),
        ("Norland warned it would strike back if Sudria closed the strait.", "Sudria"),
        ("Norland warned it would strike back if Sudria was not stopped.", None),
        ("Norland warned it would strike back if the mayor of Sudria stayed.", None),
        ("Norland warned it would close the strait if Vesna Kral sailed.", "Vesna Kral"),
        ("Norland warned it would retaliate against Sudria if Kral sailed.", "Sudria"),
        ("Norland said any attack on Sudria would be met with a response.", None),
        ("Berg threatened to resign if Lund stayed.", None),
        ("“If Sudria sails, it will face consequences,” Lund said.", "Sudria"),
        ("“If Norland gives way, there will be reprisals,” Lund said.", None),
    ],
)
def test_a_threat_is_meant_for_whom_it_would_harm_or_who_may_avoid_it(
    read: Read, text: str, addressee: str | None
) -> None:
    [row] = read(text)
    assert (row.act, row.addressee) == ("threaten", addressee)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Berg called for Sudria to free the crew.", "Sudria"),
        ("Berg called for Mora to be freed.", None),
        ("Berg called for Sudria to join the league.", None),
        ("Berg demanded guarantees that Sudria will never attack.", "Sudria"),
        ("Berg demanded an apology from Sudria.", "Sudria"),
        ("Berg called for the withdrawal of troops from Sudria.", None),
        ("Berg called for Mora’s resignation.", "Julio Mora"),
        ("Berg called for Mora’s release.", None),
        ("Berg demanded that Sudria never be allowed to join.", None),
        ("Berg warned against Sudria’s plan for a dam.", "Sudria"),
        ("Berg warned against a hasty vote in Sudria.", None),
        ("Berg offered to help Sudria.", "Sudria"),
        ("Berg proposed talks with Sudria.", "Sudria"),
        ("Berg rejected Sudria’s latest offer.", "Sudria"),
        ("Berg rejected a demand by Sudria to leave.", "Sudria"),
        ("Berg rejected a proposal for a bridge to Sudria.", None),
        ("Berg rejected Sudria’s envoy.", None),
        ("Berg offered to mediate between Sudria and the guild.", None),
    ],
)
def test_what_is_asked_or_offered_is_meant_for_who_should_act_or_get_it(
    read: Read, text: str, addressee: str | None
) -> None:
    [row] = read(text)
    assert row.addressee == addressee


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Ida Berg phoned Julio Mora on Monday and told him to leave.", "Julio Mora"),
        ("Ida Berg, with Tomas Lund, phoned Julio Mora and told him to leave.", None),
    ],
)
def test_he_who_alone_is_named_behind_the_speaker_is_told(
    read: Read, text: str, addressee: str | None
) -> None:
    assert read(text)[-1].addressee == addressee


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Norland sent a note to guards in Oru asking them to leave.", "guards"),
        ("Norland sent guards and nurses a note asking them to leave.", None),
    ],
)
def test_they_who_alone_are_named_in_the_sentence_are_told(
    text: str, addressee: str | None
) -> None:
    actors = tuple(
        Actor(id=name, name=name, kind="group", mentions=(place(text, name),))
        for name in ("guards", "nurses")
        if name in text
    )
    asked = replace(attribute(text, "asking", "Norland", "to leave"), addressee=place(text, "them"))
    [found] = find_statements(
        make_article(text), outline_text(text), actors=actors, timexes=(), attributions=[asked]
    )
    assert found.addressee == addressee
