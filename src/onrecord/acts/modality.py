"""Read how an act is meant: done, going on, planned, offered, demanded, threatened, or not real."""

from dataclasses import dataclass, replace

from onrecord.acts.groups import Group
from onrecord.acts.sentences import Condition, Sentence
from onrecord.acts.words import (
    ADVERBS,
    DEMANDED_OF,
    DEMANDED_TO,
    DENIED_OF,
    DETERMINERS,
    DONE_TO,
    ENDING_VERBS,
    HYPOTHETICAL_OF,
    NOT,
    OFFERED_OF,
    OFFERED_TO,
    ONGOING_TO,
    PLANNED_OF,
    PLANNED_TO,
    PREPOSITIONS,
    PREVENTED,
    REFUSED_TO,
    SEEMED_TO,
    SUBJECT_PRONOUNS,
    THREATENED_OF,
    THREATENED_TO,
    UNREAL_ADJECTIVES,
)
from onrecord.records import Modality, Polarity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """How one mention of an act is meant.

    `sure` says that the words show it; `denied` that a verb of denial governs the mention;
    `governor` is the item of the word before "to" or "of", `subject` an actor that an urging
    verb hands the act to ("urged Kenya to withdraw").
    """

    modality: Modality
    polarity: Polarity = "positive"
    condition: Span | None = None
    sure: bool = True
    denied: bool = False
    governor: int | None = None
    subject: int | None = None


_OFFERED_BY_NOUN = frozenset("offer offers proposal proposals".split())
_SHOULD = frozenset("should must ought mustn't shouldn't".split())
# What is said to follow upon something done: "arrested for shelling".
_BLAMING = (
    "accus", "apolog", "arrest", "blam", "charg", "condemn", "convict", "criticis", "criticiz",
    "detain", "fine", "guilty", "jail", "known", "prais", "punish", "respons", "sanction",
    "sentenc", "suspect", "thank",
)  # fmt: skip
_REACH = 5  # items from a noun of action back to what governs it


def read_verb(sentence: Sentence, group: Group, *, speech: bool = False) -> Meant:
    """Return how the act of a verb is meant, conditions of its sentence included.

    A verb of `speech` is not held up by a condition behind it: that is part of what is said.
    """
    if group.to is not None:
        meant = _infinitive(sentence, group)
    elif group.kind == "ing" and not group.auxiliaries:
        meant = _gerund(sentence, group)
    else:
        meant = _finite(sentence, group)
    if group.negative and not (group.to is not None and meant.polarity == "negative"):
        meant = replace(meant, polarity="negative")
    return _conditioned(sentence, group.verb, meant, open_verb=not speech and not _is_past(group))


def read_noun(sentence: Sentence, noun: int, last: int) -> Meant:
    """Return how a noun of action is meant, by its adjectives, its "no", and what governs it."""
    meant = _noun(sentence, noun, last)
    real = meant.modality in {"happened", "ongoing"}
    return _conditioned(sentence, noun, meant, open_verb=not real)


def _finite(sentence: Sentence, group: Group) -> Meant:
    if sentence.question or _is_open(sentence, group.first):
        return Meant(modality="hypothetical")
    if group.future:
        return Meant(modality="planned")
    if group.auxiliaries & _SHOULD:
        return Meant(modality="demanded")
    if group.modal:
        return Meant(modality="hypothetical")
    if group.progressive:
        return Meant(modality="ongoing")
    if group.kind in {"base", "s"} and not group.auxiliaries:
        if sentence.headline:
            return Meant(modality="happened", sure=group.kind == "s")
        if group.kind == "base" and _is_wish(sentence, group):
            return Meant(modality="demanded")
        return Meant(modality="ongoing", sure=group.kind == "s")
    return Meant(modality="happened")


def _is_open(sentence: Sentence, first: int) -> bool:
    """Return whether the clause is left open: "whether it", "has yet to confirm that"."""
    for index in range(first - 1, max(-1, first - 14), -1):
        word = sentence.lower(index)
        if sentence.items[index].kind == "mark":
            return False
        if word == "whether":
            return True
        if word in _CONFIRMING:
            before = {sentence.lower(k) for k in range(max(0, index - 8), index)}
            return bool(before & _UNCONFIRMED)
    return False


_CONFIRMING = frozenset(
    "confirm confirmed verify verified evidence proof confirmation sign".split()
)
_UNCONFIRMED = frozenset("not no yet never neither cannot unable little without".split())


def _is_wish(sentence: Sentence, group: Group) -> bool:
    """Return whether a demand stands before the clause: "demanded that it withdraw"."""
    for index in range(group.first - 1, max(-1, group.first - 12), -1):
        if sentence.lower(index) == "that":
            before = sentence.lower(index - 1)
            return before in DEMANDED_OF or before in DEMANDED_TO
    return False


def _is_past(group: Group) -> bool:
    """Return whether the group tells of something past, which no condition of now can hold up."""
    if group.to is not None or group.future or group.modal:
        return False
    return group.kind in {"past", "tense", "participle"}


def _infinitive(sentence: Sentence, group: Group) -> Meant:
    at = group.first - 1
    while sentence.lower(at) in ADVERBS or sentence.lower(at) in NOT:
        at -= 1
    subject = None
    if sentence.is_actor(at):
        subject = at
        at = _before_actors(sentence, at)
        if sentence.lower(at) in {"on", "upon", "with", "for", "to"}:
            at -= 1
    elif sentence.lower(at) in {"it", "them", "him", "her", "us", "me", "you"}:
        at -= 1
    word = sentence.lower(at)
    if subject is not None and word in {"refuse", "to"}:
        subject = None
    meant = _meant_to(word)
    return replace(meant, governor=at if at >= 0 else None, subject=subject)


