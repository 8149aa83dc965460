"""What the scores of pronouns promise; how good they are stands in evaluation/."""

import pytest

from onrecord.models import load_models
from onrecord.records import PronounScorer, PronounScores, Span
from onrecord.text import outline_text

READER = load_models().reader
TEXT = "Ida Berg wrote to Vesna Kral. Later she left."


def open_text(text: str) -> PronounScorer | None:
    return READER.read(text, outline_text(text)).pronouns


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def score(text: str, *people: list[Span]) -> PronounScores | None:
    scorer = open_text(text)
    assert scorer is not None
    return scorer.score(span_of(text, "she"), people)


def test_every_person_named_near_the_pronoun_has_a_score() -> None:
    found = score(TEXT, [span_of(TEXT, "Ida Berg")], [span_of(TEXT, "Vesna Kral")])
    assert found is not None
    assert len(found.people) == 2
    assert None not in found.people


def test_scores_are_those_of_the_people_in_any_order() -> None:
    berg, kral = [span_of(TEXT, "Ida Berg")], [span_of(TEXT, "Vesna Kral")]
    one, other = score(TEXT, berg, kral), score(TEXT, kral, berg)
    assert one is not None
    assert other is not None
    assert one.people == pytest.approx(other.people[::-1], abs=0.05)


def test_who_is_named_far_away_has_no_score() -> None:
    text = "Ida Berg was there. " + "It rained for a long time. " * 60 + TEXT.partition(" ")[2]
    found = score(text, [span_of(text, "Ida Berg")], [span_of(text, "Vesna Kral")])
    assert found is not None
    assert found.people[0] is None
    assert found.people[1] is not None


def test_nobody_named_near_is_no_score_at_all() -> None:
    assert score("Later she left.") is None


def test_text_without_he_or_she_keeps_no_states() -> None:
    assert open_text("Ida Berg wrote to Vesna Kral. They left.") is None
