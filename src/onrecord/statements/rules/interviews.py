"""Read interviews: paragraphs that ask, paragraphs that answer, and who is asked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.coreference import Mention, MentionIndex
from onrecord.records import Span
from onrecord.statements.rules.turns import ANSWERING, ASKING, find_turns

_PARAGRAPH = re.compile(r"[^\n]+")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{0,2000}[”\"]|‘[^‘’\n]{0,2000}’(?!\w)")
_FIRST_PERSON = re.compile(r"(?<!War )\bI\b(?![.-])|\b(?:[Mm]e|[Mm]y|[Mm]yself|[Ww]e|us|[Oo]ur)\b")
_SECOND_PERSON = re.compile(r"\b[Yy]ou(?:r|rs|rself)?\b")
# "Tell me about it.": asks without a question mark.
_PROMPT = re.compile(r"(?:Tell|Walk|Take|Talk|Give|Remind|Describe|Explain|Let)\b")
_LABELLED = 2  # turns that open an interview whose others have no label
_FEWEST = 4  # questions with an answer: fewer stand in columns and features too
_LONGEST = 500  # characters of a question
_PERSONAL = 0.6  # of the answers in which somebody speaks of himself; a list of questions has none
_ADDRESSED = 2  # paragraphs without "I" that say "you"

_CREDIT = re.compile(r"(?:By|Words|Text|Photo\w*|Pictures?|Reporting|Interview by)\b")
# "Interview with the linguist Ida Berg", "The Herald interviewed Ida Berg".
_INTERVIEWS = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed|ing)?(?: with)?|[Cc]onversation with)\b[.:]?[^.!?\n]*$"
)
# "We spoke to the mayor, Ida Berg"; who a person spoke to may be the one who asked.
_SPOKEN_TO = re.compile(
    r"\b(?P<who>[Ww]e|I|(?!He\b|She\b|They\b)[A-Z]\w+) "
    r"(?:(?:spoke|speaks|talked|talks|sat down|chatted) (?:to|with)|(?<=[Ww]e )met)\b"
    r"[^.!?\n]*$"
)
# "Ida Berg talks about", "Ida Berg was interviewed", "Ida Berg spoke to us".
_ASKED_AFTER = re.compile(
    r"(?:(?!\bwho\b)[^.!?\n])*?\b(?:(?:was|is|were|been) interviewed\b|"
    r"(?:spoke|speaks|talked|talks) (?:(?:to|with) (?:us|me|this|our)|about)\b|"
    r"(?:discusses|explains)\b|"
    r"answer(?:s|ed) (?:(?:our|my|your|some|a few|[a-z]+[’']) )?questions\b|"
    r"tells? (?:us|how|why|about)\b)"
)
# "Ida Berg has left the navy. She spoke to us in May."
_PRONOUN_SPOKE = re.compile(
    r"\b(?:(?:He|She) (?:spoke|speaks|talked|talks|sat down) (?:to|with)|"
    r"(?:We|I) (?:met|(?:spoke|talked|sat down) (?:to|with)|interviewed|visited) (?:him|her))\b"
)
_NAMED_SO = re.compile(r"\binterview|\bQ ?(?:&|and) ?A\b|\bin conversation\b", re.IGNORECASE)
_NEAR = 90  # characters around a name in which the words stand that introduce it
_VOCATIVE = 30  # characters in which a question may call whom it asks by name


@dataclass(frozen=True, slots=True)
class Interview:
    """The words that ask and that answer, in reading order, and where who is asked is named.

    `asking` is the label of who asks, where only the first turns have one.
    """

    questions: tuple[Span, ...]
    answers: tuple[Span, ...]
    asked: Mention | None
    asking: Span | None = None


def find_interview(text: str, index: MentionIndex) -> Interview | None:
    """Return the interview that the text is, if it is one, labelled "Q" and "A" or not at all.

    Without labels questions end in their mark and have no quotation marks; most of what follows
    them is told by somebody who says "I". Labels may stand on the first question and answer alone.
    A paragraph without "I" that follows no question may be
    the interviewer's, and belongs to nobody.
    """
    paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    labelled = find_turns(text, paragraphs)
    opened = _read_opened(text, paragraphs, labelled, index)
    if opened is not None:
        return opened
    turns = labelled.values()
    parts = _read_labels(text, turns) if turns else _read_plain(text, paragraphs)
    if parts is None:
        return None
    questions, answers = parts
    begins = min(questions[0].start, answers[0].start)
    spoken = bool(turns) and _speak_to_each_other(text, questions, answers)
    asked = _find_asked(text, begins, index, spoken=spoken)
    if asked is not None and _is_spoken_of(text, asked, questions, answers, index):
        asked = None
    return Interview(questions, answers, asked)


Parts = tuple[tuple[Span, ...], tuple[Span, ...]]


def _read_labels(text: str, turns: Iterable[tuple[Span, Span]]) -> Parts | None:
    """Return the words behind "Q:" and behind "A:", if turns are labelled so and not by names."""
    labelled = [(text[slice(*label)].upper(), words) for label, words in turns]
    questions = tuple(words for label, words in labelled if label in ASKING)
    answers = tuple(words for label, words in labelled if label in ANSWERING)
    return (questions, answers) if questions and answers else None


def _read_opened(
    text: str,
    paragraphs: Sequence[Span],
    turns: Mapping[int, tuple[Span, Span]],
    index: MentionIndex,
) -> Interview | None:
    """Return the interview of which only the first question and answer have a name before them.

    Behind an answer who asks may also say what "you" have done or said.
    """
    if len(turns) != _LABELLED:
        return None
    (first, (asking, question)), (second, (label, _)) = sorted(turns.items())
    asked = next(iter(index.inside(label)), None)
    if second != first + 1 or not _asks(text, question) or asked is None:
        return None
    parts = _read_plain(text, paragraphs[second:], told=True)
    return None if parts is None else Interview(*parts, asked, asking)


def _read_plain(text: str, paragraphs: Sequence[Span], *, told: bool = False) -> Parts | None:
    """Return the paragraphs that ask and that answer, where nothing labels them.

    The first paragraph is a headline, or an answer where it is `told` who asks, and asks nobody.
    """
    questions: list[Span] = []
    answers: list[Span] = []
    more: list[Span] = []  # personal, behind what may be the interviewer's: until the next question
    answered = personal = addressed = 0
    state = "answered" if told else "before"
    for paragraph in paragraphs[1:]:
        speaks = _is_personal(text, paragraph)
        to_you = not speaks and _SECOND_PERSON.search(text, *paragraph) is not None
        addressed += to_you
        asks = _asks(text, paragraph) or (told and to_you and state != "asked")
        if asks and not (state == "asked" and speaks):
            answers += more
            more = []
            questions.append(paragraph)
            state = "asked"
        elif state == "asked":
            answers.append(paragraph)
            answered, personal, state = answered + 1, personal + speaks, "answered"
        elif speaks and state == "answered":
            answers.append(paragraph)
        elif speaks and state == "open":
            more.append(paragraph)
        elif state == "answered":
            state = "open"
    enough = answered >= _FEWEST and personal >= _PERSONAL * answered
    if not enough or addressed < _ADDRESSED:
        return None
    return tuple(questions), tuple(answers)


def _speak_to_each_other(text: str, questions: Sequence[Span], answers: Sequence[Span]) -> bool:
    """Return whether somebody says "you" and is answered "I", as in no list of questions."""
    asks = any(_SECOND_PERSON.search(text, *each) for each in questions)
    return asks and any(_is_personal(text, each) for each in answers)


def _find_asked(text: str, begins: int, index: MentionIndex, *, spoken: bool) -> Mention | None:
    """Return where who is asked is first named, if what stands before the questions says so.

    Of two who may be it, it is neither. Where question and answer are `spoken`, by people to each
    other, who alone is named before is it.
    """
    people = [
        each
        for each in index.inside(Span(0, begins))
        if each.actor.kind == "person" and _is_name(text, each.span)
    ]
    introduced = {each.actor.id for each in people if _is_introduced(text, each, index)}
    spoke = _PRONOUN_SPOKE.search(text, 0, begins)
    if spoke is not None:
        before = {each.actor.id for each in people if each.span.end <= spoke.start()}
        introduced |= before if len(before) == 1 else set()
    everybody = {each.actor.id for each in people}
    named_so = spoken or _NAMED_SO.search(text, 0, begins) is not None
    if not introduced and len(everybody) == 1 and named_so:
        introduced = everybody
    if len(introduced) != 1:
        return None
    return next(each for each in people if each.actor.id in introduced)


def _is_name(text: str, span: Span) -> bool:
    """Return whether somebody is named there, and not in a byline or credit."""
    line = text.rfind("\n", 0, span.start) + 1
    last = text[span.start : span.end].split()[-1]
    return last[:1].isupper() and _CREDIT.match(text, line, span.start) is None


def _is_introduced(text: str, name: Mention, index: MentionIndex) -> bool:
    """Return whether words next to the name say that this is who is asked."""
    start = max(0, name.span.start - _NEAR)
    before = text[start : name.span.start]
    if _INTERVIEWS.search(before) is not None:
        return True
    spoken = _SPOKEN_TO.search(before)
    if spoken is not None:
        subject = Span(start + spoken.start("who"), start + spoken.end("who"))
        near = index.before(subject.end, 1)
        person = near and near[0].actor.kind == "person" and near[0].span.end >= subject.end
        return not person
    return _ASKED_AFTER.match(text, name.span.end, name.span.end + _NEAR) is not None


def _is_spoken_of(
    text: str,
    person: Mention,
    questions: Sequence[Span],
    answers: Sequence[Span],
    index: MentionIndex,
) -> bool:
    """Return whether the person is named in an answer, or in a question but to be addressed.

    Whom others call by name in an answer is the one who tells of it: "She said, “Ida, wait.”".
    """
    told = [*answers, *(_past_vocatives(text, asked) for asked in questions)]
    return any(
        each.actor.id == person.actor.id and not _is_called(text, span, each.span)
        for span in told
        for each in index.inside(span)
    )


def _is_called(text: str, words: Span, name: Span) -> bool:
    """Return whether a name stands in quotation marks, next to a comma or a mark."""
    quoted = any(
        found.start() <= name.start and name.end <= found.end()
        for found in _QUOTED.finditer(text, *words)
    )
    return quoted and (text[name.end : name.end + 1] in ",!?." or text[name.start - 1] in '“"‘')


def _past_vocatives(text: str, question: Span) -> Span:
    """Return the part of a question in which who is asked is not called: "Will it, Ms Berg?"."""
    comma = text.rfind(",", question.start, question.end)
    called = comma >= 0 and question.end - comma <= _VOCATIVE
    return Span(question.start + _VOCATIVE, comma if called else question.end)


def _asks(text: str, paragraph: Span) -> bool:
    words = text[paragraph.start : paragraph.end].rstrip(" *_)")
    if len(words) > _LONGEST or re.search(r"[“\"]", words) or words[:1] in "‘'":
        return False
    return words.endswith("?") or _PROMPT.match(words) is not None


def _is_personal(text: str, paragraph: Span) -> bool:
    """Return whether somebody speaks of himself outside quotation marks."""
    plain = _QUOTED.sub(" ", text[paragraph.start : paragraph.end])
    return _FIRST_PERSON.search(plain) is not None
