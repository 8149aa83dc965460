"""What a figure measures, in terms that meet across articles."""

import re
from typing import NamedTuple

from onrecord.compare.tellings import Telling, once
from onrecord.records import Figure
from onrecord.stories.terms import find_terms, fold_word, read_rarity
from onrecord.text.wordclasses import is_person_noun

FATES = frozenset(
    "killed shot wounded injured hurt missing displaced arrested detained evacuated infected "
    "homeless trapped captured executed kidnapped abducted rescued freed released deported "
    "drowned expelled marching escaped recaptured hostage laid aboard".split()
)
# What was done to people right before their number: "shot 12 officers", "the killings of five".
_DONE_TO = re.compile(
    r"\b(?P<fate>kill|shot|shoot|wound|injur|arrest|detain|captur|releas|freed|freeing|rescu|deport|kidnap|abduct"
    r"|execut|expel|evacuat)\w*(?P<dead> dead| to death)?(?: of)?"
    r"(?:\s+(?:the|at least|about|some|more than|nearly|around|over|up to|as many as))?\s+$",
    re.IGNORECASE,
)
_FATE_OF = {fate[:4]: fate for fate in sorted(FATES)} | {"shoo": "shot"}
# What is told of people behind their number, by other words than a fate's.
_TOLD = {
    "evacuated": re.compile(
        r"[^.;:,“”\"\d]{0,40}?\b(?:been|were|was)\s(?:taken|moved|brought|relocated|bussed)\s"
        r"(?:to|from)\s(?!(?:an?\s|the\s)?(?:\w+\s)?(?:hospital|clinic|prison|jail|court|police|custody))"
    ),
    "homeless": re.compile(
        r"[^.;:,“”\"\d]{0,40}?\b(?:(?:lose|lost|losing)\stheir\shomes?\b|without\s(?:a\s)?homes?\b)"
    ),
    "marching": re.compile(
        r"(?:\s[a-z]+){0,2}?\s(?:marched|rallied|protested|demonstrated|joined|attended|turned\sout"
        r"|took\spart)\b"
    ),
    "arrested": re.compile(r"[^.;:,“”\"\d]{0,30}?\b(?:in\scustody|under\sarrest|behind\sbars)\b"),
}
_CROWD = re.compile(
    r"\b(?:crowd|turnout|attendance)\s(?:at|as|of|was)\s(?:\w+\s){0,2}$", re.IGNORECASE
)
_MARCHERS = frozenset("marcher protester demonstrator".split())
# Fates by two names.
_ALIKE_FATES = {
    "detained": "arrested", "injured": "wounded", "hurt": "wounded", "freed": "released",
    "drowned": "killed",
}  # fmt: skip
_BEHIND = 90  # characters behind a number
PLACE_LETTERS = 5  # "Ukraine", "Ukrainian"
# "Lives lost", "bodies recovered".
_DEAD = frozenset("dead death died die fatality perished live body".split())
_MEETINGS = frozenset(
    "met meet meeting talk talked spoke lasted lasting last negotiated negotiation".split()
)
# Heads that outlets use for one another.
_HEADS = {
    **dict.fromkeys(
        "people person man men woman women child children civilian other resident life live "
        "villager sailor soldier fighter militant rebel protester marcher demonstrator officer "
        "guard worker hostage prisoner".split(),
        "people",
    ),
    **dict.fromkeys("troop serviceman servicemen personnel force".split(), "troops"),
    **dict.fromkeys("job post position redundancy layoff".split(), "people"),
    **dict.fromkeys("carriage coach wagon".split(), "carriages"),
    **dict.fromkeys("ship vessel".split(), "ships"),
    **dict.fromkeys("warship frigate destroyer corvette cruiser".split(), "ships"),
    **dict.fromkeys("missile rocket".split(), "missiles"),
    **dict.fromkeys("strike attack raid".split(), "attacks"),
}
_ANYONE = frozenset(
    "people person other life live man men one victim body casualty lost claimed taken".split()
)
# Who loses a home or is taken away from it lives there, by whatever word.
_RESIDENT = "resident"
_OF_RESIDENTS = frozenset("evacuated homeless displaced".split())
# Outlets call the same people by these.
_PEOPLE_ALIKE = {
    **dict.fromkeys("rebel militant guerrilla insurgent".split(), "fighter"),
    **dict.fromkeys("serviceman servicemen troop".split(), "soldier"),
    **dict.fromkeys("protester demonstrator".split(), "marcher"),
    **dict.fromkeys("villager inhabitant".split(), _RESIDENT),
    **dict.fromkeys("inmate detainee fugitive escapee convict".split(), "prisoner"),
    **dict.fromkeys("employee labourer laborer staff".split(), "worker"),
    **dict.fromkeys("migrant asylum-seeker".split(), "refugee"),
    **dict.fromkeys("pupil schoolchild".split(), "student"),
    **dict.fromkeys("warder jailer".split(), "guard"),
    **dict.fromkeys("traveller traveler".split(), "passenger"),
}
_IDLE = frozenset("time way side thing part".split())  # counted, but no quantity of the world
_WEIGHTY = 1.5  # rarity from which a counted term tells one thing from another
_DELTA = re.compile(
    r"\b(?:by|another|additional|extra|further|up|down|rose|fell|(?:rise|increase|decrease|drop|fall"
    r"|cut|jump|gain|decline|reduction|surge|growth) of)"
    r"(?: (?:a|an|about|some|nearly|more than|almost|around))?\s+$",
    re.IGNORECASE,
)
# So many on top of others, or of them: neither is how many there are.
_ADDED = re.compile(r"\b(?:another|an? additional|an extra|a further)\s+$", re.IGNORECASE)
_ADDED_INSIDE = re.compile(
    r"(?<!\bor )(?<!\bany )\b(?:more|additional|extra|further)\b(?! than\b)", re.IGNORECASE
)
_PART = re.compile(r"\b(?:including|among them|of whom|of which)\s+$", re.IGNORECASE)
# "Three of the suspects"; "three of them were freed" are all of those freed.
_PART_OF = re.compile(r"\s+of (?:the|these|those|its|his|her|their|whom|which)\b", re.IGNORECASE)
# Not how long something lasts, but of which days something is told.
_WINDOW = re.compile(
    r"\b(?:the|these|those) (?:past|last|previous|preceding|next|coming|following)\s+$",
    re.IGNORECASE,
)
_PERIODS = frozenset("s min h day days week weeks month months year years hour hours".split())
_AGE = re.compile(r"\byears?[ -]old\b", re.IGNORECASE)

