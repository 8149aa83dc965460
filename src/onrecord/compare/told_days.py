"""Days of the calendar that two contents name: "would open on 3 June", "on 5 June"."""

import re

_MONTH = r"(?P<{}>jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.format('month')}\b"
    rf"|\b{_MONTH.format('first')}\s(?P<second>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def tell_other_days(a: str, b: str) -> bool:
    """Return whether both name days, by date or by week, and none that the other does."""
    return any(
        first and second and first.isdisjoint(second)
        for first, second in ((list_dates(a), list_dates(b)), (_list_week(a), _list_week(b)))
    )


def list_dates(words: str) -> set[tuple[str, int]]:
    """Return the dates that `words` name, by month and day."""
    return {
        ((match["month"] or match["first"])[:3].lower(), int(match["day"] or match["second"]))
        for match in _DAY.finditer(words)
    }


def _list_week(words: str) -> set[str]:
    return {match[0].lower() for match in _WEEKDAY.finditer(words)}
