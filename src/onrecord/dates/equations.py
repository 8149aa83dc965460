"""Calendar equations: the years in which a month and day fall on a weekday."""

from datetime import date

# A report seldom names no year at all of its last ten; see `solve_year`.
WINDOW_YEARS = 10


def years_with_weekday(
    month: int, day: int, weekday: int, first: int, last: int
) -> tuple[int, ...]:
    """Return the years from `first` to `last` in which the day falls on `weekday` (1 is Monday)."""
    return tuple(
        year
        for year in range(max(first, 1), min(last, 9999) + 1)
        if _falls_on(year, month, day, weekday)
    )


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).isoweekday() == weekday
    except ValueError:
        return False


def solve_year(
    month: int, day: int, weekday: int, *, lower: date | None, upper: date | None
) -> tuple[int, ...]:
    """Return the years that the equation leaves open between the bounds, earliest first.

    `lower` is the latest past day that the text tells, `upper` the latest day that the page can
    be from. Without `upper` the text is taken to be at most `WINDOW_YEARS` years younger than
    the last year it names; without `lower`, nothing can be said.
    """
    if lower is None:
        return ()
    last = upper.year if upper is not None else lower.year + WINDOW_YEARS
    years = years_with_weekday(month, day, weekday, lower.year, last)
    return tuple(
        year
        for year in years
        if date(year, month, day) >= lower and (upper is None or date(year, month, day) <= upper)
    )
