"""What a time expression means, before and after it is placed in the calendar.

`Fields` name a stretch of the calendar by what is said of it: year, month, day and so on.
A `Meaning` is what the words alone say. Placed against an anchor it becomes full fields, which
have a TIMEX3 value (`timex3`) and days (`calendar`). Both are tuples, since texts full of dates
make many thousands of them.
"""

from fractions import Fraction
from typing import Literal, NamedTuple

Granularity = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month", "weekend", "week", "day",
    "part", "time",
]  # fmt: skip
Season = Literal["SP", "SU", "FA", "WI"]
Part = Literal["MO", "MI", "AF", "EV", "NI", "DT"]
Modifier = Literal[
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER",
    "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
]  # fmt: skip
Kind = Literal["point", "duration", "set", "ref"]
Direction = Literal["past", "future"]
Base = Literal["published", "previous"]


class Fields(NamedTuple):
    """A stretch of the calendar; a field that is not said or not known is `None`.

    `century` 18 is the 1800s and `decade` 196 the 1960s. `week` is the ISO week of the ISO year
    `year`. `before_christ` turns the year (decade, century) to the other era, without days.
    `fiscal` years and quarters have no known days either.
    """

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: Season | None = None
    month: int | None = None
    week: int | None = None
    weekend: bool = False
    day: int | None = None
    weekday: int | None = None  # 1 is Monday
    holiday: str | None = None
    part: Part | None = None
    clock: str | None = None  # "17:30", as said
    before_christ: bool = False
    fiscal: bool = False

    @property
    def granularity(self) -> Granularity | None:
        """Return how fine the finest field is; `None` for empty fields."""
        if self.clock is not None:
            return "time"
        if self.part is not None:
            return "part"
        if self.day is not None or self.weekday is not None or self.holiday is not None:
            return "day"
        if self.weekend:
            return "weekend"
        for granularity, value in (
            ("week", self.week), ("month", self.month), ("season", self.season),
            ("quarter", self.quarter), ("half", self.half), ("year", self.year),
            ("decade", self.decade), ("century", self.century),
        ):  # fmt: skip
            if value is not None:
                return granularity  # type: ignore[return-value]
        return None


class Meaning(NamedTuple):
    """What the words of one time expression say.

    A "point" is the stretch of the calendar that one gets by going `shift` `unit`s from the
    anchor (`base`; 0 is the one that holds the anchor) and then down to `fields`; without a
    `shift`, `fields` are all there is, and a missing year is looked for in `direction`.
    A "duration" lasts `amount` `unit`s (`None`: an unknown number of them); with a `direction` it
    ends or begins at the anchor. A "set" recurs, and a "ref" is a value without a place in the
    calendar: both have their TIMEX3 value in `value`. `as_told` says that the point is as fine as
    the date told before: "a year earlier" of a quarter is a quarter.
    """

    kind: Kind
    fields: Fields = Fields()
    shift: int | None = None
    unit: str | None = None
    base: Base | None = None
    amount: Fraction | None = None
    direction: Direction | None = None
    modifier: Modifier | None = None
    value: str | None = None
    as_told: bool = False
