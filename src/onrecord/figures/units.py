"""Units of quantities: currencies, shares, measures of time, length, mass and more; rates.

Money is given its ISO 4217 code, a measure its usual sign ("km", "h", "%"). What is counted in
single things (people, ships) has the thing itself as its unit, read by `counted`.
"""

import re
from typing import NamedTuple

from onrecord.records import Span

_SIGNS = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "US $": "USD", "$US": "USD", "USD": "USD",
    "A$": "AUD", "AU$": "AUD", "$A": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "HK $": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "RM": "MYR",
    "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "CHF": "CHF", "¥": "JPY", "₹": "INR",
    "Rs": "INR", "Rs.": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₺": "TRY", "₪": "ILS",
    "₦": "NGN",
}  # fmt: skip
_MONEY = {
    "USD": "us dollars?|u\\.s\\. dollars?|american dollars?|dollars?|bucks",
    "CNT": "cents?",
    "EUR": "euros?",
    "GBP": "pounds sterling|british pounds?|sterling",
    "AUD": "australian dollars?",
    "CAD": "canadian dollars?",
    "NZD": "new zealand dollars?",
    "HKD": "hong kong dollars?",
    "JPY": "(?:japanese )?yen",
    "CNY": "(?:chinese )?(?:yuan|renminbi)",
    "INR": "(?:indian )?rupees?",
    "PKR": "pakistani rupees?",
    "RUB": "(?:russian )?(?:roubles?|rubles?)",
    "UAH": "hryvnias?",
    "KRW": "(?:south korean )?won",
    "CHF": "swiss francs?",
    "TRY": "(?:turkish )?lira",
    "ILS": "shekels?",
    "BRL": "reais",
    "MXN": "mexican pesos?",
    "ZAR": "(?:south african )?rand",
    "NGN": "(?:nigerian )?naira",
    "SEK": "(?:swedish )?kronor",
    "NOK": "norwegian (?:kroner|crowns)",
    "DKK": "danish (?:kroner|crowns)",
    "PLN": "(?:polish )?zloty",
    "SAR": "(?:saudi )?riyals?",
    "IRR": "(?:iranian )?rials?",
    "EGP": "egyptian pounds?",
    "THB": "(?:thai )?baht",
}
_MEASURES = {
    "%": "percent|per cent|pct|%",
    "percentage points": "percentage points?|points? of a percent",
    "basis points": "basis points?|bps",
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
    "mm": "millimet(?:re|er)s?|mm",
    "cm": "centimet(?:re|er)s?|cm",
    "m": "met(?:re|er)s?",
    "km": "kilomet(?:re|er)s?|kms?",
    "mi": "miles?",
    "nmi": "nautical miles?",
    "ft": "feet|foot",
    "in": "inch(?:es)?",
    "yd": "yards?",
    "ac": "acres?",
    "ha": "hectares?",
    "km2": "square kilomet(?:re|er)s?|sq km|km²",
    "mi2": "square miles?|sq mi",
    "m2": "square met(?:re|er)s?|sq m|m²",
    "ft2": "square feet|sq ft",
    "kg": "kilograms?|kilos?|kgs?",
    "g": "grams?",
    "t": "(?:metric )?tonn?es?|(?:metric )?tons?",
    "lb": "pounds?|lbs?",
    "oz": "ounces?",
    "l": "lit(?:re|er)s?",
    "gal": "gallons?",
    "bbl": "barrels?",
    "W": "watts?",
    "kW": "kilowatts?|kw",
    "MW": "megawatts?|mw",
    "GW": "gigawatts?|gw",
    "kWh": "kilowatt[- ]hours?|kwh",
    "MWh": "megawatt[- ]hours?|mwh",
    "°C": "degrees celsius|°c",
    "°F": "degrees fahrenheit|°f",
    "°": "degrees?",
    "km/h": "km/h|kph|kilomet(?:re|er)s? (?:per|an) hour",
    "mph": "mph|miles (?:per|an) hour",
    "knots": "knots?",
    "dB": "decibels?",
    "MB": "megabytes?|mb",
    "GB": "gigabytes?|gb",
    "TB": "terabytes?|tb",
    "Mt": "megatons?",
    "kt": "kilotons?",
}

_BY_WORDS = {f"m_{i}": code for i, code in enumerate(_MONEY)} | {
    f"u_{i}": code for i, code in enumerate(_MEASURES)
}
_MONEY_AFTER = "|".join(f"(?P<m_{i}>{words})" for i, words in enumerate(_MONEY.values()))
_MEASURE_AFTER = "|".join(f"(?P<u_{i}>{words})" for i, words in enumerate(_MEASURES.values()))
# Currencies before measures: "pounds sterling" before "pounds".
_UNIT_AFTER = re.compile(
    rf"(?:[\s\u00a0-]?(?:{_MONEY_AFTER}|{_MEASURE_AFTER}))(?!\w)(?!-\w+-)", re.IGNORECASE
)
_SIGN = "|".join(sorted((re.escape(sign) for sign in _SIGNS), key=len, reverse=True))
_SIGN_BEFORE = re.compile(rf"(?<![\w])(?P<sign>{_SIGN})[ \u00a0]?$")
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
_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour",
}  # fmt: skip


class UnitWords(NamedTuple):
    """A unit and where the figure's words reach with it."""

    unit: str
    span: Span


def find_sign_before(text: str, start: int) -> UnitWords | None:
    """Return the currency whose sign stands right before `start`: "$", "US$", "€"."""
    begin = max(0, start - 8)
    match = _SIGN_BEFORE.search(text[begin:start])
    if match is None:
        return None
    return UnitWords(_SIGNS[match["sign"]], Span(begin + match.start("sign"), start))


def find_unit_after(text: str, end: int, limit: int) -> UnitWords | None:
    """Return the unit whose words begin right after `end`: "percent", "km", "euros"."""
    match = _UNIT_AFTER.match(text, end, min(limit, end + 40))
    if match is None or match.lastgroup is None:
        return None
    return UnitWords(_BY_WORDS[match.lastgroup], Span(end, match.end()))


def find_rate(text: str, end: int, limit: int) -> UnitWords | None:
    """Return what a quantity is given per, where "a day" or "annually" begins right after `end`."""
    match = _RATE.match(text, end, min(limit, end + 24)) or _DAILY.match(text, end, limit)
    if match is None:
        return None
    per = match["per"].lower()
    return UnitWords(_ADVERBS.get(per, per), Span(end, match.end()))
