"""Dates told from today: "yesterday", "last week", "this morning", "the weekend", "now"."""

import re
from fractions import Fraction

from onrecord.dates.grammar.pieces import (
    DETERMINER,
    NARROW,
    read_determiner,
    read_modifier,
    read_part,
    read_season,
)
from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Base, Fields, Meaning, Modifier
from onrecord.dates.timex3 import write_duration

# "earlier", "later", "late" before "today" or "this month".
_WHEN = r"(?:(?P<when>[rf]|E-?)(?=[tHLXZ=T]))?"


def _read_when(hit: Hit) -> Modifier | None:
    for token in hit.tokens("when") + hit.tokens("early") + hit.tokens("edge"):
        if token.value in ("START", "MID", "END"):
            return token.value  # type: ignore[return-value]
    return None


def _read_today(hit: Hit) -> Meaning:
    part = "NI" if hit.word("today") == "tonight" else read_part(hit)
    return Meaning(
        kind="point",
        fields=Fields(part=part),
        shift=hit.number("today"),
        unit="day",
        base="published",
        modifier=_read_when(hit),
    )


def _read_day_beside_today(hit: Hit) -> Meaning:
    """Read "the day before yesterday" and "the day after tomorrow"."""
    step = -1 if hit.tokens("way")[-1].kind == "<" else 1
    shift = (hit.number("today") or 0) + step
    return Meaning(kind="point", shift=shift, unit="day", base="published")


def _read_part_of_day(hit: Hit) -> Meaning:
    """Read "this morning", "last night", "that evening", "the next morning"."""
    shift, base = read_determiner(hit)
    fields = Fields(part=read_part(hit))
    return Meaning(
        kind="point", fields=fields, shift=shift, unit="day", base=base, modifier=_read_when(hit)
    )


_NO_POINT = frozenset("second minute hour millennium fortnight".split())
_OF_SOMETHING = re.compile(r"\s+(?:of|in|before)\b")


def _read_unit(hit: Hit) -> Meaning | None:
    """Read "last week", "this year", "that month", "the previous quarter"."""
    unit, word = hit.word("unit"), hit.word("det")
    if unit is None or unit in _NO_POINT:
        return None
    this_past = hit.tokens("det")[0].kind == "H"
    if word == "recent" or (word == "past" and unit != "weekend" and not this_past):
        return None  # "the past year" is a duration, "this past week" is the last one
    shift, base = read_determiner(hit)
    if shift < 0 and len(hit.tokens("det")) > 1 and _OF_SOMETHING.match(hit.after()):
        return None  # "the last day of the talks"
    return Meaning(kind="point", shift=shift, unit=unit, base=base, modifier=_read_when(hit))


def _read_season(hit: Hit) -> Meaning:
    """Read "last summer", "this spring", "that winter"."""
    shift, base = read_determiner(hit)
    return Meaning(
        kind="point",
        fields=Fields(season=read_season(hit)),
        shift=shift,
        unit="season",
        base=base,
        modifier=_read_when(hit),
    )


def _read_month(hit: Hit) -> Meaning:
    """Read "last November", "next March", "this June", "last Oct. 23"."""
    shift, base = read_determiner(hit)
    return Meaning(
        kind="point",
        fields=Fields(month=hit.number("month"), day=hit.number("day")),
        shift=shift,
        unit="named month",
        base=base,
        modifier=_read_when(hit),
    )


def _read_holiday(hit: Hit) -> Meaning:
    """Read "last Easter", "next Christmas"."""
    shift, base = read_determiner(hit)
    return Meaning(
        kind="point",
        fields=Fields(holiday=hit.word("holiday")),
        shift=shift,
        unit="season",
        base=base,
    )


def _read_weekday_of_week(hit: Hit) -> Meaning | None:
    """Read "Friday last week", "Monday of next week"."""
    if hit.word("unit") != "week":
        return None
    shift, base = read_determiner(hit)
    fields = Fields(weekday=hit.number("weekday"))
    return Meaning(kind="point", fields=fields, shift=shift, unit="week", base=base)


def _read_weekend(hit: Hit) -> Meaning | None:
    if hit.word("unit") != "weekend":
        return None
    return Meaning(
        kind="point", shift=0, unit="weekend", base="published", modifier=read_modifier(hit)
    )


