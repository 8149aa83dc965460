"""Read interviews whose turns have no labels: paragraphs that ask, and paragraphs that answer."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.coreference import Mention, MentionIndex
from onrecord.records import Span

_QUOTED = re.compile(r"[“\"][^”\"\n]{0,2000}[”\"]|‘[^’\n]{0,2000}’(?!\w)")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Mm]ine|[Ww]e|[Uu]s|[Oo]ur)\b(?!\.)")
_SECOND_PERSON = re.compile(r"\b[Yy]ou(?:r|rs|rself)?\b")
# "Interview with the linguist Ida Berg", "we spoke to the mayor, Ida Berg": not "she spoke to".
_ASKED_BEFORE = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed|ing)?(?: with)?\b|[Cc]onversation with\b|"
    r"(?<![Hh]e )(?<!who )(?:spoke|speaks|talked|talks|sat down|chatted) (?:to|with)\b)[^.!?\n]*$"
)
# "Ida Berg has left the navy. She spoke to us in May."
_PRONOUN_SPOKE = re.compile(r"\b(?:He|She) (?:spoke|speaks|talked|talks|sat down) (?:to|with)\b")
# "Ida Berg was interviewed", "Ida Berg talks about": but not "told a court".
_ASKED_AFTER = re.compile(
    r"[^.!?\n]*?\b(?:interviewed\b|(?:spoke|speaks|talked|talks) (?:to|with|about)\b|"
    r"(?:discusses|explains|answers)\b|tells? (?:us|how|why|about)\b)"
)
_NEAR = 90  # characters
_LONGEST_TITLE = 2  # words: "Dr", "The Reverend"
_VOCATIVE = 30  # characters in which a question may call whom it asks by name
ASKING = frozenset("Q QUESTION REPORTER INTERVIEWER".split())
ANSWERING = frozenset("A ANSWER".split())
_FEWEST = 4  # questions
_LONGEST = 500  # characters of a question
_PERSONAL = 0.6  # of the answers in which somebody speaks of himself
_ADDRESSED = 2  # paragraphs without "I" that say "you"


@dataclass(frozen=True, slots=True)
class Interview:
    """The paragraphs that ask and that answer, by their numbers."""

    questions: dict[int, Span]
    answers: dict[int, Span]

    @property
    def begins(self) -> int:
        """Where the first question stands."""
        return min(question.start for question in self.questions.values())


def find_interview(text: str, paragraphs: Sequence[Span]) -> Interview | None:
    """Return the interview that the text is, if it is one.

    Questions end in their mark and have no quotation marks; most of what follows them is told by
    somebody who says "I". A paragraph without "I" that follows no question may be the
    interviewer's, and belongs to nobody.
    """
    questions = [
        number for number, paragraph in enumerate(paragraphs[:-1]) if _asks(text, paragraph)
    ]
    answered = [number + 1 for number in questions if number + 1 not in set(questions)]
    if len(answered) < _FEWEST:
        return None
    personal = sum(_is_personal(text, paragraphs[number]) for number in answered)
    if personal < _PERSONAL * len(answered) or not _is_spoken_to(text, paragraphs):
        return None
    answers = {
        number
        for number in range(questions[0], len(paragraphs))
        if number not in questions
        and (number in answered or _is_personal(text, paragraphs[number]))
    }
    return Interview(
        questions={number: paragraphs[number] for number in questions},
        answers={number: paragraphs[number] for number in sorted(answers)},
    )


def label_interview(turns: Mapping[int, tuple[Span, Span]], text: str) -> Interview | None:
    """Return the interview of turns that are labelled "Q" and "A", each by label and words."""
    named = {number: (text[slice(*label)], words) for number, (label, words) in turns.items()}
    questions = {number: words for number, (label, words) in named.items() if label in ASKING}
    answers = {number: words for number, (label, words) in named.items() if label in ANSWERING}
    return Interview(questions, answers) if questions and answers else None


def find_interviewee(text: str, interview: Interview, index: MentionIndex) -> Mention | None:
    """Return where who is asked is first named, if the page says who that is.

    That is who is interviewed or spoken to before the questions, or who alone is named there more
    than once or in the headline; and never who is spoken of in them or in the answers.
    """
    people = [
        each for each in index.inside(Span(0, interview.begins)) if each.actor.kind == "person"
    ]
    introduced = {each.actor.id for each in people if _is_introduced(text, each.span)}
    for match in _PRONOUN_SPOKE.finditer(text, 0, interview.begins):
        opening = [each for each in people if _opens(text, each.span, match.start())]
        introduced |= {each.actor.id for each in opening[-1:]}
    named = Counter(each.actor.id for each in people)
    if not introduced and len(named) == 1:
        headline = text.find("\n") if "\n" in text else len(text)
        introduced = set(named) if len(people) > 1 or people[0].span.end <= headline else set()
    if not introduced:
        return None
    ranked = sorted(introduced, key=lambda each: -named[each])
    if len(ranked) > 1 and named[ranked[0]] == named[ranked[1]]:
        return None
    chosen = next(each for each in people if each.actor.id == ranked[0])
    return None if _is_spoken_of(chosen, interview, index) else chosen


def _is_spoken_of(person: Mention, interview: Interview, index: MentionIndex) -> bool:
    """Return whether the person is named in an answer, or in a question but to be addressed."""
    told = [
        *interview.answers.values(),
        *(Span(asked.start + _VOCATIVE, asked.end) for asked in interview.questions.values()),
    ]
    return any(each.actor.id == person.actor.id for span in told for each in index.inside(span))


def _opens(text: str, name: Span, before: int) -> bool:
    """Return whether the name opens a paragraph or sentence that stands before character `before`.

    A title may stand before it.
    """
    at = text.rfind("\n", 0, name.start) + 1
    sentence = re.split(r"[.!?]\s+(?=[A-Z])", text[at : name.start])[-1]
    return name.end <= before and len(sentence.split()) <= _LONGEST_TITLE


def _is_introduced(text: str, name: Span) -> bool:
    """Return whether words next to the name say that this is who is asked."""
    before = text[max(0, name.start - _NEAR) : name.start]
    return (
        _ASKED_BEFORE.search(before) is not None
        or _ASKED_AFTER.match(text, name.end, name.end + _NEAR) is not None
    )


def _asks(text: str, paragraph: Span) -> bool:
    words = text[paragraph.start : paragraph.end].rstrip(' *_)"”')
    return (
        words.endswith("?")
        and len(words) <= _LONGEST
        and words[:1] not in "\"“‘'"
        and not re.search(r"[“\"]", words)
    )


def _is_spoken_to(text: str, paragraphs: Sequence[Span]) -> bool:
    """Return whether somebody is called "you" who does not speak, as often as in an interview."""
    found = (
        number
        for number, paragraph in enumerate(paragraphs)
        if _SECOND_PERSON.search(text, *paragraph) and not _is_personal(text, paragraph)
    )
    return len(list(islice(found, _ADDRESSED))) == _ADDRESSED


def _is_personal(text: str, paragraph: Span) -> bool:
    """Return whether somebody speaks of himself outside quotation marks."""
    plain = _QUOTED.sub(" ", text[paragraph.start : paragraph.end])
    return _FIRST_PERSON.search(plain) is not None
