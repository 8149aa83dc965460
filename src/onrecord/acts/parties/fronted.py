"""Find the subject behind a participle that opens its sentence: "Expelling her, Kenya said"."""

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.lists import Actors, list_behind, name_behind
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PAST_FORMS,
    QUOTATION_MARKS,
    RELATIVES,
    SAYINGS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from onrecord.acts.parties.insertions import breaks_off
from onrecord.acts.parties.subjects import NOBODY, Subject

# Items from a participle in front to the comma behind which its subject stands.
_LONGEST = 24
_LONGEST_PASSIVE = 14
_LONGEST_OPENING = 8  # items before such a participle
# What may stand before it: "Just hours | after | expelling".
_OPENING = (
    frozenset(
        "after before since while when by without of rather than despite besides in on upon from "
        "and but shortly long".split()
    )
    | ADVERBS
    | QUOTATION_MARKS
)


def subject_ahead(sentence: Sentence, group: Group) -> Subject:
    """Return who does what a participle in front tells: "After expelling him, | Kenya | left".

    So in "Having expelled her, Kenya left", but a bare past form is a passive: "Expelled by Peru".
    """
    alone = _is_participle(group) and _opens(sentence, group.first)
    if not (alone or _goes_on_having(sentence, group)):
        return NOBODY
    for at in range(group.last, min(len(sentence.items), group.last + _LONGEST)):
        if breaks_off(sentence, at) or _is_auxiliary(sentence, at):
            return NOBODY  # "Seizing the port was wrong, Lund said"
        if sentence.lower(at) != ",":
            continue
        found = _subject_at(sentence, at + 1)
        if found is not None:
            return found
    return NOBODY


def find_told_ahead(sentence: Sentence, group: Group) -> Actors:
    """Return who a past form that opens the sentence tells of: "| Accused | by Kenya, Peru left".

    He is the subject behind its comma, where no other clause stands in between.
    """
    if group.first > 0 or not group.bare:
        return ()
    for at in range(group.last, min(len(sentence.items), group.last + _LONGEST_PASSIVE)):
        clause = sentence.lower(at) in SUBORDINATORS | RELATIVES or _is_auxiliary(sentence, at)
        if clause or breaks_off(sentence, at):
            return ()
        name = name_behind(sentence, at + 1)
        if sentence.lower(at) == "," and sentence.is_actor(name):
            owner = sentence.items[name].possessive
            return () if owner else list_behind(sentence, name)
        if sentence.lower(at) == ",":
            return ()
    return ()


def _is_auxiliary(sentence: Sentence, at: int) -> bool:
    """Return whether an auxiliary stands here, and no month: "in | May |"."""
    return sentence.items[at].kind == "word" and sentence.lower(at) in AUXILIARIES


def _is_participle(group: Group) -> bool:
    """Return whether the verb is "expelling", "having expelled" or "being expelled"."""
    if group.to is not None:
        return False
    if group.auxiliaries <= {"having", "been"} and "having" in group.auxiliaries:
        return True
    return group.auxiliaries <= {"being"} and (group.kind == "ing" or bool(group.auxiliaries))


def _goes_on_having(sentence: Sentence, group: Group) -> bool:
    """Return whether it goes on "having" in front: "Having jailed Lund and | expelled | Baru"."""
    start = range(min(group.first, _LONGEST_OPENING))
    having = next((at for at in start if sentence.lower(at) == "having"), None)
    if (
        having is None
        or group.first - having > _LONGEST
        or not group.bare
        or group.kind not in {"past", "participle"}
    ):
        return False
    between = range(having, group.first)
    apart = any(breaks_off(sentence, at) or sentence.lower(at) == "," for at in between)
    joined = sentence.lower(group.first - 1) in {"and", "or"}
    return joined and not apart and _opens(sentence, having)


def _opens(sentence: Sentence, first: int) -> bool:
    """Return whether nothing but what opens such a phrase stands before item `first`."""
    return first <= _LONGEST_OPENING and all(
        sentence.items[at].kind == "timex" or sentence.lower(at) in _OPENING for at in range(first)
    )


def _subject_at(sentence: Sentence, start: int) -> Subject | None:
    """Return the subject at `start`, if its verb follows and does not only tell who speaks."""
    if sentence.lower(start) in SUBJECT_PRONOUNS:
        end, found = start, Subject(pronoun=sentence.items[start], at=start)
    else:
        end = name_behind(sentence, start)
        if not sentence.is_actor(end) or sentence.items[end].possessive:
            return None
        found = Subject(actors=list_behind(sentence, end), at=end)
        second = name_behind(sentence, end + 2)
        if sentence.lower(end + 1) == "and" and sentence.is_actor(second):
            end = second
    verb = end + 1
    while sentence.lower(verb) in ADVERBS or _is_time(sentence, verb):
        verb += 1
    word = sentence.lower(verb)
    finite = word in AUXILIARIES | PAST_FORMS or word.endswith(("ed", "s"))
    return found if finite and not _only_says(sentence, verb) else None


def _is_time(sentence: Sentence, at: int) -> bool:
    """Return whether a date or its preposition stands here: "Kenya | on | Monday closed"."""
    return any(
        item is not None and item.kind == "timex"
        for item in (sentence.item(at), sentence.item(at + 1))
    )


def _only_says(sentence: Sentence, verb: int) -> bool:
    """Return whether the verb only tells whose words these are: "hurts us all, Lund | said |"."""
    after = sentence.item(verb + 1)
    content = after is not None and (
        after.kind == "actor"
        or after.lower in DETERMINERS | SUBJECT_PRONOUNS | {"to"} | QUOTATION_MARKS
    )
    return sentence.lower(verb) in SAYINGS and not content
