"""Units of reading: sentences that quotations do not tear apart, as tokens.

A free-standing quotation (direct speech) is one token of a unit, whatever stands in it; the words
of a quotation that is built into a sentence are words like others, marked `quoted`. Quotation
marks themselves are no tokens. So clauses read the same with and without marks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from onrecord.records import Span
from onrecord.statements.grammar.freestanding import is_freestanding
from onrecord.statements.grammar.lexicon import CUES, QUOTING_FORMS
from onrecord.statements.grammar.marks import read_quotations
from onrecord.text import Outline, Quotation, Word, find_words
from onrecord.text.wordclasses import AUXILIARIES, DETERMINERS, is_possessive

_Part = TypeVar("_Part", Span, Quotation)
# No sentence is longer; what runs on without a stop is cut here, so that work stays linear.
MAX_TOKENS = 200
_MARKS = frozenset("“”„«»\"‘’'")
ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Mx Dr Prof St Sen Rep Reps Sens Gov Govs Gen Col Lt Cmdr Maj Capt Sgt Cpl Adm Brig "
    "Fr Rev Hon Pres Amb Supt Insp Jr Sr Del Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No "
    "Inc Ltd Co Corp Bros vs".split()
)


class Token(NamedTuple):
    """A word, a punctuation mark, or a free-standing quotation (`quotation` is then set)."""

    text: str
    lower: str
    start: int
    end: int
    quoted: bool = False
    quotation: Quotation | None = None
    inside: bool = False  # in a unit that stands inside a free-standing quotation
    opens_mention: bool = False  # an actor's mention starts here
    closes_mention: bool = False  # an actor's mention ends here

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number."""
        return self.quotation is None and (self.text[0].isalnum() or self.text[0] in "'’")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence with its tokens, in paragraph number `paragraph`."""

    span: Span
    paragraph: int
    tokens: tuple[Token, ...]

    def cover(self, start: int, end: int) -> Span:
        """Return the characters of tokens `[start, end)`, which must not be empty."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def at(self, position: int) -> int:
        """Return the number of the first token that starts at `position` or behind it."""
        return bisect_left(self.tokens, position, key=lambda token: token.start)

    def inside(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that start in the span."""
        return self.tokens[self.at(span.start) : self.at(span.end)]


class UnitReader:
    """Reads the units of one text: outside quotations first, then inside them.

    `starts` and `ends` are where mentions of actors start and end.
    """

    def __init__(
        self, text: str, outline: Outline, starts: frozenset[int], ends: frozenset[int]
    ) -> None:
        self._text = text
        self._outline = outline
        self._starts, self._ends = starts, ends
        quotations = read_quotations(text, outline)
        self._outer = [each for each in quotations if each.depth == 0]
        self._inner = [each for each in quotations if each.depth == 1]
        self._by_start = {each.inner.start: each for each in quotations}

    def read(self) -> Iterator[Unit]:
        """Yield the units of the text in reading order, without those inside quotations."""
        for number, paragraph in enumerate(self._outline.paragraphs):
            sentences = _starting_in(self._outline.sentences, paragraph)
            quotations = _starting_in(self._outer, paragraph)
            spans = _join_sentences(sentences, quotations)
            for span in _join_attributions(self._text, spans, quotations):
                yield from self._cut(span, number, quotations, inside=False)

    def read_quotation(self, start: int, paragraph: int) -> Iterator[Unit]:
        """Yield the units inside the quotation whose first character stands at `start`."""
        quotation = self._by_start.get(start)
        if quotation is not None:
            yield from self.read_inside(quotation.inner, paragraph)

    def read_inside(self, span: Span, paragraph: int) -> Iterator[Unit]:
        """Yield the units of somebody's words at `span`, inner quotations read like outer ones."""
        sentences = self._outline.sentences
        at = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
        cut: list[Span] = []
        while at < len(sentences) and sentences[at].start < span.end:
            start, end = sentences[at]
            cut.append(Span(max(start, span.start), min(end, span.end)))
            at += 1
        quotations = _starting_in(self._inner, span)
        for unit in _join_sentences(cut, quotations):
            yield from self._cut(unit, paragraph, quotations, inside=True)

    def _cut(
        self, span: Span, paragraph: int, quotations: Sequence[Quotation], *, inside: bool
    ) -> Iterator[Unit]:
        """Yield the unit at `span`, in pieces where it has too many tokens."""
        tokens = [
            token._replace(
                inside=inside,
                opens_mention=token.start in self._starts,
                closes_mention=token.end in self._ends,
            )
            for token in _read_tokens(self._text, span, quotations)
        ]
        for start in range(0, len(tokens), MAX_TOKENS):
            piece = tuple(tokens[start : start + MAX_TOKENS])
            yield Unit(Span(piece[0].start, piece[-1].end), paragraph, piece)


def _starting_in(parts: Sequence[_Part], outer: Span) -> Sequence[_Part]:
    """Return those of the sorted spans or quotations that start in `outer`."""
    low = bisect_left(parts, outer.start, key=_start_of)
    high = bisect_left(parts, outer.end, key=_start_of)
    return parts[low:high]


def _start_of(part: Span | Quotation) -> int:
    return part.start if isinstance(part, Span) else part.span.start


def _join_sentences(sentences: Sequence[Span], quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Yield sentences, joined where the end of one stands inside a quotation."""
    start: int | None = None
    at = 0
    for sentence in sentences:
        start = sentence.start if start is None else start
        while at < len(quotations) and quotations[at].span.end <= sentence.end:
            at += 1
        torn = at < len(quotations) and quotations[at].span.start < sentence.end
        if not torn:
            yield Span(start, sentence.end)
            start = None
    if start is not None:
        yield Span(start, sentences[-1].end)


def _join_attributions(
    text: str, spans: Iterator[Span], quotations: Sequence[Quotation]
) -> Iterator[Span]:
    """Yield spans, joined where one is only "“...?”" and the next is only "Ms Lund asked."."""
    alone = {quotation.span for quotation in quotations}
    held: Span | None = None
    for span in spans:
        words = text[span.start : min(span.end, span.start + 120)]
        if held in alone and _is_attribution(words, stopped=text[held.end - 2] == "."):
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


_SIGNATURE = re.compile(r"[—–―-]+ ?[A-Z][\w.’'-]+(?:,? [\w.’'-]+){0,12}\W*$")


def _is_attribution(text: str, *, stopped: bool) -> bool:
    """Return whether the sentence is a source and a cue, with nothing said after them.

    Behind a quotation that a full stop has ended (`stopped`), "Her lawyer agreed" is no source of
    it, nor is "He promised to pay". "In his reply, Ms Lund" has no verb yet.
    """
    if _SIGNATURE.match(text) is not None:
        return True
    before = ""
    for number, match in enumerate(_WORDS.finditer(text)):
        word = match[0].lower()
        noun = before in DETERMINERS or is_possessive(before)
        before = word
        if word in QUOTING_FORMS and number > 0 and not noun:
            if text.startswith(" to ", match.end()) and _takes_infinitive(word):
                return False
            if _AFTER_CUE.match(text, match.end()):
                return not (stopped and CUES[word][0][1].lemma in _COMPLETE)
            if CUES[word][0][0] != "base":
                return False
        if number > 12 or (word in AUXILIARIES and word not in {"has", "had", "have"}):
            return False
    return False


def _takes_infinitive(word: str) -> bool:
    """Return whether what is told may stand behind "to": "promised to pay", not "said to Lund"."""
    return any("to" in entry.frames for _, entry in CUES[word])


_WORDS = re.compile(r"[\w’'-]+")
_AFTER_CUE = re.compile(
    r"[.,]|$| (?:on|in|at|to|during|after|as|while|when|(?<=asked )(?:of|about))\b| [A-Z]\w+day\b"
)
# Verbs that are whole without anything said: "Her lawyer agreed."
_COMPLETE = frozenset("agree laugh smile joke object protest complain confess elaborate".split())


def _read_tokens(text: str, span: Span, quotations: Sequence[Quotation]) -> Iterator[Token]:
    at = span.start
    for quotation in _starting_in(quotations, span):
        yield from _read_words(text, Span(at, quotation.span.start), quoted=False)
        if is_freestanding(text, quotation, span):
            start, end = quotation.span
            yield Token("“”", "“”", start, end, quotation=quotation)
        else:
            yield from _read_words(text, quotation.inner, quoted=True)
        at = quotation.span.end
    yield from _read_words(text, Span(at, span.end), quoted=False)


_CONTRACTION = re.compile(
    r"(he|she|it|they|we|i|you|who|that|there)([’'](?:s|ll|d|ve|re|m))", re.IGNORECASE
)


def _split_contractions(words: Iterable[Word]) -> Iterator[Word]:
    """Yield words, "he’s" as "he" and "’s"."""
    for word in words:
        match = _CONTRACTION.fullmatch(word.text)
        if match is None:
            yield word
            continue
        middle = word.span.start + len(match[1])
        yield Word(match[1], Span(word.span.start, middle))
        yield Word(match[2], Span(middle, word.span.end))


def _read_words(text: str, span: Span, *, quoted: bool) -> Iterator[Token]:
    """Yield words and marks, "Mr." and "E." being one token each and quotation marks none."""
    held: Token | None = None
    for word, (start, end) in _split_contractions(find_words(text, span)):
        if held is not None:
            if word == "." and start == held.end:
                yield Token(held.text + ".", held.lower + ".", held.start, end, quoted)
                held = None
                continue
            yield held
            held = None
        token = Token(word, word.lower(), start, end, quoted)
        if word in ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I"):
            held = token
        elif word not in _MARKS and word != "`":
            yield token
    if held is not None:
        yield held
