"""Numbers by which somebody answers the one before: "Police saw 900. The union counted 5,000"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.compare.contexts import is_bare
from onrecord.compare.tellings import Telling
from onrecord.records import Figure

# "The one side puts trade at 2 billion, the other | at | 3 billion", or speaks | of | it.
_AT = re.compile(r"[,;]\s(?:and\s|but\s|while\s)?(?:[\w’']+\s){1,6}(?:at|of)\s(?:only\s|just\s)?$")

# Words by which somebody gives a number, and those that stand for who gave the one before.
_GIVEN = re.compile(
    r"\b(?:say|says|said|count(?:s|ed)?|puts?|gives?|gave|estimate[sd]?|record(?:s|ed)|report(?:s|ed)"
    r"|sp(?:oke|eaks?) of|[Aa]ccording to)\b|[’']s (?:figure|number|count|tally|toll|estimate)\b"
)
_SAME = re.compile(r"\W*(?:it|he|she|they|we|the (?:number|figure|toll|total))\b", re.IGNORECASE)


def list_answered(figures: Sequence[Telling[Figure]]) -> dict[str, str]:
    """Return by the row of each of an article's figures that answers another the row of that one:
    the last before it, in its sentence or the one before, that counts the same and that somebody
    else gives."""
    answered: dict[str, str] = {}
    for at, figure in enumerate(figures):
        for other in reversed(figures[:at]):
            if _answers(figure, other):
                answered[figure.ref.row] = other.ref.row
                break
    return answered


def answers(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether one of two figures of an article answers the other."""
    return a.ref.article == b.ref.article and (_answers(a, b) or _answers(b, a))


def _answers(figure: Telling[Figure], other: Telling[Figure]) -> bool:
    row, before = figure.row, other.row
    giver, first = figure.setting.key(row.giver), other.setting.key(before.giver)
    if (giver is not None and giver == first) or other.span.start >= figure.span.start:
        return False
    if (row.unit or "").split("/")[0] != (before.unit or "").split("/")[0]:
        return False
    if figure.sentence_span == other.sentence_span:
        between = figure.setting.article.text[other.span.end : figure.span.start]
        return None not in (giver, first) and _AT.search(between) is not None
    counts_same = row.counted == before.counted and is_bare(figure)
    return counts_same and _is_next(other, figure) and _is_given_by_another(figure, other)


def _is_next(other: Telling[Figure], figure: Telling[Figure]) -> bool:
    """Return whether the sentence of `figure` stands right behind that of the other, in one
    paragraph."""
    sentences, first = figure.setting.sentences, other.sentence_span
    at = bisect_left(sentences, first.start, key=lambda sentence: sentence.start) + 1
    text = figure.setting.article.text[first.end : figure.sentence_span.start]
    return at < len(sentences) and sentences[at] == figure.sentence_span and "\n" not in text


def _is_given_by_another(figure: Telling[Figure], other: Telling[Figure]) -> bool:
    """Return whether the sentence of a bare number says who gives it: nobody told of before."""
    if figure.row.giver is not None:
        return True
    if _GIVEN.search(figure.sentence) is None or _SAME.match(figure.sentence) is not None:
        return False
    known = other.setting.name(other.row.giver)
    return known is None or known.lower() not in figure.sentence.lower()