_RATE = re.compile(
    r"\b(?:an?|per|each|every) (?P<per>hour|day|week|month|year)\b"
    r"|\b(?P<ly>hour|dai|week|month|year)ly\b"
)
_SHARES = "%"  # fractions and percentages are one unit


class Slot(NamedTuple):
    """What a figure measures: kind of unit, what is counted, whose, and where."""

    unit: str  # "" where the figure counts nothing that could be compared
    counted: frozenset[str]
    measure: bool  # of a measure ("h", "%", "USD"), not of things
    delta: bool  # by how much something changed, not how much there is
    part: bool  # how many of those just told of
    rate: str | None  # "day" where it is so many a day
    head: str  # the word that names the unit
    who: frozenset[str]  # of people: which ones, as far as the words say
    whose: str | None
    place: str | None


@once
def read_slot(telling: Telling[Figure]) -> Slot:
    """Return the slot of a figure."""
    figure = telling.row
    head = _find_head(figure.unit or "")
    terms = {term for term in find_terms(figure.counted or "") if read_rarity(term) >= _WEIGHTY}
    counted = frozenset(terms - {head})
    measure = head != "" and head not in _HEADS and head not in find_terms(figure.counted or "")
    measure = measure and not is_person_noun(head)
    unit = _HEADS.get(head, "people" if is_person_noun(head) else head)
    fates = counted & FATES
    if fates and _is_adjective(figure.counted or "") and (done := _find_done(telling)) is not None:
        fates = frozenset({done})
    if head in _DEAD or counted & _DEAD:
        fates |= {"killed"}
    if unit == "people" and not fates:
        marching = not _MARCHERS.isdisjoint({head, *terms})
        fates = _find_fate(telling) or frozenset({"marching"} if marching else ())
    fates = frozenset(_ALIKE_FATES.get(fate, fate) for fate in fates)
    if fates:
        unit, counted, measure = "people", fates, False
    if counted & _MEETINGS:
        counted = counted - _MEETINGS | {"talks"}
    return Slot(
        unit="" if unit in _IDLE or unit == "age" or _is_no_size(telling, unit) else unit,
        counted=counted,
        measure=measure,
        delta=_is_delta(telling),
        part=_is_part(telling, unit),
        rate=_find_rate(figure, telling.words),
        head=head,
        who=_find_population(figure, fates) if unit == "people" else frozenset(),
        whose=_find_owner(telling),
        place=(figure.place or "").lower() or None,
    )


