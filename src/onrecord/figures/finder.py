"""Find the figures in an article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

from onrecord.figures.bounds import BoundWords, find_bound_after, find_bound_before
from onrecord.figures.change import find_change
from onrecord.figures.counted import Counted, find_counted, find_fate, find_share_of
from onrecord.figures.exclusions import is_no_quantity
from onrecord.figures.numbers import Number, find_numbers, join_range
from onrecord.figures.slot import (
    find_as_of,
    find_denials,
    find_hedge,
    find_place,
    find_statement,
    find_whose,
)
from onrecord.figures.units import UnitWords, find_rate, find_sign_before, find_unit_after
from onrecord.ids import row_id
from onrecord.records import Actor, Article, Figure, Span, Statement, Timex
from onrecord.spans import overlaps
from onrecord.text import Outline

_PEOPLE = frozenset(
    "people men women children civilians soldiers troops officers police students workers "
    "residents refugees migrants protesters demonstrators fighters militants sailors crew "
    "passengers others patients victims villagers servicemen personnel guards prisoners "
    "hostages".split()
)
_DURATIONS = frozenset(
    {"s", "min", "h", "days", "weeks", "months", "years", "decades", "centuries", "nights"}
)
_AGE = re.compile(r"[-\s]years?[-\s]old\b", re.IGNORECASE)
_OF = re.compile(r"\sof(?:\s(?:the|its|their|his|her)(?P<own>\sown)?)?(?=\s)")
_LASTING = re.compile(
    r"\b(?P<what>met|meet|meeting|talks|talked|spoke|lasted|lasting|last|fought|waited|held|debated|"
    r"negotiated|negotiations|sentence[d]?|jailed|detained|imprisoned|closed|delayed|extended)\b"
    r"[^.;:!?“”\"]{0,40}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quantity:
    """A number with the unit and bound words around it, before its slot is known."""

    number: Number
    span: Span
    bound: BoundWords | None
    unit: str | None
    measured: bool
    counted: Counted | None


def find_figures(
    article: Article,
    outline: Outline,
    *,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
    timexes: Sequence[Timex],
) -> Iterator[Figure]:
    """Yield the figures in `article`, in reading order.

    The span covers bound, number and unit or counted noun, so that the words shown to a reader
    are the whole claim: "more than 90,000 troops". Numbers inside dates and names are none.
    """
    text = article.text
    dated = [timex for timex in timexes if timex.type != "DURATION"]
    for sentence in outline.sentences:
        here = [timex.span for timex in dated if overlaps(timex.span, sentence)]
        said = [s for s in statements if any(overlaps(piece, sentence) for piece in s.content)
                or (s.cue is not None and overlaps(s.cue, sentence))]  # fmt: skip
        for quantity in find_quantities(text, sentence):
            if any(overlaps(span, quantity.number.span) for span in here):
                continue
            statement = find_statement(said, quantity.span)
            yield Figure(
                id=row_id("f", article.id, quantity.span),
                span=quantity.span,
                words=text[quantity.span.start : quantity.span.end],
                **_ends(quantity),
                bound=_words(text, quantity.bound),
                change=find_change(
                    text,
                    quantity.bound.span.start if quantity.bound else quantity.number.span.start,
                    quantity.span.end,
                    limit=sentence.start,
                    measured=quantity.measured,
                ),
                unit=quantity.unit,
                counted=_find_counted_words(text, quantity, sentence),
                giver=statement.speaker if statement else None,
                whose=find_whose(text, actors, quantity.span),
                place=find_place(text, quantity.span, sentence),
                as_of=find_as_of(article, timexes, statement, quantity.span, sentence),
                hedge=find_hedge(text, quantity.span, sentence),
                denied_by=find_denials(said, quantity.span, sentence),
            )


def find_quantities(text: str, sentence: Span) -> Iterator[_Quantity]:
    """Yield the quantities of one sentence: numbers with bound, unit and counted noun."""
    limit = sentence.start
    before: _Quantity | None = None
    for number in _find_joined_numbers(text, sentence):
        if is_no_quantity(text, number, sentence.start):
            continue
        quantity = _read_quantity(text, number, limit, sentence.end)
        if before is not None and text[before.span.end : quantity.span.start] == " (":
            # "more than 7 million crowns ($1.1 million)": the same bound holds in both units
            quantity = replace(quantity, bound=quantity.bound or before.bound)
        limit = quantity.span.end
        before = quantity
        yield quantity


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


def _read_quantity(text: str, number: Number, limit: int, stop: int) -> _Quantity:
    start, end = number.span
    sign = find_sign_before(text, start)
    start = sign.span.start if sign else start
    unit = find_unit_after(text, end, stop)
    age = _AGE.match(text, end, stop)
    bound = find_bound_before(text, start, limit)
    start = bound.span.start if bound else start
    after = find_bound_after(text, unit.span.end if unit else end, stop)
    if after is not None:
        bound = bound or after
    end = max(end, unit.span.end if unit else 0, after.span.end if after else 0)
    measured = sign is not None or unit is not None or number.form == "fraction"
    name = _unit_name(sign, unit, age is not None, number)
    if measured:
        rate = find_rate(text, end, stop)
        if rate is not None and name is not None:
            name, end = f"{name}/{rate.unit}", rate.span.end
        return _Quantity(
            number=number,
            span=Span(start, end),
            bound=bound,
            unit=name,
            measured=True,
            counted=None,
        )
    counted = find_counted(text, _skip_of(text, end, number), stop)
    if counted is not None:
        name, end = counted.head, counted.end
    return _Quantity(
        number=number,
        span=Span(start, end),
        bound=bound,
        unit=name,
        measured=False,
        counted=counted,
    )


def _unit_name(
    sign: UnitWords | None, unit: UnitWords | None, age: bool, number: Number
) -> str | None:
    if age:
        return "years of age"
    if sign is not None:
        # "$10.5 million Canadian dollars" says the same unit twice; the words win.
        return unit.unit if unit is not None and unit.unit.isupper() else sign.unit
    if unit is not None:
        return unit.unit
    return "share" if number.form == "fraction" else None


def _skip_of(text: str, end: int, number: Number) -> int:
    """Step over what parts a number from its noun: "dozens of ships", "40 of its own men"."""
    match = _OF.match(text, end)
    if match is None or (number.form != "vague" and match["own"] is None):
        return end
    return match.end()


class _Ends(TypedDict, total=False):
    low: float | None
    high: float | None
    low_open: bool
    high_open: bool


def _ends(quantity: _Quantity) -> _Ends:
    """Return low, high and which of them is excluded, as the bound words say."""
    low, high = quantity.number.low, quantity.number.high
    sign = quantity.bound.sign if quantity.bound else None
    match sign:
        case ">":
            return {"low": low, "high": None, "low_open": True}
        case ">=":
            return {"low": low, "high": None}
        case "<":
            return {"low": None, "high": high, "high_open": True}
        case "<=":
            return {"low": None, "high": high}
        case _:
            return {"low": low, "high": high}


def _find_counted_words(text: str, quantity: _Quantity, sentence: Span) -> str | None:
    """Return what is counted: a fate of people, the noun phrase, what a share or a time is of."""
    if not quantity.measured:
        head = quantity.counted.head if quantity.counted else None
        if head is None or head in _PEOPLE:
            fate = find_fate(text, quantity.span.start, quantity.span.end, sentence)
            if fate is not None:
                return fate
        return quantity.counted.phrase if quantity.counted else None
    if quantity.unit in _DURATIONS:
        lasting = _LASTING.search(
            text[max(sentence.start, quantity.span.start - 60) : quantity.span.start]
        )
        return lasting["what"].lower() if lasting else None
    return find_share_of(text, quantity.span.end, sentence.end)


def _words(text: str, bound: BoundWords | None) -> str | None:
    return text[bound.span.start : bound.span.end] if bound else None
