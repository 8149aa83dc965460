"""What has to be done before something else will be: "will sign after it | has met | Peru"."""

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import RELATIVES, WILL

_WAITING = frozenset("after once when until before".split())
_MAIN = WILL | {"would", "won't", "wouldn't"}
_CLAUSE = 8  # items from the word that opens the clause to its verb
_REACH = 16  # items from there back to what will be done
_BREAKS = frozenset('. ; : “ ” "'.split())


def is_awaited(sentence: Sentence, group: Group) -> bool:
    """Return whether the verb's clause of time hangs on what is still to come.

    So it is with a perfect behind "will" or "would"; "said it would stay after it met Peru" may
    tell of a meeting that was held.
    """
    perfect = group.auxiliaries and group.auxiliaries <= {"has", "have", "had", "been", "not"}
    if not perfect or group.kind not in {"past", "participle"}:
        return False
    for at in range(group.first - 1, max(-1, group.first - _CLAUSE), -1):
        word = sentence.lower(at)
        if word in _WAITING:
            return _is_to_come(sentence, at) or (word == "until" and _is_refused(sentence, at))
        if word in _BREAKS or word in RELATIVES or word == "that":
            return False
    return False


def _is_to_come(sentence: Sentence, opening: int) -> bool:
    """Return whether "will" or "would" stands in the clause before item `opening`."""
    for at in range(opening - 1, max(-1, opening - _REACH), -1):
        word = sentence.lower(at)
        if word in _MAIN:
            return sentence.lower(at + 1) != "have"
        if word in _BREAKS or word in RELATIVES or word in {"and", "but", "that"}:
            return False
    return False


def _is_refused(sentence: Sentence, opening: int) -> bool:
    """Return whether something is refused until then: "declined to say until he had met Peru"."""
    for at in range(opening - 1, max(-1, opening - _REACH), -1):
        word = sentence.lower(at)
        if word.startswith(("declin", "refus")):
            return True
        if word in _BREAKS or word in {"and", "but"}:
            return False
    return False
