"""How two figures of one slot stand to each other."""

import re

from onrecord.compare.answers import answers
from onrecord.compare.bygone import are_of_what_is_over
from onrecord.compare.corrections import (
    is_corrected,
    is_retracted,
    is_superseded,
    puts_right,
)
from onrecord.compare.days import Days, count_apart, count_width, fill_days, say_days
from onrecord.compare.doubts import (
    doubt_change,
    doubt_conflict,
    doubt_meeting,
    find_doubt,
    is_below,
)
from onrecord.compare.earlier_numbers import comes_from, corrects, was_told_at_first
from onrecord.compare.givers import are_of_two_states, are_rivals
from onrecord.compare.intervals import allow_values, could_meet, same_ends, say_meeting
from onrecord.compare.own_counts import are_of_two_houses, find_left_out
from onrecord.compare.seats import is_seat
from onrecord.compare.slots import Slot, may_be_one_place, read_slot
from onrecord.compare.tellings import Telling, once
from onrecord.compare.traits import read_figure, tells_of_one_year
from onrecord.compare.verdicts import Verdict
from onrecord.records import Article, Figure
from onrecord.stories.pages import find_version_day, name_page

RIVAL_DAYS = 1  # givers this near in time speak of one moment
RATE_DAYS = 7  # ... of so much a day, or of a deed that one of them tells as over
_GROWING = frozenset("arrested wounded deported".split())
_ORDINAL = re.compile(r"\b(first|second|third|fourth|fifth)\b(?! of | to )", re.IGNORECASE)
# What is done to one thing is not done to the other: where each sentence has one word of two.
_EXCLUSIVE = tuple(
    (re.compile(rf"\b(?:{one})", re.IGNORECASE), re.compile(rf"\b(?:{other})", re.IGNORECASE))
    for one, other in (
        ("destroy", "damag"),
        ("export", "import"),
        ("killed|dead|died|death", "wounded|injured"),
        ("asked|requested|demand", "promis|pledg|sent|deliver"),
        ("bought|buy", "sold|sell"),
        ("arriv", "left|leav|depart"),
    )
)
_APART = {(True, False), (False, True)}  # what each of two has of such a pair
# What was told at first, and what is told since.
_AT_FIRST = re.compile(
    r"\b(?:initially|originally|at first|first (?:put|gave|said|reported|counted|spoke))\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:later|since|now|subsequently)\b", re.IGNORECASE)
KNOWN_DAYS = 7  # an interval up to this wide says well enough as of when


def relate_figures(a: Telling[Figure], b: Telling[Figure]) -> Verdict:
    """Return how figure `b` stands to `a`; only "changed" has a direction.

    Numbers that are printed the same agree; intervals that meet, once rounding and words like
    "about" are allowed for, are compatible. Disjoint ones differ if both hold for the same days
    in the same scope, have changed if one holds for later days, and cannot be compared where
    the days or the scope are not known to match.
    """
    tags = ("denial",) if a.row.denied_by or b.row.denied_by else ()
    words = f"“{a.words}” and “{b.words}”"
    meets = could_meet(allow_values(a.row), allow_values(b.row))
    if not meets and answers(a, b):
        reason = f"{words}: the one is given in answer to the other"
        return Verdict(relation="differ", reason=reason, tags=(*tags, "different givers"))
    scope = _name_scope(a, b, meets=meets)
    if scope is not None:
        return Verdict(relation="not comparable", reason=f"{words}: {scope}", tags=tags)
    if same_ends(a.row, b.row):
        return Verdict(relation="agree", reason=f"{words}: the same value and bound", tags=tags)
    if meets:
        doubt = doubt_meeting(a, b)
        if doubt is not None:
            return Verdict(relation="not comparable", reason=f"{words}: {doubt}", tags=tags)
        reason = f"{words}: {say_meeting(a.row, b.row)}"
        return Verdict(relation="compatible", reason=reason, tags=tags)
    left_out = find_left_out(a, b)
    if left_out is not None:
        return Verdict(relation="compatible", reason=f"{words}: {left_out}", tags=tags)
    retracted = is_retracted(a), is_retracted(b)
    if retracted[0] != retracted[1]:
        if a.ref.article == b.ref.article:
            return _tell_change(a, b, "put right in the article", retracted[1], tags)
        reason = f"{words}: one is taken back by its outlet"
        return Verdict(relation="not comparable", reason=reason, tags=tags)
    superseded = is_superseded(a), is_superseded(b)
    if superseded[0] != superseded[1]:
        return _tell_change(a, b, "told before, and then put right", superseded[1], tags)
    told = _tell_told(a, b, tags)
    if told is not None:
        return told
    version = _order_versions(a.setting.article, b.setting.article)
    if version:
        how = "in another version of the page"
        return _tell_change(a, b, how, version < 0, (*tags, "new version"))
    rivals = are_rivals(a, b)
    doubt = find_doubt(a, b, rivals=rivals)
    if doubt is not None:
        return Verdict(relation="not comparable", reason=f"{words}: {doubt}", tags=tags)
    if rivals:
        tags = (*tags, "different givers")
    return _relate_disjoint(a, b, words, rivals, tags)


