"""Find of whom a part is told: "| two of them | fled", "ten men, | most of whom | were freed"."""

from onrecord.acts.grammar.lists import Actors, is_number, list_before
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AGENTS

_PARTS = frozenset("most some many all both none several half each neither few either any".split())
_ROUGHLY = frozenset("the a at least most many about around nearly almost".split())


def is_part_of(sentence: Sentence, whole: int) -> bool:
    """Return whether "of" and how many stand before the pronoun at `whole`: "two of | them |"."""
    if sentence.lower(whole - 1) != "of":
        return False
    return sentence.lower(whole - 2) in _PARTS or is_number(sentence, whole - 2)


def find_whole(sentence: Sentence, pronoun: int) -> tuple[Actors, int]:
    """Return who stands before "most of whom", and where; nobody, where that tells no part."""
    if not is_part_of(sentence, pronoun):
        return (), -1
    at = sentence.skip(pronoun - 3, _ROUGHLY, -1)
    at -= sentence.lower(at) == ","
    named = sentence.item(at)
    if named is None or named.actor is None or named.possessive:
        return (), -1
    return list_before(sentence, at)


def find_those_whose(sentence: Sentence, people: int) -> tuple[Actors, int]:
    """Return the several whose people stand at `people`: "| Kenya and Peru |, whose troops"."""
    at = people - 1
    words = sentence.items[people].lower or sentence.items[people].text.lower()
    if sentence.lower(at) != "whose" or words.split()[-1] not in AGENTS:
        return (), -1
    at -= 2 if sentence.lower(at - 1) == "," else 1
    named = sentence.item(at)
    if named is None or named.actor is None or named.possessive or named.person:
        return (), -1
    return list_before(sentence, at)
