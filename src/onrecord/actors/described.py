"""Bodies that are only described, where they speak or act: "the disaster agency said"."""

import re

from onrecord.actors.book import Book, Draft, Key, name_at
from onrecord.actors.kinds import BODIES, GENERAL, Kinds
from onrecord.actors.parties import Parties
from onrecord.actors.views import View, is_name_word
from onrecord.actors.words import ALSO_BODIES, DESCRIPTORS, PAPERS, SPEECH_VERBS
from onrecord.records import Span
from onrecord.text import forms_of
from onrecord.text.wordclasses import is_person_noun

# What is a place or a building more often than a body.
_PLACES = frozenset("center centre".split())
# What the only state named near is called.
_STATES = frozenset("country nation kingdom republic".split())
# Behind its object "of" tells for what: "accused the company | of | fraud".
_OF_VERBS = frozenset(forms_of("accuse suspect warn convict acquit clear strip"))
# The last words of names that are more than short names of theirs: "the White | House |".
_NO_SHORT = frozenset("house state court street nations states kingdom".split())
_POINTING = frozenset("the this that".split())
_DETERMINERS = frozenset("the a an one another".split())
_MOST_MODIFIERS = 4
# "15-member", "ten-nation": as many as there are in the body that was named.
_COUNTED = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)-(?:member|nation|state|country|seat|strong)")
_ENDS_IN_PLACE = re.compile(r" (?:of|in) [A-Z]\S*$")
_AUXILIARIES = frozenset("has have had also later".split())
# Words that no noun phrase goes through.
_OUTSIDE = frozenset(
    "of in on at to by for from with and or but as that who which when while after before said "
    "told is are was were has have had".split()
)


def note_described(text: str, view: View, book: Book, kinds: Kinds, parties: Parties) -> None:
    """Note each body of the sentence that no name or table tells of, and that speaks or acts there.

    "The agency" alone is the one that was named.

    It is one of `parties`, the subject of a verb of speech, stands behind such a verb that a comma
    or a quotation mark precedes, or behind "according to". Its state is the one that the phrase
    names.
    """
    kinds.tell_states(view)
    for index, word in enumerate(view.words):
        if view.tokens[index].capital and index not in view.taken:
            _note_short(view, index, book, kinds)
        if word in _STATES:
            _note_state(view, index, book, kinds, parties)
        if word not in BODIES or index in view.taken:
            if word in DESCRIPTORS and index not in view.taken:
                _note_again(view, index, book, kinds, parties)
            continue
        if view.tokens[index].possessive and view.lower(index + 1) not in PAPERS:
            _note_owner(view, index, book, kinds)
            continue
        first = _find_start(view, index)
        if first is None:
            _note_alone(text, view, index, book, kinds, parties)
            continue
        if _takes_part(view, first, index, parties) and not _is_named(view, index + 1, kinds):
            _note_phrase(text, view, first, index, book, kinds)


def _note_state(view: View, noun: int, book: Book, kinds: Kinds, parties: Parties) -> None:
    """Note "the country" that takes part for the only state named near before it."""
    span = view.span_of(noun, noun + 1)
    state = kinds.find_state(span.start) if view.lower(noun - 1) in _POINTING else None
    alone = view.lower(noun + 1) != "of" and not view.tokens[noun].possessive
    if state is not None and alone and parties.holds(span):
        book.note_entry(state, span)


def _note_owner(view: View, noun: int, book: Book, kinds: Kinds) -> None:
    """Note the named body whose the thing is: "revoked the | firm's | licence"."""
    token = view.tokens[noun]
    pointing = view.lower(noun - 1) in _POINTING and token.lower not in GENERAL
    key = kinds.find(token.lower, token.start) if pointing else None
    if key is not None:
        book.drafts[key].mentions.add(Span(token.start, token.end))


def _note_phrase(text: str, view: View, first: int, noun: int, book: Book, kinds: Kinds) -> None:
    """Note the body that tokens `first` to `noun` describe, or the named one they stand for."""
    span = view.span_of(first, noun + 1)
    word = view.words[noun]
    known = view.known.get(first)
    state = known.entry.state if known is not None else None
    key: Key = ("described", *view.words[first : noun + 1])
    named = _named_before(view, first, kinds)
    if named is None and all(_COUNTED.fullmatch(each) for each in view.words[first:noun]):
        named = kinds.find(word, span.start)  # "the 15-member council"
    if named is None and word in GENERAL and state is None and key not in book.drafts:
        named = kinds.find(word, span.start) if _means_known(view, first, noun) else None
    if named is not None:
        book.drafts[named].mentions.add(span)
        return
    kinds.tell(key, word, span.end)
    name = name_at(text, span)
    draft = Draft(name=name, kind="organisation", state=state, sector=BODIES[word], body=name)
    book.note(key, draft, span)


def _named_before(view: View, first: int, kinds: Kinds) -> Key | None:
    """Return the body that the phrase tells of: "the Kesh Fund, a | relief agency |"."""
    if first < 3 or view.lower(first - 2) != ",":
        return None
    return kinds.name_to(view.tokens[first - 3].end)


def _is_named(view: View, after: int, kinds: Kinds) -> bool:
    """Return whether the name of the body follows: "the relief agency, the Kesh Fund"."""
    if view.lower(after) == ",":
        after += 1 + (view.lower(after + 1) == "the")
    return after < view.size and kinds.has_name_at(view.tokens[after].start)


