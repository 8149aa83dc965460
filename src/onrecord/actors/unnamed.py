"""People without a name who take part: crowds and individuals, "viewers", "a gunman"."""

import re
from collections.abc import Collection, Sequence

from onrecord.actors.book import Book, Draft, Key
from onrecord.actors.crowds import NUMBER, note_crowd
from onrecord.actors.described import speaks
from onrecord.actors.gatherings import note_gathering
from onrecord.actors.headlined import note_headlined
from onrecord.actors.kinds import BODIES
from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.local_offices import find_held, holds_local_office
from onrecord.actors.modifiers import noun_follows
from onrecord.actors.parties import Parties
from onrecord.actors.reading import Sentence
from onrecord.actors.represented import ONE, is_apposed, note_represented
from onrecord.actors.views import View, named_start, role_at
from onrecord.actors.words import SPEECH_VERBS, WILL_VERBS
from onrecord.records import ActorKind, Sector, Span
from onrecord.text.wordclasses import (
    AUXILIARIES,
    BODY_NOUNS,
    DAY_WORDS,
    DETERMINERS,
    IRREGULAR_PASTS,
    POSSESSIVES,
    PRESENT_VERBS,
    is_person_noun,
)

_LONGEST_TAIL = 7  # tokens of "of the old mill"
_SOME = frozenset("some several more other".split())
_MOST_MODIFIERS = 4
# Persons that are nobody's in particular, besides those of the word classes.
_PERSONS = frozenset(
    "immigrant combatant contractor technician pediatrician hunter individual criminal alien felon "
    "pedestrian viewer shopper rescuer retiree staffer occupant associate dictator guy reader "
    "taxpayer crowd audience gang bystander civilian listener user assailant looter crew cyclist "
    "employer extremist hardliner infant mob murderer newcomer onlooker sufferer visitor foe thug "
    "culprit instructor intruder lunatic participant perpetrator supervisor trainer".split()
)
# "Shrimpers", "packers": whom the reader has for somebody, and no table has.
_DOERS = re.compile(r"[a-z]{3}(?:[^e]er|or|arian)s$")
_NO_DOERS = frozenset(
    "borders bombers boosters bulldozers bunkers centers computers containers corridors cruisers "
    "destroyers factors fighters freighters headquarters helicopters interceptors launchers "
    "letters liners matters mortars newspapers numbers offers orders papers posters powers "
    "quarters reactors rivers sectors servers shelters steamers tankers towers tractors "
    "trailers trawlers waters".split()
)
# What several are called, and one is not.
_ONLY_SEVERAL = frozenset(
    "families illegals personnel moderates progressives nationals constituents cops "
    "neo-nazis".split()
)
# Who belongs to somebody, and has no name where that alone is told.
_KIN = frozenset(
    "family son daughter wife husband father mother brother sister widow uncle aunt cousin "
    "nephew niece fiancee girlfriend boyfriend neighbor neighbour predecessor".split()
)
# What somebody has whose work others do: "Berg's campaign", "his team", "her office".
_ENTOURAGE = frozenset("campaign team camp office".split())
# Who speaks for a body, or is a part of one, does not act alone.
_OF_OTHERS = frozenset(
    "spokesman spokeswoman spokesperson member members police head heads counterparts".split()
)
_OF_BODY = frozenset("for of at from with to".split())
_WHOSE = frozenset("for of".split())
# Nouns of persons that describe more often: "the militant group".
ADJECTIVES = frozenset(
    "conservative liberal militant radical native veteran public human individual patient "
    "relative fellow".split()
)
# "A mob of students" is one, and no student.
_THRONGS = frozenset("mob crowd gang".split())
_KNOWING = frozenset("knowledge direct first-hand firsthand close ties access".split())
_NAMED = frozenset("named called identified known".split())
_OUTSIDE = frozenset(
    "of in on at to by for from with and or but as that who which after before over into against "
    "during under than when while if because since until the this these those his her its "
    "their our my your said says told".split()
)


