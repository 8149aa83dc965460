"""Who has come together and is spoken to: "told | a Senate committee |", "addressed the rally"."""

from onrecord.actors.addressed import is_listening
from onrecord.actors.book import Book, Draft, name_at
from onrecord.actors.views import View
from onrecord.records import Sector
from onrecord.text.wordclasses import DETERMINERS

_SECTORS: dict[str, Sector] = {
    "committee": "LEG",
    "subcommittee": "LEG",
    "chamber": "LEG",
    "inquest": "JUD",
    "jury": "JUD",
    "tribunal": "JUD",
    "trial": "JUD",
}
# What is no actor but where it is spoken to: elsewhere a rally is an act, a session a time.
_GATHERINGS = frozenset(_SECTORS) | frozenset(
    "assembly audience briefing ceremony conference congregation congress convention crowd dinner "
    "forum gathering hearing inquiry meeting panel rally seminar session summit "
    "symposium".split()
)
_MOST_MODIFIERS = 5


def note_gathering(text: str, view: View, noun: int, book: Book) -> bool:
    """Note the gathering that the word at `noun` tells of, if it is spoken to; return whether."""
    if view.words[noun] not in _GATHERINGS or noun in view.taken or view.tokens[noun].possessive:
        return False
    first = noun
    while first and noun - first < _MOST_MODIFIERS and _describes(view, first - 1):
        first -= 1
    determined = view.lower(first - 1) in DETERMINERS
    if not determined or not is_listening(view, first - 1):
        return False
    span = view.span_of(first, noun + 1)
    name = name_at(text, span)
    sector = _SECTORS.get(view.words[noun], "CVL")
    book.note(("group", "", name.lower()), Draft(name=name, kind="group", sector=sector), span)
    return True


def _describes(view: View, at: int) -> bool:
    word = view.tokens[at].text
    plain = word == "-" or word.replace("-", "").isalpha()
    return plain and word.lower() not in DETERMINERS
