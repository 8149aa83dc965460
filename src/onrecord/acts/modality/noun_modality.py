"""Read how a noun of action is meant: by adjectives, "no", its governor, and the verb behind."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from onrecord.acts.grammar.groups import group_at
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ACQUITTED,
    ADVERBS,
    AGAIN_ADJECTIVES,
    AUXILIARIES,
    DEMANDED_OF,
    DETERMINERS,
    ENDING_VERBS,
    OFFERED_OF,
    OFFERED_WORDS,
    OWNERS,
    PLANNED_OF,
    PREPOSITIONS,
    PREVENTED,
    RELATIVES,
    SOUGHT,
    SUBJECT_PRONOUNS,
    UNREAL_ADJECTIVES,
    is_past,
)
from onrecord.acts.lexicon import load_triggers
from onrecord.acts.modality.charging import is_in_charge, read_charge
from onrecord.acts.modality.conditioning import conditioned
from onrecord.acts.modality.governors import Meant, governed
from onrecord.acts.modality.imagining import is_made_up
from onrecord.acts.modality.infinitives import before_actors
from onrecord.acts.modality.negating import fails_to_prevent
from onrecord.acts.modality.undone import is_ended, read_undone
from onrecord.acts.modality.verb_modality import read_verb
from onrecord.text import forms_of

# Verbs that have an act for their object: it is meant as they are.
_HOLDING = forms_of("include feature involve see:saw|seen get:got|got go:went|gone")
MEASURES = frozenset(
    "hours days weeks months years minutes round rounds series number wave waves dozens hundreds "
    "thousands lot lots flurry spate string".split()
)
_ABOUT = frozenset("at least most about some six two three four five seven eight nine ten".split())
# What is told of only when it has been done.
_ANNOUNCED = frozenset(
    "arrest arrests seizure capture killing murder detention abduction kidnapping sinking "
    "demand demands request requests offer proposal resignation ultimatum".split()
)
_AHEAD = frozenset("eve ahead advance run-up runup".split())
# What is arranged before, so that what goes on ahead of it tells of a plan.
_ARRANGED = frozenset({"AGREE", "CONSULT", "COOPERATE", "PROTEST", "SUPPORT"})
_SAVING = frozenset(forms_of("save protect shield guard"))
_STANDING = frozenset(
    "demand demands request requests offer offers proposal proposals ultimatum threat threats "
    "sanctions".split()
)
_TELLING = frozenset(
    "transparency openness clarity information data details briefing briefings report reports "
    "evidence questions answers".split()
)
# What is only spoken or written of has been done: "failed to | record | his conviction".
_MENTIONING = frozenset(
    "acknowledge address cite comment confirm describe disclose discuss enter explain log mention "
    "note notice record register report reveal".split()
)
_SUBJECT = 8  # items of a noun of action with what is told of it, before its verb
_REACH = 5  # items from a noun of action back to what governs it


def read_noun(sentence: Sentence, noun: int, last: int) -> Meant:
    """Return how a noun of action is meant, by its adjectives, its "no", and what governs it."""
    meant = _noun(sentence, noun, last)
    real = meant.real
    if real and sentence.lower(noun) in _STANDING and _is_owned(sentence, noun):
        return replace(meant, sure=True)  # "if Kenya rejects | Peru's demands |", which were made
    return conditioned(sentence, noun, meant, open_verb=not real)


def is_supposed(sentence: Sentence, noun: int) -> bool:
    """Return whether an adjective says that it is only supposed: "an alleged | altercation |"."""
    front = _read_front(sentence, noun)
    return isinstance(front, _Front) and front.unreal


def _is_owned(sentence: Sentence, noun: int) -> bool:
    """Return whether an owner stands right before the noun: "| its | demands", "| Kenya |'s"."""
    owner = sentence.item(noun - 1)
    return owner is not None and (owner.possessive or owner.lower in OWNERS)


class _Front(NamedTuple):
    """What stands before a noun of action, back to item `at`: "any | further", "Kenya's"."""

    at: int
    unreal: bool = False
    again: bool = False
    indefinite: bool = False
    owned: bool = False


def _noun(sentence: Sentence, noun: int, last: int) -> Meant:
    if sentence.question or is_made_up(sentence):
        return Meant(modality="hypothetical")
    undone = read_undone(sentence, noun, last)
    if undone is not None:
        return undone
    front = _read_front(sentence, noun)
    if isinstance(front, Meant):
        return front
    if any(brings_about(sentence, at) for at in _before_verb(sentence, last)):
        return Meant(modality="conditional")  # "an attack would bring a response"
    governor = _governor_of(sentence, front.at)
    told = _governed_noun(sentence, noun, last, front.at, governor) or _verb_after(sentence, last)
    if told is not None:
        return told
    if front.unreal or front.again:
        return Meant(modality="hypothetical", sure=front.unreal)  # "further talks" may have been
    if (
        front.indefinite
        and not (front.owned or _is_of_somebody(sentence, last))
        and sentence.lower(governor) not in {"in", "after", "during", "since", "by"}
    ):
        return Meant(modality="hypothetical", sure=False)
    return Meant(modality="happened", sure=False)


def _read_front(sentence: Sentence, noun: int) -> _Front | Meant:
    """Return what stands before the noun, or how it is meant by that alone: "no | attack"."""
    at = noun - 1
    unreal = again = indefinite = owned = known = False
    while noun - at <= _REACH:
        word = sentence.lower(at)
        if word in {"no", "without"} or (word == "neither" and indefinite):
            return Meant(modality="happened", polarity="negative")
        if word.startswith("announc") and sentence.lower(noun) in _ANNOUNCED:
            return Meant(modality="happened", governor=at)
        if word in PLANNED_OF and word not in DEMANDED_OF and word not in OFFERED_OF:
            return Meant(modality="planned", governor=at)
        if is_ended(sentence, at):
            break
        if word in UNREAL_ADJECTIVES or word == "any":
            unreal = True
        elif word in AGAIN_ADJECTIVES:
            again = True
        elif word in {"a", "an"}:
            indefinite = True
        elif sentence.is_actor(at):
            owned = True
        elif word == "that" and known:
            break  # "fears that | the raid |" is of what comes of the raid
        elif not (word in DETERMINERS or _plain(sentence, at)):
            break
        known = known or owned or word in {"the", "his", "her", "its", "their"}
        at -= 1
    return _Front(at, unreal, again, indefinite, owned)


def _governor_of(sentence: Sentence, at: int) -> int:
    """Return the word that governs the phrase behind item `at`: "| gearing | up for"."""
    if sentence.lower(at) not in {"of", "for", "against", "about", "from", "on", "to", "into"}:
        return at
    return at - 1 - (sentence.lower(at - 1) == "up")


def _governed_noun(
    sentence: Sentence, noun: int, last: int, at: int, governor: int
) -> Meant | None:
    """Return how a noun is meant by the word that governs it, and the preposition at `at`."""
    cleft = sentence.lower(governor - 2) == "it"  # "it was fear of | a raid | that helped"
    if (_did(sentence, last) and not cleft) or fails_to_prevent(sentence, governor):
        return Meant(modality="happened", governor=governor)
    if sentence.lower(at) == "for" and sentence.lower(governor) in SOUGHT:
        return Meant(modality="hypothetical", governor=governor)
    if sentence.lower(at) == "of" and _is_measure(sentence, governor):
        governor = _before_measure(sentence, governor)
    if at == governor and is_ended(sentence, at):
        return Meant(modality="happened", governor=at)  # "demanded that it end | its raids |"
    if read_charge(sentence, at) is not None or is_in_charge(sentence, governor):
        return Meant(modality="hypothetical", governor=governor)
    mentioned = sentence.lower(at) == "to" and sentence.lower(at + 1) in _MENTIONING
    if mentioned or _is_reported(sentence, at):
        return Meant(modality="happened")
    held = _held(sentence, governor)
    if held is not None:
        return held
    if sentence.lower(governor) in OFFERED_OF and sentence.lower(noun) in OFFERED_WORDS:
        return Meant(modality="happened", sure=False)  # who offers an apology has apologised
    if sentence.lower(governor).startswith("call"):
        if sentence.lower(governor + 1) == "off":
            return Meant(modality="hypothetical", governor=governor)
        if at == governor and sentence.lower(at + 1) not in {"a", "an"}:
            return None  # "calling | the raid | a crime" demands none
    found = governed(sentence.lower(governor))
    case = sentence.lower(governor) == "case" and sentence.lower(governor + 1) == "of"
    if case and sentence.lower(governor - 1) != "in":
        found = None  # "the case of Lund's shooting", but "in case of war"
    if found is not None and not _is_object_of_light(sentence, governor):
        return replace(found, governor=governor)
    if _is_kept_from(sentence, at) or _has_its_way_paved(sentence, at):
        return Meant(modality="hypothetical", governor=governor)
    if _lies_ahead(sentence, noun, at, governor):
        return Meant(modality="planned", governor=governor)
    return None


def _is_reported(sentence: Sentence, at: int) -> bool:
    """Return whether it is what others are to be told of: "transparency on | aid to Kenya".

    Several such things may be joined: "transparency | on drills and | aid".
    """
    if sentence.lower(at) == "and":
        before = range(at - 1, max(0, at - _REACH), -1)
        at = next((k for k in before if not _plain(sentence, k)), at)
    link = sentence.lower(at) in {"on", "about", "over", "regarding"}
    return link and sentence.lower(at - 1) in _TELLING


def _has_its_way_paved(sentence: Sentence, at: int) -> bool:
    """Return whether it may come of something: "paves the way | for | an annexation"."""
    words = [sentence.lower(each) for each in range(at - 3, at + 1)]
    return words[1:] == ["the", "way", "for"] and words[0].startswith(("pav", "clear", "open"))


def _lies_ahead(sentence: Sentence, noun: int, at: int, governor: int) -> bool:
    """Return whether what is arranged is still to come: "on the | eve | of the talks"."""
    if sentence.lower(governor) not in _AHEAD or sentence.lower(at) not in {"of", "to"}:
        return False
    forms = load_triggers().get(sentence.lower(noun), ())
    return any(form.trigger.type in _ARRANGED for form in forms)


def _is_kept_from(sentence: Sentence, at: int) -> bool:
    """Return whether somebody is kept from it, or cleared: "spared Lund | from | deportation"."""
    if not sentence.is_actor(at - 1):
        return False
    keeping = {"from": PREVENTED | _SAVING, "against": PREVENTED | _SAVING, "of": ACQUITTED}
    verbs = keeping.get(sentence.lower(at), frozenset())
    return sentence.lower(before_actors(sentence, at - 1)) in verbs


def _is_of_somebody(sentence: Sentence, last: int) -> bool:
    """Return whether it is told who does it: "an appeal | from the Kenyan parliament"."""
    if sentence.lower(last) not in {"from", "by"}:
        return False
    return sentence.is_actor(sentence.skip(last + 1, DETERMINERS))


def _did(sentence: Sentence, last: int) -> bool:
    """Return whether a clause tells what came of it: "the attack (on a port) that killed ten"."""
    for at in range(last, min(len(sentence.items), last + _REACH + 2)):
        if sentence.lower(at) in {"that", "which"}:
            return is_past(sentence.lower(at + 1))
        if sentence.items[at].kind == "mark" or sentence.lower(at) in AUXILIARIES:
            return False
    return False


def _is_measure(sentence: Sentence, at: int) -> bool:
    """Return whether the word only tells how much: "a | round | of talks", "| six hours | of"."""
    item = sentence.item(at)
    return sentence.lower(at) in MEASURES or (item is not None and item.kind == "timex")


def _before_measure(sentence: Sentence, measure: int) -> int:
    """Return what stands before a measure: "will | include | at least six hours of talks"."""
    at = measure - 1
    while measure - at <= _REACH and (
        sentence.lower(at) in DETERMINERS | _ABOUT or _plain(sentence, at)
    ):
        if sentence.lower(at) in _HOLDING:
            return at
        at -= 1
    return at


def _held(sentence: Sentence, verb: int) -> Meant | None:
    """Return how a noun is meant that a verb holds which has not come true: "will | include |"."""
    kind = _HOLDING.get(sentence.lower(verb))
    if kind is None:
        return None
    meant = read_verb(sentence, group_at(sentence, verb, verb + 1, kind))
    real = meant.real and meant.polarity == "positive"
    if real or not meant.sure:
        return None
    return replace(meant, governor=verb)


def _is_object_of_light(sentence: Sentence, governor: int) -> bool:
    return sentence.lower(governor) in ENDING_VERBS


def _plain(sentence: Sentence, index: int) -> bool:
    item = sentence.item(index)
    return (
        item is not None
        and item.kind == "word"
        and item.lower not in PREPOSITIONS
        and item.lower not in SUBJECT_PRONOUNS
        and item.lower not in {"to", "that", "and", "or", "but", "if", "is", "are", "was", "were"}
        and item.lower not in _HOLDING
        and (governed(item.lower) is None or _is_kind_of_rights(sentence, index))
        and not item.lower.endswith(("ed", "ing"))
    )


def _is_kind_of_rights(sentence: Sentence, index: int) -> bool:
    """Return whether "rights" only tells of what kind the noun is: "a civil | rights | inquiry"."""
    return sentence.lower(index) == "rights" and sentence.lower(index - 1) in _OF_RIGHTS


_OF_RIGHTS = frozenset("civil human voting land equal women's workers'".split())
_COMES_ABOUT = frozenset(
    "be begin start take happen resume continue go come occur follow proceed last end open kick "
    "not also only now still soon then include involve focus cover target".split()
)


def _before_verb(sentence: Sentence, last: int) -> Iterator[int]:
    """Yield the items from a noun as subject on to its verb: "the attack | on Peru would |"."""
    for at in range(last, min(len(sentence.items), last + _SUBJECT)):
        if sentence.items[at].kind == "mark" or sentence.lower(at) in RELATIVES | {"and", "to"}:
            return
        yield at
        if sentence.lower(at) in AUXILIARIES:
            return


# What an act does that others answer: "would | draw | a response", "would be met with sanctions".
_BRINGING = frozenset(
    "bring cause draw elicit force invite justify lead mean necessitate prompt provoke require "
    "result spark trigger unleash warrant".split()
)


def brings_about(sentence: Sentence, modal: int) -> bool:
    """Return whether "would" at item `modal` tells what would come of its subject."""
    if sentence.lower(modal) != "would":
        return False
    verb = sentence.skip(modal + 1, ADVERBS)
    met = [sentence.lower(verb + step) for step in range(3)] == ["be", "met", "with"]
    return met or sentence.lower(verb) in _BRINGING


def _verb_after(sentence: Sentence, last: int) -> Meant | None:
    """Return how the verb behind a noun as subject sets it: "the attack will", "talks could"."""
    for index in range(last, min(len(sentence.items), last + 8)):
        word = sentence.lower(index)
        if word == "may" and sentence.items[index].text == "May":
            continue  # the month
        if word in {"will", "shall", "won't"}:
            # "The arrest of Lund will weaken Kenya": he has been arrested, or will be.
            follows = sentence.lower(index + 1) in _COMES_ABOUT
            if follows:
                return Meant(modality="planned")
            return Meant(modality="hypothetical", sure=False)
        if word == "to" and sentence.headline and sentence.lower(index + 1) in _COMES_ABOUT:
            return Meant(modality="planned")  # "Talks to resume on Friday"
        if word in {"would", "could", "may", "might", "can", "should", "remains", "if"}:
            return Meant(modality="hypothetical")
        if word in {"is", "are"} and sentence.lower(index + 1) in {
            "possible", "likely", "imminent", "inevitable", "expected", "planned", "due",
            "unlikely", "not",
        }:  # fmt: skip
            return Meant(modality="hypothetical")
        if sentence.items[index].kind == "mark" or word in {"that", "which", "who", "and", "to"}:
            return None
    return None
