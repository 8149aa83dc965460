"""What befell the people who are counted, or what they did, by whatever words outlets tell it.

One outlet has a "death toll", another "bodies", a third "lost their lives"; a fate has one name
here for all of these.
"""

import re
from collections.abc import Iterator

from onrecord.records import Span

_TELLINGS = {
    "killed": r"kill(?:ed|s|ing|ings)?|dead|deaths?|die[sd]?|dying|deceased|slain|massacred"
    r"|murder(?:ed|s|ing)?|shot dead|gunned down|(?:shot|beaten|burned|burnt|stabbed) to death"
    r"|executed|beheaded|fatalit(?:y|ies)|perish(?:ed|es)?|drown(?:ed|ing)?|starved|bodies|corpses"
    r"|(?:death )?toll|victims|los(?:t|e|ing) (?:his|her|their) li(?:fe|ves)|lives (?:lost|claimed)"
    r"|(?:t(?:ake|akes|ook|aken|aking)|claim(?:ed|s|ing)?) (?:the )?(?:\S+ ){0,3}li(?:fe|ves)",
    "wounded": r"wound(?:ed|s|ing)?|injur(?:ed|es|ing|y|ies)|hurt|maimed|in hospital"
    r"|hospitali[sz]ed|treated for"
    r"|(?:taken|brought|rushed|admitted|flown) to (?:an? |the )?(?:\w+ )?(?:hospitals?|clinics?)",
    "shot": r"shot|shooting",
    "missing": r"missing|unaccounted for|disappeared|(?:not|never) (?:been )?found"
    r"|search(?:ed|ing|es)? for|look(?:ed|ing) for",
    "arrested": r"arrest(?:ed|s|ing)?|detain(?:ed|s|ing|ees?)?|detentions?|(?:in|into) custody"
    r"|under arrest|behind bars|jailed|rounded up|picked up|locked up|(?:were|are|being) held",
    "evacuated": r"evacuat(?:ed|es|ing|ions?|ees)|shelter(?:s|ing)?"
    r"|(?:been|were|was) (?:moved|taken|brought|led|bussed|relocated)"
    r" (?:out|away|from"
    r"|to(?! (?:an? |the )?(?:\w+ )?(?:hospital|clinic|prison|jail|court|police)))",
    "homeless": r"homeless|without (?:an? )?(?:homes?|roofs?)|los(?:t|e|ing) their homes?",
    "displaced": r"displaced|uprooted|fled|flee(?:ing|s)?|refugees"
    r"|cross(?:ed|ing) (?:into|the border)"
    r"|(?:taken|sought|seek|seeking) refuge"
    r"|(?:leave|left|leaving|driven from|forced from|out of) their (?:homes|houses|villages)",
    "rescued": r"rescu(?:ed|es|ing)|saved|pulled (?:out )?alive|(?:brought|came|lifted) out alive"
    r"|survivors?|survived|plucked from",
    "trapped": r"trapped|stranded|marooned|stuck|cut off",
    "released": r"releas(?:ed|es|ing)?|freed|freeing|set free|let go|walked free|pardoned",
    "hostage": r"hostages?|kidnap(?:ped|ping)|abduct(?:ed|ions?|ing)|captives?|captured",
    "escaped": r"escap(?:ed|es|ing|ees?)?|on the run|at large|broken? out|got away|fugitives?",
    "recaptured": r"recaptur(?:ed|ing)|caught again|re-?arrested",
    "deported": r"deport(?:ed|ations?|ing)|expelled|expulsions?|expelling|repatriated|sent home",
    "infected": r"infect(?:ed|ions?)|(?:new|confirmed|suspected) cases|sickened|(?:fell|fallen) ill"
    r"|tested positive|diagnosed",
    "vaccinated": r"vaccinat(?:ed|ions?|ing)|inoculated|immuni[sz]ed",
    "marching": r"march(?:ed|es|ers?|ing)?|protest(?:ed|ers?|ing|s)?|rall(?:y|ied|ies)"
    r"|demonstrat(?:ed|ors?|ing|ions?)|turn(?:ed)? out|turnout|crowds?|attend(?:ed|ance)"
    r"|took to the streets|gathered",
    "taking part": r"(?:took|taken) part",
    "striking": r"strik(?:e|es|ing|ers?)|struck|walk(?:ed)? (?:out|off)|walkout|downed tools",
    "laid off": r"sacked|dismissed|laid off|lay-?offs?|redundan(?:t|cy|cies)|let go|job cuts"
    r"|los(?:e|t|ing) their (?:jobs|posts|work)",
    "aboard": r"aboard|on board|passengers",
}  # fmt: skip
_NAMES = {name.replace(" ", "_"): name for name in _TELLINGS}
_TOLD = re.compile(
    "|".join(
        rf"(?P<{group}>(?<![\w-])(?:{_TELLINGS[name]})(?![\w-]))" for group, name in _NAMES.items()
    ),
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|scores)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:.]|\b(?:while|but|after|when|before|since)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom \S+ to\b")  # "rose from 19 to | 26"
_JOINT = re.compile(r",|\band\b", re.IGNORECASE)
TAKING_PART = "taking part"  # ... in what the words themselves do not say
_JOINED = ("marching", "striking")
_TAKEN_REACH = 600  # characters
# How far away a fate is told, in characters; what stands before, or beyond a comma, is farther.
_REACH, _BEFORE, _BEYOND = 75, 1.2, 15


def read_fate(words: str) -> str | None:
    """Return the last fate that `words` tell, `None` for none: "workers killed"."""
    found = list(_TOLD.finditer(words))
    return _NAMES[str(found[-1].lastgroup)] if found else None


def cut_own_fate(before: str) -> str:
    """Return what stands before a number without the fate told of it right there: "two died and
    the fire injured another" is cut to "two died and the fire"."""
    found = list(_TOLD.finditer(before))
    if found and len(before[found[-1].end() :].split()) <= 1:
        return before[: found[-1].start()]
    return before


def find_taken_part(before: str, behind: str) -> str:
    """Return what people took part in: the strike or march that the sentence tells behind their
    number, or else the nearest in the text before it."""
    near = (*_TOLD.finditer(behind), *reversed(list(_TOLD.finditer(before[-_TAKEN_REACH:]))))
    fates = (_NAMES[str(match.lastgroup)] for match in near)
    return next((fate for fate in fates if fate in _JOINED), _JOINED[0])


def drop_fates(words: str) -> str:
    """Return `words` without those that tell a fate: "sailors killed", "lives lost"."""
    return _TOLD.sub(" ", words)


def find_fate(sentence: str, number: Span) -> str | None:
    """Return the fate that is told nearest to a number of a sentence, `None` for none.

    Those of another number, or beyond the clause, are not its own: "12 killed and 30 | hurt |".
    """
    return min(_find_fates(sentence, number), default=(0.0, None))[1]


def _find_fates(sentence: str, number: Span) -> Iterator[tuple[float, str]]:
    for match in _TOLD.finditer(sentence):
        if match.start() >= number.end:
            between, share = sentence[number.end : match.start()], 1.0
        elif match.end() <= number.start:
            between = _FROM.sub("to", sentence[match.end() : number.start])
            share = _BEFORE
        else:  # "freed | three kidnapped workers |"
            between, share = sentence[match.end() : number.end], 1.0
        if _NUMBER.search(between) or _CLAUSE.search(between):
            continue
        away = share * len(between) + _BEYOND * len(_JOINT.findall(between))
        if away <= _REACH:
            yield away, _NAMES[str(match.lastgroup)]
