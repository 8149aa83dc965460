"""Actors that a role phrase names without a name: groups, bodies, and holders of one office."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.actors.addressed import is_addressed
from onrecord.actors.book import Book, Draft, Key, name_at
from onrecord.actors.parties import Parties
from onrecord.actors.people import People, Person
from onrecord.actors.preceding import find_state_before
from onrecord.actors.roles import RolePhrase
from onrecord.actors.runs import PARTISANS
from onrecord.actors.views import Known, View, is_name_word, named_start
from onrecord.actors.words import (
    COMPASS,
    LOCATIVE,
    ORGANISATION_WORDS,
    PAPERS,
    PLACE_STARTS,
    SPEECH_VERBS,
    WILL_VERBS,
)
from onrecord.records import ActorKind, Span
from onrecord.text.wordclasses import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DAY_WORDS,
    DETERMINERS,
    IRREGULAR_PASTS,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENT_VERBS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    WEEKDAYS,
)

# Offices that one person at a time holds.
_SINGLE_OFFICES = frozenset(
    "president|premier|minister|chancellor|taoiseach|king|queen|emir|sultan|emperor|ambassador|"
    "secretary-general|secretary general|spokesman|spokeswoman|spokesperson|pope|secretary|"
    "supreme leader|crown prince|press secretary|envoy|governor|mayor|bishop|archbishop|"
    "chargé d'affaires|charge d'affaires|attaché|consul|attorney general|attorney-general|"
    "inspector general|police chief|chief justice".split("|")
)
_TOLD = 2  # times that one of two ministers is named last
_TIMES = 3  # as often as another president is the one whom the article is about named
# ... a state's own, where another word tells of what: "Kenya's navy chief".
_HEADS = frozenset("leader chief head commander director boss".split())
# Offices of many, of whom "the judge" is the only one that the article names.
_SHARED_OFFICES = frozenset("judge senator congressman congresswoman sheriff".split())
_BARE_NAME = " administration"
# A town has these, too.
_OF_TOWNS = frozenset("police policemen authorities lawmakers prosecutors".split())
_NO_TOWNS = ORGANISATION_WORDS.keys() | PARTISANS
_NO_STATES = frozenset({"IGO", "NGO", "MNC", "WST"})
_HEADS_OF_STATES = "president premier minister chancellor king queen emir sultan leader".split()
# "The vice president" is not the president.
_SECOND = ("vice", "deputy", "assistant", "acting")
# Offices that a town or province has: "the mayor of Lisk".
_PLACE_OFFICES = frozenset("mayor governor bishop archbishop".split())
# Groups that are named without a state, too.
_BARE_SECTORS = frozenset({"MIL", "COP", "REB", "UAF", "PRM", "OPP", "LEG"})
_BARE_WORDS = frozenset(
    "protesters protestors demonstrators officials authorities strikers reporters organisers "
    "organizers journalists".split()
)
_BARE_BODIES = frozenset(
    "government|parliament|army|navy|military|cabinet|junta|ministry|fleet|coastguard|regime|"
    "police|presidency|opposition|senate|congress|legislature|national assembly|air force|"
    "supreme court|security forces|armed forces|central bank|coast guard|national guard|"
    "electoral commission|election commission".split("|")
)
# "Officials in Lima" are Peru's; diplomats, troops or protesters there may be anybody's.
_SEATED = frozenset(
    "officials authorities police policemen prosecutors lawmakers legislators parliamentarians "
    "ministers leaders judges rulers government regime junta administration parliament ministry "
    "cabinet".split()
)
# What a group has for a body: "the teachers' union" is not the teachers.
_OWN_BODIES = frozenset(
    "union unions association federation league guild syndicate council party front movement lobby "
    "cooperative co-operative body committee confederation society club collective".split()
)
# Who "the government" is may stand in the sentence before: "Kenya closed its border".
_OF_STATE = frozenset({"government", "authorities"})
_AIRCRAFT = frozenset("bombers jets planes drones helicopters".split())
_BROAD = frozenset("head heads tanks artillery jets workers students firms companies".split())
# Behind one of these no noun phrase runs on.
_FUNCTION = (
    ADVERBS | DETERMINERS | PRONOUNS | AUXILIARIES | MODALS | NEGATIONS | PREPOSITIONS
    | COORDINATORS | SUBORDINATORS | RELATIVES | POSSESSIVES | IRREGULAR_PASTS | PRESENT_VERBS
    | WEEKDAYS | frozenset("alone beat early late last next overnight there together this".split())
)  # fmt: skip


def note_office(
    text: str,
    view: View,
    phrase: RolePhrase,
    book: Book,
    people: People,
    parties: Parties,
    *,
    home: str | None = None,
    headline: bool = False,
) -> None:
    """Note what an unlinked role phrase names: a group, a body, or the holder of an office.

    `home` is the state that the article is about. A `headline` has no articles: "Minister says".
    """
    if phrase.role.kind == "person":
        phrase = replace(phrase, definite=True) if headline else phrase
        _note_holder(text, view, phrase, book, people, parties)
    else:
        takes_part = parties.holds(view.span_of(phrase.chain, phrase.last)) or _decides(
            view, phrase
        )
        if phrase.head not in _BROAD or phrase.states or takes_part:
            town = _town_before(view, phrase)
            if town is not None and not people.has(view.tokens[phrase.chain - 1].text):
                _note_local(text, view, phrase, town, book)
            else:
                _note_collective(text, view, phrase, book, parties, takes_part, home)


def _town_before(view: View, phrase: RolePhrase) -> int | None:
    """Return where the name starts of the town whose police or officials these are."""
    if phrase.states or phrase.body is not None or phrase.head not in _OF_TOWNS:
        return None
    first = phrase.chain
    while first > 0 and first - 1 not in view.taken and is_name_word(view.tokens[first - 1]):
        word = view.tokens[first - 1]
        label = word.text.isupper() and view.starts_sentence(first - 1)
        common = view.common_start(first - 1) and word.text not in PLACE_STARTS
        if word.possessive or label or common or word.text in _NO_TOWNS:
            break
        first -= 1
    bare = first == phrase.chain or view.setting != "normal"
    return None if bare or view.lower(first - 1) in LOCATIVE else first


def _note_local(text: str, view: View, phrase: RolePhrase, first: int, book: Book) -> None:
    """Note "Norwich police"; the mention holds the town."""
    if noun_follows(view, phrase.last):
        return
    span, town = view.span_of(first, phrase.last), view.span_of(first, phrase.chain)
    draft = Draft(
        name=name_at(text, span),
        kind=phrase.role.kind,
        sector=phrase.sector,
    )
    key = (phrase.role.kind, text[town.start : town.end], phrase.words.lower())
    book.note(key, draft, span)


def _are_planes(view: View, phrase: RolePhrase) -> bool:
    """Return whether the fighters are aircraft: "fighters and bombers"."""
    joined = view.lower(phrase.last) == "and" and view.lower(phrase.last + 1) in _AIRCRAFT
    return phrase.head == "fighters" and joined


def _decides(view: View, phrase: RolePhrase) -> bool:
    """Return whether it has a paper of its own: "the court's ruling"."""
    owner = phrase.definite and view.tokens[phrase.last - 1].possessive
    return owner and phrase.role.kind == "organisation" and view.lower(phrase.last) in PAPERS


def _note_collective(
    text: str,
    view: View,
    phrase: RolePhrase,
    book: Book,
    parties: Parties,
    takes_part: bool,
    home: str | None,
) -> None:
    if _is_body_of(view, phrase):
        _note_body_of(text, view, phrase, book, parties)
        return
    kind: ActorKind = phrase.role.kind
    # "Militants | fire", "the Kenyan army | assault": no noun of their own follows
    owned = any(state.code is not None for state in phrase.states)
    acts = takes_part and (phrase.head.endswith(("s", "men")) or owned)
    if (noun_follows(view, phrase.last) and not acts) or _are_planes(view, phrase):
        return
    words = phrase.words.lower()
    if not phrase.states and phrase.body is None:
        bare = (
            phrase.sector in _BARE_SECTORS or phrase.head in _BARE_WORDS
            if kind == "group"
            else phrase.head in _BARE_BODIES
            and (
                phrase.definite
                or phrase.head in {"police", "parliament", "congress"}
                or view.starts_sentence(phrase.first)
            )
        )
        if not (bare or takes_part):
            return
        seat = _seat_behind(view, phrase)
        if seat is None:
            span = view.span_of(phrase.chain, phrase.last)
            _note_bare(text, view, phrase, span, book, home)
        else:
            _note_seated(text, view, phrase, seat, book)
        return
    if phrase.body is not None and phrase.head == "party":
        book.note_entry(phrase.body, view.span_of(phrase.first, phrase.last))
        return
    first = phrase.first
    for number, state in enumerate(phrase.states):
        last_state = number == len(phrase.states) - 1
        span = (
            view.span_of(first, phrase.last)
            if len(phrase.states) == 1
            else (
                view.span_of(_last_owner(view, phrase), phrase.last)
                if last_state
                else view.span_of(first, first + 1)
            )
        )
        name = (
            text[span.start : span.end]
            if last_state
            else (f"{text[span.start : span.end]} {phrase.words}")
        )
        draft = Draft(
            name=name,
            kind=kind,
            state=_state_of_backed(view, phrase) if phrase.backed else state.code,
            sector="MIL" if phrase.backed and phrase.head == "coalition" else phrase.sector,
            body=_body_of(phrase),
        )
        book.note((kind, "backed" if phrase.backed else state.name, words), draft, span)
        if not last_state:
            first = _next_state(view, first)


def _is_body_of(view: View, phrase: RolePhrase) -> bool:
    """Return whether a body of the group follows, and not the group: "the teachers' | union"."""
    owns = phrase.role.kind == "group" and view.tokens[phrase.last - 1].possessive
    return owns and view.lower(phrase.last) in _OWN_BODIES


def _note_body_of(text: str, view: View, phrase: RolePhrase, book: Book, parties: Parties) -> None:
    """Note "the teachers' union"; "a teachers' union" where it takes part."""
    span = view.span_of(phrase.first, phrase.last + 1)
    if view.tokens[phrase.last].possessive or not (phrase.definite or parties.holds(span)):
        return
    state = phrase.states[0] if phrase.states else None
    name = name_at(text, span)
    draft = Draft(
        name=name,
        kind="organisation",
        state=state.code if state else None,
        sector="LAB" if view.lower(phrase.last).startswith("union") else phrase.sector,
        body=name,
    )
    book.note(("named", *name.lower().split()), draft, span)


def _last_owner(view: View, phrase: RolePhrase) -> int:
    """Return where the state right before the role starts: "US and | South Korean | troops"."""
    known = view.ending_at(phrase.chain)
    return known.first if known is not None else phrase.chain - 1


def _state_of_backed(view: View, phrase: RolePhrase) -> str | None:
    """Return where those are whom other states back: "in Kenya", else the sentence's other state.

    Who is led, and not only backed, belongs to the leader.
    """
    if view.lower(phrase.chain - 1) == "led":
        return phrase.states[0].code
    if phrase.sector not in {"REB", "PRM"}:
        return None
    seat = _seat_behind(view, phrase)
    if seat is not None:
        return seat.entry.state
    backers = {state.name for state in phrase.states}
    others = {
        (known.entry.name, known.entry.state)
        for known in view.known.values()
        if known.entry.kind != "body" and known.entry.name not in backers
    }
    return next(iter(others))[1] if len(others) == 1 else None


def _seat_behind(view: View, phrase: RolePhrase) -> Known | None:
    """Return the state or capital behind "officials in" or "rebels in", whose those are."""
    seated = phrase.head in _SEATED or phrase.sector in {"OPP", "REB", "PRM"}
    if not seated or view.lower(phrase.last) != "in":
        return None
    at = phrase.last + 1
    at += view.lower(at) in COMPASS
    known = view.known.get(at)
    return known if known is not None and known.entry.kind in {"state", "seat"} else None


def _note_seated(text: str, view: View, phrase: RolePhrase, seat: Known, book: Book) -> None:
    """Note "officials in Lima"; the mention leaves the place out."""
    whole = view.span_of(phrase.chain, seat.last)
    draft = Draft(
        name=text[whole.start : whole.end],
        kind=phrase.role.kind,
        state=seat.entry.state,
        sector=phrase.sector,
        body=phrase.words if phrase.role.kind == "organisation" else None,
    )
    span = view.span_of(phrase.chain, phrase.last)
    book.note((phrase.role.kind, seat.entry.name, phrase.words.lower()), draft, span)


def _note_bare(
    text: str, view: View, phrase: RolePhrase, span: Span, book: Book, home: str | None
) -> None:
    """Note "the ministry": the one of its kind that the page has named, else a draft of its own.

    "Ten countries" are not the Western ones named before, nor are police "in Lima" the Kenyan ones.
    """
    words = phrase.words.lower()
    kind = phrase.role.kind
    same = (
        kind != "group"
        or phrase.definite
        or phrase.sector in _BARE_SECTORS
        or phrase.head in _BARE_WORDS
    )
    named: list[Key] = [
        key
        for key in book.drafts
        if same and len(key) == 3 and key[0] == kind and _is_short_for(words, key)
    ]
    named.sort(key=lambda each: _last_before(book, each, span.start))
    key: Key = (kind, "", words)
    if words == _BARE_NAME.strip():  # "the administration" is the Obama administration
        bodies = [key for key in book.drafts if key[0] == "body" and key[1].endswith(_BARE_NAME)]
        named = bodies if len(bodies) == 1 else named
    one_state = len({key[1] for key in named} - {""}) <= 1
    if named and one_state and not _is_elsewhere(view, phrase, named[-1][1]):
        key = named[-1]
    if not named and phrase.head in _OF_STATE and phrase.definite:
        key = find_state_before(text, span.start, book, home) or key
    name = text[span.start : span.end]
    owner = named_start(view, phrase.chain, _FUNCTION | DAY_WORDS)
    if kind == "group" and not key[1] and view.tokens[owner].possessive:
        name = " ".join(text[view.tokens[owner].start : span.end].split())
        key = (kind, "", name.lower())  # "Berg's parents" are not Lund's
    book.note(key, Draft(name=name, kind=kind, sector=phrase.sector), span)


def _is_short_for(words: str, key: Key) -> bool:
    """Return whether `words` may mean a body or group that was named with its state, or with what
    it is for: "the ministry" Kenya's ministry, or the roads ministry."""
    _, state, whole = key
    return whole.endswith(words) if state else words == "ministry" and whole.endswith(f" {words}")


