"""Tell where a trigger means another thing: "killed the bill", "poses a threat", "hails from"."""

from itertools import pairwise

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    OFFERED_WORDS,
    OWNERS,
    PAST_FORMS,
    PREPOSITIONS,
    RECEIVING_VERBS,
    SUBJECT_PRONOUNS,
)
from onrecord.acts.lexicon import Form, Trigger
from onrecord.acts.triggers.formulas import is_formula
from onrecord.acts.triggers.idioms import is_idiom
from onrecord.acts.triggers.triggering import starts_compound

_ABSTRACT = frozenset(
    "bill bills deal deals council councils plan plans program programme programmes proposal "
    "proposals measure measures project projects law laws amendment amendments agreement "
    "agreements talks idea ideas legislation policy policies record credibility character "
    "reputation argument reform reforms nomination rumour rumor problem problems sentence order "
    "orders duties search warrant deportation extradition charge charges case ruling verdict "
    "eviction corruption poverty hunger discrimination racism disease epidemic pandemic cancer "
    "inflation addiction fire fires blaze flames drum drums odds clock pleading pleadings motion "
    "motions issue issues testimony clause provision provisions ban bans lawsuit lawsuits".split()
)
_SHOWN = DETERMINERS | {"how", "why"}
# "met the deadline", "met with criticism": nobody is met.
_MET = frozenset(
    "deadline deadlines demand demands target targets goal goals need needs requirement "
    "requirements condition conditions standard standards obligation obligations criteria "
    "commitment commitments cost costs challenge challenges expectations criticism praise "
    "resistance opposition approval silence skepticism scepticism derision outrage anger applause "
    "disbelief scorn fury dismay alarm enthusiasm indifference relief".split()
)
_ASKED_FOR = 16  # items from "ask" to what is asked for
_QUESTIONS = frozenset("about whether if how why what when where who".split())
# "was treated differently": nobody is looked after.
_MANNERS = frozenset("as like with differently equally fairly unfairly badly well worse".split())
_WITHDRAWN_WORDS = frozenset(
    "statement remark remarks accusation claim complaint motion bill candidacy bid application "
    "support demand offer proposal comment comments lawsuit appeal statements email emails report "
    "reports video videos document documents data figures list images photo photos details tape "
    "transcript transcripts letter letters poll findings results study book album film money funds "
    "memo memos record records warning warnings ultimatum objection objections nomination "
    "nominations edict edicts declaration constitution points iterations drafts specifics account "
    "accounts footage internet online petition petitions".split()
)
# What is brought out, and was no prisoner.
_PUBLISHED = _WITHDRAWN_WORDS | frozenset(
    "bill bills budget budgets draft guidelines outline package plan plans platform policy "
    "proposals reform reforms returns rules schedule scheme strategy trailer version".split()
)
# Who is in danger, and whom one looks at as a danger, is threatened by nobody's words.
_DANGERS = frozenset(
    "pose poses posed posing present presents presented represent represents represented "
    "constitute constitutes constituted face faces faced facing discuss discussed review reviewed "
    "counter countered counters assess assessed detect detected see sees saw is are was were be "
    "remains remain remained".split()
)
_ALLOWED = frozenset("authorized authorised permitted allowed".split())
# What a deed before it only tells the kind of.
_OF_CASE = frozenset(
    "suspect suspects accused defendant defendants victim victims survivor survivors investigation "
    "investigations investigator investigators probe inquiry trial trials case cases charge "
    "charges plot plots site sites scene anniversary memorial count counts conviction "
    "convictions ad ads advert adverts report reports scandal".split()
)
# Words behind a verb with which it tells of no act.
_OTHER_SENSES = {
    "close": frozenset(
        "deal deals book books case gap gaps sale loan chapter eyes loophole loopholes session day "
        "week month year season".split()
    ),
    "capture": frozenset(
        "moment attention imagination mood spirit essence scene title medal photo image images "
        "video footage conversation".split()
    ),
    "invoke": frozenset("privilege right rights name memory spirit".split()),
    "respond": frozenset(
        "question questions request requests comment comments message messages inquiry inquiries "
        "email emails letter letters".split()
    ),
    "accept": frozenset(
        "defeat defeats loss losses blame reality fate application applications job jobs post "
        "position role award prize donations".split()
    ),
    "plead": frozenset({"guilty", "contest"}),
    "strike": frozenset("tone note chord balance pose".split()),
    "shoot": frozenset("reply replay video film movie photo glance email".split()),
    "recall": frozenset({"as"}),
    "speak": frozenset("reporters journalists press media crowd crowds audience rally".split()),
    "talk": frozenset("reporters journalists press media crowd crowds audience rally".split()),
}
# What one only takes up in words: "seized on | the remarks |".
_TAKEN_UP = frozenset(
    "remark remarks comment comments document documents report reports opportunity chance issue "
    "complaint word words figures statement findings news fact email emails admission result "
    "results".split()
)
_COMPROMISED = frozenset("on with over and but in as to when while".split())
REFLEXIVE = frozenset("itself himself herself themselves ourselves myself yourself".split())
_ON_OTHERS = frozenset({"AID", "ASSAULT", "COERCE", "SUPPORT"})
# What kills without anybody's will.
_ACCIDENTS = frozenset(
    "crash crashed crashes collapsed collapse collapses collapsing derailed derailment earthquake "
    "earthquakes quake storm storms hurricane hurricanes flood floods flooding avalanche "
    "avalanches landslide landslides mudslide mudslides rockfall accident accidents typhoon "
    "cyclone tornado tornadoes tsunami wildfire wildfires heatwave outbreak epidemic blaze "
    "capsized capsizing capsize capsizes collision collided collides stampede sank sinking "
    "shipwreck ravine skidded overturned lightning downpour".split()
)
_GIVES_WAY = frozenset({("gave", "way"), ("went", "down"), ("came", "down"), ("caught", "fire")})
_STRUCTURES = frozenset(
    "balcony beam boulder branch bridge building ceiling crane dam ice mast roof rock rocks "
    "scaffold scaffolding stage stand tree wall".split()
)
_FALLS = frozenset("fall fallen falling falls fell".split())
# With these near, what fell or crashed was made to.
_ATTACKED = frozenset(
    "attack attacked attacks attacker attackers bomb bombs bombed bomber bombing bombings "
    "explosives gunfire gunman gunmen hijacked missile missiles militants rebels rocket rockets "
    "sabotage shelled shelling shells shot airstrike airstrikes clashes fighting tank tanks "
    "torpedo torpedoed violence war arson arsonist arsonists".split()
)
_STRUCK = frozenset("deal deals agreement accord bargain compromise pact truce".split())
_HARMED = frozenset("kill wound injure".split())
_IN_POLLS = frozenset("approve disapprove favour favor support oppose back".split())
_WON = frozenset({"beat", "defeat"})
_CONTESTS = frozenset(
    "election elections runoff run-off primary primaries race contest vote ballot".split()
)
_VOTES = frozenset({"percent", "%", "points", "votes", "seats", "lengths", "goals"})
_LINKS = CONJUNCTIONS | frozenset("that which who last this by".split())
_BEATS = frozenset({"beat", "beats", "beaten", "beating"})
_DASHES = frozenset({"-", "–"})
_CONTEST_REACH = 12  # items from "beat" to "in the election"
_INWARDLY = frozenset("politically emotionally financially mentally psychologically".split())
_SELLING = frozenset("build win persuade sell convince".split())
_CHARMING = frozenset("charm diplomatic media publicity relations pr".split())
# What is committed without any promise.
_DEEDS = frozenset(
    "crime crimes fraud murder murders killing killings violence attack attacks atrocity "
    "atrocities act acts suicide offence offences offense offenses abuse abuses genocide treason "
    "perjury massacre massacres error errors mistake mistakes felony felonies sin sins terrorism "
    "robbery robberies".split()
)
_OF_TERROR = frozenset("terror terrorism terrorist security".split())
_DANGER_REACH = 5  # items from "pose" to "a serious threat"


