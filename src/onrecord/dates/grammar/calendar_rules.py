"""Dates by their calendar names: days, months, years, decades, seasons, quarters, weekdays."""

import re
from dataclasses import replace
from datetime import date

from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Base, Direction, Fields, Meaning, Modifier

# "early", "the end of", "late in": what narrows a stretch of the calendar.
NARROW = r"(?:(?:T?(?P<edge>B)o)?(?:T(?=E))?(?:(?P<early>E)(?:-|i)?)?)"
# "last year", "of that year", "of the same month": another stretch that holds this one.
WITHIN = r"(?:o?(?P<det>H|Z|T?=|T?L|T?X|0)(?P<unit>U))"
YEAR = r"(?:,?o?(?P<year>Y)(?P<era>b)?|,?(?P<short>y))"
# In "from March to May 2014" and "19-20 May 2014" the year stands once.
SHARED_YEAR = r"(?=(?:,?[k&-]|,)[iT]{0,2}(?:M[DO]?|[DO]o?M|[DO]),?(?P<shared>Y))"


def read_modifier(hit: Hit) -> Modifier | None:
    """Return what "early" or "the end of" makes of a meaning, the inner one where both stand."""
    return hit.value("early") if hit.has("early") else hit.value("edge")  # type: ignore[return-value]


def read_year(hit: Hit) -> int | None:
    """Return the year said after a month or season; '98 lies in 1930 to 2029."""
    for group in ("year", "shared"):
        if hit.has(group):
            return hit.number(group)
    short = hit.number("short")
    if short is None:
        return None
    return 1900 + short if short >= 30 else 2000 + short


def read_within(hit: Hit) -> tuple[int | None, str | None, Base | None]:
    """Return shift, unit and base of "last year", "that month", "the following year"."""
    if not hit.has("det"):
        return None, None, None
    word, unit = hit.word("det"), hit.word("unit")
    determined = len(hit.tokens("det")) == 2
    kind = hit.tokens("det")[-1].kind
    shift = {"L": -1, "X": 1}.get(kind, 0)
    told = kind in "Z=" or determined or word in ("previous", "preceding", "following", "prior")
    return shift, unit, "previous" if told else "published"


def _read_date(hit: Hit) -> Meaning | None:
    day = hit.number("day")
    if day is not None and not 1 <= day <= 31:
        return None
    year = read_year(hit)
    fields = Fields(
        year=year,
        month=hit.number("month"),
        day=day,
        weekday=hit.number("weekday"),
        part=hit.value("part"),  # type: ignore[arg-type]
        before_christ=_is_before_christ(hit),
    )
    shift, unit, base = read_within(hit) if year is None else (None, None, None)
    if unit not in (None, "year"):
        return None
    return Meaning(kind="point", fields=fields, shift=shift, unit=unit, base=base)


def _is_before_christ(hit: Hit) -> bool:
    return hit.value("era") == "b"


def _read_iso(hit: Hit) -> Meaning | None:
    year, month, day = (int(part) for part in re.split(r"\D", hit.word("iso") or "")[:3])
    return _make_day(year, month, day)


def _read_numeric(hit: Hit) -> Meaning | None:
    """Read 13/2/2022 and 2/13/2022; where both could be the month, the words do not say."""
    first, second, year = (int(part) for part in re.split(r"\D", hit.word("numeric") or ""))
    if year < 100:
        year += 1900 if year >= 30 else 2000
    if "." in (hit.word("numeric") or "") or first > 12 or first == second:
        return _make_day(year, second, first)
    return _make_day(year, first, second) if second > 12 else None


def _make_day(year: int, month: int, day: int) -> Meaning | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Meaning(kind="point", fields=Fields(year=year, month=month, day=day))


_BARE_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|by|since|until|till|of|from|to|through|for|during|before|after|between|and|or|this|"
    r"last|next|late|early|mid|around|every|each)[\s-]+|[(–—-]\s*)$"
)
_ALSO_WORDS = frozenset("march april may june august".split())
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")


def _read_month(hit: Hit) -> Meaning | None:
    meaning = _read_date(hit)
    if meaning is None:
        return None
    modifier = read_modifier(hit)
    alone = meaning.fields.year is None and meaning.shift is None and modifier is None
    if alone and not _BARE_MONTH_BEFORE.search(hit.before()) and _looks_like_name(hit):
        return None
    return replace(meaning, modifier=modifier)


def _looks_like_name(hit: Hit) -> bool:
    """Return whether a month without a preposition is rather "April Smith" or "May I"."""
    return bool(_NAME_AFTER.match(hit.after())) or hit.word("month") in _ALSO_WORDS


_MONEY_BEFORE = re.compile(
    r"[$£€#¥]\s*$|\b(?:no\.|nos\.|number|route|flight|room|page|boeing|model)\s*$"
)
_COUNT_AFTER = re.compile(
    r"\s*(?:%|percent|per cent|people|miles|km|kilomet|feet|ft|tons|tonnes|troops|soldiers|men|"
    r"dollars|pounds|euros|yen|points|meters|metres|shares|hp|rpm|units|calories|acres|barrels|"
    r"votes|years?|-year|jobs|workers|members|copies|homes|houses|cases|deaths|employees|kg|mhz|watts)"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|of|from|to|during|for|before|after|and|the|between|than|early|late)\s+$"
)


