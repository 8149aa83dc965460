"""Note where people are named, and write what is known of each into the drafts."""

from collections.abc import Sequence

from onrecord.actors.book import Book, Draft
from onrecord.actors.evidence import is_partisan
from onrecord.actors.introduced import person_of
from onrecord.actors.links import OF
from onrecord.actors.naming import find_places
from onrecord.actors.parties import Parties
from onrecord.actors.people import People, Person
from onrecord.actors.reading import Sentence
from onrecord.actors.runs import Run, run_span
from onrecord.actors.views import View, is_common
from onrecord.actors.words import MONTHS, SHORT_TITLES
from onrecord.records import Span
from onrecord.text.party_tags import name_seat, read_home, read_seat

_FAMILY = frozenset("brothers sisters twins family couple".split())


def note_people(
    sentences: Sequence[Sentence], people: People, book: Book, parties: Parties
) -> None:
    """Note every mention of `people` by name, in headlines too.

    A given name that is also a place of the page is the place: "the Orlando attack".
    """
    places = find_places(sentences)
    _note_seats(sentences, people)
    for sentence in sentences:
        if sentence.view.setting != "normal":
            _note_in_headline(sentence, people, book)
        else:
            _note_by_word(sentence, people, book, parties)
        for run in sentence.runs:
            person = person_of(sentence, run, people)
            if person is not None and run.title is None and run.words[0] in places:
                called = len(run.words) > 1 or run.words[0] == person.surname
                person = person if called else None
            if person is None and is_partisan(sentence.view, run):
                at = run_span(sentence.view, run).start
                person = people.last_legislator(at, run.words)
                if person is not None:
                    person.seat = person.seat or name_seat(run.words)
            if person is not None and not _note_family(sentence.view, run, book):
                _note(person, run_span(sentence.view, run), book)
                if (office := _office_apposed(sentence, run)) is not None:
                    _note(person, office, book)


def _note_seats(sentences: Sequence[Sentence], people: People) -> None:
    """Note the party and state of whom the page gives one: "Ida Berg (R-Ohio)", ", D-VT," or "of
    Utah"."""
    for sentence in sentences:
        view = sentence.view
        for run in sentence.runs:
            if view.lower(run.last) not in {"(", ",", "of"} or run.last + 1 >= view.size:
                continue
            behind = view.tokens[run.last + 1].text
            home = view.lower(run.last) == "of"
            seat = read_home(behind) if home else read_seat(behind)
            person = None if seat is None else person_of(sentence, run, people)
            if person is not None:
                person.seat = person.seat or seat


def fill_people(people: People, book: Book) -> None:
    """Write what is known of each person into the drafts."""
    for person in people.all:
        draft = book.drafts.get(("person", str(person.number)))
        if draft is None:
            continue
        for title in sorted(person.titles & SHORT_TITLES.keys()):
            role, sector = SHORT_TITLES[title]
            person.role, person.sector = person.role or role, person.sector or sector
        draft.name = person.name
        draft.role = person.role
        draft.sector = person.sector
        draft.body = person.body
        draft.state = person.state.code if person.state is not None else None


def _office_apposed(sentence: Sentence, run: Run) -> Span | None:
    """Return the words of the office that a name explains: "the | mayor of Oru |, Ida Berg,".

    Whose office it is would else be taken for who is meant: "arrested the head of the guild, X".
    """
    phrase, view = sentence.linked.get(run.first), sentence.view
    if phrase is None or phrase.last != run.start - 1 or view.lower(phrase.last) != ",":
        return None
    if not any(view.lower(at) in OF for at in range(phrase.chain, phrase.last)):
        return None
    return view.span_of(phrase.first, phrase.last)


def _note_family(view: View, run: Run, book: Book) -> bool:
    """Note "the Berg brothers", who are not one Berg, and return whether they are named."""
    if view.lower(run.last) not in _FAMILY or view.lower(run.start - 1) != "the":
        return False
    if view.tokens[run.last - 1].possessive or len(run.words) > 1:
        return False
    name = f"{run.words[0]} {view.lower(run.last)}"
    span = view.span_of(run.first, run.last + 1)
    book.note(("family", name), Draft(name=name, kind="group", sector="CVL"), span)
    return True


def _note_in_headline(sentence: Sentence, people: People, book: Book) -> None:
    """Note the surnames that the text has made known, where all words have capitals."""
    view = sentence.view
    for index, token in enumerate(view.tokens):
        word = token.text.title() if view.setting == "caps" else token.text
        if index in view.taken or not people.has(word):
            continue
        person = people.find(word, token.start)
        if person is not None and word == person.surname:
            whole = view.lower(index - 1) == person.words[0].lower()
            first = view.tokens[index - 1 if whole else index]
            _note(person, Span(first.start, token.end), book)


def _note_by_word(sentence: Sentence, people: People, book: Book, parties: Parties) -> None:
    """Note the surname that is also a month or a word, where it is all of a party: "May said".

    Somebody of that surname is named in full, so that "Odo Long said" is told from "Long before".
    """
    view = sentence.view
    for index, token in enumerate(view.tokens):
        span = Span(token.start, token.end)
        word = token.text in MONTHS or (is_common(token) and token.capital)
        if not word or index in view.taken or not parties.is_whole(span):
            continue
        full = any(len(person.words) > 1 for person in people.namesakes(token.text))
        person = people.find(token.text, token.start) if full else None
        if person is not None and person.surname == token.text:
            _note(person, span, book)


def _note(person: Person, span: Span, book: Book) -> None:
    person.mentions.add(span)
    book.note_person(person.number, person.name, span)
