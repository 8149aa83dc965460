"""Quantities: numbers with the bound, unit and counted noun around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.figures.bounds import BoundWords, find_bound_after, find_bound_before
from onrecord.figures.counted import (
    Counted,
    find_apposed,
    find_counted,
    find_group_before,
    find_inner,
    find_numbered,
    find_possessed,
)
from onrecord.figures.currencies import MONEY
from onrecord.figures.exclusions import is_no_quantity
from onrecord.figures.numbers import Number, find_numbers
from onrecord.figures.ranges import join_range, scale_like
from onrecord.figures.units import UnitWords, find_rate, find_sign_before, find_unit_after
from onrecord.records import Span
from onrecord.text.inflection import pluralise
from onrecord.text.numerals import BELOW_TWENTY

MOST_NUMBERS = 200
# What a writer numbers in the own text.
_POINTS = frozenset(
    "things thing ways reasons takeaways facts unknowns lessons tips theories scenarios moments "
    "anecdotes".split()
)
_FEW = 20
_AGE = re.compile(r"[-\s]years?[-\s](?:old\b|of age\b)", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:age[ds]?|(?:is|are|was|were|people|those|anyone|everyone)\s(?:over|under))\s"
    r"(?:of\s|over\s|under\s|between\s)?$"
)
_OF = re.compile(r"\sof(?:\s(?:the|its|their|his|her)(?P<own>\sown)?)?(?=\s)")
_MORE = re.compile(r"(?:\s(?:more|other|further|additional|new|such|fewer)|-strong)(?=\s)")
_AND_HALF = re.compile(r"\sand a half(?!\w)", re.IGNORECASE)
_BRACKET = re.compile(r"\s?\(|\s?/\s?|\sor\s")
# "a 54-person majority", "the 100-seat house"; "27-strong" and "60-plus" have no such noun.
_JOINED = re.compile(
    r"-(?P<noun>(?!(?:strong|odd|fold|plus|something|style|to|and|or|over|under|off|on|up|down|out)\b"
    rf"|(?:{'|'.join(BELOW_TWENTY)})\b"
    r"|\w+(?:ed|ing|est|ish|th|ly|ss)\b)[a-z]{3,})(?![\w-])"
)
_PLURALS = {"person": "people", "man": "men", "woman": "women"}
_HYPHEN = re.compile(r"-[a-z]")
_FROM = re.compile(r"\bfrom\s(?:\w+\s){0,2}[A-Z]{0,3}[$€£¥]?$", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:to|from)\s$")
_TO = re.compile(r"[^.;:]{0,60}?\bto\s(?:\w+\s){0,2}[A-Z]{0,3}[$€£¥]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with the unit and bound words around it, before its slot is known."""

    number: Number
    span: Span
    bound: BoundWords | None
    unit: str | None
    measured: bool  # a share, money or another measure, not a count of things
    counted: Counted | None
    # Whose bound and change it shares: the "(1.1 million dollars)" of an amount before it.
    restates: bool = False


def find_quantities(text: str, sentence: Span) -> Iterator[Quantity]:
    """Yield the quantities of one sentence: numbers with bound, unit and counted noun.

    What has more than MOST_NUMBERS numbers is no sentence but a table: the rest is left out.
    """
    limit = sentence.start
    before: Quantity | None = None
    numbers = islice(_find_joined_numbers(text, sentence), MOST_NUMBERS)
    for number, following in _pair_up(numbers):
        if is_no_quantity(text, number, sentence):
            continue
        quantity = _read_quantity(text, number, limit, sentence.end)
        if quantity.unit is None and text[slice(*number.span)].lower() == "one":
            continue  # a pronoun: "one after another"
        if number.high <= _FEW and quantity.unit in _POINTS:
            continue  # "five things to watch"
        if following is not None:
            quantity = _scale_level(text, quantity, following)
        if before is not None and find_numbered(text, number.span.start, sentence.start) is None:
            quantity = _take_from(text, quantity, before)
        limit = quantity.span.end
        before = quantity
        yield quantity


def _pair_up(numbers: Iterator[Number]) -> Iterator[tuple[Number, Number | None]]:
    held: Number | None = None
    for number in numbers:
        if held is not None:
            yield held, number
        held = number
    if held is not None:
        yield held, None


def _find_joined_numbers(text: str, sentence: Span) -> Iterator[Number]:
    """Yield numbers with neighbouring ones joined to ranges."""
    held: Number | None = None
    for number in find_numbers(text, sentence):
        if held is not None:
            joined = join_range(text, held, number)
            if joined is not None:
                yield joined
                held = None
                continue
            yield held
        held = number
    if held is not None:
        yield held


