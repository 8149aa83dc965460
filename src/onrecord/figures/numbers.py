"""The number grammar: digits, words, magnitudes, fractions and vague counts.

A number is read to an interval: "90,000" to [90000, 90000], "tens of thousands" to
[10000, 100000]. Words before it that loosen or tighten it ("more than") are read by `bounds`,
neighbours that make a range by `ranges`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.figures.number_words import (
    FEW,
    GLYPHS,
    MAGNITUDES,
    VAGUE,
    has_magnitude,
    multiply,
    read_part,
    read_spelled,
    read_vague,
)
from onrecord.records import Span
from onrecord.text.numerals import BELOW_TWENTY, TENS

# "article" is the "an" of "within an hour"; "fraction" a share of something.
Form = Literal["digits", "words", "vague", "fraction", "article"]

_UNIT = "|".join(BELOW_TWENTY)
_TEN = "|".join(TENS)
_MAGNITUDE = "hundred|thousand|million|billion|trillion|lakh|crore"
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?"
_AND_HALF = r"[ -]and[ -]a[ -]half"
_WORDS = rf"(?:(?:{_TEN})(?:[ -](?:{_UNIT}))?|(?:{_UNIT})|(?<![\w-])an?(?=[ -](?:{_MAGNITUDE})\b))"
# "two hundred and fifty thousand": at most five parts, so that matching stays linear.
_SPELLED = (
    rf"(?P<spelled>(?:{_WORDS})(?:{_AND_HALF})?(?:[ -](?:{_MAGNITUDE})"
    rf"(?:[ -]and(?=[ -](?:{_TEN}|{_UNIT})\b))?"
    rf"(?:[ -](?:{_TEN})(?:[ -](?:{_UNIT}))?|[ -](?:{_UNIT}))?){{0,3}}"
    rf"(?:[ -](?:{_MAGNITUDE}))?)(?!\w)"
)
# Units are often written without a space ("40km", "54GB"); ordinals, clock times and decades
# ("21st", "10pm", "1990s") are no numbers.
_ATTACHED = r"(?!(?:st|nd|rd|th|am|pm|s)\b)[A-Za-z°µ]{1,4}(?:/[A-Za-z]{1,2}|[²³23])?"
_OF_MONEY = frozenset("bt")  # "$72B", but "5t" is a weight
_SHORT = r"[kKmM]|bn|mn|tn|trn"
# Not inside a word, a name ("COVID-19"), a decimal or a clock time; "5-10" goes on after its 5.
# Letters may stand before an amount where they can only be a currency: "Sh40m", "PS8,100".
_START = (
    r"(?:(?:(?<![\w.,/])|(?<=\s,)|(?<=\$US|USD|EUR|GBP)|(?<=\$A|RM|Rs))"
    r"(?:(?<![^\W\d][-–])|(?<=\b(?:sub|now)-)|(?<=\bto-))(?<!\d:)"
    r"|(?<!\w)(?P<code>[A-Z]{1,4})"
    rf"(?=\d{{1,3}},\d{{3}}|\d{{1,6}}(?:\.\d+)?(?:(?:{_SHORT})\b|\s(?:m|b|tr)illion)))"
)
_VAGUE = (
    r"(?P<vague>(?:tens|dozens|scores|hundreds|thousands) of (?:thousands|millions|billions)"
    r"|hundreds|thousands|millions|billions|trillions|dozens|(?:tens|scores)(?= of))(?![\w-])"
)
_SEVERAL = rf"(?P<several>several|a few|a couple of) (?P<of>{_MAGNITUDE}|dozen)(?![\w-])"
_DOZEN = rf"(?P<dozen>(?:(?P<dozen_count>{_UNIT}|\d{{1,3}}|a|half a) )dozen)(?![\w-])"
_MEASURE = (
    r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade|century|mile|metre|meter"
    r"|kilomet(?:re|er)|nautical|tonne|ton|litre|liter|gallon|acre|hectare|inch|foot|point|percent"
    r"|percentage|per|pound|dollar|euro)\b"
)
_PART = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth"
# "half an hour", "half a million", "a quarter of a mile": a part of one unit or magnitude.
_PART_OF_ONE = (
    rf"(?P<part_of_one>(?:(?P<one_half>half)|(?:a|(?P<quarters>three))[ -]quarters?)"
    rf"(?: of)? an?(?:[ -](?P<part_magnitude>{_MAGNITUDE})(?!\w)|(?=[ -]{_MEASURE}))"
    r"|a quarter(?=[ -](?:percentage )?point\b)|half(?=-(?:hour|day|mile|year|century|point)\b))"
)
_FRACTION = (
    rf"(?P<fraction>(?P<count>one|two|three|four|five|seven|nine|an?)[ -]"
    rf"(?P<part>(?:{_PART})s?|half)(?!\w)(?!-\w)"
    r"|half(?![\w-])(?= (?:of|the|a|an|its|their|all|his|her)\b))"
)
_SLASHED = r"(?P<above>\d{1,2})[/⁄](?P<below>\d{1,3})(?= of\b)"
_RATIO = (
    rf"(?P<ratio>(?P<some>{_UNIT}|\d{{1,2}}) (?:in|out of) (?:every )?"
    rf"(?P<whole>{_UNIT}|\d{{1,3}}(?:,000)?))(?!\w|[,.]\d| ?%)"
    r"(?! (?:second|minute|hour|day|night|week|month|year|decade)s?\b)"
)
_FIGURES = (
    rf"(?P<minus>minus[ -]|(?<![\d%] )(?<!\w)[-−](?=\d))?"
    rf"(?P<digits>[+]?{_DIGITS}|\.\d+)(?P<glyph>[½¼¾⅓⅔⅛])?(?P<half>{_AND_HALF})?"
    rf"(?:\s?[×x]\s?10(?P<power>\^[-−]?\d{{1,2}}|−\d{{1,2}}|⁻?[⁰¹²³⁴-⁹]{{1,2}})"
    rf"|(?P<short>{_SHORT}|[bt])(?![\w])"
    rf"|[ \u00a0-](?P<magnitude>{_MAGNITUDE}|bn|tn|trn|mn)"
    r"(?: (?P<second>million|billion|trillion))?(?![\w]))?(?!\w|:\d|[,.]\d)"
    rf"|(?P<attached>{_DIGITS})(?=(?:{_ATTACHED})(?!\w))"
)
_ARTICLE = (
    r"(?P<article>an?)(?= (?:minute|hour|day|night|week|fortnight|month|year|decade|century|mile"
    r"|kilomet(?:re|er)|met(?:re|er)|nautical mile|tonne)\b)"
)
NUMBER = re.compile(
    f"{_START}(?:{_VAGUE}|{_SEVERAL}|{_DOZEN}|{_PART_OF_ONE}|{_RATIO}|{_SLASHED}|{_FRACTION}"
    f"|{_FIGURES}|{_SPELLED}|{_ARTICLE})",
    re.IGNORECASE,
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--", "^")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_CODE_LETTERS = 4
# The words that a number can begin with.
_OPENING = frozenset(
    (*BELOW_TWENTY, *TENS, *VAGUE, "several", "a", "an", "half", "minus"),
)
# "a third" is a share before "of", and where an amount is told; "wounded a third" is a person.
_SHARE_BEFORE = re.compile(
    r"\b(?:by|to|than|about|around|nearly|almost|roughly|approximately|some|over|under|least"
    r"|only|just|up|down|barely|or)\s$",
    re.IGNORECASE,
)
_SHARE_AFTER = re.compile(
    r"\s(?:of|the|its|their|more|less|fewer|higher|lower|larger|smaller|as|since|from|in|on|over"
    r"|compared|during|against|between|after|this|last)\b|\s?[.,;:)”]|$"
)
# "a 37m-long hull", "the 12m (40ft) mast": metres, where "m" else is million.
_METRES_AFTER = re.compile(
    r"\s?\(\s?[\d.,]+\s?f(?:ee)?t|[\s-](?:long|high|tall|wide|deep|thick|away|above|below|from"
    r"|race|final|sprint|pool|tower|wall)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text: every value in `[low, high]` is what it may mean."""

    span: Span
    low: float
    high: float
    form: Form
    magnitude: bool = False


