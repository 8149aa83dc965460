"""Times that come again: "daily", "every two weeks", "each July", "on Sundays", "a year"."""

import re

from onrecord.dates.grammar.quantity import QUANTITY, read_quantity
from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Fields, Meaning
from onrecord.dates.timex3 import write_duration, write_value

_NAME_AFTER = re.compile(r" [A-Z]")


def _read_frequency(hit: Hit) -> Meaning | None:
    """Read "daily", but not the name "Daily Tide"."""
    if hit.text[hit.span.start].isupper() and _NAME_AFTER.match(hit.after()):
        return None
    return Meaning(kind="set", value=str(hit.value("frequency")))


def _read_every(hit: Hit) -> Meaning | None:
    if hit.tokens("every")[0].value is not None:
        return None
    unit = hit.value("unit")
    return Meaning(kind="set", value=write_duration(1, str(unit)))


def _read_every_quantity(hit: Hit) -> Meaning | None:
    count, unit, _ = read_quantity(hit)
    if unit is None:
        return None
    return Meaning(kind="set", value=write_duration(None if count is None else float(count), unit))


def _read_every_named(hit: Hit) -> Meaning:
    month = hit.number("month")
    part = hit.value("part")
    season = hit.value("season")
    fields = Fields(month=month, weekday=hit.number("weekday"), season=season, part=part)  # type: ignore[arg-type]
    return Meaning(kind="set", value=write_value(fields))


SET_RULES: tuple[Rule, ...] = (
    make_rule("d", r"(?P<frequency>d)", _read_frequency),
    make_rule("lq", r"(?P<every>l|q)(?P<unit>[UQ])", _read_every),
    make_rule("l", rf"l {QUANTITY}", _read_every_quantity),
    make_rule(
        "l", r"l(?:(?P<month>M)|(?P<weekday>W)|(?P<season>S))?(?P<part>P)", _read_every_named
    ),
    make_rule(
        "l", r"l(?:(?P<month>M)|(?P<weekday>W)|(?P<season>S))(?P<part>P)?", _read_every_named
    ),
    make_rule("w", r"(?P<weekday>w)(?P<part>P)?", _read_every_named),
    make_rule("W", r"(?P<weekday>W)(?P<part>p)", _read_every_named),
)
