"""Split words into the wordpieces of BERT's vocabulary, each with its characters.

Method: BERT's own (Devlin et al., NAACL 2019; WordPiece of Schuster and Nakajima, ICASSP 2012),
without capitals and accents. Written out here because the library for it brings a client for
downloads along; a test holds the two together (docs/decisions/0004-own-wordpieces.md).
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import ModelError
from onrecord.records import Span

_CHUNK = re.compile(r"\S+")
_PLAIN_WORD = re.compile(r"[0-9A-Za-z\x00-\x1f\x7f]+|[!-/:-@\[-`{-~]")  # of ASCII, as below
_MAX_WORD = 100  # characters; a longer word is unknown
_CACHED = 4000  # chunks of text whose pieces are kept: some 1 MB in each process that reads


# A wordpiece of a chunk: its number, first character and end in the chunk, and its case.
_Piece = tuple[int, int, int, int]


class Wordpiece(NamedTuple):
    """A wordpiece: its number, its characters, and the case of the word that it is part of.

    The case is 0 for a word in small letters, 1 for a capital first, 2 for capitals only.
    """

    id: int
    span: Span
    case: int


class Vocabulary:
    """The wordpieces by their text; it remembers the words that it has split."""

    def __init__(self, pieces: list[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(pieces)}
        try:
            self.start, self.separator = self._ids["[CLS]"], self._ids["[SEP]"]
            self._unknown = self._ids["[UNK]"]
        except KeyError as error:
            raise ModelError(f"the vocabulary of the reader has no {error}; reinstall") from error
        self._split: dict[str, tuple[_Piece, ...]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def read(self, text: str, span: Span) -> Iterator[Wordpiece]:
        """Yield the wordpieces of `text` inside `span`, in reading order."""
        for match in _CHUNK.finditer(text, span.start, span.end):
            at = match.start()
            for id_, start, end, case in self._read_chunk(match[0]):
                yield Wordpiece(id_, Span(at + start, at + end), case)

    def _read_chunk(self, chunk: str) -> tuple[_Piece, ...]:
        pieces = self._split.get(chunk)
        if pieces is None:
            pieces = tuple(
                piece
                for start, end in _find_words(chunk)
                for piece in self._split_word(chunk, start, end)
            )
            if len(chunk) <= _MAX_WORD:
                if len(self._split) >= _CACHED:
                    self._split.clear()
                self._split[chunk] = pieces
        return pieces

    def _split_word(self, chunk: str, start: int, end: int) -> Iterator[_Piece]:
        """Yield the longest pieces from the left, the whole word as unknown if one has none."""
        plain, origins = _normalise(chunk, start, end)
        case = _case(chunk[start:end])
        found: list[_Piece] = []
        at = 0
        while at < len(plain) and len(plain) <= _MAX_WORD:
            stop = len(plain)
            prefix = "##" if at else ""
            while stop > at and prefix + plain[at:stop] not in self._ids:
                stop -= 1
            if stop == at:
                break
            id_ = self._ids[prefix + plain[at:stop]]
            found.append((id_, origins[at], origins[stop - 1] + 1, case))
            at = stop
        if at < len(plain):
            yield self._unknown, origins[0], origins[-1] + 1, case
        else:
            yield from found


def read_vocabulary(path: Path) -> Vocabulary:
    """Return the vocabulary in the file at `path`, one wordpiece a line.

    Raise `ModelError` where the file is missing or damaged.
    """
    try:
        return Vocabulary(path.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: not a readable vocabulary ({error}); reinstall") from error


def _find_words(chunk: str) -> Iterator[tuple[int, int]]:
    """Yield runs of characters of words; each punctuation mark and ideograph is one of its own."""
    if chunk.isascii():
        yield from (match.span() for match in _PLAIN_WORD.finditer(chunk))
        return
    start: int | None = None
    for at, character in enumerate(chunk):
        alone = _stands_alone(character)
        if alone and start is not None:
            yield start, at
            start = None
        if alone:
            yield at, at + 1
        elif start is None:
            start = at
    if start is not None:
        yield start, len(chunk)


def _stands_alone(character: str) -> bool:
    if character.isascii():
        return not character.isalnum() and character.isprintable()
    code = ord(character)
    return (
        unicodedata.category(character).startswith("P")
        or 0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )


def _normalise(chunk: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return the word in small letters without accents, and where each character comes from."""
    word = chunk[start:end]
    if word.isascii() and word.isprintable():
        return word.lower(), list(range(start, end))
    plain: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(word, start):
        if unicodedata.category(character) in {"Cc", "Cf", "Cn", "Co", "Cs"} or character == "�":
            continue
        for part in unicodedata.normalize("NFD", character):
            if unicodedata.category(part) != "Mn":
                for small in part.lower():
                    plain.append(small)
                    origins.append(at)
    return "".join(plain), origins


def _case(word: str) -> int:
    if len(word) > 1 and word.isupper():
        return 2
    return int(word[:1].isupper())
