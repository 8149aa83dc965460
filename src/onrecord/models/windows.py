"""Cut a text into windows of wordpieces, as the reader takes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.models.senses import Senses
from onrecord.models.wordpieces import Vocabulary, Wordpiece
from onrecord.records import Span
from onrecord.text import Outline

WINDOW = 256  # wordpieces, the special ones included
QUOTED = 3  # what is added to the case of a wordpiece inside quotation marks
NOWHERE = Span(0, 0)  # the place of a special wordpiece
_REACH = 20_000  # characters without the end of a sentence after which a sentence is cut


@dataclass(frozen=True, slots=True)
class Window:
    """Whole paragraphs of one text, or a part of a long one.

    `ids`, `kinds` and `special` have shape `(n,)`; `spans` says which characters each wordpiece
    is, and `NOWHERE` for the special ones. The encoder knows no capitals: a kind is the case of
    the word (0 small, 1 first letter, 2 all), and `QUOTED` more inside quotation marks. `hints`,
    shape `(n, len(SENSES))`, are what the table of senses says of each wordpiece.
    """

    ids: NDArray[np.int64]
    kinds: NDArray[np.int64]
    hints: NDArray[np.float32]
    special: NDArray[np.bool_]
    spans: tuple[Span, ...]


def cut_windows(
    text: str, outline: Outline, vocabulary: Vocabulary, senses: Senses, *, size: int = WINDOW
) -> Iterator[Window]:
    """Yield windows of whole paragraphs, in reading order, each with at most `size` wordpieces.

    A paragraph that is longer is cut between sentences where that is possible.
    """
    quoted = _find_quoted(len(text), outline)
    opening = Wordpiece(vocabulary.start, NOWHERE, 0)
    closing = Wordpiece(vocabulary.separator, NOWHERE, 0)
    window = [opening]
    for pieces in _read_paragraphs(text, outline, vocabulary, size - 2):
        if len(window) > 1 and len(window) + len(pieces) + 1 > size:
            yield _close(text, window, quoted, senses)
            window = [opening]
        window += [*pieces, closing]
    if len(window) > 1:
        yield _close(text, window, quoted, senses)


def _close(
    text: str, pieces: Sequence[Wordpiece], quoted: NDArray[np.bool_], senses: Senses
) -> Window:
    spans = tuple(piece.span for piece in pieces)
    starts = np.array([piece.span.start for piece in pieces])
    special = np.array([piece.span is NOWHERE for piece in pieces])
    inside = quoted[starts] & ~special
    cases = np.array([piece.case for piece in pieces], dtype=np.int64)
    return Window(
        ids=np.array([piece.id for piece in pieces], dtype=np.int64),
        kinds=cases + QUOTED * inside,
        hints=senses.find(text, Span(spans[1].start, spans[-2].end)).of(spans),
        special=special,
        spans=spans,
    )


def _read_paragraphs(
    text: str, outline: Outline, vocabulary: Vocabulary, limit: int
) -> Iterator[list[Wordpiece]]:
    """Yield the wordpieces of each paragraph, of parts of it where it has more than `limit`."""
    sentences = iter(outline.sentences)
    sentence = next(sentences, None)
    for paragraph in outline.paragraphs:
        starts = []
        while sentence is not None and sentence.start < paragraph.end:
            if sentence.start > paragraph.start:
                starts.append(sentence.start)
            sentence = next(sentences, None)
        pieces: list[Wordpiece] = []
        for part in _parts(Span(paragraph.start, paragraph.end), starts):
            found = list(vocabulary.read(text, part))
            if pieces and len(pieces) + len(found) > limit:
                yield pieces
                pieces = []
            pieces += found
            while len(pieces) > limit:
                yield pieces[:limit]
                pieces = pieces[limit:]
        if pieces:
            yield pieces


def _parts(paragraph: Span, starts: Sequence[int]) -> Iterator[Span]:
    """Yield the sentences of a paragraph, an endless one in parts."""
    for start, end in pairwise([paragraph.start, *starts, paragraph.end]):
        for at in range(start, end, _REACH):
            yield Span(at, min(at + _REACH, end))


def _find_quoted(length: int, outline: Outline) -> NDArray[np.bool_]:
    """Return for each character whether it stands inside quotation marks."""
    quoted = np.zeros(length + 1, dtype=np.bool_)
    for quotation in outline.quotations:
        quoted[quotation.inner.start : quotation.inner.end] = True
    return quoted
