"""Read how a noun of action is meant: by adjectives, "no", its governor, and the verb behind."""

from dataclasses import replace

from onrecord.acts.conditioning import conditioned
from onrecord.acts.governors import Meant, governed
from onrecord.acts.sentences import Sentence
from onrecord.acts.words import (
    DEMANDED_OF,
    DETERMINERS,
    ENDING_VERBS,
    OFFERED_OF,
    OFFERED_WORDS,
    PLANNED_OF,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    UNREAL_ADJECTIVES,
)

_REACH = 5  # items from a noun of action back to what governs it


def read_noun(sentence: Sentence, noun: int, last: int) -> Meant:
    """Return how a noun of action is meant, by its adjectives, its "no", and what governs it."""
    meant = _noun(sentence, noun, last)
    real = meant.modality in {"happened", "ongoing"}
    return conditioned(sentence, noun, meant, open_verb=not real)


def _noun(sentence: Sentence, noun: int, last: int) -> Meant:
    if sentence.question:
        return Meant(modality="hypothetical")
    at = noun - 1
    unreal = indefinite = owned = False
    while noun - at <= _REACH:
        word = sentence.lower(at)
        if word in {"no", "without", "neither"}:
            return Meant(modality="happened", polarity="negative")
        if word in PLANNED_OF and word not in DEMANDED_OF and word not in OFFERED_OF:
            return Meant(modality="planned", governor=at)
        if word in UNREAL_ADJECTIVES or word in {"another", "any"}:
            unreal = True
        elif word in {"a", "an"}:
            indefinite = True
        elif sentence.is_actor(at):
            owned = True
        elif not (word in DETERMINERS or _plain(sentence, at)):
            break
        at -= 1
    governor = at
    if sentence.lower(at) in {"of", "for", "against", "about", "from", "on", "to", "into"}:
        governor = at - 1
    if sentence.lower(governor) in OFFERED_OF and sentence.lower(noun) in OFFERED_WORDS:
        return Meant(modality="happened", sure=False)  # who offers an apology has apologised
    found = governed(sentence.lower(governor))
    if found is not None and not _is_object_of_light(sentence, governor):
        return replace(found, governor=governor)
    after = _verb_after(sentence, last)
    if after is not None:
        return after
    if unreal:
        return Meant(modality="hypothetical")
    if (
        indefinite
        and not owned
        and sentence.lower(governor) not in {"in", "after", "during", "since", "by"}
    ):
        return Meant(modality="hypothetical", sure=False)
    return Meant(modality="happened", sure=False)


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
        and governed(item.lower) is None
        and not item.lower.endswith(("ed", "ing"))
    )


_COMES_ABOUT = frozenset(
    "be begin start take happen resume continue go come occur follow proceed last end open kick "
    "not also only now still soon then include involve focus cover target".split()
)


def _verb_after(sentence: Sentence, last: int) -> Meant | None:
    """Return how the verb behind a noun as subject sets it: "the attack will", "talks could"."""
    for index in range(last, min(len(sentence.items), last + 8)):
        word = sentence.lower(index)
        if word in {"will", "shall", "won't"}:
            # "The arrest of Lund will weaken Kenya": he has been arrested, or will be.
            follows = sentence.lower(index + 1) in _COMES_ABOUT
            if follows:
                return Meant(modality="planned")
            return Meant(modality="hypothetical", sure=False)
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
