"""Units of reading: sentences that quotations do not tear apart, as tokens.

A free-standing quotation (direct speech) is one token of a unit, whatever stands in it; the words
of a quotation that is built into a sentence are words like others, marked `quoted`. Quotation
marks themselves are no tokens. So clauses read the same with and without marks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.records import Span
from onrecord.statements.freestanding import is_freestanding
from onrecord.statements.lexicon import CUES, QUOTING_FORMS
from onrecord.statements.marks import read_quotations
from onrecord.statements.wordclasses import AUXILIARIES
from onrecord.text import Outline, Quotation, Word, find_words

# No sentence is longer; what runs on without a stop is cut here, so that work stays linear.
MAX_TOKENS = 250
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
    """One sentence with its tokens, in paragraph number `paragraph`.

    `within` is the free-standing quotation that the unit stands in, if any.
    """

    span: Span
    paragraph: int
    tokens: tuple[Token, ...]
    within: Quotation | None = None

    def cover(self, start: int, end: int) -> Span:
        """Return the characters of tokens `[start, end)`, which must not be empty."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)


def mark_mentions(unit: Unit, starts: frozenset[int], ends: frozenset[int]) -> Unit:
    """Return the unit with the tokens marked at which a mention of an actor starts or ends."""
    tokens = tuple(
        token._replace(opens_mention=True, closes_mention=token.end in ends)
        if token.start in starts
        else token._replace(closes_mention=True)
        if token.end in ends
        else token
        for token in unit.tokens
    )
    return replace(unit, tokens=tokens)


def read_units(text: str, outline: Outline) -> Iterator[Unit]:
    """Yield the units of the text in reading order, without those inside quotations."""
    sentence_starts = [sentence.start for sentence in outline.sentences]
    outer = [each for each in read_quotations(text, outline) if each.depth == 0]
    quotation_starts = [quotation.span.start for quotation in outer]
    for number, paragraph in enumerate(outline.paragraphs):
        low = bisect_left(sentence_starts, paragraph.start)
        high = bisect_left(sentence_starts, paragraph.end)
        first = bisect_left(quotation_starts, paragraph.start)
        last = bisect_left(quotation_starts, paragraph.end)
        quotations = outer[first:last]
        spans = _join_sentences(outline.sentences[low:high], quotations)
        for span in _join_attributions(text, spans, quotations):
            yield from _cut(text, span, number, quotations)


def read_units_within(text: str, outline: Outline, quotation: Quotation, paragraph: int) -> Iterator[Unit]:
    """Yield the units inside a free-standing quotation, its inner quotations read like outer ones."""
    inner = quotation.inner
    starts = [each.span.start for each in outline.quotations]
    low, high = bisect_left(starts, inner.start), bisect_left(starts, inner.end)
    quotations = [each for each in outline.quotations[low:high] if each.depth == 1]
    ends = [sentence.end for sentence in outline.sentences]
    at = bisect_right(ends, inner.start)
    sentences: list[Span] = []
    while at < len(ends) and outline.sentences[at].start < inner.end:
        sentence = outline.sentences[at]
        sentences.append(Span(max(sentence.start, inner.start), min(sentence.end, inner.end)))
        at += 1
    for span in _join_sentences(tuple(sentences), quotations):
        yield from _cut(text, span, paragraph, quotations, within=quotation)


def _join_sentences(sentences: tuple[Span, ...], quotations: list[Quotation]) -> Iterator[Span]:
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
    text: str, spans: Iterator[Span], quotations: list[Quotation]
) -> Iterator[Span]:
    """Yield spans, joined where one ends in "...?”" and the next is only "Ms Lund asked."."""
    ends = {quotation.span.end for quotation in quotations}
    held: Span | None = None
    for span in spans:
        if held is not None and held.end in ends:
            if _is_attribution(text[span.start : min(span.end, span.start + 120)]):
                held = Span(held.start, span.end)
                continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


_SIGNATURE = re.compile(r"[—–―-]+ ?[A-Z][\w.’'-]+(?:,? [\w.’'-]+){0,12}\W*$")


def _is_attribution(text: str) -> bool:
    """Return whether the sentence is a source and a cue, with nothing said after them."""
    if _SIGNATURE.match(text) is not None:
        return True
    for number, match in enumerate(_WORDS.finditer(text)):
        word = match[0].lower()
        if word in QUOTING_FORMS and number > 0:
            if _AFTER_CUE.match(text, match.end()):
                return True
            if CUES[word][0][0] != "base":
                return False
        if number > 12 or (word in AUXILIARIES and word not in {"has", "had", "have"}):
            return False
    return False


_WORDS = re.compile(r"[\w’'-]+")
_AFTER_CUE = re.compile(r"[.,]|$| (?:on|in|at|to|during|after|as|while|when|of|about)\b| [A-Z]\w+day\b")


def _cut(
    text: str,
    span: Span,
    paragraph: int,
    quotations: list[Quotation],
    within: Quotation | None = None,
) -> Iterator[Unit]:
    tokens = list(_read_tokens(text, span, quotations))
    if within is not None:
        tokens = [token._replace(inside=True) for token in tokens]
    for start in range(0, len(tokens), MAX_TOKENS):
        piece = tuple(tokens[start : start + MAX_TOKENS])
        yield Unit(Span(piece[0].start, piece[-1].end), paragraph, piece, within)


def _read_tokens(text: str, span: Span, quotations: list[Quotation]) -> Iterator[Token]:
    at = span.start
    low = bisect_left(quotations, span.start, key=lambda quotation: quotation.span.start)
    high = bisect_left(quotations, span.end, key=lambda quotation: quotation.span.start)
    for quotation in quotations[low:high]:
        yield from _read_words(text, Span(at, quotation.span.start), quoted=False)
        if is_freestanding(text, quotation, span):
            start, end = quotation.span
            yield Token("“”", "“”", start, end, quotation=quotation)
        else:
            yield from _read_words(text, quotation.inner, quoted=True)
        at = quotation.span.end
    yield from _read_words(text, Span(at, span.end), quoted=False)


_CONTRACTION = re.compile(r"(he|she|it|they|we|i|you|who|that|there)([’'](?:s|ll|d|ve|re|m))", re.IGNORECASE)


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