def _read_end_of_unit(hit: Hit) -> Meaning | None:
    """Read "the end of the year", "later in the day": the one that holds the anchor."""
    unit = hit.word("unit")
    if unit not in ("week", "month", "quarter", "year") and not (
        unit == "day" and hit.has("early")
    ):
        return None
    base: Base = "published" if unit in ("quarter", "year") else "previous"
    return Meaning(kind="point", shift=0, unit=unit, base=base, modifier=read_modifier(hit))


_WITHIN_BEFORE = re.compile(r"\b(?:for|during|throughout|(?:days|weeks|months|quarters?) of)\s+$")
_ENDS_LATER = re.compile(r"\s+end(?:ed|ing)\s")
_GOES_ON = re.compile(r"\s*(?:-|\s(?:of|in|end|that|when|which|to|from|before|after)\b)")


def _read_the_unit(hit: Hit) -> Meaning | None:
    """Read "for the week", "the first nine months of the year": the one that holds today.

    "The year ended June 30" is a length; the date tells which one.
    """
    unit = hit.word("unit")
    if unit not in ("week", "month", "year"):
        return None
    if _ENDS_LATER.match(hit.after()):
        return Meaning(
            kind="duration", amount=Fraction(1), unit=unit, value=write_duration(1, unit)
        )
    if not _WITHIN_BEFORE.search(hit.before()) or _GOES_ON.match(hit.after()):
        return None
    return Meaning(kind="point", shift=0, unit=unit, base="published")


def _read_year_end(hit: Hit) -> Meaning | None:
    if hit.word("unit") != "year" or hit.word("edge") != "end":
        return None
    fields = Fields(month=12, day=31)
    return Meaning(kind="point", fields=fields, shift=0, unit="year", base="published")


def _read_reference(hit: Hit) -> Meaning | None:
    """Read "now", "recently", "the future", but not "future years"."""
    value = str(hit.value("ref"))
    if value == "FUTURE_REF" and not hit.has("the"):
        return None
    return Meaning(kind="ref", value=value)


_PHRASE_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")


def _read_the_past(hit: Hit) -> Meaning | None:
    if hit.word("past") != "past":
        return None
    if hit.before(3) != "in " and not _PHRASE_ENDS.match(hit.after()):
        return None
    return Meaning(kind="ref", value="PAST_REF")


DEICTIC_RULES: tuple[Rule, ...] = (
    make_rule("Efrt", rf"{_WHEN} (?P<today>t) (?:'?(?P<part>P))?", _read_today),
    make_rule("-EP", r"E?-?(?P<part>P)(?P<today>t)", _read_today),
    make_rule("TU", r"T?(?P<unit>U)(?P<way>[<>])(?P<today>t)", _read_day_beside_today),
    make_rule("0=EHLTXZfr", rf"{_WHEN} {DETERMINER} (?P<part>P)", _read_part_of_day),
    make_rule("0=BEHLTXZfr", rf"{NARROW} {_WHEN} {DETERMINER} F?(?P<unit>[UQ])", _read_unit),
    make_rule("0=BEHLTXZfr", rf"{NARROW} {_WHEN} {DETERMINER} (?P<season>S)", _read_season),
    make_rule(
        "BEHLTXfr", rf"{NARROW} {_WHEN} (?P<det>[LXH]) (?P<month>M) (?P<day>[DO])?", _read_month
    ),
    make_rule("HLX", r"(?P<det>[LXH])(?P<holiday>h)", _read_holiday),
    make_rule("W", rf"(?P<weekday>W) o? {DETERMINER} (?P<unit>U)", _read_weekday_of_week),
    make_rule("ETU", r"T?(?P<early>E)?(?P<unit>U)", _read_weekend),
    make_rule("BT", r"T?(?P<edge>B)oT?(?P<unit>[UQ])", _read_end_of_unit),
    make_rule("T", r"TF?(?P<unit>U)", _read_the_unit),
    make_rule("Efr", r"(?P<early>[Efr])iT(?P<unit>[UQ])", _read_end_of_unit),
    make_rule("TU", r"T?(?P<unit>U)[-']?(?P<edge>B)", _read_year_end),
    make_rule("KT", r"(?P<the>T)?(?P<ref>K)", _read_reference),
    make_rule("T", r"T(?P<past>L)", _read_the_past),
)
