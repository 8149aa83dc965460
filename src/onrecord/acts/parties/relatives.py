"""Part the sides of two verbs where a clause without its object describes the subject.

In "the union that | Peru | banned sued Kenya" Peru banned the union, and the union sued Kenya.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.lists import Actors, list_before, list_behind, name_behind, title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    LIGHT_VERBS,
    PREPOSITIONS,
    RECEIVING_VERBS,
    RELATIVE_PRONOUNS,
    SAYINGS,
    SUBORDINATORS,
    is_past,
)
from onrecord.acts.lexicon import HARMFUL
from onrecord.acts.parties.objects import WORDS, find_object

_LONGEST_HEAD = 6  # items of the phrase that the clause describes: "the Kenyan miners' union"
_LONGEST_OWNED = 3  # items behind "whose": "whose | farm land |"
_LONGEST_TAIL = 12  # items from the verb of the clause to the main verb
_NO_NOUN = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | ADVERBS | SAYINGS | DETERMINERS | {"to"}
_CARRYING = LIGHT_VERBS - RECEIVING_VERBS
# Behind these nouns "that" tells what is said or thought: "the claim that Kenya fired shook Peru".
_TOLD = WORDS | frozenset("news fact belief hope evidence proof promise pledge decision".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relative:
    """A clause told of a noun: its own subject and verb, and the main verb behind it.

    `head` is the actor told of, if he is known; `owned` tells that it is of what he has.
    """

    head: str | None
    subject: Actors
    verb: int
    main: int
    owned: bool


def part_relatives(sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """Give the verb of such a clause and the main verb each its own sides.

    Who acts in the clause has not done what the main verb tells, and whom the main verb reaches has
    nothing done to him in the clause.
    """
    for draft in drafts:
        _note_carrier(sentence, draft)
    for clause in _find_relatives(sentence):
        for draft in drafts:
            verb = draft.at if draft.group is None else draft.group.verb
            if verb == clause.verb:
                _keep_inside(sentence, draft, clause)
            elif verb == clause.main:
                _keep_outside(draft, clause)


def _note_carrier(sentence: Sentence, draft: Draft) -> None:
    """Let who carries a deed out in a clause of its noun act: "the raid that | Kenya | launched".

    Whom it is done to stands in the clause, too: "the sanctions that Peru imposed on | Kenya |".
    """
    told = sentence.lower(draft.last - 1).removesuffix("s") in _TOLD
    infinitive = sentence.lower(draft.at - 1) == "to"  # "plotted to oust | the king | opened"
    if draft.group is not None or infinitive or (told and sentence.lower(draft.last) == "that"):
        return
    name = name_behind(sentence, draft.last + (sentence.lower(draft.last) in {"that", "which"}))
    verb = sentence.skip(name + 1, HAVE | ADVERBS)
    owner = sentence.is_actor(name) and sentence.items[name].possessive
    if not sentence.is_actor(name) or owner or sentence.lower(verb) not in _CARRYING:
        return
    draft.actors, draft.pronoun, draft.receiving = list_behind(sentence, name), None, None
    at = verb + 1
    while sentence.item(at) is not None and not _ends_carrier(sentence, at):
        at += 1
    inside = {item.actor for item in sentence.items[verb:at]} - set(draft.actors)
    found = tuple(actor for actor in draft.recipients if actor in inside)
    if not found and sentence.lower(verb + 1) in {"on", "against"}:
        found = find_object(sentence, verb + 2, draft.actors)
    draft.recipients = found


def _ends_carrier(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    return sentence.items[at].kind == "mark" or word in AUXILIARIES or is_past(word)


def _keep_inside(sentence: Sentence, draft: Draft, clause: _Relative) -> None:
    """Let the subject of the clause act on whom it is told of, or on who stands in the clause."""
    before = {item.actor for item in sentence.items[: clause.main]}
    if clause.owned:
        before.discard(clause.head)
    reached = tuple(a for a in draft.recipients if a in before and a not in clause.subject)
    told = clause.head is not None and (not clause.owned or draft.trigger.type in HARMFUL)
    draft.actors, draft.pronoun, draft.receiving = clause.subject, None, None
    draft.passive = False
    draft.recipients = (clause.head,) if told and clause.head is not None else reached


def _keep_outside(draft: Draft, clause: _Relative) -> None:
    """Take the subject of the clause from the sides of the main verb, which are of the head."""
    known = () if clause.head is None else (clause.head,)
    if draft.passive:
        draft.recipients = known
        return
    draft.actors = known or tuple(a for a in draft.actors if a not in clause.subject)
    draft.recipients = tuple(a for a in draft.recipients if a not in draft.actors)


def _find_relatives(sentence: Sentence) -> Iterator[_Relative]:
    for subject in range(1, len(sentence.items)):
        if not sentence.is_actor(subject) or sentence.items[subject].possessive:
            continue
        verb = subject + 1
        while sentence.lower(verb) in AUXILIARIES | ADVERBS:
            verb += 1
        passive = bool({sentence.lower(at) for at in range(subject, verb)} & BE)
        if passive or sentence.lower(verb) in SAYINGS or not _is_verb(sentence, verb):
            continue
        actors, first = list_before(sentence, subject)
        head, owned = _head_at(sentence, _item_before(sentence, first))
        main = _main_verb(sentence, verb) if head is not None else None
        if head is not None and main is not None:
            told = sentence.items[head].actor
            yield _Relative(head=told, subject=actors, verb=verb, main=main, owned=owned)


def _item_before(sentence: Sentence, name: int) -> int:
    """Return the item before the phrase of the actor at `name`: "the tanker | Peru's navy"."""
    at = sentence.skip(title_start(sentence, name) - 1, DETERMINERS, -1)
    return at - 1 if sentence.is_actor(at) and sentence.items[at].possessive else at


def _head_at(sentence: Sentence, last: int) -> tuple[int | None, bool]:
    """Return the head of the phrase before the clause, and whether "whose" stands between.

    `last` is the item before the subject: "the | union | that Peru", "farmers whose | land | Peru".
    """
    whose = next(
        (
            at
            for at in range(last - 1, last - 1 - _LONGEST_OWNED, -1)
            if sentence.lower(at) == "whose"
        ),
        None,
    )
    alone = last if sentence.lower(last) in RELATIVE_PRONOUNS else None
    pronoun = alone if whose is None else whose
    head = last if pronoun is None else pronoun - 1
    noun = sentence.item(head)
    if noun is None or noun.kind not in {"word", "actor"} or noun.possessive:
        return None, False
    if noun.lower in _NO_NOUN or noun.lower.removesuffix("s") in _TOLD:
        return None, False
    bare = pronoun is not None and noun.text.endswith("s")  # "farmers whose land"
    return (head if _opens_clause(sentence, head, bare=bare) else None), whose is not None


def _opens_clause(sentence: Sentence, head: int, *, bare: bool) -> bool:
    """Return whether the phrase that ends with the item opens a clause.

    Of nobody known it has a determiner, where it may not be `bare`.
    """
    first = title_start(sentence, head) if sentence.is_actor(head) else head
    while first > max(0, head - _LONGEST_HEAD) and _is_in_phrase(sentence, first - 1):
        first -= 1
    phrase = range(first, head)
    marked = any(
        sentence.lower(at) in DETERMINERS or sentence.items[at].possessive for at in phrase
    )
    opens = first == 0 or sentence.items[first - 1].kind in {"mark", "timex"}
    joined = sentence.lower(first - 1) in {"but", "yet"} | SUBORDINATORS
    return (opens or joined) and (marked or bare or sentence.is_actor(head))


def _is_in_phrase(sentence: Sentence, at: int) -> bool:
    item = sentence.items[at]
    if item.kind == "word":
        return item.lower in DETERMINERS - {"that"} or item.lower not in _NO_NOUN | SUBORDINATORS
    return item.kind == "actor" and item.possessive


def _main_verb(sentence: Sentence, verb: int) -> int | None:
    """Return the main verb behind the verb of the clause: "Peru banned last week | sued |"."""
    for at in range(verb + 1, min(len(sentence.items) - 1, verb + _LONGEST_TAIL)):
        item = sentence.items[at]
        word, before = item.lower, sentence.lower(at - 1)
        if item.kind == "mark" or word in (SUBORDINATORS | CONJUNCTIONS) - PREPOSITIONS:
            return None
        if at == verb + 1 and not _lacks_object(sentence, at):
            return None  # "the claim that Kenya attacked Peru shook"
        if item.kind != "word" or before in DETERMINERS | {"to"}:
            continue
        if word in AUXILIARIES and item.text != "May":
            return _behind_auxiliaries(sentence, at)
        if is_past(word) and sentence.lower(at + 1) != "by":
            return at
    return None


def _behind_auxiliaries(sentence: Sentence, at: int) -> int:
    while sentence.lower(at) in AUXILIARIES | ADVERBS:
        at += 1
    return at


def _lacks_object(sentence: Sentence, at: int) -> bool:
    """Return whether what stands right behind the verb of the clause is no object."""
    word = sentence.lower(at)
    behind = word in PREPOSITIONS | AUXILIARIES | ADVERBS | {"to"} or is_past(word)
    return sentence.items[at].kind == "timex" or behind


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Return whether a verb stands here: "that Iran | funded |", "funds", "has given"."""
    word = sentence.lower(at)
    if is_past(word) or word.endswith("ed"):
        return True
    present = sentence.is_actor(at - 1) and word.endswith("s")
    perfect = sentence.lower(at - 1) in HAVE and word.endswith("n")
    return present or perfect
