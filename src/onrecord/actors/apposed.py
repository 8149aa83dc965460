"""Bodies told by what stands beside their names: "Norcoal, a Kenyan oil firm,"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.actors.crowds import NUMBER
from onrecord.actors.reading import Sentence
from onrecord.actors.runs import Run
from onrecord.actors.views import View
from onrecord.actors.words import DESCRIPTORS
from onrecord.records import Sector
from onrecord.text.wordclasses import PREPOSITIONS

_MOST_MODIFIERS = 5
_MOST_BEFORE = 3  # tokens among which a number stands: "two | state-owned | banks, Norbank and"
_JOINTS = frozenset({",", "and"})
_ARTICLES = frozenset({"a", "an", "the"})
_ENDS = frozenset(", . ; — – - ) that which whose based in of with for to and run founded".split())
_OUTSIDE = frozenset("of in on at to by for from with and or but as that who which is was".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Apposed:
    """What the page says a body is, with the state it belongs to, if the words tell one."""

    sector: Sector | None
    state: str | None


def find_apposed(sentences: Sequence[Sentence]) -> dict[tuple[str, ...], Apposed]:
    """Return the names that a body's noun explains, by their words."""
    found: dict[tuple[str, ...], Apposed] = {}
    for sentence in sentences:
        for run in sentence.runs if sentence.view.setting == "normal" else ():
            if run.title is None and run.first not in sentence.linked:
                view = sentence.view
                for apposed in (*_apposed_to(view, run), *_counted(view, run), *_named(view, run)):
                    found.setdefault(run.words, apposed)
    return found


def _counted(view: View, run: Run) -> Iterator[Apposed]:
    """Yield what the noun before a list says: "two banks, Norbank and | Sudcredit |"."""
    at = run.first - 1
    while at > 0 and (view.tokens[at].capital or view.lower(at) in _JOINTS):
        at -= 1
    noun = view.lower(at)
    singular = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    joined = view.lower(at + 1) == "," and "and" in {view.lower(k) for k in range(at, run.last + 4)}
    number = any(NUMBER.fullmatch(view.lower(k)) for k in range(max(0, at - _MOST_BEFORE), at))
    if noun != singular and singular in DESCRIPTORS and joined and number:
        yield Apposed(sector=DESCRIPTORS[singular], state=None)


def _named(view: View, run: Run) -> Iterator[Apposed]:
    """Yield what the noun before two commas says: "the oil company, | Norcoal |, left".

    Not so in "the head of the company, Ida Berg, left", nor in "he left the party, Berg, Lund and
    Kesh said".
    """
    noun, start = run.first - 2, run.first - 3
    sector = DESCRIPTORS.get(view.lower(noun))
    if sector is None or not view.lower(run.first - 1) == view.lower(run.last) == ",":
        return
    after = run.last + 1
    if after >= view.size or view.tokens[after].capital or view.lower(after) in _JOINTS:
        return
    while start > noun - _MOST_MODIFIERS and view.lower(start) not in _ARTICLES | _OUTSIDE:
        start -= 1
    if view.lower(start) in _ARTICLES and view.lower(start - 1) not in PREPOSITIONS:
        yield Apposed(sector=sector, state=None)


def _apposed_to(view: View, run: Run) -> Iterator[Apposed]:
    """Yield what the noun behind the comma says: not in "Ida Berg, a company director"."""
    if view.tokens[run.last - 1].possessive or view.lower(run.last) != ",":
        return
    if view.lower(run.last + 1) not in _ARTICLES:
        return
    state = None
    for at in range(run.last + 2, min(run.last + 3 + _MOST_MODIFIERS, view.size)):
        word = view.lower(at)
        if at in view.known and view.known[at].entry.kind != "body":
            state = view.known[at].entry.state
        if word in DESCRIPTORS and (view.lower(at + 1) in _ENDS or at + 1 == view.size):
            yield Apposed(sector=DESCRIPTORS[word], state=state)
            return
        if word in _OUTSIDE or not word[0].isalnum():
            return