def _read_quantity(text: str, number: Number, limit: int, stop: int) -> Quantity:
    sign = find_sign_before(text, number.span.start)
    start = sign.span.start if sign else number.span.start
    bound = find_bound_before(text, start, limit)
    if bound is not None and bound.sign == "=" and number.low == number.high:
        bound = None  # "the divide between two houses"
    start = bound.span.start if bound else start
    unit = find_unit_after(text, number.span.end, stop)
    if sign is not None and unit is not None and unit.unit not in MONEY:
        unit = None  # "a $1,500 second-tier seminar"
    if unit is None:
        unit = _find_unit_behind_of(text, number, stop)
    age = _AGE.match(text, number.span.end, stop)
    end = age.end() if age else unit.span.end if unit else number.span.end
    half = _AND_HALF.match(text, end, stop) if unit else None
    if half is not None:  # "a year and a half"
        number = replace(number, low=number.low + 0.5, high=number.high + 0.5)
        end = half.end()
    after = find_bound_after(text, end, stop)
    if after is not None:
        bound, end = bound or after, after.span.end
    span = Span(start, end)
    name = _unit_name(sign, unit, number)
    if age or (name is None and _AGED.search(text, max(limit, start - 24), number.span.start)):
        name = "years of age"
    if name is None:
        return _read_count(text, number, bound, span, limit, stop)
    rate = find_rate(text, end, stop)
    if rate is not None and number.form != "fraction":
        name, span = f"{name}/{rate.unit}", Span(start, rate.span.end)
    return Quantity(number=number, span=span, bound=bound, unit=name, measured=True, counted=None)


def _find_unit_behind_of(text: str, number: Number, stop: int) -> UnitWords | None:
    """Return the unit of "billions of | dollars" and "three-tenths of a | percentage point"."""
    link = {"vague": " of", "fraction": " of a"}.get(number.form)
    if link is None or not text.startswith(f"{link} ", number.span.end):
        return None
    return find_unit_after(text, number.span.end + len(link), stop)


def _read_count(
    text: str, number: Number, bound: BoundWords | None, span: Span, limit: int, stop: int
) -> Quantity:
    """Return a count with the noun behind it, or the group before it: "a crew of 13"."""
    start, end = span
    counted = find_counted(text, _skip_to_noun(text, end, number), stop)
    if counted is not None:
        end = counted.end
        rate = find_rate(text, end, stop)
        end = rate.span.end if rate else end
        after = find_bound_after(text, end, stop)
        if after is not None and bound is None:  # "8,000 seats at most"
            bound, end = after, after.span.end
    elif (joined := _JOINED.match(text, number.span.end, stop)) is not None:
        return Quantity(
            number=number,
            span=Span(start, joined.end()),
            bound=bound,
            unit=_PLURALS.get(joined["noun"]) or pluralise(joined["noun"]),
            measured=False,
            counted=None,
        )
    elif (possessed := find_possessed(text, end, stop)) is not None:
        counted = possessed
    elif (apposed := find_apposed(text, Span(start, end), max(0, start - 32))) is not None:
        counted = apposed
    elif (inner := find_inner(text, number.span)) is not None:
        counted = inner
    elif (group := find_group_before(text, span.start, limit)) is not None:
        counted, start = group, min(start, group.end - len(group.phrase))
    return Quantity(
        number=number,
        span=Span(start, end),
        bound=bound,
        unit=counted.head if counted else None,
        measured=False,
        counted=counted,
    )


def _unit_name(sign: UnitWords | None, unit: UnitWords | None, number: Number) -> str | None:
    if sign is not None:
        # "$10.5 million Canadian dollars" says the same unit twice; the words win.
        return unit.unit if unit is not None and unit.unit.isupper() else sign.unit
    if unit is not None:
        return unit.unit
    return "share" if number.form == "fraction" else None


def _skip_to_noun(text: str, end: int, number: Number) -> int:
    """Step over what parts a number from its noun: "dozens of ships", "two more bodies"."""
    match = _OF.match(text, end)
    if match is not None and (number.form == "vague" or match["own"] is not None):
        return match.end()
    more = _MORE.match(text, end)
    return more.end() if more is not None else end


def _take_from(text: str, quantity: Quantity, before: Quantity) -> Quantity:
    """Return `quantity` with what it leaves out because the one before it says it.

    In brackets it is the same amount in another unit; "from 900 men to 150" and "61 votes to
    54" count the same thing.
    """
    between = text[before.span.end : quantity.span.start]
    if _BRACKET.fullmatch(between) and quantity.unit is not None:
        restates = between.strip() != "or"
        bound = quantity.bound or (before.bound if restates else None)
        return replace(quantity, bound=bound, restates=restates)
    if _HYPHEN.match(text, quantity.number.span.end):
        return quantity  # "a 13-member team" is of members
    if quantity.unit is None and quantity.counted is None and before.counted is not None:
        return replace(quantity, unit=before.unit, counted=before.counted)
    if quantity.unit is None and before.measured and _LEVEL.search(between[-8:]):
        return replace(quantity, unit=before.unit, measured=True)
    return quantity


def _scale_level(text: str, quantity: Quantity, following: Number) -> Quantity:
    """Return the first of two levels with the magnitude and unit of the second.

    "from 24 to 33 billion euros" starts at 24 billion euros.
    """
    start = quantity.span.start
    if quantity.unit is not None or _FROM.search(text, max(0, start - 32), start) is None:
        return quantity
    between = _TO.fullmatch(text, quantity.span.end, following.span.start)
    if between is None or following.form not in ("digits", "words"):
        return quantity
    unit = find_unit_after(text, following.span.end, following.span.end + 40)
    sign = find_sign_before(text, following.span.start)
    name = _unit_name(sign, unit, following)
    if name is None:
        return quantity
    return replace(
        quantity, number=scale_like(quantity.number, following), unit=name, measured=True
    )
