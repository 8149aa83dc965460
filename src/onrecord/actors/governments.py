"""Tell where the name of a state or of its capital means a government, and where a place."""

from onrecord.actors.views import Known, View
from onrecord.actors.words import (
    ACT_NOUNS,
    ADDRESS_VERBS,
    AIMED_AT,
    BEFORE_VERB,
    COMPASS,
    GEOGRAPHY,
    GIVEN_FROM,
    GIVEN_TO,
    GOVERNMENT_AFTER,
    LOCATIVE,
    PLACE_OF,
    SPEECH_VERBS,
    TAKEN_FROM,
    TRAVEL,
    WILL_VERBS,
)
from onrecord.text.wordclasses import DETERMINERS, OBJECT_PRONOUNS, POSSESSIVES, is_person_noun

_MODALS = frozenset("will would shall could can may might must should has have had".split())
_VERBS = SPEECH_VERBS | WILL_VERBS
_PHRASES = frozenset({("at", "first"), ("in", "turn"), ("at", "once"), ("in", "response")})
# A state's name or a capital before one of these tells where it was, or whom it hit.
_FORCE = frozenset(
    "attack attacks airstrike airstrikes strike strikes bombing bombings blast blasts explosion "
    "explosions shooting shootings massacre massacres killings raid raids war wars invasion siege "
    "bombardment shelling coup genocide conflict crisis atrocities".split()
)
_HOMES = frozenset("based born language speaking".split())
_ALSO_VERBS = frozenset("attack attacks strike strikes raid raids blast blasts".split())
_ARMS = frozenset(
    "air armed bomb car civil drone gun hotel knife marathon mass missile mosque rocket school "
    "suicide terror terrorist truck".split()
)
_BEFORE_NOUNS = frozenset(
    "the a an this these those of in after from since over during following before by to about "
    "for with".split()
)
_CLOSES = frozenset(": , . suspect suspects victims".split())
_GIVEN_REACH = 9  # tokens from "received" to "from"
_STOPS = frozenset(", ; : who which that when while as from".split())
_LONGEST_CLAUSE = 20  # tokens of what is told of a subject before its verb
_LONGEST_LIST = 8  # "Norland, Vessaria and Kesh" is decided by its first name


def means_state(view: View, first: int, last: int) -> bool:
    """Return whether the state's name at tokens `first` to `last` is meant as an actor.

    It is one unless it stands as a place: behind "in", a point of the compass, "the capital of",
    a verb of travel and "to", or before "'s border".
    """
    if is_only_place(view, first, last):
        return False
    before = _before(view, first)
    word = view.lower(before)
    if view.tokens[last - 1].possessive:
        return view.lower(last) not in GEOGRAPHY and not (
            word in LOCATIVE and _geography_follows(view, last)
        )
    if word in COMPASS and view.lower(first - 1) != "the":
        return False
    if word in LOCATIVE:
        return word == "at" and _near(view, before, AIMED_AT)
    if word == "from":
        return _near(view, before, GIVEN_FROM) or _is_giver(view, before, last)
    if word == "of":
        return view.lower(before - 1) not in PLACE_OF
    if word == "to":
        return not _near(view, before, TRAVEL)
    if word in {"and", ",", "or"}:
        previous = _coordinated(view, before)
        if previous is not None and not _subject(view, last):
            return means_state(view, previous[0], previous[1])
    return True


def means_government(view: View, first: int, last: int, *, whole: bool = False) -> bool:
    """Return whether the capital at tokens `first` to `last` is meant as its government.

    It is one as the subject of a verb of speech or will, as what such a verb addresses, with a
    demand or plan of its own, and where something is delivered to it; else it is a place, unless
    it is the `whole` of what the reader has for somebody: "sounded out | Lima |".
    """
    if is_only_place(view, first, last):
        return False
    before = _before(view, first)
    word = view.lower(before)
    if word in LOCATIVE:
        return word == "at" and _near(view, before, AIMED_AT)
    if word in COMPASS or _town_before(view, first):
        return False
    if view.tokens[last - 1].possessive:
        return view.lower(last) not in GEOGRAPHY and word not in {"from", "of"} | LOCATIVE
    if view.lower(last) in ACT_NOUNS or view.tokens[min(last, len(view.tokens) - 1)].linked:
        return last < len(view.tokens)
    if word == "to":
        return _near(view, before, GIVEN_TO)
    if word == "from":
        return _near(view, before, GIVEN_FROM)
    if word in GOVERNMENT_AFTER or word in ADDRESS_VERBS:
        return True
    if word == "of":
        return view.lower(before - 1) in ACT_NOUNS
    if word in {"and", "or"}:
        previous = _coordinated(view, before)
        if previous is not None:
            place = view.lower(_before(view, previous[0])) in LOCATIVE | {"from", "of"}
            return means_government(view, *previous) or (not place and _subject(view, last))
    return _subject(view, last) or whole


def is_only_place(view: View, first: int, last: int) -> bool:
    """Return whether the name at tokens `first` to `last` only tells where something is or was.

    So it does in "Lima-based", "the Lima attacks", "the Peru war", "a Lima hotel bombing" and "the
    Peru and Kenya wars". Who did it is told by an adjective ("Peruvian strikes"), a possessive, or
    a name that is its own adjective: "US strikes". "Peru attacks Kenya" has a verb, and "a
    Peru-Kenya war" two sides.
    """
    if view.lower(last) in _HOMES and view.tokens[last].linked:
        return True
    name = view.known[first].entry.written if first in view.known else ""
    if name.isupper() or name.startswith("United ") or view.tokens[last - 1].possessive:
        return False
    if view.ending_at(first) is not None:
        return False
    determined = view.lower(first - 1) in {"the", "this"}
    if determined and view.lower(last) == "and" and last + 1 in view.known:
        other = view.known[last + 1]
        return other.entry.kind in {"state", "seat"} and view.lower(other.last) in _FORCE
    at = last
    while at - last < 2 and view.lower(at) in _ARMS:
        at += 1
    if view.lower(at) not in _FORCE:
        return False
    if view.lower(at + 1) in {"on", "against"} and not determined:
        return False  # "Kenya strike on Peru"
    return at > last or view.lower(at) not in _ALSO_VERBS or _is_noun(view, first, at)


