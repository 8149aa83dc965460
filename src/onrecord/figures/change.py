"""Whether a quantity is a rise or a fall: "rose by 5 %", "down 3 points", "a 10 % drop"."""

import re

from onrecord.records import Change

_UP = (
    "up|rise|rises|rose|risen|rising|climb(?:s|ed|ing)?|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|"
    "increas(?:e|es|ed|ing)|grow|grows|grew|grown|growing|advanc(?:e|es|ed|ing)|surg(?:e|es|ed|ing)|"
    "soar(?:s|ed|ing)?|add(?:s|ed|ing)?|swell(?:s|ed|ing)?|swollen|expand(?:s|ed|ing)?|"
    "rall(?:y|ies|ied|ying)|higher|more"
)
_DOWN = (
    "down|fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|"
    "decreas(?:e|es|ed|ing)|slip(?:s|ped|ping)?|slid|slides?|sliding|plung(?:e|es|ed|ing)|"
    "plummet(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|shrink(?:s|ing)?|shrank|shrunk|shed(?:s|ding)?|"
    "los(?:e|es|t|ing)|lower|sink(?:s|ing)?|sank|sunk|cut(?:s|ting)?|reduc(?:e|es|ed|ing)"
)
# The word, "by" or a bound, then the number; "rose to 5 %" gives a level and no change.
_BEFORE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s(?:by|a|an|another|further|only|just|some|about|"
    r"around|nearly|almost|over|under|roughly|approximately|as much as|up to|more than|less than|"
    r"at least|well|sharply|slightly|steadily|another)){0,3}\s(?:[A-Z]{0,3}[$€£¥])?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s-](?:percentage |annual |sharp |year-on-year )?"
    r"(?:(?P<up>rise|increase|jump|gain|surge|higher|growth|more than (?:a|last) year)"
    r"|(?P<down>drop|fall|decline|decrease|cut|reduction|slump|plunge|lower))\b",
    re.IGNORECASE,
)
# What these words add or lose is counted in shares and money; "lost 40 soldiers" is no fall.
_MEASURED_ONLY = frozenset(
    "more add adds added adding lose loses lost losing cut cuts shed".split()
)


def find_change(text: str, start: int, end: int, *, limit: int, measured: bool) -> Change | None:
    """Return whether the quantity at `[start, end)` is a rise or a fall, or neither.

    It looks back to `limit`. `measured` says that the quantity is a share, money or another
    measure, not a count of things.
    """
    before = _BEFORE.search(text[max(limit, start - 48) : start])
    if before is not None:
        word = (before["up"] or before["down"]).lower()
        if measured or word not in _MEASURED_ONLY:
            return "up" if before["up"] else "down"
    after = _AFTER.match(text, end, end + 40)
    if after is not None and measured:
        return "up" if after["up"] else "down"
    return None
