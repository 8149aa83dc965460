"""What hangs on a condition and what does not, and where a condition ends."""

import pytest
from tests.acts.reading import act, acts_of, read_by, said, seen, span_of


@pytest.mark.parametrize(
    ("text", "trigger", "condition"),
    [
        ("If troops left, Kenya would invade Peru.", "invade", "If troops left"),
        ("If, as expected, Lund leaves, Kenya will invade Peru.", "invade",
         "If, as expected, Lund leaves"),
        ("Unless wages rise, Kenya will invade Peru.", "invade", "Unless wages rise"),
        ("Even if Lund leaves, Kenya will invade Peru.", "invade", "if Lund leaves"),
        ("Kenya agreed to support Peru if Lund leaves.", "support", "if Lund leaves"),
        ("Kenya will invade Peru, but only if Lund leaves.", "invade", "if Lund leaves"),
        ("Kenya vowed to invade Peru if Lund left, and urged Norland to arrest Baru.", "arrest",
         None),
        ("Kenya warned Peru against arresting Baru, saying Norland would leave if Lund did.",
         "arresting", None),
        ("Kenya plans to invade Peru, but that could change if Lund leaves.", "invade", None),
        ("Kenya accused Peru of shelling Oru and said it would leave if Lund did.", "shelling",
         None),
    ],
)  # fmt: skip
def test_the_condition_of_an_act(text: str, trigger: str, condition: str | None) -> None:
    expected = None if condition is None else span_of(text, condition)
    assert act(text, trigger).condition == expected


def test_an_imperative_before_and_is_a_condition_of_nobodys() -> None:
    text = "“Invade Norland and we will attack Peru,” Lund said."
    content = "Invade Norland and we will attack Peru,"
    told = said(text, "Lund", content, act="threaten", cue="said")
    [one, other] = read_by(
        text,
        seen(text, "Invade", "ASSAULT", recipient="Norland"),
        seen(text, "attack", "ASSAULT", recipient="Peru"),
        statements=[told],
    )
    assert (one.modality, one.actors) == ("conditional", ())
    assert (other.modality, other.actors) == ("threatened", ("Lund",))
    assert other.condition == span_of(text, "Invade Norland")


def test_a_noun_or_two_imperatives_are_no_condition() -> None:
    assert act("Attack on Peru and we know by whom", "Attack").modality != "conditional"
    text = "“Arrest Baru and free Lund,” Kenya said."
    found = read_by(text, seen(text, "Arrest", "COERCE", recipient="Baru"))
    assert [each.modality == "conditional" for each in found] == [False]


@pytest.mark.parametrize(("modal", "modality"), [("might", "hypothetical"), ("would", "planned")])
def test_who_says_what_he_might_do_has_not_promised_it(modal: str, modality: str) -> None:
    text = f"Kenya said it {modal} recognise Peru."
    told = said(text, "Kenya", f"it {modal} recognise Peru", act="commit", cue="said")
    assert act(text, "recognise", statements=[told]).modality == modality


def test_who_had_done_it_stands_behind_had() -> None:
    found = act("Had Kenya attacked, Peru would have left.", "attacked")
    assert (found.actors, found.recipients, found.modality) == (("Kenya",), (), "conditional")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Kenya will attack unless Peru, its old rival, is quiet.",
         "unless Peru, its old rival, is quiet"),
        ("Kenya will attack if Lund, known as Ole, attacks Peru.",
         "if Lund, known as Ole, attacks Peru"),
        ("If Peru fires, Kenya, its rival, will attack.", "If Peru fires"),
        ("If elected, Lund said, Kenya would attack Peru.", "If elected"),
    ],
)  # fmt: skip
def test_a_condition_goes_on_behind_an_aside_of_its_subject(text: str, condition: str) -> None:
    [found] = [
        each for each in acts_of(text) if each.condition is not None and "Kenya" in each.actors
    ]
    assert found.condition is not None
    assert text[found.condition.start : found.condition.end] == condition


def test_what_is_inserted_ends_no_condition() -> None:
    text = "Lund will stay, unless of course, Kenya attacked Peru and attacked Norland."
    found = [each.modality for each in acts_of(text) if each.type == "ASSAULT"]
    assert found
    assert set(found) == {"conditional"}
