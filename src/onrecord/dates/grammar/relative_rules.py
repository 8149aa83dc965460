"""Dates told from another one: yesterday, last week, that year, two weeks later, now."""

import re
from fractions import Fraction

from onrecord.dates.grammar.calendar_rules import NARROW, read_modifier
from onrecord.dates.grammar.quantity import QUANTITY, read_quantity
from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Base, Fields, Meaning, Modifier
from onrecord.dates.timex3 import write_duration

_WHEN = r"(?:(?P<when>[rf]|E-?)(?=[tHLXZ=T]))?"


def _read_today(hit: Hit) -> Meaning:
    part = hit.value("part")
    word = hit.word("today")
    if word == "tonight":
        part = "NI"
    fields = Fields(part=part)  # type: ignore[arg-type]
    return Meaning(
        kind="point", fields=fields, shift=hit.number("today"), unit="day", base="published",
        modifier=_read_edge(hit),
    )  # fmt: skip


def _read_edge(hit: Hit) -> Modifier | None:
    """Return what "earlier" or "late" before "this month" or "yesterday" makes of it."""
    value = next((token.value for token in hit.tokens("when") + hit.tokens("early")), None)
    return value if value in ("START", "MID", "END") else None  # type: ignore[return-value]


def _read_part(hit: Hit) -> Meaning | None:
    """Read "this morning", "last night", "that evening", "the next morning"."""
    shift, base = _read_determiner(hit)
    fields = Fields(part=hit.value("part"))  # type: ignore[arg-type]
    return Meaning(
        kind="point", fields=fields, shift=shift, unit="day", base=base, modifier=_read_edge(hit)
    )


def _read_determiner(hit: Hit) -> tuple[int, Base]:
    tokens = hit.tokens("det")
    kind, word = tokens[-1].kind, tokens[-1].word
    shift = {"L": -1, "X": 1}.get(kind, 0)
    told = kind in "Z=" or word in (
        "previous",
        "preceding",
        "following",
        "prior",
        "subsequent",
        "ensuing",
    )
    with_the = len(tokens) > 1 and tokens[0].kind == "T" and word in ("next",)
    return shift, "previous" if told or with_the else "published"


def _read_unit(hit: Hit) -> Meaning | None:
    """Read "last week", "this year", "that month", "the previous quarter", "next season"."""
    unit = hit.word("unit")
    if unit is None or unit in ("second", "minute", "hour", "millennium", "fortnight"):
        return None
    shift, base = _read_determiner(hit)
    tokens = hit.tokens("det")
    if tokens[-1].word == "recent" or (tokens[-1].word == "past" and unit != "weekend"):
        return None  # "the past year" is a duration
    if shift < 0 and len(tokens) > 1 and re.match(r"\s+(?:of|in|before)\b", hit.after()):
        return None  # "the last day of the talks"
    modifier = read_modifier(hit) or _read_edge(hit)
    return Meaning(kind="point", shift=shift, unit=unit, base=base, modifier=modifier)


def _read_season(hit: Hit) -> Meaning:
    shift, base = _read_determiner(hit)
    fields = Fields(season=hit.value("season"))  # type: ignore[arg-type]
    modifier = read_modifier(hit) or _read_edge(hit)
    return Meaning(
        kind="point", fields=fields, shift=shift, unit="season", base=base, modifier=modifier
    )


def _read_month(hit: Hit) -> Meaning:
    shift, base = _read_determiner(hit)
    fields = Fields(month=hit.number("month"), day=hit.number("day"))
    modifier = read_modifier(hit) or _read_edge(hit)
    return Meaning(
        kind="point", fields=fields, shift=shift, unit="named month", base=base, modifier=modifier
    )


def _read_weekday_of_week(hit: Hit) -> Meaning | None:
    """Read "Friday last week", "Monday of next week"."""
    if hit.word("unit") != "week":
        return None
    shift, base = _read_determiner(hit)
    fields = Fields(weekday=hit.number("weekday"))
    return Meaning(kind="point", fields=fields, shift=shift, unit="week", base=base)


