"""Why two figures that look like one quantity may be of two things."""

import re

from onrecord.compare.conflict_likeness import is_sure_conflict
from onrecord.compare.contexts import measure_likeness, weigh_context
from onrecord.compare.fates import read_fate
from onrecord.compare.intervals import allow_values, measure_size
from onrecord.compare.quantity_likeness import SURE_ALIKE, measure_ratio, rate_alike
from onrecord.compare.slots import PLACE_LETTERS, Slot, adds_to_others, read_slot
from onrecord.compare.stages import Stage
from onrecord.compare.tellings import Telling, once
from onrecord.compare.traits import read_figure
from onrecord.compare.wording import TELLING
from onrecord.records import Figure
from onrecord.stories.terms import read_rarity

SAME_ALIKE = 0.25  # of the sentences, for numbers that do not fit
SAME_MEASURE = 0.5  # ... of a bare measure: "30 km", "24 %"
CONFLICT_ALIKE = 0.4  # ... of one day, where no two givers are named
SAME_UNSAID = 0.65  # ... that not both say what they are of
ROOM = 2.0  # a bound that leaves room for a number so many times another says little
WHOLE = 100.0  # per cent
LEAP = 3.0  # nor does a count become so many times another from one day to the next
# What befell people for a time: fewer are so as days go by.
_DWINDLING = frozenset({None, "missing", "trapped", "hostage"})
TOO_LITTLE = "too little says that they are of one thing"

_NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")
_SOMEWHERE = re.compile(
    r"\b(?:(?:some|certain|many|several) (?:areas|places|parts|regions|districts|spots|towns)"
    r"|(?:in )?parts of|in places|locally)\b",
    re.IGNORECASE,
)
# What somebody wants to be is not what is.
_WANTED = re.compile(
    r"\b(?:propos(?:e[sd]?|al|als|ing)|(?:argu(?:e[sd]?|ing)|call(?:s|ed|ing)?"
    r"|push(?:es|ed|ing)?) for)\b",
    re.IGNORECASE,
)

