"""Find who holds the post that a phrase tells: "the editor of the only daily, | Lund |"."""

from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AGENTS,
    AUXILIARIES,
    CLAUSES,
    CONJUNCTIONS,
    DETERMINERS,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from onrecord.text.wordclasses import is_person_noun

STOP = (
    frozenset("to and or but who not off up out down back away".split())
    | PREPOSITIONS
    | DETERMINERS
    | AUXILIARIES
    | SUBORDINATORS
    | AGENTS
)
_OFFICES = frozenset(
    "counterpart minister president envoy ambassador leader secretary chancellor premier consul "
    "attache attaché d'affaires d’affaires".split()
)
_LONGEST_OFFICE = 8  # items of an office before its holder: "the editor of the only daily, | Lund"


def holder_at(sentence: Sentence, index: int) -> int:
    """Return where those stand whom the actor at `index` only describes.

    "White House budget chief Ida Berg" and "Lund adviser Ida Berg" are Berg; of "Berg's
    forces" they are the forces.
    """
    if sentence.items[index].possessive:
        owned = sentence.item(index + 1)
        if owned is not None and owned.kind == "actor":
            return index + 1
        return _apposed_to(sentence, index)
    people = sentence.item(index + 1)
    if people is not None and heads_people(sentence.items[index], people):
        return index + 1
    at = index + 1
    if sentence.items[index].person and not _is_person_noun_at(sentence, at):
        return index
    while at < index + 5 and (_is_office_word(sentence, at) or _ends_rank(sentence, at)):
        at += 1
    item = sentence.item(at)
    return at if at > index + 1 and item is not None and item.person else index


def _is_person_noun_at(sentence: Sentence, index: int) -> bool:
    """Return whether a name may only tell whose people are: "Lund | adviser | Ida Berg"."""
    return is_person_noun(sentence.lower(index)) and sentence.items[index].text.islower()


def heads_people(name: Item, people: Item) -> bool:
    """Return whether people are meant that a name only tells whose they are: "Lund supporters".

    Who acts for a body stands for it: "Norcoal leaders".
    """
    named = name.person or people.text not in AGENTS
    return people.kind == "actor" and people.text.islower() and not name.possessive and named


def _ends_rank(sentence: Sentence, index: int) -> bool:
    """Return whether the dot belongs to a rank before a name: "Army Gen. Ida Berg"."""
    behind = sentence.item(index + 1)
    short = 2 <= len(sentence.lower(index - 1)) <= 4
    return sentence.lower(index) == "." and short and behind is not None and behind.person


def _is_office_word(sentence: Sentence, index: int) -> bool:
    item = sentence.item(index)
    return (
        item is not None
        and item.kind == "word"
        and item.lower not in (STOP - AGENTS) | CONJUNCTIONS | ADVERBS
        and not item.lower.endswith(("ed", "ing", "ly"))
    )


def names_holder(sentence: Sentence, comma: int) -> bool:
    """Return whether the comma stands between an office and its holder: "her envoy, Lund".

    Whoever has a verb behind him is none: "having recalled her envoy, Kenya left".
    """
    return sentence.lower(comma - 1) in _OFFICES and _is_set_off(sentence, comma)


def holder_behind(sentence: Sentence, start: int) -> int | None:
    """Return where the person is named whom the phrase at `start` tells of, up to its comma.

    So in "the editor of the only daily, | Lund |, at"; not in "the editor, Lund said".
    """
    head = sentence.skip(start, PLAIN_DETERMINERS)
    comma = next(
        (at for at in range(head, head + _LONGEST_OFFICE) if sentence.lower(at) == ","), None
    )
    if comma is None or sentence.lower(head + 1) not in {"of", "for"}:
        return None
    plain = all(_is_of_office(sentence.items[at]) for at in range(head, comma))
    headed = is_person_noun(sentence.lower(head)) and plain
    return comma + 1 if headed and _is_set_off(sentence, comma) else None


def _is_of_office(item: Item) -> bool:
    """Return whether the item may stand in what an office is of, as a verb may not."""
    plain = item.kind in {"word", "timex"}  # "the only daily"
    return plain and item.lower not in AUXILIARIES | CLAUSES | CONJUNCTIONS


def _apposed_to(sentence: Sentence, owner: int) -> int:
    """Return where the person is named whom the owner has: "Berg's lawyer, | Ole Lund |, on".

    So is Peru in "Kenya's great rival | Peru |". Where none is, it is the owner.
    """
    for at in range(owner + 1, owner + _LONGEST_OFFICE):
        if sentence.is_actor(at) and at > owner + 1 and is_person_noun(sentence.lower(at - 1)):
            return at
        if sentence.lower(at) == ",":
            named = is_person_noun(sentence.lower(at - 1)) and _is_set_off(sentence, at)
            return at + 1 if named else owner
        if not _is_office_word(sentence, at):
            return owner
    return owner


def _is_set_off(sentence: Sentence, comma: int) -> bool:
    """Return whether a person alone is named behind the comma, up to the next or to the end."""
    named, behind = sentence.item(comma + 1), sentence.item(comma + 2)
    if named is None or not named.person or named.possessive:
        return False
    return behind is None or behind.text in {",", ".", ";"} or behind.kind == "timex"
