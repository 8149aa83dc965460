"""Tell where a phrase ends in which somebody is sought, and who only describes its head.

Of "a man linked to Kenya" and "a firm for arming Kenya" nobody is known, and Kenya is no part.
"""

from onrecord.acts.grammar.lists import ends_title
from onrecord.acts.grammar.places import is_place_of_deed
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AGENTS,
    DETERMINERS,
    PAST_FORMS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    is_past,
)
from onrecord.text.wordclasses import DETERMINERS as NUMBERS
from onrecord.text.wordclasses import is_person_noun

_PEOPLE = frozenset("people others individuals someone somebody anyone anybody".split())
# Who speaks or stands for the body that is named: "the leader of Peru", "a soldier with the army".
_FOR_BODY = AGENTS | frozenset(
    "spokesperson spokespeople leader head chief boss chairman chairwoman "
    "director secretary chancellor premier king queen ambassador counterpart counterparts "
    "official general commander lawmaker negotiator soldier officer agent member".split()
)
# Who does not: "Norcoal employees" are not Norcoal.
_APART = frozenset(
    "journalist journalists reporter reporters photographer photographers voter voters supporter "
    "supporters critic critics opponent opponents employee employees customer customers client "
    "clients resident residents victim victims survivor survivors analyst analysts reader readers "
    "viewer viewers fan fans member contractor contractors worker workers staffer staffers".split()
)
_MATTERS = frozenset(
    "deal deals agreement accord pact treaty policy policies strategy question crisis issue "
    "probe investigation inquiry war negotiations".split()
)
_OF_PERSON = frozenset("limits ban bans plan plans order orders rally budget bill era".split())
_LEAGUES = frozenset({"United Nations", "European Union", "Security Council", "African Union"})
_STATES = frozenset("US USA UK UAE DRC DPRK PRC".split())
_IMPOSED = frozenset("sanctions embargo resolution resolutions ban bans penalties".split())
_ADJECTIVAL = ("ian", "ish", "ese", "ean", "ic", "ch", "can", "yan", "nan", "i")
_VEHICLES = frozenset(
    "aircraft boat boats bus buses car cars convoy convoys drone drones freighter freighters jet "
    "jets lorries lorry missile missiles plane planes ship shipment shipments ships tanker tankers "
    "train trains trawler trawlers truck trucks van vans vessel vessels".split()
)
RESTING = frozenset(
    "rest rests lies falls hinge hinges depend depends rested hinged depended".split()
)
_BOUND = frozenset("bound destined headed laden loaded".split())
_LEADING = frozenset({"led", "controlled"})
_GOES_ON = frozenset("to by against into".split())  # "sent a doctor to Kenya"
TIED = frozenset(
    "related relating linked tied close loyal similar due according opposed sympathetic".split()
)
_BEFORE_DOING = frozenset("of for from over about".split())
# What such a verb tells of a noun of force, too: "the attack killed three troops".
_HARMED = frozenset("killed wounded injured hit struck maimed".split())


def ends_phrase(
    sentence: Sentence, start: int, index: int, *, noun: bool = False, verbs: bool = True
) -> bool:
    """Return whether what stands behind item `index` belongs to another phrase or clause.

    The phrase starts at `start`; `noun` tells that it stands behind a noun of action, `verbs` that
    the verb of a clause may follow.
    """
    word, after = sentence.lower(index), sentence.lower(index + 1)
    if word in TIED and after == "to":
        return True  # "a town close to Kenya"
    if word in RESTING and after in {"with", "on", "to"} and (noun or index > start):
        return True  # "the raid rests with Kenya"
    if _is_unknown_head(sentence, index) or is_on_its_way(sentence, index):
        return True
    if not (noun or index > start):
        return False
    if word in _BEFORE_DOING and after.endswith("ing") and sentence.lower(index + 2) != "of":
        return True  # "a company for arming Kenya"
    return verbs and _is_finite(sentence, index) and _is_noun(sentence, index - 1)


def is_on_its_way(sentence: Sentence, index: int) -> bool:
    """Return whether a vehicle is told more of: "a | tanker | bound for Kenya", "carrying arms".

    What belongs to somebody is his: "a boat belonging to Kenya".
    """
    after = sentence.lower(index + 1)
    if after == "carrying" and sentence.is_actor(sentence.skip(index + 2, DETERMINERS)):
        return False  # "attacked a convoy carrying Lund"
    moves = (after.endswith("ing") and after != "belonging") or after in _BOUND
    return sentence.lower(index) in _VEHICLES and moves