def _last_before(book: Book, key: Key, at: int) -> int:
    """Return where a draft was last mentioned before character `at`; -1 where nowhere."""
    return max((span.start for span in book.drafts[key].mentions if span.start < at), default=-1)


def _is_elsewhere(view: View, phrase: RolePhrase, state: str) -> bool:
    """Return whether the sentence puts those without "the" in another state than `state`."""
    places = {
        known.entry.name
        for known in view.known.values()
        if known.entry.kind in {"state", "seat"} and view.lower(known.first - 1) in LOCATIVE
    }
    local = phrase.head in {"police", "authorities"} and not phrase.definite
    return local and bool(places) and state not in places


def _note_holder(
    text: str, view: View, phrase: RolePhrase, book: Book, people: People, parties: Parties
) -> None:
    """Note "the president" for the person of that office, or an office whose holder has no name."""
    if phrase.former or (noun_follows(view, phrase.last) and not _acts(view, phrase.last)):
        return
    if phrase.words.lower() in {"leader", "ruler"} and phrase.states:
        _note_leader(view, phrase, book, people)
        return
    if phrase.head in _SHARED_OFFICES:
        _note_only_one(view, phrase, book, people, parties)
    _note_addressed(text, view, phrase, book, people, parties)
    if phrase.head not in _SINGLE_OFFICES and not _is_single(view, phrase):
        return
    if phrase.owner is not None and not phrase.states:
        return
    if not (phrase.states or phrase.body or phrase.body_words or phrase.definite):
        return
    if phrase.head in _PLACE_OFFICES and not phrase.states and not phrase.body:
        _note_office_at(text, view, phrase, book)
        return
    start = phrase.first if phrase.states or phrase.body else phrase.chain
    span = view.span_of(start, phrase.last)
    if view.tokens[phrase.last - 1].possessive and view.lower(phrase.last) == "office":
        _note_office_of(text, view, phrase, start, book)
        return
    any_one = view.lower(start - 1) in {"a", "an"}
    holder = None if any_one else _holder(phrase, people, span.start)
    if holder is not None and _is_foreign(view, phrase, holder):
        return
    if holder is not None:
        _note_person(holder, span, book)
    elif ((phrase.states or phrase.body) and phrase.head != "secretary") or (
        # "The interior minister", "the attorney general"
        (phrase.words.lower() != phrase.head or " " in phrase.head) and parties.holds(span)
    ):
        _note_unheld(text, phrase, span, book)


