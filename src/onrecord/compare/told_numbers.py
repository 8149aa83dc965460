"""The numbers that a statement names, as far as two of them can be told apart by these."""

import re

from onrecord.text.numerals import BELOW_TWENTY, TENS

_UNITS = {word: value for word, value in BELOW_TWENTY.items() if value > 1}
NUMBERS = _UNITS | TENS
"""Numbers that are one word, from two on."""
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
# Days, times, years, shares of so many and what is counted off are no amounts.
_APART = re.compile(
    rf"\b(?:{_MONTHS})\.? \d+(?:, \d{{4}})?|\b\d+ (?:{_MONTHS})\b|\b\d+[:.]\d+ ?[ap]\.?m\b"
    r"|\b\d+:\d+|\b(?:1[5-9]|20)\d\d(?:s|-\d+)?\b|\b\d+(?:st|nd|rd|th|s)\b"
    r"|\b[\w.]+ (?:in|out of) (?:every )?(?:\d+|ten|five|four|three|two)\b"
    r"|\b\w+ (?:decades|centuries)\b"
)
_NUMBER = re.compile(
    r"\d[\d,]*(?:\.\d+)?|\b(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    rf"(?:[- ](?P<rest>\w+))?\b|\b(?:{'|'.join(_UNITS)})\b",
    re.IGNORECASE,
)
_ANY = re.compile(rf"\d|\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)


def list_numbers(text: str) -> frozenset[str]:
    """Return the numbers in `text` as digits: "forty-eight" is "48".

    Magnitudes are left out ("10 million" is "10"), as are days, years and "nine in ten".
    """
    if _ANY.search(text) is None:
        return frozenset()
    return frozenset(_read(match) for match in _NUMBER.finditer(_APART.sub(" ", text)))


def _read(match: re.Match[str]) -> str:
    word = match[0].lower()
    if word[0].isdigit():
        return word.replace(",", "").rstrip(".")
    if match["tens"]:
        unit = _UNITS.get((match["rest"] or "").lower(), 1 if match["rest"] == "one" else 0)
        return str(TENS[match["tens"].lower()] + (unit if unit < 10 else 0))
    return str(_UNITS[word])
