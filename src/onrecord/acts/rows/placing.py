"""Where an act was, whether it is background, and what hedges it."""

from collections.abc import Collection
from datetime import timedelta

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.participles import is_participles_date
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CLAUSES,
    HEDGES,
    OWNERS,
    PAST_ADJECTIVES,
    RELATIVES,
    SEEMS,
)
from onrecord.acts.rows.dating import (
    BREAKS,
    NO_NOUN,
    REACH,
    goes_on,
    is_ranked_since,
    opening_clause,
)
from onrecord.days import STORY_DAYS
from onrecord.records import Published, Span, Timex

_PLACE_REACH = 14
_HEDGE_REACH = 8
_WHERE_REACH = 8  # items from "where" to the verb of its clause
_SINCE_REACH = 10
_LONG_TIMES = frozenset("months years year decade decades century centuries".split())
_PLACE_AT = frozenset("in at near outside off".split())
_PLACE_BREAKS = CLAUSES | {"and", "but"}
_STANDING = frozenset("never long always".split())  # "has never recognised", "has long opposed"
# What is marked, or has a stone, lies back: "a monument to the massacre".
_REMEMBERING = ("anniversar", "commemorat", "remember", "monument", "museum", "memorial", "statue")
_REMEMBERED_REACH = 9  # items
_HEARSAY = frozenset("rumour rumours rumor rumors reports speculation gossip".split())
_KINDS_OF_REPORT = frozenset("media news press local earlier recent unconfirmed".split())
_LONG_AGO = frozenset("ago decades century centuries historically previously formerly once".split())