def _takes_part(view: View, first: int, noun: int, parties: Parties) -> bool:
    """Return whether the phrase speaks, is a party, or has a paper of its own: "its ruling"."""
    if speaks(view, first, noun + 1):
        return True
    subject = view.starts_sentence(first - 1) and not view.tokens[noun].capital
    if view.words[noun] in _PLACES and not subject:
        return False
    span = view.span_of(first, noun + 1)
    return view.tokens[noun].possessive or parties.holds(span)


def _means_known(view: View, first: int, noun: int) -> bool:
    """Return whether the phrase means a body told of: not "the armed group now holding Oru"."""
    behind = noun + 1 + (view.lower(noun + 1) in _AUXILIARIES | {"now"})
    tells = view.lower(behind) == "that" or view.lower(behind).endswith("ing")
    if view.lower(first - 1) != "the" or view.lower(noun + 1) == "of":
        return False
    return not tells or view.lower(first - 2) == ","


def _note_short(view: View, index: int, book: Book, kinds: Kinds) -> None:
    """Note "the Brotherhood", by the last word of the only body that is called so.

    "A Brotherhood official" has the name, too.
    """
    token = view.tokens[index]
    behind = index + 1 < view.size and view.tokens[index + 1].capital
    short = view.lower(index - 1) == "the" or _has_officer(view, index)
    if not short or behind or view.setting != "normal":
        return
    if view.lower(index + 1) == "of":
        return  # "the Board of the Kesh Fund"
    key = kinds.find(token.lower, token.start) if token.lower not in _NO_SHORT else None
    name = book.drafts[key].name if key is not None else ""
    if _ENDS_IN_PLACE.search(name) and index + 1 in view.in_role:
        return  # "the Oru police" are not the Trade Union of Oru's
    if key is not None and " " in name:
        kinds.tell(key, "group", token.end)
        book.drafts[key].mentions.add(Span(token.start, token.end))


def _has_officer(view: View, index: int) -> bool:
    """Return whether somebody of the body follows: "a | Brotherhood | spokesman"."""
    return view.lower(index - 1) in {"a", "an", "one"} and is_person_noun(view.lower(index + 1))


def _note_again(view: View, noun: int, book: Book, kinds: Kinds, parties: Parties) -> None:
    """Note "the airline" for the only one told of: "the airline Norwing", "Norwing, an airline"."""
    span = view.span_of(noun, noun + 1)
    if view.lower(noun - 1) != "the" or view.lower(noun + 1) == "of" or not noun:
        return
    key = kinds.find(view.words[noun], span.start)
    here = _takes_part(view, noun, noun, parties) and not _is_named(view, noun + 1, kinds)
    if key is not None and here:
        book.drafts[key].mentions.add(span)


def _note_alone(
    text: str, view: View, noun: int, book: Book, kinds: Kinds, parties: Parties
) -> None:
    """Note "the committee": the one that was named, or one without a name where none was."""
    span = view.span_of(noun, noun + 1)
    before, word = view.lower(noun - 1) if noun else "", view.words[noun]
    if view.lower(noun + 1) == "of" and view.lower(noun - 2) not in _OF_VERBS:
        return
    if before in _POINTING:
        key = kinds.find(word, span.start)
        named = _is_named(view, noun + 1, kinds)  # "the newspaper Oru Herald"
        if key is not None and _takes_part(view, noun, noun, parties) and not named:
            book.drafts[key].mentions.add(span)
            return
    new = before in _DETERMINERS - {"the"} or not noun
    if not new and (before != "the" or kinds.may_be_named(span.start)):
        return
    if parties.holds(span) and not _is_named(view, noun + 1, kinds):
        name = text[span.start : span.end]
        draft = Draft(name=name, kind="group", sector=BODIES[word])
        book.note(("unnamed", word), draft, span)


def _find_start(view: View, noun: int) -> int | None:
    """Return where the phrase that ends in `noun` starts, behind its article.

    `None` where it has neither an article nor a state's name, or goes through another name; and
    for the noun alone, since "the union" may be any. An office may be somebody's: "Berg's office".
    """
    if view.words[noun] == "office" and view.tokens[noun - 1].possessive:
        return _owner_start(view, noun - 1)
    first = noun
    while noun - first < _MOST_MODIFIERS:
        known = view.ending_at(first)
        if known is not None and known.entry.kind != "body" and known.first not in view.in_role:
            return known.first
        before = view.lower(first - 1)
        if before in _DETERMINERS:
            return first if first < noun else None
        token = view.tokens[first - 1] if first else None
        rival = before in ALSO_BODIES  # "a | rival | union"
        if token is None or (first - 1 in view.taken and not rival) or not _modifies(token.text):
            return None
        first -= 1
    return None


def _owner_start(view: View, owner: int) -> int | None:
    """Return where the name starts whose office it is, with the title before it."""
    first = owner + 1
    while first > 0 and owner - first < _MOST_MODIFIERS and is_name_word(view.tokens[first - 1]):
        if first - 1 in view.known or view.common_start(first - 1):
            break
        first -= 1
    return first if first <= owner else None


def _modifies(word: str) -> bool:
    if word[0].isupper():
        return word.endswith("ist")  # "the Islamist group"
    return word[0].isalnum() and word not in _OUTSIDE and not word.endswith("ly")


def speaks(view: View, first: int, last: int) -> bool:
    """Return whether a verb of saying stands beside the tokens `[first, last)` of a phrase."""
    at = last + (view.lower(last) in _AUXILIARIES)
    if view.lower(at) in SPEECH_VERBS:
        return True
    before = first - (view.lower(first - 1) in _DETERMINERS)
    if view.lower(before - 1) == "to" and view.lower(before - 2) == "according":
        return True
    inverted = view.lower(before - 1) in SPEECH_VERBS
    return inverted and not view.lower(before - 2)[:1].isalnum()
