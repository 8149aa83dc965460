"""People without a name who take part: crowds and individuals, "thousands", "a gunman"."""

import re
from collections.abc import Collection, Sequence

from onrecord.actors.book import Book, Draft, Key
from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.parties import Parties
from onrecord.actors.reading import Sentence
from onrecord.actors.views import View, role_at
from onrecord.records import Span
from onrecord.text.wordclasses import is_person_noun

_MANY = frozenset("thousands hundreds dozens scores millions crowds".split())
_PEOPLE = frozenset({"people", "persons"})
_NUMBER = re.compile(
    r"\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand"
    r"|million|several|many"
)
_ONE = frozenset("a an another one".split())
_MOST_MODIFIERS = 4
# Who speaks for a body, or is a part of one, does not act alone.
_OF_OTHERS = frozenset("spokesman spokeswoman spokesperson source member police head".split())
_OF_BODY = frozenset("for of at from with to".split())
_NAMED = frozenset("named called identified known".split())
_OUTSIDE = frozenset("of in on at to by for from with and or but as that who which".split())


def note_unnamed(text: str, sentences: Sequence[Sentence], book: Book, parties: Parties) -> None:
    """Note crowds and individuals that the trained reader has for somebody who takes part.

    All crowds of a page are "people", as all its protesters are one group. "The gunman" is the one
    that "a gunman" has told of, unless somebody with a name has that role.
    """
    roles = {phrase.head for sentence in sentences for phrase in sentence.linked.values()}
    told: dict[str, set[Key]] = {}
    for sentence in sentences:
        view = sentence.view
        if view.setting != "normal":
            continue
        linked = {phrase.first for phrase in sentence.linked.values()}
        for index, word in enumerate(view.words):
            if word in _MANY or word in _PEOPLE:
                _note_crowd(view, index, book, parties)
            elif is_person_noun(word) and word not in _OF_OTHERS and index not in view.known:
                first = _start(view, index, linked)
                if first is not None:
                    key = _note_one(text, view, first, index, book, parties)
                    told.setdefault(word, set()).update({key} if key else ())
                elif view.lower(index - 1) == "the" and word not in roles:
                    _note_again(view, index, book, parties, told.get(word, ()))


def _note_crowd(view: View, index: int, book: Book, parties: Parties) -> None:
    """Note "thousands", "hundreds of people" or the people of "3,000 people"."""
    first = index
    if view.words[index] in _PEOPLE:
        if view.lower(index - 1) == "of" and view.lower(index - 2) in _MANY:
            first = index - 2
        elif not _NUMBER.fullmatch(view.lower(index - 1)):
            return
    elif view.lower(index + 1) == "of" or view.tokens[index].possessive:
        return
    span = Span(view.tokens[first].start, view.tokens[index].end)
    if parties.holds(span):
        draft = Draft(name="people", kind="group", sector="CVL")
        book.note(("group", "", "people"), draft, span)


def _start(view: View, noun: int, linked: Collection[int]) -> int | None:
    """Return where the phrase of somebody without a name starts behind its "a", if it is one."""
    if view.tokens[noun].possessive or not view.tokens[noun].text.islower():
        return None
    first = noun
    while noun - first < _MOST_MODIFIERS:
        known = view.ending_at(first)
        if known is not None and known.entry.kind != "body":
            first = known.first
            break
        word = view.lower(first - 1)
        if word in _ONE or word in _OUTSIDE or not word[:1].isalnum():
            break
        if not view.tokens[first - 1].text[0].islower() and not word[:1].isdigit():
            return None
        first -= 1
    return first if view.lower(first - 1) in _ONE and first not in linked else None


def _note_one(
    text: str, view: View, first: int, noun: int, book: Book, parties: Parties
) -> Key | None:
    if _is_named(view, noun + 1):
        return None
    span = Span(view.tokens[first].start, view.tokens[noun].end)
    if not parties.holds(span):
        return None
    known = view.known.get(first)
    role = role_at(view, noun, load_lexicon())
    name = " ".join(text[span.start : span.end].split())
    draft = Draft(
        name=name,
        kind="group",
        state=known.entry.state if known is not None else None,
        sector=role[0].sector if role is not None else None,
    )
    other = str(span.start) if view.lower(first - 1) == "another" else ""
    key = ("unnamed", name.lower(), other)
    book.note(key, draft, span)
    return key


def _is_named(view: View, after: int) -> bool:
    """Return whether the words behind the noun tell who it is, or that it is another noun's."""
    word = view.lower(after)
    if word in _NAMED or word in _OF_BODY or is_person_noun(word):
        return True
    at = after + (word in {",", "(", "—", "–"})
    return at < view.size and view.tokens[at].capital


def _note_again(view: View, noun: int, book: Book, parties: Parties, told: Collection[Key]) -> None:
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    if len(told) != 1 or _is_named(view, noun + 1) or not parties.holds(span):
        return
    [key] = told
    book.drafts[key].mentions.add(span)
