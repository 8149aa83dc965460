"""Bodies that are only described, where they speak or act: "the disaster agency said"."""

import re
from bisect import bisect_right, insort
from collections.abc import Iterator

from onrecord.actors.book import Book, Draft, Key
from onrecord.actors.lexicon import Entry
from onrecord.actors.parties import Parties
from onrecord.actors.views import View, is_name_word
from onrecord.actors.words import DESCRIPTORS, PAPERS, SPEECH_VERBS
from onrecord.records import Sector, Span
from onrecord.text import inflect
from onrecord.text.wordclasses import is_person_noun

BODIES: dict[str, Sector | None] = {
    "agency": None, "airline": "BUS", "alliance": None, "assembly": "LEG", "association": None,
    "authority": "GOV", "bank": "BUS", "bloc": None, "board": None, "broadcaster": "MED",
    "bureau": None, "center": None, "centre": None, "carrier": "BUS", "charity": "CVL",
    "church": "REL", "club": None,
    "coalition": None, "commission": None, "committee": None, "company": "BUS",
    "consortium": "BUS", "council": None, "court": "JUD", "department": "GOV",
    "federation": None, "firm": "BUS", "foundation": "CVL", "group": None, "hospital": None,
    "institute": "EDU", "institution": None, "jury": "JUD", "laboratory": "EDU",
    "legislature": "LEG", "lender": "BUS", "manufacturer": "BUS", "movement": None,
    "museum": None, "network": None, "newspaper": "MED", "observatory": "EDU", "office": None,
    "operator": "BUS", "organisation": None, "organization": None, "panel": None,
    "party": "PTY", "publisher": "MED", "radio": "MED", "railway": "BUS", "regulator": "GOV",
    "school": "EDU", "secretariat": "GOV", "service": None, "station": None,
    "television": "MED", "tribunal": "JUD", "union": "LAB", "university": "EDU",
}  # fmt: skip
"""What bodies are called, with the sector that the noun tells."""
# What is a place or a building more often than a body.
_PLACES = frozenset("center centre".split())
# What any body without a government may be called.
_GENERAL = frozenset("group organisation organization movement".split())
# What a body is called for short by the first noun of its name.
_SHORTENED = frozenset(
    "union council association federation confederation committee board alliance foundation "
    "institute league".split()
)
# What the only body of a sector may be called.
_OF_SECTOR: dict[str, Sector] = {"company": "BUS", "firm": "BUS", "union": "LAB"}
# What a body may be called as well that was told of by the other noun.
_ALSO = {"bank": "lender", "lender": "bank", "airline": "carrier", "carrier": "airline"}
# What the only state named near is called.
_STATES = frozenset("country nation kingdom republic".split())
_STATES_BACK = 400  # characters
# Behind its object "of" tells for what: "accused the company | of | fraud".
_OF_VERBS = frozenset(
    form
    for verb in "accuse suspect warn convict acquit clear strip".split()
    for form, _kind in inflect(verb, "")
)
# What states together are called: one of the first that the article names, else of the second.
_UNIONS: dict[str, tuple[frozenset[str], ...]] = {
    "alliance": (frozenset({"NATO"}), frozenset({"CSTO", "Warsaw Pact"})),
    "bloc": (
        frozenset({"European Union"}),
        frozenset(
            "ASEAN|ECOWAS|SADC|African Union|Arab League|Gulf Cooperation Council|Mercosur|BRICS|"
            "Shanghai Cooperation Organisation|Commonwealth of Independent States".split("|")
        ),
    ),
}
_OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "MED", "COP"})
# Characters from the name to "the group": of who is a subject or named again, and of who is not.
_RECENT, _NEXT = 500, 150
_FAR = 2000
# The last words of the names of newspapers, and of those who broadcast.
_PAPER_NAMES = frozenset(
    "Times Post Journal Tribune Herald Gazette Chronicle Guardian Telegraph Independent Mail "
    "Mirror Observer Star Globe Inquirer Ledger Courier Examiner Sentinel Bulletin Monitor Today "
    "TODAY Dispatch Gleaner Express Bild Monde Figaro".split()
)
_AIR_NAMES = frozenset(
    "News CNN BBC NBC CBS ABC MSNBC CNBC PBS NPR TV Television Radio Jazeera Channel Univision "
    "Telemundo Broadcasting".split()
)
# The last words of names that are more than short names of theirs: "the White | House |".
_NO_SHORT = frozenset("house state court street nations states kingdom".split())
_POINTING = frozenset("the this that".split())
_DETERMINERS = frozenset("the a an one another".split())
_MOST_MODIFIERS = 4
_APPOSED = re.compile(
    r", (?:the|an?) (?:[a-z-]+ ){0,3}?(?P<noun>[a-z]+)"
    r"(?:[,.]| (?:that|which|of)\b| (?P<place>in|from|at|with|whose|based)\b)"
)
_BEFORE = re.compile(r"\b(?P<noun>[A-Za-z][\w-]*)(?:,(?: the)?)? $")
_TAIL = re.compile(r" (?:of|for) ")
_ENDS_IN_PLACE = re.compile(r" (?:of|in) [A-Z]\S*$")
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
        self._starts: set[int] = set()
        self._ends: dict[int, Key] = {}
        self._others: dict[Key, list[int]] = {}  # where those end that have no government
        self._reach: dict[Key, int] = {}
        self._names: dict[Key, str] = {}
        self._sectors: dict[Key, Sector | None] = {}
        self._press: dict[str, dict[Key, list[int]]] = {}  # where those end, by their noun
        self._states: list[tuple[int, Entry]] = []  # where states are named, or their people
        for key, draft in book.drafts.items():
            if key[0] not in {"body", "named"}:
                continue
            self._starts |= {span.start for span in draft.mentions}
            self._ends |= dict.fromkeys((span.end for span in draft.mentions), key)
            if draft.sector not in _OFFICIAL:
                self._others[key] = sorted(span.end for span in draft.mentions)
                told = len(draft.mentions) > 1 or any(_opens(text, span) for span in draft.mentions)
                self._reach[key] = _RECENT if told else _NEXT
            if draft.sector == "MED":
                self._tell_press(key, draft)
            self._names[key] = draft.name
            self._sectors[key] = draft.sector
            if draft.kind != "organisation":
                continue
            for span in draft.mentions:
                for noun in _nouns_of(text, span):
                    self._sectors[key] = self._sectors[key] or BODIES.get(noun)
                    first = self._named.setdefault(noun, {})
                    first[key] = min(span.end, first.get(key, span.end))

    def _tell_press(self, key: Key, draft: Draft) -> None:
        """Note where a newspaper or a network is named, told by its name: "the Oru Times"."""
        last = draft.name.split()[-1]
        noun = "newspaper" if last in _PAPER_NAMES else "network" if last in _AIR_NAMES else ""
        if noun:
            self._press.setdefault(noun, {})[key] = sorted(span.end for span in draft.mentions)

    def has_name_at(self, start: int) -> bool:
        """Return whether the name of a body starts at character `start`."""
        return start in self._starts

    def name_to(self, end: int) -> Key | None:
        """Return the body whose name ends at character `end`."""
        return self._ends.get(end)

    def tell(self, key: Key, noun: str, end: int) -> None:
        """Note that a body without a name is told of, after which "the group" may be it.

        "The agency" is then the disaster agency, if no other agency is told of.
        """
        if noun in _GENERAL:
            insort(self._others.setdefault(key, []), end)
        else:
            self._named.setdefault(noun, {}).setdefault(key, end)

    def tell_states(self, view: View) -> None:
        """Note the states that a sentence names by any of their forms, as actors or as places."""
        for known in view.known.values():
            if known.entry.kind != "body":
                self._states.append((view.tokens[known.first].start, known.entry))

    def find_state(self, at: int) -> Entry | None:
        """Return the only state named near before character `at`, which "the country" is."""
        near = [entry for start, entry in self._states if at - _STATES_BACK < start < at]
        return near[0] if len({entry.name for entry in near}) == 1 else None

    def find(self, noun: str, at: int) -> Key | None:
        """Return the only body named before character `at` that the noun can mean.

        "The group" is also the only one without a government that the sentences before name,
        "the newspaper" the only one of the press, and "the alliance" a union of states.
        """
        called = self._named.get(noun) or self._named.get(_ALSO.get(noun, ""), {})
        named = [key for key, end in called.items() if end <= at]
        if not named:
            told = self._press.get(noun, {})
            named = [key for key, ends in told.items() if _last_before(ends, at) > at - _FAR]
        if not named and (sector := _OF_SECTOR.get(noun)) is not None:
            named = [
                key
                for key, ends in self._others.items()
                if self._sectors.get(key) == sector and _last_before(ends, at) > at - _FAR
            ]
        if not named and noun in _UNIONS:
            named = self._called(noun)
        if not named and noun in _GENERAL | _UNIONS.keys():
            named = [key for key in self._others if self._is_near(key, at)]
        return named[0] if len(named) == 1 else None

    def may_be_named(self, at: int) -> bool:
        """Return whether a body is told of before character `at`: "the agency" may be that one."""
        told = (end for ends in self._others.values() for end in ends)
        return any(end <= at for end in (*self._ends, *told))

    def _called(self, noun: str) -> list[Key]:
        """Return the unions of states that are called so: "the bloc" is mostly the EU."""
        for names in _UNIONS[noun]:
            called = [key for key, name in self._names.items() if name in names]
            if called:
                return called
        return []

    def _is_near(self, key: Key, at: int) -> bool:
        return at - _last_before(self._others[key], at) < self._reach.get(key, _RECENT)


