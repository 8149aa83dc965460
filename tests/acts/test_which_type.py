"""Which type a verb of several meanings has: as its object tells, or as the reader is sure."""

import pytest
from tests.acts.reading import act, acts_of, mention, read_by, span_of

from onrecord.records import ActType


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Lund captured Baru.", "captured", "COERCE"),
        ("Kenya has hit Peru for its delay.", "hit", "ACCUSE"),
        ("Lund quit the cabinet of Peru.", "quit", "RETREAT"),
        ("Kenya jailed Lund.", "jailed", "COERCE"),
        ("The strike by Lund went on.", "strike", "PROTEST"),
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


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Kenya withdrew from the treaty with Peru.", "SANCTION"),
        ("Kenya withdrew from Peru under the deal.", "RETREAT"),
        ("Kenya pulled out of the Peru pact.", "SANCTION"),
        ("Kenya called off an attack on Peru.", "RETREAT"),
        ("Kenya suspended hostilities with Peru.", "RETREAT"),
        ("Kenya suspended Peru over the attacks.", "SANCTION"),
        ("Kenya drew down troops in Norland.", "RETREAT"),
    ],
)
def test_the_complement_tells_the_type(text: str, root: str) -> None:
    trigger = text.split()[1]
    [found] = [each for each in acts_of(text) if text[each.trigger.start :].startswith(trigger)]
    assert found.type == root


@pytest.mark.parametrize(
    ("text", "root", "recipients"),
    [
        ("Kenya expressed regret over Peru’s decision.", "ACCUSE", ["Peru"]),
        ("Kenya expressed regret over its decision.", "CONCEDE", []),
        ("Kenya expressed regret over Lund’s death.", "CONCEDE", []),
    ],
)
def test_who_regrets_what_another_did_blames_him(
    text: str, root: str, recipients: list[str]
) -> None:
    reader = mention(text, "expressed regret", "CONCEDE", actors=(span_of(text, "Kenya"),))
    [found] = read_by(text, reader)
    assert (found.type, list(found.recipients)) == (root, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya needs a plan to deal with Peru.",
        "The deal that Kenya struck with Peru is old.",
        "Kenya offered an amendment to Peru.",
        "Kenya will respond to Peru’s questions.",
        "Kenya invoked its right.",
        "Lund pleaded guilty.",
        "Lund committed a crime in Peru.",
        "The crimes committed by Lund shook Peru.",
        "Kenya will accept applications.",
        "Lund returned to Peru.",
    ],
)
def test_words_that_mean_another_thing_are_no_act(text: str) -> None:
    assert acts_of(text) == []


def test_who_orders_strikes_flies_them() -> None:
    text = "Kenya ordered the strikes on Peru."
    reader = (mention(text, "ordered", "REQUEST"), mention(text, "strikes", "ASSAULT"))
    [found] = read_by(text, *reader)
    assert (found.type, found.modality, list(found.actors)) == ("ASSAULT", "happened", ["Kenya"])


@pytest.mark.parametrize(
    ("text", "trigger", "read", "root"),
    [
        ("Kenya halted training and assistance.", "halted", "RETREAT", "SANCTION"),
        ("Kenya halted its march.", "halted", "RETREAT", "RETREAT"),
        ("Kenya granted immunity to Peru.", "granted", "AID", "CONCEDE"),
        ("Kenya granted money to Peru.", "granted", "AID", "AID"),
        ("Kenya declined to shun Peru.", "declined", "ACCUSE", "REJECT"),
    ],
)
def test_the_complement_tells_the_type_to_the_reader_too(
    text: str, trigger: str, read: ActType, root: ActType
) -> None:
    sides = {"actors": (span_of(text, "Kenya"),)}
    found = [
        each.type
        for each in read_by(text, mention(text, trigger, read, **sides))
        if text[each.trigger.start : each.trigger.end] == trigger
    ]
    assert found == [root]


def test_a_threat_of_terror_is_a_danger() -> None:
    for text in ("Kenya raised its terrorism threat.", "Lund spoke of the threat posed by Kenya."):
        sides = {"actors": (span_of(text, "Kenya"),)}
        assert read_by(text, mention(text, "threat", "THREATEN", **sides)) == []


def test_what_one_does_to_oneself_is_no_act() -> None:
    text = "Kenya is near self-immolation."
    sides = {"actors": (span_of(text, "Kenya"),)}
    assert read_by(text, mention(text, "self-immolation", "ACCUSE", **sides)) == []


def test_what_is_counted_is_a_noun() -> None:
    found = acts_of("Kenya fired two shells at Peru.")
    assert [each.type for each in found if each.trigger.start > 8] == []


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Lund went on hunger strike in May.", "went on hunger strike", "PROTEST"),
        ("Lund pleaded not guilty to theft.", "pleaded not guilty", "REJECT"),
    ],
)
def test_several_words_tell_one_act(text: str, trigger: str, root: str) -> None:
    found = act(text, trigger)
    assert (found.type, found.actors) == (root, ("Lund",))


@pytest.mark.parametrize(
    ("behind", "struck"),
    [("by 66 percent to 34", 0), ("with clubs", 1), ("in the final", 0), ("3-1", 0)],
)
def test_who_is_beaten_by_votes_or_goals_is_not_struck(behind: str, struck: int) -> None:
    text = f"Kenya beat Peru {behind}."
    kenya, peru = span_of(text, "Kenya"), span_of(text, "Peru")
    beat = mention(text, "beat", "ASSAULT", actors=(kenya,), recipients=(peru,))
    assert len(read_by(text, beat)) == struck


def test_whose_victims_they_are_tells_of_no_deed_of_who_is_near() -> None:
    text = "Kenya laid flowers for bombing victims."
    found = [each for each in acts_of(text) if each.type == "ASSAULT"]
    assert all(not each.actors for each in found)