def note_unnamed(text: str, sentences: Sequence[Sentence], book: Book, parties: Parties) -> None:
    """Note crowds and individuals that the trained reader has for somebody who takes part.

    All crowds of a page are "people", as all its protesters are one group. "The gunman" is the one
    that "a gunman" has told of, or "gunman Odo Berg", unless somebody with a name has that role.
    """
    roles = find_held(sentences)
    told: dict[str, set[Key]] = {}
    called = _find_called(sentences, book)
    for sentence in sentences:
        view = sentence.view
        if view.setting != "normal":
            for index, word in enumerate(view.words):
                if _is_somebody(word) and index not in view.known:
                    note_headlined(view, index, book, parties)
            continue
        linked = {phrase.first for phrase in sentence.linked.values()}
        for index, word in enumerate(view.words):
            if note_crowd(text, view, index, book, parties):
                continue
            if note_gathering(text, view, index, book):
                continue
            if note_represented(text, view, index, book, parties, roles):
                continue
            owner = _owner_of(view, index)
            bare = owner is None and _is_somebody(word) and index not in view.known
            if bare and note_headlined(view, index, book, parties):
                continue
            if owner is not None:
                _note_kin(text, view, owner, index, book, parties)
            elif are_persons(word) and index not in view.taken and word not in _OF_OTHERS:
                _note_several(text, view, index, book, parties)
            elif is_person(word) and word not in _OF_OTHERS and index not in view.known:
                first = _start(view, index, linked)
                if first is None and _is_one(view, index):
                    first = _start_known(view, index)
                if first is not None:
                    key = _note_one(text, view, first, index, book, parties)
                    told.setdefault(word, set()).update({key} if key else ())
                elif view.lower(index - 1) == "the" and word not in roles:
                    again = told.get(word) or called.get(word, set())
                    if again:
                        _note_again(text, view, index, book, parties, again)
                    elif _is_one(view, index) or holds_local_office(view, index):
                        key = _note_one(text, view, index, index, book, parties)
                        told.setdefault(word, set()).update({key} if key else ())


def _find_called(sentences: Sequence[Sentence], book: Book) -> dict[str, set[Key]]:
    """Return whom the page calls by a noun without an office: "suspect Odo Berg"."""
    starts = {
        span.start: key
        for key, draft in book.drafts.items()
        if key[0] == "person"
        for span in draft.mentions
    }
    called: dict[str, set[Key]] = {}
    for view in (sentence.view for sentence in sentences):
        for index in range(view.size - 1):
            word, key = view.words[index], starts.get(view.tokens[index + 1].start)
            if key is not None and is_person_noun(word) and not _has_office(view, index):
                called.setdefault(word, set()).add(key)
    return called


def _is_somebody(word: str) -> bool:
    """Return whether the word is a noun of persons, former ones too ("ex-mayor"), or of a body."""
    own = word.removeprefix("ex-")
    listed = is_person(own) or own in _KIN | BODIES.keys()
    return (listed or are_persons(own)) and own not in _OF_OTHERS


def is_person(word: str) -> bool:
    """Return whether the word is a noun of one person: "gunman"."""
    first = word.partition("-")[0]
    counted = first == "one" or NUMBER.fullmatch(first) is not None  # "a one-man show"
    return (is_person_noun(word) and not ("-" in word and counted)) or word in _PERSONS


def are_persons(word: str) -> bool:
    """Return whether the word is a plural of persons: "airmen", "others"."""
    if word.removesuffix("s") in _PERSONS or word in _ONLY_SEVERAL:
        return word in _ONLY_SEVERAL or word.endswith("s")
    plural = word.endswith(("s", "men", "women")) and not word.endswith("ss")
    doers = _DOERS.search(word) is not None and word not in _NO_DOERS
    return plural and (is_person_noun(word) or doers)


def _note_several(text: str, view: View, noun: int, book: Book, parties: Parties) -> None:
    """Note the persons of "two young airmen" or "the crews", none of the table's groups.

    "Others" are somebody only where they are counted.
    """
    if view.words[noun] == "others" and not _is_counted(view, noun):
        return
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    last = _end_of_owned(view, noun)
    named = last == noun + 1 and is_named(view, last)
    if not view.tokens[noun].possessive and parties.holds(span) and not named:
        known = view.ending_at(noun)
        state = known.entry.state if known is not None else None
        first = named_start(view, noun, _OUTSIDE | DAY_WORDS)
        name = " ".join(text[view.tokens[first].start : view.tokens[last - 1].end].split())
        draft = Draft(name=name, kind="group", state=state, sector="CVL")
        book.note(("group", state or "", name.lower()), draft, span)


