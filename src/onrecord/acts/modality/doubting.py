"""Tell whether a clause leaves open what its verb tells: "whether it", "they believed it"."""

from onrecord.acts.grammar.groups import Group
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    BE,
    CONTRACTED_NOT,
    DEMANDED_TO,
    NOT,
    QUOTATION_MARKS,
    SUBJECT_PRONOUNS,
    SUPPOSING,
)

_IMAGINING = frozenset(
    "dream dreams dreamed imagine imagines imagined pretend pretended suspect suspects".split()
)
_HOPING = frozenset("hope hopes hoping wish wishes wishing pray prays praying".split())
_STILL_TO_COME = frozenset("until once before".split())
_CLAUSE = 5  # items from "until" or "before" to its verb
_CONFIRMING = frozenset(
    "confirm confirmed verify verified evidence proof confirmation sign signs indication "
    "indications".split()
)
_HINTS = frozenset("indication sign suggestion hint evidence".split())
_SUPPOSED = frozenset("impression illusion assumption belief".split())  # "under the | impression"
_FIRST = frozenset("first initially wrongly mistakenly also then once long".split())
# "Reports that Peru left are premature."
_THEORIES = frozenset("theory theories rumour rumours rumor rumors".split())
_TOLD = frozenset("report reports claim claims rumour rumours rumor rumors allegations".split())
_UNTRUE = frozenset(
    "premature false untrue wrong baseless unfounded groundless exaggerated incorrect inaccurate "
    "nonsense mistaken fake".split()
)
_UNTRUE_REACH = 30  # items from "reports that" to what they are
_SHOWING = frozenset(
    "show prove mean suggest signal signify indicate demonstrate confirm imply reveal".split()
)
_MAKING = frozenset("make makes making".split())
_BELIEVED = frozenset("believed thought feared suspected assumed presumed".split())
_BELIEVING = frozenset("believe think".split())
_UNCONFIRMED = frozenset("not no yet never neither cannot unable little without".split())


def is_contact_clause(sentence: Sentence, first: int) -> bool:
    """Return whether the verb at `first` tells which thing is meant: "the deal he | made |"."""
    subject, noun = sentence.item(first - 1), sentence.item(first - 2)
    if subject is None or not (subject.kind == "actor" or subject.lower in SUBJECT_PRONOUNS):
        return False
    plain = noun is not None and noun.kind == "word" and noun.text.islower()
    return plain and sentence.lower(first - 3) == "the"


def is_open(sentence: Sentence, group: Group) -> bool:
    """Return whether the clause is left open: "whether it", "has yet to confirm that".

    So is what something would show ("an attack would mean that talks had failed"), and what
    somebody cares for: "to make sure that Kenya leaves".
    """
    first = group.first
    if group.past and is_contact_clause(sentence, first):
        return False
    for index in range(first - 1, max(-1, first - 14), -1):
        word = sentence.lower(index)
        if sentence.items[index].kind == "mark" and word not in QUOTATION_MARKS:
            return False
        if word == "when" and group.past and not group.auxiliaries:
            return False  # "whether he acted alone when he | shot | two"
        if word == "whether":
            return True
        if word in _BELIEVED and index == first - 2:
            before = index - 1 - (sentence.lower(index - 1) in _FIRST)
            who = sentence.lower(before)  # "they believed he had left", no "suspected rebels"
            return who in SUBJECT_PRONOUNS | BE or sentence.is_actor(before)
        if word == "that" and _is_wrong(sentence, index):
            return True
        if word in _HOPING and sentence.lower(index + 1) == "that":
            return True
        if word in _BELIEVED and index == first - 1 and sentence.lower(index - 1) in BE:
            return True  # "is presumed killed"
        if word.startswith("ensur") and word != "ensured":
            return True
        if word == "sure" and sentence.lower(index - 1) in _MAKING:
            return True
        if _is_guess(sentence, index) or _is_to_come(sentence, group, index):
            return True
        if word in _SHOWING and sentence.lower(index - 1) in SUPPOSING:
            return True
        asked = sentence.lower(index + 1) == "that" or sentence.lower(index + 2) == "that"
        shown = word in _SHOWING | _BELIEVING or (asked and word in DEMANDED_TO)
        if shown and _is_denied(sentence, index):
            return True
        if word in _HINTS and sentence.lower(index - 1) == "any":
            return True
        if word in _CONFIRMING:
            words = {sentence.lower(k) for k in range(max(0, index - 8), index)}
            return bool(words & _UNCONFIRMED)
    return False


def _is_wrong(sentence: Sentence, that: int) -> bool:
    """Return whether what follows "that" is only supposed, or called untrue behind it."""
    before = sentence.lower(that - 1)
    if before in _SUPPOSED and "under" in {sentence.lower(that - 2), sentence.lower(that - 3)}:
        return True
    if before in _THEORIES:
        return True
    if before not in _TOLD:
        return False
    return any(
        sentence.lower(at) in _UNTRUE and sentence.lower(at - 1) in BE
        for at in range(that + 1, min(len(sentence.items), that + _UNTRUE_REACH))
    )


def _is_guess(sentence: Sentence, index: int) -> bool:
    """Return whether what follows is only imagined or guessed: "perhaps", "as if", "dreamed that".

    "Perhaps 40 men" only guesses how many.
    """
    word, after, before = (sentence.lower(index + step) for step in (0, 1, -1))
    if word in _IMAGINING and after == "that":
        return True
    if (before, word) in {("as", "if"), ("as", "though"), ("has", "it")}:
        return word != "it" or after == "that"  # "rumour has it that"
    opens = index == 0 or before in {"that", ",", "and", "but", "“"}
    item = sentence.item(index + 1)
    counts = item is None or item.text[:1].isdigit() or after in {"a", "as", "the"}
    return word in {"perhaps", "maybe"} and opens and not counts


def _is_to_come(sentence: Sentence, group: Group, index: int) -> bool:
    """Return whether the verb is of a clause "until" or "before" at `index` that tells no past.

    So "until Lund | is freed |" and "before it | leaves |"; "until it | left |" tells what was
    done, and "before the deadly | attack |" opens no clause.
    """
    if sentence.lower(index) not in _STILL_TO_COME:
        return False
    subject = group.first - 1
    told = sentence.is_actor(subject) or sentence.lower(subject) in SUBJECT_PRONOUNS
    if sentence.lower(index) == "before" and group.bare and group.kind == "base" and not told:
        return False
    present = {"is", "are", "has", "have"} & group.auxiliaries
    past = group.kind in {"past", "tense", "participle"} and not present
    return group.first - index <= _CLAUSE and not past and group.to is None


def _is_denied(sentence: Sentence, index: int) -> bool:
    """Return whether "not" stands before the verb: "it does not mean that", "don't believe"."""
    before = {sentence.lower(at) for at in range(index - 2, index)}
    return bool(before & (NOT | CONTRACTED_NOT))
