"""People without a name who take part together: "thousands", "the public", "people who fled"."""

import re

from onrecord.actors.addressed import is_addressed
from onrecord.actors.book import Book, Draft
from onrecord.actors.parties import Parties
from onrecord.actors.views import Known, View
from onrecord.records import Sector
from onrecord.text.wordclasses import IRREGULAR_PASTS, PRESENT_VERBS

MANY = frozenset("thousands hundreds dozens scores millions crowds".split())
"""Words for people that nobody has counted."""
_PEOPLE = frozenset({"people", "persons"})
_PEOPLES = frozenset(
    "latinos hispanics muslims jews christians catholics protestants evangelicals sunnis shiites "
    "shias kurds arabs roma gypsies hindus sikhs buddhists yazidis copts blacks asians "
    "dreamers".split()
)
# With "the", everybody of some kind: "told the press".
_PUBLIC = frozenset("public press media audience crowd electorate".split())
# With "the", all of one political side.
_WINGS = frozenset({"left", "right"})
# "Both sides", "all parties": whom somebody urges or calls on.
_SIDES = frozenset("sides parties factions".split())
_ALL_SIDES = frozenset("both all warring rival opposing".split())
NUMBER = re.compile(
    r"\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|dozen|hundred|thousand"
    r"|million|several|many"
)
"""What counts people."""
# Behind a number without a noun: "another three were shot", "the blast killed 12 and".
_BEHIND_NUMBER = frozenset(
    "were was are have had has remain dead wounded injured hurt missing killed shot arrested "
    "detained and or in on at after when while as before during since by with".split()
) | {"", ".", ",", ";"}


def note_crowd(text: str, view: View, index: int, book: Book, parties: Parties) -> bool:
    """Note the many of whom the word at `index` tells, if it tells of any; return whether.

    So do "thousands", "Latinos", "three Peruvians" and "the public".
    """
    word = view.words[index]
    if word in MANY or word in _PEOPLE:
        _note_people(view, index, book, parties)
    elif word in _PEOPLES and index not in view.taken:
        if view.tokens[index].text[0].isupper():
            _note_public(text, view, index, index, book, parties)
    elif index in view.known:
        _note_nationals(text, view, view.known[index], book, parties)
    elif view.lower(index - 1) == "the" and (
        word in _PUBLIC or (word in _WINGS and _is_wing(view, index, parties))
    ):
        _note_public(text, view, index, index, book, parties)
    elif word in _SIDES and view.lower(index - 1) in _ALL_SIDES:
        first = index - 1 - (view.lower(index - 2) == "the")
        if is_addressed(view, first):
            _note_public(text, view, index - 1, index, book, parties)
    elif NUMBER.fullmatch(word) and (
        view.lower(index + 1) in _BEHIND_NUMBER
        or (_acts(view, index + 1) and parties.is_whole(view.span_of(index, index + 1)))
    ):
        _note_counted(view, index, book, parties)
    elif word == "community" and view.lower(index - 1) == "international":
        _note_public(text, view, index - 1, index, book, parties)
    else:
        return False
    return True


def _acts(view: View, at: int) -> bool:
    """Return whether the token is a past form of a verb: "fourteen | supported | it"."""
    return view.lower(at).endswith("ed") or view.lower(at) in IRREGULAR_PASTS


def _is_wing(view: View, index: int, parties: Parties) -> bool:
    """Return whether "the left" is all that the reader has for somebody: not "the left bank"."""
    return parties.is_whole(view.span_of(index - 1, index + 1))


def _note_people(view: View, index: int, book: Book, parties: Parties) -> None:
    """Note "thousands", "hundreds of people", "20 armed people", "Peruvian people"."""
    first = index
    known = view.ending_at(index)
    if view.words[index] == "people" and known is not None and known.entry.kind == "adjective":
        span = view.span_of(known.first, index + 1)
        if parties.holds(span) and not view.tokens[index].possessive:
            name = f"{known.entry.written} people"
            draft = Draft(name=name, kind="group", state=known.entry.state, sector="CVL")
            book.note(("group", known.entry.name, "people"), draft, span)
        return
    if view.words[index] in _PEOPLE:
        behind = view.lower(index + 1)
        if view.tokens[index].possessive or behind == "of" or behind in PRESENT_VERBS:
            return  # "people think" tells of anybody
        if view.lower(index - 1) == "of" and view.lower(index - 2) in MANY:
            first = index - 2
    elif view.lower(index + 1) == "of" or view.tokens[index].possessive:
        return
    span = view.span_of(first, index + 1)
    if parties.holds(span):
        draft = Draft(name="people", kind="group", sector="CVL")
        book.note(("group", "", "people"), draft, span)


def _note_counted(view: View, index: int, book: Book, parties: Parties) -> None:
    """Note so many whom the reader has for somebody, and who are called nothing."""
    is_age = view.lower(index - 1) == "," and view.lower(index + 1) == ","
    is_share = view.lower(index + 1) == "in" and NUMBER.fullmatch(view.lower(index + 2))
    if is_age or is_share:
        return
    span = view.span_of(index, index + 1)
    if index not in view.taken and parties.holds(span):
        book.note(("group", "", "people"), Draft(name="people", kind="group", sector="CVL"), span)


def _note_nationals(text: str, view: View, known: Known, book: Book, parties: Parties) -> None:
    """Note the "Peruvians" of "three Peruvians", who are not their state."""
    entry = known.entry
    span = view.span_of(known.first, known.last)
    if entry.kind != "people" or view.lower(known.first - 1) == "the":
        return
    if not view.tokens[known.last - 1].possessive and parties.holds(span):
        name = text[span.start : span.end]
        draft = Draft(name=name, kind="group", state=entry.state, sector="CVL")
        book.note(("group", entry.name, name.lower()), draft, span)


def _note_public(
    text: str, view: View, first: int, noun: int, book: Book, parties: Parties
) -> None:
    """Note whom a report has for one: "the public", or "Latinos", a people without a state."""
    span = view.span_of(first, noun + 1)
    if not view.tokens[noun].possessive and parties.holds(span):
        name = text[span.start : span.end]
        sector: Sector = "MED" if name.lower() in {"press", "media"} else "CVL"
        book.note(("group", "", name.lower()), Draft(name=name, kind="group", sector=sector), span)
