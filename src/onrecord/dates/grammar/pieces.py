"""Pieces that the patterns of several rules share, and what each of them means."""

from typing import cast

from onrecord.dates.grammar.rule import Hit
from onrecord.dates.meaning import Base, Modifier, Part, Season

# "early", "the end of", "late in": what narrows a stretch of the calendar.
NARROW = r"(?:(?:T?(?P<edge>B)o)?(?:T(?=E))?(?:(?P<early>E)(?:-|i)?)?)"
# "last", "this", "that same", "the following": which one, counted from the anchor.
DETERMINER = r"(?P<det>T?=|H=?|Z=?|T?L|T?X|T?0|HL)"
# "last year", "of that year": another stretch that holds this one.
WITHIN = r"(?:o?(?P<det>H|Z|T?=|T?L|T?X|0)(?P<unit>U))"
YEAR = r"(?:,?o?(?P<year>Y)(?P<era>b)?|,?(?P<short>y))"
# In "from March to May 2014" and "19-20 May 2014" the year stands once.
SHARED_YEAR = r"(?=(?:,?[k&-]|,)[iT]{0,2}(?:M[DO]?|[DO]o?M|[DO]),?(?P<shared>Y))"

# Which of them count from the date told before and not from today.
_TOLD = frozenset("previous preceding following prior subsequent ensuing".split())


def read_determiner(hit: Hit) -> tuple[int, Base]:
    """Return how many units from which anchor: "last" is one back from the published date.

    "The next" counts from the date told before, "next" from the published date.
    """
    tokens = hit.tokens("det")
    kind, word = tokens[-1].kind, tokens[-1].word
    shift = {"L": -1, "X": 1}.get(kind, 0)
    told = kind in "Z=" or word in _TOLD or (len(tokens) > 1 and word == "next")
    return shift, "previous" if told else "published"


def read_within(hit: Hit) -> tuple[int | None, str | None, Base | None]:
    """Return shift, unit and base of "last year", "of that month"; `None`s without such words."""
    if not hit.has("det"):
        return None, None, None
    shift, base = read_determiner(hit)
    told = len(hit.tokens("det")) > 1
    return shift, hit.word("unit"), "previous" if told else base


def read_modifier(hit: Hit) -> Modifier | None:
    """Return what "early" or "the end of" makes of a stretch, the inner one where both stand."""
    value = hit.value("early") if hit.has("early") else hit.value("edge")
    return cast("Modifier | None", value)


def read_year(hit: Hit) -> int | None:
    """Return the year said after a month or season; '98 lies in 1930 to 2029."""
    year = hit.number("year") if hit.has("year") else hit.number("shared")
    short = hit.number("short")
    if year is not None or short is None:
        return year
    return 1900 + short if short >= 30 else 2000 + short


def read_part(hit: Hit) -> Part | None:
    """Return the part of the day that is said."""
    return cast("Part | None", hit.value("part"))


def read_season(hit: Hit) -> Season | None:
    """Return the season that is said."""
    return cast("Season | None", hit.value("season"))


def is_before_christ(hit: Hit) -> bool:
    """Return whether "BC" follows."""
    return hit.value("era") == "b"
