"""Tell what the trained reader takes for an act and is none.

In news most of what it takes for an act without the table is none, and what is none mostly tells
that something was said, seen, thought or tried.
"""

import re
from collections.abc import Sequence

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    ENDING_VERBS,
    PREPOSITIONS,
    SAYINGS,
    is_past,
)
from onrecord.acts.lexicon import HARMFUL, load_triggers
from onrecord.acts.triggers.formulas import is_formula
from onrecord.acts.triggers.idioms import is_idiom
from onrecord.acts.triggers.meanings import (
    REFLEXIVE,
    is_at_polls,
    is_danger,
    is_to_oneself,
    means_otherwise,
    tells_kind,
)
from onrecord.acts.triggers.triggering import form_at, is_near, starts_compound
from onrecord.records import ActMention, ActType
from onrecord.text import forms_of
from onrecord.text.wordclasses import is_adverb

# How sure the reader is of its type at least where a verb of many senses tells an act.
_PLAIN_TYPE = 0.9
# And of an act in a word that mostly tells none, on somebody and on nobody.
_SURE, _CERTAIN = 0.75, 0.88
_TELLS = frozenset("tell tells told telling".split())
_SPEAKING = frozenset("speak speaks spoke spoken speaking talk talks talked talking".split())
_DEALS = frozenset("deal deals dealing dealt".split())
_CALLS = frozenset("call calls called calling".split())
_DESCRIBES = frozenset("describe describes described describing".split())
_SEEKS = frozenset("search searches searched searching hunt hunted hunting look".split())
_LETTING = frozenset({"let", "lets", "letting"})
_MEASURES = frozenset("emergency curfew siege blockade lockdown mobilisation mobilization".split())
_NEAR = 4  # items
_LONG = 8  # items of who is taken hostage, with an apposition
_THREATENS = frozenset("threaten threatens threatened threatening".split())
_BREAKING = ENDING_VERBS - frozenset("end ends ended ending".split())
_WEAPONS = frozenset(
    "force violence weapons weapon gas sarin chlorine missiles missile bombs bomb bullets "
    "ammunition grenades rockets drones cannon cannons batons torture explosives mortars "
    "artillery".split()
)
_TAKEN = frozenset(
    "over hostage hostages captive captives prisoner prisoners custody court".split()
)
# What makes an act of a verb that tells none: "used sarin gas on", "took two men hostage".
_MADE_BY = dict.fromkeys(forms_of("use"), _WEAPONS) | dict.fromkeys(
    forms_of("take:took|taken"), _TAKEN
)
_TAKES = frozenset("take takes took taken taking".split())
_RINGING = frozenset("to on after about over late early from before in and when".split())
_SEEKING = frozenset("seek seeks sought seeking".split())
# A trigger of such words alone tells no act: "draw | down |", "she | looks | weak".
_NO_ACT = (
    AUXILIARIES
    | PREPOSITIONS
    | DETERMINERS
    | CONJUNCTIONS
    | frozenset("together down up out off back away to ahead look looks looked seen shown".split())
    | frozenset("seem seems seemed appear appears appeared sought seek seeks".split())
)
# The noun behind such a verb mostly tells the act: "made no | concessions |".
_LIGHT = frozenset("make makes made making take takes took taken taking give gives giving".split())
# Verbs of what is told, known, tried or left to be, with their irregular past forms.
_NOT_DONE = (
    "reiterate message want tweet text email claim hint shout inform notify identify dub cite "
    "quote read:read|read reveal disclose suggest imply indicate show:showed|shown ask tag forward "
    "find:found|found discover learn uncover see:saw|seen hear:heard|heard "
    "overhear:overheard|overheard notice recall remember expect hope feel:felt|felt admit try "
    "attempt decide "
    "use handle influence locate "
    "address convert"
)
# Verbs that tell an act only where the reader is sure of it: "named him for the post".
_SELDOM_DONE = (
    "appoint nominate name tap:tapped|tapped interview escort treat file keep:kept|kept "
    "get:got|got refer:referred|referred choose:chose|chosen"
)
# What somebody founded is only told to know it by.
_FOUNDING = frozenset(forms_of("establish create form"))
_THWARTING = frozenset(
    forms_of(
        "thwart foil avert prevent forestall deter:deterred|deterred stop:stopped|stopped halt"
    )
)
_STAYING = frozenset(forms_of("stay remain"))
_LEAVING = frozenset(forms_of("leave:left|left depart"))
_BEATING = frozenset(forms_of("defeat beat:beat|beaten trounce unseat oust"))
_READY = frozenset("prepared ready braced poised".split())
_TAKING_SIDES = frozenset(
    form
    for noun in (
        "sponsor critic opponent supporter backer advocate detractor foe champion proponent".split()
    )
    for form in (noun, f"{noun}s")
)
_WORDS = frozenset({"ACCUSE", "CONSULT", "REJECT", "REQUEST", "THREATEN"})
_SELDOM = frozenset(forms_of(_SELDOM_DONE))
_TELLINGS = (
    _SELDOM
    | frozenset("decision decisions attempts claims vehemently repeatedly".split())
    | frozenset(forms_of(_NOT_DONE))
)