def means_otherwise(sentence: Sentence, index: int, form: Form) -> bool:
    """Return whether what stands around a trigger shows that it tells no act of its type."""
    last = index + len(form.words)
    if takes_back_words(sentence, last, form.trigger) or tells_kind(sentence, index, last):
        return True
    if is_formula(sentence, index, last) or is_idiom(sentence, index, form.words):
        return True
    if form.trigger.words == "commit" and _is_of_deeds(sentence, index, last):
        return True
    if form.trigger.verb and form.trigger.type == "CONSULT":
        before = {sentence.lower(at) for at in range(index - 3, index)}
        if before & _ALLOWED and "to" in before:
            return True  # "was not authorised to discuss it"
        if sentence.lower(index) == "met" and "with" in form.words and before & BE:
            return True  # "was met with silence"
    if form.trigger.words in _WON and is_at_polls(sentence, last):
        return True
    if form.trigger.words in _HARMED and sentence.lower(index - 2) == "dead":
        return True  # "images of the dead or injured"
    if form.trigger.verb and _is_nobodys(sentence, index, form):
        return True
    if form.trigger.verb:
        return only_asks(sentence, last, form.trigger) or is_figurative(
            sentence, last, form.trigger
        )
    if form.trigger.words == "threat" and is_danger(sentence, index, last):
        return True
    if form.trigger.words == "offensive" and _only_charms(sentence, index, last):
        return True
    if index > 1 and not sentence.headline and _is_in_name(sentence, index):
        return True
    ends = sentence.lower(last - 1) in PREPOSITIONS  # "a call for | help |"
    return not ends and starts_compound(sentence, last)


