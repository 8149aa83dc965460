"""Those of whom only the noun of a reader's phrase tells: "the labour commissioner", "a team"."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from onrecord.actors.book import Book, Draft, Key, name_at
from onrecord.actors.crowds import NUMBER
from onrecord.actors.described import speaks
from onrecord.actors.kinds import BODIES
from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.modifiers import FUNCTION_WORDS, noun_follows
from onrecord.actors.parties import Parties
from onrecord.actors.reading import Sentence
from onrecord.actors.represented import is_apposed
from onrecord.actors.unnamed import are_persons, is_person
from onrecord.actors.views import View, role_at
from onrecord.records import Sector, Span
from onrecord.spans import overlaps
from onrecord.text.wordclasses import DAY_WORDS, POSSESSIVES

# More bodies: whoever acts for them has no name.
_BODIES: dict[str, Sector | None] = {
    "administration": "GOV", "battalion": "MIL", "brigade": "MIL", "caucus": "LEG",
    "chamber": None, "city": "GOV", "clan": "SOC", "community": "SOC", "cooperative": "BUS",
    "crew": "CVL", "delegation": None, "employer": "BUS", "faction": None, "government": "GOV",
    "guild": "LAB", "insurer": "BUS", "league": None, "management": "BUS", "ministry": "GOV",
    "mission": None, "municipality": "GOV", "pair": None, "patrol": None, "state": "GOV",
    "team": None, "trio": None, "watchdog": None, "workforce": "LAB",
} | BODIES  # fmt: skip
# More often a place or a building, unless it speaks.
_PLACES = frozenset(
    "center centre church clinic hospital laboratory museum observatory office railway school "
    "station university".split()
)
_ONE = frozenset("a an another one".split())
_THE = frozenset("the this that these those".split())
_SOME = frozenset("some several many few other more most".split())
_OPENING = _ONE | _THE | _SOME | POSSESSIVES
# Who speaks for somebody is nobody beside him; "sides" are known or not.
_NO_HEADS = frozenset(
    "spokesman spokeswoman spokesperson spokesmen side sides others counterpart conservative "
    "liberal democrat republican source sources".split()
)
# What counts those who take part: "a group of students".
_COUNTING = frozenset("group groups pair trio team teams majority".split())
_MARKS = frozenset({",", "(", "—", "–"})
_NAMED = frozenset("named called identified known".split())
_NEAR = 600  # characters back to somebody named whose office "the minister" may be
_LONGEST = 5  # tokens of the noun and the words before it


class _Phrase(NamedTuple):
    """Tokens `first` to `noun` of a view, behind words that open a noun phrase."""

    view: View
    opening: tuple[str, ...]
    first: int
    noun: int

    @property
    def head(self) -> str:
        return self.view.words[self.noun]


def note_told(
    text: str, sentences: Sequence[Sentence], book: Book, parties: Parties, held: Collection[str]
) -> None:
    """Note people and bodies that the reader's phrase tells of by its noun, and nothing else.

    `held` are the offices that people with a name hold in the article: who has one of them may be
    one of those.
    """
    places = {
        token.start: (sentence.view, at)
        for sentence in sentences
        if sentence.view.setting == "normal"
        for at, token in enumerate(sentence.view.tokens)
    }
    mentions = [span for draft in book.drafts.values() for span in draft.mentions]
    for party in parties:
        if party.start not in places or any(overlaps(party, each) for each in mentions):
            continue
        phrase = _read(*places[party.start], party.end)
        if phrase is not None and _tells_of_somebody(phrase, book, held):
            _note(text, phrase, book)


def _read(view: View, at: int, end: int) -> _Phrase | None:
    """Return the noun phrase from token `at` on, up to its noun."""
    first = at
    while view.lower(first) in _OPENING or NUMBER.fullmatch(view.lower(first)):
        first += 1
    noun = first - 1
    while noun + 1 < view.size and view.tokens[noun + 1].start < end and _goes_on(view, noun + 1):
        noun += 1
    opening = view.words[at:first]
    return _Phrase(view, opening, first, noun) if first <= noun < first + _LONGEST else None


def _goes_on(view: View, at: int) -> bool:
    """Return whether the token is a word of the noun phrase: no name, and no function word."""
    token = view.tokens[at]
    plain = token.text.islower() and token.text[0].isalpha()
    return plain and not token.possessive and token.lower not in FUNCTION_WORDS


def _tells_of_somebody(phrase: _Phrase, book: Book, held: Collection[str]) -> bool:
    view, head = phrase.view, phrase.head
    behind = phrase.noun + 1
    if head in _NO_HEADS or _is_named(view, behind) or noun_follows(view, behind):
        return False
    if is_apposed(view, phrase.first, book):
        return False
    if _is_body(head):
        placed = head.removesuffix("s") in _PLACES and not speaks(view, phrase.first, behind)
        counts = head in _COUNTING and view.lower(behind) == "of"
        return bool(phrase.opening) and not (placed or counts)
    if not (is_person(head) or are_persons(head)):
        return False
    return not (_THE & {*phrase.opening} and _may_be_named(phrase, book, held))


def _may_be_named(phrase: _Phrase, book: Book, held: Collection[str]) -> bool:
    """Return whether "the minister" may be one whom the article names.

    So may who holds such an office, and who was just named without any.
    """
    if phrase.head in held:
        return True
    at = phrase.view.tokens[phrase.noun].start
    office = role_at(phrase.view, phrase.noun, load_lexicon()) is not None
    people = (draft for draft in book.drafts.values() if draft.kind == "person")
    return any(
        phrase.head in draft.role.lower().split()
        if draft.role
        else office and any(0 < at - span.start < _NEAR for span in draft.mentions)
        for draft in people
    )


def _is_named(view: View, behind: int) -> bool:
    """Return whether who it is follows: "the pilot, Ole Lund", "a man named Ole Lund"."""
    marked = view.lower(behind) in _MARKS
    called = view.lower(behind) in _NAMED
    after = behind + (marked or called)
    return after < view.size and view.tokens[after].capital and view.lower(after) not in DAY_WORDS


def _is_body(word: str) -> bool:
    singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return word in _BODIES or (word != singular and singular in _BODIES)


def _note(text: str, phrase: _Phrase, book: Book) -> None:
    """Note the phrase under its words, with whose it is: "its captain", but "two guards"."""
    view, first = phrase.view, phrase.first
    span = view.span_of(first, phrase.noun + 1)
    owned = view.lower(first - 1) in POSSESSIVES
    name = name_at(text, view.span_of(first - owned, phrase.noun + 1))
    name = name[0].lower() + name[1:]
    role = role_at(view, phrase.noun, load_lexicon())
    sector = role[0].sector if role is not None else _BODIES.get(phrase.head)
    body = phrase.head in _BODIES and first < phrase.noun
    draft = Draft(
        name=name,
        kind="organisation" if body else "group",
        sector=sector,
        body=name if body else None,
    )
    key: Key = ("described", *name.split()) if body else ("unnamed", name, "")
    book.note(key, draft, span)
