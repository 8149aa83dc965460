"""Groups and bodies that a role phrase names: "Kenyan troops", "the ministry", "Lisk police"."""

import re

from onrecord.actors.book import Book, Draft, Key, name_at
from onrecord.actors.modifiers import FUNCTION_WORDS, noun_follows
from onrecord.actors.parties import Parties
from onrecord.actors.people import People
from onrecord.actors.preceding import find_state_before
from onrecord.actors.roles import RolePhrase, State
from onrecord.actors.runs import PARTISANS
from onrecord.actors.views import Known, View, is_name_word, named_start
from onrecord.actors.words import COMPASS, LOCATIVE, ORGANISATION_WORDS, PAPERS, PLACE_STARTS
from onrecord.records import ActorKind, Span
from onrecord.text.wordclasses import DAY_WORDS

# Words of much else, and of an actor only with a state or where they take part.
_BROAD = frozenset("head heads tanks artillery jets workers students firms companies".split())
# A town has these, too.
_OF_TOWNS = frozenset("police policemen authorities lawmakers prosecutors".split())
_NO_TOWNS = ORGANISATION_WORDS.keys() | PARTISANS
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
# ... and those that no "the" stands before, too: "Congress".
_WITHOUT_ARTICLE = frozenset({"police", "parliament", "congress"})
# "Officials in Lima" are Peru's; diplomats, troops or protesters there may be anybody's.
_SEATED = frozenset(
    "officials authorities police policemen prosecutors lawmakers legislators parliamentarians "
    "ministers leaders judges rulers government regime junta administration parliament ministry "
    "cabinet".split()
)
# What each state has, so that behind another state's it may be the story's own.
_ONE_OF_STATE = frozenset("government authorities army military navy parliament cabinet".split())
# Who "the government" is may stand in the sentence before: "Kenya closed its border".
_OF_STATE = frozenset({"government", "authorities"})
# What a group has for a body: "the teachers' union" is not the teachers.
_OWN_BODIES = frozenset(
    "union unions association federation league guild syndicate council party front movement lobby "
    "cooperative co-operative body committee confederation society club collective".split()
)
# Beside one of these "fighters" are aircraft.
_AIRCRAFT = frozenset("bombers jets planes drones helicopters".split())


def note_collective(
    text: str,
    view: View,
    phrase: RolePhrase,
    book: Book,
    people: People,
    parties: Parties,
    *,
    home: str | None = None,
) -> None:
    """Note the group or body that an unlinked role phrase names.

    `home` is the state that the article is about.
    """
    whole = view.span_of(phrase.chain, phrase.last)
    takes_part = parties.holds(whole) or _decides(view, phrase)
    if phrase.head in _BROAD and not phrase.states and not takes_part:
        return
    town = _town_before(view, phrase)
    if town is not None and not people.has(view.tokens[phrase.chain - 1].text):
        _note_local(text, view, phrase, town, book)
    elif _is_body_of(view, phrase):
        _note_body_of(text, view, phrase, book, parties)
    elif _only_describes(view, phrase, takes_part) or _are_planes(view, phrase):
        return
    elif phrase.body is not None and phrase.head == "party":
        book.note_entry(phrase.body, view.span_of(phrase.first, phrase.last))
    elif phrase.states:
        _note_of_states(text, view, phrase, book)
    elif phrase.body is None and (takes_part or _may_stand_alone(view, phrase)):
        seat = _seat_behind(view, phrase)
        if seat is None:
            _note_bare(text, view, phrase, book, home)
        else:
            _note_seated(text, view, phrase, seat, book)


def _only_describes(view: View, phrase: RolePhrase, takes_part: bool) -> bool:
    """Return whether a noun of its own follows: not in "militants | fire", where they act."""
    if phrase.sector == "MED" and _names_medium(view, phrase):
        return True
    if phrase.last < view.size and view.tokens[phrase.last].text in PARTISANS:
        return True  # "the top | Senate | Democrat, Ida Berg"
    owned = any(state.code is not None for state in phrase.states)  # "the Kenyan army | assault"
    acts = takes_part and (phrase.head.endswith(("s", "men")) or owned)
    return not acts and noun_follows(view, phrase.last)


def _names_medium(view: View, phrase: RolePhrase) -> bool:
    """Return whether the name stands beside what it is: "the state news agency | Oru Press |"."""
    if view.tokens[phrase.last - 1].possessive or phrase.role.kind != "organisation":
        return False
    behind = phrase.last < view.size and is_name_word(view.tokens[phrase.last])
    return behind or (not phrase.states and view.tokens[phrase.chain - 1].capital)


def _may_stand_alone(view: View, phrase: RolePhrase) -> bool:
    """Return whether the group or body is named without a state, too: "the army", "Police"."""
    if phrase.role.kind == "group":
        return phrase.sector in _BARE_SECTORS or phrase.head in _BARE_WORDS
    plain = phrase.definite or phrase.head in _WITHOUT_ARTICLE or view.starts_sentence(phrase.first)
    return phrase.head in _BARE_BODIES and plain


