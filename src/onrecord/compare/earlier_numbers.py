"""What a sentence says of a number beside its own: that it was so before, or that it is wrong."""

import re

from onrecord.compare.tellings import Telling
from onrecord.compare.told_numbers import NUMBERS, list_numbers
from onrecord.records import Figure

_NUMBER = rf"(?:[a-z]+\s){{0,3}}?(?P<number>[^\w\s]?(?:\d[\d,.]*|(?:{'|'.join(NUMBERS)})\b)\S*)"
# Behind a number: "300, | up from 200", "to 300 | from 200"; before it: "from 200 to | 300".
_UP_FROM = re.compile(
    r"[^;]{0,60}?\b(?:(?:up|down|rais\w+|increas\w+|cut|reduc\w+|lower\w*|revis\w+)(?:\s\w+)?\sfrom"
    rf"|instead\sof)\s{_NUMBER}",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?:\s[a-z’'-]+){{0,6}}?\sfrom\s{_NUMBER}")
# "1.6 per cent, | against 0.9 per cent in March": before, and not of others.
_AGAINST = re.compile(
    rf"[^;]{{0,60}}?\b(?:against|compared\s(?:with|to)|up\son|down\son)\s{_NUMBER}[^,;]{{0,30}}?"
    r"\b(?:last|ago|earlier|before|previously|in\s\d{4}"
    r"|(?:in|on)\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z][a-z]+day)\w*)\b"
)
_TO = re.compile(r"\bto\s(?:[a-z]+\s){0,2}$")
_FROM_TO = re.compile(rf"\bfrom\s{_NUMBER}(?:\s\w+){{0,5}}?\sto\s(?:[a-z]+\s){{0,2}}$")
_RANGES = re.compile(r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying))\b", re.IGNORECASE)
# Behind a number: "38 men escaped, | not 43"; before it: "not 43 but | 38".
_NOT = re.compile(rf"[^;]{{0,40}}?,?\s(?:and\s)?not\s{_NUMBER}")
_NOT_BUT = re.compile(rf"\bnot\s{_NUMBER}(?:\s[a-z]+){{0,2}},?\sbut\s(?:[a-z]+\s){{0,2}}$")
_AT_FIRST = re.compile(r"\b(?:first|initially|originally|earlier|previously|at first)\b")


def comes_from(later: Telling[Figure], earlier: Telling[Figure]) -> bool:
    """Return whether the sentence of `later` says that its number was that of `earlier` before."""
    if _RANGES.search(later.sentence) is not None:
        return False
    before, behind = _part(later)
    found = [_UP_FROM.match(behind), _AGAINST.match(behind), _FROM_TO.search(before)]
    if _TO.search(before) is not None:
        found.append(_FROM.match(behind))
    return _names(found, earlier)


def corrects(telling: Telling[Figure], other: Telling[Figure]) -> bool:
    """Return whether the sentence of a figure says that its number and not the other's is so."""
    before, behind = _part(telling)
    return _names([_NOT.match(behind), _NOT_BUT.search(before)], other)


def was_told_at_first(telling: Telling[Figure]) -> bool:
    """Return whether a sentence speaks of what was told before: "not nine as it first said"."""
    return _AT_FIRST.search(telling.sentence) is not None


def _names(found: list[re.Match[str] | None], other: Telling[Figure]) -> bool:
    numbers = {number for match in found if match for number in list_numbers(match["number"])}
    return not numbers.isdisjoint(list_numbers(other.words))


def _part(telling: Telling[Figure]) -> tuple[str, str]:
    """Return the sentence of a figure up to it, and behind it."""
    text, sentence = telling.setting.article.text, telling.sentence_span
    before, behind = (
        text[sentence.start : telling.span.start],
        text[telling.span.end : sentence.end],
    )
    return " ".join(before.split()) + " ", " " + " ".join(behind.split())
