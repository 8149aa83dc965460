"""Draft the acts that only the trained reader found: "sang the praises of Kenya".

In news most of what it takes for an act without the table is none, and what is none mostly tells
that something was said, seen, thought or tried, or has one side only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.governors import Meant
from onrecord.acts.groups import Group, group_at
from onrecord.acts.lexicon import Trigger, load_triggers
from onrecord.acts.lists import list_before
from onrecord.acts.nominal import TOGETHER, find_host
from onrecord.acts.objects import find_agents, owned_by_victim
from onrecord.acts.participants import acting, reached, who
from onrecord.acts.sentences import Sentence
from onrecord.acts.subjects import NOBODY, Subject
from onrecord.acts.triggering import (
    form_at,
    is_danger,
    is_near,
    means_otherwise,
)
from onrecord.acts.verb_modality import is_open, read_verb
from onrecord.acts.verbal import subject_of_verb
from onrecord.acts.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    ENDING_VERBS,
    PAST_FORMS,
    PREPOSITIONS,
    SAYINGS,
)
from onrecord.records import ActMention, ActType, Span
from onrecord.text import FormKind, inflect
from onrecord.text.wordclasses import BODY_NOUNS, is_person_noun

# How sure the reader is of a trigger and of its type: where both sides are known, where one is.
_LEAST_BOTH = (0.7, 0.6)
_LEAST_ALONE = (0.75, 0.8)
_SURE_TYPE = 0.75
_PLAIN_TYPE = 0.9
_TELLS = frozenset("tell tells told telling".split())
_SPEAKING = frozenset("speak speaks spoke spoken speaking talk talks talked talking".split())
_CALLS = frozenset("call calls called calling".split())
_SURE_MODALITY = 0.75
_NEAR = 4  # items
_IMPOSED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_THREATENS = frozenset("threaten threatens threatened threatening".split())
_BREAKING = ENDING_VERBS - frozenset("end ends ended ending".split())
_USES = frozenset("use uses used using".split())
_WEAPONS = frozenset(
    "force weapons weapon gas sarin chlorine missiles missile bombs bomb bullets ammunition "
    "grenades rockets drones cannon cannons batons torture explosives mortars artillery".split()
)
# A trigger of such words alone tells no act: "draw | down |", "she | looks | weak".
_NO_ACT = (
    AUXILIARIES
    | PREPOSITIONS
    | DETERMINERS
    | CONJUNCTIONS
    | frozenset("down up out off back away to ahead look looks looked seen shown".split())
    | frozenset("seem seems seemed appear appears appeared sought seek seeks".split())
    # The noun behind such a verb tells the act: "made no | concessions |".
    | frozenset("make makes made making take takes took taken taking give gives giving".split())
)
_ADVERB = re.compile(r"\w{3,}(?<![lp])ly")  # "flatly", and neither "rally" nor "supply"
# Verbs of what is told, known, tried or left to be, with their irregular past forms.
_NOT_DONE = (
    "reiterate message tweet text email claim hint shout inform notify identify name dub cite "
    "quote read:read|read reveal disclose suggest imply indicate show:showed|shown ask tag forward "
    "find:found|found discover learn uncover see:saw|seen hear:heard|heard "
    "overhear:overheard|overheard notice recall remember expect hope feel:felt|felt admit try "
    "attempt decide "
    "choose:chose|chosen use keep:kept|kept handle treat file interview influence "
    "get:got|got appoint nominate refer:referred|referred address escort"
)
_TELLINGS = frozenset(
    "decision decisions attempts claims vehemently repeatedly".split()
) | frozenset(
    form
    for verb, _, past in (entry.partition(":") for entry in _NOT_DONE.split())
    for form, _kind in inflect(verb, past)
)
_CONDITIONAL = frozenset(
    "if unless until should provided providing as so once had were without on in assuming when "
    "whenever only even failing barring pending subject".split()
)


def propose(sentence: Sentence, mention: ActMention) -> Iterator[Draft]:
    """Yield the draft of an act that only the reader found, if who takes part in it is known."""
    places = [
        index
        for index, item in enumerate(sentence.items)
        if item.start < mention.trigger.end and item.end > mention.trigger.start
    ]
    if not places or mention.type == "STATE":
        return
    at, last = places[0], places[-1] + 1
    while last < len(sentence.items) and sentence.items[last - 1].text.endswith("-"):
        last += 1  # "co-" of "co-ordination"
    words = [item.lower or item.text for item in sentence.items[at:last]]
    if SAYINGS & set(words) and not _asks_or_blames(mention, words):
        return  # what is said there is the statement's
    armed = words[0] in _USES and _is_armed(sentence, last)
    if (all(map(_tells_nothing, words)) and not armed) or _mentions(sentence, words, last):
        return
    if _is_refused(sentence, at, words, mention.type):
        return
    group = _group(sentence, at, words)
    actors, pronoun = who(sentence, acting(sentence, mention, verb=group is not None))
    recipients, _ = who(sentence, reached(sentence, mention))
    owner = sentence.item(at - 1)
    if group is None and owner is not None and owner.possessive and owner.actor in actors:
        actors = list_before(sentence, at - 1)[0]  # "Kenya was tired of Peru's reluctance"
        if owned_by_victim(sentence, at, last):
            actors, recipients = (), actors  # "Lund's ouster"
    if group is None and mention.type in TOGETHER and not recipients:
        actors, recipients = _apart(sentence, at, last, actors)
    if group is None and not actors:
        actors = find_agents(sentence, last)  # "the liberation of Oru by Kenya"
        recipients = tuple(actor for actor in recipients if actor not in actors)
    unknown = not actors and pronoun is None
    if unknown and group is not None and not group.passive:
        subject = _subject(sentence, group, alone=not recipients)
        if not set(subject.actors) & set(recipients):  # "nine sailors died"
            actors, pronoun = subject.actors, subject.pronoun
    recipients = tuple(actor for actor in recipients if actor not in actors)
    both = recipients and (actors or pronoun is not None)
    sure, type_sure = _LEAST_BOTH if both else _LEAST_ALONE
    if mention.sure < sure or mention.type_sure < type_sure:
        return
    yield Draft(
        trigger=Trigger(words=" ".join(words), verb=True, type=mention.type, speech_act=None),
        span=sentence.span_of(at, last),
        at=at,
        last=last,
        meant=_meant(sentence, mention, group),
        group=None,
        actors=actors,
        recipients=recipients,
        pronoun=pronoun,
        unclear=mention.type_sure < _SURE_TYPE,
        passive=group is not None and group.passive,
        mention=mention,
    )


def _is_armed(sentence: Sentence, last: int) -> bool:
    """Return whether a weapon stands behind "used": "used sarin gas on"."""
    return any(sentence.lower(at) in _WEAPONS for at in range(last, last + _NEAR))


def _is_refused(sentence: Sentence, at: int, words: Sequence[str], root: ActType) -> bool:
    """Return whether the table has the word for an act of `root`, and it means another thing here.

    What force or a ban ends in is told by the verb: "broke the siege".
    """
    threat = next((at + n for n, word in enumerate(words) if word.startswith("threat")), None)
    if threat is not None and words[0] not in _THREATENS:
        return is_danger(sentence, threat, threat + 1)
    form = form_at(sentence, at, load_triggers())
    if form is None or form.trigger.type != root:
        return is_near(sentence, at)
    before = range(max(0, at - _NEAR), at)
    ended = not form.trigger.verb and any(sentence.lower(k) in _BREAKING for k in before)
    return means_otherwise(sentence, at, form) or (ended and root in _IMPOSED)


def _meant(sentence: Sentence, mention: ActMention, group: Group | None) -> Meant:
    """Return how the act is meant: by the reader where that is sure, else by the verb's grammar."""
    meant = Meant(
        modality=mention.modality,
        polarity="negative" if mention.negative else "positive",
        condition=_condition(sentence, mention),
        sure=mention.modality_sure >= _SURE_MODALITY,
        denied=mention.denied,
    )
    if group is None:
        return meant
    if is_open(sentence, group.first):
        return replace(meant, modality="hypothetical")
    verb = read_verb(sentence, group)
    if meant.sure or not verb.sure:
        return meant
    return replace(meant, modality=verb.modality, polarity=verb.polarity, sure=True)


