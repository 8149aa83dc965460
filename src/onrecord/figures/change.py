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
# "gave up 40" and "set up 12" tell no change; neither does what may be up for other reasons.
_NO_PARTICLE = (
    r"(?<!gave\s)(?<!give\s)(?<!given\s)(?<!gives\s)(?<!giving\s)(?<!made\s)(?<!make\s)(?<!makes\s)"
    r"(?<!making\s)(?<!set\s)(?<!took\s)(?<!take\s)(?<!taken\s)(?<!picked\s)(?<!pick\s)(?<!put\s)"
    r"(?<!built\s)(?<!build\s)(?<!shot\s)(?<!blew\s)(?<!used\s)(?<!use\s)(?<!rounded\s)"
    r"(?<!broke\s)(?<!shut\s)(?<!laid\s)(?<!lay\s)(?<!turned\s)(?<!held\s)(?<!opened\s)"
)
# The word, "by" or a bound, then the number; "rose to 5 %" gives a level and no change.
_BEFORE = re.compile(
    rf"(?:\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    rf"|{_NO_PARTICLE}(?<![\w-])(?:(?P<is_up>up)|(?P<is_down>down)))"
    rf"(?:\s(?:{_LOOSE})){{0,3}}\s{_SIGN}$",
    re.IGNORECASE,
)
# "raised just $3.1 million", "extends hundreds of miles": so much is collected or reached, and
# nothing rose by it.
_TAKES = re.compile(r"(?:rais(?:e[sd]?|ing)|extend(?:s|ing)?)\s(?!.*\bby\b)", re.IGNORECASE)
# "lost a 12-metre boat": the measure says which, not how much was lost.
_THING = re.compile(rf"\san?\s{_SIGN}$", re.IGNORECASE)
# A count is up or down only after a verb of being or a comma.
_PLACED = re.compile(r"(?:\b(?:is|are|was|were|be|been|being|went)\s|[,(;–—]\s?|^)$", re.IGNORECASE)
# "cut its oil output by 80,000 barrels": what is changed stands between.
_BY = re.compile(
    rf"\b(?:(?P<up>{_UP}|improv(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?)"
    rf"|(?P<down>{_DOWN}|weaken(?:s|ed|ing)?))(?:\s[\w’'%-]+){{1,6}}?\sby"
    rf"(?:\s(?:{_LOOSE})){{0,2}}\s{_SIGN}$",
    re.IGNORECASE,
)
_UPWARD = re.compile(
    rf"\b(?:(?P<up>upwards?)|(?P<down>downwards?))\sby(?:\s(?:{_LOOSE})){{0,2}}\s{_SIGN}$",
    re.IGNORECASE,
)
# "shares of one were down 2 %, another by 3 %": the second goes the way of the first.
_LIKEWISE = re.compile(r"(?:,|\band)\s[A-Z][\w’'&.-]*(?:\s[\w’'&.-]+){0,3}\sby\s$")
_OF = re.compile(
    r"\b(?:(?P<up>rise|increase|jump|gain|surge|growth)|(?P<down>drop|fall|decline|decrease|cut"
    rf"|reduction|slump|plunge)) of(?:\s(?:{_LOOSE})){{0,3}}\s{_SIGN}$",
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
_MEASURED_ONLY = re.compile(
    r"(?i)add|los|shed|cut|lift|raise|raising|rais|boost|ease|sank|sink|extend"
)
_REACH = 90
_LEVELS = re.compile(
    rf"\b(?:{_UP}|{_DOWN}|improv(?:e|es|ed|ing)|strengthen(?:s|ed)?|weaken(?:s|ed)?|went|go|goes"
    r"|going|gone|mov(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|revis(?:e|es|ed|ing)|up|down|dip(?:ped)?"
    r"|creep(?:s|ing)?|crept|bring(?:s|ing)?|brought|took|take|taken|push(?:es|ed|ing)?|halv(?:ed|ing)"
    r"|widen(?:s|ed|ing)?|rebound(?:s|ed)?|recover(?:s|ed)?|switch(?:ed)?|convert(?:ed)?)\b"
    r"[^.;:]{0,90}$",
    re.IGNORECASE,
)


def find_change(
    text: str, start: int, end: int, *, limit: int, measured: bool, previous: Change | None = None
) -> Change | None:
    """Return whether the quantity at `[start, end)` is a rise or a fall, or neither.

    It looks back to `limit`. `measured` says that the quantity is a share, money or another
    measure, not a count of things; `previous` is the change of the quantity before it.
    """
    before = text[max(limit, start - _REACH) : start]
    told = _BEFORE.search(before[-48:])
    if _THING.search(before) or (told is not None and _TAKES.match(told[0])):
        told = None
    if told is not None and (measured or _changes_counts(before[-48:], told)):
        return _direction(told)
    told = _BY.search(before) or _OF.search(before[-48:]) or _UPWARD.search(before[-48:])
    if told is not None:
        return _direction(told)
    if previous is not None and _LIKEWISE.search(before):
        return previous
    if text[start : start + 1] == "+":
        return "up"
    after = _AFTER.match(text, end, end + 40)
    return _direction(after) if after is not None and measured else None


def _direction(told: re.Match[str]) -> Change:
    return "up" if any(word for key, word in told.groupdict().items() if "up" in key) else "down"


def _changes_counts(before: str, told: re.Match[str]) -> bool:
    """Return whether a count of things changes: they rose by 40, but somebody lost 40 of them."""
    if told.groupdict()["is_up"] or told.groupdict()["is_down"]:
        return _PLACED.search(before[: told.start()]) is not None
    return _MEASURED_ONLY.match(told[0]) is None


def tells_levels(text: str, start: int) -> bool:
    """Return whether "from" before `start` opens two levels of a change, not a range.

    "The toll rose from 40 to 55" gives two levels; "tickets from $40 to $55" one range.
    """
    return _LEVELS.search(text[max(0, start - 120) : start]) is not None
