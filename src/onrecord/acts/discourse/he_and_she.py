"""Find whom "he", "she", "him" and "her" mean."""

from onrecord.acts.discourse.asked import (
    Asked,
    is_behind_object,
    is_new,
    speaks_for,
    speaks_of_another,
)
from onrecord.acts.discourse.possessors import possessor_of
from onrecord.acts.draft import Draft
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.words import OBJECT_PRONOUNS, SUBJECT_PRONOUNS
from onrecord.coreference import People
from onrecord.records import Actor, Span
from onrecord.spans import contains
from onrecord.text.wordclasses import is_person_noun

_AGENTS = frozenset("lawyer attorney spokesman spokeswoman spokesperson".split())
# How likely somebody is at least who is taken for "he" or "she", in direct speech, where people
# are spoken of whom the article does not name, and from where on without doubt. Set by reading
# what the open pages' development half and 25 news articles fill in: a wrong person is worse than
# none.
_LEAST = 0.75
_LEAST_IN_SPEECH = 0.8
_PLAIN = 0.85
_ONLY = 10.0  # how much likelier "he" is who alone is named in its sentence and the one before


def find_person(asked: Asked, draft: Draft, people: People) -> Actor | None:
    """Return who "he" or "she" means, and note on the draft where that is in some doubt."""
    gender, place = asked.gender, asked.place
    barred = set(asked.others)
    if asked.item.lower in OBJECT_PRONOUNS and (possessor := possessor_of(asked.source)):
        return _find_possessor(asked, possessor, people)
    owner = speaks_for(asked)
    speaker = asked.speaker
    if speaker is not None and (asked.direct or owner is not None or _acts_for(speaker)):
        barred.add(speaker.id)
        place = place if owner is None else Span(owner.start, owner.end)
    elif _tells_of_itself(asked, people):
        return asked.speaker
    if is_behind_object(asked):
        return None
    resumed = people.resume(gender, place)
    if resumed is not None and resumed.id not in barred:
        return resumed
    rating = people.rate(place, gender)
    only = None if asked.direct else _only_one(asked)

    def weight(actor: Actor) -> float:
        if actor.id in barred:
            return 0.0
        return _ONLY if actor.id == only else 1.0

    best = rating.weigh(weight).best
    if best is None or best[0] < (_LEAST_IN_SPEECH if asked.direct else _LEAST):
        return None
    odds, actor = best
    if actor.id in barred or is_new(actor, asked) or speaks_of_another(actor, asked):
        return None
    if _could_be_speaker(asked, people) and asked.speaker is not actor and owner is None:
        return None
    people.learn(odds, actor, gender)
    draft.unclear |= odds < _PLAIN
    return actor


def _find_possessor(asked: Asked, owner: Item, people: People) -> Actor | None:
    """Return who is told of by whose mother or editor speaks: "Lund’s mother, Ida, said"."""
    actor = asked.actors.get(owner.actor or "")
    known = actor is not None and actor.id not in asked.others and people.fits(actor, asked.gender)
    return actor if known else None


def _only_one(asked: Asked) -> str | None:
    """Return who alone is named in the sentence before and, up to "he", in its own.

    Who takes the act's other side does not count: "Berg won. Lund congratulated | her |".
    """
    named = {*asked.told.named, *asked.named} - {*asked.others}
    only = [actor for actor in named if asked.actors[actor].kind == "person"]
    return only[0] if len(only) == 1 else None


def _could_be_speaker(asked: Asked, people: People) -> bool:
    """Return whether the pronoun stands in a paraphrase of somebody whom it fits."""
    speaker = asked.speaker
    if speaker is None or asked.direct or speaker.kind != "person" or _acts_for(speaker):
        return False
    return speaker.id not in asked.others and people.fits(speaker, asked.gender)


def _tells_of_itself(asked: Asked, people: People) -> bool:
    """Return whether a paraphrase by a person speaks of nobody else before the pronoun."""
    speaker, statement = asked.speaker, asked.statement
    if speaker is None or statement is None or not _could_be_speaker(asked, people):
        return False
    content = next((piece for piece in statement.content if contains(piece, asked.place)), None)
    start = asked.sentence.span.start if content is None else content.start
    before = [
        each
        for each in asked.sentence.items
        if each.actor not in {None, speaker.id, *asked.others}
        and start <= each.start < asked.item.start
    ]
    opens = before and not any(
        start <= item.start < before[0].start and item.lower in SUBJECT_PRONOUNS
        for item in asked.sentence.items
    )
    if asked.item.lower in OBJECT_PRONOUNS and opens and _is_one(before[0]):
        return False  # "the gunman hid, and envoys talked to | him |, Berg said"
    return not any(
        each.person and people.fits(asked.actors[each.actor or ""], asked.gender) for each in before
    )


def _is_one(item: Item) -> bool:
    """Return whether one person without a name is told of: "the gunman"."""
    noun = item.text.lower().split()[-1]
    return item.text[:1].islower() and is_person_noun(noun) and not noun.endswith("s")


def _acts_for(speaker: Actor) -> bool:
    """Return whether the speaker mostly tells of another: a lawyer of a client."""
    words = (speaker.role or "").lower().split()
    return bool(words) and words[-1] in _AGENTS