def tells_no_act(sentence: Sentence, mention: ActMention, at: int, words: Sequence[str]) -> bool:
    """Return whether the `words` from item `at` on, which the reader takes for an act, tell none.

    What is said there is a statement's.
    """
    last = at + len(words)
    if is_idiom(sentence, at, words) or _only_wins(sentence, words, last):
        return True
    if _ends_compound(sentence, at) or _is_let(sentence, at, words):
        return True
    if SAYINGS & set(words) and not _does_more(sentence, mention, words, last):
        return True
    if _founds(words) and sentence.lower(last) == "by" and mention.type in _WORDS:
        return True  # "the court | set up | by Peru"; who sets up an inquiry investigates
    if words[-1] == "no" and not words[0].startswith("vot"):
        return True  # "expressed no | remorse |", but "voted no"
    if words[-1] in _TAKING_SIDES:
        return True  # who is a "strong critic of the plan" does nothing there
    if words[0] == "self" or words[0].startswith("self-"):
        return True  # "self-defence" reaches nobody else
    done = _is_certain(mention, words) or _is_made(sentence, mention, words, last)
    if all(map(_tells_nothing, words)) and not done:
        return True
    if mention.type == "ASSAULT" and words[0] in _THWARTING:
        return True  # who "thwarted an attack" attacked nobody
    if mention.type == "RETREAT" and _moves_nowhere(sentence, words, last):
        return True
    if words[-1] in _READY and sentence.lower(last) == "for":
        return True  # "was | prepared | for the worst"
    return _mentions(sentence, words, last) or _is_refused(sentence, at, words, mention.type)


def _only_wins(sentence: Sentence, words: Sequence[str], last: int) -> bool:
    """Return whether somebody only gets fewer votes: "| defeated | Lund in the election"."""
    return words[0] in _BEATING and is_at_polls(sentence, last)


def _is_let(sentence: Sentence, at: int, words: Sequence[str]) -> bool:
    """Return whether others let somebody go, who does nothing: "let the sailors | go |"."""
    before = range(max(0, at - _LONG), at)
    return words == ["go"] and any(sentence.lower(each) in _LETTING for each in before)


def _ends_compound(sentence: Sentence, at: int) -> bool:
    """Return whether a participle only ends an adjective: "a Panama-| flagged | tanker"."""
    before, item = sentence.item(at - 1), sentence.items[at]
    glued = before is not None and before.text.endswith("-") and before.end == item.start
    return glued and is_past(item.lower)


def _is_certain(mention: ActMention, words: Sequence[str]) -> bool:
    """Return whether the reader is sure of an act in words that mostly tell none."""
    sure = min(mention.sure, mention.type_sure)
    if words[0] in _LIGHT:  # "took Lund to a jail", "gave up its boats"
        return sure >= _CERTAIN and (bool(mention.recipients) or words[-1] == "up")
    return words[0] in _SELDOM and sure >= (_SURE if mention.recipients else _CERTAIN)


def _moves_nowhere(sentence: Sentence, words: Sequence[str], last: int) -> bool:
    """Return whether nobody gives way: the army "will | stay |", a minister "| left | for Oru"."""
    travels = words[-1] in _LEAVING and sentence.lower(last) == "for"
    return words[0] in _STAYING or travels


def _founds(words: Sequence[str]) -> bool:
    """Return whether something is only founded: "| set up | a court", "| has formed | a panel"."""
    set_up = "up" in words and bool({"set", "sets", "setting"} & set(words))
    return set_up or bool(_FOUNDING & set(words))


def _is_made(sentence: Sentence, mention: ActMention, words: Sequence[str], last: int) -> bool:
    """Return whether what stands behind makes an act of the verb: "used sarin gas on".

    Who seeks a thing asks for it; who "sought to" do it only tried.
    """
    if words[0] in _SEEKING:
        plain = mention.type == "REQUEST" and mention.type_sure >= _PLAIN_TYPE
        return plain and sentence.lower(last) != "to"
    if words[0] in _TAKES and mention.recipients:
        away = {sentence.lower(at) for at in range(last, last + _LONG)} & {"from", "away"}
        led = mention.type == "COERCE" and bool(away)  # "took two men from their homes"
        if led or (mention.type == "AID" and words[1:] == ["in"]):  # "took in refugees"
            return True
    nouns = _MADE_BY.get(words[0], frozenset())
    behind = {sentence.lower(at) for at in range(last, last + _LONG)}
    return bool(nouns & {*words[1:], *behind})


