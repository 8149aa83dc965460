"""Those of whom only the noun of a reader's phrase tells: "the labour commissioner", "a team"."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from onrecord.actors.book import Book, Draft, Key, name_at
from onrecord.actors.crowds import NUMBER
from onrecord.actors.described import speaks
from onrecord.actors.kinds import BODIES
from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.modifiers import FUNCTION_WORDS, noun_follows
from onrecord.actors.parties import Parties
from onrecord.actors.person_nouns import are_persons, is_person
from onrecord.actors.reading import Sentence
from onrecord.actors.represented import is_apposed
from onrecord.actors.unnamed import ADJECTIVES
from onrecord.actors.views import View, role_at
from onrecord.records import Sector, Span
from onrecord.spans import overlaps
from onrecord.text.wordclasses import (
    COORDINATORS,
    DAY_WORDS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)

# More bodies: whoever acts for them has no name.
_BODIES: dict[str, Sector | None] = {
    "administration": "GOV", "battalion": "MIL", "brigade": "MIL", "caucus": "LEG",
    "chamber": None, "city": "GOV", "clan": "SOC", "community": "SOC", "cooperative": "BUS",
    "crew": "CVL", "delegation": None, "employer": "BUS", "faction": None, "government": "GOV",
    "guild": "LAB", "insurer": "BUS", "league": None, "management": "BUS", "ministry": "GOV",
    "mission": None, "municipality": "GOV", "pair": None, "patrol": None, "state": "GOV",
    "team": None, "trio": None, "watchdog": None, "workforce": "LAB",
} | BODIES  # fmt: skip
# What sails is who sails it: "a Kenyan frigate fired", "rammed the trawler".
_CRAFT = frozenset(
    "boat convoy corvette cutter dhow ferry freighter frigate gunboat ship skiff submarine tanker "
    "trawler tug vessel warship yacht".split()
)
# More often a place or a building, unless it speaks.
_PLACES = frozenset(
    "center centre church clinic hospital laboratory museum observatory office railway school "
    "station university".split()
)
_ONE = frozenset("a an another one".split())
_THE = frozenset("the this that these those".split())
_SOME = frozenset("some several many few other more most".split())
_OPENING = _ONE | _THE | _SOME | POSSESSIVES
# What a body may be called whose name does not tell what it is.
_ANY_BODY = frozenset(
    "agency airline association bank broadcaster carrier charity club company department firm "
    "foundation group insurer manufacturer ministry movement network newspaper office operator "
    "organisation organization paper party regulator service team union watchdog".split()
)
# Who speaks for somebody is nobody beside him; "sides" are known or not.
_NO_HEADS = frozenset(
    "spokesman spokeswoman spokesperson spokesmen side sides others counterpart member members "
    "head heads conservative liberal democrat republican source sources".split()
)
# What counts those who take part: "a group of students".
_COUNTING = frozenset(
    "convoy crew delegation group groups majority pair patrol team teams trio".split()
)
_MARKS = frozenset({",", "(", "—", "–"})
_NAMED = frozenset("named called identified known".split())
_NEAR = 600  # characters back to somebody named whose office "the minister" may be
_ENDS = RELATIVES | COORDINATORS | frozenset(', ; : ( ) “ ” " — –'.split())
_LONGEST_TAIL = 8  # tokens of "of the old mill near Oru"
_FAITHS = frozenset(
    "Catholic Protestant Anglican Orthodox Coptic Christian Muslim Islamist Islamic Sunni Shiite "
    "Shia Jewish Hindu Buddhist Sikh".split()
)
_LONGEST = 5  # tokens of the noun and the words before it


class _Phrase(NamedTuple):
    """Tokens `first` to `noun` of a view, behind words that open a noun phrase.

    `last` is the token behind what it is "of": "owner of the mill".
    """

    view: View
    opening: tuple[str, ...]
    first: int
    noun: int
    last: int

    @property
    def span(self) -> Span:
        return self.view.span_of(self.first, self.noun + 1)

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
    drafts = list(book.drafts.values())
    mentions = [span for draft in drafts for span in draft.mentions]
    people = [span for draft in drafts if draft.kind == "person" for span in draft.mentions]
    for party in parties:
        phrase = _read(*places[party.start], party.end) if party.start in places else None
        if phrase is None or not _tells_of_somebody(phrase, book, held):
            continue
        named = any(overlaps(party, each) for each in people)  # "the mayor of the town, Ole Lund"
        if not named and not any(overlaps(phrase.span, each) for each in mentions):
            _note(text, phrase, book)


def _read(view: View, at: int, end: int) -> _Phrase | None:
    """Return the noun phrase from token `at` on, up to its noun."""
    first = at
    while view.lower(first) in _OPENING or NUMBER.fullmatch(view.lower(first)):
        first += 1
    noun = first - 1
    while noun + 1 < view.size and view.tokens[noun + 1].start < end:
        known = view.known.get(noun + 1)
        if known is not None and known.entry.kind == "adjective":
            noun = known.last - 1
        elif _goes_on(view, noun + 1):
            noun += 1
        else:
            break
    if not first <= noun < first + _LONGEST:
        return None
    return _Phrase(view, view.words[at:first], first, noun, _end_of_tail(view, noun, end))


def _goes_on(view: View, at: int) -> bool:
    """Return whether the token is a word of the noun phrase: no name, and no function word.

    An office may have a capital behind its article: "the Speaker".
    """
    token = view.tokens[at]
    if token.possessive or token.lower in FUNCTION_WORDS or not token.text[0].isalpha():
        return False
    opens = view.starts_sentence(at) and token.lower.endswith("s") and _is_body(token.lower)
    if token.text.islower() or token.text in _FAITHS or opens:
        return True
    return view.lower(at - 1) == "the" and _is_office(view, at)


def _is_office(view: View, at: int) -> bool:
    role = role_at(view, at, load_lexicon())
    return role is not None and role[0].kind == "person"


def _end_of_tail(view: View, noun: int, end: int) -> int:
    """Return the token behind what the noun is of, in the phrase up to character `end`."""
    last = noun + 1
    if view.lower(last) != "of":
        return last
    while last < view.size and view.tokens[last].start < end and view.lower(last) not in _ENDS:
        last += 1
    cut = view.lower(last - 1) in PREPOSITIONS | DETERMINERS  # the reader's phrase ends too early
    return last if last - noun <= _LONGEST_TAIL and not cut else noun + 1


def _tells_of_somebody(phrase: _Phrase, book: Book, held: Collection[str]) -> bool:
    view, head = phrase.view, phrase.head
    behind = phrase.noun + 1
    if head in _NO_HEADS or _is_named(view, behind) or noun_follows(view, behind):
        return False
    if head in _COUNTING and view.lower(behind) == "of":
        return False
    if is_apposed(view, phrase.first, book):
        return False
    known = bool(_THE & {*phrase.opening})
    if not phrase.opening and not head.endswith(("s", "men", "women", "people")):
        return False
    if _is_body(head):
        placed = head.removesuffix("s") in _PLACES and not speaks(view, phrase.first, behind)
        return not (placed or (known and _may_be_body(phrase, book)))
    several = are_persons(head)
    if known and phrase.first == phrase.noun and head in ADJECTIVES:
        return False
    somebody = several or is_person(head) or head.removesuffix("s") in _CRAFT
    return somebody and not (known and _may_be_named(phrase, book, held))


def _may_be_body(phrase: _Phrase, book: Book) -> bool:
    """Return whether "the agency" may be a body that the article names: "Kesh Relief Agency".

    So it may be the last one named, whatever that is called: "Norwatch".
    """
    at = phrase.view.tokens[phrase.noun].start
    bodies = [draft for draft in book.drafts.values() if draft.kind == "organisation"]
    if any(phrase.head in draft.name.lower().split() for draft in bodies):
        return True
    bare = phrase.first == phrase.noun and phrase.head in _ANY_BODY
    return bare and any(0 < at - each.start < _NEAR for draft in bodies for each in draft.mentions)


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
    after = behind + (view.lower(behind) in _MARKS | _NAMED)
    after += view.lower(after) == "the"
    return after < view.size and view.tokens[after].capital and view.lower(after) not in DAY_WORDS


def _is_body(word: str) -> bool:
    singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return word in _BODIES or (word != singular and singular in _BODIES)


def _note(text: str, phrase: _Phrase, book: Book) -> None:
    """Note the phrase under its words, with whose it is: "its captain", but "two guards"."""
    view, first = phrase.view, phrase.first
    owned = view.lower(first - 1) in POSSESSIVES
    name = name_at(text, view.span_of(first - owned, phrase.last))
    if first not in view.known and view.tokens[first].text not in _FAITHS:
        name = name[0].lower() + name[1:]
    role = role_at(view, phrase.noun, load_lexicon())
    sector = role[0].sector if role is not None else _BODIES.get(phrase.head)
    body = phrase.head in _BODIES and first < phrase.noun
    states = [view.known[at].entry.state for at in range(first, phrase.noun) if at in view.known]
    draft = Draft(
        name=name,
        kind="organisation" if body else "group",
        state=states[0] if states else None,
        sector=sector,
        body=name if body else None,
    )
    key: Key = ("described", *name.split()) if body else ("unnamed", name, "")
    book.note(key, draft, phrase.span)
