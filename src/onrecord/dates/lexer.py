"""Cut a text into runs of words that could stand in a time expression."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.dates import vocabulary as words
from onrecord.dates.holidays import HOLIDAYS

Value = int | float | str | None


class Token(NamedTuple):
    """A word, number or mark at `[start, end)`: its class (see `vocabulary`) and value."""

    kind: str
    start: int
    end: int
    word: str  # in lower case, with single spaces and straight apostrophes
    value: Value


@dataclass(frozen=True, slots=True)
class Run:
    """Words of known class with nothing but white space between them.

    `kinds` has one letter per token, so that positions in it are positions in `tokens`.
    """

    kinds: str
    tokens: tuple[Token, ...]


_LISTED = {
    "T": "the", "H": "this these", "Z": "that those", "=": "same", "A": "a an",
    "l": "every each", "q": "per", "v": "several few many", "J": "half",
    "m": "more other another additional",
    "F": "fiscal full calendar financial whole entire", "R": "ago", "j": "old long", "o": "of",
    "i": "in on at by", "&": "and or", "k": "to until till through",
}  # fmt: skip


def _build_lexicon() -> dict[str, tuple[str, Value]]:
    """Return class and value of each single word; a later entry overrides an earlier one."""
    lexicon: dict[str, tuple[str, Value]] = {}

    def add(kind: str, table: Mapping[str, Value]) -> None:
        lexicon.update((word, (kind, value)) for word, value in table.items())

    for kind, listed in _LISTED.items():
        add(kind, dict.fromkeys(listed.split()))
    add("L", dict.fromkeys(words.BACK, -1))
    add("X", dict.fromkeys(words.FORWARD, 1))
    add("L", {"recent": -1})
    add("r", {"earlier": "START"})
    add("f", {"later": "END"})
    add("<", dict.fromkeys(("before", "previously", "beforehand")))
    add(">", dict.fromkeys(("after", "afterwards", "afterward")))
    add("K", words.REFERENCES)
    add("0", {"current": 0})
    add("V", words.APPROXIMATIONS)
    add("t", words.TODAY)
    add("C", words.CARDINALS)
    add("O", words.ORDINALS)
    add("O", {"latter": 2})
    add("G", words.DECADE_WORDS)
    add("U", words.UNITS)
    add("u", words.PLURAL_UNITS)
    add("S", words.SEASONS)
    add("s", words.PLURAL_SEASONS)
    add("P", words.PARTS)
    add("p", words.PLURAL_PARTS)
    add("c", words.CLOCK_WORDS)
    add("d", words.FREQUENCIES)
    add("E", {word: words.MODIFIERS[word] for word in words.EARLY_LATE})
    add("B", {word: words.MODIFIERS[word] for word in words.BEGIN_END})
    add("Q", {"quarter": "quarter"})
    add("e", {"period": None})
    return lexicon


_LEXICON = _build_lexicon()
# Names that count only with a capital: "may" and "march" are words too.
_NAMES: dict[str, tuple[str, Value]] = {
    **{word: ("M", number) for word, number in words.MONTHS.items()},
    **{word: ("W", number) for word, number in words.WEEKDAYS.items()},
    **{f"{word}s": ("w", words.WEEKDAYS[word]) for word in words.WEEKDAYS if word.endswith("day")},
    **{word: ("h", word) for word in HOLIDAYS if " " not in word},
    **{word: ("z", word) for word in words.ZONES},
}
_SHORT = words.SHORT_MONTHS | words.SHORT_WEEKDAYS

_PHRASES: dict[str, tuple[str, Value]] = {
    **{word: ("V", mod) for word, mod in words.APPROXIMATIONS.items() if " " in word},
    **{word: ("K", ref) for word, ref in words.REFERENCES.items() if " " in word},
    **{word: ("h", word) for word in HOLIDAYS if " " in word},
    "a couple of": ("C", 2), "a couple": ("C", 2), "couple of": ("C", 2), "a dozen": ("C", 12),
    "a few": ("v", None), "a number of": ("v", None), "a handful of": ("v", None),
    "near future": ("K", "FUTURE_REF"), "from now": ("g", 1), "and a half": ("J", None),
    "o'clock": ("x", "o'clock"),
}  # fmt: skip


def _phrase_pattern() -> str:
    longest_first = sorted(_PHRASES, key=lambda phrase: (-len(phrase), phrase))
    spaced = (
        re.escape(phrase).replace(r"\ ", r"\s").replace("'", "['’]") for phrase in longest_first
    )
    return "|".join(spaced)


_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
# "Nineteen ninety-six" as it is said; "two thousand" is one only after "the year".
_SAID_YEAR = (
    rf"(?:eighteen|nineteen|twenty)\s(?:{_TEENS}|(?:{_TENS})(?:[-\s](?:{_ONES}))?)"
    rf"|(?<=year\s)two\sthousand(?:\s(?:and\s)?(?:{_ONES}|{_TEENS}))?"
)
_SHORT_NAMES = "|".join(sorted((name.capitalize() for name in _SHORT), key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?P<phrase>(?<!\w)(?i:{_phrase_pattern()})(?!\w))"
    rf"|(?P<short>(?<!\w)(?:{_SHORT_NAMES})\.)"
    r"|(?P<iso>(?<!\w)\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?"
    r"(?:Z|[+-]\d{2}:?\d{2})?)?(?!\w))"
    r"|(?P<numeric>(?<!\w)\d{1,2}([./-])\d{1,2}\5(?:\d{4}|\d{2})(?![\w.]\d|\w))"
    r"|(?P<clock>(?<![\w:.])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"
    r"|(?<!\w)\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b))"
    r"|(?P<half_day>(?<![^\W\d_])(?:[ap]\.m\.|[AP]\.M\.|[aApP][mM])(?!\w))"
    r"|(?P<decade>(?<![\w'’])(?:1[0-9]|20)\d0['’]?s(?!\w)|(?<!\w)['’]\d0s(?!\w)|(?<!\w)\d0s(?!\w))"
    r"|(?P<ordinal>(?<!\w)\d{1,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<short_year>(?<!\w)['’]\d\d(?!\w))"
    r"|(?P<number>(?<!\w)\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,9})?(?![\w.,]\d|[^\W\d_])"
    r"|(?<!\w)\d{1,9}(?:\.\d{1,9})?(?: \d/\d)?(?!\w|[.]\d)|(?<!\w)\d{1,2}(?=[ap]\.?m\b))"
    r"|(?P<era>(?<!\w)(?:BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE|C\.E\.)(?!\w))"
    rf"|(?P<said_year>(?<!\w)(?i:{_SAID_YEAR})(?!\w))"
    r"|(?P<word>(?<!\w)[^\W\d_]+(?!\w))"
    r"|(?P<possessive>['’]s?(?!\w))"
    r"|(?P<dash>[-–—])|(?P<mark>[,()])"
    r"|(?P<gap>\n\s*\n)"
    r"|(?P<other>\w+|[^\w\s])"
)
_TRIGGER = re.compile("[YMWwUuSsPpQhtGcxIybdKeL/]")
# A run longer than this is a table or noise; cutting it there bounds the work on one run.
_LONGEST_RUN = 120


def find_runs(text: str, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """Yield the runs of `text[start:end]` that hold a word of time, in reading order."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        token = _classify(match)
        if token is not None:
            tokens.append(token)
        if tokens and (token is None or len(tokens) >= _LONGEST_RUN):
            yield from _close(tokens)
            tokens = []
    yield from _close(tokens)