def _tell_told(a: Telling[Figure], b: Telling[Figure], tags: tuple[str, ...]) -> Verdict | None:
    """Return the relation that a sentence itself tells of two figures; `None` where none does.

    It puts the other's number right, says that it was so before ("up from 200"), or that it is
    wrong ("38 had escaped, not 43").
    """
    for earlier, later in ((a, b), (b, a)):
        if puts_right(later, earlier):
            return _tell_change(a, b, "put right by its outlet", later is a, (*tags, "correction"))
        if comes_from(later, earlier):
            return _tell_change(a, b, "from one to the other", later is a, (*tags, "series"))
        if corrects(later, earlier) and later.ref.article != earlier.ref.article:
            if was_told_at_first(later):
                return _tell_change(a, b, "put right", later is a, (*tags, "correction"))
            reason = f"“{later.words}”, and not “{earlier.words}”, one says"
            return Verdict(relation="differ", reason=reason, tags=(*tags, "correction"))
    return None


def _relate_disjoint(
    a: Telling[Figure], b: Telling[Figure], words: str, rivals: bool, tags: tuple[str, ...]
) -> Verdict:
    """Return the relation of two figures that no value fits both of: by the days they hold for.

    Two `rivals` who give their figures within RIVAL_DAYS contradict each other; so do two within
    one article, while one giver's or nobody's two figures of one article are of two things.
    """
    bygone = tells_of_one_year(read_figure(a), read_figure(b))
    toll = _is_toll(a) and _is_toll(b) and not bygone
    first, second = (_find_days(telling, toll=toll) for telling in (a, b))
    told_as_of = "told" if toll else "as of"
    apart = count_apart(first, second)
    put_right = _order_reports(a, b)
    if put_right is not None:
        return _tell_change(a, b, "first the one, later the other", put_right, tags)
    if apart:
        swapped = _is_later(first, second)
        earlier, later = (b, a) if swapped else (a, b)
        days = sorted((first, second), reverse=swapped, key=lambda each: each is second)
        if rivals and _contradict(earlier, later, apart, toll=toll):
            reason = f"{words}: two givers, {apart} day{'' if apart == 1 else 's'} apart"
            return Verdict(relation="differ", reason=reason, tags=tags)
        over = are_of_what_is_over(a, b, near=rivals and apart <= RATE_DAYS)
        if over and (rivals or _have_other_givers(a, b)):
            reason = f"{words}: of what was over when they were given"
            return Verdict(relation="differ", reason=reason, tags=tags)
        then = "then" if toll else "then of"
        told = f"{told_as_of} {say_days(days[0])}, {then} {say_days(days[1])}"
        corrected = is_corrected(later) and not rivals
        if toll and _has_fallen(earlier.row, later.row) and not corrected:
            reason = f"{words}: a toll does not fall ({told})"
            return Verdict(relation="differ", reason=reason, tags=tags)
        doubt = None if toll else doubt_change(earlier, later, rivals=rivals)
        if doubt is not None:
            return Verdict(relation="not comparable", reason=f"{words}: {doubt}", tags=tags)
        return _tell_change(a, b, told, swapped, tags)
    if a.ref.article == b.ref.article and not rivals:
        reason = f"{words}: one article gives both, and so for different things"
        return Verdict(relation="not comparable", reason=reason, tags=tags)
    widths = count_width(first), count_width(second)
    known = apart is not None and all(w is not None and w <= KNOWN_DAYS for w in widths)
    known = known or bygone or (rivals and first == second and _is_told(a) and _is_told(b))
    if not known and not (rivals and a.ref.article == b.ref.article):
        told = f"{told_as_of} {say_days(first)} and {say_days(second)}"
        if first == second and None not in first:
            told = f"both {told_as_of} some day of {say_days(first)}"
        reason = f"{words}: not known to be for the same days ({told})"
        return Verdict(relation="not comparable", reason=reason, tags=tags)
    doubt = None if rivals else doubt_conflict(a, b)
    if doubt is not None:
        return Verdict(relation="not comparable", reason=f"{words}: {doubt}", tags=tags)
    reason = f"{words}: no value fits both, {'told' if toll else 'for'} {say_days(first)}"
    return Verdict(relation="differ", reason=reason, tags=tags)