def _is_single(view: View, phrase: RolePhrase) -> bool:
    """Return whether a state has one such leader or chief: "Kenya's opposition leader"."""
    told = phrase.head in _HEADS and phrase.words.lower() != phrase.head
    return told and bool(phrase.states) and view.tokens[phrase.chain - 1].possessive


def _note_addressed(
    text: str, view: View, phrase: RolePhrase, book: Book, people: People, parties: Parties
) -> None:
    """Note "the mayor" whom nobody of the page is, where somebody is told, asked or warned."""
    span = view.span_of(phrase.chain, phrase.last)
    bare = not (phrase.states or phrase.body) and view.lower(phrase.chain - 1) == "the"
    if not (bare and is_addressed(view, phrase.chain - 1) and parties.holds(span)):
        return
    if not people.holding(phrase.head) and not people.has_title(phrase.head):
        name = name_at(text, span)
        draft = Draft(name=name, kind="group", sector=phrase.sector)
        book.note(("unnamed", name.lower()), draft, span)


def _note_only_one(
    view: View, phrase: RolePhrase, book: Book, people: People, parties: Parties
) -> None:
    """Note "the judge" for the only one of that office whom the article has named before."""
    span = view.span_of(phrase.chain, phrase.last)
    holder = people.only_one(phrase.head)
    plain = phrase.words.lower() == phrase.head and view.lower(phrase.chain - 1) == "the"
    if holder is not None and plain and holder.first_at < span.start and parties.holds(span):
        _note_person(holder, span, book)