def _close(tokens: list[Token]) -> Iterator[Run]:
    kinds = "".join(token.kind for token in tokens)
    if _TRIGGER.search(kinds):
        yield Run(kinds, tuple(tokens))


def _classify(match: re.Match[str]) -> Token | None:
    """Return the token for `match`, or `None` where it ends a run."""
    group, word = match.lastgroup, match[0]
    entry: tuple[str, Value] | None
    if group == "word":
        lower = word.lower()
        entry = _LEXICON.get(lower)
        if entry is None and word[0].isupper():
            entry = _NAMES.get(lower)
            if entry is not None and lower in _SHORT and not _follows_number(match):
                entry = None
        if entry is None:
            return None
        return Token(entry[0], match.start(), match.end(), lower, entry[1])
    if group is None or group in ("other", "gap"):
        return None
    word = word.lower().replace("’", "'")
    entry = _READERS[group](word)
    return None if entry is None else Token(entry[0], match.start(), match.end(), word, entry[1])


_NUMBER_NEAR = re.compile(r"[\s,]*\d")
_NUMBER_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?[\s,-]*$")


def _follows_number(match: re.Match[str]) -> bool:
    """Return whether a number stands on either side: "2 Jan", "Wed 5"."""
    text, start = match.string, match.start()
    return bool(
        _NUMBER_NEAR.match(text, match.end())
        or _NUMBER_BEFORE.search(text[max(0, start - 6) : start])
        or text[max(0, start - 1) : start] == "("
    )


def _read_phrase(word: str) -> tuple[str, Value] | None:
    return _PHRASES.get(" ".join(word.split()))


def _read_said_year(word: str) -> tuple[str, Value] | None:
    first, *rest = [part for part in re.split(r"[\s-]+", word) if part != "and"]
    if first == "two":
        return "Y", 2000 + sum(words.CARDINALS[part] for part in rest[1:])
    return "Y", words.CARDINALS[first] * 100 + sum(words.CARDINALS[part] for part in rest)


def _read_short(word: str) -> tuple[str, Value] | None:
    return _NAMES.get(word.rstrip("."))


def _read_clock(word: str) -> tuple[str, Value] | None:
    hour, minute = (int(part) for part in re.split("[:.]", word)[:2])
    return ("c", f"{hour:02d}:{minute:02d}") if hour <= 24 and minute < 60 else None


def _read_decade(word: str) -> tuple[str, Value] | None:
    digits = "".join(character for character in word if character.isdigit())
    return "G", int(digits) // 10


def _read_ordinal(word: str) -> tuple[str, Value] | None:
    return "O", int(word[:-2])


def _read_number(word: str) -> tuple[str, Value] | None:
    if " " in word:
        whole, fraction = word.split(" ")
        above, below = fraction.split("/")
        return None if below == "0" else ("N", float(whole) + int(above) / int(below))
    if "." in word:
        return "N", float(word.replace(",", ""))
    number = int(word.replace(",", ""))
    if 1 <= number <= 31 and len(word) <= 2:
        return "D", number
    if len(word) == 4 and 1000 <= number < 2200:
        return "Y", number
    return "N", number


def _read_mark(word: str) -> tuple[str, Value] | None:
    return word, None


_READERS = {
    "phrase": _read_phrase,
    "said_year": _read_said_year,
    "short": _read_short,
    "iso": lambda word: ("I", word),
    "numeric": lambda word: ("/", word),
    "clock": _read_clock,
    "half_day": lambda word: ("x", word[0]),
    "decade": _read_decade,
    "ordinal": _read_ordinal,
    "short_year": lambda word: ("y", int(word[1:])),
    "number": _read_number,
    "era": lambda word: ("b", word[0]),
    "possessive": lambda word: ("'", None),
    "dash": lambda word: ("-", None),
    "mark": _read_mark,
}
