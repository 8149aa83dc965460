"""Read the acts of one sentence: each trigger with who, to whom and how it is meant."""

from collections.abc import Iterator, Mapping

from onrecord.acts.draft import Draft
from onrecord.acts.drafting.nominal import draft_noun
from onrecord.acts.drafting.verbal import draft_verb
from onrecord.acts.grammar.lists import is_number
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AGENTS,
    AUXILIARIES,
    DETERMINERS,
    OWNERS,
    PREPOSITIONS,
    UNDONE_ADJECTIVES,
    is_past,
)
from onrecord.acts.lexicon import Form
from onrecord.acts.parties.agents import find_agents
from onrecord.acts.parties.judging import JUDGING
from onrecord.acts.parties.passives import DONE_TO
from onrecord.acts.parties.sharing import ends_verb
from onrecord.acts.triggers.triggering import form_at
from onrecord.text.wordclasses import is_person_noun

_ACTING = AGENTS | ADVERBS | AUXILIARIES | PREPOSITIONS
# Whoever orders somebody to do something names him; he is who is "ordered to".
_ORDERED = frozenset(
    "urged ordered told forced compelled instructed advised persuaded directed allowed".split()
)
_THEN = frozenset("then later subsequently eventually".split())


def draft_acts(sentence: Sentence, triggers: Mapping[str, tuple[Form, ...]]) -> Iterator[Draft]:
    """Yield the drafts of one sentence in reading order; no two share a word."""
    index = 0
    previous: Draft | None = None
    while index < len(sentence.items):
        form = form_at(sentence, index, triggers)
        if form is None:
            index += 1
            continue
        last = index + len(form.words)
        draft = (
            draft_verb(sentence, index, last, form)
            if form.trigger.verb and not _is_verbal_noun(sentence, index, last, form)
            else draft_noun(sentence, index, last, form)
        )
        if draft is not None:
            if draft.trigger.verb:
                _follow(sentence, draft, previous)
                previous = draft
            yield draft
            index = last
        else:
            index += 1


def _is_verbal_noun(sentence: Sentence, index: int, last: int, form: Form) -> bool:
    """Return whether a verb in "-ing" is a noun, which has no subject: "the beating of".

    So it is behind a thing that it has for its attribute ("the roadside | bombing |"), behind
    whom it befell ("his | beheading | was"), and where it is judged: "slams | killing | of".
    """
    if not sentence.lower(index).endswith("ing"):
        return False
    before, after = sentence.lower(index - 1), sentence.item(last)
    if before in UNDONE_ADJECTIVES:
        return True  # "an attempted | kidnapping |"
    ends = after is None or after.kind == "mark" or after.lower in PREPOSITIONS | AUXILIARIES
    force = form.trigger.type == "ASSAULT"
    owner = sentence.item(index - 1)
    if force and owner is not None and (owner.possessive or before in OWNERS):
        return ends
    if before in DETERMINERS | JUDGING:
        return sentence.lower(last) == "of"
    if not force:
        return False
    thing = before.isalpha() and not before.endswith(("s", "ed", "ly")) and before not in _ACTING
    return (
        ends and thing and sentence.lower(index - 2) in DETERMINERS and not is_person_noun(before)
    )


def _follow(sentence: Sentence, draft: Draft, previous: Draft | None) -> None:
    """Give a bare verb behind "and" what the one before it has: "will withdraw and disarm".

    Of "was seized and deported" both are done to the subject.
    """
    group = draft.group
    if previous is None or group is None or not group.bare:
        return
    if _is_done_too(sentence, draft, previous):
        draft.passive, draft.actors, draft.pronoun = True, find_agents(sentence, draft.last), None
        draft.recipients, draft.receiving = previous.recipients, previous.receiving
        draft.meant = previous.meant
        return
    if group.kind == "ing":
        _follow_participle(sentence, draft, previous)
    if group.kind != "base":
        return
    if previous.group is None or previous.group.kind != "base":
        return
    between = {sentence.lower(at) for at in range(previous.last, group.first)}
    if between & AUXILIARIES:
        return  # another verb stands between, which this one goes on
    if sentence.lower(_joint(sentence, group.first)) in {"and", "or", "nor", ","}:
        draft.meant = previous.meant
        if previous.actors and _is_sister(sentence, draft, previous):
            draft.actors, draft.pronoun = previous.actors, previous.pronoun
        draft.actors = draft.actors or previous.actors
        draft.pronoun = draft.pronoun or previous.pronoun


def _is_sister(sentence: Sentence, draft: Draft, previous: Draft) -> bool:
    """Return whether two base forms have one subject: "to free Lund and | leave |".

    So have those of "demanded that Kenya free Lund and | leave |", but no mark may part them.
    """
    if previous.group is None or draft.group is None:
        return False
    between = range(previous.last, draft.group.first)
    parted = any(sentence.items[at].kind == "mark" or sentence.lower(at) == "to" for at in between)
    open_ = previous.group.to is not None or previous.meant.modality == "demanded"
    return not parted and (open_ or bool(previous.group.auxiliaries))


def _follow_participle(sentence: Sentence, draft: Draft, previous: Draft) -> None:
    """Give a participle what the verb before has: "attacked the troops, killing two and wounding".

    Of those who were attacked some were killed.
    """
    both = previous.trigger.type == draft.trigger.type == "ASSAULT" and not previous.passive
    if not both or previous.group is None:
        return
    goes_on = previous.group.kind == "ing" and _follows_joint(sentence, draft)
    if goes_on and draft.pronoun is None and set(draft.actors) <= set(previous.recipients):
        draft.actors, draft.pronoun = previous.actors, previous.pronoun
    same = draft.actors == previous.actors and draft.pronoun == previous.pronoun
    after = sentence.item(draft.last + 1)
    bare = after is None or after.kind == "mark" or after.lower in PREPOSITIONS | {"and", "others"}
    if same and bare and not draft.recipients and is_number(sentence, draft.last):
        draft.recipients, draft.receiving = previous.recipients, previous.receiving


def _joint(sentence: Sentence, first: int) -> int:
    """Return the item before the verb and its adverbs: "tried | and | then deported"."""
    at = first if sentence.lower(first) == "nor" else first - 1
    while sentence.lower(at) in ADVERBS or sentence.lower(at) in _THEN:
        at -= 1
    return at


def _is_done_too(sentence: Sentence, draft: Draft, previous: Draft) -> bool:
    """Return whether the verb goes on a passive: it has the same subject, and nothing behind it.

    So in a list ("arrested, | questioned | and freed"), and where it orders: "and | told | to".
    """
    same = (draft.pronoun is not None and draft.pronoun == previous.receiving) or (
        bool(draft.actors) and draft.actors == previous.recipients
    )
    listed = sentence.lower(draft.last) in {"and", "or"} and is_past(sentence.lower(draft.last + 1))
    ordered = sentence.lower(draft.at) in _ORDERED and sentence.lower(draft.last) == "to"
    ends = listed or ordered or ends_verb(sentence, draft.last)
    open_too = not previous.meant.real
    done = ordered or draft.trigger.type in DONE_TO
    done = done or (open_too and _follows_joint(sentence, draft))
    return previous.passive and done and same and (ends or open_too)


def _follows_joint(sentence: Sentence, draft: Draft) -> bool:
    """Return whether the verb goes on the one before: "could be questioned and later freed"."""
    group = draft.group
    return group is not None and sentence.lower(_joint(sentence, group.first)) in {"and", "or"}
