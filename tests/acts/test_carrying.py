"""Two words of one act are one row: "stepped up its airstrikes", "an air campaign"."""

import pytest
from tests.acts.reading import mention, read_by, seen

from onrecord.records import ActType


@pytest.mark.parametrize(
    ("text", "words", "root", "kept"),
    [
        ("Kenya stepped up its airstrikes on Peru.", ["stepped up", "airstrikes"],
         "ASSAULT", ["airstrikes"]),
        ("Kenya expressed its support for Peru.", ["expressed", "support"], "SUPPORT", ["support"]),
        ("Kenya began an air campaign on Peru.", ["air", "campaign"], "ASSAULT", ["campaign"]),
        ("Kenya avenged the airstrikes on Peru.", ["avenged", "airstrikes"], "ASSAULT",
         ["avenged", "airstrikes"]),
        ("Kenya began to expel men and raided Peru.", ["began", "raided"], "ASSAULT",
         ["began", "raided"]),
        ("Kenya condemned the attack Peru told of.", ["condemned"], "ACCUSE", ["condemned"]),
    ],
)  # fmt: skip
def test_what_carries_a_noun_is_no_row(
    text: str, words: list[str], root: ActType, kept: list[str]
) -> None:
    first = seen(text, words[0], root, actor="Kenya", recipient="Peru")
    others = [
        mention(text, word, root, actors=first.actors, recipients=first.recipients)
        for word in words[1:]
    ]
    found = [
        text[each.trigger.start : each.trigger.end]
        for each in read_by(text, first, *others)
        if each.type == root
    ]
    assert found == kept


@pytest.mark.parametrize("verb", ["reimposed", "reinstated", "restored", "unveiled"])
def test_who_imposes_again_does_not_concede(verb: str) -> None:
    text = f"Kenya {verb} severe sanctions on Peru."
    [found] = read_by(text, seen(text, verb, "CONCEDE", actor="Kenya", recipient="Peru"))
    words = text[found.trigger.start : found.trigger.end]
    assert (words, found.type) == ("sanctions", "SANCTION")
    assert (found.actors, found.recipients) == (("Kenya",), ("Peru",))


def test_a_noun_is_meant_as_the_verb_that_leaves_it_open() -> None:
    text = "Kenya has to decide whether to reimpose severe sanctions on Peru."
    [found] = read_by(text, seen(text, "reimpose", "SANCTION", actor="Kenya", recipient="Peru"))
    assert (text[found.trigger.start : found.trigger.end], found.modality) == (
        "sanctions",
        "hypothetical",
    )


def test_an_arrest_is_not_what_was_restored_after_it() -> None:
    text = "Kenya restored order after the arrest of Lund."
    shown = seen(text, "restored", "COERCE", actor="Kenya", recipient="Lund")
    found = [text[a.trigger.start : a.trigger.end] for a in read_by(text, shown)]
    assert found == ["restored"]


@pytest.mark.parametrize(
    ("text", "root", "kept"),
    [
        ("Kenya and Peru fought two wars over the isle.", "ASSAULT", ["wars"]),
        ("Kenya and Peru fought two wars over the isle.", "ASSAULT", ["fought"]),
        ("Kenya offered to host talks with Peru.", "CONSULT", ["talks"]),
        ("Kenya offered to host talks with Peru.", "CONSULT", ["host"]),
        ("Kenya fought Peru in a war.", "ASSAULT", ["fought"]),
    ],
)
def test_who_fights_a_war_or_hosts_talks_does_one_thing(
    text: str, root: ActType, kept: list[str]
) -> None:
    reader = mention(text, kept[0], root)  # wherever the reader sees it
    found = [each for each in read_by(text, reader) if each.type == root]
    assert [text[each.trigger.start : each.trigger.end] for each in found] == kept


def test_what_the_reader_sees_in_the_verb_holds_for_its_noun() -> None:
    text = "Should Peru refuse, Kenya may impose sanctions."
    [found] = [
        each
        for each in read_by(text, seen(text, "impose", "SANCTION", actor="Kenya"))
        if each.type == "SANCTION"
    ]
    assert text[found.trigger.start : found.trigger.end] == "sanctions"
    assert (found.actors, found.modality) == (("Kenya",), "conditional")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Kenya shot and killed Lund.", ["killed"]),
        ("Lund was shot and wounded by Kenya.", ["wounded"]),
        ("Kenya shot Baru and killed Lund.", ["shot", "killed"]),
    ],
)
def test_who_shoots_and_kills_somebody_does_one_thing(text: str, kept: list[str]) -> None:
    found = [text[each.trigger.start : each.trigger.end] for each in read_by(text)]
    assert found == kept
