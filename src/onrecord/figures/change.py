"""Whether a quantity is a rise or a fall: "rose by 5 %", "down 3 points", "a 10 % drop"."""

import re

from onrecord.records import Change

_UP = (
    "rise|rises|rose|risen|rising|raise[sd]?|raising|climb(?:s|ed|ing)?|gain(?:s|ed|ing)?|"
    "jump(?:s|ed|ing)?|increas(?:e|es|ed|ing)|grow|grows|grew|grown|growing|"
    "advanc(?:e|es|ed|ing)|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|add(?:s|ed|ing)?|"
    "swell(?:s|ed|ing)?|swollen|expand(?:s|ed|ing)?|rall(?:y|ies|ied|ying)|extend(?:s|ed|ing)?|"
    "lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|accelerat(?:e|es|ed|ing)|edg(?:e|es|ed|ing) up"
)
_DOWN = (
    "fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|"
    "decreas(?:e|es|ed|ing)|slip(?:s|ped|ping)?|slid|slides?|sliding|plung(?:e|es|ed|ing)|"
    "plummet(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|shrink(?:s|ing)?|shrank|shrunk|shed(?:s|ding)?|"
    "los(?:e|es|t|ing)|sink(?:s|ing)?|sank|sunk|cut(?:s|ting)?|reduc(?:e|es|ed|ing)|"
    "lower(?:s|ed|ing)?|eas(?:e|es|ed|ing)|slow(?:s|ed|ing)?|narrow(?:s|ed|ing)?|"
    "edg(?:e|es|ed|ing) down"
)
_LOOSE = (
    "by|a|an|another|further|additional|extra|only|just|some|about|around|nearly|almost|over|under|"
    "roughly|approximately|as much as|up to|more than|less than|at least|well|sharply|slightly|"
    "steadily|barely|even"
)
_SIGN = r"(?:[A-Z]{0,3}[$€£¥]=?)?"
# "up" and "down" tell a change after a verb of being, a comma, a bracket; "gave up 40" does not.
_PLACED = r"(?<=(?:is|be)\s)|(?<=(?:are|was)\s)|(?<=(?:were|been)\s)|(?<=being\s)|(?<=went\s)"
_PARTICLE = rf"(?:{_PLACED}|(?<=ended\s)|(?<=closed\s)|(?<=trading\s)|(?<=[,(;–—]\s)|(?<=[(–—])|^)"
# The word, "by" or a bound, then the number; "rose to 5 %" gives a level and no change.
_BEFORE = re.compile(
    rf"(?:\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))|{_PARTICLE}(?:(?P<is_up>up)|(?P<is_down>down))"
    rf"|\b(?:(?:trend(?:s|ed|ing)?|mov(?:es|ed|ing)|turned|still|also|all) "
    rf"(?:(?P<goes_up>up)|(?P<goes_down>down))))"
    rf"(?:\s(?:{_LOOSE})){{0,3}}\s{_SIGN}$",
    re.IGNORECASE,
)
# "cut its oil output by 80,000 barrels": what is changed stands between.
_BY = re.compile(
    rf"\b(?:(?P<up>{_UP}|improv(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?)"
    rf"|(?P<down>{_DOWN}|weaken(?:s|ed|ing)?))(?:\s[\w’'%-]+){{1,6}}?\sby"
    rf"(?:\s(?:{_LOOSE})){{0,2}}\s{_SIGN}$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:(?P<up>rise|increase|jump|gain|surge|growth)|(?P<down>drop|fall|decline|decrease|cut"
    rf"|reduction|slump|plunge|loss)) of(?:\s(?:{_LOOSE})){{0,3}}\s{_SIGN}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s-](?:percentage |annual |sharp |year-on-year )?"
    r"(?:(?P<up>rise|increase|jump|gain|surge|higher|growth|up on|more than (?:a|last|in|the))"
    r"|(?P<down>drop|fall|decline|decrease|cut|reduction|slump|plunge|lower|less than"
    r"|fewer than|down on))\b",
    re.IGNORECASE,
)
# What these words add or lose is counted in shares and money; "lost 40 soldiers" is no fall.
_MEASURED_ONLY = re.compile(r"los|shed|cut|lift|raise|raising|rais|boost|ease|sank|sink|extend")
_LEVELS = re.compile(
    rf"\b(?:{_UP}|{_DOWN}|improv(?:e|es|ed|ing)|strengthen(?:s|ed)?|weaken(?:s|ed)?|went|go|goes"
    r"|going|gone|mov(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|revis(?:e|es|ed|ing)|up|down|dip(?:ped)?"
    r"|creep(?:s|ing)?|crept|bring(?:s|ing)?|brought|took|take|taken|push(?:es|ed|ing)?|halv(?:ed|ing)"
    r"|widen(?:s|ed|ing)?|rebound(?:s|ed)?|recover(?:s|ed)?|switch(?:ed)?|convert(?:ed)?)\b"
    r"[^.;:]{0,90}$",
    re.IGNORECASE,
)


def find_change(text: str, start: int, end: int, *, limit: int, measured: bool) -> Change | None:
    """Return whether the quantity at `[start, end)` is a rise or a fall, or neither.

    It looks back to `limit`. `measured` says that the quantity is a share, money or another
    measure, not a count of things.
    """
    before = text[max(limit, start - 90) : start]
    told = _BEFORE.search(before[-48:]) or _BY.search(before) or _OF.search(before[-48:])
    if told is not None:
        ups = [word for key, word in told.groupdict().items() if word and "up" in key]
        word = (ups or [word for word in told.groupdict().values() if word])[0].lower()
        if measured or _MEASURED_ONLY.match(word) is None or told.re is _BY:
            return "up" if ups else "down"
    if text[start : start + 1] == "+":
        return "up"
    after = _AFTER.match(text, end, end + 40)
    if after is not None and measured:
        return "up" if after["up"] else "down"
    return None


def tells_levels(text: str, start: int) -> bool:
    """Return whether "from" before `start` opens two levels of a change, not a range.

    "The toll rose from 40 to 55" gives two levels; "tickets from $40 to $55" one range.
    """
    return _LEVELS.search(text[max(0, start - 120) : start]) is not None
