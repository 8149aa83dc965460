"""Figures that an article takes back, or puts right."""

import re

from onrecord.compare.tellings import Telling, once
from onrecord.records import Figure

# A number that is put right may fall where else it could only rise.
_CORRECTS = re.compile(
    r"\b(?:revis(?:e[sd]?|ing|ion)|correct(?:s|ed|ing|ion)|clarification|recount(?:s|ed)?"
    r"|lower(?:s|ed|ing) (?:the|its|their) (?:\w+ )?(?:toll|count|figure|number))\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\b(?:(?:earlier|previous|original) (?:version|report)|(?:wrongly|incorrectly|mistakenly"
    r"|erroneously) (?:said|stated|reported|gave|put))\b",
    re.IGNORECASE,
)
# "Correction: on Monday we reported", where the first sentence tells what was wrong.
_NOTE = re.compile(
    r"\W*(?:correction|clarification|editor[’']s note)\b[^.]*\breported\b", re.IGNORECASE
)


@once
def is_retracted(telling: Telling[Figure]) -> bool:
    """Return whether its sentence says that the article gave the number wrongly before."""
    sentence = telling.sentence
    return _TAKES_BACK.search(sentence) is not None or _NOTE.match(sentence) is not None


@once
def is_corrected(telling: Telling[Figure]) -> bool:
    """Return whether its sentence, or one before it in the paragraph, puts a number right."""
    text = telling.setting.article.text
    start = text.rfind("\n", 0, telling.span.start) + 1
    before = text[start : telling.span.start]
    return _CORRECTS.search(telling.sentence) is not None or _CORRECTS.search(before) is not None
