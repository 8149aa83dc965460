"""Times of day by the clock: "5 p.m. EST, Nov. 6", "noon Thursday", "at 22:30"."""

from onrecord.dates.grammar.rule import Hit, Rule, make_rule
from onrecord.dates.meaning import Fields, Meaning

_TIME = r"(?:V)?(?:(?P<clock>c)(?P<half>x)?|(?P<hour>[DC])(?P<half_day>x))(?:P)?z?"
_DAY = (
    r"(?:,?i?(?P<weekday>W)(?:,?\(?(?P<month>M)(?P<day>[DO])(?:,?(?P<year>Y))?\)?)?"
    r"|,?i?(?P<month2>M)(?P<day2>[DO])(?:,?(?P<year2>Y))?"
    r"|,?i?(?P<day3>[DO])(?P<month3>M)(?P<year3>Y)?"
    r"|i?(?P<today>t)"
    r"|T(?P<next>X)U)?"
)


def _read_clock(hit: Hit) -> Meaning | None:
    clock = _read_time(hit)
    if clock is None:
        return None
    if hit.has("today"):
        return Meaning(
            kind="point", fields=Fields(clock=clock), shift=hit.number("today"), unit="day",
            base="published",
        )  # fmt: skip
    if hit.has("next"):
        return Meaning(
            kind="point", fields=Fields(clock=clock), shift=1, unit="day", base="previous"
        )
    fields = Fields(
        year=next((hit.number(name) for name in ("year", "year2", "year3") if hit.has(name)), None),
        month=next(
            (hit.number(name) for name in ("month", "month2", "month3") if hit.has(name)), None
        ),
        day=next((hit.number(name) for name in ("day", "day2", "day3") if hit.has(name)), None),
        weekday=hit.number("weekday"),
        clock=clock,
    )
    return Meaning(kind="point", fields=fields)


def _read_time(hit: Hit) -> str | None:
    """Return the time as "17:30" or "17"; `None` where the words are no clock time."""
    if hit.has("clock"):
        clock = str(hit.value("clock"))
        half = hit.value("half")
        hour, minute = int(clock[:2]), clock[3:]
        if half in ("a", "p"):
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if half == "p" else 0)
        return f"{hour:02d}:{minute}"
    hour_said = hit.number("hour")
    half = hit.value("half_day")
    if hour_said is None or not 1 <= hour_said <= 12:
        return None
    if half == "o'clock":
        return f"{hour_said:02d}:00"
    return f"{hour_said % 12 + (12 if half == 'p' else 0):02d}:00"


CLOCK_RULES: tuple[Rule, ...] = (make_rule("CDVc", rf"{_TIME} {_DAY}", _read_clock),)
