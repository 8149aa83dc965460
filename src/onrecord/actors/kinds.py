"""The named bodies of an article by the noun that says what they are: "the | agency |"."""

import re
from bisect import bisect_right, insort
from collections.abc import Iterator

from onrecord.actors.book import Book, Draft, Key
from onrecord.actors.lexicon import Entry
from onrecord.actors.views import View
from onrecord.records import Sector, Span

# What bodies are called, with the sector that the noun tells.
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
# What any body without a government may be called.
GENERAL = frozenset("group organisation organization movement".split())
# What a body is called for short by the first noun of its name.
_SHORTENED = frozenset(
    "union council association federation confederation committee board alliance foundation "
    "institute league".split()
)
# What the only body of a sector may be called.
_OF_SECTOR: dict[str, Sector] = {"company": "BUS", "firm": "BUS", "union": "LAB"}
# What a body may be called as well that was told of by the other noun.
_ALSO = {"bank": "lender", "lender": "bank", "airline": "carrier", "carrier": "airline"}
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
_STATES_BACK = 400  # characters to the only state that "the country" can be
_OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "MED", "COP"})
# Characters from the name to "the group": of who is a subject or named again, and of who is not.
_RECENT, _NEXT = 500, 150
_FAR = 2000  # characters: what is told of further back is not meant
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
_APPOSED = re.compile(
    r", (?:the|an?) (?:[a-z-]+ ){0,3}?(?P<noun>[a-z]+)"
    r"(?:[,.]| (?:that|which|of)\b| (?P<place>in|from|at|with|whose|based)\b)"
)
_BEFORE = re.compile(r"\b(?P<noun>[A-Za-z][\w-]*)(?:,(?: the)?)? $")
_TAIL = re.compile(r" (?:of|for) ")
_CLOSES = frozenset([*",.;:)\n", ""])
_NEAR = 60  # characters of an apposition


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
        if noun in GENERAL:
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
        if not named and noun in GENERAL | _UNIONS.keys():
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
    if head in GENERAL | _SHORTENED and head != name.split()[-1].lower():
        yield head  # "the Organisation for Fair Trade", "the Union of Rail Workers"
    behind = _APPOSED.match(text, span.end, span.end + _NEAR)
    if behind is not None and not (behind["place"] and behind["noun"] in GENERAL):
        yield behind["noun"]
    before = _BEFORE.search(text[max(0, span.start - _NEAR) : span.start])
    if before is not None:
        if "," in before[0] and text[span.end : span.end + 1] not in _CLOSES:
            return  # "stormed the hospital, Norwire reports"
        opens = before.start() == 0 or text[span.start - len(before[0]) - 2] in ".\n"
        yield before["noun"].lower() if opens else before["noun"]
