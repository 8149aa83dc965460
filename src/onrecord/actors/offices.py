"""Holders of an office that a role phrase names without their name: "the Kenyan president"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.actors.addressed import is_addressed
from onrecord.actors.book import Book, Draft, name_at
from onrecord.actors.modifiers import noun_follows
from onrecord.actors.parties import Parties
from onrecord.actors.people import People, Person
from onrecord.actors.roles import RolePhrase
from onrecord.actors.views import View
from onrecord.actors.words import STATE_KINDS
from onrecord.records import Span

# Offices that one person at a time holds.
_SINGLE_OFFICES = frozenset(
    "president|premier|minister|chancellor|taoiseach|king|queen|emir|sultan|emperor|ambassador|"
    "secretary-general|secretary general|spokesman|spokeswoman|spokesperson|pope|secretary|"
    "supreme leader|crown prince|press secretary|envoy|governor|mayor|bishop|archbishop|"
    "chargé d'affaires|charge d'affaires|attaché|consul|attorney general|attorney-general|"
    "inspector general|police chief|chief justice".split("|")
)
# ... a state's own, where another word tells of what: "Kenya's navy chief".
_HEADS = frozenset("leader chief head commander director boss".split())
# Offices of many, of whom "the judge" is the only one that the article names.
_SHARED_OFFICES = frozenset("judge senator congressman congresswoman sheriff".split())
_NO_STATES = frozenset({"IGO", "NGO", "MNC", "WST"})
_HEADS_OF_STATES = "president premier minister chancellor king queen emir sultan leader".split()
# "The vice president" is not the president.
_SECOND = ("vice", "deputy", "assistant", "acting")
# Offices that a town or province has: "the mayor of Lisk".
_PLACE_OFFICES = frozenset("mayor governor bishop archbishop".split())
_KIND_OF_STATE = re.compile(
    rf"\bthe (?:[\w’']+ ){{0,3}}?(?:{'|'.join(kind.lower() for kind in sorted(STATE_KINDS))}) of "
)
_TOLD = 2  # times that one of two ministers is named last
_TIMES = 3  # as often as another president is the one whom the article is about named


def note_holder(
    text: str,
    view: View,
    phrase: RolePhrase,
    book: Book,
    people: People,
    parties: Parties,
    *,
    headline: bool = False,
) -> None:
    """Note "the president" for the person of that office, or an office whose holder has no name.

    A `headline` has no articles: "Minister says".
    """
    phrase = replace(phrase, definite=True) if headline else phrase
    if phrase.former or (noun_follows(view, phrase.last) and not _acts(view, phrase.last)):
        return
    if phrase.words.lower() in {"leader", "ruler"} and phrase.states:
        _note_leader(view, phrase, book, people)
        return
    if phrase.head in _SHARED_OFFICES:
        _note_only_one(view, phrase, book, people, parties)
    _note_addressed(text, view, phrase, book, people, parties)
    if phrase.head not in _SINGLE_OFFICES and not _is_single(view, phrase):
        return
    if phrase.owner is not None and not phrase.states:
        people.tell_unnamed(phrase.head, view.span_of(phrase.chain, phrase.last).start)
        return
    if not (phrase.states or phrase.body or phrase.body_words or phrase.definite):
        return
    if phrase.head in _PLACE_OFFICES and not phrase.states and not phrase.body:
        _note_office_at(text, view, phrase, book)
        return
    start = phrase.first if phrase.states or phrase.body else phrase.chain
    span = view.span_of(start, phrase.last)
    if view.tokens[phrase.last - 1].possessive and view.lower(phrase.last) == "office":
        _note_office_of(text, view, phrase, start, book)
        return
    any_one = view.lower(start - 1) in {"a", "an"}
    if any_one:
        people.tell_unnamed(phrase.head, span.start)
    holder = None if any_one else _holder(phrase, people, span.start)
    if holder is not None and _may_be_another(phrase, people, holder, span.start):
        return
    if holder is not None and _is_foreign(view, phrase, holder):
        return
    if holder is not None and _is_of_another_state(phrase, holder, people):
        return
    if holder is not None:
        book.note_person(holder.number, holder.name, span)
    elif ((phrase.states or phrase.body) and phrase.head != "secretary") or (
        # "The interior minister", "the attorney general"
        (phrase.words.lower() != phrase.head or " " in phrase.head) and parties.holds(span)
    ):
        _note_unheld(text, phrase, span, book)


def _is_single(view: View, phrase: RolePhrase) -> bool:
    """Return whether a state has one such leader or chief: "Kenya's opposition leader"."""
    told = phrase.head in _HEADS and phrase.words.lower() != phrase.head
    return told and bool(phrase.states) and view.tokens[phrase.chain - 1].possessive


def _note_addressed(
    text: str, view: View, phrase: RolePhrase, book: Book, people: People, parties: Parties
) -> None:
    """Note "the mayor" whom nobody of the page is, where somebody is told, asked or warned."""
    span = view.span_of(phrase.chain, phrase.last)
    bare = not (phrase.states or phrase.body) and view.lower(phrase.chain - 1) == "the"
    if not (bare and is_addressed(view, phrase.chain - 1) and parties.holds(span)):
        return
    if not people.holding(phrase.head) and not people.has_title(phrase.head):
        name = name_at(text, span)
        draft = Draft(name=name, kind="group", sector=phrase.sector)
        book.note(("unnamed", name.lower()), draft, span)


def _note_only_one(
    view: View, phrase: RolePhrase, book: Book, people: People, parties: Parties
) -> None:
    """Note "the judge" for the only one of that office whom the article has named before."""
    span = view.span_of(phrase.chain, phrase.last)
    holder = people.only_one(phrase.head)
    plain = phrase.words.lower() == phrase.head and view.lower(phrase.chain - 1) == "the"
    if holder is not None and plain and holder.first_at < span.start and parties.holds(span):
        book.note_person(holder.number, holder.name, span)


def _acts(view: View, last: int) -> bool:
    """Return whether the one who holds an office does something there: "the president signs"."""
    word = view.lower(last)
    return word.endswith("s") and not word.endswith(("ss", "us", "ics"))


def _may_be_another(phrase: RolePhrase, people: People, holder: Person, at: int) -> bool:
    """Return whether "the minister" may be one without a name: "his minister left. | The minister |
    said"."""
    bare = phrase.words.lower() == phrase.head and not (phrase.states or phrase.body)
    return bare and people.is_unnamed_since(phrase.head, holder, at)