def _is_long_before(sentence: Sentence, at: int) -> bool:
    """Return whether the act lies far back of what is told: "ten years after Kenya attacked"."""
    opening = opening_clause(sentence, at)
    if opening is None or opening == 0 or sentence.lower(opening) != "after":
        return False
    return sentence.items[opening - 1].text.lower().split()[-1] in _LONG_TIMES


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
    publication, runs "since" such a date, or has no date and stands in a relative clause or past
    perfect of the narrator (in a statement that tense only shifts back), or where the words say so
    ("previous", "ago", "has never").
    """
    if _is_long_before(sentence, at):
        return True
    if timex is not None and (timex.earliest or timex.latest or timex.value == "PAST_REF"):
        return _is_old(timex, published)
    if _since_old(sentence, at, published, noun=group is None) or _is_remembered(sentence, at):
        return True
    noun = group is None and sentence.lower(at - 1) != "to"  # "failed to | persuade |"
    if noun and any(_is_past(sentence, k, at) for k in range(max(0, at - 3), at)):
        return True
    if any(_is_long_ago(sentence, k) for k in range(at, at + 6)):
        return True
    if timex is None and _has_since(sentence, at, published):
        return True
    if group is None:
        return False
    if any(sentence.lower(k) in _STANDING for k in range(max(0, at - 2), at)):
        return True
    past = group.kind in {"past", "tense"} and not group.modal and not group.future
    if (relative or _is_told_of_place(sentence, group)) and past and timex is None:
        return True
    return group.perfect_past and not told and timex is None


def is_old_plan(timex: Timex | None, published: Published) -> bool:
    """Return whether what was promised or demanded then is history: "voted in 2020 to expel"."""
    return timex is not None and timex.latest is not None and _is_old(timex, published)


def _is_past(sentence: Sentence, index: int, at: int) -> bool:
    """Return whether "previous" stands here; "his first visit in four years" is news."""
    word = sentence.lower(index)
    if word == "first" and any(_is_since(sentence, k) for k in range(at + 1, at + 6)):
        return False
    return word in PAST_ADJECTIVES


def _is_told_of_place(sentence: Sentence, group: Group) -> bool:
    """Return whether a clause tells what has been done in a place: "Oru, where ten have died"."""
    if not group.auxiliaries & {"has", "have"}:
        return False
    for index in range(group.first - 1, max(0, group.first - _WHERE_REACH), -1):
        if sentence.lower(index) == "where":
            return sentence.lower(index - 1) == ","
        if sentence.items[index].kind == "mark" or sentence.lower(index) in AUXILIARIES:
            return False
    return False


def _is_long_ago(sentence: Sentence, index: int) -> bool:
    """Return whether "ago" or "formerly" stands here; "more than once" tells how often."""
    once = sentence.lower(index) == "once"
    often = once and sentence.lower(index - 1) in {"than", "at"}
    again = once and sentence.lower(index + 1) in {"again", "more"}
    return sentence.lower(index) in _LONG_AGO and not (often or again)


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


def _has_since(sentence: Sentence, at: int, published: Published) -> bool:
    """Return whether the act followed what was long ago: "elected in 2009, has since built two".

    Without an old date it may be of these days: "fired on Friday and has since left".
    """
    told = any(
        sentence.lower(k) == "since" and sentence.lower(k - 1) in {"has", "have", "had"}
        for k in range(max(1, at - _SINCE_REACH), at)
    )
    near = sentence.items[max(0, at - REACH) : at] if told else ()
    return any(item.timex is not None and _is_old(item.timex, published) for item in near)


def _is_old(timex: Timex, published: Published) -> bool:
    """Return whether a date lies before the story's days.

    Where it is not known when the article was published, a bare year is taken for history: news
    of the year itself does not name it.
    """
    if timex.value == "PAST_REF":
        return True
    known = published.earliest is not None and published.latest is not None
    if known and published.earliest and published.latest:
        narrow = published.latest - published.earliest <= STORY_DAYS
        if narrow and timex.latest is not None:
            return timex.latest < published.earliest - STORY_DAYS
    if timex.earliest is None or timex.latest is None or timex.anchor == "published":
        return False
    return timex.latest - timex.earliest > timedelta(days=300)


def find_place(sentence: Sentence, at: int, dates: Collection[str]) -> str | None:
    """Return the words of the place behind the act: "in Port Silvan"."""
    for index in range(at + 1, min(len(sentence.items), at + _PLACE_REACH)):
        item = sentence.items[index]
        if item.text in BREAKS or item.lower in _PLACE_BREAKS:
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
    """Return the word before the act that holds it back: "reportedly", "seemed", "rumours that"."""
    for index in range(at - 1, max(-1, at - _HEDGE_REACH), -1):
        item = sentence.items[index]
        if item.lower == "that" and _is_hearsay(sentence, index - 1):
            return sentence.span_of(index - 1, index + 1)
        if item.text in BREAKS or item.lower in RELATIVES:
            return None
        if item.lower in HEDGES or (item.lower in SEEMS and sentence.lower(index + 1) == "to"):
            return Span(item.start, item.end)
    return None


def _is_hearsay(sentence: Sentence, at: int) -> bool:
    """Return whether a noun tells what nobody in particular says: "reports", not "his reports"."""
    owner = sentence.item(sentence.skip(at - 1, _KINDS_OF_REPORT, -1))
    owned = owner is not None and (owner.possessive or owner.lower in OWNERS)
    return sentence.lower(at) in _HEARSAY and not owned


def _since_old(sentence: Sentence, at: int, published: Published, *, noun: bool) -> bool:
    for index in range(at, min(len(sentence.items) - 1, at + REACH)):
        timex = sentence.items[index + 1].timex
        if index > at and (_opens_relative(sentence, index) or goes_on(sentence, index)):
            return False  # "blamed the rebels, whom it has fought since 2023"
        if sentence.lower(index) == "since" and timex is not None:
            if is_ranked_since(sentence, index + 1, at):
                return False
            if is_participles_date(sentence, index + 1, at, noun=noun):
                return False
            if timex.earliest is None or published.earliest is None:
                return True
            return timex.earliest < published.earliest - STORY_DAYS
    return False


def _opens_relative(sentence: Sentence, index: int) -> bool:
    return sentence.lower(index) in RELATIVES and sentence.lower(index - 1) == ","


def _owns(sentence: Sentence, last: int) -> bool:
    """Return whether the name only describes what follows: "at the Kenyan border"."""
    item = sentence.item(last)
    if sentence.items[last - 1].lower.endswith("'s"):
        return True
    if item is None or item.kind != "word" or item.text[0].isupper():
        return False
    return item.lower not in NO_NOUN


def _is_place_word(sentence: Sentence, index: int, dates: Collection[str]) -> bool:
    item = sentence.item(index)
    if item is None or item.kind != "word":
        return False
    return item.text[0].isupper() and item.text not in dates