def _acts(view: View, last: int) -> bool:
    """Return whether the one who holds an office does something there: "the president signs"."""
    word = view.lower(last)
    return word.endswith("s") and not word.endswith(("ss", "us", "ics"))


def _is_foreign(view: View, phrase: RolePhrase, holder: Person) -> bool:
    """Return whether "the president" is that of the bodies which the sentence names.

    "Congress defied the president" means no Kenyan one whom the page names, unless it names Kenya
    or him there. Only the American government is an administration.
    """
    state = holder.state.code if holder.state is not None else None
    if state is None or phrase.states or phrase.body is not None:
        return False
    if any(view.span.start <= span.start < view.span.end for span in holder.mentions):
        return False
    entries = [known.entry for known in view.known.values()]
    bodies = {entry.state for entry in entries if entry.sector in {"GOV", "LEG"}}
    national = {code for code in bodies if code is not None and code not in _NO_STATES}
    if "administration" in view.words:
        national.add("USA")
    at_home = {entry.state for entry in entries if entry.kind == "body"} | {"USA"}
    return bool(national & at_home) and state not in {entry.state for entry in entries}


def _note_person(person: Person, span: Span, book: Book) -> None:
    draft = Draft(name=" ".join(person.words), kind="person")
    book.note(("person", str(person.number)), draft, span)