def _end_of_owned(view: View, noun: int) -> int:
    """Return where the words end that tell what the persons are of: "owners | of the old mill |".

    Who is of a body or a person may be them, and no group beside: "members of the guild".
    """
    if view.lower(noun + 1) != "of" or _has_office(view, noun):
        return noun + 1
    last = noun + 2
    while last < view.size and last - noun <= _LONGEST_TAIL:
        word = view.lower(last)
        if word in _OUTSIDE - DETERMINERS or not word[0].isalnum():
            break
        if word in PRESENT_VERBS | AUXILIARIES | IRREGULAR_PASTS or word.endswith("ed"):
            break
        last += 1
    while view.lower(last - 1) in DETERMINERS:
        last -= 1  # cut before a mark: "foes of a | “vast plot”"
    return last if last > noun + 2 else noun + 1


def _note_kin(text: str, view: View, owner: int, noun: int, book: Book, parties: Parties) -> None:
    """Note the relative of somebody: "their young | son |", "Berg's | family |".

    The name tells whose it is; who has a name of his own is told by that.
    """
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    if view.tokens[noun].possessive or not parties.holds(span):
        return
    # "His deputy" and "the rebels' leader" have no name here, "Kenya's president" may have one.
    plain = view.tokens[owner].text.islower() and noun in view.in_role
    if (noun in view.taken and not plain) or is_named(view, noun + 1):
        return
    name = " ".join(text[view.tokens[owner].start : span.end].split())
    if view.lower(owner) in POSSESSIVES:
        name = name[0].lower() + name[1:]
    sector: Sector | None = None if view.words[noun] in _ENTOURAGE else "CVL"
    kind: ActorKind = "organisation" if view.words[noun] == "office" else "group"
    book.note(("unnamed", name.lower()), Draft(name=name, kind=kind, sector=sector), span)


def _owner_of(view: View, noun: int) -> int | None:
    """Return where the "his" or "Berg's" stands of one person and the adjectives before.

    An aside may tell who it is: "their son, Odo Berg".
    """
    word = view.words[noun]
    if word in _ENTOURAGE:
        return _owner_of_entourage(view, noun)
    if word not in _KIN and (not is_person_noun(word) or word in _OF_OTHERS or are_persons(word)):
        return None
    if view.lower(noun + 1) in {",", "(", "—", "–"}:
        return None
    for at in range(noun - 1, max(-1, noun - 1 - _MOST_MODIFIERS), -1):
        if view.lower(at) in POSSESSIVES or view.tokens[at].possessive:
            return at
        if view.lower(at) in _OUTSIDE | ONE or not view.lower(at).isalpha():
            return None  # "Peru's court fined a | nurse |"
    return None


def _owner_of_entourage(view: View, noun: int) -> int | None:
    """Return where the person stands whose people these are: "Lund's | campaign", "his | team".

    A state's campaign may be a war, and a "campaign promise" is none; an office may be a room.
    """
    behind = view.lower(noun + 1)
    if noun_follows(view, noun + 1) or f"{behind}s" in SPEECH_VERBS | WILL_VERBS:
        return None
    if view.words[noun] == "office":
        spoken = view.lower(noun - 1) in {"his", "her"} and speaks(view, noun - 1, noun + 1)
        return noun - 1 if spoken else None
    for at in range(noun - 1, max(-1, noun - 1 - _MOST_MODIFIERS), -1):
        if view.lower(at) in {"his", "her"}:
            return at
        if view.tokens[at].possessive:
            return at if view.tokens[at].capital and view.ending_at(at + 1) is None else None
        if view.lower(at) in _OUTSIDE or not view.lower(at).isalpha():
            return None
    return None


def _is_counted(view: View, noun: int) -> bool:
    """Return whether a number stands before the noun or its adjectives: "two young airmen"."""
    for at in range(noun - 1, max(-1, noun - _MOST_MODIFIERS - 1), -1):
        word = view.lower(at)
        if word in _SOME or NUMBER.fullmatch(word):
            return True
        if not word.isalpha() or word in _OUTSIDE:
            return False
    return False


def _start(view: View, noun: int, linked: Collection[int]) -> int | None:
    """Return where the phrase of somebody without a name starts behind its "a", if it is one.

    It may hold a state's adjective and an age: "a senior Kenyan official", "a 23-year-old man".
    """
    if view.tokens[noun].possessive or not view.tokens[noun].text.islower():
        return None
    first = noun
    for _ in range(_MOST_MODIFIERS):
        known = view.ending_at(first)
        if known is not None and known.entry.kind == "body":
            return None
        word = view.lower(first - 1)
        if known is None and (word in ONE or word in _OUTSIDE or not word[:1].isalnum()):
            break
        if NUMBER.fullmatch(word):
            return None  # "another ten Kenyan fighters"
        if first and view.tokens[first - 1].possessive:
            break
        if known is not None:
            first = known.first
        else:
            first -= 3 if word == "year-old" and view.lower(first - 2) == "-" else 1
    return first if view.lower(first - 1) in ONE and first not in linked else None


