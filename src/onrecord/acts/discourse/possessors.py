"""Find whose mother or editor a speaker is: "the dead man's mother, Ida Berg, said"."""

from collections.abc import Sequence

from onrecord.acts.grammar.items import Item
from onrecord.text.wordclasses import is_person_noun

_MARKS = ("'s", "’s", "s'", "s’")


def possessor_of(source: Sequence[Item]) -> Item | None:
    """Return the person, named or not, who owns the role of a speaker named behind it.

    `source` names the speaker: "the dead | man’s | mother, Ida Berg", "| Lund’s | mother, Ida".
    """
    for number, item in enumerate(source):
        role = source[number + 1 : number + 4]
        named = [each for each in source[number + 1 :] if each.person]
        if named and _owns(item) and any(is_person_noun(each.lower) for each in role):
            return item
    return None


def _owns(item: Item) -> bool:
    """Return whether the item is a person with "'s" behind it."""
    if item.possessive:
        return item.person
    stem = next((item.lower.removesuffix(mark) for mark in _MARKS if item.lower.endswith(mark)), "")
    return is_person_noun(stem)