def _read_offset(hit: Hit) -> Meaning | None:
    """Read "two weeks ago", "a year earlier", "three days later", "10 years from now"."""
    count, unit, modifier = read_quantity(hit)
    kind = hit.tokens("way")[-1].kind
    way = -1 if kind in "Rr<" else 1
    base: Base = "published" if kind in "Rg" else "previous"
    if unit is None or (hit.word("way") in ("before", "after") and not _ENDS.match(hit.after())):
        return None  # "two days after the vote": the words count from no date
    if count is None:
        value = "PAST_REF" if way < 0 else "FUTURE_REF"
        return Meaning(kind="ref", value=value)
    if unit in ("hour", "minute", "second") and (base == "previous" or count < 24):
        return Meaning(
            kind="duration", count=count, unit=unit, value=write_duration(float(count), unit)
        )
    shift = way * count
    unit, shift = _in_whole_units(unit, shift)
    if shift.denominator != 1 or abs(shift) > 10_000_000:
        return None
    return Meaning(
        kind="point", shift=int(shift), unit=unit, base=base, modifier=modifier, count=abs(count),
        as_told=unit == "year" and abs(shift) == 1,
    )  # fmt: skip


def _in_whole_units(unit: str, shift: Fraction) -> tuple[str, Fraction]:
    """Return the same stretch in a finer unit where `shift` is not whole: 1.5 years are 18 months."""
    finer = {
        "year": ("month", 12),
        "decade": ("year", 10),
        "century": ("year", 100),
        "week": ("day", 7),
    }
    if shift.denominator != 1 and unit in finer:
        unit, factor = finer[unit]
        return unit, shift * factor
    return unit, shift


# What may follow "before" and "after" where they are adverbs: "two days before."
_ENDS = re.compile(r"\s*(?:[.,;:!?)\]”\"]|$|\s(?:and|but|when|in|at|on|with|to)\b)")


def _read_neighbour(hit: Hit) -> Meaning | None:
    """Read "the day before", "the year after": one unit away from the date told before."""
    unit = hit.word("unit")
    if unit in ("second", "minute", "hour", "millennium", None) or not _ENDS.match(hit.after()):
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


def _read_day_beside_today(hit: Hit) -> Meaning:
    """Read "the day before yesterday" and "the day after tomorrow"."""
    shift = hit.number("today") or 0
    shift += -1 if hit.tokens("way")[-1].kind == "<" else 1
    return Meaning(kind="point", shift=shift, unit="day", base="published")


def _read_week_of(hit: Hit) -> Meaning | None:
    """Read "the week of March 6": the week that holds the day."""
    if hit.word("unit") != "week":
        return None
    fields = Fields(year=hit.number("year"), month=hit.number("month"), day=hit.number("day"))
    return Meaning(kind="point", fields=fields, unit="week of")


def _read_latest_quarter(hit: Hit) -> Meaning:
    shift = {"L": -1, "X": 1}.get(hit.tokens("det")[-1].kind, 0)
    return Meaning(
        kind="point", shift=shift, unit="quarter", base="published", modifier=read_modifier(hit)
    )


def _read_quarter_of_year(hit: Hit) -> Meaning | None:
    """Read "this year's third quarter" and "last year's second half"."""
    number = {"second": 2, "latter": 2}.get(hit.word("ordinal") or "", hit.number("ordinal"))
    if hit.word("unit") != "year" or number is None or not 1 <= number <= 4:
        return None
    shift, base = _read_determiner(hit)
    fields = Fields(quarter=number) if hit.has("quarter") else Fields(half=number)
    return Meaning(kind="point", fields=fields, shift=shift, unit="year", base=base)


def _read_weekend(hit: Hit) -> Meaning | None:
    if hit.word("unit") != "weekend":
        return None
    return Meaning(
        kind="point", unit="weekend", shift=0, base="published", modifier=read_modifier(hit)
    )


