"""Stretches of time by their length: "three weeks", "the past two months", "an 8-hour flight"."""

import re
from fractions import Fraction

from onrecord.dates.grammar.quantity import QUANTITY, read_quantity
from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Direction, Meaning
from onrecord.dates.timex3 import write_duration


def _make_duration(
    count: Fraction | None, unit: str, hit: Hit, direction: Direction | None = None
) -> Meaning:
    about = hit.value("about")
    value = write_duration(None if count is None else float(count), unit)
    return Meaning(
        kind="duration", amount=count, unit=unit, value=value, direction=direction, modifier=about  # type: ignore[arg-type]
    )  # fmt: skip


_AGE_AFTER = re.compile(r"(?:\s+of\s+age|[\s-]+olds?)\b")


def _is_age(hit: Hit) -> bool:
    return hit.run.kinds[hit.match.end() - 1] == "j" or bool(_AGE_AFTER.match(hit.after()))


def _read_duration(hit: Hit) -> Meaning | None:
    count, unit, _ = read_quantity(hit)
    if unit is None or (unit == "year" and _is_age(hit)):
        return None
    article = [token.kind for token in hit.tokens("count")] == ["A"]  # and not "a hundred"
    if article and (hit.tokens("unit")[0].kind == "u" or hit.match[0].endswith("j")):
        return None  # "a years", and the article of "a week-long visit"
    return _make_duration(count, unit, hit)


def _read_beside_now(hit: Hit) -> Meaning | None:
    """Read "the past two months", "the next few days": they end or begin at the anchor."""
    count, unit, _ = read_quantity(hit)
    if unit is None or (hit.match[0].startswith("LV") and hit.word("way") == "last"):
        return None  # "is to last over a week"
    return _make_duration(count, unit, hit, _read_direction(hit))


def _read_direction(hit: Hit) -> Direction | None:
    return {"L": "past", "X": "future"}.get(hit.tokens("way")[-1].kind)  # type: ignore[return-value]


def _read_past_unit(hit: Hit) -> Meaning | None:
    """Read "the past year", "the past decade": one unit that ends at the anchor."""
    unit = hit.value("unit")
    if hit.word("way") != "past" or not isinstance(unit, str):
        return None
    return _make_duration(Fraction(1), unit, hit, "past")


def _read_first_units(hit: Hit) -> Meaning | None:
    count, unit, _ = read_quantity(hit)
    return None if unit is None else _make_duration(count, unit, hit)


def _read_first_unit(hit: Hit) -> Meaning | None:
    """Read "the last week of August": a length, without days of its own."""
    unit = hit.value("unit")
    if unit not in ("week", "day", "month", "decade", "weekend"):
        return None
    return _make_duration(Fraction(1), str(unit), hit)


def _read_bare_units(hit: Hit) -> Meaning | None:
    """Read "for years", "weeks of talks": an unknown number."""
    unit = hit.value("units")
    if not isinstance(unit, str) or unit in ("second", "quarter") or hit.before(1) == "-":
        return None
    at = hit.match.start()
    if (at and hit.run.kinds[at - 1] in "DNYCvm") or _AGE_AFTER.match(hit.after()):
        return None  # the rest of words that are no duration: "40 years old"
    return _make_duration(None, unit, hit)


def _read_long(hit: Hit) -> Meaning | None:
    """Read "a week-long visit"."""
    unit = hit.value("unit")
    if hit.word("long") != "long" or not isinstance(unit, str):
        return None
    return _make_duration(Fraction(1), unit, hit)


DURATION_RULES: tuple[Rule, ...] = (
    make_rule("ACDJNTVYv", rf"{QUANTITY} (?:-j)?", _read_duration),
    make_rule("HLTX", rf"(?:T|H)?(?P<way>[LX]) {QUANTITY}", _read_beside_now),
    make_rule("HLT", r"(?:T|H)?(?P<way>L)(?P<unit>[UQ])", _read_past_unit),
    make_rule("OT", rf"T?O {QUANTITY}", _read_first_units),
    make_rule("LOT", rf"T?[OL] {QUANTITY} o (?:E?M(?:,?o?Y)?|T?U?Y)", _read_first_units),
    make_rule("LOT", r"T?[OL](?P<unit>U)o(?:T?E?M(?:,?o?Y)?|TU?Y|Y)", _read_first_unit),
    make_rule("LOTX", r"T?(?:O|L|X)(?P<units>u)", _read_bare_units),
    make_rule("u", r"(?P<units>u)(?:-j)?", _read_bare_units),
    make_rule("U", r"(?P<unit>U)-(?P<long>j)", _read_long),
)