def _is_adjective(counted: str) -> bool:
    """Return whether a fate only tells which people are counted: "kidnapped workers"."""
    return next(iter(reversed(list(find_terms(counted)))), "") not in FATES


def _find_done(telling: Telling[Figure]) -> str | None:
    """Return what was done to people right before their number: "freed | three of the workers"."""
    match = _DONE_TO.search(_read_before(telling))
    if match is None:
        return None
    fate = "killed" if match["dead"] else _FATE_OF[match["fate"][:4].lower()]
    return _ALIKE_FATES.get(fate, fate)


def _find_fate(telling: Telling[Figure]) -> frozenset[str]:
    """Return what was done to people right before their number, or is told of them behind it."""
    done = _find_done(telling)
    if done is not None:
        return frozenset({done})
    if _CROWD.search(_read_before(telling)):
        return frozenset({"marching"})
    text, end = telling.setting.article.text, telling.span.end
    return frozenset(fate for fate, told in _TOLD.items() if told.match(text, end, end + _BEHIND))


def _find_head(unit: str) -> str:
    """Return the word that names a unit; a rate is named by all of it: "usd/tonne"."""
    if "/" in unit:
        return unit.lower()
    if unit == "share":
        return _SHARES
    return next(iter(reversed(list(find_terms(unit)))), unit)


def _find_rate(figure: Figure, words: str) -> str | None:
    if figure.unit and "/" in figure.unit:
        return figure.unit.rpartition("/")[2]
    match = _RATE.search(f"{figure.counted or ''} {words}")
    if match is None:
        return None
    per: str = match["per"] or match["ly"]
    return "day" if per == "dai" else per


def may_be_one_place(a: str | None, b: str | None) -> bool:
    """Return whether two places may be one: one unknown, inside the other, or a form of it."""
    if a is None or b is None or a in b or b in a:
        return True
    return a[:PLACE_LETTERS] == b[:PLACE_LETTERS]


def may_be_one_population(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether two figures may count the same people: not two kinds or two nations."""
    return not a or not b or bool(a & b)


def _find_population(figure: Figure, fates: frozenset[str]) -> frozenset[str]:
    """Return the words that say which people are counted: "Ostran", "child", "soldier"."""
    terms = {*find_terms(figure.unit or ""), *find_terms(figure.counted or "")}
    terms |= {fold_word(word) for word in figure.words.split()[1:] if word[:1].isupper()}
    told = {
        _PEOPLE_ALIKE.get(term, term)
        for term in terms - _ANYONE - _DEAD - FATES
        if read_rarity(term) >= _WEIGHTY and not term[0].isdigit()
    }
    return frozenset(told - {_RESIDENT} if fates & _OF_RESIDENTS else told)


def _is_delta(telling: Telling[Figure]) -> bool:
    before = _read_before(telling)
    if _ADDED.search(before) or _ADDED_INSIDE.search(telling.words):
        return True
    return telling.row.change is not None and _DELTA.search(before) is not None


def _is_no_size(telling: Telling[Figure], unit: str) -> bool:
    """Return whether a figure is somebody's age, or the days of which something is told."""
    span = telling.row.span
    if _AGE.search(telling.setting.article.text, span.start, span.end + 4):
        return True
    return unit in _PERIODS and _WINDOW.search(_read_before(telling)) is not None


def _is_part(telling: Telling[Figure], unit: str) -> bool:
    if _PART.search(_read_before(telling)):
        return True
    if unit == _SHARES:  # "a third of the vote" is all that is counted
        return False
    return _PART_OF.match(telling.setting.article.text, telling.row.span.end) is not None


def _read_before(telling: Telling[Figure]) -> str:
    start = telling.row.span.start
    return telling.setting.article.text[max(0, start - 40) : start]


def _find_owner(telling: Telling[Figure]) -> str | None:
    """Return the side of the actor whose the counted things are, `None` where it has none."""
    for actor in telling.setting.actors.values():
        if actor.name == telling.row.whose:
            side = telling.setting.side(actor.id)
            return side if side is not None and side.startswith("state ") else None
    return None
