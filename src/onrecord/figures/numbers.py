"""The number grammar: digits, words, magnitudes, fractions, ranges and vague counts.

A number is read to an interval: "90,000" to [90000, 90000], "two to three million" to
[2e6, 3e6], "tens of thousands" to [10000, 100000]. Words before it that loosen or tighten it
("more than") are read by `bounds`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Span

UNITS = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
# A plural magnitude reaches from one of its unit to ten of them, as CQE and its NewsQuant set
# read it; a lower bound of two would turn "dozens" and "20" into a contradiction.
VAGUE = {
    "dozens": (12.0, 120.0),
    "scores": (20.0, 200.0),
    "tens": (10.0, 100.0),
    "hundreds": (100.0, 1e3),
    "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7),
    "billions": (1e9, 1e10),
    "trillions": (1e12, 1e13),
}
FEW = {"several": (3.0, 9.0), "a few": (3.0, 9.0), "a couple of": (2.0, 2.0)}
FRACTIONS = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifth": 0.2,
    "fifths": 0.2,
    "tenth": 0.1,
    "tenths": 0.1,
}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

_UNIT = "|".join(UNITS)
_TEN = "|".join(TENS)
_MAGNITUDE_WORD = "hundred|thousand|million|billion|trillion|lakh|crore"
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?"
_WORDS = (
    rf"(?:(?:{_TEN})(?:[ -](?:{_UNIT}))?|(?:{_UNIT})|(?<![\w-])an?(?=[ -](?:{_MAGNITUDE_WORD})\b))"
)
# "two hundred and fifty thousand": at most five parts, so that matching stays linear.
_SPELLED = (
    rf"(?:{_WORDS})(?:[ -](?:{_MAGNITUDE_WORD})"
    rf"(?:[ -]and)?(?:[ -](?:{_TEN})(?:[ -](?:{_UNIT}))?|[ -](?:{_UNIT}))?){{0,3}}"
    rf"(?:[ -](?:{_MAGNITUDE_WORD}))?"
)
# Units are often written without a space ("40km", "54GB"); ordinals, clock times and decades
# ("21st", "10pm", "1990s") are no numbers.
_ATTACHED = r"(?!(?:st|nd|rd|th|am|pm|s)\b)[A-Za-z°µ]{1,4}(?:/[A-Za-z]{1,2}|[²³])?"
# Not inside a word, a name ("COVID-19"), a decimal or a clock time; "5-10" goes on after its 5.
_START = r"(?:(?<![\w.,/])|(?<=\$US|USD|EUR|GBP)|(?<=\$A|RM|Rs))(?<![^\W\d][-–])(?<!\d:)"
_VAGUE = (
    r"(?P<vague>(?:tens|dozens|scores|hundreds|thousands) of (?:thousands|millions|billions)"
    r"|hundreds|thousands|millions|billions|trillions|dozens|(?:tens|scores)(?= of))(?![\w-])"
)
_SEVERAL = rf"(?P<several>several|a few|a couple of) (?P<of>{_MAGNITUDE_WORD}|dozen)(?![\w-])"
_DOZEN = rf"(?P<dozen>(?:(?P<dozen_count>{_UNIT}|\d+|a|half a) )dozen)(?![\w-])"
_FRACTION = (
    r"(?P<fraction>(?:(?P<count>one|two|three|four|a)[ -](?P<part>half|third|thirds|quarter|"
    r"quarters|fifth|fifths|tenth|tenths)|half)(?![\w-])(?= (?:of|the|a|an|its|their|all)\b))"
)
_FIGURES = (
    rf"(?P<digits>[+]?{_DIGITS}|\.\d+)(?P<glyph>[½¼¾⅓⅔⅛])?"
    r"(?:(?P<short>[kKmM]|bn|mn|tn|trn)(?![\w])"
    rf"|[ \u00a0-](?P<magnitude>{_MAGNITUDE_WORD}|bn|tn|trn|mn)"
    r"(?: (?P<second>million|billion|trillion))?(?![\w]))?(?!\w|:\d|[,.]\d)"
    rf"|(?P<attached>{_DIGITS})(?=(?:{_ATTACHED})(?!\w))"
)
_IN_WORDS = rf"(?P<spelled>{_SPELLED})(?![\w])"
NUMBER = re.compile(
    f"{_START}(?:{_VAGUE}|{_SEVERAL}|{_DOZEN}|{_FRACTION}|{_FIGURES}|{_IN_WORDS})",
    re.IGNORECASE,
)
_JOINERS = r"\s?(?P<joiner>to|and|or|[-–—])\s?(?:[A-Z]{0,3}[$€£¥]\s?)?"
_SHARE = r"\s?(?:percent|per cent|%)"
_BETWEEN = re.compile(rf"(?P<share>{_SHARE})?{_JOINERS}", re.IGNORECASE)
_SHARE_AFTER = re.compile(_SHARE, re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:from|by)\W*$", re.IGNORECASE)
# Words that make a range of "and", and of "to" between amounts that each have their sign.
_OPENS_RANGE = re.compile(
    r"\b(?:between|rang(?:e|es|ed|ing) from|anywhere from)\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text: every value in `[low, high]` is what it may mean.

    `form` tells digits from words, from vague counts and from fractions of something.
    """

    span: Span
    low: float
    high: float
    form: str  # "digits", "words", "vague", "fraction"
    magnitude: bool = False


