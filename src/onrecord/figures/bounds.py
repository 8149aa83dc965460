"""The words around a number that say how tightly it holds: "more than", "up to", "or so".

Bound signs after CQE (Almasian et al., EMNLP 2023), with the exact words kept. An approximate
number keeps the printed value at both ends: the words say it is approximate, and a comparison
widens it; no interval is made up here.
"""

import re
from typing import Literal, NamedTuple

from onrecord.records import Span

Bound = Literal["~", ">", ">=", "<", "<="]

_BEFORE: dict[Bound, str] = {
    ">": "more than|greater than|higher than|larger than|longer than|over|above|exceeding|well over"
    "|just over|a little over|upwards of|beyond|topping|in excess of|surpassing|slightly more than"
    "|no fewer than|more",
    ">=": "at least|no less than|not less than|a minimum of|minimum of|as early as",
    "<": "less than|fewer than|lower than|under|below|just under|well under|shy of|just shy of"
    "|short of|within|slightly less than|a little under",
    "<=": "up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum of"
    "|as high as|as long as|as few as|as little as",
    "~": "about|around|some|approximately|approx\\.?|roughly|nearly|almost|close to|near"
    "|an estimated|estimated|estimated at|estimated to be|an average of|on average|averaging"
    "|averaged|circa|ca\\."
    "|something like|in the region of|somewhere around|perhaps|maybe|~|≈|virtually|practically"
    "|just about|an average|average|averages",
}
_AFTER: dict[Bound, str] = {
    ">=": "or more|or above|or longer|or greater|or higher|or older|and above|and over|and older"
    "|and up|plus|-plus|upwards",
    ">": "-odd",
    "<=": "or less|or fewer|or under|or lower|or below|and under|or younger",
    "~": "or so|-ish|or thereabouts|-something|on average|approximately",
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
    r"(?<![\w-])(?P<cue>{words})[\s\u00a0]+(?:the |a |an |another |only )?(?:[A-Z]{{0,3}}[$€£¥])?$",
)
_AFTER_CUE, _AFTER_SIGNS = _compile(_AFTER, r"(?:[\s\u00a0](?P<cue>{words})|(?P<joined>\+))(?!\w)")
# "some" before a small bare number or a word is a determiner: "some two sides".
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
    if sign is None:
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
