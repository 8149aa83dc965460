"""The people of one article: which names mean the same person."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.roles import RELATIONS, RolePhrase, State
from onrecord.actors.words import PARTICLES, SHORT_TITLES
from onrecord.records import Sector, Span
from onrecord.text import is_only_in
from onrecord.text.party_tags import name_seat

_MALE = frozenset({"Mr", "Sir", "Lord"})
_FEMALE = frozenset({"Mrs", "Ms", "Miss", "Mme", "Mlle", "Dame", "Lady", "Madam", "Madame"})
# Namesakes that a new name is compared with; an article with more is a list of names.
_MOST_NAMESAKES = 16
_MOST_HOLDERS = 200
_LEGISLATORS = frozenset("Sen Sens Rep Reps".split())
_LEGISLATIVE = frozenset("senator congressman congresswoman".split())
_NEAR = 1500  # characters from a legislator's name to "the Lisk Republican"
_FOLDED = re.compile(r"^(?:[aeu]l|as|ad|ash|ar|az)-(?=\w{3})")
# Short forms of given names that are no starts of them.
_SHORT_FORMS = frozenset(
    tuple(pair.split("-"))
    for pair in "Bill-William Bob-Robert Mike-Michael Jim-James Joe-Joseph Dick-Richard "
    "Ted-Edward Jack-John Kate-Katherine Kate-Kathryn Kate-Catherine Kathy-Katherine "
    "Liz-Elizabeth Betty-Elizabeth Peggy-Margaret Chuck-Charles Hank-Henry Tony-Anthony "
    "Bibi-Benjamin Sasha-Alexander Jerry-Gerald Larry-Lawrence Andy-Andrew Jimmy-James "
    "Bobby-Robert Johnny-John Billy-William Becky-Rebecca".split()
)


@dataclass(slots=True, kw_only=True)
class Person:
    """One person so far: every form of the name, and what the page says of the office."""

    number: int  # in the order in which the article's people were found
    words: tuple[str, ...]
    named_at: list[int] = field(default_factory=list)  # where the full name stands
    titles: set[str] = field(default_factory=set)
    named_as: set[str] = field(default_factory=set)  # the offices beside the full name
    is_relative: bool = False  # introduced as another's wife, father or brother
    mentions: set[Span] = field(default_factory=set)
    role: str | None = None
    heads: set[str] = field(default_factory=set)
    sector: Sector | None = None
    state: State | None = None
    body: str | None = None
    seat: tuple[str | None, str | None] | None = None  # party and state of "R-Ohio"

    @property
    def name(self) -> str:
        """All words of the name."""
        return " ".join(self.words)

    @property
    def surname(self) -> str:
        """The last word, with what a hyphen ties to it."""
        return self.words[-1]

    @property
    def first_at(self) -> int:
        """The character where the person is first named."""
        return min((span.start for span in self.mentions), default=0)


@dataclass(slots=True)
class People:
    """People by the last and the first word of their names, and by the first of two surnames."""

    all: list[Person] = field(default_factory=list)
    paragraphs: Sequence[Span] = ()
    _by_surname: dict[str, list[Person]] = field(default_factory=dict)
    _by_given: dict[str, list[Person]] = field(default_factory=dict)
    _by_paternal: dict[str, list[Person]] = field(default_factory=dict)
    _kin_at: dict[str, int] = field(default_factory=dict)  # by the surname of whose it is
    _unnamed_at: dict[str, int] = field(default_factory=dict)  # by the head of their office
    _states: dict[str, set[str]] = field(default_factory=dict)  # by the head of their office
    _titles: dict[str, set[str]] = field(default_factory=dict)  # those before a surname alone

    def add(
        self, words: tuple[str, ...], at: int, title: str | None = None, *, apart: bool = False
    ) -> Person:
        """Return the person of this name, a new one where no name so far agrees with it.

        `apart` says that a surname is not that of the relative who is named in full.
        """
        words = tuple(word for word in words if word not in {"Jr", "Sr"}) or words
        while len(words) > 1 and len(words[-1].rstrip(".")) == 1:
            words = words[:-1]  # "Donald J" of a name cut short
        namesakes = self._by_surname.get(_fold(words[-1]), [])
        person = None
        for other in reversed(namesakes[-_MOST_NAMESAKES:]):
            if apart and other.is_relative:
                continue
            if _same_person(other.words, words) and titles_agree(other, title):
                person = other
                break
        if person is None:
            person = Person(number=len(self.all), words=words)
            self.all.append(person)
            self._by_surname.setdefault(_fold(words[-1]), []).append(person)
            self._note_other_names(person, words, known=1)
        elif len(words) > len(person.words) or (person.words[0], words[0]) in _SHORT_FORMS:
            self._note_other_names(person, words, known=len(person.words))
            person.words = words
        if len(words) > 1 or apart:
            person.named_at.append(at)
        if title:
            person.titles.add(title)
        return person

    def _note_other_names(self, person: Person, words: tuple[str, ...], known: int) -> None:
        """Note the given name and the first of two surnames; `known` words were there before."""
        if len(words) > 1 and known == 1:
            self._by_given.setdefault(_fold(words[0]), []).append(person)
        if len(words) > 2 >= known and _is_paternal(words[-2]):
            self._by_paternal.setdefault(_fold(words[-2]), []).append(person)

    def find(
        self, word: str, at: int, title: str | None = None, *, office: str | None = None
    ) -> Person | None:
        """Return who a single name at character `at` means: by surname, else by given name.

        Else it is the first of two surnames: "Mauricio Arce Tello ... Arce said". `office` is the
        one that stands before the name: "President".
        """
        for table in (self._by_surname, self._by_given, self._by_paternal):
            found = [
                person
                for person in table.get(_fold(word), ())[-_MOST_NAMESAKES:]
                if titles_agree(person, title)
            ]
            if len(found) > 1:
                return self._choose(found, at, office)
            if found:
                return found[0]
        return None

    def _choose(self, found: Sequence[Person], at: int, office: str | None) -> Person | None:
        """Return whom of several people with one surname it means at character `at`.

        That is who holds the office before it, else who was last named in full. A relative who was
        introduced beside another ("his wife, Ida Berg") has the surname only in a paragraph that
        names her in full. Before them all it is who is named first and most often, or nobody. Where
        only "Mr. Berg" is told of, it is not Ida Berg.
        """
        titles = self._titles.get(_fold(found[0].surname), ())
        called = [
            person for person in found if all(titles_agree(person, title) for title in titles)
        ]
        found = called or found
        held = [person for person in found if office in person.named_as]
        others = [person for person in found if not person.is_relative]
        if office is not None:
            found = held or others or found
        start = self._paragraph_of(at)
        near = [person for person in found if _last_named(person, at) >= start]
        if near:
            return max(near, key=lambda person: _last_named(person, at))
        found = [person for person in found if not person.is_relative] or found
        last = max(found, key=lambda person: _last_named(person, at))
        if _last_named(last, at) >= 0:
            return last
        first = min(found, key=lambda person: person.first_at)
        rivals = [person for person in found if person is not first]
        most = max((len(person.named_at) for person in rivals), default=0)
        return first if len(first.named_at) > most else None

    def tell_title(self, surname: str, title: str) -> None:
        """Note the title with which a surname alone stands: "Mr. Berg"."""
        self._titles.setdefault(_fold(surname), set()).add(title)

    def tell_kin(self, surname: str, at: int) -> None:
        """Note that character `at` has a relative without a name: "Berg's father"."""
        self._kin_at[_fold(surname)] = at

    def is_kin_told(self, person: Person) -> bool:
        """Return whether the person, just named, is the relative: "Berg's father ... Odo Berg".

        Some have their surname first: "Kim's father, Kim Jong-il".
        """
        start = self._paragraph_of(person.named_at[-1])
        shared = (
            (person.surname, self._by_surname),
            (person.words[0], self._by_given),
        )
        return any(
            self._kin_at.get(_fold(word), -1) >= start and len(table.get(_fold(word), ())) > 1
            for word, table in shared
        )

    def _paragraph_of(self, at: int) -> int:
        """Return where the paragraph of character `at` starts."""
        index = bisect_right(self.paragraphs, at, key=lambda span: span.start) - 1
        return self.paragraphs[index].start if index >= 0 else 0

    def namesakes(self, surname: str) -> Sequence[Person]:
        """Return the people of that surname, the earliest first."""
        return self._by_surname.get(_fold(surname), ())

    def retire(self, history: tuple[Span, ...]) -> None:
        """Take the offices of those whom only the sentences of `history` name."""
        for person in self.all:
            if person.mentions and is_only_in(history, person.mentions):
                person.heads.clear()

    def tell_state(self, head: str, state: str) -> None:
        """Note that the page tells of the office of a state: "the Kenyan president"."""
        self._states.setdefault(head, set()).add(state)

    def states_of(self, head: str) -> set[str]:
        """Return the states whose office of this head the page tells of."""
        return self._states.get(head, set())

    def tell_unnamed(self, head: str, at: int) -> None:
        """Note that character `at` tells of somebody of this office who has no name there."""
        self._unnamed_at[head] = at

    def is_unnamed_since(self, head: str, person: Person, at: int) -> bool:
        """Return whether one without a name was told of between the person and character `at`."""
        last = max((span.start for span in person.mentions if span.start < at), default=at)
        return last < self._unnamed_at.get(head, -1) < at

    def holding(self, head: str) -> Sequence[Person]:
        """Return the last people whose office has this head: "minister"."""
        return [person for person in self.all[-_MOST_HOLDERS:] if head in person.heads]

    def has_title(self, head: str) -> bool:
        """Return whether somebody has a short title of this office: "Sen.", a senator's."""
        titles = {title for person in self.all for title in person.titles & SHORT_TITLES.keys()}
        return any(head in SHORT_TITLES[title][0].lower().split() for title in titles)

    def only_one(self, head: str) -> Person | None:
        """Return the only person of an office that many hold: "judge".

        "The senator" is nobody where two legislators are named.
        """
        found = self._legislators() if head in _LEGISLATIVE else self.holding(head)
        return found[0] if len(found) == 1 else None

    def _legislators(self) -> Sequence[Person]:
        """Return the last people who sit in a parliament, by their office or their title."""
        return [
            person
            for person in self.all[-_MOST_HOLDERS:]
            if person.sector == "LEG" or person.titles & _LEGISLATORS
        ]

    def last_legislator(self, at: int, words: tuple[str, ...]) -> Person | None:
        """Return the legislator named last before character `at`, and not far before.

        Of several that is who was last named in full: of whom nothing else is known yet, such a
        phrase tells more. `words` are the phrase, "Lisk Republican": whom the page gives another
        party or state is not meant.
        """
        near = [
            (span.start in person.named_at, span.start, person.number, person)
            for person in self._legislators()
            if person.seat is None or _fits_seat(person.seat, words)
            for span in person.mentions
            if at - _NEAR < span.start < at
        ]
        return max(near)[3] if near else None

    def last_before(self, at: int, other: Person) -> Person | None:
        """Return who was named last before character `at`, besides `other`."""
        near = [person for person in self.all[-_MOST_HOLDERS:] if person is not other]
        placed = [
            (max((span.start for span in person.mentions if span.start < at), default=-1), person)
            for person in near
        ]
        latest = max(placed, key=lambda pair: pair[0], default=None)
        return latest[1] if latest is not None and latest[0] >= 0 else None

    def has(self, word: str) -> bool:
        """Return whether some person has the word as a surname or given name."""
        folded = _fold(word)
        return any(folded in each for each in (self._by_surname, self._by_given, self._by_paternal))