def find_numbers(text: str, span: Span) -> Iterator[Number]:
    """Yield the single numbers of `text` inside `span`, in order, ranges not yet joined."""
    for match in NUMBER.finditer(text, span.start, span.end):
        number = _read(match)
        if number is not None:
            yield number


def _read(match: re.Match[str]) -> Number | None:
    span = Span(match.start(), match.end())
    if match["vague"]:
        low, high = _read_vague(match["vague"].lower())
        return Number(span=span, low=low, high=high, form="vague", magnitude=True)
    if match["several"]:
        low, high = FEW[match["several"].lower()]
        unit = 12.0 if match["of"].lower() == "dozen" else MAGNITUDES[match["of"].lower()]
        return Number(span=span, low=low * unit, high=high * unit, form="vague", magnitude=True)
    if match["dozen"]:
        word = match["dozen_count"].lower()
        count = {"a": 1.0, "half a": 0.5}.get(word) or float(UNITS.get(word) or word)
        return Number(span=span, low=12 * count, high=12 * count, form="words")
    if match["fraction"]:
        part = FRACTIONS[(match["part"] or "half").lower()]
        count = UNITS.get((match["count"] or "one").lower(), 1)
        return Number(span=span, low=part * count, high=part * count, form="fraction")
    digits = match["digits"] or match["attached"]
    if digits:
        value = float(re.sub(r"[,\u00a0\u202f+]", "", digits))
        value += _GLYPHS.get(match["glyph"] or "", 0.0)
        word = (match["short"] or match["magnitude"] or "").lower()
        value = _times(value, MAGNITUDES[word]) if word else value
        if match["second"]:  # "4 hundred million"
            value = _times(value, MAGNITUDES[match["second"].lower()])
        return Number(span=span, low=value, high=value, form="digits", magnitude=bool(word))
    value = read_spelled(match["spelled"])
    magnitude = re.search(_MAGNITUDE_WORD, match["spelled"], re.IGNORECASE) is not None
    return Number(span=span, low=value, high=value, form="words", magnitude=magnitude)


def _times(value: float, magnitude: float) -> float:
    """Multiply without the noise of binary fractions: 1.762 million is 1762000."""
    return round(value * magnitude, 6)


def _read_vague(words: str) -> tuple[float, float]:
    """Read "tens of thousands" to (10000, 100000): "tens" counts the thousands."""
    first, _, unit = words.partition(" of ")
    low, high = VAGUE[first]
    magnitude = MAGNITUDES[unit.removesuffix("s")] if unit else 1.0
    return low * magnitude, high * magnitude


def read_spelled(words: str) -> float:
    """Return the value of a number in words: `read_spelled("two hundred and fifty")` is 250."""
    total = current = 0.0
    for word in re.split(r"[ -]+", words.lower()):
        if word in UNITS:
            current += UNITS[word]
        elif word in TENS:
            current += TENS[word]
        elif word in ("a", "an"):
            current += 1
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in MAGNITUDES:
            total += (current or 1) * MAGNITUDES[word]
            current = 0.0
    return total + current


def join_range(text: str, first: Number, second: Number) -> Number | None:
    """Return the range that two neighbouring numbers make ("12 to 15 thousand"), or `None`.

    The magnitude of the second holds for the first too where the first is smaller by itself:
    "two to three million" is [2e6, 3e6].
    """
    between = _BETWEEN.fullmatch(text, first.span.end, second.span.start)
    if between is None or "vague" in (first.form, second.form):
        return None
    low = first.low
    if second.magnitude and not first.magnitude:
        scaled = _times(low, _magnitude_of(second.high))
        low = scaled if scaled < second.high else low
    if not low < second.high:
        return None
    if between["share"] and _SHARE_AFTER.match(text, second.span.end) is None:
        return None  # "up 9 percent to $84"
    match between["joiner"].lower():
        case "and":
            joined = _opens_range(text, first.span.start)
        case "or":
            joined = second.high - low <= max(1.0, 0.5 * second.high)
        case "to":
            joined = not _tells_change(text, first.span.start) or _opens_range(
                text, first.span.start
            )
        case _:
            joined = True
    if not joined:
        return None
    return Number(
        span=Span(first.span.start, second.span.end),
        low=low,
        high=second.high,
        form=second.form,
        magnitude=second.magnitude,
    )


def _magnitude_of(value: float) -> float:
    for magnitude in (1e12, 1e9, 1e6, 1e3, 1e2):
        if value >= magnitude:
            return magnitude
    return 1.0


def _opens_range(text: str, start: int) -> bool:
    return _OPENS_RANGE.search(text[max(0, start - 24) : start]) is not None


def _tells_change(text: str, start: int) -> bool:
    """Tell "rose from $4 to $5" and "by $4 to $9", which are levels, from the range "$4 to $5"."""
    return _CHANGE.search(text[max(0, start - 12) : start]) is not None
