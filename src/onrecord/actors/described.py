"""Bodies that are only described, where they speak or act: "the disaster agency said"."""

import re
from collections.abc import Iterator

from onrecord.actors.book import Book, Draft, Key
from onrecord.actors.parties import Parties
from onrecord.actors.views import View, is_name_word
from onrecord.actors.words import SPEECH_VERBS
from onrecord.records import Sector, Span

_BODIES: dict[str, Sector | None] = {
    "agency": None, "airline": "BUS", "alliance": None, "assembly": "LEG", "association": None,
    "authority": "GOV", "bank": "BUS", "board": None, "broadcaster": "MED", "bureau": None,
    "carrier": "BUS", "charity": "CVL", "church": "REL", "club": None, "coalition": None,
    "commission": None, "committee": None, "company": "BUS", "consortium": "BUS", "council": None,
    "court": "JUD", "department": "GOV", "federation": None, "firm": "BUS", "foundation": "CVL",
    "group": None, "hospital": None, "institute": "EDU", "institution": None, "laboratory": "EDU",
    "legislature": "LEG", "lender": "BUS", "manufacturer": "BUS", "movement": None, "museum": None,
    "network": None, "newspaper": "MED", "observatory": "EDU", "office": None, "operator": "BUS",
    "organisation": None, "organization": None, "panel": None, "party": "PTY", "publisher": "MED",
    "radio": "MED", "railway": "BUS", "regulator": "GOV", "school": "EDU", "secretariat": "GOV",
    "service": None, "station": None, "television": "MED", "tribunal": "JUD", "union": "LAB",
    "university": "EDU",
}  # fmt: skip
_DETERMINERS = frozenset("the a an".split())
_MOST_MODIFIERS = 4
_APPOSED = re.compile(
    r", (?:the|an?) (?:[a-z-]+ ){0,3}?(?P<noun>[a-z]+)(?:[,.]| (?:that|which|of)\b)"
)
_NEAR = 60  # characters of an apposition
_AUXILIARIES = frozenset("has have had also later".split())
# Words that no noun phrase goes through.
_OUTSIDE = frozenset(
    "of in on at to by for from with and or but as that who which when while after before said "
    "told is are was were has have had".split()
)


class Kinds:
    """The named bodies of an article by the noun that says what they are.

    "The agency" is the Kesh Relief Agency, and "the firm" is Norcoal behind "Norcoal, an oil firm".
    """

    def __init__(self, text: str, book: Book) -> None:
        self._named: dict[str, dict[Key, int]] = {}
        for key, draft in book.drafts.items():
            if draft.kind != "organisation":
                continue
            for span in draft.mentions:
                for noun in _nouns_of(text, span):
                    first = self._named.setdefault(noun, {})
                    first[key] = min(span.end, first.get(key, span.end))

    def find(self, noun: str, at: int) -> Key | None:
        """Return the only body named before character `at` that the noun can mean."""
        named = [key for key, end in self._named.get(noun, {}).items() if end <= at]
        return named[0] if len(named) == 1 else None


def _nouns_of(text: str, span: Span) -> Iterator[str]:
    yield text[span.start : span.end].split()[-1].lower()
    behind = _APPOSED.match(text, span.end, span.end + _NEAR)
    if behind is not None:
        yield behind["noun"]
    before = text[max(0, span.start - _NEAR) : span.start].split(" ")
    if len(before) > 1 and not before[-1]:
        yield before[-2]


def note_described(text: str, view: View, book: Book, kinds: Kinds, parties: Parties) -> None:
    """Note each body of the sentence that no name or table tells of, and that speaks or acts there.

    "The agency" alone is the one that was named.

    It is one of `parties`, the subject of a verb of speech, stands behind such a verb that a comma
    or a quotation mark precedes, or behind "according to". Its state is the one that the phrase
    names.
    """
    for index, word in enumerate(view.words):
        if word not in _BODIES or index in view.taken or view.tokens[index].possessive:
            continue
        first = _find_start(view, index)
        if first is None:
            _note_alone(view, index, book, kinds, parties)
            continue
        span = Span(view.tokens[first].start, view.tokens[index].end)
        if not (_speaks(view, first, index + 1) or parties.holds(span)):
            continue
        known = view.known.get(first)
        state = known.entry.state if known is not None else None
        name = " ".join(text[span.start : span.end].split())
        draft = Draft(name=name, kind="organisation", state=state, sector=_BODIES[word], body=name)
        book.note(("described", *view.words[first : index + 1]), draft, span)


def _note_alone(view: View, noun: int, book: Book, kinds: Kinds, parties: Parties) -> None:
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    if view.lower(noun - 1) != "the":
        return
    key = kinds.find(view.words[noun], span.start)
    if key is not None and (_speaks(view, noun, noun + 1) or parties.holds(span)):
        book.drafts[key].mentions.add(span)


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
        if token is None or first - 1 in view.taken or not _modifies(token.text):
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
    return word[0].islower() and word not in _OUTSIDE and not word.endswith("ly")


def _speaks(view: View, first: int, last: int) -> bool:
    at = last + (view.lower(last) in _AUXILIARIES)
    if view.lower(at) in SPEECH_VERBS:
        return True
    before = first - (view.lower(first - 1) in _DETERMINERS)
    if view.lower(before - 1) == "to" and view.lower(before - 2) == "according":
        return True
    inverted = view.lower(before - 1) in SPEECH_VERBS
    return inverted and not view.lower(before - 2)[:1].isalnum()
