"""Join the acts that the trained reader found with those that the table of triggers found.

The reader knows what an act is without knowing its word, and how it is meant; the clause grammar
knows whose mention stands where. A draft of both has the table's type, and the reader's meaning
where that is sure; one of the reader alone gets its actors by the reader's spans; one of the table
alone stays as it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.acts.draft import Draft
from onrecord.acts.governors import Meant
from onrecord.acts.lexicon import Trigger
from onrecord.acts.sentences import Sentence
from onrecord.acts.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SAYINGS,
    SUBJECT_PRONOUNS,
)
from onrecord.records import ActMention, Span
from onrecord.spans import overlaps

# How sure the reader is of a trigger, and of its type, that the table does not have.
_LEAST = 0.8
_LEAST_TYPE = 0.6
# How sure it is of what it says otherwise than the grammar of verbs does.
_SURE_MODALITY = 0.75
_DOUBTING_MODALITY = 0.9
_CERTAIN_MODALITY = 0.95
_REAL = frozenset({"happened", "ongoing"})
_ASKING = frozenset("ask asks asked asking".split())
# A trigger of such words alone tells no act: "draw | down |", "she | looks | weak".
_NO_ACT = (
    AUXILIARIES
    | PREPOSITIONS
    | DETERMINERS
    | CONJUNCTIONS
    | frozenset("down up out off back away to ahead look looks looked seen shown".split())
    | frozenset("seem seems seemed appear appears appeared sought seek seeks".split())
)
_TITLES = frozenset("mr mrs ms dr . president minister secretary".split())
_CONDITIONAL = frozenset(
    "if unless until should provided providing as so once had were without on in assuming when "
    "whenever only even failing barring pending subject".split()
)
# Who stands behind one of these words is not whom the act is done to.
_ASIDE = frozenset("before despite during since amid until without unlike because".split())


def join_mentions(
    sentence: Sentence, drafts: Sequence[Draft], mentions: Sequence[ActMention]
) -> list[Draft]:
    """Return the acts of one sentence, of the table and of the reader, in reading order.

    `mentions` are those whose trigger stands in the sentence.
    """
    left = list(drafts)
    found: list[Draft] = []
    for mention in mentions:
        same = [draft for draft in left if overlaps(draft.span, mention.trigger)]
        if same:
            left = [draft for draft in left if draft not in same]
            found.append(_confirm(sentence, same[0], mention))
        elif (
            mention.type != "STATE" and mention.sure >= _LEAST and mention.type_sure >= _LEAST_TYPE
        ):
            found += _propose(sentence, mention)
    return sorted([*found, *left], key=lambda draft: draft.span)


def _confirm(sentence: Sentence, draft: Draft, mention: ActMention) -> Draft:
    """Return the draft with what the reader says of it."""
    draft.mention = mention
    if mention.modality_sure >= _needed(draft.meant, mention):
        draft.meant = replace(
            draft.meant,
            modality=mention.modality,
            polarity="negative" if mention.negative else "positive",
            sure=True,
        )
    if not draft.actors and draft.pronoun is None:
        draft.actors, draft.pronoun = _who(sentence, mention.actors)
    if not draft.recipients:
        recipients, _ = _who(sentence, _reached(sentence, mention))
        draft.recipients = tuple(a for a in recipients if a not in draft.actors)
    return draft


def _needed(meant: Meant, mention: ActMention) -> float:
    """Return how sure the reader has to be to be followed against the grammar of verbs.

    It is followed most easily where it doubts that something happened: an act that did not happen
    is the worse mistake.
    """
    if not meant.sure:
        return _SURE_MODALITY
    doubts = mention.modality not in _REAL or mention.negative
    if meant.modality in _REAL and meant.polarity == "positive" and doubts:
        return _DOUBTING_MODALITY
    return _CERTAIN_MODALITY


def _propose(sentence: Sentence, mention: ActMention) -> Iterator[Draft]:
    """Yield the draft of an act that only the reader found, if somebody in it is known."""
    places = [
        index
        for index, item in enumerate(sentence.items)
        if item.start < mention.trigger.end and item.end > mention.trigger.start
    ]
    if not places:
        return
    actors, pronoun = _who(sentence, mention.actors)
    recipients, _ = _who(sentence, _reached(sentence, mention))
    at, last = places[0], places[-1] + 1
    words = " ".join(item.lower or item.text for item in sentence.items[at:last])
    if (SAYINGS | _ASKING) & set(words.split()):
        return  # what is said or asked there is the statement's
    if all(word in _NO_ACT or not re.search(r"[a-z]", word) for word in words.split()):
        return
    yield Draft(
        trigger=Trigger(words=words, verb=True, type=mention.type, speech_act=None),
        span=mention.trigger,
        at=at,
        last=last,
        meant=Meant(
            modality=mention.modality,
            polarity="negative" if mention.negative else "positive",
            condition=_condition(sentence, mention),
            sure=mention.modality_sure >= _SURE_MODALITY,
            denied=mention.denied,
        ),
        group=None,
        actors=actors,
        recipients=tuple(a for a in recipients if a not in actors),
        pronoun=pronoun,
        mention=mention,
    )


def _condition(sentence: Sentence, mention: ActMention) -> Span | None:
    """Return the condition that the reader found, if it opens like one."""
    span = mention.condition
    if span is None:
        return None
    first = next((item for item in sentence.items if item.start >= span.start), None)
    return span if first is not None and first.lower in _CONDITIONAL else None


def _reached(sentence: Sentence, mention: ActMention) -> Iterator[Span]:
    """Yield the recipients but those of a time or reason: "to invade despite the Kenyan pleas"."""
    for span in mention.recipients:
        at = next((n for n, item in enumerate(sentence.items) if item.start >= span.start), 0)
        while at > 0 and sentence.lower(at - 1) in DETERMINERS | _TITLES:
            at -= 1
        if span.start < mention.trigger.start or sentence.lower(at - 1) not in _ASIDE:
            yield span


def _who(sentence: Sentence, spans: Iterable[Span]) -> tuple[tuple[str, ...], str | None]:
    """Return the actors that the spans name, the first of each, and a pronoun where none does."""
    actors: dict[str, None] = {}
    pronoun: str | None = None
    for span in spans:
        inside = [item for item in sentence.items if span.start <= item.start < span.end]
        named = next((item.actor for item in inside if item.actor is not None), None)
        if named is not None:
            actors[named] = None
        elif pronoun is None:
            pronoun = next((i.lower for i in inside[:1] if i.lower in SUBJECT_PRONOUNS), None)
    return tuple(actors), None if actors else pronoun
