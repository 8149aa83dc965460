"""Find who is meant by the spans that the trained reader has for actors and recipients."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.acts.agents import is_others_agent
from onrecord.acts.causing import note_cause, note_claim, note_sufferer
from onrecord.acts.draft import Draft
from onrecord.acts.items import Item
from onrecord.acts.lexicon import WORDS_ONLY
from onrecord.acts.lists import list_behind, tells_whose
from onrecord.acts.noun_sides import is_joined_nouns_agent
from onrecord.acts.objects import heads_people, is_object
from onrecord.acts.reaching import describes, ends_phrase, is_in_compound
from onrecord.acts.sentences import Sentence
from onrecord.acts.subjects import is_reduced_relative
from onrecord.acts.words import (
    BE,
    COURTESY,
    DETERMINERS,
    OBJECT_PRONOUNS,
    OWNERS,
    PAST_FORMS,
    SAYINGS,
    SUBJECT_PRONOUNS,
)
from onrecord.records import ActMention, Span
from onrecord.text import inflect
from onrecord.text.wordclasses import is_person_noun

_TITLES = COURTESY | frozenset(". president minister secretary".split())
# Who stands behind one of these words is not whom the act is done to.
_ASIDE = frozenset(
    "before despite during since amid until without unlike because alongside over about".split()
)
# Who stands behind such a word inside the phrase is not its head: "a letter to Kenya".
_APART = frozenset("to against about over on".split())
_BREAKS = frozenset("and or of by with against on".split())
_NO_POST = _BREAKS | frozenset(", for to from at in who".split())
_ONESELF = frozenset("himself herself itself themselves".split())
_IF = frozenset({"if", "unless"})
_PLACES = frozenset("in near within inside outside like".split())
_TOGETHER = frozenset({"CONSULT", "COOPERATE"})
_CALLED = frozenset("he she they we it".split())
_OF_WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "AGREE", "REQUEST"})
_PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | frozenset("who whom which that some".split())
_SURE = 0.9  # how sure the reader is of an act whose recipients it knows better
_CARRIED = 5  # items from a verb to the noun that it carries
_NOT_ACTING = _PLACES | {"to", "against", "into"}
_TELLING = frozenset(
    form
    for verb in "disclose reveal describe investigate commemorate mourn witness".split()
    for form, _kind in inflect(verb, "")
)
_AMONG = frozenset({"between", "among"})


def who(sentence: Sentence, spans: Iterable[Span]) -> tuple[tuple[str, ...], Item | None]:
    """Return the actors that the spans name, and a pronoun where none does.

    Of each span the first counts, and who is joined to it: "Kenya and the Solomon Islands".
    """
    actors: dict[str, None] = {}
    pronoun: Item | None = None
    for span in spans:
        inside = [item for item in sentence.items if span.start <= item.start < span.end]
        named = _named(sentence, inside)
        if named is not None:
            if _is_meant(sentence, inside, named):
                first = sentence.items.index(named)
                end = sentence.items.index(inside[-1]) + 1
                actors |= dict.fromkeys(list_behind(sentence, first, end))
        elif pronoun is None:
            pronoun = next((item for item in inside[:1] if _stands(item, len(inside))), None)
    return tuple(actors), None if actors else pronoun


def _named(sentence: Sentence, items: Sequence[Item]) -> Item | None:
    """Return the first actor that does not only own or describe what follows.

    "Lund's | lawyer |", "Norcoal's | Ole Lund |", "Kenya's ally, | Peru |", "Kenya-backed".
    """
    for number, item in enumerate(items):
        if item.actor is None or is_in_compound(sentence, sentence.items.index(item)):
            continue
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
    if later is None or items[number].person or not items[later].person:
        return None
    between = [item.lower for item in items[number + 1 : later]]
    role = bool(between) and is_person_noun(between[-1])
    return items[later] if role and not _NO_POST & set(between) else None


def _owns_named(items: Sequence[Item]) -> bool:
    """Return whether somebody's own name ends what is owned: "(Kenya's) best ally, Peru"."""
    at = next((number for number, item in enumerate(items) if item.actor is not None), None)
    if at is None:
        return False
    apposed = at > 0 and items[at - 1].text == "," and is_person_noun(items[at - 2].lower)
    person = items[at].person and not items[at].possessive
    return (person or apposed) and not any(item.lower in _BREAKS for item in items[:at])


