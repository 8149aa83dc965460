"""The words around a number that say how tightly it holds: "more than", "up to", "or so".

Bound signs after CQE (Almasian et al., EMNLP 2023), with the exact words kept. An approximate
number keeps the printed value at both ends: the words say it is approximate, and a comparison
widens it; no interval is made up here.
"""

import re
from typing import Literal, NamedTuple

from onrecord.records import Span

# "=" are the words of a range, "between".
Bound = Literal["=", "~", ">", ">=", "<", "<="]

_BEFORE: dict[Bound, str] = {
    ">": "more than|greater than|higher than|larger than|longer than|over|above|exceeding|well over"
    "|just over|a little over|upwards of|beyond|topping|in excess of|surpassing|slightly more than"
    "|a little more than|well above|just above|exceeds|exceed|exceeded|surpasses|surpassed|passes"
    "|passed|tops|topped|older than|further than|farther than|well beyond",
    ">=": "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of"
    "|no earlier than|not earlier than|no sooner than|no shorter than|no lower than|not lower than"
    "|at the very least",
    "<": "less than|fewer than|lower than|under|below|just under|just below|well under|well below"
    "|shy of|just shy of|short of|slightly less than|a little under|a little less than|sub-"
    "|younger than|shorter than|smaller than",
    "<=": "up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum of"
    "|as high as|as long as|as few as|as little as|within|no longer than|not longer than"
    "|no later than|not later than|no higher than|not higher than|no greater than|no larger than"
    "|no older than|no further than|no farther than|anything up to",
    "~": "about|around|some|approximately|approx\\.?|roughly|nearly|almost|close to|near|barely"
    "|an estimated|estimated|estimated at|estimated to be|averaging|averaged|averages|circa|ca\\."
    "|something like|in the region of|somewhere around|perhaps|maybe|~|≈|virtually|practically"
    "|just about|in the order of|on the order of|an approximate",
    "=": "between",
}
_AFTER: dict[Bound, str] = {
    ">=": "or more|or above|or longer|or greater|or higher|or older|or over|and above|and over"
    "|and older|and up|plus|-plus|upwards|at least|at a minimum",
    ">": "-odd",
    "<=": "or less|or fewer|or under|or lower|or below|or younger|and under|at most|at the most",
    "~": "or so|-ish|or thereabouts|-something|approximately",
}


def _compile(cues: dict[Bound, str], pattern: str) -> tuple[re.Pattern[str], dict[str, Bound]]:
    signs = {
        cue.replace("\\.?", "").replace("\\.", ""): sign
        for sign, words in cues.items()
        for cue in words.split("|")
    }
    # Longest first, so that "slightly more than" is not read as "more than".
    words = "|".join(sorted((w for ws in cues.values() for w in ws.split("|")), key=len)[::-1])
    return re.compile(pattern.format(words=words), re.IGNORECASE), signs


_BEFORE_CUE, _BEFORE_SIGNS = _compile(
    _BEFORE,
    r"(?<![\w-])(?P<cue>{words})(?:(?<=[~≈-])|[\s\u00a0]+(?:the |a |an |another |only |just )?)"
    r"(?:[A-Z]{{0,3}}[$€£¥])?$",
)
_AFTER_CUE, _AFTER_SIGNS = _compile(
    _AFTER, r"(?:(?:[\s\u00a0]|(?=-))(?P<cue>{words})|(?P<joined>\+))(?!\w)"
)
# "built around the 37-metre hull", "over the six-year period", "under a 20-week ban", "passed a
# 20-week ban": the number is of a thing that is told of, and not loosened.
_TOPIC = re.compile(
    r"^(?:(?:about|around|near)\s(?:the|another)|over\sthe|(?:under|over|pass(?:ed|es))\san?)\s$",
    re.IGNORECASE,
)
_REACH = 48


class BoundWords(NamedTuple):
    """The sign of a bound and where its words stand."""

    sign: Bound
    span: Span


def find_bound_before(text: str, start: int, limit: int) -> BoundWords | None:
    """Return the bound whose words end right before `start`; look back to `limit` at most."""
    begin = max(limit, start - _REACH)
    match = _BEFORE_CUE.search(text[begin:start])
    if match is None:
        return None
    words = match["cue"].lower()
    sign = _BEFORE_SIGNS.get(words) or _BEFORE_SIGNS.get(words.rstrip("."))
    if sign is None or _TOPIC.search(match[0]):
        return None
    return BoundWords(sign, Span(begin + match.start("cue"), begin + match.end("cue")))


def find_bound_after(text: str, end: int, limit: int) -> BoundWords | None:
    """Return the bound whose words begin right after `end`: "90 or more", "300+"."""
    match = _AFTER_CUE.match(text, end, min(limit, end + _REACH))
    if match is None:
        return None
    group = "cue" if match["cue"] else "joined"
    sign: Bound = ">=" if group == "joined" else _AFTER_SIGNS[match["cue"].lower()]
    return BoundWords(sign, Span(match.start(group), match.end(group)))


def sign_of(words: str) -> Bound:
    """Return the sign of bound words as they stand in a figure: `sign_of("More than")` is ">"."""
    plain = words.lower().strip()
    for signs in (_BEFORE_SIGNS, _AFTER_SIGNS):
        sign = signs.get(plain) or signs.get(plain.rstrip("."))
        if sign is not None:
            return sign
    return ">=" if plain == "+" else "~"
