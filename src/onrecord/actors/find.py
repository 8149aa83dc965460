"""Find the actors of one article."""

from collections.abc import Collection, Iterator, Sequence

from onrecord.actors.apposed import find_apposed
from onrecord.actors.book import Book
from onrecord.actors.collectives import note_collective
from onrecord.actors.described import note_described
from onrecord.actors.governments import means_government, means_people, means_state
from onrecord.actors.harmed import find_harmed
from onrecord.actors.home import tell_home
from onrecord.actors.kinds import Kinds
from onrecord.actors.local_offices import find_held
from onrecord.actors.mentioned import fill_people, note_people
from onrecord.actors.naming import find_people
from onrecord.actors.offices import note_holder
from onrecord.actors.organisations import note_organisations
from onrecord.actors.parties import Parties
from onrecord.actors.partisans import is_party_word, note_partisans
from onrecord.actors.platforms import is_where_posted
from onrecord.actors.preceding import find_home
from onrecord.actors.reading import Sentence, read_sentences
from onrecord.actors.roles import RolePhrase
from onrecord.actors.told_by_noun import note_told
from onrecord.actors.unnamed import note_unnamed
from onrecord.actors.views import Known, View
from onrecord.actors.whole_phrases import note_whole
from onrecord.actors.words import ORGANISATION_WORDS
from onrecord.records import Actor, Article, Span
from onrecord.text import Outline, find_history


def find_actors(
    article: Article, outline: Outline, *, parties: Sequence[Span] = ()
) -> Iterator[Actor]:
    """Yield the actors of `article` in the order of their first mention.

    A mention covers the name without a courtesy title ("Berg" of "Ms Berg") or a possessive
    ending, and the whole phrase of a group or an office ("Norlandic troops", "the" left out).
    Pronouns are no mentions, and neither is a state or capital that is only a place; nor are
    the adjective in "Norlandic minister Ida Berg" and the body in "ministry spokesman Ole Lind",
    which become her state and his body. The forms of one state share an actor (the adjective
    where it acts: "the Norlandic response"; the capital that speaks), and so do a person's full
    name, surname and office. A surname that two people share means the one last named in full.

    `parties` are the phrases that the trained reader has for somebody who acts, speaks or is acted
    on: there "students" and "the court" are actors too, which elsewhere may be anybody. So are
    those whom a number counts behind "killed" or "wounded", whoever reads it.
    """
    text = article.text
    taking_part = Parties(text, [*parties, *find_harmed(text)])
    sentences = read_sentences(article, outline)
    apposed = find_apposed(sentences)
    people = find_people(sentences, taking_part, apposed, paragraphs=outline.paragraphs)
    book = Book()
    note_people(sentences, people, book, taking_part)
    note_organisations(text, sentences, book, taking_part, apposed)
    states = _states_named(sentences)
    people.retire(find_history(article, outline))
    for sentence in sentences:
        _note_known(text, sentence.view, book, states, taking_part)
    for sentence in sentences:
        for phrase in sentence.unlinked():
            state = phrase.states[0].code if len(phrase.states) == 1 else None
            if state is not None and not phrase.former:
                people.tell_state(phrase.head, state)
    home = find_home(sentence.view for sentence in sentences)
    for sentence in sentences:
        headline = sentence.view.span.end <= article.body.start
        for phrase in sentence.unlinked():
            if phrase.role.kind == "person":
                note_holder(
                    text, sentence.view, phrase, book, people, taking_part, headline=headline
                )
            else:
                note_collective(text, sentence.view, phrase, book, people, taking_part, home=home)
            _note_body_inside(sentence.view, phrase, book)
    kinds = Kinds(text, book)
    for sentence in sentences:
        note_described(text, sentence.view, book, kinds, taking_part)
    note_unnamed(text, sentences, book, taking_part)
    held = find_held(sentences)
    note_whole(text, book, taking_part, held)
    fill_people(people, book)
    note_told(text, sentences, book, taking_part, held)
    tell_home(article, sentences, book)
    yield from book.actors(article.id)


def _states_named(sentences: Sequence[Sentence]) -> set[str | None]:
    """Return the states of all that the tables have, but for parties called by a common word."""
    return {
        known.entry.state
        for sentence in sentences
        for known in sentence.view.known.values()
        if not is_party_word(known)
    }


def _note_known(
    text: str, view: View, book: Book, states: Collection[str | None], parties: Parties
) -> None:
    """Note the states, capitals and bodies of the tables, where they are meant as actors."""
    for known in view.known.values():
        if note_partisans(text, view, known, book, states=states, parties=parties):
            continue
        if known.first not in view.in_role and _is_meant(view, known, parties):
            span = view.span_of(known.first, known.last)
            book.note_entry(known.entry, span)


def _note_body_inside(view: View, phrase: RolePhrase, book: Book) -> None:
    """Note the body of "a founder of Greenpeace", "NATO troop movements"; a longer mention wins."""
    for known in map(view.known.get, range(phrase.first, phrase.last)):
        if known is not None and known.entry.kind == "body":
            span = view.span_of(known.first, known.last)
            book.note_entry(known.entry, span)


def _is_meant(view: View, known: Known, parties: Parties) -> bool:
    match known.entry.kind:
        case "body":
            behind = view.tokens[known.last].text if known.last < view.size else ""
            if is_where_posted(view, known, behind):
                return False
            return not (is_party_word(known) and behind in ORGANISATION_WORDS)
        case "state":
            return means_state(view, known.first, known.last)
        case "seat":
            whole = parties.is_whole(view.span_of(known.first, known.last))
            return means_government(view, known.first, known.last, whole=whole)
        case _:
            last = known.last + (view.lower(known.last) == "side")
            with_article = view.span_of(max(0, known.first - 1), last)
            return means_people(view, known, whole=parties.is_whole(with_article))
