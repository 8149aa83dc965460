"""Units of quantities: currencies, shares, measures of time, length, mass and more; rates.

Money is given its ISO 4217 code, a measure its usual sign ("km", "h", "%"). What is counted in
single things (people, ships) has the thing itself as its unit, read by `counted`.
"""

import re
from typing import NamedTuple

from onrecord.figures.currencies import MONEY, SIGNS
from onrecord.records import Span

# A longer name stands before the shorter one that it begins with.
_MEASURES = {
    "km/h": "km/h|kph|kilomet(?:re|er)s? (?:per|an) hour",
    "mph": "mph|miles (?:per|an) hour",
    "kWh": "kilowatt[- ]hours?|kwh",
    "MWh": "megawatt[- ]hours?|mwh",
    "%": "percent|per cent|pct|pc|%",
    "percentage points": "percentage[- ]points?|points? of a percent",
    "basis points": "basis[- ]points?|bps",
    "s": "seconds?|secs?",
    "min": "minutes?|mins?",
    "h": "hours?|hrs?",
    "days": "days?",
    "weeks": "weeks?",
    "months": "months?",
    "years": "years?|yrs?",
    "decades": "decades?",
    "centuries": "centur(?:y|ies)",
    "nights": "nights?",
    "fortnights": "fortnights?",
    "mm": "millimet(?:re|er)s?|mm",
    "cm": "centimet(?:re|er)s?|cm",
    "m": "met(?:re|er)s?|m(?=\\b)",
    "km": "kilomet(?:re|er)s?|kms?",
    "mi": "miles?",
    "nmi": "nautical miles?",
    "ft": "feet|foot",
    "in": "inch(?:es)?",
    "yd": "yards?",
    "ac": "acres?",
    "ha": "hectares?",
    "km2": "square kilomet(?:re|er)s?|sq km|km²|km2",
    "mi2": "square miles?|sq mi",
    "m2": "square met(?:re|er)s?|sq m|m²|m2",
    "ft2": "square feet|sq ft",
    "m3": "cubic met(?:re|er)s?|m³|m3",
    "ft3": "cubic feet",
    "kg": "kilogram(?:me)?s?|kilos?|kgs?",
    "g": "grams?|g(?=\\b)",
    "mg": "milligrams?|mg",
    "t": "(?:metric )?tonn?es?|(?:metric )?tons?|mt(?=\\b)",
    "lb": "pounds?|lbs?",
    "oz": "ounces?",
    "l": "lit(?:re|er)s?",
    "ml": "millilit(?:re|er)s?|ml",
    "gal": "gallons?",
    "bbl": "barrels?",
    "W": "watts?",
    "kW": "kilowatts?|kw",
    "hp": "horsepower|b?hp",
    "Hz": "hertz|hz",
    "MW": "megawatts?|mw",
    "GW": "gigawatts?|gw",
    "°C": "(?:degrees? )?celsius|° ?c|degrees? centigrade",
    "°F": "(?:degrees? )?fahrenheit|° ?f",
    "°": "degrees?",
    "knots": "knots?",
    "dB": "decibels?",
    "MB": "megabytes?|mb",
    "GB": "gigabytes?|gb",
    "TB": "terabytes?|tb",
    "Mt": "megatons?",
    "kt": "kilotons?",
}

_BY_WORDS = {f"m_{i}": code for i, code in enumerate(MONEY)} | {
    f"u_{i}": code for i, code in enumerate(_MEASURES)
}
_MONEY_AFTER = "|".join(f"(?P<m_{i}>{words})" for i, words in enumerate(MONEY.values()))
_MEASURE_AFTER = "|".join(f"(?P<u_{i}>{words})" for i, words in enumerate(_MEASURES.values()))
# Currencies before measures: "pounds sterling" before "pounds".
_UNIT_AFTER = re.compile(
    rf"(?:[\s\u00a0-]?(?:{_MONEY_AFTER}|{_MEASURE_AFTER}))(?!\w)(?!-\w+-)", re.IGNORECASE
)
_SIGN = "|".join(sorted((re.escape(sign) for sign in SIGNS), key=len, reverse=True))
_SIGN_BEFORE = re.compile(rf"(?<![\w])(?:(?P<sign>{_SIGN})=?[ \u00a0]?|(?P<letters>[A-Z]{{1,4}}))$")
_RATE = re.compile(
    r"[\s\u00a0]?(?:per|a|an|each|every|/)[\s\u00a0]?(?P<per>second|minute|hour|day|night|week|month"
    r"|quarter|year|person|head|capita|household|barrel|gallon|litre|liter|tonne?|ton|gram|kilo(?:gram)?"
    r"|kilomet(?:re|er)|mile|share|ounce|student|child|vote|100,000(?: people)?|1,000(?: people)?)"
    r"(?!\w)",
    re.IGNORECASE,
)
_DAILY = re.compile(
    r"[\s\u00a0](?P<per>annually|yearly|monthly|weekly|daily|hourly)(?!\w)", re.IGNORECASE
)
_LATER = re.compile(r"\s(?:after|before|earlier|later|ago)\b")  # "by four states a day later"
_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour",
}  # fmt: skip


class UnitWords(NamedTuple):
    """A unit and where the figure's words reach with it."""

    unit: str
    span: Span


def find_sign_before(text: str, start: int) -> UnitWords | None:
    """Return the currency whose sign stands right before `start`: "$", "US$", "€".

    Letters that run into the number are a currency too: "PS" in "PS40,000" is its own unit.
    """
    begin = max(0, start - 8)
    match = _SIGN_BEFORE.search(text[begin:start])
    if match is None:
        return None
    unit = SIGNS[match["sign"]] if match["sign"] else match["letters"]
    return UnitWords(unit, Span(begin + match.start(), start))


def find_unit_after(text: str, end: int, limit: int) -> UnitWords | None:
    """Return the unit whose words begin right after `end`: "percent", "km", "euros"."""
    match = _UNIT_AFTER.match(text, end, min(limit, end + 40))
    if match is None or match.lastgroup is None:
        return None
    return UnitWords(_BY_WORDS[match.lastgroup], Span(end, match.end()))


def find_rate(text: str, end: int, limit: int) -> UnitWords | None:
    """Return what a quantity is given per, where "a day" or "annually" begins right after `end`."""
    match = _RATE.match(text, end, min(limit, end + 24)) or _DAILY.match(text, end, limit)
    if match is not None and _LATER.match(text, match.end(), limit):
        return None
    if match is None:
        return None
    per = match["per"].lower()
    return UnitWords(_ADVERBS.get(per, per), Span(end, match.end()))