def _note_unheld(text: str, phrase: RolePhrase, span: Span, book: Book) -> None:
    """Note an office whose holder the page does not name."""
    state = phrase.states[0] if phrase.states else None
    draft = Draft(
        name=text[span.start : span.end],
        kind="person",
        state=state.code if state else None,
        sector=phrase.sector,
        body=phrase.body.name if phrase.body else phrase.body_words,
        role=phrase.words,
    )
    whose = phrase.body.name if phrase.body else state.name if state else ""
    book.note(("office", whose, phrase.words.lower()), draft, span)


def _note_leader(view: View, phrase: RolePhrase, book: Book, people: People) -> None:
    """Note "the Kenyan leader" for the only one named who heads that state."""
    leaders = {
        person.number: person
        for head in _HEADS_OF_STATES
        for person in people.holding(head)
        if person.state is not None and person.state.name == phrase.states[0].name
        if head != "minister" or (person.role or "").lower().startswith("prime")
    }
    if len(leaders) == 1 and view.lower(phrase.first - 1) == "the":
        [leader] = leaders.values()
        _note_person(leader, view.span_of(phrase.first, phrase.last), book)


def _note_office_of(text: str, view: View, phrase: RolePhrase, start: int, book: Book) -> None:
    """Note "the Kenyan president's office", a body."""
    span = view.span_of(start, phrase.last + 1)
    name = text[span.start : span.end]
    state = phrase.states[0] if phrase.states else None
    draft = Draft(
        name=name,
        kind="organisation",
        state=state.code if state else None,
        sector="GOV",
        body=name,
    )
    whose = state.name if state else ""
    book.note(("organisation", whose, f"{phrase.words.lower()} office"), draft, span)


