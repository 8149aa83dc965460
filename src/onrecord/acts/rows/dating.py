"""Which date is an act's, and when the act was by it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.participles import is_participles_date
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CLAUSES,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_past,
)
from onrecord.acts.parties.antecedents import opens_object_relative
from onrecord.days import by_publication, is_day, is_later, when_of
from onrecord.records import UNKNOWN_WHEN, Modality, Published, Span, Timex, When

REACH = 25  # items between an act and its date
BREAKS = frozenset("; : . ! ? ( )".split())
_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_WEEK = timedelta(days=7)
_FRONT = 4  # items before a clause that opens its sentence: "Just ten days | after | Kenya left,"
_CLAUSE_REACH = 12  # items from "after" to the act of its clause
_TIME_CLAUSES = frozenset("after before when once while since as".split())
_RANKS = frozenset(
    "first worst biggest largest greatest highest lowest longest gravest strongest fiercest "
    "boldest latest".split()
)
_COORDINATORS = frozenset({"and", "but"})
_RANK_REACH = 8  # items from "first" or "biggest" to "since"
_SINCE_REACH = 8  # items from "since" to its date
_DESCRIBED = 5  # items from a date to the noun that it describes: "the 1945 atomic bomb blast"
# "In Monday's raid", "during Monday's talks"; "attended", "won" or "boycotted Monday's vote".
_AT_OCCASIONS = frozenset("in at during".split())
_TAKING_PART = (
    "attend", "boycott", "disrupt", "host", "join", "lead", "led", "lose", "lost", "miss", "skip",
    "stag", "win", "won",
)  # fmt: skip
_DESCRIBING = 4  # items from "the" to a date behind adjectives: "the ill-fated | 1961 | raid"
_ADJECTIVAL = ("ed", "al", "ful", "ive", "ous", "ic", "less", "able", "ible", "ent", "ing")
NO_NOUN = PREPOSITIONS | CLAUSES | AUXILIARIES | {"and", "to"}
# What is still to be done.
PENDING: frozenset[Modality] = frozenset({"planned", "offered", "demanded", "threatened"})


def find_timex(
    sentence: Sentence,
    at: int,
    same_layer: Callable[[Span], bool],
    *,
    noun: bool,
    steps: Sequence[int] = (1, -1),
) -> Timex | None:
    """Return the date that belongs to the act at item `at`: the nearest one in its clause.

    `same_layer` tells whether a date stands in the same statement as the act, or like it in none;
    `noun` that a noun tells the act; `steps` that it is looked for behind (1) or before (-1) it.
    """
    if _tells_who(sentence, at):
        return None
    best: tuple[int, Timex] | None = None
    gerund = sentence.lower(at).endswith("ing") and sentence.lower(at - 1) in PREPOSITIONS
    opening = opening_clause(sentence, at)
    fronted = opening is not None and opening < _FRONT
    for step in steps:
        for distance in range(1, REACH):
            index = at + step * distance
            item = sentence.item(index)
            if item is None or item.text in BREAKS:
                break
            if step == 1 and item.text in DASHES:
                break  # "is under pressure to leave — as Kenya was in 2008"
            if fronted and step == 1 and item.text == ",":
                break  # "After Kenya left, Peru met Norland on Monday"
            if step == 1 and index > at + 1 and opens_own_clause(sentence, index):
                break  # "reopened a port it had shut in 2023"
            if gerund and step == 1 and (item.lower in AUXILIARIES or is_past(item.lower)):
                break  # "a man accused of | shooting | Lund was freed on Monday"
            if item.lower in CLAUSES and not _is_since_noun(sentence, index):
                if step == 1 and not _before_timex(sentence, index):
                    break
                if step == -1 and not _after_timex(sentence, index):
                    break
            dated = _is_date(item) and not _is_of_another(sentence, index, at, noun=noun)
            if dated and item.timex is not None and same_layer(item.timex.span):
                # A date behind the verb is nearer to it than one in front.
                cost = distance + (0 if step == 1 else 3)
                if best is None or cost < best[0]:
                    best = cost, item.timex
                break
    return best[1] if best else None


def _is_of_another(sentence: Sentence, date: int, at: int, *, noun: bool) -> bool:
    """Return whether a date is that of something else than the act at item `at`."""
    return (
        _describes(sentence, date, at)
        or _is_of_occasion(sentence, date, at)
        or is_ranked_since(sentence, date, at)
        or _is_told_aside(sentence, date, at)
        or _is_set_for(sentence, date, at)
        or sentence.lower(date - 1) == "until"  # "gave them until Friday to leave"
        or _is_of_next(sentence, date, at)
        or _is_since_of_next(sentence, date, at)
        or is_participles_date(sentence, date, at, noun=noun)
    )


def _is_set_for(sentence: Sentence, date: int, at: int) -> bool:
    """Return whether a date in front is that of a thing: "the talks set for Monday | failed |"."""
    return date < at and sentence.lower(date - 1) == "for"


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


def _is_of_next(sentence: Sentence, date: int, at: int) -> bool:
    """Return whether a date behind "and" is of the verb behind: "fined Peru and | in May | left".

    In "fined Peru in April and in May" it is of the verb before.
    """
    before = date - 1 - (sentence.lower(date - 1) in PREPOSITIONS)
    if at > date or sentence.lower(before) not in _COORDINATORS:
        return False
    after = date + 1 + (sentence.lower(date + 1) == ",")
    item = sentence.item(after)
    subject = item is not None and (item.kind == "actor" or item.lower in DETERMINERS)
    word = sentence.lower(after)
    return subject or word in SUBJECT_PRONOUNS | AUXILIARIES or is_past(word)


def _is_since_of_next(sentence: Sentence, date: int, at: int) -> bool:
    """Return whether "since" a date goes with the next verb: "left and | fined it since 2019"."""
    between = range(at + 1, date - 1)
    return sentence.lower(date - 1) == "since" and any(goes_on(sentence, k) for k in between)


def goes_on(sentence: Sentence, joint: int) -> bool:
    """Return whether another verb is joined on here: "accused Peru | and has | fined it"."""
    after = sentence.lower(joint + 1)
    return sentence.lower(joint) in _COORDINATORS and (after in AUXILIARIES or is_past(after))


def opens_own_clause(sentence: Sentence, at: int) -> bool:
    """Return whether a clause with its own subject opens here: "a port | it | had shut".

    So it does with a name: "a port | Kenya | shut".
    """
    if sentence.is_actor(at):
        return opens_object_relative(sentence, at)
    verb = sentence.lower(at + 1)
    return sentence.lower(at) in SUBJECT_PRONOUNS and (is_past(verb) or verb in AUXILIARIES)


def _is_date(item: Item) -> bool:
    """Return whether the item tells when something was, and not how long or how often."""
    return item.timex is not None and is_day(item.timex)


def is_told_by_noun(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a noun tells the act: "the | seizure | of", and no verb."""
    verb = is_past(sentence.lower(draft.at)) or sentence.lower(draft.at - 1) == "to"
    return draft.group is None and not verb


