"""What an interview without names at its turns gives to whom."""

import re
import time

import pytest

from onrecord.coreference import MentionIndex
from onrecord.records import Actor, Span
from onrecord.statements.rules.interviews import Interview, find_interview
from onrecord.statements.speakers.voices import Voices

ASKED = (
    "The bridge\n\n"
    "We spoke to Ida Berg, the mayor, in May.\n\n"
    "Did you vote for it?\n\n"
    "I did. My son did not.\n\n"
    "Why not?\n\n"
    "Because it rains there. I told him so.\n\n"
    "The ministry says you were late.\n\n"
    "The ministry was late itself.\n\n"
    "Would you do it again?\n\n"
    "We would. I would paint it first.\n\n"
    "And what would it cost you?\n\n"
    "Nothing that I have.\n\n"
    "The bridge opens in June."
)
INTRODUCTION = "We spoke to Ida Berg, the mayor, in May."
NAMES = ("Ida Berg", "Tomas Lund")


def index_of(text: str) -> MentionIndex:
    return MentionIndex(
        [
            Actor(
                id=name,
                name=name,
                kind="person",
                mentions=tuple(Span(*match.span()) for match in re.finditer(name, text)),
            )
            for name in NAMES
            if name in text
        ]
    )


def read(text: str) -> Interview | None:
    return find_interview(text, index_of(text))


def first_words(text: str, parts: tuple[Span, ...]) -> list[str]:
    return [text[slice(*span)].split()[0] for span in parts]


def test_questions_and_answers_are_told_apart() -> None:
    interview = read(ASKED)
    assert interview is not None
    assert first_words(ASKED, interview.questions) == ["Did", "Why", "Would", "And"]
    # Not the ministry, which may be the one who asks.
    assert first_words(ASKED, interview.answers) == ["I", "Because", "We", "Nothing"]


@pytest.mark.parametrize(
    ("introduction", "asked"),
    [
        (INTRODUCTION, "Ida Berg"),
        ("Ida Berg, the mayor, talks about her bridge.", "Ida Berg"),
        ("Ida Berg has built a bridge. She spoke to us in May.", "Ida Berg"),
        ("Ida Berg has built a bridge. We met her in May.", "Ida Berg"),
        ("We met Ida Berg in May.", "Ida Berg"),
        ("Tomas Lund interviewed Ida Berg in May.", "Ida Berg"),
        ("By Tomas Lund\n\nAn interview with Ida Berg.", "Ida Berg"),
        ("Ida Berg spoke to Tomas Lund in May.", None),
        ("Tomas Lund, who spoke to voters, came back.", None),
        ("We spoke to Ida Berg and interviewed Tomas Lund.", None),
        ("Tomas Lund must hear us.", None),
        ("By Tomas Lund\n\nIt rained.", None),
    ],
)
def test_who_is_asked_is_who_is_introduced(introduction: str, asked: str | None) -> None:
    interview = read(ASKED.replace(INTRODUCTION, introduction))
    assert interview is not None
    assert (interview.asked and interview.asked.actor.name) == asked


def test_i_is_who_is_asked_and_you_too() -> None:
    index = index_of(ASKED)
    [berg] = {each.actor.id: each.actor for each in index.mentions}.values()
    voices = Voices(ASKED, index)
    assert voices.at(ASKED.index("I would paint")) is berg
    assert voices.at(ASKED.index("I told him")) is berg
    assert voices.addressed(ASKED.index("you do it again")) is berg
    assert voices.at(ASKED.index("The bridge opens")) is None


def test_a_is_who_has_come_to_be_asked() -> None:
    text = (
        "The bridge\n\nTomas Lund painted it. He spoke to Ida Berg in May.\n\nQ: Why?\n\n"
        "A: I like red.\n\nQ: And blue, Mr Lund?\n\nA: Not here."
    )
    voices = Voices(text, index_of(text))
    speaker = voices.at(text.index("I like red"))
    assert speaker is not None
    assert speaker.name == "Tomas Lund"
    assert voices.at(text.index("And blue")) is None


def test_who_is_spoken_of_in_the_answers_is_not_asked() -> None:
    interview = read(ASKED.replace("My son did not", "Ida Berg did not"))
    assert interview is not None
    assert interview.asked is None


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("The ministry says you were late.", "Tell me about your years in the navy."),
        ("Because it rains there. I told him so.", "I never asked him. Would I ask him now?"),
    ],
)
def test_a_prompt_asks_and_a_counter_question_answers(words: str, other: str) -> None:
    text = ASKED.replace(words, other)
    interview = read(text)
    assert interview is not None
    asked = Span(text.index(other), text.index(other) + len(other))
    assert (asked in interview.questions) == other.startswith("Tell")
    assert (asked in interview.answers) != other.startswith("Tell")


def test_what_stands_behind_the_last_answer_is_not_said_in_it() -> None:
    text = ASKED + "\n\nSubscribe to our newsletter.\n\nOur reporter found that fifty had died."
    interview = read(text)
    assert interview is not None
    assert first_words(text, interview.answers)[-1] == "Nothing"


def test_questions_that_the_page_answers_itself_are_no_interview() -> None:
    text = ASKED
    for words, other in (("I did. My son did not.", "Yes."), ("I told him so.", "It does.")):
        text = text.replace(words, other)
    text = text.replace("We would. I would paint it first.", "It may.").replace("that I have", "")
    assert read(text) is None


def test_a_text_with_few_questions_is_no_interview() -> None:
    assert read(ASKED.replace("again?", "again.")) is None


def test_long_pages_take_time_in_proportion() -> None:
    def seconds(text: str) -> float:
        index = index_of(text)
        taken = []
        for _ in range(3):  # the least: what else the process does counts too
            start = time.process_time()
            find_interview(text, index)
            taken.append(time.process_time() - start)
        return min(taken)

    for piece in ("She spoke to Ida Berg. ", "Why you?\n\nI said so.\n\n", "“ I ‘ "):
        short, long = piece * 500, piece * 4000
        assert seconds(ASKED + long) < 40 * max(seconds(ASKED + short), 0.005)


OPENED = (
    "The bridge\n\n"
    "Ida Berg, the mayor, has her own bridge.\n\n"
    "The Herald: Did you vote for it, Ms Berg?\n\n"
    "Ida Berg: I did. My son did not.\n\n"
    "Why not?\n\n"
    "Because it rains there. I told him so.\n\n"
    "The ministry says you were late.\n\n"
    "The ministry was late itself.\n\n"
    "Would you do it again?\n\n"
    "We would. I would paint it first.\n\n"
    "And what would it cost you?\n\n"
    "Nothing that I have.\n\n"
    "The bridge opens in June."
)


def test_labels_of_the_first_question_and_answer_hold_for_the_rest() -> None:
    interview = find_interview(OPENED, index_of(OPENED))
    assert interview is not None
    assert interview.asking is not None
    assert interview.asked is not None
    assert OPENED[slice(*interview.asking)] == "The Herald"
    assert interview.asked.actor.name == "Ida Berg"
    questions = [OPENED[slice(*each)] for each in interview.questions]
    assert questions[:2] == ["Why not?", "The ministry says you were late."]
    answers = [OPENED[slice(*each)] for each in interview.answers]
    assert answers[1] == "The ministry was late itself."
    assert "The bridge opens in June." not in answers


def test_labels_of_one_question_and_answer_make_no_interview_of_an_article() -> None:
    text = OPENED.replace("?\n\n", ".\n\n")
    assert find_interview(text, index_of(text)) is None