def _read_end_of_unit(hit: Hit) -> Meaning | None:
    """Read "the end of the year", "later in the month": the unit that holds the anchor."""
    unit = hit.word("unit")
    if unit in ("second", "minute", "hour", "day", "century", "millennium", "decade", "fortnight"):
        return None
    base: Base = "previous" if unit in ("week", "month") else "published"
    return Meaning(kind="point", unit=unit, shift=0, base=base, modifier=read_modifier(hit))


def _read_year_end(hit: Hit) -> Meaning | None:
    if hit.word("unit") != "year" or hit.word("edge") != "end":
        return None
    return Meaning(
        kind="point", fields=Fields(month=12, day=31), shift=0, unit="year", base="published"
    )


def _read_reference(hit: Hit) -> Meaning | None:
    if hit.value("ref") == "FUTURE_REF" and not hit.has("the"):
        return None  # "future years", "the foreseeable future"
    return Meaning(kind="ref", value=str(hit.value("ref")))


def _read_the_past(hit: Hit) -> Meaning | None:
    if hit.word("past") != "past" or not re.match(r"\s*(?:[.,;:!?)]|$)", hit.after()):
        return None
    return Meaning(kind="ref", value="PAST_REF")


_RECENT = ("recent", "coming")


def _read_recent_units(hit: Hit) -> Meaning | None:
    """Read "recent weeks", "the coming years": an unknown number of units beside now."""
    unit = hit.value("units")
    if not isinstance(unit, str):
        return None
    return Meaning(kind="duration", count=None, unit=unit, value=write_duration(None, unit))


_DET = r"(?P<det>T?=|H=?|Z=?|T?L|T?X|T?0|HL)"

RELATIVE_RULES: tuple[Rule, ...] = (
    make_rule(rf"{_WHEN} (?P<today>t) (?:'?(?P<part>P))?", _read_today),
    make_rule(r"E?-?(?P<part>P)(?P<today>t)", _read_today),
    make_rule(rf"{_WHEN} {_DET} (?P<part>P)", _read_part),
    make_rule(rf"{NARROW} {_WHEN} {_DET} (?P<unit>[UQ])", _read_unit),
    make_rule(rf"{NARROW} {_WHEN} {_DET} (?P<season>S)", _read_season),
    make_rule(rf"{NARROW} {_WHEN} (?P<det>[LXH]) (?P<month>M) (?P<day>[DO])?", _read_month),
    make_rule(rf"(?P<weekday>W) o? {_DET} (?P<unit>U)", _read_weekday_of_week),
    make_rule(rf"{QUANTITY} (?P<way>[Rrfg<>])", _read_offset),
    make_rule(r"T(?P<unit>[UQ])(?P<way>[rf<>])", _read_neighbour),
    make_rule(r"(?P<unit>U)-(?P<way>[Rr])", _read_unit_ago),
    make_rule(r"T(?P<unit>U)-(?P<way>[Rr])(?:(?P<ordinal>O)?Q|e)", _read_unit_ago),
    make_rule(r"T(?:(?P<year>Y)|(?P<det>L|0))(?:e|Q)", _read_period),
    make_rule(r"T(?P<quarter>Q)", _read_the_quarter),
    make_rule(r"T?(?P<unit>U)(?P<way>[<>])(?P<today>t)", _read_day_beside_today),
    make_rule(r"T(?P<unit>U)o(?P<month>M)(?P<day>[DO])(?:,?(?P<year>Y))?", _read_week_of),
    make_rule(
        rf"{_DET}(?P<unit>U)' (?P<ordinal>[OL])-?(?:(?P<quarter>Q)|J)", _read_quarter_of_year
    ),
    make_rule(r"T?(?P<early>E)?(?P<unit>U)", _read_weekend),
    make_rule(r"(?:T?(?P<edge>B)|(?P<early>[Ef])i)oT?(?P<unit>[UQ])", _read_end_of_unit),
    make_rule(r"T?(?P<unit>U)-?(?P<edge>B)", _read_year_end),
    make_rule(r"(?P<the>T)?(?P<ref>K)", _read_reference),
    make_rule(r"T(?P<past>L)", _read_the_past),
    make_rule(r"(?:mR|R)(?P<units>u)", _read_recent_units),
)
