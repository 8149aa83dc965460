"""Whose thing is hit or taken: the state whose adjective stands before it."""

import pytest
from tests.acts.reading import PUBLISHED, span_of

from onrecord.acts import find_acts
from onrecord.records import Act, Actor, Article, Span
from onrecord.text import outline_text

CODES = {"Kenya": "KEN", "Peru": "PER", "Police": "PER"}


def found_in(text: str, trigger: str) -> list[Act]:
    """Return the acts at `trigger`; adjectives in `text` are no mentions."""
    actors = [
        Actor(
            id=name,
            name=name,
            kind="group" if name == "Police" else "state",
            sector=None,
            state=code,
            mentions=(span_of(text, name),),
        )
        for name, code in CODES.items()
        if f"{name} " in text or f"{name}’s" in text
    ]
    article = Article(id="x", text=text, body=Span(0, len(text)), published=PUBLISHED)
    found = find_acts(article, outline_text(text), actors=actors, statements=(), timexes=())
    return [each for each in found if text[each.trigger.start : each.trigger.end] == trigger]


def recipients_of(text: str, trigger: str) -> list[str]:
    """Return whom the act at `trigger` is done to."""
    return [name for each in found_in(text, trigger) for name in each.recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya bombed three Peruvian depots, Peru said.", "bombed", ["Peru"]),
        ("Kenya’s attack on the Peruvian depot made Peru weep.", "attack", ["Peru"]),
        ("Peru said two Peruvian ferries were seized by Kenya in May.", "seized", ["Peru"]),
        ("Kenya lifted its ban on Peruvian sugar, Peru said.", "lifted", ["Peru"]),
        ("Peru’s bay, which Kenya seized, is poor.", "seized", ["Peru"]),
        ("Peru’s plan was late, which Kenya seized.", "seized", []),
        ("Peruvian jobs were bombed away, Peru said.", "bombed", []),
        ("Kenya bombed three Peruvian depots.", "bombed", []),
        ("Kenya praised Peruvian music, Peru said.", "praised", []),
        ("Kenya seized a Peruvian nurse, Peru said.", "seized", []),
        ("Police seized a Peruvian ferry, Peru said.", "seized", []),
        ("Kenya bombed depots near Peruvian towns, Peru said.", "bombed", []),
    ],
)
def test_the_state_whose_thing_it_is_has_it_done_to_it(
    text: str, trigger: str, recipients: list[str]
) -> None:
    assert recipients_of(text, trigger) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Peru said so. Peruvian coast guard ships rammed a boat.", "rammed", ["Peru"]),
        ("Peru said so. A Peruvian patrol boat fired on Oru.", "fired on", ["Peru"]),
        ("Peru said so. Two Peruvian planes bombed Oru.", "bombed", ["Peru"]),
        ("Peru said so. Peruvian nurses bombed Oru.", "bombed", []),
    ],
)
def test_ships_and_planes_act_for_the_state_whose_they_are(
    text: str, trigger: str, actors: list[str]
) -> None:
    assert [name for each in found_in(text, trigger) for name in each.actors] == actors
