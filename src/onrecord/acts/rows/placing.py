"""When and where an act was, whether it is background, and what hedges it."""

from collections.abc import Callable, Collection
from datetime import timedelta

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CLAUSES,
    DETERMINERS,
    HEDGES,
    PAST_ADJECTIVES,
    PREPOSITIONS,
    RELATIVES,
    SEEMS,
)
from onrecord.records import UNKNOWN_WHEN, Modality, Published, Span, Timex, When

_REACH = 25  # items between an act and its date
_PLACE_REACH = 14
_HEDGE_REACH = 8
_SINCE_REACH = 10
_FRONT = 4  # items before a clause that opens its sentence: "Just ten days | after | Kenya left,"
_CLAUSE_REACH = 12  # items from "after" to the act of its clause
_TIME_CLAUSES = frozenset("after before when once while since as".split())
_LONG_TIMES = frozenset("months years year decade decades century centuries".split())
_DESCRIBED = 5  # items from a date to the noun that it describes: "the 1945 atomic bomb blast"
# What happened longer before the article than this is its background.
_STORY_DAYS = timedelta(days=60)
_PLACE_AT = frozenset("in at near outside off".split())
_BREAKS = frozenset("; : . ! ? ( )".split())
_PLACE_BREAKS = CLAUSES | {"and", "but"}
_NO_NOUN = PREPOSITIONS | CLAUSES | AUXILIARIES | {"and", "to"}
_STANDING = frozenset("never long always".split())  # "has never recognised", "has long opposed"
# What is marked, or has a stone, lies back: "a monument to the massacre".
_REMEMBERING = ("anniversar", "commemorat", "remember", "monument", "museum", "memorial", "statue")
_REMEMBERED_REACH = 9  # items
_LONG_AGO = frozenset("ago decades century centuries historically previously formerly once".split())


def find_timex(sentence: Sentence, at: int, same_layer: Callable[[Span], bool]) -> Timex | None:
    """Return the date that belongs to the act at item `at`: the nearest one in its clause.

    `same_layer` tells whether a date stands in the same statement as the act, or like it in none.
    """
    if _tells_who(sentence, at):
        return None
    best: tuple[int, Timex] | None = None
    opening = _opening_clause(sentence, at)
    fronted = opening is not None and opening < _FRONT
    for step in (1, -1):
        for distance in range(1, _REACH):
            index = at + step * distance
            item = sentence.item(index)
            if item is None or item.text in _BREAKS:
                break
            if fronted and step == 1 and item.text == ",":
                break  # "After Kenya left, Peru met Norland on Monday"
            if item.lower in CLAUSES and item.lower != "since":
                if step == 1 and not _before_timex(sentence, index):
                    break
                if step == -1 and not _after_timex(sentence, index):
                    break
            dated = item.timex is not None and item.timex.type in {"DATE", "TIME"}
            dated = dated and not _describes(sentence, index, at)
            dated = dated and not _is_told_aside(sentence, index, at)
            if dated and item.timex is not None and same_layer(item.timex.span):
                # A date behind the verb is nearer to it than one in front.
                cost = distance + (0 if step == 1 else 3)
                if best is None or cost < best[0]:
                    best = cost, item.timex
                break
    return best[1] if best else None


def _is_told_aside(sentence: Sentence, date: int, at: int) -> bool:
    """Return whether an aside parts the two: "Spain, which joined in 1982, | expelled |".

    What is told aside at the end of a sentence may be of its day: "a blast on Monday, which killed
    ten".
    """
    return any(
        (aside.first <= date < aside.last) != (aside.first <= at < aside.last)
        and (aside.closed or aside.first <= date)
        for aside in sentence.asides
    )


def has_date_aside(sentence: Sentence, at: int) -> bool:
    """Return whether the sentence goes on to the act at item `at` past an aside with a date.

    Such a date misleads the trained reader, which then has the act for history.
    """
    return any(
        aside.closed
        and aside.last <= at
        and any(item.timex is not None for item in sentence.items[aside.first : aside.last])
        for aside in sentence.asides
    )


