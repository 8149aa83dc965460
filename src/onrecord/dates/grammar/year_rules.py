"""Years: telling them from other numbers, with "fiscal", "mid-", "BC" and the end of a range."""

import re

from onrecord.dates.grammar.pieces import NARROW, read_modifier
from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Fields, Meaning

_MONEY_BEFORE = re.compile(
    r"[$£€#¥]\s*$|\b(?:no\.|nos\.|number|route|flight|room|page|boeing|model)\s*$"
)
_COUNT_AFTER = re.compile(
    r"\s*(?:%|percent|per cent|people|miles|km|kilomet|feet|ft|tons|tonnes|troops|soldiers|men|"
    r"dollars|pounds|euros|yen|points|meters|metres|shares|hp|rpm|units|calories|acres|barrels|"
    r"votes|years?|-year|jobs|workers|members|copies|homes|houses|cases|deaths|employees|kg|mhz|"
    r"watts|children|women|students|refugees|civilians|police|officers|residents|times)"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|of|from|to|during|for|before|after|and|the|between|than|early|late)\s+$"
)
_PHRASE_ENDS = re.compile(r"\s*(?:[-–).,;:]|$)")


def _read_year(hit: Hit) -> Meaning | None:
    year = hit.number("year")
    era = hit.value("era") or hit.value("later")
    if year is None or (hit.has("unit") and hit.value("unit") != "year"):
        return None
    if era is None and (hit.tokens("year")[0].kind != "Y" or not _is_year(hit, year)):
        return None
    fiscal = "fiscal" in (hit.word("fiscal"), hit.word("only"))
    fields = Fields(year=year, before_christ=era == "b", fiscal=fiscal)
    return Meaning(kind="point", fields=fields, modifier=read_modifier(hit))


def _is_year(hit: Hit, year: int) -> bool:
    """Tell a year from a number of things: 1,998 has a comma, 1400 hours a unit, $2000 a sign.

    Before 1800 a number is a year only where a preposition or the end of the phrase says so.
    """
    if hit.has("named"):
        return True
    if _MONEY_BEFORE.search(hit.before(10)) or _COUNT_AFTER.match(hit.after(14)):
        return False
    if "," in hit.text[hit.span.start : hit.span.end]:
        return False
    if 1800 <= year <= 2100:
        return True
    told = _YEAR_BEFORE.search(hit.before(10)) or _PHRASE_ENDS.match(hit.after(2))
    return told is not None and 1000 <= year <= 2100


def _read_second_year(hit: Hit) -> Meaning | None:
    """Read the "18" of "1914-18"."""
    year = hit.run.tokens[hit.match.start() - 2].value
    short = hit.number("short")
    if not isinstance(year, int) or short is None or len(hit.word("short") or "") != 2:
        return None
    if short <= year % 100 or not 1500 <= year <= 2100:
        return None
    return Meaning(kind="point", fields=Fields(year=year // 100 * 100 + short))


YEAR_RULES: tuple[Rule, ...] = (
    make_rule(
        "BDEFNTUYu",
        rf"{NARROW} (?P<named>T?(?P<fiscal>F)?(?P<unit>[Uu])|(?P<only>F))?"
        r"(?P<year>[YND])(?P<era>b|(?=[-k]{1,2}[NYD](?P<later>b)))?",
        _read_year,
    ),
    make_rule("DN", r"(?<=Y-)(?P<short>[DN])(?![uU-])", _read_second_year),
)
