"""What a figure measures, in terms that meet across articles."""

import re
from typing import NamedTuple

from onrecord.compare.fates import (
    TAKING_PART,
    cut_own_fate,
    drop_fates,
    find_fate,
    find_taken_part,
    read_fate,
)
from onrecord.compare.stages import Stage, read_stage
from onrecord.compare.tellings import Telling, once
from onrecord.records import Figure, Span
from onrecord.stories.terms import find_terms, fold_word, read_rarity
from onrecord.text.wordclasses import is_person_noun

PLACE_LETTERS = 5  # "Ukraine", "Ukrainian"
_PEOPLE_OF = re.compile(r"[A-Z][a-z]+(?:ans|ese|is)")  # "Kenyans", "Iraqis"
_NATION = re.compile(r"\b[A-Z][a-z]+(?:ans?|ese|is?|ish)\b")  # "Kenyan workers"
_MEETINGS = frozenset(
    "met meet meeting talk talked spoke lasted lasting last negotiated negotiation".split()
)
# Heads that outlets use for one another.
_HEADS = {
    **dict.fromkeys(
        "people person man men woman women child children civilian citizen other resident life "
        "live body bodies villager sailor soldier fighter militant rebel protester marcher "
        "demonstrator officer guard worker hostage prisoner".split(),
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
    "people person other life live man men one victim body casualty lost claimed taken dead death "
    "toll fatality".split()
)
# What is counted of a fate that befalls people, by a noun of its own: "24 deaths", "40 arrests".
_OF_EVENTS = frozenset(
    "killed wounded missing arrested hostage deported released infected escaped".split()
) | {"laid off"}
# Who loses a home or is taken away from it lives there, by whatever word.
_RESIDENT = "resident"
_PEOPLE = frozenset({"people", ""})  # who a number without a noun may count
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
_IDLE = frozenset("age time way side thing part".split())  # counted, but no quantity of the world
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
_ADDED_REACH = 200  # characters before, in which something else is told of others
# "The toll rose to 12 after divers recovered | three bodies |": those of one day.
_FOUND = re.compile(
    r"\b(?:recover|f(?:ou|i)nd|pull|retriev|discover|dragg?|brought)\w*\s(?:out\s|up\s)?$",
    re.IGNORECASE,
)
_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?)\b", re.IGNORECASE)
_TOLL = re.compile(r"\b(?:toll|dead|deaths|killed)\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:including|among them|of whom|of which)\s+$", re.IGNORECASE)
# "Three of the suspects"; "three of them were freed" are all of those freed.
_PART_OF = re.compile(
    r"\s+of (?:the|these|those|(?:its|his|her|their)(?! own\b)|whom|which)\b", re.IGNORECASE
)
# Not how long something lasts, but of which days something is told.
_WINDOW = re.compile(
    r"\b(?:the|these|those) (?:past|last|previous|preceding|next|coming|following)\s+$",
    re.IGNORECASE,
)
_PERIODS = frozenset("s min h day days week weeks month months year years hour hours".split())
_AGE = re.compile(r"\byears?[ -]old\b", re.IGNORECASE)

_PLURAL = re.compile(r"[a-z-]{2,}[^\Wsui]s")
_RATE = re.compile(
    r"\b(?:an?|per|each|every) (?P<per>hour|day|week|month|year)\b"
    r"|\b(?P<ly>hour|dai|week|month|year)ly\b"
)
_UNITS_OF = {"hour": "h", "dai": "days"}
_SHARES = "%"  # fractions and percentages are one unit


class Slot(NamedTuple):
    """What a figure measures: kind of unit, what is counted, whose, and where."""

    unit: str  # "" where it is not told
    idle: bool  # it counts nothing that could be compared: an age, "two sides"
    counted: frozenset[str]
    fate: str | None  # of people: what befell them, or what they did
    measure: bool  # of a measure ("h", "%", "USD"), not of things
    delta: bool  # by how much something changed, not how much there is
    part: bool  # how many of those just told of
    rate: str | None  # "day" where it is so many a day
    head: str  # the word that names the unit
    who: frozenset[str]  # of people: which ones, as far as the words say
    nation: str | None  # of people: the first letters of what they are called by
    whose: str | None
    place: str | None
    stage: Stage | None


@once
def read_slot(telling: Telling[Figure]) -> Slot:
    """Return the slot of a figure."""
    figure = telling.row
    head = _find_head(figure.unit or _find_numbered(figure.counted or ""))
    terms = {term for term in find_terms(figure.counted or "") if read_rarity(term) >= _WEIGHTY}
    counted = frozenset(terms - {head})
    measure = head != "" and head not in _HEADS and head not in find_terms(figure.counted or "")
    people = is_person_noun(head) or any(
        _PEOPLE_OF.fullmatch(words or "") for words in (figure.unit, figure.counted)
    )
    measure = measure and not people
    unit = _HEADS.get(head, "people" if people else head)
    fate = _find_fate(telling, unit)
    if fate is not None:
        unit, measure = "people", False
        counted &= frozenset(find_terms(drop_fates(figure.counted or "")))
    if counted & _MEETINGS:
        counted = counted - _MEETINGS | {"talks"}
    return Slot(
        unit=unit,
        idle=unit in _IDLE or _is_no_size(telling, unit),
        counted=counted,
        fate=fate,
        measure=measure,
        delta=_is_delta(telling),
        part=_is_part(telling, unit),
        rate=_find_rate(figure, telling.words),
        head=head,
        who=_find_population(figure, fate) if unit == "people" else frozenset(),
        nation=_find_nation(figure) if unit == "people" else None,
        whose=_find_owner(telling),
        place=(figure.place or "").lower() or None,
        stage=read_stage(telling),
    )


