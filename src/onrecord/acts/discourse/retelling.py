"""Fill in who takes part, and when, where a deed is told again: "Peru bombed Oru on Monday. The
bombing killed ten".

News names both sides and the day of a deed once; before and behind that it speaks of "the attack",
or tells that somebody "was charged". What is missing is taken over only where all tellings of the
deed that have it agree, since a wrong party or day is worse than none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import LIGHT_VERBS, OWNERS, PREPOSITIONS
from onrecord.acts.rows.dating import find_timex, is_told_by_noun
from onrecord.acts.rows.placing import find_hedge
from onrecord.acts.rows.speech import Layers
from onrecord.records import Actor, Timex

_Side = Literal["doer", "victim"]
_NEAR = 900  # characters between two tellings, where only a group or a state ties them
# What one party alone does to another; many accuse, ask and support.
_ONES = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
_STEM = 4  # letters that the words of one deed share: "charge", "charged"; "seize", "seizure"
# Who is named dies once, whatever the word: "Lund was shot dead", "the murder of Lund".
_FATAL = (
    "assassinat", "behead", "death", "execut", "gun down", "kill", "lynch", "murder", "shoot dead",
    "slay", "slain",
)  # fmt: skip
_POINTING = frozenset("the this that these those both".split())
_OTHERS = frozenset(
    "another other others second third new more further fresh previous earlier former separate "
    "similar different past last next first".split()
)
_SIDE = frozenset("on against of with between upon from to by".split())


@dataclass(frozen=True, slots=True)
class _Telling:
    """One telling of a deed: its draft and sentence, and who says so ("" is the article)."""

    sentence: Sentence
    draft: Draft
    voice: str
    timex: Timex | None

    @property
    def is_noun(self) -> bool:
        """Whether no verb of its own tells it: "the bombing", "carried out raids"."""
        group = self.draft.group
        return group is None or not self.draft.at <= group.verb < self.draft.last

    @property
    def kinds(self) -> frozenset[str]:
        """The stems of the words that tell it."""
        words = self.draft.trigger.words.split()
        told = [word for word in words if word not in PREPOSITIONS | LIGHT_VERBS]
        return frozenset(word.removeprefix("air")[:_STEM] for word in told if len(word) >= _STEM)


def note_retold(
    drafts: Sequence[tuple[Sentence, Draft]], layers: Layers, actors: Mapping[str, Actor]
) -> None:
    """Fill in the one side or the date that a draft lacks from other tellings of its deed."""
    tellings = [
        _Telling(sentence, draft, _voice(layers, draft), _timex(layers, sentence, draft))
        for sentence, draft in drafts
        if not draft.lies_back
    ]
    whole = [each for each in tellings if _is_whole(each)]
    filled: list[tuple[Draft, str, tuple[str, ...]]] = []
    for telling in tellings:
        draft = telling.draft
        if draft.recipients and _lacks_actor(telling):
            sides = {each.draft.actors for each in _same_deed(telling, whole, actors, by="victim")}
            filled += [(draft, "actors", side) for side in sides if len(sides) == 1]
        elif draft.actors and _lacks_recipient(telling):
            sides = {
                each.draft.recipients for each in _same_deed(telling, whole, actors, by="doer")
            }
            filled += [(draft, "recipients", side) for side in sides if len(sides) == 1]
    for telling in tellings:
        telling.draft.retold = telling.draft.retold or _find_day(telling, tellings, actors)
    for draft, name, side in filled:
        if not set(side) & {*draft.actors, *draft.recipients}:
            setattr(draft, name, side)
            draft.understood = True


def _find_day(
    telling: _Telling, tellings: Sequence[_Telling], actors: Mapping[str, Actor]
) -> Timex | None:
    """Return the date that the other tellings of a deed without one give it, if it is one."""
    draft = telling.draft
    if telling.timex is not None or not draft.meant.real or _is_another(telling):
        return None
    found = {
        (other.timex.earliest, other.timex.latest): other.timex
        for other in tellings
        if other.timex is not None
        and other.timex.latest is not None
        and other.draft.meant.real
        and _tells_again(telling, other, actors)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _tells_again(telling: _Telling, other: _Telling, actors: Mapping[str, Actor]) -> bool:
    """Return whether two tellings are of one deed by their word and by whom it was done to, or
    because a noun points back to it: "the attack"."""
    one, two = telling.draft, other.draft
    suffer = set(one.recipients) & set(two.recipients)
    person = any(actors[each].kind == "person" for each in suffer)
    if person and _is_fatal(one) and _is_fatal(two):
        return True
    if one.trigger.type != two.trigger.type or not telling.kinds & other.kinds:
        return False
    if (one.recipients and two.recipients and not suffer) or (
        one.actors and two.actors and set(one.actors).isdisjoint(two.actors)
    ):
        return False
    if suffer:
        return person or _are_near(one, two)
    return telling.is_noun and _points_back(telling.sentence, one) and _are_near(one, two)


def _same_deed(
    telling: _Telling, whole: Sequence[_Telling], actors: Mapping[str, Actor], *, by: _Side
) -> Iterator[_Telling]:
    """Yield the tellings with both sides of what may be one deed: by its word and one side."""
    draft = telling.draft
    mine = draft.recipients if by == "victim" else draft.actors
    for other in whole:
        shared = other.draft.recipients if by == "victim" else other.draft.actors
        if other.draft is draft or not set(mine) <= set(shared):
            continue
        if other.voice not in {"", telling.voice} or _is_another_day(telling, other):
            continue
        person = by == "victim" and all(actors[each].kind == "person" for each in mine)
        if person and _is_fatal(draft) and _is_fatal(other.draft):
            yield other
        elif draft.trigger.type != other.draft.trigger.type or not telling.kinds & other.kinds:
            continue
        elif by == "doer" or person or _are_near(draft, other.draft):
            yield other


def _are_near(one: Draft, other: Draft) -> bool:
    return abs(one.span.start - other.span.start) <= _NEAR


def _is_whole(telling: _Telling) -> bool:
    """Return whether both sides of something that was done are told without any doubt."""
    draft = telling.draft
    if not draft.actors or not draft.recipients or draft.unclear or draft.denied_by:
        return False
    meant = draft.meant
    real = meant.real and meant.polarity == "positive" and not meant.denied
    return real and find_hedge(telling.sentence, draft.at) is None


def _lacks_actor(telling: _Telling) -> bool:
    """Return whether something was done, and nobody stands there who did it, known or not."""
    draft = telling.draft
    if draft.actors or draft.pronoun is not None or not draft.meant.real:
        return False
    if draft.trigger.type not in _ONES:
        return False
    if draft.mention is not None and draft.mention.actors:
        return False
    return draft.passive or (telling.is_noun and not _is_another(telling))


def _lacks_recipient(telling: _Telling) -> bool:
    """Return whether a noun points to a deed, and nobody stands there to whom it is done."""
    draft, sentence = telling.draft, telling.sentence
    if draft.recipients or draft.receiving is not None or not draft.meant.real:
        return False
    if draft.mention is not None and draft.mention.recipients:
        return False
    return telling.is_noun and _points_back(sentence, draft) and not _is_another(telling)


def _points_back(sentence: Sentence, draft: Draft) -> bool:
    """Return whether the noun is a known deed's: "the strikes", "Kenya's attack", "its raid"."""
    after = sentence.item(draft.last + 1)
    if sentence.lower(draft.last) in _SIDE and (after is None or after.kind != "timex"):
        return False
    for at in range(draft.at - 1, max(-1, draft.at - 4), -1):
        item = sentence.items[at]
        if item.lower in _POINTING | OWNERS or item.possessive:
            return True
        if item.kind == "mark" or item.lower in PREPOSITIONS:
            return False
    return False


def _is_another(telling: _Telling) -> bool:
    """Return whether it is a deed besides those told: "another attack", "an earlier raid"."""
    at = telling.draft.at
    before = {telling.sentence.lower(k) for k in range(at - 3, at)}
    return bool(before & _OTHERS)


def _is_another_day(one: _Telling, other: _Telling) -> bool:
    """Return whether the dates of the two tellings cannot be of one day."""
    a, b = one.timex, other.timex
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def _is_fatal(draft: Draft) -> bool:
    return draft.trigger.words.startswith(_FATAL)


def _voice(layers: Layers, draft: Draft) -> str:
    """Return who tells of the deed: the speaker of the statement that it stands in."""
    statement = layers.at(draft.span)
    return "" if statement is None else statement.speaker or statement.id


def _timex(layers: Layers, sentence: Sentence, draft: Draft) -> Timex | None:
    around = layers.at(draft.span)
    noun = is_told_by_noun(sentence, draft)
    return find_timex(sentence, draft.at, lambda span: layers.at(span) is around, noun=noun)
