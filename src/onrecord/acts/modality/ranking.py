"""Read how an infinitive is meant behind a rank: "is the third envoy | to be shot |"."""

import re

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AUXILIARIES, PREPOSITIONS, WILL
from onrecord.acts.modality.governors import Meant
from onrecord.acts.modality.negating import auxiliaries_of
from onrecord.records import Modality
from onrecord.text.wordclasses import BODY_NOUNS, is_person_noun

_RANK = re.compile(
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only|"
    r"\d+(?:st|nd|rd|th)"
)
# The best or surest one to do something need not have done it.
_NO_SUPERLATIVES = frozenset("best surest safest likeliest guest forest protest request".split())
_LONGEST = 6  # items of a noun phrase
_NO_NOUN = frozenset({"mark", "timex"})
NO_NOUN_PHRASE = (PREPOSITIONS - {"of"}) | AUXILIARIES | {"to", "that"}


def read_rank(sentence: Sentence, at: int) -> Meant | None:
    """Return how it is meant that somebody is the first to do: "is the third envoy | to be shot".

    He has done it, unless he "will be the first to".
    """
    head = _before_insert(sentence, at)
    rank = _rank_before(sentence, head)
    if rank is None or sentence.lower(rank - 1) not in {"the", "its", "their"}:
        return None
    named = sentence.items[head].text[:1].isupper()  # an actor, or "the third | American |"
    if not (named or head == rank or is_somebody(sentence, head)):
        return None
    verb = rank - 2
    subject = head if sentence.is_actor(head) else None
    if sentence.lower(verb) not in {"be", "become", "becoming"}:
        return Meant(modality="happened", governor=verb, subject=subject)
    future = bool(auxiliaries_of(sentence, verb) & WILL)
    modality: Modality = "planned" if future else "hypothetical"
    return Meant(modality=modality, governor=verb, subject=subject)


def _rank_before(sentence: Sentence, head: int) -> int | None:
    """Return the word that counts those of whom the item `head` is one: "the | third | envoy"."""
    for at in range(head, max(-1, head - _LONGEST), -1):
        if _RANK.fullmatch(sentence.lower(at)) or _is_superlative(sentence, at):
            return at
        if sentence.lower(at) in NO_NOUN_PHRASE or sentence.items[at].kind in _NO_NOUN:
            return None
    return None


def _is_superlative(sentence: Sentence, at: int) -> bool:
    """Return whether the one most of a kind is told of: "the | most | senior", "the | oldest |"."""
    word = sentence.lower(at).partition("-")[0]
    return word == "most" or (word.endswith("est") and word not in _NO_SUPERLATIVES)


def _before_insert(sentence: Sentence, at: int) -> int:
    """Return the item before what is inserted: "the third | envoy |, after Ole Lund, to"."""
    if sentence.lower(at) != ",":
        return at
    comma = next((k for k in range(at - 1, max(0, at - 16), -1) if sentence.lower(k) == ","), at)
    return comma - 1


def before_date(sentence: Sentence, at: int) -> int:
    """Return the item before a date at `at`: "decided | on Monday | to", else `at`."""
    item = sentence.item(at)
    if item is None or item.kind != "timex":
        return at
    return at - 1 - (sentence.lower(at - 1) in PREPOSITIONS)


def is_somebody(sentence: Sentence, index: int) -> bool:
    """Return whether the word at `index` names people or a body: "the | envoy |", "a court"."""
    word = sentence.lower(index)
    return is_person_noun(word) or word in BODY_NOUNS
