"""Whom a threat is meant for."""

import pytest
from tests.acts.reading import act, mention, read_by, said, seen, span_of


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Kenya threatened to respond if Peru invades Norland.", "respond", ("Peru",)),
        ("Kenya threatened to respond if Peru invades Norland.", "threatened", ("Peru",)),
        ("Kenya threatened to respond if Peru and Norland invade.", "respond", ("Peru", "Norland")),
        ("Kenya threatened to respond if Peru goes on like this.", "respond", ("Peru",)),
        # Who suffers, only is something, wins or owns what rises has done nothing.
        ("Kenya threatened to respond if Peru is invaded.", "respond", ()),
        ("Kenya threatened to respond if Peru is unwilling.", "respond", ()),
        ("Kenya threatened to respond if Lund wins.", "respond", ()),
        ("Kenya threatened to respond if Peru’s prices rise.", "respond", ()),
        # A threat to oneself, one that is done to nobody, and one with somebody told.
        ("Kenya threatened to respond if Kenya goes on like this.", "respond", ()),
        ("Kenya threatened to invade Norland if Peru goes on like this.", "invade", ("Norland",)),
    ],
)  # fmt: skip
def test_a_threat_on_condition_is_meant_for_who_would_do_it(
    text: str, trigger: str, recipients: tuple[str, ...]
) -> None:
    content = text.partition("threatened ")[2]
    told = said(text, "Kenya", content, act="threaten", cue="threatened")
    assert act(text, trigger, statements=[told]).recipients == recipients


def test_whose_demands_are_not_met_is_threatened_with_nothing() -> None:
    text = "Kenya threatened to respond if Peru’s demands are not met."
    content = text.partition("threatened ")[2]
    told = said(text, "Kenya", content, act="threaten", cue="threatened")
    demands = mention(
        text, "demands", "REQUEST", actors=(span_of(text, "Peru"),), modality="conditional"
    )
    found = read_by(
        text,
        seen(text, "threatened", "THREATEN", actor="Kenya"),
        seen(text, "respond", "UNSPECIFIED", actor="Kenya"),
        demands,
        statements=[told],
    )
    assert [(each.type, each.recipients) for each in found if each.actors == ("Kenya",)] == [
        ("THREATEN", ()),
        ("UNSPECIFIED", ()),
    ]


def test_what_somebody_threatens_by_a_noun_is_his() -> None:
    text = "Lund threatened a general strike."
    told = said(text, "Lund", "a general strike", act="threaten", cue="threatened")
    reader = mention(text, "strike", "PROTEST", modality="threatened", modality_sure=0.99)
    [found] = [each for each in read_by(text, reader, statements=[told]) if each.type == "PROTEST"]
    assert (found.actors, found.modality) == (("Lund",), "threatened")