def _note_of_states(text: str, view: View, phrase: RolePhrase, book: Book) -> None:
    """Note what one or more states have: of "Russian and Kenyan troops", each state's."""
    first = phrase.first
    for state in phrase.states[:-1]:
        span = view.span_of(first, first + 1)
        name = f"{text[span.start : span.end]} {phrase.words}"
        _note_of(state, name, view, phrase, span, book)
        first = _next_state(view, first)
    start = _last_owner(view, phrase) if len(phrase.states) > 1 else phrase.first
    span = view.span_of(start, phrase.last)
    _note_of(phrase.states[-1], text[span.start : span.end], view, phrase, span, book)


def _note_of(
    state: State, name: str, view: View, phrase: RolePhrase, span: Span, book: Book
) -> None:
    kind: ActorKind = phrase.role.kind
    of_body = phrase.body.name if phrase.body is not None else None
    draft = Draft(
        name=name,
        kind=kind,
        state=_state_of_backed(view, phrase) if phrase.backed else state.code,
        sector="MIL" if phrase.backed and phrase.head == "coalition" else phrase.sector,
        body=phrase.words if kind == "organisation" else of_body,
    )
    whose = "backed" if phrase.backed else state.name
    book.note((kind, whose, phrase.words.lower()), draft, span)


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
    if view.lower(first - 1) == "." and first > 1 and view.tokens[first - 2].text in {"St", "Mt"}:
        first -= 2  # "St. Lisk police"
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


def _decides(view: View, phrase: RolePhrase) -> bool:
    """Return whether it has a paper of its own: "the court's ruling"."""
    owner = phrase.definite and view.tokens[phrase.last - 1].possessive
    return owner and phrase.role.kind == "organisation" and view.lower(phrase.last) in PAPERS


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


def _are_planes(view: View, phrase: RolePhrase) -> bool:
    """Return whether the fighters are aircraft: "fighters and bombers"."""
    joined = view.lower(phrase.last) == "and" and view.lower(phrase.last + 1) in _AIRCRAFT
    return phrase.head == "fighters" and joined


def _last_owner(view: View, phrase: RolePhrase) -> int:
    """Return where the state right before the role starts: "US and | South Korean | troops"."""
    known = view.ending_at(phrase.chain)
    return known.first if known is not None else phrase.chain - 1


def _next_state(view: View, first: int) -> int:
    """Return the token where the next of several adjectives starts: "Russian and Kenyan troops"."""
    known = view.known.get(first)
    at = known.last if known is not None else first + 1
    while view.lower(at) in {"and", ",", "&"}:
        at += 1
    return at


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


def _note_bare(text: str, view: View, phrase: RolePhrase, book: Book, home: str | None) -> None:
    """Note "the ministry": the one of its kind that the page has named, else a draft of its own.

    "Ten countries" are not the Western ones named before, nor are police "in Lima" the Kenyan ones.
    """
    span = view.span_of(phrase.chain, phrase.last)
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
    if words == "administration":  # of "the Obama administration"
        bodies = [key for key in book.drafts if key[0] == "body" and key[1].endswith(f" {words}")]
        named = bodies if len(bodies) == 1 else named
    if named and words in _ONE_OF_STATE and _is_far_abroad(text, book, named[-1], span, home):
        named = []
    one_state = len({key[1] for key in named} - {""}) <= 1
    if named and one_state and not _is_elsewhere(view, phrase, named[-1][1]):
        key = named[-1]
    if not named and phrase.head in _OF_STATE and phrase.definite:
        key = find_state_before(text, span.start, book, home) or key
    name = text[span.start : span.end]
    owner = named_start(view, phrase.chain, FUNCTION_WORDS | DAY_WORDS)
    if kind == "group" and not key[1] and view.tokens[owner].possessive:
        name = name_at(text, view.span_of(owner, phrase.last))
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


def _is_far_abroad(text: str, book: Book, key: Key, span: Span, home: str | None) -> bool:
    """Return whether a body is of another state than the story's, and was told of paragraphs ago.

    In a report on Kenya "the government" is Peru's only right behind Peru's.
    """
    if key[0] == "body" or not key[1] or home is None or key[1] == home:
        return False
    last = _last_before(book, key, span.start)
    breaks = re.findall(r"\n+", text[max(0, last) : span.start])
    return last < 0 or len(breaks) > 1


def _is_elsewhere(view: View, phrase: RolePhrase, state: str) -> bool:
    """Return whether the sentence puts those without "the" in another state than `state`."""
    places = {
        known.entry.name
        for known in view.known.values()
        if known.entry.kind in {"state", "seat"} and view.lower(known.first - 1) in LOCATIVE
    }
    local = phrase.head in {"police", "authorities"} and not phrase.definite
    return local and bool(places) and state not in places
