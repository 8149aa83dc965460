"""The words of English time expressions: each with its class and its value.

A class is one letter, so that a run of words becomes a string of letters and the grammar can be
written as short regular expressions over it (`onrecord.dates.grammar`). A space stands for any
word that has no part in a time expression.

    T the           H this, these    Z that, those   = same         A a, an
    L last, past    X next, coming   0 current       l every, each  q per
    D 1 to 31       N other number   Y year          C number word  v several, a few
    O first, 2nd    J half           V about, at least              m more, other
    M month         W weekday        w weekdays      h holiday      y '98
    U unit (day)    u units (days)   S season        s seasons      Q quarter
    P part of day   p parts of day   G decade        I ISO date     / 2/3/2022
    t today         K reference      E early, late   B start, end   F fiscal, full
    R ago           r earlier        f later         g from now     j old, long
    < before        > after
    c clock         x a.m.           z time zone     b BC           d daily
    o of            i in             & and, or       k to, until    e period
    - , ( ) '       as they stand
"""

from onrecord.text.numerals import BELOW_TWENTY, TENS

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed weds", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

# Short forms that are also names or common words: they count only beside a number or a stop.
SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
SHORT_WEEKDAYS = frozenset("mon tues tue wed weds thurs thur thu fri sat sun".split())

UNITS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week",
    "weekend": "weekend", "fortnight": "fortnight", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century", "millennium": "millennium",
}  # fmt: skip
PLURAL_UNITS = {
    "seconds": "second", "secs": "second", "minutes": "minute", "mins": "minute",
    "hours": "hour", "hrs": "hour", "days": "day", "weeks": "week", "weekends": "weekend",
    "fortnights": "fortnight", "months": "month", "quarters": "quarter", "years": "year",
    "yrs": "year", "decades": "decade", "centuries": "century", "millennia": "millennium",
}  # fmt: skip

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PLURAL_SEASONS = {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"}

PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "afternoon": "AF",
    "evening": "EV", "dusk": "EV", "sunset": "EV", "night": "NI", "overnight": "NI",
    "daytime": "DT",
}  # fmt: skip
PLURAL_PARTS = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}
CLOCK_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}

CARDINALS = {
    **{word: value for word, value in BELOW_TWENTY.items() if value},
    **TENS,
    "fourty": 40, "dozen": 12, "hundred": 100, "thousand": 1000,
}  # fmt: skip

ORDINALS = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}

DECADE_WORDS = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip

BACK = frozenset("last past previous preceding prior latest".split())
FORWARD = frozenset("next coming following upcoming subsequent ensuing".split())

# Days from the anchor's day.
TODAY = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}

MODIFIERS = {
    "early": "START", "earlier": "START", "mid": "MID", "middle": "MID", "late": "END",
    "later": "END", "beginning": "START", "start": "START", "onset": "START",
    "outset": "START", "opening": "START", "midpoint": "MID", "end": "END", "close": "END",
    "rest": "END", "remainder": "END", "conclusion": "END",
}  # fmt: skip
EARLY_LATE = frozenset("early late mid".split())
BEGIN_END = frozenset(
    "beginning start onset outset middle midpoint end close rest remainder conclusion".split()
)

# How a quantity stands to the number: the words, and the TIMEX3 modifier they make.
APPROXIMATIONS = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX",
    "some": "APPROX", "nearly": "LESS_THAN", "almost": "LESS_THAN", "over": "MORE_THAN",
    "under": "LESS_THAN", "more than": "MORE_THAN", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN", "longer than": "MORE_THAN", "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
    "no less than": "EQUAL_OR_MORE", "as many as": "EQUAL_OR_LESS", "close to": "APPROX",
    "well over": "MORE_THAN",
}  # fmt: skip

# References without a place in the calendar.
REFERENCES = {
    "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF",
    "at present": "PRESENT_REF", "presently": "PRESENT_REF", "these days": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "future": "FUTURE_REF",
}  # fmt: skip

# Every ... : the interval as a TIMEX3 period.
FREQUENCIES = {
    "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W",
    "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip

ZONES = frozenset(
    "gmt utc bst cet cest est edt et cst cdt ct mst mdt mt pst pdt pt ist jst msk eet eest".split()
)