def _tells_who(sentence: Sentence, at: int) -> bool:
    """Return whether the act only tells which one is meant: "backers of ousted President Lund"."""
    item, after = sentence.items[at], sentence.item(at + 1)
    if not item.lower.endswith("ed") or after is None or after.kind != "word":
        return False
    before = sentence.lower(at - 1)
    return after.text[0].isupper() and before in DETERMINERS | PREPOSITIONS


def _opening_clause(sentence: Sentence, at: int) -> int | None:
    """Return the word that opens the clause of time of item `at`, if it stands in one: "after"."""
    for index in range(at - 1, max(-1, at - _CLAUSE_REACH), -1):
        if sentence.items[index].kind == "mark" or sentence.lower(index) in RELATIVES:
            return None
        if sentence.lower(index) in _TIME_CLAUSES:
            return index
    return None


def _is_long_before(sentence: Sentence, at: int) -> bool:
    """Return whether the act lies far back of what is told: "ten years after Kenya attacked"."""
    opening = _opening_clause(sentence, at)
    if opening is None or opening == 0 or sentence.lower(opening) != "after":
        return False
    return sentence.items[opening - 1].text.lower().split()[-1] in _LONG_TIMES


def _is_later(timex: Timex, published: Published) -> bool:
    return (
        timex.earliest is not None
        and published.latest is not None
        and timex.earliest > published.latest
    )


def _describes(sentence: Sentence, index: int, at: int) -> bool:
    """Return whether a date only tells which thing is meant: "met survivors of the 1945 blast".

    It is the date of the thing itself, where that is the act at item `at`.
    """
    if sentence.lower(index - 1) not in DETERMINERS or index < at < index + _DESCRIBED:
        return False
    after = index + 1 + (sentence.lower(index + 1) == ",")
    item = sentence.item(after)
    if item is None or item.kind != "word" or not item.text.islower():
        return False
    return item.lower not in _NO_NOUN and not item.lower.endswith("ly")


def place_in_time(timex: Timex | None, modality: Modality, published: Published) -> When:
    """Return when the act was: as the date in its clause says, else bounded by publication.

    What happened did so no later than it was published; nothing else is taken for granted.
    """
    later = timex is not None and _is_later(timex, published)
    if later and modality == "happened":
        timex = None  # "in May", read in April as the coming one
    if timex is not None and (timex.earliest or timex.latest):
        return When(
            earliest=timex.earliest,
            latest=timex.latest,
            certainty=timex.certainty,
            anchor=timex.anchor,
        )
    if timex is None and modality == "happened" and published.latest is not None:
        return When(latest=published.latest, certainty="bounded", anchor="published")
    return UNKNOWN_WHEN


def is_background(
    sentence: Sentence,
    at: int,
    group: Group | None,
    *,
    timex: Timex | None,
    published: Published,
    relative: bool,
    told: bool,
) -> bool:
    """Return whether the act is told as history rather than as news.

    It is where it lies years before what is told, its date lies more than 60 days before
    publication, runs "since" such a date, or
    has no date and stands in a relative clause or past perfect of the narrator (in a statement
    that tense only shifts back), or where the words say so ("previous", "ago", "has never").
    """
    if _is_long_before(sentence, at):
        return True
    if timex is not None and (timex.earliest or timex.latest or timex.value == "PAST_REF"):
        return _is_old(timex, published)
    if _since_old(sentence, at, published) or _is_remembered(sentence, at):
        return True
    noun = group is None
    if noun and any(_is_past(sentence, k, at) for k in range(max(0, at - 3), at)):
        return True
    if any(sentence.lower(k) in _LONG_AGO for k in range(at, at + 6)):
        return True
    if timex is None and _has_since(sentence, at):
        return True
    if group is None:
        return False
    if any(sentence.lower(k) in _STANDING for k in range(max(0, at - 2), at)):
        return True
    past = group.kind in {"past", "tense"} and not group.modal and not group.future
    if relative and past and timex is None:
        return True
    return group.perfect_past and not told and timex is None


def _is_past(sentence: Sentence, index: int, at: int) -> bool:
    """Return whether "previous" stands here; "his first visit in four years" is news."""
    word = sentence.lower(index)
    if word == "first" and any(_is_since(sentence, k) for k in range(at + 1, at + 6)):
        return False
    return word in PAST_ADJECTIVES


