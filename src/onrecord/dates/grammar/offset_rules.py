"""Dates so many units from another: "two weeks ago", "a year earlier", "the day before"."""

import re
from fractions import Fraction

from onrecord.dates.grammar.pieces import DETERMINER, read_determiner
from onrecord.dates.grammar.quantity import QUANTITY, read_quantity
from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Base, Fields, Meaning
from onrecord.dates.timex3 import write_duration

# What may follow "before" and "after" where they are adverbs: "two days before."
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]”\"]|$|\s(?:and|but|when|in|at|on|with|to)\b)")
_CLOCK_UNITS = ("hour", "minute", "second")
# Offsets beyond this lead out of the calendar in any unit.
_FARTHEST = 1_000_000


def _read_offset(hit: Hit) -> Meaning | None:
    """Read "two weeks ago", "a year earlier", "three days later", "10 years from now".

    "Two days after the vote" tells no date; "minutes later" is a length and leads to no other day.
    """
    count, unit, modifier = read_quantity(hit)
    kind, word = hit.tokens("way")[-1].kind, hit.word("way")
    if unit is None or (word in ("before", "after") and not _ENDS.match(hit.after())):
        return None
    way = -1 if kind in "Rr<" else 1
    base: Base = "published" if kind in "Rg" else "previous"
    if count is None and base == "previous":
        return Meaning(kind="duration", unit=unit, value=write_duration(None, unit))
    if count is None:
        return Meaning(kind="ref", value="PAST_REF" if way < 0 else "FUTURE_REF")
    if unit in _CLOCK_UNITS and (base == "previous" or count < 24):
        value = write_duration(float(count), unit)
        return Meaning(kind="duration", amount=count, unit=unit, value=value)
    unit, count = _in_whole_units(unit, count)
    if count.denominator != 1 or count > _FARTHEST:
        return None
    return Meaning(
        kind="point",
        shift=way * int(count),
        unit=unit,
        base=base,
        modifier=modifier,
        amount=count,
        as_told=unit == "year" and count == 1,
    )


def _read_units_ago(_: Hit) -> Meaning:
    """Read "months ago"."""
    return Meaning(kind="ref", value="PAST_REF")


_FINER = {
    "week": ("day", 7), "year": ("month", 12), "decade": ("year", 10), "century": ("year", 100),
}  # fmt: skip


def _in_whole_units(unit: str, count: Fraction) -> tuple[str, Fraction]:
    """Return the same stretch in a finer unit where `count` is not whole: 1.5 years, 18 months."""
    if count.denominator == 1 or unit not in _FINER:
        return unit, count
    finer, factor = _FINER[unit]
    return finer, count * factor


def _read_neighbour(hit: Hit) -> Meaning | None:
    """Read "the day before", "the year after": one unit away from the date told before."""
    unit = hit.word("unit")
    if unit in (*_CLOCK_UNITS, "millennium", None) or not _ENDS.match(hit.after()):
        return None
    shift = -1 if hit.tokens("way")[-1].kind in "r<" else 1
    return Meaning(kind="point", shift=shift, unit=unit, base="previous")


def _read_unit_ago(hit: Hit) -> Meaning | None:
    """Read "year-ago", "year-earlier", "the year-ago quarter", "the year-earlier period"."""
    if hit.word("unit") != "year":
        return None
    base: Base = "published" if hit.tokens("way")[-1].kind == "R" else "previous"
    fields = Fields(quarter=hit.number("ordinal"))
    return Meaning(kind="point", fields=fields, shift=-1, unit="year", base=base, as_told=True)


def _read_period(hit: Hit) -> Meaning | None:
    """Read "the 1988 period", "the 1988 quarter" and "the latest period"."""
    if hit.has("year"):
        return Meaning(kind="point", fields=Fields(year=hit.number("year")), as_told=True)
    if hit.word("det") not in ("latest", "current"):
        return None
    return Meaning(kind="point", shift=0, unit="quarter", base="previous", as_told=True)


_WITHIN_BEFORE = re.compile(r"\b(?:for|in|during|of|from)\s+$")


def _read_the_quarter(hit: Hit) -> Meaning | None:
    """Read "for the quarter": the one told before, or else the last one over."""
    if not _WITHIN_BEFORE.search(hit.before(10)):
        return None
    return Meaning(kind="point", shift=0, unit="quarter", base="previous", as_told=True)


def _read_quarter_of_year(hit: Hit) -> Meaning | None:
    """Read "this year's third quarter" and "last year's second half"."""
    number = {"latter": 2, "last": 2}.get(hit.word("ordinal") or "", hit.number("ordinal"))
    if hit.word("unit") != "year" or number is None or not 1 <= number <= 4:
        return None
    shift, base = read_determiner(hit)
    fields = Fields(quarter=number) if hit.has("quarter") else Fields(half=min(number, 2))
    return Meaning(kind="point", fields=fields, shift=shift, unit="year", base=base)


OFFSET_RULES: tuple[Rule, ...] = (
    make_rule("ACDJNTVYv", rf"{QUANTITY} (?P<way>[Rrfg<>])", _read_offset),
    make_rule("u", r"(?P<units>u)R", _read_units_ago),
    make_rule("T", r"T(?P<unit>[UQ])(?P<way>[rf<>])", _read_neighbour),
    make_rule("U", r"(?P<unit>U)-(?P<way>[Rr])", _read_unit_ago),
    make_rule("T", r"T(?P<unit>U)-(?P<way>[Rr])(?:(?P<ordinal>O)?Q|e)", _read_unit_ago),
    make_rule("T", r"T(?:(?P<year>Y)|(?P<det>L|0))(?:e|Q)", _read_period),
    make_rule("T", r"T(?P<quarter>Q)", _read_the_quarter),
    make_rule(
        "0=HLTXZ",
        rf"{DETERMINER}(?P<unit>U)' (?P<ordinal>[OL])-?(?:(?P<quarter>Q)|J)",
        _read_quarter_of_year,
    ),
)
