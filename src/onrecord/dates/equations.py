"""Calendar equations: the years in which a month and day fall on a weekday."""

from datetime import date

# No page is taken to be younger than the rules that read it, unless a witness says so: without
# this bound a weekday and a day of the month leave a year open for ever.
RULES_YEAR = 2026


def solve_years(
    month: int, day: int, weekday: int, *, lower: date | None, upper: date | None
) -> tuple[date, ...]:
    """Return the days on which the month and day fall on `weekday`, earliest first.

    Only days from `lower`, the latest day that the text tells as past, to `upper`, the latest
    that the page can be from, count. Without `upper` the page is taken to be from `RULES_YEAR` at
    the latest; without `lower` nothing can be said. One day left is the solution; in a window of
    ten years there are one or two.
    """
    if lower is None:
        return ()
    last = upper or date(RULES_YEAR, 12, 31)
    days = (_make_day(year, month, day) for year in range(lower.year, last.year + 1))
    return tuple(
        found
        for found in days
        if found is not None and found.isoweekday() == weekday and lower <= found <= last
    )


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
