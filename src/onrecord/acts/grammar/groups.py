"""The group of auxiliaries, adverbs and negation in front of a verb."""

from dataclasses import dataclass

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONTRACTED_NOT,
    DETERMINERS,
    HAVE,
    MODALS,
    NOT,
    PREPOSITIONS,
    WILL,
)
from onrecord.text import FormKind

_LONGEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A verb with what belongs to it: items `first` up to but not including `last`.

    `verb` is the verb's own place, `to` that of "to" before an infinitive.
    """

    first: int
    verb: int
    last: int
    kind: FormKind
    auxiliaries: frozenset[str]
    negative: bool
    to: int | None = None

    @property
    def passive(self) -> bool:
        """Whether the subject is the one acted on: "was seized"."""
        participle = self.kind in {"past", "participle"}
        return participle and bool(self.auxiliaries & BE)

    @property
    def bare(self) -> bool:
        """Whether no auxiliary stands with the verb."""
        return not self.auxiliaries and self.to is None

    @property
    def future(self) -> bool:
        """Whether "will" or "shall" stands with the verb."""
        return bool(self.auxiliaries & (WILL | {"won't"}))

    @property
    def modal(self) -> bool:
        """Whether a modal stands with the verb: "would", "could", "may"."""
        return bool(self.auxiliaries & (MODALS | _MODAL_NOT))

    @property
    def past(self) -> bool:
        """Whether it tells of something past, which no condition of now can hold up."""
        open_ = self.to is not None or self.future or self.modal
        return not open_ and self.kind in {"past", "tense", "participle"}

    @property
    def perfect_past(self) -> bool:
        """Whether the group is a past perfect: "had seized"."""
        return "had" in self.auxiliaries or "hadn't" in self.auxiliaries

    @property
    def progressive(self) -> bool:
        """Whether the group is progressive: "is massing"."""
        return self.kind == "ing" and bool(self.auxiliaries & BE)


MERELY = frozenset("merely only just simply".split())
_MODAL_NOT = frozenset("wouldn't can't couldn't shouldn't mustn't".split())


def group_at(sentence: Sentence, verb: int, last: int, kind: FormKind) -> Group:
    """Return the group of the verb at items `verb` to `last`, read leftwards."""
    auxiliaries: set[str] = set()
    negative, to, first = False, None, verb
    index = verb - 1
    while index >= 0 and verb - index <= _LONGEST:
        word = sentence.lower(index)
        if word in AUXILIARIES and (to is None):
            auxiliaries.add(word)
            contracted = word in CONTRACTED_NOT or word == "cannot"
            negative = negative or (contracted and sentence.lower(index + 1) not in MERELY)
            first = index
        elif word in NOT:
            # "did not merely sign" has signed
            negative = negative or sentence.lower(index + 1) not in MERELY
            first = index if word != "no" else first
            if word == "no":
                break
        elif word == "to" and index == first - 1 and _infinitive(kind, auxiliaries):
            to = first = index
            if sentence.lower(index - 1) in NOT:
                negative = True
                first = index - 1
            break
        elif word in ADVERBS or (word.endswith("ly") and len(word) > 4) or is_then(sentence, index):
            if index == first - 1 or auxiliaries:
                first = index if _in_group(sentence, index) else first
        elif not _is_date_inside(sentence, index):
            break
        index -= 1
    if not auxiliaries and to is None and kind in {"past", "participle"}:
        auxiliaries |= _inverted(sentence, first)
    if not auxiliaries and to is None and kind == "base":
        auxiliaries |= _behind_nor(sentence, first)
        negative = negative or bool(auxiliaries)
    if kind in {"past", "participle"} and sentence.lower(last) in DETERMINERS:
        # "it's taken the port" has
        auxiliaries = {"has" if word == "'s" else word for word in auxiliaries}
    return Group(
        first=first,
        verb=verb,
        last=last,
        kind=kind,
        auxiliaries=frozenset(auxiliaries),
        negative=negative,
        to=to,
    )


def _inverted(sentence: Sentence, first: int) -> set[str]:
    """Return the "had" that opens the clause before its subject: "Had Kenya | attacked |, Peru"."""
    at = sentence.skip(first - 2, DETERMINERS, -1)
    before = sentence.item(at - 1)
    opens = before is None or before.kind == "mark"
    return (
        {"had"} if sentence.is_actor(first - 1) and sentence.lower(at) == "had" and opens else set()
    )


def _behind_nor(sentence: Sentence, first: int) -> set[str]:
    """Return the modal behind "nor" and before the subject: "Nor could Kenya | sign | it"."""
    at = first - 2
    opens = sentence.lower(at - 1) in {"nor", "neither"} and sentence.lower(at) in AUXILIARIES
    return {sentence.lower(at)} if opens else set()


def is_finite(group: Group) -> bool:
    """Return whether the verb can have a subject of its own in front of it."""
    if group.to is not None:
        return False
    if group.kind == "ing":
        return bool(group.auxiliaries & (BE | HAVE))
    if group.kind == "participle":
        return bool(group.auxiliaries)
    return True


def _infinitive(kind: FormKind, auxiliaries: set[str]) -> bool:
    return kind == "base" or bool(auxiliaries & {"be", "have"})


def is_then(sentence: Sentence, index: int) -> bool:
    """Return whether "since" stands inside the group: "have | since | been freed"."""
    return sentence.lower(index) == "since" and sentence.lower(index - 1) in HAVE


def _in_group(sentence: Sentence, index: int) -> bool:
    """Return whether an auxiliary or "to" stands before, so that the word is inside the group."""
    for at in range(index - 1, max(-1, index - 4), -1):
        word = sentence.lower(at)
        if word in AUXILIARIES or word == "to":
            return True
        if not (word in ADVERBS or word.endswith("ly") or word in PREPOSITIONS or not word):
            return False
    return False


def _is_date_inside(sentence: Sentence, index: int) -> bool:
    """Return whether a date stands here inside the group: "has on Monday refused"."""
    if sentence.items[index].kind == "timex":
        return _in_group(sentence, index)
    after = sentence.item(index + 1)
    return sentence.lower(index) in PREPOSITIONS and after is not None and after.kind == "timex"
