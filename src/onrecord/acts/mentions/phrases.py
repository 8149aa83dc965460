"""Tell whom the phrase of one span means: "Lund's | lawyer |", "CNN guest | Ole Lund |"."""

from collections.abc import Sequence

from onrecord.acts.grammar.contrasts import before_contrast
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import BELONGING, name_behind, tells_whose
from onrecord.acts.grammar.reaching import (
    describes,
    ends_phrase,
    is_in_compound,
    is_of_matter,
    is_of_others,
)
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import CLAUSE_SUBJECTS, DETERMINERS, OWNERS, SUBJECT_PRONOUNS
from onrecord.acts.parties.antecedents import opens_object_relative
from onrecord.acts.parties.holders import heads_people
from onrecord.text.wordclasses import is_person_noun

# Who stands behind such a word inside the phrase is not its head: "a letter to Kenya".
_APART = frozenset("to against about over on".split())
_BREAKS = frozenset("and or of by with against on".split())
_NO_POST = _BREAKS | frozenset(", for to from at in who".split())


def named_in(sentence: Sentence, items: Sequence[Item]) -> Item | None:
    """Return the first actor that does not only own or describe what follows.

    "Lund's | lawyer |", "Norcoal's | Ole Lund |", "Kenya's ally, | Peru |", "Kenya-backed".
    """
    for number, item in enumerate(items):
        at = sentence.items.index(item)
        if item.actor is None or is_in_compound(sentence, at) or is_of_matter(sentence, at):
            continue
        head = sentence.item(at + 1)
        alone = head is not None and head.kind == "word" and not item.person
        if alone and is_of_others(sentence, at):
            return None  # "a Norcoal | contractor | with Peru"
        owner = item.possessive and (
            (item.person and number + 1 < len(items)) or _owns_named(items[number + 1 :])
        )
        if not owner:
            return _holder(items, number) or item
    return None


def _holder(items: Sequence[Item], number: int) -> Item | None:
    """Return the person whose post at the body at `number` is told: "CNN guest | Ole Lund |"."""
    later = next((n for n in range(number + 1, len(items)) if items[n].actor is not None), None)
    if later == number + 1 and heads_people(items[number], items[later]):
        return items[later]
    if later is None or not items[later].person:
        return None
    between = [item.lower for item in items[number + 1 : later]]
    role = bool(between) and is_person_noun(between[-1])
    if items[number].person and len(between) != 1:
        return None  # "Lund | adviser | Ida Berg"
    return items[later] if role and not _NO_POST & set(between) else None


def _owns_named(items: Sequence[Item]) -> bool:
    """Return whether somebody's own name ends what is owned: "(Kenya's) best ally, Peru"."""
    at = next((number for number, item in enumerate(items) if item.actor is not None), None)
    if at is None:
        return False
    apposed = at > 0 and items[at - 1].text == "," and is_person_noun(items[at - 2].lower)
    person = items[at].person and not items[at].possessive
    return (person or apposed) and not any(item.lower in _BREAKS for item in items[:at])


def titled_in(sentence: Sentence, items: Sequence[Item]) -> str | None:
    """Return whose title breaks off before the name: "| the envoy | to Peru Lund".

    So it does in "| the rebel | leader Ole Lund", but "the envoy of Lund" is somebody else. A bare
    "| President | Lund" is no phrase that breaks off, unless it opens the sentence.
    """
    if not items or not is_person_noun(items[-1].text.lower()):
        return None
    first, behind = (sentence.items.index(items[at]) for at in (0, -1))
    at = name_behind(sentence, first)
    plain = all(sentence.lower(each) not in _NO_POST for each in range(behind + 1, at))
    whole = plain and at > behind and (first == 0 or items[0].lower in DETERMINERS)
    if sentence.lower(behind + 1) not in BELONGING and not whole:
        return None
    named = sentence.items[at] if sentence.is_actor(at) else None
    return named.actor if named is not None and named.person else None


def is_meant(sentence: Sentence, items: Sequence[Item], named: Item) -> bool:
    """Return whether the phrase of `items` means the actor `named` in it, and no other head."""
    before = items[: items.index(named)]
    first, at = sentence.items.index(items[0]), sentence.items.index(named)
    apart = any(_parts(item, items) for item in before) or tells_whose(sentence, at)
    apart = apart or before_contrast(sentence, at) != at  # "Kenya and not Peru"
    apart = apart or (at > first and opens_object_relative(sentence, at))  # "the man Kenya held"
    unknown = any(ends_phrase(sentence, first, k, verbs=False) for k in range(first, at))
    # "a town it lost to"
    unknown = unknown or any(sentence.lower(k) in CLAUSE_SUBJECTS for k in range(first + 1, at))
    return not (apart or unknown or describes(sentence, at) or _follows_name(before, named))


def _follows_name(items: Sequence[Item], named: Item) -> bool:
    """Return whether somebody not known is named first: "Ada Holm, a friend of | Kenya |".

    A role before the first name is that of a person ("the head of Norcoal, | Ole Lind |"), and so
    is one with a body before it: "the Senate majority leader, | Ole Lind |".
    """
    commas = [number for number, item in enumerate(items) if item.text == ","]
    if not commas:
        return False
    *_, role, _ = ["", *(item.text for item in items)]
    if named.person and commas == [len(items) - 1] and is_person_noun(role):
        return False
    for number, item in enumerate(items[: commas[-1]]):
        if named.person and is_person_noun(item.lower):
            return False
        if number and item.kind == "word" and item.text[:1].isupper():
            return True
    return False


def _parts(item: Item, items: Sequence[Item]) -> bool:
    """Return whether the phrase's head stands before the word: "about 40 MPs" has it behind.

    Who is "in Kenya" is not Kenya; "a majority in the senate" may be the senate.
    """
    after = next((each for each in items if each.start > item.start), None)
    if item.lower == "in":
        return after is not None and after.lower not in DETERMINERS
    return item.lower in _APART and (after is None or not after.text[:1].isdigit())


def stands_alone(item: Item, count: int) -> bool:
    """Return whether the pronoun stands for who acts: "his" does alone, not in "his family"."""
    return item.lower in SUBJECT_PRONOUNS or (count == 1 and item.lower in OWNERS | {"him", "them"})