def _read_bare_year(hit: Hit) -> Meaning | None:
    year = hit.number("year")
    era = hit.value("era") or hit.value("later")
    if year is None or (era is None and hit.tokens("year")[0].kind != "Y"):
        return None
    if era is None and not hit.has("named") and not _looks_like_year(hit, year):
        return None
    if hit.has("unit") and hit.value("unit") != "year":
        return None
    fiscal = "fiscal" in (hit.word("fiscal"), hit.word("only"))
    fields = Fields(year=year, before_christ=era == "b", fiscal=fiscal)
    return Meaning(kind="point", fields=fields, modifier=read_modifier(hit))


def _looks_like_year(hit: Hit, year: int) -> bool:
    """Tell a year from a number of things: 1,998 has a comma, 1400 hours a unit, $2000 a sign.

    Before 1800 a number is a year only where a preposition or the end of the phrase says so.
    """
    if _MONEY_BEFORE.search(hit.before(10)) or _COUNT_AFTER.match(hit.after(14)):
        return False
    if "," in hit.text[hit.span.start : hit.span.end]:
        return False
    if 1800 <= year <= 2100:
        return True
    return bool(_YEAR_BEFORE.search(hit.before(10)) or _PHRASE_ENDS.match(hit.after(2))) and (
        1000 <= year <= 2100
    )


_PHRASE_ENDS = re.compile(r"\s*(?:[-–).,;:]|$)")