def _is_remembered(sentence: Sentence, at: int) -> bool:
    """Return whether the act is only remembered: "the tenth | anniversary | of the raid"."""
    for index in range(at - 1, max(-1, at - _REMEMBERED_REACH), -1):
        word = sentence.lower(index)
        if word.startswith(_REMEMBERING):
            return True
        if sentence.items[index].kind == "mark" or word in CLAUSES | AUXILIARIES:
            return False
    return False


def _is_since(sentence: Sentence, index: int) -> bool:
    after = sentence.item(index + 1)
    span = after is not None and after.kind == "timex"
    return sentence.lower(index) == "since" or (sentence.lower(index) == "in" and span)


def _has_since(sentence: Sentence, at: int) -> bool:
    """Return whether the act is told as what followed long ago: "has since built two harbours"."""
    return any(
        sentence.lower(k) == "since" and sentence.lower(k - 1) in {"has", "have", "had"}
        for k in range(max(1, at - _SINCE_REACH), at)
    )


def _is_old(timex: Timex, published: Published) -> bool:
    """Return whether a date lies before the story's days.

    Where it is not known when the article was published, a bare year is taken for history: news
    of the year itself does not name it.
    """
    if timex.value == "PAST_REF":
        return True
    known = published.earliest is not None and published.latest is not None
    if known and published.earliest and published.latest:
        narrow = published.latest - published.earliest <= _STORY_DAYS
        if narrow and timex.latest is not None:
            return timex.latest < published.earliest - _STORY_DAYS
    if timex.earliest is None or timex.latest is None or timex.anchor == "published":
        return False
    return timex.latest - timex.earliest > timedelta(days=300)


def find_place(sentence: Sentence, at: int, dates: Collection[str]) -> str | None:
    """Return the words of the place behind the act: "in Port Silvan"."""
    for index in range(at + 1, min(len(sentence.items), at + _PLACE_REACH)):
        item = sentence.items[index]
        if item.text in _BREAKS or item.lower in _PLACE_BREAKS:
            return None
        if item.lower not in _PLACE_AT:
            continue
        first = index + 1
        first += sentence.lower(first) == "the"
        last = first
        while _is_place_word(sentence, last, dates):
            last += 1
            if sentence.lower(last) == "of" and _is_place_word(sentence, last + 1, dates):
                last += 1
        if last > first and not _owns(sentence, last):
            return " ".join(item.text for item in sentence.items[first:last])
    return None


def find_hedge(sentence: Sentence, at: int) -> Span | None:
    """Return the word before the act that holds it back: "reportedly", "alleged", "seemed"."""
    for index in range(at - 1, max(-1, at - _HEDGE_REACH), -1):
        item = sentence.items[index]
        if item.text in _BREAKS or item.lower in RELATIVES:
            return None
        if item.lower in HEDGES or (item.lower in SEEMS and sentence.lower(index + 1) == "to"):
            return Span(item.start, item.end)
    return None


def _before_timex(sentence: Sentence, index: int) -> bool:
    item = sentence.item(index + 1)
    return item is not None and item.timex is not None


def _after_timex(sentence: Sentence, index: int) -> bool:
    """Return whether a date stands before the clause: "since 2014, when Kenya withdrew"."""
    if sentence.lower(index) != "when":
        return False
    item = sentence.item(index - 2 if sentence.lower(index - 1) == "," else index - 1)
    return item is not None and item.timex is not None


def _since_old(sentence: Sentence, at: int, published: Published) -> bool:
    for index in range(at, min(len(sentence.items) - 1, at + _REACH)):
        timex = sentence.items[index + 1].timex
        if sentence.lower(index) == "since" and timex is not None:
            if timex.earliest is None or published.earliest is None:
                return True
            return timex.earliest < published.earliest - _STORY_DAYS
    return False


def _owns(sentence: Sentence, last: int) -> bool:
    """Return whether the name only describes what follows: "at the Kenyan border"."""
    item = sentence.item(last)
    if sentence.items[last - 1].lower.endswith("'s"):
        return True
    if item is None or item.kind != "word" or item.text[0].isupper():
        return False
    return item.lower not in _NO_NOUN


def _is_place_word(sentence: Sentence, index: int, dates: Collection[str]) -> bool:
    item = sentence.item(index)
    if item is None or item.kind != "word":
        return False
    return item.text[0].isupper() and item.text not in dates