_STILL = re.compile(r"\bstill (?:\w+ )?(?:missing|trapped|stranded|held|hostage|unaccounted)\b")
_VAGUE = re.compile(
    r"(?:(?:about|some|many|several|at least|well over|more than) )?"
    r"(?:(?:dozens|scores|tens|hundreds|thousands|millions)\b[\w ]*?\b)?"
    r"(?:dozens|scores|hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)

# How many it could hold is not how many it held.
_ROOM = re.compile(
    r"\b(?:(?:can|could|may|might)\s(?:\w+\s)?(?:carry|hold|take|seat|bear|support|house|sleep)"
    r"|(?:built|designed|meant|licensed|certified|intended|approved)\s(?:for|to\s\w+)|room\sfor"
    r"|capacity\s(?:of|for)|seats)\b[^,;]{0,20}$",
    re.IGNORECASE,
)
# What is paid for it or would be without it is not what there is.
_GIVEN_UP = re.compile(
    r"\b(?:at the (?:cost|price|expense) of|instead of|rather than)\s+(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)

# Besides those whom the sentence names: "the mayor and | three other people |"; where something
# else befell these, they are all: "two died, and | 12 others | were hurt".
_BESIDES = re.compile(r"\bothers?\b", re.IGNORECASE)
# "12 people, including the gunman": most counts of the dead leave open whether he is among them.
_DOERS = re.compile(
    r"^[^.;]{0,60}?\b(?:(?:not )?(?:including|counting)|excluding|besides|among them)"
    r" (?:[\w-]+ ){0,3}?(?:gunm[ae]n|shooters?|attackers?|assailants?|bombers?|hijackers?"
    r"|perpetrators?|killers?)\b",
    re.IGNORECASE,
)


def find_doubt(a: Telling[Figure], b: Telling[Figure], *, rivals: bool) -> str | None:
    """Return why two numbers that do not fit may be of two things, `None` where they are of one.

    A conflict or a change is shown only where the two are surely of one quantity, or told in words
    that are alike, and not where the smaller number may count a part of the larger.
    """
    first, second = read_slot(a), read_slot(b)
    sure = is_sure(a, b)
    if not sure and rate_alike(read_figure(a), read_figure(b), together=True) < SURE_ALIKE:
        return TOO_LITTLE
    low, high = (first, second) if is_below(a.row, b.row) else (second, first)
    if not sure and low.who and not low.who & high.who:
        return "the smaller may count only some of them"
    if first.measure and _names_another(a, b) and _names_another(b, a):
        return f"one is of {a.row.counted}, the other of {b.row.counted}"
    if first.part != second.part:
        return "one is of a part of those that are told of"
    if _is_besides(a) != _is_besides(b):
        return "one is of others than those who are named beside it"
    if _tells_of_doers(a) != _tells_of_doers(b):
        return "only one says whether those who did it are among them"
    if _is_somewhere(a) != _is_somewhere(b):
        return "one is of some places only"
    if _is_room(a) != _is_room(b):
        return "one is how many there is room for"
    if _is_wanted(a) or _is_wanted(b):
        return "what is proposed is no more than that"
    stages = first.stage, second.stage
    if first.measure and stages[0] != stages[1]:
        return _say_stages(*stages)
    if _is_vague(a) or _is_vague(b):
        return "“hundreds” and its like say no number"
    if _is_given_up(a) != _is_given_up(b):
        return "one is what is given up"
    if sure or rivals or (_goes_on(a) and _goes_on(b) and first.fate == second.fate):
        return None
    if not are_placed(a, b) and not _share_matter(a, b):
        return TOO_LITTLE
    return TOO_LITTLE if measure_alike(a, b) < _find_least(first, second) else None


def is_sure(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether two numbers that do not fit are surely of one quantity, in whatever words."""
    alone = a.ref.article == b.ref.article
    return is_sure_conflict(read_figure(a), read_figure(b), alone=alone)


def _says_what(slot: Slot) -> bool:
    return bool(slot.counted) or slot.fate is not None


def _say_stages(*stages: Stage | None) -> str:
    """Return in words that what is demanded, offered or ordered is not yet so, or is another."""
    told = [stage for stage in stages if stage is not None]
    return f"one is {' and the other '.join(told)}" if len(told) > 1 else f"one is only {told[0]}"


def _find_least(first: Slot, second: Slot) -> float:
    """Return how alike the sentences of two numbers that do not fit must be.

    The less is said of what they are of, the more. What says only which people they are ("police
    officers") does not say what became of them.
    """
    named = first.counted == second.counted and bool(first.counted - first.who)
    if named:
        return 0.0
    if first.measure:
        return SAME_MEASURE if first.counted & second.counted else SAME_UNSAID
    return 0.0 if first.place is not None and first.place == second.place else SAME_ALIKE


def doubt_meeting(a: Telling[Figure], b: Telling[Figure]) -> str | None:
    """Return why two numbers that some value fits both of may yet be of two things.

    A bound leaves room for much that has nothing to do with it.
    """
    if measure_alike(a, b) >= CONFLICT_ALIKE:
        return None
    if _names_another(a, b) and _names_another(b, a):
        return f"one is of {a.row.counted}, the other of {b.row.counted}"
    return TOO_LITTLE if measure_ratio(read_figure(a), read_figure(b)) > ROOM else None


def doubt_conflict(a: Telling[Figure], b: Telling[Figure]) -> str | None:
    """Return why numbers of one day may be of two things, where no two givers are named.

    A sentence that has the other's number too gives its own for something else.
    """
    if not (is_sure(a, b) or are_placed(a, b)) and measure_alike(a, b) < CONFLICT_ALIKE:
        return TOO_LITTLE
    first, second = read_slot(a), read_slot(b)
    wholes = first.unit == "%" and WHOLE in (measure_size(a.row), measure_size(b.row))
    if wholes and first.counted != second.counted:
        return "one is the whole of something"
    for one, other in ((a, b), (b, a)):
        printed = _NUMBER.findall(one.words)
        if printed and set(printed) <= set(_NUMBER.findall(other.sentence)):
            return "one sentence gives both, and so for different things"
    return None


def doubt_change(earlier: Telling[Figure], later: Telling[Figure], *, rivals: bool) -> str | None:
    """Return why numbers of two days may be of two things.

    Of the hurt of one event there are seldom fewer on a later day; of the missing there are.
    """
    if is_sure(earlier, later):
        return None
    grows = read_slot(earlier).fate not in _DWINDLING
    if grows and is_below(later.row, earlier.row):
        return "the smaller may count only some of them"
    unsaid = not any(_says_what(read_slot(each)) for each in (earlier, later))
    if not rivals and unsaid and measure_alike(earlier, later) < CONFLICT_ALIKE:
        return TOO_LITTLE
    if not rivals and measure_ratio(read_figure(earlier), read_figure(later)) > LEAP:
        alike = measure_alike(earlier, later)
        return TOO_LITTLE if alike < CONFLICT_ALIKE else None
    return None


def measure_alike(a: Telling[Figure], b: Telling[Figure]) -> float:
    """Return how alike the sentences of two figures are, 0 to 1."""
    return measure_likeness(weigh_context(a), weigh_context(b))


def are_placed(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether both figures are for one place that is named."""
    first, second = read_slot(a), read_slot(b)
    return first.place is not None and first.place == second.place


def is_below(a: Figure, b: Figure) -> bool:
    """Return whether every value of `a` is less than every value of `b`."""
    return allow_values(a).high < allow_values(b).low


def _share_matter(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether the sentences have a telling word in common beside what became of people."""
    shared = weigh_context(a).keys() & weigh_context(b).keys()
    return any(read_rarity(term) >= TELLING for term in shared if read_fate(term) is None)


def _names_another(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether `a` is of something that the sentence of `b` does not speak of."""
    known = {term[:PLACE_LETTERS] for term in (*weigh_context(b), *read_slot(b).counted)}
    return any(term[:PLACE_LETTERS] not in known for term in read_slot(a).counted)


@once
def _is_somewhere(telling: Telling[Figure]) -> bool:
    return _SOMEWHERE.search(telling.sentence) is not None


@once
def _is_besides(telling: Telling[Figure]) -> bool:
    return _BESIDES.search(telling.words) is not None and not adds_to_others(telling)


@once
def _tells_of_doers(telling: Telling[Figure]) -> bool:
    return _DOERS.search(telling.sentence.partition(telling.words)[2]) is not None


@once
def _goes_on(telling: Telling[Figure]) -> bool:
    """Return whether people are told as what they were before: "three are | still missing |"."""
    fate = read_slot(telling).fate
    return fate is not None and fate in _DWINDLING and _STILL.search(telling.sentence) is not None


@once
def _is_vague(telling: Telling[Figure]) -> bool:
    return _VAGUE.match(telling.words) is not None


@once
def _is_wanted(telling: Telling[Figure]) -> bool:
    return _WANTED.search(_read_up_to(telling)) is not None


@once
def _is_room(telling: Telling[Figure]) -> bool:
    return _ROOM.search(_read_up_to(telling)) is not None


@once
def _is_given_up(telling: Telling[Figure]) -> bool:
    return _GIVEN_UP.search(_read_up_to(telling)) is not None


def _read_up_to(telling: Telling[Figure]) -> str:
    """Return the sentence of a figure up to the figure."""
    return telling.sentence.partition(telling.words)[0]