def _last_before(ends: list[int], at: int) -> int:
    """Return the last of the sorted `ends` before character `at`, or a place far before it."""
    place = bisect_right(ends, at)
    return ends[place - 1] if place else at - _FAR


def _opens(text: str, span: Span) -> bool:
    """Return whether the name opens its sentence, with or without its article."""
    before = text[max(0, span.start - 8) : span.start].removesuffix("The ").rstrip(" ")
    return before[-1:] in {"", ".", "\n"}


def _nouns_of(text: str, span: Span) -> Iterator[str]:
    name = text[span.start : span.end]
    yield name.split()[-1].lower()
    head = _TAIL.split(name)[0].split()[-1].lower()
    if head in _GENERAL | _SHORTENED and head != name.split()[-1].lower():
        yield head  # "the Organisation for Fair Trade", "the Union of Rail Workers"
    behind = _APPOSED.match(text, span.end, span.end + _NEAR)
    if behind is not None and not (behind["place"] and behind["noun"] in _GENERAL):
        yield behind["noun"]
    before = _BEFORE.search(text[max(0, span.start - _NEAR) : span.start])
    if before is not None:
        opens = before.start() == 0 or text[span.start - len(before[0]) - 2] in ".\n"
        yield before["noun"].lower() if opens else before["noun"]


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
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    state = kinds.find_state(span.start) if view.lower(noun - 1) in _POINTING else None
    alone = view.lower(noun + 1) != "of" and not view.tokens[noun].possessive
    if state is not None and alone and parties.holds(span):
        book.note_entry(state, span)


