"""People without a name who take part: crowds and individuals, "viewers", "a gunman"."""

import re
from collections.abc import Collection, Sequence

from onrecord.actors.book import Book, Draft, Key
from onrecord.actors.crowds import NUMBER, note_crowd
from onrecord.actors.gatherings import note_gathering
from onrecord.actors.headlined import note_headlined
from onrecord.actors.kinds import BODIES
from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.local_offices import find_held, holds_local_office
from onrecord.actors.modifiers import noun_follows
from onrecord.actors.parties import Parties
from onrecord.actors.person_nouns import are_persons, has_office, is_named, is_person
from onrecord.actors.reading import Sentence
from onrecord.actors.relatives import (
    KIN,
    MOST_MODIFIERS,
    OF_OTHERS,
    OUTSIDE,
    note_kin,
    owner_of,
)
from onrecord.actors.represented import ONE, is_apposed, note_represented
from onrecord.actors.views import View, named_start, role_at
from onrecord.records import Span
from onrecord.text.wordclasses import (
    AUXILIARIES,
    DAY_WORDS,
    DETERMINERS,
    IRREGULAR_PASTS,
    PRESENT_VERBS,
    is_person_noun,
)

_LONGEST_TAIL = 7  # tokens of "of the old mill"
_SOME = frozenset("some several more other".split())
# Nouns of persons that describe more often: "the militant group".
ADJECTIVES = frozenset(
    "conservative liberal militant radical native veteran public human individual patient "
    "relative fellow".split()
)


def note_unnamed(text: str, sentences: Sequence[Sentence], book: Book, parties: Parties) -> None:
    """Note crowds and individuals that the trained reader has for somebody who takes part.

    All crowds of a page are "people", as all its protesters are one group. "The gunman" is the one
    that "a gunman" has told of, or "gunman Odo Berg", unless somebody with a name has that role.
    """
    roles = find_held(sentences)
    told: dict[str, set[Key]] = {}
    called = _find_called(sentences, book)
    for sentence in sentences:
        view = sentence.view
        if view.setting != "normal":
            for index, word in enumerate(view.words):
                if _is_somebody(word) and index not in view.known:
                    note_headlined(view, index, book, parties)
            continue
        linked = {phrase.first for phrase in sentence.linked.values()}
        for index, word in enumerate(view.words):
            if note_crowd(text, view, index, book, parties):
                continue
            if note_gathering(text, view, index, book):
                continue
            if note_represented(text, view, index, book, parties, roles):
                continue
            owner = owner_of(view, index)
            bare = owner is None and _is_somebody(word) and index not in view.known
            if bare and note_headlined(view, index, book, parties):
                continue
            if owner is not None:
                note_kin(text, view, owner, index, book, parties)
            elif are_persons(word) and index not in view.taken and word not in OF_OTHERS:
                _note_several(text, view, index, book, parties)
            elif is_person(word) and word not in OF_OTHERS and index not in view.known:
                first = _start(view, index, linked)
                if first is None and _is_one(view, index):
                    first = _start_known(view, index)
                if first is not None:
                    key = _note_one(text, view, first, index, book, parties)
                    told.setdefault(word, set()).update({key} if key else ())
                elif view.lower(index - 1) == "the" and word not in roles:
                    again = told.get(word) or called.get(word, set())
                    if again:
                        _note_again(text, view, index, book, parties, again)
                    elif _is_one(view, index) or holds_local_office(view, index):
                        key = _note_one(text, view, index, index, book, parties)
                        told.setdefault(word, set()).update({key} if key else ())


def _find_called(sentences: Sequence[Sentence], book: Book) -> dict[str, set[Key]]:
    """Return whom the page calls by a noun without an office: "suspect Odo Berg"."""
    starts = {
        span.start: key
        for key, draft in book.drafts.items()
        if key[0] == "person"
        for span in draft.mentions
    }
    called: dict[str, set[Key]] = {}
    for view in (sentence.view for sentence in sentences):
        for index in range(view.size - 1):
            word, key = view.words[index], starts.get(view.tokens[index + 1].start)
            if key is not None and is_person_noun(word) and not has_office(view, index):
                called.setdefault(word, set()).add(key)
    return called


def _is_somebody(word: str) -> bool:
    """Return whether the word is a noun of persons, former ones too ("ex-mayor"), or of a body."""
    own = word.removeprefix("ex-")
    listed = is_person(own) or own in KIN | BODIES.keys()
    return (listed or are_persons(own)) and own not in OF_OTHERS


def _note_several(text: str, view: View, noun: int, book: Book, parties: Parties) -> None:
    """Note the persons of "two young airmen" or "the crews", none of the table's groups.

    "Others" are somebody only where they are counted.
    """
    if view.words[noun] == "others" and not _is_counted(view, noun):
        return
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    last = _end_of_owned(view, noun)
    named = last == noun + 1 and is_named(view, last)
    if not view.tokens[noun].possessive and parties.holds(span) and not named:
        known = view.ending_at(noun)
        state = known.entry.state if known is not None else None
        first = named_start(view, noun, OUTSIDE | DAY_WORDS)
        name = " ".join(text[view.tokens[first].start : view.tokens[last - 1].end].split())
        draft = Draft(name=name, kind="group", state=state, sector="CVL")
        book.note(("group", state or "", name.lower()), draft, span)


