"""Find who does what a verb tells: its own subject, or that of the word that governs it."""

from onrecord.acts.grammar.groups import Group, group_at, is_finite, is_then
from onrecord.acts.grammar.lists import list_before
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    COURTESY,
    DETERMINERS,
    OWNERS,
    PLAIN_DETERMINERS,
    RELATIVES,
    SAYINGS,
    SUBJECT_PRONOUNS,
)
from onrecord.acts.modality.governors import Meant
from onrecord.acts.modality.verb_modality import judges_unknown, read_verb
from onrecord.acts.parties.agents import is_passive_agent
from onrecord.acts.parties.fronted import subject_ahead
from onrecord.acts.parties.gerunds import gerund_before
from onrecord.acts.parties.opposing import is_anothers_plan, is_weighed
from onrecord.acts.parties.seeing import find_seen
from onrecord.acts.parties.sharing import ends_verb
from onrecord.acts.parties.subjects import (
    NOBODY,
    Subject,
    find_subject,
    subject_before,
    subject_of_clause,
    subject_of_participle,
)
from onrecord.acts.parties.verbs import STRIKING
from onrecord.text import forms_of

OBJECTS = frozenset("him her them us me".split())
_ABLE = frozenset("ability capability capacity power readiness willingness".split())
_ASKED_OF_OTHERS = frozenset(
    "appeal appeals call calls demand demands order orders plea pleas request requests".split()
)
_INFORMING = frozenset(forms_of("tell:told|told inform assure remind notify"))
_OTHER_CLAUSE = RELATIVES | SAYINGS | {"there"}


def subject_of_verb(sentence: Sentence, group: Group, meant: Meant) -> Subject:
    """Return who acts: the subject of a finite verb, else of the word that governs the verb."""
    if meant.elsewhere:
        return NOBODY
    if group.bare and group.kind in {"ing", "base"}:
        seen = find_seen(sentence, group.first)
        if seen is not None:
            return seen
    known = meant.governor is None or meant.subject is not None  # "an attempt by Kenya to"
    if not known and meant.governor is not None and is_anothers_plan(sentence, meant.governor):
        return NOBODY
    on_him = sentence.lower(group.last) in OBJECTS  # "rang Lund to ask him": Lund is asked
    if meant.subject is not None and (meant.sure or not on_him):
        actors, first = list_before(sentence, meant.subject)
        link = sentence.lower(sentence.skip(first - 1, PLAIN_DETERMINERS, -1))
        if link == "by" and is_passive_agent(sentence, first):
            return subject_of_clause(sentence, first)  # "was forced by Kenya to free Lund"
        if link == "from":
            return subject_of_clause(sentence, first)  # "under pressure from Kenya to free Lund"
        if not meant.sure and link in {"with", "between", "against", "than"}:
            return NOBODY  # "for states in talks with Kenya to demand"
        if not meant.sure and _is_at(sentence, first):
            return subject_of_clause(sentence, first)  # "laid a wreath at the UN to honor"
        return Subject(actors=actors, at=first)
    ahead = subject_ahead(sentence, group)
    if ahead.at >= 0:
        return ahead  # "having recalled its envoy, Kenya left"
    if "being" in group.auxiliaries and sentence.lower(group.first - 1) in {"before", "after"}:
        found = subject_of_clause(sentence, group.first - 1)
        if found.actors or found.pronoun:
            return found  # "killed two before being shot"
    if is_finite(group):
        return find_subject(sentence, group)
    if (asked := _asked_pronoun(sentence, group, meant)) is not None:
        return Subject(pronoun=sentence.items[asked], at=asked)
    if (lead := gerund_before(sentence, group)) is not None:
        before = group_at(sentence, lead, lead + 1, "ing")
        return subject_of_verb(sentence, before, read_verb(sentence, before))
    if group.kind == "ing" and _is_reason(sentence, group):
        return NOBODY
    if [sentence.lower(group.first - 2), sentence.lower(group.first - 1)] == ["short", "of"]:
        return _controller(sentence, group.first - 3)  # "stopped short of accusing Kenya"
    if judges_unknown(sentence, group) or is_weighed(sentence, group.first):
        return NOBODY
    if group.kind == "ing" and sentence.lower(group.first - 1) == ",":
        found = subject_of_participle(sentence, group.first - 1)
        if found.actors or found.pronoun or not _is_apart(sentence, group.first - 2):
            return found  # "rebels attacked the envoys of Peru, killing"
    if group.kind == "ing" and _is_in_time_clause(sentence, group.first - 1):
        found = subject_of_clause(sentence, group.first - 1)
        if found.actors or found.pronoun:
            return found  # "drove at a crowd on the Oru Bridge before stabbing two"
    if group.kind == "ing" and sentence.lower(group.first - 1) == "that":
        return NOBODY  # "told Lund that jailing Baru was wrong"
    start = meant.governor if meant.governor is not None else group.first - 1
    if sentence.lower(start) == "in" and sentence.is_actor(start - 1) and group.kind == "ing":
        return subject_of_clause(sentence, start - 1)  # "followed Kenya in banning it"
    if on_him and sentence.is_actor(start):
        start -= 1
    return _controller(sentence, start)