def misleads(sentence: Sentence, at: int, *, noun: bool) -> bool:
    """Return whether the sentence has a date before or behind the act at item `at` that is not its.

    Such a date of an aside, a participle, another clause or a record misleads the trained reader,
    which then has the act for history.
    """
    dates = [k for k, item in enumerate(sentence.items) if _is_date(item)]
    return any(
        is_ranked_since(sentence, date, at)
        or is_participles_date(sentence, date, at, noun=noun)
        or any(aside.closed and aside.first <= date < aside.last <= at for aside in sentence.asides)
        or (not noun and _is_in_clause_behind(sentence, date, at))
        for date in dates
    )


def _is_in_clause_behind(sentence: Sentence, date: int, at: int) -> bool:
    """Return whether the date is in the clause of what stands behind: "lent | Peru, whose bank".

    So it is in "reopened | a port it had shut in".
    """
    for index in range(at + 1, date):
        comma = sentence.items[index].text == ","
        if comma or sentence.items[index].kind == "mark":
            return comma and sentence.lower(index + 1) in {"who", "which", "whose"}
        if index > at + 1 and opens_own_clause(sentence, index):
            return sentence.lower(index - 1) not in CLAUSES | _COORDINATORS
    return False


def _tells_who(sentence: Sentence, at: int) -> bool:
    """Return whether the act only tells which one is meant: "backers of ousted President Lund"."""
    item, after = sentence.items[at], sentence.item(at + 1)
    if not item.lower.endswith("ed") or after is None or after.kind != "word":
        return False
    before = sentence.lower(at - 1)
    return after.text[0].isupper() and before in DETERMINERS | PREPOSITIONS


def opening_clause(sentence: Sentence, at: int) -> int | None:
    """Return the word that opens the clause of time of item `at`, if it stands in one: "after"."""
    for index in range(at - 1, max(-1, at - _CLAUSE_REACH), -1):
        if sentence.items[index].kind == "mark" or sentence.lower(index) in RELATIVES:
            return None
        if sentence.lower(index) in _TIME_CLAUSES:
            return index
    return None


def _describes(sentence: Sentence, index: int, at: int) -> bool:
    """Return whether a date only tells which thing is meant: "met survivors of the 1945 blast".

    So it does in "the ill-fated 1961 raid".
    It is the date of the thing itself, where that is the act at item `at`.
    """
    if index < at < index + _DESCRIBED:
        return False
    opens = index - 1
    while opens > index - _DESCRIBING and sentence.lower(opens).endswith(_ADJECTIVAL):
        opens -= 1
    if sentence.lower(opens) not in DETERMINERS:
        return False
    after = index + 1 + (sentence.lower(index + 1) == ",")
    item = sentence.item(after)
    if item is not None and item.kind == "actor" and not item.possessive:
        item = sentence.item(after + 1)  # "in the 2024 | Kenya | election"
    if item is None or item.kind != "word" or not item.text.islower():
        return False
    return item.lower not in NO_NOUN and not item.lower.endswith("ly")