def _is_refused(sentence: Sentence, at: int, words: Sequence[str], root: ActType) -> bool:
    """Return whether the table has the word for an act of `root`, and it means another thing here.

    What force or a ban ends in is told by the verb: "broke the siege".
    """
    last = at + len(words)
    if tells_kind(sentence, at, last) or is_formula(sentence, at, last):
        return True
    if words[0] in _SEEKS and sentence.lower(last) == "for":
        return True
    if words[-1] in REFLEXIVE or is_to_oneself(sentence, last):
        return True
    threat = next((at + n for n, word in enumerate(words) if word.startswith("threat")), None)
    if threat is not None and words[0] not in _THREATENS:
        alone = starts_compound(sentence, threat + 1)  # "the threat level"
        return alone or is_danger(sentence, threat, threat + 1)
    form = form_at(sentence, at, load_triggers())
    if form is None or form.trigger.type != root:
        return is_near(sentence, at)
    before = range(max(0, at - _NEAR), at)
    ended = not form.trigger.verb and any(sentence.lower(k) in _BREAKING for k in before)
    return means_otherwise(sentence, at, form) or (ended and root in HARMFUL)


def _mentions(sentence: Sentence, words: Sequence[str], last: int) -> bool:
    """Return whether something is only spoken of or dealt with: "used to speak of the task"."""
    if words[-1] in _DEALS and sentence.lower(last) == "with":
        return not (words[-1].startswith("deal") and sentence.lower(last - 2) in DETERMINERS)
    return words[-1] in _SPEAKING and sentence.lower(last) in {"of", "about"}


def _does_more(sentence: Sentence, mention: ActMention, words: Sequence[str], last: int) -> bool:
    """Return whether a verb of saying plainly does more: "told them to wait", "called it a lie"."""
    root, first, known = mention.type, words[0], bool(mention.recipients)
    if root in HARMFUL and first.startswith("declar") and _is_emergency(sentence, last):
        return True
    if first in _CALLS and root == "CONSULT" and known and _is_rung(sentence, last):
        return True
    if mention.type_sure < _PLAIN_TYPE:
        return False
    if first in _CALLS:
        asks = root == "REQUEST" and _calls_for(sentence, last)
        met = root == "CONSULT" and (known or len(mention.actors) > 1)
        return asks or met or root in {"ACCUSE", "SUPPORT"}
    told = root == "REQUEST" and known and first in _TELLS
    blamed = root == "ACCUSE" and ((known and first in _DESCRIBES) or "out" in words)
    imposed = root in HARMFUL and first.startswith("declar")  # "declared martial law"
    return told or blamed or imposed


def _is_emergency(sentence: Sentence, last: int) -> bool:
    """Return whether a measure is declared: "| declared | a state of emergency"."""
    return any(sentence.lower(at) in _MEASURES for at in range(last, last + _LONG))


def _is_rung(sentence: Sentence, last: int) -> bool:
    """Return whether who is called is called by telephone: "called | Lund | on Monday".

    Behind who is called something, that stands: "called | Lund | a friend".
    """
    near = range(last, last + _LONG)
    at = next((k for k in near if sentence.is_actor(k)), None)
    after = sentence.item(at + 1) if at is not None else None
    if at is None or sentence.items[at].possessive:
        return False
    return after is None or after.kind in {"mark", "timex"} or after.lower in _RINGING


def _calls_for(sentence: Sentence, last: int) -> bool:
    """Return whether something is called for: "called | Monday for talks", "his call | to leave".

    "Calls to Peru's envoy" are made by telephone.
    """
    at = next((k for k in range(last, last + _NEAR) if sentence.lower(k) in PREPOSITIONS), last)
    if sentence.lower(at) in {"for", "on"}:
        return True
    after = sentence.item(last + 1)
    if sentence.lower(last) != "to" or after is None or after.kind != "word":
        return False
    return after.text.islower() and after.lower not in DETERMINERS


def _tells_nothing(word: str) -> bool:
    known = word in _NO_ACT or word in _LIGHT or word in _TELLINGS
    return known or not re.search(r"[a-z]", word) or (word.endswith("ly") and is_adverb(word))