def _meant_to(word: str) -> Meant:
    if word in REFUSED_TO:
        return Meant(modality="happened", polarity="negative")
    if word in THREATENED_TO:
        return Meant(modality="threatened")
    if word in OFFERED_TO:
        return Meant(modality="offered")
    if word in DEMANDED_TO:
        return Meant(modality="demanded")
    if word in PLANNED_TO:
        return Meant(modality="planned")
    if word in ONGOING_TO:
        return Meant(modality="ongoing")
    if word in DONE_TO:
        return Meant(modality="happened")
    if word in SEEMED_TO:
        return Meant(modality="hypothetical")
    return Meant(modality="hypothetical", sure=False)


def _before_actors(sentence: Sentence, index: int) -> int:
    """Return the item before the actor at `index` and those joined to it."""
    at = index - 1
    while (
        sentence.lower(at) in DETERMINERS
        or sentence.lower(at) in {"and", ",", "both"}
        or (sentence.is_actor(at) and sentence.lower(at + 1) in {"and", ","})
    ):
        at -= 1
    return at


def _gerund(sentence: Sentence, group: Group) -> Meant:
    at = group.first - 1
    word = sentence.lower(at)
    if sentence.is_actor(at):
        return Meant(modality="hypothetical", sure=False, subject=at)
    if word in {"of", "from", "about", "against", "for", "on", "to", "into"}:
        governor = at - 1
        if sentence.is_actor(governor):
            subject = governor
            governor = _before_actors(sentence, governor)
            blamed = sentence.lower(governor)
            if blamed.startswith(("accus", "blam", "suspect", "charg", "convict", "condemn")):
                return Meant(modality="happened", governor=governor, subject=subject)
            if blamed in PREVENTED or word in {"from", "against"}:
                return Meant(modality="hypothetical", governor=governor, subject=subject)
        found = _governed(sentence.lower(governor))
        if found is not None:
            return replace(found, governor=governor)
        return _gerund_behind(sentence.lower(governor), word, governor)
    if word == "without":
        return Meant(modality="happened", polarity="negative")
    if word in {"before", "instead", "than"}:
        return Meant(modality="hypothetical")
    if word in {"after", "by", "since", "while", "in", "when", ","}:
        return Meant(modality="happened", sure=word in {"after", "by", "since"})
    found = _governed(word)
    if found is not None:
        return replace(found, governor=at)
    if word in {"keep", "keeps", "kept", "continue", "continued", "resumed", "began", "started"}:
        return Meant(modality="ongoing", governor=at)
    return Meant(modality="hypothetical", sure=False)


def _gerund_behind(governor: str, preposition: str, at: int) -> Meant:
    """Return how "-ing" is meant behind a word and a preposition: "guilty of", "committed to"."""
    if preposition in {"of", "for"} and governor.startswith(_BLAMING):
        return Meant(modality="happened", sure=False, governor=at)
    if preposition in {"to", "on"} and (governor in PLANNED_TO or governor == "forward"):
        return Meant(modality="planned", governor=at)
    return Meant(modality="hypothetical", sure=False, governor=at)


def _governed(word: str) -> Meant | None:
    """Return how something is meant that a verb or noun like "plan", "fear" or "deny" governs."""
    if word in DENIED_OF:
        return Meant(modality="hypothetical", denied=True)
    if word in THREATENED_OF:
        return Meant(modality="threatened")
    if word in OFFERED_OF:
        return Meant(modality="offered")
    if word in DEMANDED_OF:
        return Meant(modality="demanded")
    if word in PREVENTED:
        return Meant(modality="hypothetical")
    if word in PLANNED_OF:
        return Meant(modality="planned")
    if word in HYPOTHETICAL_OF:
        return Meant(modality="hypothetical")
    return None


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
    found = _governed(sentence.lower(governor))
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
        and _governed(item.lower) is None
        and not item.lower.endswith(("ed", "ing"))
    )


def _verb_after(sentence: Sentence, last: int) -> Meant | None:
    """Return how the verb behind a noun as subject sets it: "the attack will", "talks could"."""
    for index in range(last, min(len(sentence.items), last + 8)):
        word = sentence.lower(index)
        if word in {"will", "shall", "won't"}:
            return Meant(modality="planned")
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


def _conditioned(sentence: Sentence, at: int, meant: Meant, *, open_verb: bool) -> Meant:
    """Return `meant` with the condition that it stands in, or that the sentence puts on it."""
    for condition in sentence.conditions:
        if condition.first < at < condition.last:
            return replace(meant, modality="conditional", sure=True)
    nearest = _nearest(sentence, at)
    if nearest is None or not open_verb or _parted(sentence, at, nearest):
        return meant
    span = sentence.span_of(nearest.first, nearest.last)
    keeps = meant.modality in {"threatened", "offered", "demanded"}
    return replace(meant, modality=meant.modality if keeps else "conditional", condition=span)


def _parted(sentence: Sentence, at: int, condition: Condition) -> bool:
    """Return whether a mark that ends a thought stands between the act and the condition."""
    first, last = sorted((at, condition.first))
    return any(item.text in {"“", "”", '"', ";", ":"} for item in sentence.items[first:last])


def _nearest(sentence: Sentence, at: int) -> Condition | None:
    """Return the condition closest to item `at`."""
    return min(
        sentence.conditions,
        key=lambda condition: min(abs(condition.first - at), abs(condition.last - at)),
        default=None,
    )