def _is_in_time_clause(sentence: Sentence, at: int) -> bool:
    """Return whether "before" or "after" stands at `at`, behind a thing and not behind somebody."""
    behind = sentence.item(at - 1)
    thing = behind is not None and behind.kind == "word"
    return sentence.lower(at) in {"before", "after"} and thing


def _is_apart(sentence: Sentence, index: int) -> bool:
    """Return whether the actor at `index` opens a clause or is said to speak: "said Lund, "."""
    if not sentence.is_actor(index):
        return False
    before = sentence.skip(index - 1, COURTESY | DETERMINERS | {"."}, -1)
    item = sentence.item(before)
    if item is None or item.kind == "mark":
        return True
    return item.lower in CONJUNCTIONS | SAYINGS


def _is_at(sentence: Sentence, first: int) -> bool:
    """Return whether the actor at `first` is only where something is done: "at the | UN |".

    People are none: "fired at | strikers | blocking the road".
    """
    people = sentence.items[first].text
    if people.islower() and people.endswith(("s", "men", "people")):
        return False
    at = sentence.skip(first - 1, DETERMINERS, -1)
    return sentence.lower(at) in {"at", "outside", "inside", "near"}


def _asked_pronoun(sentence: Sentence, group: Group, meant: Meant) -> int | None:
    """Return the pronoun for whom an infinitive is demanded of: "urging | it | to leave"."""
    if group.to is None or meant.governor is None or meant.modality != "demanded":
        return None
    at = meant.governor + 1
    near = at == group.first - 1
    return at if near and sentence.lower(at) in OBJECTS | {"it"} else None


def _is_reason(sentence: Sentence, group: Group) -> bool:
    """Return whether something else is done over it: "leaves over | killing |", "over Oru bombing".

    In "over Kenya shelling Peru" Kenya has done it.
    """
    named = sentence.lower(group.first - 2) == "over" and ends_verb(sentence, group.last)
    return named or sentence.lower(group.first - 1) == "over"


def _is_told(sentence: Sentence, plan: int) -> bool:
    """Return whether somebody is only told of a plan: "told | reporters | the decision to"."""
    at = plan - 1
    if sentence.lower(at) not in DETERMINERS or not sentence.is_actor(at - 1):
        return False
    before = sentence.skip(list_before(sentence, at - 1)[1] - 1, DETERMINERS, -1)
    return sentence.lower(before) in _INFORMING


def _controller(sentence: Sentence, governor: int) -> Subject:
    """Return who does what a governing word speaks of: its subject, or whose plan it is.

    Of "gas used to kill" nobody is told who used it.
    """
    if _is_told(sentence, governor):
        return NOBODY
    before = sentence.item(governor - 1)
    plain = before is not None and before.kind == "word" and before.text.islower()
    thing = plain and sentence.lower(governor - 1) not in AUXILIARIES | SUBJECT_PRONOUNS
    if thing and sentence.lower(governor) == "used":
        return NOBODY
    for index in range(governor, max(-1, governor - 6), -1):
        item = sentence.items[index]
        if item.lower in AUXILIARIES:
            break  # "Peru's friends are expected to": they are, not Peru
        if item.lower in OWNERS and sentence.lower(governor) in _ABLE:
            return Subject(pronoun=item, at=index)  # "knows our ability to respond"
        if item.kind == "actor" and item.possessive:
            infinitive = sentence.lower(governor + 1) == "to"
            if infinitive and sentence.lower(governor) in _ASKED_OF_OTHERS:
                return NOBODY  # "bowed to Peru's demands to lift the ban": others are to
            return Subject(actors=list_before(sentence, index)[0], at=index)
        if item.kind in {"mark", "actor"}:
            break  # "Kenya's envoy said Peru vowed to"
    start = governor
    while sentence.lower(start - 1) in AUXILIARIES | ADVERBS or is_then(sentence, start - 1):
        start -= 1
    found = subject_before(sentence, start, 2)
    if found.actors or found.pronoun or found.relative:
        return found
    noun = sentence.item(start - 1)
    told = noun is not None and noun.kind == "word" and noun.lower not in SUBJECT_PRONOUNS
    if told and any(sentence.lower(at) in DETERMINERS for at in range(start - 3, start - 1)):
        return NOBODY  # "a gunman intended to": not who says so
    for index in range(governor, max(-1, governor - 12), -1):
        item = sentence.items[index]
        if (item.kind == "actor" and item.possessive) or item.lower in STRIKING:
            return NOBODY
        if item.kind == "actor" or item.lower in SUBJECT_PRONOUNS:
            return subject_before(sentence, index + 1, 2)
        if (item.kind == "mark" and item.text != ",") or item.lower in _OTHER_CLAUSE:
            break
        start = index
    return subject_before(sentence, start, 2) if start < governor else NOBODY
