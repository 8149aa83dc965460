from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Berg said that the talks had failed.", "said", "that the talks had failed"),
        ("Berg said the talks had failed.", "said", "the talks had failed"),
        ("Berg said on Monday the talks had failed.", "said", "the talks had failed"),
        ("Berg also said in a statement that it rained.", "also said", "that it rained"),
        ("Berg told reporters in Norport that it rained.", "told", "that it rained"),
        ("Berg says he’s tired.", "says", "he’s tired"),
        ("The talks had failed, Berg said.", "said", "The talks had failed"),
        ("The talks had failed, said Berg.", "said", "The talks had failed"),
        ("The talks had failed, according to Berg.", "according to", "The talks had failed"),
        ("According to Berg, the talks had failed.", "According to", "the talks had failed"),
        ("As Berg noted, the talks had failed.", "noted", "the talks had failed"),
        ("Berg denied plans to leave.", "denied", "plans to leave"),
        ("Berg has demanded a reply.", "has demanded", "a reply"),
        ("Berg promised to reply.", "promised", "to reply"),
        ("Berg refused to leave the hall.", "refused", "to leave the hall"),
        ("Berg accused Sudria of delay.", "accused", "Sudria of delay"),
        ("Berg urged Sudria to wait.", "urged", "to wait"),
        ("Berg called on Sudria to wait.", "called on", "to wait"),
        ("Berg called for a vote.", "called for", "a vote"),
        ("Berg warned against a hasty vote.", "warned against", "a hasty vote"),
        ("Berg asked whether the road was open.", "asked", "whether the road was open"),
        ("Berg went on to say that it rained.", "went on to say", "that it rained"),
        ("Berg called the plan “a gift”.", "called", "the plan “a gift”"),
        ("Berg’s claim that the road was open drew laughter.", "claim", "that the road was open"),
        ("Berg was quoted as saying the talks failed.", "was quoted as saying", "the talks failed"),
    ],
)
def test_content_is_what_the_cue_governs(read: Read, text: str, cue: str, content: str) -> None:
    row = read(text)[0]
    assert (row.source.removesuffix("’s"), row.cue) == ("Berg", cue)
    assert row.content[0].startswith(content)
    assert row.kind in {"indirect", "mixed"}


def test_attribution_inside_a_clause_parts_its_content(read: Read) -> None:
    [row] = read("The talks, Berg said, had failed.")
    assert row.content == ("The talks", "had failed")


def test_participle_shares_the_source_and_ends_the_content(read: Read) -> None:
    first, second = read("Berg said the talks had failed, adding that the road was closed.")
    assert first.content == ("the talks had failed",)
    assert (second.source, second.cue, second.content) == (
        "Berg",
        "adding",
        ("that the road was closed",),
    )


def test_coordinated_cues_share_the_source(read: Read) -> None:
    first, second = read("Norland denied the report but said that its troops were ready.")
    assert (first.content, second.content) == (("the report",), ("that its troops were ready",))
    assert second.speaker == "Norland"


def test_writers_turn_after_but_is_not_the_speakers(read: Read) -> None:
    [row] = read("Berg said the road was open, but the drivers had no fuel.")
    assert row.content == ("the road was open",)


def test_leading_clause_of_a_subordinate_cue_ends_at_its_comma(read: Read) -> None:
    rows = read("As Berg denounced the plan, the crowd went home.")
    assert [row.content for row in rows] == [("the plan",)]


@pytest.mark.parametrize(
    "text",
    [
        "Berg supports the plan.",
        "Berg plans to leave.",
        "Berg saw that the road was open.",
        "Berg believes that the road is open.",
        "Berg did not say that the road was open.",
        "Berg would not say whether the road was open.",
        "Berg is expected to say that the road is open.",
        "Berg declined to comment.",
        "If Berg says the road is open, drivers will come.",
        "The claims were read aloud.",
        "The move suggests that winter is near.",
        "He was accused of fraud.",
        "It all went according to plan.",
        "The price rose, as expected.",
        "I said the road was open.",
    ],
)
def test_thoughts_plans_denied_and_supposed_words_are_no_statements(read: Read, text: str) -> None:
    assert read(text) == []


def test_relative_clause_without_commas_stays_with_the_source(read: Read) -> None:
    [row] = read("The envoy who led the talks said the road was open.")
    assert row.source == "The envoy who led the talks"


def test_day_between_source_and_cue_belongs_to_neither(read: Read) -> None:
    [row] = read("President Tomas Lund on Wednesday warned of a long winter.")
    assert (row.source, row.cue) == ("President Tomas Lund", "warned of")


def test_a_clause_of_time_is_not_what_was_replied(read: Read) -> None:
    assert read("A month after it sank, Berg replied.") == []
    [row] = read("A month after it sank, it was found, Berg replied.")
    assert row.content == ("A month after it sank, it was found",)