def _start_known(view: View, noun: int) -> int | None:
    """Return where the words start that tell which one is meant: "the | surviving suspect |"."""
    first = noun
    while noun - first < _MOST_MODIFIERS and _tells_which(view, first - 1):
        first -= 1
    return first if first < noun and view.lower(first - 1) == "the" else None


def _tells_which(view: View, at: int) -> bool:
    return at > 0 and view.tokens[at].text.islower() and view.lower(at) not in _OUTSIDE


def _note_one(
    text: str, view: View, first: int, noun: int, book: Book, parties: Parties
) -> Key | None:
    if is_named(view, noun + 1) or is_apposed(view, first, book):
        return None
    span = Span(view.tokens[first].start, view.tokens[noun].end)
    if not parties.holds(span):
        return None
    states = [view.known[at].entry.state for at in range(first, noun) if at in view.known]
    role = role_at(view, noun, load_lexicon())
    name = " ".join(text[span.start : span.end].split())
    draft = Draft(
        name=name,
        kind="group",
        state=states[0] if states else None,
        sector=role[0].sector if role is not None else None,
    )
    other = str(span.start) if view.lower(first - 1) == "another" else ""
    key = ("unnamed", name.lower(), other)
    book.note(key, draft, span)
    return key


def is_named(view: View, after: int) -> bool:
    """Return whether the words behind the noun tell who it is, or that it is another noun's.

    Who has an office may be a body's: "an officer at the port". "A man at the port" is not.
    """
    word = view.lower(after)
    if word == "with" and view.lower(after + 1) in _KNOWING:
        return False  # "an official with knowledge of the talks"
    if word == "of" and view.lower(after - 1) in _THRONGS:
        return False
    if word == "of" and view.lower(after + 1) in ONE and not _has_office(view, after - 1):
        # "the owner of a port", but "the widow of a diver, Ida Berg"
        return any(
            view.lower(at) == "," and at + 1 < view.size and view.tokens[at + 1].capital
            for at in range(after + 2, min(after + 5, view.size))
        )
    if (
        word in _NAMED
        or (word in _OF_BODY and (word in _WHOSE or _has_body(view, after - 1)))
        or is_person_noun(word)
    ):
        return True
    if word in BODY_NOUNS:
        return True  # "a militant group"
    at = after + (word in {",", "(", "—", "–"})
    return at < view.size and view.tokens[at].capital and view.lower(at) not in DAY_WORDS


def _is_one(view: View, noun: int) -> bool:
    """Return whether "the driver" is somebody: not in "the refugee programme", "the militant"."""
    word = view.tokens[noun].text
    adjective = word in ADJECTIVES or word.endswith("ist")
    if not word.islower() or adjective or _has_office(view, noun):
        return False
    return not noun_follows(view, noun + 1)


def _has_body(view: View, noun: int) -> bool:
    """Return whether what follows may be whose officer it is: not in "charged the mayor with"."""
    return _has_office(view, noun) and not holds_local_office(view, noun)


def _has_office(view: View, noun: int) -> bool:
    """Return whether the noun is one of an office: "judge", not "driver"."""
    return role_at(view, noun, load_lexicon()) is not None


def _note_again(
    text: str, view: View, noun: int, book: Book, parties: Parties, told: Collection[Key]
) -> None:
    """Note "the gunman" for the only one told of, if no other has been told of since."""
    span = Span(view.tokens[noun].start, view.tokens[noun].end)
    if len(told) != 1 or is_named(view, noun + 1) or not parties.holds(span):
        return
    [key] = told
    mentions = book.drafts[key].mentions
    last = max((each.end for each in mentions if each.end <= span.start), default=span.start)
    another = re.compile(
        rf"\b(?:an?|another|one) (?:[\w.’'-]+ ){{0,4}}{view.words[noun]}\b", re.IGNORECASE
    )
    if another.search(text, last, span.start) is None:
        mentions.add(span)