def _is_meant(sentence: Sentence, items: Sequence[Item], named: Item) -> bool:
    """Return whether the phrase of `items` means the actor `named` in it, and no other head."""
    before = items[: items.index(named)]
    first, at = sentence.items.index(items[0]), sentence.items.index(named)
    apart = any(_parts(item, items) for item in before) or tells_whose(sentence, at)
    unknown = any(ends_phrase(sentence, first, k, verbs=False) for k in range(first, at))
    return not (apart or unknown or describes(sentence, at) or _follows_name(before, named))


def _follows_name(items: Sequence[Item], named: Item) -> bool:
    """Return whether somebody not known is named first: "Ada Holm, a friend of | Kenya |".

    A role before the first name is that of a person: "the head of Norcoal, | Ole Lind |".
    """
    commas = [number for number, item in enumerate(items) if item.text == ","]
    if not commas:
        return False
    for number, item in enumerate(items[: commas[-1]]):
        if named.person and is_person_noun(item.lower):
            return False
        if number and item.kind == "word" and item.text[:1].isupper():
            return True
    return False


def _parts(item: Item, items: Sequence[Item]) -> bool:
    """Return whether the phrase's head stands before the word: "about 40 MPs" has it behind."""
    after = next((each for each in items if each.start > item.start), None)
    return item.lower in _APART and (after is None or not after.text[:1].isdigit())


def _stands(item: Item, count: int) -> bool:
    """Return whether the pronoun stands for who acts: "his" does alone, not in "his family"."""
    return item.lower in SUBJECT_PRONOUNS or (count == 1 and item.lower in OWNERS | {"him", "them"})


def note_mention(sentence: Sentence, draft: Draft) -> None:
    """Note whom the trained reader has where the grammar has a pronoun or nobody.

    Who is named goes before "their" in "Kenya's envoys made their appeal"; what stands before a
    passive has it done to it; "it" behind the verb is a thing or what was said.
    """
    if draft.recipients and not draft.actors and sentence.lower(draft.last) in _AMONG:
        draft.actors, draft.recipients = draft.recipients, ()  # "fighting between Kenya and Peru"
    note_cause(sentence, draft)
    note_claim(sentence, draft)
    note_sufferer(sentence, draft)
    mention = draft.mention
    if mention is None:
        return
    if draft.recipients and _reaches_others(sentence, draft, mention):
        found = who(sentence, reached(sentence, mention))[0]
        draft.recipients = tuple(actor for actor in found if actor not in draft.actors)
    if draft.pronoun is not None and draft.pronoun.lower in OWNERS and not draft.actors:
        draft.actors = who(sentence, mention.actors)[0]
        draft.pronoun = None if draft.actors else draft.pronoun
    if draft.passive and draft.pronoun is not None and draft.pronoun.start < draft.span.start:
        draft.receiving, draft.pronoun = draft.receiving or draft.pronoun, None
    known = draft.recipients or draft.receiving is not None
    if not known and draft.trigger.speech_act not in WORDS_ONLY:
        draft.receiving = _receiving(sentence, mention)


def _reaches_others(sentence: Sentence, draft: Draft, mention: ActMention) -> bool:
    """Return whether the reader is sure of recipients, and none is one that the grammar has.

    A pronoun may stand for anybody, and whose decision is praised may be praised as well.
    """
    if not mention.recipients or mention.sure < _SURE:
        return False
    words = draft.trigger.type in _OF_WORDS
    if words and all(_only_owns(sentence, span) for span in mention.recipients):
        return False
    for item in sentence.items:
        inside = any(span.start <= item.start < span.end for span in mention.recipients)
        if inside and (item.lower in _PRONOUNS or item.actor in draft.recipients):
            return False
        if words and item.possessive and item.actor in draft.recipients:
            return False
    return True


def _only_owns(sentence: Sentence, span: Span) -> bool:
    """Return whether the span ends with "'s": "blamed | Kenya's | woes on Peru"."""
    inside = [item for item in sentence.items if span.start <= item.start < span.end]
    return bool(inside) and inside[-1].possessive


def _receiving(sentence: Sentence, mention: ActMention) -> Item | None:
    starts = {span.start for span in reached(sentence, mention)}
    for index, item in enumerate(sentence.items):
        suffers = item.lower in SUBJECT_PRONOUNS and item.start < mention.trigger.start
        if item.start in starts and (suffers or is_object(sentence, index)):
            return item
    return None