def _read_second_year(hit: Hit) -> Meaning | None:
    """Read the "18" of "1914-18"."""
    first = hit.run.tokens[hit.match.start() - 2]
    short, year = hit.number("short"), first.value
    if not isinstance(year, int) or short is None or len(hit.word("short") or "") != 2:
        return None
    if short <= year % 100 or not 1500 <= year <= 2100:
        return None
    return Meaning(kind="point", fields=Fields(year=year // 100 * 100 + short))


def _read_second_day(hit: Hit) -> Meaning | None:
    """Read the "25" of "April 24 and 25" and "April 24-25"."""
    month, first = hit.run.tokens[hit.match.start() - 3], hit.run.tokens[hit.match.start() - 2]
    day = hit.number("day")
    if day is None or not isinstance(first.value, int) or not first.value < day <= 31:
        return None
    fields = Fields(year=read_year(hit), month=month.value, day=day)  # type: ignore[arg-type]
    return Meaning(kind="point", fields=fields)


def _read_decade(hit: Hit) -> Meaning | None:
    digit = hit.number("decade")
    if digit is None:
        return None
    if digit < 10:
        digit += 190 if digit >= 2 else 200
    if hit.value("era") == "b":
        return Meaning(
            kind="point",
            fields=Fields(decade=digit, before_christ=True),
            modifier=read_modifier(hit),
        )
    return Meaning(kind="point", fields=Fields(decade=digit), modifier=read_modifier(hit))


def _read_century(hit: Hit) -> Meaning | None:
    number = hit.number("ordinal")
    if hit.word("unit") != "century" or number is None:
        return None
    era = hit.value("era") == "b"
    fields = Fields(century=number - 1, before_christ=era)
    return Meaning(kind="point", fields=fields, modifier=read_modifier(hit))


def _read_season(hit: Hit) -> Meaning | None:
    season = hit.value("season")
    year = read_year(hit)
    shift, unit, base = read_within(hit)
    if year is None and unit != "year":
        return None
    fields = Fields(year=year, season=season, before_christ=_is_before_christ(hit))  # type: ignore[arg-type]
    return Meaning(
        kind="point", fields=fields, shift=shift, unit=unit, base=base, modifier=read_modifier(hit)
    )


_SEASON_BEFORE = re.compile(
    r"\b(?:in|during|since|until|by|over|throughout|of|into|through|for)\s+$"
)


def _read_bare_season(hit: Hit) -> Meaning | None:
    if hit.word("season") in ("fall", "spring") and not hit.has("the"):
        return None
    if not _SEASON_BEFORE.search(hit.before(12)):
        return None
    fields = Fields(season=hit.value("season"))  # type: ignore[arg-type]
    return Meaning(kind="point", fields=fields, modifier=read_modifier(hit))


def _read_quarter(hit: Hit) -> Meaning | None:
    number = hit.number("ordinal")
    if number is None or not 1 <= number <= 4:
        return None
    shift, unit, base = read_within(hit)
    if unit not in (None, "year"):
        return None
    return Meaning(
        kind="point",
        fields=Fields(year=read_year(hit), quarter=number),
        shift=shift,
        unit=unit,
        base=base,
        modifier=read_modifier(hit),
    )


def _read_half(hit: Hit) -> Meaning | None:
    number = {"first": 1, "second": 2, "latter": 2, "last": 2}.get(hit.word("ordinal") or "")
    shift, unit, base = read_within(hit)
    year = read_year(hit)
    if number is None or (year is None and unit != "year"):
        return None
    fields = Fields(year=year, half=number)
    return Meaning(kind="point", fields=fields, shift=shift, unit=unit, base=base)


def _read_weekday(hit: Hit) -> Meaning | None:
    part = hit.value("part")
    fields = Fields(weekday=hit.number("weekday"), part=part)  # type: ignore[arg-type]
    modifier = next((token.value for token in hit.tokens("early") if token.kind != "-"), None)
    if not hit.has("det"):
        return Meaning(kind="point", fields=fields, modifier=modifier)  # type: ignore[arg-type]
    kind, word = hit.tokens("det")[-1].kind, hit.tokens("det")[-1].word
    direction: Direction | None = {"L": "past", "X": "future"}.get(kind)  # type: ignore[assignment]
    shift = {"L": -1, "X": 1}.get(kind)
    told = word in ("previous", "preceding", "following") or len(hit.tokens("det")) > 1
    base: Base = "previous" if told and word != "coming" else "published"
    return Meaning(
        kind="point", fields=fields, direction=direction, shift=shift, base=base,
        unit=None if shift is None else "weekday", modifier=modifier,  # type: ignore[arg-type]
    )  # fmt: skip


def _read_holiday(hit: Hit) -> Meaning | None:
    name = hit.word("holiday")
    shift, unit, base = read_within(hit)
    fields = Fields(holiday=name, year=read_year(hit), part=hit.value("part"))  # type: ignore[arg-type]
    return Meaning(kind="point", fields=fields, shift=shift, unit=unit, base=base)


_MONTH_DAY = r"(?P<month>M)T?(?P<day>[DO])"
_DAY_MONTH = r"T?(?P<day>[DO])o?(?P<month>M)"
_WEEKDAY = r"(?:(?P<weekday>W),?(?:i(?=[TM]))?)?"

CALENDAR_RULES: tuple[Rule, ...] = (
    make_rule(r"(?P<iso>I)", _read_iso),
    make_rule(r"(?P<numeric>/)", _read_numeric),
    make_rule(
        rf"(?:T?(?P<part>P)o)?{_WEEKDAY} {_MONTH_DAY} (?:{YEAR}|,?{WITHIN}|{SHARED_YEAR})?",
        _read_date,
    ),
    make_rule(
        rf"(?:T?(?P<part>P)o)?{_WEEKDAY} {_DAY_MONTH} (?:{YEAR}|,?{WITHIN}|{SHARED_YEAR})?",
        _read_date,
    ),
    make_rule(r"T?(?P<day>[DO])(?=[-&k]T?[DO]o?(?P<month>M)(?:,?(?P<shared>Y))?)", _read_date),
    make_rule(r"(?<=M[DO][-&])(?P<day>[DO])(?![uUQM%])(?:,?(?P<year>Y))?", _read_second_day),
    make_rule(r"(?<=Y-)(?P<short>[DN])(?![uU-])", _read_second_year),
    make_rule(rf"(?P<weekday>W)\( {_MONTH_DAY} {YEAR}? \)", _read_date),
    make_rule(rf"(?P<weekday>W)\( {_DAY_MONTH} {YEAR}? \)", _read_date),
    make_rule(rf"{NARROW} (?P<month>M) (?:{YEAR}|,?{WITHIN}|{SHARED_YEAR})?", _read_month),
    make_rule(
        rf"{NARROW} (?P<named>T?(?P<fiscal>F)?(?P<unit>[Uu])|(?P<only>F))?(?P<year>[YND])(?P<era>b|(?=[-k]{1, 2}[NYD](?P<later>b)))?",
        _read_bare_year,
    ),
    make_rule(rf"{NARROW} T?(?P<decade>G)(?P<era>b)?", _read_decade),
    make_rule(rf"{NARROW} T?(?P<ordinal>O)-?(?P<unit>U)(?P<era>b)?", _read_century),
    make_rule(rf"{NARROW} T?(?P<season>S) (?:{YEAR}|,?{WITHIN})", _read_season),
    make_rule(rf"{NARROW} T?(?P<year>Y)(?P<season>S)(?P<short>y)?", _read_season),
    make_rule(rf"{NARROW} (?P<the>T)?(?P<season>S)", _read_bare_season),
    make_rule(
        rf"{NARROW} (?:T(?=F?OF?Q))?F?(?P<ordinal>O)F?-?Q (?:{YEAR}|,?{WITHIN})?", _read_quarter
    ),
    make_rule(r"T?(?P<year>Y)(?P<ordinal>O)-?Q", _read_quarter),
    make_rule(rf"T?(?P<ordinal>[OL])-?J (?:{YEAR}|{WITHIN})", _read_half),
    make_rule(
        r"(?P<early>E-?|[rf])?(?P<det>T?L|T?X|H?X|H)?(?P<weekday>W)(?P<part>P)?", _read_weekday
    ),
    make_rule(rf"T?(?P<holiday>h)(?P<part>P)? (?:{YEAR}|,?{WITHIN})?", _read_holiday),
)
