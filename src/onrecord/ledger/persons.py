"""Who is the same: names that people have told to mean one person, or two."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.descriptions import find_fullest
from onrecord.ids import hash_id
from onrecord.ledger.anchors import PersonAnchor
from onrecord.ledger.decisions import Decision
from onrecord.records import ActorKind

JOINS, PARTS = "same person", "not same person"


class Name(NamedTuple):
    """A name as it is printed: in one article, or ("" as `article`) wherever it stands."""

    article: str
    kind: ActorKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who somebody is by what people decided: what to call them, and a word that they share."""

    name: str
    identity: str


@dataclass(slots=True)
class People:
    """The names about which people have decided, in groups that mean one person each.

    Decisions are taken in order. Of two about the same pair of names the later one holds. One
    that contradicts what the others come to does not hold: its id is in `contradicting`, as those
    that later ones took the place of are in `replaced`.
    """

    contradicting: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    _joined: dict[frozenset[Name], Decision] = field(default_factory=dict)
    _parted: dict[frozenset[Name], Decision] = field(default_factory=dict)
    _group: dict[Name, frozenset[Name]] = field(default_factory=dict)
    _called: dict[frozenset[Name], str] = field(default_factory=dict)
    _scoped: set[Name] = field(default_factory=set)  # names that one article has for itself

    def take(self, decision: Decision) -> None:
        """Take in one decision "same person" or "not same person"."""
        if decision.person is None or decision.person2 is None:
            return
        first, second = self.resolve(decision.person), self.resolve(decision.person2)
        if decision.kind == PARTS and first == second:
            second = Name(decision.person2.article, decision.person2.kind, decision.person2.name)
            if first == second:  # one article has one name for one person
                self.contradicting.add(decision.id)
                return
        for name in (first, second):
            self._group.setdefault(name, frozenset({name}))
            if name.article:
                self._scoped.add(name)
        pair = frozenset({first, second})
        if decision.kind == JOINS:
            self._join(pair, decision)
        else:
            self._part(pair, decision)

    def resolve(self, person: PersonAnchor) -> Name:
        """Return the name that an anchor means: the article's own, if it has one for itself."""
        own = Name(person.article, person.kind, person.name)
        if own in self._scoped or not person.everywhere:
            return own
        return Name("", person.kind, person.name)

    def find(self, article: str, kind: ActorKind, name: str) -> Person | None:
        """Return who `name` is in `article`, if people have decided anything about that."""
        for known in (Name(article, kind, name), Name("", kind, name)):
            if known in self._group:
                group = self._group[known]
                identity = hash_id("w", *("\n".join(each) for each in sorted(group)))
                return Person(name=self._called.get(group, name), identity=identity)
        return None

    def list_names(self, names: Iterable[Name]) -> Iterator[Name]:
        """Yield all names of the groups that `names` are in, and what these are called."""
        for name in names:
            group = self._group.get(name, frozenset({name}))
            yield from group
            if group in self._called:
                yield Name("", name.kind, self._called[group])

    def _join(self, pair: frozenset[Name], decision: Decision) -> None:
        joined = frozenset().union(*(self._group[name] for name in pair))
        if any(parted <= joined and parted != pair for parted in self._parted):
            self.contradicting.add(decision.id)
            return
        self._replace(pair)
        self._joined[pair] = decision
        self._regroup()

    def _part(self, pair: frozenset[Name], decision: Decision) -> None:
        before = self._joined.pop(pair, None)
        self._regroup()
        first, second = pair
        if self._group[first] == self._group[second]:  # through others
            if before is not None:
                self._joined[pair] = before
                self._regroup()
            self.contradicting.add(decision.id)
            return
        if before is not None:
            self.replaced.add(before.id)
        self._replace(pair)
        self._parted[pair] = decision

    def _replace(self, pair: frozenset[Name]) -> None:
        for before in (self._joined.pop(pair, None), self._parted.pop(pair, None)):
            if before is not None:
                self.replaced.add(before.id)

    def _regroup(self) -> None:
        group = {name: frozenset({name}) for name in self._group}
        called: dict[frozenset[Name], str] = {}
        for pair, decision in self._joined.items():
            joined = frozenset().union(*(group[name] for name in pair))
            for name in joined:
                group[name] = joined
            called[joined] = decision.name or find_fullest(name.name for name in pair)
        self._group, self._called = group, called