def find_numbers(text: str, span: Span) -> Iterator[Number]:
    """Yield the single numbers of `text` inside `span`, in order, ranges not yet joined.

    The grammar is tried only where a word or digit can begin a number: most words cannot.
    """
    position = span.start
    for start in _find_starts(text, span):
        if start < position:
            continue
        match = NUMBER.match(text, start, span.end)
        number = _read(text, match) if match else None
        if number is not None:
            position = number.span.end
            yield number


def _find_starts(text: str, span: Span) -> Iterator[int]:
    """Yield where a number may begin: with a sign or letters before its digits, and without."""
    letters = -1  # where a run of letters that may be a currency's begins
    end = -1
    for token in _TOKEN.finditer(text, span.start, span.end):
        start = token.start()
        if token[0][0].isalpha():
            letters, end = start, token.end()
            if token[0].lower() in _OPENING:
                yield start
            continue
        if end == start and end - letters <= _CODE_LETTERS:
            yield letters
        if start > span.start and text[start - 1] in "+-−.":
            yield start - 1
        yield start


def _read(text: str, match: re.Match[str]) -> Number | None:
    span = Span(match.end("code") if match["code"] else match.start(), match.end())
    if match["code"] and not match["code"][0].isupper():
        return None
    if match["digits"] or match["attached"]:
        return _read_digits(text, match, span)
    if match["spelled"]:
        value = read_spelled(match["spelled"])
        return _single(span, value, "words", magnitude=has_magnitude(match["spelled"]))
    if match["article"]:
        return _single(span, 1.0, "article")
    return _read_words(text, match, span)