def _have_other_givers(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether two measures are not given by one and the same."""
    first, second = a.setting.key(a.row.giver), b.setting.key(b.row.giver)
    return read_slot(a).measure and (first is None or first != second)


def _contradict(
    earlier: Telling[Figure], later: Telling[Figure], apart: int, *, toll: bool
) -> bool:
    """Return whether two givers' numbers for days so far `apart` are for one moment.

    More may have died or been arrested since; but of one side's dead, two states give no count of
    their own that the other's follows. What something costs a day is no other the next day.
    """
    if toll:
        return apart <= RIVAL_DAYS and are_of_two_states(earlier, later)
    if apart <= RIVAL_DAYS:
        return not (_grows(earlier) and is_below(earlier.row, later.row))
    return apart <= RATE_DAYS and read_slot(earlier).rate is not None


def _grows(telling: Telling[Figure]) -> bool:
    """Return whether the number of those counted grows as days go by: of the arrested."""
    return read_slot(telling).fate in _GROWING


def _order_reports(a: Telling[Figure], b: Telling[Figure]) -> bool | None:
    """Return whether one sentence says that `b` was told at first and `a` later, by whomever;
    `None` where it says neither this nor the reverse: "initially put it at 10, later said 11".
    """
    if a.sentence != b.sentence:
        return None
    text = a.setting.article.text
    earlier, later = sorted((a, b), key=lambda each: each.span.start)
    before = text[earlier.sentence_span[0] : earlier.span.start]
    between = text[earlier.span.end : later.span.start]
    told = _AT_FIRST.search(before) and _LATER.search(between)
    return earlier is b if told else None


def _is_told(telling: Telling[Figure]) -> bool:
    """Return whether the words, and not the page's date, say for which days a figure holds."""
    when, published = telling.row.as_of, telling.setting.article.published
    if when.earliest is None or when.latest is None:
        return False
    return (when.earliest, when.latest) != (published.earliest, published.latest)


def _find_days(telling: Telling[Figure], *, toll: bool) -> Days:
    """Return as of when a figure holds; a toll as of when it is told, not of when they died."""
    published = telling.setting.article.published
    if toll and published.earliest is not None and published.latest is not None:
        return published.earliest, published.latest
    return fill_days(telling.days, telling.setting.article)


def _tell_change(
    a: Telling[Figure], b: Telling[Figure], how: str, swapped: bool, tags: tuple[str, ...]
) -> Verdict:
    earlier, later = (b, a) if swapped else (a, b)
    reason = f"“{earlier.words}”, then “{later.words}”: {how}"
    return Verdict(relation="changed", reason=reason, tags=tags, swapped=swapped)


def _is_later(a: Days, b: Days) -> bool:
    """Return whether every day of `a` is later than every day of `b`."""
    return a[0] is not None and b[1] is not None and a[0] > b[1]


def _has_fallen(earlier: Figure, later: Figure) -> bool:
    return is_below(later, earlier)


def _is_toll(telling: Telling[Figure]) -> bool:
    """Return whether the figure counts the dead, whose number can only rise."""
    return read_slot(telling).fate == "killed"


def _order_versions(a: Article, b: Article) -> int:
    """Return 1 where `b` is a later version of `a`'s page, -1 the other way round, else 0."""
    if a.id == b.id or not a.url or not b.url:
        return 0
    page = name_page(a.url)
    if page is None or page != name_page(b.url):
        return 0
    days = [str(find_version_day(article.published) or "") for article in (a, b)]
    return 1 if (days[0], a.id) < (days[1], b.id) else -1


def _name_scope(a: Telling[Figure], b: Telling[Figure], *, meets: bool) -> str | None:
    """Return in what the scopes of two figures differ, `None` where nothing says so."""
    first, second = read_slot(a), read_slot(b)
    if not may_be_one_place(first.place, second.place) and not _is_seat(first, second):
        return f"for different places, {a.row.place} and {b.row.place}"
    if first.delta != second.delta:
        return "one says by how much it changed, the other how much there is"
    if not meets and are_of_two_houses(a, b):
        return "each giver may count those of a house of their own"
    if not meets and _tell_of_others(a, b):
        return "what is told of them is not the same"
    one_nation = first.nation is not None and first.nation == second.nation
    if (first.whose is None) != (second.whose is None) and not meets and not one_nation:
        return "only one says whose they are"
    return None


def _is_seat(a: Slot, b: Slot) -> bool:
    """Return whether the place of one is the capital of the other's."""
    one, other = a.place or "", b.place or ""
    return is_seat(one, other) or is_seat(other, one)


def _tell_of_others(a: Telling[Figure], b: Telling[Figure]) -> bool:
    """Return whether one is told of the first, the other of the second; destroyed, and damaged."""
    (rank, done), (other_rank, other_done) = _read_marks(a), _read_marks(b)
    if rank and other_rank and not rank & other_rank:
        return True
    if read_slot(a).fate == read_slot(b).fate is not None:
        return False
    return any({one, other} == _APART for one, other in zip(done, other_done, strict=True))


@once
def _read_marks(telling: Telling[Figure]) -> tuple[frozenset[str], list[tuple[bool, bool]]]:
    """Return the ordinal words of a figure's sentence, and which words of each pair of _EXCLUSIVE
    it has."""
    sentence = telling.sentence
    return (
        frozenset(word.lower() for word in _ORDINAL.findall(sentence)),
        [(bool(one.search(sentence)), bool(other.search(sentence))) for one, other in _EXCLUSIVE],
    )
