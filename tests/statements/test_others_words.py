"""What somebody else has to say to a statement is no part of it, and what is repeated is one."""

import pytest
from tests.statements.reading import attribute, place, quote, read


@pytest.mark.parametrize(
    ("text", "source", "cue", "judged", "end"),
    [
        ("Oslo said Peru had killed men, which Lima called a lie.", "Lima", "called", "a lie",
         "killed men"),
        ("Oslo said Peru had fed men, which Lima had called a lie.", "Lima", "had called", "a lie",
         "a lie"),
        ("Oslo said Peru had fed men, which he called a gift.", "he", "called", "a gift",
         "a gift"),
        ("Oslo said Peru had sunk a boat, which Lima says was late.", "Lima", "says", "was late",
         "was late"),
        ("Oslo said the plan, which Lima called a farce, was dead.", "Lima", "called", "a farce",
         "was dead"),
    ],
)  # fmt: skip
def test_what_another_says_to_it_is_not_said(
    text: str, source: str, cue: str, judged: str, end: str
) -> None:
    outer = attribute(text, "said", "Oslo", text[len("Oslo said ") : -1])
    first, *_ = read(text, outer, attribute(text, cue, source, judged))
    assert quote(text, first)[-1].endswith(end)


@pytest.mark.parametrize(
    ("text", "owner", "rows"),
    [
        ("Ms Berg repeated her warning that boats would sink.", "her", 1),
        ("Ms Berg repeated Oslo’s warning that boats would sink.", "Oslo’s", 2),
        ("Ms Berg withdrew her warning that boats would sink.", "her", 2),
    ],
)
def test_what_is_repeated_is_said_once(text: str, owner: str, rows: int) -> None:
    verb = text.split()[2]
    whole = text[text.index(verb) + len(verb) + 1 : -1]
    outer = attribute(text, verb, "Ms Berg", whole)
    inner = attribute(text, "warning", owner, "that boats would sink")
    assert len(read(text, outer, inner)) == rows


def test_who_repeats_a_call_calls_for_it() -> None:
    text = "Ms Berg reiterated her call for a vote."
    [statement] = read(text, attribute(text, "reiterated", "Ms Berg", "her call for a vote"))
    assert statement.act == "appeal"


@pytest.mark.parametrize(
    ("cue", "source"),
    [("is believed to have told", "Ms Berg"), ("is believed to have been told", None)],
)
def test_who_is_believed_to_have_said_it_says_it(cue: str, source: str | None) -> None:
    text = f"Ms Berg {cue} that boats would sink."
    found = attribute(text, cue, "Ms Berg", "that boats would sink")
    [statement] = read(text, found)
    assert statement.source == (None if source is None else place(text, source))


def test_who_is_shouted_at_is_no_part_of_the_shout() -> None:
    text = "“Bring them home”, the crowd shouted back at the king."
    found = attribute(text, "shouted back at", "the crowd", "“Bring them home”", "the king")
    [statement] = read(text, found)
    assert quote(text, statement) == ["“Bring them home”"]
    text = "They lost the fort, which the crowd pointed to as a shame."
    found = attribute(text, "pointed to", "the crowd", "which", "as a shame")
    [statement] = read(text, found)
    assert quote(text, statement) == ["which", "as a shame"]


def test_both_alone_is_no_cue() -> None:
    text = "The ministry and the army both said it was late."
    both = attribute(text, "both", "The ministry and the army", "said it was late")
    said = attribute(text, "said", "The ministry and the army", "it was late")
    assert [quote(text, each) for each in read(text, both, said)] == [["it was late"]]


def test_a_paper_and_its_verb_are_one_cue() -> None:
    text = "Ms Berg’s statement said that boats would sink."
    noun = attribute(text, "statement", "Ms Berg’s", "said that boats would sink")
    verb = attribute(text, "said", "Ms Berg’s statement", "that boats would sink")
    [found] = read(text, noun, verb)
    assert quote(text, found) == ["that boats would sink"]
