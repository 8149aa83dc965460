"""Who is accused of a deed, and who has done it; what weapons do, and what a paper says."""

import pytest
from tests.acts.reading import act, acts_of, parties, read_by, seen


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Peru freed Lund, whom Kenya accused of attacking Baru.", "attacking", ["Lund"], ["Baru"]),
        ("Peru freed Lund, whom Kenya accused of attacking Baru.", "accused", ["Kenya"], ["Lund"]),
        ("Peru freed Lund, whom it accused of attacking Baru.", "accused", ["Peru"], ["Lund"]),
        ("Kenya said Lund was accused of attacking Baru.", "attacking", ["Lund"], ["Baru"]),
        ("Kenya said Lund was accused of attacking Baru.", "accused", [], ["Lund"]),
        ("Kenya accused Lund of attacking Baru.", "attacking", ["Lund"], ["Baru"]),
        ("Lund, accused of attacking Baru, was jailed by Kenya.", "jailed", ["Kenya"], ["Lund"]),
        (
            "The troops accused of attacking Baru were jailed by Kenya.",
            "jailed",
            ["Kenya"],
            ["troops"],
        ),
        (
            "The troops arrested for attacking Baru were freed by Kenya.",
            "freed",
            ["Kenya"],
            ["troops"],
        ),
        ("Ten troops charged with attacking Baru fled.", "attacking", ["troops"], ["Baru"]),
    ],
)
def test_the_accused_has_done_the_deed(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_who_is_suspected_of_a_deed_is_not_its_victim() -> None:
    text = "Kenya freed the troops suspected of setting fire to a school."
    [_, found] = read_by(
        text,
        seen(text, "freed", "RETREAT", actor="Kenya", recipient="the troops"),
        seen(text, "setting fire", "ASSAULT", recipient="troops"),
    )
    assert parties(found) == (["troops"], [])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("A drone struck a hall, killing Lund.", True),
        ("A raid in Oru killed two troops.", True),
        ("Rust in a pipe killed Lund.", False),
    ],
)
def test_whom_weapons_kill_somebody_has_killed(text: str, kept: bool) -> None:
    told = {text[a.trigger.start : a.trigger.end] for a in acts_of(text)}
    assert bool(told & {"killing", "killed"}) is kept


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Kenya vetoed a resolution condemning Lund.", "vetoed", [["Kenya"]], [[]]),
        ("Kenya vetoed a resolution condemning Lund.", "condemning", [], []),
        ("Kenya abstained on a resolution condemning Lund.", "condemning", [], []),
        ("Kenya adopted a resolution condemning Lund.", "condemning", [["Kenya"]], [["Lund"]]),
        ("Kenya filed a lawsuit accusing Lund of theft.", "accusing", [["Kenya"]], [["Lund"]]),
        ("Kenya lodged a complaint accusing Lund of theft.", "accusing", [["Kenya"]], [["Lund"]]),
    ],
)
def test_who_rejects_a_paper_does_not_do_what_it_does(
    text: str, trigger: str, actors: list[list[str]], recipients: list[list[str]]
) -> None:
    found = [a for a in acts_of(text) if text[a.trigger.start : a.trigger.end] == trigger]
    assert [list(a.actors) for a in found] == actors
    assert [list(a.recipients) for a in found] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        ("Troops armed by Kenya attacked Lund.", "armed", "Lund"),
        ("Those whom Kenya banned attacked Lund.", "banned", "Lund"),
    ],
)
def test_whom_the_main_verb_reaches_the_participle_does_not(
    text: str, trigger: str, recipient: str
) -> None:
    found = read_by(
        text,
        seen(text, trigger, "AID", actor="Kenya", recipient=recipient),
        seen(text, "attacked", "ASSAULT", recipient=recipient),
    )
    told = {text[a.trigger.start : a.trigger.end]: list(a.recipients) for a in found}
    assert recipient not in told.get(trigger, [])
    assert told["attacked"] == [recipient]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Lund was accused of murder by Kenya.", "hypothetical"),
        ("Kenya charged Lund with attempted murder.", "hypothetical"),
        ("Kenya convicted Lund of murder.", "happened"),
    ],
)
def test_a_deed_that_is_laid_to_somebody_is_not_that_of_who_lays_it(
    text: str, modality: str
) -> None:
    found = [
        each
        for each in read_by(
            text,
            *(seen(text, word, "ACCUSE") for word in ("accused", "charged") if word in text),
            *(seen(text, word, "SANCTION") for word in ("convicted",) if word in text),
            seen(text, "murder", "ASSAULT", actor="Kenya"),
        )
        if text[each.trigger.start : each.trigger.end] == "murder"
    ]
    assert [parties(each) for each in found] == [(["Lund"], [])]
    assert found[0].modality == modality


def test_whom_an_inquiry_is_against_is_said_to_have_done_it() -> None:
    text = "Peru shelved an inquiry into a rape allegation against Lund."
    shelved = seen(text, "shelved", "CONCEDE", actor="Peru")
    [_, found] = read_by(text, shelved, seen(text, "rape", "ASSAULT", recipient="Lund"))
    assert parties(found) == (["Lund"], [])
    assert found.modality == "hypothetical"
