"""Tell a party from some who belong to it, or think as it does: "some Republicans"."""

from collections.abc import Collection

from onrecord.actors.book import Book, Draft
from onrecord.actors.crowds import MANY, NUMBER
from onrecord.actors.parties import Parties
from onrecord.actors.views import Known, View
from onrecord.records import Span
from onrecord.text.wordclasses import PREPOSITIONS

# Words for a party of many states, which the tables have for one.
_PARTY_WORDS = frozenset({"Conservatives", "Labour"})
_SOME = frozenset("some few most other fewer more these those".split())
# "A | group | of Republicans".
_PARTS = MANY | frozenset(
    "some several many most few one two three number group handful pair trio couple majority "
    "minority half bloc coalition faction plenty any all none".split()
)
_ALL = frozenset({"all", "any", "none"})
_MOST_MODIFIERS = 3  # between what counts them and their name: "two moderate Ohio Democrats"


def is_party_word(known: Known) -> bool:
    """Return whether a common word is taken for a party: "Conservatives"."""
    return known.entry.sector == "PTY" and known.entry.written in _PARTY_WORDS


def note_partisans(
    text: str,
    view: View,
    known: Known,
    book: Book,
    *,
    states: Collection[str | None],
    parties: Parties,
) -> bool:
    """Note those of a party who are not all of it, where they are meant; return whether they are.

    "Conservatives" are the British party only where no other of `states` is named, or Britain is;
    elsewhere they are those who think so.
    """
    if is_party_word(known) and states and known.entry.state not in states:
        _note_camp(view, known, book, parties)
        return True
    if known.entry.sector != "PTY" or not view.lower(known.last - 1).endswith("s"):
        return False
    first = _counted_from(view, known.first)
    if first is None:
        return False
    span = view.span_of(first, known.last)
    words = text[span.start : span.end].split()
    name = " ".join([words[0].lower(), *words[1:]])
    draft = Draft(name=name, kind="group", state=known.entry.state, sector="PTY")
    book.note(("group", known.entry.name, name.lower()), draft, span)
    return True


def _note_camp(view: View, known: Known, book: Book, parties: Parties) -> None:
    """Note the "Conservatives" of another state, where they take part."""
    token = view.tokens[known.first]
    span = Span(token.start, token.end)
    if token.lower == "conservatives" and not token.possessive and parties.holds(span):
        draft = Draft(name="conservatives", kind="group", sector="PTY")
        book.note(("group", "", "conservatives"), draft, span)


def _counted_from(view: View, first: int) -> int | None:
    """Return where a phrase starts that counts some of those named at `first`: "| some House".

    In "52 seats and | Democrats |" nothing counts them.

    "A group of | Republicans |" is told by the name alone: who they are says what stands before.
    """
    if view.lower(first - 1) == "and":
        return None
    for at in range(first - 1, max(-1, first - 2 - _MOST_MODIFIERS), -1):
        word = view.lower(at)
        if word in _SOME or NUMBER.fullmatch(word):
            return at
        if word == "of":
            part = view.lower(at - 1)
            return at - 1 if part in _PARTS - _ALL or NUMBER.fullmatch(part) else None
        noun = word.endswith(("s", "ing", "percent")) or view.tokens[at].possessive
        if not word.replace("-", "").replace(".", "").isalpha() or word in PREPOSITIONS or noun:
            return None
    return None