def _fits_seat(seat: tuple[str | None, str | None], words: tuple[str, ...]) -> bool:
    """Return whether "Ohio Republican" may be who has the seat of "R-Ohio"."""
    known_party, known_state = seat
    party, state = name_seat(words)
    return known_party in {None, party} and (known_state is None or state in {None, known_state})


def take_office(person: Person, phrase: RolePhrase, owner: Person | None = None) -> None:
    """Fill in what `phrase` says of `person`, without changing what the page said before."""
    if phrase.head == "counterpart" and owner is not None:
        # The counterpart of a secretary of state is a foreign minister, so an office that is
        # called so in one state only says nothing of the other's.
        person.role = person.role or (phrase.words if owner.body else owner.role)
        person.sector = person.sector or owner.sector or "GOV"
        person.heads |= owner.heads
    elif person.role is None:
        person.role = phrase.words
        if phrase.former:
            person.sector = "ELI"
    person.heads.add(phrase.head)
    if person.sector is None:
        person.sector = phrase.sector
    if person.state is None and len(phrase.states) == 1:
        person.state = phrase.states[0]
    if person.state is None and owner is not None and phrase.head != "counterpart":
        person.state = owner.state
        if phrase.head not in RELATIONS:
            person.sector = person.sector or owner.sector
    if person.body is None:
        person.body = phrase.body.name if phrase.body is not None else phrase.body_words