def _is_noun(view: View, first: int, at: int) -> bool:
    """Return whether "attacks" at token `at` is a noun behind the name at `first`."""
    after = view.lower(at + 1)
    if after in DETERMINERS or after in OBJECT_PRONOUNS or at + 1 in view.known:
        return False  # "after Kenya attacks Peru"
    if view.lower(first - 1) in _BEFORE_NOUNS:
        return True
    return after in _CLOSES or after in _VERBS or after.endswith("ed")


def means_people(view: View, known: Known, *, whole: bool = False) -> bool:
    """Return whether an adjective or people stands for its state as one who acts.

    So it is in "the Kenyan response" and "the Kenyans", not in "a Kenyan town" or "a Kenyan aid
    worker"; and where with "the" it is the `whole` of what the reader has for somebody: "steered
    | the Irish | towards it", "the | Kenyan | side".
    """
    for at in range(known.last, known.last + 3):
        word = view.lower(at)
        if word in ACT_NOUNS:
            return not is_person_noun(view.lower(at + 1))
        if view.lower(at + 1) == "against" and not is_person_noun(word):
            return True  # "a Kenyan lawsuit against Peru"
        if not word[:1].isalpha() or word in LOCATIVE or word in {"and", "of", "to"}:
            break
    if view.lower(_first_people(view, known).first - 1) != "the":
        return False
    if view.tokens[known.last - 1].possessive:
        return False
    if known.entry.kind == "people":
        return True
    following = view.lower(known.last)
    if whole and following == "side":
        return True
    as_people = known.entry.written.endswith(("sh", "ch", "ese", "ss", "gyz"))
    return as_people and (whole or following in _VERBS or following in {"and", ".", ",", ""})


def _first_people(view: View, known: Known) -> Known:
    """Return the people joined to the front of these, if any: "the French and | Germans |"."""
    if view.lower(known.first - 1) != "and":
        return known
    other = view.ending_at(known.first - 1)
    return other if other is not None and other.entry.kind in {"people", "adjective"} else known


def _before(view: View, first: int) -> int:
    return first - 2 if view.lower(first - 1) == "the" else first - 1


def _town_before(view: View, first: int) -> bool:
    """Return whether a town stands before it: "Seattle, Washington"."""
    if view.lower(first - 1) != "," or first < 2:
        return False
    return first - 2 not in view.taken and view.tokens[first - 2].capital


def _near(view: View, index: int, words: frozenset[str]) -> bool:
    """Return whether one of the three tokens before `index` is among `words`."""
    return any(view.lower(k) in words for k in range(max(0, index - 3), index))


def _is_giver(view: View, index: int, last: int) -> bool:
    """Return whether the state behind the "from" at `index` gives, or does something itself.

    It gives in "received tents from Peru", "demanded an answer from Peru", "recalled its envoy from
    Peru"; it does something in "from Peru, which seized two boats". "Received refugees from Peru"
    tells where they came from.
    """
    if view.lower(last) == "," and view.lower(last + 1) == "which":
        return view.lower(last + 2) in WILL_VERBS | SPEECH_VERBS
    reach = range(max(0, index - _GIVEN_REACH), index)
    given = [at for at in reach if view.lower(at) in TAKEN_FROM]
    return bool(given) and not any(
        view.lower(at) in _STOPS | LOCATIVE | TRAVEL | OBJECT_PRONOUNS
        or (is_person_noun(view.lower(at)) and view.lower(at - 1) not in POSSESSIVES)
        for at in range(given[-1] + 1, index)
    )


def _geography_follows(view: View, last: int) -> bool:
    return any(view.lower(k) in GEOGRAPHY for k in range(last, last + 3))


def _subject(view: View, last: int) -> bool:
    """Return whether a verb of speech or will follows, over adverbs and a second subject."""
    at = last
    if view.lower(at) in {"and", ","} and at + 1 in view.known:
        at = view.known[at + 1].last
    if view.lower(at) == "," and view.lower(at + 1) == "which":
        at = _behind_clause(view, at + 1)
    if (view.lower(at), view.lower(at + 1)) in _PHRASES:
        at += 2
    for _ in range(3):
        if view.lower(at) not in BEFORE_VERB or view.lower(at) in _MODALS:
            break
        at += 1
    return view.lower(at) in _VERBS or (view.lower(at) == ":" and view.setting != "normal")


def _behind_clause(view: View, start: int) -> int:
    """Return the token behind the comma that closes the clause at `start`, else `start`."""
    reach = range(start, min(view.size, start + _LONGEST_CLAUSE))
    return next((at + 1 for at in reach if view.lower(at) == ","), start)


def _coordinated(view: View, index: int) -> tuple[int, int] | None:
    """Return the state or capital joined to the name behind "and" or a comma at `index`."""
    end = index - 1 if view.lower(index - 1) == "," and view.lower(index) == "and" else index
    joined = 0
    while joined < _LONGEST_LIST:
        known = view.ending_at(end)
        if known is None or known.entry.kind not in {"state", "seat"}:
            return None
        if view.lower(known.first - 1) != ",":
            return known.first, known.last
        end = known.first - 1
        joined += 1
        if view.ending_at(end) is None:
            return known.first, known.last
    return None