def acting(sentence: Sentence, mention: ActMention, *, verb: bool) -> Iterator[Span]:
    """Yield the actors but, of a `verb`, who only owns its subject: "Kenya's decision angered".

    Who stands behind "to" or "into" is none either: "the letter to Kenya contains threats"; nor is
    what a headline is labelled with ("Kenya: Unions walk out"), nor who acts in the condition: "if
    Kenya attacks, there will be consequences".
    """
    partners = _partners(sentence, mention)
    if not mention.actors:
        yield from _self_harming(sentence, mention)
    for span in mention.actors:
        if (
            span in partners
            or _labels(sentence, span, mention)
            or _is_in_condition(sentence, span, mention)
        ):
            continue
        if _stands_aside(sentence, span, mention, verb=verb):
            continue
        inside = [item for item in sentence.items if span.start <= item.start < span.end]
        named = next((item for item in inside if item.actor is not None), None)
        owner = named is not None and named.possessive and named is inside[-1]
        if not (verb and owner):
            yield span


def _self_harming(sentence: Sentence, mention: ActMention) -> list[Span]:
    """Return who does it to himself, whom the reader has as one who suffers it only.

    In "Lund is said to have killed himself and two guards" Lund acts.
    """
    behind = _first_at(sentence, Span(mention.trigger.end, mention.trigger.end))
    if sentence.lower(behind) not in _ONESELF:
        return []
    return [span for span in mention.recipients if span.end <= mention.trigger.start]


def _stands_aside(sentence: Sentence, span: Span, mention: ActMention, *, verb: bool) -> bool:
    """Return whether the span's place or another actor shows that it names no one who acts.

    "The abuse within Kenya's army", "a strike that Kenya says Peru launched", "in light of the
    killing of Lund by Baru", "the kidnapping was investigated by Kenya".
    """
    first = _first_at(sentence, span)
    if sentence.lower(first - 1) in _NOT_ACTING and sentence.lower(first + 1) != "to":
        return True
    others = [other for other in mention.actors if other != span]
    if others and _reports(sentence, span, mention):
        return True
    if not verb and _only_tells(sentence, span, mention):
        return True
    if _is_object_behind(sentence, span, mention):
        return True
    if _has_others_by(sentence, span, mention, verb=verb) or _is_targeted(sentence, span, mention):
        return True
    behind = any(_is_agent(sentence, other, mention, verb=verb) for other in others)
    return behind and not verb and span.start < mention.trigger.start


