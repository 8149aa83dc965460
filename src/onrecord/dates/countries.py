"""Tell whose holidays an article has: most states have an Independence Day of their own."""

import re
from collections import Counter
from functools import cache

from onrecord.data import read_table
from onrecord.dates.holidays import ANYWHERE

_AMERICA = "USA"


def is_american(text: str, holiday: str) -> bool:
    """Return whether a holiday of the United States is meant: they are named most in `text`.

    "Labor Day" and "Thanksgiving" are theirs too where no state is named more often than they, but
    "Independence Day" may then be anybody's.
    """
    named = Counter(_states()[found.group()] for found in _pattern().finditer(text))
    american = named.pop(_AMERICA, 0)
    others = max(named.values(), default=0)
    return american > others or (american == others and holiday not in ANYWHERE)


@cache
def _states() -> dict[str, str]:
    """Return the names, capitals, adjectives and people of states, to the state's code."""
    keys = ("names", "seats", "adjectives", "people")
    return {
        name: row["code"]
        for row in read_table("states.csv")
        for key in keys
        for name in row[key].split("|")
        if name
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_states(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
