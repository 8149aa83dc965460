"""Idioms in which a word of an act tells none."""

import pytest
from tests.acts.reading import act, acts_of, parties, read_by, seen


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Lund boarded a plane to Peru.", "boarded", "COERCE"),
        ("Lund filed a request for Peru’s papers.", "filed", "ACCUSE"),
        ("Lund walked back to his car in Peru.", "walked back", "RETREAT"),
        ("A minute’s silence for Lund was held.", "silence", "COERCE"),
        ("Lund closed with a word on Peru.", "closed", "COERCE"),
        ("Lund closed the deal with Peru.", "closed", "COERCE"),
        ("Lund captured the moment in Peru.", "captured", "ASSAULT"),
        ("Lund, who defeated Baru in last year’s election, left.", "defeated", "REJECT"),
        ("Lund was booked for a foul on Baru.", "booked", "ACCUSE"),
        ("Lund seized the chance to leave Peru.", "seized", "COERCE"),
        ("Lund entered a plea deal in Peru.", "deal", "AGREE"),
        ("Kenya, a sponsor of Peru, left.", "sponsor", "AID"),
    ],
)
def test_an_idiom_tells_no_act(text: str, trigger: str, root: str) -> None:
    mention = seen(text, trigger, root, actor="Lund" if "Lund" in text else "Kenya")  # type: ignore[arg-type]
    found = [text[each.trigger.start : each.trigger.end] for each in read_by(text, mention)]
    assert trigger not in found


@pytest.mark.parametrize("text", ["Kenya boarded the frigates.", "Lund walked back his claim."])
def test_what_only_sounds_like_an_idiom_is_an_act(text: str) -> None:
    assert acts_of(text) or read_by(text, seen(text, "walked back", "CONCEDE", actor="Lund"))


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Kenya attacked Peru in a tweet.", "ACCUSE"),
        ("Kenya attacked Peru on Norland’s television.", "ACCUSE"),
        ("Kenya attacked Peru in a truck.", "ASSAULT"),
        ("Kenya attacked Peru on the road.", "ASSAULT"),
    ],
)
def test_who_is_attacked_in_words_is_criticised(text: str, root: str) -> None:
    assert act(text, "attacked").type == root


def test_who_is_called_a_sponsor_of_terrorism_is_not_praised() -> None:
    text = "Kenya designated Peru a sponsor of terrorism."
    [found] = read_by(text, seen(text, "designated", "SUPPORT", actor="Kenya", recipient="Peru"))
    assert found.type == "SANCTION"


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("Kenya sent Peru a clear and agreed offer.", "agreed", False),
        ("Kenya met the raid and agreed.", "agreed", True),
    ],
)
def test_the_second_of_two_participles_may_only_describe(
    text: str, trigger: str, kept: bool
) -> None:
    found = [text[each.trigger.start : each.trigger.end] for each in acts_of(text)]
    assert (trigger in found) is kept


def test_a_headline_that_ends_a_quotation_is_one() -> None:
    text = "Lund to put Peru on a list: ‘A rogue’\n\nPeru left."
    mention = seen(text, "put", "SANCTION", actor="Lund", recipient="Peru")
    [found] = [each for each in read_by(text, mention) if each.type == "SANCTION"]
    assert found.modality == "planned"


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Lund is the most senior envoy to visit Peru.", "visit", "happened"),
        ("Lund, the most senior envoy to visit Peru, left.", "visit", "happened"),
        ("Lund will be the oldest envoy to visit Peru.", "visit", "planned"),
        ("Police asked whether Lund was alone when he attacked Peru.", "attacked", "happened"),
        ("Police asked whether Lund attacked Peru.", "attacked", "hypothetical"),
        ("Kenya would help Norland while attacking Peru.", "attacking", "hypothetical"),
    ],
)
def test_what_was_done_is_told_by_rank_and_clause(text: str, trigger: str, modality: str) -> None:
    assert act(text, trigger).modality == modality


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Kenya attacked the website of Peru.", "COERCE"),
        ("Kenya attacked the port of Peru.", "ASSAULT"),
    ],
)
def test_what_befalls_computers_is_no_force(text: str, root: str) -> None:
    assert act(text, "attacked").type == root


@pytest.mark.parametrize(
    "text",
    [
        "Kenya denied Lund a visa.",
        "Kenya denied a visa to Lund.",
        "Lund was denied a visa by Kenya.",
    ],
)
def test_who_is_denied_a_thing_has_it_refused(text: str) -> None:
    assert parties(act(text, "denied")) == (["Kenya"], ["Lund"])