def describes(sentence: Sentence, index: int) -> bool:
    """Return whether the actor at `index` only tells which people are meant: "Norcoal voters".

    Before "-backed" it only tells whose, before a deed only where: "Kenya-backed rebels", "the
    Paris attacks".
    """
    named = is_of_others(sentence, index)
    compound = is_in_compound(sentence, index) or is_of_matter(sentence, index)
    compound = compound or _imposes(sentence, index)
    return named or compound or is_place_of_deed(sentence, index)


def is_of_others(sentence: Sentence, index: int) -> bool:
    """Return whether people are meant who only belong to the body: "a | Norcoal | contractor"."""
    head = sentence.item(index + 1)
    apart = head is not None and head.text.lower() in _APART
    return apart and not sentence.items[index].possessive


def _imposes(sentence: Sentence, index: int) -> bool:
    """Return whether a league of states only tells whose sanctions are meant: "| U.N. | sanctions".

    On a state they are: "Peru sanctions".
    """
    item = sentence.items[index]
    short = item.text.replace(".", "").split()[-1]
    league = item.text in _LEAGUES or (short.isupper() and short not in _STATES)
    return league and not item.possessive and sentence.lower(index + 1) in _IMPOSED


def is_of_matter(sentence: Sentence, index: int) -> bool:
    """Return whether the actor only tells which matter is meant: "the | Kenya | nuclear deal"."""
    item, state = sentence.items[index], sentence.items[index].text
    if item.possessive or " " in state:
        return False
    if state.endswith(_ADJECTIVAL) and not item.person:
        return False
    matters = _MATTERS | _OF_PERSON if item.person else _MATTERS
    at = index + 1
    at += sentence.lower(at) not in matters
    return sentence.lower(at) in matters and sentence.items[at].text.islower()


def is_in_compound(sentence: Sentence, index: int) -> bool:
    """Return whether a hyphen ties the actor at `index` to a participle: "Kenya-backed".

    Who leads or controls a body stands for it, unless that is named: "the Kenya-led coalition", but
    "the Kenya-led United Nations".
    """
    hyphen, behind = sentence.item(index + 1), sentence.item(index + 2)
    return (
        hyphen is not None
        and hyphen.text in {"-", "–"}
        and hyphen.start == sentence.items[index].end
        and behind is not None
        and behind.lower.endswith("ed")
        and (behind.lower not in _LEADING or _is_named(sentence, index + 3))
    )


def _is_named(sentence: Sentence, index: int) -> bool:
    """Return whether a name stands here, known or not: "the Kenya-led | Senate |"."""
    item = sentence.item(index)
    if item is None or item.kind == "mark":
        return False
    return item.actor is not None or (item.text[:1].isupper() and not sentence.headline)


def _is_unknown_head(sentence: Sentence, index: int) -> bool:
    """Return whether people without a name are told more of: "two men | accused of", "a man who".

    A body stands behind its people: "the leaders of Peru".
    """
    word, after = sentence.lower(index), sentence.lower(index + 1)
    if not (is_person_noun(word) or word in _PEOPLE) or after in _GOES_ON:
        return False
    if after in {"of", "from", "with"}:
        return word not in _FOR_BODY
    more = after in PREPOSITIONS | RELATIVES | TIED | PAST_FORMS
    return more or after.endswith(("ed", "ing"))


def _is_finite(sentence: Sentence, index: int) -> bool:
    """Return whether a past form has its own object behind it: "angered Peru", "seemed to"."""
    word, after = sentence.lower(index), sentence.item(index + 1)
    if not (is_past(word) or word == "upset") or word in _HARMED or after is None:
        return False
    named = after.kind == "actor" or ends_title(sentence, index + 2)
    return named or after.lower in DETERMINERS | PRONOUNS | {"to"}


def _is_noun(sentence: Sentence, index: int) -> bool:
    """Return whether the item at `index` may be a noun that a verb stands behind."""
    item = sentence.item(index)
    if item is None or item.kind != "word":
        return item is not None and item.kind == "timex"
    return item.lower not in DETERMINERS | NUMBERS | PREPOSITIONS | PRONOUNS | RELATIVES