def _note_office_at(text: str, view: View, phrase: RolePhrase, book: Book) -> None:
    """Note "the mayor of Lisk"; "the mayor" alone is nobody known."""
    end = phrase.last
    if view.lower(end) != "of":
        return
    at = end + 1
    while at < view.size and view.tokens[at].capital:
        at += 1
    if at == end + 1:
        return
    span = view.span_of(phrase.chain, at)
    name = name_at(text, span)
    draft = Draft(name=name, kind="person", sector=phrase.sector, role=phrase.words)
    book.note(("office", *view.words[phrase.chain : at]), draft, span)


def _holder(phrase: RolePhrase, people: People, at: int) -> Person | None:
    """Return the one person who holds the office, named before `at` or, failing that, after it.

    Of two presidents, "the president" is who is told of far more often, or neither. Of two
    ministers it is the one of whom the article has told last (see `_find_told`), or neither.
    """
    holders = [person for person in people.holding(phrase.head) if _holds(person, phrase)]
    before = [person for person in holders if person.first_at < at] or holders
    if len(before) > 1 and phrase.words.lower() == "president":
        first, second, *_ = sorted(before, key=lambda each: len(each.mentions), reverse=True)
        return first if len(first.mentions) >= _TIMES * len(second.mentions) else None
    return before[0] if len(before) == 1 else _find_told(before, at)


def _find_told(holders: Sequence[Person], at: int) -> Person | None:
    """Return who of several was named twice before character `at` since any other of them was."""
    places = sorted(
        (span.start, person.number)
        for person in holders
        for span in person.mentions
        if span.start < at
    )
    last = {number for _, number in places[-_TOLD:]}
    return next(p for p in holders if p.number in last) if len(last) == 1 < len(places) else None


def _holds(person: Person, phrase: RolePhrase) -> bool:
    role, words = (person.role or "").lower(), phrase.words.lower()
    if ("-elect" in words) != ("-elect" in role) or person.sector == "ELI":
        return False
    if words.startswith(_SECOND) != role.startswith(_SECOND):
        return False
    if words != phrase.head and words not in role and role not in words:
        return False
    if phrase.states and (person.state is None or person.state.name != phrase.states[0].name):
        return False
    return phrase.body is None or person.body == phrase.body.name


# What is military, political or economic of a state, and no body.
_GIVEN = frozenset(
    "assistance aid support cooperation help power ties relations training equipment pressure "
    "means action links spending strength".split()
)


def noun_follows(view: View, last: int) -> bool:
    """Return whether the word behind makes the phrase an adjective: "military exercises".

    So does a second adjective: "military and economic assistance".
    """
    if last >= len(view.tokens) or view.tokens[last - 1].possessive:
        return False
    if view.lower(last) == "and" and view.lower(last + 2) in _GIVEN:
        last += 2
    token = view.tokens[last]
    word = token.lower
    if not word[0].isalpha() or token.capital or view.setting != "normal":
        return False
    if word in _FUNCTION or word in SPEECH_VERBS or word in WILL_VERBS:
        return False
    return not word.endswith(("ly", "ed", "ing", "n't", "n’t"))


def _body_of(phrase: RolePhrase) -> str | None:
    if phrase.role.kind != "organisation":
        return phrase.body.name if phrase.body is not None else None
    return phrase.words


def _next_state(view: View, first: int) -> int:
    """Return the token where the next of several adjectives starts: "Russian and Kenyan troops"."""
    known = view.known.get(first)
    at = known.last if known is not None else first + 1
    while view.lower(at) in {"and", ",", "&"}:
        at += 1
    return at
