"""Tie words to those whom they answer: "Peru rejected a Kenyan demand", "Kenya denies it".

What somebody rejects or accepts was said to him, and he answers who said it; who denies an
accusation answers the accuser.
"""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.acts.draft import Draft
from onrecord.acts.sentences import Sentence
from onrecord.acts.words import AUXILIARIES, SUBORDINATORS

_REACH = 6  # items from a verb to the noun that it has for its object
_WORDS = frozenset({"REQUEST", "AGREE", "PROTEST", "THREATEN", "ACCUSE"})
_ANSWERS = frozenset({"REJECT", "AGREE", "SUPPORT", "ACCUSE"})
_TO_ONESELF = frozenset({"REJECT", "AGREE"})  # others too praise and condemn an offer


def note_answers(sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """Fill in the missing recipients of an answer, and of the words that it answers."""
    for answer, words in _pair(sentence, drafts):
        if not answer.recipients and answer.receiving is None:
            answer.recipients = _others(words.actors, answer)
        if not words.recipients and answer.trigger.type in _TO_ONESELF:
            words.recipients = _others(answer.actors, words)


def note_accuser(denial: Draft, before: Iterable[Draft]) -> None:
    """Give a denial the one who has charged the denier in the drafts `before` it, the last one."""
    for draft in before:
        charged = draft.trigger.type == "ACCUSE" and set(denial.actors) & set(draft.recipients)
        if charged and not denial.recipients and draft.actors:
            denial.recipients = _others(draft.actors, denial)


def _pair(sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Yield verbs that answer with the nouns of words that are their objects."""
    nouns = [
        draft
        for draft in drafts
        if not draft.trigger.verb and draft.group is None and draft.trigger.type in _WORDS
    ]
    for verb in drafts:
        if verb.group is None or verb.passive or verb.trigger.type not in _ANSWERS:
            continue
        for noun in nouns:
            if verb.last <= noun.at < verb.last + _REACH and not _parted(sentence, verb, noun):
                yield verb, noun
                break


def _parted(sentence: Sentence, verb: Draft, noun: Draft) -> bool:
    """Return whether another clause or phrase begins between the two."""
    between = sentence.items[verb.last : noun.at]
    return any(
        item.kind in {"mark", "timex"}
        or item.lower in AUXILIARIES | SUBORDINATORS | {"to", "by", "with", "over", "for", "of"}
        for item in between
    )


def _others(actors: tuple[str, ...], draft: Draft) -> tuple[str, ...]:
    return tuple(actor for actor in actors if actor not in draft.actors)
