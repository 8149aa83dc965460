"""Longer stretches by their calendar names: months, seasons, quarters, decades, centuries."""

import re

from onrecord.dates.grammar.day_rules import read_date
from onrecord.dates.grammar.pieces import (
    NARROW,
    SHARED_YEAR,
    WITHIN,
    YEAR,
    is_before_christ,
    read_modifier,
    read_season,
    read_within,
    read_year,
)
from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Fields, Meaning

_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|by|since|until|till|of|from|to|through|for|during|before|after|between|and|or|"
    r"this|last|next|late|early|mid|around|every|each)[\s-]+|[(–—-]\s*)$"
)
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|this|its|their|his|her)\s+$")
_NOUN_AFTER = re.compile(r"\s+[a-z]{3,}")
_ALSO_WORDS = frozenset("march april may june august".split())
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]")


def _read_month(hit: Hit) -> Meaning | None:
    meaning = read_date(hit)
    if meaning is None:
        return None
    modifier = read_modifier(hit)
    alone = meaning.fields.year is None and meaning.shift is None and modifier is None
    if alone and not _stands_as_month(hit) and _looks_like_name(hit):
        return None
    return meaning if modifier is None else meaning._replace(modifier=modifier)


def _stands_as_month(hit: Hit) -> bool:
    """Return whether the words around a month call for one: "in June", "a June agreement"."""
    before = hit.before()
    if _ARTICLE_BEFORE.search(before) and _NOUN_AFTER.match(hit.after()):
        return True
    return _MONTH_BEFORE.search(before) is not None


def _looks_like_name(hit: Hit) -> bool:
    """Return whether a month without a preposition is rather "April Smith" or "May I"."""
    return bool(_NAME_AFTER.match(hit.after())) or hit.word("month") in _ALSO_WORDS


def _read_season(hit: Hit) -> Meaning | None:
    """Read "the spring of 1968", "summer 2021", "autumn of that year"."""
    year = read_year(hit)
    shift, unit, base = read_within(hit)
    if year is None and unit != "year":
        return None
    fields = Fields(year=year, season=read_season(hit), before_christ=is_before_christ(hit))
    return Meaning(
        kind="point", fields=fields, shift=shift, unit=unit, base=base, modifier=read_modifier(hit)
    )


_SEASON_BEFORE = re.compile(
    r"\b(?:in|during|since|until|by|over|throughout|of|into|through|for)\s+$"
)


def _read_bare_season(hit: Hit) -> Meaning | None:
    """Read "in the spring", "during winter"; "fall" and "spring" are words of their own too."""
    if hit.word("season") in ("fall", "spring") and not hit.has("the"):
        return None
    if not _SEASON_BEFORE.search(hit.before(12)):
        return None
    return Meaning(
        kind="point", fields=Fields(season=read_season(hit)), modifier=read_modifier(hit)
    )


def _read_quarter(hit: Hit) -> Meaning | None:
    number = hit.number("ordinal")
    shift, unit, base = read_within(hit)
    if number is None or not 1 <= number <= 4 or unit not in (None, "year"):
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


_OF_AN_AGE = re.compile(r"\b(?:his|her|their|my|our|your|its)\s+(?:(?:early|mid|late)[\s-]+)?$")


def _read_decade(hit: Hit) -> Meaning | None:
    """Read "the late 1960s" and "the nineties", which are those of the last century."""
    decade = hit.number("decade")
    if decade is None or (decade < 10 and _OF_AN_AGE.search(hit.before())):
        return None
    if decade < 10:
        decade += 190 if decade >= 2 else 200
    fields = Fields(decade=decade, before_christ=is_before_christ(hit))
    return Meaning(kind="point", fields=fields, modifier=read_modifier(hit))


def _read_century(hit: Hit) -> Meaning | None:
    number = hit.number("ordinal")
    if hit.word("unit") != "century" or number is None:
        return None
    fields = Fields(century=number - 1, before_christ=is_before_christ(hit))
    return Meaning(kind="point", fields=fields, modifier=read_modifier(hit))


STRETCH_RULES: tuple[Rule, ...] = (
    make_rule("BEMT", rf"{NARROW} (?P<month>M) (?:{YEAR}|,?{WITHIN}|{SHARED_YEAR})?", _read_month),
    make_rule("BEGT", rf"{NARROW} T?(?P<decade>G)(?P<era>b)?", _read_decade),
    make_rule("BEOT", rf"{NARROW} T?(?P<ordinal>O)-?(?P<unit>U)(?P<era>b)?", _read_century),
    make_rule("BEST", rf"{NARROW} T?(?P<season>S) (?:{YEAR}|,?{WITHIN})", _read_season),
    make_rule("BETY", rf"{NARROW} T?(?P<year>Y)(?P<season>S)(?P<short>y)?", _read_season),
    make_rule("BEST", rf"{NARROW} (?P<the>T)?(?P<season>S)", _read_bare_season),
    make_rule(
        "BEFOT",
        rf"{NARROW} (?:T(?=F?OF?Q))?F?(?P<ordinal>O)F?-?Q (?:{YEAR}|,?{WITHIN})?",
        _read_quarter,
    ),
    make_rule("TY", r"T?(?P<year>Y)(?P<ordinal>O)-?Q", _read_quarter),
    make_rule("LOT", rf"T?(?P<ordinal>[OL])-?J (?:{YEAR}|{WITHIN})", _read_half),
)
