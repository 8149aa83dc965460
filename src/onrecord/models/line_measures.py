"""Measure each line of a page by itself: its length, marks, and kinds of words.

The measures come from the characters alone, so that they hold for plain text and for lines
rendered from HTML alike. `onrecord.models.line_features` sets them beside their neighbours.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# The words that carry grammar in the languages news is most often written in: prose is full of
# them, menus and lists of headlines are not.
_FUNCTION_WORDS = frozenset(
    (
        "the of and to in a that is was for on with as at by he she it his her they we you i not "
        "be are were been has have had will would could should from an this but who which their "
        "its or after when than more about also if there what so said "
        "der die das und in den von zu mit sich auf für ist im dem nicht ein eine als auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen "
        "le la les de des du et un une en est que qui dans pour par sur au aux pas plus ce il "
        "elle se ne avec sont son sa ses leur mais comme été cette "
        "el los las y del una con para por su al lo como más pero sus ha sin sobre este entre "
        "il di che e è per non della dei nel con sono alla una gli più anche come ma "
        "o os as do da em um para com não uma no na por mais dos que se foi ao "
        "de het een van en dat op te zijn met voor niet aan er om ook maar bij naar door "
        "och att det som på är av för med den till har inte om ett men"
    ).split()
)
_SPEECH_WORDS = frozenset(
    (
        "said says told added asked according warned denied announced insisted argued wrote "
        "sagte erklärte betonte laut selon dit affirmé déclaré según dijo afirmó aseguró "
        "disse detto teilte"
    ).split()
)
# Words of buttons, notices and lists of links.
_NOTICE_WORDS = frozenset(
    (
        "share subscribe newsletter newsletters sign login log follow comments comment cookie "
        "cookies privacy copyright rights reserved advertisement sponsored related recommended "
        "trending popular menu search facebook twitter instagram whatsapp youtube linkedin "
        "pinterest email print tags tagged topics click here read more see also photo image "
        "getty images ap reuters afp caption credit file courtesy updated published posted min "
        "minutes ago by editor staff writer reporter terms contact about advertise sitemap "
        "account register password download app watch video listen podcast gallery next previous "
        "teilen anmelden abonnieren kommentare datenschutz impressum bild anzeige mehr "
        "partager abonnez-vous commentaires publicité lire aussi crédit "
        "compartir suscríbete comentarios publicidad foto leer imagen "
        "condividi commenti pubblicità leggi anche compartilhar comentários publicidade leia"
    ).split()
)
_PUNCTUATION = ",.!?;:\"'“”‘’«»„()[]…-–—|•·›»/"
_TERMINAL = frozenset(".!?…。！？")
_CLOSERS = "\"'”’»)]“›"
_SEPARATORS = "|•·›»/→▶"
_DIGIT = re.compile(r"\d")
_ASCII_DIGITS = b"0123456789"
# Looked for by one character of a set, which is several times as fast: the first digit, the mark.
_YEAR = re.compile(r"[12](?:(?<=\b1)9|(?<=\b2)0)\d\d\b")
_CLOCK = re.compile(r"[:.h](?=\d\d\b)(?:(?<=\b\d.)|(?<=\b\d\d.))")
_SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’»)]{0,2}\s+[\"'“‘«„(]?[A-ZÀ-ÞА-Я0-9]")
_QUOTES = '"“”„«»'
_BYLINE_STARTS = ("By ", "by ", "BY ", "Von ", "Par ", "Por ", "Di ")

MEASURED_CHARACTERS = 4000  # of a line; a longer one is prose or debris whatever follows
PROSE_WORDS = 12  # a line of so many words that ends like a sentence counts as prose

# Where the counts of the kinds of words stand in the sum over a line.
_FUNCTION, _SPEECH, _NOTICE = 12, 24, 36
_MOST_WORDS = (1 << 12) - 1
_KNOWN_WORDS, _LONGEST_KNOWN = 8192, 30

_LISTS = ((_FUNCTION_WORDS, _FUNCTION), (_SPEECH_WORDS, _SPEECH), (_NOTICE_WORDS, _NOTICE))
_LISTED = {
    word: sum((word in words) << place for words, place in _LISTS)
    for listed, _ in _LISTS
    for word in listed
}


class _WordKinds(dict[str, int]):
    """The kinds of each word, as one number to add up: 1 for a capital, and a bit for each list.

    Most words of a page have been met before; they are remembered.
    """

    def __missing__(self, word: str) -> int:
        plain = word.strip(_PUNCTUATION)
        kinds = plain[:1].isupper() | _LISTED.get(plain.lower(), 0)
        if len(word) <= _LONGEST_KNOWN:
            if len(self) >= _KNOWN_WORDS:
                self.clear()
            self[word] = kinds
        return kinds


_WORD_KINDS = _WordKinds()

MEASURES = (
    "characters", "words", "word_length", "capitalised", "upper", "digits", "function_words",
    "speech_words", "notice_words", "commas", "sentence_breaks", "terminal", "colon",
    "ellipsis", "starts_lower", "starts_quote", "starts_digit", "starts_bullet", "quotes",
    "separators", "year", "clock", "address", "copyright", "starts_by", "bracketed",
    "question", "prose", "repeats",
)  # fmt: skip


def measure_lines(lines: Sequence[str]) -> Floats:
    """Return one row per line and one column per name in `MEASURES`."""
    rows = [_measure_line(line[:MEASURED_CHARACTERS]) for line in lines]
    measures = np.array(rows, dtype=np.float32).reshape(len(lines), len(MEASURES))
    counts = Counter(lines)
    measures[:, -1] = [min(counts[line], 9) for line in lines]
    return measures


def _measure_line(line: str) -> tuple[float, ...]:
    """Return the measures of `line` in the order of `MEASURES`; `repeats` is left 0."""
    words = line.split()
    count = len(words) or 1
    length = len(line) or 1
    kinds = sum(map(_WORD_KINDS.__getitem__, words))
    bare = line.rstrip(_CLOSERS)
    last = bare[-1:] or line[-1:]
    first = line[:1]
    terminal = last in _TERMINAL and line != ""
    if line.isascii():  # most lines are, and these ways to count are faster
        digits = len(line) - len(line.encode().translate(None, _ASCII_DIGITS))
        quotes, separators = line.count('"'), line.count("|") + line.count("/")
    else:
        digits = len(_DIGIT.findall(line))
        quotes, separators = sum(map(line.count, _QUOTES)), sum(map(line.count, _SEPARATORS))
    return (
        math.log2(1 + len(line)),
        math.log2(1 + len(words)),
        length / count,
        (kinds & _MOST_WORDS) / count,
        line.isupper(),
        digits / length,
        (kinds >> _FUNCTION & _MOST_WORDS) / count,
        min(3, kinds >> _SPEECH & _MOST_WORDS),
        (kinds >> _NOTICE & _MOST_WORDS) / count,
        line.count(",") / count,
        min(8, len(_SENTENCE_BREAK.findall(line))),
        terminal,
        last == ":",
        line.endswith(("...", "…")),
        first.islower(),
        first in "\"'“‘«„–—-" and line != "",
        first.isdigit(),
        first in "•·*►▪▶»>" and line != "",
        min(6, quotes),
        min(6, separators),
        digits > 3 and _YEAR.search(line) is not None,
        digits > 2 and _CLOCK.search(line) is not None,
        "@" in line or "http" in line or "www." in line,
        "©" in line or "(c)" in line or "All rights" in line,
        line.startswith(_BYLINE_STARTS),
        line.endswith((")", "]")),
        "?" in line,
        terminal and len(words) >= PROSE_WORDS,
        0,
    )