def _mentions(sentence: Sentence, words: Sequence[str], last: int) -> bool:
    """Return whether something is only spoken of: "used to speak of the task"."""
    return words[-1] in _SPEAKING and sentence.lower(last) in {"of", "about"}


def _asks_or_blames(mention: ActMention, words: Sequence[str]) -> bool:
    """Return whether a verb of saying plainly does more: "told them to wait", "called it a lie"."""
    told = mention.type == "REQUEST" and bool(mention.recipients) and words[0] in _TELLS
    blamed = mention.type == "ACCUSE" and words[0] in _CALLS
    imposed = mention.type in _IMPOSED and words[0].startswith("declar")  # "declared martial law"
    return (told or blamed or imposed) and mention.type_sure >= _PLAIN_TYPE


def _apart(
    sentence: Sentence, at: int, last: int, together: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who meets and who is met, where only those behind "with" are known to meet."""
    behind = {item.actor for item in sentence.items[last:]}
    if sentence.lower(last) != "with" or not set(together) <= behind:
        return together, ()
    hosts = find_host(sentence, at, last, together)
    return (hosts, together) if hosts else (together, ())


def _tells_nothing(word: str) -> bool:
    known = word in _NO_ACT or word in _TELLINGS
    return known or not re.search(r"[a-z]", word) or _ADVERB.fullmatch(word) is not None


def _group(sentence: Sentence, at: int, words: Sequence[str]) -> Group | None:
    """Return the verb's group where the trigger is a verb by its form or by what is before it."""
    first = words[0]
    before = sentence.lower(at - 1)
    kind: FormKind
    if first.endswith("ed") or first in PAST_FORMS:
        kind = "past"
    elif first.endswith("ing"):
        if before in DETERMINERS:
            return None  # "the downgrading of ties"
        kind = "ing"
    elif before == "to" or before in AUXILIARIES:
        kind = "base"
    else:
        return None
    return group_at(sentence, at, at + len(words), kind)


def _subject(sentence: Sentence, group: Group, *, alone: bool) -> Subject:
    """Return the subject of the verb: "Kenya gave an undertaking to | house | the crew".

    Where it would be `alone` in the act, it is who plainly means or has to do it: "agreed to |
    scrap | the tolls".
    """
    if group.kind == "ing" and not group.auxiliaries:
        return NOBODY
    meant = read_verb(sentence, group)
    if alone and (group.to is None or not meant.sure or _is_others(sentence, meant.governor)):
        return NOBODY
    return subject_of_verb(sentence, group, meant)


def _is_others(sentence: Sentence, governor: int | None) -> bool:
    """Return whether the governing verb has a subject that is not known: "two men tried to"."""
    if governor is None:
        return True
    at = governor - 1
    while sentence.lower(at) in AUXILIARIES:
        at -= 1
    word = sentence.lower(at)
    return is_person_noun(word) or word in BODY_NOUNS


def _condition(sentence: Sentence, mention: ActMention) -> Span | None:
    """Return the condition that the reader found, if it opens like one."""
    span = mention.condition
    if span is None:
        return None
    first = next((item for item in sentence.items if item.start >= span.start), None)
    return span if first is not None and first.lower in _CONDITIONAL else None
