"""What an interview without labels gives to whom."""

import re

from onrecord.coreference import MentionIndex
from onrecord.records import Actor, Span
from onrecord.statements.interviews import Interview, find_interview, find_interviewee
from onrecord.statements.voices import Voices

ASKED = (
    "Ida Berg on the bridge\n\n"
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


def paragraphs(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]


def actors(text: str, *names: str) -> MentionIndex:
    return MentionIndex(
        [
            Actor(
                id=name,
                name=name,
                kind="person",
                mentions=tuple(Span(*match.span()) for match in re.finditer(name, text)),
            )
            for name in names
            if name in text
        ]
    )


def read(text: str) -> Interview | None:
    return find_interview(text, paragraphs(text))


def asked(text: str, *names: str) -> str | None:
    interview = read(text)
    assert interview is not None
    found = find_interviewee(text, interview, actors(text, *names))
    return None if found is None else found.actor.name


def test_questions_and_answers_are_told_apart() -> None:
    interview = read(ASKED)
    assert interview is not None
    words = [ASKED[slice(*span)].split()[0] for span in interview.answers.values()]
    assert words == ["I", "Because", "We", "Nothing"]  # not the ministry, which may be the asker's
    assert len(interview.questions) == 4


def test_who_is_introduced_is_asked() -> None:
    assert asked(ASKED, "Ida Berg", "Tomas Lund") == "Ida Berg"


def test_i_is_who_is_asked_and_you_too() -> None:
    index = actors(ASKED, "Ida Berg")
    [berg] = {each.actor.id: each.actor for each in index.mentions}.values()
    voices = Voices(ASKED, index)
    assert voices.at(ASKED.index("I would paint")) is berg
    assert voices.at(ASKED.index("I told him")) is berg
    assert voices.addressed(ASKED.index("you do it again")) is berg
    assert voices.at(ASKED.index("The bridge opens")) is None


def test_a_is_who_has_come_to_be_asked() -> None:
    text = (
        "The bridge\n\nTomas Lund painted it. He spoke to Ida Berg in May.\n\nQ: Why?\n\n"
        "A: I like red.\n\nQ: And blue?\n\nA: Not here."
    )
    index = actors(text, "Ida Berg", "Tomas Lund")
    voices = Voices(text, index)
    speaker = voices.at(text.index("I like red"))
    assert speaker is not None
    assert speaker.name == "Tomas Lund"
    assert voices.at(text.index("And blue")) is None


def test_of_two_who_are_introduced_nobody_is_chosen() -> None:
    text = ASKED.replace("Ida Berg, the mayor,", "Ida Berg and Tomas Lund").replace(
        "Ida Berg on the", "On the"
    )
    assert asked(text, "Ida Berg", "Tomas Lund") is None


def test_who_is_spoken_of_in_the_answers_is_not_asked() -> None:
    text = ASKED.replace("My son did not", "Ida Berg did not")
    assert asked(text, "Ida Berg") is None


def test_questions_that_the_page_answers_itself_are_no_interview() -> None:
    text = ASKED
    for words, other in (("I did. My son did not.", "Yes."), ("I told him so.", "It does.")):
        text = text.replace(words, other)
    text = text.replace("We would. I would paint it first.", "It may.").replace("that I have", "")
    assert read(text) is None


def test_a_text_with_few_questions_is_no_interview() -> None:
    assert read(ASKED.replace("again?", "again.")) is None