def _read_words(text: str, match: re.Match[str], span: Span) -> Number | None:
    """Read vague counts, dozens, parts and shares."""
    if match["vague"]:
        low, high = read_vague(match["vague"].lower())
        return Number(span=span, low=low, high=high, form="vague", magnitude=True)
    if match["several"]:
        low, high = FEW[match["several"].lower()]
        unit = 12.0 if match["of"].lower() == "dozen" else MAGNITUDES[match["of"].lower()]
        return Number(span=span, low=low * unit, high=high * unit, form="vague", magnitude=True)
    if match["dozen"]:
        word = match["dozen_count"].lower()
        return _single(span, 12 * ({"a": 1.0, "half a": 0.5}.get(word) or _whole(word)), "words")
    if match["part_of_one"]:
        part = 0.25 * (3 if match["quarters"] else 1) if match["one_half"] is None else 0.5
        if match["part_of_one"].lower() == "half":
            part = 0.5
        unit = MAGNITUDES[match["part_magnitude"].lower()] if match["part_magnitude"] else 1.0
        return _single(span, part * unit, "words", magnitude=unit > 1)
    if match["ratio"]:
        some, whole = _whole(match["some"].lower()), _whole(match["whole"].lower())
        return _single(span, some / whole, "fraction") if some < whole else None
    if match["above"]:
        above, below = float(match["above"]), float(match["below"])
        return _single(span, above / below, "fraction") if above < below else None
    return _read_fraction(text, match, span)


def _read_fraction(text: str, match: re.Match[str], span: Span) -> Number | None:
    count = (match["count"] or "").lower()
    if count in ("a", "an"):
        told = _SHARE_BEFORE.search(text, max(0, span.start - 16), span.start) is not None
        after = _SHARE_AFTER.match(text, span.end)
        if after is None or (after[0] not in (" of", " the") and not told):
            return None
    word = (match["part"] or "half").lower()
    if word == "quarters" and "-" not in match[0] and not text.startswith(" of ", span.end):
        return None  # "sales fell for two quarters"
    part = read_part(word)
    times = BELOW_TWENTY.get(count, 1)
    # Rounded, so that three tenths are .3 and not .30000000000000004.
    return _single(span, round(part * times, 15) if times > 1 else part, "fraction")


def _read_digits(text: str, match: re.Match[str], span: Span) -> Number:
    value = float(re.sub(r"[,\u00a0\u202f+]", "", match["digits"] or match["attached"]))
    value += GLYPHS.get(match["glyph"] or "", 0.0) + (0.5 if match["half"] else 0.0)
    word = (match["short"] or match["magnitude"] or "").lower()
    no_amount = (word == "m" and _is_metres(text, span)) or (
        word in _OF_MONEY and not _is_money(text, span)
    )
    if no_amount:
        word, span = "", Span(span.start, match.start("short"))
    value = multiply(value, MAGNITUDES[word]) if word else value
    if match["second"]:  # "4 hundred million"
        value = multiply(value, MAGNITUDES[match["second"].lower()])
    if match["power"]:  # "1.5×10^24"
        value *= 10.0 ** int(match["power"].translate(_RAISED))
    if match["minus"]:
        value = -value
    return _single(span, value, "digits", magnitude=bool(word))


def _is_metres(text: str, span: Span) -> bool:
    return not _is_money(text, span) and _METRES_AFTER.match(text, span.end) is not None


def _is_money(text: str, span: Span) -> bool:
    return text[max(0, span.start - 1) : span.start] in ("$", "€", "£", "¥")


def _single(span: Span, value: float, form: Form, *, magnitude: bool = False) -> Number:
    return Number(span=span, low=value, high=value, form=form, magnitude=magnitude)


def _whole(word: str) -> float:
    return float(BELOW_TWENTY[word]) if word in BELOW_TWENTY else float(word.replace(",", ""))