def takes_back_words(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """Return whether only words are withdrawn or released: "withdrew his remarks"."""
    words = _PUBLISHED if trigger.words == "release" else _WITHDRAWN_WORDS
    return trigger.words in {"withdraw", "release", "withdrawal"} and any(
        sentence.lower(k) in words for k in range(last, last + 5)
    )


def is_published(sentence: Sentence, group: Group, trigger: Trigger) -> bool:
    """Return whether words before the verb are released: "the transcript released by Norwire"."""
    behind_noun = group.kind in {"past", "participle"} and trigger.words == "release"
    return behind_noun and any(
        sentence.lower(at) in _PUBLISHED for at in range(group.first - 2, group.first)
    )


def only_asks(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """Return whether a question is asked, and nothing is asked for: "was asked about the crew"."""
    if trigger.words != "ask":
        return False
    for index in range(last, last + _ASKED_FOR):
        word = sentence.lower(index)
        if word in _QUESTIONS:
            return True
        if word in {"for", "to", "that"}:
            return False
    return True


def is_danger(sentence: Sentence, index: int, last: int) -> bool:
    """Return whether a threat is only a danger: "poses a threat", "the threat of", "to a port"."""
    behind = sentence.lower(last)
    before = {sentence.lower(at) for at in range(index - _DANGER_REACH, index)}
    owner = sentence.item(index - 1)
    if sentence.lower(index - 1) in _OF_TERROR or behind in {"posed", "presented"}:
        return True
    if behind == "of" and owner is not None and (owner.possessive or owner.lower in OWNERS):
        return False  # "Kenya's threat of war"
    if behind == "of" or (behind == "from" and not before & RECEIVING_VERBS):
        return True
    if behind == "to" and (sentence.is_actor(last + 1) or sentence.lower(last + 1) in DETERMINERS):
        return True
    for at in range(index - 1, max(-1, index - _DANGER_REACH), -1):
        if sentence.lower(at) in _DANGERS:
            return True
        if sentence.items[at].kind == "mark" or sentence.items[at].possessive:
            return False
    return False


def is_at_polls(sentence: Sentence, last: int) -> bool:
    """Return whether somebody only gets fewer votes or goals: "beat Lund in the 2020 election".

    So does who is beaten "by 66 percent to 34" or "6-3", and a state or a team: "Kenya | beat |
    Peru".
    """
    if sentence.lower(last - 1) in _BEATS and _is_one_team(sentence, last):
        return True
    inside = False
    for at in range(last, min(last + _CONTEST_REACH, len(sentence.items))):
        word = sentence.lower(at)
        if word in _VOTES and sentence.lower(at - 2) in {"by", "with"}:
            return True
        if (
            word.isdigit()
            and sentence.lower(at + 1) in _DASHES
            and sentence.lower(at + 2).isdigit()
        ):
            return True
        if sentence.items[at].kind == "mark":
            return False
        if inside and word in _CONTESTS:
            after = sentence.item(at + 1)
            return after is None or after.kind != "word" or after.lower in PREPOSITIONS | _LINKS
        inside = word == "in" or (inside and word not in PREPOSITIONS)
    return False


def _is_one_team(sentence: Sentence, last: int) -> bool:
    """Return whether one is named at `last` that is not hurt: "Peru", but not "Peruvians".

    What somebody is beaten with is no ball: "beat Peru | with | clubs".
    """
    at = sentence.skip(last, {"the"})
    item = sentence.item(at)
    if item is None or item.actor is None or item.person or item.possessive:
        return False
    one = item.text[:1].isupper() and not item.text.endswith("s")
    return one and sentence.lower(at + 1) != "with"


def tells_kind(sentence: Sentence, index: int, last: int) -> bool:
    """Return whether a deed only tells what case it is: "bombing suspect Ole Lund"."""
    word, before = sentence.lower(index), sentence.lower(index - 1)
    after = sentence.lower(last)
    if after not in _OF_CASE or word.endswith("ed") or word in PAST_FORMS:
        return False
    if before in AUXILIARIES | PREPOSITIONS | SUBJECT_PRONOUNS | CONJUNCTIONS | {"to"}:
        return False
    return not (after.endswith("s") and sentence.is_actor(index - 1))


def _is_nobodys(sentence: Sentence, index: int, form: Form) -> bool:
    """Return whether nobody does it to another: an accident kills, a poll approves, one saves
    oneself."""
    last = index + len(form.words)
    near = {sentence.lower(at) for at in range(max(0, index - 8), last + 8)}
    struck = {sentence.lower(at) for at in range(index - 8, index)} & _STRUCK
    if form.trigger.words == "strike" and struck and sentence.lower(last) in PREPOSITIONS | {""}:
        return True  # "the deal that they struck with"
    if form.trigger.words in _HARMED and _is_accident(sentence, index - 12, last + 8):
        return True
    if form.trigger.words in _IN_POLLS and near & {"percent", "%"}:
        return True
    if form.trigger.type in _ON_OTHERS and is_to_oneself(sentence, last):
        return True
    return form.trigger.type == "ASSAULT" and sentence.lower(index - 1) in _INWARDLY


def _is_accident(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether nobody meant the harm told of: "when the ferry sank", "by falling ice"."""
    words = [sentence.lower(at) for at in range(max(0, start), end)]
    if _ATTACKED.intersection(words):
        return False
    falls = _FALLS.intersection(words) and _STRUCTURES.intersection(words)
    return bool(
        falls
        or _ACCIDENTS.intersection(words)
        or _GIVES_WAY.intersection(pairwise(words))
        or any(word == "fire" and before in {"a", "the", "by"} for before, word in pairwise(words))
    )


def is_to_oneself(sentence: Sentence, last: int) -> bool:
    """Return whether an act reaches nobody else: "helped itself", not "killed himself and ten"."""
    return sentence.lower(last) in REFLEXIVE and sentence.lower(last + 1) not in {"and", "along"}


def _only_charms(sentence: Sentence, index: int, last: int) -> bool:
    """Return whether an offensive is of words: "a charm offensive", "an offensive to win votes"."""
    wins = sentence.lower(last) == "to" and sentence.lower(last + 1) in _SELLING
    return wins or sentence.lower(index - 1) in _CHARMING


def _is_of_deeds(sentence: Sentence, index: int, last: int) -> bool:
    """Return whether a deed is committed, and nobody to a promise: "crimes | committed | by"."""
    before = {sentence.lower(at) for at in range(index - 3, index)}
    behind = {sentence.lower(at) for at in range(last, last + 4)}
    return bool(behind & _DEEDS) or (bool(before & _DEEDS) and "to" not in behind)


def _is_in_name(sentence: Sentence, index: int) -> bool:
    """Return whether the noun ends a name: "the Norport Security Dialogue"."""
    before = sentence.items[index - 1]
    return before.kind == "word" and before.text.istitle() and sentence.items[index].text.istitle()


def is_figurative(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """Return whether nobody is reached: "killed the bill", "met the deadline", "offered a view"."""
    if trigger.words == "treat":
        asked = any(sentence.lower(k) == "how" for k in range(last - 7, last))
        return asked or any(sentence.lower(k) in _MANNERS for k in range(last, last + 4))
    if trigger.words in {"speak", "talk"} and sentence.lower(last) in {"of", "about", "for"}:
        return sentence.lower(last) != "for" or sentence.is_actor(last + 1)
    if trigger.words == "seize" and sentence.lower(last) in {"on", "upon"}:
        return any(sentence.lower(k) in _TAKEN_UP for k in range(last + 1, last + 5))
    if trigger.words == "sit down":
        return sentence.lower(last) not in {"with", "for", "to", "together"}
    other = _OTHER_SENSES.get(trigger.words)
    if other is not None and any(sentence.lower(k) in other for k in range(last, last + 4)):
        return True
    if trigger.words == "return":
        done = sentence.lower(last - 2) in BE  # who returns to a place gives nothing back
        return not done and sentence.lower(last) in {"to", "from"}
    if trigger.words in {"hail", "search"}:
        return sentence.lower(last) in {"from", "for"}
    if trigger.words == "compromise":
        after = sentence.item(last)
        return after is not None and after.kind == "word" and after.lower not in _COMPROMISED
    if trigger.words == "press":
        return sentence.lower(last) in {"ahead", "on", "forward"}
    if trigger.words in {"rally", "demonstrate"}:
        after = sentence.item(last)  # "rallied the troops", "demonstrate that it works"
        shown = after is not None and (after.kind == "actor" or after.lower in _SHOWN)
        where = sentence.lower(last) in {"outside", "inside"}
        compound = trigger.words == "demonstrate" and starts_compound(sentence, last)
        return shown or (compound and not where)
    wanted = {"ASSAULT": _ABSTRACT, "CONSULT": _MET}.get(trigger.type)
    if trigger.words == "offer":
        wanted = OFFERED_WORDS
    if wanted is None:
        return False
    for index in range(last, last + 5):
        word = sentence.lower(index)
        if word in wanted:
            return True
        # "offered Kenya a view", "met Kenya's demands"
        told = sentence.is_actor(index) and (
            trigger.words == "offer" or sentence.items[index].possessive
        )
        if word in PREPOSITIONS | CONJUNCTIONS or (not word and not told):
            return False
    return False