def _find_fate(telling: Telling[Figure], unit: str) -> str | None:
    """Return what befell the people who are counted.

    What only tells which people they are does so where nothing else does: "freed | three of the
    kidnapped workers |".
    """
    counted = telling.row.counted or ""
    done = read_fate(counted.rpartition(" ")[2])
    if unit not in _PEOPLE and (done or read_fate(telling.words)) not in _OF_EVENTS:
        return None
    if done is not None:
        return done
    (start, end), (first, last) = telling.sentence_span, telling.span
    fate = find_fate(telling.sentence, Span(first - start, last - start)) or read_fate(counted)
    if fate != TAKING_PART:
        return fate
    text = telling.setting.article.text
    return find_taken_part(text[:first], text[last:end])


def _find_head(unit: str) -> str:
    """Return the word that names a unit; a rate is named by all of it: "usd/tonne"."""
    if "/" in unit:
        return unit.lower()
    if unit == "share":
        return _SHARES
    return next(iter(reversed(list(find_terms(unit)))), unit)


def _find_numbered(counted: str) -> str:
    """Return the noun of those whose number is told without one of its own: "the number of
    | families | rose to 90"; "" where it is no noun in the plural."""
    last = counted.rpartition(" ")[2]
    return last if _PLURAL.fullmatch(last) and read_fate(last) is None else ""


def _find_rate(figure: Figure, words: str) -> str | None:
    if figure.unit and "/" in figure.unit:
        return figure.unit.rpartition("/")[2]
    match = _RATE.search(f"{figure.counted or ''} {words}")
    if match is None:
        return None
    per: str = match["per"] or match["ly"]
    if figure.unit in (_UNITS_OF.get(per), per, f"{per}s"):
        return None  # "nearly an hour" is no rate
    return "day" if per == "dai" else per


def may_be_one_place(a: str | None, b: str | None) -> bool:
    """Return whether two places may be one: one unknown, inside the other, or a form of it."""
    if a is None or b is None or a in b or b in a:
        return True
    return a[:PLACE_LETTERS] == b[:PLACE_LETTERS]


def _find_population(figure: Figure, fate: str | None) -> frozenset[str]:
    """Return the words that say which people are counted: "Ostran", "child", "soldier"."""
    terms = {*find_terms(figure.unit or ""), *find_terms(figure.counted or "")}
    terms |= {fold_word(word) for word in figure.words.split()[1:] if word[:1].isupper()}
    told = {
        _PEOPLE_ALIKE.get(term, term)
        for term in terms - _ANYONE
        if read_rarity(term) >= _WEIGHTY and not term[0].isdigit() and read_fate(term) is None
    }
    return frozenset(told - {_RESIDENT} if fate in _OF_RESIDENTS else told)


def _find_nation(figure: Figure) -> str | None:
    """Return by what nation people are called: "six Iraqis", "Kenyan workers"."""
    match = _NATION.search(f"{figure.unit or ''} {figure.counted or ''}")
    return None if match is None else match[0][:PLACE_LETTERS]


def _is_delta(telling: Telling[Figure]) -> bool:
    before = _read_before(telling)
    if _FOUND.search(before) and _BODIES.search(telling.words) and _counts_all(telling):
        return True
    if _ADDED_INSIDE.search(telling.words):
        return True
    if _ADDED.search(before):
        return not adds_to_others(telling)
    return telling.row.change is not None and _DELTA.search(before) is not None


def adds_to_others(telling: Telling[Figure]) -> bool:
    """Return whether "another" adds to those whom something else befell: "23 died; another | 41 |
    were injured" are all the injured."""
    start, (first, last) = telling.sentence_span.start, telling.span
    own = find_fate(telling.sentence, Span(first - start, last - start))
    before = telling.setting.article.text[max(0, first - _ADDED_REACH) : first]
    told = read_fate(cut_own_fate(before))
    return own is not None and told is not None and own != told


def _counts_all(telling: Telling[Figure]) -> bool:
    """Return whether the sentence of those who were found also tells how many are dead in all."""
    before = telling.sentence[: telling.span.start - telling.sentence_span.start]
    return _TOLL.search(before) is not None


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
    """Return the side of the actor whose the counted things are, `None` where it has none.

    Money that somebody reports as his own is his: "Berg reported $5,000 in income".
    """
    for actor in telling.setting.actors.values():
        if actor.name == telling.row.whose:
            side = telling.setting.side(actor.id)
            if side is not None and side.startswith("state "):
                return side
            own = actor.id == telling.row.giver and telling.row.unit is not None
            return telling.setting.name(actor.id) if own else None
    return None
