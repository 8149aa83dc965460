"""Figures that an outlet takes back, or puts right."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.compare.tellings import Row, Telling, once
from onrecord.compare.told_numbers import list_numbers
from onrecord.records import Figure, Span
from onrecord.text.retractions import is_put_right, takes_back

# A number that is put right may fall where else it could only rise.
_CORRECTS = re.compile(
    r"\b(?:revis(?:e[sd]?|ing|ion)|correct(?:s|ed|ing|ion)|clarification|recount(?:s|ed)?"
    r"|lower(?:s|ed|ing) (?:the|its|their) (?:\w+ )?(?:toll|count|figure|number))\b",
    re.IGNORECASE,
)

# What was told before, and is told no more: "had earlier said there were 12 dead".
_SUPERSEDED = re.compile(
    r"\b(?:had\s(?:earlier|previously|initially|originally|at\sfirst|first)\s"
    r"(?:said|told|reported|put|given|counted|spoken|estimated|announced)"
    r"|(?:earlier|initial|first|early|previous)\s(?:\w+\s)?"
    r"(?:reports?|accounts?|counts?|estimates?|tolls?|figures?|information)\s"
    r"(?:had\s)?(?:said|put|spoke|spoken|suggested|gave|given|indicated))\b[^.;]*$",
    re.IGNORECASE,
)


@once
def is_superseded(telling: Telling[Figure]) -> bool:
    """Return whether its sentence says that the number was told before that which is told now."""
    start = telling.sentence_span.start
    before = telling.setting.article.text[start : telling.span.start]
    return _SUPERSEDED.search(before) is not None


@once
def is_retracted(telling: Telling[Figure]) -> bool:
    """Return whether its sentence says that the outlet gave the number wrongly before."""
    return takes_back(telling.setting.article.text, telling.sentence_span)


@once
def is_corrected(telling: Telling[Figure]) -> bool:
    """Return whether its sentence, or one before it in the paragraph, puts a number right."""
    text = telling.setting.article.text
    start = text.rfind("\n", 0, telling.span.start) + 1
    before = text[start : telling.span.start]
    return _CORRECTS.search(telling.sentence) is not None or _CORRECTS.search(before) is not None


@once
def find_taken_back(telling: Telling[Row]) -> Span | None:
    """Return the sentence right before a row's in its paragraph, where it takes back what the row's
    puts right: "An earlier version said that 12 died. It was 14."; `None` where it does not."""
    text, sentences = telling.setting.article.text, telling.setting.sentences
    own = telling.sentence_span
    at = bisect_left(sentences, own.start, key=lambda sentence: sentence.start) - 1
    return sentences[at] if at >= 0 and is_put_right(text, sentences[at], own) else None


def puts_right(later: Telling[Figure], earlier: Telling[Figure]) -> bool:
    """Return whether a figure puts right what its outlet gave in another article, whose number the
    sentence before takes back."""
    wrong, article, before = find_taken_back(later), later.setting.article, earlier.setting.article
    if wrong is None or article.outlet is None or article.outlet != before.outlet:
        return False
    taken_back = list_numbers(article.text[wrong.start : wrong.end])
    return not list_numbers(earlier.words).isdisjoint(taken_back)


def list_amended(figures: Sequence[Telling[Figure]]) -> dict[str, str]:
    """Return by the row of each figure of an article that puts another right the row of that one:
    the first of the sentence before that counts the same and that no other puts right."""
    amended: dict[str, str] = {}
    for figure in figures:
        wrong = find_taken_back(figure)
        for other in figures if wrong is not None else ():
            free = other.ref.row not in amended.values()
            if free and other.sentence_span == wrong and _count_one_thing(figure, other):
                amended[figure.ref.row] = other.ref.row
                break
    return amended


def _count_one_thing(a: Telling[Figure], b: Telling[Figure]) -> bool:
    return a.row.unit == b.row.unit and a.row.counted == b.row.counted