def _note_owner(view: View, noun: int, book: Book, kinds: Kinds) -> None:
    """Note the named body whose the thing is: "revoked the | firm's | licence"."""
    token = view.tokens[noun]
    pointing = view.lower(noun - 1) in _POINTING and token.lower not in _GENERAL
    key = kinds.find(token.lower, token.start) if pointing else None
    if key is not None:
        book.drafts[key].mentions.add(Span(token.start, token.end))


def _note_phrase(text: str, view: View, first: int, noun: int, book: Book, kinds: Kinds) -> None:
    """Note the body that tokens `first` to `noun` describe, or the named one they stand for."""
    span = Span(view.tokens[first].start, view.tokens[noun].end)
    word = view.words[noun]
    known = view.known.get(first)
    state = known.entry.state if known is not None else None
    key: Key = ("described", *view.words[first : noun + 1])
    named = _named_before(view, first, kinds)
    if named is None and word in _GENERAL and state is None and key not in book.drafts:
        named = kinds.find(word, span.start) if _means_known(view, first, noun) else None
    if named is not None:
        book.drafts[named].mentions.add(span)
        return
    kinds.tell(key, word, span.end)
    name = " ".join(text[span.start : span.end].split())
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
    if _speaks(view, first, noun + 1):
        return True
    subject = view.starts_sentence(first - 1) and not view.tokens[noun].capital
    if view.words[noun] in _PLACES and not subject:
        return False
    span = Span(view.tokens[first].start, view.tokens[noun].end)
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
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
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
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    before, word = view.lower(noun - 1) if noun else "", view.words[noun]
    if view.lower(noun + 1) == "of" and view.lower(noun - 2) not in _OF_VERBS:
        return
    if before in _POINTING:
        key = kinds.find(word, span.start)
        if key is not None and _takes_part(view, noun, noun, parties):
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
    if word[0].isupper():
        return word.endswith("ist")  # "the Islamist group"
    return word[0].isalnum() and word not in _OUTSIDE and not word.endswith("ly")


def _speaks(view: View, first: int, last: int) -> bool:
    at = last + (view.lower(last) in _AUXILIARIES)
    if view.lower(at) in SPEECH_VERBS:
        return True
    before = first - (view.lower(first - 1) in _DETERMINERS)
    if view.lower(before - 1) == "to" and view.lower(before - 2) == "according":
        return True
    inverted = view.lower(before - 1) in SPEECH_VERBS
    return inverted and not view.lower(before - 2)[:1].isalnum()