def _last_named(person: Person, at: int) -> int:
    """Return where the full name stands last before character `at`; -1 where it never does."""
    return max((place for place in person.named_at if place < at), default=-1)


def _fold(name: str) -> str:
    """Return a name without its article, which only some write: "al-Marri", "Marri".

    In capitals, as a transcript's labels are, it is the same name.
    """
    return _FOLDED.sub("", name.casefold())


def _is_paternal(word: str) -> bool:
    """Return whether the last word but one of a name can be a surname: no second given name."""
    plain = word.lower() not in PARTICLES and len(word.rstrip(".")) > 2
    return plain and word not in load_lexicon().given_names


def _same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether two names with one surname could be the same person's.

    Given names agree where one is the other's start, initial or short form, or another spelling of
    it: Sergei and Sergey. A surname alone agrees with any, be it of two words: "Abdel Kawy".
    """
    if tuple(a[-len(b) :]) == tuple(b) or tuple(b[-len(a) :]) == tuple(a):
        return True
    given_a = [word for word in a[:-1] if word.lower() not in PARTICLES]
    given_b = [word for word in b[:-1] if word.lower() not in PARTICLES]
    if not given_a or not given_b:
        return True
    first, second = sorted((given_a[0], given_b[0]), key=len)
    if second.startswith(first) or not _SHORT_FORMS.isdisjoint({(first, second), (second, first)}):
        return True
    return len(first) >= 4 and first[0] == second[0] and _distance(first, second) <= 2


def _distance(a: str, b: str) -> int:
    """Return the number of single-letter edits from `a` to `b` (Levenshtein), for short words."""
    a, b = a[:20], b[:20]
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            diagonal, row[j] = (
                row[j],
                min(row[j] + 1, row[j - 1] + 1, diagonal + (letter != other)),
            )
    return row[-1]


def titles_agree(person: Person, title: str | None) -> bool:
    """Return whether somebody of this name and these titles is called Mr, or Mrs, too."""
    given = person.words[0] if len(person.words) > 1 else ""
    gender = load_lexicon().genders.get(given)
    if title in _MALE:
        return not person.titles & _FEMALE and gender != "f"
    if title in _FEMALE:
        return not person.titles & _MALE and gender != "m"
    return True
