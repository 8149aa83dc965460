from collections.abc import Sequence

import pytest

from onrecord.coreference.candidates import Sentences, load_fitness, place_of, pronoun_case
from onrecord.records import PronounScores, Span


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Berg quickly left.", "subject"),
        ("Berg’s house burnt.", "owner"),
        ("They wrote to Berg.", "preposition"),
        ("They visited Berg.", "object"),
        ("Lund and Berg.", "joined"),
    ],
)
def test_place_of_a_name_is_read_from_its_neighbours(text: str, place: str) -> None:
    assert place_of(Sentences(text), span_of(text, "Berg")) == place


@pytest.mark.parametrize(
    ("text", "word", "case"),
    [
        ("Then she left.", "she", "subject"),
        ("They saw her.", "her", "object"),
        ("They saw her house.", "her", "own"),
        ("They saw him leave.", "him", "object"),
    ],
)
def test_case_of_a_pronoun(text: str, word: str, case: str) -> None:
    assert pronoun_case(Sentences(text), span_of(text, word)) == case


def test_subject_is_likelier_than_who_stands_after_a_preposition() -> None:
    text = "Vesna Kral wrote to Ida Berg. She had waited long."
    rated = load_fitness().rate(
        Sentences(text),
        span_of(text, "She"),
        {"kral": [span_of(text, "Vesna Kral")], "berg": [span_of(text, "Ida Berg")]},
    )
    assert rated["kral"] > rated["berg"]
    assert sum(rated.values()) <= 1.0


class Certain:
    """A reader that is sure of the second person and sees no other."""

    def score(self, pronoun: Span, people: Sequence[Sequence[Span]]) -> PronounScores:
        return PronounScores((None, 9.0, *[None] * (len(people) - 2)), none=0.0)


def test_what_the_reader_says_of_the_words_is_added_to_the_places() -> None:
    text = "Vesna Kral wrote to Ida Berg. She had waited long."
    people = {"kral": [span_of(text, "Vesna Kral")], "berg": [span_of(text, "Ida Berg")]}
    rated = load_fitness().rate(Sentences(text), span_of(text, "She"), people, Certain())
    assert rated["kral"] == 0.0
    assert rated["berg"] > 0.9


def test_stop_of_a_title_ends_no_sentence() -> None:
    assert Sentences("Mr. Lund left. He slept.").starts == [0, 15]