def _is_of_occasion(sentence: Sentence, date: int, at: int) -> bool:
    """Return whether a date is only that of a thing: "arrested a man over | Monday | 's raid".

    It is the act's too, where the thing acts or the act is done at it: "Monday's raid killed ten",
    "were killed in Monday's raid", "boycotted Monday's talks".
    """
    if not sentence.items[date].possessive or date < at < date + _DESCRIBED:
        return False
    before = sentence.skip(date - 1, DETERMINERS, -1)
    word = sentence.lower(before)
    if date < at:
        return word in PREPOSITIONS and word not in _AT_OCCASIONS
    return word not in _AT_OCCASIONS and not word.startswith(_TAKING_PART)


def is_ranked_since(sentence: Sentence, date: int, at: int) -> bool:
    """Return whether the act at `at` is only the first or worst since a date: "the first since".

    Nothing was done on that date but what stands behind "since": "since | the raid | in May".
    """
    since = _since_before(sentence, date)
    if since is None:
        return False
    if sentence.lower(since - 1) in {"not", "never"}:
        return True  # "Not since 1979 has Kenya attacked"
    if at > since and not _is_apart(sentence, _behind_since(sentence, date, since), at):
        return False
    for index in range(since - 1, max(-1, since - 1 - _RANK_REACH), -1):
        word = sentence.lower(index).partition("-")[0]
        if word in _RANKS or word.endswith("iest"):
            return True
        if sentence.items[index].kind == "mark" or word in CLAUSES:
            return False
    return False


def _is_since_noun(sentence: Sentence, index: int) -> bool:
    """Return whether "since" opens no clause: "| since | the raid in May", not "it left in May"."""
    if sentence.lower(index) != "since":
        return False
    for at in range(index + 1, min(len(sentence.items), index + _SINCE_REACH)):
        word = sentence.lower(at)
        if sentence.items[at].kind in {"timex", "mark"}:
            break
        if word in AUXILIARIES or is_past(word) or word == "became":
            return False
    return True


def runs_since(sentence: Sentence, timex: Timex, at: int) -> bool:
    """Return whether the act at item `at` lasts from a date on: "since (the coup in) | 2014 |".

    In "since 2014, when Kenya left" that is the day of what stands behind "when".
    """
    index = next((k for k, item in enumerate(sentence.items) if item.timex is timex), 0)
    since = _since_before(sentence, index)
    if since is None:
        return False
    return at < since or _is_apart(sentence, _behind_since(sentence, index, index), at)


def _behind_since(sentence: Sentence, date: int, otherwise: int) -> int:
    """Return the "when" that tells what was then: "since 2014, | when | Kenya left"."""
    return next((k for k in (date + 1, date + 2) if sentence.lower(k) == "when"), otherwise)


def _is_apart(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a mark parts the two items: "since the coup in May | , | Kenya attacked"."""
    return any(item.kind == "mark" for item in sentence.items[first:last])


def _since_before(sentence: Sentence, date: int) -> int | None:
    """Return the "since" that a date belongs to: "| since | 2014", "| since | the coup in 2014"."""
    for at in range(date - 1, max(-1, date - _SINCE_REACH), -1):
        if sentence.lower(at) == "since":
            return at if _is_since_noun(sentence, at) else None
        if sentence.items[at].kind in {"mark", "timex"}:
            return None
    return None


def place_in_time(timex: Timex | None, modality: Modality, published: Published) -> When:
    """Return when the act was: as the date in its clause says, else bounded by publication.

    What happened did so no later than it was published; nothing else is taken for granted.
    """
    if timex is not None and modality == "happened" and not _tells_when(timex, published):
        timex = None
    if timex is not None and (timex.earliest or timex.latest):
        return when_of(timex)
    return by_publication(published) if timex is None and modality == "happened" else UNKNOWN_WHEN


def lie_ahead(when: When, timex: Timex, published: Published) -> When:
    """Return the coming day of the week for one read as the last: "plan a march on Saturday"."""
    if timex.words not in _WEEKDAYS or when.latest is None or published.earliest is None:
        return when
    if when.earliest is None or not published.earliest - _WEEK <= when.latest < published.earliest:
        return when
    return replace(when, earliest=when.earliest + _WEEK, latest=when.latest + _WEEK)


def _tells_when(timex: Timex, published: Published) -> bool:
    """Return whether a date has days before the publication.

    "Independence Day" of nobody known has none; "in May" may be read in April as the coming one.
    """
    known = timex.earliest is not None or timex.latest is not None
    return known and not is_later(timex, published)


def dates_plan(sentence: Sentence, timex: Timex, at: int, published: Published) -> bool:
    """Return whether a date is that of a promise or demand: "voted in 2020 to | expel | troops"."""
    if timex.latest is None or published.earliest is None:
        return False
    before = timex.span.start < sentence.items[at].start
    return before and timex.latest < published.earliest


def _before_timex(sentence: Sentence, index: int) -> bool:
    item = sentence.item(index + 1)
    return item is not None and item.timex is not None


def _after_timex(sentence: Sentence, index: int) -> bool:
    """Return whether a date stands before the clause: "since 2014, when Kenya withdrew"."""
    if sentence.lower(index) != "when":
        return False
    item = sentence.item(index - 2 if sentence.lower(index - 1) == "," else index - 1)
    return item is not None and item.timex is not None