def _is_foreign(view: View, phrase: RolePhrase, holder: Person) -> bool:
    """Return whether "the president" is that of the bodies which the sentence names.

    "Congress defied the president" means no Kenyan one whom the page names, unless it names Kenya
    or him there. Only the American government is an administration.
    """
    state = holder.state.code if holder.state is not None else None
    if state is None or phrase.states or phrase.body is not None:
        return False
    if any(view.span.start <= span.start < view.span.end for span in holder.mentions):
        return False
    entries = [known.entry for known in view.known.values()]
    bodies = {entry.state for entry in entries if entry.sector in {"GOV", "LEG"}}
    national = {code for code in bodies if code is not None and code not in _NO_STATES}
    if "administration" in view.words:
        national.add("USA")
    at_home = {entry.state for entry in entries if entry.kind == "body"} | {"USA"}
    return bool(national & at_home) and state not in {entry.state for entry in entries}


def _is_of_another_state(phrase: RolePhrase, holder: Person, people: People) -> bool:
    """Return whether the page also tells of another state's holder, and far more of others.

    Of a page on Ole Lund with "the Kenyan president" in it and, once, "Peruvian president Odo
    Baru", "the president" is not Baru.
    """
    if phrase.states or phrase.body or holder.state is None:
        return False
    told = people.states_of(phrase.head)
    named = {person.state.code for person in people.holding(phrase.head) if person.state}
    if not told - named:
        return False
    return any(len(each.mentions) > len(holder.mentions) for each in people.all)