def _end_of_owned(view: View, noun: int) -> int:
    """Return where the words end that tell what the persons are of: "owners | of the old mill |".

    Who is of a body or a person may be them, and no group beside: "members of the guild".
    """
    if view.lower(noun + 1) != "of" or has_office(view, noun):
        return noun + 1
    last = noun + 2
    while last < view.size and last - noun <= _LONGEST_TAIL:
        word = view.lower(last)
        if word in OUTSIDE - DETERMINERS or not word[0].isalnum():
            break
        if word in PRESENT_VERBS | AUXILIARIES | IRREGULAR_PASTS or word.endswith("ed"):
            break
        last += 1
    while view.lower(last - 1) in DETERMINERS:
        last -= 1  # cut before a mark: "foes of a | “vast plot”"
    return last if last > noun + 2 else noun + 1


def _is_counted(view: View, noun: int) -> bool:
    """Return whether a number stands before the noun or its adjectives: "two young airmen"."""
    for at in range(noun - 1, max(-1, noun - MOST_MODIFIERS - 1), -1):
        word = view.lower(at)
        if word in _SOME or NUMBER.fullmatch(word):
            return True
        if not word.isalpha() or word in OUTSIDE:
            return False
    return False


def _start(view: View, noun: int, linked: Collection[int]) -> int | None:
    """Return where the phrase of somebody without a name starts behind its "a", if it is one.

    It may hold a state's adjective and an age: "a senior Kenyan official", "a 23-year-old man".
    """
    if view.tokens[noun].possessive or not view.tokens[noun].text.islower():
        return None
    first = noun
    for _ in range(MOST_MODIFIERS):
        known = view.ending_at(first)
        if known is not None and known.entry.kind == "body":
            return None
        word = view.lower(first - 1)
        if known is None and (word in ONE or word in OUTSIDE or not word[:1].isalnum()):
            break
        if NUMBER.fullmatch(word):
            return None  # "another ten Kenyan fighters"
        if first and view.tokens[first - 1].possessive:
            break
        if known is not None:
            first = known.first
        else:
            first -= 3 if word == "year-old" and view.lower(first - 2) == "-" else 1
    return first if view.lower(first - 1) in ONE and first not in linked else None


def _start_known(view: View, noun: int) -> int | None:
    """Return where the words start that tell which one is meant: "the | surviving suspect |"."""
    first = noun
    while noun - first < MOST_MODIFIERS and _tells_which(view, first - 1):
        first -= 1
    return first if first < noun and view.lower(first - 1) == "the" else None


def _tells_which(view: View, at: int) -> bool:
    return at > 0 and view.tokens[at].text.islower() and view.lower(at) not in OUTSIDE


def _note_one(
    text: str, view: View, first: int, noun: int, book: Book, parties: Parties
) -> Key | None:
    if is_named(view, noun + 1) or is_apposed(view, first, book):
        return None
    span = Span(view.tokens[first].start, view.tokens[noun].end)
    if not parties.holds(span):
        return None
    states = [view.known[at].entry.state for at in range(first, noun) if at in view.known]
    role = role_at(view, noun, load_lexicon())
    name = " ".join(text[span.start : span.end].split())
    draft = Draft(
        name=name,
        kind="group",
        state=states[0] if states else None,
        sector=role[0].sector if role is not None else None,
    )
    other = str(span.start) if view.lower(first - 1) == "another" else ""
    key = ("unnamed", name.lower(), other)
    book.note(key, draft, span)
    return key


def _is_one(view: View, noun: int) -> bool:
    """Return whether "the driver" is somebody: not in "the refugee programme", "the militant"."""
    word = view.tokens[noun].text
    adjective = word in ADJECTIVES or word.endswith("ist")
    if not word.islower() or adjective or has_office(view, noun):
        return False
    return not noun_follows(view, noun + 1)


def _note_again(
    text: str, view: View, noun: int, book: Book, parties: Parties, told: Collection[Key]
) -> None:
    """Note "the gunman" for the only one told of, if no other has been told of since."""
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    if len(told) != 1 or is_named(view, noun + 1) or not parties.holds(span):
        return
    [key] = told
    mentions = book.drafts[key].mentions
    last = max((each.end for each in mentions if each.end <= span.start), default=span.start)
    another = re.compile(
        rf"\b(?:an?|another|one) (?:[\w.’'-]+ ){{0,4}}{view.words[noun]}\b", re.IGNORECASE
    )
    if another.search(text, last, span.start) is None:
        mentions.add(span)