def _is_targeted(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span has the act done to it by a participle: "rebels hunted by Peru".

    So has who stands before one without an object: "rebels held in Oru were freed".
    """
    at = _first_at(sentence, Span(mention.trigger.start, mention.trigger.start))
    behind = _first_at(sentence, Span(mention.trigger.end, mention.trigger.end))
    last = sentence.item(at - 1)
    adjacent = last is not None and last.end == span.end
    agent = mention.type == "ASSAULT" or any(
        other.start > mention.trigger.end for other in mention.actors
    )
    by = agent and sentence.lower(behind) == "by" and sentence.lower(at).endswith(("ed", "n"))
    return adjacent and (by or is_reduced_relative(sentence, at, behind))


def _partners(sentence: Sentence, mention: ActMention) -> list[Span]:
    """Return with whom somebody works or meets: "he met with Kenya", "wants to work with Kenya".

    Behind a noun they meet each other: "talks with Kenya".
    """
    if mention.type not in _TOGETHER:
        return []
    before = {span.start for span in mention.actors if span.end <= mention.trigger.start}
    called = any(item.start in before and item.lower in _CALLED for item in sentence.items)
    alone = not before and sentence.lower(_first_at(sentence, mention.trigger) - 1) == "to"
    behind = [span for span in mention.actors if span.start >= mention.trigger.end]
    if not (called or alone) or not behind:
        return []
    at = _first_at(sentence, behind[0])
    while sentence.lower(at - 1) in DETERMINERS | _TITLES:
        at -= 1
    joined = sentence.lower(at - 1) == "with" or sentence.lower(at) == "with"
    return behind if joined else []


def _first_at(sentence: Sentence, span: Span) -> int:
    return next((n for n, item in enumerate(sentence.items) if item.start >= span.start), 0)


def _reports(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is the subject of a verb of saying, which does not carry the act."""
    at = next((n for n, item in enumerate(sentence.items) if item.start >= span.end), 0)
    near = [item.start for item in sentence.items[at : at + _CARRIED]]
    return sentence.lower(at) in SAYINGS and mention.trigger.start not in near


def _is_object_behind(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether another verb behind a passive has the span: "that was hit housed | Lund |"."""
    at, trigger = _first_at(sentence, span), _first_at(sentence, mention.trigger)
    if sentence.lower(trigger - 1) not in BE or sentence.lower(at - 1) == "by":
        return False
    between = (sentence.lower(k) for k in range(trigger + 1, at))
    return any(word.endswith("ed") or word in PAST_FORMS for word in between)


def _only_tells(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span only speaks of the deed: "Kenya disclosed where the | raid | was"."""
    between = [i for i in sentence.items if span.end <= i.start < mention.trigger.start]
    return any(item.lower in _TELLING for item in between)


def _is_agent(sentence: Sentence, span: Span, mention: ActMention, *, verb: bool) -> bool:
    """Return whether the span stands behind the trigger and right behind its "by"."""
    by = sentence.lower(_first_at(sentence, span) - 1) == "by"
    behind = span.start > mention.trigger.start
    return by and behind and not _has_others_by(sentence, span, mention, verb=verb)


def _has_others_by(sentence: Sentence, span: Span, mention: ActMention, *, verb: bool) -> bool:
    """Return whether "by" before the span goes with another verb or noun behind the trigger."""
    by = _first_at(sentence, span) - 1
    if sentence.lower(by) != "by" or span.start < mention.trigger.end:
        return False
    inside = (n for n, item in enumerate(sentence.items) if item.end >= mention.trigger.end)
    last = next(inside, by) + 1
    return is_others_agent(sentence, last, by) or (
        not verb and is_joined_nouns_agent(sentence, last)
    )


def _is_in_condition(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span stands in an "if" clause that the trigger does not stand in."""
    places = [n for n, item in enumerate(sentence.items) if span.start <= item.start < span.end]
    if not places:
        return False
    first = places[0]
    while first > 0 and sentence.items[first - 1].kind != "mark":
        first -= 1
    opens = next((n for n in range(first, places[0]) if sentence.lower(n) in _IF), None)
    if opens is None:
        return False
    last = places[-1]
    while last + 1 < len(sentence.items) and sentence.items[last + 1].kind != "mark":
        last += 1
    start, end = sentence.items[opens].start, sentence.items[last].end
    return not start <= mention.trigger.start < end


def _labels(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span stands before a colon, behind which another actor of the act is."""
    colons = [
        item.start
        for item in sentence.items
        if item.text == ":" and span.end <= item.start < mention.trigger.start
    ]
    return bool(colons) and any(
        colons[-1] < other.start < mention.trigger.start for other in mention.actors
    )


def _is_participles(sentence: Sentence, at: int) -> bool:
    """Return whether who stands at `at` is the object of a participle behind a comma."""
    return sentence.lower(at - 1).endswith("ing") and sentence.lower(at - 2) == ","


def _is_noun(sentence: Sentence, mention: ActMention) -> bool:
    """Return whether the trigger is a noun by the determiner or owner before it."""
    at = _first_at(sentence, mention.trigger) - 1
    while sentence.items[at : at + 1] and sentence.lower(at).endswith(("al", "ed", "ly", "ous")):
        at -= 1
    before = sentence.item(at)
    owned = before is not None and (before.possessive or before.kind == "timex")
    return sentence.lower(at) in DETERMINERS | OWNERS or owned


def _is_listed(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether somebody stands between the act and the comma before item `at`."""
    between = [item for item in sentence.items[:at] if item.start >= mention.trigger.end]
    return any(item.actor is not None or item.lower in OBJECT_PRONOUNS for item in between)


def reached(sentence: Sentence, mention: ActMention) -> Iterator[Span]:
    """Yield the recipients but those of a time or reason: "to invade despite the Kenyan pleas".

    Nor is one where it happens ("waging war in Kenya") or who only thinks of it: "Kenya felt that
    he should be deported".
    """
    yield from _partners(sentence, mention)
    yield from (span for span in mention.actors if _is_targeted(sentence, span, mention))
    alone = _self_harming(sentence, mention)
    for span in mention.recipients:
        if span in alone:
            continue
        at = _first_at(sentence, span)
        while at > 0 and sentence.lower(at - 1) in DETERMINERS | _TITLES:
            at -= 1
        before = span.start < mention.trigger.start
        if (before and _reports(sentence, span, mention)) or sentence.lower(at - 1) == "by":
            continue  # "the hostages held by Kenya were freed"
        if not before and sentence.lower(at - 1) == "," and not _is_listed(sentence, at, mention):
            continue  # "the suspect in the bombing, Ole Lund"
        if not before and _is_participles(sentence, at) and _is_noun(sentence, mention):
            continue  # "claimed the bombing, calling Ole Lund a soldier"
        if before or sentence.lower(at - 1) not in _ASIDE | _PLACES:
            yield span