def _note_unheld(text: str, phrase: RolePhrase, span: Span, book: Book) -> None:
    """Note an office whose holder the page does not name."""
    state = phrase.states[0] if phrase.states else None
    draft = Draft(
        name=text[span.start : span.end],
        kind="person",
        state=state.code if state else None,
        sector=phrase.sector,
        body=phrase.body.name if phrase.body else phrase.body_words,
        role=phrase.words,
    )
    whose = phrase.body.name if phrase.body else state.name if state else ""
    book.note(("office", whose, phrase.words.lower()), draft, span)


def _note_leader(view: View, phrase: RolePhrase, book: Book, people: People) -> None:
    """Note "the Kenyan leader" for the only one named who heads that state."""
    leaders = {
        person.number: person
        for head in _HEADS_OF_STATES
        for person in people.holding(head)
        if person.state is not None and person.state.name == phrase.states[0].name
        if head != "minister" or (person.role or "").lower().startswith("prime")
    }
    if len(leaders) == 1 and view.lower(phrase.first - 1) == "the":
        [leader] = leaders.values()
        book.note_person(leader.number, leader.name, view.span_of(phrase.first, phrase.last))


def _note_office_of(text: str, view: View, phrase: RolePhrase, start: int, book: Book) -> None:
    """Note "the Kenyan president's office", a body."""
    span = view.span_of(start, phrase.last + 1)
    name = text[span.start : span.end]
    state = phrase.states[0] if phrase.states else None
    draft = Draft(
        name=name,
        kind="organisation",
        state=state.code if state else None,
        sector="GOV",
        body=name,
    )
    whose = state.name if state else ""
    book.note(("organisation", whose, f"{phrase.words.lower()} office"), draft, span)


def _note_office_at(text: str, view: View, phrase: RolePhrase, book: Book) -> None:
    """Note "the mayor of Lisk"; "the mayor" alone is nobody known."""
    end = phrase.last
    if view.lower(end) != "of":
        return
    at = end + 1
    while at < view.size and view.tokens[at].capital:
        at += 1
    if at == end + 1:
        return
    span = view.span_of(phrase.chain, at)
    name = name_at(text, span)
    draft = Draft(name=name, kind="person", sector=phrase.sector, role=phrase.words)
    book.note(("office", *view.words[phrase.chain : at]), draft, span)


def _holder(phrase: RolePhrase, people: People, at: int) -> Person | None:
    """Return the one person who holds the office, named before `at` or, failing that, after it.

    Of two presidents, "the president" is who is told of far more often, or neither. Of two
    ministers it is the one of whom the article has told last (see `_find_told`), or neither.
    """
    holders = [person for person in people.holding(phrase.head) if _holds(person, phrase)]
    before = [person for person in holders if person.first_at < at] or holders
    if len(before) > 1 and phrase.words.lower() == "president":
        first, second, *_ = sorted(before, key=lambda each: len(each.mentions), reverse=True)
        return first if len(first.mentions) >= _TIMES * len(second.mentions) else None
    return before[0] if len(before) == 1 else _find_told(before, at)


def _find_told(holders: Sequence[Person], at: int) -> Person | None:
    """Return who of several was named twice before character `at` since any other of them was."""
    places = sorted(
        (span.start, person.number)
        for person in holders
        for span in person.mentions
        if span.start < at
    )
    last = {number for _, number in places[-_TOLD:]}
    return next(p for p in holders if p.number in last) if len(last) == 1 < len(places) else None


def _plain(words: str) -> str:
    """Return an office without what its state is: "president of (the Republic of) Kenya"."""
    return _KIND_OF_STATE.sub("", words.lower())


def _holds(person: Person, phrase: RolePhrase) -> bool:
    role, words = _plain(person.role or ""), _plain(phrase.words)
    if ("-elect" in words) != ("-elect" in role) or person.sector == "ELI":
        return False
    if words.startswith(_SECOND) != role.startswith(_SECOND):
        return False
    if words != phrase.head and words not in role and role not in words:
        return False
    if phrase.states and (person.state is None or person.state.name != phrase.states[0].name):
        return False
    return phrase.body is None or person.body == phrase.body.name
