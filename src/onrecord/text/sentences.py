"""Split a text into paragraphs, and a paragraph into sentences."""

import re
from collections.abc import Iterator

from onrecord.records import Span
from onrecord.spans import trim
from onrecord.text.given_names import load_given_names

# A full stop after one of these does not end a sentence, whatever follows.
_TITLES = (
    "Mr Mrs Ms Mx Dr Prof St Del Sen Rep Reps Sens Gov Gen Col Lt Cmdr Maj Capt Sgt Cpl Adm Brig "
    "Fr Rev Hon Pres Amb Supt Insp Messrs Mme Mlle Sr Sra Gens"
).split()
# ... and after one of these only where the next word starts a sentence in any case.
_SHORT = (
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "No Nos vs etc Inc Ltd Co Corp Jr Bros Ave Blvd Rd Mt Ft Dept Univ Assn approx est al cf "
    "i.e e.g a.m p.m v"
).split()
_TITLE_SET = frozenset(_TITLES)
_SHORT_SET = frozenset(word.lower() for word in _SHORT)

_CLOSERS = "\"'”’»)]"
# A terminal mark, closing marks, white space: a possible end. The word before is checked apart,
# so the pattern has no nested repetition and cannot backtrack badly.
_END = re.compile(rf"[.!?…]+[{re.escape(_CLOSERS)}]*(?=\s)")
# "F" in "John F. Kennedy", "U.S" in "the U.S. reply".
_INITIALS = re.compile(r"[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]")
_LAST_WORD = re.compile(r"[\w.&'’-]+$")
_NEXT = re.compile(r"\s+[\"'“‘«„(\[]*([^\s])")
# Words that open a sentence far more often than they go on after "U.S." or "Jan."
_OPENERS = frozenset(
    "The A An In On At It He She They We But And However This That These Those His Her Its Their "
    "If When While After Before As For Meanwhile There Some Most".split()
)

# "at the U.N. Berg said", where Berg may be who speaks in the next sentence.
_SPEAKER = re.compile(r"(?P<name>[A-Z][\w’-]+) (?:said|says|told|added|wrote|tweeted)\b")
_GIVEN = re.compile(r"([A-Z]\w+)(?: [A-Z]\.)? $")
_NAMED_NEAR = 20_000  # characters before and after in which somebody has his full name
_LONGEST_GIVEN = 24  # characters
_MOST_NAMES = 12  # places that are looked at


def find_paragraphs(text: str) -> Iterator[Span]:
    """Yield the lines of `text` that are not blank, without the white space at their ends."""
    start = 0
    for line in text.splitlines(keepends=True):
        span = trim(text, Span(start, start + len(line)))
        if span.start < span.end:
            yield span
        start += len(line)


def find_sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of one paragraph, in order; closing marks stay with their sentence.

    A sentence inside a quotation is a sentence; `“No,” said the secretary.` is one.
    """
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, match, paragraph.end):
            yield Span(start, match.end())
            start = trim(text, Span(match.end(), paragraph.end)).start
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _ends_sentence(text: str, match: re.Match[str], limit: int) -> bool:
    following = _NEXT.match(text, match.end(), limit)
    if following is None or following[1].islower():
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if before is None:
        return True
    word = before[0]
    if word in _TITLE_SET:
        return False
    initials = _INITIALS.fullmatch(word) is not None
    if initials or word.lower() in _SHORT_SET:
        opener = re.match(r"\w+", text[following.end() - 1 : limit][:24])
        if len(word) == 1:
            return False  # "John F. Kennedy"
        opens = opener is not None and opener[0] in _OPENERS
        return opens or (initials and _opens_with_speaker(text, following.end() - 1))
    return True


def _opens_with_speaker(text: str, position: int) -> bool:
    """Return whether somebody speaks there by the surname of a full name that stands near."""
    speaker = _SPEAKER.match(text, position)
    if speaker is None:
        return False
    name, at = f" {speaker['name']}", max(0, position - _NAMED_NEAR)
    for _ in range(_MOST_NAMES):
        at = text.find(name, at, position + _NAMED_NEAR)
        if at < 0:
            return False
        at += 1
        given = _GIVEN.search(text, max(0, at - _LONGEST_GIVEN), at)
        behind = at + len(name) - 1
        whole = not text[behind : behind + 1].isalnum()
        if whole and given is not None and given[1] in load_given_names():
            return True
    return False
